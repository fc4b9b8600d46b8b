//! The package deals that all parties could accept.

use super::Page;
use crate::{
    analysis::{Agreement, Improvable, Solved},
    language::Language,
    report::table::{Align, Table, clip},
    say,
};

/// The section on bargaining solutions and on measures of agreement.
pub fn render(page: Page<'_>, agreement: &Agreement) -> String {
    let mut out = page.section(&say!(page.language(), "terminal-agreement-heading"));
    if !agreement.solutions.is_empty() {
        out.push_str(&texts(page, agreement));
    }
    out.push_str(&page.paragraphs(&sentences(page.language(), agreement)));
    out
}

fn texts(page: Page<'_>, agreement: &Agreement) -> String {
    let language = page.language();
    let names: Vec<String> =
        agreement.solutions.iter().map(|s| say!(language, "terminal-solution", name = key(s.name))).collect();
    let clause = say!(language, "terminal-clause");
    let columns = names.iter().map(|name| (name.as_str(), Align::Right));
    let mut table = Table::new(std::iter::once((clause.as_str(), Align::Left)).chain(columns));
    let row = |label: String, of: &dyn Fn(&Solved) -> String| {
        std::iter::once(label).chain(agreement.solutions.iter().map(of)).collect::<Vec<_>>()
    };
    for (d, name) in page.scenario.clauses.names().enumerate() {
        table.row(row(page.name(name), &|s| language.point(s.text[d])));
    }
    if agreement.tolerance_frontier.is_some() {
        table.row(row(say!(language, "terminal-depth"), &|s| language.point(s.depth)));
    }
    table.row(row(say!(language, "terminal-mean-gain"), &|s| language.change(s.mean_gain)));
    table.row(row(say!(language, "terminal-least-gain"), &|s| language.change(s.least_gain)));
    table.row(row(say!(language, "terminal-of-whom"), &|s| match s.least_gain_of.as_slice() {
        [one] => clip(page.title(one), 12),
        many => say!(language, "terminal-parties", n = many.len()),
    }));
    page.table(&table)
}

/// The name of a solution as the catalogue has it.
fn key(name: &'static str) -> &'static str {
    if name == "Kalai–Smorodinsky" { "Kalai" } else { name }
}

fn sentences(language: Language, a: &Agreement) -> Vec<String> {
    let mut out = Vec::new();
    if let (Some(frontier), Some(gain)) = (a.tolerance_frontier, a.linkage_gain) {
        let (frontier, gain) = (language.point(frontier), language.change(gain));
        out.push(say!(language, "terminal-frontier", frontier = frontier, gain = gain));
    }
    if let Some(bias) = a.reversion_bias {
        let (point, share) = (language.point(bias), language.percent(bias));
        out.push(say!(language, "terminal-package-bias", bias = point, share = share));
    }
    if a.solutions.iter().any(|s| s.name == "Nash") {
        out.push(say!(language, "terminal-solutions-legend"));
    }
    if !a.pareto.is_empty() {
        let distances: Vec<String> = a.pareto.iter().map(|p| distance(language, p)).collect();
        let distances = distances.join(&say!(language, "account-between-parts"));
        out.push(say!(language, "terminal-pareto", distances = distances));
    }
    if !a.unsolved.is_empty() {
        out.push(say!(language, "terminal-unsolved", what = a.unsolved.join("; ")));
    }
    out
}

fn distance(language: Language, p: &Improvable) -> String {
    let text = match p.name {
        "what holds now" => "now",
        "the LCD" => "lcd",
        _ => "median",
    };
    let gains = match p.all_could_gain {
        gain if gain < 5e-5 => "none",
        gain if gain < 0.005 => "little",
        _ => "some",
    };
    say!(language, "terminal-distance", text = text, gains = gains, gain = language.point(p.all_could_gain))
}
