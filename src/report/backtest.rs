//! The output of `backtest`: which model predicts the actual outcomes best, with intervals.

use super::{
    number::count,
    table::{Align, Table, WIDTH, clip, wrap},
};
use crate::{
    backtest::{
        Criterion, Difference, Evaluation, MeanScores, ModelScores, POSITIONS_WITH_NOISE, ScoreRow, Tuned,
        cases::Counted,
    },
    study::{
        bootstrap::BootstrapEstimate,
        table::{Cell, Column, ColumnKind, DataTable},
    },
};

/// Characters shown of a model's name; the longest null model of a shipped template fits.
const NAME_WIDTH: usize = 32;

/// The complete answer.
pub fn render(counted: &Counted, evaluation: &Evaluation, tuned: Option<&Tuned>) -> String {
    let mut out = heading(counted);
    out.push_str(&scores(&evaluation.models));
    out.push_str(&wrap(LEGEND, WIDTH, "  "));
    if let Some(noise) = evaluation.models.iter().find(|m| m.name == POSITIONS_WITH_NOISE) {
        out.push_str(&wrap(&format!("{}: {}.", noise.name, noise.words), WIDTH, "  "));
    }
    out.push_str(&differences(&evaluation.models));
    out.push_str(&by_rule(&evaluation.models));
    out.push_str(&by_status_quo(&evaluation.models));
    if let Some(tuned) = tuned {
        out.push_str(&self::tuned(tuned));
    }
    out
}

/// Name, kind and meaning of a column, and what stands in it.
type ScoreColumn = (&'static str, ColumnKind, &'static str, fn(&ScoreRow) -> Cell);

/// The columns of the table of scores.
#[rustfmt::skip] // a table: one row a line
const COLUMNS: [ScoreColumn; 17] = [
    ("model", ColumnKind::String, "the model that predicts", |r| r.model.clone().into()),
    ("dossier", ColumnKind::String, "the dossier; its issues are not independent", |r| r.dossier.clone().into()),
    ("issue", ColumnKind::String, "the issue", |r| r.issue.clone().into()),
    ("rule", ColumnKind::String, "its voting rule", |r| r.rule.clone().into()),
    ("status_quo", ColumnKind::Number, "what held before, 0 to 100; empty where that is not known", |r| r.status_quo.map_or(Cell::Empty, Cell::Number)),
    ("outcome", ColumnKind::Number, "what was adopted, 0 to 100", |r| r.outcome.into()),
    ("mean", ColumnKind::Number, "mean of the predicted distribution", |r| r.mean.into()),
    ("median", ColumnKind::Number, "its median", |r| r.median.into()),
    ("p10", ColumnKind::Number, "its 10 % quantile", |r| r.p10.into()),
    ("p90", ColumnKind::Number, "its 90 % quantile", |r| r.p90.into()),
    ("error_of_mean", ColumnKind::Number, "absolute error of the mean", |r| r.scores.error_of_mean.into()),
    ("error_of_median", ColumnKind::Number, "absolute error of the median", |r| r.scores.error_of_median.into()),
    ("hit", ColumnKind::Boolean, "whether the median is within 10 of the outcome", |r| r.scores.hit.into()),
    ("crps", ColumnKind::Number, "continuous ranked probability score", |r| r.scores.crps.into()),
    ("covered", ColumnKind::Boolean, "whether the outcome lies between p10 and p90", |r| r.scores.covered.into()),
    ("log", ColumnKind::Number, "logarithm of the weight on the outcome's bin, 5 % spread evenly", |r| r.scores.log.into()),
    ("rank", ColumnKind::Number, "share of the prediction below the outcome, and half of what is at it", |r| r.scores.rank.into()),
];

/// A table with one row per model and issue.
pub fn rows(rows: &[ScoreRow]) -> DataTable {
    let columns = COLUMNS.iter().map(|(name, kind, about, _)| Column::new(*name, *kind, *about)).collect();
    let row = |r: &ScoreRow| COLUMNS.iter().map(|(.., cell)| cell(r)).collect();
    DataTable { columns, rows: rows.iter().map(row).collect() }
}

const LEGEND: &str = "Errors on the scale from 0 to 100; lower is better. MAE: mean absolute error, of the prediction's mean \
    and of its median. within 10: share of medians within 10 of the outcome. CRPS: the error of a whole distribution (of a \
    point: its absolute error). 80 %: share of outcomes within the interval that should hold 80 %. log: logarithm of the \
    weight on the outcome's ten-point bin, mixed with 5 % spread evenly; higher is better.";

fn heading(c: &Counted) -> String {
    let of =
        |n: usize, one: &str, many: &str| format!("{} {}", count(n as u64), if n == 1 { one } else { many });
    let positions = |n: usize| of(n, "position", "positions");
    let mut line = format!(
        "{} of {}, {}; the status quo is known for {}.",
        of(c.issues, "issue", "issues"),
        of(c.dossiers, "dossier", "dossiers"),
        positions(c.positions),
        count(c.with_status_quo as u64)
    );
    if c.without_salience > 0 {
        let (has, they) = if c.without_salience == 1 { ("has", "it counts") } else { ("have", "they count") };
        line.push_str(&format!(
            " {} {has} a salience of 0: {they} for nothing.",
            positions(c.without_salience)
        ));
    }
    if c.positions_elsewhere > 0 {
        line.push_str(&format!(
            " Left out: {} on issues that the table of issues does not have.",
            positions(c.positions_elsewhere)
        ));
    }
    format!("Against what came out\n{}\n", wrap(&line, WIDTH, "  "))
}

fn scores(models: &[ModelScores]) -> String {
    let mut table = Table::headed(
        "model | n > | MAE mean > | median > | median error > | within 10 > | CRPS > | 80 % > | log >",
    );
    for model in models {
        let m = &model.all.means;
        table.row([
            clip(&model.name, NAME_WIDTH),
            m.n.to_string(),
            error(m.mae_mean),
            error(m.mae_median),
            error(m.median_ae),
            share(m.hit10),
            error(m.crps),
            share(m.coverage80),
            error(m.log_score).replace('-', "−"),
        ]);
    }
    table.render()
}

/// Differences to each reference model, one table per reference model.
fn differences(models: &[ModelScores]) -> String {
    let mut references: Vec<&str> = Vec::new();
    for difference in models.iter().flat_map(|m| &m.all.against) {
        if !references.contains(&difference.model.as_str()) {
            references.push(&difference.model);
        }
    }
    references.iter().map(|reference| against(models, reference)).collect()
}

fn against(models: &[ModelScores], reference: &str) -> String {
    let mut table = Table::headed("model | n > | error of the mean | CRPS | ");
    for model in models {
        let Some(d) = model.all.against.iter().find(|d| d.model == reference) else { continue };
        table.row([
            clip(&model.name, NAME_WIDTH),
            d.n.to_string(),
            estimate(d.mae_mean.as_ref()),
            estimate(d.crps.as_ref()),
            verdict(d),
        ]);
    }
    format!(
        "\nDifference to {reference} on the same issues (95 % intervals, dossiers drawn again; below 0 is better)\n{}",
        table.render()
    )
}

/// A verdict by the interval of the difference in CRPS.
fn verdict(d: &Difference) -> String {
    let says = |e: &BootstrapEstimate| match (e.low, e.high) {
        (_, Some(high)) if high < 0.0 => "better",
        (Some(low), _) if low > 0.0 => "worse",
        (Some(_), Some(_)) => "no telling",
        _ => "",
    };
    d.crps.as_ref().map_or_else(String::new, |e| says(e).to_owned())
}

/// CRPS on the issues under each voting rule, and how much more that is than the benchmark's.
fn by_rule(models: &[ModelScores]) -> String {
    let Some(first) = models.first() else { return String::new() };
    let mut table = Table::headed("rule | model | n > | CRPS | more than positions-with-noise | ");
    for (rule, group) in first.by_rule.iter().enumerate() {
        for model in models {
            let own = &model.by_rule[rule];
            let more = own.against.iter().find(|d| d.model == POSITIONS_WITH_NOISE);
            table.row([
                group.name.clone(),
                clip(&model.name, NAME_WIDTH),
                own.means.n.to_string(),
                own.crps_interval.as_ref().map_or_else(|| "–".to_owned(), level),
                more.map_or_else(String::new, |d| estimate(d.crps.as_ref())),
                more.map_or_else(String::new, verdict),
            ]);
        }
    }
    format!("\nCRPS by voting rule (95 % intervals, dossiers drawn again)\n{}", table.render())
}

fn by_status_quo(models: &[ModelScores]) -> String {
    let Some(first) = models.first() else { return String::new() };
    let columns = first.by_status_quo.iter().map(|group| (group.name.as_str(), Align::Right));
    let mut table = Table::new(std::iter::once(("model", Align::Left)).chain(columns));
    let cell = |m: &MeanScores| match m.crps {
        Some(crps) => format!("{crps:.2} ({})", m.n),
        None => "–".to_owned(),
    };
    for model in models {
        let cells = model.by_status_quo.iter().map(|group| cell(&group.means));
        table.row(std::iter::once(clip(&model.name, NAME_WIDTH)).chain(cells));
    }
    format!("\nCRPS by status quo (issues)\n{}", table.render())
}

fn tuned(t: &Tuned) -> String {
    let mut out = String::from("\nFree parameters, chosen by leaving one dossier out\n");
    for choice in &t.choices {
        let best: Vec<String> =
            choice.best.iter().map(|(parameter, value)| format!("{parameter} = {value}")).collect();
        let criterion = match choice.criterion {
            Criterion::LeastCrps => "Least CRPS",
            Criterion::Calibrated => "Least CRPS of those whose 80 % interval is not seen to miss 80 %",
        };
        out.push_str(&wrap(
            &format!(
                "{criterion}: {} (CRPS {:.2} on all dossiers, the same that chose it). Each dossier predicted with what the \
                 others chose: CRPS {:.2}.",
                best.join(", "),
                choice.crps_in_sample,
                choice.crps_left_out
            ),
            WIDTH,
            "  ",
        ));
    }
    for profile in &t.profiles {
        let mut table = Table::new([
            (profile.parameter.as_str(), Align::Right),
            ("CRPS", Align::Right),
            ("more than the best", Align::Left),
        ]);
        for (value, crps, more) in &profile.values {
            table.row([value.clone(), format!("{crps:.2}"), estimate(more.as_ref())]);
        }
        out.push('\n');
        out.push_str(&table.render());
    }
    out.push_str(&wrap(
        "The least CRPS at each value, whatever the other parameters. Where the intervals hold 0, the data do not tell the \
         values apart.",
        WIDTH,
        "  ",
    ));
    out
}

fn error(x: Option<f64>) -> String {
    x.map_or_else(|| "–".to_owned(), |x| format!("{x:.2}"))
}

fn share(x: Option<f64>) -> String {
    x.map_or_else(|| "–".to_owned(), |x| format!("{:.1}\u{a0}%", 100.0 * x))
}

/// A change on the scale from 0 to 100: "+1.20".
fn change_by(x: f64) -> String {
    format!("{x:+.2}").replace('-', "−")
}

/// "16.20 (14.90 to 17.50)".
fn level(e: &BootstrapEstimate) -> String {
    match (e.low, e.high) {
        (Some(low), Some(high)) => format!("{:.2} ({low:.2} to {high:.2})", e.value),
        _ => format!("{:.2}", e.value),
    }
}

/// "+1.20 (−.30 to +2.70)" on the scale from 0 to 100.
fn estimate(e: Option<&BootstrapEstimate>) -> String {
    let Some(e) = e else { return "–".to_owned() };
    match (e.low, e.high) {
        (Some(low), Some(high)) => {
            format!("{} ({} to {})", change_by(e.value), change_by(low), change_by(high))
        }
        _ => change_by(e.value),
    }
}
