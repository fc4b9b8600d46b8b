//! The text under negotiation: clauses, the values they may take, and the depth of a text (specification §1).

mod clause;
mod depth;

use serde::Serialize;

pub use clause::{Ambition, Clause, ClauseOption, Options, Positional, Scope};
pub use depth::DepthScale;

/// The index of a clause in the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ClauseId(pub u16);

impl ClauseId {
    /// The id of the clause at this index.
    #[allow(clippy::cast_possible_truncation)] // validation admits far fewer than 65,536 clauses
    pub fn new(index: usize) -> Self {
        Self(index as u16)
    }

    /// The index of the clause.
    pub fn index(self) -> usize {
        self.0.into()
    }
}

/// The value of a clause: an interval [lo, hi] whose width is constructive ambiguity, or one of its options.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Any reading between `lo` and `hi` is defensible; a clear clause has `lo` = `hi`.
    Interval {
        /// The least demanding reading, in [0, 1].
        lo: f64,
        /// The most demanding reading, in [lo, 1].
        hi: f64,
    },
    /// The index of an option in the clause's list; the index after the last means none of them.
    Option(u16),
}

impl Value {
    /// A point: an interval of width 0.
    pub fn point(x: f64) -> Self {
        Self::Interval { lo: x, hi: x }
    }

    /// The option at this index.
    #[allow(clippy::cast_possible_truncation)] // validation admits far fewer than 65,536 options
    pub fn option(index: usize) -> Self {
        Self::Option(index as u16)
    }

    /// The width of the interval, hi − lo; 0 for an option.
    pub fn width(self) -> f64 {
        match self {
            Self::Interval { lo, hi } => hi - lo,
            Self::Option(_) => 0.0,
        }
    }

    /// The middle reading of an interval; the index of an option.
    pub fn middle(self) -> f64 {
        match self {
            Self::Interval { lo, hi } => f64::midpoint(lo, hi),
            Self::Option(o) => o.into(),
        }
    }
}

/// A text: one value per clause, in the scenario's order.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Text(pub Vec<Value>);

impl std::ops::Index<ClauseId> for Text {
    type Output = Value;
    fn index(&self, clause: ClauseId) -> &Value {
        &self.0[clause.index()]
    }
}

impl std::ops::IndexMut<ClauseId> for Text {
    fn index_mut(&mut self, clause: ClauseId) -> &mut Value {
        &mut self.0[clause.index()]
    }
}
