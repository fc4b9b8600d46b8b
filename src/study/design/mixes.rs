//! One at a time, and mixes: the case as it is, each value of each factor alone, then random combinations of them.
//!
//! In a mix each factor is left as the scenario has it or takes one of its values, each with the same probability and
//! whatever the others do. Number m of a factor's stream decides for mix m, so that mixes are the same whenever the seed
//! and the factor are. It shows what single changes cannot: how far the answers spread where several guesses are wrong.

use serde::{Deserialize, Serialize};

use super::{DesignPlace, Factor, number, one_at_a_time};
use crate::{named::Named, random::Seed};

/// One at a time, and so many mixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mixes {
    /// How many combinations are drawn.
    pub mixes: u32,
}

impl Mixes {
    /// 1 + Σ L_k + mixes; none where a factor is a range.
    pub fn count<'f>(self, factors: impl Iterator<Item = &'f Factor>) -> Option<u64> {
        one_at_a_time::count(factors)?.checked_add(u64::from(self.mixes))
    }

    /// Where a point lies.
    pub fn places(self, factors: &Named<Factor>, seed: Seed, point: u64) -> Vec<DesignPlace> {
        let alone = one_at_a_time::count(factors.values()).unwrap_or(0);
        match point.checked_sub(alone) {
            None => one_at_a_time::places(factors.values(), point),
            Some(mix) => factors.iter().map(|(name, factor)| drawn(name, factor, seed, mix)).collect(),
        }
    }
}

/// What a factor is in a mix.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a handful of values
fn drawn(name: &str, factor: &Factor, seed: Seed, mix: u64) -> DesignPlace {
    let levels = factor.levels().unwrap_or(0);
    let n = (number(seed, name, "mix", mix) * (levels + 1) as f64) as u64;
    n.min(levels).checked_sub(1).map_or(DesignPlace::Base, DesignPlace::Nth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::design::Level;

    fn factors() -> Named<Factor> {
        let values = |n: u32| Factor::Values((0..n).map(|k| Level::Number(f64::from(k))).collect());
        let mut factors = Named::default();
        factors.set("a", values(3));
        factors.set("b", values(1));
        factors
    }

    /// The points begin as those of one at a time; leaving a factor out leaves the other's mixes as they are.
    #[test]
    fn begins_one_at_a_time_and_draws_by_name() {
        let (all, mixes) = (factors(), Mixes { mixes: 20 });
        assert_eq!(mixes.count(all.values()), Some(1 + 4 + 20));
        for point in 0..5 {
            assert_eq!(mixes.places(&all, 1, point), one_at_a_time::places(all.values(), point));
        }
        let mut only_b = all.clone();
        only_b.remove("a");
        for mix in 0..20 {
            assert_eq!(mixes.places(&all, 1, 5 + mix)[1], mixes.places(&only_b, 1, 2 + mix)[0]);
        }
    }

    /// Of 4,000 mixes each of four values has a quarter, within 4.5 standard errors (.031): a chance failure has a
    /// probability below 1e-4 over the eight comparisons, and the seed is fixed.
    #[test]
    fn each_value_has_the_same_share() {
        let (all, mixes) = (factors(), Mixes { mixes: 4000 });
        for seed in [1, 2] {
            let drawn: Vec<DesignPlace> =
                (0..4000).map(|m| mixes.places(&all, seed, 5 + m)[0].clone()).collect();
            for place in [DesignPlace::Base, DesignPlace::Nth(0), DesignPlace::Nth(1), DesignPlace::Nth(2)] {
                let share = drawn.iter().filter(|d| **d == place).count() as f64 / 4000.0;
                assert!((share - 0.25).abs() < 0.031, "{place:?}: {share}");
            }
        }
    }
}
