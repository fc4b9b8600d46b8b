//! Logistic regression with Firth's correction: P(y) = 1/(1 + e^−xβ).
//!
//! The penalty ½ log det of the information keeps the estimate finite where a value separates all that happened from
//! all that did not, as simulated thresholds often do. Firth (1993), Biometrika 80; Heinze & Schemper (2002),
//! Statistics in Medicine 21. Newton's method, steps halved where they overshoot.

use nalgebra::{DMatrix, DVector};

/// Newton's steps after which it is given up.
const MOST_STEPS: usize = 200;

/// A fitted regression.
#[derive(Clone, Debug, PartialEq)]
pub struct Logistic {
    /// β, one for each column.
    pub coefficients: DVector<f64>,
    /// The inverse of the information at β.
    pub covariance: DMatrix<f64>,
}

/// The probability at a value of xβ.
pub fn probability(eta: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-eta))
}

impl Logistic {
    /// Fits how many of `trials` succeeded in each row of `x`. None where the columns are collinear or there is nothing
    /// to fit.
    pub fn fit(x: &DMatrix<f64>, successes: &[f64], trials: &[f64]) -> Option<Self> {
        let mut beta = DVector::zeros(x.ncols());
        let mut here = Newton::at(&beta, x, successes, trials)?;
        for _ in 0..MOST_STEPS {
            // Halved until it climbs; a step too small to matter ends it.
            let halved = (0..30).map(|n| &here.step * 0.5_f64.powi(n));
            let climbed = halved.map(|step| &beta + step).find_map(|next| {
                let there = Newton::at(&next, x, successes, trials)?;
                (there.likelihood >= here.likelihood).then_some((next, there))
            });
            let Some((next, there)) = climbed else { break };
            let moved = (&next - &beta).amax();
            (beta, here) = (next, there);
            if moved < 1e-10 {
                break;
            }
        }
        Some(Self { coefficients: beta, covariance: here.covariance })
    }
}

/// The penalised likelihood at some coefficients, and Newton's step from there.
struct Newton {
    likelihood: f64,
    covariance: DMatrix<f64>,
    step: DVector<f64>,
}

impl Newton {
    fn at(beta: &DVector<f64>, x: &DMatrix<f64>, successes: &[f64], trials: &[f64]) -> Option<Self> {
        let eta = x * beta;
        let (mut information, mut likelihood) = (DMatrix::zeros(x.ncols(), x.ncols()), 0.0);
        let rows = || successes.iter().zip(trials).zip(eta.iter()).enumerate();
        for (i, ((k, n), eta)) in rows() {
            let p = probability(*eta);
            let row = x.row(i);
            information.ger(n * p * (1.0 - p), &row.transpose(), &row.transpose(), 1.0);
            // log(1 + e^η) without overflow.
            let log1p_exp = eta.max(0.0) + libm::log1p(libm::exp(-eta.abs()));
            likelihood += k * eta - n * log1p_exp;
        }
        let apart: f64 = information.diagonal().iter().map(|d| libm::log(*d)).sum();
        let cholesky = information.cholesky()?;
        let log_determinant = 2.0 * cholesky.l().diagonal().iter().map(|d| libm::log(*d)).sum::<f64>();
        // What the columns leave of one another; nothing but rounding where they are collinear.
        if log_determinant - apart < libm::log(1e-13) {
            return None;
        }
        let covariance = cholesky.inverse();
        // Firth's score: Σ (k − np + h(½ − p)) x, h the leverage.
        let mut score = DVector::zeros(x.ncols());
        for (i, ((k, n), eta)) in rows() {
            let p = probability(*eta);
            let row = x.row(i).transpose();
            let leverage = n * p * (1.0 - p) * row.dot(&(&covariance * &row));
            score.axpy(k - n * p + leverage * (0.5 - p), &row, 1.0);
        }
        let sound = log_determinant.is_finite() && likelihood.is_finite();
        sound.then(|| Self {
            likelihood: likelihood + 0.5 * log_determinant,
            step: &covariance * score,
            covariance,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(x: &[f64], rates: &[f64], weight: f64) -> Option<Logistic> {
        let rows = DMatrix::from_fn(x.len(), 2, |i, j| if j == 0 { 1.0 } else { x[i] });
        let successes: Vec<f64> = rates.iter().map(|y| y * weight).collect();
        Logistic::fit(&rows, &successes, &vec![weight; x.len()])
    }

    /// Rates that lie on a logistic curve, with many trials: the curve is found.
    #[test]
    fn a_curve_is_found() {
        for (intercept, slope, from, to) in
            [(-2.0, 8.0, 0.0, 1.0), (3.0, -2.0, 0.0, 4.0), (1.0, 5.0, -1.0, 0.5)]
        {
            let x: Vec<f64> = (0..41).map(|n| from + (to - from) * f64::from(n) / 40.0).collect();
            let y: Vec<f64> = x.iter().map(|x| probability(intercept + slope * x)).collect();
            let found = fit(&x, &y, 1e7).expect("a fit").coefficients;
            assert!((found[0] - intercept).abs() < 1e-4 && (found[1] / slope - 1.0).abs() < 1e-4, "{found}");
        }
    }

    /// For a 2 × 2 table Firth's estimate adds ½ to each cell: log odds ±log 3 at both ends of one trial each.
    #[test]
    fn separation_stays_finite() {
        let found = fit(&[0.0, 1.0], &[0.0, 1.0], 1.0).expect("a fit").coefficients;
        let log3 = libm::log(3.0);
        assert!((found[0] + log3).abs() < 1e-6 && (found[1] - 2.0 * log3).abs() < 1e-6, "{found}");
        assert_eq!(fit(&[0.3, 0.3], &[0.0, 1.0], 1.0), None);
    }
}
