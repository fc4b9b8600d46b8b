//! What each settles for: reservation values, from the status quo and from what it can do without a text (specification §2).

use super::Realisation;
use crate::{
    model::{Model, Preferences},
    text::{ClauseId, Text},
};

impl Realisation {
    /// u(q) and r of everyone.
    pub(super) fn compute_reservations(&mut self, model: &Model) {
        self.judged.judge(&self.national, &self.status_quo);
        self.at_status_quo.copy_from_slice(self.judged.utilities());
        for i in 0..self.at_status_quo.len() {
            // A minimum of points is what the party has without a text.
            if let Some(minimum) = self.at_minimum(model, i) {
                self.at_status_quo[i] = minimum;
            }
        }
        self.set_reservations(|parties, i| parties.at_minimum(model, i));
    }

    /// Utility of a deal worth just a country's minimum of points, where it has one; above 1 where no deal is worth so many.
    fn at_minimum(&self, model: &Model, i: usize) -> Option<f64> {
        let loss = model.countries[i].loss_at_minimum?;
        Some(if loss < 0.0 { 1.0 - loss } else { self.effective.utility(i, loss) })
    }

    /// r of everyone: `fixed`, or else what follows from its utility of the status quo.
    fn set_reservations(&mut self, fixed: impl Fn(&Self, usize) -> Option<f64>) {
        self.judged.judge(&self.effective, &self.status_quo);
        for i in 0..self.reservations.len() {
            let at_status_quo = self.judged.utilities()[i];
            self.reservations[i] =
                fixed(self, i).unwrap_or_else(|| self.reservation(&self.effective, i, at_status_quo));
        }
    }

    /// Restricts the parties to one clause: whoever cares about it has all its salience there, and its reservation value is
    /// the one for that clause: its surplus on the whole text, divided by ω_id. Whoever does not care about it gains nothing
    /// without it either. A minimum of points is about the whole text.
    pub(in crate::negotiation) fn restrict_to(&mut self, model: &Model, clause: ClauseId) {
        for i in 0..self.effective.parties() {
            let concerned = self.national.salience(i, clause) > 0.0;
            for other in model.clause_ids() {
                let at_stake = other == clause && concerned;
                self.effective.set_salience(i, other, f64::from(u8::from(at_stake)));
            }
            self.alternatives.set_concerned(i, concerned);
        }
        self.set_reservations(|_, _| None);
    }

    /// Lifts the restriction to one clause.
    pub(in crate::negotiation) fn restore_all_clauses(&mut self, model: &Model) {
        for i in 0..self.effective.parties() {
            for clause in model.clause_ids() {
                self.effective.set_salience(i, clause, self.national.salience(i, clause));
            }
            self.alternatives.set_concerned(i, true);
        }
        self.set_reservations(|parties, i| parties.at_minimum(model, i));
    }

    /// r of a country that wants this, with its utility of the status quo.
    fn reservation(&self, wants: &Preferences, i: usize, at_status_quo: f64) -> f64 {
        at_status_quo + self.alternatives.worth(i, at_status_quo, |text| wants.utility_of(i, text))
    }

    /// r of a country by what it wants itself, before its blocs draw it: what it settles for as the sponsor of a text.
    pub fn national_reservation(&self, model: &Model, i: usize) -> f64 {
        let reservation = || self.reservation(&self.national, i, self.at_status_quo[i]);
        self.at_minimum(model, i).unwrap_or_else(reservation)
    }

    /// r of a bloc with this utility of the status quo: what its members' alternatives are worth to it, on average. A club's
    /// text is worth what the bloc makes of it, so that clubs never put r above 1.
    ///
    /// A mean of the members' reservations would let an internal-veto bloc, whose common position likes the
    /// status quo better than most members do, settle for less than nothing.
    pub fn bloc_reservation(
        &self,
        at_status_quo: f64,
        members: impl Iterator<Item = (usize, f64)>,
        utility: impl Fn(&Text) -> f64,
    ) -> f64 {
        let (mut heads, mut weight, mut plain, mut weighted) = (0.0_f64, 0.0, 0.0, 0.0);
        for (i, m) in members {
            let worth = self.alternatives.worth(i, at_status_quo, &utility);
            (heads, plain) = (heads + 1.0, plain + worth);
            (weight, weighted) = (weight + m, weighted + m * worth);
        }
        // Members of no weight still count, alike.
        at_status_quo + if weight > 0.0 { weighted / weight } else { plain / heads.max(1.0) }
    }
}
