//! Setting a parameter of a scenario.

use serde::de::DeserializeOwned;

use super::{Parameter, ParameterError, Trait, field};
use crate::{
    named::Named,
    party::{Common, Country, Firm, Power},
    preference::{Loss, Position, Reading},
    protocol::{Move, Protocol},
    scenario::{Scenario, trace::options},
    text::{Ambition, Clause, Positional, Scope},
    voting::Rule,
};

/// What `countries.first` may be.
const COUNTED: &str = "a whole number, from 1 to the number of countries";

impl Parameter {
    /// Sets the parameter to a value written as in a scenario file, or scales it ("x4").
    ///
    /// # Errors
    /// If the scenario has no such party or clause, or the value does not fit.
    pub fn set(&self, scenario: &mut Scenario, value: &str) -> Result<(), ParameterError> {
        match self {
            Self::Rule => {
                scenario.rule = self.read::<Rule>(value, "a rule, as TwoThirds or ConsensusMinus(1)")?
            }
            Self::Objections => self.objections(&mut scenario.rule, value)?,
            Self::First => {
                let (first, all) = (self.read::<usize>(value, COUNTED)?, scenario.countries.len());
                if !(1..=all).contains(&first) {
                    return Err(self.misfit(value, COUNTED));
                }
                scenario.countries.truncate(first);
            }
            Self::Field(path) => {
                let protocol = scenario.protocol.name();
                field::set(scenario, path, value).map_err(|error| error.of_another_protocol(protocol))?;
            }
            Self::Move(mv) => self.allow(*mv, &mut scenario.protocol, value)?,
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
            Self::Position(name, clause) => self.position(scenario, name, clause, value)?,
            Self::Membership(name, bloc) => self.membership(scenario, name, bloc, value)?,
            Self::Cohesion(name) => self.cohesion(name.as_deref(), scenario, value)?,
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
            Self::StatusQuo(clause) => self.status_quo(scenario, clause, value)?,
        }
        Ok(())
    }

    fn read<T: DeserializeOwned>(&self, value: &str, expected: &'static str) -> Result<T, ParameterError> {
        options().from_str(value).map_err(|_| self.misfit(value, expected))
    }

    fn misfit(&self, value: &str, expected: &'static str) -> ParameterError {
        ParameterError::Value {
            value: value.to_owned(),
            parameter: self.to_string(),
            expected: expected.to_owned(),
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

    /// Lets this many objections pass.
    fn objections(&self, rule: &mut Rule, value: &str) -> Result<(), ParameterError> {
        let k: u32 = self.read(value, "a whole number of objections")?;
        match rule {
            Rule::Consensus | Rule::ConsensusMinus(_) => *rule = Rule::ConsensusMinus(k),
            _ => return Err(self.misfit(value, "a scenario that decides by consensus")),
        }
        Ok(())
    }

    fn allow(&self, mv: Move, protocol: &mut Protocol, value: &str) -> Result<(), ParameterError> {
        let absent = ParameterError::NotInProtocol { parameter: self.to_string(), protocol: protocol.name() };
        let chair = protocol.chair_mut().ok_or(absent)?;
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
            Trait::K => {
                let tactic = &mut d.tactic;
                for slot in [&mut tactic.major, &mut tactic.middle, &mut tactic.small] {
                    self.number(value, &mut slot.k)?;
                }
            }
            Trait::Theta => self.number(value, &mut d.reading.theta)?,
            Trait::Vagueness => self.number(value, &mut d.reading.vagueness)?,
            Trait::Risk => self.number(value, &mut d.risk)?,
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
            Trait::K => country.tactic.as_mut().map(|t| &mut t.k),
            Trait::Theta => country.reading.as_mut().map(|r| &mut r.theta),
            Trait::Vagueness => country.reading.as_mut().map(|r| &mut r.vagueness),
            Trait::Risk => country.risk.as_mut(),
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
            Trait::Beta | Trait::K => _ = country.tactic.get_or_insert(d.tactic.of(power)),
            Trait::Theta | Trait::Vagueness => _ = country.reading.get_or_insert(d.reading),
            Trait::Risk => _ = country.risk.get_or_insert(d.risk),
            Trait::Attendance | Trait::Materiality => {}
        }
        self.own(t, country, value)
    }

    fn position(
        &self,
        scenario: &mut Scenario,
        name: &str,
        clause: &str,
        value: &str,
    ) -> Result<(), ParameterError> {
        known(&mut scenario.clauses, "clause", clause)?;
        let position = self.read::<Position>(value, "(ideal, salience)")?;
        let country = known(&mut scenario.countries, "country", name)?;
        country.positions.set(clause, position);
        Ok(())
    }

    fn membership(
        &self,
        scenario: &mut Scenario,
        name: &str,
        bloc: &str,
        value: &str,
    ) -> Result<(), ParameterError> {
        known(&mut scenario.blocs, "bloc", bloc)?;
        let weight: f64 = self.read(value, "the weight of the membership, 0 to leave")?;
        let country = known(&mut scenario.countries, "country", name)?;
        country.member_of.set(bloc, weight);
        if weight == 0.0 {
            country.member_of.remove(bloc);
        }
        Ok(())
    }

    fn cohesion(
        &self,
        name: Option<&str>,
        scenario: &mut Scenario,
        value: &str,
    ) -> Result<(), ParameterError> {
        match name {
            Some(name) => self.number(value, &mut known(&mut scenario.blocs, "bloc", name)?.cohesion),
            None => scenario.blocs.values_mut().try_for_each(|bloc| self.number(value, &mut bloc.cohesion)),
        }
    }

    fn status_quo(&self, scenario: &mut Scenario, clause: &str, value: &str) -> Result<(), ParameterError> {
        match known(&mut scenario.clauses, "clause", clause)? {
            Clause::Ambition(Ambition { status_quo, .. })
            | Clause::Positional(Positional { status_quo, .. })
            | Clause::Scope(Scope { status_quo, .. }) => self.number(value, status_quo),
            Clause::Options(c) => {
                c.status_quo = Some(value.to_owned());
                Ok(())
            }
        }
    }

    fn effort(&self, name: Option<&str>, scenario: &mut Scenario, value: &str) -> Result<(), ParameterError> {
        let factor = value.strip_prefix('x').unwrap_or(value);
        let factor: f64 = self.read(factor, "a factor, as x4 (x0 silences the firm)")?;
        let firms: Vec<&mut Firm> = match name {
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
    scenario.clauses.remove(clause);
    for other in scenario.clauses.values_mut() {
        if let Clause::Scope(scope) = other {
            scope.governs.remove(clause);
        }
    }
    let countries = scenario.countries.values_mut().map(|c| &mut c.positions);
    let blocs = scenario.blocs.values_mut().map(|b| &mut b.positions);
    let firms = scenario.firms.values_mut().map(|f| &mut f.positions);
    countries.chain(blocs).chain(firms).for_each(|positions| positions.remove(clause));
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
