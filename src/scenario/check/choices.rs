//! What must hold of declared choices of modelling: each value fits, and makes a sound scenario.

use std::collections::BTreeSet;

use super::{At, Report};
use crate::{
    named::Named,
    scenario::{DeclaredChoice, Parameter, ParameterError, Problem, Scenario},
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
    let set = choice.parameter.parse::<Parameter>().and_then(|parameter| parameter.set(&mut changed, value));
    let (parameter, values) = (at.field("parameter"), at.field("values"));
    let found = match set {
        Ok(()) if is_sound => super::problems(&changed).into_iter().next().map(|problem| {
            let message = format!("choice \"{name}\": {value} makes no sense: {}", problem.message);
            Problem::new(values.nth(k), message, problem.expected)
        }),
        Ok(()) => None,
        Err(error) => {
            let is_of_value = matches!(error, ParameterError::Value { .. });
            let message = format!("choice \"{name}\": {error}");
            let problem = match is_of_value {
                true => Problem::new(values.nth(k), message, error.expected()),
                false => Problem::new(parameter, message, error.expected()),
            };
            // A parameter that there is not is said once, whatever its values.
            (is_of_value || k == 0).then(|| Problem { help: error.advice(), ..problem })
        }
    };
    if let Some(problem) = found {
        report.add(problem);
    }
}
