//! What consensus converges to, whatever the chair: the earliest moment at which some clear text meets everybody's claim
//! (specification §5.3).
//!
//! t* = min { t : some x has u_i(x) ≥ a_i(t) − τ_i for every voice i }, and x* is such a text at t*. Claims fall over
//! time, and the texts that meet them grow with it, so t* is found by bisection over linear programmes. Where several texts
//! are left at t*, x* is the one with the least weighted loss Σ m_i L_i.

use super::{
    AgreementSet, Unsolved, clear_text,
    programme::{Demand, Programme},
    welfare::Welfare,
};
use crate::{
    model::{Model, Preferences},
    tactic::Tactic,
    text::Text,
};

/// How often the range of moments is halved: to 1e−9 of the deadline.
const HALVES: u32 = 30;
/// A least margin of −1e−9 counts as 0: the solver's own tolerance is 1e−10.
const SLACK: f64 = 1e-9;

/// What a voice asks for over time, and how far below that it lets a text pass.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Claim {
    /// r, the reservation value.
    pub reservation: f64,
    /// β and k.
    pub tactic: Tactic,
    /// τ ≥ 0: how far below its aspiration level a text may leave it before it objects.
    pub tolerance: f64,
    /// m ≥ 0: how much it weighs where several texts are left.
    pub weight: f64,
}

impl Claim {
    /// a(t) − τ at the moment t ∈ [0, 1], as a share of the deadline.
    fn at(&self, t: f64) -> f64 {
        self.tactic.aspiration_at(t, self.reservation) - self.tolerance
    }
}

/// When consensus comes if nothing but aspirations holds it up, and on what text.
#[derive(Clone, Debug, PartialEq)]
pub struct ConsensusLimit {
    /// t* ∈ [0, 1], as a share of the deadline.
    pub moment: f64,
    /// x*, a clear text.
    pub text: Text,
}

/// The limit of consensus among parties with these preferences and claims, in the same order; `None` where no text ever meets
/// all claims.
///
/// # Errors
/// If a clause is a choice among options, nobody has a claim, or the solver fails.
pub fn consensus_limit(
    model: &Model,
    preferences: &Preferences,
    claims: &[Claim],
) -> Result<Option<ConsensusLimit>, Unsolved> {
    let reservations: Vec<f64> = claims.iter().map(|claim| claim.reservation).collect();
    let set = AgreementSet::new(model, preferences, &vec![true; claims.len()], &reservations)?;
    set.find_consensus_limit(claims)
}

/// Whether some clear text meets everybody's claim at the deadline.
///
/// # Errors
/// As [`consensus_limit`].
pub fn consensus_text_exists(
    model: &Model,
    preferences: &Preferences,
    claims: &[Claim],
) -> Result<bool, Unsolved> {
    let reservations: Vec<f64> = claims.iter().map(|claim| claim.reservation).collect();
    let set = AgreementSet::new(model, preferences, &vec![true; claims.len()], &reservations)?;
    Ok(set.least_margin(claims, 1.0)? >= -SLACK)
}

impl AgreementSet<'_> {
    fn find_consensus_limit(&self, claims: &[Claim]) -> Result<Option<ConsensusLimit>, Unsolved> {
        if self.least_margin(claims, 1.0)? < -SLACK {
            return Ok(None);
        }
        let (mut early, mut moment) = (0.0, 1.0);
        if self.least_margin(claims, 0.0)? >= -SLACK {
            moment = 0.0;
        }
        for _ in 0..HALVES {
            let middle = f64::midpoint(early, moment);
            if self.least_margin(claims, middle)? >= -SLACK {
                moment = middle;
            } else {
                early = middle;
            }
        }
        Ok(Some(ConsensusLimit { moment, text: self.least_loss(claims, moment)? }))
    }

    /// What everybody claims at `t`, less `slack` in its rating, and shares of what is left.
    fn demands_at(&self, claims: &[Claim], t: f64, slack: f64, share: f64) -> Vec<Demand> {
        let demand = |(party, claim): (usize, &Claim)| Demand {
            party,
            least: self.rating_at(party, claim.at(t)) - slack,
            share,
        };
        claims.iter().enumerate().map(demand).collect()
    }

    /// max over x of min_i (rating_i(x) − the rating that meets i's claim at `t`); at least 0 iff some text meets them all.
    fn least_margin(&self, claims: &[Claim], t: f64) -> Result<f64, Unsolved> {
        let demands = self.demands_at(claims, t, 0.0, 1.0);
        let held: Vec<f64> = self.model.status_quo().map(|value| value.middle()).collect();
        let held = self.ratings.of(&held);
        let margin = demands.iter().map(|d| held[d.party] - d.least).fold(f64::INFINITY, f64::min);
        Ok(Programme::over(&self.ratings, demands).maximise_share(margin).solve()?.share)
    }

    /// Of the texts that meet all claims at `t`, one with the least weighted loss.
    fn least_loss(&self, claims: &[Claim], t: f64) -> Result<Text, Unsolved> {
        let demands = self.demands_at(claims, t, 2.0 * SLACK, 0.0);
        let start = Programme::over(&self.ratings, demands.clone()).solve()?.text;
        let weights: Vec<f64> = claims.iter().map(|claim| claim.weight).collect();
        Ok(clear_text(&Welfare::sum(&self.ratings, demands, &weights).maximise(start)?))
    }
}
