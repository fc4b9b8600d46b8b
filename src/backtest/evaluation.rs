//! Models held against real outcomes: scores over issues, and differences with intervals over dossiers.
//!
//! The issues of one dossier are not independent, so that dossiers are drawn again for the intervals, not issues.

use serde::Serialize;

use super::{
    Prediction, Scores,
    cases::{Dossier, Issue},
};
use crate::{
    language::Message,
    random::Seed,
    study::bootstrap::{BootstrapEstimate, estimates},
};

/// One model's predictions, issue by issue; none where it says nothing.
#[derive(Clone, Debug)]
pub struct ModelPredictions {
    /// Its name.
    pub name: String,
    /// What it is, in a line.
    pub words: Message,
    /// In the order of dossiers and issues.
    pub predictions: Vec<Option<Prediction>>,
    /// The model of which this is a null model.
    pub null_of: Option<String>,
}

/// Models held against outcomes.
#[derive(Clone, Debug, Serialize)]
pub struct Evaluation {
    /// Each model, in the order given.
    pub models: Vec<ModelScores>,
    /// Every issue under every model.
    #[serde(skip)]
    pub rows: Vec<ScoreRow>,
}

/// How a model does.
#[derive(Clone, Debug, Serialize)]
pub struct ModelScores {
    /// Its name.
    pub name: String,
    /// What it is.
    pub words: Message,
    /// Over all issues that it says something about.
    #[serde(flatten)]
    pub all: ScoreGroup,
    /// By voting rule.
    pub by_rule: Vec<ScoreGroup>,
    /// With and without a known status quo.
    pub by_status_quo: Vec<ScoreGroup>,
}

/// Mean scores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct MeanScores {
    /// Issues.
    pub n: usize,
    /// Mean absolute error of the median.
    pub mae_median: Option<f64>,
    /// Mean absolute error of the mean.
    pub mae_mean: Option<f64>,
    /// Median absolute error of the median.
    pub median_ae: Option<f64>,
    /// Share of medians within 10 of the outcome.
    pub hit10: Option<f64>,
    /// Mean continuous ranked probability score.
    pub crps: Option<f64>,
    /// Share of outcomes within the 80 % interval.
    pub coverage80: Option<f64>,
    /// Mean log score.
    pub log_score: Option<f64>,
}

/// How a model does on some of the issues, or on all.
#[derive(Clone, Debug, Serialize)]
pub struct ScoreGroup {
    /// Which.
    #[serde(rename = "issues")]
    pub name: String,
    /// Their scores.
    #[serde(flatten)]
    pub means: MeanScores,
    /// Mean CRPS with its 95 % interval over dossiers.
    pub crps_interval: Option<BootstrapEstimate>,
    /// Against the models that others are held against, on the issues that both say something about.
    pub against: Vec<Difference>,
}

/// How much larger a model's scores are than another's, with 95 % intervals over dossiers; below 0 is better.
#[derive(Clone, Debug, Serialize)]
pub struct Difference {
    /// The other model.
    pub model: String,
    /// Issues that both say something about.
    pub n: usize,
    /// Mean difference of the error of the mean.
    pub mae_mean: Option<BootstrapEstimate>,
    /// Mean difference of the error of the median.
    pub mae_median: Option<BootstrapEstimate>,
    /// Mean difference of CRPS.
    pub crps: Option<BootstrapEstimate>,
}

/// An issue under a model.
#[derive(Clone, Debug, Serialize)]
pub struct ScoreRow {
    /// The model.
    pub model: String,
    /// The dossier.
    pub dossier: String,
    /// The issue.
    pub issue: String,
    /// Its voting rule.
    pub rule: String,
    /// What held before, where that is known.
    pub status_quo: Option<f64>,
    /// What was adopted.
    pub outcome: f64,
    /// The prediction's mean.
    pub mean: f64,
    /// Its median.
    pub median: f64,
    /// One in ten is no higher.
    pub p10: f64,
    /// Nine in ten are no higher.
    pub p90: f64,
    /// How it did.
    #[serde(flatten)]
    pub scores: Scores,
}

/// An issue's scores under a model, by its dossier.
type Scored = Vec<Option<Scores>>;

/// What is compared: errors of the mean and of the median, CRPS.
const DIFFERENCES: [fn(&Scores, &Scores) -> f64; 3] = [
    |a, b| a.error_of_mean - b.error_of_mean,
    |a, b| a.error_of_median - b.error_of_median,
    |a, b| a.crps - b.crps,
];

impl Evaluation {
    /// Scores these predictions; differences are taken against the models named in `references`, and those of a null model
    /// against its own.
    pub fn of(dossiers: &[Dossier], models: &[ModelPredictions], references: &[&str], seed: Seed) -> Self {
        let issues: Vec<&Issue> = dossiers.iter().flat_map(|d| &d.issues).collect();
        let score = |model: &ModelPredictions| -> Scored {
            let pairs = model.predictions.iter().zip(&issues);
            pairs.map(|(p, issue)| p.as_ref().map(|p| Scores::of(p, issue.outcome))).collect()
        };
        let scored: Vec<Scored> = models.iter().map(score).collect();
        let rows = models.iter().zip(&scored).flat_map(|(model, scored)| rows(dossiers, model, scored));
        let rows = rows.collect();
        let contest = Contest { dossiers, issues, models, scored, seed };
        let models = (0..models.len()).map(|k| contest.model(k, references)).collect();
        Self { models, rows }
    }
}

/// The rows of one model.
fn rows<'a>(
    dossiers: &'a [Dossier],
    model: &'a ModelPredictions,
    scored: &'a Scored,
) -> impl Iterator<Item = ScoreRow> + 'a {
    let issues = dossiers.iter().flat_map(|d| d.issues.iter().map(move |i| (d, i)));
    let predicted = model.predictions.iter().zip(scored);
    issues.zip(predicted).filter_map(move |((dossier, issue), (prediction, scores))| {
        let (prediction, scores) = (prediction.as_ref()?, scores.as_ref()?);
        Some(ScoreRow {
            model: model.name.clone(),
            dossier: dossier.name.clone(),
            issue: issue.name.clone(),
            rule: issue.rule.clone(),
            status_quo: issue.status_quo,
            outcome: issue.outcome,
            mean: prediction.mean(),
            median: prediction.median(),
            p10: prediction.quantile(0.1),
            p90: prediction.quantile(0.9),
            scores: *scores,
        })
    })
}

/// Models side by side on the same issues.
struct Contest<'a> {
    dossiers: &'a [Dossier],
    issues: Vec<&'a Issue>,
    models: &'a [ModelPredictions],
    scored: Vec<Scored>,
    seed: Seed,
}

impl Contest<'_> {
    fn model(&self, k: usize, references: &[&str]) -> ModelScores {
        let model = &self.models[k];
        let own = model.null_of.as_deref();
        let place = |name: &str| self.models.iter().position(|m| m.name == name).filter(|&r| r != k);
        let references: Vec<usize> = references.iter().copied().chain(own).filter_map(place).collect();
        let over = |name: &str, belongs: &dyn Fn(&Issue) -> bool| self.group(k, &references, name, belongs);
        let mut rules: Vec<&str> = self.issues.iter().map(|issue| issue.rule.as_str()).collect();
        rules.sort_unstable();
        rules.dedup();
        ModelScores {
            name: model.name.clone(),
            words: model.words.clone(),
            all: over("all", &|_| true),
            by_rule: rules.into_iter().map(|rule| over(rule, &|i| i.rule == rule)).collect(),
            by_status_quo: vec![
                over("status quo known", &|i| i.status_quo.is_some()),
                over("status quo unknown", &|i| i.status_quo.is_none()),
            ],
        }
    }

    /// How a model does on the issues that belong.
    fn group(
        &self,
        k: usize,
        references: &[usize],
        name: &str,
        belongs: &dyn Fn(&Issue) -> bool,
    ) -> ScoreGroup {
        let among = |k: usize| -> Scored {
            let scores = self.issues.iter().zip(&self.scored[k]);
            scores.map(|(issue, scores)| scores.filter(|_| belongs(issue))).collect()
        };
        let own = among(k);
        let crps = own.iter().map(|scores| scores.map(|s| [s.crps]));
        let (_, [crps_interval]) = means_over_dossiers(self.dossiers, crps, self.seed);
        let difference = |&r: &usize| {
            let pairs = own.iter().zip(among(r));
            let less = |(a, b): (&Option<Scores>, Option<Scores>)| {
                a.zip(b).map(|(a, b)| DIFFERENCES.map(|of| of(&a, &b)))
            };
            let (n, [mae_mean, mae_median, crps]) =
                means_over_dossiers(self.dossiers, pairs.map(less), self.seed);
            Difference { model: self.models[r].name.clone(), n, mae_mean, mae_median, crps }
        };
        ScoreGroup {
            name: name.to_owned(),
            means: MeanScores::of(own.iter().flatten()),
            crps_interval,
            against: references.iter().map(difference).collect(),
        }
    }
}

impl MeanScores {
    /// The means of these scores.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 issues
    pub fn of<'a>(scores: impl Iterator<Item = &'a Scores>) -> Self {
        let scores: Vec<&Scores> = scores.collect();
        let n = scores.len();
        if n == 0 {
            return Self::default();
        }
        let mean = |of: &dyn Fn(&Scores) -> f64| Some(scores.iter().map(|s| of(s)).sum::<f64>() / n as f64);
        let mut errors: Vec<f64> = scores.iter().map(|s| s.error_of_median).collect();
        errors.sort_unstable_by(f64::total_cmp);
        Self {
            n,
            mae_median: mean(&|s| s.error_of_median),
            mae_mean: mean(&|s| s.error_of_mean),
            median_ae: crate::benchmark::median(&errors),
            hit10: mean(&|s| f64::from(u8::from(s.hit))),
            crps: mean(&|s| s.crps),
            coverage80: mean(&|s| f64::from(u8::from(s.covered))),
            log_score: mean(&|s| s.log),
        }
    }
}

/// Means over issues, dossiers drawn again; `values` in the order of dossiers and issues, none where an issue does not count.
fn means_over_dossiers<const K: usize>(
    dossiers: &[Dossier],
    mut values: impl Iterator<Item = Option<[f64; K]>>,
    seed: Seed,
) -> (usize, [Option<BootstrapEstimate>; K]) {
    let mut n = 0;
    let mut sum = |dossier: &Dossier| {
        let counted = values.by_ref().take(dossier.issues.len()).flatten();
        counted.fold((0.0, [0.0; K]), |(issues, sums), values| {
            n += 1;
            (issues + 1.0, std::array::from_fn(|k| sums[k] + values[k]))
        })
    };
    let clusters: Vec<(f64, [f64; K])> = dossiers.iter().map(&mut sum).collect();
    let means = |times: &[u32]| -> Vec<Option<f64>> {
        let weighed = || clusters.iter().zip(times).map(|(cluster, t)| (cluster, f64::from(*t)));
        let issues: f64 = weighed().map(|((n, _), t)| n * t).sum();
        let mean = |k: usize| weighed().map(|((_, sums), t)| sums[k] * t).sum::<f64>() / issues;
        (0..K).map(|k| (issues > 0.0).then(|| mean(k))).collect()
    };
    let mut found = estimates(seed, "dossiers", clusters.len(), means).into_iter();
    (n, std::array::from_fn(|_| found.next().flatten()))
}
