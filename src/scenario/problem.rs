//! Problems of meaning, each with its place in the file.

use std::fmt;

use crate::{document::Place, language::Message, say};

/// Something that makes no sense, or names what does not exist.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What is wrong, naming party, clause and value.
    pub message: Message,
    /// What was expected there.
    pub expected: Message,
    /// What to do about it, or the nearest known names.
    pub help: Option<Message>,
    /// Where else the same thing stands.
    pub also: Vec<Place>,
}

impl Problem {
    /// A problem at a place.
    pub fn new(place: impl Into<Place>, message: impl Into<Message>, expected: impl Into<Message>) -> Self {
        let (place, message, expected) = (place.into(), message.into(), expected.into());
        Self { place, message, expected, help: None, also: Vec::new() }
    }

    /// With advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<Message>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same thing stands there, too.
    #[must_use]
    pub fn also(mut self, place: impl Into<Place>) -> Self {
        self.also.push(place.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (expected {})", self.message, self.expected)
    }
}

/// Nobody has this name.
pub fn unknown_name(kind: &str, name: &str) -> Message {
    Message::new(|language| {
        let kind = say!(language, "errors-kind", kind = kind);
        say!(language, "errors-unknown-name", kind = kind, name = name)
    })
}

/// What was expected in the place of such a name.
pub fn of_this_scenario(kind: &str) -> Message {
    Message::new(|language| {
        say!(language, "errors-of-this-scenario", kind = say!(language, "errors-kind", kind = kind))
    })
}

/// How many problems a file has, where not all of them may be shown.
pub(crate) fn count_problems(total: usize, shown: usize) -> String {
    match total {
        1 => "1 problem".to_owned(),
        _ if shown < total => format!("{total} problems, of which the first {shown}"),
        _ => format!("{total} problems"),
    }
}
