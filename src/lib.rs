//! plenary
#![deny(missing_docs)]
pub mod model;
pub mod named;
pub mod negotiation;
pub mod outcome;
pub mod party;
pub mod preference;
pub mod protocol;
pub mod random;
pub mod report;
pub mod scenario;
pub mod stance;
pub mod study;
pub mod tactic;
pub mod text;
pub mod voting;
pub mod yardstick;
