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
mod observer;
mod room;
mod rounds;
mod single_text;
mod sponsor;
mod sponsors_text;
mod state;
mod voices;

pub use ballot::Ballot;
pub use brackets::Bracket;
pub use chair_revisions::Step;
pub use floor::Motion;
pub use observer::{Observer, View};
pub use room::Room;
pub use voices::{Voice, Voices};

use crate::{model::Model, outcome::Outcome, random::Seed};
use draws::Draws;
use state::State;

/// Runs the replicates of one model under one master seed.
#[derive(Clone, Debug)]
pub struct Negotiator<'m> {
    model: &'m Model,
    draws: Draws,
    state: State,
}

impl<'m> Negotiator<'m> {
    /// A negotiator for this model and master seed.
    pub fn new(model: &'m Model, seed: Seed) -> Self {
        Self { model, draws: Draws::new(model, seed), state: State::new(model, seed) }
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
        let (model, state) = (self.model, &mut self.state);
        let laggards = state.ambitions.laggards(model.thresholds.laggard_share);
        state.seated.copy_from_slice(&state.room.present);
        for &i in laggards {
            state.seated[i] = false;
        }
        if !state.seated.contains(&true) {
            return None;
        }
        state.assemble(model);
        state.open(model);
        let ending = state.run(model, &mut ());
        Some(if ending.conclusion.adopted() {
            model.depth.nominal(&state.text)
        } else {
            model.depth.of_status_quo()
        })
    }

    fn prepare(&mut self, replicate: u64) {
        let (model, state) = (self.model, &mut self.state);
        self.draws.seek(replicate);
        state.room.fill(model, &self.draws);
        state.measure(model);
        state.seated.copy_from_slice(&state.room.present);
        state.assemble(model);
        state.lots.turn_to(replicate);
        state.sponsor.appear(model, &state.room, &state.voices, &state.seated);
        draft::write(model, &state.room, &state.voices, &state.sponsor, &mut state.draft);
        state.open(model);
    }
}
