//! Aspiration levels: what everyone asks for in a round, a_i(t), falling from the ideal to the reservation value (specification §3).

use super::{
    realisation::Realisation,
    voices::{Voice, Voices},
};
use crate::{model::Model, tactic::ConcessionCache};

/// The aspiration levels of one round, in utility.
#[derive(Clone, Debug)]
pub struct Aspirations {
    cache: ConcessionCache,
    /// a_i(t) of each country.
    pub countries: Vec<f64>,
    /// The same for each voice.
    pub voices: Vec<f64>,
}

impl Aspirations {
    pub fn new(model: &Model) -> Self {
        let n = model.countries.len();
        let most = n + model.blocs.len();
        Self {
            cache: ConcessionCache::new(most, model.proceedings.rounds),
            countries: vec![0.0; n],
            voices: Vec::with_capacity(most),
        }
    }

    /// Computes every level for round `t`.
    pub fn update(&mut self, parties: &Realisation, voices: &Voices, t: u32) {
        self.cache.turn_to(t);
        for (i, level) in self.countries.iter_mut().enumerate() {
            *level = self.cache.aspiration(i, parties.tactics[i], parties.reservations[i]);
        }
        self.voices.clear();
        for (v, who) in voices.who.iter().enumerate() {
            self.voices.push(match *who {
                Voice::Country(i) => self.countries[i],
                Voice::Bloc(b) => {
                    let place = self.countries.len() + b;
                    self.cache.aspiration(place, voices.tactics[v], voices.reservations[v])
                }
            });
        }
    }
}
