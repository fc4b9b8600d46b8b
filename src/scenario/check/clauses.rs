//! What must hold of clauses.

use super::{At, Report};
use crate::{
    scenario::{Problem, Scenario},
    text::{Clause, Options},
};

pub fn check(scenario: &Scenario, report: &mut Report) {
    let place = At::top("clauses");
    // A body has neither clauses nor positions.
    let positions = scenario.countries.values().any(|c| !c.positions.is_empty());
    report.require(!scenario.is_body() || !positions, || {
        Problem::new(place.name(), "there are no clauses", "at least one clause to negotiate")
    });
    report.unique(&scenario.clauses, "clause", &place);
    for (n, (name, clause)) in scenario.clauses.iter().enumerate() {
        let at = place.nth(n);
        match clause {
            Clause::Ambition(c) => {
                report.weight(c.weight, format_args!("the weight of \"{name}\""), &at.field("weight"));
                scale(report, name, c.status_quo, c.agreed, &c.words, &at);
            }
            Clause::Positional(c) => scale(report, name, c.status_quo, c.agreed, &c.words, &at),
            Clause::Scope(c) => {
                scale(report, name, c.status_quo, c.agreed, &c.words, &at);
                let governs = at.field("governs");
                for (k, (governed, share)) in c.governs.iter().enumerate() {
                    let entry = governs.nth(k);
                    if report.known(governed, &scenario.clauses, "clause", entry.name()) {
                        is_deep(scenario, report, name, governed, &entry);
                    }
                    report.unit(
                        *share,
                        format_args!("the share of \"{governed}\" that \"{name}\" governs"),
                        &entry,
                    );
                }
            }
            Clause::Options(c) => options(report, name, c, &at),
        }
    }
}

fn is_deep(scenario: &Scenario, report: &mut Report, name: &str, governed: &str, entry: &At<'_>) {
    let ambition = scenario.clauses.get(governed).is_some_and(Clause::is_ambition);
    report.require(ambition, || {
        Problem::new(
            entry.name(),
            format!("\"{name}\" governs \"{governed}\", which is no matter of ambition"),
            "an ambition clause: scope is about depth",
        )
    });
}

fn scale(
    report: &mut Report,
    name: &str,
    status_quo: f64,
    agreed: Option<f64>,
    words: &[(f64, String)],
    at: &At<'_>,
) {
    report.unit(status_quo, format_args!("the status quo of \"{name}\""), &at.field("status_quo"));
    if let Some(agreed) = agreed {
        report.unit(agreed, format_args!("the agreed language of \"{name}\""), &at.field("agreed"));
    }
    let levels = at.field("words");
    for (k, (value, _)) in words.iter().enumerate() {
        let here = levels.nth(k);
        report.unit(*value, format_args!("a word of \"{name}\" stands at a value that"), &here.nth(0));
        // Compared so that what is not a number is told once, above.
        let falling = k > 0 && words[k - 1].0 >= *value;
        report.require(!falling, || {
            Problem::new(here, format!("the words of \"{name}\" do not rise at {value}"), "rising values")
        });
    }
}

fn options(report: &mut Report, name: &str, clause: &Options, at: &At<'_>) {
    let place = at.field("options");
    report.require(!clause.options.is_empty(), || {
        Problem::new(place, format!("\"{name}\" has no options"), "at least one option")
    });
    report.unique(&clause.options, "option", &place);
    if let Some(status_quo) = &clause.status_quo {
        report.known(status_quo, &clause.options, "option", at.field("status_quo"));
    }
    report.weight(clause.weight, format_args!("the weight of \"{name}\""), &at.field("weight"));
    let with_depth = clause.options.values().filter(|o| o.depth.is_some()).count();
    report.require(with_depth == 0 || with_depth == clause.options.len(), || {
        Problem::new(
            place,
            format!("some options of \"{name}\" have a depth and others have none"),
            "a depth for every option, or for none",
        )
    });
    for (k, (option, choice)) in clause.options.iter().enumerate() {
        if let Some(depth) = choice.depth {
            report.unit(
                depth,
                format_args!("the depth of \"{name}\" at \"{option}\""),
                &place.nth(k).field("depth"),
            );
        }
    }
}
