//! Two cases on the same draws: what B changes, who gains by it.

use maud::Markup;

use super::{FolderPage, Told, interval, markup, number, word};
use crate::{
    report::{
        estimate,
        table::{Align, Table},
    },
    say,
    study::table::{DataTable, Row},
};

/// What the first sentences are about.
const FIRST: [&str; 3] = ["realised_depth", "adopted", "lcd"];

pub fn tell(page: &FolderPage<'_>) -> Told {
    let language = page.language;
    let Some(lines) = page.table("differences") else { return Told::default() };
    let of = |name: &str| lines.rows.iter().find(|row| word(lines, row, "measure") == name);
    let usual = FIRST.iter().filter_map(|name| of(name)).collect::<Vec<_>>();
    let first = if usual.is_empty() { lines.rows.iter().take(FIRST.len()).collect() } else { usual };
    let answer = first.into_iter().map(|row| sentence(page, lines, row)).collect();
    let caveats = vec![say!(language, "report-compare-caveat", n = lines.rows.len())];
    Told { answer, caveats, tables: tables(page, lines) }
}

/// What becomes of a measure from A to B.
fn sentence(page: &FolderPage<'_>, lines: &DataTable, row: &Row) -> String {
    let (language, name) = (page.language, word(lines, row, "measure"));
    let difference = interval(lines, row, "difference");
    say!(
        language,
        "report-compare-change",
        direction = estimate::direction(difference),
        measure = page.measure(name),
        a = estimate::estimate(language, name, interval(lines, row, "a")),
        b = estimate::estimate(language, name, interval(lines, row, "b")),
        change = estimate::change(language, name, difference)
    )
}

/// Rates and depths; what holds on each clause; who gains, the greatest change first.
fn tables(page: &FolderPage<'_>, lines: &DataTable) -> Vec<Markup> {
    let language = page.language;
    let family =
        |row: &&Row| word(lines, row, "measure").split_once(':').map_or("", |(family, _)| family).to_owned();
    let rise = |row: &&Row| number(lines, row, "difference").unwrap_or(0.0);
    let rows = |of: &str| lines.rows.iter().filter(|row| family(row) == of).collect::<Vec<&Row>>();
    let mut gains = rows("gain");
    gains.sort_by(|a, b| rise(b).total_cmp(&rise(a)));
    let is_other = |row: &&Row| !["holds", "gain"].contains(&family(row).as_str());
    let other: Vec<&Row> = lines.rows.iter().filter(is_other).collect();
    [
        (say!(language, "report-compare-ends"), other),
        (say!(language, "report-compare-holds"), rows("holds")),
        (say!(language, "report-compare-gains"), gains),
    ]
    .into_iter()
    .filter(|(_, rows)| !rows.is_empty())
    .map(|(caption, rows)| markup(&caption, &table(page, lines, &rows)))
    .collect()
}

fn table(page: &FolderPage<'_>, lines: &DataTable, rows: &[&Row]) -> Table {
    let language = page.language;
    let heading = say!(language, "report-column-measure");
    let columns =
        [(heading.as_str(), Align::Left), ("A", Align::Right), ("B", Align::Right), ("B − A", Align::Right)];
    let mut table = Table::new(columns);
    for row in rows {
        let name = word(lines, row, "measure");
        let level = |case| estimate::estimate(language, name, interval(lines, row, case));
        let change = estimate::change(language, name, interval(lines, row, "difference"));
        table.row([page.measure(name), level("a"), level("b"), change]);
    }
    table
}
