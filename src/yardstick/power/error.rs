//! What can be wrong with a game.

use thiserror::Error;

/// Why there is no such game, or why it cannot be counted. Members are counted from 0.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum PowerError {
    /// Nobody votes.
    #[error("a game needs at least one member")]
    NoMembers,
    /// More members than this way of counting takes.
    #[error("{members} members are too many: at most {most}")]
    TooManyMembers {
        /// How many there are.
        members: usize,
        /// How many there may be.
        most: usize,
    },
    /// Everything would carry, even without a Yes.
    #[error("a quota of 0 carries without a single Yes: give at least 1")]
    QuotaZero,
    /// Nothing would carry.
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
    /// A further quota has not one weight for each member.
    #[error("{weights} weights for {members} members")]
    WrongLength {
        /// How many weights were given.
        weights: usize,
        /// How many members there are.
        members: usize,
    },
    /// A veto for somebody who is no member.
    #[error("member {member} has a veto but there are only {members} members, counted from 0")]
    NoSuchMember {
        /// The member named.
        member: usize,
        /// How many members there are.
        members: usize,
    },
    /// The coalition of nobody carries.
    #[error("the rule carries without a single Yes")]
    EmptyWins,
    /// Not even everybody together carries.
    #[error("the rule does not carry even when everybody says yes")]
    NothingWins,
    /// A Yes more turns a coalition that carries into one that does not.
    #[error("the rule is not monotone: one Yes more makes a coalition lose")]
    NotMonotone,
    /// Exact counting would take too long.
    #[error("too many different sums of weights to count exactly: round the weights, or merge equal members")]
    TooLarge,
}
