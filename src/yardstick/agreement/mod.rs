//! What could be agreed: solutions of the bargaining problem over the texts that everybody accepts (model §5).
//!
//! F = { x ∈ [0, 1]^D : s_i(x) = u_i(x) − r_i ≥ 0 for all with a voice }, point texts. On F:
//!
//! - deepest: max Σ a_d x_d (the tolerance frontier D^T* of model §2, scope clauses at full coverage);
//! - Nash (1950): max Σ α_i ln s_i; parties that can gain nothing anywhere on F are left out of the product;
//! - Kalai & Smorodinsky (1975): the largest equal share t of what each could gain at most, s_i ≥ t · max_F s_i;
//! - egalitarian (Kalai 1977): max min s_i; utilitarian: max Σ u_i.
//!
//! Losses are convex, so that these are linear, second-order or exponential cone programmes, solved to 1e−8. The
//! deepest text, improvements and dominance are found for every loss and attitude to risk, since acceptance sets are
//! convex throughout; the others need utility concave, here: linear in the loss, so not Gaussian and neutral to risk.
//! Where several texts are optimal the one returned is some one of them. Choices among options are not covered: a text
//! of options alone is enumerated elsewhere.

mod programme;
mod sharpen;
mod solutions;
mod table;

use thiserror::Error;

pub use solutions::Solution;

use crate::{
    model::{ClauseModel, Judgement, Model, Preferences},
    preference::Loss,
    text::{ClauseId, Text, Value},
};
use programme::{Affine, Programme};
use table::Table;

/// Why there is no solution.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Unsolved {
    /// A clause is a choice among options.
    #[error("a clause is a choice among options")]
    Options,
    /// Nobody has a voice.
    #[error("nobody has a voice")]
    Nobody,
    /// More parties and clauses than a programme of this kind is solved for.
    #[error("too many parties and clauses ({parties} × {clauses})")]
    TooLarge {
        /// How many different parties.
        parties: usize,
        /// How many clauses.
        clauses: usize,
    },
    /// Utility is not linear in the loss.
    #[error("utility is Gaussian or not neutral to risk")]
    Curved,
    /// The solver gave up.
    #[error("the solver gave up: {why}")]
    GaveUp {
        /// What it says.
        why: String,
    },
}

/// The most different parties times clauses of one programme: seconds.
const MOST: usize = 20_000;
/// The same where a programme is solved for each party.
const MOST_EACH: usize = 4_000;

/// Refuses what would take too long.
fn within(groups: &[Alike], clauses: usize, most: usize) -> Result<(), Unsolved> {
    let parties = groups.len();
    if parties * clauses > most { Err(Unsolved::TooLarge { parties, clauses }) } else { Ok(()) }
}

/// Parties that are alike in all that counts here.
#[derive(Clone, Debug)]
struct Alike {
    /// One of them.
    party: usize,
    /// All of them.
    members: Vec<usize>,
}

/// The texts that everybody with a voice accepts.
#[derive(Clone, Debug)]
pub struct AgreementSet<'a> {
    model: &'a Model,
    preferences: &'a Preferences,
    /// r by party.
    reservations: Vec<f64>,
    groups: Vec<Alike>,
}

impl<'a> AgreementSet<'a> {
    /// The texts that the parties marked in `voices` accept rather than these utilities.
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
        let mut groups: Vec<Alike> = Vec::new();
        for party in (0..voices.len()).filter(|&i| voices[i]) {
            let same = |group: &&mut Alike| {
                reservations[group.party] == reservations[party]
                    && alike(model, preferences, group.party, party)
            };
            match groups.iter_mut().find(same) {
                Some(group) => group.members.push(party),
                None => groups.push(Alike { party, members: vec![party] }),
            }
        }
        if groups.is_empty() {
            return Err(Unsolved::Nobody);
        }
        within(&groups, model.clauses.len(), MOST)?;
        Ok(Self { model, preferences, reservations: reservations.to_vec(), groups })
    }

    /// The texts that they accept rather than the status quo: r_i = u_i(q).
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

    /// How much better every member of a coalition could fare than with `text`: max_y min_i (u_i(y) − u_i(x)) where
    /// utility is linear in the loss, else in a monotone measure of it. Above 0 iff some text is better for all of
    /// them.
    ///
    /// # Errors
    /// If the solver gives up.
    pub fn improvement(&self, coalition: &[usize], text: &Text) -> Result<f64, Unsolved> {
        let now = self.utilities(text);
        let mut table = Table::over(self.model);
        let rise = table.programme.variable();
        for &party in coalition {
            let rating = table.rate(self, party);
            let least = self.base(party, now[party]);
            let row = Affine::constant(-least).plus(1.0, rating).plus(-1.0, rise);
            table.programme.at_least_0(row);
        }
        table.programme.maximise(1.0, rise);
        Ok(table.programme.solve()?[rise])
    }

    /// A text that nobody with a voice likes less than `text`, and how much they gain by it together, Σ (u_i(y) −
    /// u_i(x)); the most, where utility is linear in the loss. No gain iff `text` is Pareto optimal.
    ///
    /// # Errors
    /// If the solver gives up.
    pub fn dominating(&self, text: &Text) -> Result<(Text, f64), Unsolved> {
        let now = self.utilities(text);
        let mut table = Table::over(self.model);
        for group in &self.groups {
            let rating = table.rate(self, group.party);
            table
                .programme
                .at_least_0(Affine::constant(-self.base(group.party, now[group.party])).plus(1.0, rating));
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
    fn base(&self, party: usize, utility: f64) -> f64 {
        let taste = self.preferences.taste(party);
        let neutral = if taste.risk == 0.0 {
            utility
        } else {
            -libm::log1p(utility * libm::expm1(-taste.risk)) / taste.risk
        };
        match taste.loss {
            // Whatever costs more than all utility is accepted: no loss reaches it.
            Loss::Gaussian(sigma) if neutral > 0.0 => 2.0 * sigma * sigma * libm::log(neutral),
            Loss::Gaussian(_) => -1e3,
            Loss::CityBlock | Loss::Quadratic | Loss::Euclidean | Loss::Asymmetric { .. } => neutral,
        }
    }

    /// Whether everyone's utility is linear in the loss.
    fn is_linear(&self) -> bool {
        self.groups.iter().all(|group| {
            let taste = self.preferences.taste(group.party);
            let linear = match taste.loss {
                Loss::CityBlock | Loss::Quadratic | Loss::Euclidean | Loss::Asymmetric { .. } => true,
                Loss::Gaussian(_) => false,
            };
            linear && taste.risk == 0.0
        })
    }
}

/// D^T*, the depth of the deepest text that everybody marked in `voices` accepts rather than the status quo, to 1e−6
/// (model §2); none where it was not solved for.
pub fn tolerance_frontier(model: &Model, preferences: &Preferences, voices: &[bool]) -> Option<f64> {
    let deepest =
        AgreementSet::over_status_quo(model, preferences, voices).and_then(|set| set.deepest()).ok()?;
    Some((deepest.depth * 1e6).round() / 1e6)
}

/// The text with scope clauses at full coverage, as the yardsticks take it.
fn full_scope(model: &Model, text: &Text) -> Text {
    let full =
        |(clause, &value): (&ClauseModel, &Value)| if clause.scope { Value::point(1.0) } else { value };
    Text(model.clauses.iter().zip(&text.0).map(full).collect())
}

/// Whether a point lies among others: within their convex hull, up to 1e−7 in each coordinate.
///
/// # Errors
/// If the solver gives up.
pub fn lies_among(point: &[f64], others: &[Vec<f64>]) -> Result<bool, Unsolved> {
    let mut programme = Programme::default();
    let off = programme.variable();
    let weights: Vec<usize> = others.iter().map(|_| programme.variable()).collect();
    let mut whole = (Affine::constant(-1.0), Affine::constant(1.0));
    for &weight in &weights {
        programme.at_least_0(Affine::default().plus(1.0, weight));
        whole = (whole.0.plus(1.0, weight), whole.1.plus(-1.0, weight));
    }
    programme.at_least_0(whole.0);
    programme.at_least_0(whole.1);
    for (d, &x) in point.iter().enumerate() {
        let mixed = |sign: f64| {
            let start = Affine::constant(-sign * x).plus(1.0, off);
            weights.iter().zip(others).fold(start, |row, (&weight, other)| row.plus(sign * other[d], weight))
        };
        programme.at_least_0(mixed(1.0));
        programme.at_least_0(mixed(-1.0));
    }
    programme.maximise(-1.0, off);
    Ok(!others.is_empty() && programme.solve()?[off] < 1e-7)
}

/// Whether two parties want the same and judge alike.
fn alike(model: &Model, preferences: &Preferences, a: usize, b: usize) -> bool {
    let same = |clause: ClauseId| {
        preferences.salience(a, clause) == preferences.salience(b, clause)
            && preferences.ideal(a, clause) == preferences.ideal(b, clause)
    };
    preferences.taste(a) == preferences.taste(b) && model.clause_ids().all(same)
}
