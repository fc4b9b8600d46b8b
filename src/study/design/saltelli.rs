//! Saltelli's design for variance-based sensitivity: two independent samples A and B of N points, and for each
//! factor i the sample AB_i, which is A with B's i-th column (BA_i too, for interactions of pairs).
//!
//! N(k + 2) points, N(2k + 2) with second order, row by row: A_j, B_j, AB_1j … AB_kj, BA_1j … BA_kj. Saltelli et
//! al. (2010), Computer Physics Communications 181; Saltelli (2002), 145.

use serde::{Deserialize, Serialize};

use super::{DesignPlace, number, sobol};
use crate::random::Seed;

/// Saltelli's design.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Saltelli {
    /// N: points of the base sample; a power of two is best.
    pub points: u32,
    /// Whether pairs of factors are wanted, too.
    #[serde(default)]
    pub second_order: bool,
    /// How A and B are drawn.
    #[serde(default)]
    pub sampling: Sampling,
}

/// How the base sample is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sampling {
    /// Scrambled Sobol' points in 2k dimensions (the default).
    #[default]
    Sobol,
    /// Independent uniform numbers.
    Random,
}

/// Which sample a point belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// A
    A,
    /// B
    B,
    /// AB_i: A with B's i-th column.
    Ab(usize),
    /// BA_i: B with A's i-th column.
    Ba(usize),
}

impl Saltelli {
    /// Points for each row of A.
    pub fn width(self, factors: u64) -> u64 {
        if self.second_order { 2 * factors + 2 } else { factors + 2 }
    }

    /// N(k + 2) or N(2k + 2).
    pub fn count(self, factors: u64) -> u64 {
        u64::from(self.points) * self.width(factors)
    }

    /// The row and sample of a point.
    #[allow(clippy::cast_possible_truncation)] // below 2k + 2
    pub fn sample(self, factors: usize, point: u64) -> (u64, Sample) {
        let width = self.width(factors as u64);
        let sample = match (point % width) as usize {
            0 => Sample::A,
            1 => Sample::B,
            n if n < 2 + factors => Sample::Ab(n - 2),
            n => Sample::Ba(n - 2 - factors),
        };
        (point / width, sample)
    }

    /// Where a point lies.
    pub fn places(self, seed: Seed, factors: &[&str], point: u64) -> Vec<DesignPlace> {
        let k = factors.len();
        let (row, sample) = self.sample(k, point);
        let from_b = |i: usize| match sample {
            Sample::A => false,
            Sample::B => true,
            Sample::Ab(changed) => i == changed,
            Sample::Ba(changed) => i != changed,
        };
        let coordinate = |i: usize| match (self.sampling, from_b(i)) {
            (Sampling::Sobol, b) => sobol::coordinate(seed, row, if b { k + i } else { i }),
            (Sampling::Random, b) => number(seed, factors[i], if b { "B" } else { "A" }, row),
        };
        (0..k).map(|i| DesignPlace::Share(coordinate(i))).collect()
    }
}
