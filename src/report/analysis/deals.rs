//! The possible deals of a game of options.

use super::Page;
use crate::{
    analysis::{Deal, Deals},
    language::Language,
    report::table::{Table, clip},
    say,
    study::statistics::Rate,
};

/// Options and points that are listed of a deal.
const LISTED: usize = 12;

/// The sections on which deals are acceptable, to whom, and which are best.
pub fn render(page: Page<'_>, deals: &Deals) -> String {
    let language = page.language();
    let mut out = page.section(&say!(language, "terminal-deals-heading"));
    out.push_str(&page.paragraphs(&sentences(page, deals)));
    out.push_str(&parties(page, deals));
    if deals.acceptable_to_all > 0 {
        let exact = if deals.exact { "yes" } else { "no" };
        out.push_str(&page.section(&say!(language, "terminal-best-deals-heading", exact = exact)));
        out.push_str(&best(page, deals));
        out.push_str(&clauses(page, deals));
    }
    out
}

fn sentences(page: Page<'_>, d: &Deals) -> Vec<String> {
    let language = page.language();
    let share = |n: u64| match d.exact {
        true => share_of(language, n, d.examined),
        false => page.rate(&Rate::new(n, d.examined)),
    };
    let all = d.acceptable_to_all;
    let but_one = all + d.refused_by.get(1).copied().unwrap_or(0);
    let possible = whole(language, d.possible);
    let mut out = vec![
        match d.exact {
            true => say!(language, "terminal-deals-counted", possible = possible),
            false => say!(language, "terminal-deals-drawn", possible = possible, drawn = d.examined),
        },
        say!(
            language,
            "terminal-deals-accepted",
            all = all,
            share = share(all),
            but_one = but_one,
            but_one_share = share(but_one)
        ),
        say!(language, "terminal-deals-carried", carried = d.carried),
    ];
    if let Some(efficient) = d.efficient.filter(|_| all > 0) {
        out.push(say!(language, "terminal-deals-efficient", n = efficient));
    }
    out
}

/// A share that is counted, not estimated, and so has no interval.
fn share_of(language: Language, n: u64, of: u64) -> String {
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
    language.percent(if of == 0 { 0.0 } else { n as f64 / of as f64 })
}

/// A number of any size, in scientific notation if it exceeds 64 bits.
fn whole(language: Language, n: u128) -> String {
    match u64::try_from(n) {
        Ok(n) => language.count(n),
        Err(_) => format!("{:.1e}", n as f64),
    }
}

fn parties(page: Page<'_>, deals: &Deals) -> String {
    let language = page.language();
    let mut table = Table::headed(&say!(language, "terminal-deals-columns"));
    for party in &deals.parties {
        table.row([
            page.name(&party.name),
            language.count(party.accepts),
            share_of(language, party.accepts, deals.examined),
            language.count(party.alone_refuses),
        ]);
    }
    page.table(&table) + &page.paragraph(&say!(language, "terminal-deals-legend"))
}

fn best(page: Page<'_>, deals: &Deals) -> String {
    let language = page.language();
    let line = |deal: &Deal| {
        let option = |(clause, option): (&str, &String)| {
            say!(language, "account-clause-says", clause = page.title(clause), value = option.as_str())
        };
        let options: Vec<String> = page.scenario.clauses.names().zip(&deal.options).map(option).collect();
        let names = deals.parties.iter().map(|p| page.title(&p.name));
        let points: Vec<String> =
            names.zip(&deal.points).map(|(name, points)| format!("{name} {}", plain(*points))).collect();
        let kind = match deal.name {
            "largest sum of points" => "sum",
            "largest product of gains (Nash)" => "product",
            _ => "least",
        };
        page.paragraph(&say!(
            language,
            "terminal-best-deal",
            kind = kind,
            options = language.list(&options, LISTED),
            sum = plain(deal.sum),
            points = language.list(&points, LISTED),
            least = plain(deal.least_gain)
        ))
    };
    deals.best.iter().map(line).collect()
}

fn clauses(page: Page<'_>, deals: &Deals) -> String {
    let language = page.language();
    let mut table = Table::headed(&say!(language, "terminal-options-columns"));
    for clause in &deals.clauses {
        let mut options: Vec<&(String, u64)> = clause.options.iter().filter(|(_, n)| *n > 0).collect();
        options.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        let options: Vec<String> = options
            .iter()
            .map(|(name, n)| format!("{name} {}", share_of(language, *n, deals.acceptable_to_all)))
            .collect();
        table.row([page.name(&clause.name), clip(&options.join(", "), 64)]);
    }
    page.table(&table)
        + &page.paragraph(&say!(language, "terminal-options-legend", n = deals.acceptable_to_all))
}

fn plain(points: f64) -> String {
    ((points * 1e6).round() / 1e6).to_string()
}
