//! Calibration: what an observed ending says of numbers that nobody knows (specification §8).
//!
//! Approximate Bayesian computation by sequential Monte Carlo (Toni, Welch, Strelkowa, Ipsen & Stumpf 2009; Beaumont, Cornuet,
//! Marin & Robert 2009), with tolerances by a quantile of the last generation's distances (Del Moral, Doucet & Jasra 2012):
//!
//! - Generation 0: N draws θ from the prior, one negotiation of each case for each, its statistics s(θ).
//! - Distance ρ = √Σ((s_k − y_k)/σ_k)²; σ_k is stated, or the median absolute deviation of s_k over generation 0.
//! - Generation g: ε_g = the α-quantile of the last distances; particles are drawn from the last generation by weight, moved by
//!   the kernel, drawn again where the prior excludes them, and kept if ρ ≤ ε_g, until there are N.
//! - Weights w ∝ π(θ)/Σ_j w_j K(θ | θ_j).
//!
//! It ends at a stated tolerance, after a number of generations, where a generation would need more than N/a draws, or where
//! ε can fall no further. A negotiation draws whatever else the scenario leaves open, so that the posterior allows for it.
//!
//! Draw a of generation g has its own numbers, keyed by seed, g and a: the result depends on neither threads nor interruptions.

mod error;
mod findings;
mod kernel;
mod population;
mod prior;
mod room;
mod sampler;
mod statistic;
mod tables;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::{
    random::Seed,
    scenario::{Parameter, Scenario, shadowed},
};

pub use error::CalibrationError;
pub use findings::{Findings, GenerationFacts, ParameterFinding, Predicted};
pub use population::{Particle, Population};
pub use prior::{FORMS, Prior, Shape, split};
use room::Room;
pub use statistic::{Statistic, StatisticKind};
pub use tables::{columns, population_of, population_table, tables};

/// More particles than this are refused: weights take N² steps.
pub const MOST_PARTICLES: usize = 20_000;
/// More generations than this are refused.
pub const MOST_GENERATIONS: usize = 100;

/// A number that is not known.
#[derive(Clone, Debug)]
pub struct Free {
    /// What it sets.
    pub parameter: Parameter,
    /// What is thought of it.
    pub prior: Prior,
}

/// How far to go, all of it declared before anything is run.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Settings {
    /// The master seed.
    pub seed: Seed,
    /// N: particles in each generation.
    pub particles: usize,
    /// The most generations after the prior's.
    pub generations: usize,
    /// α: the share of the last generation's distances that the next tolerance keeps.
    pub quantile: f64,
    /// a: a generation in which fewer draws are near enough is given up.
    pub acceptance: f64,
    /// The tolerance at which it ends; none where it goes on as far as the rest allows.
    pub tolerance: Option<f64>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { seed: 1, particles: 500, generations: 8, quantile: 0.5, acceptance: 0.05, tolerance: None }
    }
}

/// Why it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stopped {
    /// At the stated tolerance.
    Tolerance,
    /// After the stated number of generations.
    Generations,
    /// The next generation would have kept too few draws.
    Acceptance,
    /// All particles are equally far.
    NoNearer,
    /// It was interrupted.
    Interrupted,
}

/// Cases, free numbers and statistics: what there is to infer, and from what.
#[derive(Debug)]
pub struct Calibration {
    rooms: Vec<Room>,
    priors: Vec<Prior>,
    parameters: Vec<String>,
    statistics: Vec<Statistic>,
    /// Scales that were stated, by statistic.
    stated: Vec<Option<f64>>,
    settings: Settings,
}

/// What has been done: the generations that are complete, and why there are no more.
#[derive(Clone, Debug)]
pub struct Sampled {
    /// The generations, the prior's first.
    pub populations: Vec<Population>,
    /// Why it ended.
    pub stopped: Stopped,
}

impl Calibration {
    /// Sets up the inference of these numbers from what these cases observe.
    ///
    /// # Errors
    /// If there is nothing to infer, or to infer from, or a value of a prior does not fit a case.
    pub fn new(
        cases: &[Scenario],
        free: Vec<Free>,
        kinds: &[StatisticKind],
        settings: Settings,
    ) -> Result<Self, CalibrationError> {
        if free.is_empty() {
            return Err(CalibrationError::NothingFree);
        }
        if let Some(silent) = cases.iter().find(|case| case.observed.is_none()) {
            return Err(CalibrationError::NothingObserved(silent.title.clone()));
        }
        let statistics: Vec<Statistic> = cases
            .iter()
            .enumerate()
            .flat_map(|(k, case)| Statistic::of(case, k, cases.len() > 1, kinds))
            .collect();
        if statistics.is_empty() {
            return Err(CalibrationError::NoStatistics);
        }
        let (parameters, priors): (Vec<Parameter>, Vec<Prior>) =
            free.into_iter().map(|f| (f.parameter, f.prior)).unzip();
        let rooms: Vec<Room> = cases
            .iter()
            .enumerate()
            .map(|(k, case)| Room::new(case, k, &parameters, settings.seed))
            .collect();
        let parameters: Vec<String> = parameters.iter().map(ToString::to_string).collect();
        let stated = vec![None; statistics.len()];
        let calibration = Self { rooms, priors, parameters, statistics, stated, settings };
        calibration.check()?;
        Ok(calibration)
    }

    /// States the scale of a statistic, or of all of a case's clauses by `clauses`.
    ///
    /// # Errors
    /// If there is none of that name.
    pub fn state_scale(&mut self, name: &str, scale: f64) -> Result<(), CalibrationError> {
        let is_meant =
            |s: &Statistic| s.name == name || (name == "clauses" && s.kind() == StatisticKind::Clauses);
        let meant: Vec<usize> =
            (0..self.statistics.len()).filter(|&k| is_meant(&self.statistics[k])).collect();
        if meant.is_empty() {
            let known = self.statistics.iter().map(|s| s.name.clone()).collect();
            return Err(CalibrationError::NoSuchStatistic { name: name.to_owned(), known });
        }
        meant.into_iter().for_each(|k| self.stated[k] = Some(scale));
        Ok(())
    }

    /// The free numbers, by their paths.
    pub fn parameters(&self) -> &[String] {
        &self.parameters
    }

    /// Their priors.
    pub fn priors(&self) -> &[Prior] {
        &self.priors
    }

    /// The statistics.
    pub fn statistics(&self) -> &[Statistic] {
        &self.statistics
    }

    /// The scales that were stated, by statistic.
    pub fn stated_scales(&self) -> &[Option<f64>] {
        &self.stated
    }

    /// How far it goes.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The cases, as they were given.
    pub fn cases(&self) -> impl Iterator<Item = &Scenario> {
        self.rooms.iter().map(Room::scenario)
    }

    /// Values at the ends and in the middle of each prior fit each case, and no number overwrites another.
    fn check(&self) -> Result<(), CalibrationError> {
        let twice = (1..self.parameters.len()).find(|&k| self.parameters[..k].contains(&self.parameters[k]));
        if let Some(twice) = twice {
            let name = self.parameters[twice].clone();
            return Err(CalibrationError::Overwritten(name.clone(), name));
        }
        let middle: Vec<f64> = self.priors.iter().map(|prior| prior.quantile(0.5)).collect();
        for room in &self.rooms {
            let settings: Vec<String> = self.settings_at(&middle);
            let pairs: Vec<(&str, &str)> =
                self.parameters.iter().map(String::as_str).zip(settings.iter().map(String::as_str)).collect();
            if let Some((first, by)) = shadowed(room.scenario(), &pairs) {
                return Err(CalibrationError::Overwritten(pairs[first].0.to_owned(), pairs[by].0.to_owned()));
            }
            for (k, prior) in self.priors.iter().enumerate() {
                let listed = prior.listed().map(|n| (0..n).map(place).collect());
                for value in listed.unwrap_or_else(|| prior.ends().to_vec()) {
                    let mut values = middle.clone();
                    values[k] = value;
                    room.model(&self.settings_at(&values), Some(k))?;
                }
            }
        }
        Ok(())
    }

    /// What is written in a scenario for these values.
    fn settings_at(&self, values: &[f64]) -> Vec<String> {
        self.priors.iter().zip(values).map(|(prior, value)| prior.setting(*value)).collect()
    }

    /// Negotiates each case once with these values; `replicate` keys all that is drawn besides.
    fn simulate(&self, values: &[f64], replicate: u64) -> Result<Vec<f64>, CalibrationError> {
        let settings = self.settings_at(values);
        let mut found = Vec::with_capacity(self.statistics.len());
        for (k, room) in self.rooms.iter().enumerate() {
            let of_case = self.statistics.iter().filter(|s| s.case == k);
            room.negotiate(&settings, replicate, |model, outcome| {
                found.extend(of_case.map(|statistic| statistic.read(model, outcome)));
            })?;
        }
        Ok(found)
    }

    /// The scales of the statistics, from the prior's generation; none of those that do not vary.
    pub fn scales(&self, prior: &Population) -> Vec<Option<f64>> {
        let of = |k: usize| {
            let values: Vec<f64> = prior.particles.iter().map(|p| p.statistics[k]).collect();
            self.stated[k].or_else(|| statistic::scale(&values))
        };
        (0..self.statistics.len()).map(of).collect()
    }

    /// ρ of these statistics; those without a scale do not count.
    fn distance(&self, statistics: &[f64], scales: &[Option<f64>]) -> f64 {
        let each = statistics.iter().zip(&self.statistics).zip(scales);
        let squares = each.filter_map(|((s, statistic), scale)| {
            let off = (s - statistic.observed) / (*scale)?;
            Some(off * off)
        });
        libm::sqrt(squares.sum())
    }
}

#[allow(clippy::cast_precision_loss)] // a handful of values
fn place(k: usize) -> f64 {
    k as f64
}
