//! What results are called wherever they are shown: on the screen, in pictures, tables and pages. A case in which something
//! was changed never goes by the name of the case as it is.

use super::table::clip;
use crate::{
    language::Language,
    say,
    scenario::{Change, Changes, Scenario},
    study::identity::{CaseIdentity, Identity, Runs},
};

/// The longest change that is written out.
const LONGEST: usize = 60;

/// The title of a scenario, with what was changed in it.
pub fn title(language: Language, scenario: &Scenario) -> String {
    named(language, &scenario.title, &scenario.changed)
}

pub(super) fn named(language: Language, title: &str, changed: &Changes) -> String {
    if changed.is_empty() {
        return title.to_owned();
    }
    say!(language, "report-name-changed", title = title, changes = changes_of(language, changed))
}

fn changes_of(language: Language, changed: &Changes) -> String {
    let changed: Vec<String> = changed.iter().map(|change| clip(&change.to_string(), LONGEST)).collect();
    language.list(&changed, usize::MAX)
}

/// What results are called: the case; both, where two are compared.
pub fn of(language: Language, identity: &Identity) -> String {
    let name = |case: &CaseIdentity| named(language, &case.title, &case.changed);
    let Some(a) = &identity.against else { return name(&identity.case) };
    let b = &identity.case;
    if a.title == b.title && a.changed.is_empty() && !b.changed.is_empty() {
        let changes = changes_of(language, &b.changed);
        return say!(language, "report-name-both", title = a.title.as_str(), changes = changes);
    }
    say!(language, "report-name-sides", a = name(a), b = name(b))
}

/// The line below a picture: case, hash, seed, number of runs and version.
pub fn source(language: Language, identity: &Identity) -> String {
    let hashes = identity.hashes();
    let runs = match identity.runs {
        Runs::Several | Runs::None => None,
        Runs::All(n) => Some(say!(language, "report-source-all", n = language.count(n))),
        Runs::Each(n) => Some(say!(language, "report-source-each", n = language.count(n))),
        Runs::One(replicate) => Some(say!(language, "report-source-one", replicate = replicate.to_string())),
    };
    let scenario = (!hashes.is_empty()).then(|| say!(language, "report-source-scenario", hash = hashes));
    let is_drawn = identity.runs != Runs::None;
    let seed = is_drawn.then(|| say!(language, "report-source-seed", seed = identity.seed.to_string()));
    let version = Some(format!("plenary {}", identity.version));
    let parts = [Some(of(language, identity)), scenario, seed, runs, version];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What was changed in a case and why, a line each: the question of a switch, or the value that was set.
pub fn changes(language: Language, scenario: &Scenario) -> Vec<String> {
    let line = |change: &Change| match change {
        Change::Switch { name, asks } if !asks.is_empty() => {
            say!(language, "report-change-of-switch", name = name.as_str(), asks = asks.as_str())
        }
        change => change.to_string(),
    };
    scenario.changed.iter().map(line).collect()
}
