//! Standard treatments: what one would try on any case, whatever its author thought of.
//!
//! Isolation, failure and patience; the rule and its fallback; each of the chair's moves; linkage; vague words; each
//! bloc's cohesion; each firm's effort; who is present. A treatment that does not fit a case, changes nothing in it, or
//! leaves it senseless, is left out.

use crate::{
    protocol::Move,
    scenario::{Parameter, Scenario},
};

/// A change that is tried on a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Treatment {
    /// A short name.
    pub name: String,
    /// What it asks.
    pub asks: String,
    /// The case with the change made.
    pub scenario: Scenario,
}

/// What is tried on every case: name, question, parameter and value.
#[rustfmt::skip] // a table: one row a line
const GENERAL: [[&str; 4]; 16] = [
    ["isolation: free", "What if it costs nothing to object alone?", "countries.*.isolation_cost", "x0"],
    ["isolation: ×4", "What if it costs four times as much?", "countries.*.isolation_cost", "x4"],
    ["failure: free", "What if failure costs nobody anything?", "countries.*.cost_of_failure", "x0"],
    ["failure: .2 for all", "What if failure is dear to everybody?", "countries.*.cost_of_failure", "0.2"],
    ["patience: twice", "What if all are twice as patient?", "countries.*.tactic.beta", "x0.5"],
    ["patience: half", "What if all are in a hurry?", "countries.*.tactic.beta", "x2"],
    ["rule: one objection allowed", "What if one objector can be left behind?", "rule", "ConsensusMinus(1)"],
    ["rule: consensus", "What if one objection is enough?", "rule", "Consensus"],
    ["rule: consensus, then ⅔", "What if a vote can be called once consensus has failed?", "rule", "ConsensusThenVote(vote: TwoThirds)"],
    ["rule: ⅔", "What if the text is put to the vote?", "rule", "TwoThirds"],
    ["rule: simple majority", "What if more than half are enough?", "rule", "SimpleMajority"],
    ["reading: nobody's own", "What if nobody trusts its own reading?", "defaults.theta", "0"],
    ["chair: heads", "What if the chair weighs every complaint alike?", "protocol.weigh", "Heads"],
    ["time: twice", "What if there is twice the time?", "protocol.rounds", "x2"],
    ["blocs: none", "What if every country speaks for itself?", "blocs.*.cohesion", "0"],
    ["firms: silent", "What if no firm lobbies?", "firms.*.effort", "x0"],
];

/// Name, question, parameter and value.
type Candidate = [String; 4];

/// The treatments that fit a case and change it.
pub fn standard(scenario: &Scenario) -> Vec<Treatment> {
    let base = Scenario { switches: crate::named::Named::default(), ..scenario.clone() };
    let general = GENERAL.map(|row| row.map(str::to_owned));
    let candidates = general.into_iter().chain(of_moves()).chain(of_linkage(&base)).chain(of_names(&base));
    candidates
        .filter_map(|[name, asks, parameter, value]| {
            let mut changed = base.clone();
            parameter.parse::<Parameter>().ok()?.set(&mut changed, &value).ok()?;
            let sound = changed != base && changed.problems().is_empty() && !changed.is_body();
            sound.then_some(Treatment { name, asks, scenario: changed })
        })
        .collect()
}

/// The same parameter set to either of two values.
fn pair(parameter: &str, either: [[String; 2]; 2], values: [&str; 2]) -> [Candidate; 2] {
    let [[a, asks_a], [b, asks_b]] = either;
    let to = |value: usize| values[value].to_owned();
    [[a, asks_a, parameter.to_owned(), to(0)], [b, asks_b, parameter.to_owned(), to(1)]]
}

/// Each move of the chair, taken away or added.
fn of_moves() -> impl Iterator<Item = Candidate> {
    Move::ALL.into_iter().flat_map(|mv| {
        let without = [format!("no {mv:?}"), format!("What if the chair {} nothing?", mv.word())];
        let with = [format!("with {mv:?}"), format!("What if the chair {}, too?", mv.word())];
        pair(&format!("protocol.moves.{mv:?}"), [without, with], ["false", "true"])
    })
}

/// The same protocol, each clause judged by itself.
fn of_linkage(scenario: &Scenario) -> Option<Candidate> {
    let written = crate::scenario::written(&scenario.protocol)?;
    let apart = written.strip_prefix("ChairRevisions").map(|rest| format!("ClauseByClause{rest}"))?;
    let words = ["linkage: none", "What if each clause must carry on its own?", "protocol", &apart];
    Some(words.map(str::to_owned))
}

/// Each bloc, firm and country by name.
fn of_names(scenario: &Scenario) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (name, bloc) in scenario.blocs.iter() {
        let title = bloc.title.as_deref().unwrap_or(name);
        let loose = [format!("{name}: loose"), format!("What if {title} does not speak as one?")];
        let as_one = [format!("{name}: as one"), format!("What if {title} wants one thing?")];
        found.extend(pair(&format!("blocs.{name}.cohesion"), [loose, as_one], ["0", "1"]));
    }
    for (name, firm) in scenario.firms.iter() {
        let asks = format!("What if {} keeps out of it?", firm.title.as_deref().unwrap_or(name));
        found.push([format!("{name}: silent"), asks, format!("firms.{name}.effort"), "x0".to_owned()]);
    }
    // An observer counts nowhere, whether it is there or not.
    for (name, country) in scenario.countries.iter().filter(|(_, country)| !country.observes()) {
        let title = country.title.as_deref().unwrap_or(name);
        let away = [format!("{name}: away"), format!("What if {title} stays away?")];
        let there = [format!("{name}: there"), format!("What if {title} is there?")];
        found.extend(pair(&format!("countries.{name}.boycotts"), [away, there], ["true", "false"]));
    }
    found
}
