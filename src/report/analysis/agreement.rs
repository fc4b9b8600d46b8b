//! The package deals that all parties could accept.

use super::{paragraphs, section};
use crate::{
    analysis::{Agreement, Solved},
    report::{
        number::{change, percent, point},
        table::{Align, Table, clip},
    },
    scenario::Scenario,
};

/// The section on bargaining solutions and on measures of agreement.
pub fn render(scenario: &Scenario, agreement: &Agreement) -> String {
    let mut out = section("What all could agree on, as a package (against what holds now)");
    if !agreement.solutions.is_empty() {
        out.push_str(&texts(scenario, agreement));
    }
    out.push_str(&paragraphs(&sentences(agreement)));
    out
}

fn texts(scenario: &Scenario, agreement: &Agreement) -> String {
    let columns = agreement.solutions.iter().map(|s| (short_name(s.name), Align::Right));
    let mut table = Table::new(std::iter::once(("clause", Align::Left)).chain(columns));
    let row = |label: String, of: &dyn Fn(&Solved) -> String| {
        std::iter::once(label).chain(agreement.solutions.iter().map(of)).collect::<Vec<_>>()
    };
    for (d, name) in scenario.clauses.names().enumerate() {
        table.row(row(clip(scenario.title_of(name), 28), &|s| point(s.text[d])));
    }
    if agreement.tolerance_frontier.is_some() {
        table.row(row("depth".to_owned(), &|s| point(s.depth)));
    }
    table.row(row("mean gain".to_owned(), &|s| change(s.mean_gain)));
    table.row(row("least gain".to_owned(), &|s| change(s.least_gain)));
    table.row(row("of whom".to_owned(), &|s| match s.least_gain_of.as_slice() {
        [one] => clip(scenario.title_of(one), 12),
        many => format!("{} parties", many.len()),
    }));
    table.render()
}

fn short_name(name: &'static str) -> &'static str {
    if name == "Kalai–Smorodinsky" { "Kalai–S." } else { name }
}

fn sentences(a: &Agreement) -> Vec<String> {
    let mut out = Vec::new();
    if let (Some(frontier), Some(gain)) = (a.tolerance_frontier, a.linkage_gain) {
        out.push(format!(
            "Tolerance frontier {}: no deeper package finds everybody's consent. Linkage gain {}: that much of it comes \
             from trading one clause against another.",
            point(frontier),
            change(gain)
        ));
    }
    if let Some(bias) = a.reversion_bias {
        out.push(format!(
            "Reversion bias of packages {}: {} of the way to what the median wants stays closed even then.",
            point(bias),
            percent(bias)
        ));
    }
    if a.solutions.iter().any(|s| s.name == "Nash") {
        out.push(
            "Nash: the largest product of gains. Kalai–S. (Smorodinsky): everybody gets the same share of the most it could \
             gain. Egalitarian: the worst off gains most. Utilitarian: the largest sum of gains."
                .to_owned(),
        );
    }
    if !a.pareto.is_empty() {
        let distance = |p: &crate::analysis::Improvable| match p.all_could_gain {
            gain if gain < 5e-5 => format!("from {} not everybody could gain", p.name),
            gain if gain < 0.005 => format!("from {} everybody could gain, by less than .01", p.name),
            gain => format!("from {} everybody could gain {} at least", p.name, point(gain)),
        };
        let distances: Vec<String> = a.pareto.iter().map(distance).collect();
        out.push(format!("Distance from the Pareto frontier: {}.", distances.join("; ")));
    }
    if !a.unsolved.is_empty() {
        out.push(format!("Not solved: {}.", a.unsolved.join("; ")));
    }
    out
}
