//! Qualified majorities, as in the Council of the EU.
//!
//! Weighted votes (EEC 1958 to Nice): Σ w of Yes ≥ quota; since Nice also a majority of members and, if a member
//! requests it, 62 % of the population. Double majority (Lisbon, TEU Art. 16(4)): at least 55 % of the members taking
//! part, with at least 65 % of their population; a blocking minority needs at least four members, otherwise the text
//! is carried. Reinforced (TFEU Art. 238(2)), if the vote is not on a proposal of the Commission: 72 % and 65 %. Abstention
//! and absence count as No; members that do not participate are excluded from both bases.

use super::{Base, DecisionRule, Share, Test, Unit};
use crate::field::record;

record! {
    /// A weighted vote.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct WeightedMajority {
        /// The required sum of the countries' `votes`.
        quota: u64,
        /// The number of members required in addition.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        members: Option<u64>,
        /// The share of the population required in addition.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        population: Option<Share>,
    }
}

impl DecisionRule {
    /// 55 % of members and 65 % of population; three members cannot block.
    pub fn double_majority() -> Self {
        Self::members_and_population(Share(55, 100), Share(65, 100))
    }

    /// 72 % of members and 65 % of population; three members cannot block.
    pub(crate) fn reinforced_double_majority() -> Self {
        Self::members_and_population(Share(72, 100), Share(65, 100))
    }

    /// Carried with at least the quota of votes, and the required members and population if given.
    pub fn weighted_majority(w: WeightedMajority) -> Self {
        let mut tests = vec![Test::count(Unit::Weight, w.quota)];
        tests.extend(w.members.map(|members| Test::count(Unit::Heads, members)));
        tests.extend(w.population.map(|share| Test::share(Unit::Population, Base::Members, share)));
        Self { tests, ..Self::default() }
    }

    fn members_and_population(members: Share, population: Share) -> Self {
        Self {
            tests: vec![
                Test::share(Unit::Heads, Base::Participating, members),
                Test::share(Unit::Population, Base::Participating, population),
            ],
            blocking_minority: Some(4),
            ..Self::default()
        }
    }
}
