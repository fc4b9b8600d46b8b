//! Packages of options, one by one: which deals all accept, which all but a few, and which of them are best.
//!
//! Where every clause is a choice among options the possible texts are finitely many, Π_d (options of d), and each can
//! be looked at: these are the scorable games that negotiation courses are taught with. A party accepts a package iff
//! its points reach its minimum (or, where it has none, what the status quo gives it), up to 1e−9. Up to
//! [`Scores::most`] packages everything is exact; beyond, so many are drawn evenly instead, and shares are estimates.
//!
//! Best by *sum* of points, by the *product* of gains over the minimum (Nash 1950), by the *least* gain (egalitarian).
//! A package is *efficient* iff no other gives somebody more and nobody less.

mod examine;

use crate::{
    model::{Model, Preferences},
    random::endless,
    stance::TOLERANCE,
    text::{ClauseId, Text, Value},
    voting::DecisionRule,
};
use examine::Tallies;

/// More sums of points than this, of packages times parties, are not worked out.
const MOST_SUMS: u64 = 20_000_000;

/// A package and what it gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Package {
    /// The option of each clause, by its place.
    pub options: Vec<u16>,
    /// Points by party, of those with a voice, in the scenario's order.
    pub points: Vec<f64>,
    /// What the points exceed each minimum by.
    pub gains: Vec<f64>,
}

/// What the packages come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Packages {
    /// How many there are, as far as a `u128` counts.
    pub possible: u128,
    /// How many were looked at.
    pub examined: u64,
    /// Whether those are all of them.
    pub exact: bool,
    /// How many are refused by exactly so many parties, from 0 on.
    pub refused_by: Vec<u64>,
    /// How many the rule would carry, everyone voting yes to what it accepts.
    pub carried: u64,
    /// Of those that all accept, how often each option of each clause occurs.
    pub options_of_acceptable: Vec<Vec<u64>>,
    /// How many packages each party accepts.
    pub accepted_by: Vec<u64>,
    /// How many packages each party alone refuses.
    pub refused_only_by: Vec<u64>,
    /// Of those that all accept, the largest sum of points.
    pub best_sum: Option<Package>,
    /// The largest product of gains.
    pub best_product: Option<Package>,
    /// The largest least gain (of several, the one with the largest sum).
    pub best_least: Option<Package>,
    /// How many of those that all accept are efficient among all packages; none where too many were to compare.
    pub efficient: Option<u64>,
}

impl Package {
    /// The sum of points.
    pub fn sum(&self) -> f64 {
        self.points.iter().sum()
    }

    /// Whether everybody accepts it.
    pub fn is_acceptable(&self) -> bool {
        self.gains.iter().all(|gain| *gain >= -TOLERANCE)
    }
}

/// The parties' points and minima, dense.
#[derive(Clone, Debug)]
pub struct Scores {
    /// Options of each clause.
    sizes: Vec<usize>,
    /// Points of each party for each option, by clause, option and party.
    points: Vec<Vec<Vec<f64>>>,
    /// The least each party accepts.
    minima: Vec<f64>,
    /// Where each party stands in the scenario.
    parties: Vec<usize>,
}

impl Scores {
    /// The points of the parties marked in `voices`, who refuse what gives them less than `reservations` (utilities, by
    /// country); none where some clause is a scale.
    pub fn of(
        model: &Model,
        preferences: &Preferences,
        voices: &[bool],
        reservations: &[f64],
    ) -> Option<Self> {
        let sizes: Vec<usize> = model.clauses.iter().map(|clause| clause.options).collect();
        if sizes.contains(&0) {
            return None;
        }
        let parties: Vec<usize> = (0..voices.len()).filter(|&i| voices[i]).collect();
        // u = 1 − (best − points)/scale.
        let best = |i: usize| model.countries[i].best_points;
        let scale = |i: usize| if model.relative_saliences { best(i) } else { 1.0 };
        let worth = |i: usize, clause: ClauseId, option: usize| {
            let share = 1.0 - preferences.option_loss(i, clause, option);
            scale(i) * preferences.salience(i, clause) * share
        };
        let of_option = |clause: ClauseId, option: usize| {
            parties.iter().map(|&i| tidy(worth(i, clause, option))).collect()
        };
        let points = model
            .clause_ids()
            .map(|clause| (0..sizes[clause.index()]).map(|option| of_option(clause, option)).collect());
        let minima = parties.iter().map(|&i| tidy(best(i) - scale(i) * (1.0 - reservations[i]))).collect();
        Some(Self { points: points.collect(), minima, parties, sizes })
    }

    /// Everything that can be said of the packages under a rule.
    pub fn examine(&self, model: &Model, rule: &DecisionRule) -> Packages {
        let (possible, exact) = (self.possible(), self.is_countable());
        let mut tallies = Tallies::new(self);
        if exact {
            self.each(|options, points| tallies.add(self, model, rule, options, points));
        } else {
            let mut numbers = endless("packages");
            for _ in 0..self.most() {
                let options = self.drawn(&mut numbers);
                tallies.add(self, model, rule, &options, &self.points_of(&options));
            }
        }
        tallies.into_packages(self, possible, exact)
    }

    /// How many packages are looked at, at most.
    pub fn most(&self) -> u64 {
        (MOST_SUMS / self.parties.len().max(1) as u64).max(1)
    }

    /// How many packages there are, as far as a `u128` counts.
    pub fn possible(&self) -> u128 {
        let product = self.sizes.iter().try_fold(1_u128, |product, &n| product.checked_mul(n as u128));
        product.unwrap_or(u128::MAX)
    }

    /// Whether all of them are few enough to be looked at.
    pub fn is_countable(&self) -> bool {
        self.possible() <= u128::from(self.most())
    }

    /// The package that a text is, with its points; none where a clause is a scale.
    pub fn package(&self, text: &Text) -> Option<Package> {
        let option = |value: &Value| match value {
            Value::Option(option) => Some(*option),
            Value::Interval { .. } => None,
        };
        let options: Vec<u16> = text.0.iter().map(option).collect::<Option<_>>()?;
        Some(self.described(&options, &self.points_of(&options)))
    }

    /// The sums of points of all packages that everybody accepts, the largest first; none where they are too many to
    /// look at.
    pub fn sums_of_acceptable(&self) -> Option<Vec<f64>> {
        let mut sums = Vec::new();
        if !self.is_countable() {
            return None;
        }
        self.each(|_, points| {
            if self.refusals(points) == 0 {
                sums.push(points.iter().sum());
            }
        });
        sums.sort_unstable_by(|a: &f64, b| b.total_cmp(a));
        Some(sums)
    }

    /// Visits every package in order, the last clause turning fastest.
    fn each(&self, mut visit: impl FnMut(&[u16], &[f64])) {
        let n = self.parties.len();
        let clauses = self.sizes.len();
        let mut options = vec![0_u16; clauses];
        // Points of the first d clauses at [d·n + i], so that a turn of the last clause adds one row.
        let mut sums = vec![0.0; (clauses + 1) * n];
        let mut from = 0;
        loop {
            for d in from..clauses {
                let row = &self.points[d][usize::from(options[d])];
                for i in 0..n {
                    sums[(d + 1) * n + i] = sums[d * n + i] + row[i];
                }
            }
            visit(&options, &sums[clauses * n..]);
            let Some(d) = (0..clauses).rfind(|&d| usize::from(options[d]) + 1 < self.sizes[d]) else {
                return;
            };
            options[d] += 1;
            options[d + 1..].fill(0);
            from = d;
        }
    }

    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn drawn(&self, numbers: &mut impl FnMut() -> f64) -> Vec<u16> {
        self.sizes.iter().map(|&n| (numbers() * n as f64) as u16).collect()
    }

    fn points_of(&self, options: &[u16]) -> Vec<f64> {
        let mut sums = vec![0.0; self.parties.len()];
        for (table, &option) in self.points.iter().zip(options) {
            sums.iter_mut().zip(&table[usize::from(option)]).for_each(|(sum, points)| *sum += points);
        }
        sums
    }

    fn refusals(&self, points: &[f64]) -> usize {
        points.iter().zip(&self.minima).filter(|(points, minimum)| !accepts(**points, **minimum)).count()
    }

    fn described(&self, options: &[u16], points: &[f64]) -> Package {
        let gains = points.iter().zip(&self.minima).map(|(points, minimum)| points - minimum).collect();
        Package { options: options.to_vec(), points: points.to_vec(), gains }
    }

    /// Whether no package gives somebody more and nobody less.
    fn is_efficient(&self, points: &[f64]) -> bool {
        let mut efficient = true;
        self.each(|_, other| {
            let pairs = || other.iter().zip(points);
            efficient &=
                !(pairs().all(|(a, b)| *a >= *b - TOLERANCE) && pairs().any(|(a, b)| *a > *b + TOLERANCE));
        });
        efficient
    }
}

/// Weak acceptance, as everywhere.
fn accepts(points: f64, minimum: f64) -> bool {
    points - minimum >= -TOLERANCE
}

/// Points as their author wrote them, without what the way through shares of 1 has added.
fn tidy(points: f64) -> f64 {
    (points * 1e9).round() / 1e9
}
