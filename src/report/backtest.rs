//! The output of `backtest`: which model predicts the actual outcomes best, with intervals.

use super::{
    screen::Screen,
    table::{Align, Table, clip},
};
use crate::{
    backtest::{
        Criterion, Difference, Evaluation, MeanScores, ModelScores, POSITIONS_WITH_NOISE, ScoreRow, Tuned,
        cases::Counted,
    },
    language::Language,
    say,
    study::{
        bootstrap::BootstrapEstimate,
        table::{Cell, Column, ColumnKind, DataTable},
    },
};

/// Characters shown of a model's name; the longest null model of a shipped template fits.
const NAME_WIDTH: usize = 32;

/// The complete answer.
pub fn render(counted: &Counted, evaluation: &Evaluation, tuned: Option<&Tuned>, screen: Screen) -> String {
    let language = screen.language;
    let mut out = screen.wrap(&say!(language, "backtest-title"), "");
    out.push_str(&screen.paragraph(&heading(counted, language)));
    out.push('\n');
    out.push_str(&screen.table(&scores(&evaluation.models, language)));
    out.push_str(&screen.paragraph(&say!(language, "backtest-legend")));
    if let Some(noise) = evaluation.models.iter().find(|m| m.name == POSITIONS_WITH_NOISE) {
        let name = noise.name.as_str();
        out.push_str(&screen.paragraph(&say!(
            language,
            "backtest-noise",
            model = name,
            words = noise.words.text(language)
        )));
    }
    out.push_str(&differences(&evaluation.models, screen));
    out.push_str(&by_rule(&evaluation.models, screen));
    out.push_str(&by_status_quo(&evaluation.models, screen));
    if let Some(tuned) = tuned {
        out.push_str(&self::tuned(tuned, screen));
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

fn heading(c: &Counted, language: Language) -> String {
    say!(
        language,
        "backtest-counted",
        issues = c.issues,
        dossiers = c.dossiers,
        positions = c.positions,
        known = language.count(c.with_status_quo as u64),
        silent = c.without_salience,
        elsewhere = c.positions_elsewhere
    )
}

fn scores(models: &[ModelScores], language: Language) -> Table {
    let mut table = Table::headed(&say!(language, "backtest-scores-columns"));
    for model in models {
        let m = &model.all.means;
        table.row([
            clip(&model.name, NAME_WIDTH),
            m.n.to_string(),
            error(m.mae_mean),
            error(m.mae_median),
            error(m.median_ae),
            share(m.hit10, language),
            error(m.crps),
            share(m.coverage80, language),
            error(m.log_score).replace('-', "−"),
        ]);
    }
    table
}

/// Differences to each reference model, one table per reference model.
fn differences(models: &[ModelScores], screen: Screen) -> String {
    let mut references: Vec<&str> = Vec::new();
    for difference in models.iter().flat_map(|m| &m.all.against) {
        if !references.contains(&difference.model.as_str()) {
            references.push(&difference.model);
        }
    }
    references.iter().map(|reference| against(models, reference, screen)).collect()
}

fn against(models: &[ModelScores], reference: &str, screen: Screen) -> String {
    let language = screen.language;
    let mut table = Table::headed(&say!(language, "backtest-against-columns"));
    for model in models {
        let Some(d) = model.all.against.iter().find(|d| d.model == reference) else { continue };
        table.row([
            clip(&model.name, NAME_WIDTH),
            d.n.to_string(),
            estimate(d.mae_mean.as_ref(), language),
            estimate(d.crps.as_ref(), language),
            verdict(d, language),
        ]);
    }
    screen.section(&say!(language, "backtest-against", model = reference)) + &screen.table(&table)
}

/// A verdict by the interval of the difference in CRPS.
fn verdict(d: &Difference, language: Language) -> String {
    let Some(e) = &d.crps else { return String::new() };
    let says = match (e.low, e.high) {
        (_, Some(high)) if high < 0.0 => "better",
        (Some(low), _) if low > 0.0 => "worse",
        (Some(_), Some(_)) => "open",
        _ => return String::new(),
    };
    say!(language, "backtest-verdict", says = says)
}

/// CRPS on the issues under each voting rule, and how much more that is than the benchmark's.
fn by_rule(models: &[ModelScores], screen: Screen) -> String {
    let Some(first) = models.first() else { return String::new() };
    let language = screen.language;
    let mut table = Table::headed(&say!(language, "backtest-by-rule-columns", model = POSITIONS_WITH_NOISE));
    for (rule, group) in first.by_rule.iter().enumerate() {
        for model in models {
            let own = &model.by_rule[rule];
            let more = own.against.iter().find(|d| d.model == POSITIONS_WITH_NOISE);
            table.row([
                group.name.clone(),
                clip(&model.name, NAME_WIDTH),
                own.means.n.to_string(),
                own.crps_interval.as_ref().map_or_else(|| "–".to_owned(), |e| level(e, language)),
                more.map_or_else(String::new, |d| estimate(d.crps.as_ref(), language)),
                more.map_or_else(String::new, |d| verdict(d, language)),
            ]);
        }
    }
    screen.section(&say!(language, "backtest-by-rule")) + &screen.table(&table)
}

fn by_status_quo(models: &[ModelScores], screen: Screen) -> String {
    let Some(first) = models.first() else { return String::new() };
    let language = screen.language;
    let mut heads = vec![(say!(language, "backtest-model"), Align::Left)];
    let groups = first.by_status_quo.iter();
    heads.extend(
        groups.map(|g| (say!(language, "backtest-status-quo", group = group_key(&g.name)), Align::Right)),
    );
    let mut table = Table::new(heads.iter().map(|(head, align)| (head.as_str(), *align)));
    let cell = |m: &MeanScores| match m.crps {
        Some(crps) => say!(language, "backtest-crps-of", crps = format!("{crps:.2}"), n = m.n.to_string()),
        None => "–".to_owned(),
    };
    for model in models {
        let cells = model.by_status_quo.iter().map(|group| cell(&group.means));
        table.row(std::iter::once(clip(&model.name, NAME_WIDTH)).chain(cells));
    }
    screen.section(&say!(language, "backtest-by-status-quo")) + &screen.table(&table)
}

fn tuned(t: &Tuned, screen: Screen) -> String {
    let language = screen.language;
    let mut out = screen.section(&say!(language, "backtest-tuned"));
    for choice in &t.choices {
        let best: Vec<String> =
            choice.best.iter().map(|(parameter, value)| format!("{parameter} = {value}")).collect();
        let criterion = match choice.criterion {
            Criterion::LeastCrps => "least",
            Criterion::Calibrated => "calibrated",
        };
        out.push_str(&screen.paragraph(&say!(
            language,
            "backtest-choice",
            criterion = criterion,
            best = best.join(&say!(language, "list-comma")),
            within = format!("{:.2}", choice.crps_in_sample),
            left_out = format!("{:.2}", choice.crps_left_out)
        )));
    }
    for profile in &t.profiles {
        let more = say!(language, "backtest-more-than-best");
        let mut table = Table::new([
            (profile.parameter.as_str(), Align::Right),
            ("CRPS", Align::Right),
            (more.as_str(), Align::Left),
        ]);
        for (value, crps, more) in &profile.values {
            table.row([value.clone(), format!("{crps:.2}"), estimate(more.as_ref(), language)]);
        }
        out.push('\n');
        out.push_str(&screen.table(&table));
    }
    out + &screen.paragraph(&say!(language, "backtest-profiles"))
}

/// The issues whose status quo is known, or the others.
fn group_key(name: &str) -> &'static str {
    if name.ends_with("unknown") { "unknown" } else { "known" }
}

fn error(x: Option<f64>) -> String {
    x.map_or_else(|| "–".to_owned(), |x| format!("{x:.2}"))
}

fn share(x: Option<f64>, language: Language) -> String {
    let one_decimal = |x: f64| say!(language, "number-percent", number = format!("{:.1}", 100.0 * x));
    x.map_or_else(|| "–".to_owned(), one_decimal)
}

/// A change on the scale from 0 to 100: "+1.20".
fn change_by(x: f64) -> String {
    format!("{x:+.2}").replace('-', "−")
}

/// "16.20 (14.90 to 17.50)".
fn level(e: &BootstrapEstimate, language: Language) -> String {
    with_ends(e, |x| format!("{x:.2}"), language)
}

/// "+1.20 (−.30 to +2.70)" on the scale from 0 to 100.
fn estimate(e: Option<&BootstrapEstimate>, language: Language) -> String {
    e.map_or_else(|| "–".to_owned(), |e| with_ends(e, change_by, language))
}

fn with_ends(e: &BootstrapEstimate, written: impl Fn(f64) -> String, language: Language) -> String {
    match (e.low, e.high) {
        (Some(low), Some(high)) => say!(
            language,
            "terminal-change-with-interval",
            change = written(e.value),
            low = written(low),
            high = written(high)
        ),
        _ => written(e.value),
    }
}
