//! plenary
#![deny(missing_docs)]
pub mod named;
pub mod party;
pub mod preference;
pub mod protocol;
pub mod scenario;
pub mod stance;
pub mod tactic;
pub mod text;
pub mod voting;
