//! Sensitivity from any sample of points: what each factor explains by itself, and in which direction it pulls.
//!
//! S_i = V(E[y|x_i])/V, by the points grouped into classes of x_i (the correlation ratio: Pearson 1905; Plischke,
//! Borgonovo & Smith 2013, European Journal of Operational Research 226, on given data): with Kelley's (1935) correction,
//! S = (SSB − (M − 1) SSW/(N − M))/(SST − (N − 1) v), for M classes of N points. Classes are the values of a factor that has
//! few, the words of one that has words, else as many equal parts of its points as √N, of at least four points.
//! v is the part of the variance between points that comes from the draws of their replicates (`noise`): it is taken
//! out of the total, so that S does not shrink with few replicates.
//!
//! PRCC_i is the partial rank correlation of y with x_i, the other factors held (Marino et al. 2008, Journal of
//! Theoretical Biology 254; words enter as one column each): −1 to 1, of factors whose values have an order. The noise
//! of replicates is left in it, so it is nearer 0 than without.
//!
//! Intervals by drawing points again; they are percentiles, moved by the bias that the draws show (a point drawn twice
//! looks like agreement).

mod classes;
mod noise;
mod ranks;
mod sample;
mod shares;

use serde::Serialize;

pub use noise::{NoiseMeans, NoiseRests, PointNoise};

use self::{classes::Classes, sample::Sample};
use crate::{
    random::Seed,
    study::{
        bootstrap::{BootstrapEstimate, unbiased},
        table::{Column, DataTable},
    },
};

/// Fewer points than this are no sample.
pub const LEAST_POINTS: u64 = 20;
/// Factors that go together by more than this are named.
const TOGETHER: f64 = 0.3;

/// What a sample of points says of one measure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GivenData {
    /// N: the points that count.
    pub points: u64,
    /// Points that do not: without results, without a value of the measure, or with a factor left as the case has it.
    pub left_out: u64,
    /// The share of the variance between points that comes from the draws of their replicates; none where nothing
    /// varies, or there is one replicate of each.
    pub noise: Option<f64>,
    /// What is said of each factor.
    pub factors: Vec<GivenIndex>,
    /// Pairs of factors whose values go together in this sample, and how much, in (0, 1].
    pub together: Vec<(usize, usize, f64)>,
}

/// What a sample of points says of one factor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct GivenIndex {
    /// S: the share of variance explained by itself; none where nothing varies beyond noise.
    pub first: Option<BootstrapEstimate>,
    /// PRCC: the partial rank correlation; none where the factor's values have no order, or cannot be told from others'.
    pub prcc: Option<BootstrapEstimate>,
}

/// Why a sample says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// The points that count.
    pub points: u64,
    /// Of how many.
    pub of: u64,
}

/// Analyses an estimate of a table of points, of which `of` were planned and the first `factors` columns after the
/// number are varied.
///
/// # Errors
/// If too few points count.
pub fn given_data(
    points: &DataTable,
    measure: &Column,
    factors: usize,
    of: u64,
    noise: &PointNoise,
    seed: Seed,
) -> Result<GivenData, TooFew> {
    let sample = Sample::of(points, &measure.name, factors, noise);
    let n = sample.results.len() as u64;
    if n < LEAST_POINTS {
        return Err(TooFew { points: n, of });
    }
    let classes: Vec<Option<Classes>> = sample.factors.iter().map(Classes::of).collect();
    let ranks = ranks::RankColumns::new(&sample);
    let estimate = |times: &[u32]| {
        let mut found = shares::all(&sample, &classes, times);
        found.extend(ranks.partial(times));
        found
    };
    let found = unbiased(seed, &format!("given data {}", measure.name), sample.results.len(), estimate);
    let (first, prcc) = found.split_at(factors);
    let within = |e: &Option<BootstrapEstimate>, least: f64| {
        e.map(|e| BootstrapEstimate {
            low: e.low.map(|x| x.max(least)),
            high: e.high.map(|x| x.min(1.0)),
            ..e
        })
    };
    let pairs = first.iter().zip(prcc);
    Ok(GivenData {
        points: n,
        left_out: of.saturating_sub(n),
        noise: shares::noise(&sample),
        factors: pairs
            .map(|(s, p)| GivenIndex { first: within(s, f64::NEG_INFINITY), prcc: within(p, -1.0) })
            .collect(),
        together: classes::together(&sample.factors, TOGETHER),
    })
}

#[cfg(test)]
mod tests;
