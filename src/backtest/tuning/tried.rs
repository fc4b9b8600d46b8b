//! A setting that was tried, and the choice among settings.

use serde::Serialize;

use crate::backtest::{Prediction, Scores, cases::Dossier};

/// Standard errors by which a difference is told from 0, of 95 %.
const TELLS: f64 = 1.96;

/// By what a setting is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// The least mean CRPS.
    LeastCrps,
    /// Of the settings whose mean CRPS the dossiers do not tell from the least (95 %), the one whose 80 % interval holds
    /// nearest to 80 % of the outcomes.
    Calibrated,
}

impl Criterion {
    /// Both.
    pub const ALL: [Self; 2] = [Self::LeastCrps, Self::Calibrated];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::LeastCrps => "least CRPS",
            Self::Calibrated => "calibrated",
        }
    }
}

/// What a setting made of one dossier's issues, added up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    pub crps: f64,
    pub covered: f64,
    pub issues: f64,
}

impl Sums {
    pub fn add(self, times: f64, other: &Self) -> Self {
        Self {
            crps: self.crps + times * other.crps,
            covered: self.covered + times * other.covered,
            issues: self.issues + times * other.issues,
        }
    }
}

/// One setting of the free parameters, by the place of each value, and what it made of every issue.
pub struct Tried {
    pub places: Vec<usize>,
    pub predictions: Vec<Option<Prediction>>,
    pub by_dossier: Vec<Sums>,
}

impl Tried {
    /// Over dossiers that count so often.
    fn total(&self, counts: &dyn Fn(usize) -> f64) -> Sums {
        let dossiers = self.by_dossier.iter().enumerate();
        dossiers.fold(Sums::default(), |total, (d, sums)| total.add(counts(d), sums))
    }

    /// Mean CRPS over dossiers that count so often.
    pub fn crps(&self, counts: &dyn Fn(usize) -> f64) -> f64 {
        let total = self.total(counts);
        total.crps / total.issues
    }

    /// How far the share of outcomes within the 80 % interval lies from 80 %.
    fn miscalibration(&self, counts: &dyn Fn(usize) -> f64) -> f64 {
        let total = self.total(counts);
        (total.covered / total.issues - 0.8).abs()
    }

    /// By how much more mean CRPS than another's, and the standard error of that over dossiers (a ratio of sums, linearised).
    fn worse_than(&self, other: &Self, counts: &dyn Fn(usize) -> f64) -> (f64, f64) {
        let issues = self.total(counts).issues;
        let more = self.crps(counts) - other.crps(counts);
        let pairs = || self.by_dossier.iter().zip(&other.by_dossier).enumerate();
        let residual = |a: &Sums, b: &Sums| a.crps - b.crps - more * a.issues;
        let squares: f64 = pairs().map(|(d, (a, b))| counts(d) * residual(a, b).powi(2)).sum();
        let dossiers: f64 = pairs().map(|(d, _)| counts(d)).sum();
        (more, libm::sqrt(squares * dossiers / (dossiers - 1.0)) / issues)
    }
}

pub fn by_dossier(dossiers: &[Dossier], predictions: &[Option<Prediction>]) -> Vec<Sums> {
    let mut next = predictions.iter();
    let of = |dossier: &Dossier| {
        dossier.issues.iter().fold(Sums::default(), |sums, issue| {
            let scored = next.next().and_then(|p| p.as_ref()).map(|p| Scores::of(p, issue.outcome));
            scored.map_or(sums, |scores| {
                let covered = f64::from(u8::from(scores.covered));
                sums.add(1.0, &Sums { crps: scores.crps, covered, issues: 1.0 })
            })
        })
    };
    dossiers.iter().map(of).collect()
}

/// The setting that is best on dossiers that count so often; of several, the first.
pub fn chosen(tried: &[Tried], criterion: Criterion, counts: &dyn Fn(usize) -> f64) -> usize {
    let least = |of: &dyn Fn(usize) -> f64, among: &[usize]| {
        among.iter().copied().min_by(|&a, &b| of(a).total_cmp(&of(b))).unwrap_or(0)
    };
    let every: Vec<usize> = (0..tried.len()).collect();
    let sharpest = least(&|k| tried[k].crps(counts), &every);
    let as_good = |k: &usize| {
        let (more, error) = tried[*k].worse_than(&tried[sharpest], counts);
        *k == sharpest || more <= TELLS * error
    };
    match criterion {
        Criterion::LeastCrps => sharpest,
        Criterion::Calibrated => {
            let near: Vec<usize> = every.into_iter().filter(as_good).collect();
            least(&|k| tried[k].miscalibration(counts), &near)
        }
    }
}

/// Every dossier counts once.
pub fn all(_: usize) -> f64 {
    1.0
}
