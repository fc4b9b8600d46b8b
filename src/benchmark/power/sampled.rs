//! Power estimated from random orders and random coalitions, for games whose swings are too many to count.
//!
//! Of random orders of the members the share in which i is pivotal estimates φ_i (Castro, Gómez & Tejada 2009, Computers &
//! Operations Research 36); of random coalitions the share in which i's own vote decides estimates β_i (Bachrach et al. 2010,
//! Autonomous Agents and Multi-Agent Systems 20). Draws are independent, so that every count is binomial.

use super::game::SimpleGame;
use crate::random::endless;

/// Draws, where members are few; fewer where they are many, so that it takes seconds.
const DRAWS: usize = 50_000;
/// Members times draws, at most.
const MOST_STEPS: usize = 20_000_000;
/// The fewest draws.
const FEWEST: usize = 2_000;

/// How often each member mattered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampledPower {
    /// The number of orders, and of coalitions.
    pub draws: u64,
    /// In how many orders each member was pivotal.
    pub pivots: Vec<u64>,
    /// In how many coalitions each member's own vote decided.
    pub swings: Vec<u64>,
    /// How many coalitions carried.
    pub carried: u64,
}

impl SimpleGame {
    /// Estimates power by sampling; the same draws in every run. The game must be monotone.
    pub fn sample_power(&self) -> SampledPower {
        let n = self.rows().len();
        let draws = (MOST_STEPS / n).clamp(FEWEST, DRAWS);
        let mut sampled =
            SampledPower { draws: draws as u64, pivots: vec![0; n], swings: vec![0; n], carried: 0 };
        let (mut orders, mut coins) = (endless("orders"), endless("coalitions"));
        let mut order: Vec<usize> = (0..n).collect();
        for _ in 0..draws {
            shuffle(&mut order, &mut orders);
            if let Some(pivot) = self.pivot(&order) {
                sampled.pivots[pivot] += 1;
            }
            let coalition: Vec<bool> = (0..n).map(|_| coins() < 0.5).collect();
            sampled.carried += u64::from(self.count_swings(&coalition, &mut sampled.swings));
        }
        sampled
    }

    /// The member that turns its predecessors in an order into a winning coalition.
    fn pivot(&self, order: &[usize]) -> Option<usize> {
        let mut sums = vec![0; self.rows()[0].len()];
        order.iter().copied().find(|&i| {
            sums.iter_mut().zip(&self.rows()[i]).for_each(|(sum, x)| *sum += x);
            self.wins(&sums)
        })
    }

    /// Counts the members whose own vote decides, if the others vote as in this coalition. Returns whether it carries.
    fn count_swings(&self, coalition: &[bool], swings: &mut [u64]) -> bool {
        let mut sums = vec![0; self.rows()[0].len()];
        for (row, _) in self.rows().iter().zip(coalition).filter(|(_, yes)| **yes) {
            sums.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
        }
        let carries = self.wins(&sums);
        let mut other = sums.clone();
        for (i, (row, yes)) in self.rows().iter().zip(coalition).enumerate() {
            for ((other, sum), x) in other.iter_mut().zip(&sums).zip(row) {
                *other = if *yes { sum - x } else { sum + x };
            }
            swings[i] += u64::from(self.wins(&other) != carries);
        }
        carries
    }
}

/// A uniformly random order (Fisher & Yates).
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few thousand members
fn shuffle(order: &mut [usize], numbers: &mut impl FnMut() -> f64) {
    for k in (1..order.len()).rev() {
        order.swap(k, (numbers() * (k + 1) as f64) as usize);
    }
}
