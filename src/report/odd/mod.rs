//! A model description by the ODD protocol (Grimm et al. 2020, Journal of Artificial Societies and Social Simulation
//! 23(2) 7), as Markdown for the appendix of a paper. The description of the case is generated from the scenario; the
//! description of the engine is in the catalogue.

mod concepts;
mod entities;
mod submodels;

use super::{identity, outside::in_words};
use crate::{
    language::Language,
    model::Model,
    printable::{markdown, markdown_code},
    say,
    scenario::{Scenario, written},
};

/// The complete description.
pub fn render(scenario: &Scenario, model: &Model, language: Language) -> String {
    let elements = [
        (say!(language, "odd-purpose"), purpose(scenario, language)),
        (say!(language, "odd-entities"), entities::render(scenario, model, language)),
        (say!(language, "odd-process"), process(scenario, language)),
        (say!(language, "odd-concepts"), concepts::render(scenario, model, language)),
        (say!(language, "odd-initialisation"), initialisation(scenario, model, language)),
        (say!(language, "odd-input"), input(scenario, language)),
        (say!(language, "odd-submodels"), submodels::render(scenario, language)),
    ];
    let title = markdown(&identity::title(language, scenario));
    let mut out = format!("# {}\n\n", say!(language, "odd-title", title = title));
    out.push_str(&say!(
        language,
        "odd-generated",
        version = env!("CARGO_PKG_VERSION"),
        hash = scenario.hash()
    ));
    out.push('\n');
    for (n, (title, element)) in elements.iter().enumerate() {
        out.push_str(&format!("\n## {}. {title}\n\n{}\n", n + 1, element.trim_end()));
    }
    out
}

/// A row of a table in Markdown; its cells stand between bars in the catalogue, too.
fn row(cells: &str) -> String {
    format!("| {cells} |\n")
}

/// The heading of a table in Markdown.
fn heading(columns: &str) -> String {
    row(columns) + "|" + &"---|".repeat(columns.split(" | ").count()) + "\n"
}

fn purpose(scenario: &Scenario, language: Language) -> String {
    let asks = match scenario.about.trim() {
        "" => say!(language, "odd-question-none"),
        about => markdown(about),
    };
    [
        say!(language, "odd-purpose-text"),
        say!(language, "odd-question", asks = asks),
        say!(language, "odd-patterns"),
    ]
    .join("\n\n")
}

fn process(scenario: &Scenario, language: Language) -> String {
    let settings = written(&scenario.protocol).unwrap_or_default();
    let steps = [
        say!(language, "odd-step-concede"),
        say!(language, "odd-step-revise", protocol = scenario.protocol.name()),
        say!(
            language,
            "odd-step-decide",
            rule = markdown(&scenario.rule.in_words(language, &|name| scenario.title_of(name).to_owned()))
        ),
        say!(language, "odd-step-leave"),
    ];
    let steps: Vec<String> = steps.iter().enumerate().map(|(n, step)| format!("{}. {step}", n + 1)).collect();
    [
        say!(language, "odd-process-text", rounds = scenario.protocol.rounds().to_string()),
        steps.join("\n"),
        say!(language, "odd-updates"),
        say!(language, "odd-settings", settings = markdown_code(&settings)),
    ]
    .join("\n\n")
}

fn initialisation(scenario: &Scenario, model: &Model, language: Language) -> String {
    let mut out = say!(language, "odd-initialisation-text") + "\n\n";
    out.push_str(&heading(&say!(language, "odd-countries-columns")));
    let room = crate::negotiation::Realisation::as_stated(model);
    for (i, c) in model.countries.iter().enumerate() {
        let outside = scenario.countries.get(&c.name).and_then(|c| c.outside_option.as_ref());
        let outside = outside
            .map_or_else(|| "–".to_owned(), |outside| markdown(&in_words(scenario, outside, language)));
        let present = if c.observes() {
            say!(language, "odd-attendance", kind = "looks-on")
        } else if c.stays_away {
            say!(language, "odd-attendance", kind = "stays-away")
        } else {
            scenario.countries.get(&c.name).map_or_else(String::new, |x| format!("{}", x.attendance))
        };
        out.push_str(&row(&format!(
            "{} | {:.3} | {} | {} | {} | {outside} | {present} | {:.3}",
            markdown(scenario.title_of(&c.name)),
            c.materiality,
            c.tactic.beta,
            c.isolation_cost,
            c.cost_of_failure,
            room.reservations[i]
        )));
    }
    out + "\n" + &say!(language, "odd-countries-legend")
}

fn input(scenario: &Scenario, language: Language) -> String {
    say!(language, "odd-input-text", format = scenario.format, hash = scenario.hash())
}
