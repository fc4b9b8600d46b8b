//! The output of `analyse`: tables, and one sentence for each figure.

mod agreement;
mod ambition;
mod breadth;
mod choice;
mod consensus;
mod deals;
mod sampled;
mod vetoes;
mod voting;

use super::{
    identity,
    number::list,
    table::{WIDTH, wrap},
};
use crate::{analysis::Analysis, language::Language, scenario::Scenario};

/// The complete analysis.
pub fn render(scenario: &Scenario, analysis: &Analysis) -> String {
    let mut out = heading(scenario, analysis);
    out.push_str(&ambition::render(scenario, analysis));
    out.push_str(&analysis.agreement.as_ref().map_or_else(String::new, |a| agreement::render(scenario, a)));
    out.push_str(&analysis.consensus.as_ref().map_or_else(String::new, |c| consensus::render(scenario, c)));
    out.push_str(&analysis.deals.as_ref().map_or_else(String::new, |d| deals::render(scenario, d)));
    out.push_str(&vetoes::render(scenario, analysis));
    out.push_str(&choice::render(
        scenario,
        "What the rule would choose, text against text",
        analysis.choice.as_ref(),
    ));
    let fallback = analysis.fallback_choice.as_ref();
    out.push_str(&choice::render(scenario, "What the vote would choose when that fails", fallback));
    out.push_str(&analysis.breadth.as_ref().map_or_else(String::new, |b| breadth::render(scenario, b)));
    let safe = analysis.choice.as_ref();
    out.push_str(&voting::render(scenario, "Who decides", &analysis.rule, safe));
    if let Some(fallback) = &analysis.fallback {
        out.push_str(&voting::render(scenario, "Who decides when that fails", fallback, safe));
    }
    out
}

fn heading(scenario: &Scenario, analysis: &Analysis) -> String {
    let what = if scenario.is_body() { "A body, with nothing to negotiate" } else { "Without negotiating" };
    let line = format!(
        "{what}: what follows from members, wishes and rule alone, as stated. Scenario {}, version {}.",
        analysis.hash, analysis.version
    );
    wrap(&identity::title(Language::default(), scenario), WIDTH, "") + &wrap(&line, WIDTH, "  ")
}

/// A sentence as an indented paragraph.
fn paragraph(sentence: &str) -> String {
    wrap(sentence, WIDTH, "  ")
}

/// Each sentence as an indented paragraph.
fn paragraphs(sentences: &[String]) -> String {
    sentences.iter().map(|sentence| paragraph(sentence)).collect()
}

/// The heading of a section.
fn section(title: &str) -> String {
    format!("\n{title}\n")
}

/// A list of at most `max` parties by their titles.
fn names(scenario: &Scenario, keys: &[String], max: usize) -> String {
    let names: Vec<&str> = keys.iter().map(|key| scenario.title_of(key)).collect();
    list(&names, max)
}
