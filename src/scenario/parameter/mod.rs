//! What a study may change in a scenario: one closed list, addressed by readable paths.
//!
//! Every change edits the scenario as its author would, so that a design point is validated as a hand-written
//! case is. `countries.*` reaches everyone: the defaults and each country's own value. A number may be set
//! ("0.15") or scaled ("x4"). What means more than one field has a variant of its own; [`Parameter::Field`] is any
//! other field, by its path in the file.

mod error;
mod field;
mod set;

use std::{fmt, str::FromStr};

pub use self::error::ParameterError;
use crate::protocol::Move;

/// A field of a scenario that studies and switches may set.
#[derive(Clone, Debug, PartialEq)]
pub enum Parameter {
    /// `rule`
    Rule,
    /// `rule.objections`: consensus minus this many.
    Objections,
    /// `countries.first`: only the first so many countries of the file are there.
    First,
    /// `protocol.moves.Merge`: "false" takes the move away, "true" gives it (last) where it was away.
    Move(Move),
    /// `defaults.loss`
    Loss,
    /// `defaults.theta`: θ of everyone, own readings included.
    Theta,
    /// `defaults.vagueness`
    Vagueness,
    /// `defaults.isolation_decay`
    IsolationDecay,
    /// `countries.*.TRAIT`
    Everyone(Trait),
    /// `countries.NAME.TRAIT`
    Country(String, Trait),
    /// `countries.NAME.boycotts`
    Boycotts(String),
    /// `countries.NAME.positions.CLAUSE`
    Position(String, String),
    /// `countries.NAME.member_of.BLOC`: the weight of a membership, 0 to leave.
    Membership(String, String),
    /// `blocs.*.cohesion`, `blocs.NAME.cohesion`
    Cohesion(Option<String>),
    /// `blocs.NAME.common`
    Common(String),
    /// `firms.*.effort`, `firms.NAME.effort`: scales all efforts and the budget.
    Effort(Option<String>),
    /// `clauses.NAME.status_quo`
    StatusQuo(String),
    /// `clauses.NAME.on_table`: "false" takes the clause, and every position on it, out of the negotiation.
    OnTable(String),
    /// Any other field, by its path in the file: `protocol`, `thresholds.lcd_index`, `protocol.step`, `blocs.EU.discipline`,
    /// `countries.USA.positions.cuts.salience`, `uncertainty.patience.width` …
    Field(String),
}

/// A number that every country has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// c
    CostOfFailure,
    /// b − u(q)
    OutsideOption,
    /// χ
    IsolationCost,
    /// β
    Beta,
    /// Probability of being there.
    Attendance,
    /// m
    Materiality,
    /// k
    K,
    /// θ
    Theta,
    /// κ_a
    Vagueness,
    /// α
    Risk,
}

/// The parts of a scenario whose fields can be set by their path.
const GROUPS: [&str; 10] = [
    "clauses",
    "countries",
    "blocs",
    "firms",
    "rule",
    "protocol",
    "saliences",
    "defaults",
    "uncertainty",
    "thresholds",
];

const TRAITS: [(&str, Trait); 10] = [
    ("cost_of_failure", Trait::CostOfFailure),
    ("outside_option", Trait::OutsideOption),
    ("isolation_cost", Trait::IsolationCost),
    ("tactic.beta", Trait::Beta),
    ("attendance", Trait::Attendance),
    ("materiality", Trait::Materiality),
    ("tactic.k", Trait::K),
    ("reading.theta", Trait::Theta),
    ("reading.vagueness", Trait::Vagueness),
    ("risk", Trait::Risk),
];

impl FromStr for Parameter {
    type Err = ParameterError;

    fn from_str(path: &str) -> Result<Self, ParameterError> {
        let unknown = || ParameterError::UnknownPath { path: path.to_owned(), known: Vec::new() };
        let simple = match path {
            "rule" => Some(Self::Rule),
            "rule.objections" => Some(Self::Objections),
            "countries.first" => Some(Self::First),
            "protocol" | "saliences" => Some(Self::Field(path.to_owned())),
            "defaults.loss" => Some(Self::Loss),
            "defaults.theta" => Some(Self::Theta),
            "defaults.vagueness" => Some(Self::Vagueness),
            "defaults.isolation_decay" => Some(Self::IsolationDecay),
            _ => None,
        };
        if let Some(parameter) = simple {
            return Ok(parameter);
        }
        let (group, rest) = path.split_once('.').ok_or_else(unknown)?;
        // Names may hold dots, so the field is found from its end.
        let all = |name: &str| (name != "*").then(|| name.to_owned());
        let ending = |field: &str| rest.strip_suffix(field)?.strip_suffix('.');
        let special = match group {
            "protocol" if rest.starts_with("moves.") => {
                let name = &rest["moves.".len()..];
                let known: Vec<String> = Move::ALL.iter().map(|m| format!("{m:?}")).collect();
                let n = known.iter().position(|m| m == name);
                let unknown = || ParameterError::UnknownName { kind: "move", name: name.to_owned(), known };
                return n.map(|n| Self::Move(Move::ALL[n])).ok_or_else(unknown);
            }
            "countries" => Self::of_country(rest),
            "blocs" => ending("cohesion")
                .map(|b| Self::Cohesion(all(b)))
                .or_else(|| ending("common").map(|b| Self::Common(b.to_owned()))),
            "firms" => ending("effort").map(|f| Self::Effort(all(f))),
            "clauses" => ending("status_quo")
                .map(|c| Self::StatusQuo(c.to_owned()))
                .or_else(|| ending("on_table").map(|c| Self::OnTable(c.to_owned()))),
            _ => None,
        };
        let field = || GROUPS.contains(&group).then(|| Self::Field(path.to_owned()));
        special.or_else(field).ok_or_else(unknown)
    }
}

impl Parameter {
    fn of_country(rest: &str) -> Option<Self> {
        let ending = |field: &str| rest.strip_suffix(field)?.strip_suffix('.');
        for (field, t) in TRAITS {
            if let Some(name) = ending(field) {
                return Some(if name == "*" { Self::Everyone(t) } else { Self::Country(name.to_owned(), t) });
            }
        }
        if let Some(name) = ending("boycotts").filter(|name| *name != "*") {
            return Some(Self::Boycotts(name.to_owned()));
        }
        if let Some((name, clause)) = rest.split_once(".positions.") {
            let part = ["ideal", "salience", "confidence"]
                .iter()
                .any(|part| clause.strip_suffix(part).is_some_and(|clause| clause.ends_with('.')));
            let whole = !part && name != "*";
            return whole.then(|| Self::Position(name.to_owned(), clause.to_owned()));
        }
        let (name, bloc) = rest.split_once(".member_of.")?;
        Some(Self::Membership(name.to_owned(), bloc.to_owned()))
    }
}

impl fmt::Display for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |t: &Trait| TRAITS.iter().find(|(_, x)| x == t).map_or("", |(n, _)| n);
        let all = |n: &Option<String>| n.clone().unwrap_or_else(|| "*".to_owned());
        match self {
            Self::Rule => f.write_str("rule"),
            Self::Objections => f.write_str("rule.objections"),
            Self::First => f.write_str("countries.first"),
            Self::Field(path) => f.write_str(path),
            Self::Move(mv) => write!(f, "protocol.moves.{mv:?}"),
            Self::Loss => f.write_str("defaults.loss"),
            Self::Theta => f.write_str("defaults.theta"),
            Self::Vagueness => f.write_str("defaults.vagueness"),
            Self::IsolationDecay => f.write_str("defaults.isolation_decay"),
            Self::Everyone(t) => write!(f, "countries.*.{}", of(t)),
            Self::Country(name, t) => write!(f, "countries.{name}.{}", of(t)),
            Self::Boycotts(name) => write!(f, "countries.{name}.boycotts"),
            Self::Position(name, clause) => write!(f, "countries.{name}.positions.{clause}"),
            Self::Membership(name, bloc) => write!(f, "countries.{name}.member_of.{bloc}"),
            Self::Cohesion(name) => write!(f, "blocs.{}.cohesion", all(name)),
            Self::Common(name) => write!(f, "blocs.{name}.common"),
            Self::Effort(name) => write!(f, "firms.{}.effort", all(name)),
            Self::StatusQuo(name) => write!(f, "clauses.{name}.status_quo"),
            Self::OnTable(name) => write!(f, "clauses.{name}.on_table"),
        }
    }
}
