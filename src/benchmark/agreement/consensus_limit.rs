//! What consensus converges to, whatever the chair: the earliest moment at which some clear text meets everybody's claim
//! (specification §5.3).
//!
//! t* = min { t : some x has u_i(x) ≥ a_i(t) − τ_i for every voice i }, and x* is such a text at t*. Claims fall over
//! time, and the texts that meet them grow with it, so t* is found by bisection over convex programmes. Where several texts
//! are left at t*, x* is the one with the least weighted loss Σ m_i L_i.

use super::{
    AgreementSet, IdenticalParties, MAX_SIZE_PER_GROUP, TextProgramme, Unsolved, check_size,
    programme::Affine,
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
/// If a clause is a choice among options, nobody has a claim, there are too many parties and clauses, or the solver fails.
pub fn consensus_limit(
    model: &Model,
    preferences: &Preferences,
    claims: &[Claim],
) -> Result<Option<ConsensusLimit>, Unsolved> {
    let reservations: Vec<f64> = claims.iter().map(|claim| claim.reservation).collect();
    let mut set = AgreementSet::new(model, preferences, &vec![true; claims.len()], &reservations)?;
    // Parties that want the same may still concede at different speeds.
    set.groups = (0..claims.len()).map(|party| IdenticalParties { party, members: vec![party] }).collect();
    check_size(&set.groups, model.clauses.len(), MAX_SIZE_PER_GROUP)?;
    set.find_consensus_limit(claims)
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

    /// max over x of min_i (rating_i(x) − the rating that meets i's claim at `t`); at least 0 iff some text meets them all.
    fn least_margin(&self, claims: &[Claim], t: f64) -> Result<f64, Unsolved> {
        let mut table = TextProgramme::over(self.model);
        let margin = table.programme.variable();
        for group in &self.groups {
            let rating = table.rate(self, group.party);
            let needed = self.rating_at(group.party, claims[group.party].at(t));
            table.programme.at_least_0(Affine::constant(-needed).plus(1.0, rating).plus(-1.0, margin));
        }
        table.programme.maximise(1.0, margin);
        Ok(table.programme.solve()?[margin])
    }

    /// Of the texts that meet all claims at `t`, one with the least weighted loss.
    fn least_loss(&self, claims: &[Claim], t: f64) -> Result<Text, Unsolved> {
        let mut table = TextProgramme::over(self.model);
        for group in &self.groups {
            let rating = table.rate(self, group.party);
            let needed = self.rating_at(group.party, claims[group.party].at(t)) - 2.0 * SLACK;
            table.programme.at_least_0(Affine::constant(-needed).plus(1.0, rating));
            table.programme.maximise(claims[group.party].weight, rating);
        }
        Ok(table.read(&table.programme.solve()?))
    }
}
