//! A study: between which values each measure lies over its points, and where.

use maud::Markup;

use super::{FolderPage, Told, cell, factor, interval, markup, number};
use crate::{
    report::{
        estimate,
        study::value,
        table::{Align, Table},
    },
    say,
    study::table::{DataTable, Row},
};

/// What is told of, in this order.
const MEASURES: [&str; 5] = ["realised_depth", "adopted", "lcd", "lcd_in_substance", "guaranteed_depth"];
/// The measures of the first sentences.
const FIRST: usize = 3;
/// More points are left to the file.
const SHOWN: usize = 40;
/// More factors of a point are not named in a sentence.
const NAMED: usize = 3;

pub fn tell(page: &FolderPage<'_>) -> Told {
    let language = page.language;
    let Some(points) = page.table("points").filter(|points| !points.rows.is_empty()) else {
        return Told { answer: vec![say!(language, "report-sweep-nothing")], ..Told::default() };
    };
    let failed = page.table("failures").map_or(0, |failures| failures.rows.len());
    let mut answer = Vec::from_iter(failed_points(page, failed));
    answer.extend(MEASURES[..FIRST].iter().filter_map(|name| range(page, points, name)));
    let caveats = vec![say!(language, "report-sweep-caveat", n = points.rows.len())];
    Told { answer, caveats, tables: vec![table(page, points)] }
}

fn failed_points(page: &FolderPage<'_>, failed: usize) -> Option<String> {
    (failed > 0).then(|| say!(page.language, "report-sweep-failed", n = failed))
}

/// Between which values a measure lies, and at which points.
fn range(page: &FolderPage<'_>, points: &DataTable, name: &str) -> Option<String> {
    let language = page.language;
    let known = points.rows.iter().filter_map(|row| Some((number(points, row, name)?, row)));
    let mut known: Vec<(f64, &Row)> = known.collect();
    known.sort_by(|a, b| a.0.total_cmp(&b.0));
    let ((least, at_least), (greatest, at_greatest)) = (*known.first()?, *known.last()?);
    let measure = page.measure(name);
    let shown = |row: &Row| estimate::estimate(language, name, interval(points, row, name));
    let n = known.len();
    Some(match n {
        1 => say!(language, "report-sweep-one", measure = measure, value = shown(at_least)),
        _ if greatest - least < 1e-9 => {
            say!(language, "report-sweep-same", measure = measure, value = shown(at_least), n = n)
        }
        _ => say!(
            language,
            "report-sweep-range",
            measure = measure,
            n = n,
            least = shown(at_least),
            least_at = place(page, points, at_least),
            greatest = shown(at_greatest),
            greatest_at = place(page, points, at_greatest)
        ),
    })
}

/// A point by the values of its first factors.
fn place(page: &FolderPage<'_>, points: &DataTable, row: &Row) -> String {
    let language = page.language;
    let factors = page.manifest.factors.iter().take(NAMED);
    let named = factors.filter_map(|name| {
        let value = level(page, points, row, name)?;
        Some(say!(page.language, "report-factor-at", factor = factor(page, name), value = value))
    });
    let named: Vec<String> = named.collect();
    match named.len() {
        0 => say!(language, "report-point", number = number(points, row, "point").unwrap_or(0.0).to_string()),
        _ => page.language.list(&named, NAMED),
    }
}

/// A factor's value at a point; none where it is left as the case has it.
fn level(page: &FolderPage<'_>, points: &DataTable, row: &Row, name: &str) -> Option<String> {
    let cell = cell(points, row, name)?;
    let word = value(cell);
    (!word.is_empty()).then(|| page.language.decimal(&word))
}

/// The heading of a measure's column.
fn short(page: &FolderPage<'_>, name: &str) -> String {
    let language = page.language;
    match name {
        "adopted" => say!(language, "report-short-adopted"),
        "lcd" => say!(language, "report-short-lcd"),
        "lcd_in_substance" => say!(language, "report-short-in-substance"),
        "guaranteed_depth" => say!(language, "report-short-guaranteed"),
        name => page.measure(name),
    }
}

fn table(page: &FolderPage<'_>, points: &DataTable) -> Markup {
    let language = page.language;
    let measures = MEASURES.iter().filter(|name| points.column(name).is_some());
    let measures: Vec<&str> = measures.copied().collect();
    let factors: Vec<String> = page.manifest.factors.iter().map(|name| factor(page, name)).collect();
    let of_measures: Vec<String> = measures.iter().map(|name| short(page, name)).collect();
    let columns = factors.iter().map(|name| (name.as_str(), Align::Right));
    let columns = columns.chain(of_measures.iter().map(|name| (name.as_str(), Align::Right)));
    let mut table = Table::new(
        std::iter::once((say!(language, "report-column-point"), Align::Left))
            .collect::<Vec<_>>()
            .iter()
            .map(|(name, align)| (name.as_str(), *align))
            .chain(columns),
    );
    for row in points.rows.iter().take(SHOWN) {
        let point = number(points, row, "point").map_or_else(String::new, |point| point.to_string());
        let levels =
            page.manifest.factors.iter().map(|name| {
                level(page, points, row, name).unwrap_or_else(|| say!(language, "report-as-it-is"))
            });
        let values =
            measures.iter().map(|name| estimate::estimate(language, name, interval(points, row, name)));
        table.row(std::iter::once(point).chain(levels).chain(values));
    }
    let (shown, of) = (points.rows.len().min(SHOWN), points.rows.len());
    let caption = match shown < of {
        true => say!(language, "report-sweep-table-part", shown = shown, of = of),
        false => say!(language, "report-sweep-table"),
    };
    markup(&caption, &table)
}
