//! From outcomes to a summary, in memory that does not grow with their number.

use super::{
    deals::DealTally,
    histogram::Histogram,
    nulls::NullTallies,
    statistics::{Moments, Rate},
    summary::{
        ClauseSummary, Counterfactual, DepthSummary, OutcomeShare, PartySummary, StatedYardsticks, Summary,
    },
    tallies::{ClauseTally, PartyTally},
};
use crate::{
    model::Model,
    negotiation::Room,
    outcome::{Emergence, Label, Outcome},
    random::Seed,
    scenario::Scenario,
    yardstick::{IdealDepths, Lcd, agreement::tolerance_frontier},
};

/// Adds up outcomes, in order, in memory that does not grow with their number.
#[derive(Clone, Debug)]
pub struct Accumulator {
    replicates: u64,
    labels: [u64; Label::ALL.len()],
    /// The first replicate that ended so.
    examples: [Option<u64>; Label::ALL.len()],
    adopted: u64,
    lcd: u64,
    in_substance: u64,
    no_conflict: u64,
    emerged: u64,
    by_design: u64,
    emergence_round: Moments,
    rounds: Moments,
    fixed_points_differ: u64,
    depth: Moments,
    depth_of_adopted: Histogram,
    guaranteed: Moments,
    realised: Moments,
    draft: Moments,
    participation: Moments,
    depth_by_participation: Moments,
    yardsticks: [Moments; 3],
    without_laggards: Moments,
    rise_without_laggards: Moments,
    nulls: NullTallies,
    clauses: Vec<ClauseTally>,
    parties: Vec<PartyTally>,
    deals: Option<DealTally>,
}

impl Accumulator {
    /// An empty one.
    pub fn new(model: &Model) -> Self {
        Self {
            replicates: 0,
            labels: [0; Label::ALL.len()],
            examples: [None; Label::ALL.len()],
            adopted: 0,
            lcd: 0,
            in_substance: 0,
            no_conflict: 0,
            emerged: 0,
            by_design: 0,
            emergence_round: Moments::default(),
            rounds: Moments::default(),
            fixed_points_differ: 0,
            depth: Moments::default(),
            depth_of_adopted: Histogram::default(),
            guaranteed: Moments::default(),
            realised: Moments::default(),
            draft: Moments::default(),
            participation: Moments::default(),
            depth_by_participation: Moments::default(),
            yardsticks: [Moments::default(); 3],
            without_laggards: Moments::default(),
            rise_without_laggards: Moments::default(),
            nulls: NullTallies::default(),
            clauses: model.clauses.iter().map(|c| ClauseTally::new(c.options)).collect(),
            parties: vec![PartyTally::default(); model.countries.len()],
            deals: DealTally::new(model),
        }
    }

    /// Takes in one outcome.
    pub fn add(&mut self, outcome: &Outcome) {
        let adopted = outcome.conclusion.adopted();
        self.replicates += 1;
        self.labels[outcome.label.index()] += 1;
        self.examples[outcome.label.index()].get_or_insert(outcome.replicate);
        self.adopted += u64::from(adopted);
        self.lcd += u64::from(outcome.lcd);
        self.in_substance += u64::from(outcome.lcd_in_substance);
        self.no_conflict += u64::from(outcome.index.is_none());
        match outcome.emergence {
            Emergence::Round(round) => {
                self.emerged += 1;
                self.emergence_round.add(round.into());
            }
            Emergence::ByDesign => self.by_design += 1,
            Emergence::None => {}
        }
        self.fixed_points_differ += u64::from(outcome.fixed_points_differ);
        self.realised.add(outcome.realised_depth);
        self.draft.add(outcome.draft_depth);
        for (moments, x) in self.yardsticks.iter_mut().zip(outcome.yardsticks) {
            moments.add(x);
        }
        if let Some(without) = outcome.without_laggards {
            self.without_laggards.add(without);
            self.rise_without_laggards.add(without - outcome.realised_depth);
        }
        self.nulls.add(outcome);
        if adopted {
            self.rounds.add(outcome.round.into());
            self.depth.add(outcome.depth);
            self.depth_of_adopted.add(outcome.depth);
            self.guaranteed.add(outcome.guaranteed_depth);
            self.add_text(outcome);
        }
        self.participation.add(outcome.participation);
        let committed = if adopted { outcome.guaranteed_depth } else { outcome.realised_depth };
        self.depth_by_participation.add(committed * outcome.participation);
        for (tally, party) in self.parties.iter_mut().zip(&outcome.parties) {
            tally.add(party);
        }
    }

    fn add_text(&mut self, outcome: &Outcome) {
        if let Some(deals) = &mut self.deals {
            deals.add(&outcome.text);
        }
        for (tally, value) in self.clauses.iter_mut().zip(&outcome.text.0) {
            tally.add(*value);
        }
    }

    /// How many outcomes were taken in.
    pub fn replicates(&self) -> u64 {
        self.replicates
    }

    /// What they say.
    pub fn summarise(&self, scenario: &Scenario, model: &Model, seed: Seed) -> Summary {
        let rate = |count| Rate::new(count, self.replicates);
        let given_adopted = |count| Rate::new(count, self.adopted);
        let outcome = |label: Label| OutcomeShare {
            label,
            share: Rate::simultaneous(self.labels[label.index()], self.replicates, Label::ALL.len()),
            example: self.examples[label.index()],
        };
        let stated = Room::as_stated(model);
        let lcd = Lcd::of(&model.depth, &stated.national, &stated.present);
        Summary {
            scenario: scenario.title.clone(),
            hash: scenario.hash(),
            version: env!("CARGO_PKG_VERSION"),
            seed,
            replicates: self.replicates,
            rule: scenario.rule.to_string(),
            adopted: rate(self.adopted),
            lcd: rate(self.lcd),
            lcd_in_substance: rate(self.in_substance),
            lcd_given_adopted: given_adopted(self.lcd),
            lcd_in_substance_given_adopted: given_adopted(self.in_substance),
            emerged: rate(self.emerged),
            by_design: rate(self.by_design),
            emergence_round: self.emergence_round.mean(),
            no_conflict: rate(self.no_conflict),
            fixed_points_differ: rate(self.fixed_points_differ),
            rounds: self.rounds.mean(),
            outcomes: Label::ALL.into_iter().map(outcome).collect(),
            depth: self.depth_summary(model, &stated, &lcd),
            nulls: self.nulls.summarise(),
            counterfactual: (self.without_laggards.mean().n > 0).then(|| self.counterfactual(model)),
            clauses: self.clause_summaries(model, &lcd),
            parties: self.party_summaries(model, &stated, &lcd),
            deals: self.deals.as_ref().map(DealTally::summarise),
        }
    }

    fn depth_summary(&self, model: &Model, stated: &Room, lcd: &Lcd) -> DepthSummary {
        let frontier = tolerance_frontier(model, &stated.national, &stated.present);
        DepthSummary {
            adopted: self.depth.mean(),
            p10: self.depth_of_adopted.quantile(0.1),
            median: self.depth_of_adopted.quantile(0.5),
            p90: self.depth_of_adopted.quantile(0.9),
            guaranteed: self.guaranteed.mean(),
            realised: self.realised.mean(),
            draft: self.draft.mean(),
            strong_lcd: self.yardsticks[0].mean(),
            weak_lcd: self.yardsticks[1].mean(),
            reference: self.yardsticks[2].mean(),
            as_stated: StatedYardsticks {
                strong_lcd: lcd.depth_strong,
                weak_lcd: lcd.depth_weak,
                reference: lcd.depth_reference,
                tolerance_frontier: frontier,
                linkage_gain: frontier.map(|f| f - lcd.depth_weak),
            },
            participation: self.participation.mean(),
            by_participation: self.depth_by_participation.mean(),
        }
    }

    fn counterfactual(&self, model: &Model) -> Counterfactual {
        let rise = self.rise_without_laggards.mean();
        Counterfactual {
            depth: self.without_laggards.mean(),
            rise,
            causal: rise.mean.is_some_and(|r| r >= model.thresholds.causal),
        }
    }

    fn clause_summaries(&self, model: &Model, lcd: &Lcd) -> Vec<ClauseSummary> {
        let rows = model.clause_ids().zip(&self.clauses);
        rows.map(|(id, tally)| tally.summarise(model, id, lcd, self.adopted)).collect()
    }

    fn party_summaries(&self, model: &Model, stated: &Room, lcd: &Lcd) -> Vec<PartySummary> {
        let ambitions = IdealDepths::over(&model.depth, &stated.national, &stated.present, lcd);
        let rows = model.countries.iter().zip(&self.parties).enumerate();
        rows.map(|(i, (country, tally))| tally.summarise(country, ambitions.of(i), self.replicates)).collect()
    }
}
