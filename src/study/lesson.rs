//! What the key to the exercises of a class rests on: figures of a case, with intervals.

use std::{convert::Infallible, ops::ControlFlow};

use super::{
    Ensemble,
    responsibility::Responsibility,
    statistics::{Mean, Moments, Rate},
};
use crate::{case::Case, random::Seed, voting::Rule};

/// Most switches that are asked about.
const SWITCHES: usize = 6;

/// Figures of a case over many draws.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// How many draws.
    pub replicates: u64,
    /// How often there is a text.
    pub adopted: Rate,
    /// How often a text is a lowest common denominator on the least demanding reading.
    pub in_substance: Rate,
    /// Depth of what holds afterwards.
    pub depth: Mean,
    /// Another rule, and what it does to depth on the same draws; none where it does not fit the case.
    pub rule: Option<(Rule, Mean)>,
    /// Switches, what each asks, and what it does to depth on the same draws.
    pub switches: Vec<(String, String, Mean)>,
    /// Who holds the text down; none where no clause is a matter of ambition.
    pub responsibility: Option<Responsibility>,
}

impl Lesson {
    /// The figures over the first replicates of a case.
    pub fn of(case: &Case, seed: Seed, replicates: u64) -> Self {
        let (mut adopted, mut in_substance, mut depth) = (0, 0, Moments::default());
        let mut depths = Vec::new();
        let ControlFlow::Continue(()) = Ensemble::new(case.model(), seed).run(0..replicates, |outcome| {
            adopted += u64::from(outcome.conclusion.adopted());
            in_substance += u64::from(outcome.lcd_in_substance);
            depth.add(outcome.realised_depth);
            depths.push(outcome.realised_depth);
            ControlFlow::<Infallible>::Continue(())
        });
        let is_certain = case.scenario().is_certain();
        let mean = |mean: Mean| if is_certain { mean.exact() } else { mean };
        let rate = |count| {
            if is_certain { Rate::new(count, replicates).exact() } else { Rate::new(count, replicates) }
        };
        let scenario = case.scenario();
        let other =
            if scenario.rule == Rule::SimpleMajority { Rule::Consensus } else { Rule::SimpleMajority };
        let mut changed = scenario.clone();
        let rule =
            changed.change("rule", &format!("{other:?}")).ok().and_then(|()| change(changed, seed, &depths));
        let switches = scenario.switches.iter().take(SWITCHES).filter_map(|(name, switch)| {
            let changed = scenario.with_switches([name]).ok()?;
            Some((name.to_owned(), switch.asks.clone(), change(changed, seed, &depths)?))
        });
        Self {
            replicates,
            adopted: rate(adopted),
            in_substance: rate(in_substance),
            depth: mean(depth.mean()),
            rule: rule.map(|difference| (other, difference)),
            switches: switches.collect(),
            responsibility: Responsibility::of_run(case, seed, replicates),
        }
    }
}

/// What a changed case does to depth, on the same draws; none where the change does not fit.
fn change(changed: crate::scenario::Scenario, seed: Seed, before: &[f64]) -> Option<Mean> {
    let case = Case::new(changed).ok()?;
    let mut differences = Moments::default();
    let mut before = before.iter();
    let replicates = before.len() as u64;
    let ControlFlow::Continue(()) = Ensemble::new(case.model(), seed).run(0..replicates, |outcome| {
        if let Some(before) = before.next() {
            differences.add(outcome.realised_depth - before);
        }
        ControlFlow::<Infallible>::Continue(())
    });
    let mean = differences.mean();
    Some(if case.scenario().is_certain() { mean.exact() } else { mean })
}
