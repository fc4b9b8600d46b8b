//! Why a parameter could not be set, and which was probably meant.

use thiserror::Error;

use crate::scenario::problem::{closest, nearest};

/// Every parameter, as it is addressed.
const PATHS: [&str; 55] = [
    "rule",
    "rule.objections",
    "protocol",
    "protocol.rounds",
    "protocol.attempt_every",
    "protocol.moves_per_round",
    "protocol.step",
    "protocol.max_width",
    "protocol.carve",
    "protocol.moves",
    "protocol.moves.MOVE",
    "protocol.draft",
    "protocol.weigh",
    "protocol.defectors_speak",
    "protocol.drafting_resistance",
    "protocol.drafting_cap",
    "protocol.floor",
    "protocol.sponsor",
    "protocol.setter",
    "protocol.change",
    "protocol.strong",
    "protocol.accept",
    "defaults.loss",
    "defaults.theta",
    "defaults.vagueness",
    "defaults.isolation_decay",
    "defaults.exit_margin",
    "defaults.exit_after",
    "countries.first",
    "countries.NAME.cost_of_failure",
    "countries.NAME.outside_option",
    "countries.NAME.isolation_cost",
    "countries.NAME.tactic.beta",
    "countries.NAME.attendance",
    "countries.NAME.materiality",
    "countries.NAME.tactic.k",
    "countries.NAME.reading.theta",
    "countries.NAME.reading.vagueness",
    "countries.NAME.risk",
    "countries.NAME.lobbying_resistance",
    "countries.NAME.boycotts",
    "countries.NAME.positions.CLAUSE",
    "countries.NAME.member_of.BLOC",
    "blocs.NAME.cohesion",
    "blocs.NAME.discipline",
    "blocs.NAME.common",
    "firms.NAME.effort",
    "clauses.NAME.status_quo",
    "clauses.NAME.on_table",
    "clauses.NAME.weight",
    "saliences",
    "uncertainty.patience.width",
    "uncertainty.ideals.medium.width",
    "thresholds.lcd_index",
    "thresholds.ambition_gap",
];

/// Why a parameter could not be set.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum ParameterError {
    /// No such parameter.
    #[error("unknown parameter \"{path}\"")]
    UnknownPath {
        /// As given.
        path: String,
        /// What there is in its place, where that is known.
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
    /// What was expected.
    pub fn expected(&self) -> String {
        match self {
            Self::UnknownPath { .. } => "a parameter, as countries.NAME.outside_option".to_owned(),
            Self::UnknownName { kind: "move", .. } => "a move of the chair".to_owned(),
            Self::UnknownName { kind, .. } => format!("a {kind} of this scenario"),
            Self::UnknownSwitch { .. } => "a switch of this scenario".to_owned(),
            Self::NotInProtocol { .. } => "a setting that this protocol has".to_owned(),
            Self::Value { expected, .. } => expected.clone(),
        }
    }

    /// The same; a setting that another protocol has is told as that.
    pub(super) fn of_another_protocol(self, protocol: &'static str) -> Self {
        match self {
            Self::UnknownPath { path, .. }
                if path.starts_with("protocol.") && PATHS.contains(&path.as_str()) =>
            {
                Self::NotInProtocol { parameter: path, protocol }
            }
            other => other,
        }
    }

    /// The nearest known name.
    pub fn advice(&self) -> Option<String> {
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

/// The path with its last step put right.
fn nearest_step(path: &str, known: &[String]) -> String {
    fn last(path: &str) -> &str {
        path.rsplit_once('.').map_or(path, |(_, last)| last)
    }
    let near = closest(last(path), known.iter().map(|k| last(k)));
    match known.iter().find(|k| Some(last(k)) == near) {
        Some(k) => format!("did you mean \"{k}\"?"),
        None => format!("known: {}", known.join(", ")),
    }
}

/// The nearest parameter there is, of the same group if there is that group, with the author's name in it.
fn nearest_path(path: &str) -> String {
    let (group, rest) = path.split_once('.').unwrap_or(("", path));
    let (name, field) = rest.rsplit_once('.').unwrap_or(("NAME", rest));
    let grouped = |p: &&&str| p.split('.').next() == Some(group);
    let of_group: Vec<&str> = PATHS.iter().filter(grouped).copied().collect();
    let pool = if of_group.is_empty() { &PATHS[..] } else { &of_group };
    let field_of = |p: &&'static str| {
        let rest = p.split_once('.').map_or(*p, |(_, rest)| rest);
        rest.strip_prefix("NAME.").unwrap_or(rest)
    };
    let near = closest(field, pool.iter().map(field_of));
    match pool.iter().find(|p| Some(field_of(p)) == near) {
        Some(p) => format!("did you mean \"{}\"?", p.replace("NAME", name)),
        None => format!("known: {}", pool.join(", ")),
    }
}
