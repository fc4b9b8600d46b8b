//! A sweep in words: what is done, failed and missing, and what each point says.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::{
    number::{count, of, percent, point},
    screen::Screen,
    table::{Align, Table as Printed, clip},
};
use crate::study::{
    definition::Study,
    design::{Design, Sampling},
    store::{
        StoreProgress,
        merge::{Missing, Survey},
    },
    sweep::Sweep,
    table::{Cell, Column, DataTable},
};

/// More points than this are left to the files.
const SHOWN: usize = 40;

/// The design in words.
pub fn design(study: &Study) -> String {
    match &study.design {
        Design::Grid => "grid: every combination of all values".to_owned(),
        Design::OneAtATime => "one at a time: the case as it is, then each value alone".to_owned(),
        Design::Mixes(d) => {
            format!("the case as it is, each value alone, and {} mixes of them", d.mixes)
        }
        Design::LatinHypercube(d) => format!("Latin hypercube of {} points", d.points),
        Design::Sobol(d) => format!("{} Owen-scrambled Sobol' points", d.points),
        Design::Morris(d) => format!("Morris: {} trajectories on {} levels", d.trajectories, d.levels),
        Design::Saltelli(d) => {
            let by = match d.sampling {
                Sampling::Sobol => "scrambled Sobol' points",
                Sampling::Random => "random points",
            };
            let second = if d.second_order { ", with second order" } else { "" };
            format!("Saltelli: base sample of {} {by}{second}", d.points)
        }
        Design::List(d) => format!("the rows of {}", d.file),
    }
}

/// The stopping rule in words, where there is one.
pub fn stopping(study: &Study) -> Option<String> {
    let until = study.until.as_ref()?;
    let looks = crate::study::sequential::looks(study.replicates, Some(until));
    Some(format!(
        "each point until the interval of {} is no wider than ± {}, looking after {} replicates; α = {} split evenly \
         over {}",
        until.of,
        until.half_width,
        looks.iter().map(|n| count(*n)).collect::<Vec<_>>().join(", "),
        crate::study::sequential::ALPHA,
        of(looks.len(), "look", "looks"),
    ))
}

/// Points that make no sense, in a few lines.
pub fn failures(failed: &BTreeMap<u64, String>) -> String {
    let shown = failed.iter().take(3).map(|(point, why)| format!("  point {point}: {why}\n"));
    let more = failed.len().saturating_sub(3);
    let rest = if more > 0 { format!("  and {more} more (failures.csv)\n") } else { String::new() };
    let points = of(failed.len(), "point makes", "points make");
    format!("{points} no sense as a scenario; the rest is done:\n{}{rest}", shown.collect::<String>())
        .trim_end()
        .to_owned()
}

/// What is missing, in a line.
pub fn missing(missing: &Missing) -> String {
    let shown =
        missing.first.iter().take(5).map(|run| {
            format!("replicates {}–{} of point {}", run.first, run.first + run.count - 1, run.point)
        });
    let shown: Vec<String> = shown.collect();
    let more = missing.runs - shown.len() as u64;
    let rest = if more > 0 { format!(" and {} more runs", count(more)) } else { String::new() };
    format!("{} of its negotiations are missing: {}{rest}", count(missing.replicates), shown.join(", "))
}

/// What is done, failed and missing.
pub fn status(sweep: &Sweep, survey: &Survey, gaps: &Missing, screen: Screen) -> String {
    let study = &sweep.definition().study;
    let mut out = screen.wrap(&study.title, "");
    out.push_str(&screen.paragraph(&format!("{}; {}.", design(study), of_points(sweep))));
    out.push_str(&format!("  done     {} negotiations\n", count(survey.progress.replicates)));
    out.push_str(&format!("  failed   {}\n", of(survey.progress.failed.len(), "point", "points")));
    out.push_str(&format!(
        "  missing  {} negotiations{}\n\n",
        count(gaps.replicates),
        if study.until.is_some() { " at least, up to the next look" } else { "" }
    ));
    let mut table = Printed::headed("shard | runs done > | damaged bytes > | journal");
    for shard in &survey.shards {
        let damaged = if shard.damaged > 0 { count(shard.damaged) } else { String::new() };
        table.row([shard.shard.to_string(), count(shard.runs), damaged, shard.path.display().to_string()]);
    }
    out.push_str(&screen.table(&table));
    for shard in survey.shards.iter().filter(|shard| shard.has_damaged_heading) {
        let line = format!(
            "The heading of {} is damaged: its records are sound all the same, and --resume mends it.",
            shard.path.display()
        );
        out.push_str(&screen.paragraph(&line));
    }
    if !survey.progress.failed.is_empty() {
        out.push_str(&format!("\n{}\n", failures(&survey.progress.failed)));
    }
    if gaps.runs > 0 {
        out.push_str(&screen.paragraph(&format!("Missing: {}.", missing(gaps))));
    }
    out
}

/// The same as one document.
pub fn status_json(sweep: &Sweep, survey: &Survey, gaps: &Missing) -> Json {
    json!({
        "title": sweep.definition().study.title,
        "fingerprint": sweep.definition().fingerprint(),
        "points": sweep.plan().points(),
        "done": survey.progress.replicates,
        "failed": survey.progress.failed,
        "missing": gaps.replicates,
        "complete": gaps.runs == 0,
        "shards": survey.shards.iter().map(|s| json!({
            "shard": s.shard.to_string(), "journal": s.path, "runs": s.runs, "damaged_bytes": s.damaged,
            "heading_damaged": s.has_damaged_heading,
        })).collect::<Vec<_>>(),
    })
}

fn of_points(sweep: &Sweep) -> String {
    let points = format!("{} points", count(sweep.plan().points()));
    match stopping(&sweep.definition().study) {
        Some(stopping) => format!("{points}, {stopping}"),
        None => format!("{points} × {} replicates", count(sweep.plan().looks()[0])),
    }
}

/// What each point says, where they fit on a screen or two; else the ends of the range.
pub fn points(
    study: &Study,
    points: &DataTable,
    sweep: &Sweep,
    progress: &StoreProgress,
    screen: Screen,
) -> String {
    let mut out = screen.wrap(&study.title, "");
    if !study.about.is_empty() {
        out.push_str(&screen.paragraph(&study.about));
    }
    let heading = format!(
        "{}; {}. {} negotiations, seed {}, version {}. Ranges are 95 % intervals.",
        design(study),
        of_points(sweep),
        count(progress.replicates),
        study.seed,
        env!("CARGO_PKG_VERSION")
    );
    out.push_str(&screen.paragraph(&heading));
    out.push('\n');
    out.push_str(&table(study, points, screen));
    out
}

fn table(study: &Study, points: &DataTable, screen: Screen) -> String {
    let factors: Vec<String> = study.factors.iter().map(|(name, f)| label(name, f.is_multiple())).collect();
    let columns = factors.iter().map(|f| (f.as_str(), Align::Right)).chain([
        ("adopted", Align::Right),
        ("LCD", Align::Right),
        ("in substance", Align::Right),
        ("depth", Align::Right),
        ("guaranteed", Align::Right),
    ]);
    let mut printed = Printed::new(columns);
    for row in points.rows.iter().take(SHOWN) {
        let cell = |name: &str| points.column(name).and_then(|n| row.get(n)).and_then(Cell::number);
        let range = |name: &str, as_text: &dyn Fn(f64) -> String| {
            let end = |end: &str| cell(&format!("{name}_{end}")).map_or_else(String::new, as_text);
            let at = cell(name).map_or_else(|| "–".to_owned(), as_text);
            format!(
                "{at} ({}–{})",
                end("low").trim_end_matches("\u{a0}%"),
                end("high").trim_end_matches("\u{a0}%")
            )
        };
        let values = row[1..=study.factors.len()].iter().map(|cell| match cell {
            Cell::Empty => "as it is".to_owned(),
            Cell::Boolean(yes) => yes.to_string(),
            Cell::Integer(n) => count(*n),
            Cell::Number(x) => tidy(*x),
            Cell::String(word) => clip(word, 28),
        });
        let rate = |x: f64| percent(x);
        let depth = |x: f64| point(x);
        printed.row(values.chain([
            range("adopted", &rate),
            range("lcd", &rate),
            range("lcd_in_substance", &rate),
            range("realised_depth", &depth),
            range("guaranteed_depth", &depth),
        ]));
    }
    let mut out = screen.table(&printed);
    if points.rows.len() > SHOWN {
        let more = points.rows.len() - SHOWN;
        out.push_str(&format!("  … and {more} points more: points.csv has them all.\n"));
    }
    out
}

/// A parameter's path in words: what it is, of whom where it is not everyone's; "×" where it is a multiple.
pub fn label(path: &str, multiple: bool) -> String {
    let steps: Vec<&str> = path.split('.').collect();
    let words = match steps[..] {
        ["countries" | "blocs" | "firms" | "clauses", "*", ref rest @ ..] => rest.join(" "),
        ["countries" | "blocs" | "firms" | "clauses", ref rest @ ..] => rest.join(" "),
        [_, ref rest @ ..] if !rest.is_empty() => rest.join(" "),
        _ => path.to_owned(),
    };
    let words = words.replace('_', " ").replace("tactic beta", "β").replace("reading theta", "θ");
    let words = if words == "first" { "countries".to_owned() } else { words };
    if multiple { format!("{words} ×") } else { words }
}

/// The label of a factor's column.
pub(crate) fn column_label(column: &Column) -> String {
    label(&column.name, column.about == crate::study::sweep::MULTIPLE)
}

/// A number as short as it can be told from its neighbours.
fn tidy(x: f64) -> String {
    let text = format!("{x:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text.is_empty() || text == "-" {
        "0".to_owned()
    } else {
        text.replacen("0.", ".", usize::from(x.abs() < 1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_tell_factors_apart() {
        for (path, multiple, words) in [
            ("countries.*.isolation_cost", true, "isolation cost ×"),
            ("countries.*.tactic.beta", true, "β ×"),
            ("countries.USA.tactic.beta", false, "USA β"),
            ("countries.USA.outside_option", false, "USA outside option"),
            ("blocs.*.cohesion", false, "cohesion"),
            ("defaults.theta", false, "theta"),
            ("rule", false, "rule"),
            ("rule.objections", false, "objections"),
            ("thresholds.lcd_index", false, "lcd index"),
            ("countries.first", false, "countries"),
            ("switch", false, "switch"),
        ] {
            assert_eq!(label(path, multiple), words);
        }
    }
}
