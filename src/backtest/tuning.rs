//! A few free parameters chosen by the data, honestly: leave one dossier out.
//!
//! For every dossier the values are taken that have the least mean CRPS on all *other* dossiers, and it is forecast with
//! those: no outcome helps to forecast itself. The profile over each parameter shows how much the data have to say of it:
//! the least mean CRPS at each value, whatever the other parameters.

use serde::Serialize;

use super::{
    Forecast, Prediction, Scores,
    cases::Dossier,
    engine::{Engine, EngineError},
};
use crate::{
    random::Seed,
    scenario::Parameter,
    study::bootstrap::{Estimate, estimates},
};

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
    /// The values with the least mean CRPS on all dossiers, by parameter.
    pub best: Vec<(String, String)>,
    /// Their mean CRPS: too good to be true, for they were chosen on it.
    pub crps_in_sample: f64,
    /// Mean CRPS when each dossier is forecast with what the others chose.
    pub crps_left_out: f64,
    /// How often the others chose each setting, most often first.
    pub choices: Vec<(Vec<String>, usize)>,
    /// Parameter by parameter.
    pub profiles: Vec<Profile>,
}

/// What the data say of one parameter.
#[derive(Clone, Debug, Serialize)]
pub struct Profile {
    /// The parameter.
    pub parameter: String,
    /// Value, the least mean CRPS at it, and how much larger that is than at the best value, with a 95 % interval over
    /// dossiers.
    pub values: Vec<(String, f64, Option<Estimate>)>,
}

/// One setting of the free parameters, by the place of each value, and what it made of every issue.
struct Tried {
    places: Vec<usize>,
    predictions: Vec<Option<Prediction>>,
    /// Σ CRPS and number of issues, by dossier.
    by_dossier: Vec<(f64, f64)>,
}

impl Tried {
    /// Mean CRPS over dossiers that count so often.
    fn crps(&self, counts: impl Fn(usize) -> f64) -> f64 {
        let weighed =
            self.by_dossier.iter().enumerate().map(|(d, (sum, n))| (counts(d) * sum, counts(d) * n));
        let (sum, n) = weighed.fold((0.0, 0.0), |(a, b), (sum, n)| (a + sum, b + n));
        sum / n
    }
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
) -> Result<(Forecast, Tuned), EngineError> {
    let settings = settings(free);
    let mut tried = Vec::new();
    for (k, places) in settings.iter().enumerate() {
        progress(k, settings.len());
        let chosen = free.iter().zip(places).map(|(f, &p)| (f.parameter.clone(), f.values[p].clone()));
        let at =
            Engine { settings: engine.settings.iter().cloned().chain(chosen).collect(), ..engine.clone() };
        let predictions = at.predict(dossiers)?;
        let by_dossier = by_dossier(dossiers, &predictions);
        tried.push(Tried { places: places.clone(), predictions, by_dossier });
    }
    let best = least(&tried, |_| 1.0);
    let left_out: Vec<usize> =
        (0..dossiers.len()).map(|d| least(&tried, |other| f64::from(u8::from(other != d)))).collect();
    let mut predictions = Vec::new();
    for (dossier, &choice) in dossiers.iter().zip(&left_out) {
        let from = predictions.len();
        predictions.extend_from_slice(&tried[choice].predictions[from..from + dossier.issues.len()]);
    }
    let sums = by_dossier_total(&by_dossier(dossiers, &predictions));
    let tuned = Tuned {
        best: free
            .iter()
            .zip(&tried[best].places)
            .map(|(f, &p)| (f.parameter.to_string(), f.values[p].clone()))
            .collect(),
        crps_in_sample: tried[best].crps(|_| 1.0),
        crps_left_out: sums.0 / sums.1,
        choices: choices(free, &tried, &left_out),
        profiles: (0..free.len()).map(|f| profile(free, f, &tried, engine.seed)).collect(),
    };
    let words = format!("{}, {} free parameters, leave-one-dossier-out", engine.template.title, free.len());
    Ok((Forecast { name: name.to_owned(), words, predictions }, tuned))
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

fn by_dossier(dossiers: &[Dossier], predictions: &[Option<Prediction>]) -> Vec<(f64, f64)> {
    let mut next = predictions.iter();
    let of = |dossier: &Dossier| {
        dossier.issues.iter().fold((0.0, 0.0), |(sum, n), issue| {
            let scored = next.next().and_then(|p| p.as_ref()).map(|p| Scores::of(p, issue.outcome));
            scored.map_or((sum, n), |scores| (sum + scores.crps, n + 1.0))
        })
    };
    dossiers.iter().map(of).collect()
}

fn by_dossier_total(sums: &[(f64, f64)]) -> (f64, f64) {
    sums.iter().fold((0.0, 0.0), |(a, b), (sum, n)| (a + sum, b + n))
}

/// The setting with the least mean CRPS; of several, the first.
fn least(tried: &[Tried], counts: impl Fn(usize) -> f64) -> usize {
    let crps = |k: &usize| tried[*k].crps(&counts);
    (0..tried.len()).min_by(|a, b| crps(a).total_cmp(&crps(b))).unwrap_or(0)
}

fn choices(free: &[Free], tried: &[Tried], left_out: &[usize]) -> Vec<(Vec<String>, usize)> {
    let written = |k: usize| -> Vec<String> {
        free.iter().zip(&tried[k].places).map(|(f, &p)| f.values[p].clone()).collect()
    };
    let count = |k: usize| left_out.iter().filter(|&&c| c == k).count();
    let mut choices: Vec<_> =
        (0..tried.len()).map(|k| (written(k), count(k))).filter(|(_, n)| *n > 0).collect();
    choices.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    choices
}

fn profile(free: &[Free], parameter: usize, tried: &[Tried], seed: Seed) -> Profile {
    let at =
        |value: usize| -> Vec<&Tried> { tried.iter().filter(|t| t.places[parameter] == value).collect() };
    let n = tried[0].by_dossier.len();
    let least_of = |value: usize, counts: &dyn Fn(usize) -> f64| {
        at(value).iter().map(|t| t.crps(counts)).fold(f64::INFINITY, f64::min)
    };
    let values = 0..free[parameter].values.len();
    let all: Vec<f64> = values.clone().map(|value| least_of(value, &|_| 1.0)).collect();
    let best = (0..all.len()).min_by(|&a, &b| all[a].total_cmp(&all[b])).unwrap_or(0);
    let more = |times: &[u32]| -> Vec<Option<f64>> {
        let counts = |d: usize| f64::from(times[d]);
        let base = least_of(best, &counts);
        values.clone().map(|value| Some(least_of(value, &counts) - base)).collect()
    };
    let more = estimates(seed, &format!("profile of {}", free[parameter].parameter), n, more);
    let written = free[parameter].values.iter().cloned();
    let values = written.zip(all).zip(more).map(|((value, crps), more)| (value, crps, more)).collect();
    Profile { parameter: free[parameter].parameter.to_string(), values }
}
