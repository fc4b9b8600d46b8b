//! Sequential stopping: go on until an estimate is sure enough.
//!
//! A point is looked at after n, 2n, 4n … replicates, K looks in all up to the most allowed, and stops at the first
//! at which the interval at level 1 − α/K is no wider than ± h. Splitting α = .05 evenly over the looks (Bonferroni)
//! keeps the chance that the interval reported misses the truth below α, whichever look it comes from. Rates have
//! Wilson's interval, means Student's. After Pocock (1977), Biometrika 64, on looking repeatedly.

use serde::{Deserialize, Serialize};

use super::statistics::{Rate, student_quantile};
use crate::study::table::{Column, Row};

/// α: how often the intervals of all looks together may miss.
pub const ALPHA: f64 = 0.05;

/// When a point has been negotiated often enough.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Until {
    /// Of what the estimate is.
    pub of: Target,
    /// h ∈ (0, 1): the half-width that is sure enough.
    pub half_width: f64,
    /// The most replicates at a point.
    pub most: u64,
}

/// What is estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// The probability that a text is adopted.
    Adopted,
    /// The probability of an LCD text.
    Lcd,
    /// The probability of LCD in substance.
    LcdInSubstance,
    /// Mean realised depth.
    Depth,
}

impl Target {
    /// The column it is read from.
    pub fn column(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Lcd => "lcd",
            Self::LcdInSubstance => "lcd_in_substance",
            Self::Depth => "realised_depth",
        }
    }

    /// The number of a row that is averaged.
    pub fn read(self, columns: &[Column], row: &Row) -> f64 {
        let place = columns.iter().position(|c| c.name == self.column());
        place.and_then(|p| row.get(p)?.number()).unwrap_or(0.0)
    }
}

/// The looks of a study: replicates at each.
pub fn looks(first: u64, until: Option<&Until>) -> Vec<u64> {
    let most = until.map_or(first, |u| u.most);
    let mut looks = vec![first];
    while let Some(next) =
        looks.last().map(|n| n.saturating_mul(2).min(most)).filter(|n| Some(n) > looks.last())
    {
        looks.push(next);
    }
    looks
}

/// What a point has shown so far. Kept in whole numbers, so that it does not depend on the order in which results
/// come: values count in 2⁻⁴⁰.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Evidence {
    count: u64,
    sum: i128,
    squares: i128,
}

/// 2⁴⁰.
const UNIT: f64 = 1_099_511_627_776.0;

impl Evidence {
    /// Takes in a value of the target, in [0, 1].
    #[allow(clippy::cast_possible_truncation)] // far below 2^127
    pub fn add(&mut self, x: f64) {
        let units = (x * UNIT).round() as i128;
        self.count += 1;
        self.sum += units;
        self.squares += units * units;
    }

    /// How many values were taken in.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Half the width of the interval at level 1 − α/K.
    #[allow(clippy::cast_precision_loss)] // a few dozen looks, and rounding once
    pub fn half_width(&self, of: Target, looks: usize) -> f64 {
        let alpha = ALPHA / looks as f64;
        if of != Target::Depth {
            let Rate { low, high, .. } = Rate::at((self.sum as f64 / UNIT) as u64, self.count, alpha);
            return (high - low) / 2.0;
        }
        if self.count < 2 {
            return f64::INFINITY;
        }
        let n = i128::from(self.count);
        let spread = (n * self.squares - self.sum * self.sum) as f64 / UNIT / UNIT;
        let n = self.count as f64;
        student_quantile(self.count - 1, alpha) * libm::sqrt(spread / (n * n * (n - 1.0)))
    }

    /// Whether that is sure enough.
    pub fn suffices(&self, until: &Until, looks: usize) -> bool {
        self.half_width(until.of, looks) <= until.half_width
    }
}
