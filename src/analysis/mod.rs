//! What can be said of a scenario without negotiating: what could be agreed, who can stop it, what the rule makes of
//! the room (model §§2, 4, 5).
//!
//! Everything is computed from the preferences as stated, nothing drawn, over those with a voice: all countries that
//! are not away from the start.

mod voting;

use serde::Serialize;

pub use voting::{MemberPower, Nakamura, Voting};

use crate::scenario::Scenario;

/// What can be said of a scenario without negotiating.
#[derive(Clone, Debug, Serialize)]
pub struct Analysis {
    /// The scenario's title.
    pub scenario: String,
    /// The scenario's hash.
    pub hash: String,
    /// The version that analysed it.
    pub version: &'static str,
    /// The rule that decides first.
    pub rule: Voting,
    /// What decides when that fails.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<Voting>,
}

impl Analysis {
    /// Analyses a valid scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let (rule, fallback) = scenario.rule.compile();
        Self {
            scenario: scenario.title.clone(),
            hash: scenario.hash(),
            version: env!("CARGO_PKG_VERSION"),
            rule: Voting::under(scenario, &rule),
            fallback: fallback.map(|f| Voting::under(scenario, &f.rule)),
        }
    }
}
