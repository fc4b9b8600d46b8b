//! Scenario discovery: where in the space of factors does something happen?
//!
//! `prim` looks for boxes in which it happens often; `crossing` for the values of a factor at which it becomes
//! more likely than not; `contour` for the line at which it does, over a grid of two factors.

pub(crate) mod contour;
pub(crate) mod crossing;
pub mod findings;
mod logistic;
pub mod peeling;
pub(crate) mod prim;

pub use contour::ContourLine;
pub use crossing::{Crossing, CrossingMethod, CrossingRange};
pub use peeling::{Peeling, Restriction};
pub use prim::{Limit, Region};

/// What happened at a point: its place, and how often.
#[derive(Clone, Debug, PartialEq)]
pub struct DiscoveryCase {
    /// The value of each factor: a number, or the number of the word.
    pub at: Vec<f64>,
    /// Replicates.
    pub of: u64,
    /// Replicates in which it happened.
    pub count: u64,
}
