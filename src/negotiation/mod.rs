//! A negotiation: draft → stances → revision → test of the rule, round by round (specification §5).
//!
//! [`Negotiator`] holds what one thread needs and is reset, not rebuilt, between replicates. What a replicate
//! yields depends on the scenario, the master seed and its number alone.

mod alternatives;
mod aspirations;
mod ballot;
mod benchmarks;
mod bloc_wishes;
mod brackets;
mod caucus;
mod decision;
mod draft;
mod draws;
mod finding;
mod motion;
mod null;
mod observer;
mod procedure;
mod ranks;
mod realisation;
mod seats;
mod session;
mod sponsor;
mod table;
mod tabled;
mod view;
mod voices;

pub use ballot::Ballot;
pub use brackets::Bracket;
pub use motion::{Motion, Step};
pub use observer::Observer;
pub use realisation::Realisation;
pub use seats::{
    Answer, Change, Delegate, LastRound, Powers, Put, Refusal, Saying, SeatError, Seats, Situation, Spoken,
    Tabled,
};
pub use session::{Ending, Progress, Session};
pub use view::View;
pub use voices::{Voice, Voices};

use crate::{model::Model, null::Null, outcome::Outcome, random::Seed};
pub(crate) use draws::Draws;
use null::Chance;

/// Runs the replicates of one model under one master seed.
#[derive(Clone, Debug)]
pub struct Negotiator<'m> {
    model: &'m Model,
    seed: Seed,
    draws: Draws,
    /// The replicate last negotiated.
    session: Session<'m>,
    /// What null models take from chance; made when one is first asked for.
    chance: Option<Chance>,
}

impl<'m> Negotiator<'m> {
    /// A negotiator for this model and master seed.
    pub fn new(model: &'m Model, seed: Seed) -> Self {
        Self { model, seed, draws: Draws::new(model, seed), session: Session::new(model, seed), chance: None }
    }

    /// Negotiates a replicate to its end, watched by `observer`.
    pub fn negotiate<O: Observer>(&mut self, replicate: u64, observer: &mut O) -> Outcome {
        let session = self.open(replicate, observer);
        let ending = session.run(observer);
        session.find(ending)
    }

    /// Opens a replicate's negotiation, to be played round by round: its draft is on the table and has been shown to
    /// `observer`.
    ///
    /// ```
    /// use plenary::{model::Model, negotiation::{Negotiator, Progress}, scenario::Scenario};
    ///
    /// let scenario = Scenario::parse("two", r#"(
    ///     format: 1,
    ///     title: "two",
    ///     clauses: {"cuts": Ambition(status_quo: 0)},
    ///     countries: {"A": (positions: {"cuts": 0.2}), "B": (positions: {"cuts": 0.9})},
    /// )"#)?;
    /// let model = Model::compile(&scenario)?;
    /// let mut negotiator = Negotiator::new(&model, 1);
    /// let session = negotiator.open(7, &mut ());
    /// let mut rounds = 1;
    /// while session.step(&mut ()) == Progress::Continues {
    ///     rounds += 1;
    /// }
    /// let outcome = session.outcome().expect("it has ended");
    /// assert_eq!(outcome.round, rounds);
    /// assert_eq!(outcome, negotiator.negotiate(7, &mut ()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn open<O: Observer>(&mut self, replicate: u64, observer: &mut O) -> &mut Session<'m> {
        self.prepare(replicate);
        self.session.show_draft(observer);
        &mut self.session
    }

    /// Realised depth of the last replicate negotiated, had its laggards been without a veto: the same draws, the
    /// same draft, but neither chair nor rule wait for them. `None` if every party is a laggard.
    pub fn without_laggards(&mut self) -> Option<f64> {
        self.under(Null::LaggardsRemoved).map(|outcome| outcome.realised_depth)
    }

    fn prepare(&mut self, replicate: u64) {
        self.draws.seek(replicate);
        self.session.prepare(replicate, &self.draws);
    }
}
