//! Elementary effects: what one step of a factor does, at many places.
//!
//! EE_k = (f(x + Δe_k) − f(x))/Δ per walk, with Δ as a share of the factor's range; over r walks μ = mean EE,
//! μ* = mean |EE|, σ = standard deviation of EE. μ* says how much a factor matters, σ how much that depends on
//! where the others are. A linear model has μ = slope × range and σ = 0. Morris (1991), Technometrics 33;
//! Campolongo, Cariboni & Saltelli (2007), Environmental Modelling & Software 22, for μ*. Intervals by drawing walks
//! again.

use serde::Serialize;

use crate::{
    random::Seed,
    study::{
        bootstrap::{BootstrapEstimate, estimates},
        design::{DesignPlace, Morris},
        statistics::Moments,
    },
};

/// What a factor does.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ElementaryEffect {
    /// μ: the mean effect of crossing the factor's range.
    pub mu: BootstrapEstimate,
    /// μ*: the mean size of the effect.
    pub mu_star: BootstrapEstimate,
    /// σ: how much the effect varies from place to place.
    pub sigma: BootstrapEstimate,
}

/// The effects of each factor, from the results at the points of the design.
pub fn effects(
    design: Morris,
    factors: &[&str],
    seed: Seed,
    results: &[f64],
    what: &str,
) -> Vec<ElementaryEffect> {
    let k = factors.len();
    let walks: Vec<Vec<f64>> = (0..u64::from(design.trajectories))
        .map(|t| {
            let first = t * (k as u64 + 1);
            let result = |j: usize| results.get(first as usize + j).copied().unwrap_or(f64::NAN);
            let at = |j: usize| design.places(seed, factors, first + j as u64);
            let mut effects = vec![f64::NAN; k];
            for (j, factor) in design.order(seed, factors, t).into_iter().enumerate() {
                let step = share(&at(j + 1)[factor]) - share(&at(j)[factor]);
                effects[factor] = (result(j + 1) - result(j)) / step;
            }
            effects
        })
        .collect();
    let of = |factor: usize| {
        let found = estimates(seed, &format!("morris {what} {}", factors[factor]), walks.len(), |times| {
            let (mut effect, mut size) = (Moments::default(), Moments::default());
            for (walk, times) in walks.iter().zip(times) {
                for _ in 0..*times {
                    effect.add(walk[factor]);
                    size.add(walk[factor].abs());
                }
            }
            vec![effect.average(), size.average(), effect.variance().map(libm::sqrt)]
        });
        let or_none =
            |n: usize| found[n].unwrap_or(BootstrapEstimate { value: f64::NAN, low: None, high: None });
        ElementaryEffect { mu: or_none(0), mu_star: or_none(1), sigma: or_none(2) }
    };
    (0..k).map(of).collect()
}

fn share(place: &DesignPlace) -> f64 {
    match place {
        DesignPlace::Closed(u) | DesignPlace::Share(u) => *u,
        _ => f64::NAN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACTORS: [&str; 5] = ["a", "b", "c", "d", "e"];

    fn points(design: Morris, seed: Seed) -> Vec<Vec<f64>> {
        let count = design.count(FACTORS.len() as u64);
        (0..count).map(|p| design.places(seed, &FACTORS, p).iter().map(share).collect()).collect()
    }

    /// Each walk moves every factor once by ±Δ on the grid, and every level comes up.
    #[test]
    fn walks_move_one_factor_at_a_time() {
        for levels in [2, 4, 8] {
            let design = Morris { trajectories: 50, levels };
            let points = points(design, 3);
            let mut seen = vec![0; levels as usize];
            for walk in points.chunks(6) {
                let mut moved = [0; 5];
                for pair in walk.windows(2) {
                    let steps: Vec<f64> = pair[0].iter().zip(&pair[1]).map(|(a, b)| b - a).collect();
                    assert_eq!(steps.iter().filter(|s| s.abs() > 1e-12).count(), 1, "{steps:?}");
                    let k = steps.iter().position(|s| s.abs() > 1e-12).unwrap();
                    assert!((steps[k].abs() - design.step()).abs() < 1e-12, "{steps:?}");
                    moved[k] += 1;
                }
                assert_eq!(moved, [1; 5]);
                for u in walk.iter().flatten() {
                    let level = u * f64::from(levels - 1);
                    assert!((level - level.round()).abs() < 1e-9 && (0.0..=1.0).contains(u), "{u}");
                    seen[level.round() as usize] += 1;
                }
            }
            assert!(seen.iter().all(|n| *n > 100), "{seen:?}");
        }
    }

    /// A linear model: μ = slope, σ = 0, whatever the walks (specification §8: exactly).
    #[test]
    fn a_linear_model_is_exact() {
        let slopes = [3.0, -2.0, 0.5, 0.0, 10.0];
        for (trajectories, levels, seed) in [(2, 4, 1), (20, 4, 2), (50, 8, 3), (10, 2, 4)] {
            let design = Morris { trajectories, levels };
            let linear = |u: &Vec<f64>| 1.0 + u.iter().zip(slopes).map(|(u, s)| u * s).sum::<f64>();
            let results: Vec<f64> = points(design, seed).iter().map(linear).collect();
            for (effect, slope) in effects(design, &FACTORS, seed, &results, "y").iter().zip(slopes) {
                assert!((effect.mu.value - slope).abs() < 1e-12, "{effect:?} for {slope}");
                assert!((effect.mu_star.value - slope.abs()).abs() < 1e-12);
                assert!(effect.sigma.value.abs() < 1e-12);
            }
        }
    }

    /// An interaction shows in σ: f = ab has EE_a = b, whose mean is ½ and whose variance is that of the grid.
    #[test]
    fn an_interaction_shows_in_sigma() {
        let design = Morris { trajectories: 4000, levels: 4 };
        let results: Vec<f64> = points(design, 5).iter().map(|u| u[0] * u[1]).collect();
        let found = effects(Morris { trajectories: 4000, levels: 4 }, &FACTORS, 5, &results, "y");
        // b is on {0, ⅓, ⅔, 1} with equal chances: standard deviation √(5/36) = .3727; 4 standard errors of a mean
        // and of a standard deviation of 4,000.
        assert!((found[0].mu.value - 0.5).abs() < 4.0 * 0.3727 / 4000f64.sqrt());
        assert!((found[0].sigma.value - (5.0f64 / 36.0).sqrt()).abs() < 4.0 * 0.3727 / 8000f64.sqrt());
        assert_eq!(found[2].mu_star.value, 0.0);
    }
}
