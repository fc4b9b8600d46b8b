//! What must hold of switches: each setting fits, and the scenario they make is sound.

use super::{At, Report};
use crate::{
    named::Named,
    scenario::{Parameter, ParameterError, Problem, Scenario, Switch, shadowed},
};

pub fn check(scenario: &Scenario, report: &mut Report) {
    let place = At::top("switches");
    // Flipped in a broken scenario, a switch would only repeat what is wrong there.
    let sound = report.found() == 0;
    report.unique(&scenario.switches, "switch", &place);
    // What no negotiation uses is checked by itself.
    let bare = Scenario {
        switches: Named::default(),
        choices: Named::default(),
        measures: Named::default(),
        costs: Named::default(),
        observed: None,
        ..scenario.clone()
    };
    for (n, (name, switch)) in scenario.switches.iter().enumerate() {
        let at = place.nth(n);
        report.require(!switch.set.is_empty(), || {
            Problem::new(at.name(), format!("switch \"{name}\" sets nothing"), "at least one setting")
        });
        let before = report.found();
        report.unique(&switch.set, "setting", &at.field("set"));
        let flipped = flip(&bare, report, name, switch, &at);
        if report.found() == before {
            overwritten(&bare, report, name, switch, &at.field("set"));
        }
        if sound && report.found() == before {
            consequences(report, name, switch, &flipped, &at);
        }
    }
}

/// Costs of levers are numbers from 0 on.
pub fn costs(costs: &Named<f64>, report: &mut Report) {
    let place = At::top("costs");
    report.unique(costs, "cost", &place);
    for (n, (name, cost)) in costs.iter().enumerate() {
        report.not_negative(*cost, format_args!("the cost of \"{name}\""), &place.nth(n));
    }
}

/// A switch must not set something and then overwrite it.
fn overwritten(bare: &Scenario, report: &mut Report, name: &str, switch: &Switch, set: &At<'_>) {
    let settings: Vec<(&str, &str)> = switch.set.iter().map(|(path, value)| (path, value.as_str())).collect();
    let Some((first, by)) = shadowed(bare, &settings) else { return };
    let message =
        format!("switch \"{name}\" sets {} and then overwrites it by {}", settings[first].0, settings[by].0);
    let problem = Problem::new(set.nth(first).name(), message, "settings that all take effect");
    report.add(problem.also(set.nth(by).name()).help("write the wider one first, or leave one of them out"));
}

/// The scenario without switches with this one flipped, as far as its settings fit.
fn flip(bare: &Scenario, report: &mut Report, name: &str, switch: &Switch, at: &At<'_>) -> Scenario {
    let mut flipped = bare.clone();
    for (k, (path, value)) in switch.set.iter().enumerate() {
        let set = at.field("set");
        let setting = set.nth(k);
        let outcome = path.parse::<Parameter>().and_then(|p| p.set(&mut flipped, value));
        let Err(error) = outcome else { continue };
        let message = format!("switch \"{name}\": {error}");
        let mut problem = Problem::new(setting, message, error.expected());
        problem.help = error.advice();
        match &error {
            ParameterError::Value { .. } => report.add(problem),
            // Whoever swaps the protocol need not delete what belongs to another: it is a caution.
            ParameterError::NotInProtocol { .. } => {}
            ParameterError::UnknownName { kind, name, .. } => {
                problem.place = setting.name().into();
                report.unknown(kind, name, problem);
            }
            ParameterError::UnknownPath { .. } | ParameterError::UnknownSwitch { .. } => {
                problem.place = setting.name().into();
                report.add(problem);
            }
        }
    }
    flipped
}

/// A switch must not break a scenario that is otherwise sound.
fn consequences(report: &mut Report, name: &str, switch: &Switch, flipped: &Scenario, at: &At<'_>) {
    let set = at.field("set");
    let place = if switch.set.len() == 1 { set.nth(0) } else { at.name() };
    for problem in super::problems(flipped) {
        report.add(Problem {
            place: place.into(),
            message: format!("switch \"{name}\" makes no sense: {}", problem.message).into(),
            also: Vec::new(),
            ..problem
        });
    }
}
