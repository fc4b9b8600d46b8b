//! Why a command failed: any error of the library, or a message made on the spot, with what lies behind it.

use std::{error::Error, fmt};

use plenary::{
    diagnostic::{Diagnose, Style, render_in},
    language::{Language, Message as Words},
};

/// What a command gives back.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// Why a command failed.
#[derive(Debug)]
pub struct Failure(Box<dyn Diagnose + Send + Sync>);

impl Failure {
    /// As it is printed in a language.
    pub fn render(&self, style: Style, language: Language) -> String {
        render_in(&*self.0, style, language)
    }

    /// A message, and what to do.
    pub fn new(text: impl Into<Words>, help: Option<Words>) -> Self {
        Self(Box::new(Message { text: text.into(), help, cause: None }))
    }
}

impl<E: Diagnose + Send + Sync + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(Box::new(error))
    }
}

/// A message made on the spot, with what lies behind it.
#[derive(Debug)]
struct Message {
    text: Words,
    help: Option<Words>,
    cause: Option<Failure>,
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

impl Error for Message {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_ref().map(|cause| &*cause.0 as &(dyn Error + 'static))
    }
}

impl Diagnose for Message {
    fn message(&self) -> Words {
        self.text.clone()
    }

    fn help(&self) -> Option<Words> {
        self.help.clone().or_else(|| self.cause.as_ref()?.0.help())
    }
}

/// An error of another library.
#[derive(Debug)]
struct Foreign<E>(E);

impl<E: fmt::Display> fmt::Display for Foreign<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<E: Error> Error for Foreign<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

impl<E: Error> Diagnose for Foreign<E> {}

/// Results of other libraries as results of a command.
pub trait IntoFailure<T> {
    /// The same, with the error as a [`Failure`].
    fn into_failure(self) -> Result<T>;
}

impl<T, E: Error + Send + Sync + 'static> IntoFailure<T> for std::result::Result<T, E> {
    fn into_failure(self) -> Result<T> {
        self.map_err(|error| Failure(Box::new(Foreign(error))))
    }
}

/// Says what was being done when an error arose.
pub trait Context<T> {
    /// The same, with what was being done before the error itself.
    fn context(self, what: impl FnOnce() -> String) -> Result<T>;
}

impl<T, E: Into<Failure>> Context<T> for std::result::Result<T, E> {
    fn context(self, what: impl FnOnce() -> String) -> Result<T> {
        self.map_err(|error| {
            Failure(Box::new(Message { text: what().into(), help: None, cause: Some(error.into()) }))
        })
    }
}

/// A [`Failure`] with a formatted message, and `help = …` before it where there is something to do.
macro_rules! failure {
    (help = $help:expr, $($message:tt)+) => {
        $crate::cli::failure::Failure::new(format!($($message)+), Some($help.into()))
    };
    ($($message:tt)+) => {
        $crate::cli::failure::Failure::new(format!($($message)+), None)
    };
}
pub(crate) use failure;
