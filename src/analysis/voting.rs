//! Properties of a decision rule: the members' power, vetoes, and how easily a text is carried.
//!
//! Computed from the simple game of the rule, in which every member votes yes or no: swings (Shapley & Shubik 1954; Banzhaf
//! 1965), the share of winning coalitions (Coleman 1971), and the number of options from which on cycles are possible
//! (Nakamura 1979). If the rule asks for objections, Yes is silence.

use serde::Serialize;

use crate::{
    benchmark::{
        Sampled,
        power::{Exact, PowerError, PowerIndices, SampledPower, SimpleGame},
    },
    language::Message,
    scenario::Scenario,
    voting::{DecisionRule, Tally, VotingWeight},
};

/// The properties of a decision rule over the members of a scenario.
#[derive(Clone, Debug, Serialize)]
pub struct Voting {
    /// The rule, as a sentence.
    pub rule: String,
    /// The number of participating members.
    pub members: usize,
    /// Keys of the members that can block alone: nothing carries without their Yes.
    pub blockers: Vec<String>,
    /// Keys of the members whose vote never makes a difference.
    pub dummies: Vec<String>,
    /// The size of the smallest winning coalition; `None` if power could not be computed.
    pub smallest_winning: Option<usize>,
    /// The share of all coalitions that carry (Coleman's power of a collectivity to act); `None` if it could not be computed.
    pub power_to_act: Option<f64>,
    /// The same as a fraction, if it is short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub power_to_act_exact: Option<String>,
    /// The Nakamura number.
    pub nakamura: Nakamura,
    /// The power of each member, in the order of the scenario; empty if it could not be computed.
    pub power: Vec<MemberPower>,
    /// Why power could not be computed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_counted: Option<Message>,
    /// What it is estimated to be, where it could not be counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sampled: Option<SampledVoting>,
}

/// Power estimated from random draws.
#[derive(Clone, Debug, Serialize)]
pub struct SampledVoting {
    /// The share of all coalitions that carry.
    pub power_to_act: Sampled,
    /// Each member that takes part, in the order of the scenario.
    pub members: Vec<SampledMember>,
}

/// A member's power, estimated.
#[derive(Clone, Debug, Serialize)]
pub struct SampledMember {
    /// Its key.
    pub name: String,
    /// Its votes.
    pub votes: u64,
    /// φ: orders of the members in which it is pivotal.
    pub shapley_shubik: Sampled,
    /// Absolute β: coalitions in which its own vote decides.
    pub banzhaf_absolute: Sampled,
}

/// A member's power.
#[derive(Clone, Debug, Serialize)]
pub struct MemberPower {
    /// Its key.
    pub name: String,
    /// Its votes.
    pub votes: u64,
    /// φ: the share of all orders of the members in which it is pivotal.
    pub shapley_shubik: f64,
    /// Normalised β: its share of all swings.
    pub banzhaf: f64,
    /// Absolute β: the probability that it is decisive if every other member tosses a coin.
    pub banzhaf_absolute: f64,
    /// φ and normalised β as fractions, if both are short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact: Option<(String, String)>,
}

/// The Nakamura number: with fewer options than that, some option is always unbeaten.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Nakamura {
    /// With this many options a cycle is possible.
    Number(usize),
    /// Some member has a veto: no cycle is possible with any number of options.
    Infinite,
    /// It could not be computed.
    NotCounted,
}

/// The maximum length of a printed fraction.
const MAX_FRACTION_LENGTH: usize = 15;

impl Voting {
    /// Analyses this rule over the scenario's members.
    pub fn under(scenario: &Scenario, rule: &DecisionRule) -> Self {
        let members = scenario.voting_weights(rule);
        let game = SimpleGame::of_rule(rule, &members);
        let nakamura = match game.as_ref().map(SimpleGame::nakamura) {
            Ok(Ok(Some(number))) => Nakamura::Number(number),
            Ok(Ok(None)) => Nakamura::Infinite,
            _ => Nakamura::NotCounted,
        };
        let counted = game.as_ref().map_err(Clone::clone).and_then(SimpleGame::power);
        let mut voting = Self {
            rule: describe(scenario, rule),
            members: members.iter().filter(|member| counts(member)).count(),
            blockers: Vec::new(),
            dummies: Vec::new(),
            smallest_winning: None,
            power_to_act: None,
            power_to_act_exact: None,
            nakamura,
            power: Vec::new(),
            not_counted: None,
            sampled: None,
        };
        match counted {
            Ok(power) => voting.set_power(scenario, &members, &power),
            Err(error) => {
                voting.set_blockers_only(scenario, rule, &members, &error);
                let game = game.ok().filter(|_| error == PowerError::TooLarge);
                voting.sampled = game.map(|game| SampledVoting::of(scenario, &members, &game.sample_power()));
            }
        }
        voting
    }

    fn set_power(&mut self, scenario: &Scenario, members: &[VotingWeight], power: &PowerIndices) {
        let names: Vec<&str> = scenario.countries.names().collect();
        let named = |list: Vec<usize>| list.into_iter().map(|i| names[i].to_owned()).collect();
        let takes_part = |i: &usize| counts(&members[*i]);
        self.blockers = named(power.blockers());
        self.dummies = named(power.dummies().into_iter().filter(takes_part).collect());
        self.smallest_winning = Some(power.smallest_winning());
        let act = power.power_to_act();
        (self.power_to_act, self.power_to_act_exact) = (Some(act.to_f64()), short_fraction(&act));
        let indices = power.shapley_shubik().into_iter().zip(power.banzhaf_normalised()).zip(power.banzhaf());
        self.power = indices
            .enumerate()
            .filter(|(i, _)| takes_part(i))
            .map(|(i, ((shapley_shubik, banzhaf), absolute))| MemberPower {
                name: names[i].to_owned(),
                votes: members[i].weight,
                shapley_shubik: shapley_shubik.to_f64(),
                banzhaf: banzhaf.to_f64(),
                banzhaf_absolute: absolute.to_f64(),
                exact: short_fraction(&shapley_shubik).zip(short_fraction(&banzhaf)),
            })
            .collect();
    }

    /// Finds the members that can block alone, if coalitions could not be counted.
    fn set_blockers_only(
        &mut self,
        scenario: &Scenario,
        rule: &DecisionRule,
        members: &[VotingWeight],
        error: &PowerError,
    ) {
        self.not_counted = Some(error.message());
        let alone = |i: usize| !rule.carries(&Tally::of(members, |k| k != i));
        let blockers =
            scenario.countries.names().enumerate().filter(|(i, _)| counts(&members[*i]) && alone(*i));
        self.blockers = blockers.map(|(_, name)| name.to_owned()).collect();
    }
}

impl SampledVoting {
    fn of(scenario: &Scenario, members: &[VotingWeight], power: &SampledPower) -> Self {
        let sampled = |count| Sampled { count, of: power.draws };
        let takes_part = |(i, _): &(usize, &str)| counts(&members[*i]);
        let member = |(i, name): (usize, &str)| SampledMember {
            name: name.to_owned(),
            votes: members[i].weight,
            shapley_shubik: sampled(power.pivots[i]),
            banzhaf_absolute: sampled(power.swings[i]),
        };
        Self {
            power_to_act: sampled(power.carried),
            members: scenario.countries.names().enumerate().filter(takes_part).map(member).collect(),
        }
    }
}

/// Whether a member takes part in the decision: it has neither opted out nor only looks on.
fn counts(member: &VotingWeight) -> bool {
    !member.opted_out && member.heads > 0
}

/// The rule as a sentence, with the full names of members with a veto.
fn describe(scenario: &Scenario, rule: &DecisionRule) -> String {
    let vetoes = rule.vetoes.iter().map(|key| scenario.title_of(key).to_owned()).collect();
    DecisionRule { vetoes, ..rule.clone() }.to_string()
}

fn short_fraction(exact: &Exact) -> Option<String> {
    let text = exact.to_string();
    (text.len() <= MAX_FRACTION_LENGTH).then_some(text)
}
