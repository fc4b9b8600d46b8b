//! Estimates with their intervals.

use serde::Serialize;
use special::Beta as _;

use crate::random::normal_quantile;

/// Φ⁻¹(.975).
pub const Z95: f64 = 1.959_963_984_540_054;

/// A probability estimated from a count, with its Wilson interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Rate {
    /// How many.
    pub count: u64,
    /// Out of how many.
    pub of: u64,
    /// count/of; none of nothing.
    pub rate: Option<f64>,
    /// Lower end of the 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Rate {
    /// The rate with its 95 % interval (Wilson 1927); [0, 1] where there is nothing to go by.
    pub fn new(count: u64, of: u64) -> Self {
        let (low, high) = wilson(count, of, Z95);
        #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 replicates
        let rate = (of > 0).then(|| count as f64 / of as f64);
        Self { count, of, rate, low, high }
    }

    /// The rate with its interval at level 1 − α.
    pub fn at(count: u64, of: u64, alpha: f64) -> Self {
        let (low, high) = wilson(count, of, normal_quantile(1.0 - alpha / 2.0));
        Self { low, high, ..Self::new(count, of) }
    }

    /// The same without an interval, its ends being the rate itself: where nothing was drawn there is nothing to be unsure of.
    #[must_use]
    pub fn exact(self) -> Self {
        self.rate.map_or(self, |rate| Self { low: rate, high: rate, ..self })
    }

    /// Whether it is known without an interval.
    pub fn is_exact(&self) -> bool {
        self.rate.is_some_and(|rate| self.low == rate && self.high == rate)
    }

    /// One of `k` shares that are read together: Bonferroni–Wilson at 95 % for all of them at once.
    pub fn simultaneous(count: u64, of: u64, k: usize) -> Self {
        #[allow(clippy::cast_precision_loss)] // a handful of shares
        let z = normal_quantile(1.0 - 0.025 / k.max(1) as f64);
        let (low, high) = wilson(count, of, z);
        Self { low, high, ..Self::new(count, of) }
    }
}

/// Wilson's interval: centre (p̂ + z²/2n)/(1 + z²/n), half-width z√(p̂(1−p̂)/n + z²/4n²)/(1 + z²/n).
fn wilson(count: u64, of: u64, z: f64) -> (f64, f64) {
    if of == 0 {
        return (0.0, 1.0);
    }
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 replicates
    let (n, k) = (of as f64, count as f64);
    let p = k / n;
    let z2 = z * z;
    let centre = p + z2 / (2.0 * n);
    let half = z * libm::sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n));
    let scale = 1.0 + z2 / n;
    // At the ends the interval reaches 0 and 1 exactly; rounding must not spoil that.
    let low = if count == 0 { 0.0 } else { (centre - half) / scale };
    let high = if count == of { 1.0 } else { (centre + half) / scale };
    (low, high)
}

/// A mean with its 95 % interval (Student's).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Mean {
    /// Of how many.
    pub n: u64,
    /// The mean; none of nothing.
    pub mean: Option<f64>,
    /// Lower end of the interval; none of fewer than two.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

impl Mean {
    /// Half of the interval's width; none where there is no interval.
    pub fn half_width(&self) -> Option<f64> {
        self.low.zip(self.high).map(|(low, high)| (high - low) / 2.0)
    }

    /// The same without an interval, its ends being the mean itself: where nothing was drawn.
    #[must_use]
    pub fn exact(self) -> Self {
        Self { low: self.mean, high: self.mean, ..self }
    }

    /// A mean at 95 % as one of `k` that are read together: Bonferroni's interval, so that at 95 % all of them hold.
    #[must_use]
    pub fn simultaneous(self, k: usize) -> Self {
        let (Some(mean), Some(low), Some(high)) = (self.mean, self.low, self.high) else { return self };
        if self.n < 2 {
            return self;
        }
        #[allow(clippy::cast_precision_loss)] // as many as parties
        let alpha = 0.05 / k.max(1) as f64;
        let wider = student_quantile(self.n - 1, alpha) / student_quantile(self.n - 1, 0.05);
        let half = wider * (high - low) / 2.0;
        Self { low: Some(mean - half), high: Some(mean + half), ..self }
    }
}

/// Adds up a mean and its variance, in the order given (Welford 1962).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    n: u64,
    mean: f64,
    squares: f64,
}

impl Moments {
    /// Takes in one value.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 values
    pub fn add(&mut self, x: f64) {
        self.n += 1;
        let before = x - self.mean;
        self.mean += before / self.n as f64;
        self.squares += before * (x - self.mean);
    }

    /// How many values were taken in.
    pub fn count(&self) -> u64 {
        self.n
    }

    /// The mean so far; none of nothing.
    pub fn average(&self) -> Option<f64> {
        (self.n > 0).then_some(self.mean)
    }

    /// The unbiased variance; none of fewer than two.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 values
    pub fn variance(&self) -> Option<f64> {
        (self.n > 1).then(|| self.squares / (self.n - 1) as f64)
    }

    /// The mean with its 95 % interval.
    pub fn mean(&self) -> Mean {
        self.mean_at(0.05)
    }

    /// The mean with its interval at level 1 − α (Student 1908).
    pub fn mean_at(&self, alpha: f64) -> Mean {
        self.mean_with(0.0, alpha)
    }

    /// The same, with so much added to the sum of squared deviations.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 values
    pub fn mean_with(&self, squares: f64, alpha: f64) -> Mean {
        let n = self.n as f64;
        let variance = (self.n > 1).then(|| (self.squares + squares) / (n - 1.0));
        let half = variance.map(|v| student_quantile(self.n - 1, alpha) * libm::sqrt(v / n));
        Mean {
            n: self.n,
            mean: self.average(),
            low: half.map(|h| self.mean - h),
            high: half.map(|h| self.mean + h),
        }
    }
}

/// The quantile t of Student's distribution with ν degrees of freedom that |T| exceeds with probability α: from
/// I_x(ν/2, ½) = α, x = ν/(ν + t²); for ν above 500 by Fisher & Cornish's expansion about the normal quantile
/// (Abramowitz & Stegun 26.7.5), which is exact to 10 digits there.
#[allow(clippy::cast_precision_loss)] // far fewer than 2^53 values
pub(crate) fn student_quantile(freedom: u64, alpha: f64) -> f64 {
    let nu = freedom as f64;
    if freedom > 500 {
        let z = normal_quantile(1.0 - alpha / 2.0);
        let z2 = z * z;
        let first = z * (z2 + 1.0) / 4.0;
        let second = z * ((5.0 * z2 + 16.0) * z2 + 3.0) / 96.0;
        let third = z * (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) / 384.0;
        return z + (first + (second + third / nu) / nu) / nu;
    }
    let (p, q) = (nu / 2.0, 0.5);
    // 1 − x is inverted rather than x, for it is the smaller side.
    let rest = (1.0 - alpha).inv_inc_beta(q, p, q.ln_beta(p));
    libm::sqrt(nu * rest / (1.0 - rest))
}

/// The least k with P(X ≤ k) ≥ q, X the number of successes in n trials of probability p: P(X ≤ k) = I_{1−p}(n − k, k + 1)
/// (Abramowitz & Stegun 26.5.24).
#[allow(clippy::cast_precision_loss)] // far fewer than 2^53 trials
pub fn binomial_quantile(n: u64, p: f64, q: f64) -> u64 {
    if p <= 0.0 || n == 0 {
        return 0;
    }
    let up_to = |k: u64| {
        let (a, b) = ((n - k) as f64, k as f64 + 1.0);
        if p >= 1.0 { 0.0 } else { (1.0 - p).inc_beta(a, b, a.ln_beta(b)) }
    };
    // All n are surely enough.
    let (mut low, mut high) = (0, n);
    while low < high {
        let middle = low + (high - low) / 2;
        // A tie is a tie, whichever way it was rounded.
        if up_to(middle) >= q - 1e-12 { high = middle } else { low = middle + 1 }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    /// oracles.md, row 39.
    #[test]
    fn wilson_as_published() {
        for (count, of, low, high) in
            [(0, 10, 0.0, 0.277_533), (81, 263, 0.255_289, 0.366_210), (15, 148, 0.062_386, 0.160_487)]
        {
            let rate = Rate::new(count, of);
            assert!((rate.low - low).abs() < 1e-6 && (rate.high - high).abs() < 1e-6, "{rate:?}");
        }
    }

    #[test]
    fn moments_of_a_small_sample() {
        let mut m = Moments::default();
        for x in [1.0, 2.0, 3.0, 4.0] {
            m.add(x);
        }
        // Variance 5/3, standard error √(5/12), t(3) = 3.182446.
        let mean = m.mean();
        assert_eq!(mean.mean, Some(2.5));
        assert!((mean.high.unwrap() - 2.5 - 3.182_446_305 * (5.0f64 / 12.0).sqrt()).abs() < 1e-8);
    }

    /// The wider interval is the one that the values themselves give at the stricter level.
    #[test]
    fn means_that_are_read_together() {
        let mut m = Moments::default();
        [0.1, 0.4, 0.2, 0.9, 0.3].into_iter().for_each(|x| m.add(x));
        for k in [1_usize, 2, 38] {
            let (found, direct) = (m.mean().simultaneous(k), m.mean_at(0.05 / k as f64));
            assert!((found.low.unwrap() - direct.low.unwrap()).abs() < 1e-9, "{k}");
            assert!((found.high.unwrap() - direct.high.unwrap()).abs() < 1e-9, "{k}");
        }
        let once = Mean { n: 1, mean: Some(0.3), low: None, high: None };
        assert_eq!(once.simultaneous(5), once);
    }

    /// Against the sums of n!/(k!(n − k)!) pᵏ(1 − p)ⁿ⁻ᵏ; of ten fair coins P(X ≤ 1) = 11/1024 and P(X ≤ 2) = 56/1024.
    #[test]
    fn binomial_quantiles_are_those_of_the_sums() {
        assert_eq!([0.025, 0.975].map(|q| binomial_quantile(10, 0.5, q)), [2, 8]);
        for n in [1_u64, 2, 7, 40, 161] {
            for p in [0.0, 0.01, 0.3, 0.5, 0.77, 0.99, 1.0] {
                for q in [0.025, 0.5, 0.975] {
                    let (mut weight, mut up_to, mut k) = (f64::powi(1.0 - p, n as i32), 0.0, 0);
                    // Up from k = 0; at p = 1 all weight is on n.
                    let least = loop {
                        up_to += if p == 1.0 { f64::from(u8::from(k == n)) } else { weight };
                        if up_to >= q - 1e-12 || k == n {
                            break k;
                        }
                        weight *= (n - k) as f64 / (k + 1) as f64 * p / (1.0 - p);
                        k += 1;
                    };
                    assert_eq!(binomial_quantile(n, p, q), least, "n {n}, p {p}, q {q}");
                }
            }
        }
    }

    /// Published tables of Student's t.
    #[test]
    fn student_as_published() {
        for (freedom, alpha, t) in [
            (1, 0.05, 12.706_205),
            (2, 0.05, 4.302_653),
            (5, 0.01, 4.032_143),
            (10, 0.05, 2.228_139),
            (30, 0.05, 2.042_272),
            (120, 0.05, 1.979_930),
            (1000, 0.05, 1.962_339),
            (500, 0.05, 1.964_720),
            (501, 0.05, 1.964_711),
            (999_999, 0.05, 1.959_966),
            (2_000_000, 0.05, 1.959_964),
        ] {
            let found = student_quantile(freedom, alpha);
            assert!((found - t).abs() < 2e-6, "t({freedom}) at {alpha}: {found}");
        }
    }
}
