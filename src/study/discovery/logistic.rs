//! Logistic regression with Firth's correction: P(y) = 1/(1 + e^−(b₀ + b₁x)).
//!
//! The penalty ½ log det of the information keeps the estimate finite where a value separates all that happened from
//! all that did not, as simulated thresholds often do. Firth (1993), Biometrika 80; Heinze & Schemper (2002),
//! Statistics in Medicine 21. Newton's method on x scaled to [0, 1], steps halved where they overshoot.

/// A fitted line of log odds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Logistic {
    /// b₀
    pub intercept: f64,
    /// b₁
    pub slope: f64,
}

impl Logistic {
    /// Fits rates `y` of `weight` trials each at the values `x`. None where there is nothing to fit.
    pub fn fit(x: &[f64], y: &[f64], weight: &[f64]) -> Option<Self> {
        let low = x.iter().copied().fold(f64::INFINITY, f64::min);
        let range = x.iter().copied().fold(f64::NEG_INFINITY, f64::max) - low;
        if !(range > 0.0 && weight.iter().sum::<f64>() > 0.0) {
            return None;
        }
        let scaled: Vec<f64> = x.iter().map(|x| (x - low) / range).collect();
        let (mut b, mut likelihood) = ([0.0, 0.0], f64::NEG_INFINITY);
        for _ in 0..200 {
            let here = NewtonStep::at(b, &scaled, y, weight)?;
            let mut step = here.newton;
            likelihood = likelihood.max(here.likelihood);
            // Halved until it climbs; a step too small to matter ends it.
            let climbed = (0..30).any(|_| {
                let next = [b[0] + step[0], b[1] + step[1]];
                let climbs =
                    NewtonStep::at(next, &scaled, y, weight).is_some_and(|s| s.likelihood >= likelihood);
                if climbs {
                    b = next;
                } else {
                    step = [step[0] / 2.0, step[1] / 2.0];
                }
                climbs
            });
            if !climbed || (step[0].abs() < 1e-10 && step[1].abs() < 1e-10) {
                break;
            }
        }
        let slope = b[1] / range;
        Some(Self { intercept: b[0] - slope * low, slope })
    }

    /// Where the probability is ½: −b₀/b₁; none where the line is level.
    pub fn crossing(&self) -> Option<f64> {
        (self.slope.abs() > 1e-12).then(|| -self.intercept / self.slope)
    }

    /// The probability at x.
    pub fn at(&self, x: f64) -> f64 {
        1.0 / (1.0 + libm::exp(-(self.intercept + self.slope * x)))
    }
}

/// The penalised likelihood at some coefficients, and Newton's step from there.
struct NewtonStep {
    likelihood: f64,
    newton: [f64; 2],
}

impl NewtonStep {
    fn at(b: [f64; 2], x: &[f64], y: &[f64], weight: &[f64]) -> Option<Self> {
        let p = |x: f64| 1.0 / (1.0 + libm::exp(-(b[0] + b[1] * x)));
        let cases = || x.iter().zip(y).zip(weight).map(|((x, y), w)| (*x, *y, *w));
        // Information I = Σ w p(1−p) (1, x)(1, x)ᵀ.
        let (mut i00, mut i01, mut i11, mut likelihood) = (0.0, 0.0, 0.0, 0.0);
        for (x, y, w) in cases() {
            let eta = b[0] + b[1] * x;
            let v = w * p(x) * (1.0 - p(x));
            (i00, i01, i11) = (i00 + v, i01 + v * x, i11 + v * x * x);
            // log(1 + e^η) without overflow.
            let log1p_exp = eta.max(0.0) + libm::log1p(libm::exp(-eta.abs()));
            likelihood += w * (y * eta - log1p_exp);
        }
        let determinant = i00 * i11 - i01 * i01;
        if determinant <= 0.0 || !determinant.is_finite() {
            return None;
        }
        // Firth's score: Σ (w(y − p) + h(½ − p)) (1, x), h the leverage.
        let (mut s0, mut s1) = (0.0, 0.0);
        for (x, y, w) in cases() {
            let v = w * p(x) * (1.0 - p(x));
            let h = v * (i11 - 2.0 * i01 * x + i00 * x * x) / determinant;
            let u = w * (y - p(x)) + h * (0.5 - p(x));
            (s0, s1) = (s0 + u, s1 + u * x);
        }
        Some(Self {
            likelihood: likelihood + 0.5 * libm::log(determinant),
            newton: [(i11 * s0 - i01 * s1) / determinant, (i00 * s1 - i01 * s0) / determinant],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rates that lie on a logistic curve, with many trials: the curve is found, whatever the unit of x.
    #[test]
    fn a_curve_is_found() {
        for (intercept, slope, from, to) in
            [(-2.0, 8.0, 0.0, 1.0), (3.0, -0.02, 0.0, 400.0), (1.0, 5.0, -1.0, 0.5)]
        {
            let x: Vec<f64> = (0..41).map(|n| from + (to - from) * f64::from(n) / 40.0).collect();
            let curve = Logistic { intercept, slope };
            let y: Vec<f64> = x.iter().map(|x| curve.at(*x)).collect();
            let found = Logistic::fit(&x, &y, &[1e7; 41]).expect("a fit");
            assert!(
                (found.intercept - intercept).abs() < 1e-4 && (found.slope / slope - 1.0).abs() < 1e-4,
                "{found:?}"
            );
            assert!((found.crossing().unwrap() + intercept / slope).abs() < 1e-5 * (to - from));
        }
    }

    /// Two single trials that separate: Firth's estimate is finite and crosses midway, by symmetry.
    #[test]
    fn separation_stays_finite() {
        let found = Logistic::fit(&[0.0, 1.0], &[0.0, 1.0], &[1.0, 1.0]).expect("a fit");
        assert!(found.slope.is_finite() && found.slope > 0.0);
        assert!((found.crossing().unwrap() - 0.5).abs() < 1e-9, "{found:?}");
        // For a 2 × 2 table Firth's estimate adds ½ to each cell: log odds ±log 3 at both ends.
        let log3 = libm::log(3.0);
        assert!((found.intercept + log3).abs() < 1e-6 && (found.slope - 2.0 * log3).abs() < 1e-6);
        let step =
            Logistic::fit(&[0.0, 0.1, 0.2, 0.8, 0.9, 1.0], &[0.0, 0.0, 0.0, 1.0, 1.0, 1.0], &[200.0; 6]);
        assert!((step.expect("a fit").crossing().unwrap() - 0.5).abs() < 1e-6);
        assert_eq!(Logistic::fit(&[0.3, 0.3], &[0.0, 1.0], &[1.0, 1.0]), None);
    }
}
