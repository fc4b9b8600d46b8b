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
use crate::{
    language::{Language, Message},
    preference::mixed_units,
    say,
};

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
        let message = Message::new(|language| say!(language, "review-no-ambition"));
        let underlined = Message::new(|language| say!(language, "review-no-ambition-mark"));
        notes.push(Note::new(Place::top("clauses").name(), message, underlined));
    }
    if scenario.is_certain() {
        let message = Message::new(|language| say!(language, "review-certain"));
        let underlined = Message::new(|language| say!(language, "review-certain-mark"));
        let help = Message::new(|language| say!(language, "review-certain-help"));
        notes.push(Note::new(Place::top("uncertainty"), message, underlined).help(help));
    }
    positions::review(scenario, notes);
    thresholds::review(scenario, notes);
}

/// Names that are listed in a sentence; of more, how many.
const LISTED: usize = 5;

/// A list of names for a sentence.
fn listed(language: Language, names: &[&str]) -> String {
    let comma = say!(language, "list-comma");
    match names.len().saturating_sub(LISTED) {
        0 => names.join(&comma),
        more => say!(language, "list-more", head = names[..LISTED].join(&comma), more = more),
    }
}
