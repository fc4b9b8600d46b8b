//! What results are called wherever they are shown: on the screen, in pictures, tables and pages. A case in which something
//! was changed never goes by the name of the case as it is.

use super::{number::count, table::clip};
use crate::{
    scenario::{Change, Scenario},
    study::identity::{CaseIdentity, Identity, Runs},
};

/// The longest change that is written out.
const LONGEST: usize = 60;

/// The title of a scenario, with what was changed in it.
pub fn title(scenario: &Scenario) -> String {
    name(&CaseIdentity {
        title: scenario.title.clone(),
        changed: scenario.changed.clone(),
        hash: String::new(),
    })
}

/// The title of a case, with what was changed in it.
pub fn name(case: &CaseIdentity) -> String {
    let changed: Vec<String> = case.changed.iter().map(|change| clip(&change.to_string(), LONGEST)).collect();
    match &changed[..] {
        [] => case.title.clone(),
        changed => format!("{} — with {}", case.title, changed.join(", ")),
    }
}

/// What results are called: the case; both, where two are compared.
pub fn of(identity: &Identity) -> String {
    match &identity.against {
        None => name(&identity.case),
        Some(a) if a.title == identity.case.title && a.changed.is_empty() => {
            format!("A: {}, as it is; B: {}", a.title, name(&identity.case))
        }
        Some(a) => format!("A: {}; B: {}", name(a), name(&identity.case)),
    }
}

/// The line below a picture: case, hash, seed, number of runs and version.
pub fn source(identity: &Identity) -> String {
    let hashes = identity.hashes();
    let runs = match identity.runs {
        Runs::Several => None,
        Runs::All(n) => Some(format!("n = {}", count(n))),
        Runs::Each(n) => Some(format!("n = {} each", count(n))),
        Runs::One(replicate) => Some(format!("replicate {replicate} (n = 1)")),
    };
    let scenario = (!hashes.is_empty()).then(|| format!("scenario {hashes}"));
    let seed = Some(format!("seed {}", identity.seed));
    let version = Some(format!("plenary {}", identity.version));
    let parts = [Some(of(identity)), scenario, seed, runs, version];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What was changed in a case and why, a line each: the question of a switch, or the value that was set.
pub fn changes(scenario: &Scenario) -> Vec<String> {
    let line = |change: &Change| match change {
        Change::Switch { name, asks } if !asks.is_empty() => format!("{name}: {asks}"),
        change => change.to_string(),
    };
    scenario.changed.iter().map(line).collect()
}
