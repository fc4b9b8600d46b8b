//! What an interval says of a threshold.

use serde::Serialize;

use crate::study::statistics::Mean;

/// Whether a player holds the text down, from the interval of its responsibility and the least that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The whole interval reaches the threshold: it holds the text down.
    HoldsDown,
    /// The whole interval lies below: it does not hold it down by as much. Below 0 it pulls the text up.
    DoesNot,
    /// The threshold lies within the interval, or there is none.
    CannotTell,
}

impl Verdict {
    /// The verdict on this estimate: l ≥ threshold, h < threshold, or neither.
    ///
    /// ```
    /// use plenary::study::{responsibility::Verdict, statistics::Mean};
    ///
    /// let of = |low, high| Verdict::of(&Mean { n: 9, mean: Some(0.05), low: Some(low), high: Some(high) }, 0.05);
    /// assert_eq!(of(0.05, 0.09), Verdict::HoldsDown);
    /// assert_eq!(of(0.01, 0.0499), Verdict::DoesNot);
    /// assert_eq!(of(0.04, 0.06), Verdict::CannotTell);
    /// ```
    pub fn of(estimate: &Mean, threshold: f64) -> Self {
        match (estimate.low, estimate.high) {
            (Some(low), _) if low >= threshold => Self::HoldsDown,
            (_, Some(high)) if high < threshold => Self::DoesNot,
            _ => Self::CannotTell,
        }
    }
}
