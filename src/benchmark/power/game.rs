//! Simple games: a rule that says which coalitions carry.

use std::{collections::BTreeSet, fmt};

use super::{
    counting::{by_enumeration, by_sums, verdicts},
    error::PowerError,
    halves::{MOST_HALVED, by_halves},
    index::PowerIndices,
    nakamura,
    wins::Wins,
};

/// The maximum number of members for enumeration of all coalitions.
pub const MOST_ENUMERATED: usize = 20;

/// The maximum number of members of a game.
pub const MOST_MEMBERS: usize = 4_096;

/// A monotone simple game: the empty coalition loses, the coalition of all members carries, and an additional Yes never
/// makes a winning coalition lose.
///
/// Each member has a row of whole numbers; whether a coalition carries depends only on the sums of its rows. Members with
/// equal rows are counted together. Monotonicity is checked while counting.
pub struct SimpleGame {
    rows: Vec<Vec<u64>>,
    wins: Box<Wins>,
}

impl SimpleGame {
    /// A game in which `wins` decides by the sums of the coalition's rows, which must have equal length.
    pub(super) fn new(rows: Vec<Vec<u64>>, wins: Box<Wins>) -> Result<Self, PowerError> {
        check_members(rows.len(), MOST_MEMBERS)?;
        let totals = totals(&rows)?;
        if wins(&vec![0; totals.len()]) {
            return Err(PowerError::EmptyWins);
        }
        if !wins(&totals) {
            return Err(PowerError::NothingWins);
        }
        Ok(Self { rows, wins })
    }

    /// Any game of at most [`MOST_ENUMERATED`] members: `wins` is given the coalition as a bit set, bit i for member i.
    ///
    /// # Errors
    /// If there are no members or too many, the empty coalition carries, or the coalition of all members does not.
    ///
    /// ```
    /// use plenary::benchmark::power::{Exact, SimpleGame};
    /// let dictator = SimpleGame::enumerated(3, |yes| yes & 1 == 1)?;
    /// assert_eq!(dictator.power()?.shapley_shubik()[0], Exact::new(1, 1));
    /// # Ok::<(), plenary::benchmark::power::PowerError>(())
    /// ```
    pub fn enumerated(
        members: usize,
        wins: impl Fn(u32) -> bool + Send + Sync + 'static,
    ) -> Result<Self, PowerError> {
        check_members(members, MOST_ENUMERATED)?;
        let rows = (0..members).map(|i| vec![1 << i]).collect();
        #[allow(clippy::cast_possible_truncation)] // at most 20 bits
        Self::new(rows, Box::new(move |sums| wins(sums[0] as u32)))
    }

    /// A game of classes of interchangeable members: `wins` is given the number of Yes votes of each class. Members are
    /// numbered class by class.
    ///
    /// # Errors
    /// If there are no members or more than [`MOST_MEMBERS`], the empty coalition carries, or the coalition of all members
    /// does not.
    ///
    /// ```
    /// use plenary::benchmark::power::SimpleGame;
    /// // A bill needs half of each chamber.
    /// let bicameral = SimpleGame::of_classes(&[5, 99], |yes| yes[0] > 2 && yes[1] > 49)?;
    /// assert_eq!(bicameral.power()?.power_to_act().to_string(), "1/4");
    /// # Ok::<(), plenary::benchmark::power::PowerError>(())
    /// ```
    pub fn of_classes(
        sizes: &[usize],
        wins: impl Fn(&[u64]) -> bool + Send + Sync + 'static,
    ) -> Result<Self, PowerError> {
        let members = sizes.iter().fold(0, |sum: usize, &size| sum.saturating_add(size));
        check_members(members, MOST_MEMBERS)?;
        let row = |class: usize| (0..sizes.len()).map(|c| u64::from(c == class)).collect();
        let rows = (0..sizes.len()).flat_map(|class| vec![row(class); sizes[class]]).collect();
        Self::new(rows, Box::new(wins))
    }

    /// The number of members.
    pub fn members(&self) -> usize {
        self.rows.len()
    }

    /// The rows of the members.
    pub(super) fn rows(&self) -> &[Vec<u64>] {
        &self.rows
    }

    /// Whether a coalition with these sums carries.
    pub(super) fn wins(&self, sums: &[u64]) -> bool {
        (self.wins)(sums)
    }

    /// Whether these members, numbered from 0, carry if all others vote no. Duplicates and unknown members are ignored.
    pub fn carries(&self, coalition: impl IntoIterator<Item = usize>) -> bool {
        let members: BTreeSet<usize> = coalition.into_iter().collect();
        let mut sums = vec![0; self.rows[0].len()];
        for row in members.iter().filter_map(|&i| self.rows.get(i)) {
            sums.iter_mut().zip(row).for_each(|(sum, x)| *sum += x);
        }
        (self.wins)(&sums)
    }

    /// Counts the swings of every member: by sums of rows, or, if there are too many distinct sums, by enumeration (at most
    /// [`MOST_ENUMERATED`] members) or by halves (at most 36 members; assumes monotonicity).
    ///
    /// # Errors
    /// [`PowerError::TooLarge`] if no method is feasible; [`PowerError::NotMonotone`].
    pub fn power(&self) -> Result<PowerIndices, PowerError> {
        match by_sums(&self.rows, &self.wins) {
            Err(PowerError::TooLarge) if self.rows.len() <= MOST_ENUMERATED => self.power_by_enumeration(),
            Err(PowerError::TooLarge) if self.rows.len() <= MOST_HALVED => self.power_by_halves(),
            counted => counted,
        }
    }

    /// The same from the definition, by evaluating every coalition.
    ///
    /// # Errors
    /// If there are more than [`MOST_ENUMERATED`] members, or the game is not monotone.
    pub fn power_by_enumeration(&self) -> Result<PowerIndices, PowerError> {
        check_members(self.rows.len(), MOST_ENUMERATED)?;
        by_enumeration(&self.rows, &self.wins)
    }

    /// The same by halves, for many members with irregular rows; the game must be monotone.
    ///
    /// # Errors
    /// If there are more than 36 members, or the game is found not to be monotone.
    pub fn power_by_halves(&self) -> Result<PowerIndices, PowerError> {
        check_members(self.rows.len(), MOST_HALVED)?;
        by_halves(&self.rows, &self.wins)
    }

    /// The Nakamura number ν: the smallest number of winning coalitions with no member in common, at least 2; `None`
    /// (infinite) if some member has a veto. With fewer than ν options some option is unbeaten for all preferences; with ν or
    /// more a cycle is possible. For n equal members and a quota η it is ⌈n/(n−η)⌉ (Nakamura 1979).
    ///
    /// # Errors
    /// [`PowerError::TooLarge`] if the search is too large and there are more than [`MOST_ENUMERATED`] members;
    /// [`PowerError::NotMonotone`].
    pub fn nakamura(&self) -> Result<Option<usize>, PowerError> {
        // k winning coalitions have no common member iff their complements cover all members; the smallest winning
        // coalition has the largest complement, which bounds k from below.
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

    /// The same by evaluating every coalition; the game must be monotone.
    ///
    /// # Errors
    /// If there are more than [`MOST_ENUMERATED`] members.
    pub fn nakamura_by_enumeration(&self) -> Result<Option<usize>, PowerError> {
        check_members(self.rows.len(), MOST_ENUMERATED)?;
        Ok(nakamura::by_enumeration(&verdicts(&self.rows, &self.wins)))
    }
}

impl fmt::Debug for SimpleGame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SimpleGame").field("rows", &self.rows).finish_non_exhaustive()
    }
}

/// Refuses games without members or with more than `most`.
fn check_members(members: usize, most: usize) -> Result<(), PowerError> {
    match members {
        0 => Err(PowerError::NoMembers),
        _ if members > most => Err(PowerError::TooManyMembers { members, most }),
        _ => Ok(()),
    }
}

/// Column sums. If these fit into a `u64`, all later sums do.
fn totals(rows: &[Vec<u64>]) -> Result<Vec<u64>, PowerError> {
    let mut totals = vec![0_u64; rows[0].len()];
    for row in rows {
        for (total, x) in totals.iter_mut().zip(row) {
            *total = total.checked_add(*x).ok_or(PowerError::WeightOverflow)?;
        }
    }
    Ok(totals)
}
