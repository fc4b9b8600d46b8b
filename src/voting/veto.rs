//! Votes that some members can veto, as in the UN Security Council.
//!
//! On matters of substance (Charter Art. 27(3)): at least nine Yes votes of fifteen (before 1966 seven of eleven), and no
//! permanent member votes no. A permanent member that abstains or stays away does not veto.

use super::{DecisionRule, Test, Unit};
use crate::field::record;

record! {
    /// A vote that permanent members can veto.
    #[derive(Clone, Debug, PartialEq)]
    pub struct SecurityCouncil {
        /// The number of affirmative votes required.
        #[serde(default = "nine")]
        affirmative: u64,
        /// The members whose No defeats the text.
        permanent: Vec<String>,
    }
}

fn nine() -> u64 {
    9
}

impl DecisionRule {
    /// Carried with enough affirmative votes and no veto.
    pub fn security_council(council: &SecurityCouncil) -> Self {
        Self {
            vetoes: council.permanent.clone(),
            tests: vec![Test::count(Unit::Heads, council.affirmative)],
            ..Self::default()
        }
    }
}
