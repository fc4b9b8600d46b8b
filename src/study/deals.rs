//! Where agreed deals stand among all that everybody would accept, in games of options.

use serde::Serialize;

use super::statistics::{Mean, Moments, Rate};
use crate::{
    benchmark::PackageScores, model::Model, negotiation::Realisation, stance::TOLERANCE, text::Text,
};

/// Where agreed deals stand.
#[derive(Clone, Debug, Serialize)]
pub struct DealSummary {
    /// How many deals are possible.
    pub possible: u128,
    /// How many of them everybody accepts, by points and minima as stated.
    pub acceptable: u64,
    /// How often the deal agreed is one of those, of deals agreed.
    pub agreed_acceptable: Rate,
    /// How often it has the largest sum of points of those.
    pub agreed_best: Rate,
    /// Its rank among them by the sum of points, 1 = the largest; of those that everybody accepts.
    pub rank: Mean,
    /// Its sum of points.
    pub sum: Mean,
    /// The largest sum of points of a deal that everybody accepts; none where there is none.
    pub best_sum: Option<f64>,
}

/// Ranks deals as they are agreed.
#[derive(Clone, Debug)]
pub struct DealTally {
    scores: PackageScores,
    /// Sums of points of acceptable deals, the largest first.
    acceptable: Vec<f64>,
    agreed: u64,
    agreed_acceptable: u64,
    agreed_best: u64,
    rank: Moments,
    sum: Moments,
}

impl DealTally {
    /// For a model whose clauses are all choices among options, with deals few enough to be looked at.
    pub fn new(model: &Model) -> Option<Self> {
        let stated = Realisation::as_stated(model);
        let scores = PackageScores::of(model, &stated.national, &stated.present, &stated.at_status_quo)?;
        let acceptable = scores.sums_of_acceptable()?;
        let (rank, sum) = (Moments::default(), Moments::default());
        Some(Self { scores, acceptable, agreed: 0, agreed_acceptable: 0, agreed_best: 0, rank, sum })
    }

    /// Takes in a deal that was agreed.
    pub fn add(&mut self, text: &Text) {
        let Some(package) = self.scores.package(text) else { return };
        let better = self.acceptable.partition_point(|sum| *sum > package.sum() + TOLERANCE);
        self.agreed += 1;
        self.sum.add(package.sum());
        if package.is_acceptable() {
            self.agreed_acceptable += 1;
            self.agreed_best += u64::from(better == 0);
            #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 deals
            self.rank.add(better as f64 + 1.0);
        }
    }

    /// What they come to.
    pub fn summarise(&self) -> DealSummary {
        DealSummary {
            possible: self.scores.possible(),
            acceptable: self.acceptable.len() as u64,
            agreed_acceptable: Rate::new(self.agreed_acceptable, self.agreed),
            agreed_best: Rate::new(self.agreed_best, self.agreed),
            rank: self.rank.mean(),
            sum: self.sum.mean(),
            best_sum: self.acceptable.first().copied(),
        }
    }
}
