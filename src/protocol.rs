//! How the text moves: the settings of a negotiation, as data (model §5).

use serde::{Deserialize, Serialize};

use crate::named::Named;

/// The protocol of a negotiation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Protocol {
    /// The chair revises one text so as to leave the least grievance (the default).
    ChairRevisions(ChairRevisions),
}

impl Default for Protocol {
    fn default() -> Self {
        Self::ChairRevisions(ChairRevisions::default())
    }
}

impl Protocol {
    /// The number of rounds until the deadline.
    pub fn rounds(&self) -> u32 {
        match self {
            Self::ChairRevisions(c) => c.rounds,
        }
    }
}

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
    /// What weighs a grievance: materiality, or one party one voice.
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
            moves: Move::ALL.to_vec(),
            draft: Draft::default(),
            weigh: Weigh::default(),
            defectors_speak: true,
            drafting_resistance: 1.0,
            drafting_cap: 0.1,
            floor: Floor::default(),
        }
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
    /// Every move, in the default order.
    pub const ALL: [Self; 6] =
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

/// Where the first text comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Draft {
    /// The mean of ideals, weighted by materiality × salience (the default).
    #[default]
    Mean,
    /// The ideal of this country, bloc or firm; clauses it does not care about take the mean.
    Sponsor(String),
    /// The ideal of a party drawn with probability proportional to materiality × salience.
    Recognised,
    /// Language agreed before, else the status quo.
    AgreedLanguage,
    /// This text: clause → value; clauses left out take the mean.
    Given(Named<f64>),
}

/// What weighs a grievance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Weigh {
    /// A party's materiality (the default).
    #[default]
    Materiality,
    /// One party, one voice.
    Heads,
}

/// What the floor may do to a text before it is put to a vote (General Assembly, rules 89 and 90); nothing by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Floor {
    /// Whether delegations move amendments, and in which order they are put.
    pub amendments: Amendments,
    /// Whether each clause is voted on separately before the whole.
    pub paragraphs: bool,
}

impl Floor {
    /// Whether it can do nothing.
    pub fn is_closed(&self) -> bool {
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
}
