//! The engine against real outcomes: cases negotiated under a template, what was agreed as a distribution.
//!
//! Each replicate yields a text, or leaves what held before. A status quo that is not known is no point made up: the
//! replicates are spread over so many values of its distribution (a rank-one lattice, where several are unknown).

use rayon::prelude::*;
use thiserror::Error;

use super::{
    Prediction,
    cases::{Dossier, Issue, SCALE},
    room,
    template::{Negotiate, Template, UnknownStatusQuo},
};
use crate::{
    model::{Model, ModelError},
    negotiation::Negotiator,
    null::Null,
    random::Seed,
    scenario::{Parameter, ParameterError, Scenario},
    text::{ClauseId, Text},
    voting::Rule,
};

/// Over how many values a status quo is spread that is not known.
const STRATA: u64 = 20;
/// The golden ratio's fraction: steps of a rank-one lattice.
const GOLDEN: f64 = 0.618_033_988_749_894_9;

/// Why a case could not be negotiated.
#[derive(Debug, Error)]
pub enum EngineError {
    /// The template has no rule of that name.
    #[error("the template has no decision rule for \"{rule}\", the voting rule of issue {issue}")]
    NoRule {
        /// As the table has it.
        rule: String,
        /// One issue that has it.
        issue: String,
    },
    /// A parameter does not fit.
    #[error("{0}")]
    Parameter(#[from] ParameterError),
    /// The template makes no sense for a case.
    #[error("under this template the scenario of {case} makes no sense: {error}")]
    Nonsense {
        /// The issue or dossier.
        case: String,
        /// Why.
        error: ModelError,
    },
}

/// A template at certain settings, ready to predict.
#[derive(Clone, Debug)]
pub struct Engine {
    /// What it supposes.
    pub template: Template,
    /// Settings on top of it, parameter and value.
    pub settings: Vec<(Parameter, String)>,
    /// How many negotiations for each issue or dossier.
    pub replicates: u64,
    /// The master seed.
    pub seed: Seed,
    /// What arithmetic or chance would make of the same parties, in its place.
    pub null: Option<Null>,
}

/// What is negotiated at once: issues that share a rule.
struct Table<'a> {
    name: &'a str,
    issues: Vec<&'a Issue>,
    /// The place of each issue among all.
    places: Vec<usize>,
}

impl Engine {
    /// What the engine expects of every issue, in the order of dossiers and issues; none of an issue where nobody has
    /// anything at stake.
    ///
    /// # Errors
    /// If the template lacks a rule, or makes no sense for a case.
    pub fn predict(&self, dossiers: &[Dossier]) -> Result<Vec<Option<Prediction>>, EngineError> {
        let issues = || dossiers.iter().flat_map(|dossier| &dossier.issues);
        let known: Vec<f64> = sorted(issues().filter_map(|issue| issue.status_quo));
        let tables = self.tables(dossiers);
        let negotiated: Vec<_> = tables.par_iter().map(|table| self.negotiate(table, &known)).collect();
        let mut predictions = vec![None; issues().count()];
        for (table, values) in tables.iter().zip(negotiated) {
            for (place, values) in table.places.iter().zip(values?) {
                predictions[*place] = Prediction::sample(values);
            }
        }
        Ok(predictions)
    }

    /// Each issue, or each dossier by voting rule.
    fn tables<'a>(&self, dossiers: &'a [Dossier]) -> Vec<Table<'a>> {
        let mut tables: Vec<Table<'a>> = Vec::new();
        let mut place = 0;
        for dossier in dossiers {
            let first = tables.len();
            for issue in &dossier.issues {
                let together = self.template.negotiate == Negotiate::Dossiers;
                let shared = tables[first..].iter_mut().find(|t| together && t.issues[0].rule == issue.rule);
                match shared {
                    Some(table) => {
                        table.issues.push(issue);
                        table.places.push(place);
                    }
                    None => {
                        let name = if together { &dossier.name } else { &issue.name };
                        tables.push(Table { name, issues: vec![issue], places: vec![place] });
                    }
                }
                place += 1;
            }
        }
        tables
    }

    /// What each issue of a table ended at, replicate by replicate.
    fn negotiate(&self, table: &Table<'_>, known: &[f64]) -> Result<Vec<Vec<f64>>, EngineError> {
        let unknown = table.issues.iter().filter(|issue| issue.status_quo.is_none()).count();
        let strata = if unknown == 0 { 1 } else { STRATA.min(self.replicates) };
        let mut ended: Vec<Vec<f64>> = vec![Vec::new(); table.issues.len()];
        for stratum in 0..strata {
            let status_quo = self.status_quo(table, known, stratum, strata);
            let scenario = self.scenario(table, &status_quo)?;
            if scenario.countries.is_empty() {
                return Ok(ended);
            }
            let model = Model::compile(&scenario)
                .map_err(|error| EngineError::Nonsense { case: table.name.to_owned(), error })?;
            let replicates = stratum * self.replicates / strata..(stratum + 1) * self.replicates / strata;
            let mut negotiator = Negotiator::new(&model, self.seed);
            for replicate in replicates {
                let Some(text) = self.text(&mut negotiator, replicate) else { continue };
                for (k, (values, q)) in ended.iter_mut().zip(&status_quo).enumerate() {
                    values.push(holds(text.as_ref(), k, *q));
                }
            }
        }
        Ok(ended)
    }

    /// What a replicate agrees on, if anything; nothing at all where the null model cannot be asked.
    fn text(&self, negotiator: &mut Negotiator<'_>, replicate: u64) -> Option<Option<Text>> {
        let outcome = negotiator.negotiate(replicate, &mut ());
        match self.null {
            Some(null) => negotiator.text_under(null),
            None => Some(outcome.conclusion.adopted().then_some(outcome.text)),
        }
    }

    /// The status quo of each issue in a stratum, on the scale.
    fn status_quo(&self, table: &Table<'_>, known: &[f64], stratum: u64, strata: u64) -> Vec<f64> {
        let mut unknown = 0;
        let of = |issue: &&Issue| {
            issue.status_quo.unwrap_or_else(|| {
                #[allow(clippy::cast_precision_loss)] // a handful
                let share = ((stratum as f64 + 0.5) / strata as f64 + f64::from(unknown) * GOLDEN).fract();
                unknown += 1;
                self.template.unknown_status_quo.quantile(share, known)
            })
        };
        table.issues.iter().map(of).collect()
    }

    fn scenario(&self, table: &Table<'_>, status_quo: &[f64]) -> Result<Scenario, EngineError> {
        let issue = table.issues[0];
        let rule: &Rule = self
            .template
            .rules
            .get(&issue.rule)
            .ok_or_else(|| EngineError::NoRule { rule: issue.rule.clone(), issue: issue.name.clone() })?;
        let mut scenario = room::scenario(&self.template, rule, &table.issues, status_quo);
        for (parameter, value) in &self.settings {
            parameter.set(&mut scenario, value)?;
        }
        Ok(scenario)
    }
}

impl UnknownStatusQuo {
    /// The value of a share of the way through the distribution, on the scale; `known` rising.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn quantile(self, share: f64, known: &[f64]) -> f64 {
        match self {
            Self::AsKnown if !known.is_empty() => known[(share * known.len() as f64) as usize % known.len()],
            Self::Uniform | Self::AsKnown => SCALE * share,
        }
    }
}

/// What holds on an issue afterwards, on the scale: the text's middle reading, or what held before.
fn holds(text: Option<&Text>, clause: usize, status_quo: f64) -> f64 {
    text.map_or(status_quo, |text| SCALE * text[ClauseId::new(clause)].middle())
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    values
}
