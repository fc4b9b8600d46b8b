//! Refinement of the Nash solution.
//!
//! The Nash product is flat at its maximum, so a solver that stops at a gap of 1e−10 determines the text only to about 1e−6.
//! On each clause the slope of Σ α_i ln s_i is decreasing; bisection finds its zero, and the product never decreases.

use super::{AgreementSet, IdenticalParties};
use crate::{
    preference::Loss,
    text::{ClauseId, Text, Value},
};

/// The distance from the solver's text that is searched.
const SEARCH_RADIUS: f64 = 1e-4;
/// The number of bisection steps: enough for full precision.
const BISECTIONS: u32 = 60;
/// The number of passes over all clauses.
const SWEEPS: u32 = 30;

impl AgreementSet<'_> {
    /// Maximises Σ α_i ln s_i clause by clause, starting from a text near the maximum at which all parties gain.
    pub(super) fn refine_nash(&self, text: &mut Text, powers: &[f64]) {
        for _ in 0..SWEEPS {
            for clause in self.model.clause_ids() {
                let x = text[clause].middle();
                let (mut low, mut high) = ((x - SEARCH_RADIUS).max(0.0), (x + SEARCH_RADIUS).min(1.0));
                for _ in 0..BISECTIONS {
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

    /// d/dx_d Σ α_i ln s_i = Σ α_i u_i'/s_i; at a kink, the right derivative.
    fn slope(&self, text: &Text, powers: &[f64], clause: ClauseId) -> f64 {
        let utilities = self.utilities(text);
        let of_group = |(group, power): (&IdenticalParties, &f64)| {
            let party = group.party;
            let salience = self.preferences.salience(party, clause);
            let ideal = self.preferences.ideal(party, clause);
            let loss = self.preferences.utility_params(party).loss;
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
