//! The decision rule as a scenario gives it: a named preset, a sequence, or a composed rule.

use serde::{Deserialize, Serialize};

use super::{CoalitionOfTheWilling, DecisionRule, Gavel, SecurityCouncil, WeightedMajority};
use crate::field::{record, settings};

/// The decision rule of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Rule {
    /// Carried unless a party present objects (the default; WTO, and customary at the UN).
    #[default]
    Consensus,
    /// Carried unless more than this many object (OSCE: 1).
    ConsensusMinus(u32),
    /// Carried unless a member breaks the silence; asked again after each revision.
    SilenceProcedure,
    /// Carried unless too many members object, or members of too much weight.
    ChairsGavel(Gavel),
    /// Carried if every member votes yes.
    Unanimity,
    /// Carried unless a member votes no; all participating members must be present (EU).
    UnanimityWithAbstention,
    /// More Yes than No votes (UN Charter, Art. 18(3)).
    SimpleMajority,
    /// At least two Yes votes for each No (UN Charter, Art. 18(2)).
    TwoThirds,
    /// More than half of all members.
    AbsoluteMajority,
    /// At least two thirds of all members.
    TwoThirdsOfMembers,
    /// 55 % of members and 65 % of population (EU, Lisbon).
    DoubleMajority,
    /// 72 % of members and 65 % of population (EU, without a proposal of the Commission).
    ReinforcedDoubleMajority,
    /// A quota of votes (EEC 1958 to Nice, and any other weighted vote).
    WeightedMajority(WeightedMajority),
    /// Enough affirmative votes, and no permanent member against (UN Charter, Art. 27(3)).
    SecurityCouncil(SecurityCouncil),
    /// Binds the members that sign, once enough do.
    CoalitionOfTheWilling(CoalitionOfTheWilling),
    /// Carried unless everybody objects (WTO dispute settlement).
    ReverseConsensus,
    /// Consensus first, then a vote.
    ConsensusThenVote(ConsensusThenVote),
    /// A rule composed of tests.
    Composed(DecisionRule),
}

record! {
    /// Consensus first, then a vote once consensus has failed often enough or a delegation calls one.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ConsensusThenVote {
        /// The rule of the vote.
        vote: Box<Rule>,
        /// The number of scheduled attempts at consensus before the vote.
        #[serde(default = "three")]
        attempts: u32,
        /// Rounds between scheduled attempts.
        #[serde(default = "ten")]
        every: u32,
        /// Whether a sponsor of the text may call the vote earlier, if it would carry.
        #[serde(default = "yes")]
        callable: bool,
    }
}

settings!(Rule {
    ChairsGavel(Gavel),
    WeightedMajority(WeightedMajority),
    SecurityCouncil(SecurityCouncil),
    CoalitionOfTheWilling(CoalitionOfTheWilling),
    ConsensusThenVote(ConsensusThenVote),
    Composed(DecisionRule),
} Consensus, ConsensusMinus, SilenceProcedure, Unanimity, UnanimityWithAbstention, SimpleMajority, TwoThirds,
  AbsoluteMajority, TwoThirdsOfMembers, DoubleMajority, ReinforcedDoubleMajority, ReverseConsensus);

fn three() -> u32 {
    3
}
fn ten() -> u32 {
    10
}
fn yes() -> bool {
    true
}

impl Rule {
    /// The rule that decides first, and its fallback.
    pub fn compile(&self) -> (DecisionRule, Option<Fallback>) {
        match self {
            Self::ConsensusThenVote(c) => (DecisionRule::consensus(), Some(c.fallback())),
            rule => (rule.first(), None),
        }
    }

    /// The rule without the vetoes of members that are not `present`.
    pub(crate) fn with_vetoes_of(&self, present: &dyn Fn(&str) -> bool) -> Self {
        let kept = |names: &[String]| names.iter().filter(|name| present(name)).cloned().collect();
        match self {
            Self::Composed(composed) => {
                Self::Composed(DecisionRule { vetoes: kept(&composed.vetoes), ..composed.clone() })
            }
            Self::SecurityCouncil(council) => Self::SecurityCouncil(SecurityCouncil {
                permanent: kept(&council.permanent),
                ..council.clone()
            }),
            Self::ConsensusThenVote(sequence) => {
                let vote = Box::new(sequence.vote.with_vetoes_of(present));
                Self::ConsensusThenVote(ConsensusThenVote { vote, ..sequence.clone() })
            }
            // Listed, so that a new rule says whether it names members.
            Self::Consensus
            | Self::ConsensusMinus(_)
            | Self::SilenceProcedure
            | Self::ChairsGavel(_)
            | Self::Unanimity
            | Self::UnanimityWithAbstention
            | Self::SimpleMajority
            | Self::TwoThirds
            | Self::AbsoluteMajority
            | Self::TwoThirdsOfMembers
            | Self::DoubleMajority
            | Self::ReinforcedDoubleMajority
            | Self::WeightedMajority(_)
            | Self::CoalitionOfTheWilling(_)
            | Self::ReverseConsensus => self.clone(),
        }
    }

    /// The rule that decides first.
    fn first(&self) -> DecisionRule {
        match self {
            Self::Consensus | Self::ConsensusThenVote(_) => DecisionRule::consensus(),
            Self::ConsensusMinus(k) => DecisionRule::consensus_minus((*k).into()),
            Self::ReverseConsensus => DecisionRule::reverse_consensus(),
            Self::SilenceProcedure => DecisionRule::silence(),
            Self::ChairsGavel(gavel) => DecisionRule::gavel(*gavel),
            Self::Unanimity => DecisionRule::unanimity(),
            Self::UnanimityWithAbstention => DecisionRule::unanimity_with_abstention(),
            Self::SimpleMajority => DecisionRule::simple_majority(),
            Self::TwoThirds => DecisionRule::two_thirds(),
            Self::AbsoluteMajority => DecisionRule::absolute_majority(),
            Self::TwoThirdsOfMembers => DecisionRule::two_thirds_of_members(),
            Self::DoubleMajority => DecisionRule::double_majority(),
            Self::ReinforcedDoubleMajority => DecisionRule::reinforced_double_majority(),
            Self::WeightedMajority(weighted) => DecisionRule::weighted_majority(*weighted),
            Self::SecurityCouncil(council) => DecisionRule::security_council(council),
            Self::CoalitionOfTheWilling(coalition) => DecisionRule::coalition_of_the_willing(*coalition),
            Self::Composed(rule) => rule.clone(),
        }
    }
}

impl ConsensusThenVote {
    fn fallback(&self) -> Fallback {
        Fallback {
            rule: self.vote.first(),
            from_round: self.attempts.saturating_mul(self.every),
            callable: self.callable,
        }
    }
}

/// The rule that decides once the first rule has failed.
#[derive(Clone, Debug, PartialEq)]
pub struct Fallback {
    /// The rule of the vote.
    pub rule: DecisionRule,
    /// The round from which it decides.
    pub from_round: u32,
    /// Whether a sponsor may call it earlier, if it would carry.
    pub callable: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Vetoes are dropped wherever a rule names members, also in the vote that follows consensus.
    #[test]
    fn vetoes_of_absent_members_are_dropped() {
        let council = |permanent: &[&str]| {
            let permanent = permanent.iter().map(|name| (*name).to_owned()).collect();
            Rule::SecurityCouncil(SecurityCouncil { affirmative: 1, permanent })
        };
        let then = |vote: Rule| {
            let vote = Box::new(vote);
            Rule::ConsensusThenVote(ConsensusThenVote { vote, attempts: 3, every: 10, callable: true })
        };
        let (all, present) = (council(&["France", "China"]), council(&["France"]));
        let france = |name: &str| name == "France";
        assert_eq!(all.with_vetoes_of(&france), present);
        assert_eq!(then(all).with_vetoes_of(&france), then(present));
    }
}
