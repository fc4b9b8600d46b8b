//! Majorities of those present and voting, as in the UN General Assembly.
//!
//! Simple majority: Y > N (Charter Art. 18(3)). Two-thirds: Y ≥ 2N (Art. 18(2)). Abstention and absence are
//! neutral; both need a majority of the members present (rules of procedure of the General Assembly, rule 67).

use super::{Base, DecisionRule, Quorum, Share, Test, Unit};

impl DecisionRule {
    /// More Yes than No.
    pub fn simple_majority() -> Self {
        Self::of_those_voting(Share(1, 2), true)
    }

    /// At least two Yes for each No.
    pub fn two_thirds() -> Self {
        Self::of_those_voting(Share(2, 3), false)
    }

    fn of_those_voting(at_least: Share, strict: bool) -> Self {
        Self {
            quorum: Some(Quorum { share: Share(1, 2), strict: true }),
            tests: vec![Test { unit: Unit::Heads, base: Base::PresentAndVoting, at_least, strict }],
            ..Self::default()
        }
    }
}
