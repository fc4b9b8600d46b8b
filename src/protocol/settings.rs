//! What every protocol's settings answer for.

use super::{Draft, Move, Proceedings, Sponsor};

/// More rounds than this are refused before anything is allocated.
pub(crate) const MAX_ROUNDS: u32 = 100_000;

/// The settings of a protocol.
pub trait Settings {
    /// What every protocol settles.
    fn proceedings(&self) -> Proceedings;

    /// Where the first text comes from.
    fn draft(&self) -> Draft;

    /// What must hold of the settings, in the order in which problems are reported.
    fn requirements(&self) -> Vec<Requirement<'_>> {
        Vec::new()
    }
}

/// What must hold of one setting.
#[derive(Clone, Debug, PartialEq)]
pub enum Requirement<'a> {
    /// A whole number from 1 to `most`.
    Count {
        /// The field.
        field: &'static str,
        /// Its value.
        n: u32,
        /// The largest value.
        most: u32,
    },
    /// A number within a range.
    Number {
        /// The path of the field within the settings.
        path: &'static [&'static str],
        /// What it is, in words.
        what: &'static str,
        /// Its value.
        x: f64,
        /// From where to where; none = any finite number above 0.
        range: Option<(f64, f64)>,
    },
    /// Each move at most once.
    Moves {
        /// The field.
        field: &'static str,
        /// The moves.
        moves: &'a [Move],
    },
    /// A draft of clauses and parties of the scenario.
    Draft {
        /// The field.
        field: &'static str,
        /// Its value.
        draft: &'a Draft,
    },
    /// A party of the scenario, where one is named.
    Sponsor {
        /// The field.
        field: &'static str,
        /// Its value.
        sponsor: &'a Sponsor,
    },
}

impl Requirement<'_> {
    /// A whole number from 1 to `most`.
    pub(super) fn count(field: &'static str, n: u32, most: u32) -> Self {
        Self::Count { field, n, most }
    }

    /// A number from `low` to `high`.
    pub(super) fn number(
        path: &'static [&'static str],
        what: &'static str,
        x: f64,
        low: f64,
        high: f64,
    ) -> Self {
        Self::Number { path, what, x, range: Some((low, high)) }
    }

    /// A finite number above 0.
    pub(super) fn positive(path: &'static [&'static str], what: &'static str, x: f64) -> Self {
        Self::Number { path, what, x, range: None }
    }
}
