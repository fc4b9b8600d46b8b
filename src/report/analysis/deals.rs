//! The possible deals of a game of options.

use super::{paragraph, paragraphs, section};
use crate::{
    analysis::{Deal, Deals},
    report::{
        number::{count, list, of, percent, rate},
        table::{Table, clip},
    },
    scenario::Scenario,
    study::statistics::Rate,
};

/// The sections on which deals are acceptable, to whom, and which are best.
pub fn render(scenario: &Scenario, deals: &Deals) -> String {
    let mut out = section("Which deals everybody accepts");
    out.push_str(&paragraphs(&sentences(deals)));
    out.push_str(&parties(scenario, deals));
    if deals.acceptable_to_all > 0 {
        let which = if deals.exact { "the best of them" } else { "the best that were drawn" };
        out.push_str(&section(&format!("What acceptable deals say, and {which}")));
        out.push_str(&best(scenario, deals));
        out.push_str(&clauses(scenario, deals));
    }
    out
}

fn sentences(d: &Deals) -> Vec<String> {
    let share = |n: u64| {
        if d.exact { share_of(n, d.examined) } else { rate(&Rate::new(n, d.examined)) }
    };
    let all = d.acceptable_to_all;
    let examined = if d.exact {
        format!("All {} possible deals were looked at.", whole(d.possible))
    } else {
        let (possible, drawn) = (whole(d.possible), count(d.examined));
        format!(
            "{possible} deals are possible, too many to look at: {drawn} were drawn evenly, and what follows are estimates."
        )
    };
    let but_one = all + d.refused_by.get(1).copied().unwrap_or(0);
    let mut out = vec![
        examined,
        format!(
            "Everybody accepts {} of them, {}; all but one at most, {}, {}.",
            count(all),
            share(all),
            count(but_one),
            share(but_one)
        ),
        format!("The rule carries {}, if everybody says yes to what it accepts.", count(d.carried)),
    ];
    if let Some(efficient) = d.efficient.filter(|_| all > 0) {
        out.push(format!(
            "Of those that everybody accepts, {} leave nothing on the table: no other deal gives somebody more and nobody less.",
            count(efficient)
        ));
    }
    out
}

/// A share that is counted, not estimated, and so has no interval.
fn share_of(n: u64, of: u64) -> String {
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
    percent(if of == 0 { 0.0 } else { n as f64 / of as f64 })
}

/// A number of any size, in scientific notation if it exceeds 64 bits.
fn whole(n: u128) -> String {
    match u64::try_from(n) {
        Ok(n) => count(n),
        Err(_) => format!("{:.1e}", n as f64),
    }
}

fn parties(scenario: &Scenario, deals: &Deals) -> String {
    let mut table = Table::headed("party | accepts > | share > | refuses alone >");
    for party in &deals.parties {
        table.row([
            clip(scenario.title_of(&party.name), 28),
            count(party.accepts),
            share_of(party.accepts, deals.examined),
            count(party.alone_refuses),
        ]);
    }
    table.render() + &paragraph("Refuses alone: deals that all others would accept.")
}

fn best(scenario: &Scenario, deals: &Deals) -> String {
    let line = |deal: &Deal| {
        let options: Vec<String> = scenario
            .clauses
            .names()
            .zip(&deal.options)
            .map(|(clause, option)| format!("{}: {option}", scenario.title_of(clause)))
            .collect();
        let names = deals.parties.iter().map(|p| scenario.title_of(&p.name));
        let points: Vec<String> =
            names.zip(&deal.points).map(|(name, points)| format!("{name} {}", plain(*points))).collect();
        paragraph(&format!(
            "{}: {}. {} points in all ({}); the worst off gains {} over its minimum.",
            capitalised(deal.name),
            list(&options, 12),
            plain(deal.sum),
            list(&points, 12),
            plain(deal.least_gain)
        ))
    };
    deals.best.iter().map(line).collect()
}

fn clauses(scenario: &Scenario, deals: &Deals) -> String {
    let mut table = Table::headed("clause | in deals that everybody accepts");
    for clause in &deals.clauses {
        let mut options: Vec<&(String, u64)> = clause.options.iter().filter(|(_, n)| *n > 0).collect();
        options.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        let options: Vec<String> = options
            .iter()
            .map(|(name, n)| format!("{name} {}", share_of(*n, deals.acceptable_to_all)))
            .collect();
        table.row([clip(scenario.title_of(&clause.name), 28), clip(&options.join(", "), 64)]);
    }
    table.render()
        + &paragraph(&format!("Shares of {}.", of(deals.acceptable_to_all as usize, "deal", "deals")))
}

fn plain(points: f64) -> String {
    ((points * 1e6).round() / 1e6).to_string()
}

fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
