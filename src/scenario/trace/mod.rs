//! The first reading of a scenario file: serde over RON, keeping note of what is being read.
//!
//! RON says that it expected a comma or an identifier, and where; what a person needs is which entry that was
//! in, and what may stand there. So every request a type makes of RON passes through `traced::Traced`, which
//! notes it: a word of this list, a number, a field of this record. After an error the last note says what was
//! wanted.

mod traced;

use std::{cell::RefCell, ops::Range};

use ron::Error;
use serde::de::DeserializeOwned;

use crate::document::options;

/// The type, variant or field names serde knows.
pub type Names = &'static [&'static str];

/// What may stand at the place that is being read.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// One of an enum's variants.
    Word {
        /// The enum.
        of: &'static str,
        /// Its variants.
        words: Names,
    },
    /// A record `(field: value)`.
    Record {
        /// The struct or variant.
        of: &'static str,
        /// Its fields.
        fields: Names,
    },
    /// The name of a field.
    Field {
        /// The struct or variant.
        of: &'static str,
        /// Its fields.
        fields: Names,
    },
    /// A map from names to values.
    Map,
    /// A quoted name in a map.
    Name,
    /// A list in square brackets.
    List,
    /// Values in round brackets: a type's name, and how many.
    Row(&'static str, usize),
    /// Any number.
    Number,
    /// A whole number between these.
    Whole(i128, i128),
    /// `true` or `false`.
    Truth,
    /// Quoted text.
    Text,
    /// What a type says it reads.
    Form(String),
}

/// What has been noted of a reading.
#[derive(Debug)]
pub struct Trace<'t> {
    text: &'t str,
    /// What may stand at the place that is being read.
    pub wanted: Wanted,
    /// What was wanted of the value read before.
    pub before: Wanted,
    /// Whether a name or field is being read rather than a value.
    naming: bool,
    /// The names and fields on the way there, each where it stands.
    pub way: Vec<Range<usize>>,
    /// The name, field or word read last.
    pub last: Range<usize>,
}

/// What RON found wrong, at which byte, and what was being read.
#[derive(Debug)]
pub struct Misreading<'t> {
    /// What RON found wrong.
    pub error: Error,
    /// The byte that RON had come to.
    pub at: usize,
    /// What was being read.
    pub trace: Trace<'t>,
}

/// Reads a value from its text.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Box<Misreading<'_>>> {
    let trace = RefCell::new(Trace::new(text));
    let result = match ron::Deserializer::from_str_with_options(text, &options()) {
        Ok(mut ron) => traced::read(&mut ron, &trace)
            .and_then(|value| ron.end().map(|()| value))
            .map_err(|error| (error, text.len() - ron.remainder().len())),
        // Nothing but what may stand before a scenario has been read.
        Err(error) => Err((error.code, 0)),
    };
    result.map_err(|(error, at)| Box::new(Misreading { error, at, trace: trace.into_inner() }))
}

impl<'t> Trace<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, wanted: Wanted::Map, before: Wanted::Map, naming: false, way: Vec::new(), last: 0..0 }
    }

    /// Notes a word that has been read. RON lends words as slices of the file, so a slice tells its place; one
    /// with escapes is a copy and tells none.
    fn note(&mut self, word: &str) {
        let start = (word.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        let end = start.saturating_add(word.len());
        self.last = if end <= self.text.len() { start..end } else { 0..0 };
    }
}
