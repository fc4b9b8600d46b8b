//! Against real outcomes: what models expect of real cases, and how far that lies from what came out.

mod adopted;
pub mod cases;
mod engine;
mod evaluation;
mod noise;
mod prediction;
mod rivals;
mod room;
mod scores;
mod template;
mod tuning;

pub use adopted::{Beside, Tabled, TabledParty};
pub use engine::{Engine, EngineError};
pub use evaluation::{
    Difference, Evaluation, MeanScores, ModelPredictions, ModelScores, ScoreGroup, ScoreRow,
};
pub use noise::{POSITIONS_WITH_NOISE, positions_with_noise};
pub use prediction::Prediction;
pub use rivals::Rival;
pub use scores::Scores;
pub use template::{Institutions, Negotiate, Template, UnknownStatusQuo};
pub use tuning::{Criterion, Free, MOST_PARAMETERS, Profile, Tuned, TunedChoice, tune};
