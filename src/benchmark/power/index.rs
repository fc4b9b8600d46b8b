//! PowerIndices indices, computed from the numbers of swings.

use num_bigint::BigUint;
use num_traits::{One, Zero};

use super::exact::Exact;

/// The power of each member, in the order of the game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PowerIndices {
    /// Winning coalitions, by size from 0 to n.
    winning: Vec<BigUint>,
    /// Swings of a member of each class, by the size of the coalition it swings, from 0 to n − 1.
    swings: Vec<Vec<BigUint>>,
    class_of: Vec<usize>,
}

impl PowerIndices {
    pub(super) fn new(winning: Vec<BigUint>, swings: Vec<Vec<BigUint>>, class_of: Vec<usize>) -> Self {
        Self { winning, swings, class_of }
    }

    /// The number of members.
    pub fn members(&self) -> usize {
        self.class_of.len()
    }

    /// φ_i, each in [0, 1], summing to 1: the share of all orders of the members in which i turns the losing coalition of its
    /// predecessors into a winning one (Shapley & Shubik 1954).
    pub fn shapley_shubik(&self) -> Vec<Exact> {
        let n = self.members();
        let mut factorials = vec![BigUint::one()];
        for k in 1..=n {
            factorials.push(&factorials[k - 1] * k);
        }
        self.by_member(|swings| {
            let orders = swings
                .iter()
                .enumerate()
                .filter(|(_, count)| !count.is_zero())
                .map(|(s, count)| count * &factorials[s] * &factorials[n - 1 - s])
                .sum();
            Exact::of(orders, factorials[n].clone())
        })
    }

    /// β_i = η_i/2ⁿ⁻¹, each in [0, 1]: the probability that i is decisive if every other member tosses a coin
    /// (Banzhaf 1965; absolute, also named after Penrose 1946).
    pub fn banzhaf(&self) -> Vec<Exact> {
        let coalitions_of_others = BigUint::one() << (self.members() - 1);
        self.by_member(|swings| Exact::of(swings.iter().sum(), coalitions_of_others.clone()))
    }

    /// η_i/Σ η, each in [0, 1], summing to 1: i's share of all swings (Banzhaf 1965).
    pub fn banzhaf_normalised(&self) -> Vec<Exact> {
        let of_class: Vec<BigUint> = self.swings.iter().map(|swings| swings.iter().sum()).collect();
        let all: BigUint = self.class_of.iter().map(|&class| &of_class[class]).sum();
        self.by_member(|swings| Exact::of(swings.iter().sum(), all.clone()))
    }

    /// ω/2ⁿ, in (0, 1): the share of all coalitions that carry (Coleman 1971).
    pub fn power_to_act(&self) -> Exact {
        Exact::of(self.winning.iter().sum(), BigUint::one() << self.members())
    }

    /// Members of every winning coalition: nothing carries without their Yes.
    pub fn blockers(&self) -> Vec<usize> {
        let winning: BigUint = self.winning.iter().sum();
        self.with_swings(|swings| swings == winning)
    }

    /// Members without swings: their vote never makes a difference.
    pub fn dummies(&self) -> Vec<usize> {
        self.with_swings(|swings| swings.is_zero())
    }

    /// The size of the smallest winning coalition, from 1 to n.
    pub fn smallest_winning(&self) -> usize {
        let smallest = self.winning.iter().position(|count| !count.is_zero());
        smallest.unwrap_or(self.members())
    }

    fn with_swings(&self, picks: impl Fn(BigUint) -> bool) -> Vec<usize> {
        let picked: Vec<bool> = self.swings.iter().map(|s| picks(s.iter().sum())).collect();
        (0..self.members()).filter(|&i| picked[self.class_of[i]]).collect()
    }

    fn by_member(&self, of: impl Fn(&[BigUint]) -> Exact) -> Vec<Exact> {
        let of_class: Vec<Exact> = self.swings.iter().map(|swings| of(swings)).collect();
        self.class_of.iter().map(|&class| of_class[class].clone()).collect()
    }
}
