//! Majorities of heads, as in the UN General Assembly.
//!
//! Simple majority: Y > N (Charter Art. 18(3)). Two-thirds, on important questions: Y ≥ 2N (Art. 18(2)). Abstention
//! and absence are neutral, and a majority of the members must be present (rules of procedure of the General Assembly,
//! rule 67). Majorities of all members: Y > n/2 (absolute majority), 3Y ≥ 2n; abstention and absence count as No.

use super::{Base, DecisionRule, Quorum, Share, Test, Unit};

impl DecisionRule {
    /// Carried with more Yes than No votes.
    pub fn simple_majority() -> Self {
        Self::of_those_voting(Share(1, 2), true)
    }

    /// Carried with at least two Yes votes for each No.
    pub fn two_thirds() -> Self {
        Self::of_those_voting(Share(2, 3), false)
    }

    /// Carried if more than half of all members vote yes.
    pub fn absolute_majority() -> Self {
        let half = Test::share(Unit::Heads, Base::Members, Share(1, 2));
        Self { tests: vec![Test { strict: true, ..half }], ..Self::default() }
    }

    /// Carried if at least two thirds of all members vote yes.
    pub fn two_thirds_of_members() -> Self {
        Self { tests: vec![Test::share(Unit::Heads, Base::Members, Share(2, 3))], ..Self::default() }
    }

    fn of_those_voting(at_least: Share, strict: bool) -> Self {
        let of_votes = Test::share(Unit::Heads, Base::PresentAndVoting, at_least);
        Self {
            quorum: Some(Quorum { share: Share(1, 2), strict: true }),
            tests: vec![Test { strict, ..of_votes }],
            ..Self::default()
        }
    }
}
