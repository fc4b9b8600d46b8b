//! The for_each_lossted loss ω_id ℓ_id(x) of a clause for each party, pack by pack.

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

    /// Calls `take` for each pack with ω_id ℓ_id(value), until it breaks.
    #[inline(always)]
    pub(in crate::model) fn losses<S: Simd>(
        &self,
        simd: S,
        clause: ClauseId,
        value: Value,
        take: impl FnMut(usize, f64x8<S>) -> ControlFlow<()>,
    ) {
        let stakes = self.row(clause);
        // One inlined loop per loss function: a loop that is not inlined is not compiled for this width.
        macro_rules! for_each_loss {
            (|$pack:pat_param, $ideals:pat_param| $loss:expr) => {
                for_each_loss(
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
                return for_each_loss!(|pack, _| read(simd, &losses[pack]));
            }
        };
        let (x, end) = (f64x8::splat(simd, lo), f64x8::splat(simd, hi));
        // City-block is matched separately so that the most common loops have no branch.
        match self.shared.map(|t| (t.loss, t.reading)) {
            Some((Loss::CityBlock, _)) if lo == hi => for_each_loss!(|_, p| (x - p).abs()),
            Some((loss, _)) if lo == hi => for_each_loss!(|_, p| at(loss, x, p)),
            Some((Loss::CityBlock, reading)) => {
                for_each_loss!(|_, p| between(Loss::CityBlock, (x, end), p, reading))
            }
            Some((loss, reading)) => for_each_loss!(|_, p| between(loss, (x, end), p, reading)),
            None => for_each_loss!(|pack, p| self.individual_losses(pack, (lo, hi), p)),
        }
    }

    /// ℓ of a pack of parties with individual utility parameters.
    #[inline(always)]
    fn individual_losses<S: Simd>(&self, pack: usize, (lo, hi): (f64, f64), ideals: f64x8<S>) -> f64x8<S> {
        let mut losses = *ideals.as_array();
        for (loss, utility_params) in losses.iter_mut().zip(&self.utility_params[pack * PACK..]) {
            *loss = utility_params.loss.over(lo, hi, *loss, utility_params.reading);
        }
        f64x8::load_array(ideals.simd, losses)
    }
}

/// Calls `take` for each pack with ω ℓ, until it breaks.
#[inline(always)]
fn for_each_loss<S: Simd>(
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
