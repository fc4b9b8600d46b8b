//! Which factors drive a result: a table for each measure, the most important factor first.

use serde_json::{Value as Json, json};

use super::table::{Table as Printed, WIDTH, wrap};
use crate::study::{
    bootstrap::BootstrapEstimate,
    sensitivity::{Measured, SensitivityAnalysis, morris::ElementaryEffect, variance::Indices},
    table::{Cell, Column, ColumnKind, DataTable, Row},
};

/// The tables in words.
pub fn render(title: &str, design: &str, factors: &[String], replicates: u64, all: &[Measured]) -> String {
    let mut out = format!("{title}\n");
    let heading = format!(
        "{design}; {replicates} replicates at each point on the same draws. Analysed is the mean of a point's replicates (or \
         the share of them): single negotiations would add noise to every index. Ranges are 95 % bootstrap intervals."
    );
    out.push_str(&wrap(&heading, WIDTH, "  "));
    for Measured { measure, analysis } in all {
        out.push_str(&format!("\n{}: {}\n", measure.name, measure.about));
        match analysis {
            SensitivityAnalysis::Effects(effects) => out.push_str(&effects_table(factors, effects)),
            SensitivityAnalysis::Indices(indices) => out.push_str(&indices_table(factors, indices)),
        }
    }
    out.push('\n');
    out.push_str(&legend(all));
    out.push_str(&idle(factors, all));
    out
}

/// Factors of which no measure shows anything.
fn idle(factors: &[String], all: &[Measured]) -> String {
    let changes = |k: usize| {
        all.iter().any(|m| match &m.analysis {
            SensitivityAnalysis::Effects(effects) => effects[k].mu_star.value != 0.0,
            SensitivityAnalysis::Indices(indices) => indices.total[k].is_some_and(|e| e.value != 0.0),
        })
    };
    let varies = (0..factors.len()).any(changes);
    let idle: Vec<&str> = (0..factors.len()).filter(|k| !changes(*k)).map(|k| factors[k].as_str()).collect();
    if idle.is_empty() || !varies {
        return String::new();
    }
    let text = format!(
        "No result changed at all with {}: an index of exactly 0 says that the factor is not in play, rather than that it \
         matters little.",
        idle.join(", ")
    );
    wrap(&text, WIDTH, "  ")
}

fn legend(all: &[Measured]) -> String {
    let text = match all.first().map(|m| &m.analysis) {
        Some(SensitivityAnalysis::Effects(_)) => {
            "μ*: mean size of the effect of crossing a factor's range. μ: the same with its sign. σ: how much the effect \
             varies with the other factors; large beside μ* means that factors work together, or not in a straight line."
        }
        Some(SensitivityAnalysis::Indices(_)) => {
            "S: share of the result's variance that the factor explains by itself. ST: with everything it does together with \
             others. ST well above S means that it works together with others; their sum may exceed 1."
        }
        None => "",
    };
    wrap(text, WIDTH, "  ")
}

fn effects_table(factors: &[String], effects: &[ElementaryEffect]) -> String {
    let mut table = Printed::headed("factor | μ* > | range > | μ > | σ >");
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

fn indices_table(factors: &[String], indices: &Indices) -> String {
    if indices.total.iter().all(Option::is_none) {
        return "  does not vary over the design\n".to_owned();
    }
    let mut table = Printed::headed("factor | S > | range > | ST > | range >");
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
        let mut table = Printed::headed("pair | S together > | range >");
        for (i, j, e) in pairs.into_iter().take(6) {
            table.row([format!("{} and {}", factors[*i], factors[*j]), three(e.value), range(&e)]);
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
    let effects = all.iter().any(|m| matches!(m.analysis, SensitivityAnalysis::Effects(_)));
    let names: &[&str] = if effects { &["mu", "mu_star", "sigma"] } else { &["first", "total"] };
    let mut rows = Vec::new();
    let mut pair_rows = Vec::new();
    for Measured { measure, analysis } in all {
        let start = |factor: &str| -> Row { vec![measure.name.clone().into(), factor.to_owned().into()] };
        for (k, factor) in factors.iter().enumerate() {
            let found: Vec<Option<BootstrapEstimate>> = match analysis {
                SensitivityAnalysis::Effects(e) => vec![Some(e[k].mu), Some(e[k].mu_star), Some(e[k].sigma)],
                SensitivityAnalysis::Indices(i) => vec![i.first[k], i.total[k]],
            };
            let label = labels.get(k).unwrap_or(factor).clone();
            let row = start(factor).into_iter().chain([label.into()]);
            rows.push(row.chain(found.into_iter().flat_map(cells)).collect());
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
    let mut tables = vec![(if effects { "effects" } else { "indices" }, DataTable { columns, rows })];
    if !pair_rows.is_empty() {
        let mut columns = start();
        columns.push(Column::new("with", ColumnKind::String, "The other factor"));
        columns.extend(with_interval("together"));
        tables.push(("pairs", DataTable { columns, rows: pair_rows }));
    }
    tables
}

fn with_interval(name: &str) -> [Column; 3] {
    let about = match name {
        "mu" => "μ: mean effect of crossing the factor's range",
        "mu_star" => "μ*: mean size of that effect",
        "sigma" => "σ: standard deviation of that effect",
        "first" => "S: share of variance explained by the factor alone; empty where nothing varies",
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
    };
    json!({ "title": title, "factors": factors, "measures": all.iter().map(one).collect::<Vec<_>>() })
}
