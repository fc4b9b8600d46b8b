//! How the first box was peeled, step by step, so that another may be taken; and how far its limits can be trusted.
//!
//! Two measures of Bryant & Lempert (2010), as EMA Workbench has them. The quasi-p value of a limit: P(X ≥ k) of a binomial
//! of the n cases in the box, with the share in which it happens when that limit alone is lifted; k occurrences are in
//! the box. It takes cases as independent and the box as given, so it is smaller than a p value. Reproducibility: the share
//! of halves of the points, drawn without putting back, in whose own peeling the factor is limited too, at the step nearest in
//! coverage, and at the step nearest in density.

use serde::Serialize;

use super::{
    DiscoveryCase,
    prim::{Limit, Region, first_box_is_of, quasi_p, trajectory},
};
use crate::{random::Seed, study::bootstrap::Urn};

/// Halves that are drawn: as many as fit this many points, within the limits.
const POINTS_AGAIN: usize = 200_000;
/// At least, and at most.
const HALVES: (usize, usize) = (10, 100);

/// How the first box was peeled.
#[derive(Clone, Debug, PartialEq)]
pub struct Peeling {
    /// The boxes on the way; the first is everything.
    pub steps: Vec<Region>,
    /// The step that is looked at: the one asked for, else the one that the first box was made of.
    pub taken: usize,
    /// Whether it was asked for.
    pub asked: bool,
    /// The limits of the box that is looked at: the first box, or the step asked for.
    pub restrictions: Vec<Restriction>,
    /// How many halves were drawn.
    pub halves: usize,
}

/// How far a limit can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Restriction {
    /// Which factor.
    pub factor: usize,
    /// The quasi-p value of its lower limit, or of the words it is limited to; none where there is none.
    pub low: Option<f64>,
    /// The quasi-p value of its upper limit.
    pub high: Option<f64>,
    /// The share of halves in which it is limited at the same coverage.
    pub by_coverage: f64,
    /// The share of halves in which it is limited at the same density.
    pub by_density: f64,
}

/// Peels the first box. `chosen`: the step asked for, which is there.
pub fn peeling(
    cases: &[DiscoveryCase],
    words: &[bool],
    first: Option<&Region>,
    chosen: Option<usize>,
    seed: Seed,
) -> Peeling {
    let steps = trajectory(cases, words);
    let taken = chosen.unwrap_or_else(|| first_box_is_of(cases, words)).min(steps.len() - 1);
    let region = if chosen.is_none() { first.unwrap_or(&steps[taken]) } else { &steps[taken] };
    let halves = (POINTS_AGAIN / cases.len().max(1)).clamp(HALVES.0, HALVES.1);
    let again = restricted_again(cases, words, region, halves, seed);
    let of = |factor: usize| {
        let [low, high] = quasi_ps(cases, region, factor);
        let (by_coverage, by_density) = again[factor];
        Restriction { factor, low, high, by_coverage, by_density }
    };
    let restrictions = (0..words.len()).filter(|k| region.limits[*k] != Limit::Free).map(of).collect();
    Peeling { restrictions, taken, asked: chosen.is_some(), halves, steps }
}

/// The quasi-p values of both ends of a factor's limit.
fn quasi_ps(cases: &[DiscoveryCase], region: &Region, k: usize) -> [Option<f64>; 2] {
    let p = |without| Some(quasi_p(cases, &region.limits, k, without));
    match region.limits[k] {
        Limit::Free => [None, None],
        Limit::Among(_) => [p(Limit::Free), None],
        Limit::Between(low, high) => [
            low.is_finite().then(|| p(Limit::Between(f64::NEG_INFINITY, high))).flatten(),
            high.is_finite().then(|| p(Limit::Between(low, f64::INFINITY))).flatten(),
        ],
    }
}

/// In which share of halves of the points each factor is limited, at the same coverage and at the same density.
#[allow(clippy::cast_precision_loss)] // a hundred halves
fn restricted_again(
    cases: &[DiscoveryCase],
    words: &[bool],
    region: &Region,
    halves: usize,
    seed: Seed,
) -> Vec<(f64, f64)> {
    let mut urn = Urn::new(seed, "halves of points");
    let mut counts = vec![(0.0, 0.0); words.len()];
    for _ in 0..halves {
        let steps = trajectory(&half(cases, &mut urn), words);
        let apart = |of: fn(&Region) -> f64| {
            move |a: &&Region, b: &&Region| (of(a) - of(region)).abs().total_cmp(&(of(b) - of(region)).abs())
        };
        // Of steps that hold as much, the last and densest: else a box of all occurrences would be likened to everything.
        let by_coverage = steps.iter().rev().min_by(apart(|r| r.coverage));
        let by_density = steps.iter().min_by(apart(|r| r.density));
        for (k, count) in counts.iter_mut().enumerate() {
            let is = |r: Option<&Region>| f64::from(u8::from(r.is_some_and(|r| r.limits[k] != Limit::Free)));
            *count = (count.0 + is(by_coverage), count.1 + is(by_density));
        }
    }
    counts.into_iter().map(|(c, d)| (c / halves as f64, d / halves as f64)).collect()
}

/// Half of the cases, drawn without putting back.
fn half(cases: &[DiscoveryCase], urn: &mut Urn) -> Vec<DiscoveryCase> {
    let mut order: Vec<usize> = (0..cases.len()).collect();
    let n = cases.len() / 2;
    for i in 0..n {
        let j = i + urn.draw(order.len() - i);
        order.swap(i, j);
    }
    order[..n].sort_unstable();
    order[..n].iter().map(|k| cases[*k].clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planted(n: u64, seed: u64) -> Vec<DiscoveryCase> {
        let mut urn = Urn::new(seed, "cases");
        (0..n)
            .map(|_| {
                let at: Vec<f64> = (0..4).map(|_| urn.draw(1_000_000) as f64 / 1e6).collect();
                DiscoveryCase { count: u64::from(at[0] < 0.4 && at[1] > 0.7), at, of: 1 }
            })
            .collect()
    }

    /// A planted box: density only rises on the way, each step holds less than the one before, and the two factors of the
    /// box are limited in every half, the others in few.
    #[test]
    fn the_way_to_a_planted_box() {
        let cases = planted(1000, 3);
        let found = peeling(&cases, &[false; 4], None, None, 1);
        assert_eq!((found.steps[0].density, found.steps[0].coverage), {
            let count = cases.iter().map(|c| c.count).sum::<u64>();
            (count as f64 / 1000.0, 1.0)
        });
        for pair in found.steps.windows(2) {
            assert!(pair[1].density > pair[0].density && pair[1].mass < pair[0].mass, "{pair:?}");
        }
        let limited: Vec<usize> = found.restrictions.iter().map(|r| r.factor).collect();
        assert_eq!(limited, [0, 1]);
        for restriction in &found.restrictions {
            assert_eq!((restriction.by_coverage, restriction.by_density), (1.0, 1.0));
            let p = restriction.low.or(restriction.high).expect("a quasi-p value");
            assert!(p < 1e-9, "{restriction:?}");
        }
    }

    /// Five cases in the box, all occurrences; without the limit eight, five of them: P(X ≥ 5; 5, ⅝) = (⅝)⁵.
    #[test]
    fn a_quasi_p_value_by_hand() {
        let case = |x: f64, happens: bool| DiscoveryCase { at: vec![x], of: 1, count: u64::from(happens) };
        let cases: Vec<DiscoveryCase> = (0..8).map(|n| case(f64::from(n), n < 5)).collect();
        let limits = vec![Limit::Between(f64::NEG_INFINITY, 4.0)];
        let p = quasi_p(&cases, &limits, 0, Limit::Free);
        assert!((p - 0.625_f64.powi(5)).abs() < 1e-12, "{p}");
    }

    /// Another step is looked at where it is asked for, with its own limits.
    #[test]
    fn another_step_may_be_taken() {
        let cases = planted(400, 5);
        let found = peeling(&cases, &[false; 4], None, Some(3), 1);
        assert_eq!(found.taken, 3);
        let limited: Vec<usize> = (0..4).filter(|k| found.steps[3].limits[*k] != Limit::Free).collect();
        assert_eq!(found.restrictions.iter().map(|r| r.factor).collect::<Vec<_>>(), limited);
    }
}
