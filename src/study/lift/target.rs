//! The target of a lift: a bound on the mean of a measure, as `lcd < 0.1` or `realised_depth >= 0.4`.

use std::{fmt, str::FromStr};

use thiserror::Error;

use crate::{
    document::nearest,
    study::{
        measure::{Measure, Measures},
        table::ColumnKind,
        table::select::UnknownMeasure,
    },
};

/// A mean this near a bound is at it: rounding.
const ROUNDING: f64 = 1e-9;

/// What is to be reached: the mean of a measure (of a boolean, its rate) on one side of a bound.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The measure, as it was asked for.
    pub measure: String,
    /// Whether it is to be above the bound, rather than below.
    pub is_above: bool,
    /// Whether the bound itself will not do.
    pub is_strict: bool,
    /// The bound, in the unit of the measure; a rate from 0 to 1.
    pub bound: f64,
    /// What follows the number: a unit, or nothing.
    unit: String,
}

/// Why a target cannot be one.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TargetError {
    /// It is no comparison.
    #[error("\"{text}\" is no target")]
    NoComparison {
        /// As given.
        text: String,
    },
    /// What stands after the sign is no number.
    #[error("the target \"{text}\" needs a number after its sign")]
    NoNumber {
        /// As given.
        text: String,
    },
    /// No such measure.
    #[error(transparent)]
    Measure(#[from] UnknownMeasure),
    /// The measure has another unit, or none.
    #[error("{measure} is not counted in \"{unit}\"")]
    Unit {
        /// The measure.
        measure: String,
        /// As given.
        unit: String,
        /// What would fit.
        help: String,
    },
    /// Nothing it could be would reach it, or everything would.
    #[error("{measure} is never outside {low} to {high}: {target} asks nothing of it")]
    Range {
        /// The measure.
        measure: String,
        /// The least it can be.
        low: String,
        /// The most it can be.
        high: String,
        /// As given.
        target: String,
    },
}

impl TargetError {
    /// What would be a target.
    pub fn help(&self) -> String {
        match self {
            Self::NoComparison { .. } | Self::NoNumber { .. } => {
                "write a measure, <, <=, > or >=, and a number, as in --to \"lcd < 0.1\", --to \"depth > 0.4\" or --to \
                 \"adopted >= 90%\""
                    .to_owned()
            }
            Self::Measure(_) => "the guide on studies says what can be measured, and how to make a measure of others".to_owned(),
            Self::Unit { help, .. } => help.clone(),
            Self::Range { low, high, .. } => format!("choose a number between {low} and {high}"),
        }
    }
}

impl FromStr for Target {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, TargetError> {
        let none = || TargetError::NoComparison { text: text.to_owned() };
        // A condition within the measure, as in "round>=40 > 0.5", stands before the sign of the target.
        let end = text.rfind(['<', '>', '≤', '≥']).ok_or_else(none)?;
        let sign = text[end..].chars().next().ok_or_else(none)?;
        let rest = &text[end + sign.len_utf8()..];
        let (is_weak, rest) = match rest.strip_prefix('=') {
            Some(rest) => (true, rest),
            None => (matches!(sign, '≤' | '≥'), rest),
        };
        let measure = text[..end].trim();
        if measure.is_empty() {
            return Err(none());
        }
        let (bound, unit) =
            number(rest.trim()).ok_or_else(|| TargetError::NoNumber { text: text.to_owned() })?;
        let is_above = matches!(sign, '>' | '≥');
        Ok(Self { measure: measure.to_owned(), is_above, is_strict: !is_weak, bound, unit })
    }
}

/// A finite number and what follows it.
fn number(text: &str) -> Option<(f64, String)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || "+-.eE".contains(c))).unwrap_or(text.len());
    let number: f64 = text[..end].parse().ok()?;
    number.is_finite().then(|| (number, text[end..].trim().to_owned()))
}

impl Target {
    /// The measure of this case that it speaks of, and the target in the measure's own unit.
    ///
    /// # Errors
    /// If the case has no such measure, if it has another unit, or if its range lies wholly on one side of the bound.
    pub fn of(&self, measures: &Measures) -> Result<(Self, Measure), TargetError> {
        let measure = measures.select(&self.measure)?;
        let target = self.in_unit_of(&measure)?;
        let column = &measure.column;
        let range = if column.kind == ColumnKind::Boolean { Some([0.0, 1.0]) } else { column.range };
        if let Some([low, high]) = range
            && (target.meets(low) == target.meets(high) || !(low..=high).contains(&target.bound))
        {
            return Err(TargetError::Range {
                measure: measure.name().to_owned(),
                low: low.to_string(),
                high: high.to_string(),
                target: self.to_string(),
            });
        }
        Ok((target, measure))
    }

    fn in_unit_of(&self, measure: &Measure) -> Result<Self, TargetError> {
        let bare = |bound| Self { bound, unit: String::new(), ..self.clone() };
        let is_share = measure.column.kind == ColumnKind::Boolean || measure.column.range == Some([0.0, 1.0]);
        let known = measure.column.unit.as_deref();
        match self.unit.as_str() {
            "" => Ok(bare(self.bound)),
            "%" if is_share => Ok(bare(self.bound / 100.0)),
            unit if Some(unit) == known => Ok(bare(self.bound)),
            unit => {
                let help = match known {
                    Some(known) => nearest(unit, [known]).to_string(),
                    None if is_share => "leave the unit out, or write %".to_owned(),
                    None => "leave the unit out".to_owned(),
                };
                Err(TargetError::Unit { measure: self.measure.clone(), unit: unit.to_owned(), help })
            }
        }
    }

    /// Whether a mean reaches it.
    pub fn meets(&self, x: f64) -> bool {
        let beyond = if self.is_above { x - self.bound } else { self.bound - x };
        if self.is_strict { beyond > ROUNDING } else { beyond >= -ROUNDING }
    }

    /// How much nearer the target `b` is than `a`; beyond it is nearer still.
    pub fn gain(&self, a: f64, b: f64) -> f64 {
        if self.is_above { b - a } else { a - b }
    }

    /// The sign as it is written.
    pub fn sign(&self) -> &'static str {
        match (self.is_above, self.is_strict) {
            (true, true) => ">",
            (true, false) => ">=",
            (false, true) => "<",
            (false, false) => "<=",
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.measure, self.sign(), self.bound)?;
        let gap = if self.unit == "%" || self.unit.is_empty() { "" } else { " " };
        write!(f, "{gap}{}", self.unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_read() {
        for (text, measure, sign, bound) in [
            ("lcd < 0.1", "lcd", "<", 0.1),
            ("depth>.4", "depth", ">", 0.4),
            ("realised_depth >= 0.5 >= 0.6", "realised_depth >= 0.5", ">=", 0.6),
            ("adoption_round ≤ 40", "adoption_round", "<=", 40.0),
            ("gain:USA > -0.05", "gain:USA", ">", -0.05),
        ] {
            let target: Target = text.parse().expect(text);
            assert_eq!(
                (target.measure.as_str(), target.sign(), target.bound),
                (measure, sign, bound),
                "{text}"
            );
        }
        for text in
            ["", "lcd", "lcd = 0.1", "< 0.1", "lcd <", "lcd < much", "lcd < nan", "lcd < inf", "lcd < 1e999"]
        {
            assert!(text.parse::<Target>().is_err(), "{text}");
        }
    }

    #[test]
    fn units_and_ranges_are_held_against_the_measure() {
        let of =
            |text: &str| text.parse::<Target>().and_then(|t| t.of(&Measures::fixed())).map(|(t, _)| t.bound);
        assert_eq!(of("adopted >= 90%"), Ok(0.9));
        assert_eq!(of("depth > 40 %"), Ok(0.4));
        assert_eq!(of("round < 40 rounds"), Ok(40.0));
        for text in [
            "round < 40%",
            "depth > 0.4 metres",
            "depth > 2",
            "lcd < 0",
            "adopted >= 0",
            "lcd > 1",
            "dpth > 0.4",
        ] {
            assert!(of(text).is_err(), "{text}");
        }
    }
}
