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
    /// The least mean CRPS among the settings whose 80 % interval holds a share of outcomes that the dossiers do not tell
    /// from 80 %; where there are none, the share nearest to 80 %.
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
    /// Predictions in the order of dossiers and issues, under the setting at these places.
    pub fn new(places: Vec<usize>, dossiers: &[Dossier], predictions: Vec<Option<Prediction>>) -> Self {
        let by_dossier = by_dossier(dossiers, &predictions);
        Self { places, predictions, by_dossier }
    }

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

    /// How far the share of outcomes within the 80 % interval lies from 80 %, and the standard error of that over dossiers
    /// (a ratio of sums, linearised).
    fn miscalibration(&self, counts: &dyn Fn(usize) -> f64) -> (f64, f64) {
        let total = self.total(counts);
        let share = total.covered / total.issues;
        let dossiers = || self.by_dossier.iter().enumerate();
        let residual = |sums: &Sums| sums.covered - share * sums.issues;
        let squares: f64 = dossiers().map(|(d, sums)| counts(d) * residual(sums).powi(2)).sum();
        let n: f64 = dossiers().map(|(d, _)| counts(d)).sum();
        ((share - 0.8).abs(), libm::sqrt(squares * n / (n - 1.0)) / total.issues)
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
    let crps = |k: usize| tried[k].crps(counts);
    let every: Vec<usize> = (0..tried.len()).collect();
    match criterion {
        Criterion::LeastCrps => least(&crps, &every),
        Criterion::Calibrated => {
            let miscalibration = |k: usize| tried[k].miscalibration(counts);
            let calibrated = |k: &usize| miscalibration(*k).0 <= TELLS * miscalibration(*k).1;
            let honest: Vec<usize> = every.iter().copied().filter(calibrated).collect();
            if honest.is_empty() { least(&|k| miscalibration(k).0, &every) } else { least(&crps, &honest) }
        }
    }
}

/// Every dossier counts once.
pub fn all(_: usize) -> f64 {
    1.0
}
