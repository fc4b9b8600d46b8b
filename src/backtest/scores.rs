//! How far a prediction lies from what came out, on the scale from 0 to 100 (specification §2's honesty; Gneiting & Raftery 2007).
//!
//! - absolute error of the median and of the mean; *hit* iff the median lies within 10 of the outcome;
//! - CRPS = ∫ (F(z) − 1{z ≥ y})² dz = E|X − y| − ½E|X − X'|: the absolute error of a point, and rewards a distribution for
//!   being both near and honestly wide;
//! - *covered* iff the outcome lies between the 10 % and the 90 % quantile, ends included;
//! - log score, the logarithm of the weight on the outcome's ten-point bin ([0, 10), …, [90, 100]), the weights mixed
//!   with 5 % spread evenly, so that no bin has less than .005 and no score is below −5.3.

use super::{Prediction, cases::SCALE};

/// What a median must lie within to be a hit.
pub const HIT: f64 = 10.0;
/// The share of a prediction that is spread evenly before its logarithm is taken.
const FLOOR: f64 = 0.05;
/// How many bins the log score has.
const BINS: usize = 10;

/// The scores of one prediction of one issue.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Scores {
    /// |median − outcome|.
    pub error_of_median: f64,
    /// |mean − outcome|.
    pub error_of_mean: f64,
    /// Whether the median is within 10 of the outcome.
    pub hit: bool,
    /// Continuous ranked probability score.
    pub crps: f64,
    /// Whether the outcome lies within the 80 % interval.
    pub covered: bool,
    /// Logarithm of the weight on the outcome's bin.
    pub log: f64,
    /// Where in the prediction the outcome lies: the share below it, and half of what is at it.
    pub rank: f64,
}

impl Scores {
    /// The scores of a prediction against an outcome.
    pub fn of(prediction: &Prediction, outcome: f64) -> Self {
        let error_of_median = (prediction.median() - outcome).abs();
        let (below, up_to) = prediction.below(outcome);
        Self {
            error_of_median,
            error_of_mean: (prediction.mean() - outcome).abs(),
            hit: error_of_median <= HIT + 1e-9,
            crps: crps(prediction, outcome),
            covered: (prediction.quantile(0.1) - 1e-9..=prediction.quantile(0.9) + 1e-9).contains(&outcome),
            log: log_score(prediction, outcome),
            rank: f64::midpoint(below, up_to),
        }
    }
}

/// E|X − y| − ½E|X − X'|; the second term for sorted atoms: Σ_k F_k(1 − F_k)(x_{k+1} − x_k).
fn crps(prediction: &Prediction, outcome: f64) -> f64 {
    let atoms = prediction.atoms();
    let away: f64 = atoms.iter().map(|(x, w)| w * (x - outcome).abs()).sum();
    let (mut up_to, mut apart) = (0.0, 0.0);
    for pair in atoms.windows(2) {
        up_to += pair[0].1;
        apart += up_to * (1.0 - up_to) * (pair[1].0 - pair[0].0);
    }
    away - apart
}

fn log_score(prediction: &Prediction, outcome: f64) -> f64 {
    let bin = bin(outcome);
    let weight: f64 = prediction.atoms().iter().filter(|(x, _)| self::bin(*x) == bin).map(|(_, w)| w).sum();
    #[allow(clippy::cast_precision_loss)] // ten
    let even = 1.0 / BINS as f64;
    libm::log((1.0 - FLOOR) * weight + FLOOR * even)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
fn bin(x: f64) -> usize {
    ((x / SCALE * BINS as f64) as usize).min(BINS - 1)
}
