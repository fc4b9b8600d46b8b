//! Which factors drive a result.

use super::{FolderPage, Told, factor, interval, markup, word};
use crate::{
    report::{
        estimate,
        table::{Align, Table},
    },
    say,
    study::table::{DataTable, Row},
};

/// Factors that are named in a sentence.
const NAMED: usize = 2;

/// The table of a sample of points: what it is ranked by.
const SAMPLE: (&str, [&str; 2], &str) = ("sample_indices", ["first", "prcc"], "sample");

pub fn tell(page: &FolderPage<'_>) -> Told {
    let language = page.language;
    let kinds = [("indices", ["total", "first"], "sobol"), ("effects", ["mu_star", "mu"], "morris"), SAMPLE];
    let Some((found, by, kind)) =
        kinds.into_iter().find_map(|(name, by, kind)| Some((page.table(name)?, by, kind)))
    else {
        return Told::default();
    };
    let measures = measures(found);
    let answer = measures.iter().map(|name| sentence(page, found, name, by[0], kind)).collect();
    let caveats = vec![say!(language, "report-sensitivity-caveat", kind = kind)];
    let tables = measures.iter().map(|name| markup(&page.measure(name), &table(page, found, name, by, kind)));
    Told { answer, caveats, tables: tables.collect() }
}

/// The measures that are analysed, in the order of the table.
fn measures(found: &DataTable) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for row in &found.rows {
        let name = word(found, row, "measure");
        if names.last().is_none_or(|last| last != name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The rows of a measure, the most important factor first.
fn ranked<'t>(found: &'t DataTable, measure: &str, by: &str) -> Vec<&'t Row> {
    let value = |row: &&Row| interval(found, row, by)[0].unwrap_or(f64::NEG_INFINITY);
    let mut rows: Vec<&Row> =
        found.rows.iter().filter(|row| word(found, row, "measure") == measure).collect();
    rows.sort_by(|a, b| value(b).total_cmp(&value(a)));
    rows
}

fn sentence(page: &FolderPage<'_>, found: &DataTable, measure: &str, by: &str, kind: &'static str) -> String {
    let language = page.language;
    let what = page.measure(measure);
    let drives = |row: &&Row| interval(found, row, by)[0].is_some_and(|value| value > 0.0);
    let rows: Vec<&Row> = ranked(found, measure, by).into_iter().filter(drives).collect();
    if rows.is_empty() {
        return say!(language, "report-sensitivity-nothing", measure = what);
    }
    let one = |row: &&Row| {
        let value = estimate::estimate(language, "", interval(found, row, by));
        let factor = factor(page, word(found, row, "factor"));
        say!(language, "report-sensitivity-factor", factor = factor, value = value, kind = kind)
    };
    let factors: Vec<String> = rows.iter().take(NAMED).map(one).collect();
    say!(language, "report-sensitivity-driven", measure = what, factors = language.list(&factors, NAMED))
}

fn table(
    page: &FolderPage<'_>,
    found: &DataTable,
    measure: &str,
    by: [&str; 2],
    kind: &'static str,
) -> Table {
    let language = page.language;
    let heads = match kind {
        "sobol" => ["ST", "S"],
        "sample" => ["S", "PRCC"],
        _ => ["μ*", "μ"],
    };
    let factor_head = say!(language, "report-column-factor");
    let columns = heads.into_iter().map(|head| (head, Align::Right));
    let mut table = Table::new(std::iter::once((factor_head.as_str(), Align::Left)).chain(columns));
    for row in ranked(found, measure, by[0]) {
        let values = by.map(|by| estimate::estimate(language, "", interval(found, row, by)));
        table.row(std::iter::once(factor(page, word(found, row, "factor"))).chain(values));
    }
    table
}
