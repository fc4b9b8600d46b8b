//! From outcomes to a summary, in memory that does not grow with their number.

use super::{
    deals::DealTally,
    estimate::EstimateTally,
    failures::{FailureSummary, status_quo_would_do},
    histogram::Histogram,
    measure::{FIXED, Fixed},
    nulls::NullTallies,
    observed::{ObservedSummary, yes_share},
    statistics::{Mean, Moments, Rate},
    summary::{
        ClauseSummary, Counterfactual, DepthSummary, OutcomeShare, PartySummary, StatedBenchmarks, Summary,
    },
    table::ColumnKind,
    tallies::{ClauseTally, PartyTally},
};
use crate::{
    benchmark::{IdealDepths, Lcd, agreement::tolerance_frontier},
    case::Case,
    model::Model,
    negotiation::Realisation,
    outcome::{Label, Outcome},
    random::Seed,
};

/// Adds up outcomes, in order, in memory that does not grow with their number.
#[derive(Clone, Debug)]
pub struct Accumulator<'c> {
    case: &'c Case,
    seed: Seed,
    replicates: u64,
    labels: [u64; Label::ALL.len()],
    /// The first replicate that ended so.
    examples: [Option<u64>; Label::ALL.len()],
    /// The sums of the measures that every case has.
    tallies: Vec<(&'static Fixed, EstimateTally)>,
    /// D and G of texts adopted.
    adopted_depth: Moments,
    adopted_guaranteed: Moments,
    /// Λ of texts adopted, where it is defined.
    adopted_index: Moments,
    depth_of_adopted: Histogram,
    nulls: NullTallies,
    clauses: Vec<ClauseTally>,
    parties: Vec<PartyTally>,
    deals: Option<DealTally>,
    /// The first replicates without a text.
    failed: Vec<u64>,
    /// Yes as a share of the votes cast, where a vote was taken.
    yes: Histogram,
}

impl<'c> Accumulator<'c> {
    /// An empty one, for outcomes of this case under this master seed.
    pub fn new(case: &'c Case, seed: Seed) -> Self {
        let model = case.model();
        let measures = FIXED.iter().filter(|m| m.kind != ColumnKind::String);
        Self {
            case,
            seed,
            replicates: 0,
            labels: [0; Label::ALL.len()],
            examples: [None; Label::ALL.len()],
            tallies: measures.map(|m| (m, EstimateTally::new(m.kind))).collect(),
            adopted_depth: Moments::default(),
            adopted_guaranteed: Moments::default(),
            adopted_index: Moments::default(),
            depth_of_adopted: Histogram::default(),
            nulls: NullTallies::default(),
            clauses: model.clauses.iter().map(|c| ClauseTally::new(c.options)).collect(),
            parties: vec![PartyTally::default(); model.countries.len()],
            deals: DealTally::new(model),
            failed: Vec::new(),
            yes: Histogram::default(),
        }
    }

    /// Takes in one outcome.
    pub fn add(&mut self, outcome: &Outcome) {
        self.replicates += 1;
        self.labels[outcome.label.index()] += 1;
        self.examples[outcome.label.index()].get_or_insert(outcome.replicate);
        for (measure, tally) in &mut self.tallies {
            tally.add(&(measure.read)(outcome));
        }
        self.nulls.add(outcome);
        yes_share(outcome).into_iter().for_each(|share| self.yes.add(share));
        if outcome.conclusion.adopted() {
            self.adopted_depth.add(outcome.depth);
            self.adopted_guaranteed.add(outcome.guaranteed_depth);
            outcome.index.into_iter().for_each(|index| self.adopted_index.add(index));
            self.depth_of_adopted.add(outcome.depth);
            self.add_text(outcome);
        } else if self.failed.len() < FailureSummary::MOST {
            self.failed.push(outcome.replicate);
        }
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

    /// The sum of a fixed measure.
    fn tally(&self, name: &str) -> EstimateTally {
        let found = self.tallies.iter().find(|(measure, _)| measure.name == name);
        debug_assert!(found.is_some(), "no measure {name}");
        found.map_or_else(|| EstimateTally::new(ColumnKind::Number), |(_, tally)| *tally)
    }

    fn rate(&self, name: &str) -> Rate {
        self.tally(name).rate()
    }

    fn mean(&self, name: &str) -> Mean {
        self.tally(name).mean()
    }

    /// What they say.
    pub fn summarise(&self) -> Summary {
        let (scenario, model) = (self.case.scenario(), self.case.model());
        let outcome = |label: Label| OutcomeShare {
            label,
            share: Rate::simultaneous(self.labels[label.index()], self.replicates, Label::ALL.len()),
            example: self.examples[label.index()],
        };
        let stated = Realisation::as_stated(model);
        let lcd = Lcd::of(&model.depth, &stated.national, &stated.present);
        let no_conflict = self.replicates - self.tally("lcd_index").defined();
        let summary = Summary {
            scenario: scenario.title.clone(),
            changed: scenario.changed.clone(),
            hash: scenario.hash(),
            version: env!("CARGO_PKG_VERSION"),
            seed: self.seed,
            replicates: self.replicates,
            rule: scenario.rule.to_string(),
            adopted: self.rate("adopted"),
            lcd: self.rate("lcd"),
            lcd_in_substance: self.rate("lcd_in_substance"),
            lcd_given_adopted: self.rate("lcd_given_adopted"),
            lcd_in_substance_given_adopted: self.rate("lcd_in_substance_given_adopted"),
            lcd_index: self.adopted_index.mean(),
            emerged: self.rate("emerged"),
            by_design: self.rate("by_design"),
            emergence_round: self.mean("emergence_round"),
            no_conflict: Rate::new(no_conflict, self.replicates),
            fixed_points_differ: self.rate("fixed_points_differ"),
            rounds: self.mean("adoption_round"),
            outcomes: Label::ALL.into_iter().map(outcome).collect(),
            depth: self.depth_summary(model, &stated, &lcd),
            choices: None,
            nulls: self.nulls.summarise(),
            responsibility: None,
            counterfactual: self.counterfactual(),
            clauses: self.clause_summaries(model, &lcd),
            parties: self.party_summaries(model, &stated, &lcd),
            deals: self.deals.as_ref().map(DealTally::summarise),
            failed: self.failed.clone(),
            status_quo_would_do: status_quo_would_do(model),
            failures: None,
            observed: None,
        };
        let summary = if scenario.is_certain() { summary.without_sampling() } else { summary };
        Summary { observed: ObservedSummary::of(scenario, model, &summary, &self.yes), ..summary }
    }

    fn depth_summary(&self, model: &Model, stated: &Realisation, lcd: &Lcd) -> DepthSummary {
        let frontier = tolerance_frontier(model, &stated.national, &stated.present);
        DepthSummary {
            adopted: self.adopted_depth.mean(),
            p10: self.depth_of_adopted.quantile(0.1),
            median: self.depth_of_adopted.quantile(0.5),
            p90: self.depth_of_adopted.quantile(0.9),
            guaranteed: self.adopted_guaranteed.mean(),
            realised: self.mean("realised_depth"),
            draft: self.mean("draft_depth"),
            strong_lcd: self.mean("depth_lcd"),
            weak_lcd: self.mean("depth_tolerated"),
            reference: self.mean("depth_reference"),
            as_stated: StatedBenchmarks {
                strong_lcd: lcd.depth_strong,
                weak_lcd: lcd.depth_weak,
                reference: lcd.depth_reference,
                tolerance_frontier: frontier,
                linkage_gain: frontier.map(|f| f - lcd.depth_weak),
            },
            participation: self.mean("participation"),
            by_participation: self.mean("depth_by_participation"),
        }
    }

    /// None where no replicate was negotiated a second time.
    fn counterfactual(&self) -> Option<Counterfactual> {
        let (depth, rise) = (self.mean("depth_without_laggards"), self.mean("rise_without_laggards"));
        (depth.n > 0).then_some(Counterfactual { depth, rise })
    }

    fn clause_summaries(&self, model: &Model, lcd: &Lcd) -> Vec<ClauseSummary> {
        let rows = model.clause_ids().zip(&self.clauses);
        let adopted = self.rate("adopted").count;
        rows.map(|(id, tally)| tally.summarise(model, id, lcd, adopted)).collect()
    }

    fn party_summaries(&self, model: &Model, stated: &Realisation, lcd: &Lcd) -> Vec<PartySummary> {
        let ambitions = IdealDepths::over(&model.depth, &stated.national, &stated.present, lcd);
        let rows = model.countries.iter().zip(&self.parties).enumerate();
        rows.map(|(i, (country, tally))| tally.summarise(country, ambitions.of(i), self.replicates)).collect()
    }
}
