//! Studies: many replicates, their summary, and what a change would have made of them.

mod accumulator;
mod answer;
pub mod bootstrap;
pub mod calibration;
pub mod choices;
mod chronicle;
pub mod comparison;
mod course;
mod deals;
pub mod definition;
pub mod design;
pub mod discovery;
mod drafting;
mod ensemble;
pub(crate) mod estimate;
mod failures;
mod histogram;
pub mod identity;
pub mod lesson;
pub mod levers;
pub mod lift;
pub mod measure;
mod minutes;
mod nulls;
pub mod observed;
mod pairs;
pub(crate) mod parallel;
pub mod plan;
pub mod points;
pub mod record;
pub mod responsibility;
pub mod robustness;
pub mod seat;
pub mod sensitivity;
pub mod sequential;
pub mod statistics;
pub mod store;
mod summary;
pub mod survival;
pub mod sweep;
mod switching;
pub mod table;
mod tallies;
pub(crate) mod trajectory;
pub(crate) mod treatments;
pub mod trial;
pub mod unsatisfied;

pub use accumulator::Accumulator;
pub use answer::{Answer, RunError};
pub use chronicle::{Chronicle, Convergence, RunEnding};
pub use course::{Course, Settled, Track};
pub use deals::DealSummary;
pub use drafting::{DraftAttempt, DraftDivision, DraftLook, Drafting};
pub use ensemble::{Ensemble, MAX_REPLICATES};
pub use failures::{Blocker, FailureSummary};
pub use minutes::{Minutes, RollCall, Standing};
pub use nulls::NullSummary;
pub use pairs::{Paired, Pairs};
pub use sequential::Until;
pub use summary::{
    ClauseSummary, Counterfactual, DepthSummary, OutcomeShare, PartySummary, StatedBenchmarks, Summary,
    TextSummary,
};
pub use switching::{SwitchOutcomes, Switching};
