//! Sequential stopping: go on until an estimate is sure enough.
//!
//! A point is looked at after n, 2n, 4n … replicates, K looks in all up to the most allowed, and stops at the first
//! at which the interval at level 1 − α/K is no wider than ± h. Splitting α = .05 evenly over the looks (Bonferroni)
//! keeps the chance that the interval reported misses the truth below α, whichever look it comes from. Rates have
//! Wilson's interval, means Student's. After Pocock (1977), Biometrika 64, on looking repeatedly.

use num_bigint::BigInt;
use num_traits::ToPrimitive as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::{
    statistics::{Rate, student_quantile},
    table::{
        Cell, Column, ColumnKind, DataTable, Row,
        select::{Selection, UnknownMeasure, select_numeric},
    },
};

/// α: how often the intervals of all looks together may miss.
pub const ALPHA: f64 = 0.05;

/// When a point has been negotiated often enough, as a study's author writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Until {
    /// The measure that is estimated: a boolean or a number that the study records, as `lcd` or `"gain:China"`.
    #[serde(deserialize_with = "name_or_word")]
    pub of: String,
    /// h ∈ (0, 1): the half-width that is sure enough.
    pub half_width: f64,
    /// The most replicates at a point.
    pub most: u64,
}

/// A name in quotes, or a word without: RON tells them apart, serde's buffer does not.
fn name_or_word<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Name(String),
        Number(f64),
    }
    Ok(match Either::deserialize(deserializer)? {
        Either::Name(name) => name,
        // No measure is called so: that is said when the study is checked.
        Either::Number(x) => x.to_string(),
    })
}

/// The same, with the measure found among the columns of the study's replicates.
#[derive(Clone, Debug, PartialEq)]
pub struct Stopping {
    /// The measure.
    pub of: Selection,
    /// h.
    pub half_width: f64,
    /// K: how many looks there are.
    pub looks: usize,
}

impl Stopping {
    /// The rule of a study whose replicates have these columns.
    ///
    /// # Errors
    /// If it stops by a measure that they do not have.
    pub fn new(until: &Until, looks: usize, columns: &[Column]) -> Result<Self, UnknownMeasure> {
        let of = select_numeric(columns, &until.of)?;
        Ok(Self { of, half_width: until.half_width, looks })
    }

    /// Half the width of the interval at level 1 − α/K.
    pub fn half_width(&self, seen: &Evidence) -> f64 {
        #[allow(clippy::cast_precision_loss)] // a few dozen looks
        let alpha = ALPHA / self.looks as f64;
        if self.of.column.kind == ColumnKind::Boolean { seen.wilson(alpha) } else { seen.student(alpha) }
    }

    /// Whether that is narrow enough.
    pub fn suffices(&self, seen: &Evidence) -> bool {
        self.half_width(seen) <= self.half_width
    }

    /// Takes in a row of replicates.
    pub fn add(&self, seen: &mut Evidence, row: &Row) {
        seen.add(self.of.of_row(row).number());
    }
}

/// How many points of a study have become sure enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reached {
    /// Points whose interval is narrow enough.
    pub points: u64,
    /// Of how many.
    pub of: u64,
    /// The half-width of the widest interval; none where a point's measure has too few values for one.
    pub widest: Option<f64>,
    /// Which point that is.
    pub widest_at: Option<u64>,
}

/// The columns of the table of points that say how sure a point is, and whether that is enough.
pub const HALF_WIDTH: &str = "half_width";
/// See [`HALF_WIDTH`].
pub const REACHED: &str = "reached";

impl Reached {
    /// Read off a table of points; none where the number of replicates is fixed.
    pub fn of(points: &DataTable) -> Option<Self> {
        let (half_width, reached) = (points.column(HALF_WIDTH)?, points.column(REACHED)?);
        let width = |row: &Row| row.get(half_width).and_then(Cell::number).unwrap_or(f64::INFINITY);
        let is_reached = |row: &&Row| row.get(reached).is_some_and(Cell::is_true);
        let widest = points.rows.iter().max_by(|a, b| width(a).total_cmp(&width(b)));
        Some(Self {
            points: points.rows.iter().filter(is_reached).count() as u64,
            of: points.rows.len() as u64,
            widest: widest.map(width).filter(|w| w.is_finite()),
            widest_at: widest.and_then(|row| match row.first() {
                Some(Cell::Integer(point)) => Some(*point),
                _ => None,
            }),
        })
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
    replicates: u64,
    defined: u64,
    sum: i128,
    squares: i128,
}

/// 2⁴⁰.
const UNIT: f64 = 1_099_511_627_776.0;

impl Evidence {
    /// Takes in a replicate: the value of the measure, in [−1, 1], where it is defined.
    #[allow(clippy::cast_possible_truncation)] // far below 2^127
    pub fn add(&mut self, x: Option<f64>) {
        self.replicates += 1;
        let Some(x) = x else { return };
        let units = (x * UNIT).round() as i128;
        self.defined += 1;
        self.sum += units;
        self.squares += units * units;
    }

    /// How many replicates were taken in.
    pub fn replicates(&self) -> u64 {
        self.replicates
    }

    /// Half the width of Wilson's interval of a rate.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // counts
    fn wilson(&self, alpha: f64) -> f64 {
        let Rate { low, high, .. } = Rate::at((self.sum as f64 / UNIT) as u64, self.defined, alpha);
        (high - low) / 2.0
    }

    /// Half the width of Student's interval of a mean; infinite of fewer than two.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 replicates
    fn student(&self, alpha: f64) -> f64 {
        if self.defined < 2 {
            return f64::INFINITY;
        }
        // n Σx² − (Σx)², exact: beyond 2²³ replicates it outgrows i128. Rounded once.
        let sum = BigInt::from(self.sum);
        let spread = BigInt::from(self.defined) * self.squares - &sum * &sum;
        let spread = spread.to_f64().unwrap_or(f64::INFINITY) / UNIT / UNIT;
        let n = self.defined as f64;
        student_quantile(self.defined - 1, alpha) * libm::sqrt(spread / (n * n * (n - 1.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::bootstrap::Urn;

    fn stopping(kind: ColumnKind, half_width: f64, looks: usize) -> Stopping {
        let until = Until { of: "x".to_owned(), half_width, most: 1 };
        Stopping::new(&until, looks, &[Column::new("x", kind, "")]).expect("the column is there")
    }

    #[test]
    fn looks_double_up_to_the_most() {
        let until = |most| Until { of: "lcd".to_owned(), half_width: 0.02, most };
        assert_eq!(looks(200, None), [200]);
        assert_eq!(looks(200, Some(&until(12_800))), [200, 400, 800, 1600, 3200, 6400, 12_800]);
        assert_eq!(looks(200, Some(&until(1000))), [200, 400, 800, 1000]);
        assert_eq!(looks(200, Some(&until(200))), [200]);
    }

    /// Fixed-sample sizes for p = .5 (specification §8): ± .05, .02 and .01 take 385, 2,401 and 9,604.
    #[test]
    fn a_single_look_takes_what_theory_says() {
        for (half_width, n) in [(0.05, 385_u64), (0.02, 2401), (0.01, 9604)] {
            let at = |n: u64| {
                let mut evidence = Evidence::default();
                (0..n).for_each(|k| evidence.add(Some(f64::from(u8::from(k % 2 == 0)))));
                stopping(ColumnKind::Boolean, half_width, 1).half_width(&evidence)
            };
            assert!(at(n + 4) <= half_width && at(n - 10) > half_width, "{half_width}: {}", at(n));
        }
    }

    /// Twenty million replicates, half of them 1: t √(¼/(n − 1)), n ¼/(n − 1) being the variance.
    #[test]
    fn many_replicates_do_not_overflow() {
        let (half, one) = (10_000_000_i128, 1_i128 << 40);
        let seen = 20_000_000_u64;
        let evidence =
            Evidence { replicates: seen, defined: seen, sum: half * one, squares: half * one * one };
        let expected = student_quantile(seen - 1, ALPHA) * libm::sqrt(0.25 / (seen - 1) as f64);
        let found = stopping(ColumnKind::Number, 0.1, 1).half_width(&evidence);
        assert!((found / expected - 1.0).abs() < 1e-12, "{found} and {expected}");
    }

    /// The interval reported when a point stops covers the truth in at least 95 % of studies, whatever the truth,
    /// although it is looked at again and again: 2,400 studies for each probability and for a mean, less 4 standard
    /// errors of the share (.0178) for the simulation itself.
    #[test]
    fn stopping_keeps_the_coverage() {
        const STUDIES: u64 = 2400;
        let slack = 4.0 * libm::sqrt(0.05 * 0.95 / STUDIES as f64);
        for (of, p, half_width) in [
            (ColumnKind::Boolean, 0.5, 0.05),
            (ColumnKind::Boolean, 0.2, 0.04),
            (ColumnKind::Boolean, 0.03, 0.025),
            (ColumnKind::Number, 0.35, 0.03),
        ] {
            let looks = looks(50, Some(&Until { of: "x".to_owned(), half_width, most: 3200 }));
            let until = stopping(of, half_width, looks.len());
            let (mut covered, mut stopped_early) = (0, 0);
            for study in 0..STUDIES {
                let mut urn = Urn::new(study, "coverage");
                let (mut evidence, mut seen) = (Evidence::default(), (0.0, 0));
                for look in &looks {
                    while evidence.replicates() < *look {
                        let u = urn.draw(1 << 20) as f64 / f64::from(1 << 20);
                        // A mean of something skewed: u³ has mean ¼; shifted to p.
                        let x = if of == ColumnKind::Number {
                            (u * u * u + p - 0.25).min(1.0)
                        } else {
                            f64::from(u8::from(u < p))
                        };
                        evidence.add(Some(x));
                        seen = (seen.0 + x, seen.1 + 1);
                    }
                    if until.suffices(&evidence) {
                        stopped_early += u32::from(look < looks.last().unwrap());
                        break;
                    }
                }
                let alpha = ALPHA / looks.len() as f64;
                let inside = if of == ColumnKind::Number {
                    // E[min(u³ + .1, 1)] = .35 − ∫ (u³ − .9)₊.
                    let edge = libm::cbrt(0.9);
                    let cut = (1.0 - edge.powi(4)) / 4.0 - 0.9 * (1.0 - edge);
                    (seen.0 / f64::from(seen.1) - (p - cut)).abs() <= until.half_width(&evidence)
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
