//! What changes the text: a step by the protocol, a motion on the floor.

use super::brackets::Bracket;
use crate::{
    protocol::Move,
    text::{ClauseId, Value},
};

/// A move on the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// What the chair does.
    pub mv: Move,
    /// On which clause, and what it says then.
    pub first: (ClauseId, Value),
    /// The other clause of a trade.
    pub second: Option<(ClauseId, Value)>,
    /// The weighted shortfall S afterwards.
    pub shortfall: f64,
}

impl Step {
    /// The changes, one or two.
    pub fn edits(&self) -> impl Iterator<Item = (ClauseId, Value)> {
        std::iter::once(self.first).chain(self.second)
    }
}

/// What is voted on before the text as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Motion {
    /// A voice's language instead of the text's.
    Amend(Bracket),
    /// Whether a clause stays in the text.
    Keep(ClauseId),
}
