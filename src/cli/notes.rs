//! What a careful reader would ask about a case or a study, printed before it is run.

use plenary::{
    diagnostic::{Style, render_in},
    language::Language,
    say,
    scenario::{LocatedNote, Note, Scenario, locate_notes},
    study::definition::Definition,
};

use super::CaseArgs;

/// Grave notes that are shown before a run.
const SHOWN: usize = 5;

/// The notes on a case, each with its place where the case is as its file says.
pub fn of_case(case: &CaseArgs, scenario: &Scenario) -> Vec<LocatedNote> {
    locate(case, scenario.notes())
}

fn locate(case: &CaseArgs, notes: Vec<Note>) -> Vec<LocatedNote> {
    match case.source().filter(|_| case.is_unmodified()) {
        Some((file, text)) => locate_notes(&file, &text, notes),
        None => notes.into_iter().map(LocatedNote::unplaced).collect(),
    }
}

/// The notes on a study, each with its place.
pub fn of_study(file: &str, definition: &Definition) -> Vec<LocatedNote> {
    locate_notes(file, &definition.text, definition.notes())
}

/// Prints the gravest notes to standard error; `check` is the command that shows all.
pub fn warn(notes: &[LocatedNote], check: &str, language: Language) {
    let grave: Vec<&LocatedNote> = notes.iter().filter(|note| note.is_grave).collect();
    for note in grave.iter().take(SHOWN) {
        super::print_stderr_styled(&render_in(*note, Style::Coloured, language));
    }
    if grave.len() > SHOWN {
        super::print_stderr(&say!(language, "review-more", n = grave.len() - SHOWN, command = check));
    }
}

/// Prints the gravest notes on a case that is about to be run.
pub fn warn_of_case(case: &CaseArgs, scenario: &Scenario) {
    let notes = scenario.notes();
    if notes.iter().any(|note| note.is_grave) {
        let check = format!("plenary check{}", case.as_arguments());
        warn(&locate(case, notes), &check, super::language::of(scenario));
    }
}
