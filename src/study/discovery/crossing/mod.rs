//! Where does it become more likely than not? The values of a factor at which P = ½.
//!
//! What is asked for is P along one factor, averaged over the points' other factors. Which values may be a crossing is
//! found by inverting a test: a value is one unless P = ½ is rejected there at 5 %. A crossing is thus covered 95 times in
//! 100, a factor that stays on one side is said to only where ½ is rejected everywhere, and a range that goes on beyond the
//! values swept says so (Fieller 1954, Journal of the Royal Statistical Society B 16). How P is estimated depends on the
//! design:
//! - [`levels`]: where each value of the factor was tried with the same values of all others, as on a grid, by the rates
//!   at these values. Between two of them nothing is known but which sides of ½ they lie on.
//! - [`curve`]: elsewhere, by a logistic regression on all factors, with errors that allow for both points and replicates
//!   having been drawn, and a test of whether it fits.

mod curve;
mod levels;

#[cfg(feature = "pictures")]
pub(crate) use levels::between;

#[cfg(test)]
mod tests;

/// What happened at a point.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossingPoint {
    /// The value of each factor, or the number of its word; NaN where it is left as it is.
    pub at: Vec<f64>,
    /// Whether it happened, replicate by replicate.
    pub happened: Vec<bool>,
}

/// Values at which P may be ½.
#[derive(Clone, Debug, PartialEq)]
pub struct CrossingRange {
    /// Where the estimate is ½; none where it only comes near, several where it goes to and fro.
    pub at: Vec<f64>,
    /// The least value; none where the range goes on below the values swept.
    pub low: Option<f64>,
    /// The greatest; none where it goes on above them.
    pub high: Option<f64>,
}

/// How P was estimated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CrossingMethod {
    /// By the rate at each value.
    Levels,
    /// By a logistic regression on all factors.
    Curve {
        /// The p-value of terms that a straight line of log odds leaves out; none where points are too few to test.
        misfit: Option<f64>,
    },
}

/// Where a factor turns the odds.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossing {
    /// 95 % ranges of the crossings, rising; none where ½ is rejected everywhere.
    pub ranges: Vec<CrossingRange>,
    /// P at the lowest value.
    pub from: f64,
    /// P at the highest value.
    pub to: f64,
    /// How it was estimated.
    pub method: CrossingMethod,
}

/// The p-value below which a regression is said not to fit.
pub const MISFIT: f64 = 0.01;

/// Trials from which on the rate at a value is worth a test of its own.
const ENOUGH_TRIALS: usize = 30;

impl Crossing {
    /// Whether the regression is rejected: what it says then is rough.
    pub fn is_misfit(&self) -> bool {
        matches!(self.method, CrossingMethod::Curve { misfit: Some(p) } if p < MISFIT)
    }
}

/// Where P = ½ along factor `k`; `words` marks factors whose values are words. None where the factor does not vary.
pub fn crossing<'p>(
    points: impl IntoIterator<Item = &'p CrossingPoint>,
    k: usize,
    words: &[bool],
) -> Option<Crossing> {
    let points: Vec<&CrossingPoint> =
        points.into_iter().filter(|p| !p.at[k].is_nan() && !p.happened.is_empty()).collect();
    let levels = levels::of(&points, k);
    if levels.len() < 2 {
        return None;
    }
    let trials = |level: &levels::Level<'_>| level.points.iter().map(|p| p.happened.len()).sum::<usize>();
    if levels::are_balanced(&levels, k) && levels.iter().all(|level| trials(level) >= ENOUGH_TRIALS) {
        return Some(levels::crossing(&levels));
    }
    curve::crossing(&points, k, words)
}

/// The ranges that stretches of values make: their ends, none where a stretch goes on beyond the values swept, and the
/// crossings of the estimate that lie in each.
fn ranges(stretches: &[[Option<f64>; 2]], crossings: &[f64]) -> Vec<CrossingRange> {
    let range = |&[low, high]: &[Option<f64>; 2]| {
        let all = low.unwrap_or(f64::NEG_INFINITY)..=high.unwrap_or(f64::INFINITY);
        CrossingRange { at: crossings.iter().copied().filter(|at| all.contains(at)).collect(), low, high }
    };
    stretches.iter().map(range).collect()
}
