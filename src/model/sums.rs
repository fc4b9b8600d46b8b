//! Sums over clauses, in clause order: a block of packs keeps its sums in registers while it goes through the clauses.
//!
//! A party's summands come in the same order however many packs go side by side, so that the bits are the same.

use std::{array::from_mut, slice::ChunksExact};

use fearless_simd::{Simd, f64x8, prelude::*};

use super::width::{Pack, read};

/// Packs whose sums are kept in registers at once: half of the sixteen that AVX2 has.
const AT_ONCE: usize = 4;

/// What is summed for each party.
pub trait Summands {
    /// The sums of N packs from `first` on. To be `#[inline(always)]`.
    fn sums<S: Simd, const N: usize>(&self, simd: S, first: usize) -> [f64x8<S>; N];
}

/// Writes each pack's sums into `totals` and what they leave of 1 into `utilities`.
#[inline(always)]
pub fn add_up<S: Simd>(simd: S, summands: &impl Summands, totals: &mut [Pack], utilities: &mut [Pack]) {
    let (blocks, rest) = totals.as_chunks_mut::<AT_ONCE>();
    let (utility_blocks, utility_rest) = utilities.as_chunks_mut::<AT_ONCE>();
    let rest_from = blocks.len() * AT_ONCE;
    for (b, (totals, utilities)) in blocks.iter_mut().zip(utility_blocks).enumerate() {
        add_up_block(simd, summands, b * AT_ONCE, totals, utilities);
    }
    for (k, (total, utility)) in rest.iter_mut().zip(utility_rest).enumerate() {
        add_up_block(simd, summands, rest_from + k, from_mut(total), from_mut(utility));
    }
}

#[inline(always)]
fn add_up_block<S: Simd, const N: usize>(
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

/// 1 − L, cut at 0: the utility of most losses.
#[inline(always)]
pub fn linear_utility<S: Simd>(totals: f64x8<S>) -> f64x8<S> {
    (f64x8::splat(totals.simd, 1.0) - totals).max(0.0)
}

/// Numbers as they stand, the packs of one clause after those of another.
pub struct Columns<'a> {
    columns: ChunksExact<'a, Pack>,
}

impl<'a> Columns<'a> {
    /// Of a clause so many packs.
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
