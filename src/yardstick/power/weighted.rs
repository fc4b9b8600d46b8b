//! Weighted games: a coalition carries iff its weight reaches the quota, of each of one or more counts.
//!
//! [quota; w₁, …, w_n]: Σ_{i∈S} w_i ≥ quota. A veto is one more count: 1 for each member that has one, all of them
//! needed. Weights and quotas are whole numbers; each member's swings are counted in exact integers.

use super::{error::PowerError, game::SimpleGame, index::Power};

/// One or more quotas, all to be reached by the same members.
///
/// ```
/// use plenary::yardstick::power::WeightedGame;
/// // Nine of fifteen, five of them with a veto.
/// let council = WeightedGame::new(9, &[1; 15])?.with_vetoes(&[0, 1, 2, 3, 4])?;
/// assert_eq!(council.power()?.shapley_shubik()[0].to_string(), "421/2145");
/// # Ok::<(), plenary::yardstick::power::PowerError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeightedGame {
    members: usize,
    counts: Vec<(u64, Vec<u64>)>,
}

impl WeightedGame {
    /// [quota; weights], one weight for each member.
    ///
    /// # Errors
    /// No members, a quota of 0 or above the total, weights beyond a `u64` together.
    pub fn new(quota: u64, weights: &[u64]) -> Result<Self, PowerError> {
        if weights.is_empty() {
            return Err(PowerError::NoMembers);
        }
        let game = Self { members: weights.len(), counts: vec![] };
        game.and(quota, weights)
    }

    /// The same, and this quota as well.
    ///
    /// # Errors
    /// As for [`Self::new`], and where there is not one weight for each member.
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

    /// The same, and each of these members, counted from 0, must say yes. Naming nobody changes nothing.
    ///
    /// # Errors
    /// A member that is none.
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

    /// The game it is.
    ///
    /// # Errors
    /// More members than [`super::MOST_MEMBERS`].
    pub fn game(&self) -> Result<SimpleGame, PowerError> {
        let row = |i: usize| self.counts.iter().map(|(_, weights)| weights[i]).collect();
        let quotas: Vec<u64> = self.counts.iter().map(|(quota, _)| *quota).collect();
        SimpleGame::new(
            (0..self.members).map(row).collect(),
            Box::new(move |sums| sums.iter().zip(&quotas).all(|(sum, quota)| sum >= quota)),
        )
    }

    /// Everybody's power: [`SimpleGame::power`].
    ///
    /// # Errors
    /// Too many members, or too many different sums of weights.
    pub fn power(&self) -> Result<Power, PowerError> {
        self.game()?.power()
    }

    /// Nakamura's number: [`SimpleGame::nakamura`].
    ///
    /// # Errors
    /// Too many members, or a search that gives up.
    pub fn nakamura(&self) -> Result<Option<usize>, PowerError> {
        self.game()?.nakamura()
    }
}
