//! Consensus: a text is adopted unless a party that is *present* objects; absent parties cannot block.
//!
//! Carried iff objections ≤ k, k = 0 for plain consensus. "Consensus minus one" (CSCE, Prague 1992) is k = 1.

use super::{Asks, DecisionRule};

impl DecisionRule {
    /// Nobody present objects.
    pub fn consensus() -> Self {
        Self::consensus_minus(0)
    }

    /// At most `k` parties object.
    pub fn consensus_minus(k: u64) -> Self {
        Self { asks: Asks::Objections, no_at_most: Some(k), ..Self::default() }
    }
}
