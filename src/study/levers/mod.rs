//! Levers: what would have lifted the text? Each change is run on the same draws as the base case (common random
//! numbers), and its effects are the means of paired differences, Newcombe's for rates ([`super::comparison`]).

mod hold;
mod table;

use std::ops::ControlFlow;

use serde::{Serialize, Serializer, ser::SerializeMap};
use thiserror::Error;

pub use hold::{THOROUGH, hold};
pub use table::table;

use super::{
    choices::Survival,
    comparison::COMPARED,
    ensemble::Ensemble,
    estimate::Estimate,
    measure::{Measure, Measures},
    pairs::Paired,
    statistics::Mean,
    table::select::UnknownMeasure,
    treatments::{Treatment, standard},
};
use crate::{
    model::{Model, ModelError},
    random::Seed,
    scenario::{ParameterError, Scenario, Switch},
};

/// Why a lever could not be pulled.
#[derive(Debug, Error)]
pub enum LeverError {
    /// A switch does not fit the scenario.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// The changed scenario makes no sense.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// The case has no such measure.
    #[error(transparent)]
    Measure(#[from] UnknownMeasure),
}

/// Where a lever comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LeverSource {
    /// The case as it is.
    Base,
    /// The scenario documents it as a switch.
    Switch,
    /// Tried on any case.
    Treatment,
}

impl LeverSource {
    fn name(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Switch => "switch",
            Self::Treatment => "treatment",
        }
    }
}

/// A measure of a changed case.
#[derive(Clone, Debug)]
pub struct Effect {
    /// The measure.
    pub measure: String,
    /// Its level.
    pub level: Estimate,
    /// Its change against the base, paired.
    pub change: Mean,
    /// Whether the change keeps its sign under the declared choices of modelling; none where they were not run.
    pub survival: Option<Survival>,
}

/// One case: levels, and paired differences to the base.
#[derive(Clone, Debug)]
pub struct Lever {
    /// Where it comes from.
    pub source: LeverSource,
    /// The switch or treatment; "base" for the scenario as written.
    pub name: String,
    /// What it asks.
    pub asks: String,
    /// The hash of the changed case: the base's where the lever changes nothing.
    pub hash: String,
    /// What it does to each measure, in the order asked for.
    pub effects: Vec<Effect>,
}

impl Lever {
    /// What it does to a measure; none where that was not asked for.
    pub fn effect(&self, measure: &str) -> Option<&Effect> {
        self.effects.iter().find(|e| e.measure == measure)
    }

    /// The mean change of a measure.
    pub fn change(&self, measure: &str) -> Option<f64> {
        self.effect(measure)?.change.mean
    }
}

impl Serialize for Lever {
    /// Of each measure M the level as `M`, the change as `M_change`, and where choices were run their `M_choices`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3 + 2 * self.effects.len()))?;
        map.serialize_entry("source", &self.source)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("asks", &self.asks)?;
        for effect in &self.effects {
            map.serialize_entry(&effect.measure, &effect.level)?;
            map.serialize_entry(&format!("{}_change", effect.measure), &effect.change)?;
            if let Some(survival) = &effect.survival {
                map.serialize_entry(&format!("{}_choices", effect.measure), survival)?;
            }
        }
        map.end()
    }
}

/// The measures of these names; where none is given, the usual ones.
fn measures(model: &Model, names: &[String]) -> Result<Vec<Measure>, UnknownMeasure> {
    let known = Measures::of(model);
    if names.is_empty() {
        return known.select_all(COMPARED);
    }
    known.select_all(names.iter().map(String::as_str))
}

/// Which levers are pulled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// The scenario's switches and the standard treatments.
    #[default]
    All,
    /// The switches that the scenario documents.
    Switches,
    /// What is tried on any case.
    Treatments,
}

/// Runs the base case and each lever on the same draws; the base comes first, then the scenario's switches in its
/// order, then the standard treatments. `watch` is told of each and may end it early.
///
/// # Errors
/// If a switch does not fit, or leaves a scenario that makes no sense.
pub fn pull(
    scenario: &Scenario,
    seed: Seed,
    replicates: u64,
    which: Which,
    names: &[String],
    mut watch: impl FnMut() -> ControlFlow<()>,
) -> Result<Vec<Lever>, LeverError> {
    let model = Model::compile(&scenario.with_switches([])?)?;
    let measures = measures(&model, names)?;
    let base = values(&model, &measures, seed, replicates);
    let lever = |source, (name, asks), scenario: &Scenario, changed: &Values| {
        let effects = effects(&measures, &base, changed);
        Lever { source, name, asks, hash: scenario.hash(), effects }
    };
    let as_it_is = ("base".to_owned(), scenario.about.clone());
    let mut levers = vec![lever(LeverSource::Base, as_it_is, scenario, &base)];
    let switches = if which == Which::Treatments { Vec::new() } else { flipped(scenario)? };
    let treatments = if which == Which::Switches { Vec::new() } else { standard(scenario) };
    let tagged = |source| move |t: Treatment| (source, t);
    let all = switches.into_iter().map(tagged(LeverSource::Switch));
    for (source, Treatment { name, asks, scenario }) in
        all.chain(treatments.into_iter().map(tagged(LeverSource::Treatment)))
    {
        if watch().is_break() {
            break;
        }
        let model = Model::compile(&scenario)?;
        levers.push(lever(source, (name, asks), &scenario, &values(&model, &measures, seed, replicates)));
    }
    Ok(levers)
}

/// How many levers would be pulled, the base included.
pub fn count(scenario: &Scenario, which: Which) -> usize {
    let switches = if which == Which::Treatments { 0 } else { scenario.switches.len() };
    1 + switches + if which == Which::Switches { 0 } else { standard(scenario).len() }
}

/// The scenario's switches, each flipped.
fn flipped(scenario: &Scenario) -> Result<Vec<Treatment>, LeverError> {
    let flip = |(name, switch): (&str, &Switch)| match scenario.with_switches([name]) {
        // A switch of another protocol has nothing to flip.
        Err(ParameterError::NotInProtocol { .. }) => None,
        Err(error) => Some(Err(error.into())),
        Ok(scenario) => Some(Ok(Treatment { name: name.to_owned(), asks: switch.asks.clone(), scenario })),
    };
    scenario.switches.iter().filter_map(flip).collect()
}

/// The values of each measure, replicate by replicate.
type Values = Vec<Vec<Option<f64>>>;

fn values(model: &Model, measures: &[Measure], seed: Seed, replicates: u64) -> Values {
    let mut values = Vec::new();
    let ControlFlow::Continue(()) =
        Ensemble::new(model, seed).for_measures(measures).run(0..replicates, |outcome| {
            values.push(measures.iter().map(|m| m.read(model, &outcome).number()).collect());
            ControlFlow::<std::convert::Infallible>::Continue(())
        });
    values
}

fn effects(measures: &[Measure], base: &Values, changed: &Values) -> Vec<Effect> {
    let effect = |(k, measure): (usize, &Measure)| {
        let mut sum = Paired::new(measure.column.kind);
        base.iter().zip(changed).for_each(|(b, c)| sum.add(b[k], c[k]));
        Effect {
            measure: measure.name().to_owned(),
            level: sum.b(),
            change: sum.difference(),
            survival: None,
        }
    };
    measures.iter().enumerate().map(effect).collect()
}
