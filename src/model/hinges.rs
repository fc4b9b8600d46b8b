//! Weighted sums of what is above 0: Σ w_i max(0, z_i + c_i), for many changes c.

use fearless_simd::{Simd, f64x8, prelude::*};

use super::width::{Pack, Width, at_width, packs, read};

/// What each party lacks, z_i, and its weight, w_i; what is missing from the last pack weighs nothing.
#[derive(Clone, Debug, Default)]
pub struct Hinges {
    lacks: Vec<Pack>,
    weights: Vec<Pack>,
}

impl Hinges {
    /// Nobody yet, with capacity for this many parties.
    pub fn with_capacity(parties: usize) -> Self {
        Self { lacks: Vec::with_capacity(packs(parties)), weights: Vec::with_capacity(packs(parties)) }
    }

    /// Sets what everyone lacks, and the weights, pack by pack.
    pub fn set(&mut self, parties: impl Iterator<Item = [Pack; 2]>) {
        self.lacks.clear();
        self.weights.clear();
        for [lacks, weights] in parties {
            self.lacks.push(lacks);
            self.weights.push(weights);
        }
    }

    /// Passes the sum for each of these changes to `take`; a change may come in several terms. The bits do not depend on the
    /// width: lanes are summed apart, and then in pairs.
    pub fn sums<'a, const TERMS: usize>(
        &self,
        width: Width,
        changes: impl Iterator<Item = [&'a [Pack]; TERMS]>,
        mut take: impl FnMut(f64),
    ) {
        let (lacks, weights) = (&self.lacks[..], &self.weights[..]);
        at_width!(width, simd => {
            for change in changes {
                take(sum(simd, lacks, weights, change));
            }
        });
    }
}

#[inline(always)]
fn sum<S: Simd, const TERMS: usize>(
    simd: S,
    lacks: &[Pack],
    weights: &[Pack],
    change: [&[Pack]; TERMS],
) -> f64 {
    let mut lanes = f64x8::splat(simd, 0.0);
    let (weights, change) = (&weights[..lacks.len()], change.map(|term| &term[..lacks.len()]));
    for (pack, lacks) in lacks.iter().enumerate() {
        let mut above = read(simd, lacks);
        for term in change {
            above += read(simd, &term[pack]);
        }
        lanes += above.max(0.0) * read(simd, &weights[pack]);
    }
    let [a, b, c, d, e, f, g, h] = *lanes.as_array();
    ((a + e) + (c + g)) + ((b + f) + (d + h))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::PACK, random::endless};

    /// At every width, for any number of parties, what a plain loop gives.
    #[test]
    fn sums_are_those_of_a_plain_loop() {
        let mut number = endless("hinges");
        for parties in 1..30_usize {
            let packs = packs(parties);
            let mut pack = |most: f64| Pack(std::array::from_fn(|_| number() - 1.0 + most));
            let of: Vec<[Pack; 2]> = (0..packs).map(|_| [pack(0.5), pack(1.0)]).collect();
            let mut hinges = Hinges::default();
            hinges.set(of.iter().copied());
            let changes: Vec<Pack> = (0..6 * packs).map(|_| pack(0.5)).collect();
            let pairs = || changes.chunks_exact(2 * packs).map(|two| [&two[..packs], &two[packs..]]);
            let all: Vec<Vec<f64>> = Width::all()
                .into_iter()
                .map(|width| {
                    let mut sums = Vec::new();
                    hinges.sums(width, pairs(), |sum| sums.push(sum));
                    sums
                })
                .collect();
            for (k, change) in pairs().enumerate() {
                let mut plain = 0.0;
                for p in 0..packs {
                    for i in 0..PACK {
                        let above = of[p][0].0[i] + change[0][p].0[i] + change[1][p].0[i];
                        plain += above.max(0.0) * of[p][1].0[i];
                    }
                }
                assert!((all[0][k] - plain).abs() < 1e-13);
                assert!(all.iter().all(|sums| sums[k].to_bits() == all[0][k].to_bits()));
            }
        }
    }
}
