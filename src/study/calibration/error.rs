//! Why a calibration is refused, or breaks off.

use thiserror::Error;

use crate::diagnostic::Diagnose;
use crate::language::Message;

/// Why a calibration is refused, or breaks off.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum CalibrationError {
    /// A case that does not say what happened.
    #[error("\"{0}\" does not say what was observed")]
    NothingObserved(String),
    /// None of the statistics asked for is observed.
    #[error("none of the statistics asked for is observed")]
    NoStatistics,
    /// No parameter is free.
    #[error("no number is free")]
    NothingFree,
    /// A number that another overwrites.
    #[error("{0} is overwritten by {1}")]
    Overwritten(String, String),
    /// A number that cannot be set, or a value at which the scenario makes no sense.
    #[error("{parameter} = {value} does not fit \"{title}\": {problem}")]
    Senseless {
        /// The parameters, as set.
        parameter: String,
        /// Their values.
        value: String,
        /// The case.
        title: String,
        /// What is wrong.
        problem: String,
    },
    /// A statistic that a scale is stated for, and that is not there.
    #[error("there is no statistic \"{name}\"")]
    NoSuchStatistic {
        /// As given.
        name: String,
        /// Those there are.
        known: Vec<String>,
    },
    /// Nothing differs between draws of the prior.
    #[error("no statistic differs between any two draws from the prior")]
    NothingVaries,
}

impl Diagnose for CalibrationError {
    fn help(&self) -> Option<Message> {
        Some(match self {
            Self::NothingObserved(_) => {
                "state it in the scenario, as in observed: (clauses: {\"cuts\": (value: 0.3, low: 0.2, high: 0.4)})".into()
            }
            Self::NoStatistics => "leave out --summaries, or state in `observed` what they name".into(),
            Self::NothingFree => {
                "name a number and its prior, as in --free 'defaults.theta=Uniform(0, 0.45)'".into()
            }
            Self::Overwritten(..) => "leave one of them out".into(),
            Self::Senseless { .. } => {
                "give a prior all of whose values make sense; the ends of a Normal are its third and fourth number".into()
            }
            Self::NoSuchStatistic { name, known } => {
                crate::document::nearest(name, known.iter().map(String::as_str))
            }
            Self::NothingVaries => "the free numbers change nothing that is observed, and nothing else is drawn".into(),
        })
    }
}
