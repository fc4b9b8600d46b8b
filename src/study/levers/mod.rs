//! Levers: what would have lifted the text? Each change is run on the same draws as the base case (common random
//! numbers), and its effects are the means of paired differences, Newcombe's for rates ([`super::comparison`]).
//!
//! Levers race: all get few negotiations, and those whose sign or place is not told yet get more (specification §8). Or
//! each is given the same number, if that is asked for.

mod gather;
mod hold;
mod place;
mod race;
mod table;

use std::ops::ControlFlow;

use serde::{Serialize, Serializer, ser::SerializeMap};
use thiserror::Error;

pub use hold::{THOROUGH, hold};
pub use place::{Places, lift};
pub use race::Pulse;
pub use table::table;

use super::{
    choices::{Survival, is_clear},
    comparison::COMPARED,
    estimate::Estimate,
    measure::{Measure, Measures},
    pairs::Paired,
    statistics::Mean,
    table::select::UnknownMeasure,
};
use crate::{
    model::{Model, ModelError},
    random::Seed,
    scenario::{ParameterError, Scenario},
};
use gather::{Candidate, Candidates};
use race::{Course, Race, Rules, Runner};

/// The measure that ranks levers unless another is asked for.
pub const RANKING: &str = "realised_depth";

/// Why levers could not be pulled.
#[derive(Debug, Error)]
pub enum LeverError {
    /// The scenario cannot be without its switches.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// The scenario makes no sense.
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
    /// Its level over the lever's own replicates.
    pub level: Estimate,
    /// Its change against the base, paired. Of a race the intervals of all levers hold together, at any look; else each
    /// holds for itself, at 95 %.
    pub change: Mean,
    /// Whether the change keeps its sign under the declared choices of modelling; none where they were not run.
    pub survival: Option<Survival>,
}

/// What is known of the change by which levers are ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// It has a sign: its interval leaves out 0.
    Told,
    /// It is small, either way.
    Small,
    /// Neither.
    Open,
}

impl Standing {
    fn of(change: &Mean, small: f64) -> Self {
        if is_clear(change) {
            Self::Told
        } else if race::is_within(change, small) {
            Self::Small
        } else {
            Self::Open
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::Small => "small",
            Self::Open => "open",
        }
    }
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
    /// How many negotiations it was given.
    pub replicates: u64,
    /// What is known of the change by which levers are ranked.
    pub standing: Standing,
    /// The places that it may have among the levers of its source; none where no race was run, and for the base.
    pub places: Option<Places>,
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
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("source", &self.source)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("asks", &self.asks)?;
        map.serialize_entry("replicates", &self.replicates)?;
        map.serialize_entry("standing", &self.standing)?;
        if let Some(places) = &self.places {
            map.serialize_entry("places", places)?;
        }
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

/// A lever that the case does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotApplicable {
    /// Where it comes from.
    pub source: LeverSource,
    /// The switch or treatment.
    pub name: String,
    /// What it asks.
    pub asks: String,
    /// Why it does not apply.
    pub why: String,
}

impl Serialize for NotApplicable {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("source", &self.source)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("asks", &self.asks)?;
        map.serialize_entry("not_applicable", &self.why)?;
        map.end()
    }
}

/// How many negotiations each lever gets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effort {
    /// So many.
    Exhaustive(u64),
    /// As many as it takes.
    Race {
        /// At most so many.
        most: u64,
        /// A change of the ranking measure within this of 0 is small; where nobody says, 0.01 of a number in [−1, 1], 0.05
        /// of a rate, 0 of others.
        small: Option<f64>,
    },
}

impl Effort {
    /// The most negotiations of a lever.
    pub fn most(self) -> u64 {
        match self {
            Self::Exhaustive(most) | Self::Race { most, .. } => most,
        }
    }
}

/// How a race was run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RaceTerms {
    /// A change of the ranking measure within this of 0 is small.
    pub small: f64,
    /// The first look.
    pub first: u64,
    /// The most negotiations of a lever.
    pub most: u64,
    /// How many looks there are.
    pub looks: usize,
    /// How many different cases ran beside the base.
    pub cases: usize,
    /// Negotiations in all.
    pub negotiations: u64,
}

/// What pulling levers has shown. As JSON it is one list: the levers, then those that do not apply.
#[derive(Clone, Debug)]
pub struct Pulled {
    /// The measure that ranks the levers.
    pub by: String,
    /// The base first, then the scenario's switches in its order, then the standard treatments.
    pub levers: Vec<Lever>,
    /// Switches that do not fit the case.
    pub not_applicable: Vec<NotApplicable>,
    /// How the race was run; none where each lever was given the same number.
    pub race: Option<RaceTerms>,
    /// Levers that were not done when `watch` ended it; 0 where it did not.
    pub unfinished: usize,
    /// Whether `watch` ended it.
    pub is_interrupted: bool,
}

impl Serialize for Pulled {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(untagged)]
        enum Either<'p> {
            Lever(&'p Lever),
            NotApplicable(&'p NotApplicable),
        }
        let levers = self.levers.iter().map(Either::Lever);
        serializer.collect_seq(levers.chain(self.not_applicable.iter().map(Either::NotApplicable)))
    }
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
/// order, then the standard treatments. The measures are those of `names`, the first of which ranks the levers, or the usual
/// ones, ranked by [`RANKING`]. `watch` is told of the negotiations done and may end it early. The result depends on the
/// scenario, the seed and the effort alone.
///
/// # Errors
/// If the scenario makes no sense, or has no measure of a name. A lever that does not fit it is no error: it is named.
pub fn pull(
    scenario: &Scenario,
    seed: Seed,
    effort: Effort,
    which: Which,
    names: &[String],
    watch: impl FnMut(Pulse) -> ControlFlow<()>,
) -> Result<Pulled, LeverError> {
    let model = Model::compile(&scenario.with_switches([])?)?;
    let known = Measures::of(&model);
    let measures = match names {
        [] => known.select_all(COMPARED)?,
        names => known.select_all(names.iter().map(String::as_str))?,
    };
    let by =
        if names.is_empty() { COMPARED.iter().position(|name| *name == RANKING).unwrap_or(0) } else { 0 };
    let candidates = Candidates::of(scenario, which, |_, _| true);
    let small = match effort {
        Effort::Race { small, .. } => small.unwrap_or_else(|| race::small(&measures[by])),
        Effort::Exhaustive(_) => 0.0,
    };
    let rules = match effort {
        Effort::Race { most, .. } if !candidates.cases.is_empty() => {
            Rules::race(candidates.cases.len(), most, small)
        }
        Effort::Race { most: replicates, .. } | Effort::Exhaustive(replicates) => {
            Rules::exhaustive(replicates)
        }
    };
    let course = Course { measures: &measures, by, seed };
    let cases: Vec<&Model> = std::iter::once(&model).chain(&candidates.cases).collect();
    let raced = race::run(&cases, &course, &rules, watch);
    let mut pulled = Pulled {
        by: measures[by].name().to_owned(),
        levers: Vec::new(),
        not_applicable: candidates.not_applicable,
        race: matches!(effort, Effort::Race { .. }).then(|| terms(&rules, &raced, (small, effort.most()))),
        unfinished: raced.runners[1..].iter().filter(|r| raced.is_interrupted && !r.is_done).count(),
        is_interrupted: raced.is_interrupted,
    };
    let base = Candidate {
        source: LeverSource::Base,
        name: "base".to_owned(),
        asks: scenario.about.clone(),
        hash: scenario.hash(),
        case: None,
    };
    let all = std::iter::once(base).chain(candidates.levers);
    let with_runner = all.map(|c| (&raced.runners[c.case.map_or(0, |case| case + 1)], c));
    let shown = with_runner.filter(|(runner, _)| runner.replicates > 0);
    pulled.levers = shown.map(|(runner, c)| lever(c, runner, &course, &rules, small)).collect();
    if pulled.race.is_some() {
        place::assign(&mut pulled.levers, &pulled.by);
    }
    Ok(pulled)
}

fn terms(rules: &Rules, raced: &Race, (small, most): (f64, u64)) -> RaceTerms {
    RaceTerms {
        small,
        most,
        first: rules.first(),
        looks: rules.looks(),
        cases: raced.runners.len() - 1,
        negotiations: raced.runners.iter().map(|r| r.replicates).sum(),
    }
}

fn lever(found: Candidate, runner: &Runner, course: &Course<'_>, rules: &Rules, small: f64) -> Lever {
    let effect = |(measure, pairs): (&Measure, &Paired)| Effect {
        measure: measure.name().to_owned(),
        level: pairs.b(),
        // The base has not changed.
        change: if found.case.is_some() { rules.change(pairs) } else { pairs.difference() },
        survival: None,
    };
    let effects: Vec<Effect> = course.measures.iter().zip(&runner.pairs).map(effect).collect();
    Lever {
        source: found.source,
        name: found.name,
        asks: found.asks,
        hash: found.hash,
        replicates: runner.replicates,
        standing: Standing::of(&effects[course.by].change, small),
        places: None,
        effects,
    }
}
