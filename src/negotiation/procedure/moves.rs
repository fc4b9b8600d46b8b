//! What the chair may do with a text: the moves on its clauses (specification §5).

use std::ops::Range;

use super::core::RuleCores;
use crate::{
    model::Model,
    protocol::{ChairRevisions, Move},
    text::{ClauseId, Text, Value},
};

/// How often a step is halved where nothing coarser helps: from δ down to δ/16.
pub const HALVINGS: usize = 4;

/// The lengths that a step may have.
pub const STEPS: usize = HALVINGS + 1;

/// A step, halved so often.
pub fn halved(step: f64, halvings: usize) -> f64 {
    step / f64::from(1_u32 << halvings)
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
    pub way: Way,
}

/// Where a clause goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way {
    /// The whole interval down or up.
    Down,
    Up,
    /// Its lower end down or up.
    LowerDown,
    LowerUp,
    /// Its upper end down or up.
    UpperDown,
    UpperUp,
    /// The whole interval down by what is carved out.
    CarveOut,
    /// To a value.
    To(Value),
}

impl Way {
    /// Whether a move of this kind has a step, and may be made with a shorter one.
    pub fn has_step(self) -> bool {
        !matches!(self, Self::CarveOut | Self::To(_))
    }
}

impl Moves<'_> {
    /// Every direction in which one clause can be moved: in the scenario's order of moves, then by clause. They do not depend
    /// on the text.
    pub fn directions(&self) -> impl Iterator<Item = Direction> {
        let clauses = || self.clauses.clone().map(ClauseId::new);
        let moves = self.chair.moves.iter().flat_map(move |&mv| clauses().map(move |clause| (mv, clause)));
        moves.flat_map(|(mv, clause)| {
            self.ways(mv, clause).into_iter().map(move |way| Direction { mv, clause, way })
        })
    }

    /// The ways in which a move can change a clause.
    fn ways(&self, mv: Move, clause: ClauseId) -> Vec<Way> {
        let compiled = &self.model.clauses[clause.index()];
        let scale = compiled.options == 0;
        match mv {
            Move::Shift if scale => vec![Way::Down, Way::Up],
            Move::Shift => (0..compiled.options).map(Value::option).map(Way::To).collect(),
            Move::Merge if scale => vec![Way::LowerDown, Way::UpperUp],
            Move::Clarify if scale => vec![Way::LowerUp, Way::UpperDown],
            Move::Delete if scale || compiled.offers(compiled.status_quo) => {
                vec![Way::To(compiled.status_quo)]
            }
            Move::CarveOut if scale && compiled.scope => vec![Way::CarveOut],
            Move::Merge | Move::Clarify | Move::Delete | Move::CarveOut | Move::Trade => Vec::new(),
        }
    }

    /// What a clause says after a move by this step, whether or not it can be made.
    pub fn after(&self, direction: &Direction, step: f64) -> Value {
        let (lo, hi) = match (direction.way, self.text[direction.clause]) {
            (Way::To(value), _) | (_, value @ Value::Option(_)) => return value,
            (way, Value::Interval { lo, hi }) => match way {
                Way::Down => return self.shifted(direction.clause, lo, hi, -step),
                Way::Up => return self.shifted(direction.clause, lo, hi, step),
                Way::LowerDown => ((lo - step).max(0.0), hi),
                Way::UpperUp => (lo, (hi + step).min(1.0)),
                Way::LowerUp => ((lo + step).min(hi), hi),
                Way::UpperDown => (lo, (hi - step).max(lo)),
                Way::CarveOut | Way::To(_) => {
                    ((lo - self.chair.carve).max(0.0), (hi - self.chair.carve).max(0.0))
                }
            },
        };
        Value::Interval { lo, hi }
    }

    /// Whether a move after which a clause says this changes it and can be made.
    pub fn can_make(&self, direction: &Direction, value: Value) -> bool {
        let narrow = match (direction.way, value) {
            (Way::LowerDown | Way::UpperUp, Value::Interval { lo, hi }) => {
                hi - lo <= self.chair.max_width + 1e-12
            }
            _ => true,
        };
        narrow && value != self.text[direction.clause] && self.is_left_alone(direction.clause, value)
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

    /// How far a shift can go that a trade may be made of; 0 of an option.
    pub fn room(&self, place: usize) -> f64 {
        let clause = ClauseId::new(place / 2);
        match self.text[clause] {
            Value::Interval { lo, hi } => self.room_of(clause, lo, hi)[place % 2],
            Value::Option(_) => 0.0,
        }
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

    /// How far an interval can be shifted down and up.
    fn room_of(&self, clause: ClauseId, lo: f64, hi: f64) -> [f64; 2] {
        let within = [lo, 1.0 - hi];
        let in_core = self.cores.and_then(|cores| cores.room(clause, f64::midpoint(lo, hi)));
        in_core.map_or(within, |[down, up]| [within[0].min(down), within[1].min(up)])
    }
}
