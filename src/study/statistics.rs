//! Estimates with their intervals.

use serde::Serialize;

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

/// A mean with its 95 % interval (normal; replicates number in the hundreds).
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

    /// The mean with its interval.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 values
    pub fn mean(&self) -> Mean {
        let half =
            (self.n > 1).then(|| Z95 * libm::sqrt(self.squares / ((self.n - 1) as f64 * self.n as f64)));
        Mean {
            n: self.n,
            mean: (self.n > 0).then_some(self.mean),
            low: half.map(|h| self.mean - h),
            high: half.map(|h| self.mean + h),
        }
    }
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
        // Variance 5/3, standard error √(5/12).
        let mean = m.mean();
        assert_eq!(mean.mean, Some(2.5));
        assert!((mean.high.unwrap() - 2.5 - Z95 * (5.0f64 / 12.0).sqrt()).abs() < 1e-12);
    }
}
