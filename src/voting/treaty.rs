//! A coalition of the willing: the text binds the members that sign it, and enters into force once enough do.
//!
//! A member signs by voting yes. The text is carried iff signatories ≥ k and, if required, they hold at least a share of all
//! members' materiality (as in the Paris Agreement: 55 parties with 55 % of emissions, Art. 21(1)). Nobody can block it for
//! the others; there is a trade-off between breadth and depth (Downs, Rocke & Barsoom 1996; Gilligan 2004).

use super::{Base, Binds, DecisionRule, Share, Test, Unit};
use crate::field::record;

record! {
    /// When a text that binds only its signatories enters into force.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct CoalitionOfTheWilling {
        /// The number of signatories required.
        signatories: u64,
        /// The share of all members' materiality that they must hold.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        materiality: Option<Share>,
    }
}

impl DecisionRule {
    /// Carried if enough members sign; it binds only them.
    pub(crate) fn coalition_of_the_willing(c: CoalitionOfTheWilling) -> Self {
        let mut tests = vec![Test::count(Unit::Heads, c.signatories)];
        tests.extend(c.materiality.map(|share| Test::share(Unit::Materiality, Base::Members, share)));
        Self { tests, binds: Binds::Signatories, ..Self::default() }
    }
}
