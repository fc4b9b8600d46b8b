//! A few free parameters chosen by the data, honestly: leave one dossier out.
//!
//! For every dossier the values are taken that do best on all *other* dossiers, and it is predicted with those: no outcome
//! helps to predict itself. What is best is told by two criteria, side by side: the least mean CRPS, and the least among
//! the settings that are not seen to be miscalibrated (Gneiting, Balabdaoui & Raftery 2007: as sharp as can be,
//! subject to calibration). The profile over each parameter shows how much the data have to say of it: the least mean CRPS
//! at each value, whatever the other parameters.

mod tried;

pub use tried::Criterion;

use serde::Serialize;

use super::{
    ModelPredictions, Prediction,
    cases::Dossier,
    engine::{Engine, EngineError},
};
use crate::{
    random::Seed,
    scenario::Parameter,
    study::bootstrap::{BootstrapEstimate, estimates},
};
use tried::{Sums, all, by_dossier, chosen};

pub(super) use tried::Tried;

/// The most free parameters.
pub const MOST_PARAMETERS: usize = 3;

/// A free parameter and the values it may take, as written.
#[derive(Clone, Debug)]
pub struct Free {
    /// The parameter.
    pub parameter: Parameter,
    /// Its values.
    pub values: Vec<String>,
}

/// What the data chose.
#[derive(Clone, Debug, Serialize)]
pub struct Tuned {
    /// By each criterion.
    pub choices: Vec<TunedChoice>,
    /// Parameter by parameter.
    pub profiles: Vec<Profile>,
}

/// What the data chose by one criterion.
#[derive(Clone, Debug, Serialize)]
pub struct TunedChoice {
    /// The criterion.
    pub criterion: Criterion,
    /// The values chosen on all dossiers, by parameter.
    pub best: Vec<(String, String)>,
    /// Their mean CRPS: too good to be true, for they were chosen on it.
    pub crps_in_sample: f64,
    /// Mean CRPS when each dossier is predicted with what the others chose.
    pub crps_left_out: f64,
    /// How often the others chose each setting, most often first.
    pub chosen: Vec<(Vec<String>, usize)>,
}

/// What the data say of one parameter.
#[derive(Clone, Debug, Serialize)]
pub struct Profile {
    /// The parameter.
    pub parameter: String,
    /// Value, the least mean CRPS at it, and how much larger that is than at the best value, with a 95 % interval over
    /// dossiers.
    pub values: Vec<(String, f64, Option<BootstrapEstimate>)>,
}

/// Tries every setting and leaves each dossier out in turn; `progress` is told of each setting done.
///
/// # Errors
/// If the template makes no sense for a case at some setting.
pub fn tune(
    engine: &Engine,
    free: &[Free],
    dossiers: &[Dossier],
    name: &str,
    progress: impl Fn(usize, usize),
) -> Result<(Vec<ModelPredictions>, Tuned), EngineError> {
    let settings = settings(free);
    let mut tried = Vec::new();
    for (k, places) in settings.iter().enumerate() {
        progress(k, settings.len());
        let chosen = free.iter().zip(places).map(|(f, &p)| (f.parameter.clone(), f.values[p].clone()));
        let at =
            Engine { settings: engine.settings.iter().cloned().chain(chosen).collect(), ..engine.clone() };
        let predictions = at.predict(dossiers)?;
        tried.push(Tried::new(places.clone(), dossiers, predictions));
    }
    let (mut models, mut choices) = (Vec::new(), Vec::new());
    for criterion in Criterion::ALL {
        let left_out = chosen_by_others(dossiers.len(), &tried, criterion);
        let predictions = leave_one_out(dossiers, &tried, &left_out);
        choices.push(choice(dossiers, free, &tried, criterion, &left_out, &predictions));
        let by = criterion.words();
        models.push(ModelPredictions {
            name: format!("{name} ({by})"),
            words: format!("{}, leave-one-dossier-out, {by}", engine.template.title).into(),
            predictions,
            null_of: None,
        });
    }
    let tuned =
        Tuned { choices, profiles: (0..free.len()).map(|f| profile(free, f, &tried, engine.seed)).collect() };
    Ok((models, tuned))
}

/// Each dossier predicted with the setting that the others choose.
pub(super) fn leave_one_out(
    dossiers: &[Dossier],
    tried: &[Tried],
    left_out: &[usize],
) -> Vec<Option<Prediction>> {
    let mut predictions = Vec::new();
    for (dossier, &choice) in dossiers.iter().zip(left_out) {
        let from = predictions.len();
        predictions.extend_from_slice(&tried[choice].predictions[from..from + dossier.issues.len()]);
    }
    predictions
}

/// What all other dossiers choose, dossier by dossier.
pub(super) fn chosen_by_others(dossiers: usize, tried: &[Tried], criterion: Criterion) -> Vec<usize> {
    let others = |d: usize| move |other: usize| f64::from(u8::from(other != d));
    (0..dossiers).map(|d| chosen(tried, criterion, &others(d))).collect()
}

fn choice(
    dossiers: &[Dossier],
    free: &[Free],
    tried: &[Tried],
    criterion: Criterion,
    left_out: &[usize],
    predictions: &[Option<Prediction>],
) -> TunedChoice {
    let best = &tried[chosen(tried, criterion, &all)];
    let sums = by_dossier(dossiers, predictions);
    let total = sums.iter().fold(Sums::default(), |total, sums| total.add(1.0, sums));
    let values = free.iter().zip(&best.places).map(|(f, &p)| (f.parameter.to_string(), f.values[p].clone()));
    TunedChoice {
        criterion,
        best: values.collect(),
        crps_in_sample: best.crps(&all),
        crps_left_out: total.crps / total.issues,
        chosen: votes(free, tried, left_out),
    }
}

/// Every combination of values, the last parameter turning fastest.
fn settings(free: &[Free]) -> Vec<Vec<usize>> {
    let mut settings: Vec<Vec<usize>> = vec![Vec::new()];
    for f in free {
        settings = settings
            .iter()
            .flat_map(|s| (0..f.values.len()).map(move |v| [s.as_slice(), &[v]].concat()))
            .collect();
    }
    settings
}

fn votes(free: &[Free], tried: &[Tried], left_out: &[usize]) -> Vec<(Vec<String>, usize)> {
    let written = |k: usize| -> Vec<String> {
        free.iter().zip(&tried[k].places).map(|(f, &p)| f.values[p].clone()).collect()
    };
    let count = |k: usize| left_out.iter().filter(|&&c| c == k).count();
    let mut votes: Vec<_> =
        (0..tried.len()).map(|k| (written(k), count(k))).filter(|(_, n)| *n > 0).collect();
    votes.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    votes
}

fn profile(free: &[Free], parameter: usize, tried: &[Tried], seed: Seed) -> Profile {
    let at =
        |value: usize| -> Vec<&Tried> { tried.iter().filter(|t| t.places[parameter] == value).collect() };
    let n = tried[0].by_dossier.len();
    let least_of = |value: usize, counts: &dyn Fn(usize) -> f64| {
        at(value).iter().map(|t| t.crps(counts)).fold(f64::INFINITY, f64::min)
    };
    let values = 0..free[parameter].values.len();
    let least: Vec<f64> = values.clone().map(|value| least_of(value, &all)).collect();
    let best = (0..least.len()).min_by(|&a, &b| least[a].total_cmp(&least[b])).unwrap_or(0);
    let more = |times: &[u32]| -> Vec<Option<f64>> {
        let counts = |d: usize| f64::from(times[d]);
        let base = least_of(best, &counts);
        values.clone().map(|value| Some(least_of(value, &counts) - base)).collect()
    };
    let more = estimates(seed, &format!("profile of {}", free[parameter].parameter), n, more);
    let written = free[parameter].values.iter().cloned();
    let values = written.zip(least).zip(more).map(|((value, crps), more)| (value, crps, more)).collect();
    Profile { parameter: free[parameter].parameter.to_string(), values }
}
