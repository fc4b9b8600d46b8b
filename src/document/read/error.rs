//! What a type wanted, and what it found in its place.

use std::{fmt, ops::Range};

use serde::de;

/// The variant or field names serde knows.
pub type Names = &'static [&'static str];

/// What may stand at a place.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// One of an enum's variants: its name and theirs.
    Word(&'static str, Names),
    /// A record `(field: value)`: the struct's name.
    Record(&'static str),
    /// The name of a field.
    Field(Names),
    /// A map from names to values.
    Map,
    /// A quoted name in a map.
    Name,
    /// A list in square brackets.
    List,
    /// Values in round brackets: the type's name, and how many.
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

/// What a type found wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadErrorKind {
    /// Something else is wanted.
    Wanted(Wanted),
    /// A word that is not among these.
    UnknownWord(String, Names),
    /// A field that is not among these.
    UnknownField(String, Names),
    /// A field that must be given.
    Missing(&'static str),
    /// A field given twice.
    Twice(&'static str),
    /// A value more than there may be.
    TooMany(Wanted),
    /// Fewer values than there must be.
    TooFew(Wanted),
    /// A word that needs something in brackets.
    NoBrackets(Wanted),
    /// A word with brackets that do not belong to it.
    Brackets,
    /// A name without a colon and value, in a map.
    Colon,
    /// A colon where there are no names.
    Named,
    /// A number out of range.
    Range(Wanted),
    /// A backslash that begins no character.
    Escape,
}

/// What a type found wrong, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadError {
    /// What.
    pub kind: ReadErrorKind,
    /// The value or name, where that is known.
    pub span: Option<Range<usize>>,
}

impl ReadError {
    /// This, at this place.
    pub fn new(kind: ReadErrorKind, span: Range<usize>) -> Self {
        Self { kind, span: Some(span) }
    }

    /// At this place, unless it is known better.
    pub fn at(mut self, span: &Range<usize>) -> Self {
        self.span.get_or_insert_with(|| span.clone());
        self
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for ReadError {}

impl de::Error for ReadError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self { kind: ReadErrorKind::Wanted(Wanted::Form(message.to_string())), span: None }
    }

    fn invalid_type(_: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::custom(expected)
    }

    fn invalid_value(_: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::custom(expected)
    }

    fn invalid_length(_: usize, expected: &dyn de::Expected) -> Self {
        Self { kind: ReadErrorKind::TooFew(Wanted::Form(expected.to_string())), span: None }
    }

    fn unknown_variant(word: &str, words: Names) -> Self {
        Self { kind: ReadErrorKind::UnknownWord(word.to_owned(), words), span: None }
    }

    fn unknown_field(field: &str, fields: Names) -> Self {
        Self { kind: ReadErrorKind::UnknownField(field.to_owned(), fields), span: None }
    }

    fn missing_field(field: &'static str) -> Self {
        Self { kind: ReadErrorKind::Missing(field), span: None }
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self { kind: ReadErrorKind::Twice(field), span: None }
    }
}
