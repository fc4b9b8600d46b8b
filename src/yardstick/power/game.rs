//! Simple games: which coalitions carry.

use std::{collections::BTreeSet, fmt};

use super::{
    counting::{by_enumeration, by_sums, verdicts},
    error::PowerError,
    halves::{MOST_HALVED, by_halves},
    index::Power,
    nakamura,
    wins::Wins,
};

/// The most members whose coalitions are enumerated one by one.
pub const MOST_ENUMERATED: usize = 20;

/// The most members of any game.
pub const MOST_MEMBERS: usize = 4_096;

/// A monotone simple game: the empty coalition loses, everybody together carries, and a further Yes never harms.
///
/// Each member brings a row of whole numbers; whether a coalition carries depends on the sums of its rows alone.
/// Members with equal rows are counted together. Monotony is checked while counting.
pub struct SimpleGame {
    rows: Vec<Vec<u64>>,
    wins: Box<Wins>,
}

impl SimpleGame {
    /// A game in which `wins` decides by the sums of the coalition's rows (all of one length).
    pub(super) fn new(rows: Vec<Vec<u64>>, wins: Box<Wins>) -> Result<Self, PowerError> {
        let members = within(rows.len(), MOST_MEMBERS)?;
        let totals = totals(&rows)?;
        debug_assert!(members > 0);
        if wins(&vec![0; totals.len()]) {
            return Err(PowerError::EmptyWins);
        }
        if !wins(&totals) {
            return Err(PowerError::NothingWins);
        }
        Ok(Self { rows, wins })
    }

    /// Any game of at most [`MOST_ENUMERATED`] members: `wins` is told the coalition as bits, bit i for member i.
    ///
    /// # Errors
    /// No members or too many; the empty coalition carries or that of all does not.
    ///
    /// ```
    /// use plenary::yardstick::power::{Exact, SimpleGame};
    /// let dictator = SimpleGame::enumerated(3, |yes| yes & 1 == 1)?;
    /// assert_eq!(dictator.power()?.shapley_shubik()[0], Exact::new(1, 1));
    /// # Ok::<(), plenary::yardstick::power::PowerError>(())
    /// ```
    pub fn enumerated(
        members: usize,
        wins: impl Fn(u32) -> bool + Send + Sync + 'static,
    ) -> Result<Self, PowerError> {
        let rows = (0..within(members, MOST_ENUMERATED)?).map(|i| vec![1 << i]).collect();
        #[allow(clippy::cast_possible_truncation)] // at most 20 bits
        Self::new(rows, Box::new(move |sums| wins(sums[0] as u32)))
    }

    /// A game of classes of interchangeable members: `wins` is told how many of each class say yes. Members are
    /// numbered class by class.
    ///
    /// # Errors
    /// No members or more than [`MOST_MEMBERS`]; the empty coalition carries or that of all does not.
    ///
    /// ```
    /// use plenary::yardstick::power::SimpleGame;
    /// // A bill needs half of each chamber.
    /// let bicameral = SimpleGame::of_classes(&[5, 99], |yes| yes[0] > 2 && yes[1] > 49)?;
    /// assert_eq!(bicameral.power()?.power_to_act().to_string(), "1/4");
    /// # Ok::<(), plenary::yardstick::power::PowerError>(())
    /// ```
    pub fn of_classes(
        sizes: &[usize],
        wins: impl Fn(&[u64]) -> bool + Send + Sync + 'static,
    ) -> Result<Self, PowerError> {
        let members = sizes.iter().fold(0, |sum: usize, &size| sum.saturating_add(size));
        within(members, MOST_MEMBERS)?;
        let row = |class: usize| (0..sizes.len()).map(|c| u64::from(c == class)).collect();
        let rows = (0..sizes.len()).flat_map(|class| vec![row(class); sizes[class]]).collect();
        Self::new(rows, Box::new(wins))
    }

    /// How many members there are.
    pub fn members(&self) -> usize {
        self.rows.len()
    }

    /// Whether these members, counted from 0, carry when everybody else says no. A member named twice, or that is
    /// none, counts once, or not at all.
    pub fn carries(&self, coalition: impl IntoIterator<Item = usize>) -> bool {
        let members: BTreeSet<usize> = coalition.into_iter().collect();
        let mut sums = vec![0; self.rows[0].len()];
        for row in members.iter().filter_map(|&i| self.rows.get(i)) {
            sums.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
        }
        (self.wins)(&sums)
    }

    /// Counts every member's swings, by sums of rows; where there are too many different sums, by enumeration of at
    /// most [`MOST_ENUMERATED`] members, or by halves of at most 36 (which takes monotony for granted).
    ///
    /// # Errors
    /// [`PowerError::TooLarge`] where neither is feasible; [`PowerError::NotMonotone`].
    pub fn power(&self) -> Result<Power, PowerError> {
        match by_sums(&self.rows, &self.wins) {
            Err(PowerError::TooLarge) if self.rows.len() <= MOST_ENUMERATED => self.power_by_enumeration(),
            Err(PowerError::TooLarge) if self.rows.len() <= MOST_HALVED => self.power_by_halves(),
            counted => counted,
        }
    }

    /// The same by the definition: every coalition, one by one.
    ///
    /// # Errors
    /// More than [`MOST_ENUMERATED`] members; [`PowerError::NotMonotone`].
    pub fn power_by_enumeration(&self) -> Result<Power, PowerError> {
        within(self.rows.len(), MOST_ENUMERATED)?;
        by_enumeration(&self.rows, &self.wins)
    }

    /// The same by halves, for many members with irregular rows; the game must be monotone.
    ///
    /// # Errors
    /// More than 36 members; [`PowerError::NotMonotone`] where that shows.
    pub fn power_by_halves(&self) -> Result<Power, PowerError> {
        within(self.rows.len(), MOST_HALVED)?;
        by_halves(&self.rows, &self.wins)
    }

    /// Nakamura's number ν: the fewest winning coalitions with no member in common, at least 2; none (infinite)
    /// where somebody has a veto. With fewer than ν options some option is always unbeaten, whatever members want;
    /// with ν or more a cycle is possible. For n equal members and a quota η it is ⌈n/(n−η)⌉ (Nakamura 1979).
    ///
    /// # Errors
    /// [`PowerError::TooLarge`] where the exact search gives up and there are more than [`MOST_ENUMERATED`] members;
    /// [`PowerError::NotMonotone`].
    pub fn nakamura(&self) -> Result<Option<usize>, PowerError> {
        // k winning coalitions share nobody iff what each leaves out covers everybody; the smallest winning
        // coalition leaves out most, which bounds k from below.
        let least = match self.power() {
            Ok(power) => power.members().div_ceil((power.members() - power.smallest_winning()).max(1)),
            Err(PowerError::TooLarge) => 2,
            Err(error) => return Err(error),
        };
        match nakamura::by_packing(&self.rows, &totals(&self.rows)?, &self.wins, least) {
            Err(PowerError::TooLarge) if self.rows.len() <= MOST_ENUMERATED => self.nakamura_by_enumeration(),
            found => found,
        }
    }

    /// The same from every coalition, one by one; the game must be monotone.
    ///
    /// # Errors
    /// More than [`MOST_ENUMERATED`] members.
    pub fn nakamura_by_enumeration(&self) -> Result<Option<usize>, PowerError> {
        within(self.rows.len(), MOST_ENUMERATED)?;
        Ok(nakamura::by_enumeration(&verdicts(&self.rows, &self.wins)))
    }
}

impl fmt::Debug for SimpleGame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SimpleGame").field("rows", &self.rows).finish_non_exhaustive()
    }
}

/// The number of members, if there are any and no more than `most`.
fn within(members: usize, most: usize) -> Result<usize, PowerError> {
    match members {
        0 => Err(PowerError::NoMembers),
        _ if members > most => Err(PowerError::TooManyMembers { members, most }),
        _ => Ok(members),
    }
}

/// Column sums. That they fit a `u64` makes every later sum safe.
fn totals(rows: &[Vec<u64>]) -> Result<Vec<u64>, PowerError> {
    let mut totals = vec![0_u64; rows[0].len()];
    for row in rows {
        for (total, x) in totals.iter_mut().zip(row) {
            *total = total.checked_add(*x).ok_or(PowerError::WeightOverflow)?;
        }
    }
    Ok(totals)
}
