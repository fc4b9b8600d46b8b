//! Validation: every problem of meaning, in the order of the file.

mod clauses;
mod parties;
mod rules;

use super::{FORMAT, Parameter, Place, Problem, Scenario};
use crate::named::Named;

/// More countries than this are refused before anything is allocated.
const MAX_COUNTRIES: usize = 10_000;
/// More clauses, options or blocs than this are refused.
const MAX_CLAUSES: usize = 1_000;

/// All problems of a scenario.
pub fn problems(scenario: &Scenario) -> Vec<Problem> {
    let mut report = Report::default();
    format(scenario, &mut report);
    clauses::check(scenario, &mut report);
    parties::check(scenario, &mut report);
    rules::check(scenario, &mut report);
    switches(scenario, &mut report);
    report.0
}

/// What to watch out for although the scenario is valid.
pub fn cautions(scenario: &Scenario) -> Vec<String> {
    let mut cautions = Vec::new();
    if !scenario.clauses.values().any(|c| c.is_ambition()) {
        cautions.push("No clause is a matter of ambition: depth and the LCD index are undefined.".to_owned());
    }
    if scenario.uncertainty.is_exact() && scenario.countries.values().all(|c| c.attendance >= 1.0) {
        cautions.push("Nothing is uncertain: all replicates will be alike.".to_owned());
    }
    for (name, _) in scenario.clauses.iter() {
        let voiced = scenario
            .countries
            .values()
            .any(|c| c.positions.get(name).is_some())
            || scenario.blocs.values().any(|b| b.positions.get(name).is_some());
        if !voiced {
            cautions.push(format!(
                "Nobody has a position on \"{name}\": it stays at the status quo."
            ));
        }
    }
    cautions
}

/// Collects problems; the checks below read as what must hold.
#[derive(Default)]
struct Report(Vec<Problem>);

impl Report {
    fn add(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    fn require(&mut self, holds: bool, problem: impl FnOnce() -> Problem) {
        if !holds {
            self.add(problem());
        }
    }

    /// A finite number between `low` and `high`.
    fn number(&mut self, x: f64, low: f64, high: f64, what: &str, place: &Place) {
        self.require((low..=high).contains(&x), || {
            let expected = match (low, high) {
                (_, f64::INFINITY) if low == 0.0 => "a number of at least 0".to_owned(),
                (_, f64::INFINITY) => format!("a number of at least {low}"),
                _ => format!("a number from {low} to {high}"),
            };
            let problem = Problem::new(place.clone(), format!("{what} is {x}"), expected);
            if (low, high) == (0.0, 1.0) && x > 1.0 && x <= 100.0 {
                problem.help(format!(
                    "scales run from 0 to 1: write {} for {x} of 100",
                    x / 100.0
                ))
            } else {
                problem
            }
        });
        self.require(x != high || high < f64::INFINITY, || {
            Problem::new(place.clone(), format!("{what} is {x}"), "a finite number")
        });
    }

    /// A share or scale value.
    fn unit(&mut self, x: f64, what: &str, place: &Place) {
        self.number(x, 0.0, 1.0, what, place);
    }

    /// A number above 0.
    fn positive(&mut self, x: f64, what: &str, place: &Place) {
        self.require(x > 0.0 && x.is_finite(), || {
            Problem::new(place.clone(), format!("{what} is {x}"), "a finite number above 0")
        });
    }

    /// No name twice, no name blank.
    fn unique<T>(&mut self, entries: &Named<T>, kind: &str, place: &Place) {
        for (n, name) in entries.names().enumerate() {
            let here = || place.nth(n).name();
            self.require(!name.trim().is_empty(), || {
                Problem::new(here(), format!("a {kind} has no name"), "a name")
            });
            self.require(entries.position(name) == Some(n), || {
                Problem::new(
                    here(),
                    format!("{kind} \"{name}\" is given twice"),
                    format!("each {kind} once"),
                )
            });
        }
    }

    /// A name that exists.
    fn known<T>(&mut self, name: &str, among: &Named<T>, kind: &str, place: Place) -> bool {
        let found = among.get(name).is_some();
        self.require(found, || {
            Problem::new(
                place,
                format!("unknown {kind} \"{name}\""),
                format!("a {kind} of this scenario"),
            )
            .help(super::problem::nearest(name, among.names()))
        });
        found
    }
}

fn format(scenario: &Scenario, report: &mut Report) {
    report.require(scenario.format == FORMAT, || {
        Problem::new(
            Place::top("format"),
            format!("this file says format {}", scenario.format),
            format!("format {FORMAT}, the one this version reads"),
        )
    });
    let too_many = |report: &mut Report, n: usize, most: usize, what: &'static str| {
        report.require(n <= most, || {
            Problem::new(
                Place::top(what).name(),
                format!("there are {n} {what}"),
                format!("at most {most}"),
            )
        });
    };
    too_many(report, scenario.clauses.len(), MAX_CLAUSES, "clauses");
    too_many(report, scenario.countries.len(), MAX_COUNTRIES, "countries");
    too_many(report, scenario.blocs.len(), MAX_CLAUSES, "blocs");
    too_many(report, scenario.firms.len(), MAX_CLAUSES, "firms");
}

fn switches(scenario: &Scenario, report: &mut Report) {
    let place = Place::top("switches");
    report.unique(&scenario.switches, "switch", &place);
    for (n, (name, switch)) in scenario.switches.iter().enumerate() {
        let place = place.nth(n);
        report.require(!switch.set.is_empty(), || {
            Problem::new(
                place.name(),
                format!("switch \"{name}\" sets nothing"),
                "at least one setting",
            )
        });
        let mut changed = Scenario {
            switches: Named::default(),
            ..scenario.clone()
        };
        for (k, (parameter, value)) in switch.set.iter().enumerate() {
            let outcome = parameter
                .parse::<Parameter>()
                .and_then(|p| p.set(&mut changed, value));
            if let Err(error) = outcome {
                let at = place.field("set").nth(k);
                let mut problem = Problem::new(at, format!("switch \"{name}\": {error}"), error.expected());
                problem.help = error.advice();
                report.add(problem);
            }
        }
        // A switch must not break a scenario that is otherwise sound.
        if report.0.is_empty() {
            for problem in problems(&changed) {
                report.add(Problem {
                    place: place.name(),
                    message: format!("switch \"{name}\" makes no sense: {}", problem.message),
                    ..problem
                });
            }
        }
    }
}
