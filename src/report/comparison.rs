//! Two cases compared, in words: what the second changes, and who gains.

use super::{
    identity,
    levers::survival,
    screen::Screen,
    table::{Align, Table},
};
use crate::{
    language::Language,
    say,
    scenario::Scenario,
    study::{
        comparison::{COMPARED, Comparison, ComparisonLine},
        statistics::Mean,
    },
};

/// Parties that are named in a sentence.
const NAMED: usize = 8;
/// Clauses and parties of one case only that are named.
const UNMATCHED: usize = 12;

/// The comparison, with how each case is called.
pub fn render(
    a: &Scenario,
    b: &Scenario,
    called: [&str; 2],
    comparison: &Comparison,
    screen: Screen,
) -> String {
    let mut out = headings(a, b, called, comparison, screen);
    out.push('\n');
    answer(a, comparison, screen.language).iter().for_each(|text| out.push_str(&screen.paragraph(text)));
    out + &tables(a, comparison, screen)
}

/// Which cases, on how many draws, and what the columns mean.
fn headings(
    a: &Scenario,
    b: &Scenario,
    called: [&str; 2],
    comparison: &Comparison,
    screen: Screen,
) -> String {
    let language = screen.language;
    let mut out = String::new();
    for (letter, scenario, called) in [("A", a, called[0]), ("B", b, called[1])] {
        let (title, hash) = (identity::title(language, scenario), scenario.hash());
        let line = say!(
            language,
            "terminal-compare-case",
            case = letter,
            title = title,
            called = called,
            hash = hash
        );
        out.push_str(&screen.wrap(&line, ""));
    }
    let heading = say!(
        language,
        "terminal-compare-design",
        n = comparison.replicates,
        seed = comparison.seed.to_string(),
        version = env!("CARGO_PKG_VERSION")
    );
    out.push_str(&screen.paragraph(&heading));
    if comparison.lines.iter().any(|line| line.survival.is_some()) {
        out.push_str(&screen.paragraph(&say!(language, "terminal-compare-choices")));
    }
    out
}

fn tables(a: &Scenario, comparison: &Comparison, screen: Screen) -> String {
    let language = screen.language;
    let of_family =
        |family: &'static str| comparison.lines.iter().filter(move |l| l.measure.starts_with(family));
    let families = ["holds:", "gain:", "option:"];
    let single = |l: &&ComparisonLine| !families.iter().any(|f| l.measure.starts_with(f));
    let rates: Vec<_> = comparison.lines.iter().filter(single).filter(|l| l.is_rate).collect();
    let means: Vec<_> = comparison.lines.iter().filter(single).filter(|l| !l.is_rate).collect();
    let usual = means.iter().all(|l| COMPARED.contains(&l.measure.as_str()));
    let means_heading = match usual {
        true => say!(language, "terminal-compare-depths"),
        false => say!(language, "terminal-compare-means"),
    };
    let measure =
        |name: &str| say!(language, "terminal-compare-measure", key = name.replace('=', "-"), name = name);
    let title = |name: &str| a.title_of(name.split_once(':').map_or(name, |(_, name)| name)).to_owned();
    let option = |name: &str| match name.trim_start_matches("option:").split_once('=') {
        Some((clause, option)) => {
            say!(language, "terminal-compare-option", clause = a.title_of(clause), option = option)
        }
        None => name.to_owned(),
    };
    let sections = [
        (say!(language, "terminal-compare-rates"), table(&rates, measure, screen)),
        (
            say!(language, "terminal-compare-options"),
            table(&of_family("option:").collect::<Vec<_>>(), option, screen),
        ),
        (means_heading, table(&means, measure, screen)),
        (
            say!(language, "terminal-compare-holds"),
            table(&of_family("holds:").collect::<Vec<_>>(), title, screen),
        ),
        (say!(language, "terminal-compare-gains"), table(&gains(comparison), title, screen)),
    ];
    let there = sections.into_iter().filter_map(|(heading, table)| Some((heading, table?)));
    there.map(|(heading, table)| screen.section(&heading) + &table).collect()
}

/// What each country gains, the greatest rise first.
fn gains(comparison: &Comparison) -> Vec<&ComparisonLine> {
    let mut gains: Vec<_> = comparison.lines.iter().filter(|l| l.measure.starts_with("gain:")).collect();
    let rise = |line: &ComparisonLine| line.difference.mean.unwrap_or(0.0);
    gains.sort_by(|x, y| rise(y).total_cmp(&rise(x)));
    gains
}

/// A row for each line; none where there are none.
fn table(lines: &[&ComparisonLine], name: impl Fn(&str) -> String, screen: Screen) -> Option<String> {
    let language = screen.language;
    let is_held = lines.iter().any(|line| line.survival.is_some());
    let columns = say!(language, "terminal-compare-columns");
    let over = [
        (say!(language, "terminal-column-over-choices"), Align::Right),
        (say!(language, "terminal-column-sign-holds"), Align::Left),
    ];
    let mut columns: Vec<(String, Align)> = Table::headed(&columns).columns;
    columns.extend(over.into_iter().filter(|_| is_held));
    let mut table = Table::new(columns.iter().map(|(name, align)| (name.as_str(), *align)));
    for line in lines {
        let level = |x: Option<f64>| match (line.is_rate, x) {
            (true, Some(x)) => language.percent(x),
            (_, x) => language.point_to(3, x),
        };
        let cells = [
            name(&line.measure),
            level(line.a.value()),
            level(line.b.value()),
            language.change_to(3, line.difference.mean),
            language.point_to(3, line.difference.half_width()),
        ];
        let over = line.survival.as_ref().map(|s| survival(s, language)).into_iter().flatten();
        table.row(cells.into_iter().chain(over));
    }
    (!lines.is_empty()).then(|| screen.table(&table))
}

/// Which way an interval lies.
fn way(mean: &Mean) -> &'static str {
    match (mean.low, mean.high) {
        (Some(low), _) if low > 0.0 => "up",
        (_, Some(high)) if high < 0.0 => "down",
        _ => "open",
    }
}

/// Whether the text is deeper under B, who is better and who is worse off, and what cannot be compared.
fn answer(a: &Scenario, comparison: &Comparison, language: Language) -> Vec<String> {
    let line = |name: &str| comparison.lines.iter().find(|line| line.measure == name);
    let number = |x| language.change_to(3, x);
    let mut out = Vec::new();
    if let Some(line) = line("realised_depth").or_else(|| line("adopted")) {
        let Mean { mean, low, high, .. } = line.difference;
        out.push(say!(
            language,
            "terminal-compare-answer",
            measure = line.measure.as_str(),
            way = way(&line.difference),
            change = number(mean),
            low = number(low),
            high = number(high)
        ));
    }
    let gains = gains(comparison);
    if !gains.is_empty() {
        out.push(winners(a, &gains, language));
    }
    if !comparison.unmatched.is_empty() {
        let names = language.list(&comparison.unmatched, UNMATCHED);
        out.push(say!(language, "terminal-compare-unmatched", names = names));
    }
    out
}

/// Who is better and who is worse off, where intervals that hold together leave no doubt.
fn winners(a: &Scenario, gains: &[&ComparisonLine], language: Language) -> String {
    let is_held = |line: &ComparisonLine| line.survival.is_none_or(|s| s.is_finding());
    let sure = |up: &str| -> Vec<&str> {
        let lines = gains.iter().filter(|line| is_held(line) && way(&line.together) == up);
        lines.map(|line| a.title_of(line.measure.trim_start_matches("gain:"))).collect()
    };
    let (better, mut worse) = (sure("up"), sure("down"));
    worse.reverse();
    say!(
        language,
        "terminal-compare-winners",
        better = language.list(&better, NAMED),
        worse = language.list(&worse, NAMED),
        n = gains.len(),
        open = gains.len() - better.len() - worse.len()
    )
}
