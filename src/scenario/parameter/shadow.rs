//! Settings made one after another of which a later one undoes an earlier.

use super::{Parameter, resolved};
use crate::scenario::Scenario;

/// The first of these settings (path, value), made in this order, that is without effect because of a later one: its place
/// and that of the one which overwrites it. A setting is told by what it does, whatever the paths are called.
pub fn shadowed(base: &Scenario, settings: &[(&str, &str)]) -> Option<(usize, usize)> {
    let mut before = base.clone();
    for (k, setting) in settings.iter().enumerate() {
        let mut after = before.clone();
        apply(&mut after, setting)?;
        if after != before
            && let Some(by) = overwritten(&before, &after, &settings[k + 1..])
            && settings[k + 1 + by] != *setting
        {
            return Some((k, k + 1 + by));
        }
        before = after;
    }
    None
}

/// Which of these settings makes two scenarios the same; none where none does, or where one does not fit.
fn overwritten(without: &Scenario, with: &Scenario, settings: &[(&str, &str)]) -> Option<usize> {
    let (mut without, mut with) = (without.clone(), with.clone());
    for (k, setting) in settings.iter().enumerate() {
        apply(&mut without, setting)?;
        apply(&mut with, setting)?;
        if resolved(&with) == resolved(&without) {
            return Some(k);
        }
    }
    None
}

fn apply(scenario: &mut Scenario, (path, value): &(&str, &str)) -> Option<()> {
    path.parse::<Parameter>().and_then(|parameter| parameter.set(scenario, value)).ok()
}
