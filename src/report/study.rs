//! A sweep in words: what is done, failed and missing, and what each point says.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::{
    estimate, identity,
    screen::Screen,
    table::{Align, Table as Printed, clip},
};
use crate::study::{
    definition::Study,
    design::{Design, Factor, Level, Points, Sampling},
    sequential::{Reached, Until},
    store::{
        StoreProgress,
        merge::{Missing, Survey},
    },
    sweep::{Looked, Sweep},
    table::{Cell, Column, DataTable},
};
use crate::{language::Language, say};

/// More points than this are left to the files.
const SHOWN: usize = 40;

/// The design in words.
pub fn design(language: Language, study: &Study) -> String {
    match &study.design {
        Design::Grid => say!(language, "report-design-grid"),
        Design::OneAtATime => say!(language, "report-design-one-at-a-time"),
        Design::Mixes(d) => say!(language, "report-design-mixes", n = d.mixes),
        Design::LatinHypercube(d) => say!(language, "report-design-latin-hypercube", n = d.points),
        Design::Sobol(d) => say!(language, "report-design-sobol", n = d.points),
        Design::Morris(d) => say!(language, "report-design-morris", n = d.trajectories, levels = d.levels),
        Design::Saltelli(d) => {
            let by = match d.sampling {
                Sampling::Sobol => "sobol",
                Sampling::Random => "random",
            };
            let second = if d.second_order { "yes" } else { "no" };
            say!(language, "report-design-saltelli", n = d.points, by = by, second = second)
        }
        Design::List(d) => say!(language, "report-design-list", file = d.file.as_str()),
    }
}

/// The stopping rule in words, where there is one.
pub fn stopping(language: Language, study: &Study) -> Option<String> {
    let until = study.until.as_ref()?;
    let looks = crate::study::sequential::looks(study.replicates, Some(until));
    let each: Vec<String> = looks.iter().map(|n| language.count(*n)).collect();
    Some(say!(
        language,
        "report-design-until",
        measure = until.of.to_string(),
        half_width = language.short(until.half_width),
        each = language.list(&each, usize::MAX),
        alpha = language.short(crate::study::sequential::ALPHA),
        looks = looks.len()
    ))
}

/// Points that make no sense, in a few lines.
pub fn failures(language: Language, failed: &BTreeMap<u64, String>) -> String {
    let mut lines = vec![say!(language, "commands-failures", n = failed.len())];
    lines.extend(failed.iter().take(3).map(|(point, why)| {
        let line = say!(language, "commands-failure", point = point.to_string(), why = why.as_str());
        format!("  {line}")
    }));
    let more = failed.len().saturating_sub(3);
    if more > 0 {
        lines.push(format!("  {}", say!(language, "commands-more-failures", n = more)));
    }
    lines.join("\n")
}

/// What is missing, in a line.
pub fn missing(language: Language, missing: &Missing) -> String {
    let shown = missing.first.iter().take(5).map(|run| {
        say!(
            language,
            "commands-missing-run",
            first = run.first.to_string(),
            last = (run.first + run.count - 1).to_string(),
            point = run.point.to_string()
        )
    });
    let shown: Vec<String> = shown.collect();
    say!(
        language,
        "commands-missing",
        n = missing.replicates,
        runs = shown.join(&say!(language, "list-comma")),
        more = missing.runs - shown.len() as u64
    )
}

/// What is done, failed and missing.
pub fn status(sweep: &Sweep, survey: &Survey, gaps: &Missing, screen: Screen) -> String {
    let (study, language) = (&sweep.definition().study, screen.language);
    let mut out = screen.wrap(&study.title, "");
    out.push_str(&screen.paragraph(&of_design(language, sweep)));
    let is_open = if study.until.is_some() { "yes" } else { "no" };
    let lines = [
        say!(language, "report-status-done", n = survey.progress.replicates),
        say!(language, "report-status-failed", n = survey.progress.failed.len()),
        say!(language, "report-status-missing", n = gaps.replicates, open = is_open),
    ];
    lines.iter().for_each(|line| out.push_str(&format!("  {line}\n")));
    if let Some(Looked { reached, exhausted, open }) = sweep.looked(&survey.progress) {
        let line =
            say!(language, "research-status-looks", reached = reached, exhausted = exhausted, open = open);
        out.push_str(&format!("  {line}\n"));
    }
    out.push('\n');
    let heads = [
        (say!(language, "report-column-shard"), Align::Left),
        (say!(language, "report-column-runs"), Align::Right),
        (say!(language, "report-column-damaged"), Align::Right),
        (say!(language, "report-column-journal"), Align::Left),
    ];
    let mut table = Printed::new(heads.iter().map(|(name, align)| (name.as_str(), *align)));
    for shard in &survey.shards {
        let damaged = if shard.damaged > 0 { language.count(shard.damaged) } else { String::new() };
        table.row([
            shard.shard.to_string(),
            language.count(shard.runs),
            damaged,
            shard.path.display().to_string(),
        ]);
    }
    out.push_str(&screen.table(&table));
    for shard in survey.shards.iter().filter(|shard| shard.has_damaged_heading) {
        let line = say!(language, "report-status-heading", journal = shard.path.display().to_string());
        out.push_str(&screen.paragraph(&line));
    }
    if !survey.progress.failed.is_empty() {
        out.push_str(&format!("\n{}\n", failures(language, &survey.progress.failed)));
    }
    if gaps.runs > 0 {
        out.push_str(&screen.paragraph(&say!(
            language,
            "report-status-gaps",
            gaps = missing(language, gaps)
        )));
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
        "until": sweep.looked(&survey.progress),
        "shards": survey.shards.iter().map(|s| json!({
            "shard": s.shard.to_string(), "journal": s.path, "runs": s.runs, "damaged_bytes": s.damaged,
            "heading_damaged": s.has_damaged_heading,
        })).collect::<Vec<_>>(),
    })
}

/// The design, how many points it has and how often each is run.
fn of_design(language: Language, sweep: &Sweep) -> String {
    let study = &sweep.definition().study;
    let (design, points) = (design(language, study), sweep.plan().points());
    match stopping(language, study) {
        Some(stopping) => {
            say!(language, "report-study-points-until", design = design, points = points, stopping = stopping)
        }
        None => {
            let n = sweep.plan().looks()[0];
            say!(language, "report-study-points", design = design, points = points, n = n)
        }
    }
}

/// What each point says, where they fit on a screen or two; else the ends of the range.
pub fn points(points: &DataTable, sweep: &Sweep, progress: &StoreProgress, screen: Screen) -> String {
    let (study, language) = (&sweep.definition().study, screen.language);
    let base = sweep.definition().base().ok();
    let changed = base.map(|base| base.changed).unwrap_or_default();
    let mut out = screen.wrap(&identity::named(language, &study.title, &changed), "");
    if !study.about.is_empty() {
        out.push_str(&screen.paragraph(&study.about));
    }
    let heading = say!(
        language,
        "report-study-heading",
        design = of_design(language, sweep),
        n = progress.replicates,
        seed = study.seed.to_string(),
        version = env!("CARGO_PKG_VERSION")
    );
    out.push_str(&screen.paragraph(&heading));
    out.push('\n');
    out.push_str(&table(study, points, screen));
    if let (Some(until), Some(reached)) = (&study.until, Reached::of(points)) {
        out.push('\n');
        out.push_str(&screen.paragraph(&until_reached(language, until, reached)));
    }
    out
}

/// Which look of a sweep this is, and for how many points.
pub fn look(language: Language, nth: usize, of: usize, points: u64) -> String {
    say!(language, "research-look", nth = nth, of = of, points = points)
}

/// Whether each point of a study has become as sure as it was to be.
fn until_reached(language: Language, until: &Until, reached: Reached) -> String {
    say!(
        language,
        "research-until",
        verdict = match (reached.points == reached.of, reached.widest) {
            (true, _) => "all",
            (false, Some(_)) => "some",
            (false, None) => "undefined",
        },
        measure = until.of.clone(),
        missed = reached.of - reached.points,
        points = reached.of,
        half_width = language.short(until.half_width),
        most = until.most,
        widest = reached.widest.map_or_else(String::new, |w| language.short((w * 1e4).round() / 1e4)),
        at = reached.widest_at.unwrap_or(0)
    )
}

fn table(study: &Study, points: &DataTable, screen: Screen) -> String {
    let language = screen.language;
    let factors = labels(language, study);
    let measures = [
        ("adopted", say!(language, "report-short-adopted")),
        ("lcd", say!(language, "report-short-lcd")),
        ("lcd_in_substance", say!(language, "report-short-in-substance")),
        ("realised_depth", say!(language, "report-measure-depth")),
        ("guaranteed_depth", say!(language, "report-short-guaranteed")),
    ];
    let heads = factors.iter().chain(measures.iter().map(|(_, head)| head));
    let mut printed = Printed::new(heads.map(|head| (head.as_str(), Align::Right)));
    for row in points.rows.iter().take(SHOWN) {
        let cell = |name: &str| points.column(name).and_then(|n| row.get(n)).and_then(Cell::number);
        let values = row[1..=study.factors.len()].iter().map(|cell| match cell {
            Cell::Empty => say!(language, "report-as-it-is"),
            Cell::Integer(n) => language.count(*n),
            Cell::Number(x) => language.short(*x),
            Cell::Boolean(_) | Cell::String(_) => clip(&value(cell), 28),
        });
        let estimates = measures.iter().map(|(name, _)| {
            let ends = ["", "_low", "_high"].map(|end| cell(&format!("{name}{end}")));
            estimate::estimate(language, name, ends)
        });
        printed.row(values.chain(estimates));
    }
    let mut out = screen.table(&printed);
    if points.rows.len() > SHOWN {
        let more = say!(language, "report-study-more-points", n = points.rows.len() - SHOWN);
        out.push_str(&format!("  {more}\n"));
    }
    out
}

/// A point of a study, with the values of its factors.
pub fn at_point(language: Language, study: &Study, points: &Points, point: u64) -> String {
    let levels = points.point(point);
    let one = |(label, level): (String, Option<Level>)| {
        let value = match level {
            None => say!(language, "report-as-it-is"),
            Some(Level::Number(x)) => language.short(x),
            Some(Level::Word(word)) => word,
        };
        say!(language, "report-factor-at", factor = label, value = value)
    };
    let values: Vec<String> = labels(language, study).into_iter().zip(levels).map(one).collect();
    say!(
        language,
        "research-at-point",
        point = point.to_string(),
        study = study.title.clone(),
        values = language.list(&values, usize::MAX)
    )
}

/// What each factor of a study is called.
pub fn labels(language: Language, study: &Study) -> Vec<String> {
    let named = |(name, factor): (&str, &Factor)| match study.labels.get(name) {
        Some(label) => label.words(),
        None => label(language, name, factor.is_multiple()),
    };
    study.factors.iter().map(named).collect()
}

/// A parameter's path in words: what it is, of whom where it is not everyone's; "×" where it is a multiple.
pub fn label(language: Language, path: &str, multiple: bool) -> String {
    let steps: Vec<&str> = path.split('.').collect();
    let (whose, what) = match steps[..] {
        ["countries" | "blocs" | "firms" | "clauses", "*", ref rest @ ..] => ("", rest.join(".")),
        ["countries" | "blocs" | "firms" | "clauses", whose, ref rest @ ..] if !rest.is_empty() => {
            (whose, rest.join("."))
        }
        [_, ref rest @ ..] if !rest.is_empty() => ("", rest.join(".")),
        _ => ("", path.to_owned()),
    };
    let what = field(language, &what);
    let words = match whose {
        "" => what,
        whose => say!(language, "report-field-of", whose = whose, what = what),
    };
    if multiple { format!("{words} ×") } else { words }
}

/// A field in words: those that are varied most by their names, any other by its path.
fn field(language: Language, path: &str) -> String {
    match path {
        "isolation_cost" => say!(language, "report-field-isolation-cost"),
        "cost_of_failure" => say!(language, "report-field-cost-of-failure"),
        "outside_option" => say!(language, "report-field-outside-option"),
        "outside_option.reach" => say!(language, "report-field-reach"),
        "tactic.beta" => say!(language, "report-field-beta"),
        "theta" | "reading.theta" => say!(language, "report-field-theta"),
        "cohesion" => say!(language, "report-field-cohesion"),
        "attendance" => say!(language, "report-field-attendance"),
        "boycotts" => say!(language, "report-field-boycotts"),
        "effort" => say!(language, "report-field-effort"),
        "rule" => say!(language, "report-field-rule"),
        "objections" => say!(language, "report-field-objections"),
        "rounds" => say!(language, "report-field-rounds"),
        "first" => say!(language, "report-field-first"),
        "switch" => say!(language, "report-field-switch"),
        other => other.replace(['_', '.'], " "),
    }
}

/// The label of a factor's column.
pub(crate) fn column_label(language: Language, column: &Column) -> String {
    match (&column.label, &column.unit) {
        (Some(label), Some(unit)) => {
            say!(language, "list-bracketed", text = label.as_str(), inside = unit.as_str())
        }
        (Some(label), None) => label.clone(),
        (None, _) => label(language, &column.name, column.about == crate::study::sweep::MULTIPLE),
    }
}

/// A factor's value as plain text; empty where it is left as the case has it.
pub(crate) fn value(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Boolean(yes) => yes.to_string(),
        Cell::Integer(n) => n.to_string(),
        Cell::Number(x) => ((x * 1e4).round() / 1e4).to_string(),
        Cell::String(word) => word.to_string(),
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
            ("defaults.theta", false, "θ"),
            ("rule", false, "rule"),
            ("rule.objections", false, "objections"),
            ("thresholds.lcd_index", false, "lcd index"),
            ("countries.first", false, "countries"),
            ("switch", false, "switch"),
        ] {
            assert_eq!(label(Language::English, path, multiple), words);
        }
    }
}
