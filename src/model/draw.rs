//! What is drawn for each replicate.

use crate::{
    random::{Purpose, Sampler, StreamName},
    text::ClauseId,
};

/// A quantity drawn for each replicate.
#[derive(Clone, Debug)]
pub struct Draw {
    /// The stream its numbers come from.
    pub stream: StreamName,
    /// Its distribution.
    pub sampler: Sampler,
    /// The quantity it sets.
    pub sets: Quantity,
    /// What an ideal has in common with others: which of the model's draws, and how much of it.
    pub shared: Vec<(usize, f64)>,
}

/// The quantity that a draw sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// A country's ideal on a clause.
    Ideal(usize, ClauseId),
    /// A country's salience on a clause.
    Salience(usize, ClauseId),
    /// A bloc's published ideal on a clause.
    BlocIdeal(usize, ClauseId),
    /// A firm's ideal on a clause.
    FirmIdeal(usize, ClauseId),
    /// A country's cost of failure.
    CostOfFailure(usize),
    /// A country's outside option, where it is a number.
    OutsideOption(usize),
    /// The reach of a country's club.
    Reach(usize),
    /// A country's isolation cost.
    IsolationCost(usize),
    /// A country's patience β.
    Patience(usize),
    /// Whether a country attends: 1 if present, 0 if absent.
    Attendance(usize),
    /// The number in (0, 1) that selects whose draft is adopted.
    Recognition,
    /// Nothing by itself: an error that ideals have in common.
    Shared,
}

impl Quantity {
    /// Whether it is somebody's ideal on a clause.
    pub fn is_ideal(self) -> bool {
        matches!(self, Self::Ideal(..) | Self::BlocIdeal(..) | Self::FirmIdeal(..))
    }

    /// The purpose of its stream.
    pub(super) fn purpose(self) -> Purpose {
        match self {
            Self::Ideal(..) | Self::BlocIdeal(..) | Self::FirmIdeal(..) => Purpose::Ideal,
            Self::Salience(..) => Purpose::Salience,
            Self::CostOfFailure(_) => Purpose::CostOfFailure,
            Self::OutsideOption(_) => Purpose::OutsideOption,
            Self::Reach(_) => Purpose::Reach,
            Self::IsolationCost(_) => Purpose::IsolationCost,
            Self::Patience(_) => Purpose::Patience,
            Self::Attendance(_) => Purpose::Attendance,
            Self::Recognition => Purpose::Recognition,
            Self::Shared => Purpose::Shared,
        }
    }

    /// The clause it refers to, if any.
    pub(super) fn clause(self) -> Option<ClauseId> {
        match self {
            Self::Ideal(_, c) | Self::BlocIdeal(_, c) | Self::FirmIdeal(_, c) | Self::Salience(_, c) => {
                Some(c)
            }
            Self::CostOfFailure(_)
            | Self::OutsideOption(_)
            | Self::Reach(_)
            | Self::IsolationCost(_)
            | Self::Patience(_)
            | Self::Attendance(_)
            | Self::Recognition
            | Self::Shared => None,
        }
    }

    /// The legal range, to which draws are limited.
    pub(super) fn range(self) -> (f64, f64) {
        match self.purpose() {
            Purpose::Ideal
            | Purpose::Reach
            | Purpose::Attendance
            | Purpose::Recognition
            | Purpose::Design
            | Purpose::Bootstrap => (0.0, 1.0),
            Purpose::Salience | Purpose::CostOfFailure | Purpose::IsolationCost => (0.0, f64::MAX),
            Purpose::OutsideOption => (-1.0, 1.0),
            Purpose::Patience => (0.01, 100.0),
            Purpose::Proposal
            | Purpose::Luck
            | Purpose::RandomText
            | Purpose::Coin
            | Purpose::Card
            | Purpose::Permutation
            | Purpose::Shared
            | Purpose::Calibration => (0.0, 1.0),
        }
    }
}
