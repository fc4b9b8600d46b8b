//! What pictures need to know of many negotiations: what they sum up to, how the first thousand ended, how estimates
//! narrowed, how the texts moved.

use std::ops::ControlFlow;

use super::{
    accumulator::Accumulator,
    course::{Course, Track},
    ensemble::Ensemble,
    estimate::{Estimate, EstimateTally},
    measure::{Measure, Measures, guaranteed_depth},
    summary::Summary,
};
use crate::{
    case::Case,
    model::Model,
    null::Null,
    outcome::{Label, Outcome},
    random::Seed,
    text::Text,
};

/// Endings that are kept one by one.
const KEPT: usize = 1000;

/// How one negotiation ended.
#[derive(Clone, Debug, PartialEq)]
pub struct RunEnding {
    /// Which replicate.
    pub replicate: u64,
    /// What to call it.
    pub label: Label,
    /// Whether there is a text.
    pub adopted: bool,
    /// The text adopted, or the last one tabled.
    pub text: Text,
    /// G of what holds afterwards.
    pub guaranteed_depth: f64,
    /// Σ m of those whom it binds.
    pub participation: f64,
}

/// Estimates of every measure with numbers as replicates come in.
#[derive(Clone, Debug)]
pub struct Convergence {
    measures: Measures,
    /// The sums after 1, 2, 5, 10, 20, 50 … replicates.
    milestones: Vec<(u64, Vec<EstimateTally>)>,
    n: u64,
    now: Vec<EstimateTally>,
}

impl Convergence {
    /// Nothing yet of every measure with numbers, and of these.
    fn new(model: &Model, more: &[Measure]) -> Self {
        let measures = Measures::of(model).numeric().and(more);
        let now = measures.iter().map(|m| EstimateTally::new(m.column.kind)).collect();
        Self { measures, milestones: Vec::new(), n: 0, now }
    }

    fn add(&mut self, model: &Model, outcome: &Outcome) {
        self.n += 1;
        for (tally, measure) in self.now.iter_mut().zip(self.measures.iter()) {
            tally.add(&measure.read(model, outcome));
        }
        if is_milestone(self.n) {
            self.milestones.push((self.n, self.now.clone()));
        }
    }

    /// The measures that are estimated.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.measures.iter()
    }

    /// The estimates of the measure of this name after so many replicates, at each milestone and at the end; none where
    /// there is no such measure.
    pub fn of(&self, name: &str) -> Option<Vec<(u64, Estimate)>> {
        let place = self.measures.iter().position(|m| m.name() == name)?;
        let last = (self.n > 0 && !is_milestone(self.n)).then_some((self.n, &self.now));
        let milestones = self.milestones.iter().map(|(n, tallies)| (*n, tallies)).chain(last);
        Some(milestones.map(|(n, tallies)| (n, tallies[place].estimate())).collect())
    }
}

/// 1, 2, 5 and their multiples by ten.
fn is_milestone(mut n: u64) -> bool {
    while n > 0 && n.is_multiple_of(10) {
        n /= 10;
    }
    matches!(n, 1 | 2 | 5)
}

/// Many negotiations of one case.
pub struct Chronicle<'a> {
    /// The case that was negotiated.
    pub case: &'a Case,
    /// The master seed.
    pub seed: Seed,
    /// What they sum up to.
    pub summary: Summary,
    /// How the first thousand ended.
    pub endings: Vec<RunEnding>,
    /// How estimates narrowed.
    pub convergence: Convergence,
    /// How the texts moved.
    pub course: Course,
}

impl<'a> Chronicle<'a> {
    /// Negotiates so many replicates on the current thread pool; `nulls`: the null models asked what they make of each.
    /// `progress` is called after each.
    pub fn of(case: &'a Case, seed: Seed, replicates: u64, nulls: &[Null], progress: impl FnMut()) -> Self {
        Self::watching(case, seed, replicates, nulls, &[], progress)
    }

    /// The same, and the estimates of these measures are kept, too: conditions on others, as `outcome=Deadlock`.
    pub fn watching(
        case: &'a Case,
        seed: Seed,
        replicates: u64,
        nulls: &[Null],
        measures: &[Measure],
        mut progress: impl FnMut(),
    ) -> Self {
        let model = case.model();
        let rounds = case.scenario().protocol.rounds();
        let mut accumulator = Accumulator::new(case, seed);
        let mut course = Course::new(model, rounds);
        let mut convergence = Convergence::new(model, measures);
        let mut endings = Vec::new();
        let ensemble = Ensemble::new(model, seed).with_nulls(nulls);
        let ControlFlow::Continue(()) = ensemble.watch(
            0..replicates,
            || Track::new(model, rounds),
            |outcome, track| {
                accumulator.add(&outcome);
                course.add(model, &track, &outcome);
                convergence.add(model, &outcome);
                if endings.len() < KEPT {
                    endings.push(RunEnding::of(outcome));
                }
                progress();
                ControlFlow::<std::convert::Infallible>::Continue(())
            },
        );
        let summary = accumulator.summarise();
        Self { case, seed, summary, endings, convergence, course }
    }
}

impl RunEnding {
    fn of(outcome: Outcome) -> Self {
        Self {
            replicate: outcome.replicate,
            label: outcome.label,
            adopted: outcome.conclusion.adopted(),
            guaranteed_depth: guaranteed_depth(&outcome),
            participation: outcome.participation,
            text: outcome.text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_milestone;

    #[test]
    fn milestones_are_round() {
        let round: Vec<u64> = (0..=1000).filter(|&n| is_milestone(n)).collect();
        assert_eq!(round, [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
    }
}
