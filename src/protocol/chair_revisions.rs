//! The chair's revisions, as settings: how fast, by which moves, for whom.

use serde::{Deserialize, Serialize};

use super::{Draft, Floor, MAX_ROUNDS, Proceedings, Requirement, Settings};
use crate::field::{leaves, record};

leaves!(Weigh);

record! {
    /// Settings of the chair's revisions.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ChairRevisions {
        /// T ≥ 1: rounds until the deadline.
        rounds: u32 = 60,
        /// The text is put to the rule every so many rounds, and at the deadline.
        attempt_every: u32 = 1,
        /// Moves the chair makes in a round at most. Where it is left out, the chair goes on until nothing helps: for at most
        /// 100 moves in the first round and 12 in each later one.
        moves_per_round: Option<u32> = None,
        /// δ ∈ (0, 1]: the longest step on a clause; halved down to δ/16 where nothing coarser helps.
        step: f64 = 0.05,
        /// The widest a clause may be left open, in [0, 1].
        max_width: f64 = 0.4,
        /// How much scope one carve-out takes away, in (0, 1].
        carve: f64 = 0.25,
        /// The moves the chair may use, in order of preference where two help equally.
        moves: Vec<Move> = Move::DEFAULT.to_vec(),
        /// Where the first text comes from.
        draft: Draft = Draft::default(),
        /// What weighs a party's shortfall: its materiality, or one party one voice.
        weigh: Weigh = Weigh::default(),
        /// Objectors who broke their bloc's line are heard in their own name from then on.
        defectors_speak: bool = true,
        /// κ > 0: how hard the chair's draft is to move by firms.
        drafting_resistance: f64 = 1.0,
        /// The most that firms can move it, in [0, 1].
        drafting_cap: f64 = 0.1,
        /// What the floor may do to the text before it is put to a vote.
        #[serde(skip_serializing_if = "Floor::is_closed")]
        floor: Floor = Floor::default(),
    }
}

impl ChairRevisions {
    /// The most moves the chair makes in a round, counted from 1.
    pub(crate) fn most_moves(&self, round: u32) -> u32 {
        self.moves_per_round.unwrap_or(if round <= 1 { 100 } else { 12 })
    }
}

impl Settings for ChairRevisions {
    fn proceedings(&self) -> Proceedings {
        Proceedings {
            rounds: self.rounds,
            attempt_every: self.attempt_every,
            holding_out: true,
            weigh: self.weigh,
            defectors_speak: self.defectors_speak,
            floor: self.floor,
        }
    }

    fn draft(&self) -> Draft {
        self.draft.clone()
    }

    fn requirements(&self) -> Vec<Requirement<'_>> {
        vec![
            Requirement::count("rounds", self.rounds, MAX_ROUNDS),
            Requirement::count("attempt_every", self.attempt_every, MAX_ROUNDS),
            Requirement::count("moves_per_round", self.moves_per_round.unwrap_or(1), 100),
            Requirement::number(&["step"], "the chair's step", self.step, 0.001, 1.0),
            Requirement::number(&["carve"], "the carve-out", self.carve, 0.001, 1.0),
            Requirement::number(&["max_width"], "the widest ambiguity", self.max_width, 0.0, 1.0),
            Requirement::number(&["drafting_cap"], "the cap on firms' drafting", self.drafting_cap, 0.0, 1.0),
            Requirement::positive(
                &["drafting_resistance"],
                "the chair's resistance to drafting",
                self.drafting_resistance,
            ),
            Requirement::Moves { field: "moves", moves: &self.moves },
            Requirement::Draft { field: "draft", draft: &self.draft },
        ]
    }
}

/// What the chair can do to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Move {
    /// Move a clause by a step, or to another option.
    Shift,
    /// Widen a clause on one side, so that two camps read it their way.
    Merge,
    /// Narrow a clause on one side.
    Clarify,
    /// Put a clause back to the status quo.
    Delete,
    /// Take a slice out of the scope.
    CarveOut,
    /// Move two clauses at once, where no single move helps.
    Trade,
}

impl Move {
    /// Every move.
    pub const ALL: [Self; 6] =
        [Self::Shift, Self::Merge, Self::Clarify, Self::Delete, Self::CarveOut, Self::Trade];

    /// The moves of a chair whose scenario names none, in their order. Fixed: a new move joins [`Move::ALL`] alone, so that
    /// scenarios that were written before it keep their results.
    pub const DEFAULT: [Self; 6] =
        [Self::Shift, Self::Merge, Self::Clarify, Self::Delete, Self::CarveOut, Self::Trade];
}

/// What weighs a party's shortfall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Weigh {
    /// A party's materiality (the default).
    #[default]
    Materiality,
    /// One party, one voice.
    Heads,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Results of scenarios that name no moves hang on this list: it is not to change when a move is added.
    #[test]
    fn a_scenario_that_names_no_moves_has_these() {
        let default = "[Shift, Merge, Clarify, Delete, CarveOut, Trade]";
        assert_eq!(format!("{:?}", ChairRevisions::default().moves), default);
        assert!(Move::DEFAULT.iter().all(|mv| Move::ALL.contains(mv)));
    }
}
