//! Sobol' points with Owen's scrambling: they fill the space of factors more evenly than chance does, and each
//! point by itself is uniform.
//!
//! u_k(j) from direction numbers of Joe & Kuo (2008), nested uniform scrambling by hashing after Burley (2020),
//! Journal of Computer Graphics Techniques 9(4), by the crate `sobol_burley`. The first 2^m points lie one in each
//! of 2^m strata of every factor, so powers of two are best.

use serde::{Deserialize, Serialize};

use super::DesignPlace;
use crate::random::Seed;

/// The sequence ends there.
pub const MAX_SOBOL_POINTS: u32 = 1 << 16;
/// Factors beyond this would repeat.
pub const MAX_SOBOL_FACTORS: usize = sobol_burley::NUM_DIMENSIONS as usize;

/// Sobol' points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sobol {
    /// How many points, 1 to 65,536; a power of two is best.
    pub points: u32,
}

/// Where a point lies.
pub fn places(factors: usize, seed: Seed, point: u64) -> Vec<DesignPlace> {
    (0..factors).map(|k| DesignPlace::Share(coordinate(seed, point, k))).collect()
}

/// u_k of a point, in [0, 1).
#[allow(clippy::cast_possible_truncation)] // validated to fit
pub fn coordinate(seed: Seed, point: u64, k: usize) -> f64 {
    let folded = (seed ^ (seed >> 32)) as u32;
    f64::from(sobol_burley::sample(point as u32, k as u32, folded))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A (0, 1)-sequence in every factor: the first 2^m points, one in each of 2^m strata.
    #[test]
    fn one_point_in_each_binary_stratum() {
        for seed in [1, 2, 99] {
            for k in [0, 1, 2, 9, 40] {
                for m in [1, 4, 10, 14] {
                    let n = 1_u64 << m;
                    let mut seen = vec![0; n as usize];
                    (0..n).for_each(|j| seen[(coordinate(seed, j, k) * n as f64) as usize] += 1);
                    assert!(seen.iter().all(|c| *c == 1), "seed {seed}, factor {k}, 2^{m} points");
                }
            }
        }
    }
}
