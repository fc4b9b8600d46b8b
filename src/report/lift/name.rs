//! Levers in words.

use crate::{
    language::Language,
    say,
    scenario::Scenario,
    study::lift::{Dial, DialKind, Lever, Part, What, share},
};

use super::{Lifted, decimal};

/// "cost of failure: United States ↑", or the name of a switch.
pub fn short(scenario: &Scenario, lever: &Lever, language: Language) -> String {
    match &lever.what {
        What::Dial(dial) => say!(
            language,
            "lift-dial",
            kind = dial.kind.name(),
            whose = whose(dial),
            who = dial.who.as_deref().map_or("", |who| scenario.title_of(who)),
            way = way(dial)
        ),
        What::Switch { .. } => lever.name.clone(),
    }
}

/// The same with what a switch asks.
pub fn asked(scenario: &Scenario, lever: &Lever, language: Language) -> String {
    let asks = match &lever.what {
        What::Switch { question: Some(question), .. } => question.words(language),
        What::Switch { asks, .. } => asks.clone(),
        What::Dial(_) => String::new(),
    };
    let name = short(scenario, lever, language);
    if asks.is_empty() { name } else { say!(language, "terminal-lever-asked", asks = asks, name = name) }
}

/// A lever at a dose: "cost of failure: all ↑ to .25".
pub fn dosed(scenario: &Scenario, lifted: &Lifted, part: &Part, language: Language) -> String {
    let lever = &lifted.levers[part.lever];
    let name = short(scenario, lever, language);
    match lever.value(share(part.dose)) {
        Some(value) => say!(language, "lift-dosed", lever = name, value = value_of(lever, value, language)),
        None => name,
    }
}

/// A value of a dial.
pub fn value_of(lever: &Lever, value: f64, language: Language) -> String {
    match &lever.what {
        What::Dial(Dial { kind: DialKind::Effort, .. }) => {
            say!(language, "lift-times", factor = decimal_of(value, language))
        }
        _ => decimal_of(value, language),
    }
}

/// Dials are turned in two-hundredths of their range: three decimals show each.
fn decimal_of(value: f64, language: Language) -> String {
    if value.abs() < 1.0 { language.short((value * 1e3).round() / 1e3) } else { decimal(value, language) }
}

/// Whose it is: everybody's, the chair's, or somebody's.
fn whose(dial: &Dial) -> &'static str {
    match (&dial.who, dial.kind) {
        (Some(_), _) => "one",
        (None, DialKind::Ambiguity) => "chair",
        (None, _) => "all",
    }
}

fn way(dial: &Dial) -> &'static str {
    if dial.is_up { "up" } else { "down" }
}
