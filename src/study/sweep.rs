//! Sweeping: every run of a study that a shard has to do, in parallel, each written as it is done.

use std::{collections::HashSet, ops::ControlFlow, sync::Mutex};

use serde::Serialize;

use super::{
    definition::Definition,
    design::{FactorLabel, Points},
    measure::Part,
    parallel::{Crew, in_order},
    plan::{Plan, Run, Shard},
    record::Record,
    store::{
        Layout, Open, StoreError, StoreProgress,
        record::{JournalEntry, Yield},
    },
    table::{Cell, Column, ColumnKind, Row},
    trajectory::{self, Trajectory},
};
use crate::{
    model::{Model, ModelError},
    named::Named,
    negotiation::Negotiator,
    scenario::{ParameterError, Scenario},
};

/// Why a study cannot be swept.
#[derive(Debug, thiserror::Error)]
pub enum SweepError {
    /// What the study changes throughout does not fit.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// The base case makes no sense.
    #[error(transparent)]
    Model(#[from] ModelError),
}

/// A study ready to be swept: its points, its plan, and the columns of its tables.
pub struct Sweep<'d> {
    definition: &'d Definition,
    points: Points,
    plan: Plan,
    record: Record,
    counterfactual: bool,
    layout: Layout,
    /// Compiled points that are likely to be asked for again.
    compiled: Mutex<Vec<(u64, std::sync::Arc<Compiled>)>>,
}

/// The case at a point.
struct Compiled {
    model: Model,
    hash: String,
}

/// How far points have come that decide for themselves when they are sure enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Looked {
    /// Points that are sure enough.
    pub reached: u64,
    /// Points that have all replicates allowed, and are not.
    pub exhausted: u64,
    /// Points that go on.
    pub open: u64,
}

/// What a sweep tells as it goes.
#[derive(Clone, Copy, Debug)]
pub enum SweepEvent<'e> {
    /// A look begins, where points decide for themselves when they are sure enough.
    Look {
        /// Which, from 1.
        nth: usize,
        /// Of how many.
        of: usize,
        /// Points that go on.
        points: u64,
        /// Replicates still to do up to its end.
        replicates: u64,
    },
    /// A run is done and written.
    Done(&'e JournalEntry),
}

/// Runs that each thread may be ahead of the first unfinished one: some points take much longer than others.
const AHEAD: usize = 16;
/// Points kept compiled: each takes about 200 kB for the flagship.
const KEPT: usize = 64;

impl<'d> Sweep<'d> {
    /// Makes a study ready.
    ///
    /// # Errors
    /// If its base case makes no sense.
    pub fn new(definition: &'d Definition) -> Result<Self, SweepError> {
        let base = Model::compile(&definition.base()?)?;
        let (parts, labels) = (&definition.study.record, &definition.study.labels);
        let points = definition.points();
        let record = Record::new(&base, parts);
        let layout = Layout {
            replicates: [point_columns(&points, labels), record.columns()].concat(),
            trajectory: parts.contains(&Part::Trajectory).then(|| trajectory_columns(&points, labels)),
        };
        Ok(Self {
            definition,
            plan: Plan::new(definition, &layout.replicates),
            record,
            counterfactual: parts.contains(&Part::Counterfactual),
            layout,
            points,
            compiled: Mutex::default(),
        })
    }

    /// The study.
    pub fn definition(&self) -> &'d Definition {
        self.definition
    }

    /// Its points.
    pub fn points(&self) -> &Points {
        &self.points
    }

    /// Its plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The columns of its tables.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// How its replicates become points.
    pub fn estimates(&self) -> super::points::Estimates {
        let start = 1 + self.points.factors().len();
        super::points::Estimates::new(&self.layout.replicates, start, self.plan.stopping().cloned())
    }

    /// The cells that begin every row of a point: its number, and what is varied.
    pub fn point_cells(&self, point: u64) -> Row {
        let levels = self.points.point(point);
        let cells = self.points.factors().values().zip(levels);
        let cells = cells.map(|(factor, level)| level.map_or(Cell::Empty, |level| factor.cell(&level)));
        std::iter::once(point.into()).chain(cells).collect()
    }

    /// How far points have come that decide for themselves when they are sure enough; none where the number is fixed.
    pub fn looked(&self, progress: &StoreProgress) -> Option<Looked> {
        let (stopping, looks) = (self.plan.stopping()?, self.plan.looks());
        let mut looked = Looked::default();
        for seen in &progress.evidence {
            let at_a_look = looks.contains(&seen.replicates());
            let slot = match () {
                () if at_a_look && stopping.suffices(seen) => &mut looked.reached,
                () if Some(&seen.replicates()) == looks.last() => &mut looked.exhausted,
                () => &mut looked.open,
            };
            *slot += 1;
        }
        looked.open = looked.open.saturating_sub(progress.failed.len() as u64);
        Some(looked)
    }

    /// Does one run.
    pub fn negotiate(&self, run: Run) -> JournalEntry {
        let result = match self.compile(run.point) {
            Ok(compiled) => self.rows(&compiled, run),
            Err(why) => Yield::Failed(why),
        };
        JournalEntry { run, result }
    }

    fn compile(&self, point: u64) -> Result<std::sync::Arc<Compiled>, String> {
        let kept = || self.compiled.lock().ok();
        let found = kept().and_then(|kept| kept.iter().find(|(p, _)| *p == point).map(|(_, c)| c.clone()));
        if let Some(compiled) = found {
            return Ok(compiled);
        }
        let scenario: Scenario = self.definition.scenario_at(&self.points, point)?;
        let model = Model::compile(&scenario).map_err(|e| e.to_string())?;
        let compiled = std::sync::Arc::new(Compiled { model, hash: scenario.hash() });
        if let Some(mut kept) = kept() {
            // With more points than are kept, the next pass finds none of them: keep the first ones.
            if kept.len() < KEPT {
                kept.push((point, compiled.clone()));
            }
        }
        Ok(compiled)
    }

    fn rows(&self, compiled: &Compiled, run: Run) -> Yield {
        let Compiled { model, hash } = compiled;
        let seed = self.definition.study.seed;
        let mut negotiator = Negotiator::new(model, seed);
        let start = self.point_cells(run.point);
        let (mut replicates, mut trajectory) = (Vec::new(), Vec::new());
        for replicate in run.first..run.first + run.count {
            let mut outcome = if self.layout.trajectory.is_some() {
                let mut watch = Trajectory::new(model.thresholds.ambition_gap);
                let outcome = negotiator.negotiate(replicate, &mut watch);
                let start: Row = start.iter().cloned().chain([seed.into(), replicate.into()]).collect();
                trajectory.extend(watch.finish().into_iter().map(|round| [start.clone(), round].concat()));
                outcome
            } else {
                negotiator.negotiate(replicate, &mut ())
            };
            if self.counterfactual {
                outcome.without_laggards = negotiator.without_laggards();
            }
            replicates.push([start.clone(), self.record.row(model, hash, seed, &outcome)].concat());
        }
        Yield::Rows { replicates, trajectory }
    }

    /// Does what a shard still has to do, and writes each run as it is done, in order. `stop` ends it early: what
    /// has begun is finished and written. `watch` is told of each run.
    ///
    /// # Errors
    /// If a run cannot be written; those before it are.
    pub fn run(
        &self,
        open: &mut Open,
        shard: Shard,
        threads: usize,
        stop: impl Fn() -> bool + Sync,
        mut watch: impl FnMut(SweepEvent<'_>),
    ) -> Result<(), StoreError> {
        let fingerprint = self.definition.fingerprint();
        for nth in 0..self.plan.looks().len() {
            let before: StoreProgress = open.progress.clone();
            let runs = self.runs(&before, shard, nth);
            if let Some(look) = self.look(&before, shard, nth) {
                watch(look);
            }
            let ended = in_order(
                Crew { threads, ahead: AHEAD },
                runs,
                &stop,
                |run| {
                    let entry = self.negotiate(run);
                    let record = entry.record(&fingerprint);
                    (entry, record)
                },
                |(entry, record)| {
                    if let Err(error) = open.journal.write(&record) {
                        return ControlFlow::Break(error);
                    }
                    open.progress.add(&self.plan, &entry);
                    watch(SweepEvent::Done(&entry));
                    ControlFlow::Continue(())
                },
            );
            if let ControlFlow::Break(error) = ended {
                return Err(error);
            }
            if stop() {
                break;
            }
        }
        open.journal.sync()
    }

    /// The runs of the nth look that a shard has still to do.
    fn runs<'s>(
        &'s self,
        before: &'s StoreProgress,
        shard: Shard,
        nth: usize,
    ) -> impl Iterator<Item = Run> + 's {
        self.plan.stage(nth).filter(move |run| {
            self.plan.owns(shard, *run)
                && before.wants(&self.plan, run.point, nth)
                && !before.done.contains(self.plan.ordinal(*run))
        })
    }

    /// What is to be told of the nth look; none where the number of replicates is fixed, or nothing is to do.
    fn look(&self, before: &StoreProgress, shard: Shard, nth: usize) -> Option<SweepEvent<'static>> {
        self.plan.stopping()?;
        let mut points = HashSet::new();
        let mut replicates = 0;
        for run in self.runs(before, shard, nth) {
            points.insert(run.point);
            replicates += run.count;
        }
        let of = self.plan.looks().len();
        (replicates > 0).then_some(SweepEvent::Look {
            nth: nth + 1,
            of,
            points: points.len() as u64,
            replicates,
        })
    }

    /// Replicates that a shard is still to do, as far as can be known: at most, where points decide for themselves.
    pub fn outstanding(&self, progress: &StoreProgress, shard: Shard) -> u64 {
        let looks = 0..self.plan.looks().len();
        let wanted = looks.flat_map(|nth| {
            self.plan.stage(nth).filter(move |run| nth == 0 || progress.wants(&self.plan, run.point, nth))
        });
        wanted
            .filter(|run| self.plan.owns(shard, *run) && !progress.done.contains(self.plan.ordinal(*run)))
            .map(|run| run.count)
            .sum()
    }
}

/// What the column of a factor of multiples says.
pub(crate) const MULTIPLE: &str = "Multiple of what the scenario says; empty where it is left as it is";

/// The columns of a trajectory.
fn trajectory_columns(points: &Points, labels: &Named<FactorLabel>) -> Vec<Column> {
    let replicate = vec![
        Column::new("seed", ColumnKind::Integer, "Master seed"),
        Column::new("replicate", ColumnKind::Integer, "Number of the replicate"),
    ];
    [point_columns(points, labels), replicate, trajectory::columns()].concat()
}

/// The columns that begin every table: the point, and what is varied.
pub fn point_columns(points: &Points, labels: &Named<FactorLabel>) -> Vec<Column> {
    let mut columns =
        vec![Column::new("point", ColumnKind::Integer, "Number of the point in the design, from 0")];
    for (name, factor) in points.factors().iter() {
        let about = if factor.is_multiple() {
            MULTIPLE
        } else {
            "Value of this parameter; empty where it is left as the scenario has it"
        };
        let label = labels.get(name);
        columns.push(Column {
            label: label.map(|label| label.label.clone()),
            unit: label.and_then(|label| label.unit.clone()),
            ..Column::new(name, factor.kind(), about)
        });
    }
    columns
}
