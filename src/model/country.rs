//! A compiled country.

use crate::{
    tactic::Tactic,
    text::{ClauseId, Text},
    voting::{Asks, VotingWeight},
};

/// A compiled country.
#[derive(Clone, Debug)]
pub struct CountryModel {
    /// Its key in the scenario.
    pub name: String,
    /// m, normalised: Σ m = 1 over all countries.
    pub materiality: f64,
    /// c.
    pub cost_of_failure: f64,
    /// What it can do without a text beside failing.
    pub outside_option: Option<OutsideModel>,
    /// The total loss of a deal worth just the minimum of points, where there is one; negative where no deal is worth so many.
    pub loss_at_minimum: Option<f64>,
    /// The sum of its stated saliences; in a scorable game, the points of its best options.
    pub best_points: f64,
    /// χ.
    pub isolation_cost: f64,
    /// β and k.
    pub tactic: Tactic,
    /// Whether it is absent from the start.
    pub stays_away: bool,
    /// Whether it has a vote where the rule takes one.
    pub has_votes: bool,
    /// Whether it may object where the rule asks for objections.
    pub may_object: bool,
    /// κ_h.
    pub lobbying_resistance: f64,
    /// Its blocs with the weight of each membership (sum ≤ 1), the heaviest first.
    pub memberships: Vec<(usize, f64)>,
    /// Its voting weights.
    pub voting_weight: VotingWeight,
    /// The clauses on which it has its bloc's position.
    pub derived: Vec<ClauseId>,
}

/// A compiled outside option.
#[derive(Clone, Debug, PartialEq)]
pub enum OutsideModel {
    /// b, in utility above the status quo.
    Gain(f64),
    /// A club.
    Club {
        /// y.
        text: ClubTextModel,
        /// σ.
        reach: f64,
    },
}

/// The text of a club.
#[derive(Clone, Debug, PartialEq)]
pub enum ClubTextModel {
    /// This text.
    Given(Text),
    /// What this country wants.
    OfCountry(usize),
    /// What this bloc wants.
    OfBloc(usize),
}

impl CountryModel {
    /// Whether it only looks on: it counts nowhere.
    pub fn observes(&self) -> bool {
        !self.has_votes && !self.may_object
    }

    /// Whether its answer to this question counts.
    pub fn has_say(&self, asks: Asks) -> bool {
        if asks.for_objections() { self.may_object } else { self.has_votes }
    }
}
