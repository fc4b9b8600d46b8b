//! What must hold of declared choices of modelling: each value fits, and makes a sound scenario.

use std::collections::BTreeSet;

use super::{At, Report};
use crate::{
    named::Named,
    scenario::{DeclaredChoice, Parameter, Problem, Scenario},
};

pub fn check(scenario: &Scenario, report: &mut Report) {
    let place = At::top("choices");
    let is_sound = report.found() == 0;
    report.unique(&scenario.choices, "choice", &place);
    let bare = Scenario { switches: Named::default(), choices: Named::default(), ..scenario.clone() };
    let mut parameters = BTreeSet::new();
    for (n, (name, choice)) in scenario.choices.iter().enumerate() {
        let at = place.nth(n);
        report.require(!choice.values.is_empty(), || {
            Problem::new(at.name(), format!("choice \"{name}\" has no values"), "at least one other value")
        });
        report.require(parameters.insert(choice.parameter.as_str()), || {
            let message = format!("choice \"{name}\" is about {}, as another one is", choice.parameter);
            Problem::new(at.field("parameter"), message, "one choice with all the values")
        });
        for (k, value) in choice.values.iter().enumerate() {
            check_value(&bare, (name, choice, value), (&at, k), is_sound, report);
        }
    }
}

/// A value must fit its parameter, and must not break a scenario that is otherwise sound.
fn check_value(
    bare: &Scenario,
    (name, choice, value): (&str, &DeclaredChoice, &str),
    (at, k): (&At<'_>, usize),
    is_sound: bool,
    report: &mut Report,
) {
    let mut changed = bare.clone();
    match choice.parameter.parse::<Parameter>() {
        Err(error) if k == 0 => {
            let problem =
                Problem::new(at.field("parameter"), format!("choice \"{name}\": {error}"), error.expected());
            report.add(Problem { help: error.advice(), ..problem });
        }
        Err(_) => {}
        Ok(parameter) => match parameter.set(&mut changed, value) {
            Err(error) => {
                let values = at.field("values");
                let place = values.nth(k);
                let problem = Problem::new(place, format!("choice \"{name}\": {error}"), error.expected());
                report.add(Problem { help: error.advice(), ..problem });
            }
            Ok(()) if is_sound => {
                if let Some(problem) = super::problems(&changed).into_iter().next() {
                    let values = at.field("values");
                    let message = format!("choice \"{name}\": {value} makes no sense: {}", problem.message);
                    report.add(Problem::new(values.nth(k), message, problem.expected));
                }
            }
            Ok(()) => {}
        },
    }
}
