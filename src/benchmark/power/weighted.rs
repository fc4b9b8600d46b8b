//! Weighted games: a coalition carries iff its weight reaches the quota in each of one or more counts.
//!
//! [quota; w₁, …, w_n]: Σ_{i∈S} w_i ≥ quota. Vetoes are an additional count: weight 1 for each member with a veto, all of
//! which are required. Weights, quotas and counts of swings are exact integers.

use super::{error::PowerError, game::SimpleGame, index::PowerIndices};

/// A game with one or more quotas, all of which a coalition must reach.
///
/// ```
/// use plenary::benchmark::power::WeightedGame;
/// // Nine of fifteen, five of them with a veto.
/// let council = WeightedGame::new(9, &[1; 15])?.with_vetoes(&[0, 1, 2, 3, 4])?;
/// assert_eq!(council.power()?.shapley_shubik()[0].to_string(), "421/2145");
/// # Ok::<(), plenary::benchmark::power::PowerError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeightedGame {
    members: usize,
    counts: Vec<(u64, Vec<u64>)>,
}

impl WeightedGame {
    /// The game [quota; weights], one weight per member.
    ///
    /// # Errors
    /// If there are no members, the quota is 0 or above the total, or the sum of weights exceeds a `u64`.
    pub fn new(quota: u64, weights: &[u64]) -> Result<Self, PowerError> {
        if weights.is_empty() {
            return Err(PowerError::NoMembers);
        }
        let game = Self { members: weights.len(), counts: vec![] };
        game.and(quota, weights)
    }

    /// Adds a quota that must be reached as well.
    ///
    /// # Errors
    /// As for [`Self::new`], and if there is not one weight per member.
    pub fn and(mut self, quota: u64, weights: &[u64]) -> Result<Self, PowerError> {
        if weights.len() != self.members {
            return Err(PowerError::WrongLength { weights: weights.len(), members: self.members });
        }
        let total = weights.iter().try_fold(0_u64, |sum, w| sum.checked_add(*w));
        let total = total.ok_or(PowerError::WeightOverflow)?;
        if quota == 0 {
            return Err(PowerError::QuotaZero);
        }
        if quota > total {
            return Err(PowerError::QuotaAboveTotal { quota, total });
        }
        self.counts.push((quota, weights.to_vec()));
        Ok(self)
    }

    /// Gives a veto to each of these members, numbered from 0. An empty list changes nothing.
    ///
    /// # Errors
    /// If a member does not exist.
    pub fn with_vetoes(self, vetoes: &[usize]) -> Result<Self, PowerError> {
        let mut weights = vec![0; self.members];
        for &member in vetoes {
            let members = self.members;
            *weights.get_mut(member).ok_or(PowerError::NoSuchMember { member, members })? = 1;
        }
        match weights.iter().sum() {
            0 => Ok(self),
            quota => self.and(quota, &weights),
        }
    }

    /// The simple game.
    ///
    /// # Errors
    /// If there are more members than [`super::MOST_MEMBERS`].
    pub fn game(&self) -> Result<SimpleGame, PowerError> {
        let row = |i: usize| self.counts.iter().map(|(_, weights)| weights[i]).collect();
        let quotas: Vec<u64> = self.counts.iter().map(|(quota, _)| *quota).collect();
        SimpleGame::new(
            (0..self.members).map(row).collect(),
            Box::new(move |sums| sums.iter().zip(&quotas).all(|(sum, quota)| sum >= quota)),
        )
    }

    /// The power of each member: [`SimpleGame::power`].
    ///
    /// # Errors
    /// If there are too many members or too many distinct sums of weights.
    pub fn power(&self) -> Result<PowerIndices, PowerError> {
        self.game()?.power()
    }

    /// The Nakamura number: [`SimpleGame::nakamura`].
    ///
    /// # Errors
    /// If there are too many members or the search is too large.
    pub fn nakamura(&self) -> Result<Option<usize>, PowerError> {
        self.game()?.nakamura()
    }
}
