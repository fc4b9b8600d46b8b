//! What each party makes of a text, and nothing more: where no clause is asked about afterwards.

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
    /// Room for so many parties.
    pub fn with_capacity(parties: usize) -> Self {
        let room = packs(parties);
        Self { parties: 0, totals: Vec::with_capacity(room), utilities: Vec::with_capacity(room) }
    }

    /// Judges a whole text.
    pub fn judge(&mut self, preferences: &Preferences, text: &Text) {
        self.turn_to(preferences);
        let (totals, utilities) = (&mut self.totals, &mut self.utilities);
        at_width!(preferences.width_of_wholes(), simd => preferences.sum(simd, text, totals, utilities));
        self.bend(preferences);
    }

    /// Makes room for these parties.
    pub(super) fn turn_to(&mut self, preferences: &Preferences) {
        self.parties = preferences.parties();
        self.totals.resize(packs(self.parties), Pack::default());
        self.utilities.resize(packs(self.parties), Pack::default());
    }

    /// u_i of L_i, where it is not 1 − L.
    pub(super) fn bend(&mut self, preferences: &Preferences) {
        if preferences.is_linear() {
            return;
        }
        let utilities = numbers_mut(&mut self.utilities)[..self.parties].iter_mut();
        for (i, (utility, total)) in utilities.zip(numbers(&self.totals)).enumerate() {
            *utility = preferences.utility(i, *total);
        }
    }

    /// u_i of the text.
    pub fn utilities(&self) -> &[f64] {
        &numbers(&self.utilities)[..self.parties]
    }

    /// L_i of the text.
    pub fn totals(&self) -> &[f64] {
        &numbers(&self.totals)[..self.parties]
    }
}
