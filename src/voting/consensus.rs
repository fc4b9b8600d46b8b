//! Consensus: a text is adopted unless a party that is *present* objects; absent parties cannot block.
//!
//! The text is carried iff objections ≤ k. With k = 0 this is plain consensus (WTO Agreement, Art. IX:1, note 1; customary
//! at the UN); with k = 1, "consensus minus one" (CSCE, Prague 1992, for gross violations of commitments). Under the
//! *silence procedure* the question is asked in writing: the text is adopted unless a member breaks the silence, and every
//! member that says nothing, present or not, assents. Under the *chair's gavel* the chair may overrule a few objectors of
//! little weight: objections ≤ κ, and the objectors' materiality ≤ μ of the materiality present. Under *reverse consensus*
//! the text is adopted unless everybody objects (WTO Dispute Settlement Understanding, Art. 16.4).

use super::{Asks, Base, DecisionRule, Share, Test, Unit};
use crate::field::record;

record! {
    /// When the chair may adopt a text over objections.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Gavel {
        /// κ: the maximum number of objectors.
        objectors: u32,
        /// μ: the maximum share of the materiality present that they hold.
        materiality: Share,
    }
}

impl DecisionRule {
    /// Carried if no party present objects.
    pub fn consensus() -> Self {
        Self::consensus_minus(0)
    }

    /// Carried if at most `k` parties object.
    pub fn consensus_minus(k: u64) -> Self {
        Self { asks: Asks::Objections, no_at_most: Some(k), ..Self::default() }
    }

    /// Carried if at least one party does not object.
    pub(crate) fn reverse_consensus() -> Self {
        Self { asks: Asks::Objections, tests: vec![Test::count(Unit::Heads, 1)], ..Self::default() }
    }

    /// Carried if no member breaks the silence.
    pub fn silence() -> Self {
        Self { asks: Asks::Silence, ..Self::consensus() }
    }

    /// Carried if at most κ parties object and those that do not object hold at least 1 − μ of the materiality present.
    pub fn gavel(gavel: Gavel) -> Self {
        let silent = gavel.materiality.rest().unwrap_or(Share(0, 1));
        Self {
            tests: vec![Test::share(Unit::Materiality, Base::Present, silent)],
            ..Self::consensus_minus(gavel.objectors.into())
        }
    }
}
