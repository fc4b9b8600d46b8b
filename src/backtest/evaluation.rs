//! Models held against real outcomes: scores over issues, and differences with intervals over dossiers.
//!
//! The issues of one dossier are not independent, so that dossiers are drawn again for the intervals, not issues.

use serde::Serialize;

use super::{Prediction, Scores, cases::Dossier};
use crate::{
    random::Seed,
    study::bootstrap::{BootstrapEstimate, estimates},
};

/// One model's predictions, issue by issue; none where it says nothing.
#[derive(Clone, Debug)]
pub struct Forecast {
    /// Its name.
    pub name: String,
    /// What it is, in a line.
    pub words: String,
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
    pub words: String,
    /// Over all issues that it says something about.
    #[serde(flatten)]
    pub all: MeanScores,
    /// By voting rule, and with or without a known status quo.
    pub by: Vec<ScoreGroup>,
    /// Against the models that others are held against, on the issues that both say something about.
    pub against: Vec<Difference>,
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

/// Mean scores over some of the issues.
#[derive(Clone, Debug, Serialize)]
pub struct ScoreGroup {
    /// Which.
    pub name: String,
    /// Their scores.
    #[serde(flatten)]
    pub means: MeanScores,
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

impl Evaluation {
    /// Scores these forecasts; differences are taken against the forecasts named in
    /// `references`, and those of a null model against its own.
    pub fn of(dossiers: &[Dossier], forecasts: &[Forecast], references: &[&str], seed: Seed) -> Self {
        let issues: Vec<_> = dossiers.iter().flat_map(|d| d.issues.iter().map(move |i| (d, i))).collect();
        let score = |forecast: &Forecast| -> Scored {
            let pairs = forecast.predictions.iter().zip(&issues);
            pairs.map(|(p, (_, issue))| p.as_ref().map(|p| Scores::of(p, issue.outcome))).collect()
        };
        let scored: Vec<Scored> = forecasts.iter().map(score).collect();
        let mut rows = Vec::new();
        for (forecast, scores) in forecasts.iter().zip(&scored) {
            for ((prediction, scores), (dossier, issue)) in
                forecast.predictions.iter().zip(scores).zip(&issues)
            {
                if let (Some(prediction), Some(scores)) = (prediction, scores) {
                    rows.push(ScoreRow {
                        model: forecast.name.clone(),
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
                    });
                }
            }
        }
        let against = |k: usize| -> Vec<Difference> {
            let reference = |name: &str| forecasts.iter().position(|f| f.name == name).filter(|&r| r != k);
            let difference = |r: usize| {
                let (n, [mae_mean, mae_median, crps]) = difference(dossiers, &scored[k], &scored[r], seed);
                Difference { model: forecasts[r].name.clone(), n, mae_mean, mae_median, crps }
            };
            let own = forecasts[k].null_of.as_deref();
            references.iter().copied().chain(own).filter_map(reference).map(difference).collect()
        };
        let model = |(k, forecast): (usize, &Forecast)| ModelScores {
            name: forecast.name.clone(),
            words: forecast.words.clone(),
            all: MeanScores::of(scored[k].iter().flatten()),
            by: groups(dossiers, &scored[k]),
            against: against(k),
        };
        Self { models: forecasts.iter().enumerate().map(model).collect(), rows }
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

/// By voting rule, and with or without a known status quo.
fn groups(dossiers: &[Dossier], scored: &Scored) -> Vec<ScoreGroup> {
    let issues: Vec<_> = dossiers.iter().flat_map(|d| &d.issues).zip(scored).collect();
    let mut rules: Vec<&str> = issues.iter().map(|(issue, _)| issue.rule.as_str()).collect();
    rules.sort_unstable();
    rules.dedup();
    let over = |name: String, belongs: &dyn Fn(&super::cases::Issue) -> bool| {
        let means = MeanScores::of(issues.iter().filter(|(i, _)| belongs(i)).filter_map(|(_, s)| s.as_ref()));
        ScoreGroup { name, means }
    };
    let by_rule = rules.into_iter().map(|rule| over(rule.to_owned(), &|i| i.rule == rule));
    by_rule
        .chain([
            over("status quo known".to_owned(), &|i| i.status_quo.is_some()),
            over("status quo unknown".to_owned(), &|i| i.status_quo.is_none()),
        ])
        .collect()
}

/// Mean differences of the errors of mean and median and of CRPS, dossiers drawn again.
fn difference(
    dossiers: &[Dossier],
    a: &Scored,
    b: &Scored,
    seed: Seed,
) -> (usize, [Option<BootstrapEstimate>; 3]) {
    let of: [fn(&Scores) -> f64; 3] = [|s| s.error_of_mean, |s| s.error_of_median, |s| s.crps];
    let mut pairs = a.iter().zip(b);
    let clusters: Vec<(f64, [f64; 3])> = dossiers
        .iter()
        .map(|dossier| {
            let mut sums = (0.0, [0.0; 3]);
            for (a, b) in pairs.by_ref().take(dossier.issues.len()) {
                if let (Some(a), Some(b)) = (a, b) {
                    sums.0 += 1.0;
                    sums.1.iter_mut().zip(of).for_each(|(sum, of)| *sum += of(a) - of(b));
                }
            }
            sums
        })
        .collect();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a count of issues
    let n = clusters.iter().map(|(n, _)| n).sum::<f64>() as usize;
    let means = |times: &[u32]| -> Vec<Option<f64>> {
        let weighed = || clusters.iter().zip(times).map(|(cluster, t)| (cluster, f64::from(*t)));
        let issues: f64 = weighed().map(|((n, _), t)| n * t).sum();
        let mean = |k: usize| weighed().map(|((_, sums), t)| sums[k] * t).sum::<f64>() / issues;
        (0..3).map(|k| (issues > 0.0).then(|| mean(k))).collect()
    };
    let mut found = estimates(seed, "dossiers", clusters.len(), means).into_iter();
    (n, std::array::from_fn(|_| found.next().flatten()))
}
