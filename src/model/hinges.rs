//! Weighted sums of what is above 0: Σ w_i max(0, z_i + c_i), for many changes c.

use fearless_simd::{Simd, f64x8, prelude::*};

use super::width::{PACK, Pack, Width, at_width, packs, read};

/// What each party lacks, z_i, and its weight, w_i; what is missing from the last pack weighs nothing.
#[derive(Clone, Debug, Default)]
pub struct Hinges {
    lacks: Vec<Pack>,
    weights: Vec<Pack>,
    parties: usize,
    sums: Vec<f64>,
}

impl Hinges {
    /// Nobody yet, with capacity for this many parties.
    pub fn with_capacity(parties: usize) -> Self {
        let packs = || Vec::with_capacity(packs(parties));
        Self { lacks: packs(), weights: packs(), parties: 0, sums: Vec::new() }
    }

    /// Forgets everyone.
    pub fn clear(&mut self) {
        self.lacks.clear();
        self.weights.clear();
        self.parties = 0;
    }

    /// Adds a party.
    pub fn push(&mut self, lacks: f64, weight: f64) {
        let (pack, lane) = (self.parties / PACK, self.parties % PACK);
        if lane == 0 {
            self.lacks.push(Pack::default());
            self.weights.push(Pack::default());
        }
        (self.lacks[pack].0[lane], self.weights[pack].0[lane]) = (lacks, weight);
        self.parties += 1;
    }

    /// The sum for each of these changes, as many packs each as there are of parties. The bits do not depend on the width:
    /// lanes are summed apart, and then in pairs.
    pub fn sums(&mut self, width: Width, changes: &[Pack]) -> &[f64] {
        self.sums.clear();
        self.sums.reserve(changes.len() / self.lacks.len().max(1));
        let (lacks, weights, sums) = (&self.lacks[..], &self.weights[..], &mut self.sums);
        at_width!(width, simd => {
            for change in changes.chunks_exact(lacks.len().max(1)) {
                sums.push(sum(simd, lacks, weights, change));
            }
        });
        &self.sums
    }
}

#[inline(always)]
fn sum<S: Simd>(simd: S, lacks: &[Pack], weights: &[Pack], change: &[Pack]) -> f64 {
    let mut lanes = f64x8::splat(simd, 0.0);
    for ((lacks, weights), change) in lacks.iter().zip(weights).zip(change) {
        let above = (read(simd, lacks) + read(simd, change)).max(0.0);
        lanes += above * read(simd, weights);
    }
    let [a, b, c, d, e, f, g, h] = *lanes.as_array();
    ((a + e) + (c + g)) + ((b + f) + (d + h))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::endless;

    /// At every width, for any number of parties, what a plain loop gives.
    #[test]
    fn sums_are_those_of_a_plain_loop() {
        let mut number = endless("hinges");
        for parties in 1..30_usize {
            let packs = packs(parties);
            let mut hinges = Hinges::default();
            let of: Vec<(f64, f64)> = (0..parties).map(|_| (number() - 0.5, number())).collect();
            of.iter().for_each(|&(lacks, weight)| hinges.push(lacks, weight));
            let changes: Vec<Pack> =
                (0..3 * packs).map(|_| Pack(std::array::from_fn(|_| number() - 0.5))).collect();
            let all: Vec<Vec<f64>> =
                Width::all().into_iter().map(|width| hinges.sums(width, &changes).to_vec()).collect();
            for (k, change) in changes.chunks_exact(packs).enumerate() {
                let with = |i: usize| (of[i].0 + change[i / PACK].0[i % PACK]).max(0.0) * of[i].1;
                let plain: f64 = (0..parties).map(with).sum();
                assert!((all[0][k] - plain).abs() < 1e-13);
                assert!(all.iter().all(|sums| sums[k].to_bits() == all[0][k].to_bits()));
            }
        }
    }
}
