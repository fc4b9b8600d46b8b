//! Many replicates, in parallel, handed on in order.

use std::{ops::ControlFlow, ops::Range, sync::Mutex};

use rayon::prelude::*;

use crate::{
    model::Model,
    negotiation::{Negotiator, Observer},
    null::Null,
    outcome::Outcome,
    random::{BLOCK, Seed},
};

/// More replicates than this are refused.
pub const MAX_REPLICATES: u64 = 1_000_000_000;
/// Blocks of replicates that are negotiated at once; as many wait to be handed on.
const BATCH: u64 = 64;
/// The same where each is watched: what observers hold is in memory too.
const WATCHED_BATCH: u64 = 8;

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

    /// Asks these null models, too, what they make of every replicate.
    #[must_use]
    pub fn with_nulls(mut self, nulls: &[Null]) -> Self {
        self.nulls.extend_from_slice(nulls);
        self.nulls.sort_unstable();
        self.nulls.dedup();
        self
    }

    /// Runs the replicates on the current thread pool and hands each outcome to `sink`, in order, whatever the
    /// number of threads. Stops when `sink` breaks.
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
        let batch = if O::WATCHES { WATCHED_BATCH } else { BATCH };
        let (mut start, mut waiting) = (replicates.start, Vec::new());
        while start < replicates.end {
            let end = ((start / BLOCK as u64 + batch) * BLOCK as u64).min(replicates.end);
            let mut negotiated = Vec::new();
            // Others negotiate already while this thread hands on what they have done before.
            rayon::in_place_scope(|scope| {
                scope.spawn(|_| negotiated = self.negotiate_batch(start..end, &observer));
                hand_on(waiting.drain(..), &mut sink)
            })?;
            (start, waiting) = (end, negotiated);
        }
        hand_on(waiting.into_iter(), &mut sink)
    }

    /// Negotiates some replicates in parallel; by block, in order.
    fn negotiate_batch<O: Observer + Send>(
        &self,
        replicates: Range<u64>,
        observer: &(impl Fn() -> O + Sync),
    ) -> Vec<Vec<(Outcome, O)>> {
        let block = BLOCK as u64;
        let blocks = (replicates.start / block..replicates.end.div_ceil(block)).into_par_iter();
        let within = |b: u64| (b * block).max(replicates.start)..((b + 1) * block).min(replicates.end);
        blocks.map(|b| self.negotiate(within(b), observer)).collect()
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

/// Hands on each outcome, until `sink` breaks.
fn hand_on<O, B>(
    blocks: impl Iterator<Item = Vec<(Outcome, O)>>,
    sink: &mut impl FnMut(Outcome, O) -> ControlFlow<B>,
) -> ControlFlow<B> {
    blocks.flatten().try_for_each(|(outcome, observer)| sink(outcome, observer))
}
