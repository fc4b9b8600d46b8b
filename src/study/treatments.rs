//! Standard treatments: what one would try on any case, whatever its author thought of.
//!
//! Isolation, failure and patience; the rule and its fallback; each of the chair's moves; linkage; vague words; each
//! bloc's cohesion; each firm's effort; who is present. A treatment that does not fit a case, changes nothing in it, or
//! leaves it senseless, is left out.

use crate::{
    language::Language,
    protocol::Move,
    say,
    scenario::{Parameter, Scenario},
};

/// What a treatment asks, in any language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The message of the catalogue.
    id: &'static str,
    /// The move, or the title of the party, that it asks about; empty where it asks about all.
    about: String,
}

impl Question {
    fn of(id: &'static str, about: &str) -> Self {
        Self { id, about: about.to_owned() }
    }

    /// The question in words.
    pub fn words(&self, language: Language) -> String {
        say!(language, self.id, about = self.about.as_str())
    }
}

/// A change that is tried on a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Treatment {
    /// A short name.
    pub name: String,
    /// What it asks.
    pub asks: Question,
    /// The parameter that it sets, and to what.
    pub setting: [String; 2],
    /// The case with the change made.
    pub scenario: Scenario,
}

/// What is tried on every case: name, question, parameter and value.
#[rustfmt::skip] // a table: one row a line
const GENERAL: [[&str; 4]; 16] = [
    ["isolation: free", "terminal-asks-isolation-free", "countries.*.isolation_cost", "x0"],
    ["isolation: ×4", "terminal-asks-isolation-dear", "countries.*.isolation_cost", "x4"],
    ["failure: free", "terminal-asks-failure-free", "countries.*.cost_of_failure", "x0"],
    ["failure: .2 for all", "terminal-asks-failure-dear", "countries.*.cost_of_failure", "0.2"],
    ["patience: twice", "terminal-asks-patience-twice", "countries.*.tactic.beta", "x0.5"],
    ["patience: half", "terminal-asks-patience-half", "countries.*.tactic.beta", "x2"],
    ["rule: one objection allowed", "terminal-asks-one-objection", "rule", "ConsensusMinus(1)"],
    ["rule: consensus", "terminal-asks-consensus", "rule", "Consensus"],
    ["rule: consensus, then ⅔", "terminal-asks-consensus-then-vote", "rule", "ConsensusThenVote(vote: TwoThirds)"],
    ["rule: ⅔", "terminal-asks-two-thirds", "rule", "TwoThirds"],
    ["rule: simple majority", "terminal-asks-simple-majority", "rule", "SimpleMajority"],
    ["reading: nobody's own", "terminal-asks-reading", "defaults.theta", "0"],
    ["chair: heads", "terminal-asks-heads", "protocol.weigh", "Heads"],
    ["time: twice", "terminal-asks-time", "protocol.rounds", "x2"],
    ["blocs: none", "terminal-asks-no-blocs", "blocs.*.cohesion", "0"],
    ["firms: silent", "terminal-asks-firms-silent", "firms.*.effort", "x0"],
];

/// A treatment before it is tried: name, question, parameter and value.
struct Candidate {
    name: String,
    asks: Question,
    parameter: String,
    value: String,
}

impl Candidate {
    fn new(name: String, asks: Question, parameter: String, value: &str) -> Self {
        Self { name, asks, parameter, value: value.to_owned() }
    }
}

/// The treatments that fit a case and change it.
pub fn standard(scenario: &Scenario) -> Vec<Treatment> {
    let base = Scenario { switches: crate::named::Named::default(), ..scenario.clone() };
    let general = GENERAL.into_iter().map(|[name, asks, parameter, value]| {
        Candidate::new(name.to_owned(), Question::of(asks, ""), parameter.to_owned(), value)
    });
    let candidates = general.chain(of_moves()).chain(of_linkage(&base)).chain(of_names(&base));
    candidates
        .filter_map(|Candidate { name, asks, parameter, value }| {
            let mut changed = base.clone();
            parameter.parse::<Parameter>().ok()?.set(&mut changed, &value).ok()?;
            let sound = changed != base && changed.problems().is_empty() && !changed.is_body();
            sound.then_some(Treatment { name, asks, setting: [parameter, value], scenario: changed })
        })
        .collect()
}

/// Each move of the chair, taken away or added.
fn of_moves() -> impl Iterator<Item = Candidate> {
    Move::ALL.into_iter().flat_map(|mv| {
        let (parameter, name) = (format!("protocol.moves.{mv:?}"), format!("{mv:?}"));
        let without = Question::of("terminal-asks-without-move", &name);
        let with = Question::of("terminal-asks-with-move", &name);
        [
            Candidate::new(format!("no {name}"), without, parameter.clone(), "false"),
            Candidate::new(format!("with {name}"), with, parameter, "true"),
        ]
    })
}

/// The same protocol, each clause judged by itself.
fn of_linkage(scenario: &Scenario) -> Option<Candidate> {
    let written = crate::scenario::written(&scenario.protocol)?;
    let apart = written.strip_prefix("ChairRevisions").map(|rest| format!("ClauseByClause{rest}"))?;
    let asks = Question::of("terminal-asks-no-linkage", "");
    Some(Candidate::new("linkage: none".to_owned(), asks, "protocol".to_owned(), &apart))
}

/// Each bloc, firm and country by name.
fn of_names(scenario: &Scenario) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut add = |name: String, id: &'static str, title: &str, parameter: String, value: &str| {
        found.push(Candidate::new(name, Question::of(id, title), parameter, value));
    };
    for (name, bloc) in scenario.blocs.iter() {
        let (title, parameter) = (bloc.title.as_deref().unwrap_or(name), format!("blocs.{name}.cohesion"));
        add(format!("{name}: loose"), "terminal-asks-bloc-loose", title, parameter.clone(), "0");
        add(format!("{name}: as one"), "terminal-asks-bloc-as-one", title, parameter, "1");
    }
    for (name, firm) in scenario.firms.iter() {
        let title = firm.title.as_deref().unwrap_or(name);
        let parameter = format!("firms.{name}.effort");
        add(format!("{name}: silent"), "terminal-asks-firm-silent", title, parameter, "x0");
    }
    // An observer counts nowhere, whether it is there or not.
    for (name, country) in scenario.countries.iter().filter(|(_, country)| !country.observes()) {
        let title = country.title.as_deref().unwrap_or(name);
        let parameter = format!("countries.{name}.boycotts");
        add(format!("{name}: away"), "terminal-asks-country-away", title, parameter.clone(), "true");
        add(format!("{name}: there"), "terminal-asks-country-there", title, parameter, "false");
    }
    found
}
