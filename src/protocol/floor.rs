//! What the floor may do to a text before it is put to a vote.

use serde::{Deserialize, Serialize};

use crate::field::{leaves, record};

leaves!(Amendments);

record! {
    /// What the floor may do to a text before it is put to a vote (General Assembly, rules 89 and 90); nothing by default.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Floor {
        /// Whether delegations move amendments, and in which order they are put.
        amendments: Amendments = Amendments::default(),
        /// Whether each clause is voted on separately before the whole.
        paragraphs: bool = false,
    }
}

impl Floor {
    /// Whether it can do nothing.
    pub(crate) fn is_closed(&self) -> bool {
        *self == Self::default()
    }
}

/// In which order amendments to a clause are put.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Amendments {
    /// There are none (the default).
    #[default]
    None,
    /// The furthest removed from the text first (General Assembly, rule 90).
    FurthestFirst,
    /// The nearest first.
    NearestFirst,
    /// The furthest first, again and again, until none is carried: an open rule.
    UntilNoneIsCarried,
}
