//! What must hold of the coding of what really happened.

use super::{At, Report};
use crate::{
    named::Named,
    preference::Position,
    scenario::{
        Problem, Scenario,
        observed::{Observed, ObservedClause},
    },
    text::Clause,
};

pub fn check(scenario: &Scenario, report: &mut Report) {
    let Some(observed) = &scenario.observed else { return };
    let at = At::top("observed");
    let clauses = at.field("clauses");
    report.unique(&observed.clauses, "observed clause", &clauses);
    for (k, (name, clause)) in observed.clauses.iter().enumerate() {
        let here = clauses.nth(k);
        if report.known(name, &scenario.clauses, "clause", here.name()) {
            coded(scenario, report, name, clause, &here);
        }
    }
    ending(observed, report, &at);
    later(scenario, report, &observed.later, &at.field("later"));
    // In a broken scenario this would only repeat what is wrong there.
    if report.found() == 0 && !observed.later.is_empty() {
        remains(scenario, report, &at.field("later"));
    }
}

/// A text has clauses, what was not adopted has none, and a vote has voters.
fn ending(observed: &Observed, report: &mut Report, at: &At<'_>) {
    let clauses = at.field("clauses");
    let (is_empty, has_votes) = (observed.clauses.is_empty(), observed.votes.is_some());
    report.require(observed.adopted || is_empty, || {
        let message = "no text was adopted, and yet it is said what the text says";
        Problem::new(clauses.name(), message, "no clauses, or adopted: true")
            .help("where nothing is adopted the status quo remains")
    });
    report.require(!observed.adopted || !is_empty || has_votes, || {
        let expected =
            "at least one clause, as {\"cuts\": (value: 0.3, low: 0.2, high: 0.4)}, votes, or adopted: false";
        Problem::new(clauses.name(), "what was observed says nothing", expected)
    });
    let cast = observed.votes.is_none_or(|votes| votes.yes_share().is_some());
    report.require(cast, || Problem::new(at.field("votes"), "nobody voted", "at least one vote"));
}

fn coded(scenario: &Scenario, report: &mut Report, name: &str, clause: &ObservedClause, at: &At<'_>) {
    if matches!(scenario.clauses.get(name), Some(Clause::Options(_))) {
        let message = format!("a value is observed on \"{name}\", which is a choice among options");
        return report.add(Problem::new(at.name(), message, "clauses with a scale"));
    }
    for (field, x) in [("value", clause.value), ("low", clause.low), ("high", clause.high)] {
        x.into_iter().for_each(|x| {
            report.unit(x, format_args!("{field} of the observed \"{name}\""), &at.field(field));
        });
    }
    let expected = "a value, as (value: 0.3), a range, as (low: 0.2, high: 0.4), or both";
    let [value, low, high] = clause.coded();
    if clause.low.is_some() != clause.high.is_some() {
        let message = format!("of the range of the observed \"{name}\" one end is missing");
        report.add(Problem::new(at.name(), message, expected));
    } else if value.is_nan() && clause.value.is_none() {
        report.add(Problem::new(at.name(), format!("nothing is said of the observed \"{name}\""), expected));
    } else {
        report.require(!(low > value || value > high), || {
            let message = format!("the observed \"{name}\" is {value}, from {low} to {high}");
            Problem::new(at.name(), message, "low ≤ value ≤ high")
        });
    }
}

/// Positions that are there to be left out.
fn later(scenario: &Scenario, report: &mut Report, later: &Named<Vec<String>>, at: &At<'_>) {
    report.unique(later, "party", at);
    for (k, (party, clauses)) in later.iter().enumerate() {
        let here = at.nth(k);
        let Some(positions) = positions(scenario, party) else {
            let problem =
                Problem::new(here.name(), format!("unknown party \"{party}\""), "a party of this scenario");
            report.unknown("party", party, problem);
            continue;
        };
        for (n, clause) in clauses.iter().enumerate() {
            report.require(positions.get(clause).is_some(), || {
                let message = format!("{party} has no position of its own on \"{clause}\"");
                Problem::new(here.nth(n), message, "clauses on which it states a position")
            });
        }
    }
}

fn positions<'s>(scenario: &'s Scenario, party: &str) -> Option<&'s Named<Position>> {
    let country = scenario.countries.get(party).map(|c| &c.positions);
    let bloc = scenario.blocs.get(party).map(|b| &b.positions);
    country.or(bloc).or_else(|| scenario.firms.get(party).map(|f| &f.positions))
}

/// What is left must still be a case.
fn remains(scenario: &Scenario, report: &mut Report, at: &At<'_>) {
    if let Some(problem) = scenario.before_adoption().problems().first() {
        let message = format!("without the later positions the scenario makes no sense: {problem}");
        report.add(Problem::new(at.name(), message, "parties that still want something"));
    }
}
