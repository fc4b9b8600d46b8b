//! Which factors drive a result: a table for each measure, the most important factor first.

mod given;

use serde_json::{Value as Json, json};

use super::{
    estimate,
    study::{design, labels},
    table::{Table as Printed, WIDTH, wrap},
};
use crate::study::{
    bootstrap::BootstrapEstimate,
    sensitivity::{Measured, SensitivityAnalysis, morris::ElementaryEffect, variance::Indices},
    table::{Cell, Column, ColumnKind, DataTable, Row},
};
use crate::{language::Language, say, study::definition::Study};

/// The tables in words.
pub fn render(language: Language, study: &Study, title: &str, all: &[Measured]) -> String {
    let factors = &labels(language, study);
    let mut out = wrap(title, WIDTH, "");
    let design = design(language, study);
    let heading = say!(
        language,
        "report-sensitivity-heading",
        design = design,
        least = if study.until.is_some() { "yes" } else { "no" },
        n = study.replicates
    );
    out.push_str(&wrap(&heading, WIDTH, "  "));
    for Measured { measure, analysis } in all {
        let name = estimate::measure(language, &measure.name, str::to_owned);
        out.push_str(&format!(
            "\n{}\n",
            say!(language, "report-sensitivity-of", name = measure.name.as_str(), measure = name)
        ));
        match analysis {
            SensitivityAnalysis::Effects(effects) => out.push_str(&effects_table(language, factors, effects)),
            SensitivityAnalysis::Indices(indices) => out.push_str(&indices_table(language, factors, indices)),
            SensitivityAnalysis::Given(found) => out.push_str(&given::table(language, factors, found)),
        }
    }
    out.push('\n');
    legend(language, factors, all).iter().for_each(|note| out.push_str(&wrap(note, WIDTH, "  ")));
    out.push_str(&idle(language, factors, all));
    out
}

/// Factors of which no measure shows anything.
fn idle(language: Language, factors: &[String], all: &[Measured]) -> String {
    let changes = |k: usize| {
        all.iter().any(|m| match &m.analysis {
            SensitivityAnalysis::Effects(effects) => effects[k].mu_star.value != 0.0,
            SensitivityAnalysis::Indices(indices) => indices.total[k].is_some_and(|e| e.value != 0.0),
            // A sample cannot tell: nothing is compared with all else the same.
            SensitivityAnalysis::Given(_) => true,
        })
    };
    let varies = (0..factors.len()).any(changes);
    let idle: Vec<&str> = (0..factors.len()).filter(|k| !changes(*k)).map(|k| factors[k].as_str()).collect();
    if idle.is_empty() || !varies {
        return String::new();
    }
    let idle = language.list(&idle, usize::MAX);
    wrap(&say!(language, "report-sensitivity-idle", factors = idle), WIDTH, "  ")
}

/// How to read the tables.
fn legend(language: Language, factors: &[String], all: &[Measured]) -> Vec<String> {
    match all.first().map(|m| &m.analysis) {
        Some(SensitivityAnalysis::Effects(_)) => vec![say!(language, "report-sensitivity-legend-morris")],
        Some(SensitivityAnalysis::Indices(_)) => vec![say!(language, "report-sensitivity-legend-sobol")],
        Some(SensitivityAnalysis::Given(_)) => given::legend(language, factors, all),
        None => Vec::new(),
    }
}

fn effects_table(language: Language, factors: &[String], effects: &[ElementaryEffect]) -> String {
    let (factor, range_head) =
        (say!(language, "report-column-factor"), say!(language, "report-column-range"));
    let mut table = Printed::headed(&format!("{factor} | μ* > | {range_head} > | μ > | σ >"));
    let mut order: Vec<usize> = (0..effects.len()).collect();
    order.sort_by(|i, j| effects[*j].mu_star.value.total_cmp(&effects[*i].mu_star.value));
    for k in order {
        let ElementaryEffect { mu, mu_star, sigma } = effects[k];
        table.row([
            factors[k].clone(),
            three(mu_star.value),
            range(&mu_star),
            signed(mu.value),
            three(sigma.value),
        ]);
    }
    table.render()
}

fn indices_table(language: Language, factors: &[String], indices: &Indices) -> String {
    if indices.total.iter().all(Option::is_none) {
        return format!("  {}\n", say!(language, "report-sensitivity-constant"));
    }
    let (factor, range_head) =
        (say!(language, "report-column-factor"), say!(language, "report-column-range"));
    let mut table = Printed::headed(&format!("{factor} | S > | {range_head} > | ST > | {range_head} >"));
    let total = |k: usize| indices.total[k].map_or(0.0, |e| e.value);
    let mut order: Vec<usize> = (0..factors.len()).collect();
    order.sort_by(|i, j| total(*j).total_cmp(&total(*i)));
    let cells = |e: Option<BootstrapEstimate>| {
        e.map_or(["–".to_owned(), String::new()], |e| [three(e.value), range(&e)])
    };
    for k in order {
        let [s, s_range] = cells(indices.first[k]);
        let [t, t_range] = cells(indices.total[k]);
        table.row([factors[k].clone(), s, s_range, t, t_range]);
    }
    let mut out = table.render();
    let mut pairs: Vec<_> = indices.pairs.iter().filter_map(|(i, j, e)| Some((i, j, (*e)?))).collect();
    pairs.sort_by(|a, b| b.2.value.total_cmp(&a.2.value));
    if !pairs.is_empty() {
        let (pair, together) =
            (say!(language, "report-column-pair"), say!(language, "report-column-together"));
        let mut table = Printed::headed(&format!("{pair} | {together} > | {range_head} >"));
        for (i, j, e) in pairs.into_iter().take(6) {
            let pair = language.list(&[factors[*i].as_str(), factors[*j].as_str()], 2);
            table.row([pair, three(e.value), range(&e)]);
        }
        out.push_str(&table.render());
    }
    out
}

fn range(e: &BootstrapEstimate) -> String {
    match (e.low, e.high) {
        (Some(low), Some(high)) => format!("{}–{}", three(low), three(high)),
        _ => String::new(),
    }
}

fn three(x: f64) -> String {
    let text = format!("{x:.3}").replacen("0.", ".", usize::from(x.abs() < 0.9995));
    if text == "-.000" { ".000".to_owned() } else { text.replace('-', "−") }
}

fn signed(x: f64) -> String {
    let text = three(x);
    if text.starts_with('−') || text == ".000" { text } else { format!("+{text}") }
}

/// The same as a table: a row for each measure and factor, `labels` in words; for pairs, a table of their own.
pub fn tables(factors: &[String], labels: &[String], all: &[Measured]) -> Vec<(&'static str, DataTable)> {
    let (table, names): (&str, &[&str]) = match all.first().map(|m| &m.analysis) {
        Some(SensitivityAnalysis::Effects(_)) => ("effects", &["mu", "mu_star", "sigma"]),
        Some(SensitivityAnalysis::Given(_)) => ("sample_indices", &["first", "prcc"]),
        Some(SensitivityAnalysis::Indices(_)) | None => ("indices", &["first", "total"]),
    };
    let mut rows = Vec::new();
    let mut pair_rows = Vec::new();
    for Measured { measure, analysis } in all {
        let start = |factor: &str| -> Row { vec![measure.name.clone().into(), factor.to_owned().into()] };
        for (k, factor) in factors.iter().enumerate() {
            let found: Vec<Option<BootstrapEstimate>> = match analysis {
                SensitivityAnalysis::Effects(e) => vec![Some(e[k].mu), Some(e[k].mu_star), Some(e[k].sigma)],
                SensitivityAnalysis::Indices(i) => vec![i.first[k], i.total[k]],
                SensitivityAnalysis::Given(g) => vec![g.factors[k].first, g.factors[k].prcc],
            };
            let label = labels.get(k).unwrap_or(factor).clone();
            let row = start(factor).into_iter().chain([label.into()]);
            let mut row: Row = row.chain(found.into_iter().flat_map(cells)).collect();
            if let SensitivityAnalysis::Given(g) = analysis {
                row.extend([g.points.into(), g.left_out.into(), g.noise.into()]);
            }
            rows.push(row);
        }
        if let SensitivityAnalysis::Indices(indices) = analysis {
            for (i, j, e) in &indices.pairs {
                let mut row = start(&factors[*i]);
                row.push(factors[*j].clone().into());
                pair_rows.push(row.into_iter().chain(cells(*e)).collect::<Row>());
            }
        }
    }
    let start = || {
        vec![
            Column::new("measure", ColumnKind::String, "What is analysed: a column of the table of points"),
            Column::new("factor", ColumnKind::String, "The factor"),
        ]
    };
    let mut columns = start();
    columns.push(Column::new("label", ColumnKind::String, "The factor in words"));
    columns.extend(names.iter().flat_map(|name| with_interval(name)));
    if table == "sample_indices" {
        columns.extend(basis());
    }
    let mut tables = vec![(table, DataTable { columns, rows })];
    if !pair_rows.is_empty() {
        let mut columns = start();
        columns.push(Column::new("with", ColumnKind::String, "The other factor"));
        columns.extend(with_interval("together"));
        tables.push(("pairs", DataTable { columns, rows: pair_rows }));
    }
    tables
}

/// What indices of a sample rest on.
fn basis() -> [Column; 3] {
    let noise = "Share of the variance between points that comes from the draws of replicates (taken out of S); empty where \
                 it is not known";
    [
        Column::new("points", ColumnKind::Integer, "Points that count"),
        Column::new("left_out", ColumnKind::Integer, "Points that do not: without results or a value"),
        Column::new("noise", ColumnKind::Number, noise),
    ]
}

fn with_interval(name: &str) -> [Column; 3] {
    let about = match name {
        "mu" => "μ: mean effect of crossing the factor's range",
        "mu_star" => "μ*: mean size of that effect",
        "sigma" => "σ: standard deviation of that effect",
        "first" => "S: share of variance explained by the factor alone; empty where nothing varies",
        "prcc" => "PRCC: partial rank correlation, the other factors held; empty where values have no order",
        "total" => "ST: share explained with all its interactions",
        _ => "S_ij: share explained by the pair beyond each alone",
    };
    Column::with_interval(name, about, "95 % bootstrap interval")
}

fn cells(estimate: Option<BootstrapEstimate>) -> [Cell; 3] {
    estimate.map_or_else(Default::default, |e| [e.value.into(), e.low.into(), e.high.into()])
}

/// The same as one document.
pub fn json(title: &str, factors: &[String], all: &[Measured]) -> Json {
    let one = |m: &Measured| match &m.analysis {
        SensitivityAnalysis::Effects(effects) => json!({
            "measure": m.measure.name, "what": m.measure.about,
            "effects": factors.iter().zip(effects).collect::<std::collections::BTreeMap<_, _>>(),
        }),
        SensitivityAnalysis::Indices(indices) => {
            json!({ "measure": m.measure.name, "what": m.measure.about, "indices": indices })
        }
        SensitivityAnalysis::Given(found) => {
            json!({ "measure": m.measure.name, "what": m.measure.about, "sample": found })
        }
    };
    json!({ "title": title, "factors": factors, "measures": all.iter().map(one).collect::<Vec<_>>() })
}
