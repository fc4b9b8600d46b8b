//! What must hold of a party's positions.

use super::{At, Report, tidy};
use crate::{
    named::Named,
    preference::Position,
    scenario::{Problem, Saliences, Scenario},
    text::{Clause, Options},
};

pub fn check(scenario: &Scenario, report: &mut Report, name: &str, stands: &Named<Position>, at: &At<'_>) {
    let before = report.found();
    report.unique(stands, "position", at);
    for (k, (clause, position)) in stands.iter().enumerate() {
        let here = at.nth(k);
        if !report.known(clause, &scenario.clauses, "clause", here.name()) {
            continue;
        }
        match (position, scenario.clauses.get(clause)) {
            (Position::Points(given), Some(Clause::Options(c))) => points(report, name, given, c, &here),
            (Position::Ideal { .. }, Some(Clause::Options(_))) => report.add(Problem::new(
                here,
                format!("{name} has an ideal on \"{clause}\", which is a choice among options"),
                "points per option, as in {\"option\": 5}",
            )),
            (Position::Points(_), _) => report.add(Problem::new(
                here,
                format!("{name} gives points on \"{clause}\", which has no options"),
                "(ideal, salience)",
            )),
            (Position::Ideal { ideal, salience, .. }, _) => {
                report.unit(*ideal, format_args!("{name}'s ideal on \"{clause}\""), &here.nth(0));
                let what = format_args!("{name}'s salience on \"{clause}\"");
                report.amount(*salience, what, &here.nth(1));
            }
        }
    }
    // What is wrong with one of them may be what is wrong with their sum.
    if report.found() == before && !stands.is_empty() {
        sum(scenario, report, name, stands, at);
    }
}

fn points(report: &mut Report, name: &str, points: &Named<f64>, clause: &Options, at: &At<'_>) {
    for (j, (option, p)) in points.iter().enumerate() {
        report.known(option, &clause.options, "option", at.nth(j).name());
        report.amount(*p, format_args!("{name}'s points for \"{option}\""), &at.nth(j));
    }
}

/// Saliences are relative to their sum, or a part of 1.
fn sum(scenario: &Scenario, report: &mut Report, name: &str, stands: &Named<Position>, at: &At<'_>) {
    let saliences = stands.values().map(|position| match position {
        Position::Ideal { salience, .. } => *salience,
        Position::Points(points) => points.values().sum(),
    });
    let total: f64 = saliences.sum();
    report.require(total > 0.0, || {
        Problem::new(
            at.name(),
            format!("all saliences of {name} are 0"),
            "at least one clause it cares about",
        )
    });
    let absolute = scenario.saliences == Saliences::Absolute;
    report.require(!(absolute && total > 1.0 + 1e-9), || {
        Problem::new(
            at.name(),
            format!("the saliences of {name} sum to {}", tidy(total)),
            "at most 1, since the scenario's saliences are absolute",
        )
    });
}
