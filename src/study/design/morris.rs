//! Morris' trajectories: r walks through a grid of p levels, each changing every factor once, in random order.
//!
//! A walk starts at x* with x*_k ∈ {0, 1/(p−1), …, 1 − Δ}, Δ = p/(2(p−1)), and moves one factor after another by
//! ±Δ (down, where the start was mirrored), so that k factors take k + 1 points. With p even every level is equally
//! likely. Morris (1991), Technometrics 33. The effects are read off by [`crate::study::sensitivity`].

use serde::{Deserialize, Serialize};

use super::{DesignPlace, number};
use crate::random::Seed;

/// Morris' trajectories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Morris {
    /// r ≥ 2: how many; 20 to 50 are customary.
    pub trajectories: u32,
    /// p, even: levels of each factor.
    #[serde(default = "four")]
    pub levels: u32,
}

fn four() -> u32 {
    4
}

impl Morris {
    /// r(k + 1).
    pub fn count(self, factors: u64) -> u64 {
        u64::from(self.trajectories) * (factors + 1)
    }

    /// Δ = p/(2(p−1)): the step, as a share of a factor's range.
    pub fn step(self) -> f64 {
        f64::from(self.levels) / (2.0 * (f64::from(self.levels) - 1.0))
    }

    /// The order in which walk t moves the factors: `order[j]` moves between its points j and j + 1.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    pub fn order(self, seed: Seed, factors: &[&str], t: u64) -> Vec<usize> {
        let mut order: Vec<usize> = (0..factors.len()).collect();
        for i in (1..order.len()).rev() {
            let u = number(seed, factors[i], "order", t);
            order.swap(i, (u * (i as f64 + 1.0)) as usize);
        }
        order
    }

    /// Where a point lies: point t(k + 1) + j has moved the first j factors of walk t's order.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // small whole numbers
    pub fn places(self, seed: Seed, factors: &[&str], point: u64) -> Vec<DesignPlace> {
        let length = factors.len() as u64 + 1;
        let (t, j) = (point / length, (point % length) as usize);
        let order = self.order(seed, factors, t);
        let low = f64::from(self.levels / 2);
        factors
            .iter()
            .enumerate()
            .map(|(k, name)| {
                // The lower end of the step is one of the levels 0 … p/2 − 1.
                let start = (number(seed, name, "start", t) * low).floor();
                let down = number(seed, name, "down", t) < 0.5;
                let moved = order[..j].contains(&k);
                let level = if moved == down { start } else { start + low };
                DesignPlace::Closed(level / (f64::from(self.levels) - 1.0))
            })
            .collect()
    }
}
