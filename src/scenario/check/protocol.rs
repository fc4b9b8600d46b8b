//! What must hold of the protocol: what its own file requires, held against the scenario.

use super::{At, Report};
use crate::{
    protocol::{Draft, MAX_ROUNDS, Move, Requirement, Sponsor},
    scenario::{Problem, Scenario},
    text::Clause,
    voting::Binds,
};

pub fn check(scenario: &Scenario, report: &mut Report) {
    let at = At::top("protocol");
    for requirement in scenario.protocol.requirements() {
        match requirement {
            Requirement::Count { field, n, most } => count(report, &at.field(field), field, n, most),
            Requirement::Number { path, what, x, range } => {
                let here = at.fields(path);
                match range {
                    Some((low, high)) => report.number(x, low, high, what, &here),
                    None => report.positive(x, what, &here),
                }
            }
            Requirement::Moves { field, moves } => each_once(report, &at.field(field), moves),
            Requirement::Draft { field, draft: from } => draft(scenario, report, from, &at.field(field)),
            Requirement::Sponsor { field, sponsor: Sponsor::Party(name) } => {
                sponsor(scenario, report, name, at.field(field).nth(0));
            }
            Requirement::Sponsor { sponsor: Sponsor::Recognised, .. } => {}
        }
    }
    if scenario.protocol.is_by_clause() {
        by_clause(scenario, report, &at);
    }
}

fn count(report: &mut Report, at: &At<'_>, field: &str, n: u32, most: u32) {
    report.require((1..=most).contains(&n), || {
        Problem::new(at, format!("{field} is {n}"), format!("a whole number from 1 to {most}"))
    });
}

fn each_once(report: &mut Report, at: &At<'_>, moves: &[Move]) {
    for (k, mv) in moves.iter().enumerate() {
        report.require(!moves[..k].contains(mv), || {
            Problem::new(at.nth(k), format!("the move {mv:?} is given twice"), "each move once")
        });
    }
}

/// Every clause has its rounds, one clause after another; a coalition signs a text as a whole.
fn by_clause(scenario: &Scenario, report: &mut Report, at: &At<'_>) {
    let rounds = scenario.protocol.rounds();
    let clauses = u32::try_from(scenario.clauses.len()).unwrap_or(u32::MAX);
    let most = MAX_ROUNDS / clauses.max(1);
    report.require(rounds > MAX_ROUNDS || rounds <= most, || {
        Problem::new(
            at.field("rounds"),
            format!("{rounds} rounds for each of {clauses} clauses"),
            format!("at most {most}: {MAX_ROUNDS} in all"),
        )
    });
    let (first, fallback) = scenario.rule.compile();
    let signed = |binds| binds == Binds::Signatories;
    let whole = signed(first.binds) || fallback.is_some_and(|f| signed(f.rule.binds));
    report.require(!whole, || {
        Problem::new(
            At::top("rule"),
            "a text that binds its signatories is signed as a whole, not clause by clause",
            "another rule, or another protocol",
        )
    });
}

fn draft(scenario: &Scenario, report: &mut Report, draft: &Draft, at: &At<'_>) {
    match draft {
        Draft::Sponsor(name) => sponsor(scenario, report, name, at.nth(0)),
        Draft::Given(values) => {
            let given = at.nth(0);
            for (k, (clause, x)) in values.iter().enumerate() {
                let here = given.nth(k);
                report.known(clause, &scenario.clauses, "clause", here.name());
                report.unit(*x, format_args!("the draft's \"{clause}\""), &here);
                let choice = matches!(scenario.clauses.get(clause), Some(Clause::Options(_)));
                report.require(!choice, || {
                    let message =
                        format!("the draft gives a number for \"{clause}\", a choice among options");
                    Problem::new(
                        here,
                        message,
                        "clauses with a scale: of options the chair takes the favourite",
                    )
                });
            }
        }
        Draft::Mean | Draft::Recognised | Draft::StatusQuo | Draft::AgreedLanguage => {}
    }
}

fn sponsor(scenario: &Scenario, report: &mut Report, name: &str, place: At<'_>) {
    let names = || scenario.countries.names().chain(scenario.blocs.names()).chain(scenario.firms.names());
    let known = names().any(|n| n == name);
    report.require(known, || {
        Problem::new(place, format!("unknown sponsor \"{name}\""), "a country, bloc or firm of this scenario")
            .help(crate::document::nearest(name, names()))
    });
}
