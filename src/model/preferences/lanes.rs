//! SIMD versions of [`Loss::at`] and [`Loss::between`], with the same operations in the same order, so that the bits are the
//! same. The scalar versions are the definition.

use fearless_simd::{Simd, f64x8, prelude::*};

use crate::preference::{Loss, Reading};

/// ℓ at the points x for the ideals p.
#[inline(always)]
pub fn at<S: Simd>(loss: Loss, x: f64x8<S>, p: f64x8<S>) -> f64x8<S> {
    match loss {
        Loss::CityBlock => (x - p).abs(),
        Loss::Quadratic | Loss::Euclidean | Loss::Gaussian(_) => (x - p) * (x - p),
        Loss::Asymmetric { .. } => {
            let (over, under) = loss.sides();
            x.simd_gt(p).select((x - p) * over, (p - x) * under)
        }
    }
}

/// θ·min + (1−θ)·mean + κ_a(hi−lo) over the interval [lo, hi], lo < hi, for the ideals p.
#[inline(always)]
pub fn between<S: Simd>(
    loss: Loss,
    (lo, hi): (f64x8<S>, f64x8<S>),
    p: f64x8<S>,
    reading: Reading,
) -> f64x8<S> {
    let least = at(loss, p.max(lo).min(hi), p);
    least * reading.theta + mean(loss, (lo, hi), p) * (1.0 - reading.theta) + (hi - lo) * reading.vagueness
}

/// The mean loss over readings uniform on [lo, hi], lo < hi.
#[inline(always)]
fn mean<S: Simd>(loss: Loss, (lo, hi): (f64x8<S>, f64x8<S>), p: f64x8<S>) -> f64x8<S> {
    let (middle, width) = ((lo + hi) * 0.5, hi - lo);
    match loss {
        Loss::Quadratic | Loss::Euclidean | Loss::Gaussian(_) => {
            (middle - p) * (middle - p) + width * width / 12.0
        }
        Loss::CityBlock | Loss::Asymmetric { .. } => {
            let (over, under) = loss.sides();
            let both_sides = ((hi - p) * over * (hi - p) + (p - lo) * under * (p - lo)) / (width * 2.0);
            let within = lo.simd_lt(p) & p.simd_lt(hi);
            within.select(both_sides, at(loss, middle, p))
        }
    }
}
