//! What null models make of the same replicates: the rates beside the run's own, and how far the run exceeds them.

use serde::Serialize;

use super::statistics::{Mean, Moments, Rate};
use crate::{
    null::Null,
    outcome::{NullOutcome, Outcome},
};

/// What one null model makes of the replicates. Intervals are 95 %.
#[derive(Clone, Debug, Serialize)]
pub struct NullSummary {
    /// The null model.
    pub null: Null,
    /// What it does, in a few words.
    pub what: &'static str,
    /// A text comes out.
    pub adopted: Rate,
    /// It is an LCD text.
    pub lcd: Rate,
    /// It commits to no more than the LCD.
    pub lcd_in_substance: Rate,
    /// Share of LCD texts in the run less that in the null, paired.
    pub lcd_excess: Mean,
    /// The same in substance.
    pub lcd_in_substance_excess: Mean,
    /// D of what holds afterwards.
    pub depth: Mean,
}

/// Adds up what one null model makes of replicates.
#[derive(Clone, Debug)]
struct NullTally {
    null: Null,
    of: u64,
    adopted: u64,
    lcd: u64,
    in_substance: u64,
    lcd_excess: Moments,
    in_substance_excess: Moments,
    depth: Moments,
}

impl NullTally {
    fn new(null: Null) -> Self {
        Self {
            null,
            of: 0,
            adopted: 0,
            lcd: 0,
            in_substance: 0,
            lcd_excess: Moments::default(),
            in_substance_excess: Moments::default(),
            depth: Moments::default(),
        }
    }

    fn add(&mut self, run: &Outcome, null: &NullOutcome) {
        let excess = |run: bool, null: bool| f64::from(u8::from(run)) - f64::from(u8::from(null));
        self.of += 1;
        self.adopted += u64::from(null.adopted);
        self.lcd += u64::from(null.lcd);
        self.in_substance += u64::from(null.lcd_in_substance);
        self.lcd_excess.add(excess(run.lcd, null.lcd));
        self.in_substance_excess.add(excess(run.lcd_in_substance, null.lcd_in_substance));
        self.depth.add(null.realised_depth);
    }

    fn summarise(&self) -> NullSummary {
        NullSummary {
            null: self.null,
            what: self.null.words(),
            adopted: Rate::new(self.adopted, self.of),
            lcd: Rate::new(self.lcd, self.of),
            lcd_in_substance: Rate::new(self.in_substance, self.of),
            lcd_excess: self.lcd_excess.mean(),
            lcd_in_substance_excess: self.in_substance_excess.mean(),
            depth: self.depth.mean(),
        }
    }
}

/// Adds up what null models make of replicates, as many as are asked.
#[derive(Clone, Debug, Default)]
pub struct NullTallies(Vec<NullTally>);

impl NullTallies {
    /// Takes in one outcome with what null models made of it.
    pub fn add(&mut self, outcome: &Outcome) {
        for found in &outcome.nulls {
            let place = self.0.iter().position(|t| t.null == found.null).unwrap_or_else(|| {
                self.0.push(NullTally::new(found.null));
                self.0.len() - 1
            });
            self.0[place].add(outcome, found);
        }
    }

    /// What they say, in the order of [`Null::ALL`].
    pub fn summarise(&self) -> Vec<NullSummary> {
        let mut summaries: Vec<NullSummary> = self.0.iter().map(NullTally::summarise).collect();
        summaries.sort_by_key(|s| s.null);
        summaries
    }
}
