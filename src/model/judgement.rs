//! The evaluation of a full text by each party, without the losses of single clauses.

use super::{
    preferences::Preferences,
    width::{Pack, at_width, numbers, numbers_mut, packs},
};
use crate::text::Text;

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
    /// An empty judgement with capacity for this many parties.
    pub fn with_capacity(parties: usize) -> Self {
        let packs = packs(parties);
        Self { parties: 0, totals: Vec::with_capacity(packs), utilities: Vec::with_capacity(packs) }
    }

    /// Evaluates a full text.
    pub fn judge(&mut self, preferences: &Preferences, text: &Text) {
        self.resize_for(preferences);
        let (totals, utilities) = (&mut self.totals, &mut self.utilities);
        at_width!(preferences.full_text_width(), simd => preferences.sum(simd, text, totals, utilities));
        self.apply_curved_utility(preferences);
    }

    /// Resizes the arrays to these parties.
    pub(super) fn resize_for(&mut self, preferences: &Preferences) {
        self.parties = preferences.parties();
        self.totals.resize(packs(self.parties), Pack::default());
        self.utilities.resize(packs(self.parties), Pack::default());
    }

    /// Replaces 1 − L_i by u_i, unless utility is linear for all.
    pub(super) fn apply_curved_utility(&mut self, preferences: &Preferences) {
        if preferences.is_linear() {
            return;
        }
        let utilities = numbers_mut(&mut self.utilities)[..self.parties].iter_mut();
        for (i, (utility, total)) in utilities.zip(numbers(&self.totals)).enumerate() {
            *utility = preferences.utility(i, *total);
        }
    }

    /// The utilities u_i of the text.
    pub fn utilities(&self) -> &[f64] {
        &numbers(&self.utilities)[..self.parties]
    }

    /// The total losses L_i of the text.
    pub fn totals(&self) -> &[f64] {
        &numbers(&self.totals)[..self.parties]
    }
}
