//! Enumeration of packages of options: which deals all parties accept, which all but a few, and which are best.
//!
//! If every clause is a choice among options, there are finitely many texts, Π_d (options of d), as in the scorable games used
//! in negotiation teaching. A party accepts a package iff its points reach its minimum (or, without a minimum, its points at
//! the status quo), up to 1e−9. Up to [`PackageScores::most`] packages are enumerated, and all results are exact; beyond that, this
//! many are sampled uniformly, and shares are estimates.
//!
//! Packages are ranked by the *sum* of points, the *product* of gains over the minimum (Nash 1950), and the *least* gain
//! (egalitarian). A package is *efficient* iff no other package gives some party more and no party less.

mod examine;

use crate::{
    model::{Model, Preferences},
    random::endless,
    stance::TOLERANCE,
    text::{ClauseId, Text, Value},
    voting::DecisionRule,
};
use examine::Tallies;

/// The maximum number of packages times parties that is evaluated.
const MAX_SUMS: u64 = 20_000_000;

/// A package with its points and gains.
#[derive(Clone, Debug, PartialEq)]
pub struct Package {
    /// The index of the option of each clause.
    pub options: Vec<u16>,
    /// Points of each party with a voice, in the order of the scenario.
    pub points: Vec<f64>,
    /// Points minus minimum, by party.
    pub gains: Vec<f64>,
}

/// The results over all packages.
#[derive(Clone, Debug, PartialEq)]
pub struct Packages {
    /// The number of possible packages, saturating at `u128::MAX`.
    pub possible: u128,
    /// The number of packages examined.
    pub examined: u64,
    /// Whether all possible packages were examined.
    pub exact: bool,
    /// The number of packages refused by exactly 0, 1, 2 … parties.
    pub refused_by: Vec<u64>,
    /// The number of packages that the rule carries if every party votes yes to what it accepts.
    pub carried: u64,
    /// Among packages acceptable to all, the number with each option of each clause.
    pub options_of_acceptable: Vec<Vec<u64>>,
    /// The number of packages that each party accepts.
    pub accepted_by: Vec<u64>,
    /// The number of packages that only this party refuses, by party.
    pub refused_only_by: Vec<u64>,
    /// Among packages acceptable to all, the one with the largest sum of points.
    pub best_sum: Option<Package>,
    /// Likewise, the one with the largest product of gains.
    pub best_product: Option<Package>,
    /// Likewise, the one with the largest least gain (ties: the largest sum).
    pub best_least: Option<Package>,
    /// The number of packages acceptable to all that are efficient; `None` if there were too many to compare.
    pub efficient: Option<u64>,
}

impl Package {
    /// The sum of points.
    pub fn sum(&self) -> f64 {
        self.points.iter().sum()
    }

    /// Whether every party accepts it.
    pub(crate) fn is_acceptable(&self) -> bool {
        self.gains.iter().all(|gain| *gain >= -TOLERANCE)
    }
}

/// The parties' points and minima, dense.
#[derive(Clone, Debug)]
pub struct PackageScores {
    /// The number of options of each clause.
    sizes: Vec<usize>,
    /// Points by clause, option and party.
    points: Vec<Vec<Vec<f64>>>,
    /// The minimum of each party.
    minima: Vec<f64>,
    /// The index of each party in the scenario.
    parties: Vec<usize>,
}

impl PackageScores {
    /// The points of the parties marked in `voices`, with minima from `reservations` (utilities, by country); `None` if some
    /// clause is a scale.
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
        let points_for = |i: usize, clause: ClauseId, option: usize| {
            let share = 1.0 - preferences.option_loss(i, clause, option);
            scale(i) * preferences.salience(i, clause) * share
        };
        let of_option = |clause: ClauseId, option: usize| {
            parties.iter().map(|&i| round_points(points_for(i, clause, option))).collect()
        };
        let points = model
            .clause_ids()
            .map(|clause| (0..sizes[clause.index()]).map(|option| of_option(clause, option)).collect());
        let minima =
            parties.iter().map(|&i| round_points(best(i) - scale(i) * (1.0 - reservations[i]))).collect();
        Some(Self { points: points.collect(), minima, parties, sizes })
    }

    /// Examines the packages under a rule.
    pub fn examine(&self, model: &Model, rule: &DecisionRule) -> Packages {
        let (possible, exact) = (self.possible(), self.is_countable());
        let mut tallies = Tallies::new(self);
        if exact {
            self.for_each(|options, points| tallies.add(self, model, rule, options, points));
        } else {
            let mut numbers = endless("packages");
            for _ in 0..self.most() {
                let options = self.random_package(&mut numbers);
                tallies.add(self, model, rule, &options, &self.points_of(&options));
            }
        }
        tallies.into_packages(self, possible, exact)
    }

    /// The maximum number of packages that is examined.
    pub fn most(&self) -> u64 {
        (MAX_SUMS / self.parties.len().max(1) as u64).max(1)
    }

    /// The number of possible packages, saturating at `u128::MAX`.
    pub fn possible(&self) -> u128 {
        let product = self.sizes.iter().try_fold(1_u128, |product, &n| product.checked_mul(n as u128));
        product.unwrap_or(u128::MAX)
    }

    /// Whether all packages can be examined.
    pub(crate) fn is_countable(&self) -> bool {
        self.possible() <= u128::from(self.most())
    }

    /// The package of a text, with its points; `None` if a clause is a scale.
    pub fn package(&self, text: &Text) -> Option<Package> {
        let option = |value: &Value| match value {
            Value::Option(option) => Some(*option),
            Value::Interval { .. } => None,
        };
        let options: Vec<u16> = text.0.iter().map(option).collect::<Option<_>>()?;
        Some(self.describe(&options, &self.points_of(&options)))
    }

    /// The sums of points of all packages that every party accepts, in descending order; `None` if there are too many
    /// packages to examine.
    pub fn sums_of_acceptable(&self) -> Option<Vec<f64>> {
        let mut sums = Vec::new();
        if !self.is_countable() {
            return None;
        }
        self.for_each(|_, points| {
            if self.refusals(points) == 0 {
                sums.push(points.iter().sum());
            }
        });
        sums.sort_unstable_by(|a: &f64, b| b.total_cmp(a));
        Some(sums)
    }

    /// Visits every package in order; the last clause varies fastest.
    fn for_each(&self, mut visit: impl FnMut(&[u16], &[f64])) {
        let n = self.parties.len();
        let clauses = self.sizes.len();
        let mut options = vec![0_u16; clauses];
        // Points of the first d clauses at [d·n + i], so that a change of the last clause adds one row.
        let mut sums = vec![0.0; (clauses + 1) * n];
        let mut first_changed = 0;
        loop {
            for d in first_changed..clauses {
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
            first_changed = d;
        }
    }

    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn random_package(&self, numbers: &mut impl FnMut() -> f64) -> Vec<u16> {
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

    fn describe(&self, options: &[u16], points: &[f64]) -> Package {
        let gains = points.iter().zip(&self.minima).map(|(points, minimum)| points - minimum).collect();
        Package { options: options.to_vec(), points: points.to_vec(), gains }
    }

    /// Whether no package gives some party more and no party less.
    fn is_efficient(&self, points: &[f64]) -> bool {
        let mut efficient = true;
        self.for_each(|_, other| {
            let pairs = || other.iter().zip(points);
            efficient &=
                !(pairs().all(|(a, b)| *a >= *b - TOLERANCE) && pairs().any(|(a, b)| *a > *b + TOLERANCE));
        });
        efficient
    }
}

/// Whether a party accepts these points: at least its minimum, up to the tolerance.
fn accepts(points: f64, minimum: f64) -> bool {
    points - minimum >= -TOLERANCE
}

/// Removes the rounding error of the conversion from points to shares of 1 and back.
fn round_points(points: f64) -> f64 {
    (points * 1e9).round() / 1e9
}
