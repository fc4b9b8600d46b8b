//! The language that was asked for on the command line.

use std::sync::OnceLock;

use plenary::{language::Language, scenario::Scenario};

static ASKED: OnceLock<Language> = OnceLock::new();

/// Takes note of `--lang`.
pub fn ask_for(asked: Option<Language>) {
    if let Some(language) = asked {
        // The command line is read once.
        let _ = ASKED.set(language);
    }
}

/// The language asked for; else the one that this scenario names; else English.
pub fn of(scenario: &Scenario) -> Language {
    asked().or(scenario.language).unwrap_or_default()
}

/// The language asked for, if any.
pub fn asked() -> Option<Language> {
    ASKED.get().copied()
}
