//! What an ensemble says: does a lowest-common-denominator text emerge, when, and who holds it down?

use serde::Serialize;

use super::{
    histogram::Histogram,
    statistics::{Mean, Moments, Rate},
};
use crate::{
    model::Model,
    negotiation::Room,
    outcome::{Emergence, Label, Outcome},
    random::Seed,
    scenario::Scenario,
    stance::Stance,
    text::Value,
    yardstick::{IdealDepths, Lcd, tolerance_frontier},
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
    clauses: Vec<ClauseTally>,
    parties: Vec<PartyTally>,
}

#[derive(Clone, Debug)]
struct ClauseTally {
    low: Histogram,
    middle: Histogram,
    high: Histogram,
    width: Moments,
    options: Vec<u64>,
}

#[derive(Clone, Debug, Default)]
struct PartyTally {
    laggard: u64,
    present: u64,
    held_out: u64,
    objected_at_end: u64,
    explained: u64,
    sponsored: u64,
    left: u64,
    defected: u64,
    gain: Moments,
}

impl Accumulator {
    /// An empty one.
    pub fn new(model: &Model) -> Self {
        let clause = |options: usize| ClauseTally {
            low: Histogram::default(),
            middle: Histogram::default(),
            high: Histogram::default(),
            width: Moments::default(),
            options: vec![0; options],
        };
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
            clauses: model.clauses.iter().map(|c| clause(c.options)).collect(),
            parties: vec![PartyTally::default(); model.countries.len()],
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
        if adopted {
            self.rounds.add(outcome.round.into());
            self.depth.add(outcome.depth);
            self.depth_of_adopted.add(outcome.depth);
            self.guaranteed.add(outcome.guaranteed_depth);
            self.add_text(outcome);
        }
        self.participation.add(outcome.participation);
        let committed = if adopted {
            outcome.guaranteed_depth
        } else {
            outcome.realised_depth
        };
        self.depth_by_participation.add(committed * outcome.participation);
        self.add_parties(outcome);
    }

    fn add_text(&mut self, outcome: &Outcome) {
        for (tally, value) in self.clauses.iter_mut().zip(&outcome.text.0) {
            match *value {
                Value::Interval { lo, hi } => {
                    tally.low.add(lo);
                    tally.high.add(hi);
                    tally.middle.add(value.middle());
                    tally.width.add(hi - lo);
                }
                Value::Option(o) => tally.options[usize::from(o)] += 1,
            }
        }
    }

    fn add_parties(&mut self, outcome: &Outcome) {
        for (tally, party) in self.parties.iter_mut().zip(&outcome.parties) {
            tally.laggard += u64::from(party.laggard);
            tally.present += u64::from(party.stance != Stance::Absent);
            tally.held_out += u64::from(party.held_out);
            tally.objected_at_end += u64::from(party.stance == Stance::Object);
            tally.explained += u64::from(party.stance == Stance::Explain);
            tally.sponsored += u64::from(party.stance == Stance::Sponsor);
            tally.left += u64::from(party.left);
            tally.defected += u64::from(party.defected);
            tally.gain.add(party.gain);
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
        let mut lcd = Lcd::default();
        lcd.measure(
            &model.depth,
            &stated.national,
            &stated.present,
            model.clauses.len(),
        );
        let frontier = tolerance_frontier(model, &stated.national, &stated.present).map(|(_, depth)| depth);
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
            depth: DepthSummary {
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
                tolerance_frontier: frontier,
                linkage_gain: frontier.map(|f| f - lcd.depth_weak),
                participation: self.participation.mean(),
                by_participation: self.depth_by_participation.mean(),
            },
            counterfactual: (self.without_laggards.mean().n > 0).then(|| self.counterfactual(model)),
            clauses: self.clause_summaries(model, &lcd),
            parties: self.party_summaries(model, &stated, &lcd),
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
        let rows = model.clause_ids().zip(&model.clauses).zip(&self.clauses);
        rows.map(|((id, clause), tally)| {
            let ambition = model.depth.weight(id) > 0.0;
            let yardstick = |by_clause: &[f64]| ambition.then(|| by_clause[id.index()]);
            let source = &clause.source;
            ClauseSummary {
                name: clause.name.clone(),
                title: source.title().unwrap_or(&clause.name).to_owned(),
                kind: source.kind(),
                weight: model.depth.weight(id),
                status_quo: source.in_words(clause.status_quo),
                status_quo_at: clause.status_quo.middle(),
                lcd_point: yardstick(&lcd.strong),
                tolerance_bound: yardstick(&lcd.weak),
                median_ideal: yardstick(&lcd.reference),
                text: (clause.options == 0).then(|| TextSummary {
                    p10: tally.middle.quantile(0.1),
                    median: tally.middle.quantile(0.5),
                    p90: tally.middle.quantile(0.9),
                    low: tally.low.quantile(0.5),
                    high: tally.high.quantile(0.5),
                    width: tally.width.mean(),
                    words: tally.middle.quantile(0.5).map(|x| source.level(x)),
                }),
                options: tally
                    .options
                    .iter()
                    .enumerate()
                    .map(|(o, count)| (source.in_words(Value::option(o)), Rate::new(*count, self.adopted)))
                    .collect(),
            }
        })
        .collect()
    }

    fn party_summaries(&self, model: &Model, stated: &Room, lcd: &Lcd) -> Vec<PartySummary> {
        let mut ambitions = IdealDepths::default();
        ambitions.measure(&model.depth, &stated.national, &stated.present, lcd);
        let rate = |count| Rate::new(count, self.replicates);
        let rows = model.countries.iter().zip(&self.parties).enumerate();
        rows.map(|(i, (country, tally))| PartySummary {
            name: country.name.clone(),
            materiality: country.materiality,
            ideal_depth: ambitions.of(i),
            present: rate(tally.present),
            laggard: rate(tally.laggard),
            held_out: rate(tally.held_out),
            objected_at_end: rate(tally.objected_at_end),
            explained: rate(tally.explained),
            sponsored: rate(tally.sponsored),
            left: rate(tally.left),
            defected: rate(tally.defected),
            gain: tally.gain.mean(),
        })
        .collect()
    }
}

/// What an ensemble says. Intervals are 95 %; the shares of outcomes hold together.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// The scenario's title.
    pub scenario: String,
    /// The scenario's hash.
    pub hash: String,
    /// The version that ran it.
    pub version: &'static str,
    /// The master seed.
    pub seed: Seed,
    /// How many replicates.
    pub replicates: u64,
    /// The decision rule, as a sentence.
    pub rule: String,
    /// A text was adopted.
    pub adopted: Rate,
    /// It is an LCD text.
    pub lcd: Rate,
    /// It commits to no more than the LCD.
    pub lcd_in_substance: Rate,
    /// An LCD text, of the texts adopted.
    pub lcd_given_adopted: Rate,
    /// LCD in substance, of the texts adopted.
    pub lcd_in_substance_given_adopted: Rate,
    /// An LCD text that was diluted on the way.
    pub emerged: Rate,
    /// An LCD text that started there.
    pub by_design: Rate,
    /// The round in which it fell there, where it did.
    pub emergence_round: Mean,
    /// Replicates without a conflict of ambition: Λ is undefined.
    pub no_conflict: Rate,
    /// Replicates that uproar would have ended otherwise than silence.
    pub fixed_points_differ: Rate,
    /// The round of adoption.
    pub rounds: Mean,
    /// Share of each outcome, in the order of the tree.
    #[serde(serialize_with = "by_label")]
    pub outcomes: Vec<OutcomeShare>,
    /// How deep.
    pub depth: DepthSummary,
    /// The same replicates with the laggards' veto removed.
    pub counterfactual: Option<Counterfactual>,
    /// Clause by clause.
    pub clauses: Vec<ClauseSummary>,
    /// Country by country.
    pub parties: Vec<PartySummary>,
}

/// How deep the texts went. All depths in [0, 1].
#[derive(Clone, Debug, Serialize)]
pub struct DepthSummary {
    /// D of texts adopted.
    pub adopted: Mean,
    /// One in ten is no deeper.
    pub p10: Option<f64>,
    /// Half are no deeper.
    pub median: Option<f64>,
    /// Nine in ten are no deeper.
    pub p90: Option<f64>,
    /// G of texts adopted.
    pub guaranteed: Mean,
    /// D of what holds afterwards, the status quo where nothing was adopted.
    pub realised: Mean,
    /// D of the first draft.
    pub draft: Mean,
    /// D^L, mean over replicates.
    pub strong_lcd: Mean,
    /// D^T.
    pub weak_lcd: Mean,
    /// D^R.
    pub reference: Mean,
    /// D^T* for the preferences as stated; none where it is no linear programme.
    pub tolerance_frontier: Option<f64>,
    /// D^T* − D^T as stated: what trading across clauses could add.
    pub linkage_gain: Option<f64>,
    /// Materiality of those in the room at the end.
    pub participation: Mean,
    /// G × participation, status quo depth where nothing was adopted.
    pub by_participation: Mean,
}

/// The laggards' veto removed, on the same draws.
#[derive(Clone, Debug, Serialize)]
pub struct Counterfactual {
    /// Realised depth without it.
    pub depth: Mean,
    /// How much deeper, paired.
    pub rise: Mean,
    /// Whether that makes the LCD label causal.
    pub causal: bool,
}

/// One clause.
#[derive(Clone, Debug, Serialize)]
pub struct ClauseSummary {
    /// Its key.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: &'static str,
    /// Its share of depth.
    pub weight: f64,
    /// What holds without agreement, in words.
    pub status_quo: String,
    /// The same as a number (an option's place).
    pub status_quo_at: f64,
    /// L_d, for preferences as stated.
    pub lcd_point: Option<f64>,
    /// T_d.
    pub tolerance_bound: Option<f64>,
    /// Median ideal.
    pub median_ideal: Option<f64>,
    /// What adopted texts say; none for options.
    pub text: Option<TextSummary>,
    /// How often each option was adopted; empty for scales.
    #[serde(serialize_with = "by_name", skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<(String, Rate)>,
}

/// What adopted texts say on a clause.
#[derive(Clone, Debug, Serialize)]
pub struct TextSummary {
    /// One in ten is no higher (midpoint of the interval).
    pub p10: Option<f64>,
    /// Half are no higher.
    pub median: Option<f64>,
    /// Nine in ten are no higher.
    pub p90: Option<f64>,
    /// The median of the least demanding readings.
    pub low: Option<f64>,
    /// The median of the most demanding readings.
    pub high: Option<f64>,
    /// How much is left open.
    pub width: Mean,
    /// The median in words.
    pub words: Option<String>,
}

/// One country.
#[derive(Clone, Debug, Serialize)]
pub struct PartySummary {
    /// Its key.
    pub name: String,
    /// m.
    pub materiality: f64,
    /// Σ a_d p_id as stated.
    pub ideal_depth: f64,
    /// In the room at the end.
    pub present: Rate,
    /// Among the least ambitious.
    pub laggard: Rate,
    /// It said no at the last attempt that failed.
    pub held_out: Rate,
    /// It objected to the last text.
    pub objected_at_end: Rate,
    /// It went along under protest.
    pub explained: Rate,
    /// It sponsored the text.
    pub sponsored: Rate,
    /// It walked out.
    pub left: Rate,
    /// It broke its bloc's line.
    pub defected: Rate,
    /// Its gain over the status quo, by its own ideals.
    pub gain: Mean,
}

/// How often negotiations ended in one way.
#[derive(Clone, Copy, Debug)]
pub struct OutcomeShare {
    /// The way.
    pub label: Label,
    /// Its share; the intervals of all labels hold together.
    pub share: Rate,
    /// The first replicate that ended so.
    pub example: Option<u64>,
}

fn by_label<S: serde::Serializer>(rows: &[OutcomeShare], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Share {
        count: u64,
        share: f64,
        low: f64,
        high: f64,
        example: Option<u64>,
    }
    serializer.collect_map(rows.iter().map(|row| {
        let Rate {
            count,
            rate,
            low,
            high,
            ..
        } = row.share;
        (
            row.label,
            Share {
                count,
                share: rate.unwrap_or(0.0),
                low,
                high,
                example: row.example,
            },
        )
    }))
}

fn by_name<S: serde::Serializer>(rows: &[(String, Rate)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(rows.iter().map(|(name, rate)| (name, rate)))
}
