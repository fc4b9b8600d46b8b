//! The plan of a study: which replicates of which point are negotiated, in which order, by which shard.
//!
//! A *run* is up to 32 consecutive replicates of one point: what is negotiated, written and found again together.
//! Runs come interleaved, all points once and then again, so that a study stopped early is balanced: in the order
//! of (first replicate, point). The order depends on the study alone.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    definition::Definition,
    design::Points,
    sequential::{Stopping, looks},
    table::Column,
};
use crate::random::BLOCK;

/// Consecutive replicates of one point. Ordered as they are run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Run {
    /// The first replicate.
    pub first: u64,
    /// The point.
    pub point: u64,
    /// How many replicates.
    pub count: u64,
}

/// The part of a study that one process runs: the i-th of n.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    /// i, from 1.
    pub nth: u32,
    /// n.
    pub of: u32,
}

impl Default for Shard {
    fn default() -> Self {
        Self { nth: 1, of: 1 }
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.nth, self.of)
    }
}

/// Not a shard.
#[derive(Debug, Error)]
#[error("\"{0}\" is no shard: write it as 3/8, for the third of eight")]
pub struct NoShard(String);

impl FromStr for Shard {
    type Err = NoShard;

    fn from_str(text: &str) -> Result<Self, NoShard> {
        let no = || NoShard(text.to_owned());
        let (nth, of) = text.split_once('/').ok_or_else(no)?;
        let shard = Self { nth: nth.parse().map_err(|_| no())?, of: of.parse().map_err(|_| no())? };
        if (1..=100_000).contains(&shard.of) && (1..=shard.of).contains(&shard.nth) {
            Ok(shard)
        } else {
            Err(no())
        }
    }
}

/// Which runs there are.
#[derive(Clone, Debug)]
pub struct Plan {
    points: u64,
    looks: Vec<u64>,
    stopping: Option<Stopping>,
}

impl Plan {
    /// The plan of a study whose replicates have these columns.
    pub fn new(definition: &Definition, columns: &[Column]) -> Self {
        let study = &definition.study;
        let looks = looks(study.replicates, study.until.as_ref());
        // That the measure is recorded is checked when the study is read.
        let stopping = study.until.as_ref().and_then(|u| Stopping::new(u, looks.len(), columns).ok());
        Self { points: Points::count(&study.design, &study.factors).unwrap_or(0), looks, stopping }
    }

    /// How many points there are.
    pub fn points(&self) -> u64 {
        self.points
    }

    /// The replicates at each look: one look where the number is fixed.
    pub fn looks(&self) -> &[u64] {
        &self.looks
    }

    /// When a point is sure enough; none where the number of replicates is fixed.
    pub fn stopping(&self) -> Option<&Stopping> {
        self.stopping.as_ref()
    }

    /// The runs up to the nth look, from the look before, in order.
    pub fn stage(&self, nth: usize) -> impl Iterator<Item = Run> + use<> {
        let end = self.looks[nth];
        let start = nth.checked_sub(1).map_or(0, |before| self.looks[before]);
        let points = self.points;
        let firsts = std::iter::successors(Some(start), move |first| Some(next_block(*first)))
            .take_while(move |first| *first < end);
        firsts.flat_map(move |first| {
            let count = next_block(first).min(end) - first;
            (0..points).map(move |point| Run { first, point, count })
        })
    }

    /// The place of a run among all runs that there could be.
    pub(crate) fn ordinal(&self, run: Run) -> u64 {
        let block = BLOCK as u64;
        // Looks that cut a block in two make one chunk more.
        let cuts =
            self.looks.iter().filter(|look| **look <= run.first && !look.is_multiple_of(block)).count();
        (run.first / block + cuts as u64) * self.points + run.point
    }

    /// Whether a run is one of this study's.
    pub fn has(&self, run: Run) -> bool {
        let end = self.looks.iter().copied().find(|look| *look > run.first);
        let starts = run.first.is_multiple_of(BLOCK as u64) || self.looks.contains(&run.first);
        run.point < self.points
            && starts
            && end.is_some_and(|end| run.count == next_block(run.first).min(end) - run.first)
    }

    /// Whether a shard has to do a run: every n-th where the number of replicates is fixed, every n-th point where
    /// a point decides when it is sure enough.
    pub(crate) fn owns(&self, shard: Shard, run: Run) -> bool {
        let of = u64::from(shard.of);
        let n = if self.stopping.is_some() { run.point } else { self.ordinal(run) };
        n % of == u64::from(shard.nth - 1)
    }

    /// Replicates of a study whose number is fixed; of one that is not, at most.
    pub fn replicates(&self) -> u64 {
        self.points.saturating_mul(self.looks.last().copied().unwrap_or(0))
    }
}

fn next_block(first: u64) -> u64 {
    (first / BLOCK as u64 + 1) * BLOCK as u64
}

/// Which runs are done.
#[derive(Clone, Debug, Default)]
pub struct Done(Vec<u64>);

impl Done {
    /// Marks the run of this ordinal; false where it was marked before.
    pub fn mark(&mut self, ordinal: u64) -> bool {
        let (word, bit) = split(ordinal);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        let new = self.0[word] & bit == 0;
        self.0[word] |= bit;
        new
    }

    /// Whether the run of this ordinal is marked.
    pub fn contains(&self, ordinal: u64) -> bool {
        let (word, bit) = split(ordinal);
        self.0.get(word).is_some_and(|w| w & bit != 0)
    }

    /// How many are marked.
    pub fn count(&self) -> u64 {
        self.0.iter().map(|word| u64::from(word.count_ones())).sum()
    }
}

#[allow(clippy::cast_possible_truncation)] // a study has at most 10^7 points and 10^9 replicates: 2^52 runs do not fit anyway
fn split(ordinal: u64) -> (usize, u64) {
    ((ordinal / 64) as usize, 1 << (ordinal % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(points: u64, looks: &[u64]) -> Plan {
        Plan { points, looks: looks.to_vec(), stopping: None }
    }

    #[test]
    fn runs_cover_every_replicate_once_in_order() {
        for looks in [vec![1], vec![32], vec![200], vec![200, 400, 800, 1000], vec![40, 80]] {
            let plan = plan(3, &looks);
            let mut seen = vec![0; (3 * looks.last().unwrap()) as usize];
            let (mut last, mut ordinals) = (None, Vec::new());
            for run in (0..looks.len()).flat_map(|nth| plan.stage(nth)) {
                assert!(last.is_none_or(|l| l < run), "{run:?} after {last:?}");
                assert!(plan.has(run), "{run:?}");
                assert!(!plan.has(Run { count: run.count + 1, ..run }));
                ordinals.push(plan.ordinal(run));
                (run.first..run.first + run.count).for_each(|r| seen[(r * 3 + run.point) as usize] += 1);
                last = Some(run);
            }
            assert!(seen.iter().all(|n| *n == 1));
            assert!(ordinals.windows(2).all(|w| w[0] + 1 == w[1]), "{ordinals:?}");
        }
    }

    #[test]
    fn every_run_has_one_shard() {
        let plan = plan(7, &[100]);
        for of in [1, 2, 3, 8] {
            for run in plan.stage(0) {
                assert_eq!((1..=of).filter(|nth| plan.owns(Shard { nth: *nth, of }, run)).count(), 1);
            }
        }
        assert!("3/8".parse::<Shard>().is_ok());
        for bad in ["0/8", "9/8", "3", "a/b", "1/0", "-1/2"] {
            assert!(bad.parse::<Shard>().is_err(), "{bad}");
        }
    }
}
