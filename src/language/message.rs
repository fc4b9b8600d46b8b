//! A message that is made in one place and read in another, in whichever language is read there.

use std::fmt;

use serde::{Serialize, Serializer};

use super::Language;

/// A message in every language: what is wrong with a file, or what a careful reader asks about it.
///
/// Made of a text that is in no catalogue yet, it is the same in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message([String; Language::ALL.len()]);

impl Message {
    /// What `words` says in each language.
    pub fn new(words: impl Fn(Language) -> String) -> Self {
        Self(Language::ALL.map(|(language, ..)| words(language)))
    }

    /// The message in this language.
    pub fn text(&self, language: Language) -> &str {
        &self.0[language as usize]
    }
}

/// In English, as errors are displayed.
impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(Language::English))
    }
}

/// In English, as results are stored.
impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.text(Language::English).serialize(serializer)
    }
}

impl From<String> for Message {
    fn from(text: String) -> Self {
        Self(Language::ALL.map(|_| text.clone()))
    }
}

impl From<&str> for Message {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}
