//! A delegate that says what a script says.

use std::collections::BTreeMap;

use crate::negotiation::{Delegate, Saying, Situation};

/// A delegate that says what was written for each round; nothing in the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Script {
    rounds: BTreeMap<u32, Saying>,
}

impl Script {
    /// Writes what is to be said in a round; the last that is written for it counts.
    pub fn write(&mut self, round: u32, saying: Saying) {
        self.rounds.insert(round, saying);
    }
}

impl Delegate for Script {
    fn speak(&mut self, situation: &Situation<'_>) -> Saying {
        self.rounds.get(&situation.round).cloned().unwrap_or_default()
    }
}
