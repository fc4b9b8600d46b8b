//! Sums over clauses, in clause order: a block of packs keeps its sums in registers while it goes through the clauses.
//!
//! A party's summands come in the same order however many packs go side by side, so that the bits are the same.

use std::slice::ChunksExact;

use fearless_simd::{Simd, f64x8, prelude::*};

use super::width::{Pack, read};

/// Packs whose sums are kept in registers at once: half of the sixteen that AVX2 has.
const AT_ONCE: usize = 4;

/// What is summed for each party.
pub trait Summands {
    /// The sums of N packs from `first` on. To be `#[inline(always)]`.
    fn sums<S: Simd, const N: usize>(&self, simd: S, first: usize) -> [f64x8<S>; N];
}

/// Writes each pack's sums into `totals` and shows them to `see`.
#[inline(always)]
pub fn add_up<S: Simd>(
    simd: S,
    summands: &impl Summands,
    totals: &mut [Pack],
    mut see: impl FnMut(usize, f64x8<S>),
) {
    let (blocks, rest) = totals.as_chunks_mut::<AT_ONCE>();
    let rest_from = blocks.len() * AT_ONCE;
    for (b, block) in blocks.iter_mut().enumerate() {
        let sums: [_; AT_ONCE] = summands.sums(simd, b * AT_ONCE);
        for (k, sum) in sums.into_iter().enumerate() {
            sum.store_array(&mut block[k].0);
            see(b * AT_ONCE + k, sum);
        }
    }
    for (k, total) in rest.iter_mut().enumerate() {
        let [sum] = summands.sums(simd, rest_from + k);
        sum.store_array(&mut total.0);
        see(rest_from + k, sum);
    }
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
