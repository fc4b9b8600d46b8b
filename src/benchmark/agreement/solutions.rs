//! The solutions: deepest text, Nash, Kalai–Smorodinsky, egalitarian, utilitarian.

use super::{
    AgreementSet, IdenticalParties, MAX_SIZE_PER_GROUP, TextProgramme, Unsolved, check_size, full_scope,
    programme::Affine,
};
use crate::text::Text;

/// A maximum gain below this counts as 0.
const NEGLIGIBLE_GAIN: f64 = 1e-7;
/// The cap on gains when testing which groups can gain at all.
const GAIN_CAP: f64 = 1e-5;

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
        let (mut table, _) = self.acceptance_constraints();
        for clause in self.model.depth.ambition_clauses() {
            let x = table.clauses[clause.index()];
            table.programme.maximise(self.model.depth.weight(clause), x);
        }
        self.solve(&table)
    }

    /// The Nash solution with bargaining powers by country; equal powers if `None`.
    ///
    /// # Errors
    /// If utility is not linear in the loss, or the solver fails.
    pub fn nash(&self, powers: Option<&[f64]>) -> Result<Solution, Unsolved> {
        self.require_linear()?;
        let can_gain = self.who_can_gain()?;
        let (mut table, ratings) = self.acceptance_constraints();
        let power =
            |group: &IdenticalParties| group.members.iter().map(|&i| powers.map_or(1.0, |p| p[i])).sum();
        let powers: Vec<f64> = self.groups.iter().map(power).collect();
        for (((group, &rating), &power), _) in
            self.groups.iter().zip(&ratings).zip(&powers).zip(&can_gain).filter(|(_, can)| **can)
        {
            let logarithm = table.programme.variable();
            let surplus = Affine::constant(-self.reservations[group.party]).plus(1.0, rating);
            table.programme.at_most_ln(Affine::default().plus(1.0, logarithm), surplus);
            table.programme.maximise(power, logarithm);
        }
        let mut text = table.read(&table.programme.solve()?);
        if can_gain.iter().all(|can| *can) {
            self.refine_nash(&mut text, &powers);
        }
        Ok(self.solution(text))
    }

    /// The Kalai–Smorodinsky solution.
    ///
    /// # Errors
    /// If utility is not linear in the loss, or the solver fails.
    pub fn kalai_smorodinsky(&self) -> Result<Solution, Unsolved> {
        self.require_linear()?;
        check_size(&self.groups, self.model.clauses.len(), MAX_SIZE_PER_GROUP)?;
        let max_gains =
            self.groups.iter().map(|group| self.max_gain(group)).collect::<Result<Vec<_>, _>>()?;
        self.equal_shares(&max_gains)
    }

    /// The egalitarian solution.
    ///
    /// # Errors
    /// If utility is not linear in the loss, or the solver fails.
    pub fn egalitarian(&self) -> Result<Solution, Unsolved> {
        self.require_linear()?;
        self.equal_shares(&vec![1.0; self.groups.len()])
    }

    /// The utilitarian solution, with equal weights.
    ///
    /// # Errors
    /// If utility is not linear in the loss, or the solver fails.
    pub fn utilitarian(&self) -> Result<Solution, Unsolved> {
        self.require_linear()?;
        let (mut table, ratings) = self.acceptance_constraints();
        for (group, &rating) in self.groups.iter().zip(&ratings) {
            #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 parties
            table.programme.maximise(group.members.len() as f64, rating);
        }
        self.solve(&table)
    }

    fn require_linear(&self) -> Result<(), Unsolved> {
        if self.is_linear() { Ok(()) } else { Err(Unsolved::Curved) }
    }

    /// A programme over the texts that all parties accept, and the rating variable of each group.
    fn acceptance_constraints(&self) -> (TextProgramme, Vec<usize>) {
        let mut table = TextProgramme::over(self.model);
        let rate = |group: &IdenticalParties| {
            let rating = table.rate(self, group.party);
            let least = self.rating_at(group.party, self.reservations[group.party]);
            table.programme.at_least_0(Affine::constant(-least).plus(1.0, rating));
            rating
        };
        let ratings = self.groups.iter().map(rate).collect();
        (table, ratings)
    }

    /// The maximum gain of a group on F.
    fn max_gain(&self, group: &IdenticalParties) -> Result<f64, Unsolved> {
        let (mut table, ratings) = self.acceptance_constraints();
        for (other, &rating) in self.groups.iter().zip(&ratings) {
            if other.party == group.party {
                table.programme.maximise(1.0, rating);
            }
        }
        Ok(self.solve(&table)?.surpluses[group.party].max(0.0))
    }

    /// Which groups can gain at all. F is convex, so all groups that can gain can do so at once: the sum of capped gains is
    /// largest where each of them has a gain.
    fn who_can_gain(&self) -> Result<Vec<bool>, Unsolved> {
        let (mut table, ratings) = self.acceptance_constraints();
        for (group, &rating) in self.groups.iter().zip(&ratings) {
            let gain = table.programme.variable();
            let surplus = Affine::constant(-self.reservations[group.party]).plus(1.0, rating);
            table.programme.at_least_0(surplus.plus(-1.0, gain));
            table.programme.at_least_0(Affine::constant(GAIN_CAP).plus(-1.0, gain));
            table.programme.maximise(1.0, gain);
        }
        let found = self.solve(&table)?;
        Ok(self.groups.iter().map(|group| found.surpluses[group.party] > GAIN_CAP / 10.0).collect())
    }

    /// Maximises t subject to s_i ≥ t · share_i.
    fn equal_shares(&self, shares: &[f64]) -> Result<Solution, Unsolved> {
        let (mut table, ratings) = self.acceptance_constraints();
        let t = table.programme.variable();
        table.programme.at_least_0(Affine::constant(1.0).plus(-1.0, t));
        for ((group, &rating), &share) in self.groups.iter().zip(&ratings).zip(shares) {
            if share > NEGLIGIBLE_GAIN {
                let surplus = Affine::constant(-self.reservations[group.party]).plus(1.0, rating);
                table.programme.at_least_0(surplus.plus(-share, t));
            }
        }
        table.programme.maximise(1.0, t);
        self.solve(&table)
    }

    fn solve(&self, table: &TextProgramme) -> Result<Solution, Unsolved> {
        Ok(self.solution(table.read(&table.programme.solve()?)))
    }

    /// Evaluates a text.
    fn solution(&self, text: Text) -> Solution {
        let utilities = self.utilities(&text);
        let surpluses = utilities.iter().zip(&self.reservations).map(|(u, r)| u - r).collect();
        let depth = self.model.depth.nominal(&full_scope(self.model, &text));
        Solution { text, utilities, surpluses, depth }
    }
}
