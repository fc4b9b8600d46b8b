//! What is not known, and how it is drawn for each replicate (specification §2, honesty point e).

use serde::{Deserialize, Serialize};

use super::SharedError;
use crate::{
    field::{Change, Field, SetError, Settable, record},
    named::Named,
    preference::Confidence,
};

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

impl Settable for Spread {
    /// Its number is its `width`.
    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError> {
        match (self, path) {
            (whole, "") => change.replace(path, whole),
            (Self::Normal(w) | Self::Censored(w) | Self::Uniform(w) | Self::LogNormal(w), "width") => {
                w.set_field("", change)
            }
            (Self::Exact, "width") => {
                Err(SetError::expected("a spread to begin with, as Normal(0.05), in place of Exact"))
            }
            _ => Err(SetError::unknown(path, &["width"])),
        }
    }

    fn list(at: &str, about: &'static str, fields: &mut Vec<Field>) {
        fields.push(Field { path: at.to_owned(), about });
        fields.push(Field { path: format!("{at}.width"), about: "The number that says how wide it is." });
    }
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

record! {
    /// Spread of ideals, by how well they are documented.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct IdealSpread {
        /// For positions on record.
        high: Spread = Spread::default(),
        /// For reasonable readings of the record, and where nothing is said.
        medium: Spread = Spread::default(),
        /// For guesses.
        low: Spread = Spread::default(),
        /// For positions taken over from a bloc.
        derived: Spread = Spread::default(),
    }
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

record! {
    /// The distributions from which each replicate's parties are drawn; everything is exact unless said.
    /// Attendance is uncertain by itself: each country's `attendance` is a probability.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Uncertainty {
        /// Ideal points, cut to [0, 1].
        ideals: IdealSpread = IdealSpread::default(),
        /// Saliences, cut at 0.
        saliences: Spread = Spread::default(),
        /// Costs of failure, cut at 0.
        cost_of_failure: Spread = Spread::default(),
        /// Outside options that are numbers, cut to −1 … 1.
        outside_option: Spread = Spread::default(),
        /// The reach of clubs, cut to [0, 1].
        reach: Spread = Spread::default(),
        /// Isolation costs, cut at 0.
        isolation_cost: Spread = Spread::default(),
        /// Patience: β of the concession, cut at .01.
        patience: Spread = Spread::default(),
        /// Errors and shifts that several ideals have in common, by name: a coder's error, a bloc's shift, a clause's.
        #[serde(skip_serializing_if = "Named::is_empty")]
        shared: Named<SharedError> = Named::default(),
    }
}

impl Uncertainty {
    /// Whether anything at all is uncertain but attendance.
    pub(crate) fn is_exact(&self) -> bool {
        *self == Self::default()
    }
}
