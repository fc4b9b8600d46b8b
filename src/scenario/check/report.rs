//! The list of problems under way; the checks beside it read as what must hold.

use std::{collections::HashMap, fmt};

use super::At;
use crate::{
    document::{Segment, nearest},
    language::{Language, Message},
    named::Named,
    say,
    scenario::{
        Place, Problem,
        problem::{of_this_scenario, unknown_name},
    },
};

/// Amounts beyond this are refused: what is added up over parties or clauses stays far from where numbers end.
const MOST: f64 = 1e15;
/// Names of more characters than this are refused.
const MOST_CHARACTERS: usize = 200;

/// Collects problems, and drops what only follows from one that is already there.
#[derive(Default)]
pub struct Report {
    problems: Vec<Problem>,
    /// Names nobody knows, by kind and name, and where in the list each was first reported.
    unknown: Vec<(String, String, usize)>,
    /// Everything found wrong, repetitions included.
    found: usize,
}

impl Report {
    pub fn problems(self) -> Vec<Problem> {
        self.problems
    }

    /// How much has been found wrong; if it has not grown, what was checked in between is sound.
    pub fn found(&self) -> usize {
        self.found
    }

    pub fn add(&mut self, problem: Problem) {
        self.found += 1;
        self.problems.push(problem);
    }

    pub fn require(&mut self, holds: bool, problem: impl FnOnce() -> Problem) {
        if !holds {
            self.add(problem());
        }
    }

    /// A finite number from `low` to `high`.
    pub fn number(&mut self, x: f64, low: f64, high: f64, what: impl fmt::Display, place: &At<'_>) {
        self.require((low..=high).contains(&x) && x.is_finite(), || {
            let kind = match (low, high) {
                (0.0, f64::INFINITY) => "not-negative",
                (_, f64::INFINITY) => "least",
                _ => "range",
            };
            let problem = Problem::new(place, value_of(&what, x, place), range(kind, low, high));
            let percent = (low, high) == (0.0, 1.0) && x > 1.0 && x <= 100.0 && x.fract() == 0.0;
            if percent { problem.help(of_a_hundred(x)) } else { problem }
        });
    }

    /// A share or a value on a scale.
    pub fn unit(&mut self, x: f64, what: impl fmt::Display, place: &At<'_>) {
        self.number(x, 0.0, 1.0, what, place);
    }

    /// A cost.
    pub fn not_negative(&mut self, x: f64, what: impl fmt::Display, place: &At<'_>) {
        self.number(x, 0.0, f64::INFINITY, what, place);
    }

    /// A finite number above 0.
    pub fn positive(&mut self, x: f64, what: impl fmt::Display, place: &At<'_>) {
        self.require(x > 0.0 && x.is_finite(), || {
            Problem::new(place, value_of(&what, x, place), range("positive", 0.0, f64::INFINITY))
        });
    }

    /// An effort, a salience, a materiality: what is added up with others, and may be nothing.
    pub fn amount(&mut self, x: f64, what: impl fmt::Display, place: &At<'_>) {
        if self.summable(x, &what, place) {
            self.not_negative(x, what, place);
        }
    }

    /// A weight: what is added up with others, and must be something.
    pub fn weight(&mut self, x: f64, what: impl fmt::Display, place: &At<'_>) {
        if self.summable(x, &what, place) {
            self.positive(x, what, place);
        }
    }

    fn summable(&mut self, x: f64, what: &impl fmt::Display, place: &At<'_>) -> bool {
        let is_too_large = x > MOST && x.is_finite();
        self.require(!is_too_large, || {
            let most = Message::new(|language| say!(language, "errors-at-most", most = format!("{MOST:e}")));
            Problem::new(place, value_of(what, x, place), most)
        });
        !is_too_large
    }

    /// No name twice, no name blank, no name without end.
    pub fn unique<T>(&mut self, entries: &Named<T>, kind: &str, place: &At<'_>) {
        let mut seen = HashMap::with_capacity(entries.len());
        for (n, name) in entries.names().enumerate() {
            let entry = place.nth(n);
            self.require(!name.trim().is_empty(), || {
                Problem::new(entry.name(), format!("a {kind} has no name"), "a name")
            });
            self.require(name.len() <= MOST_CHARACTERS || name.chars().count() <= MOST_CHARACTERS, || {
                let start: String = name.chars().take(20).collect();
                let message =
                    format!("the name of the {kind} \"{start}…\" has {} characters", name.chars().count());
                Problem::new(entry.name(), message, format!("at most {MOST_CHARACTERS}"))
                    .help("a short name, and the long one as its `title`")
            });
            let first = *seen.entry(name).or_insert(n);
            self.require(first == n, || {
                let message = format!("{kind} \"{name}\" is given twice");
                Problem::new(entry.name(), message, format!("each {kind} once")).also(place.nth(first).name())
            });
        }
    }

    /// A name that exists.
    pub fn known<T>(&mut self, name: &str, among: &Named<T>, kind: &str, place: impl Into<Place>) -> bool {
        let found = among.get(name).is_some();
        if !found {
            let problem = Problem::new(place, unknown_name(kind, name), of_this_scenario(kind));
            self.unknown(kind, name, problem.help(nearest(name, among.names())));
        }
        found
    }

    /// A name that does not exist: told once, with the other places where it stands.
    pub fn unknown(&mut self, kind: &str, name: &str, problem: Problem) {
        let told = self.unknown.iter().find(|(k, n, _)| k == kind && n == name);
        if let Some((_, _, first)) = told {
            self.found += 1;
            self.problems[*first].also.push(problem.place);
        } else {
            self.unknown.push((kind.to_owned(), name.to_owned(), self.problems.len()));
            self.add(problem);
        }
    }
}

/// What a value is: it is described in English, and goes by its field elsewhere.
fn value_of(what: &impl fmt::Display, x: f64, place: &At<'_>) -> Message {
    let fields = Place::from(place).path;
    let field = fields.iter().rev().find_map(|step| match step {
        Segment::Field(field) => Some(*field),
        Segment::Nth(_) => None,
    });
    Message::new(|language| {
        let what = match language {
            Language::English => what.to_string(),
            Language::Chinese => format!("`{}`", field.unwrap_or_default()),
        };
        say!(language, "errors-number", what = what, x = told(x))
    })
}

/// The numbers that may stand there.
fn range(kind: &str, low: f64, high: f64) -> Message {
    let (low, high) = (low.to_string(), high.to_string());
    Message::new(|language| {
        say!(language, "errors-range", kind = kind, low = low.as_str(), high = high.as_str())
    })
}

/// What is a share that was written in per cent.
fn of_a_hundred(x: f64) -> Message {
    let (x, share) = (x.to_string(), (x / 100.0).to_string());
    Message::new(|language| say!(language, "errors-percent", x = x.as_str(), share = share.as_str()))
}

/// A number as it is told: as it is written in a file, and with an exponent where that would take a line.
fn told(x: f64) -> String {
    if x.abs() > MOST && x.is_finite() { format!("{x:e}") } else { x.to_string() }
}
