//! Errors of games.

use thiserror::Error;

use crate::{language::Message, say};

/// Why a game is invalid, or its swings cannot be counted. Members are numbered from 0.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum PowerError {
    /// There are no members.
    #[error("a game needs at least one member")]
    NoMembers,
    /// More members than this method of counting supports.
    #[error("{members} members are too many: at most {most}")]
    TooManyMembers {
        /// The number of members.
        members: usize,
        /// The maximum.
        most: usize,
    },
    /// With a quota of 0 every coalition would carry, even the empty one.
    #[error("a quota of 0 carries without a single Yes: give at least 1")]
    QuotaZero,
    /// With a quota above the total weight no coalition would carry.
    #[error("the quota {quota} is above the total weight {total}: nothing would ever carry")]
    QuotaAboveTotal {
        /// The quota.
        quota: u64,
        /// The sum of all weights.
        total: u64,
    },
    /// The weights add up to more than a `u64` holds.
    #[error("the weights add up to more than {}", u64::MAX)]
    WeightOverflow,
    /// An additional quota does not have one weight per member.
    #[error("{weights} weights for {members} members")]
    WrongLength {
        /// The number of weights given.
        weights: usize,
        /// The number of members.
        members: usize,
    },
    /// A veto of a member that does not exist.
    #[error("member {member} has a veto but there are only {members} members, counted from 0")]
    NoSuchMember {
        /// The member given.
        member: usize,
        /// The number of members.
        members: usize,
    },
    /// The empty coalition carries.
    #[error("the rule carries without a single Yes")]
    EmptyWins,
    /// The coalition of all members does not carry.
    #[error("the rule does not carry even when everybody says yes")]
    NothingWins,
    /// An additional Yes makes a winning coalition lose.
    #[error("the rule is not monotone: an additional Yes makes a winning coalition lose")]
    NotMonotone,
    /// Exact counting would take too long.
    #[error("too many different sums of weights to count exactly: round the weights, or merge equal members")]
    TooLarge,
}

impl PowerError {
    /// The same in every language, of what the rule of a scenario can come to.
    pub fn message(&self) -> Message {
        let why = match self {
            Self::NoMembers => "no-members",
            Self::EmptyWins => "empty-wins",
            Self::NothingWins => "nothing-wins",
            Self::NotMonotone => "not-monotone",
            Self::TooLarge => "too-large",
            _ => return self.to_string().into(),
        };
        Message::new(|language| say!(language, "terminal-power-error", why = why))
    }
}
