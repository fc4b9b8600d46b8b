//! A coalition of the willing: the text binds those who sign it, and enters into force with enough of them.
//!
//! Whoever says yes signs; carried iff signatories ≥ k and, where asked, they hold at least a share of all members'
//! materiality (as the Paris Agreement's 55 parties with 55 % of emissions, Art. 21(1)). Nobody can block it for the
//! others; breadth is bought with depth (Downs, Rocke & Barsoom 1996; Gilligan 2004).

use super::{Base, Binds, DecisionRule, Share, Test, Unit};
use crate::field::record;

record! {
    /// When a text that binds its signatories only enters into force.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct CoalitionOfTheWilling {
        /// How many must sign.
        signatories: u64,
        /// What share of all members' materiality they must hold.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        materiality: Option<Share>,
    }
}

impl DecisionRule {
    /// Enough members sign; it binds them alone.
    pub fn coalition_of_the_willing(c: CoalitionOfTheWilling) -> Self {
        let mut tests = vec![Test::count(Unit::Heads, c.signatories)];
        tests.extend(c.materiality.map(|share| Test::share(Unit::Materiality, Base::Members, share)));
        Self { tests, binds: Binds::Signatories, ..Self::default() }
    }
}
