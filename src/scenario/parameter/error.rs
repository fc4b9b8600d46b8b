//! Why a parameter could not be set, and which was probably meant.

use thiserror::Error;

use super::{
    super::problem::{of_this_scenario, unknown_name},
    Parameter,
};
use crate::{
    diagnostic::Diagnose,
    document::{closest, did_you_mean, nearest, there_is},
    field::SetError,
    language::Message,
    say,
};

/// Why a parameter could not be set.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum ParameterError {
    /// No such parameter.
    #[error("unknown parameter \"{path}\"")]
    UnknownPath {
        /// As given.
        path: String,
        /// What there is in its place, where that is known, as whole paths.
        known: Vec<String>,
    },
    /// No such country, bloc, firm, clause or move.
    #[error("unknown {kind} \"{name}\"")]
    UnknownName {
        /// Country, bloc, firm, clause or move.
        kind: &'static str,
        /// As given.
        name: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// No such switch.
    #[error("unknown switch \"{name}\"")]
    UnknownSwitch {
        /// As given.
        name: String,
        /// The switches there are.
        known: Vec<String>,
    },
    /// A setting that the scenario's protocol does not have.
    #[error("the protocol {protocol} has no {parameter}")]
    NotInProtocol {
        /// The parameter.
        parameter: String,
        /// The protocol.
        protocol: &'static str,
    },
    /// A value of the wrong kind.
    #[error("\"{value}\" does not fit {parameter}")]
    Value {
        /// As given.
        value: String,
        /// The parameter.
        parameter: String,
        /// What would fit.
        expected: String,
    },
}

impl ParameterError {
    /// Why the field at this path was not set to this value.
    pub(super) fn new(path: &str, value: &str, refusal: SetError) -> Self {
        match refusal {
            SetError::Unknown { rest, known } => {
                let (before, wrong) = path.split_at(path.len().saturating_sub(rest));
                let after = wrong.find('.').map_or("", |dot| &wrong[dot..]);
                let known = known.iter().map(|field| format!("{before}{field}{after}")).collect();
                Self::UnknownPath { path: path.to_owned(), known }
            }
            SetError::NoEntry { rest, name, known } => {
                let kind =
                    match path[..path.len().saturating_sub(rest)].trim_end_matches('.').rsplit('.').next() {
                        Some("clauses") => "clause",
                        Some("countries") => "country",
                        Some("blocs") => "bloc",
                        Some("firms") => "firm",
                        Some("options") => "option",
                        _ => "entry",
                    };
                Self::UnknownName { kind, name, known }
            }
            SetError::Value { expected } => {
                Self::Value { value: value.to_owned(), parameter: path.to_owned(), expected }
            }
            SetError::Absent => Self::UnknownPath { path: path.to_owned(), known: Vec::new() },
        }
    }

    /// What was expected.
    pub fn expected(&self) -> Message {
        match self {
            Self::UnknownPath { .. } => Message::new(|language| say!(language, "errors-a-parameter")),
            Self::UnknownName { kind: "move", .. } => {
                Message::new(|language| say!(language, "errors-a-move"))
            }
            Self::UnknownName { kind, .. } => of_this_scenario(kind),
            Self::UnknownSwitch { .. } => of_this_scenario("switch"),
            Self::NotInProtocol { .. } => Message::new(|language| say!(language, "errors-a-setting")),
            Self::Value { expected, .. } => expected.as_str().into(),
        }
    }

    /// The same; a setting that another protocol has is told as that.
    pub(super) fn of_another_protocol(self, protocol: &'static str) -> Self {
        match self {
            Self::UnknownPath { path, .. }
                if path.starts_with("protocol.") && Parameter::all().iter().any(|f| f.path == path) =>
            {
                Self::NotInProtocol { parameter: path, protocol }
            }
            other => other,
        }
    }

    /// The nearest known name.
    pub fn advice(&self) -> Option<Message> {
        match self {
            Self::UnknownPath { path, known } if known.is_empty() => Some(nearest_path(path)),
            Self::UnknownPath { path, known } => Some(nearest_step(path, known)),
            Self::UnknownName { name, known, .. } | Self::UnknownSwitch { name, known } => {
                Some(nearest(name, known.iter().map(String::as_str)))
            }
            Self::NotInProtocol { .. } | Self::Value { .. } => None,
        }
    }
}

impl Diagnose for ParameterError {
    fn message(&self) -> Message {
        Message::new(|language| match self {
            Self::UnknownPath { path, .. } => {
                say!(language, "errors-unknown-parameter", path = path.as_str())
            }
            Self::UnknownName { kind, name, .. } => unknown_name(kind, name).text(language).to_owned(),
            Self::UnknownSwitch { name, .. } => unknown_name("switch", name).text(language).to_owned(),
            Self::NotInProtocol { parameter, protocol } => {
                say!(language, "errors-not-in-protocol", parameter = parameter.as_str(), protocol = *protocol)
            }
            Self::Value { value, parameter, .. } => {
                say!(language, "errors-value-misfit", value = value.as_str(), parameter = parameter.as_str())
            }
        })
    }

    fn help(&self) -> Option<Message> {
        let (expected, advice) = (self.expected(), self.advice());
        Some(Message::new(|language| {
            let advice = advice.as_ref().map_or("", |advice| advice.text(language));
            let some = if advice.is_empty() { "no" } else { "yes" };
            say!(language, "errors-expected", what = expected.text(language), some = some, advice = advice)
        }))
    }
}

/// The path with its unknown step put right.
fn nearest_step(path: &str, known: &[String]) -> Message {
    let differ = |other: &String| path.split('.').zip(other.split('.')).position(|(a, b)| a != b);
    let n = known.first().and_then(differ).unwrap_or(0);
    let step = |path: &str| path.split('.').nth(n).unwrap_or_default().to_owned();
    let steps: Vec<String> = known.iter().map(|k| step(k)).collect();
    let near = closest(&step(path), steps.iter().map(String::as_str));
    let known_as =
        known.iter().zip(&steps).find(|(_, step)| Some(step.as_str()) == near).map(|(k, _)| k.as_str());
    // Names that stand for several fields are no fields themselves; those with a place for a name are no names.
    let special = super::SPECIAL.iter().map(|(name, _)| *name);
    let special = special.filter(|name| !name.contains(char::is_uppercase));
    match known_as.or_else(|| closest(path, special)) {
        Some(name) => did_you_mean(|language| say!(language, "errors-quoted", name = name)),
        None => there_is(&known.iter().map(String::as_str).collect::<Vec<_>>()),
    }
}

/// The nearest parameter there is, of the same group if there is that group, with the author's name in it.
fn nearest_path(path: &str) -> Message {
    let all = Parameter::all();
    let (group, rest) = path.split_once('.').unwrap_or(("", path));
    let (name, field) = rest.rsplit_once('.').unwrap_or(("NAME", rest));
    let of_group = |p: &&str| p.split('.').next() == Some(group);
    let mut pool: Vec<&str> = all.iter().map(|f| f.path.as_str()).collect();
    if pool.iter().any(of_group) {
        pool.retain(|p| of_group(p));
    }
    let near = closest(field, pool.iter().map(|p| without_names(p)));
    match pool.iter().find(|p| Some(without_names(p)) == near) {
        Some(p) => {
            let meant = p.replace("NAME", name);
            did_you_mean(|language| say!(language, "errors-quoted", name = meant.as_str()))
        }
        None => there_is(&pool),
    }
}

/// A path within its group, and within the entry of that group.
fn without_names(path: &str) -> &str {
    let rest = path.split_once('.').map_or(path, |(_, rest)| rest);
    rest.strip_prefix("NAME.").unwrap_or(rest)
}
