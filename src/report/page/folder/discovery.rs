//! Where in the space of factors something happens.

use super::{FolderPage, Told, factor, interval, markup, number, word};
use crate::{
    report::{
        discovery::{self, CrossingVerdict},
        table::{Align, Table},
    },
    say,
    study::table::{DataTable, Row},
};

/// Boxes that are told of.
const BOXES: usize = 3;

pub fn tell(page: &FolderPage<'_>) -> Told {
    let language = page.language;
    let (Some(boxes), Some(crossings)) = (page.table("boxes"), page.table("crossings")) else {
        return Told::default();
    };
    let what = happening(page);
    let mut answer = vec![match boxes.rows.len() {
        0 => say!(language, "report-discover-none", what = what),
        n => say!(language, "report-discover-boxes", what = what, n = n),
    }];
    answer.extend(boxes.rows.iter().take(BOXES).map(|row| region(page, boxes, row)));
    answer.extend(crossings.rows.iter().filter_map(|row| crossing(page, crossings, row)));
    let caveats = vec![say!(language, "report-discover-caveat")];
    Told {
        answer,
        caveats,
        tables: vec![markup(&say!(language, "report-discover-crossings"), &table(page, crossings))],
    }
}

/// What was looked for.
fn happening(page: &FolderPage<'_>) -> String {
    let of = page.manifest.options.iter().skip_while(|option| *option != "--of").nth(1);
    page.measure(of.map_or("lcd_in_substance", String::as_str))
}

/// A box: between which values, and how often it happens there.
fn region(page: &FolderPage<'_>, boxes: &DataTable, row: &Row) -> String {
    let language = page.language;
    let limits: Vec<String> =
        page.manifest.factors.iter().filter_map(|name| limit(page, boxes, row, name)).collect();
    let share = |column: &str| language.percent(number(boxes, row, column).unwrap_or(0.0));
    let limits = match limits.is_empty() {
        true => say!(language, "report-discover-everywhere"),
        false => language.list(&limits, usize::MAX),
    };
    say!(
        language,
        "report-discover-box",
        place = if number(boxes, row, "box").unwrap_or(0.0) > 0.0 { "later" } else { "first" },
        limits = limits,
        density = share("density"),
        coverage = share("coverage"),
        mass = share("mass")
    )
}

/// Between which values a factor lies in a box; none where it is free.
fn limit(page: &FolderPage<'_>, boxes: &DataTable, row: &Row, name: &str) -> Option<String> {
    let (language, factor) = (page.language, factor(page, name));
    let words = word(boxes, row, name);
    if !words.is_empty() {
        return Some(say!(language, "report-factor-at", factor = factor, value = words.replace('|', " / ")));
    }
    let [_, low, high] = interval(boxes, row, name);
    discovery::limit(language, &factor, [low, high])
}

/// What is said of a row of the table.
fn verdict<'t>(crossings: &'t DataTable, row: &'t Row) -> CrossingVerdict<'t> {
    let [at, low, high] = interval(crossings, row, "crossing");
    CrossingVerdict { word: word(crossings, row, "verdict"), at, reach: [low, high] }
}

/// At which value of a factor it becomes more likely than not; none of rows that hold another factor.
fn crossing(page: &FolderPage<'_>, crossings: &DataTable, row: &Row) -> Option<String> {
    let verdict = verdict(crossings, row);
    if !word(crossings, row, "at").is_empty() || verdict.word != "crosses" {
        return None;
    }
    let factor = factor(page, word(crossings, row, "factor"));
    let [at, reach] = verdict.words(page.language);
    Some(say!(page.language, "report-discover-crossing", factor = factor, at = at, reach = reach))
}

fn table(page: &FolderPage<'_>, crossings: &DataTable) -> Table {
    let language = page.language;
    let heads = [
        (say!(language, "report-column-factor"), Align::Left),
        (say!(language, "report-column-held"), Align::Left),
        (say!(language, "report-column-crossing"), Align::Right),
        (say!(language, "report-column-reach"), Align::Right),
        (say!(language, "report-column-from"), Align::Right),
        (say!(language, "report-column-to"), Align::Right),
    ];
    let mut table = Table::new(heads.iter().map(|(name, align)| (name.as_str(), *align)));
    for row in &crossings.rows {
        let [at, reach] = verdict(crossings, row).words(language);
        let share = |column: &str| language.percent(number(crossings, row, column).unwrap_or(0.0));
        let name = factor(page, word(crossings, row, "factor"));
        table.row([name, word(crossings, row, "at").to_owned(), at, reach, share("from"), share("to")]);
    }
    table
}
