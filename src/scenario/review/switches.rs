//! Switches that do nothing, or that make the case mean something else than it says.

use super::super::{Note, ParameterError, Place, Scenario, parameter::resolved};

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
    for (n, name) in scenario.switches.names().enumerate() {
        let place = Place::top("switches").nth(n).name();
        match scenario.with_switches([name]) {
            Err(error @ ParameterError::NotInProtocol { .. }) => {
                let message = format!("the switch \"{name}\" cannot be flipped: {error}");
                notes.push(Note::new(place, message, "does not apply"));
            }
            Err(_) => {}
            Ok(flipped) if resolved(&flipped) == meaning => {
                let message = format!("the switch \"{name}\" sets what the scenario says already");
                notes.push(Note::grave(place, message, "changes nothing"));
            }
            Ok(flipped) => {
                let mut found = Vec::new();
                super::of_case(&flipped, &mut found);
                let is_new = |note: &Note| {
                    note.is_grave && known.iter().all(|k| k.problem.message != note.problem.message)
                };
                for note in found.into_iter().filter(is_new) {
                    let message = format!("with the switch \"{name}\": {}", note.problem.message);
                    let mut new = Note::grave(place.clone(), message, note.problem.expected);
                    new.problem.help = note.problem.help;
                    notes.push(new);
                }
            }
        }
    }
}
