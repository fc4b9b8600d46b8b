//! What the outcome is measured against, from preferences alone (specification §2).

use super::realisation::Realisation;
use crate::{
    benchmark::{IdealDepths, Lcd},
    model::Model,
};

/// The benchmarks of one replicate.
#[derive(Clone, Debug)]
pub struct Benchmarks {
    /// Over the countries present.
    pub lcd: Lcd,
    /// Over all members, without observers.
    pub lcd_of_all: Lcd,
    /// How deep a text each country wants.
    pub ambitions: IdealDepths,
    everyone: Vec<bool>,
}

impl Benchmarks {
    pub fn new(model: &Model) -> Self {
        Self {
            lcd: Lcd::default(),
            lcd_of_all: Lcd::default(),
            ambitions: IdealDepths::default(),
            everyone: model.countries.iter().map(|country| !country.observes()).collect(),
        }
    }

    /// Computes the benchmarks of these parties.
    pub fn measure(&mut self, model: &Model, parties: &Realisation) {
        let Realisation { national, present, .. } = parties;
        self.lcd.measure(&model.depth, national, present);
        if *present != self.everyone {
            self.lcd_of_all.measure(&model.depth, national, &self.everyone);
        } else {
            self.lcd_of_all.copy_from(&self.lcd);
        }
        self.ambitions.measure(&model.depth, national, present, &self.lcd);
    }
}
