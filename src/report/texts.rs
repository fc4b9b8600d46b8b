//! What adopted texts say, clause by clause: scales in one table, choices among options in another.

use super::{
    figures::{self, Spelling},
    names,
    statement::{ClauseFact, Columns, Figure, Floor},
    table::{Align, Table, clip, wrap},
};
use crate::{
    language::Language,
    say,
    scenario::Scenario,
    study::{ClauseSummary, Summary, statistics::Rate},
};

/// Titles of clauses are cut to so many columns of a screen, words to so many.
const TITLE: usize = 24;
const WORDS: usize = 34;

/// The sections: what texts say on scales, and what deals say.
pub fn sections(language: Language, scenario: &Scenario, s: &Summary, width: usize) -> String {
    let mut out = String::new();
    if s.clauses.iter().any(|c| c.text.is_some()) {
        let heading = match Columns::of(s).text {
            true => say!(language, "answer-texts"),
            false => say!(language, "answer-texts-none"),
        };
        out.push_str(&format!("\n{heading}\n"));
        out.push_str(&scales(language, scenario, s, &clip).fit(width).0);
        out.push_str(&wrap(&legend(language, s), width, "  "));
    }
    if s.clauses.iter().any(|c| c.text.is_none()) {
        let heading = match s.adopted.count {
            0 => say!(language, "answer-options-none"),
            _ => say!(language, "answer-options"),
        };
        out.push_str(&format!("\n{heading}\n"));
        out.push_str(&options(language, s, &clip).fit(width).0);
    }
    out
}

/// How words are cut to a width.
type Clip<'c> = &'c dyn Fn(&str, usize) -> String;

/// Benchmarks and adopted texts on each clause that is a scale; only columns that have a meaning.
pub fn scales(language: Language, scenario: &Scenario, s: &Summary, clip: Clip<'_>) -> Table {
    let columns = Columns::of(s);
    let facts: Vec<ClauseFact<'_>> = s.clauses.iter().filter_map(ClauseFact::of).collect();
    let rows: Vec<Vec<Cell>> =
        facts.iter().map(|fact| cells(language, scenario, fact, columns, clip)).collect();
    // A column of which every cell is empty is left out.
    let count = rows.first().map_or(0, Vec::len);
    let shown: Vec<usize> =
        (0..count).filter(|c| *c < 2 || rows.iter().any(|row| !row[*c].text.is_empty())).collect();
    let heading = |c: &usize| rows.first().map(|row| (row[*c].column.clone(), row[*c].align));
    let headings: Vec<(String, Align)> = shown.iter().filter_map(heading).collect();
    let mut table = Table::new(headings.iter().map(|(name, align)| (name.as_str(), *align)));
    for row in rows {
        table.row(shown.iter().map(|c| row[*c].text.clone()));
    }
    let gives_way = shown.iter().enumerate().filter(|(_, c)| GIVE_WAY.contains(c)).map(|(place, _)| place);
    let order: Vec<usize> = gives_way.rev().collect();
    table.giving_up(order)
}

/// Columns that are given up first where there is no room, from the last: bound, median wish, spread, width, words.
const GIVE_WAY: [usize; 5] = [3, 4, 6, 7, 8];

/// A cell with its column.
struct Cell {
    column: String,
    align: Align,
    text: String,
}

fn cells(
    language: Language,
    scenario: &Scenario,
    fact: &ClauseFact<'_>,
    columns: Columns,
    clip: Clip<'_>,
) -> Vec<Cell> {
    let c = fact.clause;
    let number = |column: String, shown: bool, text: String| Cell {
        column,
        align: Align::Right,
        text: if shown { text } else { String::new() },
    };
    let word = |column: String, text: String| Cell { column, align: Align::Left, text };
    let point = |x: Option<f64>| language.point(x);
    let floor = if fact.floor == Floor::StatusQuo { "*" } else { "" };
    let below = if fact.is_below_status_quo { "↓" } else { "" };
    let text = fact.text;
    let spread = text.map_or_else(String::new, |t| {
        let [low, high] = [t.p10, t.p90].map(point);
        say!(language, "answer-range", low = low, high = high)
    });
    let words = text.and_then(|t| t.median).zip(scenario.clauses.get(&c.name));
    let words = words.and_then(|(x, clause)| names::level(language, clause, x));
    let benchmarks = columns.benchmarks;
    vec![
        word(say!(language, "answer-column-clause"), clip(&c.title, TITLE)),
        number(say!(language, "answer-column-status-quo"), true, point(Some(c.status_quo_at))),
        number(say!(language, "answer-column-lcd"), benchmarks, format!("{floor}{}", point(c.lcd_point))),
        number(say!(language, "answer-column-bound"), benchmarks, point(c.tolerance_bound)),
        number(say!(language, "answer-column-median"), benchmarks, point(c.median_ideal)),
        number(
            say!(language, "answer-column-text"),
            text.is_some(),
            format!("{below}{}", point(text.and_then(|t| t.median))),
        ),
        number(say!(language, "answer-column-spread"), columns.spread, spread),
        number(say!(language, "answer-column-open"), columns.open, point(text.and_then(|t| t.width.mean))),
        word(say!(language, "answer-column-words"), clip(&words.unwrap_or_default(), WORDS)),
    ]
}

/// What the columns and marks that occur say.
pub fn legend(language: Language, s: &Summary) -> String {
    let columns = Columns::of(s);
    let facts: Vec<ClauseFact<'_>> = s.clauses.iter().filter_map(ClauseFact::of).collect();
    let parts = [
        (true, say!(language, "answer-legend-status-quo")),
        (columns.benchmarks, say!(language, "answer-legend-benchmarks")),
        (facts.iter().any(|f| f.floor == Floor::StatusQuo), say!(language, "answer-legend-floor")),
        (columns.spread, say!(language, "answer-legend-spread")),
        (columns.open, say!(language, "answer-legend-open")),
        (facts.iter().any(|f| f.is_below_status_quo), say!(language, "answer-legend-below")),
    ];
    let said: Vec<String> = parts.into_iter().filter(|(shown, _)| *shown).map(|(_, said)| said).collect();
    said.join(&names::gap(language))
}

/// How often each option is agreed on each clause that is a choice among options.
pub fn options(language: Language, s: &Summary, clip: Clip<'_>) -> Table {
    let heading = |id: String, align| (id, align);
    let headings = [
        heading(say!(language, "answer-column-clause"), Align::Left),
        heading(say!(language, "answer-column-option"), Align::Left),
        heading(say!(language, "answer-column-share"), Align::Right),
    ];
    let mut table = Table::new(headings.iter().map(|(name, align)| (name.as_str(), *align)));
    for c in s.clauses.iter().filter(|c| c.text.is_none()) {
        for (k, [option, share]) in agreed(language, c).into_iter().enumerate() {
            let title = if k == 0 { clip(&c.title, TITLE) } else { String::new() };
            table.row([title, option, share]);
        }
    }
    table
}

/// The options that were agreed, the commonest first, with their shares; the others, named together.
fn agreed(language: Language, c: &ClauseSummary) -> Vec<[String; 2]> {
    // The last entry is that none of them was agreed.
    let none = c.options.len().saturating_sub(1);
    let mut sorted: Vec<_> = c.options.iter().enumerate().filter(|(_, (_, r))| r.count > 0).collect();
    sorted.sort_by_key(|(_, (_, rate))| std::cmp::Reverse(rate.count));
    let share = |figure: &Figure| figures::share(language, figure, Spelling::Bare);
    let row = |(k, (name, rate)): &(usize, &(String, Rate))| {
        let name = if *k == none { say!(language, "answer-option-none") } else { name.clone() };
        Some([name, share(&Figure::share(rate)?)])
    };
    let rows: Vec<[String; 2]> = sorted.iter().filter_map(row).collect();
    if !rows.is_empty() {
        return rows;
    }
    let names: Vec<&str> = c.options[..none].iter().map(|(name, _)| name.as_str()).collect();
    vec![[names.join(&say!(language, "answer-comma")), language.point(None)]]
}
