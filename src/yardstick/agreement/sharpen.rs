//! The last digits of the Nash solution.
//!
//! A product of gains is flat at its top, so that a solver which stops at a gap of 1e−10 leaves the text open by about
//! 1e−6. Clause by clause, the slope of Σ α_i ln s_i falls all the way, and where it crosses 0 is found by halving; the
//! product only grows.

use super::{AgreementSet, Alike};
use crate::{
    preference::Loss,
    text::{ClauseId, Text, Value},
};

/// How far from the solver's text the top is looked for.
const REACH: f64 = 1e-4;
/// How often the range is halved: past the last bit.
const HALVINGS: u32 = 60;
/// How often every clause is gone through.
const SWEEPS: u32 = 30;

impl AgreementSet<'_> {
    /// Moves a text, near the top already and with gains for all, to where Σ α_i ln s_i is largest clause by clause.
    pub(super) fn sharpen(&self, text: &mut Text, powers: &[f64]) {
        for _ in 0..SWEEPS {
            for clause in self.model.clause_ids() {
                let x = text[clause].middle();
                let (mut low, mut high) = ((x - REACH).max(0.0), (x + REACH).min(1.0));
                for _ in 0..HALVINGS {
                    let middle = f64::midpoint(low, high);
                    text[clause] = Value::point(middle);
                    if self.slope(text, powers, clause) > 0.0 {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
                text[clause] = Value::point(high);
            }
        }
    }

    /// d/dx_d Σ α_i ln s_i = Σ α_i u_i'/s_i, to the right of a kink.
    fn slope(&self, text: &Text, powers: &[f64], clause: ClauseId) -> f64 {
        let utilities = self.utilities(text);
        let of_group = |(group, power): (&Alike, &f64)| {
            let party = group.party;
            let salience = self.preferences.salience(party, clause);
            let ideal = self.preferences.ideal(party, clause);
            let loss = self.preferences.taste(party).loss;
            let per_loss = match loss {
                Loss::Euclidean => 0.5 / (1.0 - utilities[party]).max(f64::MIN_POSITIVE),
                Loss::CityBlock | Loss::Quadratic | Loss::Gaussian(_) | Loss::Asymmetric { .. } => 1.0,
            };
            let slope = -salience * loss.slope(text[clause].middle(), ideal) * per_loss;
            power * slope / (utilities[party] - self.reservations[party])
        };
        self.groups.iter().zip(powers).map(of_group).sum()
    }
}
