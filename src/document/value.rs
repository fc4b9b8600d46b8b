//! Single values in the notation of the files.

use serde::de::DeserializeOwned;

use super::{
    Document,
    fault::Explainer,
    read::{ReadError, ReadErrorKind, Wanted},
    words::{closest, nearest_word, one_of},
};
use crate::{language::Language, printable::LINE_BREAK};

/// Reads one value, written as in a file.
///
/// # Errors
/// What was expected in its place.
pub fn value<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    // A value within a file is quoted, and its line breaks are shown; between the tokens they are blanks.
    let document = Document::parse(&text.replace(LINE_BREAK, "\n"));
    let (value, read_errors) = document.read_on();
    match value {
        Some(value) if read_errors.is_empty() && document.grammar_errors.is_empty() => Ok(value),
        _ => Err(expected(&document, &read_errors)),
    }
}

fn expected(document: &Document, read_errors: &[ReadError]) -> String {
    match read_errors.first().map(|m| &m.kind).filter(|_| document.grammar_errors.is_empty()) {
        Some(ReadErrorKind::UnknownWord(found, words)) => {
            let near =
                closest(found, words.iter().copied()).map(|_| nearest_word(found, words.iter().copied()));
            let words = one_of(words, Language::English);
            near.map_or_else(|| words.clone(), |near| format!("{words}; {near}"))
        }
        Some(ReadErrorKind::UnknownField(_, fields)) => format!("fields among {}", fields.join(", ")),
        Some(ReadErrorKind::Wanted(Wanted::Form(form))) => form.clone(),
        Some(ReadErrorKind::Missing(field)) => format!("`{field}` as well"),
        _ => {
            let faults = Explainer { document, what: "value" }.faults(read_errors);
            faults.into_iter().next().map_or_else(String::new, |fault| fault.expected.to_string())
        }
    }
}
