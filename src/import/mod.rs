//! Tables turned into scenarios, as text that its new owner can read and edit.

mod positions;
mod scorable;

pub use positions::{SurveyReading, issues, positions};
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
