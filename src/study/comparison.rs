//! Two cases on the same draws: what the second changes, replicate by replicate.
//!
//! Differences are B − A of the same replicate, which sees the same draws in both (common random numbers); their
//! means have Student's interval, differences of rates Newcombe's.

use std::ops::ControlFlow;

use serde::Serialize;

use super::{
    ensemble::Ensemble,
    pairs::Pairs,
    statistics::{Mean, Moments, Rate},
    table::{Cell, Column, Kind, Row, Table},
};
use crate::{model::Model, outcome::Outcome, random::Seed, text::Value};

/// A level in A and in B, and the mean of paired differences.
#[derive(Clone, Copy, Debug, Default)]
struct Levels {
    a: Moments,
    b: Moments,
    difference: Moments,
}

impl Levels {
    fn add(&mut self, a: f64, b: f64) {
        self.a.add(a);
        self.b.add(b);
        self.difference.add(b - a);
    }

    fn line(&self, what: String) -> Line {
        Line { what, a: self.a.mean(), b: self.b.mean(), difference: self.difference.mean() }
    }
}

/// What two rates say.
fn line(what: &str, pairs: &Pairs) -> Line {
    let mean = |rate: Rate| Mean { n: rate.of, mean: rate.rate, low: Some(rate.low), high: Some(rate.high) };
    Line { what: what.to_owned(), a: mean(pairs.a()), b: mean(pairs.b()), difference: pairs.difference() }
}

/// One line of a comparison.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// What is compared: "lcd", "depth", "clause:NAME", "gain:NAME" …
    pub what: String,
    /// Its level in A.
    pub a: Mean,
    /// Its level in B.
    pub b: Mean,
    /// B − A, paired.
    pub difference: Mean,
}

/// Two cases compared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// How many replicates.
    pub replicates: u64,
    /// The master seed.
    pub seed: Seed,
    /// Rates of outcomes: adoption, LCD, LCD in substance, hollow texts.
    pub rates: Vec<Line>,
    /// Depths, nominal and guaranteed, and guaranteed depth × participation.
    pub depths: Vec<Line>,
    /// What holds on each clause of both, at the middle reading: the text where adopted, else the status quo.
    pub clauses: Vec<Line>,
    /// The gain over the status quo of each country of both, in utility.
    pub gains: Vec<Line>,
    /// Clauses and countries of one case only.
    pub unmatched: Vec<String>,
}

/// A name, and what it reads off an outcome.
type Reading<T> = (&'static str, fn(&Outcome) -> T);

const RATES: [Reading<bool>; 4] = [
    ("adopted", |o| o.conclusion.adopted()),
    ("lcd", |o| o.lcd),
    ("lcd_in_substance", |o| o.lcd_in_substance),
    ("hollow", |o| o.label == crate::outcome::Label::Hollow),
];

const DEPTHS: [Reading<f64>; 3] = [
    ("depth", |o| o.realised_depth),
    ("guaranteed_depth", committed),
    ("depth_by_participation", |o| committed(o) * o.participation),
];

/// Guaranteed depth of what holds afterwards.
pub fn committed(outcome: &Outcome) -> f64 {
    if outcome.conclusion.adopted() { outcome.guaranteed_depth } else { outcome.realised_depth }
}

/// Names in both, with their places, and names in one only.
fn matched<'m>(a: &[&'m str], b: &[&'m str]) -> (Vec<(&'m str, usize, usize)>, Vec<String>) {
    let places = a.iter().enumerate();
    let both = places.filter_map(|(i, name)| Some((*name, i, b.iter().position(|n| n == name)?)));
    let only_a = a.iter().filter(|name| !b.contains(name)).map(|n| format!("{n} (A only)"));
    let only_b = b.iter().filter(|name| !a.contains(name)).map(|n| format!("{n} (B only)"));
    (both.collect(), only_a.chain(only_b).collect())
}

/// What holds on a clause afterwards, at the middle reading.
fn holds(model: &Model, outcome: &Outcome, clause: usize) -> Option<f64> {
    let value =
        if outcome.conclusion.adopted() { outcome.text.0[clause] } else { model.clauses[clause].status_quo };
    matches!(value, Value::Interval { .. }).then(|| value.middle())
}

/// Compares two cases over the same replicates, a batch of them in memory at a time. `watch` is told how many more
/// are done, and may end it early.
pub fn compare(
    a: &Model,
    b: &Model,
    seed: Seed,
    replicates: u64,
    mut watch: impl FnMut(u64) -> ControlFlow<()>,
) -> Comparison {
    let mut tally = Tally::new(a, b);
    let (of_a, of_b) = (Ensemble::new(a, seed), Ensemble::new(b, seed));
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
        outcomes[0].iter().zip(&outcomes[1]).for_each(|(x, y)| tally.add(x, y));
        let more = batch.end - batch.start;
        done = batch.end;
        if watch(more).is_break() {
            break;
        }
    }
    tally.finish(done, seed)
}

/// Adds up pairs of outcomes.
struct Tally<'m> {
    models: [&'m Model; 2],
    /// Names in both cases, with their places.
    clauses: Vec<(&'m str, usize, usize)>,
    parties: Vec<(&'m str, usize, usize)>,
    unmatched: Vec<String>,
    rates: [Pairs; RATES.len()],
    depths: [Levels; DEPTHS.len()],
    texts: Vec<Levels>,
    gains: Vec<Levels>,
}

impl<'m> Tally<'m> {
    fn new(a: &'m Model, b: &'m Model) -> Self {
        fn clauses(m: &Model) -> Vec<&str> {
            m.clauses.iter().map(|c| c.name.as_str()).collect()
        }
        fn countries(m: &Model) -> Vec<&str> {
            m.countries.iter().map(|c| c.name.as_str()).collect()
        }
        let (clauses, mut unmatched) = matched(&clauses(a), &clauses(b));
        let (parties, more) = matched(&countries(a), &countries(b));
        unmatched.extend(more);
        Self {
            models: [a, b],
            rates: Default::default(),
            depths: Default::default(),
            texts: vec![Levels::default(); clauses.len()],
            gains: vec![Levels::default(); parties.len()],
            clauses,
            parties,
            unmatched,
        }
    }

    fn add(&mut self, x: &Outcome, y: &Outcome) {
        for (pairs, (_, happened)) in self.rates.iter_mut().zip(RATES) {
            pairs.add(happened(x), happened(y));
        }
        for (levels, (_, depth)) in self.depths.iter_mut().zip(DEPTHS) {
            levels.add(depth(x), depth(y));
        }
        let [a, b] = self.models;
        for (levels, (_, i, j)) in self.texts.iter_mut().zip(&self.clauses) {
            if let (Some(x), Some(y)) = (holds(a, x, *i), holds(b, y, *j)) {
                levels.add(x, y);
            }
        }
        for (levels, (_, i, j)) in self.gains.iter_mut().zip(&self.parties) {
            levels.add(x.parties[*i].gain, y.parties[*j].gain);
        }
    }

    fn finish(self, replicates: u64, seed: Seed) -> Comparison {
        let named = |kind: &'static str| {
            move |((name, ..), levels): (&(&str, usize, usize), &Levels)| {
                levels.line(format!("{kind}:{name}"))
            }
        };
        Comparison {
            replicates,
            seed,
            rates: self.rates.iter().zip(RATES).map(|(pairs, (name, _))| line(name, pairs)).collect(),
            depths: self.depths.iter().zip(DEPTHS).map(|(l, (name, _))| l.line(name.to_owned())).collect(),
            clauses: self.clauses.iter().zip(&self.texts).map(named("clause")).collect(),
            gains: self.parties.iter().zip(&self.gains).map(named("gain")).collect(),
            unmatched: self.unmatched,
        }
    }
}

/// Replicates of both cases that are in memory at once.
const BATCH: u64 = 2048;

impl Comparison {
    /// All lines as a table.
    pub fn table(&self) -> Table {
        let mut columns = vec![Column::new(
            "what",
            Kind::Word,
            "What is compared: a rate, a depth, clause:NAME (what holds afterwards) or gain:NAME (utility over the status quo)",
        )];
        for (case, words) in
            [("a", "Level in A"), ("b", "Level in B"), ("difference", "B − A, paired by replicate")]
        {
            columns.push(Column::new(case, Kind::Number, words));
            columns.push(Column::new(format!("{case}_low"), Kind::Number, "Lower end of its 95 % interval"));
            columns.push(Column::new(format!("{case}_high"), Kind::Number, "Upper end of its 95 % interval"));
        }
        let lines = self.rates.iter().chain(&self.depths).chain(&self.clauses).chain(&self.gains);
        let row = |line: &Line| -> Row {
            let cells = [line.a, line.b, line.difference];
            let cells = cells.iter().flat_map(|m| [Cell::from(m.mean), m.low.into(), m.high.into()]);
            std::iter::once(line.what.clone().into()).chain(cells).collect()
        };
        Table { columns, rows: lines.map(row).collect() }
    }
}
