//! A negotiation: draft → stances → revision → test of the rule, round by round (model §5).
//!
//! [`Negotiator`] holds what one thread needs and is reset, not rebuilt, between replicates. What a replicate
//! yields depends on the scenario, the master seed and its number alone.

mod ballot;
mod bargain;
mod brackets;
mod caucus;
mod chair_revisions;
mod clause_by_clause;
mod draft;
mod draws;
mod finding;
mod floor;
mod grievance;
mod lots;
mod motion;
mod moves;
mod null;
mod observer;
mod room;
mod rounds;
mod single_text;
mod sponsor;
mod sponsors_text;
mod state;
mod tolerance;
mod voices;

pub use ballot::Ballot;
pub use brackets::Bracket;
pub use motion::{Motion, Step};
pub use observer::{Observer, View};
pub use room::Room;
pub use voices::{Voice, Voices};

use crate::{model::Model, null::Null, outcome::Outcome, random::Seed};
use draws::Draws;
use null::Chance;
use state::State;

/// Runs the replicates of one model under one master seed.
#[derive(Clone, Debug)]
pub struct Negotiator<'m> {
    model: &'m Model,
    seed: Seed,
    /// The replicate last negotiated.
    replicate: u64,
    draws: Draws,
    state: State,
    /// What null models take from chance; made when one is first asked for.
    chance: Option<Chance>,
}

impl<'m> Negotiator<'m> {
    /// A negotiator for this model and master seed.
    pub fn new(model: &'m Model, seed: Seed) -> Self {
        Self {
            model,
            seed,
            replicate: 0,
            draws: Draws::new(model, seed),
            state: State::new(model, seed),
            chance: None,
        }
    }

    /// Negotiates a replicate, watched by `observer`.
    pub fn negotiate<O: Observer>(&mut self, replicate: u64, observer: &mut O) -> Outcome {
        self.prepare(replicate);
        let ending = self.state.run(self.model, observer);
        self.state.find(self.model, replicate, ending)
    }

    /// Realised depth of the last replicate negotiated, had its laggards been without a veto: the same draws, the
    /// same draft, but neither chair nor rule wait for them. None where everyone is a laggard.
    pub fn without_laggards(&mut self) -> Option<f64> {
        self.under(Null::LaggardsRemoved).map(|outcome| outcome.realised_depth)
    }

    fn prepare(&mut self, replicate: u64) {
        self.replicate = replicate;
        self.draws.seek(replicate);
        self.state.room.fill(self.model, &self.draws);
        self.state.lots.turn_to(replicate);
        self.state.begin(self.model);
    }
}
