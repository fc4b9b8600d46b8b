//! Counts over packages, collected in one pass.

use super::{Package, PackageScores, Packages, accepts};
use crate::{
    model::Model,
    stance::{TOLERANCE, acceptance_vote},
    voting::{DecisionRule, Tally, Vote},
};

/// The maximum number of acceptable packages that are compared with one another.
const MAX_COMPARED: usize = 5_000;

/// The counts collected so far.
pub(super) struct Tallies {
    examined: u64,
    refused_by: Vec<u64>,
    carried: u64,
    options_of_acceptable: Vec<Vec<u64>>,
    accepted_by: Vec<u64>,
    refused_only_by: Vec<u64>,
    /// The best package so far by each criterion, with the criterion's value and the sum.
    best: [Option<([f64; 2], Package)>; 3],
    /// Points of acceptable packages, up to `MAX_COMPARED` + 1.
    acceptable: Vec<Vec<f64>>,
}

impl Tallies {
    pub fn new(scores: &PackageScores) -> Self {
        let n = scores.parties.len();
        Self {
            examined: 0,
            refused_by: vec![0; n + 1],
            carried: 0,
            options_of_acceptable: scores.sizes.iter().map(|&size| vec![0; size]).collect(),
            accepted_by: vec![0; n],
            refused_only_by: vec![0; n],
            best: [None, None, None],
            acceptable: Vec::new(),
        }
    }

    pub fn add(
        &mut self,
        scores: &PackageScores,
        model: &Model,
        rule: &DecisionRule,
        options: &[u16],
        points: &[f64],
    ) {
        self.examined += 1;
        let refusals = scores.refusals(points);
        self.refused_by[refusals] += 1;
        self.carried += u64::from(carried(scores, model, rule, points));
        for (i, (points, minimum)) in points.iter().zip(&scores.minima).enumerate() {
            let accepts = accepts(*points, *minimum);
            self.accepted_by[i] += u64::from(accepts);
            self.refused_only_by[i] += u64::from(!accepts && refusals == 1);
        }
        if refusals == 0 {
            self.add_acceptable(scores, options, points);
        }
    }

    /// Adds a package that all parties accept.
    fn add_acceptable(&mut self, scores: &PackageScores, options: &[u16], points: &[f64]) {
        for (counts, &option) in self.options_of_acceptable.iter_mut().zip(options) {
            counts[usize::from(option)] += 1;
        }
        if self.acceptable.len() <= MAX_COMPARED {
            self.acceptable.push(points.to_vec());
        }
        let sum: f64 = points.iter().sum();
        let gains = || points.iter().zip(&scores.minima).map(|(points, minimum)| (points - minimum).max(0.0));
        let measures = [sum, gains().product(), gains().fold(f64::INFINITY, f64::min)];
        for (best, measure) in self.best.iter_mut().zip(measures) {
            let better = |(most, _): &([f64; 2], Package)| {
                measure > most[0] + TOLERANCE || (measure > most[0] - TOLERANCE && sum > most[1] + TOLERANCE)
            };
            if best.as_ref().is_none_or(better) {
                *best = Some(([measure, sum], scores.describe(options, points)));
            }
        }
    }

    pub fn into_packages(self, scores: &PackageScores, possible: u128, exact: bool) -> Packages {
        let few = exact && self.acceptable.len() <= MAX_COMPARED && self.comparisons() <= 2e8;
        let efficient = || self.acceptable.iter().filter(|points| scores.is_efficient(points)).count() as u64;
        let efficient = few.then(efficient);
        let [best_sum, best_product, best_least] = self.best.map(|best| best.map(|(_, package)| package));
        Packages {
            possible,
            examined: self.examined,
            exact,
            refused_by: self.refused_by,
            carried: self.carried,
            options_of_acceptable: self.options_of_acceptable,
            accepted_by: self.accepted_by,
            refused_only_by: self.refused_only_by,
            best_sum,
            best_product,
            best_least,
            efficient,
        }
    }

    #[allow(clippy::cast_precision_loss)] // a rough count
    fn comparisons(&self) -> f64 {
        self.acceptable.len() as f64 * self.examined as f64
    }
}

/// Whether the rule carries a package if every party votes yes to what it accepts.
fn carried(scores: &PackageScores, model: &Model, rule: &DecisionRule, points: &[f64]) -> bool {
    let mut tally = Tally::default();
    let mut votes = scores.parties.iter().zip(points.iter().zip(&scores.minima)).peekable();
    for (i, country) in model.countries.iter().enumerate() {
        let vote = match votes.next_if(|(party, _)| **party == i) {
            None => Vote::Absent,
            Some((_, (points, minimum))) if accepts(*points, *minimum) => {
                acceptance_vote(0.0, country.best_points > 0.0)
            }
            Some(_) => Vote::No,
        };
        tally.cast(vote, &country.voting_weight);
    }
    rule.carries(&tally)
}
