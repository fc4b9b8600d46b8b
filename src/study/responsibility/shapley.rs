//! The Shapley value: exact from every set, or estimated from antithetic permutations.
//!
//! φ_i = Σ_T |T|!(K−|T|−1)!/K! (v(T) − v(T ∪ i)) over the sets T without i: the mean over all K! orders of what v loses when i
//! joins those before it (Shapley 1953). A permutation and its reverse make an antithetic pair: who comes early in one comes
//! late in the other, so that their mean varies less (Mitchell, Cooper, Frank & Holmes 2022). Players may stand in groups, as
//! the members of a bloc do.

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
    let mut permutations = Permutations::new(vec![1; players], seed);
    let mut moments = vec![Moments::default(); players];
    for pair in 0..pairs {
        let found = permutations.estimate(pair, |set| vec![value(pair, set)]);
        moments.iter_mut().zip(found).for_each(|(moments, x)| moments.add(x[0]));
    }
    moments
}

/// Antithetic pairs of permutations, by number. Players of a group stand together in each: the mean over such orders is the
/// Owen value (1977), whose shares of a group's members add up to the Shapley value of the group.
pub(super) struct Permutations {
    /// How many players each group has, in the order of the players.
    groups: Vec<usize>,
    numbers: Sequence,
}

impl Permutations {
    /// Those of groups of so many players under this seed.
    pub fn new(groups: Vec<usize>, seed: Seed) -> Self {
        let name = StreamName { purpose: Purpose::Permutation, party: String::new(), clause: String::new() };
        Self { groups, numbers: Sequence::new(seed, &name) }
    }

    /// The estimate of one pair: what each player takes from each component of v.
    pub fn estimate(&mut self, pair: u64, mut value: impl FnMut(&[bool]) -> Vec<f64>) -> Vec<Vec<f64>> {
        self.numbers.turn_to(pair);
        let mut order = self.order();
        let mut losses_of_both = losses(&order, &mut value);
        order.reverse();
        let backward = losses(&order, &mut value);
        for (forward, backward) in losses_of_both.iter_mut().zip(backward) {
            forward.iter_mut().zip(backward).for_each(|(a, b)| *a = f64::midpoint(*a, b));
        }
        losses_of_both
    }

    /// An order of all players in which each group stands together.
    fn order(&mut self) -> Vec<usize> {
        let begins: Vec<usize> = self
            .groups
            .iter()
            .scan(0, |next, size| {
                *next += size;
                Some(*next - size)
            })
            .collect();
        let groups = permutation(self.groups.len(), &mut self.numbers);
        let members = |group: usize| {
            let members = permutation(self.groups[group], &mut self.numbers);
            members.into_iter().map(|k| begins[group] + k).collect::<Vec<usize>>()
        };
        groups.into_iter().flat_map(members).collect()
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

/// What each component of v loses as players join in this order.
fn losses(order: &[usize], value: &mut impl FnMut(&[bool]) -> Vec<f64>) -> Vec<Vec<f64>> {
    let mut set = vec![false; order.len()];
    let mut losses = vec![Vec::new(); order.len()];
    let mut before = value(&set);
    for &player in order {
        set[player] = true;
        let after = value(&set);
        losses[player] = before.iter().zip(&after).map(|(before, after)| before - after).collect();
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
                let losses = losses(order, &mut |set| vec![values[marked(set)]]);
                mean.iter_mut().zip(losses).for_each(|(m, x)| *m += x[0] / orders.len() as f64);
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
            orders(5).iter().map(|order| losses(order, &mut |set| vec![value(set)])[0][0]).collect();
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

    /// Every order in which groups stand together comes up, no other does, and the mean of the members' shares over all of
    /// them adds up to the group's own Shapley value (Owen 1977), in games of two groups, of two and one.
    #[test]
    fn members_of_a_group_share_what_it_takes() {
        let values = game(3);
        let mut permutations = Permutations::new(vec![2, 1], 7);
        let mut seen = std::collections::BTreeSet::new();
        let mut taken = [0.0; 3];
        for pair in 0..400 {
            permutations.numbers.turn_to(pair);
            seen.insert(permutations.order());
            let found = permutations.estimate(pair, |set| vec![values[marked(set)]]);
            taken.iter_mut().zip(found).for_each(|(sum, x)| *sum += x[0] / 400.0);
        }
        let together = [[0, 1, 2], [1, 0, 2], [2, 0, 1], [2, 1, 0]].map(|order| order.to_vec());
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), together);
        // The game between the groups: nobody, the first, the second, all.
        let of_groups = shapley(&[values[0], values[3], values[4], values[7]]);
        assert!((taken[0] + taken[1] - of_groups[0]).abs() < 1e-12, "each pair telescopes");
        assert!((taken[2] - of_groups[1]).abs() < 1e-12);
    }
}
