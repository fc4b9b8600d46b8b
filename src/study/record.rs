//! What is kept of each replicate: a row of typed, documented columns.

use super::{
    measure::{Measures, Part},
    table::{Column, ColumnKind, Row},
};
use crate::{model::Model, outcome::Outcome, random::Seed};

/// How many columns say which replicate a row is, before the first measure.
pub const IDENTITY: usize = 3;

/// The columns of a study's replicates, and how an outcome fills them. Made of the base case: where a point has
/// taken a clause or country away, its cells are empty.
#[derive(Clone, Debug)]
pub struct Record(Measures);

impl Record {
    /// What is kept of replicates of this case.
    pub fn new(model: &Model, parts: &[Part]) -> Self {
        Self(Measures::of(model).recorded(parts))
    }

    /// The columns, in order.
    pub fn columns(&self) -> Vec<Column> {
        let identity: [Column; IDENTITY] = [
            Column::new(
                "scenario_hash",
                ColumnKind::String,
                "Hash of the scenario negotiated, after every change",
            ),
            Column::new("seed", ColumnKind::Integer, "Master seed"),
            Column::new(
                "replicate",
                ColumnKind::Integer,
                "Number of the replicate: the same draws wherever it occurs",
            ),
        ];
        identity.into_iter().chain(self.0.columns().iter().cloned()).collect()
    }

    /// An outcome as a row.
    pub fn row(&self, model: &Model, hash: &str, seed: Seed, outcome: &Outcome) -> Row {
        let identity = [hash.to_owned().into(), seed.into(), outcome.replicate.into()];
        identity.into_iter().chain(self.0.iter().map(|measure| measure.read(model, outcome))).collect()
    }
}
