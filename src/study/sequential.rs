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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::bootstrap::Urn;

    #[test]
    fn looks_double_up_to_the_most() {
        let until = |most| Until { of: Target::Lcd, half_width: 0.02, most };
        assert_eq!(looks(200, None), [200]);
        assert_eq!(looks(200, Some(&until(12_800))), [200, 400, 800, 1600, 3200, 6400, 12_800]);
        assert_eq!(looks(200, Some(&until(1000))), [200, 400, 800, 1000]);
        assert_eq!(looks(200, Some(&until(200))), [200]);
    }

    /// Fixed-sample sizes for p = .5 (experiments.md): ± .05, .02 and .01 take 385, 2,401 and 9,604.
    #[test]
    fn a_single_look_takes_what_theory_says() {
        for (half_width, n) in [(0.05, 385_u64), (0.02, 2401), (0.01, 9604)] {
            let at = |n: u64| {
                let mut evidence = Evidence::default();
                (0..n).for_each(|k| evidence.add(f64::from(u8::from(k % 2 == 0))));
                evidence.half_width(Target::Lcd, 1)
            };
            assert!(at(n + 4) <= half_width && at(n - 10) > half_width, "{half_width}: {}", at(n));
        }
    }

    /// The interval reported when a point stops covers the truth in at least 95 % of studies, whatever the truth,
    /// although it is looked at again and again: 2,400 studies for each probability and for a mean, less 4 standard
    /// errors of the share (.0178) for the simulation itself.
    #[test]
    fn stopping_keeps_the_coverage() {
        const STUDIES: u64 = 2400;
        let slack = 4.0 * libm::sqrt(0.05 * 0.95 / STUDIES as f64);
        for (of, p, half_width) in [
            (Target::Lcd, 0.5, 0.05),
            (Target::Lcd, 0.2, 0.04),
            (Target::Lcd, 0.03, 0.025),
            (Target::Depth, 0.35, 0.03),
        ] {
            let until = Until { of, half_width, most: 3200 };
            let looks = looks(50, Some(&until));
            let (mut covered, mut stopped_early) = (0, 0);
            for study in 0..STUDIES {
                let mut urn = Urn::new(study, "coverage");
                let (mut evidence, mut seen) = (Evidence::default(), (0.0, 0));
                for look in &looks {
                    while evidence.count() < *look {
                        let u = urn.draw(1 << 20) as f64 / f64::from(1 << 20);
                        // A mean of something skewed: u³ has mean ¼; shifted to p.
                        let x = if of == Target::Depth {
                            (u * u * u + p - 0.25).min(1.0)
                        } else {
                            f64::from(u8::from(u < p))
                        };
                        evidence.add(x);
                        seen = (seen.0 + x, seen.1 + 1);
                    }
                    if evidence.suffices(&until, looks.len()) {
                        stopped_early += u32::from(look < looks.last().unwrap());
                        break;
                    }
                }
                let alpha = ALPHA / looks.len() as f64;
                let inside = if of == Target::Depth {
                    // E[min(u³ + .1, 1)] = .35 − ∫ (u³ − .9)₊.
                    let edge = libm::cbrt(0.9);
                    let cut = (1.0 - edge.powi(4)) / 4.0 - 0.9 * (1.0 - edge);
                    (seen.0 / f64::from(seen.1) - (p - cut)).abs() <= evidence.half_width(of, looks.len())
                } else {
                    let rate = Rate::at(seen.0 as u64, u64::from(seen.1 as u32), alpha);
                    rate.low <= p && p <= rate.high
                };
                covered += u32::from(inside);
            }
            let share = f64::from(covered) / STUDIES as f64;
            assert!(share >= 0.95 - slack, "{of:?} at {p}: {share}");
            assert!(
                f64::from(stopped_early) > 0.5 * STUDIES as f64,
                "{of:?} at {p}: {stopped_early} stopped early"
            );
        }
    }
}
