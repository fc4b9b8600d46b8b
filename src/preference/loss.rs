//! How distance from an ideal point turns into loss.

use serde::{Deserialize, Serialize};

use super::Reading;
use crate::field::{Change, SetError, Settable};

/// How distance from the ideal point is converted to loss, and loss to utility (specification §3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Loss {
    /// u = 1 − Σω|x−p| (the default).
    #[default]
    CityBlock,
    /// u = 1 − Σω(x−p)².
    Quadratic,
    /// u = 1 − √Σω(x−p)².
    Euclidean,
    /// u = exp(−Σω(x−p)²/2σ²); σ > 0, typically 0.3.
    Gaussian(f64),
    /// City-block with a weight for each side: `over` above the ideal, `under` below, both divided by the larger.
    Asymmetric {
        /// κ⁺ ≥ 0: weight of a text that goes beyond the ideal.
        over: f64,
        /// κ⁻ ≥ 0: weight of a text that falls short of it.
        under: f64,
    },
}

impl Settable for Loss {
    /// σ is its `width`.
    fn set_field(&mut self, path: &str, change: &Change<'_>) -> Result<(), SetError> {
        match (self, path) {
            (whole, "") => change.replace(path, whole),
            (Self::Gaussian(sigma), "width") => sigma.set_field("", change),
            (Self::Asymmetric { over, .. }, "over") => over.set_field("", change),
            (Self::Asymmetric { under, .. }, "under") => under.set_field("", change),
            _ => Err(SetError::unknown(path, &["width", "over", "under"])),
        }
    }
}

impl Loss {
    /// The loss on one clause at the point `x` for the ideal `p`, in [0, 1].
    #[inline(always)]
    pub fn at(self, x: f64, p: f64) -> f64 {
        match self {
            Self::CityBlock => (x - p).abs(),
            Self::Quadratic | Self::Euclidean | Self::Gaussian(_) => (x - p) * (x - p),
            Self::Asymmetric { .. } => {
                let (over, under) = self.sides();
                if x > p { over * (x - p) } else { under * (p - x) }
            }
        }
    }

    /// κ⁺ and κ⁻ divided by the larger; (1, 1) if both sides have the same weight.
    #[inline(always)]
    pub(crate) fn sides(self) -> (f64, f64) {
        match self {
            Self::Asymmetric { over, under } => (over / over.max(under), under / over.max(under)),
            Self::CityBlock | Self::Quadratic | Self::Euclidean | Self::Gaussian(_) => (1.0, 1.0),
        }
    }

    /// The mean loss over readings uniform on [lo, hi], lo < hi, in a form without cancellation for narrow intervals. On
    /// one side of the ideal a linear loss has its mean at the midpoint.
    #[inline(always)]
    fn mean(self, lo: f64, hi: f64, p: f64) -> f64 {
        let (middle, width) = (f64::midpoint(lo, hi), hi - lo);
        match self {
            Self::Quadratic | Self::Euclidean | Self::Gaussian(_) => {
                (middle - p) * (middle - p) + width * width / 12.0
            }
            Self::CityBlock | Self::Asymmetric { .. } => {
                let (over, under) = self.sides();
                let both_sides = (over * (hi - p) * (hi - p) + under * (p - lo) * (p - lo)) / (2.0 * width);
                let one_side = self.at(middle, p);
                if (lo < p) & (p < hi) { both_sides } else { one_side }
            }
        }
    }

    /// The loss on one clause over the interval [lo, hi]: θ·min + (1−θ)·mean + κ_a(hi−lo).
    #[inline(always)]
    pub fn over(self, lo: f64, hi: f64, p: f64, reading: Reading) -> f64 {
        if lo == hi { self.at(lo, p) } else { self.between(lo, hi, p, reading) }
    }

    /// The same as [`Loss::over`] for lo < hi.
    #[inline(always)]
    pub fn between(self, lo: f64, hi: f64, p: f64, reading: Reading) -> f64 {
        let least = self.at(p.clamp(lo, hi), p);
        reading.theta * least + (1.0 - reading.theta) * self.mean(lo, hi, p) + reading.vagueness * (hi - lo)
    }

    /// Utility of a total loss (the salience-weighted sum of clause losses), in [0, 1].
    #[inline]
    pub fn utility(self, total: f64) -> f64 {
        let u = match self {
            Self::CityBlock | Self::Quadratic | Self::Asymmetric { .. } => 1.0 - total,
            Self::Euclidean => 1.0 - libm::sqrt(total),
            Self::Gaussian(sigma) => libm::exp(-total / (2.0 * sigma * sigma)),
        };
        u.max(0.0)
    }

    /// Whether [`Loss::utility`] is 1 − total, cut at 0.
    pub(crate) fn is_linear(self) -> bool {
        match self {
            Self::CityBlock | Self::Quadratic | Self::Asymmetric { .. } => true,
            Self::Euclidean | Self::Gaussian(_) => false,
        }
    }

    /// The point on the other side of the ideal `p` with the same loss as `x`; it may lie outside [0, 1].
    pub fn mirror(self, p: f64, x: f64) -> f64 {
        match self {
            Self::Asymmetric { over, under } if x > p => p - (over / under) * (x - p),
            Self::Asymmetric { over, under } => p + (under / over) * (p - x),
            Self::CityBlock | Self::Quadratic | Self::Euclidean | Self::Gaussian(_) => 2.0 * p - x,
        }
    }

    /// The acceptance ceiling ā of specification §2: the deepest point on one clause whose loss is at most that of the status quo
    /// `q`, other clauses held fixed. For a symmetric loss, min(1, 2p − q) if p > q, otherwise q.
    pub fn ceiling(self, p: f64, q: f64) -> f64 {
        match self {
            // Going beyond the ideal costs nothing.
            Self::Asymmetric { over: 0.0, .. } => 1.0,
            Self::CityBlock
            | Self::Quadratic
            | Self::Euclidean
            | Self::Gaussian(_)
            | Self::Asymmetric { .. } => {
                if p > q {
                    self.mirror(p, q).min(1.0)
                } else {
                    q
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOSSES: [Loss; 5] = [
        Loss::CityBlock,
        Loss::Quadratic,
        Loss::Euclidean,
        Loss::Gaussian(0.3),
        Loss::Asymmetric { over: 2.0, under: 0.5 },
    ];

    /// The mean loss equals a sum over 20,000 readings.
    #[test]
    fn mean_loss_equals_the_numerical_integral() {
        for loss in LOSSES {
            for (lo, hi) in [(0.1, 0.5), (0.3, 0.31), (0.0, 1.0)] {
                for p in [0.0, 0.2, 0.305, 0.5, 1.0] {
                    let n = 20_000;
                    let sum: f64 = (0..n)
                        .map(|k| loss.at(lo + (hi - lo) * (f64::from(k) + 0.5) / f64::from(n), p))
                        .sum();
                    let mean = sum / f64::from(n);
                    assert!((loss.mean(lo, hi, p) - mean).abs() < 1e-8, "{loss:?} on [{lo}, {hi}] at {p}");
                }
            }
        }
    }

    /// A very narrow interval must have the loss of its point (a regression: cancellation once changed it).
    #[test]
    fn a_narrow_interval_has_the_loss_of_its_point() {
        for loss in LOSSES {
            for width in [1e-17_f64, 1e-15, 1e-12, 1e-9] {
                let hi = 0.55 + width;
                let narrow = loss.over(0.55, hi.max(0.55_f64.next_up()), 0.18, Reading::default());
                assert!((narrow - loss.at(0.55, 0.18)).abs() < 1e-8, "{loss:?} at width {width}");
            }
        }
    }

    /// Specification §2: ā = min(1, 2p − q) if p > q, otherwise q.
    #[test]
    fn acceptance_ceiling() {
        for (p, q, ceiling) in [(0.2, 0.0, 0.4), (0.8, 0.0, 1.0), (0.3, 0.1, 0.5), (0.1, 0.3, 0.3)] {
            assert!((Loss::CityBlock.ceiling(p, q) - ceiling).abs() < 1e-12, "p {p}, q {q}");
        }
        // The loss above the ideal is twice that below, so the ceiling lies half as far above it.
        let asymmetric = Loss::Asymmetric { over: 2.0, under: 1.0 };
        assert!((asymmetric.ceiling(0.4, 0.0) - 0.6).abs() < 1e-12);
    }
}
