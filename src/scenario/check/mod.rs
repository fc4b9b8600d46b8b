//! Validation: every problem of meaning.

mod adopted;
mod at;
mod blocs;
mod choices;
mod clauses;
mod countries;
mod firms;
mod outside;
mod positions;
mod protocol;
mod report;
mod rules;
mod switches;
mod traits;

use self::{
    at::{At, Of},
    report::Report,
};
use super::{FORMAT, Problem, Scenario};

/// More countries than this are refused before anything is allocated.
const MAX_COUNTRIES: usize = 10_000;
/// More clauses, options or blocs than this are refused.
const MAX_CLAUSES: usize = 1_000;

/// All problems of a scenario.
pub fn problems(scenario: &Scenario) -> Vec<Problem> {
    let mut report = Report::default();
    format(scenario, &mut report);
    if limits(scenario, &mut report) {
        // Everything else would take its time before it is refused.
        return report.problems();
    }
    clauses::check(scenario, &mut report);
    countries::check(scenario, &mut report);
    blocs::check(scenario, &mut report);
    firms::check(scenario, &mut report);
    traits::defaults(&mut report, &scenario.defaults);
    traits::uncertainty(&mut report, &scenario.uncertainty);
    rules::check(scenario, &mut report);
    protocol::check(scenario, &mut report);
    switches::check(scenario, &mut report);
    choices::check(scenario, &mut report);
    adopted::check(scenario, &mut report);
    report.problems()
}

/// Why there is nothing to negotiate.
pub fn nothing_to_negotiate(scenario: &Scenario) -> Option<Problem> {
    scenario.is_body().then(|| {
        Problem::new(
            At::top("clauses").name(),
            "there are no clauses: this describes a body and its rule, with nothing to negotiate",
            "at least one clause, and positions on it",
        )
    })
}

fn format(scenario: &Scenario, report: &mut Report) {
    report.require(scenario.format == FORMAT, || {
        Problem::new(
            At::top("format"),
            format!("this file says format {}", scenario.format),
            format!("format {FORMAT}, the one this version reads"),
        )
    });
}

/// Whether there is more of something than is looked at.
fn limits(scenario: &Scenario, report: &mut Report) -> bool {
    let before = report.found();
    let too_many = |report: &mut Report, n: usize, most: usize, what: &'static str| {
        report.require(n <= most, || {
            Problem::new(At::top(what).name(), format!("there are {n} {what}"), format!("at most {most}"))
        });
    };
    too_many(report, scenario.clauses.len(), MAX_CLAUSES, "clauses");
    too_many(report, scenario.countries.len(), MAX_COUNTRIES, "countries");
    too_many(report, scenario.blocs.len(), MAX_CLAUSES, "blocs");
    too_many(report, scenario.firms.len(), MAX_CLAUSES, "firms");
    too_many(report, scenario.switches.len(), MAX_CLAUSES, "switches");
    too_many(report, scenario.choices.len(), MAX_CLAUSES, "choices");
    report.found() > before
}

/// A sum of decimals without the tail that binary fractions give it.
fn tidy(sum: f64) -> f64 {
    (sum * 1e9).round() / 1e9
}
