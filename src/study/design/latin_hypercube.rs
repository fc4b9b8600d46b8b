//! The Latin hypercube: n points, exactly one in each of n equal strata of every factor.
//!
//! u_k(j) = (π_k(j) + v_k(j))/n, π_k a random permutation, v_k uniform on (0, 1), for point j of n and factor k.
//! McKay, Beckman & Conover (1979), Technometrics 21.

use serde::{Deserialize, Serialize};

use super::{DesignPlace, number};
use crate::random::Seed;

/// A Latin hypercube.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LatinHypercube {
    /// n ≥ 1: how many points.
    pub points: u32,
}

impl LatinHypercube {
    /// π: which stratum of a factor each point lies in (Fisher & Yates' shuffle).
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // below n
    pub fn strata(self, seed: Seed, factor: &str) -> Vec<u32> {
        let mut strata: Vec<u32> = (0..self.points).collect();
        let draws = super::numbers(seed, factor, "stratum");
        for (i, u) in (1..strata.len()).rev().zip(draws) {
            strata.swap(i, (u * (i as f64 + 1.0)) as usize);
        }
        strata
    }

    /// Where a point lies.
    pub fn places(self, strata: &[Vec<u32>], seed: Seed, factors: &[&str], point: u64) -> Vec<DesignPlace> {
        let n = f64::from(self.points.max(1));
        let stratum = |k: usize| strata[k].get(usize::try_from(point).unwrap_or(usize::MAX)).copied();
        let share = |(k, name): (usize, &&str)| {
            let within = number(seed, name, "within", point);
            DesignPlace::Share((f64::from(stratum(k).unwrap_or(0)) + within) / n)
        };
        factors.iter().enumerate().map(share).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Exactly one point in each stratum of every factor; factors are shuffled on their own.
    #[test]
    fn one_point_in_each_stratum() {
        for (points, seed) in [(1, 1), (2, 7), (10, 3), (97, 4), (1000, 5)] {
            let lhs = LatinHypercube { points };
            let factors = ["a", "b", "c"];
            let strata: Vec<Vec<u32>> = factors.iter().map(|f| lhs.strata(seed, f)).collect();
            for k in 0..factors.len() {
                let mut seen = vec![0; points as usize];
                for point in 0..u64::from(points) {
                    let DesignPlace::Share(u) = lhs.places(&strata, seed, &factors, point)[k].clone() else {
                        panic!("a share")
                    };
                    seen[(u * f64::from(points)) as usize] += 1;
                }
                assert!(seen.iter().all(|n| *n == 1), "{points} points, factor {k}");
            }
            assert!(points < 10 || strata[0] != strata[1]);
        }
    }
}
