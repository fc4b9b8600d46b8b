//! Tables of results: named, typed, documented columns, and rows as they come.
//!
//! What a study writes is a table, whatever the file: [`csv`] as text that can be read back to the bit, Parquet by
//! `report::parquet`, where that feature is on. [`select`] finds a column by name, or whether it meets a condition.

pub mod csv;
#[cfg(feature = "parquet")]
pub(crate) mod parquet;
pub(crate) mod safe;
pub mod select;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// What the cells of a column hold; every cell may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnKind {
    /// `true` or `false`.
    Boolean,
    /// A whole number, 0 or more.
    Integer,
    /// A number, in full: it reads back to the same bits.
    Number,
    /// Any text.
    String,
}

/// A sum may end so far beyond its range.
const ROUNDING: f64 = 1e-9;

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// Its name in words, where its author gave one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The unit of its numbers; none where they have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Both ends of the range of its numbers, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<[f64; 2]>,
    /// The strings that may stand in it; empty where any may.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// What it means, and when it is empty.
    pub about: String,
}

impl Column {
    /// A column.
    pub fn new(name: impl Into<String>, kind: ColumnKind, about: impl Into<String>) -> Self {
        let (name, about) = (name.into(), about.into());
        Self { name, kind, label: None, unit: None, range: None, values: Vec::new(), about }
    }

    /// A number and both ends of its interval: three columns, the second and third called `NAME_low` and `NAME_high`.
    pub(crate) fn with_interval(name: &str, about: impl Into<String>, interval: &str) -> [Self; 3] {
        [
            Self::new(name, ColumnKind::Number, about),
            Self::new(format!("{name}_low"), ColumnKind::Number, format!("Lower end of its {interval}")),
            Self::new(format!("{name}_high"), ColumnKind::Number, format!("Upper end of its {interval}")),
        ]
    }

    /// The same with a range, both ends included.
    #[must_use]
    pub(crate) fn within(self, range: [f64; 2]) -> Self {
        Self { range: Some(range), ..self }
    }

    /// Whether a cell may stand in it: numbers are finite and within its range, texts among its values. Any cell may be
    /// empty.
    ///
    /// # Errors
    /// What is wrong, to be put after the column's name.
    pub fn admits(&self, cell: &Cell) -> Result<(), String> {
        if let Cell::String(word) = cell {
            let is_known = self.values.is_empty() || self.values.iter().any(|value| value == word);
            return if is_known {
                Ok(())
            } else {
                Err(format!("is {word}, not one of {}", self.values.join(", ")))
            };
        }
        let (Some(x), Self { kind: ColumnKind::Integer | ColumnKind::Number, range, .. }) =
            (cell.number(), self)
        else {
            return Ok(());
        };
        match range {
            _ if !x.is_finite() => Err(format!("is {x}, which is no number")),
            Some([low, high]) if x < low - ROUNDING || x > high + ROUNDING => {
                Err(format!("is {x}, not a number from {low} to {high}"))
            }
            _ => Ok(()),
        }
    }

    /// What it means, with unit and range, in a line.
    pub fn meaning(&self) -> String {
        let unit = self.unit.as_ref().map(|unit| format!("; unit: {unit}")).unwrap_or_default();
        let range = self.range.map(|[low, high]| format!("; {low} to {high}")).unwrap_or_default();
        let values = if self.values.is_empty() {
            String::new()
        } else {
            format!("; one of {}", self.values.join(", "))
        };
        format!("{}{unit}{range}{values}", self.about)
    }

    /// Whether its cells count as numbers: booleans do, as 0 and 1.
    pub fn is_numeric(&self) -> bool {
        self.kind != ColumnKind::String
    }
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing: undefined.
    #[default]
    Empty,
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(u64),
    /// A number.
    Number(f64),
    /// A text.
    String(Cow<'static, str>),
}

impl Cell {
    /// The cell as a number: booleans count as 0 and 1.
    #[allow(clippy::cast_precision_loss)] // results stay far below 2^53
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Boolean(yes) => Some(f64::from(u8::from(*yes))),
            Self::Integer(n) => Some(*n as f64),
            Self::Number(x) => Some(*x),
            Self::Empty | Self::String(_) => None,
        }
    }

    /// Whether it is true.
    pub fn is_true(&self) -> bool {
        matches!(self, Self::Boolean(true))
    }

    /// The text in it.
    pub fn word(&self) -> Option<&str> {
        match self {
            Self::String(word) => Some(word),
            _ => None,
        }
    }
}

impl From<bool> for Cell {
    fn from(yes: bool) -> Self {
        Self::Boolean(yes)
    }
}

impl From<u64> for Cell {
    fn from(n: u64) -> Self {
        Self::Integer(n)
    }
}

impl From<u32> for Cell {
    fn from(n: u32) -> Self {
        Self::Integer(n.into())
    }
}

impl From<f64> for Cell {
    fn from(x: f64) -> Self {
        Self::Number(x)
    }
}

impl From<&'static str> for Cell {
    fn from(word: &'static str) -> Self {
        Self::String(word.into())
    }
}

impl From<String> for Cell {
    fn from(word: String) -> Self {
        Self::String(word.into())
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}

/// A row.
pub type Row = Vec<Cell>;

/// A whole table in memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataTable {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a cell for each column.
    pub rows: Vec<Row>,
}

impl DataTable {
    /// The place of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }

    /// The cells of a column; none where there is no such column.
    pub fn cells(&self, name: &str) -> Option<impl Iterator<Item = &Cell>> {
        let at = self.column(name)?;
        Some(self.rows.iter().filter_map(move |row| row.get(at)))
    }
}
