//! The solutions: deepest, Nash, Kalai–Smorodinsky, egalitarian, utilitarian.

use super::{AgreementSet, Alike, MOST_EACH, Table, Unsolved, full_scope, programme::Affine, within};
use crate::text::Text;

/// What a party can gain at most, below which it counts as nothing.
const NOTHING: f64 = 1e-7;
/// Enough of a gain to be seen, in finding out who can gain at all.
const SOMETHING: f64 = 1e-5;

/// A text that could be agreed, and what each makes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// The text.
    pub text: Text,
    /// u_i, by party; of everyone, voice or not.
    pub utilities: Vec<f64>,
    /// s_i = u_i − r_i, by party.
    pub surpluses: Vec<f64>,
    /// D, scope clauses at full coverage.
    pub depth: f64,
}

impl AgreementSet<'_> {
    /// The deepest text that everybody accepts.
    ///
    /// # Errors
    /// If the solver gives up.
    pub fn deepest(&self) -> Result<Solution, Unsolved> {
        let (mut table, _) = self.accepted();
        for clause in self.model.depth.ambition_clauses() {
            let x = table.clauses[clause.index()];
            table.programme.maximise(self.model.depth.weight(clause), x);
        }
        self.solved(&table)
    }

    /// The Nash solution; `powers` by party, 1 each where there are none.
    ///
    /// # Errors
    /// If utility is not linear in the loss, or the solver gives up.
    pub fn nash(&self, powers: Option<&[f64]>) -> Result<Solution, Unsolved> {
        self.linear()?;
        let can_gain = self.who_can_gain()?;
        let (mut table, ratings) = self.accepted();
        let power = |group: &Alike| group.members.iter().map(|&i| powers.map_or(1.0, |p| p[i])).sum();
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
            self.sharpen(&mut text, &powers);
        }
        Ok(self.appraised(text))
    }

    /// The Kalai–Smorodinsky solution.
    ///
    /// # Errors
    /// If utility is not linear in the loss, or the solver gives up.
    pub fn kalai_smorodinsky(&self) -> Result<Solution, Unsolved> {
        self.linear()?;
        within(&self.groups, self.model.clauses.len(), MOST_EACH)?;
        let most: Vec<f64> = self.groups.iter().map(|group| self.most(group)).collect::<Result<_, _>>()?;
        self.equal_shares(&most)
    }

    /// The egalitarian solution.
    ///
    /// # Errors
    /// If utility is not linear in the loss, or the solver gives up.
    pub fn egalitarian(&self) -> Result<Solution, Unsolved> {
        self.linear()?;
        self.equal_shares(&vec![1.0; self.groups.len()])
    }

    /// The utilitarian solution, every party counting alike.
    ///
    /// # Errors
    /// If utility is not linear in the loss, or the solver gives up.
    pub fn utilitarian(&self) -> Result<Solution, Unsolved> {
        self.linear()?;
        let (mut table, ratings) = self.accepted();
        for (group, &rating) in self.groups.iter().zip(&ratings) {
            #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 parties
            table.programme.maximise(group.members.len() as f64, rating);
        }
        self.solved(&table)
    }

    fn linear(&self) -> Result<(), Unsolved> {
        if self.is_linear() { Ok(()) } else { Err(Unsolved::Curved) }
    }

    /// The texts that all accept, with each group's rating.
    fn accepted(&self) -> (Table, Vec<usize>) {
        let mut table = Table::over(self.model);
        let rate = |group: &Alike| {
            let rating = table.rate(self, group.party);
            let least = self.base(group.party, self.reservations[group.party]);
            table.programme.at_least_0(Affine::constant(-least).plus(1.0, rating));
            rating
        };
        let ratings = self.groups.iter().map(rate).collect();
        (table, ratings)
    }

    /// The most that a group can gain on F.
    fn most(&self, group: &Alike) -> Result<f64, Unsolved> {
        let (mut table, ratings) = self.accepted();
        for (other, &rating) in self.groups.iter().zip(&ratings) {
            if other.party == group.party {
                table.programme.maximise(1.0, rating);
            }
        }
        Ok(self.solved(&table)?.surpluses[group.party].max(0.0))
    }

    /// Which groups can gain anything. F is convex, so that all who can, can at once: a sum of small capped gains is
    /// largest where each of them has one.
    fn who_can_gain(&self) -> Result<Vec<bool>, Unsolved> {
        let (mut table, ratings) = self.accepted();
        for (group, &rating) in self.groups.iter().zip(&ratings) {
            let gain = table.programme.variable();
            let surplus = Affine::constant(-self.reservations[group.party]).plus(1.0, rating);
            table.programme.at_least_0(surplus.plus(-1.0, gain));
            table.programme.at_least_0(Affine::constant(SOMETHING).plus(-1.0, gain));
            table.programme.maximise(1.0, gain);
        }
        let found = self.solved(&table)?;
        Ok(self.groups.iter().map(|group| found.surpluses[group.party] > SOMETHING / 10.0).collect())
    }

    /// max t with s_i ≥ t · share_i.
    fn equal_shares(&self, shares: &[f64]) -> Result<Solution, Unsolved> {
        let (mut table, ratings) = self.accepted();
        let t = table.programme.variable();
        table.programme.at_least_0(Affine::constant(1.0).plus(-1.0, t));
        for ((group, &rating), &share) in self.groups.iter().zip(&ratings).zip(shares) {
            if share > NOTHING {
                let surplus = Affine::constant(-self.reservations[group.party]).plus(1.0, rating);
                table.programme.at_least_0(surplus.plus(-share, t));
            }
        }
        table.programme.maximise(1.0, t);
        self.solved(&table)
    }

    fn solved(&self, table: &Table) -> Result<Solution, Unsolved> {
        Ok(self.appraised(table.read(&table.programme.solve()?)))
    }

    /// What each makes of a text.
    fn appraised(&self, text: Text) -> Solution {
        let utilities = self.utilities(&text);
        let surpluses = utilities.iter().zip(&self.reservations).map(|(u, r)| u - r).collect();
        let depth = self.model.depth.nominal(&full_scope(self.model, &text));
        Solution { text, utilities, surpluses, depth }
    }
}
