//! One negotiation, a round at a time.

use super::{
    decision::Decision,
    draws::Draws,
    observer::Observer,
    procedure::Procedure,
    seats::{Listening, Seats},
    table::NegotiationTable,
    view::View,
};
use crate::{
    model::Model,
    outcome::{Conclusion, Outcome},
    random::Seed,
};

/// A negotiation under way, opened by [`super::Negotiator::open`]. Each [`step`](Session::step) plays one round; between
/// steps it can be looked at, kept for later as a clone, or dropped.
#[derive(Clone, Debug)]
pub struct Session<'m> {
    pub(super) replicate: u64,
    pub(super) table: NegotiationTable<'m>,
    pub(super) decision: Decision,
    pub(super) procedure: Procedure<'m>,
    /// How it ended; none while it goes on.
    ending: Option<Ending>,
}

/// Where a negotiation stands after a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Progress {
    /// Another round follows.
    Continues,
    /// There is a text, or time is up.
    Ended(Ending),
}

/// How a negotiation ended, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// How it ended.
    pub conclusion: Conclusion,
    /// Rounds played; where clauses are negotiated one by one, on all of them together.
    pub round: u32,
}

impl<'m> Session<'m> {
    pub(super) fn new(model: &'m Model, seed: Seed) -> Self {
        Self {
            replicate: 0,
            table: NegotiationTable::new(model),
            decision: Decision::new(model),
            procedure: Procedure::new(model, seed),
            ending: None,
        }
    }

    /// Draws a replicate's parties and puts their draft on the table.
    pub(super) fn prepare(&mut self, replicate: u64, draws: &Draws) {
        self.table.parties.silent.fill(false);
        self.draw(replicate, draws);
        self.convene();
    }

    /// Draws a replicate's parties.
    pub(super) fn draw(&mut self, replicate: u64, draws: &Draws) {
        self.replicate = replicate;
        self.table.parties.fill(self.table.model, draws);
    }

    /// Seats the parties as they are, and puts their draft on the table.
    pub(super) fn convene(&mut self) {
        self.table.convene();
        self.reopen();
    }

    /// Puts the same draft on the table again, before those who have a voice now.
    pub(super) fn reopen(&mut self) {
        self.table.lay_draft();
        self.decision.reset();
        self.procedure.reset(self.replicate);
        self.ending = None;
    }

    /// Shows the draft to the observer.
    pub(super) fn show_draft<O: Observer>(&mut self, observer: &mut O) {
        self.table.update_aspirations(0);
        observer.draft(&self.table.view());
    }

    /// Plays one round, watched by `observer`. Once the negotiation has ended, nothing happens any more.
    pub fn step<O: Observer>(&mut self, observer: &mut O) -> Progress {
        if self.ending.is_none() {
            let conclusion = self.procedure.play_round(&mut self.table, &mut self.decision, observer);
            let round = self.table.rounds_played();
            self.ending = conclusion.map(|conclusion| Ending { conclusion, round });
        }
        self.ending.map_or(Progress::Continues, Progress::Ended)
    }

    /// Plays one round, in which the seats that are taken are asked first. The minutes of the round are kept there.
    pub fn step_with<O: Observer>(&mut self, observer: &mut O, seats: &mut Seats<'_>) -> Progress {
        if self.ending.is_none() {
            self.hear(observer, seats);
            self.step(&mut Listening { observer, minutes: seats.minutes() });
            seats.minutes().taken_up.clone_from(&self.table.said.taken_up);
        }
        self.ending.map_or(Progress::Continues, Progress::Ended)
    }

    /// Plays all rounds that are left.
    pub(super) fn run<O: Observer>(&mut self, observer: &mut O) -> Ending {
        loop {
            if let Progress::Ended(ending) = self.step(observer) {
                return ending;
            }
        }
    }

    /// Whether there is a text, or time is up.
    pub fn has_ended(&self) -> bool {
        self.ending.is_some()
    }

    /// Whether nothing has been prepared yet, or rounds have been broken off.
    pub(super) fn is_unfinished(&self) -> bool {
        !self.has_ended() && (self.table.depths.is_empty() || self.table.rounds_played() > 0)
    }

    /// The negotiation as it stands.
    pub fn view(&self) -> View<'_> {
        self.table.view()
    }

    /// What it amounted to; none before it has ended.
    pub fn outcome(&mut self) -> Option<Outcome> {
        self.ending.map(|ending| self.find(ending))
    }
}
