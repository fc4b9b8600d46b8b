//! What a scenario writes as its rule: a named preset, a sequence, or a rule composed from its parts.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::DecisionRule;

/// The rule of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Rule {
    /// Carried unless a party present objects (the default).
    #[default]
    Consensus,
    /// Carried unless more than this many object.
    ConsensusMinus(u32),
    /// More Yes than No (UN Charter, Art. 18(3)).
    SimpleMajority,
    /// At least two Yes for each No (UN Charter, Art. 18(2)).
    TwoThirds,
    /// Consensus first, then a vote.
    ConsensusThenVote(ConsensusThenVote),
    /// A rule composed from its parts.
    Composed(DecisionRule),
}

/// Consensus first; a vote once that has failed often enough, or as soon as a delegation calls one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsensusThenVote {
    /// The rule of the vote.
    pub vote: Box<Rule>,
    /// How many scheduled attempts at consensus are made before the vote.
    #[serde(default = "three")]
    pub attempts: u32,
    /// Rounds between scheduled attempts.
    #[serde(default = "ten")]
    pub every: u32,
    /// Whether a delegation that sponsors the text may call the vote earlier, where it would carry.
    #[serde(default = "yes")]
    pub callable: bool,
}

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
    /// The rule that decides first, and what it falls back on.
    pub fn compile(&self) -> (DecisionRule, Option<Fallback>) {
        match self {
            Self::Consensus => (DecisionRule::consensus(), None),
            Self::ConsensusMinus(k) => (DecisionRule::consensus_minus((*k).into()), None),
            Self::SimpleMajority => (DecisionRule::simple_majority(), None),
            Self::TwoThirds => (DecisionRule::two_thirds(), None),
            Self::Composed(rule) => (rule.clone(), None),
            Self::ConsensusThenVote(c) => {
                let fallback = Fallback {
                    rule: c.vote.compile().0,
                    from_round: c.attempts.saturating_mul(c.every),
                    callable: c.callable,
                };
                (DecisionRule::consensus(), Some(fallback))
            }
        }
    }
}

/// What decides when the first rule has failed.
#[derive(Clone, Debug, PartialEq)]
pub struct Fallback {
    /// The rule of the vote.
    pub rule: DecisionRule,
    /// The round from which it decides.
    pub from_round: u32,
    /// Whether a sponsor may call it earlier, where it would carry.
    pub callable: bool,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, fallback) = self.compile();
        write!(f, "{first}")?;
        if let Some(fallback) = fallback {
            write!(f, "; failing that, from round {}", fallback.from_round)?;
            if fallback.callable {
                f.write_str(" or when a sponsor calls a vote that would carry")?;
            }
            write!(f, ", {}", fallback.rule)?;
        }
        Ok(())
    }
}
