//! What counts of what was said in a round; nothing where no seat is taken.

use super::{
    super::{Voice, aspirations::Aspirations, voices::Voices},
    saying::Saying,
};
use crate::text::{ClauseId, Value};

/// What counts of what was said in a round.
#[derive(Clone, Debug, Default)]
pub struct Said {
    sayings: Vec<(Voice, Saying)>,
    /// Whether voices say something else than what they want.
    pub wishes_voiced: bool,
    /// Proposals that were taken up in this round.
    pub taken_up: Vec<(Voice, ClauseId, Value)>,
}

impl Said {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.sayings.clear();
        self.taken_up.clear();
    }

    /// Keeps what a seat says.
    pub fn note(&mut self, seat: Voice, saying: Saying) {
        self.sayings.push((seat, saying));
    }

    /// What was said, seat by seat.
    pub fn sayings(&self) -> impl Iterator<Item = (Voice, &Saying)> {
        self.sayings.iter().map(|(seat, saying)| (*seat, saying))
    }

    /// Replaces what those who said so ask for.
    pub fn set_demands(&self, aspirations: &mut Aspirations, voices: &Voices) {
        for (seat, demand) in self.sayings().filter_map(|(seat, saying)| Some((seat, saying.demand?))) {
            if let Some(v) = voices.who.iter().position(|who| *who == seat) {
                aspirations.voices[v] = demand;
            }
            if let Voice::Country(i) = seat {
                aspirations.countries[i] = demand;
            }
        }
    }

    /// What seats propose, by whom; not more than is said in a round.
    pub fn proposals(&self) -> impl Iterator<Item = (Voice, ClauseId, Value)> {
        let of = |(seat, saying): &(Voice, Saying)| {
            let seat = *seat;
            saying.proposals.iter().map(move |&(clause, value)| (seat, clause, value)).collect::<Vec<_>>()
        };
        self.sayings.iter().flat_map(of)
    }

    /// Whether a country said that it stays.
    pub fn stays(&self, country: usize) -> bool {
        self.sayings()
            .any(|(seat, saying)| seat == Voice::Country(country) && saying.walks_out == Some(false))
    }
}
