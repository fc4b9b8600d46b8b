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

/// Titles of clauses are cut to so many columns of a screen.
const TITLE: usize = 24;
/// Words are cut to so many columns at most; to fewer where there is no room, but not below the second.
const WORDS: [usize; 2] = [34, 16];

/// A column of the table of scales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Clause,
    StatusQuo,
    Lcd,
    Bound,
    Median,
    Text,
    Spread,
    Open,
    Words,
}

/// What is given up where there is no room, a little more each time.
const GIVEN_UP: [&[Column]; 5] = [
    &[],
    &[Column::Bound],
    &[Column::Bound, Column::Open],
    &[Column::Bound, Column::Open, Column::Median],
    &[Column::Bound, Column::Open, Column::Median, Column::Words],
];

/// The sections: what texts say on scales, and what deals say.
pub fn sections(language: Language, scenario: &Scenario, s: &Summary, width: usize) -> String {
    let mut out = String::new();
    if s.clauses.iter().any(|c| c.text.is_some()) {
        let heading = match Columns::of(s).text {
            true => say!(language, "answer-texts"),
            false => say!(language, "answer-texts-none"),
        };
        let (table, columns) = scales_within(language, scenario, s, width);
        out.push_str(&format!("\n{heading}\n{}", table.fit(width).0));
        out.push_str(&wrap(&legend_of(language, s, &columns), width, "  "));
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

/// The table of scales with as much as there is room for, and its columns.
fn scales_within(language: Language, scenario: &Scenario, s: &Summary, width: usize) -> (Table, Vec<Column>) {
    let columns = |given_up: &[Column]| -> Vec<Column> {
        columns(scenario, s).into_iter().filter(|column| !given_up.contains(column)).collect()
    };
    for given_up in GIVEN_UP {
        let shown = columns(given_up);
        for words in (WORDS[1]..=WORDS[0]).rev() {
            let cut_words = |text: &str, _: usize| clip(text, words);
            let table = table(language, scenario, s, &shown, [&clip, &cut_words]);
            if table.width() <= width {
                return (table, shown);
            }
        }
    }
    let shown = columns(GIVEN_UP[GIVEN_UP.len() - 1]);
    (table(language, scenario, s, &shown, [&clip, &clip]), shown)
}

/// How words are cut to a width.
type Clip<'c> = &'c dyn Fn(&str, usize) -> String;

/// Benchmarks and adopted texts on each clause that is a scale, with every column that has a meaning.
#[cfg(feature = "pictures")]
pub fn scales(language: Language, scenario: &Scenario, s: &Summary, clip: Clip<'_>) -> Table {
    table(language, scenario, s, &columns(scenario, s), [clip; 2])
}

/// The columns that have a meaning.
fn columns(scenario: &Scenario, s: &Summary) -> Vec<Column> {
    let found = Columns::of(s);
    let has_words = |c: &ClauseSummary| {
        c.text.is_some() && scenario.clauses.get(&c.name).is_some_and(|clause| !clause.levels().is_empty())
    };
    let columns = [
        (true, Column::Clause),
        (true, Column::StatusQuo),
        (found.benchmarks, Column::Lcd),
        (found.benchmarks, Column::Bound),
        (found.benchmarks, Column::Median),
        (found.text, Column::Text),
        (found.spread, Column::Spread),
        (found.open, Column::Open),
        (found.text && s.clauses.iter().any(has_words), Column::Words),
    ];
    columns.into_iter().filter(|(shown, _)| *shown).map(|(_, column)| column).collect()
}

fn table(
    language: Language,
    scenario: &Scenario,
    s: &Summary,
    columns: &[Column],
    clip: [Clip<'_>; 2],
) -> Table {
    let headings: Vec<(String, Align)> = columns.iter().map(|column| heading(language, *column)).collect();
    let mut table = Table::new(headings.iter().map(|(name, align)| (name.as_str(), *align)));
    for fact in s.clauses.iter().filter_map(ClauseFact::of) {
        table.row(columns.iter().map(|column| cell(language, scenario, &fact, *column, clip)));
    }
    table
}

fn heading(language: Language, column: Column) -> (String, Align) {
    match column {
        Column::Clause => (say!(language, "answer-column-clause"), Align::Left),
        Column::StatusQuo => (say!(language, "answer-column-status-quo"), Align::Right),
        Column::Lcd => (say!(language, "answer-column-lcd"), Align::Right),
        Column::Bound => (say!(language, "answer-column-bound"), Align::Right),
        Column::Median => (say!(language, "answer-column-median"), Align::Right),
        Column::Text => (say!(language, "answer-column-text"), Align::Right),
        Column::Spread => (say!(language, "answer-column-spread"), Align::Right),
        Column::Open => (say!(language, "answer-column-open"), Align::Right),
        Column::Words => (say!(language, "answer-column-words"), Align::Left),
    }
}

fn cell(
    language: Language,
    scenario: &Scenario,
    fact: &ClauseFact<'_>,
    column: Column,
    [clip, clip_words]: [Clip<'_>; 2],
) -> String {
    let (c, text) = (fact.clause, fact.text);
    let median = text.and_then(|t| t.median);
    match column {
        Column::Clause => clip(&c.title, TITLE),
        Column::StatusQuo => language.point(c.status_quo_at),
        Column::Lcd => {
            let floor = if fact.floor == Floor::StatusQuo { "*" } else { "" };
            format!("{floor}{}", language.point(c.lcd_point))
        }
        Column::Bound => language.point(c.tolerance_bound),
        Column::Median => language.point(c.median_ideal),
        Column::Text => {
            let below = if fact.is_below_status_quo { "↓" } else { "" };
            format!("{below}{}", language.point(median))
        }
        Column::Spread => {
            let [low, high] = [text.and_then(|t| t.p10), text.and_then(|t| t.p90)].map(|x| language.point(x));
            say!(language, "answer-range", low = low, high = high)
        }
        Column::Open => language.point(text.and_then(|t| t.width.mean)),
        Column::Words => {
            let words = median.zip(scenario.clauses.get(&c.name));
            let words = words.and_then(|(x, clause)| names::level(language, clause, x));
            clip_words(&words.unwrap_or_default(), WORDS[0])
        }
    }
}

/// What the columns and marks that occur say.
#[cfg(feature = "pictures")]
pub fn legend(language: Language, scenario: &Scenario, s: &Summary) -> String {
    legend_of(language, s, &columns(scenario, s))
}

fn legend_of(language: Language, s: &Summary, columns: &[Column]) -> String {
    let has = |column| columns.contains(&column);
    let facts: Vec<ClauseFact<'_>> = s.clauses.iter().filter_map(ClauseFact::of).collect();
    let has_floor = facts.iter().any(|f| f.floor == Floor::StatusQuo);
    let parts = [
        (true, say!(language, "answer-legend-status-quo")),
        (has(Column::Lcd), say!(language, "answer-legend-lcd")),
        (has(Column::Lcd) && has_floor, say!(language, "answer-legend-floor")),
        (has(Column::Bound), say!(language, "answer-legend-bound")),
        (
            has(Column::Text) && facts.iter().any(|f| f.is_below_status_quo),
            say!(language, "answer-legend-below"),
        ),
        (has(Column::Spread), say!(language, "answer-legend-spread")),
        (has(Column::Open), say!(language, "answer-legend-open")),
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
