//! Open brackets: what is still in dispute, and what each would put instead (specification §1).
//!
//! A clause is bracketed by every voice whose aspiration level is not met and whose costliest clause it is, with the value
//! it likes best.

use super::voices::Voices;
use crate::{
    model::Appraisal,
    text::{ClauseId, Value},
};

/// A bracket that a voice keeps open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bracket {
    /// Who.
    pub voice: usize,
    /// On which clause.
    pub clause: ClauseId,
    /// What it would put.
    pub wants: Value,
}

impl Bracket {
    /// The brackets of a text so appraised, at these aspiration levels, in the order of the clauses.
    pub fn open(voices: &Voices, appraisal: &Appraisal, targets: &[f64]) -> Vec<Self> {
        let mut open = Self::wishes(voices, appraisal);
        open.retain(|bracket| appraisal.utilities()[bracket.voice] < targets[bracket.voice]);
        open
    }

    /// What each voice would change first, met or not, in the order of the clauses.
    pub fn wishes(voices: &Voices, appraisal: &Appraisal) -> Vec<Self> {
        let mut wishes: Vec<Self> = (0..voices.who.len())
            .filter_map(|voice| {
                let clause = appraisal.costliest_clause(voice)?;
                Some(Self { voice, clause, wants: voices.preferences.favourite(voice, clause) })
            })
            .collect();
        wishes.sort_by_key(|bracket| bracket.clause);
        wishes
    }
}
