//! What an ensemble says: does a lowest-common-denominator text emerge, when, and who holds it down?

use serde::Serialize;

use super::{
    choices::ChoiceSummary,
    deals::DealSummary,
    failures::FailureSummary,
    identity::{CaseIdentity, Identity, Runs},
    nulls::NullSummary,
    observed::ObservedSummary,
    responsibility::Responsibility,
    statistics::{Mean, Rate},
};
use crate::{outcome::Label, random::Seed, scenario::Changes};

/// What an ensemble says. Intervals are 95 %; the shares of outcomes hold together.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// The scenario's title.
    pub scenario: String,
    /// What switches and settings changed in it.
    #[serde(skip_serializing_if = "Changes::is_empty")]
    pub changed: Changes,
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
    /// Λ of texts adopted; of none where ambitions hardly differ.
    pub lcd_index: Mean,
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
    /// Who holds the text down; none where that was not asked for, or no clause is a matter of ambition.
    pub responsibility: Option<Responsibility>,
    /// The same replicates with the laggards silent.
    pub counterfactual: Option<Counterfactual>,
    /// What other choices of modelling make of the headline; none where they were not run.
    pub choices: Option<ChoiceSummary>,
    /// What null models make of the same replicates.
    pub nulls: Vec<NullSummary>,
    /// Clause by clause.
    pub clauses: Vec<ClauseSummary>,
    /// Country by country.
    pub parties: Vec<PartySummary>,
    /// Where agreed deals stand among all; of games of options only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deals: Option<DealSummary>,
    /// The first runs without a text, in order; at most [`FailureSummary::MOST`](super::FailureSummary::MOST).
    #[serde(skip)]
    pub failed: Vec<u64>,
    /// Whether the status quo as a text would do for everybody at the deadline, in every run: then agreement is a premise.
    pub status_quo_would_do: bool,
    /// What stood in the way of those; none where none failed, or that was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failures: Option<FailureSummary>,
    /// What really happened beside it; none where the scenario does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observed: Option<ObservedSummary>,
}

impl Summary {
    /// Which results these are.
    pub fn identity(&self) -> Identity {
        let (title, changed, hash) = (self.scenario.clone(), self.changed.clone(), self.hash.clone());
        Identity::new(CaseIdentity { title, changed, hash }, self.seed, Runs::All(self.replicates))
    }

    /// Whether any clause counts towards depth.
    pub fn has_ambition(&self) -> bool {
        self.clauses.iter().any(|clause| clause.weight > 0.0)
    }

    /// The same without intervals of sampling: nothing was drawn, so that all replicates are alike.
    pub(super) fn without_sampling(mut self) -> Self {
        let of_run = [
            &mut self.adopted,
            &mut self.lcd,
            &mut self.lcd_in_substance,
            &mut self.lcd_given_adopted,
            &mut self.lcd_in_substance_given_adopted,
            &mut self.emerged,
            &mut self.by_design,
            &mut self.no_conflict,
            &mut self.fixed_points_differ,
        ];
        let of_parties = self.parties.iter_mut().flat_map(PartySummary::rates);
        let of_clauses = self.clauses.iter_mut().flat_map(|c| c.options.iter_mut().map(|(_, rate)| rate));
        let of_outcomes = self.outcomes.iter_mut().map(|outcome| &mut outcome.share);
        let of_deals = self.deals.iter_mut().flat_map(|d| [&mut d.agreed_acceptable, &mut d.agreed_best]);
        let all = of_run.into_iter().chain(of_parties).chain(of_clauses).chain(of_outcomes).chain(of_deals);
        all.for_each(|rate| *rate = rate.exact());
        for text in self.clauses.iter_mut().filter_map(|clause| clause.text.as_mut()) {
            text.median_within = text.median.map(|median| [median; 2]);
        }
        self
    }
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
    /// D^L, each clause at max(q, min p); mean over replicates.
    pub strong_lcd: Mean,
    /// D^T.
    pub weak_lcd: Mean,
    /// D^R.
    pub reference: Mean,
    /// The benchmarks of the preferences as stated, nothing drawn.
    pub as_stated: StatedBenchmarks,
    /// Materiality of those in the room at the end.
    pub participation: Mean,
    /// G × participation, status quo depth where nothing was adopted.
    pub by_participation: Mean,
}

/// The benchmarks of the preferences as stated, nothing drawn.
#[derive(Clone, Debug, Serialize)]
pub struct StatedBenchmarks {
    /// D^L.
    pub strong_lcd: f64,
    /// D^T.
    pub weak_lcd: f64,
    /// D^R.
    pub reference: f64,
    /// D^T*; none where it is no linear programme.
    pub tolerance_frontier: Option<f64>,
    /// D^T* − D^T: what trading across clauses could add.
    pub linkage_gain: Option<f64>,
}

/// The laggards silent, on the same draws: a null model, which does not tell who holds the text down.
#[derive(Clone, Debug, Serialize)]
pub struct Counterfactual {
    /// Realised depth without them.
    pub depth: Mean,
    /// How much deeper, paired.
    pub rise: Mean,
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
    /// Where the median lies over other draws, for all clauses together at 95 %; none of too few texts.
    #[serde(skip)]
    pub median_within: Option<[f64; 2]>,
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
    /// Among the least ambitious, as many as the thresholds say: of equals the first in the scenario.
    pub laggard: Rate,
    /// Among the least ambitious, or equal to one of them.
    pub least_ambitious: Rate,
    /// It said no at the last attempt that failed.
    pub held_out: Rate,
    /// It objected to the last text, or voted no.
    pub objected_at_end: Rate,
    /// It went along under protest, and did not abstain.
    pub explained: Rate,
    /// It abstained in the vote on the last text.
    pub abstained: Rate,
    /// It sponsored the text.
    pub sponsored: Rate,
    /// It walked out.
    pub left: Rate,
    /// It broke its bloc's line.
    pub defected: Rate,
    /// Its gain over the status quo, by its own ideals.
    pub gain: Mean,
}

impl PartySummary {
    fn rates(&mut self) -> [&mut Rate; 10] {
        [
            &mut self.present,
            &mut self.laggard,
            &mut self.least_ambitious,
            &mut self.held_out,
            &mut self.objected_at_end,
            &mut self.explained,
            &mut self.abstained,
            &mut self.sponsored,
            &mut self.left,
            &mut self.defected,
        ]
    }
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
        let Rate { count, rate, low, high, .. } = row.share;
        (row.label, Share { count, share: rate.unwrap_or(0.0), low, high, example: row.example })
    }))
}

fn by_name<S: serde::Serializer>(rows: &[(String, Rate)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(rows.iter().map(|(name, rate)| (name, rate)))
}
