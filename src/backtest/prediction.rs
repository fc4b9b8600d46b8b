//! What a model expects of an issue: a distribution on the scale, a point being one with a single atom.

use super::cases::SCALE;
use crate::benchmark::weighted_median;

/// How many steps a continuous distribution is given in.
const STEPS: usize = 1000;

/// A discrete distribution: values on the scale, rising, with weights that sum to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Prediction(Vec<(f64, f64)>);

impl Prediction {
    /// One value for certain.
    pub fn point(x: f64) -> Self {
        Self(vec![(x, 1.0)])
    }

    /// These values with these weights; none where no weight is above 0.
    pub fn weighted(values: impl IntoIterator<Item = (f64, f64)>) -> Option<Self> {
        let mut atoms: Vec<(f64, f64)> = values.into_iter().filter(|(_, w)| *w > 0.0).collect();
        atoms.sort_by(|a, b| a.0.total_cmp(&b.0));
        let total: f64 = atoms.iter().map(|(_, w)| w).sum();
        let mut merged: Vec<(f64, f64)> = Vec::new();
        for (x, w) in atoms {
            match merged.last_mut() {
                Some((last, weight)) if *last == x => *weight += w / total,
                _ => merged.push((x, w / total)),
            }
        }
        (!merged.is_empty()).then_some(Self(merged))
    }

    /// These values, equally likely; none of none.
    pub fn sample(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        Self::weighted(values.into_iter().map(|x| (x, 1.0)))
    }

    /// These centres with these weights, each with normal noise; what falls off the scale is put at its end. Given to a tenth
    /// of a point: F is exact at the midpoints between the tenths.
    #[allow(clippy::cast_precision_loss)] // a thousand
    pub fn with_noise(centres: impl IntoIterator<Item = (f64, f64)>, sigma: f64) -> Option<Self> {
        let Self(centres) = Self::weighted(centres)?;
        if sigma <= 0.0 {
            return Some(Self(centres));
        }
        let up_to = |z: f64| -> f64 { centres.iter().map(|(x, w)| w * normal((z - x) / sigma)).sum() };
        let (mut below, mut atoms) = (0.0, Vec::with_capacity(STEPS + 1));
        for k in 0..=STEPS {
            let at_most = if k == STEPS { 1.0 } else { up_to(SCALE * (k as f64 + 0.5) / STEPS as f64) };
            atoms.push((SCALE * k as f64 / STEPS as f64, at_most - below));
            below = at_most;
        }
        Self::weighted(atoms)
    }

    /// Value and weight, rising.
    pub fn atoms(&self) -> &[(f64, f64)] {
        &self.0
    }

    /// Σ w x.
    pub fn mean(&self) -> f64 {
        self.0.iter().map(|(x, w)| x * w).sum()
    }

    /// The median: the point with half of the weight on either side; midway where two points share that.
    pub fn median(&self) -> f64 {
        weighted_median(&mut self.0.clone())
    }

    /// The least value with at least this share of the weight at or below it.
    pub fn quantile(&self, share: f64) -> f64 {
        let mut below = 0.0;
        for (x, w) in &self.0 {
            below += w;
            if below >= share - 1e-12 {
                return *x;
            }
        }
        self.0.last().map_or(f64::NAN, |(x, _)| *x)
    }

    /// The weight of values below `x`, and at or below it.
    pub fn below(&self, x: f64) -> (f64, f64) {
        let up_to =
            |keep: &dyn Fn(f64) -> bool| self.0.iter().filter(|(v, _)| keep(*v)).map(|(_, w)| w).sum();
        (up_to(&|v| v < x), up_to(&|v| v <= x))
    }
}

/// Φ, the distribution function of the standard normal.
fn normal(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}
