//! Studies: many replicates, their summary, and what a change would have made of them.

mod accumulator;
mod deals;
pub mod definition;
pub mod design;
mod ensemble;
mod histogram;
pub mod levers;
pub mod record;
pub mod sequential;
pub mod statistics;
mod summary;
pub mod table;

pub use accumulator::Accumulator;
pub use deals::DealSummary;
pub use ensemble::{Ensemble, MAX_REPLICATES};
pub use summary::{
    ClauseSummary, Counterfactual, DepthSummary, OutcomeShare, PartySummary, StatedYardsticks, Summary,
    TextSummary,
};
