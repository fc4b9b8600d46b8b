//! Against real outcomes: what models expect of real cases, and how far that lies from what came out.

pub mod cases;
mod prediction;
mod rivals;
mod room;
mod scores;
mod template;

pub use prediction::Prediction;
pub use rivals::Rival;
pub use scores::Scores;
pub use template::{Institutions, Negotiate, Template, UnknownStatusQuo};
