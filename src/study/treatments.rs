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

/// What a treatment is called and what it asks, in any language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The messages of the catalogue: its name and what it asks.
    ids: [&'static str; 2],
    /// The move, or the key of the party, that it is about; empty where it is about all.
    key: String,
    /// The same by its title.
    title: String,
}

impl Question {
    fn of(ids: [&'static str; 2], key: &str, title: &str) -> Self {
        Self { ids, key: key.to_owned(), title: title.to_owned() }
    }

    /// The name in this language.
    pub fn name(&self, language: Language) -> String {
        say!(language, self.ids[0], about = self.key.as_str())
    }

    /// The question in words.
    pub fn words(&self, language: Language) -> String {
        say!(language, self.ids[1], about = self.title.as_str())
    }
}

/// A change that is tried on a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Treatment {
    /// A short name, by which it goes in every language.
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
    ["terminal-lever-isolation-free", "terminal-asks-isolation-free", "countries.*.isolation_cost", "x0"],
    ["terminal-lever-isolation-dear", "terminal-asks-isolation-dear", "countries.*.isolation_cost", "x4"],
    ["terminal-lever-failure-free", "terminal-asks-failure-free", "countries.*.cost_of_failure", "x0"],
    ["terminal-lever-failure-dear", "terminal-asks-failure-dear", "countries.*.cost_of_failure", "0.2"],
    ["terminal-lever-patience-twice", "terminal-asks-patience-twice", "countries.*.tactic.beta", "x0.5"],
    ["terminal-lever-patience-half", "terminal-asks-patience-half", "countries.*.tactic.beta", "x2"],
    ["terminal-lever-one-objection", "terminal-asks-one-objection", "rule", "ConsensusMinus(1)"],
    ["terminal-lever-consensus", "terminal-asks-consensus", "rule", "Consensus"],
    ["terminal-lever-consensus-then-vote", "terminal-asks-consensus-then-vote", "rule", "ConsensusThenVote(vote: TwoThirds)"],
    ["terminal-lever-two-thirds", "terminal-asks-two-thirds", "rule", "TwoThirds"],
    ["terminal-lever-simple-majority", "terminal-asks-simple-majority", "rule", "SimpleMajority"],
    ["terminal-lever-reading", "terminal-asks-reading", "defaults.theta", "0"],
    ["terminal-lever-heads", "terminal-asks-heads", "protocol.weigh", "Heads"],
    ["terminal-lever-time", "terminal-asks-time", "protocol.rounds", "x2"],
    ["terminal-lever-no-blocs", "terminal-asks-no-blocs", "blocs.*.cohesion", "0"],
    ["terminal-lever-firms-silent", "terminal-asks-firms-silent", "firms.*.effort", "x0"],
];

/// A treatment before it is tried: question, parameter and value.
struct Candidate {
    asks: Question,
    parameter: String,
    value: String,
}

impl Candidate {
    fn new(asks: Question, parameter: String, value: &str) -> Self {
        Self { asks, parameter, value: value.to_owned() }
    }
}

/// The treatments that fit a case and change it.
pub fn standard(scenario: &Scenario) -> Vec<Treatment> {
    let base = Scenario { switches: crate::named::Named::default(), ..scenario.clone() };
    let general = GENERAL.into_iter().map(|[name, asks, parameter, value]| {
        Candidate::new(Question::of([name, asks], "", ""), parameter.to_owned(), value)
    });
    let candidates = general.chain(of_moves()).chain(of_linkage(&base)).chain(of_names(&base));
    candidates
        .filter_map(|Candidate { asks, parameter, value }| {
            let mut changed = base.clone();
            parameter.parse::<Parameter>().ok()?.set(&mut changed, &value).ok()?;
            let sound = changed != base && changed.problems().is_empty() && !changed.is_body();
            sound.then(|| Treatment {
                name: asks.name(Language::English),
                asks,
                setting: [parameter, value],
                scenario: changed,
            })
        })
        .collect()
}

/// Each move of the chair, taken away or added.
fn of_moves() -> impl Iterator<Item = Candidate> {
    Move::ALL.into_iter().flat_map(|mv| {
        let name = format!("{mv:?}");
        let parameter = format!("protocol.moves.{name}");
        let of = |ids| Question::of(ids, &name, &name);
        let without = of(["terminal-lever-without-move", "terminal-asks-without-move"]);
        let with = of(["terminal-lever-with-move", "terminal-asks-with-move"]);
        [Candidate::new(without, parameter.clone(), "false"), Candidate::new(with, parameter, "true")]
    })
}

/// The same protocol, each clause judged by itself.
fn of_linkage(scenario: &Scenario) -> Option<Candidate> {
    let written = crate::scenario::written(&scenario.protocol)?;
    let apart = written.strip_prefix("ChairRevisions").map(|rest| format!("ClauseByClause{rest}"))?;
    let asks = Question::of(["terminal-lever-no-linkage", "terminal-asks-no-linkage"], "", "");
    Some(Candidate::new(asks, "protocol".to_owned(), &apart))
}

/// Each bloc, firm and country by name.
fn of_names(scenario: &Scenario) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut add = |ids, name: &str, parameter: String, value: &str| {
        let asks = Question::of(ids, name, scenario.title_of(name));
        found.push(Candidate::new(asks, parameter, value));
    };
    for name in scenario.blocs.names() {
        let parameter = format!("blocs.{name}.cohesion");
        add(["terminal-lever-bloc-loose", "terminal-asks-bloc-loose"], name, parameter.clone(), "0");
        add(["terminal-lever-bloc-as-one", "terminal-asks-bloc-as-one"], name, parameter, "1");
    }
    for name in scenario.firms.names() {
        let parameter = format!("firms.{name}.effort");
        add(["terminal-lever-firm-silent", "terminal-asks-firm-silent"], name, parameter, "x0");
    }
    // An observer counts nowhere, whether it is there or not.
    for (name, _) in scenario.countries.iter().filter(|(_, country)| !country.observes()) {
        let parameter = format!("countries.{name}.boycotts");
        add(["terminal-lever-country-away", "terminal-asks-country-away"], name, parameter.clone(), "true");
        add(["terminal-lever-country-there", "terminal-asks-country-there"], name, parameter, "false");
    }
    found
}
