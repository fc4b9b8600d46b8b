//! Something wrong with a text, in the words of whoever wrote it.

use std::ops::Range;

use crate::language::Message;

use super::{
    Document,
    token::Token,
    tree::{Entry, Shape},
};

/// Something wrong with a text, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub message: Message,
    /// What was expected there.
    pub expected: Message,
    /// Where, in bytes.
    pub span: Range<usize>,
    /// What to do.
    pub help: Option<Message>,
}

/// A text that is something, as a scenario.
pub struct Explainer<'d> {
    /// The text.
    pub document: &'d Document,
    /// What it is.
    pub what: &'d str,
}

impl Explainer<'_> {
    /// The text of a token.
    pub fn text(&self, token: &Token) -> &str {
        &self.document.text[token.span.clone()]
    }
}

/// Whether this entry goes by a name in quotes rather than by a field.
pub fn is_quoted(entry: &Entry) -> bool {
    entry.name.as_ref().is_some_and(|name| name.shape == Shape::Text)
}

/// A fault.
pub fn fault(
    message: impl Into<Message>,
    expected: impl Into<Message>,
    span: Range<usize>,
    help: Option<Message>,
) -> Fault {
    Fault { message: message.into(), expected: expected.into(), span, help }
}
