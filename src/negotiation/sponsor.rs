//! The sponsor: who tables a text, what it wants, and what it settles for (specification §5).

use super::{
    bloc_wishes::write_bloc_wishes,
    ranks::Ranks,
    realisation::Realisation,
    voices::{Voice, Voices},
};
use crate::{
    model::{Appraisal, Author, DraftModel, Model, Preferences},
    text::{ClauseId, Text, Value},
};

/// Who tables a text.
#[derive(Clone, Debug)]
pub struct TextSponsor {
    /// Who it is; none where the text is nobody's own.
    pub who: Option<Author>,
    /// What it wants: one party.
    wants: Preferences,
    /// r: the least it settles for.
    pub reservation: f64,
}

impl TextSponsor {
    pub fn new(model: &Model) -> Self {
        let mut wants = model.stated.clone();
        wants.reset(1);
        Self { who: None, wants, reservation: 0.0 }
    }

    /// Determines who tables this replicate's text.
    pub fn identify(&mut self, model: &Model, room: &Realisation, voices: &Voices, seated: &[bool]) {
        self.who = None;
        match model.draft {
            DraftModel::Sponsor(author) => self.speak_for(model, room, seated, author),
            DraftModel::Recognised => {
                if let Some(v) = recognised(voices, room.recognition) {
                    self.wants.copy_party(0, &voices.preferences, v);
                    self.reservation = voices.reservations[v];
                    self.who = Some(match voices.who[v] {
                        Voice::Bloc(b) => Author::Bloc(b),
                        Voice::Country(i) => Author::Country(i),
                    });
                }
            }
            _ => {}
        }
        self.wants.update_shared_params();
    }

    fn speak_for(&mut self, model: &Model, room: &Realisation, seated: &[bool], author: Author) {
        self.who = Some(author);
        match author {
            Author::Country(i) => {
                self.wants.copy_party(0, &room.national, i);
                self.reservation = room.national_reservation(model, i);
            }
            Author::Bloc(b) => {
                let ranks = Ranks::of(model, room.attendance(), seated, b);
                write_bloc_wishes(model, room, ranks, &mut self.wants, 0);
                self.normalise_saliences(model);
                let utility = |text: &Text| self.wants.utility_of(0, text);
                self.reservation =
                    room.bloc_reservation(utility(room.status_quo()), ranks.members(), utility);
            }
            Author::Firm(f) => {
                self.wants.copy_party(0, &model.firms[f].preferences, 0);
                for clause in model.clause_ids() {
                    if let Some(ideal) = room.firm_ideal(model, f, clause) {
                        self.wants.set_ideal(0, clause, ideal);
                    }
                }
                self.wants.update_shared_params();
                self.reservation = self.utility(room.status_quo(), &mut Appraisal::default());
            }
        }
    }

    fn normalise_saliences(&mut self, model: &Model) {
        self.wants.update_shared_params();
        if model.relative_saliences {
            self.wants.normalise_saliences();
        }
    }

    /// What it would write on a clause; none where it does not care.
    pub fn favourite(&self, clause: ClauseId) -> Option<Value> {
        let own = self.who.is_some() && self.wants.salience(0, clause) > 0.0;
        own.then(|| self.wants.favourite(0, clause))
    }

    /// How much it cares about a clause.
    pub fn salience(&self, clause: ClauseId) -> f64 {
        self.wants.salience(0, clause)
    }

    /// What it makes of a text, in utility; the text is appraised in `appraisal`.
    pub fn utility(&self, text: &Text, appraisal: &mut Appraisal) -> f64 {
        appraisal.judge(&self.wants, text);
        appraisal.utilities()[0]
    }

    /// What it would make of the text so appraised with one clause changed.
    pub fn utility_with(&self, appraisal: &Appraisal, clause: ClauseId, value: Value) -> f64 {
        let mut loss = [0.0];
        self.wants.column(clause, value, &mut loss);
        self.wants.utility(0, appraisal.totals()[0] - appraisal.losses(clause)[0] + loss[0])
    }
}

/// The voice whose share of Σ_d m s_d, materiality × stated salience, the drawn number falls into (specification §5.1).
fn recognised(voices: &Voices, number: f64) -> Option<usize> {
    let clauses = || (0..).map(ClauseId::new).take(voices.preferences.clauses());
    let weight =
        |v: usize| voices.materiality[v] * clauses().map(|c| voices.stated_salience(v, c)).sum::<f64>();
    let total: f64 = (0..voices.who.len()).map(weight).sum();
    let mut below = 0.0;
    (0..voices.who.len()).find(|&v| {
        below += weight(v);
        number * total < below
    })
}
