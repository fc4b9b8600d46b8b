//! How the first box was peeled, in words and as tables.

use super::{limits, regions, share};
use crate::{
    language::Language,
    report::{
        study::column_label,
        table::{Align, Table as Printed, WIDTH, wrap},
    },
    say,
    study::{
        discovery::{
            Limit, Peeling, Region,
            findings::{DiscoveryFindings, LEAST_EVENTS},
        },
        table::{Cell, Column, ColumnKind, DataTable, Row},
    },
};

/// Steps that are shown, beside those at which another factor is limited.
const EVERY: usize = 5;

/// That it happens, or fails to happen, too rarely for boxes.
pub fn too_few(language: Language, found: &DiscoveryFindings) -> String {
    let rare = if found.count < LEAST_EVENTS { "events" } else { "others" };
    say!(
        language,
        "research-discover-too-few",
        rare = rare,
        count = found.count.min(found.of - found.count),
        of = found.of,
        points = found.points,
        with = found.points_with,
        least = LEAST_EVENTS
    )
}

/// The steps, and how far the limits of the box can be trusted.
pub fn render(language: Language, found: &DiscoveryFindings, peeling: &Peeling) -> String {
    if peeling.steps.len() < 2 {
        return String::new();
    }
    let kind = if peeling.asked { "asked" } else { "found" };
    let heading = wrap(&say!(language, "research-peeling-heading", kind = kind), WIDTH, "");
    let mut out = format!("\n{heading}{}", steps(language, found, peeling));
    let more = say!(language, "research-peeling-more", last = peeling.steps.len() - 1);
    out.push_str(&wrap(&more, WIDTH, "  "));
    if !peeling.restrictions.is_empty() {
        out.push_str(&format!("\n{}\n", say!(language, "research-limits-heading")));
        out.push_str(&restrictions(language, found, peeling));
        let note = say!(language, "research-limits-note", n = peeling.halves);
        out.push_str(&wrap(&note, WIDTH, "  "));
    }
    out
}

fn steps(language: Language, found: &DiscoveryFindings, peeling: &Peeling) -> String {
    let heads = [
        (say!(language, "research-column-step"), Align::Right),
        (say!(language, "research-column-density"), Align::Right),
        (say!(language, "research-column-coverage"), Align::Right),
        (say!(language, "research-column-mass"), Align::Right),
        (say!(language, "research-column-limited"), Align::Left),
    ];
    let mut table = Printed::new(heads.iter().map(|(name, align)| (name.as_str(), *align)));
    let last = peeling.steps.len() - 1;
    for (n, step) in peeling.steps.iter().enumerate() {
        let is_new = n == 0 || limited(step) != limited(&peeling.steps[n - 1]);
        if !is_new && n % EVERY != 0 && n != peeling.taken && n != last {
            continue;
        }
        let names: Vec<String> =
            limited(step).iter().map(|k| column_label(language, &found.factors[*k])).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mark = if n == peeling.taken { "*" } else { "" };
        table.row([
            format!("{mark}{n}"),
            language.percent(step.density),
            language.percent(step.coverage),
            language.percent(step.mass),
            if names.is_empty() { "–".to_owned() } else { language.list(&names, 4) },
        ]);
    }
    table.render()
}

/// The factors that a box limits.
fn limited(region: &Region) -> Vec<usize> {
    (0..region.limits.len()).filter(|k| region.limits[*k] != Limit::Free).collect()
}

fn restrictions(language: Language, found: &DiscoveryFindings, peeling: &Peeling) -> String {
    let heads = [
        (say!(language, "research-column-limit"), Align::Left),
        (say!(language, "research-column-quasi-p"), Align::Right),
        (say!(language, "research-column-by-coverage"), Align::Right),
        (say!(language, "research-column-by-density"), Align::Right),
    ];
    let mut table = Printed::new(heads.iter().map(|(name, align)| (name.as_str(), *align)));
    let region = shown(found, peeling);
    for restriction in &peeling.restrictions {
        let alone = Region {
            limits: (0..region.limits.len())
                .map(|k| if k == restriction.factor { region.limits[k].clone() } else { Limit::Free })
                .collect(),
            ..region.clone()
        };
        let values = [restriction.low, restriction.high].into_iter().flatten();
        let values: Vec<String> = values.map(|p| p_value(language, p)).collect();
        table.row([
            limits(language, found, &alone).join(" "),
            values.join("; "),
            language.percent(restriction.by_coverage),
            language.percent(restriction.by_density),
        ]);
    }
    table.render()
}

/// The box whose limits are looked at.
fn shown<'f>(found: &'f DiscoveryFindings, peeling: &'f Peeling) -> &'f Region {
    found.boxes.first().unwrap_or(&peeling.steps[peeling.taken])
}

fn p_value(language: Language, p: f64) -> String {
    if p < 0.001 {
        say!(language, "research-p-below", p = language.short(0.001))
    } else {
        language.point_to(3, p)
    }
}

/// The steps, and the limits of the box, as tables.
pub fn tables(found: &DiscoveryFindings, peeling: &Peeling) -> [(&'static str, DataTable); 2] {
    let number = Column::new(
        "step",
        ColumnKind::Integer,
        "Number of the step of peeling the first box; 0 is everything",
    );
    let mut steps = regions(found, number, &peeling.steps);
    steps.columns.push(Column::new("limited", ColumnKind::Integer, "How many factors the box limits"));
    steps.columns.push(Column::new(
        "taken",
        ColumnKind::Boolean,
        "Whether this is the step that is looked at",
    ));
    for (n, (row, step)) in steps.rows.iter_mut().zip(&peeling.steps).enumerate() {
        row.extend([Cell::from(limited(step).len() as u64), Cell::from(n == peeling.taken)]);
    }
    [("peeling", steps), ("limits", limit_table(found, peeling))]
}

fn limit_table(found: &DiscoveryFindings, peeling: &Peeling) -> DataTable {
    let columns = vec![
        Column::new("factor", ColumnKind::String, "The factor that is limited"),
        share("quasi_p_low", "Quasi-p value of the lower limit, or of the words; empty where there is none"),
        share("quasi_p_high", "Quasi-p value of the upper limit; empty where there is none"),
        share("by_coverage", "Share of halves of the points in which it is limited at the same coverage"),
        share("by_density", "Share of halves of the points in which it is limited at the same density"),
    ];
    let rows = peeling.restrictions.iter().map(|r| -> Row {
        let name = found.factors[r.factor].name.clone();
        vec![name.into(), r.low.into(), r.high.into(), r.by_coverage.into(), r.by_density.into()]
    });
    DataTable { columns, rows: rows.collect() }
}
