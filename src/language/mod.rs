//! The words that a reader sees, in the reader's language.
//!
//! All texts are in catalogues in [Fluent](https://projectfluent.org): one folder for each language, one file for each area
//! of the program. A language is added as a folder of the same files and one line in [`Language::ALL`]; a test checks that
//! every language has the same messages with the same variables, and that the program uses each. Names that the author of a
//! case gave are shown as they are.

mod catalogue;
mod message;
mod number;

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

pub use fluent_bundle::{FluentArgs, FluentValue};
pub use message::Message;

/// A language of answers, charts and reports, and of the commonest errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Chinese in simplified characters.
    Chinese,
}

impl Language {
    /// All there are, with the code that a user writes and the tag that a page states (BCP 47).
    pub const ALL: [(Self, &'static str, &'static str); 2] =
        [(Self::English, "en", "en"), (Self::Chinese, "zh", "zh-Hans")];

    /// The code that a user writes: `en`, `zh`.
    pub fn code(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The tag that a page states: `en`, `zh-Hans`.
    pub fn tag(self) -> &'static str {
        Self::ALL[self as usize].2
    }

    /// The message of this name in this language, its variables filled in: use [`say!`](crate::say).
    ///
    /// A message that is missing is shown by its name; tests see to it that none is.
    pub fn message(self, id: &str, args: &FluentArgs<'_>) -> String {
        catalogue::of(self).message(id, args)
    }
}

/// A message in a language: `say!(language, "answer-adopted", share = language.percent(x), n = 3)`.
///
/// Values are text, or whole numbers that decide about singular and plural.
#[macro_export]
macro_rules! say {
    ($language:expr, $id:expr $(, $name:ident = $value:expr)* $(,)?) => {{
        #[allow(unused_mut)]
        let mut args = $crate::language::FluentArgs::new();
        $(args.set(stringify!($name), $crate::language::value($value));)*
        $crate::language::Language::message($language, $id, &args)
    }};
}

/// A value of a variable.
pub fn value<'a>(value: impl Into<FluentValue<'a>>) -> FluentValue<'a> {
    value.into()
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        let codes = Self::ALL.map(|(_, code, _)| code);
        let found = Self::ALL.iter().find(|(_, known, _)| *known == code);
        found
            .map(|(language, ..)| *language)
            .ok_or_else(|| format!("no language \"{code}\": known: {}", codes.join(", ")))
    }
}

impl TryFrom<String> for Language {
    type Error = String;

    /// The error is what would fit, as the reader of files wants it.
    fn try_from(code: String) -> Result<Self, String> {
        code.parse().map_err(|_: String| Self::ALL.map(|(_, code, _)| format!("\"{code}\"")).join(" or "))
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.code().to_owned()
    }
}

#[cfg(test)]
mod tests;
