//! Unanimity, in its two forms.
//!
//! Strict: every member says yes; abstention and absence count as no. As in the Council of the EU (TFEU Art. 238(4)):
//! nobody votes no, abstention does not block, and every member that takes part must be present or represented.

use super::{Base, DecisionRule, Quorum, Share, Test, Unit};

impl DecisionRule {
    /// Every member votes yes.
    pub fn unanimity() -> Self {
        Self { tests: vec![Test::share(Unit::Heads, Base::Members, Share(1, 1))], ..Self::default() }
    }

    /// Nobody votes no; all who take part are there.
    pub fn unanimity_with_abstention() -> Self {
        Self {
            no_at_most: Some(0),
            quorum: Some(Quorum { share: Share(1, 1), strict: false }),
            ..Self::default()
        }
    }
}
