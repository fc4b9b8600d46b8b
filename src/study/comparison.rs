//! Two cases on the same draws: what the second changes, replicate by replicate.
//!
//! Differences are B − A of the same replicate, which sees the same draws in both (common random numbers); their
//! means have Student's interval, differences of rates Newcombe's.

use std::ops::ControlFlow;

use serde::Serialize;

use super::{
    choices::{ChoiceSet, Survival, Variants, changed},
    ensemble::Ensemble,
    estimate::Estimate,
    measure::{Measure, Measures},
    pairs::Paired,
    statistics::Mean,
    table::{Column, ColumnKind, DataTable, Row, select::UnknownMeasure},
};
use crate::{
    model::{ClauseModel, Model, ModelError},
    outcome::Outcome,
    random::Seed,
    scenario::Scenario,
    text::Clause,
};

/// What is compared unless something else is asked for, beside what holds on each clause and what each country gains.
pub const COMPARED: [&str; 7] = [
    "adopted",
    "lcd",
    "lcd_in_substance",
    "outcome=Hollow",
    "realised_depth",
    "guaranteed_depth",
    "depth_by_participation",
];

/// The families that are compared unless something else is asked for.
const FAMILIES: [&str; 2] = ["holds:", "gain:"];

/// One line of a comparison.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparisonLine {
    /// The measure that is compared.
    pub measure: String,
    /// Whether it is a boolean: the levels are rates, else means.
    #[serde(skip)]
    pub is_rate: bool,
    /// Its level in A.
    pub a: Estimate,
    /// Its level in B.
    pub b: Estimate,
    /// B − A, paired.
    pub difference: Mean,
    /// The same, where the intervals of all lines of its family hold together at 95 % (Bonferroni).
    #[serde(skip)]
    pub together: Mean,
    /// Whether the difference keeps its sign under the declared choices of modelling; none where they were not run.
    #[serde(rename = "choices", skip_serializing_if = "Option::is_none")]
    pub survival: Option<Survival>,
}

/// Two cases compared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// How many replicates.
    pub replicates: u64,
    /// The master seed.
    pub seed: Seed,
    /// A line for each measure.
    pub lines: Vec<ComparisonLine>,
    /// Clauses and countries of one case only.
    pub unmatched: Vec<String>,
}

/// The measures to compare two cases by: those of these names; where none is given, the usual ones that both have.
///
/// # Errors
/// If A has no measure of a name.
pub fn compared(a: &Model, b: &Model, names: &[String]) -> Result<Vec<Measure>, UnknownMeasure> {
    let (of_a, of_b) = (Measures::of(a), Measures::of(b));
    if !names.is_empty() {
        return of_a.select_all(names.iter().map(String::as_str));
    }
    let in_both = |name: &&str| of_b.columns().iter().any(|c| c.name == *name);
    let of_family = |family: &'static str| {
        let names = of_a.columns().iter().map(|c| c.name.as_str());
        names.filter(move |name| name.starts_with(family)).filter(in_both)
    };
    let families = FAMILIES.into_iter().flat_map(of_family);
    let has_depth = |model: &Model| model.depth.ambition_clauses().next().is_some();
    if !has_depth(a) && !has_depth(b) {
        let options = options_of(a).into_iter().filter(|(clause, _)| in_both(&clause.as_str()));
        let chosen = options.map(|(clause, option)| format!("{clause}={option}"));
        // An option whose name reads as another condition has no measure.
        let chosen: Vec<String> = chosen.filter(|name| of_a.select(name).is_ok()).collect();
        let names = std::iter::once("adopted").chain(chosen.iter().map(String::as_str));
        return of_a.select_all(names.chain(families));
    }
    of_a.select_all(COMPARED.into_iter().chain(families))
}

/// The options of each clause that is a choice, with the clause's measure.
fn options_of(model: &Model) -> Vec<(String, String)> {
    let options = |clause: &ClauseModel| match &clause.source {
        Clause::Options(options) => options.options.names().map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    let of_clause = |clause: &ClauseModel| {
        let measure = format!("option:{}", clause.name);
        options(clause).into_iter().map(|option| (measure.clone(), option)).collect::<Vec<_>>()
    };
    model.clauses.iter().flat_map(of_clause).collect()
}

/// What measures have in common whose intervals are to hold together: their family, or nothing.
fn family(measure: &Measure) -> Option<&'static str> {
    FAMILIES.into_iter().find(|family| measure.name().starts_with(family))
}

/// Names of clauses and countries that only one of the cases has.
fn unmatched(a: &Model, b: &Model) -> Vec<String> {
    let clauses = |m: &Model| m.clauses.iter().map(|c| c.name.clone()).collect::<Vec<_>>();
    let countries = |m: &Model| m.countries.iter().map(|c| c.name.clone()).collect::<Vec<_>>();
    let only = |one: Vec<String>, other: &[String], case: &str| {
        let names = one.into_iter().filter(|name| !other.contains(name));
        names.map(|name| format!("{name} ({case} only)")).collect::<Vec<_>>()
    };
    [
        only(clauses(a), &clauses(b), "A"),
        only(clauses(b), &clauses(a), "B"),
        only(countries(a), &countries(b), "A"),
        only(countries(b), &countries(a), "B"),
    ]
    .concat()
}

/// How often the intervals of a family may miss.
const ALPHA: f64 = 0.05;
/// Replicates of both cases that are in memory at once.
const BATCH: u64 = 2048;

/// Compares two cases by these measures over the same replicates, a batch of them in memory at a time. `watch` is told
/// how many more are done, and may end it early.
pub fn compare(
    [a, b]: [&Model; 2],
    measures: &[Measure],
    seed: Seed,
    replicates: u64,
    mut watch: impl FnMut(u64) -> ControlFlow<()>,
) -> Comparison {
    let mut sums: Vec<Paired> = measures.iter().map(|m| Paired::new(m.column.kind)).collect();
    let [of_a, of_b] = [a, b].map(|model| Ensemble::new(model, seed).for_measures(measures));
    let mut done = 0;
    while done < replicates {
        let batch = done..replicates.min(done + BATCH);
        let outcomes = [&of_a, &of_b].map(|ensemble| {
            let mut outcomes: Vec<Outcome> = Vec::new();
            let ControlFlow::Continue(()) = ensemble.run(batch.clone(), |outcome| {
                outcomes.push(outcome);
                ControlFlow::<std::convert::Infallible>::Continue(())
            });
            outcomes
        });
        for (x, y) in outcomes[0].iter().zip(&outcomes[1]) {
            for (sum, measure) in sums.iter_mut().zip(measures) {
                sum.add(measure.read(a, x).number(), measure.read(b, y).number());
            }
        }
        let more = batch.end - batch.start;
        done = batch.end;
        if watch(more).is_break() {
            break;
        }
    }
    #[allow(clippy::cast_precision_loss)] // a few hundred measures
    let siblings =
        |measure: &Measure| measures.iter().filter(|m| family(m) == family(measure)).count() as f64;
    let line = |(measure, sum): (&Measure, &Paired)| ComparisonLine {
        together: sum.cautious_difference(ALPHA / siblings(measure)),
        measure: measure.name().to_owned(),
        is_rate: measure.column.kind == ColumnKind::Boolean,
        a: sum.a(),
        b: sum.b(),
        difference: sum.difference(),
        survival: None,
    };
    let lines = measures.iter().zip(&sums).map(line).collect();
    Comparison { replicates: done, seed, lines, unmatched: unmatched(a, b) }
}

/// Negotiations of each case under each choice, where all choices are run.
pub const THOROUGH: u64 = 300;

/// Compares the two cases again under declared choices of modelling, made in both, and says of each difference whether its
/// sign holds there. Choices that A does not have, that do not fit B, or under which the two are the same case do not count.
/// `watch` is told how many more replicates are done, and may end it early: the choices so far then count.
///
/// # Errors
/// If a case cannot be compiled under a choice.
pub fn hold(
    comparison: &mut Comparison,
    [a, b]: [&Scenario; 2],
    measures: &[Measure],
    choices: ChoiceSet,
    mut watch: impl FnMut(u64) -> ControlFlow<()>,
) -> Result<(), ModelError> {
    let variants = Variants::of(a, choices).run;
    let each = choices.each(comparison.replicates, variants.len(), [comparison.replicates, THOROUGH]);
    let mut others: Vec<Comparison> = Vec::new();
    for variant in variants {
        let Ok(other) = changed(b, &variant.settings) else { continue };
        if other.hash() == variant.scenario.hash() {
            continue;
        }
        let models = [Model::compile(&variant.scenario)?, Model::compile(&other)?];
        others.push(compare([&models[0], &models[1]], measures, comparison.seed, each, |_| {
            ControlFlow::Continue(())
        }));
        if watch(each).is_break() {
            break;
        }
    }
    for (k, line) in comparison.lines.iter_mut().enumerate() {
        let differences = others.iter().map(|other| &other.lines[k].difference);
        line.survival = Some(Survival::new(&line.difference, differences));
    }
    Ok(())
}

impl Comparison {
    /// The lines as a table.
    pub fn table(&self) -> DataTable {
        let mut columns = vec![Column::new("measure", ColumnKind::String, "The measure that is compared")];
        for (case, about) in
            [("a", "Level in A"), ("b", "Level in B"), ("difference", "B − A, paired by replicate")]
        {
            columns.extend(Column::with_interval(case, about, "95 % interval"));
        }
        let row = |line: &ComparisonLine| -> Row {
            let cells = [line.a, line.b, Estimate::Mean(line.difference)].map(|e| e.cells()).concat();
            std::iter::once(line.measure.clone().into()).chain(cells).collect()
        };
        DataTable { columns, rows: self.lines.iter().map(row).collect() }
    }
}
