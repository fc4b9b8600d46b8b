//! Small studies of the flagship, so that the gallery has a picture of every kind of study. Their figures are rough.

use std::ops::ControlFlow;

use miette::{Result, miette};
use rayon::prelude::*;

use super::super::shipped;
use plenary::{
    model::Model,
    report::{chart::Found, sensitivity as words},
    study::{
        comparison::{compare, compared},
        definition::Definition,
        plan::Run,
        sensitivity::analyse_all,
        store::journal::Yield,
        sweep::Sweep,
        table::Table,
    },
};

/// The base case of all.
pub const CASE: &str = "un-ai-dialogue-2025";

/// Studies: what they vary, and how.
const STUDIES: [(&str, &str, &str); 3] = [
    (
        "The laggard's outside option, and objectors left behind",
        r#""countries.USA.outside_option": Steps(-0.1, 0.3, 9), "rule.objections": Whole(0, 2)"#,
        "Grid",
    ),
    ("The laggard's outside option", r#""countries.USA.outside_option": Steps(-0.1, 0.3, 9)"#, "Grid"),
    (
        "Which guesses matter?",
        r#""countries.*.isolation_cost": Times(Range(0.0, 4.0)), "countries.*.cost_of_failure": Times(Range(0.0, 4.0)),
           "countries.USA.tactic.beta": Range(0.1, 1.0), "countries.USA.outside_option": Range(-0.1, 0.2),
           "defaults.theta": Range(0.0, 0.45), "firms.*.effort": Times(Range(0.0, 10.0))"#,
        "Morris(trajectories: 6)",
    ),
];

/// A study's table, with what it rests on.
pub struct Studied {
    /// Its name among the tables of result folders.
    pub name: &'static str,
    title: String,
    hash: String,
    factors: Vec<String>,
    replicates: u64,
    table: Table,
}

impl Studied {
    /// As pictures take it.
    pub fn found(&self) -> Found<'_> {
        Found {
            title: &self.title,
            hash: &self.hash,
            version: env!("CARGO_PKG_VERSION"),
            seed: 1,
            replicates: Some(self.replicates),
            factors: &self.factors,
            table: &self.table,
        }
    }
}

/// Runs them all, so many negotiations at each point.
pub fn all(replicates: u64) -> Result<Vec<Studied>> {
    let mut studied = Vec::new();
    for (title, factors, design) in STUDIES {
        let text = format!(
            r#"(format: 1, title: "{title}", about: "What does it do?", scenario: "{CASE}", factors: {{{factors}}},
                design: {design}, replicates: {replicates})"#
        );
        let definition = Definition::parse(title, &text, None, shipped::find)?;
        studied.push(sweep(&definition, replicates)?);
    }
    studied.push(comparison(replicates)?);
    Ok(studied)
}

/// The table of points of a grid; of a screening, its effects.
fn sweep(definition: &Definition, replicates: u64) -> Result<Studied> {
    let study = Sweep::new(definition).map_err(|e| miette!("{e}"))?;
    let (design, factors) = (&definition.study.design, &definition.study.factors);
    let estimates = study.estimates();
    let count = study.points().len();
    let entries: Vec<_> = (0..count)
        .into_par_iter()
        .map(|point| study.negotiate(Run { first: 0, point, count: replicates }))
        .collect();
    let mut rows = Vec::new();
    for entry in entries {
        let Yield::Rows { replicates, .. } = &entry.result else { continue };
        let mut tally = estimates.tally(study.point_cells(entry.run.point));
        replicates.iter().for_each(|row| estimates.add(&mut tally, row));
        rows.push(estimates.row(&tally));
    }
    let points = Table { columns: estimates.columns(), rows };
    let names: Vec<String> = factors.names().map(str::to_owned).collect();
    let (name, table) = if matches!(design, plenary::study::design::Design::Morris(_)) {
        let all = analyse_all(&definition.study, &points, &[]).map_err(|e| miette!("{e}"))?;
        let effects = words::tables(&names, &all).into_iter().next();
        effects.ok_or_else(|| miette!("no effects"))?
    } else {
        ("points", points)
    };
    let scenario = definition.base().map_err(|e| miette!("{e}"))?;
    let title = definition.study.title.clone();
    Ok(Studied { name, title, hash: scenario.hash(), factors: names, replicates, table })
}

/// The case as it is, against the case without the United States.
fn comparison(replicates: u64) -> Result<Studied> {
    let scenario = shipped::load(CASE)?;
    let case = |switches: &[&str]| -> Result<Model> {
        let changed = scenario.with_switches(switches.iter().copied()).map_err(|e| miette!("{e}"))?;
        Model::compile(&changed).map_err(|e| miette!("{e}"))
    };
    let (a, b) = (case(&[])?, case(&["us-absent"])?);
    let measures = compared(&a, &b, &[]).map_err(|e| miette!("{e}"))?;
    let table = compare([&a, &b], &measures, 1, replicates, |_| ControlFlow::Continue(())).table();
    let title = format!("{}: as it is (A), and without the United States (B)", scenario.title);
    Ok(Studied { name: "differences", title, hash: scenario.hash(), factors: Vec::new(), replicates, table })
}
