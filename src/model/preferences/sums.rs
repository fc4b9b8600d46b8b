//! L_i = Σ_d ω_id ℓ_id(x_d) of a full text, summed in clause order.
//!
//! If all parties have the same loss function and every value is a point, sums stay in registers; otherwise each clause
//! loops over all packs. The order of a party's summands is the same either way, so the bits are the same.

use std::{ops::ControlFlow::Continue, slice::ChunksExact};

use fearless_simd::{Simd, f64x8, prelude::*};

use super::{Preferences, Stake, lanes::at};
use crate::{
    model::{
        sums::{Summands, linear_utility, sum_packs},
        width::{Pack, read},
    },
    preference::Loss,
    text::{ClauseId, Text, Value},
};

impl Preferences {
    /// Writes L_i into `totals` and 1 − L_i, cut at 0, into `utilities`.
    #[inline(always)]
    pub(in crate::model) fn sum<S: Simd>(
        &self,
        simd: S,
        text: &Text,
        totals: &mut [Pack],
        utilities: &mut [Pack],
    ) {
        let points = text.0.iter().all(|value| matches!(value, Value::Interval { lo, hi } if lo == hi));
        let rows = self.stakes.chunks_exact(self.packs.max(1));
        match self.shared.map(|utility_params| utility_params.loss).filter(|_| points) {
            Some(Loss::CityBlock) => {
                sum_packs(simd, &PointTerms { rows, text, loss: CityBlock }, totals, utilities)
            }
            Some(loss) => sum_packs(simd, &PointTerms { rows, text, loss }, totals, utilities),
            None => self.sum_clauses(simd, text, totals, utilities),
        }
    }

    #[inline(always)]
    fn sum_clauses<S: Simd>(&self, simd: S, text: &Text, totals: &mut [Pack], utilities: &mut [Pack]) {
        totals.fill(Pack::default());
        for (d, value) in text.0.iter().enumerate() {
            self.losses(
                simd,
                ClauseId::new(d),
                *value,
                #[inline(always)]
                |pack, losses| {
                    (read(simd, &totals[pack]) + losses).store_array(&mut totals[pack].0);
                    Continue(())
                },
            );
        }
        for (utility, total) in utilities.iter_mut().zip(totals) {
            linear_utility(read(simd, total)).store_array(&mut utility.0);
        }
    }
}

/// The terms ω_id ℓ(x_d) of a text of points.
struct PointTerms<'a, L> {
    /// Ideals and saliences, clause by clause.
    rows: ChunksExact<'a, Stake>,
    text: &'a Text,
    loss: L,
}

impl<L: PointLoss> Summands for PointTerms<'_, L> {
    #[inline(always)]
    fn sums<S: Simd, const N: usize>(&self, simd: S, first: usize) -> [f64x8<S>; N] {
        let mut sums = [f64x8::splat(simd, 0.0); N];
        for (value, row) in self.text.0.iter().zip(self.rows.clone()) {
            let (Value::Interval { lo, .. }, Some(stakes)) = (value, row[first..].first_chunk::<N>()) else {
                break;
            };
            let x = f64x8::splat(simd, *lo);
            for k in 0..N {
                let loss = self.loss.at(x, read(simd, &stakes[k].ideals));
                sums[k] += loss * read(simd, &stakes[k].saliences);
            }
        }
        sums
    }
}

/// ℓ at points x for ideals p.
trait PointLoss: Copy {
    fn at<S: Simd>(self, x: f64x8<S>, p: f64x8<S>) -> f64x8<S>;
}

impl PointLoss for Loss {
    #[inline(always)]
    fn at<S: Simd>(self, x: f64x8<S>, p: f64x8<S>) -> f64x8<S> {
        at(self, x, p)
    }
}

/// |x − p|, as a type of its own so that the most common loop has no branch.
#[derive(Clone, Copy)]
struct CityBlock;

impl PointLoss for CityBlock {
    #[inline(always)]
    fn at<S: Simd>(self, x: f64x8<S>, p: f64x8<S>) -> f64x8<S> {
        at(Loss::CityBlock, x, p)
    }
}
