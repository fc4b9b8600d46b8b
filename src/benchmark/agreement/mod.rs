//! Solutions of the bargaining problem over the texts that all parties accept (specification §5).
//!
//! F = { x ∈ [0, 1]^D : s_i(x) = u_i(x) − r_i ≥ 0 for every party with a voice }, over point texts. On F:
//!
//! - deepest: max Σ a_d x_d (the tolerance frontier D^T* of specification §2, scope clauses at full coverage);
//! - Nash (1950): max Σ α_i ln s_i; parties that can gain nothing on F are left out of the product;
//! - Kalai & Smorodinsky (1975): the largest equal share t of each party's maximum gain, s_i ≥ t · max_F s_i;
//! - egalitarian (Kalai 1977): max min s_i; utilitarian: max Σ u_i.
//!
//! Losses are convex, so these are linear, second-order or exponential cone programmes, solved to 1e−8. The deepest text,
//! improvements and dominance are available for every loss and risk attitude, because acceptance sets are always convex; the
//! other solutions need concave utility, here: linear in the loss, so neither Gaussian nor risk-averse. If several texts are
//! optimal, any one of them is returned. Options clauses are not supported; texts of options alone are enumerated by
//! [`Scores`](super::PackageScores).

mod consensus_limit;
mod programme;
mod sharpen;
mod solutions;
mod text_programme;

use thiserror::Error;

pub use consensus_limit::{Claim, ConsensusLimit, consensus_limit};
pub use solutions::Solution;

use crate::{
    model::{ClauseModel, Judgement, Model, Preferences},
    preference::Loss,
    text::{ClauseId, Text, Value},
};
use programme::{Affine, Programme};
use text_programme::TextProgramme;

/// Why there is no solution.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Unsolved {
    /// A clause is a choice among options.
    #[error("a clause is a choice among options")]
    Options,
    /// Nobody has a voice.
    #[error("nobody has a voice")]
    Nobody,
    /// More parties times clauses than this kind of programme is solved for.
    #[error("too many parties and clauses ({parties} × {clauses})")]
    TooLarge {
        /// The number of groups of identical parties.
        parties: usize,
        /// The number of clauses.
        clauses: usize,
    },
    /// Utility is not linear in the loss.
    #[error("utility is Gaussian or not neutral to risk")]
    Curved,
    /// The solver failed.
    #[error("the solver gave up: {why}")]
    GaveUp {
        /// The solver's status or error.
        why: String,
    },
}

/// The maximum number of groups times clauses of one programme, which takes seconds.
const MAX_SIZE: usize = 20_000;
/// The same if one programme is solved for each group.
const MAX_SIZE_PER_GROUP: usize = 4_000;

/// Refuses programmes that would take too long.
fn check_size(groups: &[IdenticalParties], clauses: usize, max: usize) -> Result<(), Unsolved> {
    let parties = groups.len();
    if parties * clauses > max { Err(Unsolved::TooLarge { parties, clauses }) } else { Ok(()) }
}

/// Parties with the same preferences and the same reservation value.
#[derive(Clone, Debug)]
struct IdenticalParties {
    /// One of them.
    party: usize,
    /// All of them.
    members: Vec<usize>,
}

/// The texts that every party with a voice accepts.
#[derive(Clone, Debug)]
pub struct AgreementSet<'a> {
    model: &'a Model,
    preferences: &'a Preferences,
    /// Reservation values by party.
    reservations: Vec<f64>,
    groups: Vec<IdenticalParties>,
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
        let mut groups: Vec<IdenticalParties> = Vec::new();
        for party in (0..voices.len()).filter(|&i| voices[i]) {
            let same = |group: &&mut IdenticalParties| {
                reservations[group.party] == reservations[party]
                    && same_preferences(model, preferences, group.party, party)
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.members.push(party),
                None => groups.push(IdenticalParties { party, members: vec![party] }),
            }
        }
        if groups.is_empty() {
            return Err(Unsolved::Nobody);
        }
        check_size(&groups, model.clauses.len(), MAX_SIZE)?;
        Ok(Self { model, preferences, reservations: reservations.to_vec(), groups })
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
        let mut table = TextProgramme::over(self.model);
        let gain = table.programme.variable();
        for &party in coalition {
            let rating = table.rate(self, party);
            let least = self.rating_at(party, now[party]);
            let row = Affine::constant(-least).plus(1.0, rating).plus(-1.0, gain);
            table.programme.at_least_0(row);
        }
        table.programme.maximise(1.0, gain);
        Ok(table.programme.solve()?[gain])
    }

    /// A text that is no worse than `text` for any party with a voice, and its total gain Σ (u_i(y) − u_i(x)), which is the
    /// maximum if utility is linear in the loss. The gain is 0 iff `text` is Pareto optimal.
    ///
    /// # Errors
    /// If the solver fails.
    pub fn dominating(&self, text: &Text) -> Result<(Text, f64), Unsolved> {
        let now = self.utilities(text);
        let mut table = TextProgramme::over(self.model);
        for group in &self.groups {
            let rating = table.rate(self, group.party);
            table.programme.at_least_0(
                Affine::constant(-self.rating_at(group.party, now[group.party])).plus(1.0, rating),
            );
            #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 parties
            table.programme.maximise(group.members.len() as f64, rating);
        }
        let better = table.read(&table.programme.solve()?);
        let then = self.utilities(&better);
        let gain = self.groups.iter().flat_map(|g| &g.members).map(|&i| then[i] - now[i]).sum();
        Ok((better, gain))
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
        self.groups.iter().all(|group| {
            let utility_params = self.preferences.utility_params(group.party);
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

/// Whether a point lies in the convex hull of others, up to 1e−7 in each coordinate.
///
/// # Errors
/// If the solver fails.
pub fn lies_among(point: &[f64], others: &[Vec<f64>]) -> Result<bool, Unsolved> {
    let mut programme = Programme::default();
    let distance = programme.variable();
    let weights: Vec<usize> = others.iter().map(|_| programme.variable()).collect();
    let mut sum_to_one = (Affine::constant(-1.0), Affine::constant(1.0));
    for &weight in &weights {
        programme.at_least_0(Affine::default().plus(1.0, weight));
        sum_to_one = (sum_to_one.0.plus(1.0, weight), sum_to_one.1.plus(-1.0, weight));
    }
    programme.at_least_0(sum_to_one.0);
    programme.at_least_0(sum_to_one.1);
    for (d, &x) in point.iter().enumerate() {
        let bound = |sign: f64| {
            let start = Affine::constant(-sign * x).plus(1.0, distance);
            weights.iter().zip(others).fold(start, |row, (&weight, other)| row.plus(sign * other[d], weight))
        };
        programme.at_least_0(bound(1.0));
        programme.at_least_0(bound(-1.0));
    }
    programme.maximise(-1.0, distance);
    Ok(!others.is_empty() && programme.solve()?[distance] < 1e-7)
}

/// Whether two parties have the same preferences.
fn same_preferences(model: &Model, preferences: &Preferences, a: usize, b: usize) -> bool {
    let same = |clause: ClauseId| {
        preferences.salience(a, clause) == preferences.salience(b, clause)
            && preferences.ideal(a, clause) == preferences.ideal(b, clause)
    };
    preferences.utility_params(a) == preferences.utility_params(b) && model.clause_ids().all(same)
}
