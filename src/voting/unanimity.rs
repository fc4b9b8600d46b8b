//! Unanimity, in its two forms.
//!
//! Strict: every member votes yes; abstention and absence count as No. With abstention, as in the Council of the EU (TFEU
//! Art. 238(4)): no member votes no, abstention does not block, and every participating member must be present or
//! represented.

use super::{Base, DecisionRule, Quorum, Share, Test, Unit};

impl DecisionRule {
    /// Carried if every member votes yes.
    pub fn unanimity() -> Self {
        Self { tests: vec![Test::share(Unit::Heads, Base::Members, Share(1, 1))], ..Self::default() }
    }

    /// Carried if no member votes no and all participating members are present.
    pub(crate) fn unanimity_with_abstention() -> Self {
        Self {
            no_at_most: Some(0),
            quorum: Some(Quorum { share: Share(1, 1), strict: false }),
            ..Self::default()
        }
    }
}
