//! Positions with noise: the benchmark that a model of bargaining must beat to be worth its trouble.
//!
//! F(z) = Σ w_i Φ((z − x_i)/σ) within the scale, w_i ∝ capability × salience; what falls off the scale is put at its end. It
//! knows who wants what and how much each counts, and nothing of how it is decided. Its one free number is chosen like
//! every other, by leaving one dossier out: the σ of least mean CRPS on all others. CRPS is computed from the distribution
//! given to a tenth of a point, which a test holds within .001 of a quadrature of the continuous one.

use super::{
    Criterion, ModelPredictions, Prediction,
    cases::{Dossier, Issue},
    rivals::weight,
    tuning::{Tried, chosen_by_others, leave_one_out},
};
use crate::{language::Message, say};

/// Its name.
pub const POSITIONS_WITH_NOISE: &str = "positions-with-noise";
/// The values of σ that are tried, in points of the scale.
const SIGMAS: [f64; 11] = [0.0, 2.5, 5.0, 10.0, 15.0, 17.5, 20.0, 22.5, 25.0, 30.0, 40.0];

/// Predicts every issue, each dossier with the σ that is best on all others.
pub fn positions_with_noise(dossiers: &[Dossier]) -> ModelPredictions {
    let issues = || dossiers.iter().flat_map(|d| &d.issues);
    let at = |(place, &sigma): (usize, &f64)| {
        Tried::new(vec![place], dossiers, issues().map(|issue| with_noise(issue, sigma)).collect())
    };
    let tried: Vec<Tried> = SIGMAS.iter().enumerate().map(at).collect();
    let chosen = chosen_by_others(dossiers.len(), &tried, Criterion::LeastCrps);
    ModelPredictions {
        name: POSITIONS_WITH_NOISE.to_owned(),
        words: words(&chosen),
        predictions: leave_one_out(dossiers, &tried, &chosen),
        null_of: None,
    }
}

fn with_noise(issue: &Issue, sigma: f64) -> Option<Prediction> {
    Prediction::with_noise(issue.actors.iter().map(|actor| (actor.position, weight(actor))), sigma)
}

/// What it is, with how many dossiers were predicted with each σ: "20 (88), 22.5 (2)".
fn words(chosen: &[usize]) -> Message {
    let count = |place: usize| chosen.iter().filter(|&&c| c == place).count();
    let used: Vec<(usize, f64)> = SIGMAS
        .iter()
        .enumerate()
        .map(|(place, sigma)| (count(place), *sigma))
        .filter(|(n, _)| *n > 0)
        .collect();
    Message::new(|language| {
        let one = |(n, sigma): &(usize, f64)| {
            say!(language, "backtest-noise-sigma", sigma = sigma.to_string(), n = *n)
        };
        let sigmas: Vec<String> = used.iter().map(one).collect();
        say!(language, "backtest-noise-words", sigmas = sigmas.join(&say!(language, "list-comma")))
    })
}
