//! The Shapley value: exact from every set, or estimated from antithetic permutations.
//!
//! φ_i = Σ_T |T|!(K−|T|−1)!/K! (v(T) − v(T ∪ i)) over the sets T without i: the mean over all K! orders of what v loses when i
//! joins those before it (Shapley 1953). A permutation and its reverse make an antithetic pair: who comes early in one comes
//! late in the other, so that their mean varies less (Mitchell, Cooper, Frank & Holmes 2022).

use crate::{
    random::{Purpose, Seed, Sequence, StreamName},
    study::statistics::Moments,
};

/// Most players whose sets are all enumerated.
pub const MOST_ENUMERATED: usize = 8;

/// φ of each player, from v of every set of them: bit i of a set's place says whether player i is in it. Σφ = v(∅) − v(N).
///
/// # Panics
/// If the number of values is no power of two.
///
/// ```
/// use plenary::study::responsibility::shapley;
///
/// // Either of two alone holds a text of depth .6 down to .2: they share it.
/// for share in shapley(&[0.6, 0.2, 0.2, 0.2]) {
///     assert!((share - 0.2).abs() < 1e-12);
/// }
/// ```
pub fn shapley(values: &[f64]) -> Vec<f64> {
    assert!(values.len().is_power_of_two(), "v of every set");
    let players = values.len().ilog2() as usize;
    let weights = weights(players);
    let of = |i: usize| {
        let without = (0..values.len()).filter(|set| set >> i & 1 == 0);
        without
            .map(|set| weights[set.count_ones() as usize] * (values[set] - values[set | 1 << i]))
            .sum::<f64>()
    };
    (0..players).map(of).collect()
}

/// |T|!(K−|T|−1)!/K! by the size of T.
#[allow(clippy::cast_precision_loss)] // far fewer than 2^53 players
fn weights(players: usize) -> Vec<f64> {
    let mut weight = 1.0 / players as f64;
    let by_size = (0..players).map(|size| {
        let now = weight;
        weight *= (size + 1) as f64 / (players - 1 - size).max(1) as f64;
        now
    });
    by_size.collect()
}

/// φ of each of so many players, estimated from `pairs` antithetic pairs of permutations. `value` is v of the players marked,
/// for the pair with this number: where v itself is uncertain, each pair can take a draw of its own, and the moments cover
/// both. The estimates of one pair add up to its v(∅) − v(N).
///
/// ```
/// use plenary::study::responsibility::estimate_shapley;
///
/// // Each player takes its own share: one pair says all.
/// let shares = [0.3, 0.1, -0.2];
/// let depth = |_: u64, set: &[bool]| set.iter().zip(shares).filter(|(is_in, _)| **is_in).map(|(_, s)| -s).sum::<f64>();
/// let found = estimate_shapley(3, 2, 1, depth);
/// assert!((found[0].average().unwrap() - 0.3).abs() < 1e-12);
/// ```
pub fn estimate_shapley(
    players: usize,
    pairs: u64,
    seed: Seed,
    mut value: impl FnMut(u64, &[bool]) -> f64,
) -> Vec<Moments> {
    let mut permutations = Permutations::new(players, seed);
    let mut moments = vec![Moments::default(); players];
    for pair in 0..pairs {
        let found = permutations.estimate(pair, |set| value(pair, set));
        moments.iter_mut().zip(found).for_each(|(moments, x)| moments.add(x));
    }
    moments
}

/// Antithetic pairs of permutations, by number.
pub(super) struct Permutations {
    players: usize,
    numbers: Sequence,
}

impl Permutations {
    /// Those of so many players under this seed.
    pub fn new(players: usize, seed: Seed) -> Self {
        let name = StreamName { purpose: Purpose::Permutation, party: String::new(), clause: String::new() };
        Self { players, numbers: Sequence::new(seed, &name) }
    }

    /// The estimate of one pair.
    pub fn estimate(&mut self, pair: u64, mut value: impl FnMut(&[bool]) -> f64) -> Vec<f64> {
        self.numbers.turn_to(pair);
        let mut order = permutation(self.players, &mut self.numbers);
        let forward = losses(&order, &mut value);
        order.reverse();
        let backward = losses(&order, &mut value);
        forward.into_iter().zip(backward).map(|(a, b)| f64::midpoint(a, b)).collect()
    }
}

/// A permutation of so many players, each as likely as any other.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // below the number of players
fn permutation(players: usize, numbers: &mut Sequence) -> Vec<usize> {
    let mut order: Vec<usize> = (0..players).collect();
    for last in (1..players).rev() {
        let other = (numbers.number() * (last + 1) as f64) as usize;
        order.swap(last, other.min(last));
    }
    order
}

/// What v loses as players join in this order.
fn losses(order: &[usize], value: &mut impl FnMut(&[bool]) -> f64) -> Vec<f64> {
    let mut set = vec![false; order.len()];
    let mut losses = vec![0.0; order.len()];
    let mut before = value(&set);
    for &player in order {
        set[player] = true;
        let after = value(&set);
        losses[player] = before - after;
        before = after;
    }
    losses
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::endless;

    /// v of every set at random.
    fn game(players: usize) -> Vec<f64> {
        let mut number = endless("game");
        (0..1 << players).map(|_| number()).collect()
    }

    fn marked(set: &[bool]) -> usize {
        set.iter().enumerate().map(|(i, is_in)| usize::from(*is_in) << i).sum()
    }

    /// Every order of so many players.
    fn orders(players: usize) -> Vec<Vec<usize>> {
        let Some(last) = players.checked_sub(1) else { return vec![Vec::new()] };
        let insert = |order: Vec<usize>| {
            (0..players).map(move |place| {
                let mut longer = order.clone();
                longer.insert(place, last);
                longer
            })
        };
        orders(last).into_iter().flat_map(insert).collect()
    }

    /// model, second edition §4, limit 11.
    #[test]
    fn the_formula_is_the_mean_over_all_orders() {
        for players in 1..=6 {
            let values = game(players);
            let mut mean = vec![0.0; players];
            let orders = orders(players);
            for order in &orders {
                let losses = losses(order, &mut |set| values[marked(set)]);
                mean.iter_mut().zip(losses).for_each(|(m, x)| *m += x / orders.len() as f64);
            }
            let found = shapley(&values);
            assert!(found.iter().zip(&mean).all(|(a, b)| (a - b).abs() < 1e-12), "{found:?} {mean:?}");
            let sum: f64 = found.iter().sum();
            assert!((sum - (values[0] - values[values.len() - 1])).abs() < 1e-12);
        }
    }

    #[test]
    fn orders_are_all_different() {
        let mut all = orders(5);
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 120);
    }

    /// The estimate of each of 6 players within 4.5 standard errors of the exact value, in 20 games of 200 pairs: with Student's
    /// distribution of 199 degrees of freedom a false alarm in one of 700 runs of this test.
    #[test]
    fn the_estimate_agrees_with_the_exact_value() {
        for seed in 0..20 {
            let mut number = endless(&format!("game {seed}"));
            let values: Vec<f64> = (0..64).map(|_| number()).collect();
            let found = estimate_shapley(6, 200, seed, |_, set| values[marked(set)]);
            let sum: f64 = found.iter().filter_map(Moments::average).sum();
            assert!((sum - (values[0] - values[63])).abs() < 1e-12, "each pair adds up exactly");
            for (moments, exact) in found.iter().zip(shapley(&values)) {
                let (mean, error) = (moments.average().unwrap(), moments.variance().unwrap() / 200.0);
                assert!((mean - exact).abs() < 4.5 * error.sqrt(), "seed {seed}: {mean} {exact}");
            }
        }
    }

    /// Where what a player takes away is linear in how many came before it, the mean over an order and its reverse does not
    /// depend on the order: antithetic pairs leave no variance, single permutations much.
    #[test]
    fn antithetic_pairs_leave_no_variance_in_a_linear_game() {
        // v(T) = |T|²: the t-th to join takes 2t − 1.
        let value = |set: &[bool]| -(set.iter().filter(|is_in| **is_in).count() as f64).powi(2);
        let pairs = estimate_shapley(5, 50, 3, |_, set| value(set));
        assert!(pairs.iter().all(|m| m.variance().unwrap() < 1e-24 && m.average() == Some(5.0)));
        let single: Vec<f64> =
            orders(5).iter().map(|order| losses(order, &mut |set| value(set))[0]).collect();
        let spread = single.iter().map(|x| (x - 5.0).powi(2)).sum::<f64>() / 120.0;
        assert!((spread - 8.0).abs() < 1e-12, "the variance of 1, 3, 5, 7, 9 is 8: {spread}");
    }

    /// Every order of three players comes up as often: a χ² with 5 degrees of freedom below 25.7 (a false alarm in one of 10,000).
    #[test]
    fn permutations_are_uniform() {
        let name = StreamName { purpose: Purpose::Permutation, party: String::new(), clause: String::new() };
        let mut numbers = Sequence::new(5, &name);
        let all = orders(3);
        let mut counts = [0.0; 6];
        for pair in 0..6_000 {
            numbers.turn_to(pair);
            let order = permutation(3, &mut numbers);
            counts[all.iter().position(|o| *o == order).unwrap()] += 1.0;
        }
        let chi: f64 = counts.iter().map(|n: &f64| (n - 1000.0).powi(2) / 1000.0).sum();
        assert!(chi < 25.7, "{counts:?}");
    }
}
