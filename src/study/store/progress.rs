//! What a shard, or a whole study, has finished.

use std::collections::BTreeMap;

use super::record::{JournalEntry, Yield};
use crate::study::{
    plan::{Done, Plan},
    sequential::Evidence,
};

/// What is finished.
#[derive(Clone, Debug, Default)]
pub struct StoreProgress {
    /// Which runs.
    pub done: Done,
    /// Replicates that yielded rows.
    pub replicates: u64,
    /// Points that make no sense, and why.
    pub failed: BTreeMap<u64, String>,
    /// What the measure of sequential stopping has shown, by point; empty where the number is fixed.
    pub evidence: Vec<Evidence>,
}

impl StoreProgress {
    /// Nothing yet.
    pub fn new(plan: &Plan) -> Self {
        let points = if plan.stopping().is_some() { plan.points() } else { 0 };
        let evidence = vec![Evidence::default(); usize::try_from(points).unwrap_or(0)];
        Self { evidence, ..Self::default() }
    }

    /// Takes in what a run yielded.
    pub fn add(&mut self, plan: &Plan, entry: &JournalEntry) {
        if !self.done.mark(plan.ordinal(entry.run)) {
            return;
        }
        match &entry.result {
            Yield::Failed(why) => _ = self.failed.insert(entry.run.point, why.clone()),
            Yield::Rows { replicates, .. } => {
                self.replicates += entry.run.count;
                let place = usize::try_from(entry.run.point).unwrap_or(usize::MAX);
                if let (Some(stopping), Some(evidence)) = (plan.stopping(), self.evidence.get_mut(place)) {
                    replicates.iter().for_each(|row| stopping.add(evidence, row));
                }
            }
        }
    }

    /// How many replicates of a point have been seen; 0 where nobody asks.
    fn seen(&self, point: u64) -> Option<&Evidence> {
        self.evidence.get(usize::try_from(point).ok()?)
    }

    /// Whether the nth look's runs of a point are wanted: it has come to the look before, and was not sure enough.
    pub fn wants(&self, plan: &Plan, point: u64, nth: usize) -> bool {
        let Some(before) = nth.checked_sub(1).map(|before| plan.looks()[before]) else { return true };
        match (plan.stopping(), self.seen(point)) {
            (Some(stopping), Some(seen)) if seen.replicates() == before => !stopping.suffices(seen),
            (_, seen) => seen.is_some_and(|seen| seen.replicates() > before),
        }
    }
}
