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

/// The treatments that fit a case and change it.
pub fn standard(scenario: &Scenario) -> Vec<Treatment> {
    let base = Scenario { switches: crate::named::Named::default(), ..scenario.clone() };
    let candidates = general().into_iter().chain(of_moves()).chain(of_linkage(&base)).chain(of_names(&base));
    candidates
        .filter_map(|(name, asks, parameter, value)| {
            let mut changed = base.clone();
            parameter.parse::<Parameter>().ok()?.set(&mut changed, &value).ok()?;
            let sound = changed != base && changed.problems().is_empty() && !changed.is_body();
            sound.then_some(Treatment { name, asks, scenario: changed })
        })
        .collect()
}

/// Name, question, parameter and value.
type Candidate = (String, String, String, String);

fn candidate(name: &str, asks: &str, parameter: &str, value: &str) -> Candidate {
    (name.to_owned(), asks.to_owned(), parameter.to_owned(), value.to_owned())
}

fn general() -> Vec<Candidate> {
    vec![
        candidate(
            "isolation: free",
            "What if it costs nothing to object alone?",
            "countries.*.isolation_cost",
            "x0",
        ),
        candidate(
            "isolation: ×4",
            "What if it costs four times as much?",
            "countries.*.isolation_cost",
            "x4",
        ),
        candidate(
            "failure: free",
            "What if failure costs nobody anything?",
            "countries.*.cost_of_failure",
            "x0",
        ),
        candidate(
            "failure: .2 for all",
            "What if failure is dear to everybody?",
            "countries.*.cost_of_failure",
            "0.2",
        ),
        candidate("patience: twice", "What if all are twice as patient?", "countries.*.tactic.beta", "x0.5"),
        candidate("patience: half", "What if all are in a hurry?", "countries.*.tactic.beta", "x2"),
        candidate(
            "rule: one objection allowed",
            "What if one objector can be left behind?",
            "rule",
            "ConsensusMinus(1)",
        ),
        candidate("rule: consensus", "What if one objection is enough?", "rule", "Consensus"),
        candidate(
            "rule: consensus, then ⅔",
            "What if a vote can be called once consensus has failed?",
            "rule",
            "ConsensusThenVote(vote: TwoThirds)",
        ),
        candidate("rule: ⅔", "What if the text is put to the vote?", "rule", "TwoThirds"),
        candidate("rule: simple majority", "What if more than half are enough?", "rule", "SimpleMajority"),
        candidate("reading: nobody's own", "What if nobody trusts its own reading?", "defaults.theta", "0"),
        candidate(
            "chair: heads",
            "What if the chair weighs every complaint alike?",
            "protocol.weigh",
            "Heads",
        ),
        candidate("time: twice", "What if there is twice the time?", "protocol.rounds", "x2"),
        candidate("blocs: none", "What if every country speaks for itself?", "blocs.*.cohesion", "0"),
        candidate("firms: silent", "What if no firm lobbies?", "firms.*.effort", "x0"),
    ]
}

fn of_moves() -> impl Iterator<Item = Candidate> {
    Move::ALL.into_iter().flat_map(|mv| {
        let parameter = format!("protocol.moves.{mv:?}");
        let without = format!("What if the chair {} nothing?", mv.word());
        let with = format!("What if the chair {}, too?", mv.word());
        [
            candidate(&format!("no {mv:?}"), &without, &parameter, "false"),
            candidate(&format!("with {mv:?}"), &with, &parameter, "true"),
        ]
    })
}

/// The same protocol, each clause judged by itself.
fn of_linkage(scenario: &Scenario) -> Option<Candidate> {
    let written = crate::scenario::written(&scenario.protocol)?;
    let apart = written.strip_prefix("ChairRevisions").map(|rest| format!("ClauseByClause{rest}"))?;
    Some(candidate("linkage: none", "What if each clause must carry on its own?", "protocol", &apart))
}

/// Each bloc, firm and country by name.
fn of_names(scenario: &Scenario) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (name, bloc) in scenario.blocs.iter() {
        let title = bloc.title.as_deref().unwrap_or(name);
        let parameter = format!("blocs.{name}.cohesion");
        found.push(candidate(
            &format!("{name}: loose"),
            &format!("What if {title} does not speak as one?"),
            &parameter,
            "0",
        ));
        found.push(candidate(
            &format!("{name}: as one"),
            &format!("What if {title} wants one thing?"),
            &parameter,
            "1",
        ));
    }
    for (name, firm) in scenario.firms.iter() {
        let asks = format!("What if {} keeps out of it?", firm.title.as_deref().unwrap_or(name));
        found.push(candidate(&format!("{name}: silent"), &asks, &format!("firms.{name}.effort"), "x0"));
    }
    // An observer counts nowhere, whether it is there or not.
    for (name, country) in scenario.countries.iter().filter(|(_, country)| !country.observes()) {
        let title = country.title.as_deref().unwrap_or(name);
        let parameter = format!("countries.{name}.boycotts");
        found.push(candidate(
            &format!("{name}: away"),
            &format!("What if {title} stays away?"),
            &parameter,
            "true",
        ));
        found.push(candidate(
            &format!("{name}: there"),
            &format!("What if {title} is there?"),
            &parameter,
            "false",
        ));
    }
    found
}
