//! How much of what differs between points comes from the draws of their replicates.
//!
//! Replicate r has the same draws at every point. So y_pr = f_p + g_r + e_pr: what a replicate does everywhere (g) moves
//! all points alike and adds nothing to what differs between them; e does. The variance that it leaves in the mean of
//! point p is Σ_r c_r (y_pr − ȳ_p − ḡ_r + ḡ_p)²/((n_p − 1) n_p), ḡ_r the mean of replicate r over its P_r points, ḡ_p the
//! mean of ḡ_r over the replicates of p, c_r = P_r/(P_r − 1).

use std::collections::BTreeMap;

/// The noise of one measure, by point.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PointNoise(BTreeMap<u64, f64>);

impl PointNoise {
    /// The variance of a point's mean that comes from its draws.
    pub fn at(&self, point: u64) -> Option<f64> {
        self.0.get(&point).copied()
    }
}

/// The first pass over replicates: means.
#[derive(Clone, Debug, Default)]
pub struct NoiseMeans {
    points: BTreeMap<u64, (f64, u64)>,
    replicates: BTreeMap<u64, (f64, u64)>,
}

/// The second pass: what is left of each value.
#[derive(Clone, Debug)]
pub struct NoiseRests {
    means: NoiseMeans,
    points: BTreeMap<u64, RestSums>,
}

/// Sums over the replicates of a point, of x = y_pr − ȳ_p − ḡ_r.
#[derive(Clone, Copy, Debug, Default)]
struct RestSums {
    /// Σ ḡ_r, and over how many.
    common: (f64, u64),
    /// Σ c, Σ c x, Σ c x², over how many.
    weight: f64,
    first: f64,
    second: f64,
    n: u64,
}

fn add(sums: &mut BTreeMap<u64, (f64, u64)>, key: u64, y: f64) {
    let sum = sums.entry(key).or_default();
    *sum = (sum.0 + y, sum.1 + 1);
}

#[allow(clippy::cast_precision_loss)] // counts of replicates
fn mean((sum, n): (f64, u64)) -> f64 {
    sum / n as f64
}

impl NoiseMeans {
    /// Takes in a value.
    pub fn add(&mut self, point: u64, replicate: u64, y: Option<f64>) {
        if let Some(y) = y {
            add(&mut self.points, point, y);
            add(&mut self.replicates, replicate, y);
        }
    }

    /// Ready for the second pass.
    pub fn finish(self) -> NoiseRests {
        NoiseRests { means: self, points: BTreeMap::new() }
    }
}

impl NoiseRests {
    /// Takes in a value again.
    #[allow(clippy::cast_precision_loss)] // counts of replicates
    pub fn add(&mut self, point: u64, replicate: u64, y: Option<f64>) {
        let means = (self.means.points.get(&point), self.means.replicates.get(&replicate));
        let (Some(y), (Some(at_point), Some(of_replicate))) = (y, means) else { return };
        let sums = self.points.entry(point).or_default();
        let common = mean(*of_replicate);
        sums.common = (sums.common.0 + common, sums.common.1 + 1);
        // A replicate of one point only says nothing of what replicates do everywhere.
        if of_replicate.1 > 1 {
            let (x, c) = (y - mean(*at_point) - common, of_replicate.1 as f64 / (of_replicate.1 - 1) as f64);
            sums.weight += c;
            sums.first += c * x;
            sums.second += c * x * x;
            sums.n += 1;
        }
    }

    /// The noise at each point that has two replicates or more.
    #[allow(clippy::cast_precision_loss)] // counts of replicates
    pub fn finish(self) -> PointNoise {
        let variance = |(point, sums): (u64, RestSums)| {
            let g = mean(sums.common);
            let squares = (sums.second + 2.0 * g * sums.first + g * g * sums.weight).max(0.0);
            let replicates = self.means.points.get(&point)?.1;
            (sums.n > 1).then(|| (point, squares / (sums.n - 1) as f64 / replicates as f64))
        };
        PointNoise(self.points.into_iter().filter_map(variance).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noise(y: impl Fn(u64, u64) -> f64, points: u64, replicates: u64) -> PointNoise {
        let all = || (0..replicates).flat_map(move |r| (0..points).map(move |p| (p, r)));
        let mut means = NoiseMeans::default();
        all().for_each(|(p, r)| means.add(p, r, Some(y(p, r))));
        let mut rests = means.finish();
        all().for_each(|(p, r)| rests.add(p, r, Some(y(p, r))));
        rests.finish()
    }

    /// What a replicate does at every point alike is no noise between points.
    #[test]
    fn common_draws_are_no_noise() {
        let common = noise(|p, r| p as f64 + (r * r % 7) as f64, 5, 12);
        assert!((0..5).all(|p| common.at(p).is_some_and(|v| v.abs() < 1e-20)), "{common:?}");
    }

    /// Two points, e = ±1 at one of them, 0 at the other, 4 replicates: worked out by hand. ȳ = 0 at both, ḡ_r = e_r/2, so
    /// what is left is e/2 at each; c = 2: Σ 2 (½)²·4/(3·4) = ⅙ each, ⅓ together, and the variance of the difference of the
    /// two means is that of the mean of e: (4/3)/4 = ⅓.
    #[test]
    fn noise_adds_up_to_the_variance_of_differences() {
        let e = [1.0, -1.0, 1.0, -1.0];
        let found = noise(|p, r| if p == 0 { e[r as usize] } else { 0.0 }, 2, 4);
        assert!((found.at(0).unwrap() - 1.0 / 6.0).abs() < 1e-12, "{found:?}");
        assert!((found.at(1).unwrap() - 1.0 / 6.0).abs() < 1e-12, "{found:?}");
    }
}
