//! Changes of one clause abreast: in a group of a few, a lane to each change instead of to each party.
//!
//! The operations and their order are those of [`super::losses`], so that the bits are the same.

use fearless_simd::{Simd, f64x8, prelude::*};

use super::{
    Preferences, Stake, Taste,
    lanes::{at, between},
};
use crate::{
    model::width::{PACK, Pack},
    text::{ClauseId, Value},
};

/// A few. With five parties (`hollow-text`) a run counts .83 of the instructions that it does with lanes to parties; with seven
/// (the flagship) it took a little longer.
pub const FEW: usize = 5;

/// Nothing at stake.
static NOTHING: Stake = Stake { ideals: Pack([0.0; PACK]), saliences: Pack([0.0; PACK]) };

/// A few changes of one clause each; in lanes to spare nothing is at stake.
pub struct Abreast<'a> {
    /// What the group has at stake in the clause of each.
    stakes: [&'a Stake; PACK],
    /// What each would have the clause say.
    lo: [f64; PACK],
    hi: [f64; PACK],
    /// How everybody judges.
    taste: Taste,
}

impl<'a> Abreast<'a> {
    /// Without any change yet, for a group that judges alike.
    #[inline]
    pub(in crate::model) fn new(taste: Taste) -> Self {
        let (stakes, ends) = ([&NOTHING; PACK], [0.0; PACK]);
        Self { stakes, lo: ends, hi: ends, taste }
    }

    /// Takes a lane for a change; false where it is to an option.
    #[inline]
    pub(in crate::model) fn set(
        &mut self,
        lane: usize,
        preferences: &'a Preferences,
        clause: ClauseId,
        value: Value,
    ) -> bool {
        let Value::Interval { lo, hi } = value else { return false };
        self.stakes[lane] = &preferences.stakes[clause.index()];
        (self.lo[lane], self.hi[lane]) = (lo, hi);
        true
    }

    /// Hands ω_id ℓ_id of each change to `take`, party by party.
    #[inline(always)]
    pub(in crate::model) fn losses<S: Simd>(
        &self,
        simd: S,
        parties: usize,
        mut take: impl FnMut(usize, f64x8<S>),
    ) {
        let (lo, hi) = (f64x8::load_array(simd, self.lo), f64x8::load_array(simd, self.hi));
        let (Taste { loss, reading, .. }, points) = (self.taste, self.lo == self.hi);
        for party in 0..parties.min(FEW) {
            let ideals = f64x8::load_array(simd, self.stakes.map(|stake| stake.ideals.0[party]));
            let saliences = f64x8::load_array(simd, self.stakes.map(|stake| stake.saliences.0[party]));
            let at_point = at(loss, lo, ideals);
            let losses = if points {
                at_point
            } else {
                lo.simd_lt(hi).select(between(loss, (lo, hi), ideals, reading), at_point)
            };
            take(party, losses * saliences);
        }
    }
}
