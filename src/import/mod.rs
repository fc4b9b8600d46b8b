//! Tables turned into scenarios, as text that its new owner can read and edit.

mod positions;
mod profiles;
mod scorable;

pub use positions::{Scale, SurveyReading, issues, positions};
pub use profiles::{ProfileError, is_xml, profiles};
pub use scorable::scorable;

/// A name as a scenario writes it, in quotes.
fn quoted(name: &str) -> String {
    let written: String = name
        .chars()
        .map(|c| match c {
            '"' => "\\\"".to_owned(),
            '\\' => "\\\\".to_owned(),
            c => c.to_string(),
        })
        .collect();
    format!("\"{written}\"")
}

/// A number as a scenario writes it.
fn number(x: f64) -> String {
    x.to_string()
}

/// A name as it is typed in a command, in quotes where it holds more than letters and digits.
fn argument(name: &str) -> String {
    let plain = name.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c));
    if plain { name.to_owned() } else { format!("'{name}'") }
}
