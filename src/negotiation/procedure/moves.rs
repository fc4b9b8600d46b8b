//! What the chair may do with a text: the moves on its clauses (specification §5).

use std::ops::Range;

use super::core::RuleCores;
use crate::{
    model::Model,
    protocol::{ChairRevisions, Move},
    text::{ClauseId, Text, Value},
};

/// How often a step is halved where nothing coarser helps: from δ down to δ/16.
pub const HALVINGS: i32 = 4;

/// A step, halved so often.
pub fn halved(step: f64, halvings: i32) -> f64 {
    step / f64::from(1 << halvings)
}

/// The moves on a text.
pub struct Moves<'a> {
    pub model: &'a Model,
    pub chair: &'a ChairRevisions,
    pub text: &'a Text,
    /// The clauses under negotiation.
    pub clauses: Range<usize>,
    /// What the floor would leave alone, where a vote decides.
    pub cores: Option<&'a RuleCores>,
}

impl Moves<'_> {
    /// Every move on one clause that changes it: in the scenario's order of moves, then by clause. `coarsest`: moves
    /// without a step are made too.
    pub fn each(&self, step: f64, coarsest: bool, mut propose: impl FnMut(Move, ClauseId, Value)) {
        for &mv in &self.chair.moves {
            for clause in self.clauses.clone().map(ClauseId::new) {
                let now = self.text[clause];
                self.each_on(mv, clause, step, coarsest, |value| {
                    if value != now && self.is_left_alone(clause, value) {
                        propose(mv, clause, value);
                    }
                });
            }
        }
    }

    /// What a clause says after a move, in each way that the move can be made.
    fn each_on(&self, mv: Move, clause: ClauseId, step: f64, coarsest: bool, mut propose: impl FnMut(Value)) {
        let compiled = &self.model.clauses[clause.index()];
        let Value::Interval { lo, hi } = self.text[clause] else {
            match mv {
                Move::Shift if coarsest => (0..compiled.options).map(Value::option).for_each(propose),
                Move::Delete if coarsest && compiled.offers(compiled.status_quo) => {
                    propose(compiled.status_quo)
                }
                _ => {}
            }
            return;
        };
        let mut interval = |lo, hi| propose(Value::Interval { lo, hi });
        match mv {
            Move::Shift => {
                propose(self.shifted(clause, lo, hi, -step));
                propose(self.shifted(clause, lo, hi, step));
            }
            Move::Merge => {
                for (lo, hi) in [((lo - step).max(0.0), hi), (lo, (hi + step).min(1.0))] {
                    if hi - lo <= self.chair.max_width + 1e-12 {
                        interval(lo, hi);
                    }
                }
            }
            Move::Clarify if hi > lo => {
                interval((lo + step).min(hi), hi);
                interval(lo, (hi - step).max(lo));
            }
            Move::Delete if coarsest => propose(compiled.status_quo),
            Move::CarveOut if coarsest && compiled.scope && hi > 0.0 => {
                interval((lo - self.chair.carve).max(0.0), (hi - self.chair.carve).max(0.0));
            }
            Move::Clarify | Move::Delete | Move::CarveOut | Move::Trade => {}
        }
    }

    /// The places of shifts in a trade: two to a clause.
    pub fn places(&self) -> Range<usize> {
        2 * self.clauses.start..2 * self.clauses.end
    }

    /// A shift that a trade may be made of, by its place: each clause down, then up. None where there is no step to shift by,
    /// or the floor would not leave alone what the clause says then.
    pub fn shift(&self, place: usize, step: f64) -> Option<(ClauseId, Value)> {
        let clause = ClauseId::new(place / 2);
        let now = self.text[clause];
        let Value::Interval { lo, hi } = now else { return None };
        let by = if place.is_multiple_of(2) { -step } else { step };
        let value = self.shifted(clause, lo, hi, by);
        (value == now || self.is_left_alone(clause, value)).then_some((clause, value))
    }

    /// Whether the floor would leave a clause alone that says this.
    fn is_left_alone(&self, clause: ClauseId, value: Value) -> bool {
        self.cores.is_none_or(|cores| cores.admits(clause, value))
    }

    fn shifted(&self, clause: ClauseId, lo: f64, hi: f64, by: f64) -> Value {
        self.cores.map_or_else(|| shifted(lo, hi, by), |cores| cores.shifted(clause, lo, hi, by))
    }
}

/// An interval moved by at most `by`, its width kept, within [0, 1].
pub fn shifted(lo: f64, hi: f64, by: f64) -> Value {
    let by = by.clamp(-lo, 1.0 - hi);
    Value::Interval { lo: lo + by, hi: hi + by }
}
