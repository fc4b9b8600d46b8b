//! What each country has without a text: failure at a cost, or its outside option (specification §3.2).

use crate::{
    model::{ClubTextModel, Model, OutsideModel},
    preference::{club_gain, without_text},
    text::{ClauseId, Text, Value},
};

/// One replicate's alternatives, by country.
#[derive(Clone, Debug)]
pub struct Alternatives {
    /// c.
    cost_of_failure: Vec<f64>,
    outside: Vec<Option<Outside>>,
    /// Whom what is under negotiation concerns: nobody else gains anything without it.
    concerned: Vec<bool>,
}

/// An outside option as drawn.
#[derive(Clone, Debug)]
enum Outside {
    /// b.
    Gain(f64),
    /// y and σ.
    Club { text: Text, reach: f64 },
}

impl Alternatives {
    /// The alternatives as stated.
    pub fn new(model: &Model) -> Self {
        let outside = |outside: &OutsideModel| match outside {
            OutsideModel::Gain(b) => Outside::Gain(*b),
            OutsideModel::Club { text: ClubTextModel::Given(text), reach } => {
                Outside::Club { text: text.clone(), reach: *reach }
            }
            OutsideModel::Club { reach, .. } => {
                Outside::Club { text: Text(model.status_quo().collect()), reach: *reach }
            }
        };
        Self {
            cost_of_failure: model.countries.iter().map(|c| c.cost_of_failure).collect(),
            outside: model.countries.iter().map(|c| c.outside_option.as_ref().map(outside)).collect(),
            concerned: vec![true; model.countries.len()],
        }
    }

    /// Costs, gains and reaches as stated; texts stay as they are.
    pub fn copy_stated(&mut self, model: &Model) {
        self.concerned.fill(true);
        for (i, country) in model.countries.iter().enumerate() {
            self.cost_of_failure[i] = country.cost_of_failure;
            match country.outside_option {
                Some(OutsideModel::Gain(stated)) => self.set_gain(i, stated),
                Some(OutsideModel::Club { reach, .. }) => self.set_reach(i, reach),
                None => {}
            }
        }
    }

    pub fn set_cost_of_failure(&mut self, i: usize, drawn: f64) {
        self.cost_of_failure[i] = drawn;
    }

    /// Sets b, where the outside option is a number.
    pub fn set_gain(&mut self, i: usize, drawn: f64) {
        if let Some(Outside::Gain(b)) = &mut self.outside[i] {
            *b = drawn;
        }
    }

    /// Sets σ, where the outside option is a club.
    pub fn set_reach(&mut self, i: usize, drawn: f64) {
        if let Some(Outside::Club { reach, .. }) = &mut self.outside[i] {
            *reach = drawn;
        }
    }

    /// Sets one clause of a club's text.
    pub fn set_term(&mut self, i: usize, clause: ClauseId, value: Value) {
        if let Some(Outside::Club { text, .. }) = &mut self.outside[i] {
            text[clause] = value;
        }
    }

    /// Sets whether what is under negotiation concerns a country.
    pub fn set_concerned(&mut self, i: usize, concerned: bool) {
        self.concerned[i] = concerned;
    }

    /// What country i's alternative is worth, relative to the status quo, to a party whose utility of the status quo is
    /// `at_status_quo`: the country itself, or a bloc that speaks for it.
    pub fn worth(&self, i: usize, at_status_quo: f64, utility: impl FnOnce(&Text) -> f64) -> f64 {
        let gain = self.outside[i].as_ref().map(|outside| match outside {
            Outside::Gain(b) => *b,
            Outside::Club { text, reach } => club_gain(at_status_quo, utility(text), *reach),
        });
        let worth = without_text(self.cost_of_failure[i], gain);
        if self.concerned[i] { worth } else { worth.min(0.0) }
    }
}
