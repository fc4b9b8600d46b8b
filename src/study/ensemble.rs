//! Many replicates, in parallel, handed on in order.

use std::{ops::ControlFlow, ops::Range, sync::Mutex};

use super::{
    measure::{Measure, Part},
    parallel::{Crew, in_order},
};
use crate::{
    model::Model,
    negotiation::{Negotiator, Observer},
    null::Null,
    outcome::Outcome,
    random::{BLOCK, Seed},
};

/// More replicates than this are refused.
pub const MAX_REPLICATES: u64 = 1_000_000_000;
/// Blocks of replicates that each thread may be ahead of those that are handed on; they wait in memory, with what
/// observers hold.
const AHEAD: usize = 4;

/// The replicates of one model under one master seed.
pub struct Ensemble<'m> {
    model: &'m Model,
    seed: Seed,
    nulls: Vec<Null>,
    /// Negotiators that wait for the next block, so that each thread builds one only once.
    idle: Mutex<Vec<Negotiator<'m>>>,
}

impl<'m> Ensemble<'m> {
    /// The ensemble of this model and master seed.
    pub fn new(model: &'m Model, seed: Seed) -> Self {
        Self { model, seed, nulls: Vec::new(), idle: Mutex::default() }
    }

    /// Negotiates every replicate a second time with its laggards' veto removed.
    #[must_use]
    pub fn with_counterfactual(self) -> Self {
        self.with_nulls(&[Null::LaggardsRemoved])
    }

    /// Does so only where one of these measures asks for it.
    #[must_use]
    pub(crate) fn for_measures(self, measures: &[Measure]) -> Self {
        let is_asked = measures.iter().any(|m| m.part == Some(Part::Counterfactual));
        if is_asked { self.with_counterfactual() } else { self }
    }

    /// Asks these null models, too, what they make of every replicate.
    #[must_use]
    pub fn with_nulls(mut self, nulls: &[Null]) -> Self {
        self.nulls.extend_from_slice(nulls);
        self.nulls.sort_unstable();
        self.nulls.dedup();
        self
    }

    /// Runs the replicates on as many threads as the current pool has and hands each outcome to `sink`, on this one and in
    /// order, whatever the number of threads. Stops when `sink` breaks.
    pub fn run<B>(
        &self,
        replicates: Range<u64>,
        mut sink: impl FnMut(Outcome) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        self.watch(replicates, || (), |outcome, ()| sink(outcome))
    }

    /// The same, each replicate watched by an observer of its own, which is handed on with the outcome.
    pub fn watch<O: Observer + Send, B>(
        &self,
        replicates: Range<u64>,
        observer: impl Fn() -> O + Sync,
        mut sink: impl FnMut(Outcome, O) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let block = BLOCK as u64;
        let blocks = replicates.start / block..replicates.end.div_ceil(block);
        let within = |b: u64| (b * block).max(replicates.start)..((b + 1) * block).min(replicates.end);
        let crew = Crew { threads: rayon::current_num_threads(), ahead: AHEAD };
        let negotiate = |b| self.negotiate(within(b), &observer);
        let mut hand_on = |(outcome, watched)| sink(outcome, watched);
        in_order(crew, blocks, || false, negotiate, |done| done.into_iter().try_for_each(&mut hand_on))
    }

    /// Some replicates, one after another on this thread.
    pub(super) fn in_turn(&self, replicates: Range<u64>) -> impl Iterator<Item = Outcome> {
        self.negotiate(replicates, &|| ()).into_iter().map(|(outcome, ())| outcome)
    }

    /// Negotiates some replicates, one after another.
    fn negotiate<O: Observer>(&self, replicates: Range<u64>, observer: &impl Fn() -> O) -> Vec<(Outcome, O)> {
        let waiting = self.idle.lock().ok().and_then(|mut idle| idle.pop());
        let mut negotiator = waiting.unwrap_or_else(|| Negotiator::new(self.model, self.seed));
        let outcomes = replicates
            .map(|replicate| {
                let mut watching = observer();
                let mut outcome = negotiator.negotiate(replicate, &mut watching);
                outcome.nulls = self.nulls.iter().filter_map(|&null| negotiator.under(null)).collect();
                let without_laggards = outcome.nulls.iter().find(|n| n.null == Null::LaggardsRemoved);
                outcome.without_laggards = without_laggards.map(|n| n.realised_depth);
                (outcome, watching)
            })
            .collect();
        if let Ok(mut idle) = self.idle.lock() {
            idle.push(negotiator);
        }
        outcomes
    }
}
