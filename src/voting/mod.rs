//! Decision rules as data, in exact integers (model §4).
//!
//! A [`DecisionRule`] asks either whether anybody objects or for a vote, and says with whole numbers when the
//! text is carried. A [`Rule`] is what a scenario writes: a named preset or a composed rule.
//!
//! ```
//! use plenary::voting::{DecisionRule, Tally};
//! let ballot = Tally::heads(117, 2, 2, 72); // yes, no, abstain, absent
//! assert!(DecisionRule::two_thirds().carries(&ballot));
//! assert!(!DecisionRule::consensus().carries(&ballot));
//! assert!(DecisionRule::consensus_minus(2).carries(&ballot));
//! ```

mod consensus;
mod majority;
mod rule;
mod tally;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use rule::{ConsensusThenVote, Fallback, Rule};
pub use tally::{Count, Franchise, Tally, Vote};

/// What the chair asks the room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asks {
    /// "Is there any objection?"
    Objections,
    /// "Who is in favour, who against, who abstains?"
    #[default]
    Votes,
}

/// A decision rule, composed from exact tests (model §4). A vote in which nobody says yes never carries.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DecisionRule {
    /// What the chair asks.
    pub asks: Asks,
    /// How many members must be present.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Quorum>,
    /// Carried only with at most this many No (or objections).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_at_most: Option<u64>,
    /// Members whose No defeats the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub vetoes: Vec<String>,
    /// All of these must hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<Test>,
    /// Fewer members than this who do not say yes cannot block: the tests then count as passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocking_minority: Option<u64>,
}

/// How many members must be present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quorum {
    /// The share of all members.
    pub share: Share,
    /// Whether more than that share is needed.
    #[serde(default)]
    pub strict: bool,
}

/// An exact share num/den.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share(pub u64, pub u64);

impl Share {
    /// Whether `part` is at least (or, strictly, more than) this share of `whole`: cross-multiplied, exact.
    pub fn reached(self, part: u64, whole: u64, strict: bool) -> bool {
        let (left, right) = (u128::from(part) * u128::from(self.1), u128::from(whole) * u128::from(self.0));
        if strict { left > right } else { left >= right }
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.1) {
            (1, 2) => f.write_str("half"),
            (2, 3) => f.write_str("two thirds"),
            (1, 1) => f.write_str("all"),
            (num, 100) => write!(f, "{num} %"),
            (num, den) => write!(f, "{num}/{den}"),
        }
    }
}

/// What a test counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// Members.
    #[default]
    Heads,
    /// Their inhabitants.
    Population,
    /// Their votes.
    Weight,
}

/// What a test divides by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Base {
    /// Those who said yes or no: abstention is neutral.
    #[default]
    PresentAndVoting,
    /// Everyone present: abstention counts as no.
    Present,
    /// All members: abstention and absence count as no.
    Members,
}

/// One exact test: Yes ≥ (or >) share × base, counted in `unit`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Test {
    /// What is counted.
    #[serde(default)]
    pub unit: Unit,
    /// What it is a share of.
    #[serde(default)]
    pub base: Base,
    /// The share.
    pub at_least: Share,
    /// Whether more than that share is needed.
    #[serde(default)]
    pub strict: bool,
}

impl Test {
    /// Whether the ballot passes.
    pub fn passes(&self, tally: &Tally) -> bool {
        let of = |count: Count| count.of(self.unit);
        let (yes, no, abstain, absent) = (of(tally.yes), of(tally.no), of(tally.abstain), of(tally.absent));
        let base = match self.base {
            Base::PresentAndVoting => yes + no,
            Base::Present => yes + no + abstain,
            Base::Members => yes + no + abstain + absent,
        };
        self.at_least.reached(yes, base, self.strict)
    }
}

impl DecisionRule {
    /// Whether the ballot adopts the text. An empty room adopts nothing.
    pub fn carries(&self, tally: &Tally) -> bool {
        self.has_quorum(tally)
            && tally.present() > 0
            && !tally.vetoed
            && self.no_at_most.is_none_or(|k| tally.no.heads <= k)
            && (self.asks == Asks::Objections || tally.yes.heads > 0)
            && (self.tests.iter().all(|t| t.passes(tally)) || self.cannot_block(tally))
    }

    /// Whether enough members are present.
    pub fn has_quorum(&self, tally: &Tally) -> bool {
        let present = tally.present();
        self.quorum.is_none_or(|q| q.share.reached(present, present + tally.absent.heads, q.strict))
    }

    /// Whether those who did not say yes are too few to block.
    fn cannot_block(&self, tally: &Tally) -> bool {
        let opposing = tally.no.heads + tally.abstain.heads;
        self.blocking_minority.is_some_and(|least| opposing < least)
    }

    /// Whether a Yes is needed of those the text must bring along, rather than silence.
    pub fn needs_yes(&self) -> bool {
        self.asks == Asks::Votes && !self.tests.is_empty()
    }

    /// Whether the text can be carried over somebody's No.
    pub fn tolerates_dissent(&self) -> bool {
        self.no_at_most != Some(0)
    }
}

impl fmt::Display for DecisionRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        match (self.no_at_most, self.asks) {
            (Some(0), Asks::Objections) => parts.push("nobody present objects".to_owned()),
            (Some(1), Asks::Objections) => parts.push("at most one party objects".to_owned()),
            (Some(k), Asks::Objections) => parts.push(format!("at most {k} parties object")),
            (Some(0), Asks::Votes) => parts.push("nobody votes no".to_owned()),
            (Some(k), Asks::Votes) => parts.push(format!("at most {k} vote no")),
            (None, _) => {}
        }
        parts.extend(self.tests.iter().map(ToString::to_string));
        if !self.vetoes.is_empty() {
            parts.push(format!("none of {} votes no", self.vetoes.join(", ")));
        }
        write!(f, "adopted if {}", parts.join(" and "))?;
        if let Some(least) = self.blocking_minority {
            write!(f, "; a blocking minority needs {least} members")?;
        }
        if let Some(q) = self.quorum {
            let more = if q.strict { "more than" } else { "at least" };
            write!(f, "; quorum: {more} {} of the members", q.share)?;
        }
        Ok(())
    }
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = if self.strict { "more than" } else { "at least" };
        let unit = match self.unit {
            Unit::Heads => "",
            Unit::Population => "the population of ",
            Unit::Weight => "the votes of ",
        };
        let base = match self.base {
            Base::PresentAndVoting => "those voting yes or no",
            Base::Present => "those present",
            Base::Members => "all members",
        };
        write!(f, "{more} {} of {unit}{base} vote yes", self.at_least)
    }
}
