//! How far below its aspiration level each lets a text pass before it says no (specification §4).

use super::{BEARS_EVERYTHING, Voice, Voices, company_total, company_weight};
use crate::{
    model::{CountryModel, Model},
    stance::{Bench, Price, isolation_cost},
};

impl Voices {
    /// The thresholds at which each says no, with nobody but its own bloc at its side.
    pub(super) fn compute_thresholds(&mut self, model: &Model, seated: &[bool]) {
        for v in 0..self.who.len() {
            let of = |price, has_say: fn(&CountryModel) -> bool| match self.who[v] {
                Voice::Country(i) if !has_say(&model.countries[i]) => BEARS_EVERYTHING,
                _ => self.threshold(model, seated, v, price, 0.0),
            };
            let objection = of(Price::OBJECTION, |country| country.may_object);
            let no_vote = of(Price::NO_VOTE, |country| country.has_votes);
            self.objection_thresholds.push(objection);
            self.no_vote_thresholds.push(no_vote);
        }
    }

    /// τ: how far below its aspiration level a voice lets a text pass, with this share of the others saying no beside its own
    /// bloc.
    pub(in crate::negotiation) fn threshold(
        &self,
        model: &Model,
        seated: &[bool],
        v: usize,
        price: Price,
        dissent: f64,
    ) -> f64 {
        let (company, discipline) = match self.who[v] {
            Voice::Country(i) => {
                let lead = self.lead(model, i).map(|l| self.who[l]);
                let discipline = match lead {
                    Some(Voice::Bloc(b)) => model.blocs[b].discipline,
                    _ => 0.0,
                };
                (dissent, discipline)
            }
            Voice::Bloc(b) => {
                let total = company_total(model, seated);
                (self.bench(model, seated, b, 0.0).company(dissent * total, total), 0.0)
            }
        };
        price.of(isolation_cost(self.isolation[v], company, model.isolation_decay)) + discipline
    }

    /// A bloc as it weighs an objection.
    pub(in crate::negotiation) fn bench(
        &self,
        model: &Model,
        seated: &[bool],
        b: usize,
        margin: f64,
    ) -> Bench {
        let (mut weight, mut members) = (0.0, 0.0);
        for &(i, _) in model.blocs[b].members.iter().filter(|(i, _)| seated[*i]) {
            if self.lead(model, i) == self.of_bloc[b] {
                weight += company_weight(model, i);
                members += 1.0;
            }
        }
        let isolation = self.of_bloc[b].map_or(0.0, |v| self.isolation[v]);
        let seat = if members > 0.0 { weight / members } else { 0.0 };
        Bench { margin, isolation, weight, seat, discipline: model.blocs[b].discipline }
    }
}
