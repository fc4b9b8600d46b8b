//! Consensus: a text is adopted unless a party that is *present* objects; absent parties cannot block.
//!
//! Carried iff objections ≤ k. k = 0: plain consensus (WTO Agreement, Art. IX:1, note 1; customary at the UN). k = 1:
//! "consensus minus one" (CSCE, Prague 1992, for gross violations of commitments). The *silence procedure* asks the
//! same in writing: the text stands unless somebody breaks the silence, and whoever says nothing, from anywhere,
//! assents. *The chair's gavel* comes down over a few objectors of little weight: objections ≤ κ, and the objectors'
//! materiality ≤ μ of the room's. *Reverse consensus* turns it round: the text stands unless everybody objects (WTO
//! Dispute Settlement Understanding, Art. 16.4).

use super::{Asks, Base, DecisionRule, Share, Test, Unit};
use crate::field::record;

record! {
    /// When the chair may gavel a text through over objections.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Gavel {
        /// κ: how many may object.
        objectors: u32,
        /// μ: how much of the materiality present they may hold.
        materiality: Share,
    }
}

impl DecisionRule {
    /// Nobody present objects.
    pub fn consensus() -> Self {
        Self::consensus_minus(0)
    }

    /// At most `k` parties object.
    pub fn consensus_minus(k: u64) -> Self {
        Self { asks: Asks::Objections, no_at_most: Some(k), ..Self::default() }
    }

    /// At least one party does not object.
    pub fn reverse_consensus() -> Self {
        Self { asks: Asks::Objections, tests: vec![Test::count(Unit::Heads, 1)], ..Self::default() }
    }

    /// Nobody breaks the silence.
    pub fn silence() -> Self {
        Self { asks: Asks::Silence, ..Self::consensus() }
    }

    /// At most κ object, and those who do not object hold at least 1 − μ of the materiality present.
    pub fn gavel(gavel: Gavel) -> Self {
        let silent = gavel.materiality.rest().unwrap_or(Share(0, 1));
        Self {
            tests: vec![Test::share(Unit::Materiality, Base::Present, silent)],
            ..Self::consensus_minus(gavel.objectors.into())
        }
    }
}
