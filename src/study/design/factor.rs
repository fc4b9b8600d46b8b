//! A factor of a study: what is varied, and over which values.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{SeqAccess, Visitor},
};

use crate::{
    random::{normal_cdf, normal_quantile},
    study::table::{Cell, ColumnKind},
};

/// The values of a factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Factor {
    /// These, in this order: numbers, or words in quotes as a scenario file writes them without.
    Values(Vec<Level>),
    /// So many values evenly spaced between two numbers, both included.
    Steps(f64, f64, u32),
    /// Any number between two.
    Range(f64, f64),
    /// Any whole number between two, both included.
    Whole(u64, u64),
    /// Any number between two above 0, evenly in its logarithm.
    Log(f64, f64),
    /// A normal number: mean, standard deviation.
    Normal(f64, f64),
    /// A normal number between two: mean and standard deviation before the ends are cut off, least, greatest.
    TruncatedNormal(f64, f64, f64, f64),
    /// A triangular number: least, likeliest, greatest.
    Triangular(f64, f64, f64),
    /// One of these values, each with a chance in proportion to its weight.
    Discrete(Vec<(Level, f64)>),
    /// Multiples of what the scenario says, by another factor's values.
    Times(Box<Factor>),
}

/// Between words that make up one value, as switches that are flipped together.
pub const TOGETHER: &str = " + ";

/// One value of a factor.
#[derive(Clone, Debug, PartialEq)]
pub enum Level {
    /// A number.
    Number(f64),
    /// A word, or anything else as a scenario file writes it.
    Word(String),
}

impl Level {
    /// A cell or setting: a number where it is one, else a word.
    pub fn read(text: &str) -> Self {
        match text.parse::<f64>() {
            Ok(x) if x.is_finite() => Self::Number(x),
            _ => Self::Word(text.to_owned()),
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(x) => write!(f, "{x}"),
            Self::Word(word) => f.write_str(word),
        }
    }
}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(x) => serializer.serialize_f64(*x),
            Self::Word(word) => serializer.serialize_str(word),
        }
    }
}

impl<'de> Deserialize<'de> for Level {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Value;

        #[allow(clippy::cast_precision_loss)] // beyond 2^53 nothing of a scenario goes
        impl<'de> Visitor<'de> for Value {
            type Value = Level;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number as in 0.15, or a word in quotes as in \"TwoThirds\"")
            }

            fn visit_f64<E>(self, x: f64) -> Result<Level, E> {
                Ok(Level::Number(x))
            }

            fn visit_i64<E>(self, x: i64) -> Result<Level, E> {
                Ok(Level::Number(x as f64))
            }

            fn visit_u64<E>(self, x: u64) -> Result<Level, E> {
                Ok(Level::Number(x as f64))
            }

            fn visit_bool<E>(self, yes: bool) -> Result<Level, E> {
                Ok(Level::Word(yes.to_string()))
            }

            fn visit_str<E>(self, word: &str) -> Result<Level, E> {
                Ok(Level::Word(word.to_owned()))
            }

            /// Several words at once, as switches that are flipped together.
            fn visit_seq<A: SeqAccess<'de>>(self, mut words: A) -> Result<Level, A::Error> {
                let mut all: Vec<String> = Vec::new();
                while let Some(word) = words.next_element()? {
                    all.push(word);
                }
                Ok(Level::Word(all.join(TOGETHER)))
            }
        }

        deserializer.deserialize_any(Value)
    }
}

impl Factor {
    /// How many values it has; none where it is a range.
    pub fn levels(&self) -> Option<u64> {
        match self {
            Self::Values(values) => Some(values.len() as u64),
            Self::Steps(_, _, count) => Some(u64::from(*count)),
            Self::Whole(from, to) => Some(to.saturating_sub(*from).saturating_add(1)),
            Self::Discrete(values) => Some(values.len() as u64),
            Self::Range(..)
            | Self::Log(..)
            | Self::Normal(..)
            | Self::TruncatedNormal(..)
            | Self::Triangular(..) => None,
            Self::Times(inner) => inner.levels(),
        }
    }

    /// The nth value; none where it is a range.
    #[allow(clippy::cast_precision_loss)] // whole numbers of a scenario stay far below 2^53
    pub fn level(&self, n: u64) -> Option<Level> {
        match self {
            Self::Values(values) => values.get(usize::try_from(n).ok()?).cloned(),
            Self::Steps(from, to, count) => {
                let share = if *count > 1 { n as f64 / f64::from(count - 1) } else { 0.0 };
                Some(Level::Number(tidy(from + share * (to - from))))
            }
            Self::Whole(from, _) => Some(Level::Number(from.saturating_add(n) as f64)),
            Self::Discrete(values) => values.get(usize::try_from(n).ok()?).map(|(level, _)| level.clone()),
            Self::Range(..)
            | Self::Log(..)
            | Self::Normal(..)
            | Self::TruncatedNormal(..)
            | Self::Triangular(..) => None,
            Self::Times(inner) => inner.level(n),
        }
    }

    /// The value at u, by the inverse of its distribution function: evenly over a range, every listed value with the same
    /// share, or as its distribution says, so that strata of u stay strata. `closed` u runs over [0, 1] and reaches both
    /// ends, as Morris' grid does (of what has no end, the quantiles at .005 and .995; of weighted values each with
    /// the same share); else u is in [0, 1).
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    pub fn at(&self, u: f64, closed: bool) -> Level {
        match self {
            Self::Range(from, to) => Level::Number(from + u * (to - from)),
            Self::Log(from, to) => {
                let (from, to) = (libm::log(*from), libm::log(*to));
                Level::Number(libm::exp(from + u * (to - from)))
            }
            Self::Normal(mean, sd) => {
                Level::Number(mean + sd * normal_quantile(if closed { 0.005 + 0.99 * u } else { inside(u) }))
            }
            Self::TruncatedNormal(mean, sd, low, high) => {
                let [from, to] = [low, high].map(|x| normal_cdf((x - mean) / sd));
                let share = from + inside(u) * (to - from);
                Level::Number((mean + sd * normal_quantile(inside(share))).clamp(*low, *high))
            }
            Self::Triangular(low, mode, high) => Level::Number(triangular(u, *low, *mode, *high)),
            Self::Discrete(values) if !closed => weighted(values, u),
            Self::Times(inner) => inner.at(u, closed),
            Self::Discrete(_) | Self::Values(_) | Self::Steps(..) | Self::Whole(..) => {
                let k = self.levels().unwrap_or(1).max(1);
                let n = if closed { (u * (k - 1) as f64).round() } else { (u * k as f64).floor() };
                self.level((n as u64).min(k - 1)).unwrap_or(Level::Number(u))
            }
        }
    }

    /// What is written in the scenario for a value.
    pub fn setting(&self, level: &Level) -> String {
        match self {
            Self::Times(_) => format!("x{level}"),
            _ => level.to_string(),
        }
    }

    /// What its column holds.
    pub fn kind(&self) -> ColumnKind {
        match self {
            Self::Values(values) if values.iter().any(|v| matches!(v, Level::Word(_))) => ColumnKind::String,
            Self::Whole(..) => ColumnKind::Integer,
            Self::Discrete(values) if values.iter().any(|(v, _)| matches!(v, Level::Word(_))) => {
                ColumnKind::String
            }
            Self::Times(inner) => inner.kind(),
            Self::Values(_)
            | Self::Steps(..)
            | Self::Range(..)
            | Self::Log(..)
            | Self::Normal(..)
            | Self::TruncatedNormal(..)
            | Self::Triangular(..)
            | Self::Discrete(_) => ColumnKind::Number,
        }
    }

    /// Whether its values are multiples of what the scenario says.
    pub fn is_multiple(&self) -> bool {
        matches!(self, Self::Times(_))
    }

    /// A value as a cell of its column.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole factors are validated
    pub fn cell(&self, level: &Level) -> Cell {
        match (self.kind(), level) {
            (ColumnKind::Integer, Level::Number(x)) => Cell::Integer(*x as u64),
            (ColumnKind::Number, Level::Number(x)) => Cell::Number(*x),
            (_, level) => Cell::String(level.to_string().into()),
        }
    }
}

/// u within (0, 1): the ends of a distribution without ends are not reached.
fn inside(u: f64) -> f64 {
    u.clamp(f64::EPSILON / 2.0, 1.0 - f64::EPSILON / 2.0)
}

/// The quantile at u of a triangular distribution.
fn triangular(u: f64, low: f64, mode: f64, high: f64) -> f64 {
    let below = (mode - low) / (high - low);
    if u < below {
        low + libm::sqrt(u * (high - low) * (mode - low))
    } else {
        high - libm::sqrt((1.0 - u) * (high - low) * (high - mode))
    }
}

/// The first value at which the weights so far make up more than u of all.
fn weighted(values: &[(Level, f64)], u: f64) -> Level {
    let all: f64 = values.iter().map(|(_, weight)| weight).sum();
    let mut sum = 0.0;
    let found = values.iter().find(|(_, weight)| {
        sum += weight / all;
        *weight > 0.0 && u < sum
    });
    let last = || values.iter().rev().find(|(_, weight)| *weight > 0.0);
    found.or_else(last).map_or(Level::Number(u), |(level, _)| level.clone())
}

/// A step as its author would write it: without the tail that binary fractions give it.
fn tidy(x: f64) -> f64 {
    (x * 1e12).round() / 1e12
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(factor: &Factor, u: f64) -> f64 {
        match factor.at(u, false) {
            Level::Number(x) => x,
            Level::Word(word) => panic!("{word}"),
        }
    }

    /// Quantiles known in closed form or from tables: Φ⁻¹(.975) = 1.959964; a triangle on 0, 1, 4 has F(1) = ¼ and
    /// F(x) = 1 − (4 − x)²/12 beyond; half of a normal cut off at its mean has its median at Φ⁻¹(.75) = .674490.
    #[test]
    fn distributions_by_their_quantiles() {
        let near = |x: f64, y: f64| assert!((x - y).abs() < 1e-6, "{x} and {y}");
        near(number(&Factor::Normal(1.0, 2.0), 0.5), 1.0);
        near(number(&Factor::Normal(1.0, 2.0), 0.975), 1.0 + 2.0 * 1.959_964);
        near(number(&Factor::TruncatedNormal(0.0, 1.0, 0.0, 50.0), 0.5), 0.674_490);
        near(number(&Factor::TruncatedNormal(0.0, 1.0, 0.2, 0.4), 0.0), 0.2);
        let triangle = Factor::Triangular(0.0, 1.0, 4.0);
        near(number(&triangle, 0.0), 0.0);
        near(number(&triangle, 0.25), 1.0);
        near(number(&triangle, 1.0 - 1.0 / 12.0), 3.0);
        for u in [0.0, 1.0 - f64::EPSILON] {
            assert!(number(&Factor::Normal(0.0, 1.0), u).is_finite());
        }
        assert!(
            matches!(Factor::Normal(0.0, 1.0).at(1.0, true), Level::Number(x) if (x - 2.575_829).abs() < 1e-5)
        );
    }

    /// Weights 1, 0 and 3: a quarter, none, three quarters; in Morris' grid each value once.
    #[test]
    fn values_by_their_weights() {
        let level = Level::Number;
        let factor = Factor::Discrete(vec![(level(5.0), 1.0), (level(6.0), 0.0), (level(7.0), 3.0)]);
        for (u, x) in [(0.0, 5.0), (0.24, 5.0), (0.25, 7.0), (0.999_999, 7.0)] {
            assert_eq!(factor.at(u, false), level(x), "{u}");
        }
        assert_eq!(factor.at(0.5, true), level(6.0));
        assert_eq!(factor.levels(), Some(3));
    }

    #[test]
    fn several_words_are_one_value() {
        let factor: Factor = ron::from_str(r#"Values(["none", ["a", "b c"]])"#).expect("a factor");
        assert_eq!(factor.level(1), Some(Level::Word("a + b c".to_owned())));
    }
}
