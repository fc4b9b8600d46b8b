//! What a seat wants and what it stands to lose, as numbers.

use crate::{
    model::Model,
    negotiation::{Realisation, View, Voice, Voices},
    scenario::Scenario,
    text::{ClauseId, Value},
};

/// What a seat wants on a clause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Want {
    /// The clause.
    pub clause: ClauseId,
    /// What it wants, after lobbying.
    pub own: Value,
    /// What it stands for in the room, once its blocs have agreed.
    pub stands_for: Value,
    /// How much it matters to it, as a share of all that does; 0: it does not care.
    pub share: f64,
    /// What holds without a text.
    pub status_quo: Value,
}

/// What a seat wants and what it stands to lose. Utilities run from 0 to 1, where all its wishes are met.
#[derive(Clone, Debug)]
pub struct Brief<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// The same, compiled.
    pub model: &'a Model,
    /// The seat.
    pub seat: Voice,
    /// What it wants, clause by clause.
    pub wants: Vec<Want>,
    /// What the status quo is worth to it.
    pub at_status_quo: f64,
    /// The least it would settle for.
    pub reservation: f64,
}

impl<'a> Brief<'a> {
    /// The brief of a seat as the scenario states it, nothing drawn; none where the seat is not at the table.
    pub fn as_stated(scenario: &'a Scenario, model: &'a Model, seat: Voice) -> Option<Self> {
        Self::of(scenario, model, (&Realisation::as_stated(model), &Voices::as_stated(model)), seat)
    }

    /// The brief of a seat in a negotiation that is open; none where the seat is not at the table.
    pub fn in_room(scenario: &'a Scenario, model: &'a Model, view: &View<'_>, seat: Voice) -> Option<Self> {
        Self::of(scenario, model, (view.parties, view.voices), seat)
    }

    fn of(
        scenario: &'a Scenario,
        model: &'a Model,
        (parties, voices): (&Realisation, &Voices),
        seat: Voice,
    ) -> Option<Self> {
        let (own, stands_for, party, reservation) = match seat {
            Voice::Country(i) if parties.present[i] => {
                (&parties.national, &parties.effective, i, parties.reservations[i])
            }
            Voice::Country(_) => return None,
            Voice::Bloc(b) => {
                let v = voices.of_bloc[b]?;
                (&voices.preferences, &voices.preferences, v, voices.reservations[v])
            }
        };
        let total: f64 = model.clause_ids().map(|clause| own.salience(party, clause)).sum();
        let want = |clause: ClauseId| Want {
            clause,
            own: own.favourite(party, clause),
            stands_for: stands_for.favourite(party, clause),
            share: if total > 0.0 { own.salience(party, clause) / total } else { 0.0 },
            status_quo: parties.status_quo()[clause],
        };
        Some(Self {
            scenario,
            model,
            seat,
            wants: model.clause_ids().map(want).collect(),
            at_status_quo: stands_for.utility_of(party, parties.status_quo()),
            reservation,
        })
    }
}
