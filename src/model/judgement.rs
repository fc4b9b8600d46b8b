//! What each party makes of a text, and nothing more: where no clause is asked about afterwards.

use super::{
    preferences::Preferences,
    width::{PACK, Pack, at_width, packs, read},
};
use crate::text::Text;
use fearless_simd::{Simd, f64x8, prelude::*};

/// 1 − L, cut at 0: the utility of most losses.
#[inline(always)]
pub fn linear_utility<S: Simd>(totals: f64x8<S>) -> f64x8<S> {
    (f64x8::splat(totals.simd, 1.0) - totals).max(0.0)
}

/// L_i = Σ_d ω_id ℓ_id(x_d), summed in clause order, and u_i = v(utility(L_i)).
#[derive(Clone, Debug, Default)]
pub struct Judgement {
    parties: usize,
    /// L_i.
    pub(super) totals: Vec<Pack>,
    /// u_i.
    pub(super) utilities: Vec<Pack>,
}

impl Judgement {
    /// Room for so many parties.
    pub fn with_capacity(parties: usize) -> Self {
        let room = packs(parties);
        Self { parties: 0, totals: Vec::with_capacity(room), utilities: Vec::with_capacity(room) }
    }

    /// Judges a whole text.
    pub fn judge(&mut self, preferences: &Preferences, text: &Text) {
        self.judge_into(preferences, text, &mut []);
    }

    /// The same, and keeps what each clause costs each party, the packs of one clause after those of another.
    pub(super) fn judge_into(&mut self, preferences: &Preferences, text: &Text, columns: &mut [Pack]) {
        self.parties = preferences.parties();
        self.totals.resize(packs(self.parties), [0.0; PACK]);
        preferences.sum(text, &mut self.totals, columns);
        self.enjoy(preferences);
    }

    /// u_i of L_i.
    pub(super) fn enjoy(&mut self, preferences: &Preferences) {
        self.utilities.resize(self.totals.len(), [0.0; PACK]);
        if preferences.is_linear() {
            at_width!(preferences.width(), simd => {
                for (utilities, totals) in self.utilities.iter_mut().zip(&self.totals) {
                    linear_utility(read(simd, totals)).store_array(utilities);
                }
            });
            return;
        }
        let parties = self.utilities.as_flattened_mut()[..self.parties].iter_mut();
        for (i, (u, total)) in parties.zip(self.totals.as_flattened()).enumerate() {
            *u = preferences.utility(i, *total);
        }
    }

    /// u_i of the text.
    pub fn utilities(&self) -> &[f64] {
        &self.utilities.as_flattened()[..self.parties]
    }

    /// L_i of the text.
    pub fn totals(&self) -> &[f64] {
        &self.totals.as_flattened()[..self.parties]
    }
}
