//! What a study may change in a scenario, addressed by readable paths.
//!
//! Every change edits the scenario as its author would, so that a design point is validated as a hand-written case is.
//! Any field goes by its path in the file, found where the field is declared (see `crate::field`); `*` reaches every
//! entry of a map, and a number may be set ("0.15") or scaled ("x4"). A few paths mean more than one field, or none:
//! they are listed in `special`.

mod each;
mod error;
mod set;
mod shadow;

use std::{fmt, str::FromStr};

use self::each::Each;
pub(crate) use self::set::resolved;
pub use self::{error::ParameterError, shadow::shadowed};
use super::Scenario;
use crate::{
    field::{Field, Settable as _},
    printable::LINE_BREAK,
    protocol::Move,
};

/// A path that studies and switches may set.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    path: String,
    means: Meaning,
}

/// What a path means.
#[derive(Clone, Debug, PartialEq)]
enum Meaning {
    /// The field of that path.
    Field,
    /// `rule.objections`: consensus minus this many.
    Objections,
    /// `countries.first`: only the first so many countries of the file take part.
    First,
    /// `countries.{A,B,Small}.…`: the same of each of these parties, and of all countries of a power.
    Each(Each),
    /// `protocol.moves.Merge`: "false" takes the move away, "true" adds it (last) where it was away.
    Move(Move),
    /// `countries.*.TRAIT`: the default, and each country's own value.
    Everyone(&'static Trait),
    /// `countries.NAME.TRAIT`: the country's own value, which starts from the default.
    Country(String, &'static Trait),
    /// `countries.NAME.positions.CLAUSE`
    Position(String, String),
    /// `countries.NAME.member_of.BLOC`: the weight of a membership, 0 to leave.
    Membership(String, String),
    /// `firms.*.effort`, `firms.NAME.effort`: scales all efforts and the budget.
    Effort(String),
    /// `clauses.NAME.status_quo`: a number, or the name of an option.
    StatusQuo(String),
    /// `clauses.NAME.on_table`: "false" takes the clause, and every position on it, out of the negotiation.
    OnTable(String),
}

/// A trait that countries take from the defaults unless they have their own: its path in a country and in the defaults.
#[derive(Debug, PartialEq)]
struct Trait {
    own: &'static str,
    default: &'static str,
}

const TRAITS: [Trait; 9] = [
    Trait { own: "cost_of_failure", default: "cost_of_failure" },
    Trait { own: "outside_option", default: "" },
    Trait { own: "isolation_cost", default: "isolation_cost.*" },
    Trait { own: "tactic.beta", default: "tactic.*.beta" },
    Trait { own: "tactic.k", default: "tactic.*.k" },
    Trait { own: "reading.theta", default: "reading.theta" },
    Trait { own: "reading.vagueness", default: "reading.vagueness" },
    Trait { own: "risk", default: "risk" },
    Trait { own: "loss", default: "loss" },
];

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

/// Parameters beside the fields, and what they mean.
const SPECIAL: [(&str, &str); 8] = [
    ("rule.objections", "Consensus minus this many objections."),
    ("countries.first", "Only the first so many countries of the file take part."),
    ("protocol.moves.MOVE", "Whether the chair has this move."),
    ("defaults.theta", "θ of everyone, own readings included."),
    ("defaults.vagueness", "κ_a of everyone, own readings included."),
    ("firms.NAME.effort", "A factor on all efforts of the firm and on its budget."),
    ("clauses.NAME.on_table", "Whether the clause is negotiated."),
    ("countries.NAME.member_of.BLOC", "The weight of the membership, 0 to leave."),
];

impl Parameter {
    /// Every parameter: its path, with NAME and the like for names, and what it means.
    pub fn all() -> Vec<Field> {
        let special = SPECIAL.iter().map(|(path, about)| Field { path: (*path).to_owned(), about });
        let mut all = Vec::new();
        Scenario::list("", "", &mut all);
        all.retain(|field| is_field(&field.path));
        for field in special {
            if !all.iter().any(|known| known.path == field.path) {
                all.push(field);
            }
        }
        all
    }
}

/// Whether a path leads into one of the groups, or to one that is set as a whole.
fn is_field(path: &str) -> bool {
    let group = path.split('.').next().unwrap_or(path);
    GROUPS.contains(&group) && (group != path || matches!(path, "rule" | "protocol" | "saliences"))
}

impl FromStr for Parameter {
    type Err = ParameterError;

    fn from_str(path: &str) -> Result<Self, ParameterError> {
        // As names are read from a file.
        let path = &path.replace('\n', LINE_BREAK);
        let unknown = || ParameterError::UnknownPath { path: path.to_owned(), known: Vec::new() };
        if !is_field(path) {
            return Err(unknown());
        }
        if let Some(each) = Each::read(path) {
            return Ok(Self { path: path.to_owned(), means: Meaning::Each(each) });
        }
        Ok(Self { path: path.to_owned(), means: special(path)?.unwrap_or(Meaning::Field) })
    }
}

/// What a path means that is more than a field.
fn special(path: &str) -> Result<Option<Meaning>, ParameterError> {
    let (group, rest) = path.split_once('.').unwrap_or((path, ""));
    // Names may hold dots, so the field is found from its end.
    let ending = |field: &str| Some(rest.strip_suffix(field)?.strip_suffix('.')?.to_owned());
    Ok(match (group, rest) {
        ("rule", "objections") => Some(Meaning::Objections),
        ("countries", "first") => Some(Meaning::First),
        ("defaults", "theta") => everyone("reading.theta"),
        ("defaults", "vagueness") => everyone("reading.vagueness"),
        ("protocol", _) => rest.strip_prefix("moves.").map(chair_move).transpose()?,
        ("countries", _) => of_country(rest),
        ("firms", _) => ending("effort").map(Meaning::Effort),
        ("clauses", _) => {
            ending("on_table").map(Meaning::OnTable).or_else(|| ending("status_quo").map(Meaning::StatusQuo))
        }
        _ => None,
    })
}

fn chair_move(name: &str) -> Result<Meaning, ParameterError> {
    let known: Vec<String> = Move::ALL.iter().map(|m| format!("{m:?}")).collect();
    match known.iter().position(|m| m == name) {
        Some(n) => Ok(Meaning::Move(Move::ALL[n])),
        None => Err(ParameterError::UnknownName { kind: "move", name: name.to_owned(), known }),
    }
}

fn everyone(own: &str) -> Option<Meaning> {
    TRAITS.iter().find(|t| t.own == own).map(Meaning::Everyone)
}

fn of_country(rest: &str) -> Option<Meaning> {
    // A clause or a bloc may have the name of a trait.
    let inside =
        [".positions.", ".member_of.", ".outside_option.text."].iter().any(|step| rest.contains(step));
    let named = TRAITS
        .iter()
        .filter(|_| !inside)
        .find_map(|t| Some((rest.strip_suffix(t.own)?.strip_suffix('.')?, t)));
    if let Some((name, t)) = named {
        return Some(if name == "*" { Meaning::Everyone(t) } else { Meaning::Country(name.to_owned(), t) });
    }
    if let Some((name, clause)) = rest.split_once(".positions.") {
        let part = ["ideal", "salience", "confidence"]
            .iter()
            .any(|part| clause.strip_suffix(part).is_some_and(|clause| clause.ends_with('.')));
        return (!part && name != "*").then(|| Meaning::Position(name.to_owned(), clause.to_owned()));
    }
    let (name, bloc) = rest.split_once(".member_of.")?;
    Some(Meaning::Membership(name.to_owned(), bloc.to_owned()))
}

impl fmt::Display for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}
