//! Sums over clauses, in clause order. A block of packs keeps its sums in registers while looping over the clauses.
//!
//! The order of a party's summands does not depend on the block size, so the bits are always the same.

use std::{array::from_mut, slice::ChunksExact};

use fearless_simd::{Simd, f64x8, prelude::*};

use super::width::{Pack, read};

/// The number of packs whose sums are kept in registers at once: half of AVX2's sixteen registers.
const BLOCK_PACKS: usize = 4;

/// Terms that are summed over clauses for each party.
pub trait Summands {
    /// The sums of N packs, starting at `first`. Implementations must be `#[inline(always)]`.
    fn sums<S: Simd, const N: usize>(&self, simd: S, first: usize) -> [f64x8<S>; N];
}

/// Writes the sums of each pack into `totals`, and 1 minus the sums, cut at 0, into `utilities`.
#[inline(always)]
pub fn sum_packs<S: Simd>(simd: S, summands: &impl Summands, totals: &mut [Pack], utilities: &mut [Pack]) {
    let (blocks, rest) = totals.as_chunks_mut::<BLOCK_PACKS>();
    let (utility_blocks, utility_rest) = utilities.as_chunks_mut::<BLOCK_PACKS>();
    let rest_from = blocks.len() * BLOCK_PACKS;
    for (b, (totals, utilities)) in blocks.iter_mut().zip(utility_blocks).enumerate() {
        sum_block(simd, summands, b * BLOCK_PACKS, totals, utilities);
    }
    for (k, (total, utility)) in rest.iter_mut().zip(utility_rest).enumerate() {
        sum_block(simd, summands, rest_from + k, from_mut(total), from_mut(utility));
    }
}

#[inline(always)]
fn sum_block<S: Simd, const N: usize>(
    simd: S,
    summands: &impl Summands,
    first: usize,
    totals: &mut [Pack; N],
    utilities: &mut [Pack; N],
) {
    let sums: [_; N] = summands.sums(simd, first);
    for k in 0..N {
        sums[k].store_array(&mut totals[k].0);
        linear_utility(sums[k]).store_array(&mut utilities[k].0);
    }
}

/// 1 − L, cut at 0: the utility of losses that are linear.
#[inline(always)]
pub fn linear_utility<S: Simd>(totals: f64x8<S>) -> f64x8<S> {
    (f64x8::splat(totals.simd, 1.0) - totals).max(0.0)
}

/// Terms stored in memory, clause by clause.
pub struct Columns<'a> {
    columns: ChunksExact<'a, Pack>,
}

impl<'a> Columns<'a> {
    /// Columns with this many packs per clause.
    pub fn new(columns: &'a [Pack], packs: usize) -> Self {
        Self { columns: columns.chunks_exact(packs.max(1)) }
    }
}

impl Summands for Columns<'_> {
    #[inline(always)]
    fn sums<S: Simd, const N: usize>(&self, simd: S, first: usize) -> [f64x8<S>; N] {
        let mut sums = [f64x8::splat(simd, 0.0); N];
        for column in self.columns.clone() {
            let Some(numbers) = column[first..].first_chunk::<N>() else { break };
            for k in 0..N {
                sums[k] += read(simd, &numbers[k]);
            }
        }
        sums
    }
}
