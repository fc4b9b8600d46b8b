//! The losses of eight parties at a time: [`Loss::at`] and [`Loss::between`] once more, in the same operations and the same
//! order, so that they have the same bits. The plain ones are the definition.

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
pub fn between<S: Simd>(loss: Loss, lo: f64, hi: f64, p: f64x8<S>, reading: Reading) -> f64x8<S> {
    let own = at(loss, p.max(lo).min(hi), p);
    own * reading.theta + mean(loss, lo, hi, p) * (1.0 - reading.theta) + reading.vagueness * (hi - lo)
}

/// The mean loss over readings spread evenly on [lo, hi], lo < hi.
#[inline(always)]
fn mean<S: Simd>(loss: Loss, lo: f64, hi: f64, p: f64x8<S>) -> f64x8<S> {
    let (middle, width) = (f64x8::splat(p.simd, f64::midpoint(lo, hi)), hi - lo);
    if let Loss::Quadratic | Loss::Euclidean | Loss::Gaussian(_) = loss {
        return (middle - p) * (middle - p) + width * width / 12.0;
    }
    let (over, under) = loss.sides();
    let (low, high) = (f64x8::splat(p.simd, lo), f64x8::splat(p.simd, hi));
    let astride = ((high - p) * over * (high - p) + (p - low) * under * (p - low)) / (2.0 * width);
    let within = low.simd_lt(p) & p.simd_lt(high);
    within.select(astride, at(loss, middle, p))
}
