//! The tree of a file: every value with its place, and every place where the grammar is broken.

use std::ops::Range;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Nothing: another token stands where a value should, or the file ends.
    Missing,
    /// A number.
    Number,
    /// Quoted text.
    Text,
    /// A bare word, with or without something in round brackets after it.
    Word,
    /// `[…]`
    List,
    /// `{…}`
    Map,
    /// `(…)`: a record or a row of values.
    Group,
}

/// A value and its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub shape: Shape,
    /// The bytes it takes; of a missing value, the token that stands there.
    pub span: Range<usize>,
    /// The bytes of a word without what stands in brackets after it.
    pub word: Range<usize>,
    /// The byte of its opening bracket.
    pub bracket: Option<usize>,
    /// Whether its brackets are closed.
    pub closed: bool,
    /// What stands in its brackets.
    pub entries: Vec<Entry>,
}

/// A part of a list, map or group.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What stands before the colon.
    pub name: Option<Node>,
    /// The value.
    pub value: Node,
}

/// A place where the grammar is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrammarError {
    /// What is wrong.
    pub kind: GrammarErrorKind,
    /// What is underlined.
    pub span: Range<usize>,
    /// The byte at which it was noticed.
    pub at: usize,
}

/// How a grammar is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GrammarErrorKind {
    /// The file holds no value.
    Empty,
    /// A comment is never closed.
    Comment,
    /// A quote has no partner.
    Quote,
    /// A character that has no place in a file.
    Stray(char),
    /// A comma is missing.
    Comma,
    /// A colon is missing.
    Colon,
    /// A field stands where a value should, without the brackets around it.
    Bare,
    /// This bracket is never closed.
    Unclosed(char),
    /// A bracket closes one of another kind, which opened at this byte.
    Mismatch(char, usize),
    /// Brackets are nested too deeply.
    Depth,
    /// Something follows the end.
    Trailing,
}

impl GrammarError {
    /// Whether nothing after it can be relied upon.
    pub fn is_structural(&self) -> bool {
        !matches!(
            self.kind,
            GrammarErrorKind::Stray(_)
                | GrammarErrorKind::Comma
                | GrammarErrorKind::Colon
                | GrammarErrorKind::Bare
        )
    }
}

impl Entry {
    /// The bytes of name and value.
    pub fn span(&self) -> Range<usize> {
        let start = self.name.as_ref().map_or(self.value.span.start, |name| name.span.start);
        start..self.value.span.end.max(start)
    }
}

impl Node {
    /// A value without parts.
    pub fn leaf(shape: Shape, span: Range<usize>) -> Self {
        let word = if shape == Shape::Word { span.clone() } else { 0..0 };
        Self { shape, span, word, bracket: None, closed: true, entries: Vec::new() }
    }

    /// Whether it is a bare word with nothing after it.
    pub fn is_bare(&self) -> bool {
        self.shape == Shape::Word && self.bracket.is_none()
    }
}
