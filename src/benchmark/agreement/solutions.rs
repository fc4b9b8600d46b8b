//! The solutions: deepest text, Nash, Kalai–Smorodinsky, egalitarian, utilitarian.

use super::{
    AgreementSet, Unsolved, full_scope,
    programme::{CheckedOptimum, Demand, Programme},
    welfare::Welfare,
};
use crate::text::Text;

/// A maximum gain below this counts as 0.
const NEGLIGIBLE_GAIN: f64 = 1e-7;
/// A party whose demand has a price above this holds everybody's gain at 0.
const NEGLIGIBLE_PRICE: f64 = 1e-6;

/// A text that could be agreed, with its utilities.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// The text.
    pub text: Text,
    /// u_i of every country, with or without a voice.
    pub utilities: Vec<f64>,
    /// s_i = u_i − r_i of every country.
    pub surpluses: Vec<f64>,
    /// The depth D, with scope clauses at full coverage.
    pub depth: f64,
}

impl AgreementSet<'_> {
    /// The deepest text that every party accepts.
    ///
    /// # Errors
    /// If the solver fails.
    pub fn deepest(&self) -> Result<Solution, Unsolved> {
        let depth = &self.model.depth;
        let weights = depth.ambition_clauses().map(|clause| (clause.index(), depth.weight(clause)));
        let programme = Programme::over(&self.ratings, self.acceptance()).maximise(weights);
        self.solution(&programme.then_least_loss(&self.parties).solve()?.text)
    }

    /// The Nash solution with bargaining powers by country; equal powers if `None`.
    ///
    /// # Errors
    /// If utility is not linear in the loss, or the solver fails.
    pub fn nash(&self, powers: Option<&[f64]>) -> Result<Solution, Unsolved> {
        self.require_linear()?;
        let (can_gain, text) = self.who_can_gain()?;
        if !can_gain.contains(&true) {
            return self.solution(&text);
        }
        let power = |i: usize| if can_gain[i] { powers.map_or(1.0, |powers| powers[i]) } else { 0.0 };
        let powers: Vec<f64> = (0..can_gain.len()).map(power).collect();
        let product =
            Welfare::logarithms(&self.ratings, self.acceptance(), &powers, self.reservations.clone());
        self.solution(&product.maximise(text)?)
    }

    /// The Kalai–Smorodinsky solution.
    ///
    /// # Errors
    /// If utility is not linear in the loss, or the solver fails.
    pub fn kalai_smorodinsky(&self) -> Result<Solution, Unsolved> {
        self.require_linear()?;
        let most = self.parties.iter().map(|&party| self.max_gain(party)).collect::<Result<Vec<_>, _>>()?;
        let share = |gain: f64| if gain > NEGLIGIBLE_GAIN { gain } else { 0.0 };
        let demands = self.parties.iter().zip(most).map(|(&i, gain)| self.demand(i, share(gain)));
        self.equal_shares(demands.collect())
    }

    /// The egalitarian solution.
    ///
    /// # Errors
    /// If utility is not linear in the loss, or the solver fails.
    pub fn egalitarian(&self) -> Result<Solution, Unsolved> {
        self.require_linear()?;
        self.equal_shares(self.parties.iter().map(|&party| self.demand(party, 1.0)).collect())
    }

    /// The utilitarian solution, with equal weights.
    ///
    /// # Errors
    /// If utility is not linear in the loss, or the solver fails.
    pub fn utilitarian(&self) -> Result<Solution, Unsolved> {
        self.require_linear()?;
        let start = Programme::over(&self.ratings, self.acceptance()).solve()?.text;
        let sum = Welfare::sum(&self.ratings, self.acceptance(), &self.equal_powers());
        self.solution(&sum.maximise(start)?)
    }

    fn require_linear(&self) -> Result<(), Unsolved> {
        if self.is_linear() { Ok(()) } else { Err(Unsolved::Curved) }
    }

    /// A party asks for its reservation value and a multiple of t.
    fn demand(&self, party: usize, share: f64) -> Demand {
        Demand { party, least: self.rating_at(party, self.reservations[party]), share }
    }

    /// Everybody asks for its reservation value.
    fn acceptance(&self) -> Vec<Demand> {
        self.parties.iter().map(|&party| self.demand(party, 0.0)).collect()
    }

    /// The maximum gain of a party on F: at its ideal, if all accept it.
    fn max_gain(&self, party: usize) -> Result<f64, Unsolved> {
        let ratings = &self.ratings;
        let ideal = ratings.ideal(party);
        let meets = |(d, rating): (&Demand, f64)| rating >= d.least;
        let acceptance = self.acceptance();
        let of_ideal = ratings.of(&ideal);
        let text = if acceptance.iter().map(|d| (d, of_ideal[d.party])).all(meets) {
            ideal
        } else if ratings.is_root(party) {
            // Where the root is least, its square is.
            let mut weights = vec![0.0; ratings.len()];
            weights[party] = 1.0;
            Programme::over(ratings, acceptance).minimise_losses(&weights).solve()?.text
        } else {
            let share = |i: usize| if i == party { 1.0 } else { 0.0 };
            let demands = self.parties.iter().map(|&i| self.demand(i, share(i))).collect();
            Programme::over(ratings, demands).maximise_share(0.0).solve()?.text
        };
        Ok((ratings.of(&text)[party] - self.reservations[party]).max(0.0))
    }

    /// Which parties can gain at all, and a text at which they all do: F is convex, so all that can gain can do so at once. Where
    /// not everybody can, those whose demands have a price p > 0 cannot: Σ p s ≤ 0 on F.
    fn who_can_gain(&self) -> Result<(Vec<bool>, Vec<f64>), Unsolved> {
        let mut can_gain = vec![false; self.reservations.len()];
        self.parties.iter().for_each(|&party| can_gain[party] = true);
        loop {
            let share = |i: usize| if can_gain[i] { 1.0 } else { 0.0 };
            let demands = self.parties.iter().map(|&i| self.demand(i, share(i))).collect();
            let CheckedOptimum { text, share, prices, .. } =
                Programme::over(&self.ratings, demands).maximise_share(0.0).solve()?;
            if share > 10.0 * NEGLIGIBLE_GAIN {
                return Ok((can_gain, text));
            }
            let before = can_gain.clone();
            let costly = prices.iter().filter(|(_, price)| *price > NEGLIGIBLE_PRICE);
            costly.for_each(|&(party, _)| can_gain[party] = false);
            if can_gain == before || !can_gain.contains(&true) {
                can_gain.fill(false);
                return Ok((can_gain, text));
            }
        }
    }

    /// Maximises t.
    fn equal_shares(&self, demands: Vec<Demand>) -> Result<Solution, Unsolved> {
        let programme = Programme::over(&self.ratings, demands).maximise_share(0.0);
        self.solution(&programme.then_least_loss(&self.parties).solve()?.text)
    }

    /// Evaluates a text.
    fn solution(&self, text: &[f64]) -> Result<Solution, Unsolved> {
        let text = super::clear_text(text);
        let utilities = self.utilities(&text);
        let surpluses = utilities.iter().zip(&self.reservations).map(|(u, r)| u - r).collect();
        let depth = self.model.depth.nominal(&full_scope(self.model, &text));
        Ok(Solution { text, utilities, surpluses, depth })
    }
}
