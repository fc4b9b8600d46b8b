//! What a run adds up for each clause and for each country.

use super::{
    histogram::Histogram,
    observed::median_ranks,
    statistics::{Moments, Rate},
    summary::{ClauseSummary, PartySummary, TextSummary},
};
use crate::{
    benchmark::Lcd,
    model::{CountryModel, Model},
    outcome::PartyOutcome,
    stance::Stance,
    text::{ClauseId, Value},
    voting::Vote,
};

/// What texts that were adopted say on a clause.
#[derive(Clone, Debug)]
pub(super) struct ClauseTally {
    low: Histogram,
    middle: Histogram,
    high: Histogram,
    width: Moments,
    options: Vec<u64>,
}

impl ClauseTally {
    /// Nothing yet, on a clause of so many options; 0 for a scale.
    pub fn new(options: usize) -> Self {
        Self {
            low: Histogram::default(),
            middle: Histogram::default(),
            high: Histogram::default(),
            width: Moments::default(),
            // And none of them.
            options: vec![0; options + usize::from(options > 0)],
        }
    }

    /// Takes in what a text says.
    pub fn add(&mut self, value: Value) {
        match value {
            Value::Interval { lo, hi } => {
                self.low.add(lo);
                self.high.add(hi);
                self.middle.add(value.middle());
                self.width.add(hi - lo);
            }
            Value::Option(o) => self.options[usize::from(o)] += 1,
        }
    }

    /// What it comes to, of so many texts.
    pub fn summarise(&self, model: &Model, id: ClauseId, lcd: &Lcd, adopted: u64) -> ClauseSummary {
        let clause = &model.clauses[id.index()];
        let source = &clause.source;
        let ambition = model.depth.weight(id) > 0.0;
        let benchmark = |by_clause: &[f64]| ambition.then(|| by_clause[id.index()]);
        let options = self.options.iter().enumerate();
        ClauseSummary {
            name: clause.name.clone(),
            title: source.title().unwrap_or(&clause.name).to_owned(),
            kind: source.kind(),
            weight: model.depth.weight(id),
            status_quo: source.in_words(clause.status_quo),
            status_quo_at: clause.status_quo.middle(),
            lcd_point: benchmark(&lcd.strong),
            tolerance_bound: benchmark(&lcd.weak),
            median_ideal: benchmark(&lcd.reference),
            text: (clause.options == 0).then(|| TextSummary {
                p10: self.middle.quantile(0.1),
                median: self.middle.quantile(0.5),
                p90: self.middle.quantile(0.9),
                median_within: self.median_within(model.clauses.len()),
                low: self.low.quantile(0.5),
                high: self.high.quantile(0.5),
                width: self.width.mean(),
                words: self.middle.quantile(0.5).map(|x| source.level(x)),
            }),
            options: options
                .map(|(o, count)| (source.in_words(Value::option(o)), Rate::new(*count, adopted)))
                .collect(),
        }
    }

    /// One of the intervals of `clauses` medians that hold together.
    fn median_within(&self, clauses: usize) -> Option<[f64; 2]> {
        let [low, high] = median_ranks(self.middle.total(), clauses)?;
        Some([self.middle.ranked(low)?, self.middle.ranked(high)?])
    }
}

/// How often a country did what, and what it gained.
#[derive(Clone, Debug, Default)]
pub(super) struct PartyTally {
    laggard: u64,
    least_ambitious: u64,
    present: u64,
    held_out: u64,
    objected_at_end: u64,
    explained: u64,
    abstained: u64,
    sponsored: u64,
    left: u64,
    defected: u64,
    gain: Moments,
}

impl PartyTally {
    /// Takes in how a negotiation ended for it.
    pub fn add(&mut self, party: &PartyOutcome) {
        self.laggard += u64::from(party.laggard);
        self.least_ambitious += u64::from(party.least_ambitious);
        self.present += u64::from(!matches!(party.stance, Stance::Observe | Stance::Absent));
        self.held_out += u64::from(party.held_out);
        self.objected_at_end += u64::from(matches!(party.stance, Stance::Object | Stance::Against));
        let abstained = party.vote == Vote::Abstain;
        self.explained += u64::from(party.stance == Stance::Explain && !abstained);
        self.abstained += u64::from(abstained);
        self.sponsored += u64::from(party.stance == Stance::Sponsor);
        self.left += u64::from(party.left);
        self.defected += u64::from(party.defected);
        self.gain.add(party.gain);
    }

    /// What it comes to, of so many replicates.
    pub fn summarise(&self, country: &CountryModel, ideal_depth: f64, replicates: u64) -> PartySummary {
        let rate = |count| Rate::new(count, replicates);
        PartySummary {
            name: country.name.clone(),
            materiality: country.materiality,
            ideal_depth,
            present: rate(self.present),
            laggard: rate(self.laggard),
            least_ambitious: rate(self.least_ambitious),
            held_out: rate(self.held_out),
            objected_at_end: rate(self.objected_at_end),
            explained: rate(self.explained),
            abstained: rate(self.abstained),
            sponsored: rate(self.sponsored),
            left: rate(self.left),
            defected: rate(self.defected),
            gain: self.gain.mean(),
        }
    }
}
