//! Seats taken from outside: whose conduct a [`Delegate`] decides instead of the model (specification §5.10).
//!
//! Once in each round, before the text is revised, a delegate is shown the [`Situation`] of its seat and says something
//! ([`Saying`]). What it leaves unsaid, and what is refused, the model decides as always; so a delegate that says nothing, or
//! only what the model would do, changes no bit of the negotiation.
//!
//! ```
//! use plenary::{model::Model, negotiation::{Answer, Negotiator, Progress, Saying, Seats, Situation, Voice}, scenario::Scenario};
//!
//! let scenario = Scenario::parse("two", r#"(
//!     format: 1,
//!     title: "two",
//!     clauses: {"cuts": Ambition(status_quo: 0)},
//!     countries: {"A": (positions: {"cuts": 0.2}), "B": (positions: {"cuts": 0.9})},
//! )"#)?;
//! let model = Model::compile(&scenario)?;
//! // A objects to whatever is tabled.
//! let objects = |_: &Situation<'_>| Saying { answer: Some(Answer::Object), ..Saying::default() };
//! let mut seats = Seats::default();
//! seats.take(&model, Voice::Country(0), Box::new(objects))?;
//! let mut negotiator = Negotiator::new(&model, 1);
//! let session = negotiator.open(0, &mut ());
//! while session.step_with(&mut (), &mut seats) == Progress::Continues {}
//! assert!(!session.outcome().expect("it has ended").conclusion.adopted());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod check;
mod hearing;
mod minutes;
mod said;
mod saying;
mod situation;

use std::fmt;

use super::Voice;
use crate::model::Model;

pub(super) use minutes::Listening;
pub(super) use said::Said;
pub use {
    minutes::{Change, LastRound, Put},
    saying::{Answer, Refusal, Saying},
    situation::{Powers, Situation, Tabled},
};

/// Who decides what a seat does.
pub trait Delegate {
    /// Says what it has to say in a round; asked once in each round in which its seat is at the table.
    fn speak(&mut self, situation: &Situation<'_>) -> Saying;
}

impl<F: FnMut(&Situation<'_>) -> Saying> Delegate for F {
    fn speak(&mut self, situation: &Situation<'_>) -> Saying {
        self(situation)
    }
}

/// What was said for a seat in a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    /// The round, from 1.
    pub round: u32,
    /// The seat.
    pub seat: Voice,
    /// What was said and counts.
    pub said: Saying,
    /// What was said and does not count, and why.
    pub refused: Vec<Refusal>,
}

/// The seats that are taken, and what has been said for them.
#[derive(Default)]
pub struct Seats<'d> {
    taken: Vec<(Voice, Box<dyn Delegate + 'd>)>,
    /// All that was said, in the order in which it was.
    pub spoken: Vec<Spoken>,
    last: LastRound,
}

/// Why a seat cannot be taken.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SeatError {
    /// Somebody sits there.
    #[error("the seat of {0} is taken already")]
    Taken(String),
    /// A bloc whose members each speak for themselves.
    #[error("{0} does not speak as one: its cohesion is 0, so take the seat of a member")]
    NoVoice(String),
    /// A country that is not there.
    #[error("{0} does not take part: it stays away or observes")]
    StaysAway(String),
}

impl<'d> Seats<'d> {
    /// Takes a seat.
    ///
    /// # Errors
    /// If it is taken, or is never at the table.
    pub fn take(
        &mut self,
        model: &Model,
        seat: Voice,
        delegate: Box<dyn Delegate + 'd>,
    ) -> Result<(), SeatError> {
        let name = || seat.name(model).to_owned();
        if self.taken.iter().any(|(taken, _)| *taken == seat) {
            return Err(SeatError::Taken(name()));
        }
        match seat {
            Voice::Bloc(b) if model.blocs[b].cohesion == 0.0 => return Err(SeatError::NoVoice(name())),
            Voice::Country(i) if model.countries[i].stays_away || model.countries[i].observes() => {
                return Err(SeatError::StaysAway(name()));
            }
            _ => {}
        }
        self.taken.push((seat, delegate));
        Ok(())
    }

    /// The minutes of the round under way.
    pub(super) fn minutes(&mut self) -> &mut LastRound {
        &mut self.last
    }

    /// What happened in the round last played.
    pub fn last_round(&self) -> &LastRound {
        &self.last
    }
}

impl fmt::Debug for Seats<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let taken: Vec<Voice> = self.taken.iter().map(|(seat, _)| *seat).collect();
        f.debug_struct("Seats").field("taken", &taken).field("spoken", &self.spoken).finish_non_exhaustive()
    }
}

impl Voice {
    /// The key of the bloc or country.
    pub fn name(self, model: &Model) -> &str {
        match self {
            Self::Bloc(b) => &model.blocs[b].name,
            Self::Country(i) => &model.countries[i].name,
        }
    }

    /// The bloc or country of this key.
    pub fn find(model: &Model, name: &str) -> Option<Self> {
        let country = model.countries.iter().position(|country| country.name == name).map(Self::Country);
        country.or_else(|| model.blocs.iter().position(|bloc| bloc.name == name).map(Self::Bloc))
    }
}

#[cfg(test)]
mod tests;
