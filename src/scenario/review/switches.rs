//! Switches that do nothing, or that make the case mean something else than it says.

use super::super::{Change, Note, ParameterError, Place, Scenario, parameter::resolved};
use crate::{diagnostic::Diagnose, language::Message, say};

/// More switches than this are not flipped one by one.
const MOST_FLIPPED: usize = 100;

/// What each switch makes of the case that its author may not expect.
pub fn review(scenario: &Scenario, notes: &mut Vec<Note>) {
    if scenario.switches.is_empty() || scenario.switches.len() > MOST_FLIPPED {
        return;
    }
    let Ok(base) = scenario.with_switches([]) else { return };
    let (meaning, mut known) = (resolved(&base), Vec::new());
    super::of_case(&base, &mut known);
    // What is flipped already changes nothing more.
    let is_flipped = |name: &str| {
        scenario.changed.iter().any(|change| matches!(change, Change::Switch { name: n, .. } if n == name))
    };
    for (n, name) in scenario.switches.names().enumerate().filter(|(_, name)| !is_flipped(name)) {
        let place = Place::top("switches").nth(n).name();
        match scenario.with_switches([name]) {
            Err(error @ ParameterError::NotInProtocol { .. }) => {
                let why = error.message();
                let message = Message::new(|language| {
                    say!(language, "review-switch-misfit", switch = name, why = why.text(language))
                });
                let underlined = Message::new(|language| say!(language, "review-switch-misfit-mark"));
                notes.push(Note::new(place, message, underlined));
            }
            Err(_) => {}
            Ok(flipped) if resolved(&flipped) == meaning => {
                let message = Message::new(|language| say!(language, "review-switch-idle", switch = name));
                let underlined = Message::new(|language| say!(language, "review-switch-idle-mark"));
                notes.push(Note::grave(place, message, underlined));
            }
            Ok(flipped) => {
                let mut found = Vec::new();
                super::of_case(&flipped, &mut found);
                let is_new = |note: &Note| {
                    note.is_grave && known.iter().all(|k| k.problem.message != note.problem.message)
                };
                for note in found.into_iter().filter(is_new) {
                    let message = Message::new(|language| {
                        let told = note.problem.message.text(language);
                        say!(language, "review-switch", switch = name, told = told)
                    });
                    let mut new = Note::grave(place.clone(), message, note.problem.expected);
                    new.problem.help = note.problem.help;
                    notes.push(new);
                }
            }
        }
    }
}
