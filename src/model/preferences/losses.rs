//! ω_id ℓ_id(x): what a clause costs each party, pack by pack.

use std::ops::ControlFlow::{self, Continue};

use fearless_simd::{Simd, f64x8, prelude::*};

use super::{
    Preferences, Stake,
    lanes::{at, between},
};
use crate::{
    model::width::{PACK, at_width, read},
    preference::Loss,
    text::{ClauseId, Value},
};

impl Preferences {
    /// Writes ω_id ℓ_id(value) for every party into `column`.
    pub fn column(&self, clause: ClauseId, value: Value, column: &mut [f64]) {
        at_width!(self.width, simd => self.fill(simd, clause, value, column));
    }

    #[inline(always)]
    fn fill<S: Simd>(&self, simd: S, clause: ClauseId, value: Value, column: &mut [f64]) {
        self.losses(
            simd,
            clause,
            value,
            #[inline(always)]
            |pack, losses| {
                let rest = &mut column[pack * PACK..];
                let parties = rest.len().min(PACK);
                rest[..parties].copy_from_slice(&losses.as_array()[..parties]);
                Continue(())
            },
        );
    }

    /// Hands ω_id ℓ_id(value) to `take`, pack by pack, until it breaks.
    #[inline(always)]
    pub(in crate::model) fn losses<S: Simd>(
        &self,
        simd: S,
        clause: ClauseId,
        value: Value,
        take: impl FnMut(usize, f64x8<S>) -> ControlFlow<()>,
    ) {
        let stakes = self.row(clause);
        // A loop to each distance, inlined: only so is it compiled for this width.
        macro_rules! weigh {
            (|$pack:pat_param, $ideals:pat_param| $loss:expr) => {
                weigh(
                    simd,
                    stakes,
                    #[inline(always)]
                    |$pack, $ideals| $loss,
                    take,
                )
            };
        }
        let (lo, hi) = match value {
            Value::Interval { lo, hi } => (lo, hi),
            Value::Option(option) => {
                let losses = &self.options[clause.index()][usize::from(option) * self.packs..][..self.packs];
                return weigh!(|pack, _| read(simd, &losses[pack]));
            }
        };
        let (x, end) = (f64x8::splat(simd, lo), f64x8::splat(simd, hi));
        // Named apart so that the commonest loops are compiled without a branch.
        match self.shared.map(|t| (t.loss, t.reading)) {
            Some((Loss::CityBlock, _)) if lo == hi => weigh!(|_, p| (x - p).abs()),
            Some((loss, _)) if lo == hi => weigh!(|_, p| at(loss, x, p)),
            Some((Loss::CityBlock, reading)) => {
                weigh!(|_, p| between(Loss::CityBlock, (x, end), p, reading))
            }
            Some((loss, reading)) => weigh!(|_, p| between(loss, (x, end), p, reading)),
            None => weigh!(|pack, p| self.each_by_its_taste(pack, (lo, hi), p)),
        }
    }

    /// ℓ of a pack of parties that judge each in its own way.
    #[inline(always)]
    fn each_by_its_taste<S: Simd>(&self, pack: usize, (lo, hi): (f64, f64), ideals: f64x8<S>) -> f64x8<S> {
        let mut losses = *ideals.as_array();
        for (loss, taste) in losses.iter_mut().zip(&self.tastes[pack * PACK..]) {
            *loss = taste.loss.over(lo, hi, *loss, taste.reading);
        }
        f64x8::load_array(ideals.simd, losses)
    }
}

/// Hands ω ℓ to `take`, pack by pack, until it breaks.
#[inline(always)]
fn weigh<S: Simd>(
    simd: S,
    stakes: &[Stake],
    loss: impl Fn(usize, f64x8<S>) -> f64x8<S>,
    mut take: impl FnMut(usize, f64x8<S>) -> ControlFlow<()>,
) {
    for (pack, stake) in stakes.iter().enumerate() {
        let losses = loss(pack, read(simd, &stake.ideals)) * read(simd, &stake.saliences);
        if take(pack, losses).is_break() {
            break;
        }
    }
}
