//! What a sample of points says of its factors, in words.

use super::{range, signed, three};
use crate::{
    language::Language,
    report::table::{Table as Printed, WIDTH, wrap},
    say,
    study::{
        bootstrap::BootstrapEstimate,
        sensitivity::{GivenData, Measured, SensitivityAnalysis},
    },
};

/// The table of one measure, with what it rests on.
pub fn table(language: Language, factors: &[String], found: &GivenData) -> String {
    let mut out = String::new();
    if found.factors.iter().all(|f| f.first.is_none()) {
        let kind = if found.noise.is_some() { "noise" } else { "constant" };
        out.push_str(&wrap(&say!(language, "research-given-nothing", kind = kind), WIDTH, "  "));
    } else {
        out.push_str(&rows(language, factors, found));
    }
    out + &wrap(&basis(language, found), WIDTH, "  ")
}

fn rows(language: Language, factors: &[String], found: &GivenData) -> String {
    let (factor, range_head) =
        (say!(language, "report-column-factor"), say!(language, "report-column-range"));
    let mut table = Printed::headed(&format!("{factor} | S > | {range_head} > | PRCC > | {range_head} >"));
    let by = |k: usize| found.factors[k].first.map_or(f64::NEG_INFINITY, |e| e.value);
    let mut order: Vec<usize> = (0..factors.len()).collect();
    order.sort_by(|i, j| by(*j).total_cmp(&by(*i)));
    let cells = |e: Option<BootstrapEstimate>, number: fn(f64) -> String| {
        e.map_or(["–".to_owned(), String::new()], |e| [number(e.value), range(&e)])
    };
    for k in order {
        let [s, s_range] = cells(found.factors[k].first, three);
        let [r, r_range] = cells(found.factors[k].prcc, signed);
        table.row([factors[k].clone(), s, s_range, r, r_range]);
    }
    table.render()
}

/// How many points count, and how much of what differs between them is noise.
fn basis(language: Language, found: &GivenData) -> String {
    say!(
        language,
        "research-given-basis",
        points = found.points,
        left_out = found.left_out,
        known = match (found.noise, found.factors.iter().all(|f| f.first.is_none())) {
            (Some(_), _) => "yes",
            (None, true) => "constant",
            (None, false) => "no",
        },
        noise = language.percent(found.noise.unwrap_or(0.0).min(1.0))
    )
}

/// How to read the tables, and which factors cannot be told apart.
pub fn legend(language: Language, factors: &[String], all: &[Measured]) -> Vec<String> {
    let mut notes = vec![say!(language, "research-given-legend")];
    let together = all.iter().find_map(|m| match &m.analysis {
        SensitivityAnalysis::Given(found) if !found.together.is_empty() => Some(&found.together),
        _ => None,
    });
    if let Some(together) = together {
        let pair = |(i, j, r): &(usize, usize, f64)| {
            let of = language.list(&[factors[*i].as_str(), factors[*j].as_str()], 2);
            say!(language, "research-given-pair", factors = of, r = language.point(*r))
        };
        let pairs: Vec<String> = together.iter().map(pair).collect();
        notes.push(say!(language, "research-given-together", pairs = language.list(&pairs, 5)));
    }
    notes
}
