//! Errors in the arguments of a command.

use plenary::{
    diagnostic::{Diagnose, Excerpt},
    expression::ExpressionError,
    language::{Language, Message},
    say,
    scenario::ParameterError,
    study::MAX_REPLICATES,
};
use thiserror::Error;

/// An error in the arguments of a command.
#[derive(Debug, Error)]
pub enum UsageError {
    /// An unknown parameter or switch, or an invalid value.
    #[error("{0}")]
    Parameter(ParameterError),
    /// A setting without a value.
    #[error("--set {setting} has no value")]
    NoValue {
        /// As given.
        setting: String,
    },
    /// A definition without an expression.
    #[error("--define {define} has no expression")]
    NoExpression {
        /// As given.
        define: String,
    },
    /// A measure that cannot be read, or is made of what there is not.
    #[error("the measure \"{name}\" cannot be made")]
    FaultyMeasure {
        /// Its name.
        name: String,
        /// What is wrong, and where.
        place: Excerpt,
    },
    /// A setting that a later one overwrites.
    #[error("{first} is without effect: {by} overwrites {what}")]
    Overwritten {
        /// The argument that sets it.
        first: String,
        /// The argument that sets it again.
        by: String,
        /// The parameter.
        what: String,
    },
    /// A name that is neither a file nor a shipped scenario.
    #[error("there is no file and no shipped scenario called \"{name}\"")]
    NoSuchScenario {
        /// As given.
        name: String,
        /// A suggestion, such as the closest known name.
        help: Message,
    },
    /// A word that the glossary does not have.
    #[error("the glossary has no word \"{word}\"")]
    NoSuchWord {
        /// As given.
        word: String,
        /// A suggestion, such as the closest known word.
        help: Message,
    },
    /// The changes make the scenario invalid.
    #[error("the modified scenario is invalid: {problems}")]
    InvalidScenario {
        /// All problems.
        problems: String,
    },
    /// A scenario that only describes a body, given to a command that needs a negotiation.
    #[error("\"{title}\" has no clauses: it describes a body and its rule, with nothing to negotiate")]
    NothingToNegotiate {
        /// Title of the scenario.
        title: String,
    },
    /// A number of replicates outside the allowed range.
    #[error("invalid number of replicates: {given}")]
    InvalidReplicates {
        /// As given.
        given: u64,
        /// The largest number allowed.
        max: u64,
    },
    /// A replicate beyond the last there can be.
    #[error("there is no replicate {given}")]
    InvalidReplicate {
        /// As given.
        given: u64,
    },
}

impl UsageError {
    /// A measure of this name that cannot be made.
    pub fn faulty_measure(name: &str, error: &ExpressionError) -> Self {
        let place = error.excerpt(&format!("measure {name}"));
        Self::FaultyMeasure { name: name.to_owned(), place }
    }

    /// What is wrong, of the errors that are met most.
    fn said(&self, language: Language) -> Option<String> {
        Some(match self {
            Self::NoValue { setting } => say!(language, "errors-no-value", setting = setting.as_str()),
            Self::NoSuchScenario { name, .. } => say!(language, "errors-no-case", name = name.as_str()),
            Self::NoSuchWord { word, .. } => say!(language, "errors-no-word", word = word.as_str()),
            Self::NothingToNegotiate { title } => {
                say!(language, "errors-nothing-to-negotiate", title = title.as_str())
            }
            Self::InvalidReplicates { given, .. } => {
                say!(language, "errors-replicates", given = given.to_string())
            }
            Self::InvalidReplicate { given } => say!(language, "errors-replicate", given = given.to_string()),
            _ => return None,
        })
    }
}

impl Diagnose for UsageError {
    fn excerpt(&self) -> Option<&Excerpt> {
        match self {
            Self::FaultyMeasure { place, .. } => Some(place),
            _ => None,
        }
    }

    fn message(&self) -> Message {
        match self {
            Self::Parameter(error) => error.message(),
            _ => Message::new(|language| self.said(language).unwrap_or_else(|| self.to_string())),
        }
    }

    fn help(&self) -> Option<Message> {
        Some(match self {
            Self::Parameter(error) => return error.help(),
            Self::NoSuchScenario { help, .. } | Self::NoSuchWord { help, .. } => help.clone(),
            Self::Overwritten { .. } => "leave one of them out".into(),
            Self::NoValue { .. } => Message::new(|language| say!(language, "errors-no-value-help")),
            Self::NoExpression { .. } => "write it as --define \"gap=realised_depth - depth_lcd\"".into(),
            Self::FaultyMeasure { .. } => {
                "the guide on studies lists measures, operators and functions; a name with a space \
                 stands in braces, as {gain:Costa Rica}"
                    .into()
            }
            Self::InvalidScenario { .. } => return None,
            Self::NothingToNegotiate { .. } => {
                Message::new(|language| say!(language, "errors-nothing-to-negotiate-help"))
            }
            Self::InvalidReplicate { .. } => {
                let last = (MAX_REPLICATES - 1).to_string();
                Message::new(|language| say!(language, "errors-replicate-help", last = last.as_str()))
            }
            Self::InvalidReplicates { max, .. } => {
                Message::new(|language| say!(language, "errors-replicates-help", max = max.to_string()))
            }
        })
    }
}
