//! What a study sets and then overwrites: by its own settings and switches, or by its factors.

use super::{
    Study, base,
    overlap::{Overlap, erased_by, overlaps, without_setting, without_switch},
};
use crate::{
    named::Named,
    scenario::{Place, Problem, Scenario, shadowed},
};

/// What is set throughout takes effect: nothing is set and then overwritten, by switches among themselves or by settings.
pub fn throughout(study: &Study, scenario: &Scenario, problems: &mut Vec<Problem>) {
    let mut bare = scenario.clone();
    bare.switches = Named::default();
    let of_switch = |(n, name): (usize, &String)| {
        let set = scenario.switches.get(name).into_iter().flat_map(|switch| switch.set.iter());
        set.map(move |(path, value)| (n, path, value.as_str())).collect::<Vec<_>>()
    };
    let flipped: Vec<(usize, &str, &str)> = study.switches.iter().enumerate().flat_map(of_switch).collect();
    let settings: Vec<(&str, &str)> = flipped.iter().map(|(_, path, value)| (*path, *value)).collect();
    if let Some((first, by)) = shadowed(&bare, &settings) {
        let names = [first, by].map(|k| study.switches[flipped[k].0].as_str());
        let message = format!(
            "the switches \"{}\" and \"{}\" set the same thing: {} and {}",
            names[0], names[1], settings[first].0, settings[by].0
        );
        let at = |k: usize| Place::top("switches").nth(flipped[k].0);
        problems.push(Problem::new(at(by), message, "switches that go together").also(at(first)));
    }
    let Ok(flipped) = base(&Study { set: Named::default(), ..study.clone() }, scenario) else {
        return;
    };
    let settings: Vec<(&str, &str)> = study.set.iter().map(|(path, value)| (path, value.as_str())).collect();
    if let Some((first, by)) = shadowed(&flipped, &settings) {
        let message = format!("{} is without effect: {} overwrites it", settings[first].0, settings[by].0);
        let at = |k: usize| Place::top("set").nth(k).name();
        problems.push(Problem::new(at(first), message, "settings that all take effect").also(at(by)));
    }
}

/// Nothing is overwritten by a factor: no other factor, nothing that is set throughout.
pub fn by_factors(study: &Study, scenario: &Scenario, problems: &mut Vec<Problem>) {
    let names: Vec<&str> = study.factors.names().collect();
    let factor = |n: usize| Place::top("factors").nth(n).name();
    for (earlier, later, overlap) in overlaps(study, scenario) {
        if overlap == Overlap::Erases {
            let (first, second) = (names[earlier], names[later]);
            let message = format!("\"{first}\" is without effect: \"{second}\", set after it, overwrites it");
            let problem = Problem::new(factor(earlier), message, "factors that do not overlap");
            let help = "leave one of them out; or write the wider one first, and it varies all that the other does not";
            problems.push(problem.also(factor(later)).help(help));
        }
    }
    let mut told = |at: Place, what: String, by: &str| {
        let message = format!("{what} is without effect: the factor \"{by}\" overwrites it at every point");
        let problem = Problem::new(at, message, "leave it out, or the factor");
        problems.push(
            names.iter().position(|name| *name == by).map(factor).into_iter().fold(problem, Problem::also),
        );
    };
    for (n, path) in study.set.names().enumerate() {
        if let Some(by) = erased_by(study, &without_setting(study, n), scenario) {
            told(Place::top("set").nth(n).name(), format!("{path} in `set`"), by);
        }
    }
    for (n, name) in study.switches.iter().enumerate() {
        if let Some(by) = erased_by(study, &without_switch(study, n), scenario) {
            told(Place::top("switches").nth(n), format!("the switch \"{name}\""), by);
        }
    }
}
