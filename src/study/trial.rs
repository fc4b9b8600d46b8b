//! A study tried out: what a few of its runs cost, and which factors make no difference in them.

use std::time::{Duration, Instant};

use super::{measure::Part, plan::Run, record::Record, store::record::Yield, sweep::Sweep, table::Row};
use crate::{
    model::Model,
    negotiation::Negotiator,
    random::{BLOCK, Seed},
    scenario::Scenario,
};

/// Time that a trial takes, at most but for what has begun.
const MOST: Duration = Duration::from_secs(2);
/// Points that are tried, at most.
const POINTS: u64 = 8;
/// Negotiations in which a factor must make a difference.
pub const COMPARED: u64 = 20;

/// What a few runs of a study took.
#[derive(Clone, Copy, Debug)]
pub struct Trial {
    /// Negotiations.
    pub negotiations: u64,
    /// How long they took on one thread, in all.
    pub took: Duration,
    /// Bytes of their records in the journal.
    pub bytes: u64,
}

impl Trial {
    /// Does a few short runs of points across the study; none where no point that was tried makes sense.
    pub fn of(sweep: &Sweep<'_>) -> Option<Self> {
        let (points, start) = (sweep.plan().points(), Instant::now());
        let mut trial = Self { negotiations: 0, took: Duration::ZERO, bytes: 0 };
        let longest = sweep.plan().looks().first().copied().unwrap_or(1).min(BLOCK as u64);
        for n in 0..POINTS.min(points) {
            let run = Run { first: 0, point: n * points / POINTS.min(points), count: longest };
            let begun = Instant::now();
            let entry = sweep.negotiate(run);
            if let Yield::Rows { .. } = &entry.result {
                trial.negotiations += run.count;
                trial.took += begun.elapsed();
                trial.bytes += entry.record("").len() as u64;
            }
            if start.elapsed() > MOST {
                break;
            }
        }
        (trial.negotiations > 0).then_some(trial)
    }
}

/// Factors that make no difference.
#[derive(Clone, Debug, Default)]
pub struct Idle {
    /// How many factors were tried; the others for want of time were not.
    pub tried: usize,
    /// Their names.
    pub names: Vec<String>,
}

impl Idle {
    /// Factors between whose farthest values none of a few negotiations differs in anything that a study can record.
    pub fn of(sweep: &Sweep<'_>) -> Self {
        let (definition, start) = (sweep.definition(), Instant::now());
        let mut idle = Self::default();
        for (name, factor) in definition.study.factors.iter() {
            if start.elapsed() > MOST {
                break;
            }
            idle.tried += 1;
            let ends = definition.at_ends(name, factor);
            let [low, high] = ends.map(|scenario| rows(&scenario?, definition.study.seed));
            if low.is_some() && low == high {
                idle.names.push(name.to_owned());
            }
        }
        idle
    }
}

/// Everything that a study can record of a few negotiations of a scenario.
fn rows(scenario: &Scenario, seed: Seed) -> Option<Vec<Row>> {
    let model = Model::compile(scenario).ok()?;
    let record = Record::new(&model, &Part::ALL);
    let mut negotiator = Negotiator::new(&model, seed);
    // Without the scenario's hash, which tells any two apart.
    let rows = (0..COMPARED).map(|n| record.row(&model, "", seed, &negotiator.negotiate(n, &mut ())));
    Some(rows.collect())
}
