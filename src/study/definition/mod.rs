//! The study file: what is varied in which scenario, how often each point is negotiated, and what is kept.
//!
//! A study is read as a scenario is, and validated against the scenario it names: every problem at once, each with
//! its place. What can go wrong only in a combination of values shows at that point, is recorded there, and does not
//! stop the rest.

mod check;
mod load;
mod overlap;
mod overwritten;
mod review;
mod soundness;
mod stopping;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use load::StudyError;
pub use soundness::Soundness;

use super::{
    design::{Design, Factor, FactorLabel, Level, Points, TOGETHER},
    measure::Part,
    sequential::Until,
};
use crate::{
    named::Named,
    random::Seed,
    scenario::{Parameter, ParameterError, Problem, Scenario},
};

/// The format of study files that this version reads.
pub(crate) const STUDY_FORMAT: u32 = 1;
/// The layout of the tables. Raised whenever their columns change, so that no older build's results are gone on with.
const TABLES: &str = "tables-4";
/// The factor that stands for the scenario's switches: its values are their names, or [`NO_SWITCH`].
pub(crate) const SWITCH: &str = "switch";
/// The value of that factor where none is flipped; a study may also say "".
pub(crate) const NO_SWITCH: &str = "none";

/// A study, as its author wrote it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// The version of the file format: 1.
    pub format: u32,
    /// What the study is called.
    pub title: String,
    /// What it asks, in a sentence.
    #[serde(default, deserialize_with = "crate::printable::prose")]
    pub about: String,
    /// The base case: a file beside the study, or the name of a shipped scenario.
    pub scenario: String,
    /// Switches of the scenario that are flipped throughout.
    #[serde(default)]
    pub switches: Vec<String>,
    /// Parameters that are set throughout, after the switches.
    #[serde(default)]
    pub set: Named<String>,
    /// What is varied: parameter → values. The changes are made in this order.
    #[serde(default)]
    pub factors: Named<Factor>,
    /// What the factors are called where results are shown: parameter → label and unit.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub labels: Named<FactorLabel>,
    /// Which points are run.
    #[serde(default)]
    pub design: Design,
    /// Negotiations at each point; with `until`, at the first look.
    #[serde(default = "two_hundred")]
    pub replicates: u64,
    /// Goes on at each point until an estimate is this sure.
    #[serde(default)]
    pub until: Option<Until>,
    /// The master seed: of all draws, and of the design where it has no seed of its own.
    #[serde(default = "one")]
    pub seed: Seed,
    /// The seed of the points of the design [default: the master seed].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub design_seed: Option<Seed>,
    /// What is kept beside the outcome.
    #[serde(default)]
    pub record: Vec<Part>,
    /// How the tables with a row for each negotiation or round are written.
    #[serde(default = "TableForm::all", skip_serializing_if = "TableForm::is_all")]
    pub tables: Vec<TableForm>,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TableForm {
    /// Text that anything reads.
    Csv,
    /// About a tenth of the room.
    Parquet,
}

impl TableForm {
    /// Both (the default).
    pub fn all() -> Vec<Self> {
        vec![Self::Csv, Self::Parquet]
    }

    fn is_all(forms: &[Self]) -> bool {
        [Self::Csv, Self::Parquet].iter().all(|form| forms.contains(form))
    }
}

impl Study {
    /// The seed of the points of the design.
    pub fn seed_of_design(&self) -> Seed {
        self.design_seed.unwrap_or(self.seed)
    }

    /// Calls no switch by its word where the study says "": a blank cell means "as the scenario has it".
    fn name_no_switch(&mut self) {
        let Some(Factor::Values(levels)) = self.factors.get_mut(SWITCH) else { return };
        for level in levels.iter_mut().filter(|level| **level == Level::Word(String::new())) {
            *level = Level::Word(NO_SWITCH.to_owned());
        }
    }
}

fn two_hundred() -> u64 {
    200
}

fn one() -> Seed {
    1
}

/// A study with its base case: everything its results follow from.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The study.
    pub study: Study,
    /// Its text.
    pub text: String,
    /// The base case as written, switches included.
    pub scenario: Scenario,
    /// The rows of the list, as text, where the design is one.
    pub list: Option<String>,
}

impl Definition {
    /// The base case with what the study changes throughout.
    ///
    /// # Errors
    /// If a switch or setting does not fit.
    pub fn base(&self) -> Result<Scenario, ParameterError> {
        base(&self.study, &self.scenario)
    }

    /// The points.
    pub fn points(&self) -> Points {
        Points::new(&self.study.design, &self.study.factors, self.study.seed_of_design())
    }

    /// The scenario at a point, as far as its settings fit; its problems, where it makes no sense.
    ///
    /// # Errors
    /// What is wrong there, in a line.
    pub fn scenario_at(&self, points: &Points, point: u64) -> Result<Scenario, String> {
        let levels = points.point(point);
        let settings = points.factors().iter().zip(levels);
        let settings: Vec<(&str, String)> = settings
            .filter_map(|((name, factor), level)| level.map(|level| (name, factor.setting(&level))))
            .collect();
        let scenario = set(&self.study, &self.scenario, &settings).map_err(|e| e.to_string())?;
        let problems: Vec<Problem> =
            scenario.problems().into_iter().chain(scenario.nothing_to_negotiate()).collect();
        if problems.is_empty() {
            return Ok(scenario);
        }
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Err(lines.join("; "))
    }

    /// The base case with this factor alone at its first and at its last value, where those make sense; one value is held
    /// against the case as it is.
    pub(crate) fn at_ends(&self, name: &str, factor: &Factor) -> [Option<Scenario>; 2] {
        let tried = overlap::tried(factor);
        let at = |level: &Level| {
            let changed = set(&self.study, &self.scenario, &[(name, factor.setting(level))]).ok()?;
            let is_sound = changed.problems().is_empty() && !changed.is_body();
            is_sound.then_some(changed)
        };
        let as_it_is = || set(&self.study, &self.scenario, &[]).ok();
        let first = if tried.len() > 1 { tried.first().and_then(at) } else { as_it_is() };
        [first, tried.last().and_then(at)]
    }

    /// What the results follow from: 16 hexadecimal digits over the meaning of study, scenario and list, and the
    /// version. Comments and spacing leave it as it is.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        let study = ron::to_string(&self.study).unwrap_or_default();
        let scenario = ron::to_string(&self.scenario).unwrap_or_default();
        for part in
            [env!("CARGO_PKG_VERSION"), TABLES, &study, &scenario, self.list.as_deref().unwrap_or_default()]
        {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        hash.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The switches that a value of the factor `switch` names: one, or several that are flipped together.
pub(crate) fn switches_in<'v>(scenario: &Scenario, value: &'v str) -> Vec<&'v str> {
    if scenario.switches.get(value).is_some() { vec![value] } else { value.split(TOGETHER).collect() }
}

/// The scenario with the study's own changes.
fn base(study: &Study, scenario: &Scenario) -> Result<Scenario, ParameterError> {
    let mut base = scenario.with_switches(study.switches.iter().map(String::as_str))?;
    for (name, value) in study.set.iter().filter(|(name, _)| *name != SWITCH) {
        base.change(name, value)?;
    }
    Ok(base)
}

/// The scenario with the study's own changes, then these; it goes by the name that it had.
fn set(study: &Study, scenario: &Scenario, settings: &[(&str, String)]) -> Result<Scenario, ParameterError> {
    let flipped = settings.iter().filter(|(name, value)| *name == SWITCH && value != NO_SWITCH);
    let flipped = flipped.flat_map(|(_, value)| switches_in(scenario, value));
    let switches = study.switches.iter().map(String::as_str).chain(flipped);
    let mut changed = scenario.with_switches(switches)?;
    let fixed = study.set.iter().map(|(name, value)| (name, value.as_str()));
    let varied = settings.iter().map(|(name, value)| (*name, value.as_str()));
    for (name, value) in fixed.chain(varied).filter(|(name, _)| *name != SWITCH) {
        name.parse::<Parameter>()?.set(&mut changed, value)?;
    }
    Ok(Scenario { changed: scenario.changed.clone(), ..changed })
}
