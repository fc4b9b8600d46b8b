//! Who can be held responsible, and which of many are asked one by one.

use std::ops::ControlFlow;

use crate::{
    benchmark::{IdealDepths, Lcd},
    case::Case,
    model::{CommonModel, Model},
    negotiation::{Realisation, Voice},
    outcome::{Outcome, PartyOutcome},
    random::Seed,
    stance::Stance,
    study::Ensemble,
};

/// One who must be brought along, or not: a bloc, a country, or several pooled.
#[derive(Clone, Debug, PartialEq)]
pub struct Player {
    /// The key of the bloc or country; none of several pooled.
    pub name: Option<String>,
    /// Its countries, by their place in the scenario.
    pub countries: Vec<usize>,
    /// The bloc that leads it, where a member of one plays for itself.
    pub bloc: Option<String>,
}

impl Player {
    /// Every player of a case: the countries led by each bloc that speaks, and every country that no bloc leads. Members that a
    /// bloc with an internal veto leads play for themselves: each of them has a veto.
    pub fn all(model: &Model) -> Vec<Self> {
        let led_by =
            |b: usize| (0..model.countries.len()).filter(move |&i| leading_bloc(model, i) == Some(b));
        let blocs = model.blocs.iter().enumerate().map(|(b, bloc)| Self {
            name: Some(bloc.name.clone()),
            countries: led_by(b).collect(),
            bloc: None,
        });
        let alone = (0..model.countries.len()).filter(|&i| leading_bloc(model, i).is_none());
        let countries = alone.map(|i| Self {
            name: Some(model.countries[i].name.clone()),
            countries: vec![i],
            bloc: None,
        });
        blocs.filter(|bloc| !bloc.countries.is_empty()).chain(countries).collect()
    }

    /// The player of a seat: the country, or the countries that the bloc leads.
    pub fn of_seat(model: &Model, seat: Voice) -> Self {
        let countries = match seat {
            Voice::Country(i) => vec![i],
            Voice::Bloc(b) => {
                (0..model.countries.len()).filter(|&i| speaker_of(model, i) == Some(b)).collect()
            }
        };
        Self { name: Some(seat.name(model).to_owned()), countries, bloc: None }
    }

    /// Its countries, each a player of its own.
    pub(super) fn members(&self, model: &Model) -> Vec<Self> {
        if let [_] = self.countries[..]
            && !model.blocs.iter().any(|bloc| Some(&bloc.name) == self.name.as_ref())
        {
            return vec![self.clone()];
        }
        let member = |&i: &usize| {
            let name = Some(model.countries[i].name.clone());
            Self { name, countries: vec![i], bloc: self.name.clone() }
        };
        self.countries.iter().map(member).collect()
    }

    /// These players if they are no more than `most`; else the first of them by how often, in these replicates, one of their
    /// countries was among the least ambitious, held out at the last attempt that failed, went along under protest, or stayed
    /// away from a negotiation that failed, added up; ties go to the least ambitious, then to the scenario's order. All
    /// others are pooled as the last player.
    pub fn candidates(case: &Case, seed: Seed, replicates: u64, most: usize) -> Vec<Self> {
        let mut players = Self::all(case.model());
        if players.len() > most {
            let counts = counts(case, seed, replicates);
            let ambitions = ambitions(case.model());
            let count = |p: &Self| p.countries.iter().map(|&i| counts[i]).max().unwrap_or(0);
            let least = |p: &Self| p.countries.iter().map(|&i| ambitions[i]).fold(f64::INFINITY, f64::min);
            players.sort_by(|a, b| count(b).cmp(&count(a)).then(least(a).total_cmp(&least(b))));
            let others = players.split_off(most.saturating_sub(1));
            let mut countries: Vec<usize> = others.into_iter().flat_map(|p| p.countries).collect();
            countries.sort_unstable();
            players.push(Self { name: None, countries, bloc: None });
        }
        players
    }
}

/// The bloc that speaks for a country: its heaviest that speaks.
fn speaker_of(model: &Model, country: usize) -> Option<usize> {
    let memberships = &model.countries[country].memberships;
    memberships.iter().map(|&(b, _)| b).find(|&b| model.blocs[b].cohesion > 0.0)
}

/// The bloc whose voice a country's player is: its heaviest that speaks, unless the country has a veto within.
fn leading_bloc(model: &Model, country: usize) -> Option<usize> {
    speaker_of(model, country).filter(|&b| model.blocs[b].common != CommonModel::InternalVeto)
}

/// How often each country did what makes it a candidate.
fn counts(case: &Case, seed: Seed, replicates: u64) -> Vec<u64> {
    let mut counts = vec![0; case.model().countries.len()];
    let ControlFlow::Continue(()) = Ensemble::new(case.model(), seed).run(0..replicates, |outcome| {
        for (count, party) in counts.iter_mut().zip(&outcome.parties) {
            *count += reasons(&outcome, party);
        }
        ControlFlow::<std::convert::Infallible>::Continue(())
    });
    counts
}

/// How many reasons an outcome gives to ask about a country.
fn reasons(outcome: &Outcome, party: &PartyOutcome) -> u64 {
    let stayed_away = party.stance == Stance::Absent && !outcome.conclusion.adopted();
    let reasons = [party.laggard, party.held_out, party.stance == Stance::Explain, stayed_away];
    reasons.into_iter().map(u64::from).sum()
}

/// Each country's ideal depth, as stated.
fn ambitions(model: &Model) -> Vec<f64> {
    let stated = Realisation::as_stated(model);
    let lcd = Lcd::of(&model.depth, &stated.national, &stated.present);
    let depths = IdealDepths::over(&model.depth, &stated.national, &stated.present, &lcd);
    (0..model.countries.len()).map(|i| depths.of(i)).collect()
}
