//! What must hold of a study: every problem of meaning, with its place.

use super::{NO_SWITCH, STUDY_FORMAT, SWITCH, Study, overlap::tried, overwritten, set, stopping};
use crate::{
    diagnostic::Diagnose,
    named::Named,
    random::normal_cdf,
    scenario::{Parameter, ParameterError, Place, Problem, Scenario, nearest},
    study::{
        design::{Design, Factor, Level, MAX_POINTS, Points, list::List, sobol},
        table::ColumnKind,
    },
};

/// All problems of a study of this scenario.
pub fn problems(study: &Study, scenario: &Scenario) -> Vec<Problem> {
    let mut problems = Vec::new();
    format(study, &mut problems);
    let before = problems.len();
    fixed(study, scenario, &mut problems);
    // What is wrong throughout would only come again with each factor.
    let bare = Study { switches: Vec::new(), set: Named::default(), ..study.clone() };
    let throughout = if problems.len() == before { study } else { &bare };
    for (n, (name, factor)) in study.factors.iter().enumerate() {
        let at = Place::top("factors").nth(n);
        if study.factors.position(name) != Some(n) {
            problems.push(Problem::new(
                at.name(),
                format!("factor \"{name}\" is given twice"),
                "each factor once",
            ));
        }
        let before = problems.len();
        values(factor, &at, false, &mut problems);
        if problems.len() == before {
            fits(throughout, scenario, name, factor, &at, &mut problems);
        }
    }
    if problems.is_empty() {
        overwritten::by_factors(study, scenario, &mut problems);
    }
    labels(study, &mut problems);
    design(study, &mut problems);
    stopping::problems(study, scenario, &mut problems);
    if study.tables.is_empty() {
        let message = "the tables are written in no form";
        problems.push(Problem::new(Place::top("tables"), message, "[Csv, Parquet], or one of them"));
    }
    problems
}

fn format(study: &Study, problems: &mut Vec<Problem>) {
    if study.format != STUDY_FORMAT {
        let message = format!("this file says format {}", study.format);
        let expected = format!("format {STUDY_FORMAT}, the one this version reads");
        problems.push(Problem::new(Place::top("format"), message, expected));
    }
    if study.title.trim().is_empty() {
        problems.push(Problem::new(Place::top("title"), "the study has no title", "a title"));
    }
}

/// Each label names a factor, in words.
fn labels(study: &Study, problems: &mut Vec<Problem>) {
    for (n, (name, label)) in study.labels.iter().enumerate() {
        let at = Place::top("labels").nth(n);
        if study.factors.get(name).is_none() {
            let message = format!("\"{name}\" is labelled, but is no factor");
            let problem = Problem::new(at.name(), message, "a factor of the study");
            problems.push(problem.help(nearest(name, study.factors.names())));
        } else if label.label.trim().is_empty() {
            problems.push(Problem::new(at, format!("the label of \"{name}\" is empty"), "a few words"));
        }
    }
}

/// What the study changes throughout fits the scenario.
fn fixed(study: &Study, scenario: &Scenario, problems: &mut Vec<Problem>) {
    let before = problems.len();
    for (n, name) in study.switches.iter().enumerate() {
        if scenario.switches.get(name).is_none() {
            let problem = Problem::new(
                Place::top("switches").nth(n),
                format!("unknown switch \"{name}\""),
                "a switch of the scenario",
            );
            problems.push(problem.help(nearest(name, scenario.switches.names())));
        }
    }
    let mut changed = scenario.clone();
    for (n, (path, value)) in study.set.iter().enumerate() {
        let at = Place::top("set").nth(n);
        if study.set.position(path) != Some(n) {
            let message = format!("{path} is set twice");
            problems.push(Problem::new(at.name(), message, "each parameter once"));
        }
        if let Err(error) = path.parse::<Parameter>().and_then(|p| p.set(&mut changed, value)) {
            problems.push(misfit(&error, &at, None));
        }
    }
    if problems.len() > before {
        return;
    }
    let Ok(base) = super::base(study, scenario) else { return };
    overwritten::throughout(study, scenario, problems);
    let wrong = base.problems().into_iter().chain(base.nothing_to_negotiate());
    problems.extend(wrong.map(|p| Problem {
        place: Place::top("scenario"),
        message: format!("as the study changes it, the scenario makes no sense: {}", p.message).into(),
        also: Vec::new(),
        ..p
    }));
}

/// What a normal factor is made of.
const SPREAD: &str = "a mean, and a standard deviation above 0";

/// Whether nothing of a normal distribution is left between two numbers.
fn cut_off(mean: f64, sd: f64, low: f64, high: f64) -> bool {
    let [from, to] = [low, high].map(|x| normal_cdf((x - mean) / sd));
    to - from < 1e-9
}

/// The values of a factor are values.
fn values(factor: &Factor, at: &Place, inner: bool, problems: &mut Vec<Problem>) {
    let mut wrong =
        |message: String, expected: &str| problems.push(Problem::new(at.clone(), message, expected));
    let finite = |a: &f64, b: &f64| a.is_finite() && b.is_finite();
    match factor {
        Factor::Values(values) if values.is_empty() => {
            wrong("there are no values".to_owned(), "at least one")
        }
        Factor::Values(values) => {
            if values.iter().any(|v| matches!(v, Level::Number(x) if !x.is_finite())) {
                wrong("a value is not finite".to_owned(), "finite numbers");
            }
        }
        Factor::Steps(from, to, count) => {
            if !finite(from, to) {
                wrong(format!("steps from {from} to {to}"), "finite numbers");
            }
            if *count < 2 {
                wrong(format!("{count} steps"), "at least 2: both ends");
            }
        }
        Factor::Range(from, to) if !finite(from, to) || from >= to => {
            wrong(format!("a range from {from} to {to}"), "two numbers, the smaller first");
        }
        Factor::Whole(from, to) if from >= to || *to > 1 << 53 => {
            wrong(format!("whole numbers from {from} to {to}"), "two numbers, the smaller first");
        }
        Factor::Log(from, to) if !finite(from, to) || *from <= 0.0 || from >= to => {
            wrong(
                format!("a logarithmic range from {from} to {to}"),
                "two numbers above 0, the smaller first",
            );
        }
        Factor::Normal(mean, sd) if !finite(mean, sd) || *sd <= 0.0 => {
            wrong(format!("a normal number with mean {mean} and standard deviation {sd}"), SPREAD);
        }
        Factor::TruncatedNormal(mean, sd, low, high) => {
            if !finite(mean, sd) || *sd <= 0.0 {
                wrong(format!("a normal number with mean {mean} and standard deviation {sd}"), SPREAD);
            } else if !finite(low, high) || low >= high || cut_off(*mean, *sd, *low, *high) {
                let message = format!("a normal number ({mean}, {sd}) between {low} and {high}");
                wrong(message, "two numbers, the smaller first, with some of the distribution between them");
            }
        }
        Factor::Triangular(low, mode, high)
            if !finite(low, high) || low >= high || !(*low..=*high).contains(mode) =>
        {
            let message = format!("a triangular number from {low} by {mode} to {high}");
            wrong(message, "the least, the likeliest and the greatest, in this order");
        }
        Factor::Discrete(values) if values.is_empty() => {
            wrong("there are no values".to_owned(), "at least one");
        }
        Factor::Discrete(values) => {
            if values.iter().any(|(v, _)| matches!(v, Level::Number(x) if !x.is_finite())) {
                wrong("a value is not finite".to_owned(), "finite numbers");
            }
            let weights = || values.iter().map(|(_, weight)| *weight);
            if weights().any(|w| !w.is_finite() || w < 0.0) || weights().sum::<f64>() <= 0.0 {
                wrong("a weight makes no sense".to_owned(), "weights of 0 or more, at least one above 0");
            }
        }
        Factor::Times(_) if inner => wrong("multiples of multiples".to_owned(), "Times once"),
        Factor::Times(multiples) => {
            let words = multiples.kind() == ColumnKind::String;
            if words {
                wrong("a word cannot multiply".to_owned(), "numbers");
            }
            values(multiples, at, true, problems);
        }
        Factor::Range(..)
        | Factor::Whole(..)
        | Factor::Log(..)
        | Factor::Normal(..)
        | Factor::Triangular(..) => {}
    }
}

/// The parameter exists, and its values can stand there: each of a list, the ends of a range.
fn fits(
    study: &Study,
    scenario: &Scenario,
    name: &str,
    factor: &Factor,
    at: &Place,
    problems: &mut Vec<Problem>,
) {
    if matches!(name, "seed" | "replicates") {
        let message = format!("\"{name}\" belongs to the study, not to its scenario");
        let help =
            "a study has one `seed`, and all its points the same draws: more `replicates` draw more often";
        return problems.push(Problem::new(at.name(), message, "a parameter of the scenario").help(help));
    }
    if name != SWITCH
        && let Err(error) = name.parse::<Parameter>()
    {
        return problems.push(misfit(&error, at, None));
    }
    if name == SWITCH && scenario.switches.get(NO_SWITCH).is_some() {
        let message =
            format!("the scenario calls a switch \"{NO_SWITCH}\", which also says that none is flipped");
        return problems.push(Problem::new(at.name(), message, "a switch of another name"));
    }
    let levels: Vec<Level> = match factor {
        Factor::Values(values) => values.clone(),
        Factor::Discrete(values) => values.iter().map(|(level, _)| level.clone()).collect(),
        _ => tried(factor),
    };
    let mut sound = false;
    let mut nonsense: Option<Problem> = None;
    let mut made: Vec<Scenario> = Vec::new();
    for level in &levels {
        let settings = [(name, factor.setting(level))];
        match set(study, scenario, &settings) {
            Ok(changed) => {
                match changed.problems().into_iter().next() {
                    None => sound = true,
                    Some(problem) => nonsense = nonsense.or(Some(problem)),
                }
                // Two that differ are enough to tell that it does something.
                if made.first().is_none_or(|first| made.len() < 2 && *first != changed) {
                    made.push(changed);
                }
            }
            Err(error) => return problems.push(misfit(&error, at, Some(level))),
        }
    }
    if made.len() < 2 && levels.iter().any(|level| *level != levels[0]) {
        problems.push(idle(name, factor, at));
    }
    // A value that makes no sense is recorded as a failed point; a factor without any other is a mistake.
    if let Some(problem) = nonsense.filter(|_| !sound) {
        problems.push(Problem {
            place: at.clone(),
            message: format!("no value of \"{name}\" makes sense: {}", problem.message).into(),
            also: Vec::new(),
            ..problem
        });
    }
}

/// A factor of which all values make the same scenario.
fn idle(name: &str, factor: &Factor, at: &Place) -> Problem {
    let (message, help) = match factor {
        Factor::Times(_) => (
            format!("\"{name}\" varies nothing: it multiplies 0"),
            "give it values of its own, as Values([0.1, 0.2]), in place of Times",
        ),
        _ => (
            format!("\"{name}\" varies nothing: all its values make the same scenario"),
            "is there anything in this scenario that it applies to?",
        ),
    };
    Problem::new(at.clone(), message, "values that make a difference").help(help)
}

/// A parameter or value that does not fit, where it stands.
fn misfit(error: &ParameterError, at: &Place, level: Option<&Level>) -> Problem {
    let place = match (error, level) {
        (ParameterError::Value { .. }, _) => at.clone(),
        (ParameterError::UnknownSwitch { .. }, Some(_)) => at.clone(),
        _ => at.name(),
    };
    let mut problem = Problem::new(place, error.message(), error.expected());
    problem.help = error.advice();
    problem
}

fn design(study: &Study, problems: &mut Vec<Problem>) {
    let at = Place::top("design");
    let mut wrong =
        |message: String, expected: String| problems.push(Problem::new(at.clone(), message, expected));
    let k = study.factors.len();
    if k == 0 && !matches!(study.design, Design::Grid) {
        wrong("the study varies nothing".to_owned(), "factors for this design".to_owned());
    }
    let needs_values = matches!(study.design, Design::Grid | Design::OneAtATime | Design::Mixes(_));
    if let Some((name, _)) = study.factors.iter().find(|(_, f)| needs_values && f.levels().is_none()) {
        let message = format!("\"{name}\" is a range, and this design needs values");
        return wrong(message, "Values([…]), Steps(from, to, count) or Whole(from, to)".to_owned());
    }
    settings(&study.design, &mut wrong);
    if let Design::List(list) = &study.design {
        columns(list, study, &mut wrong);
    }
    if matches!(study.design, Design::Sobol(_) | Design::Saltelli(_)) && 2 * k > sobol::MAX_SOBOL_FACTORS {
        wrong(format!("{k} factors"), format!("at most {}", sobol::MAX_SOBOL_FACTORS / 2));
    }
    let points = Points::count(&study.design, &study.factors);
    if !points.is_some_and(|n| (1..=MAX_POINTS).contains(&n)) {
        let points = points.map_or("more points than can be counted".to_owned(), |n| format!("{n} points"));
        wrong(format!("the design has {points}"), format!("1 to {MAX_POINTS}"));
    }
}

/// The numbers that a design is given.
fn settings(design: &Design, wrong: &mut impl FnMut(String, String)) {
    match design {
        Design::LatinHypercube(lhs) if lhs.points == 0 => {
            wrong("no points".to_owned(), "1 or more".to_owned())
        }
        Design::Sobol(s) if !(1..=sobol::MAX_SOBOL_POINTS).contains(&s.points) => {
            wrong(format!("{} Sobol' points", s.points), format!("1 to {}", sobol::MAX_SOBOL_POINTS));
        }
        Design::Morris(m) => {
            if !(2..=1_000_000).contains(&m.trajectories) {
                wrong(
                    format!("{} trajectories", m.trajectories),
                    "2 or more; 20 to 50 are customary".to_owned(),
                );
            }
            if m.levels < 2 || m.levels % 2 == 1 || m.levels > 1000 {
                wrong(format!("{} levels", m.levels), "an even number; 4 is customary".to_owned());
            }
        }
        Design::Saltelli(s) if !(2..=sobol::MAX_SOBOL_POINTS).contains(&s.points) => {
            wrong(format!("a base sample of {}", s.points), format!("2 to {}", sobol::MAX_SOBOL_POINTS));
        }
        _ => {}
    }
}

/// A list has a column for each factor, and no other.
fn columns(list: &List, study: &Study, wrong: &mut impl FnMut(String, String)) {
    for name in study.factors.names().filter(|name| !list.factors.iter().any(|f| f == name)) {
        wrong(format!("the list has no column \"{name}\""), format!("one of {}", list.factors.join(", ")));
    }
    for name in list.factors.iter().filter(|name| study.factors.get(name).is_none()) {
        wrong(format!("the list's column \"{name}\" is no factor"), "a factor for each column".to_owned());
    }
}
