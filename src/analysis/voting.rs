//! What a decision rule makes of its members: power, vetoes, and how easily anything is decided.
//!
//! The simple game of the rule, everybody saying yes or no: who turns how many verdicts (Shapley & Shubik 1954;
//! Banzhaf 1965), how many coalitions carry (Coleman 1971), and with how many options a cycle becomes possible
//! (Nakamura 1979). Where only objections are asked for, Yes is silence.

use serde::Serialize;

use crate::{
    scenario::Scenario,
    voting::{DecisionRule, Franchise, Tally},
    yardstick::power::{Exact, Power, PowerError, SimpleGame},
};

/// What a rule makes of its members.
#[derive(Clone, Debug, Serialize)]
pub struct Voting {
    /// The rule, as a sentence.
    pub rule: String,
    /// How many take part.
    pub members: usize,
    /// Members without whose Yes nothing carries, by key: each can block alone.
    pub blockers: Vec<String>,
    /// Members whose vote never makes a difference, by key.
    pub dummies: Vec<String>,
    /// The fewest members that can carry a text; none where power could not be counted.
    pub smallest_winning: Option<usize>,
    /// The share of all coalitions that carry (Coleman's power of a collectivity to act).
    pub power_to_act: Option<f64>,
    /// The same as a fraction, where it is short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub power_to_act_exact: Option<String>,
    /// Nakamura's number.
    pub nakamura: Nakamura,
    /// Each member's power, in the order of the scenario; empty where it could not be counted.
    pub power: Vec<MemberPower>,
    /// Why power could not be counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_counted: Option<String>,
}

/// A member's power.
#[derive(Clone, Debug, Serialize)]
pub struct MemberPower {
    /// Its key.
    pub name: String,
    /// Its votes.
    pub votes: u64,
    /// φ: the share of all orders of the members in which it turns the verdict.
    pub shapley_shubik: f64,
    /// β normalised: its share of all swings.
    pub banzhaf: f64,
    /// β absolute: the probability that it decides when every other member tosses a coin.
    pub banzhaf_absolute: f64,
    /// φ and β (normalised) as fractions, where they are short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact: Option<(String, String)>,
}

/// Nakamura's number: with fewer options than that some option is always unbeaten.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Nakamura {
    /// With so many options a cycle is possible.
    Number(usize),
    /// Somebody has a veto: no cycle, whatever the options.
    Infinite,
    /// It could not be counted.
    NotCounted,
}

/// A fraction longer than this says less than its decimal.
const SHORT: usize = 15;

impl Voting {
    /// What this rule makes of the scenario's members.
    pub fn under(scenario: &Scenario, rule: &DecisionRule) -> Self {
        let members = scenario.franchises(rule);
        let game = SimpleGame::of_rule(rule, &members);
        let nakamura = match game.as_ref().map(SimpleGame::nakamura) {
            Ok(Ok(Some(number))) => Nakamura::Number(number),
            Ok(Ok(None)) => Nakamura::Infinite,
            _ => Nakamura::NotCounted,
        };
        let counted = game.and_then(|game| game.power());
        let mut voting = Self {
            rule: in_words(scenario, rule),
            members: members.iter().filter(|member| !member.opted_out).count(),
            blockers: Vec::new(),
            dummies: Vec::new(),
            smallest_winning: None,
            power_to_act: None,
            power_to_act_exact: None,
            nakamura,
            power: Vec::new(),
            not_counted: None,
        };
        match counted {
            Ok(power) => voting.count(scenario, &members, &power),
            Err(error) => voting.give_up(scenario, rule, &members, &error),
        }
        voting
    }

    fn count(&mut self, scenario: &Scenario, members: &[Franchise], power: &Power) {
        let names: Vec<&str> = scenario.countries.names().collect();
        let named = |list: Vec<usize>| list.into_iter().map(|i| names[i].to_owned()).collect();
        let takes_part = |i: &usize| !members[*i].opted_out;
        self.blockers = named(power.blockers());
        self.dummies = named(power.dummies().into_iter().filter(takes_part).collect());
        self.smallest_winning = Some(power.smallest_winning());
        let act = power.power_to_act();
        (self.power_to_act, self.power_to_act_exact) = (Some(act.to_f64()), short(&act));
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
                exact: short(&shapley_shubik).zip(short(&banzhaf)),
            })
            .collect();
    }

    /// Without counting coalitions: who can block alone.
    fn give_up(
        &mut self,
        scenario: &Scenario,
        rule: &DecisionRule,
        members: &[Franchise],
        error: &PowerError,
    ) {
        self.not_counted = Some(error.to_string());
        let alone = |i: usize| !rule.carries(&Tally::of(members, |k| k != i));
        let blockers =
            scenario.countries.names().enumerate().filter(|(i, _)| !members[*i].opted_out && alone(*i));
        self.blockers = blockers.map(|(_, name)| name.to_owned()).collect();
    }
}

/// The rule as a sentence, those with a veto by their full names.
fn in_words(scenario: &Scenario, rule: &DecisionRule) -> String {
    let vetoes = rule.vetoes.iter().map(|key| scenario.title_of(key).to_owned()).collect();
    DecisionRule { vetoes, ..rule.clone() }.to_string()
}

fn short(exact: &Exact) -> Option<String> {
    let text = exact.to_string();
    (text.len() <= SHORT).then_some(text)
}
