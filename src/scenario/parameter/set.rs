//! Setting a parameter of a scenario.

use serde::de::DeserializeOwned;

use super::{Meaning, Parameter, ParameterError, TRAITS, Trait};
use crate::{
    field::{Change, SetError, Settable as _},
    named::Named,
    party::{Club, ClubText, Country, Defaults, Firm, OutsideOption},
    preference::Position,
    protocol::{Move, Protocol},
    scenario::Scenario,
    text::Clause,
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
        match &self.means {
            Meaning::Field => self.field(scenario, &self.path, value),
            Meaning::Objections => self.objections(&mut scenario.rule, value),
            Meaning::First => self.first(scenario, value),
            Meaning::Each(each) => {
                each.paths(scenario).iter().try_for_each(|path| path.parse::<Self>()?.set(scenario, value))
            }
            Meaning::Move(mv) => self.allow(*mv, &mut scenario.protocol, value),
            Meaning::Everyone(t) => self.everyone(t, scenario, value),
            Meaning::Country(name, t) => self.one(t, scenario, name, value),
            Meaning::Position(name, clause) => self.position(scenario, name, clause, value),
            Meaning::Membership(name, bloc) => self.membership(scenario, name, bloc, value),
            Meaning::Effort(name) => self.effort(name, scenario, value),
            Meaning::StatusQuo(clause) => self.status_quo(scenario, clause, value),
            Meaning::OnTable(clause) => {
                known(&mut scenario.clauses, "clause", clause)?;
                if !self.read::<bool>(value, "true or false")? {
                    take_off_the_table(scenario, clause);
                }
                Ok(())
            }
        }
    }

    /// Sets the field at a path, this parameter's own or one that it stands for.
    fn field(&self, scenario: &mut Scenario, path: &str, value: &str) -> Result<(), ParameterError> {
        let protocol = scenario.protocol.name();
        Change::new(value)
            .and_then(|change| scenario.set_field(path, &change))
            .map_err(|refusal| self.refused(refusal, value).of_another_protocol(protocol))
    }

    fn refused(&self, refusal: SetError, value: &str) -> ParameterError {
        ParameterError::new(&self.path, value, refusal)
    }

    fn read<T: DeserializeOwned>(&self, value: &str, expected: &str) -> Result<T, ParameterError> {
        let misfit = |_| self.refused(SetError::expected(expected), value);
        Change::new(value).and_then(|change| change.read()).map_err(misfit)
    }

    /// Lets this many objections pass.
    fn objections(&self, rule: &mut Rule, value: &str) -> Result<(), ParameterError> {
        let k: u32 = self.read(value, "a whole number of objections")?;
        if !matches!(rule, Rule::Consensus | Rule::ConsensusMinus(_)) {
            return Err(self.refused(SetError::expected("a scenario that decides by consensus"), value));
        }
        *rule = Rule::ConsensusMinus(k);
        Ok(())
    }

    fn first(&self, scenario: &mut Scenario, value: &str) -> Result<(), ParameterError> {
        let first: usize = self.read(value, COUNTED)?;
        if !(1..=scenario.countries.len()).contains(&first) {
            return Err(self.refused(SetError::expected(COUNTED), value));
        }
        let with_members = blocs_with_members(scenario);
        let gone: Vec<String> = scenario.countries.names().skip(first).map(str::to_owned).collect();
        scenario.countries.truncate(first);
        forget(scenario, &gone);
        silence_emptied(scenario, &with_members);
        Ok(())
    }

    fn allow(&self, mv: Move, protocol: &mut Protocol, value: &str) -> Result<(), ParameterError> {
        let absent =
            ParameterError::NotInProtocol { parameter: self.path.clone(), protocol: protocol.name() };
        let chair = protocol.chair_mut().ok_or(absent)?;
        let on: bool = self.read(value, "true or false")?;
        if on && !chair.moves.contains(&mv) {
            chair.moves.push(mv);
        } else if !on {
            chair.moves.retain(|m| *m != mv);
        }
        Ok(())
    }

    fn everyone(&self, t: &Trait, scenario: &mut Scenario, value: &str) -> Result<(), ParameterError> {
        if !t.default.is_empty() {
            self.field(scenario, &format!("defaults.{}", t.default), value)?;
        }
        // Countries without a value of their own follow the default.
        let change = Change::new(value).map_err(|refusal| self.refused(refusal, value))?.to_existing();
        for country in scenario.countries.values_mut() {
            match country.set_field(t.own, &change) {
                Ok(()) | Err(SetError::Absent) => {}
                Err(refusal) => return Err(self.refused(refusal, value)),
            }
        }
        Ok(())
    }

    /// Changes one country's value, starting from the default where it has none of its own.
    fn one(&self, t: &Trait, scenario: &mut Scenario, name: &str, value: &str) -> Result<(), ParameterError> {
        let country = known(&mut scenario.countries, "country", name)?;
        own(t, country, &scenario.defaults);
        Change::new(value)
            .and_then(|change| country.set_field(t.own, &change))
            .map_err(|refusal| self.refused(refusal, value))
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
        known(&mut scenario.countries, "country", name)?.positions.set(clause, position);
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
        let with_members = blocs_with_members(scenario);
        let country = known(&mut scenario.countries, "country", name)?;
        country.member_of.set(bloc, weight);
        if weight == 0.0 {
            country.member_of.remove(bloc);
            silence_emptied(scenario, &with_members);
        }
        Ok(())
    }

    /// Options go by their names, without quotes.
    fn status_quo(&self, scenario: &mut Scenario, clause: &str, value: &str) -> Result<(), ParameterError> {
        if let Some(Clause::Options(options)) = scenario.clauses.get_mut(clause) {
            options.status_quo = Some(value.to_owned());
            return Ok(());
        }
        self.field(scenario, &self.path, value)
    }

    fn effort(&self, name: &str, scenario: &mut Scenario, value: &str) -> Result<(), ParameterError> {
        let factor = value.strip_prefix('x').unwrap_or(value);
        let factor: f64 = self.read(factor, "a factor, as x4 (x0 silences the firm)")?;
        let firms: Vec<&mut Firm> = match name {
            "*" => scenario.firms.values_mut().collect(),
            name => vec![known(&mut scenario.firms, "firm", name)?],
        };
        for firm in firms {
            firm.lobbies.values_mut().for_each(|e| *e *= factor);
            firm.drafting *= factor;
            firm.budget = firm.budget.map(|b| b * factor);
        }
        Ok(())
    }
}

/// The blocs that have members.
fn blocs_with_members(scenario: &Scenario) -> Vec<String> {
    let has_members = |bloc: &&str| scenario.members(bloc).next().is_some();
    scenario.blocs.names().filter(has_members).map(str::to_owned).collect()
}

/// A bloc whose last member is gone speaks no more.
fn silence_emptied(scenario: &mut Scenario, with_members: &[String]) {
    let emptied: Vec<String> =
        with_members.iter().filter(|bloc| scenario.members(bloc).next().is_none()).cloned().collect();
    emptied.iter().for_each(|bloc| scenario.blocs.remove(bloc));
    forget(scenario, &emptied);
}

/// What is said of parties that are gone goes with them: who lobbies them, and what rests on their words.
fn forget(scenario: &mut Scenario, gone: &[String]) {
    for party in gone {
        scenario.firms.values_mut().for_each(|firm| firm.lobbies.remove(party));
        if let Some(observed) = &mut scenario.observed {
            observed.later.remove(party);
        }
    }
    scenario.forget_who_is_gone();
}

/// The scenario with every trait of a country written out that it would take from the defaults: what the scenario means,
/// whichever way it is said.
pub fn resolved(scenario: &Scenario) -> Scenario {
    let mut resolved = Scenario { changed: Default::default(), ..scenario.clone() };
    for country in resolved.countries.values_mut() {
        // Without an outside option there is none, whatever the defaults.
        TRAITS.iter().filter(|t| !t.default.is_empty()).for_each(|t| own(t, country, &scenario.defaults));
    }
    resolved
}

/// Gives a country a value of its own, the default, where it has none.
fn own(t: &Trait, country: &mut Country, defaults: &Defaults) {
    let power = country.power;
    match t.own.split('.').next() {
        Some("cost_of_failure") => _ = country.cost_of_failure.get_or_insert(defaults.cost_of_failure),
        Some("outside_option") => _ = country.outside_option.get_or_insert(OutsideOption::Gain(0.0)),
        Some("isolation_cost") => _ = country.isolation_cost.get_or_insert(defaults.isolation_cost.of(power)),
        Some("tactic") => _ = country.tactic.get_or_insert(defaults.tactic.of(power)),
        Some("reading") => _ = country.reading.get_or_insert(defaults.reading),
        Some("loss") => _ = country.loss.get_or_insert(defaults.loss),
        _ => _ = country.risk.get_or_insert(defaults.risk),
    }
}

fn take_off_the_table(scenario: &mut Scenario, clause: &str) {
    scenario.clauses.remove(clause);
    for other in scenario.clauses.values_mut() {
        if let Clause::Scope(scope) = other {
            scope.governs.remove(clause);
        }
    }
    for country in scenario.countries.values_mut() {
        if let Some(OutsideOption::Club(Club { text: ClubText::Given(values), .. })) =
            &mut country.outside_option
        {
            values.remove(clause);
        }
    }
    let countries = scenario.countries.values_mut().map(|c| &mut c.positions);
    let blocs = scenario.blocs.values_mut().map(|b| &mut b.positions);
    let firms = scenario.firms.values_mut().map(|f| &mut f.positions);
    countries.chain(blocs).chain(firms).for_each(|positions| positions.remove(clause));
    scenario.uncertainty.shared.retain(|error| error.take_off(clause));
    if let Some(observed) = &mut scenario.observed {
        observed.take_off(clause);
    }
    scenario.observed.take_if(|o| o.adopted && o.clauses.is_empty() && o.votes.is_none());
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
