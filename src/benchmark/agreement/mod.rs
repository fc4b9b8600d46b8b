//! Solutions of the bargaining problem over the texts that all parties accept (specification §5).
//!
//! F = { x ∈ [0, 1]^D : s_i(x) = u_i(x) − r_i ≥ 0 for every party with a voice }, over point texts. On F:
//!
//! - deepest: max Σ a_d x_d (the tolerance frontier D^T* of specification §2, scope clauses at full coverage);
//! - Nash (1950): max Σ α_i ln s_i; parties that can gain nothing on F are left out of the product;
//! - Kalai & Smorodinsky (1975): the largest equal share t of each party's maximum gain, s_i ≥ t · max_F s_i;
//! - egalitarian (Kalai 1977): max min s_i; utilitarian: max Σ u_i.
//!
//! Each question is a linear programme in the values of the clauses, whose inequalities are tangents of the parties' concave
//! ratings, found when a text violates them; the best text is proved to be within 1e−8 of the best in utility. The deepest text,
//! improvements and dominance are available for every loss and risk attitude, because acceptance sets are always convex; the
//! other solutions need concave utility, here: linear in the loss, so neither Gaussian nor risk-averse. If several texts are
//! the deepest, or give the same equal shares, the one with the least mean loss is returned; of several that are still equally
//! good, the vertex that the simplex method reaches from the highest values, the same on every machine. Options clauses are not supported; texts of options alone are
//! enumerated by [`Scores`](super::PackageScores).

mod consensus_limit;
mod cuts;
mod hull;
mod programme;
mod ratings;
mod simplex;
mod solutions;
mod welfare;

use thiserror::Error;

pub use consensus_limit::{Claim, ConsensusLimit, consensus_limit, consensus_text_exists};
pub use hull::lies_among;
pub use solutions::Solution;

use crate::{
    model::{ClauseModel, Judgement, Model, Preferences},
    preference::Loss,
    text::{Text, Value},
};
use programme::{Demand, Programme};
use ratings::Ratings;
use welfare::Welfare;

/// Why there is no solution.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Unsolved {
    /// A clause is a choice among options.
    #[error("a clause is a choice among options")]
    Options,
    /// Nobody has a voice.
    #[error("nobody has a voice")]
    Nobody,
    /// No text gives everybody what it asks for.
    #[error("no text gives everybody what it asks for")]
    Nothing,
    /// Utility is not linear in the loss.
    #[error("utility is Gaussian or not neutral to risk")]
    Curved,
    /// The solver failed.
    #[error("the solver gave up: {why}")]
    GaveUp {
        /// What went wrong.
        why: String,
    },
}

impl Unsolved {
    fn gave_up(why: String) -> Self {
        Self::GaveUp { why }
    }
}

/// The texts that every party with a voice accepts.
#[derive(Clone, Debug)]
pub struct AgreementSet<'a> {
    model: &'a Model,
    preferences: &'a Preferences,
    /// Reservation values by party.
    reservations: Vec<f64>,
    /// Those with a voice.
    parties: Vec<usize>,
    ratings: Ratings,
}

impl<'a> AgreementSet<'a> {
    /// The texts that give the parties marked in `voices` at least these reservation values (by country).
    ///
    /// # Errors
    /// If a clause is a choice among options, or nobody has a voice.
    pub fn new(
        model: &'a Model,
        preferences: &'a Preferences,
        voices: &[bool],
        reservations: &[f64],
    ) -> Result<Self, Unsolved> {
        if model.clauses.iter().any(|clause| clause.options > 0) {
            return Err(Unsolved::Options);
        }
        let parties: Vec<usize> = (0..voices.len()).filter(|&i| voices[i]).collect();
        if parties.is_empty() {
            return Err(Unsolved::Nobody);
        }
        let ratings = Ratings::new(preferences);
        Ok(Self { model, preferences, reservations: reservations.to_vec(), parties, ratings })
    }

    /// The texts that they accept instead of the status quo: r_i = u_i(q).
    ///
    /// # Errors
    /// As [`AgreementSet::new`].
    pub fn over_status_quo(
        model: &'a Model,
        preferences: &'a Preferences,
        voices: &[bool],
    ) -> Result<Self, Unsolved> {
        let mut judged = Judgement::default();
        judged.judge(preferences, &Text(model.status_quo().collect()));
        Self::new(model, preferences, voices, judged.utilities())
    }

    /// The largest gain that every member of a coalition could have at once over `text`: max_y min_i (u_i(y) − u_i(x)) if
    /// utility is linear in the loss, otherwise a monotone transform of it. Above 0 iff some text is better for all members.
    ///
    /// # Errors
    /// If the solver fails.
    pub fn improvement(&self, coalition: &[usize], text: &Text) -> Result<f64, Unsolved> {
        let now = self.utilities(text);
        let demand = |&party: &usize| Demand { party, least: self.rating_at(party, now[party]), share: 1.0 };
        let demands = coalition.iter().map(demand).collect();
        Ok(Programme::over(&self.ratings, demands).maximise_share(0.0).solve()?.share)
    }

    /// A text that is no worse than `text` for any party with a voice, and its total gain Σ (u_i(y) − u_i(x)), which is the
    /// maximum if utility is linear in the loss. The gain is 0 iff `text` is Pareto optimal.
    ///
    /// # Errors
    /// If the solver fails.
    pub fn dominating(&self, text: &Text) -> Result<(Text, f64), Unsolved> {
        let now = self.utilities(text);
        let demand = |&party: &usize| Demand { party, least: self.rating_at(party, now[party]), share: 0.0 };
        let demands = self.parties.iter().map(demand).collect();
        let sum = Welfare::sum(&self.ratings, demands, &self.equal_powers());
        let better = clear_text(&sum.maximise(text.0.iter().map(|value| value.middle()).collect())?);
        let then = self.utilities(&better);
        let gain = self.parties.iter().map(|&i| then[i] - now[i]).sum();
        Ok((better, gain))
    }

    /// 1 for every party with a voice.
    fn equal_powers(&self) -> Vec<f64> {
        let mut powers = vec![0.0; self.reservations.len()];
        self.parties.iter().for_each(|&party| powers[party] = 1.0);
        powers
    }

    /// u_i of a text, by party.
    fn utilities(&self, text: &Text) -> Vec<f64> {
        let mut judged = Judgement::default();
        judged.judge(self.preferences, text);
        judged.utilities().to_vec()
    }

    /// The rating (1 − loss; −loss for Gaussian utility) at which a party's utility is `utility`.
    fn rating_at(&self, party: usize, utility: f64) -> f64 {
        let utility_params = self.preferences.utility_params(party);
        // Above 1, the utility of the ideal, no text is enough, whatever the attitude to risk.
        let neutral = if utility_params.risk == 0.0 || utility > 1.0 {
            utility
        } else {
            -libm::log1p(utility * libm::expm1(-utility_params.risk)) / utility_params.risk
        };
        match utility_params.loss {
            // Utility is always above a reservation value of 0 or less, so every loss is accepted.
            Loss::Gaussian(sigma) if neutral > 0.0 => 2.0 * sigma * sigma * libm::log(neutral),
            Loss::Gaussian(_) => -1e3,
            Loss::CityBlock | Loss::Quadratic | Loss::Euclidean | Loss::Asymmetric { .. } => neutral,
        }
    }

    /// Whether the utility of every party equals its rating, so that it can be part of an objective.
    fn is_linear(&self) -> bool {
        self.parties.iter().all(|&party| {
            let utility_params = self.preferences.utility_params(party);
            let linear = match utility_params.loss {
                Loss::CityBlock | Loss::Quadratic | Loss::Euclidean | Loss::Asymmetric { .. } => true,
                Loss::Gaussian(_) => false,
            };
            linear && utility_params.risk == 0.0
        })
    }
}

/// The tolerance frontier D^T* (specification §2): the depth of the deepest text that all parties marked in `voices` accept instead
/// of the status quo, to 1e−6; `None` if there is no solution.
pub fn tolerance_frontier(model: &Model, preferences: &Preferences, voices: &[bool]) -> Option<f64> {
    let deepest =
        AgreementSet::over_status_quo(model, preferences, voices).and_then(|set| set.deepest()).ok()?;
    Some((deepest.depth * 1e6).round() / 1e6)
}

/// The text with scope clauses at full coverage.
fn full_scope(model: &Model, text: &Text) -> Text {
    let full =
        |(clause, &value): (&ClauseModel, &Value)| if clause.scope { Value::point(1.0) } else { value };
    Text(model.clauses.iter().zip(&text.0).map(full).collect())
}

/// The text with these values.
fn clear_text(values: &[f64]) -> Text {
    Text(values.iter().copied().map(Value::point).collect())
}
