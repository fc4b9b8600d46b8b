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

/// A move on one clause, but for the length of its step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Direction {
    pub mv: Move,
    pub clause: ClauseId,
    way: Way,
}

/// Where a clause goes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    /// The whole interval down or up.
    Down,
    Up,
    /// Its lower end down or up.
    LowerDown,
    LowerUp,
    /// Its upper end down or up.
    UpperDown,
    UpperUp,
    /// To a value, in one step.
    To(Value),
}

impl Moves<'_> {
    /// Every direction in which one clause can be moved: in the scenario's order of moves, then by clause.
    pub fn directions(&self, directions: &mut Vec<Direction>) {
        directions.clear();
        for &mv in &self.chair.moves {
            for clause in self.clauses.clone().map(ClauseId::new) {
                self.each_way(mv, clause, |way| directions.push(Direction { mv, clause, way }));
            }
        }
    }

    /// The ways in which a move can change a clause.
    fn each_way(&self, mv: Move, clause: ClauseId, mut each: impl FnMut(Way)) {
        let compiled = &self.model.clauses[clause.index()];
        let Value::Interval { lo, hi } = self.text[clause] else {
            match mv {
                Move::Shift => {
                    (0..compiled.options).map(Value::option).for_each(|option| each(Way::To(option)))
                }
                Move::Delete if compiled.offers(compiled.status_quo) => each(Way::To(compiled.status_quo)),
                _ => {}
            }
            return;
        };
        match mv {
            Move::Shift => [Way::Down, Way::Up].into_iter().for_each(each),
            Move::Merge => [Way::LowerDown, Way::UpperUp].into_iter().for_each(each),
            Move::Clarify if hi > lo => [Way::LowerUp, Way::UpperDown].into_iter().for_each(each),
            Move::Delete => each(Way::To(compiled.status_quo)),
            Move::CarveOut if compiled.scope && hi > 0.0 => {
                let carve = self.chair.carve;
                each(Way::To(Value::Interval { lo: (lo - carve).max(0.0), hi: (hi - carve).max(0.0) }));
            }
            Move::Clarify | Move::CarveOut | Move::Trade => {}
        }
    }

    /// What a clause says after a move with a step halved so often; none where the move changes nothing, cannot be made,
    /// or has no step and is made at the coarsest.
    pub fn after(&self, direction: &Direction, halvings: i32) -> Option<Value> {
        let value = self.moved(direction, halved(self.chair.step, halvings));
        let (now, clause) = (self.text[direction.clause], direction.clause);
        let made = match (direction.way, value) {
            (Way::To(_), _) => halvings == 0,
            (Way::LowerDown | Way::UpperUp, Value::Interval { lo, hi }) => {
                hi - lo <= self.chair.max_width + 1e-12
            }
            _ => true,
        };
        (made && value != now && self.is_left_alone(clause, value)).then_some(value)
    }

    /// What a clause says after a move by this step, whether or not it can be made.
    pub fn moved(&self, direction: &Direction, step: f64) -> Value {
        let (Value::Interval { lo, hi }, clause) = (self.text[direction.clause], direction.clause) else {
            return if let Way::To(value) = direction.way { value } else { self.text[direction.clause] };
        };
        let (lo, hi) = match direction.way {
            Way::Down => return self.shifted(clause, lo, hi, -step),
            Way::Up => return self.shifted(clause, lo, hi, step),
            Way::To(value) => return value,
            Way::LowerDown => ((lo - step).max(0.0), hi),
            Way::UpperUp => (lo, (hi + step).min(1.0)),
            Way::LowerUp => ((lo + step).min(hi), hi),
            Way::UpperDown => (lo, (hi - step).max(lo)),
        };
        Value::Interval { lo, hi }
    }

    /// The places of shifts in a trade: two to a clause.
    pub fn places(&self) -> Range<usize> {
        2 * self.clauses.start..2 * self.clauses.end
    }

    /// A shift that a trade may be made of, by its place: each clause down, then up. None where there is no step to shift by,
    /// or the floor would not leave alone what the clause says then.
    pub fn shift(&self, place: usize, step: f64) -> Option<(ClauseId, Value)> {
        let made = |&(clause, value): &(ClauseId, Value)| {
            value == self.text[clause] || self.is_left_alone(clause, value)
        };
        self.shift_by(place, step).filter(made)
    }

    /// The same, whether or not the floor would leave it alone.
    pub fn shift_by(&self, place: usize, step: f64) -> Option<(ClauseId, Value)> {
        let clause = ClauseId::new(place / 2);
        let Value::Interval { lo, hi } = self.text[clause] else { return None };
        let by = if place.is_multiple_of(2) { -step } else { step };
        Some((clause, self.shifted(clause, lo, hi, by)))
    }

    /// Whether the clause at a place is a scale.
    pub fn is_scale(&self, place: usize) -> bool {
        matches!(self.text[ClauseId::new(place / 2)], Value::Interval { .. })
    }

    /// Whether the floor would leave a clause alone that says this.
    fn is_left_alone(&self, clause: ClauseId, value: Value) -> bool {
        self.cores.is_none_or(|cores| cores.admits(clause, value))
    }

    /// An interval moved by at most `by`, its width kept, within [0, 1] and its midpoint no further than the end of the core.
    fn shifted(&self, clause: ClauseId, lo: f64, hi: f64, by: f64) -> Value {
        let [down, up] = self.room_of(clause, lo, hi);
        let by = by.clamp(-down, up);
        Value::Interval { lo: lo + by, hi: hi + by }
    }

    /// How far a shift can go that a trade may be made of; 0 of an option.
    pub fn room(&self, place: usize) -> f64 {
        let clause = ClauseId::new(place / 2);
        match self.text[clause] {
            Value::Interval { lo, hi } => self.room_of(clause, lo, hi)[place % 2],
            Value::Option(_) => 0.0,
        }
    }

    /// How far an interval can be shifted down and up.
    fn room_of(&self, clause: ClauseId, lo: f64, hi: f64) -> [f64; 2] {
        let within = [lo, 1.0 - hi];
        let in_core = self.cores.and_then(|cores| cores.room(clause, f64::midpoint(lo, hi)));
        in_core.map_or(within, |[down, up]| [within[0].min(down), within[1].min(up)])
    }
}
