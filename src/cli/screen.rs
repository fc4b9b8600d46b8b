//! The screen that answers are printed on: how wide it is, and in which language.

use std::sync::OnceLock;

use plenary::{
    language::Language,
    report::{screen::Screen, table::WIDTH},
    scenario::Scenario,
};

static WIDE: OnceLock<bool> = OnceLock::new();

/// Takes note of `--wide`.
pub fn ask_for(wide: bool) {
    // The command line is read once.
    let _ = WIDE.set(wide);
}

/// The screen for answers about this scenario.
pub fn of(scenario: &Scenario) -> Screen {
    in_language(super::language::of(scenario))
}

/// A file about this scenario: as wide as any other.
pub fn file_of(scenario: &Scenario) -> Screen {
    Screen::of_file(super::language::of(scenario))
}

/// The screen for answers that are about no scenario.
pub fn plain() -> Screen {
    in_language(super::language::asked().unwrap_or_default())
}

fn in_language(language: Language) -> Screen {
    Screen::new(language, width()).with_whole_tables(WIDE.get() == Some(&true))
}

/// Narrower than this no table can be set.
const NARROWEST: usize = 40;

/// The width that lines may have: as COLUMNS says, else as the terminal says; of a file or a pipe always the same.
fn width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
    let seen = || terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
    said.filter(|columns| *columns > 0).or_else(seen).unwrap_or(WIDTH).max(NARROWEST)
}

/// How many lines fit on the terminal at once; none where there is no terminal.
pub fn height() -> Option<usize> {
    let (_, height) = terminal_size::terminal_size_of(std::io::stdout())?;
    let said = std::env::var("LINES").ok().and_then(|lines| lines.trim().parse().ok());
    Some(said.unwrap_or(usize::from(height.0)))
}
