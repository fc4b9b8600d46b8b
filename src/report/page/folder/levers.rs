//! Levers: which raise the text, which lower it, by how much.

use maud::Markup;

use super::{FolderPage, Told, interval, markup, number, word};
use crate::{
    report::{
        estimate,
        table::{Align, Table},
    },
    say,
    study::{
        comparison::COMPARED,
        levers::{RANKING, asked_in, lift},
        table::{DataTable, Row},
    },
};

/// Levers that are named in a sentence.
const NAMED: usize = 3;

pub fn tell(page: &FolderPage<'_>) -> Told {
    let language = page.language;
    let Some(levers) = page.table("levers") else { return Told::default() };
    let levers = &page.scenario.map_or_else(|| levers.clone(), |case| asked_in(levers, case, language));
    let by = ranking(page);
    let tried: Vec<&Row> = tried(levers).collect();
    let changes = |row: &&Row| interval(levers, row, &format!("{by}_change"));
    let towards = |way: &'static str| {
        let mut rows: Vec<&Row> =
            tried.iter().copied().filter(|row| estimate::direction(changes(row)) == way).collect();
        rows.sort_by(|a, b| size(levers, b, &by).total_cmp(&size(levers, a, &by)));
        rows
    };
    let (up, down) = (towards("up"), towards("down"));
    let measure = page.measure(&by);
    let mut answer = vec![say!(
        language,
        "report-levers-count",
        tried = tried.len(),
        up = up.len(),
        down = down.len(),
        measure = measure
    )];
    if !up.is_empty() {
        answer.push(say!(
            language,
            "report-levers-up",
            levers = named(page, levers, &up, &by),
            by = is_lcd(&by)
        ));
    }
    if !down.is_empty() {
        answer.push(say!(
            language,
            "report-levers-down",
            levers = named(page, levers, &down, &by),
            by = is_lcd(&by)
        ));
    }
    let is_race = !page.manifest.options.iter().any(|option| option == "--exhaustive");
    let held = levers.column(&format!("{by}_finding")).is_some();
    let caveats = vec![say!(
        language,
        "report-levers-caveat",
        intervals = if is_race { "together" } else { "each" },
        held = if held { "yes" } else { "no" }
    )];
    Told { answer, caveats, tables: tables(page, levers, &by) }
}

/// The measure that ranks the levers, as the command was asked for it.
fn ranking(page: &FolderPage<'_>) -> String {
    let options = &page.manifest.options;
    let after = |flag: &str| {
        let place = options.iter().position(|option| option == flag)?;
        options.get(place + 1).cloned()
    };
    after("--by").or_else(|| after("--of")).unwrap_or_else(|| RANKING.to_owned())
}

fn is_lcd(by: &str) -> &'static str {
    if by == "realised_depth" { "depth" } else { "other" }
}

fn tried(levers: &DataTable) -> impl Iterator<Item = &Row> {
    levers
        .rows
        .iter()
        .filter(|row| word(levers, row, "source") != "base" && number(levers, row, "replicates") > Some(0.0))
}

fn size(levers: &DataTable, row: &Row, by: &str) -> f64 {
    number(levers, row, &format!("{by}_change")).unwrap_or(0.0).abs()
}

/// The strongest of some levers, each with what it asks and its effect.
fn named(page: &FolderPage<'_>, levers: &DataTable, rows: &[&Row], by: &str) -> String {
    let language = page.language;
    let one = |row: &&Row| {
        let change = estimate::change(language, by, interval(levers, row, &format!("{by}_change")));
        say!(language, "report-lever", name = question(levers, row), change = change)
    };
    let all: Vec<String> = rows.iter().map(one).collect();
    language.list(&all, NAMED)
}

/// What a lever asks; its name where it asks nothing.
fn question<'r>(levers: &DataTable, row: &'r Row) -> &'r str {
    match word(levers, row, "asks") {
        "" => word(levers, row, "name"),
        asks => asks,
    }
}

/// The switches of the case, then what is tried on any case; the strongest first.
fn tables(page: &FolderPage<'_>, levers: &DataTable, by: &str) -> Vec<Markup> {
    let language = page.language;
    let of = |source: &str| {
        levers.rows.iter().filter(|row| word(levers, row, "source") == source).collect::<Vec<_>>()
    };
    [
        (say!(language, "report-levers-switches"), of("switch")),
        (say!(language, "report-levers-standard"), of("treatment")),
    ]
    .into_iter()
    .filter(|(_, rows)| !rows.is_empty())
    .map(|(caption, rows)| markup(&caption, &table(page, levers, rows, by)))
    .collect()
}

fn table(page: &FolderPage<'_>, levers: &DataTable, mut rows: Vec<&Row>, by: &str) -> Table {
    let language = page.language;
    let rise =
        |row: &Row| lift(by, number(levers, row, &format!("{by}_change")).unwrap_or(f64::NEG_INFINITY));
    rows.sort_by(|a, b| rise(b).total_cmp(&rise(a)));
    let shown: Vec<&str> = shown(levers, by);
    let measures: Vec<String> = shown.iter().map(|name| page.measure(name)).collect();
    let named = rows.first().is_some_and(|row| word(levers, row, "source") == "switch");
    let heads = [say!(language, "report-column-asks"), say!(language, "report-column-lever")];
    let heads: Vec<(&str, Align)> =
        heads.iter().take(1 + usize::from(named)).map(|head| (head.as_str(), Align::Left)).collect();
    let measures = measures.iter().map(|name| (name.as_str(), Align::Right));
    let mut table = Table::new(heads.into_iter().chain(measures));
    for row in rows {
        let applies = number(levers, row, "replicates") > Some(0.0);
        let change = |measure: &&str| match applies {
            true => estimate::change(language, measure, interval(levers, row, &format!("{measure}_change"))),
            false => say!(language, "report-levers-not-applicable"),
        };
        let name = named.then(|| word(levers, row, "name").to_owned());
        table.row([question(levers, row).to_owned()].into_iter().chain(name).chain(shown.iter().map(change)));
    }
    table
}

/// The ranking measure, then the usual ones that are there.
fn shown<'m>(levers: &DataTable, by: &'m str) -> Vec<&'m str> {
    let usual = ["realised_depth", "adopted", "lcd"]
        .into_iter()
        .filter(|name| *name != by && COMPARED.contains(name));
    let there = |name: &&str| levers.column(&format!("{name}_change")).is_some();
    std::iter::once(by).chain(usual).filter(there).collect()
}
