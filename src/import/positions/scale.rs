//! The scale on which a table gives positions, and signs that it is another one than was said.

use crate::{preference::mixed_units, sheet::SheetFindings};

use super::{Span, SurveyReading};

/// The scale of a table that says nothing else.
pub const USUAL: Scale = Scale { low: 0.0, high: 100.0 };

/// Where the lowest positions that are a whole scale's may end: below this share of it, the scale is another.
const LOWEST: f64 = 0.25;

/// The two ends of a scale: what becomes 0 and what becomes 1. The first may be the larger one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// A scale between two different numbers; none where they are the same, or no numbers.
    pub fn new(low: f64, high: f64) -> Option<Self> {
        (low.is_finite() && high.is_finite() && (high - low).abs() > 0.0).then_some(Self { low, high })
    }

    /// Whether a position lies on it.
    pub fn holds(self, x: f64) -> bool {
        (self.low.min(self.high)..=self.low.max(self.high)).contains(&x)
    }

    /// A position as a place from 0 to 1.
    pub fn place(self, x: f64) -> f64 {
        (x - self.low) / (self.high - self.low)
    }

    /// What is expected of a position.
    pub fn words(self) -> String {
        format!("a number from {} to {}", self.low, self.high)
    }

    /// The end that stands for nothing.
    pub fn foot(self) -> f64 {
        self.low
    }
}

/// A number of a table and where it stands.
pub type Placed = (f64, Span);

/// Notes an issue whose positions all lie at the foot of a scale that nobody has confirmed.
pub fn check_use(
    issue: &str,
    positions: &[Placed],
    reading: &SurveyReading<'_>,
    findings: &mut SheetFindings,
) {
    if reading.is_stated(issue) {
        return;
    }
    let (least, most) = range(positions);
    let Some((_, span)) = positions.iter().find(|(x, _)| *x == most) else { return };
    if most <= 0.0 || USUAL.place(most) > LOWEST {
        return;
    }
    let top = if most <= 1.0 { 1.0 } else { most };
    let message =
        format!("the positions on {issue} run from {least} to {most}: is that a scale from 0 to 100?");
    findings.add(
        span.clone(),
        message,
        "none is above 25".to_owned(),
        Some(format!(
            "name the ends of its scale: --scale {0}=LOW,HIGH, as --scale {0}=0,{top}; --scale {0}=0,100 if it is meant; \
             --scale LOW,HIGH for all issues",
            crate::import::argument(issue)
        ).into()),
    );
}

/// Notes numbers of one column that stand on two scales.
pub fn check_units(what: &str, numbers: &[Placed], findings: &mut SheetFindings) {
    let Some((below, above)) = mixed_units(numbers.iter().map(|(x, _)| *x)) else { return };
    let Some((_, span)) = numbers.iter().find(|(x, _)| *x >= above) else { return };
    let (least, most) = range(numbers);
    let message = format!(
        "the {what} run from {least} to {most}, of which some are {below} and less, others {above} and more"
    );
    let help =
        format!("{what} are relative to each other: write all of them from 0 to 1, or all from 0 to 100");
    findings.add(span.clone(), message, "on another scale than the rest?".to_owned(), Some(help.into()));
}

fn range(numbers: &[Placed]) -> (f64, f64) {
    let all = || numbers.iter().map(|(x, _)| *x);
    (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max))
}
