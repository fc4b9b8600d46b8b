//! What a study may change in a scenario: one closed list, addressed by readable paths.
//!
//! Every change edits the scenario as its author would, so that a design point is validated as a hand-written
//! case is. `countries.*` reaches everyone: the defaults and each country's own value. A number may be set
//! ("0.15") or scaled ("x4").

use std::{fmt, str::FromStr};

use serde::de::DeserializeOwned;
use thiserror::Error;

use super::{Scenario, load::options, problem::nearest};
use crate::{
    named::Named,
    party::{Common, Country, Power},
    preference::{Loss, Position, Reading},
    protocol::{ChairRevisions, Draft, Move, Protocol, Weigh},
    voting::Rule,
};

/// A field of a scenario that studies and switches may set.
#[derive(Clone, Debug, PartialEq)]
pub enum Parameter {
    /// `rule`
    Rule,
    /// `protocol.rounds`
    Rounds,
    /// `protocol.attempt_every`
    AttemptEvery,
    /// `protocol.draft`
    Draft,
    /// `protocol.weigh`
    Weigh,
    /// `protocol.max_width`
    MaxWidth,
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
}

const TRAITS: [(&str, Trait); 6] = [
    ("cost_of_failure", Trait::CostOfFailure),
    ("outside_option", Trait::OutsideOption),
    ("isolation_cost", Trait::IsolationCost),
    ("tactic.beta", Trait::Beta),
    ("attendance", Trait::Attendance),
    ("materiality", Trait::Materiality),
];

const PATHS: [&str; 25] = [
    "rule",
    "protocol.rounds",
    "protocol.attempt_every",
    "protocol.draft",
    "protocol.weigh",
    "protocol.max_width",
    "protocol.moves.MOVE",
    "defaults.loss",
    "defaults.theta",
    "defaults.vagueness",
    "defaults.isolation_decay",
    "countries.NAME.cost_of_failure",
    "countries.NAME.outside_option",
    "countries.NAME.isolation_cost",
    "countries.NAME.tactic.beta",
    "countries.NAME.attendance",
    "countries.NAME.materiality",
    "countries.NAME.boycotts",
    "countries.NAME.positions.CLAUSE",
    "countries.NAME.member_of.BLOC",
    "blocs.NAME.cohesion",
    "blocs.NAME.common",
    "firms.NAME.effort",
    "clauses.NAME.status_quo",
    "clauses.NAME.on_table",
];

/// Why a parameter could not be set.
#[derive(Clone, Debug, Error, PartialEq)]
pub enum ParameterError {
    /// No such parameter.
    #[error("unknown parameter \"{path}\"")]
    UnknownPath {
        /// As given.
        path: String,
    },
    /// No such country, bloc, firm or clause.
    #[error("unknown {kind} \"{name}\"")]
    UnknownName {
        /// Country, bloc, firm or clause.
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
    /// A value of the wrong kind.
    #[error("\"{value}\" does not fit {parameter}")]
    Value {
        /// As given.
        value: String,
        /// The parameter.
        parameter: String,
        /// What would fit.
        expected: &'static str,
    },
}

impl ParameterError {
    /// What was expected.
    pub fn expected(&self) -> String {
        match self {
            Self::UnknownPath { .. } => "a parameter, as countries.NAME.outside_option".to_owned(),
            Self::UnknownName { kind, .. } => format!("a {kind} of this scenario"),
            Self::UnknownSwitch { .. } => "a switch of this scenario".to_owned(),
            Self::Value { expected, .. } => (*expected).to_owned(),
        }
    }

    /// The nearest known name.
    pub fn advice(&self) -> Option<String> {
        match self {
            Self::UnknownPath { path } => Some(nearest(path, PATHS)),
            Self::UnknownName { name, known, .. } | Self::UnknownSwitch { name, known } => {
                Some(nearest(name, known.iter().map(String::as_str)))
            }
            Self::Value { .. } => None,
        }
    }
}

impl FromStr for Parameter {
    type Err = ParameterError;

    fn from_str(path: &str) -> Result<Self, ParameterError> {
        let unknown = || ParameterError::UnknownPath {
            path: path.to_owned(),
        };
        let simple = match path {
            "rule" => Some(Self::Rule),
            "protocol.rounds" => Some(Self::Rounds),
            "protocol.attempt_every" => Some(Self::AttemptEvery),
            "protocol.draft" => Some(Self::Draft),
            "protocol.weigh" => Some(Self::Weigh),
            "protocol.max_width" => Some(Self::MaxWidth),
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
        match group {
            "protocol" => {
                let name = rest.strip_prefix("moves.").ok_or_else(unknown)?;
                let mv = Move::ALL
                    .into_iter()
                    .find(|m| format!("{m:?}") == name)
                    .ok_or_else(unknown)?;
                Ok(Self::Move(mv))
            }
            "countries" => Self::of_country(rest).ok_or_else(unknown),
            "blocs" => ending("cohesion")
                .map(|b| Self::Cohesion(all(b)))
                .or_else(|| ending("common").map(|b| Self::Common(b.to_owned())))
                .ok_or_else(unknown),
            "firms" => ending("effort").map(|f| Self::Effort(all(f))).ok_or_else(unknown),
            "clauses" => ending("status_quo")
                .map(|c| Self::StatusQuo(c.to_owned()))
                .or_else(|| ending("on_table").map(|c| Self::OnTable(c.to_owned())))
                .ok_or_else(unknown),
            _ => Err(unknown()),
        }
    }
}

impl Parameter {
    fn of_country(rest: &str) -> Option<Self> {
        let ending = |field: &str| rest.strip_suffix(field)?.strip_suffix('.');
        for (field, t) in TRAITS {
            if let Some(name) = ending(field) {
                return Some(if name == "*" {
                    Self::Everyone(t)
                } else {
                    Self::Country(name.to_owned(), t)
                });
            }
        }
        if let Some(name) = ending("boycotts") {
            return Some(Self::Boycotts(name.to_owned()));
        }
        if let Some((name, clause)) = rest.split_once(".positions.") {
            return Some(Self::Position(name.to_owned(), clause.to_owned()));
        }
        let (name, bloc) = rest.split_once(".member_of.")?;
        Some(Self::Membership(name.to_owned(), bloc.to_owned()))
    }

    /// Sets the parameter to a value written as in a scenario file, or scales it ("x4").
    ///
    /// # Errors
    /// If the scenario has no such party or clause, or the value does not fit.
    pub fn set(&self, scenario: &mut Scenario, value: &str) -> Result<(), ParameterError> {
        let Protocol::ChairRevisions(chair) = &mut scenario.protocol;
        match self {
            Self::Rule => {
                scenario.rule = self.read::<Rule>(value, "a rule, as TwoThirds or ConsensusMinus(1)")?
            }
            Self::Rounds => chair.rounds = self.read(value, "a whole number of rounds")?,
            Self::AttemptEvery => chair.attempt_every = self.read(value, "a whole number of rounds")?,
            Self::Draft => chair.draft = self.read::<Draft>(value, "a draft, as Mean or Sponsor(\"EU\")")?,
            Self::Weigh => chair.weigh = self.read::<Weigh>(value, "Materiality or Heads")?,
            Self::MaxWidth => self.number(value, &mut chair.max_width)?,
            Self::Move(mv) => self.allow(*mv, chair, value)?,
            Self::Loss => scenario.defaults.loss = self.read::<Loss>(value, "a loss, as Quadratic")?,
            Self::Theta => self.readings(scenario, value, |r| &mut r.theta)?,
            Self::Vagueness => self.readings(scenario, value, |r| &mut r.vagueness)?,
            Self::IsolationDecay => self.number(value, &mut scenario.defaults.isolation_decay)?,
            Self::Everyone(t) => self.everyone(*t, scenario, value)?,
            Self::Country(name, t) => self.one(*t, scenario, name, value)?,
            Self::Boycotts(name) => {
                known(&mut scenario.countries, "country", name)?.boycotts =
                    self.read(value, "true or false")?;
            }
            Self::Position(name, clause) => {
                known(&mut scenario.clauses, "clause", clause)?;
                let position = self.read::<Position>(value, "(ideal, salience)")?;
                known(&mut scenario.countries, "country", name)?
                    .positions
                    .set(clause, position);
            }
            Self::Membership(name, bloc) => {
                known(&mut scenario.blocs, "bloc", bloc)?;
                let weight: f64 = self.read(value, "the weight of the membership, 0 to leave")?;
                let country = known(&mut scenario.countries, "country", name)?;
                country.member_of.set(bloc, weight);
                if weight == 0.0 {
                    country.member_of.remove(bloc);
                }
            }
            Self::Cohesion(Some(name)) => {
                self.number(value, &mut known(&mut scenario.blocs, "bloc", name)?.cohesion)?
            }
            Self::Cohesion(None) => {
                for bloc in scenario.blocs.values_mut() {
                    self.number(value, &mut bloc.cohesion)?;
                }
            }
            Self::Common(name) => {
                known(&mut scenario.blocs, "bloc", name)?.common =
                    self.read::<Common>(value, "Median, Mean, InternalVeto, Stated or Leader(\"name\")")?;
            }
            Self::Effort(name) => self.effort(name.as_deref(), scenario, value)?,
            Self::OnTable(clause) => {
                known(&mut scenario.clauses, "clause", clause)?;
                if !self.read::<bool>(value, "true or false")? {
                    take_off_the_table(scenario, clause);
                }
            }
            Self::StatusQuo(clause) => {
                use crate::text::{Ambition, Clause, Positional, Scope};
                match known(&mut scenario.clauses, "clause", clause)? {
                    Clause::Ambition(Ambition { status_quo, .. })
                    | Clause::Positional(Positional { status_quo, .. })
                    | Clause::Scope(Scope { status_quo, .. }) => self.number(value, status_quo)?,
                    Clause::Options(c) => value.clone_into(&mut c.status_quo),
                }
            }
        }
        Ok(())
    }

    fn read<T: DeserializeOwned>(&self, value: &str, expected: &'static str) -> Result<T, ParameterError> {
        options()
            .from_str(value)
            .map_err(|_| self.misfit(value, expected))
    }

    fn misfit(&self, value: &str, expected: &'static str) -> ParameterError {
        ParameterError::Value {
            value: value.to_owned(),
            parameter: self.to_string(),
            expected,
        }
    }

    /// Sets a number, or scales it where the value begins with an x.
    fn number(&self, value: &str, slot: &mut f64) -> Result<(), ParameterError> {
        let expected = "a number, as 0.15, or a factor, as x4";
        match value.strip_prefix('x') {
            Some(factor) => *slot *= self.read::<f64>(factor, expected)?,
            None => *slot = self.read(value, expected)?,
        }
        Ok(())
    }

    fn allow(&self, mv: Move, chair: &mut ChairRevisions, value: &str) -> Result<(), ParameterError> {
        let on: bool = self.read(value, "true or false")?;
        if on && !chair.moves.contains(&mv) {
            chair.moves.push(mv);
        } else if !on {
            chair.moves.retain(|m| *m != mv);
        }
        Ok(())
    }

    fn readings(
        &self,
        scenario: &mut Scenario,
        value: &str,
        field: impl Fn(&mut Reading) -> &mut f64,
    ) -> Result<(), ParameterError> {
        self.number(value, field(&mut scenario.defaults.reading))?;
        for country in scenario.countries.values_mut() {
            if let Some(reading) = &mut country.reading {
                self.number(value, field(reading))?;
            }
        }
        Ok(())
    }

    fn everyone(&self, t: Trait, scenario: &mut Scenario, value: &str) -> Result<(), ParameterError> {
        let d = &mut scenario.defaults;
        match t {
            Trait::CostOfFailure => self.number(value, &mut d.cost_of_failure)?,
            Trait::IsolationCost => {
                let chi = &mut d.isolation_cost;
                for slot in [&mut chi.major, &mut chi.middle, &mut chi.small] {
                    self.number(value, slot)?;
                }
            }
            Trait::Beta => {
                let tactic = &mut d.tactic;
                for slot in [&mut tactic.major, &mut tactic.middle, &mut tactic.small] {
                    self.number(value, &mut slot.beta)?;
                }
            }
            Trait::OutsideOption | Trait::Attendance | Trait::Materiality => {}
        }
        for country in scenario.countries.values_mut() {
            self.own(t, country, value)?;
        }
        Ok(())
    }

    /// Changes a country's own value where it has one.
    fn own(&self, t: Trait, country: &mut Country, value: &str) -> Result<(), ParameterError> {
        let slot = match t {
            Trait::CostOfFailure => country.cost_of_failure.as_mut(),
            Trait::OutsideOption => country.outside_option.as_mut(),
            Trait::IsolationCost => country.isolation_cost.as_mut(),
            Trait::Beta => country.tactic.as_mut().map(|t| &mut t.beta),
            Trait::Attendance => Some(&mut country.attendance),
            Trait::Materiality => Some(&mut country.materiality),
        };
        slot.map_or(Ok(()), |slot| self.number(value, slot))
    }

    /// Changes one country's value, starting from the default where it has none of its own.
    fn one(&self, t: Trait, scenario: &mut Scenario, name: &str, value: &str) -> Result<(), ParameterError> {
        let d = scenario.defaults.clone();
        let country = known(&mut scenario.countries, "country", name)?;
        let power: Power = country.power;
        match t {
            Trait::CostOfFailure => _ = country.cost_of_failure.get_or_insert(d.cost_of_failure),
            Trait::OutsideOption => _ = country.outside_option.get_or_insert(0.0),
            Trait::IsolationCost => _ = country.isolation_cost.get_or_insert(d.isolation_cost.of(power)),
            Trait::Beta => _ = country.tactic.get_or_insert(d.tactic.of(power)),
            Trait::Attendance | Trait::Materiality => {}
        }
        self.own(t, country, value)
    }

    fn effort(&self, name: Option<&str>, scenario: &mut Scenario, value: &str) -> Result<(), ParameterError> {
        let factor = value.strip_prefix('x').unwrap_or(value);
        let factor: f64 = self.read(factor, "a factor, as x4 (x0 silences the firm)")?;
        let firms: Vec<&mut crate::party::Firm> = match name {
            Some(name) => vec![known(&mut scenario.firms, "firm", name)?],
            None => scenario.firms.values_mut().collect(),
        };
        for firm in firms {
            firm.lobbies.values_mut().for_each(|e| *e *= factor);
            firm.drafting *= factor;
            firm.budget = firm.budget.map(|b| b * factor);
        }
        Ok(())
    }
}

fn take_off_the_table(scenario: &mut Scenario, clause: &str) {
    use crate::text::Clause;
    scenario.clauses.remove(clause);
    for other in scenario.clauses.values_mut() {
        if let Clause::Scope(scope) = other {
            scope.governs.remove(clause);
        }
    }
    let countries = scenario.countries.values_mut().map(|c| &mut c.positions);
    let blocs = scenario.blocs.values_mut().map(|b| &mut b.positions);
    let firms = scenario.firms.values_mut().map(|f| &mut f.positions);
    countries
        .chain(blocs)
        .chain(firms)
        .for_each(|positions| positions.remove(clause));
}

fn known<'a, T>(
    among: &'a mut Named<T>,
    kind: &'static str,
    name: &str,
) -> Result<&'a mut T, ParameterError> {
    let names = among.names().map(str::to_owned).collect();
    among.get_mut(name).ok_or_else(|| ParameterError::UnknownName {
        kind,
        name: name.to_owned(),
        known: names,
    })
}

impl fmt::Display for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |t: &Trait| TRAITS.iter().find(|(_, x)| x == t).map_or("", |(n, _)| n);
        let all = |n: &Option<String>| n.clone().unwrap_or_else(|| "*".to_owned());
        match self {
            Self::Rule => f.write_str("rule"),
            Self::Rounds => f.write_str("protocol.rounds"),
            Self::AttemptEvery => f.write_str("protocol.attempt_every"),
            Self::Draft => f.write_str("protocol.draft"),
            Self::Weigh => f.write_str("protocol.weigh"),
            Self::MaxWidth => f.write_str("protocol.max_width"),
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
