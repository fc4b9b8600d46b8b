//! A measure of two cases over the same replicates, and the difference, B − A.
//!
//! Differences of means are means of paired differences, with Student's interval. The interval of a difference of rates is
//! Newcombe's: square-and-add for paired proportions (Newcombe 1998, Statistics in Medicine 17, method
//! 10), which does not shrink to nothing where no replicate changes sides.

use super::{
    estimate::Estimate,
    statistics::{Mean, Moments, Rate},
    table::ColumnKind,
};

/// A measure of two cases, paired by replicate: rates of a boolean, means of a number. A replicate counts where the
/// measure is defined in both.
#[derive(Clone, Copy, Debug)]
pub struct Paired {
    is_rate: bool,
    pairs: Pairs,
    a: Moments,
    b: Moments,
    difference: Moments,
}

impl Paired {
    /// Nothing yet, of a measure of this kind.
    pub fn new(kind: ColumnKind) -> Self {
        let (pairs, none) = (Pairs::default(), Moments::default());
        Self { is_rate: kind == ColumnKind::Boolean, pairs, a: none, b: none, difference: none }
    }

    /// Takes in a replicate: the measure in A, and in B.
    pub fn add(&mut self, a: Option<f64>, b: Option<f64>) {
        let (Some(a), Some(b)) = (a, b) else { return };
        if self.is_rate {
            return self.pairs.add(a > 0.0, b > 0.0);
        }
        self.a.add(a);
        self.b.add(b);
        self.difference.add(b - a);
    }

    /// The level in A.
    pub fn a(&self) -> Estimate {
        if self.is_rate { Estimate::Rate(self.pairs.a()) } else { Estimate::Mean(self.a.mean()) }
    }

    /// The level in B.
    pub fn b(&self) -> Estimate {
        if self.is_rate { Estimate::Rate(self.pairs.b()) } else { Estimate::Mean(self.b.mean()) }
    }

    /// B − A.
    pub fn difference(&self) -> Mean {
        if self.is_rate { self.pairs.difference() } else { self.difference.mean() }
    }

    /// B − A with an interval at level 1 − α that is never narrower than the replicates seen can warrant: that of a mean is
    /// Student's with two pairs more, one with a difference of a standard deviation of A above the mean and one as far below
    /// (as Agresti & Min 2005, Statistics in Medicine 24, add pairs of either kind to counts). Without them it would be
    /// nothing where no replicate differs so far.
    pub fn cautious_difference(&self, alpha: f64) -> Mean {
        if self.is_rate {
            return self.pairs.difference_at(alpha);
        }
        self.difference.mean_with(2.0 * self.a.variance().unwrap_or(0.0), alpha)
    }
}

/// A paired difference of rates, B − A.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    both: u64,
    only_a: u64,
    only_b: u64,
    neither: u64,
}

impl Pairs {
    /// Takes in a replicate: whether it happened in A, and in B.
    pub fn add(&mut self, a: bool, b: bool) {
        match (a, b) {
            (true, true) => self.both += 1,
            (true, false) => self.only_a += 1,
            (false, true) => self.only_b += 1,
            (false, false) => self.neither += 1,
        }
    }

    fn of(&self) -> u64 {
        self.both + self.only_a + self.only_b + self.neither
    }

    /// The rate in A.
    pub fn a(&self) -> Rate {
        Rate::new(self.both + self.only_a, self.of())
    }

    /// The rate in B.
    pub fn b(&self) -> Rate {
        Rate::new(self.both + self.only_b, self.of())
    }

    /// The difference with its 95 % interval.
    pub fn difference(&self) -> Mean {
        self.between(self.a(), self.b())
    }

    /// The difference with its interval at level 1 − α.
    pub fn difference_at(&self, alpha: f64) -> Mean {
        let at = |rate: Rate| Rate::at(rate.count, rate.of, alpha);
        self.between(at(self.a()), at(self.b()))
    }

    /// The difference of these rates with its interval: with l, u Wilson's limits and φ the correlation (continuity-corrected),
    /// the lower end is θ − √((p_B−l_B)² − 2φ(p_B−l_B)(u_A−p_A) + (u_A−p_A)²), the upper likewise.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
    fn between(&self, a: Rate, b: Rate) -> Mean {
        let n = self.of();
        let (Rate { rate: Some(pa), low: la, high: ua, .. }, Rate { rate: Some(pb), low: lb, high: ub, .. }) =
            (a, b)
        else {
            return Mean { n, mean: None, low: None, high: None };
        };
        let [e, f, g, h] = [self.both, self.only_b, self.only_a, self.neither].map(|n| n as f64);
        let cross = e * h - f * g;
        let corrected = if cross > 0.0 { (cross - n as f64 / 2.0).max(0.0) } else { cross };
        let scale = (e + f) * (g + h) * (e + g) * (f + h);
        let phi = if scale > 0.0 { corrected / libm::sqrt(scale) } else { 0.0 };
        let reach = |x: f64, y: f64| libm::sqrt((x * x - 2.0 * phi * x * y + y * y).max(0.0));
        let theta = pb - pa;
        Mean {
            n,
            mean: Some(theta),
            low: Some(theta - reach(pb - lb, ua - pa)),
            high: Some(theta + reach(ub - pb, pa - la)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::bootstrap::Urn;

    fn pairs(both: u64, only_a: u64, only_b: u64, neither: u64) -> Pairs {
        Pairs { both, only_a, only_b, neither }
    }

    /// Swapping A and B mirrors the interval; without discordant pairs it is not nothing; independent pairs have
    /// φ = 0 and the square-and-add interval of two samples.
    #[test]
    fn newcombes_interval() {
        let one = pairs(14, 5, 0, 22).difference();
        let other = pairs(14, 0, 5, 22).difference();
        assert!((one.low.unwrap() + other.high.unwrap()).abs() < 1e-12);
        assert!((one.mean.unwrap() + 5.0 / 41.0).abs() < 1e-12);
        let calm = pairs(0, 0, 0, 200).difference();
        assert!(calm.high.unwrap() > 0.005 && calm.low.unwrap() < -0.005, "{calm:?}");
        let independent = pairs(25, 25, 25, 25).difference();
        let wilson = Rate::new(50, 100);
        let reach = ((0.5 - wilson.low).powi(2) + (wilson.high - 0.5).powi(2)).sqrt();
        assert!((independent.high.unwrap() - reach).abs() < 1e-12);
    }

    /// Where A and B go together, φ is that of the four counts with ½ n taken off its numerator, 0 at least (Newcombe 1998c,
    /// Statistics in Medicine 17, method 10).
    #[test]
    fn newcombes_interval_knows_what_goes_together() {
        let reach = |x: f64, y: f64, phi: f64| (x * x - 2.0 * phi * x * y + y * y).sqrt();
        let check = |found: Mean, [a, b]: [u64; 2], phi: f64| {
            let (a, b) = (Rate::new(a, 100), Rate::new(b, 100));
            let [pa, pb] = [&a, &b].map(|rate| rate.rate.unwrap());
            assert!((found.low.unwrap() - (pb - pa - reach(pb - b.low, a.high - pa, phi))).abs() < 1e-12);
            assert!((found.high.unwrap() - (pb - pa + reach(b.high - pb, pa - a.low, phi))).abs() < 1e-12);
        };
        // 30 · 55 − 10 · 5 = 1,600, less 50; the margins are 40 and 60, 35 and 65.
        let phi = 1550.0 / (40.0 * 60.0 * 35.0 * 65.0_f64).sqrt();
        check(pairs(30, 10, 5, 55).difference(), [40, 35], phi);
        // 26 · 25 − 25 · 24 = 50, just ½ n.
        check(pairs(26, 25, 24, 25).difference(), [51, 50], 0.0);
        // 20 · 20 − 30 · 30 = −500 is not corrected.
        check(pairs(20, 30, 30, 20).difference(), [50, 50], -500.0 / 2500.0);
    }

    /// It covers the truth: at least 93.5 % of 4,000 simulated comparisons of 60 pairs, where 95 % are wanted
    /// (4 standard errors: .014).
    #[test]
    fn newcombes_interval_covers() {
        let mut urn = Urn::new(3, "pairs");
        let mut covered = 0;
        for _ in 0..4000 {
            let mut found = Pairs::default();
            for _ in 0..60 {
                // One draw decides both: A happens below .3, B below .45, as with common random numbers.
                let u = urn.draw(1000);
                found.add(u < 300, u < 450);
            }
            let Mean { low: Some(low), high: Some(high), .. } = found.difference() else {
                panic!("an interval")
            };
            covered += u32::from(low <= 0.15 && 0.15 <= high);
        }
        assert!(f64::from(covered) / 4000.0 > 0.935, "{covered}");
    }
}
