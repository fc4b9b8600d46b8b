//! The reviewer of meaning: what a careful colleague would ask about a scenario that is valid.
//!
//! What has no meaning is refused (`check`, beside this). Here stands what has one that is probably not meant, or that a
//! reader of the results must know. Every rule stands in one place, and says where in the file it applies.

mod names;
mod positions;
mod rule;
mod switches;
mod thresholds;

use super::{Note, Place, Scenario};
use crate::preference::mixed_units;

/// What to watch out for, in the order of the rules below.
pub fn notes(scenario: &Scenario) -> Vec<Note> {
    let mut notes = Vec::new();
    names::review(scenario, &mut notes);
    of_case(scenario, &mut notes);
    switches::review(scenario, &mut notes);
    notes
}

/// What to watch out for in the case itself, whatever its names and switches.
fn of_case(scenario: &Scenario, notes: &mut Vec<Note>) {
    rule::review(scenario, notes);
    if scenario.is_body() {
        return;
    }
    if !scenario.clauses.values().any(|c| c.is_ambition()) {
        let message = "no clause is a matter of ambition: depth and the LCD index are undefined";
        notes.push(Note::new(Place::top("clauses").name(), message, "clauses of other kinds only"));
    }
    if scenario.is_certain() {
        let message = "nothing is drawn: all negotiations are alike, and one is enough";
        let note = Note::new(Place::top("uncertainty"), message, "nothing is uncertain");
        notes.push(note.help("what is not known is said as uncertainty: (ideals: (medium: Normal(0.1)))"));
    }
    positions::review(scenario, notes);
    thresholds::review(scenario, notes);
}

/// A list of names for a sentence: the first few, and how many more.
fn listed(names: &[&str]) -> String {
    let shown = names.iter().take(5).map(|name| (*name).to_owned()).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(5) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
