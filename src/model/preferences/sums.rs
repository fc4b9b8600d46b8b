//! L_i = Σ_d ω_id ℓ_id(x_d) of a whole text, summed in clause order.
//!
//! Where all parties lose by the same distance and every clause is a point, a few packs at a time keep their sums in
//! registers while they go through the clauses; otherwise each clause goes through all packs. A party's summands come in
//! the same order either way, so that the bits are the same.

use std::ops::ControlFlow::Continue;

use fearless_simd::{Simd, f64x8, prelude::*};

use super::{Preferences, lanes::at};
use crate::{
    model::width::{PACK, Pack, at_width, read},
    preference::Loss,
    text::{ClauseId, Text, Value},
};

/// Packs whose sums are kept in registers at once: half of the sixteen that AVX2 has.
const AT_ONCE: usize = 4;

impl Preferences {
    /// Writes L_i into `totals`; and each ω_id ℓ_id into `columns`, the packs of one clause after those of another, where
    /// that has room for them.
    pub(in crate::model) fn sum(&self, text: &Text, totals: &mut [Pack], columns: &mut [Pack]) {
        let points = || text.0.iter().all(|value| matches!(value, Value::Interval { lo, hi } if lo == hi));
        let shared = self.shared.map(|taste| taste.loss).filter(|_| points());
        at_width!(self.width, simd => match shared {
            Some(Loss::CityBlock) => {
                self.sum_points(simd, text, totals, columns, #[inline(always)] |x, p| (x - p).abs());
            }
            Some(loss) => self.sum_points(simd, text, totals, columns, #[inline(always)] |x, p| at(loss, x, p)),
            None => self.sum_clauses(simd, text, totals, columns),
        });
    }

    #[inline(always)]
    fn sum_clauses<S: Simd>(&self, simd: S, text: &Text, totals: &mut [Pack], columns: &mut [Pack]) {
        totals.fill([0.0; PACK]);
        for (d, value) in text.0.iter().enumerate() {
            let column = columns.get_mut(d * self.packs..(d + 1) * self.packs);
            let (column, totals) = (column.unwrap_or_default(), &mut totals[..self.packs]);
            self.losses(
                simd,
                ClauseId::new(d),
                *value,
                #[inline(always)]
                |pack, losses| {
                    if let Some(slot) = column.get_mut(pack) {
                        losses.store_array(slot);
                    }
                    (read(simd, &totals[pack]) + losses).store_array(&mut totals[pack]);
                    Continue(())
                },
            );
        }
    }

    #[inline(always)]
    fn sum_points<S: Simd>(
        &self,
        simd: S,
        text: &Text,
        totals: &mut [Pack],
        columns: &mut [Pack],
        loss: impl Fn(f64x8<S>, f64x8<S>) -> f64x8<S> + Copy,
    ) {
        let (blocks, rest) = totals.as_chunks_mut::<AT_ONCE>();
        let done = blocks.len() * AT_ONCE;
        for (block, totals) in blocks.iter_mut().enumerate() {
            self.sum_block(simd, text, block * AT_ONCE, totals, columns, loss);
        }
        for (pack, total) in rest.iter_mut().enumerate() {
            self.sum_block(simd, text, done + pack, std::array::from_mut(total), columns, loss);
        }
    }

    /// The sums of N packs from `first` on.
    #[inline(always)]
    fn sum_block<S: Simd, const N: usize>(
        &self,
        simd: S,
        text: &Text,
        first: usize,
        totals: &mut [Pack; N],
        columns: &mut [Pack],
        loss: impl Fn(f64x8<S>, f64x8<S>) -> f64x8<S>,
    ) {
        let mut sums = [f64x8::splat(simd, 0.0); N];
        let mut place = first;
        for value in &text.0 {
            let (Value::Interval { lo, .. }, Some(ideals), Some(saliences)) =
                (value, from::<N>(&self.ideals, place), from::<N>(&self.saliences, place))
            else {
                break;
            };
            let x = f64x8::splat(simd, *lo);
            let mut column = columns.get_mut(place..).and_then(|rest| rest.first_chunk_mut::<N>());
            for k in 0..N {
                let weighed = loss(x, read(simd, &ideals[k])) * read(simd, &saliences[k]);
                if let Some(column) = &mut column {
                    weighed.store_array(&mut column[k]);
                }
                sums[k] += weighed;
            }
            place += self.packs;
        }
        for (total, sum) in totals.iter_mut().zip(sums) {
            sum.store_array(total);
        }
    }
}

/// N packs from a place on.
#[inline(always)]
fn from<const N: usize>(packs: &[Pack], place: usize) -> Option<&[Pack; N]> {
    packs.get(place..)?.first_chunk()
}
