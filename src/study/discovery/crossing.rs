//! Where does it become more likely than not? The value of a factor at which P = ½.
//!
//! From a logistic fit of what happened on that factor alone, whatever the others are. Its interval comes from
//! drawing again: replicates, where each point has many, for they share their draws at all points and are what
//! chance has chosen; else points.

use super::logistic::Logistic;
use crate::{
    random::Seed,
    study::bootstrap::{BootstrapEstimate, estimates},
};

/// Replicates at each point from which on they are drawn again, and not the points.
pub const ENOUGH_REPLICATES: usize = 30;

/// What happened in each replicate of a point.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossingSeries {
    /// The factor's value.
    pub x: f64,
    /// Whether it happened, replicate by replicate.
    pub happened: Vec<bool>,
}

impl CrossingSeries {
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
    fn rate(&self) -> f64 {
        self.happened.iter().filter(|h| **h).count() as f64 / (self.happened.len() as f64).max(1.0)
    }
}

/// Where a factor turns the odds.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossing {
    /// The value at which P = ½, within the values swept; none where it stays on one side.
    pub at: Option<BootstrapEstimate>,
    /// P at the lowest value, by the fit.
    pub from: f64,
    /// P at the highest value.
    pub to: f64,
}

/// Where P = ½ along a factor. None where the factor does not vary.
pub fn crossing(series: &[CrossingSeries], seed: Seed, what: &str) -> Option<Crossing> {
    let x: Vec<f64> = series.iter().map(|s| s.x).collect();
    let rates: Vec<f64> = series.iter().map(CrossingSeries::rate).collect();
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
    let weights: Vec<f64> = series.iter().map(|s| s.happened.len() as f64).collect();
    let fit = Logistic::fit(&x, &rates, &weights)?;
    let low = x.iter().copied().fold(f64::INFINITY, f64::min);
    let high = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let inside = fit.crossing().filter(|at| (low..=high).contains(at));
    let estimate = inside.and_then(|_| {
        let fewest = series.iter().map(|s| s.happened.len()).min().unwrap_or(0);
        let found = if fewest >= ENOUGH_REPLICATES {
            by_replicates(series, &x, seed, what)
        } else {
            by_points(&x, &rates, &weights, seed, what)
        };
        found.into_iter().next().flatten()
    });
    Some(Crossing { at: estimate, from: fit.at(low), to: fit.at(high) })
}

/// Replicate r counts the same number of times at every point that has it.
fn by_replicates(
    series: &[CrossingSeries],
    x: &[f64],
    seed: Seed,
    what: &str,
) -> Vec<Option<BootstrapEstimate>> {
    let most = series.iter().map(|s| s.happened.len()).max().unwrap_or(0);
    estimates(seed, what, most, |times| {
        let counted = |s: &CrossingSeries| {
            let each = s.happened.iter().zip(times);
            let (happened, all) = each.fold((0.0, 0.0), |(k, n), (h, t)| {
                let t = f64::from(*t);
                (k + if *h { t } else { 0.0 }, n + t)
            });
            (if all > 0.0 { happened / all } else { 0.0 }, all)
        };
        let (y, w): (Vec<f64>, Vec<f64>) = series.iter().map(counted).unzip();
        vec![Logistic::fit(x, &y, &w).and_then(|f| f.crossing())]
    })
}

fn by_points(x: &[f64], y: &[f64], w: &[f64], seed: Seed, what: &str) -> Vec<Option<BootstrapEstimate>> {
    estimates(seed, what, x.len(), |times| {
        let weights: Vec<f64> = w.iter().zip(times).map(|(w, t)| w * f64::from(*t)).collect();
        vec![Logistic::fit(x, y, &weights).and_then(|f| f.crossing())]
    })
}
