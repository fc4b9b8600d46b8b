//! What pictures need to know of many negotiations: what they sum up to, how the first thousand ended, how estimates
//! narrowed, how the texts moved.

use std::ops::ControlFlow;

use super::{
    accumulator::Accumulator,
    course::{Course, Track},
    ensemble::Ensemble,
    statistics::{Mean, Moments, Rate},
    summary::Summary,
};
use crate::{
    model::Model,
    null::Null,
    outcome::{Label, Outcome},
    random::Seed,
    scenario::Scenario,
    text::Text,
};

/// Endings that are kept one by one.
const KEPT: usize = 1000;

/// How one negotiation ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
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

/// Estimates after so many replicates.
#[derive(Clone, Copy, Debug)]
pub struct Milestone {
    /// P(adopted).
    pub adopted: Rate,
    /// P(LCD).
    pub lcd: Rate,
    /// P(LCD in substance).
    pub lcd_in_substance: Rate,
    /// Depth of what holds afterwards.
    pub depth: Mean,
}

/// Estimates as replicates come in.
#[derive(Clone, Debug, Default)]
pub struct Convergence {
    n: u64,
    adopted: u64,
    lcd: u64,
    in_substance: u64,
    depth: Moments,
    milestones: Vec<Milestone>,
}

impl Convergence {
    /// Takes in one outcome; notes the estimates after 1, 2, 5, 10, 20, 50 … of them.
    pub fn add(&mut self, outcome: &Outcome) {
        self.n += 1;
        self.adopted += u64::from(outcome.conclusion.adopted());
        self.lcd += u64::from(outcome.lcd);
        self.in_substance += u64::from(outcome.lcd_in_substance);
        self.depth.add(outcome.realised_depth);
        if is_milestone(self.n) {
            self.milestones.push(self.now());
        }
    }

    fn now(&self) -> Milestone {
        let rate = |count| Rate::new(count, self.n);
        Milestone {
            adopted: rate(self.adopted),
            lcd: rate(self.lcd),
            lcd_in_substance: rate(self.in_substance),
            depth: self.depth.mean(),
        }
    }

    /// The estimates so far, and where they stand now.
    pub fn milestones(&self) -> Vec<Milestone> {
        let mut milestones = self.milestones.clone();
        if self.n > 0 && !is_milestone(self.n) {
            milestones.push(self.now());
        }
        milestones
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
    /// The case as written.
    pub scenario: &'a Scenario,
    /// The same, compiled.
    pub model: &'a Model,
    /// The master seed.
    pub seed: Seed,
    /// What they sum up to.
    pub summary: Summary,
    /// How the first thousand ended.
    pub endings: Vec<Ending>,
    /// How estimates narrowed.
    pub convergence: Convergence,
    /// How the texts moved.
    pub course: Course,
}

impl<'a> Chronicle<'a> {
    /// Negotiates so many replicates on the current thread pool; `nulls`: the null models asked what they make of each.
    /// `progress` is called after each.
    pub fn of(
        scenario: &'a Scenario,
        model: &'a Model,
        seed: Seed,
        replicates: u64,
        nulls: &[Null],
        mut progress: impl FnMut(),
    ) -> Self {
        let rounds = scenario.protocol.rounds();
        let mut accumulator = Accumulator::new(model);
        let mut course = Course::new(model, rounds);
        let mut convergence = Convergence::default();
        let mut endings = Vec::new();
        let ensemble = Ensemble::new(model, seed).with_nulls(nulls);
        let ControlFlow::Continue(()) = ensemble.watch(
            0..replicates,
            || Track::new(model, rounds),
            |outcome, track| {
                accumulator.add(&outcome);
                course.add(model, &track, &outcome);
                convergence.add(&outcome);
                if endings.len() < KEPT {
                    endings.push(Ending::of(outcome));
                }
                progress();
                ControlFlow::<std::convert::Infallible>::Continue(())
            },
        );
        let summary = accumulator.summarise(scenario, model, seed);
        Self { scenario, model, seed, summary, endings, convergence, course }
    }
}

impl Ending {
    fn of(outcome: Outcome) -> Self {
        let adopted = outcome.conclusion.adopted();
        Self {
            replicate: outcome.replicate,
            label: outcome.label,
            adopted,
            guaranteed_depth: if adopted { outcome.guaranteed_depth } else { outcome.realised_depth },
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
