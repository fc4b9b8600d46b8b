//! Qualified majorities, as in the Council of the EU.
//!
//! Weighted votes (EEC 1958 to Nice): Σ w of Yes ≥ quota; since Nice also a majority of members and, where somebody
//! asks for it, 62 % of the population. Double majority (Lisbon, TEU Art. 16(4)): at least 55 % of the members taking
//! part, with at least 65 % of their population; a blocking minority needs at least four members, else the text is
//! carried. Reinforced (TFEU Art. 238(2)), where no proposal of the Commission is voted on: 72 % and 65 %. Abstention
//! and absence count as no; members that take no part leave both bases.

use super::{Base, DecisionRule, Share, Test, Unit};
use crate::field::record;

record! {
    /// A weighted vote.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct WeightedMajority {
        /// How many votes are needed: the countries' `votes` are counted.
        quota: u64,
        /// How many members are needed besides.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        members: Option<u64>,
        /// What share of the population is needed besides.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        population: Option<Share>,
    }
}

impl DecisionRule {
    /// 55 % of members, 65 % of population; three cannot block.
    pub fn double_majority() -> Self {
        Self::members_and_population(Share(55, 100), Share(65, 100))
    }

    /// 72 % of members, 65 % of population; three cannot block.
    pub fn reinforced_double_majority() -> Self {
        Self::members_and_population(Share(72, 100), Share(65, 100))
    }

    /// At least the quota of votes, and of members and population where that is asked.
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
