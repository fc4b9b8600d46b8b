//! Batches of single-clause changes for small groups, with one SIMD lane per change instead of per party.
//!
//! The operations and their order are those of [`super::losses`], so the bits are the same.

use fearless_simd::{Simd, f64x8, prelude::*};

use super::{
    Preferences, Stake, UtilityParams,
    lanes::{at, between},
};
use crate::{
    model::width::{PACK, Pack},
    text::{ClauseId, Value},
};

/// The largest group that is evaluated in batches. With five parties (`hollow-text`) a run takes 0.83 of the instructions it
/// takes with one lane per party; with seven (the flagship) it is slightly slower.
pub const MAX_BATCHED_PARTIES: usize = 5;

/// The stakes of unused lanes.
static ZERO_STAKE: Stake = Stake { ideals: Pack([0.0; PACK]), saliences: Pack([0.0; PACK]) };

/// Up to [`PACK`] changes of one clause each, one per lane; unused lanes are zero.
pub struct ChangeBatch<'a> {
    /// The group's ideals and saliences on the clause of each change.
    stakes: [&'a Stake; PACK],
    /// The lower and upper ends of the new values.
    lo: [f64; PACK],
    hi: [f64; PACK],
    /// The utility parameters shared by the group.
    utility_params: UtilityParams,
}

impl<'a> ChangeBatch<'a> {
    /// An empty batch for a group with shared utility parameters.
    #[inline]
    pub(in crate::model) fn new(utility_params: UtilityParams) -> Self {
        let (stakes, ends) = ([&ZERO_STAKE; PACK], [0.0; PACK]);
        Self { stakes, lo: ends, hi: ends, utility_params }
    }

    /// Sets a lane to a change; returns false if the new value is an option.
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

    /// Calls `take` for each party with ω_id ℓ_id of each change.
    #[inline(always)]
    pub(in crate::model) fn losses<S: Simd>(
        &self,
        simd: S,
        parties: usize,
        mut take: impl FnMut(usize, f64x8<S>),
    ) {
        let (lo, hi) = (f64x8::load_array(simd, self.lo), f64x8::load_array(simd, self.hi));
        let (UtilityParams { loss, reading, .. }, points) = (self.utility_params, self.lo == self.hi);
        for party in 0..parties.min(MAX_BATCHED_PARTIES) {
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
