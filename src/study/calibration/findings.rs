//! What the last generation says: of each number, and of what the model would have predicted with it.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use super::{
    Calibration, CalibrationError, Particle, Population, Prior, Sampled, Stopped,
    population::weighted_quantile,
};
use crate::study::{bootstrap::quantile, design::Level};

/// Under this many effective particles a posterior is too thin to be read.
const THIN: f64 = 50.0;
/// Distribution functions that differ by less hardly differ.
const LITTLE: f64 = 0.25;
/// The generation that draws what the posterior predicts: beyond any that is sampled.
const PREDICTIVE: usize = super::MOST_GENERATIONS + 1;
/// A discrepancy that so few of the model's own negotiations have is none of theirs.
const STRANGE: f64 = 0.01;

/// What was found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Findings {
    /// Number by number.
    pub parameters: Vec<ParameterFinding>,
    /// Generation by generation, the prior's first.
    pub generations: Vec<GenerationFacts>,
    /// Statistic by statistic.
    pub predictive: Vec<Predicted>,
    /// Why there are no more generations.
    pub stopped: Stopped,
    /// The effective number of particles of the last.
    pub effective_size: f64,
    /// Whether that is too few for the intervals to be trusted.
    pub is_thin: bool,
    /// The share of negotiations with numbers from the posterior that are as far from the rest of them as what was observed.
    pub discrepancy: f64,
    /// Whether no negotiation comes near: what was observed is none of what the model does.
    pub is_out_of_reach: bool,
}

/// What is known of a number before and after.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ParameterFinding {
    /// Its path.
    pub parameter: String,
    /// Its prior, as written.
    pub prior_written: Prior,
    /// 2.5 %, 50 % and 97.5 % of the prior; empty of listed values.
    pub prior: Vec<f64>,
    /// The same of the posterior.
    pub posterior: Vec<f64>,
    /// Of listed values each with its probability before and after; empty of ranges.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub listed: Vec<(String, f64, f64)>,
    /// sup |F − F₀|: the greatest difference of the two distribution functions (Kolmogorov).
    pub moved: f64,
    /// What that exceeds in one sample of the prior in twenty at most, for all numbers together.
    pub critical: f64,
    /// Whether the posterior can be told from the prior.
    pub is_told: bool,
    /// Whether it can, and by less than is worth speaking of.
    pub is_little: bool,
}

/// A generation.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct GenerationFacts {
    /// ε; none of the prior's.
    pub tolerance: Option<f64>,
    /// Draws.
    pub attempts: u64,
    /// The share that was near enough.
    pub acceptance: f64,
    /// The effective number of particles.
    pub effective_size: f64,
}

/// A statistic as the posterior predicts it, beside what was observed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Predicted {
    /// Its name.
    pub statistic: String,
    /// Its case, from 0.
    pub case: usize,
    /// What was observed.
    pub observed: f64,
    /// Its scale; none where it does not vary and does not count.
    pub scale: Option<f64>,
    /// 2.5 % of negotiations with numbers from the prior are no higher.
    pub prior_low: f64,
    /// 97.5 % of them.
    pub prior_high: f64,
    /// 2.5 % of negotiations with numbers from the posterior are no higher.
    pub low: f64,
    /// Half of them.
    pub median: f64,
    /// 97.5 % of them.
    pub high: f64,
    /// Two-sided: 2 (1 + the fewer of those at least as high and at least as low)/(1 + all), at most 1.
    pub tail: f64,
    /// Whether what was observed lies from low to high.
    pub inside: bool,
    /// Whether a value that the coder would defend does.
    pub in_reach: bool,
}

impl Calibration {
    /// What the generations say; negotiates once more for each particle. None where there is no generation, or it is
    /// interrupted.
    ///
    /// # Errors
    /// If the scenario makes no sense at values that were drawn.
    pub fn findings(
        &self,
        sampled: &Sampled,
        mut poll: impl FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Option<Findings>, CalibrationError> {
        let populations = &sampled.populations;
        let (Some(prior), Some(last)) = (populations.first(), populations.last()) else { return Ok(None) };
        let scales = self.scales(prior);
        let cumulated = last.cumulated();
        let draw = |number: &mut dyn FnMut() -> f64| last.at(&cumulated, number()).values.clone();
        let n = self.settings.particles as u64;
        let Ok(predicted) = self.draw(PREDICTIVE, n, draw, |_| true, &mut poll)? else { return Ok(None) };
        let effective_size = last.effective_size();
        let discrepancy = self.discrepancy(&predicted, &scales);
        Ok(Some(Findings {
            parameters: (0..self.priors.len()).map(|k| self.parameter(k, last)).collect(),
            generations: sampled.populations.iter().map(GenerationFacts::of).collect(),
            predictive: (0..self.statistics.len())
                .map(|k| self.predicted(k, &prior.particles, &predicted, scales[k]))
                .collect(),
            stopped: sampled.stopped,
            effective_size,
            is_thin: effective_size < THIN,
            discrepancy,
            is_out_of_reach: discrepancy < STRANGE,
        }))
    }

    fn parameter(&self, k: usize, last: &Population) -> ParameterFinding {
        let (prior, sorted) = (&self.priors[k], last.sorted(k));
        let moved = kolmogorov(prior, &sorted);
        let critical = critical(last.effective_size(), self.priors.len());
        let points = if prior.listed().is_none() { vec![0.025, 0.5, 0.975] } else { Vec::new() };
        ParameterFinding {
            parameter: self.parameters[k].clone(),
            prior_written: prior.clone(),
            prior: points.iter().map(|&p| prior.quantile(p)).collect(),
            posterior: points.iter().filter_map(|&p| weighted_quantile(&sorted, p)).collect(),
            listed: listed(prior, &sorted),
            moved,
            critical,
            is_told: moved > critical,
            is_little: moved > critical && moved < LITTLE,
        }
    }

    #[allow(clippy::cast_precision_loss)] // as many as particles
    fn predicted(
        &self,
        k: usize,
        prior: &[Particle],
        predicted: &[Particle],
        scale: Option<f64>,
    ) -> Predicted {
        let statistic = &self.statistics[k];
        let sorted = |particles: &[Particle]| {
            let mut values: Vec<f64> = particles.iter().map(|p| p.statistics[k]).collect();
            values.sort_unstable_by(f64::total_cmp);
            values
        };
        let (before, after, y) = (sorted(prior), sorted(predicted), statistic.observed);
        let at = |values: &[f64], p: f64| quantile(values, p).unwrap_or(f64::NAN);
        let as_high = after.iter().filter(|x| **x >= y - 1e-9).count();
        let as_low = after.iter().filter(|x| **x <= y + 1e-9).count();
        let tail = 2.0 * (1 + as_high.min(as_low)) as f64 / (1 + after.len()) as f64;
        let (low, high) = (at(&after, 0.025), at(&after, 0.975));
        Predicted {
            statistic: statistic.name.clone(),
            case: statistic.case,
            observed: y,
            scale,
            prior_low: at(&before, 0.025),
            prior_high: at(&before, 0.975),
            low,
            median: at(&after, 0.5),
            high,
            tail: tail.min(1.0),
            inside: (low - 1e-9..=high + 1e-9).contains(&y),
            in_reach: statistic.coded[0] <= high + 1e-9 && statistic.coded[1] >= low - 1e-9,
        }
    }

    /// The share of negotiations that are as far from their nearest neighbour as what was observed is from its own: whether it
    /// might be one of them. Statistics that do not vary count where they were observed otherwise.
    #[allow(clippy::cast_precision_loss)] // as many as particles
    fn discrepancy(&self, predicted: &[Particle], scales: &[Option<f64>]) -> f64 {
        let scale = |k: usize| scales[k].unwrap_or(1e-3);
        let apart = |a: &[f64], b: &dyn Fn(usize) -> f64| -> f64 {
            a.iter().enumerate().map(|(k, a)| ((a - b(k)) / scale(k)) * ((a - b(k)) / scale(k))).sum()
        };
        let nearest = |skip: Option<usize>, b: &dyn Fn(usize) -> f64| {
            let others = predicted.iter().enumerate().filter(|(j, _)| Some(*j) != skip);
            others.map(|(_, p)| apart(&p.statistics, b)).fold(f64::INFINITY, f64::min)
        };
        let observed = nearest(None, &|k| self.statistics[k].observed);
        let as_far = predicted
            .iter()
            .enumerate()
            .filter(|(i, p)| nearest(Some(*i), &|k| p.statistics[k]) >= observed - 1e-9);
        (1 + as_far.count()) as f64 / (1 + predicted.len()) as f64
    }
}

impl GenerationFacts {
    fn of(population: &Population) -> Self {
        Self {
            tolerance: population.tolerance,
            attempts: population.attempts(),
            acceptance: population.acceptance(),
            effective_size: population.effective_size(),
        }
    }
}

/// Listed values with their probabilities before and after.
fn listed(prior: &Prior, sorted: &[(f64, f64)]) -> Vec<(String, f64, f64)> {
    let value = |k: usize| {
        let at = super::place(k);
        let after = sorted.iter().filter(|(x, _)| *x == at).map(|(_, w)| w).sum();
        let word = match prior.level(at) {
            Level::Number(x) => x.to_string(),
            Level::Word(word) => word,
        };
        (word, prior.density(at), after)
    };
    (0..prior.listed().unwrap_or(0)).map(value).collect()
}

/// sup |F − F₀| of weighted values against a prior.
fn kolmogorov(prior: &Prior, sorted: &[(f64, f64)]) -> f64 {
    let (mut below, mut most) = (0.0, 0.0_f64);
    for (i, (x, w)) in sorted.iter().enumerate() {
        // Of equal values only what lies before the first and up to the last counts.
        let (first, last) =
            (i == 0 || sorted[i - 1].0 < *x, sorted.get(i + 1).is_none_or(|next| next.0 > *x));
        if first && prior.listed().is_none() {
            most = most.max((prior.cdf(*x) - below).abs());
        }
        below += w;
        if last {
            most = most.max((prior.cdf(*x) - below).abs());
        }
    }
    most
}

/// Kolmogorov's asymptotic critical value √(−½ ln(α/2)/n) at α = .05/k, for n effective particles.
#[allow(clippy::cast_precision_loss)] // a handful of parameters
fn critical(effective_size: f64, k: usize) -> f64 {
    libm::sqrt(-0.5 * libm::log(0.025 / k.max(1) as f64) / effective_size.max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: of ¼, ½, ¾ with equal weights the distribution function is ¼ off at both ends. Published: √(−½ ln .025) = 1.358.
    #[test]
    fn kolmogorov_by_hand() {
        let prior: Prior = "Uniform(0, 1)".parse().expect("sound");
        let third = 1.0 / 3.0;
        let found = kolmogorov(&prior, &[(0.25, third), (0.5, third), (0.75, third)]);
        assert!((found - 0.25).abs() < 1e-12, "{found}");
        assert!((critical(100.0, 1) - 0.1358).abs() < 1e-4);
        let coin: Prior = "Discrete(a, b)".parse().expect("sound");
        assert!((kolmogorov(&coin, &[(0.0, 0.4), (0.0, 0.3), (1.0, 0.3)]) - 0.2).abs() < 1e-12);
    }
}
