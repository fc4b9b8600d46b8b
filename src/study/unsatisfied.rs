//! How often no text can satisfy a party: its reservation value exceeds the utility of every text, r > max u(x).
//!
//! The maximum is at the party's favourite value of each clause, since utilities are separable: 1 for a country, less for a
//! bloc whose members want different options. Only an outside option given as a number, or a minimum of points, can put
//! r there: the status quo and a club's text are texts (specification §3.2).

use crate::{
    model::{Model, OutsideModel, Preferences},
    negotiation::{Negotiator, Voice},
    stance::TOLERANCE,
    text::{ClauseId, Text},
};

/// The draws that are looked at: replicates 0 … 999 under master seed 1.
pub const DRAWS: u64 = 1_000;

/// A party that no text can satisfy in some draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsatisfied {
    /// Who: a country, or a bloc that speaks for its members.
    pub who: Voice,
    /// In how many of [`DRAWS`] draws it is in the room and r > max u(x).
    pub draws: u64,
}

/// Every party that no text can satisfy in some of [`DRAWS`] draws: blocs first, then countries, in the scenario's order.
pub fn unsatisfied(model: &Model) -> Vec<Unsatisfied> {
    let possible = model.countries().iter().any(|country| {
        country.loss_at_minimum.is_some() || matches!(country.outside_option, Some(OutsideModel::Gain(_)))
    });
    let draws = if possible { DRAWS } else { 0 };
    let blocs = (0..model.blocs().len()).map(Voice::Bloc);
    let parties: Vec<Voice> = blocs.chain((0..model.countries().len()).map(Voice::Country)).collect();
    let mut counts = vec![0; parties.len()];
    let mut negotiator = Negotiator::new(model, 1);
    for replicate in 0..draws {
        let view = negotiator.open(replicate, &mut ()).view();
        for (who, count) in parties.iter().zip(&mut counts) {
            let (preferences, party, least) = match *who {
                Voice::Country(i) if view.seated[i] => {
                    (&view.parties.effective, i, view.parties.reservations[i])
                }
                Voice::Country(_) => continue,
                Voice::Bloc(b) => match view.voices.of_bloc[b] {
                    Some(v) => (&view.voices.preferences, v, view.voices.reservations[v]),
                    None => continue,
                },
            };
            *count += u64::from(least > most(model, preferences, party) + TOLERANCE);
        }
    }
    let found = parties.into_iter().zip(counts).filter(|(_, draws)| *draws > 0);
    found.map(|(who, draws)| Unsatisfied { who, draws }).collect()
}

/// The utility of the text that a party likes best.
fn most(model: &Model, preferences: &Preferences, party: usize) -> f64 {
    let favourite = |clause: ClauseId| preferences.favourite(party, clause);
    preferences.utility_of(party, &Text(model.clause_ids().map(favourite).collect()))
}
