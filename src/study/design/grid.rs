//! The grid: every combination of all values, the last factor turning fastest.
//!
//! Point Σ_k n_k Π_{l>k} L_l has the n_k-th of L_k values of factor k.

use super::{DesignPlace, Factor};

/// Π L_k; none where a factor is a range or the number is beyond counting.
pub fn count<'f>(factors: impl Iterator<Item = &'f Factor>) -> Option<u64> {
    factors.map(Factor::levels).try_fold(1_u64, |product, levels| product.checked_mul(levels?))
}

/// Where a point lies.
pub fn places<'f>(factors: impl Iterator<Item = &'f Factor>, point: u64) -> Vec<DesignPlace> {
    let levels: Vec<u64> = factors.map(|f| f.levels().unwrap_or(1).max(1)).collect();
    let mut rest = point;
    let mut places: Vec<DesignPlace> = levels
        .iter()
        .rev()
        .map(|levels| {
            let nth = rest % levels;
            rest /= levels;
            DesignPlace::Nth(nth)
        })
        .collect();
    places.reverse();
    places
}
