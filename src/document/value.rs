//! Single values in the notation of the files.

use ron::{Error, Options, extensions::Extensions};
use serde::de::DeserializeOwned;

/// How files are read and written: `Some(…)` and the brackets of settings inside a variant may be left out.
pub fn options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_NEWTYPES)
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES)
}

/// Reads one value, written as in a file.
///
/// # Errors
/// What was expected in its place.
pub fn value<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    options().from_str(text).map_err(|error| match error.code {
        Error::NoSuchEnumVariant { expected, .. } => one_of(expected),
        Error::NoSuchStructField { expected, .. } => format!("one of the fields {}", expected.join(", ")),
        Error::MissingStructField { field, .. } => format!("`{field}` as well"),
        Error::ExpectedFloat => "a number, as 0.5".to_owned(),
        Error::ExpectedInteger | Error::TrailingCharacters => "a whole number, 0 or more".to_owned(),
        Error::ExpectedBoolean => "true or false".to_owned(),
        _ => "a value as in a scenario file".to_owned(),
    })
}

/// The words that can stand at a place; the first few, where there are many.
pub fn one_of(words: &[&str]) -> String {
    match words.len() {
        0..=8 => format!("one of {}", words.join(", ")),
        _ => format!("one of {} and others", words[..6].join(", ")),
    }
}
