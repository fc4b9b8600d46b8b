//! The chair's revisions, as settings: how fast, by which moves, for whom.

use serde::{Deserialize, Serialize};

use super::{Draft, Floor, MAX_ROUNDS, Proceedings, Requirement, Settings, counted};

/// Settings of the chair's revisions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ChairRevisions {
    /// T ≥ 1: rounds until the deadline.
    pub rounds: u32,
    /// The text is put to the rule every so many rounds, and at the deadline.
    pub attempt_every: u32,
    /// Moves the chair makes in a round at most.
    pub moves_per_round: u32,
    /// δ ∈ (0, 1]: the longest step on a clause; halved down to δ/64 where nothing coarser helps.
    pub step: f64,
    /// The widest a clause may be left open, in [0, 1].
    pub max_width: f64,
    /// How much scope one carve-out takes away, in (0, 1].
    pub carve: f64,
    /// The moves the chair may use, in order of preference where two help equally.
    pub moves: Vec<Move>,
    /// Where the first text comes from.
    pub draft: Draft,
    /// What weighs a party's shortfall: its materiality, or one party one voice.
    pub weigh: Weigh,
    /// Objectors who broke their bloc's line are heard in their own name from then on.
    pub defectors_speak: bool,
    /// κ > 0: how hard the chair's draft is to move by firms.
    pub drafting_resistance: f64,
    /// The most that firms can move it, in [0, 1].
    pub drafting_cap: f64,
    /// What the floor may do to the text before it is put to a vote.
    #[serde(skip_serializing_if = "Floor::is_closed")]
    pub floor: Floor,
}

impl Default for ChairRevisions {
    fn default() -> Self {
        Self {
            rounds: 60,
            attempt_every: 1,
            moves_per_round: 3,
            step: 0.05,
            max_width: 0.4,
            carve: 0.25,
            moves: Move::DEFAULT.to_vec(),
            draft: Draft::default(),
            weigh: Weigh::default(),
            defectors_speak: true,
            drafting_resistance: 1.0,
            drafting_cap: 0.1,
            floor: Floor::default(),
        }
    }
}

impl ChairRevisions {
    /// What the chair does, in a sentence that begins with `opening`.
    pub(super) fn sentence_after(&self, opening: &str) -> String {
        let moves: Vec<&str> = self.moves.iter().map(|m| m.word()).collect();
        format!(
            "{opening} {}, {} a round; it {}.",
            counted(self.rounds, "round"),
            counted(self.moves_per_round, "move"),
            moves.join(", ")
        )
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
            Requirement::count("moves_per_round", self.moves_per_round, 100),
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

    fn sentence(&self, _number: &dyn Fn(f64) -> String) -> String {
        self.sentence_after("The chair revises for up to")
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

    /// What the chair does, in a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Shift => "shifts",
            Self::Merge => "merges",
            Self::Clarify => "clarifies",
            Self::Delete => "deletes",
            Self::CarveOut => "carves out",
            Self::Trade => "trades",
        }
    }
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
