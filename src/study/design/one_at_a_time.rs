//! One at a time: the case as it is, then each value of each factor, all else as the scenario has it. For teaching:
//! it cannot see that two factors work together.

use super::{DesignPlace, Factor};

/// 1 + Σ L_k; none where a factor is a range.
pub fn count<'f>(factors: impl Iterator<Item = &'f Factor>) -> Option<u64> {
    factors.map(Factor::levels).try_fold(1_u64, |sum, levels| sum.checked_add(levels?))
}

/// Where a point lies.
pub fn places<'f>(factors: impl Iterator<Item = &'f Factor>, point: u64) -> Vec<DesignPlace> {
    let mut rest = point.checked_sub(1);
    factors
        .map(|factor| {
            let levels = factor.levels().unwrap_or(0);
            let here = rest.filter(|n| *n < levels);
            rest = rest.and_then(|n| n.checked_sub(levels));
            here.map_or(DesignPlace::Base, DesignPlace::Nth)
        })
        .collect()
}
