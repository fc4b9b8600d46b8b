//! What the model would get for a seat that somebody else takes: on the same draws, and over many.

use std::{convert::Infallible, ops::ControlFlow};

use super::{
    Ensemble,
    responsibility::{Player, PlayerShare, Responsibility},
    statistics::{Mean, Moments, Rate},
};
use crate::{
    case::Case,
    model::Model,
    negotiation::{Negotiator, Voice},
    outcome::Outcome,
    random::Seed,
};

/// Draws over which the model plays the seat.
pub const DRAWS: u64 = 200;
/// Replicates of the run whose question about responsibility is asked again.
const OF_RUN: u64 = 1000;

/// What the model gets for a seat.
#[derive(Clone, Debug)]
pub struct AutomaticDelegate {
    /// On the same draws.
    pub same_draws: Outcome,
    /// Its gain over the status quo over many draws, in utility.
    pub gain: Mean,
    /// The tenth and the ninetieth percentile of that gain.
    pub range: [f64; 2],
    /// How often there is a text.
    pub adopted: Rate,
    /// Whether nothing is drawn, so that every draw is the same.
    pub is_certain: bool,
}

impl AutomaticDelegate {
    /// What the model gets for a seat in a replicate, and in the first [`DRAWS`] replicates under the same seed.
    pub fn measure(case: &Case, seed: Seed, seat: Voice, replicate: u64) -> Self {
        let model = case.model();
        let same_draws = Negotiator::new(model, seed).negotiate(replicate, &mut ());
        let is_certain = case.scenario().is_certain();
        let draws = if is_certain { 1 } else { DRAWS };
        let (mut moments, mut gains, mut adopted) = (Moments::default(), Vec::new(), 0);
        let ControlFlow::Continue(()) = Ensemble::new(model, seed).run(0..draws, |outcome| {
            let gain = gain(model, seat, &outcome);
            moments.add(gain);
            gains.push(gain);
            adopted += u64::from(outcome.conclusion.adopted());
            ControlFlow::<Infallible>::Continue(())
        });
        gains.sort_by(f64::total_cmp);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let quantile = |p: f64| gains[(p * (gains.len() - 1) as f64) as usize];
        let mean = moments.mean();
        Self {
            same_draws,
            gain: if is_certain { mean.exact() } else { mean },
            range: [quantile(0.1), quantile(0.9)],
            adopted: Rate::new(adopted, draws),
            is_certain,
        }
    }
}

/// What an outcome brings a seat over the status quo, in utility: a country's own gain, the mean of those whom a bloc leads.
pub fn gain(model: &Model, seat: Voice, outcome: &Outcome) -> f64 {
    let gain = |i: usize| outcome.parties[i].gain;
    match seat {
        Voice::Country(i) => gain(i),
        Voice::Bloc(b) => {
            let mut members = Moments::default();
            model.blocs[b].members.iter().for_each(|&(i, _)| members.add(gain(i)));
            members.average().unwrap_or(0.0)
        }
    }
}

/// How much of the way down from the draft a seat answers for where the model plays all seats, and the responsibility from
/// which a seat is said to hold the text down; none where no clause is a matter of ambition.
pub fn responsibility(case: &Case, seed: Seed, seat: Voice) -> Option<(PlayerShare, f64)> {
    let player = Player::of_seat(case.model(), seat);
    let found = Responsibility::with_seat(case, seed, OF_RUN, &player)?;
    let share = found.players.into_iter().find(|share| share.name == player.name)?;
    Some((share, found.threshold))
}
