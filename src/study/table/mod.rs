//! Tables of results: named, typed, documented columns, and rows as they come.
//!
//! What a study writes is a table, whatever the file: [`csv`] as text that can be read back to the bit, Parquet by
//! [`crate::report::parquet`].

pub mod csv;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// What the cells of a column hold; every cell may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// `true` or `false`.
    Truth,
    /// A whole number, 0 or more.
    Whole,
    /// A number, in full: it reads back to the same bits.
    Number,
    /// A word, or any text.
    Word,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// What it means, its unit or range, and when it is empty.
    pub about: String,
}

impl Column {
    /// A column.
    pub fn new(name: impl Into<String>, kind: Kind, about: impl Into<String>) -> Self {
        Self { name: name.into(), kind, about: about.into() }
    }
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing to say.
    #[default]
    Empty,
    /// Yes or no.
    Truth(bool),
    /// A whole number.
    Whole(u64),
    /// A number.
    Number(f64),
    /// A word.
    Word(Cow<'static, str>),
}

impl Cell {
    /// The cell as a number: truths count as 0 and 1.
    #[allow(clippy::cast_precision_loss)] // results stay far below 2^53
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Truth(yes) => Some(f64::from(u8::from(*yes))),
            Self::Whole(n) => Some(*n as f64),
            Self::Number(x) => Some(*x),
            Self::Empty | Self::Word(_) => None,
        }
    }

    /// Whether it says yes.
    pub fn is_true(&self) -> bool {
        matches!(self, Self::Truth(true))
    }

    /// The word in it.
    pub fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }
}

impl From<bool> for Cell {
    fn from(yes: bool) -> Self {
        Self::Truth(yes)
    }
}

impl From<u64> for Cell {
    fn from(n: u64) -> Self {
        Self::Whole(n)
    }
}

impl From<u32> for Cell {
    fn from(n: u32) -> Self {
        Self::Whole(n.into())
    }
}

impl From<f64> for Cell {
    fn from(x: f64) -> Self {
        Self::Number(x)
    }
}

impl From<&'static str> for Cell {
    fn from(word: &'static str) -> Self {
        Self::Word(word.into())
    }
}

impl From<String> for Cell {
    fn from(word: String) -> Self {
        Self::Word(word.into())
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
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a cell for each column.
    pub rows: Vec<Row>,
}

impl Table {
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
