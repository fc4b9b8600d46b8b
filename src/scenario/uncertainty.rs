//! What is not known, and how it is drawn for each replicate (model §2, honesty point e).

use serde::{Deserialize, Serialize};

use crate::preference::Confidence;

/// How far a drawn quantity lies from the value the scenario states, cut to what is legal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Spread {
    /// As stated.
    #[default]
    Exact,
    /// Normal about the stated value with this standard deviation, truncated to the legal range.
    Normal(f64),
    /// Normal about the stated value with this standard deviation; what falls outside the legal range is put at its end,
    /// as where a scale ends before wishes do (Tobin 1958).
    Censored(f64),
    /// Uniform within this distance of the stated value, truncated to the legal range.
    Uniform(f64),
    /// The stated value times e^z, z normal with this standard deviation; the stated value is the median.
    LogNormal(f64),
}

impl Spread {
    /// The number that says how wide it is.
    pub fn width(self) -> f64 {
        match self {
            Self::Exact => 0.0,
            Self::Normal(w) | Self::Censored(w) | Self::Uniform(w) | Self::LogNormal(w) => w,
        }
    }
}

/// Spread of ideals, by how well they are documented.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IdealSpread {
    /// For positions on record.
    pub high: Spread,
    /// For reasonable readings of the record, and where nothing is said.
    pub medium: Spread,
    /// For guesses.
    pub low: Spread,
    /// For positions taken over from a bloc.
    pub derived: Spread,
}

impl IdealSpread {
    /// The spread that goes with this confidence.
    pub fn of(&self, confidence: Confidence) -> Spread {
        match confidence {
            Confidence::High => self.high,
            Confidence::Medium => self.medium,
            Confidence::Low => self.low,
            Confidence::Derived => self.derived,
        }
    }
}

/// The distributions from which each replicate's parties are drawn; everything is exact unless said.
/// Attendance is uncertain by itself: each country's `attendance` is a probability.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Uncertainty {
    /// Ideal points, cut to [0, 1].
    pub ideals: IdealSpread,
    /// Saliences, cut at 0.
    pub saliences: Spread,
    /// Costs of failure, cut at 0.
    pub cost_of_failure: Spread,
    /// Outside options, of parties that have one.
    pub outside_option: Spread,
    /// Isolation costs, cut at 0.
    pub isolation_cost: Spread,
    /// Patience: β of the concession, cut at .01.
    pub patience: Spread,
}

impl Uncertainty {
    /// Whether anything at all is uncertain but attendance.
    pub fn is_exact(&self) -> bool {
        *self == Self::default()
    }
}
