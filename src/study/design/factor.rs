//! A factor of a study: what is varied, and over which values.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Visitor};

use crate::study::table::{Cell, ColumnKind};

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
    /// Multiples of what the scenario says, by another factor's values.
    Times(Box<Factor>),
}

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
        impl Visitor<'_> for Value {
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
            Self::Range(..) | Self::Log(..) => None,
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
            Self::Range(..) | Self::Log(..) => None,
            Self::Times(inner) => inner.level(n),
        }
    }

    /// The value at u: evenly over a range, every listed value with the same share. `closed` u runs over [0, 1] and
    /// reaches both ends, as Morris' grid does; else u is in [0, 1).
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    pub fn at(&self, u: f64, closed: bool) -> Level {
        match self {
            Self::Range(from, to) => Level::Number(from + u * (to - from)),
            Self::Log(from, to) => {
                let (from, to) = (libm::log(*from), libm::log(*to));
                Level::Number(libm::exp(from + u * (to - from)))
            }
            Self::Times(inner) => inner.at(u, closed),
            Self::Values(_) | Self::Steps(..) | Self::Whole(..) => {
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
            Self::Times(inner) => inner.kind(),
            Self::Values(_) | Self::Steps(..) | Self::Range(..) | Self::Log(..) => ColumnKind::Number,
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

/// A step as its author would write it: without the tail that binary fractions give it.
fn tidy(x: f64) -> f64 {
    (x * 1e12).round() / 1e12
}
