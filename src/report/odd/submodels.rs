//! Element 7: submodels, each with its equation, its module and its parameters in the case.

use serde::Serialize;

use super::{heading, row};
use crate::{
    language::Language,
    printable::markdown,
    say,
    scenario::{Scenario, written},
};

pub fn render(scenario: &Scenario, language: Language) -> String {
    let mut out = heading(&say!(language, "odd-submodels-columns"));
    for (name, module, parameters) in
        of_parties(scenario, language).into_iter().chain(of_procedure(scenario, language))
    {
        let cell = |text: &str| if text.is_empty() { "–".to_owned() } else { text.replace('|', "\\|") };
        let equation = cell(&say!(language, "odd-equation", name = name));
        let title = say!(language, "odd-submodel", name = name);
        out.push_str(&row(&format!("{title} | `{module}` | {equation} | {}", cell(&parameters))));
    }
    out + "\n" + &say!(language, "odd-submodels-legend")
}

/// Name, module and parameters of a submodel.
type Submodel = (&'static str, &'static str, String);

fn of_parties(scenario: &Scenario, language: Language) -> [Submodel; 5] {
    let d = &scenario.defaults;
    [
        (
            "utility",
            "preference",
            say!(
                language,
                "odd-utility-here",
                loss = ron(&d.loss),
                theta = d.reading.theta.to_string(),
                vagueness = d.reading.vagueness.to_string(),
                risk = d.risk.to_string()
            ),
        ),
        (
            "reservation",
            "preference",
            say!(language, "odd-reservation-here", c = d.cost_of_failure.to_string()),
        ),
        ("demand", "tactic", say!(language, "odd-demand-here", tactic = ron(&d.tactic))),
        (
            "stance",
            "stance",
            say!(
                language,
                "odd-stance-here",
                chi = ron(&d.isolation_cost),
                gamma = d.isolation_decay.to_string(),
                crowd = format!("{:?}", d.crowd)
            ),
        ),
        ("vote", "negotiation::Ballot", String::new()),
    ]
}

fn of_procedure(scenario: &Scenario, language: Language) -> [Submodel; 5] {
    let d = &scenario.defaults;
    [
        (
            "rule",
            "voting",
            markdown(&scenario.rule.in_words(language, &|name| scenario.title_of(name).to_owned()))
                .replace("\\|", "|"),
        ),
        ("revision", "negotiation", say!(language, "odd-revision-here")),
        (
            "departure",
            "negotiation",
            say!(
                language,
                "odd-departure-here",
                margin = d.exit_margin.to_string(),
                w = d.exit_after.to_string()
            ),
        ),
        ("benchmarks", "benchmark", String::new()),
        ("outcome", "outcome", say!(language, "odd-outcome-here", thresholds = ron(&scenario.thresholds))),
    ]
}

/// A setting as it is written in a scenario file.
fn ron(setting: &impl Serialize) -> String {
    written(setting).unwrap_or_default()
}
