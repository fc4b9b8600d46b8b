//! Errors in the arguments of a command.

use plenary::{
    diagnostic::{Diagnose, Excerpt},
    expression::ExpressionError,
    scenario::ParameterError,
    study::MAX_REPLICATES,
};
use thiserror::Error;

/// An error in the arguments of a command.
#[derive(Debug, Error)]
pub enum UsageError {
    /// An unknown parameter or switch, or an invalid value.
    #[error("{error}")]
    Parameter {
        /// The cause.
        error: ParameterError,
        /// What was expected, and the closest known name.
        help: String,
    },
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
        help: String,
    },
    /// A word that the glossary does not have.
    #[error("the glossary has no word \"{word}\"")]
    NoSuchWord {
        /// As given.
        word: String,
        /// A suggestion, such as the closest known word.
        help: String,
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
}

impl Diagnose for UsageError {
    fn excerpt(&self) -> Option<&Excerpt> {
        match self {
            Self::FaultyMeasure { place, .. } => Some(place),
            _ => None,
        }
    }

    fn help(&self) -> Option<String> {
        Some(match self {
            Self::Parameter { help, .. }
            | Self::NoSuchScenario { help, .. }
            | Self::NoSuchWord { help, .. } => help.clone(),
            Self::Overwritten { .. } => "leave one of them out".to_owned(),
            Self::NoValue { .. } => "write it as --set countries.USA.outside_option=0.15".to_owned(),
            Self::NoExpression { .. } => "write it as --define \"gap=realised_depth - depth_lcd\"".to_owned(),
            Self::FaultyMeasure { .. } => {
                "the guide on studies lists measures, operators and functions; a name with a space \
                 stands in braces, as {gain:Costa Rica}"
                    .to_owned()
            }
            Self::InvalidScenario { .. } => return None,
            Self::NothingToNegotiate { .. } => "plenary analyse shows how power is distributed in it; to \
                 simulate negotiations, copy it (plenary new NAME --from BODY) and add clauses and positions"
                .to_owned(),
            Self::InvalidReplicate { .. } => {
                format!("replicates are numbered from 0, to {} at most", MAX_REPLICATES - 1)
            }
            Self::InvalidReplicates { max, .. } => format!("expected a whole number from 1 to {max}"),
        })
    }
}

/// A setting or switch that cannot be applied, with what was expected.
pub fn parameter_error(error: ParameterError) -> UsageError {
    let advice = error.advice().map_or_else(String::new, |a| format!("; {a}"));
    let help = format!("expected {}{advice}", error.expected());
    UsageError::Parameter { error, help }
}
