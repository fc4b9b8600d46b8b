//! What must hold of the coding of the text that was adopted in fact.

use super::{At, Report};
use crate::{
    named::Named,
    preference::Position,
    scenario::{Problem, Scenario, adopted::AdoptedClause},
    text::Clause,
};

pub fn check(scenario: &Scenario, report: &mut Report) {
    let Some(adopted) = &scenario.adopted else { return };
    let (at, before) = (At::top("adopted"), report.found());
    let clauses = at.field("clauses");
    report.unique(&adopted.clauses, "adopted clause", &clauses);
    report.require(!adopted.clauses.is_empty(), || {
        let expected = "at least one clause, as {\"cuts\": (value: 0.3, low: 0.2, high: 0.4)}";
        Problem::new(clauses.name(), "the adopted text has no clauses", expected)
    });
    for (k, (name, clause)) in adopted.clauses.iter().enumerate() {
        let here = clauses.nth(k);
        if report.known(name, &scenario.clauses, "clause", here.name()) {
            coded(scenario, report, name, clause, &here);
        }
    }
    later(scenario, report, &adopted.later, &at.field("later"));
    if report.found() == before && !adopted.later.is_empty() {
        remains(scenario, report, &at.field("later"));
    }
}

fn coded(scenario: &Scenario, report: &mut Report, name: &str, clause: &AdoptedClause, at: &At<'_>) {
    if matches!(scenario.clauses.get(name), Some(Clause::Options(_))) {
        let message = format!("the adopted text has a value on \"{name}\", which is a choice among options");
        return report.add(Problem::new(at.name(), message, "clauses with a scale"));
    }
    for (field, x) in [("value", clause.value), ("low", clause.low), ("high", clause.high)] {
        report.unit(x, format_args!("{field} of the adopted \"{name}\""), &at.field(field));
    }
    report.require(!(clause.low > clause.value || clause.value > clause.high), || {
        let message =
            format!("the adopted \"{name}\" is {}, from {} to {}", clause.value, clause.low, clause.high);
        Problem::new(at.name(), message, "low ≤ value ≤ high")
    });
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
