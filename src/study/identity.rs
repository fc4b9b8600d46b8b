//! Which results these are: of which case, with what changed in it, from which seed, in how many runs, by which version.

use serde::{Deserialize, Serialize};

use crate::{
    random::Seed,
    scenario::{Changes, Scenario},
};

/// A case by its title, what was changed in it, and the hash of what was run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseIdentity {
    /// The title of the scenario or study.
    pub title: String,
    /// What switches and settings changed in the scenario.
    #[serde(default, skip_serializing_if = "Changes::is_empty")]
    pub changed: Changes,
    /// The hash of the scenario as run; empty where the results rest on real cases.
    pub hash: String,
}

impl CaseIdentity {
    /// Of a scenario as it is run.
    pub fn of(scenario: &Scenario) -> Self {
        Self { title: scenario.title.clone(), changed: scenario.changed.clone(), hash: scenario.hash() }
    }
}

/// How many negotiations the results are from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Runs {
    /// A number that differs from row to row.
    #[default]
    Several,
    /// So many in all.
    All(u64),
    /// So many for each estimate.
    Each(u64),
    /// The one of this number.
    One(u64),
    /// None: what follows from members and rule alone.
    None,
}

/// Which results these are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// The case.
    pub case: CaseIdentity,
    /// The case it is held against, A of a comparison; none of other results.
    pub against: Option<CaseIdentity>,
    /// The master seed.
    pub seed: Seed,
    /// How many negotiations.
    pub runs: Runs,
    /// The version that computed them.
    pub version: String,
}

impl Identity {
    /// Results of one case, computed by this version.
    pub fn new(case: CaseIdentity, seed: Seed, runs: Runs) -> Self {
        Self { case, against: None, seed, runs, version: env!("CARGO_PKG_VERSION").to_owned() }
    }

    /// Results of a scenario, computed by this version.
    pub fn of(scenario: &Scenario, seed: Seed, runs: Runs) -> Self {
        Self::new(CaseIdentity::of(scenario), seed, runs)
    }

    /// The hashes of what was run, A's first where two cases are compared.
    pub fn hashes(&self) -> String {
        let all = self.against.iter().chain([&self.case]).map(|case| case.hash.as_str());
        all.collect::<Vec<_>>().join("/")
    }
}
