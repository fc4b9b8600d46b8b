//! How particles are moved: a normal kernel with twice the weighted covariance of the last generation, in the coordinates of
//! the priors (Beaumont, Cornuet, Marin & Robert 2009; Filippi, Barnes, Cornebise & Stumpf 2013); a listed value stays with
//! probability .7 and is drawn anew with .3 (Toni & Stumpf 2010).

use super::{population::Population, prior::Prior};
use crate::random::normal_quantile;

/// How often a listed value is not drawn anew.
const STAYS: f64 = 0.7;

/// The kernel around the particles of a generation.
pub struct Kernel<'p> {
    priors: &'p [Prior],
    /// The parameters that are ranges, by place.
    ranges: Vec<usize>,
    /// L of LLᵀ = 2Σ, row by row.
    root: Vec<Vec<f64>>,
    /// L⁻¹x of each particle.
    whitened: Vec<Vec<f64>>,
    population: &'p Population,
    cumulated: Vec<f64>,
}

impl<'p> Kernel<'p> {
    /// The kernel around these particles.
    pub fn new(priors: &'p [Prior], population: &'p Population) -> Self {
        let ranges: Vec<usize> = (0..priors.len()).filter(|&k| priors[k].listed().is_none()).collect();
        let cumulated = population.cumulated();
        let mut kernel =
            Self { priors, ranges, root: Vec::new(), whitened: Vec::new(), population, cumulated };
        kernel.root = cholesky(&kernel.covariance(), &kernel.floors());
        kernel.whitened = population.particles.iter().map(|p| kernel.whiten(&p.values)).collect();
        kernel
    }

    fn coordinates(&self, values: &[f64]) -> Vec<f64> {
        self.ranges.iter().map(|&k| self.priors[k].coordinate(values[k])).collect()
    }

    /// 2Σ: twice the weighted covariance of coordinates.
    fn covariance(&self) -> Vec<Vec<f64>> {
        let d = self.ranges.len();
        let points: Vec<(Vec<f64>, f64)> =
            self.population.particles.iter().map(|p| (self.coordinates(&p.values), p.weight)).collect();
        let total: f64 = points.iter().map(|(_, w)| w).sum();
        let mean = |k: usize| points.iter().map(|(x, w)| w * x[k]).sum::<f64>() / total;
        let means: Vec<f64> = (0..d).map(mean).collect();
        let cell = |i: usize, j: usize| {
            let sum: f64 = points.iter().map(|(x, w)| w * (x[i] - means[i]) * (x[j] - means[j])).sum();
            2.0 * sum / total
        };
        (0..d).map(|i| (0..d).map(|j| cell(i, j)).collect()).collect()
    }

    /// The least variance along each axis: where all particles are alike, a millionth of the prior's width.
    fn floors(&self) -> Vec<f64> {
        let width = |k: &usize| {
            let prior = &self.priors[*k];
            let [low, high] = prior.ends().map(|end| prior.coordinate(end));
            let least = 1e-6 * (high - low);
            least * least
        };
        self.ranges.iter().map(width).collect()
    }

    /// L⁻¹x.
    fn whiten(&self, values: &[f64]) -> Vec<f64> {
        let x = self.coordinates(values);
        let mut y = vec![0.0; x.len()];
        for i in 0..x.len() {
            let sum: f64 = (0..i).map(|j| self.root[i][j] * y[j]).sum();
            y[i] = (x[i] - sum) / self.root[i][i];
        }
        y
    }

    /// A particle of the last generation, moved; `number` yields numbers from (0, 1). It may lie outside a prior.
    pub fn draw(&self, number: &mut impl FnMut() -> f64) -> Vec<f64> {
        let from = self.population.at(&self.cumulated, number());
        let mut values = from.values.clone();
        let z: Vec<f64> = self.ranges.iter().map(|_| normal_quantile(number())).collect();
        for (i, &k) in self.ranges.iter().enumerate() {
            let step: f64 = (0..=i).map(|j| self.root[i][j] * z[j]).sum();
            values[k] = self.priors[k].at(self.priors[k].coordinate(values[k]) + step);
        }
        for (value, prior) in values.iter_mut().zip(self.priors) {
            if let Some(listed) = prior.listed() {
                let (stays, which) = (number(), number());
                if stays >= STAYS {
                    *value = anew(which, listed);
                }
            }
        }
        values
    }

    /// Σ w_j K(x | x_j), but for a constant factor.
    pub fn density(&self, values: &[f64]) -> f64 {
        let at = self.whiten(values);
        let each = |(particle, whitened): (&super::population::Particle, &Vec<f64>)| {
            let square: f64 = at.iter().zip(whitened).map(|(a, b)| (a - b) * (a - b)).sum();
            let listed: f64 = self
                .priors
                .iter()
                .enumerate()
                .filter_map(|(k, prior)| Some(chance(values[k] == particle.values[k], prior.listed()?)))
                .product();
            particle.weight * listed * libm::exp(-0.5 * square)
        };
        self.population.particles.iter().zip(&self.whitened).map(each).sum()
    }
}

/// The chance of one listed value from another, or from itself.
#[allow(clippy::cast_precision_loss)] // a handful of values
fn chance(same: bool, listed: usize) -> f64 {
    let anew = (1.0 - STAYS) / listed as f64;
    if same { STAYS + anew } else { anew }
}

#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn anew(u: f64, listed: usize) -> f64 {
    (u * listed as f64).floor().min(listed as f64 - 1.0)
}

/// L of LLᵀ = A, no variance left over below its floor.
fn cholesky(a: &[Vec<f64>], floors: &[f64]) -> Vec<Vec<f64>> {
    let d = a.len();
    let mut l = vec![vec![0.0; d]; d];
    for i in 0..d {
        for j in 0..=i {
            let sum: f64 = (0..j).map(|k| l[i][k] * l[j][k]).sum();
            let left: f64 = a[i][j] - sum;
            l[i][j] = if i == j { libm::sqrt(left.max(floors[i])) } else { left / l[j][j] };
        }
    }
    l
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::calibration::population::Particle;

    /// Published: the root of ((4, 12, −16), (12, 37, −43), (−16, −43, 98)) is ((2), (6, 1), (−8, 5, 3)).
    #[test]
    fn a_root_as_published() {
        let a = [vec![4.0, 12.0, -16.0], vec![12.0, 37.0, -43.0], vec![-16.0, -43.0, 98.0]];
        let l = cholesky(&a, &[1e-12; 3]);
        assert_eq!(l, [vec![2.0, 0.0, 0.0], vec![6.0, 1.0, 0.0], vec![-8.0, 5.0, 3.0]]);
    }

    /// Two particles at 0 and 1 with weights ¼ and ¾: 2Σ = 2·3/16. K as the normal density around each.
    #[test]
    fn density_by_hand() {
        let priors = ["Uniform(-5, 5)".parse().expect("sound")];
        let particle = |x: f64, weight: f64| Particle {
            attempt: 0,
            values: vec![x],
            weight,
            distance: 0.0,
            statistics: Vec::new(),
        };
        let population =
            Population { tolerance: None, particles: vec![particle(0.0, 0.25), particle(1.0, 0.75)] };
        let kernel = Kernel::new(&priors, &population);
        let variance = 2.0 * 3.0 / 16.0;
        let k = |x: f64| libm::exp(-x * x / (2.0 * variance));
        let found = kernel.density(&[0.4]);
        assert!((found - (0.25 * k(0.4) + 0.75 * k(0.6))).abs() < 1e-12, "{found}");
    }
}
