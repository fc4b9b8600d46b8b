//! Decision rules as data, in exact integers (specification §4).
//!
//! A [`DecisionRule`] either asks for objections or takes a vote, and decides in whole numbers whether the text is
//! carried. A [`Rule`] is what a scenario contains: a named preset or a composed rule.
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
mod qualified;
mod rule;
mod tally;
mod test;
mod treaty;
mod unanimity;
mod veto;
mod words;

use serde::{Deserialize, Serialize};

use crate::field::{leaves, record};

pub use consensus::Gavel;
pub use qualified::WeightedMajority;
pub use rule::{ConsensusThenVote, Fallback, Rule};
pub use tally::{Count, Tally, Vote, VotingWeight};
pub use test::{Base, Least, Share, Test, Unit};
pub use treaty::CoalitionOfTheWilling;
pub use veto::SecurityCouncil;

/// The question the chair puts to the parties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asks {
    /// "Is there any objection?"
    Objections,
    /// "Adopted unless somebody breaks the silence."
    Silence,
    /// "Who is in favour, who against, who abstains?"
    #[default]
    Votes,
}

impl Asks {
    /// Whether silence counts as assent, so that only objections are recorded.
    pub(crate) fn for_objections(self) -> bool {
        self != Self::Votes
    }
}

/// The members that an adopted text binds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Binds {
    /// All members.
    #[default]
    Everyone,
    /// The members that voted yes.
    Signatories,
}

impl Binds {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

record! {
    /// A decision rule composed of exact tests (specification §4). A vote without a single Yes never carries.
    #[derive(Clone, Debug, PartialEq)]
    pub struct DecisionRule {
        /// The question the chair puts.
        asks: Asks = Asks::default(),
        /// The number of members that must be present.
        #[serde(skip_serializing_if = "Option::is_none")]
        quorum: Option<Quorum> = None,
        /// The maximum number of No votes or objections.
        #[serde(skip_serializing_if = "Option::is_none")]
        no_at_most: Option<u64> = None,
        /// The members whose No defeats the text.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        vetoes: Vec<String> = Vec::new(),
        /// Tests that must all pass.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        tests: Vec<Test> = Vec::new(),
        /// If fewer members than this do not vote yes, the tests count as passed.
        #[serde(skip_serializing_if = "Option::is_none")]
        blocking_minority: Option<u64> = None,
        /// The members that the text binds once it is adopted.
        #[serde(skip_serializing_if = "Binds::is_default")]
        binds: Binds = Binds::default(),
    }
}

record! {
    /// The number of members that must be present; `None` if there is no quorum.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Quorum {
        /// The required share of all participating members.
        share: Share,
        /// Whether more than that share is required.
        #[serde(default)]
        strict: bool,
    }
}

leaves!(Asks, Binds, Share);

impl DecisionRule {
    /// Whether the ballot adopts the text. Nothing is adopted if nobody is present.
    pub fn carries(&self, ballot: &Tally) -> bool {
        let tally = &self.interpret(ballot);
        let is_tolerated = self.no_at_most.is_none_or(|k| tally.against(self.asks) <= k);
        if ballot.silent.heads > 0 && ballot.base(Base::Members).heads == 0 {
            // Of those who are asked nobody counts; they can object at most.
            return is_tolerated;
        }
        ballot.present() > 0
            && self.has_quorum(ballot)
            && !tally.vetoed
            && is_tolerated
            && tally.yes.heads > 0
            && (self.tests.iter().all(|t| t.passes(tally)) || self.cannot_block(tally))
    }

    /// The ballot as the question interprets it: abstention is assent if the chair asks for objections, and so is
    /// absence under the silence procedure.
    fn interpret(&self, ballot: &Tally) -> Tally {
        match self.asks {
            Asks::Votes => *ballot,
            Asks::Objections => ballot.with_assent_of_abstaining(),
            Asks::Silence => ballot.with_assent_of_abstaining().with_assent_of_absent(),
        }
    }

    /// Whether enough of the participating members are present.
    pub(crate) fn has_quorum(&self, tally: &Tally) -> bool {
        let participating = tally.participating().heads;
        self.quorum.is_none_or(|q| q.share.reached(tally.present(), participating, q.strict))
    }

    /// Whether the participating members that did not vote yes are too few to block.
    fn cannot_block(&self, tally: &Tally) -> bool {
        let opposing = tally.participating().heads - tally.yes.heads;
        self.blocking_minority.is_some_and(|least| opposing < least)
    }

    /// Whether the rule requires Yes votes rather than the absence of objections.
    pub(crate) fn needs_yes(&self) -> bool {
        self.asks == Asks::Votes && !self.tests.is_empty()
    }

    /// Whether a floor can amend the text before the rule decides: in a vote, but not where only those who sign are bound.
    pub fn has_floor(&self) -> bool {
        self.asks == Asks::Votes && self.binds == Binds::Everyone
    }

    /// Whether the text can be carried despite a No.
    pub(crate) fn tolerates_dissent(&self) -> bool {
        self.no_at_most != Some(0)
    }
}
