//! How often each outcome occurs in a case, and with each of its switches flipped, on the same draws.

use std::{convert::Infallible, ops::ControlFlow};

use super::{
    ensemble::Ensemble,
    pairs::Pairs,
    statistics::{Mean, Rate},
};
use crate::{case::Case, model::Model, outcome::Label, random::Seed};

/// The outcomes of a case and of each of its switches.
#[derive(Clone, Debug)]
pub struct Switching {
    /// How many negotiations there were of each.
    pub replicates: u64,
    /// How often each label was reached in the case as it is, in the order of [`Label::ALL`].
    pub base: [u64; Label::ALL.len()],
    /// Whether nothing is drawn in the case.
    pub is_certain: bool,
    /// Each switch that fits the case, in its order.
    pub switches: Vec<SwitchOutcomes>,
}

/// The outcomes with one switch flipped.
#[derive(Clone, Debug)]
pub struct SwitchOutcomes {
    /// The switch.
    pub name: String,
    /// What it asks.
    pub asks: String,
    /// Whether nothing is drawn in either case.
    pub is_certain: bool,
    /// Each label, without the switch (A) and with it (B), by replicate.
    pub pairs: [Pairs; Label::ALL.len()],
}

impl Switching {
    /// Negotiates the case and each of its switches so many times; `progress` is called after each negotiation. Switches
    /// that do not fit the case are left out.
    pub fn of(case: &Case, seed: Seed, replicates: u64, mut progress: impl FnMut()) -> Self {
        let scenario = case.scenario();
        let base = labels(case.model(), seed, replicates, &mut progress);
        let mut switches = Vec::new();
        for (name, switch) in scenario.switches.iter() {
            let Ok(changed) = scenario.with_switches([name]) else { continue };
            let Ok(model) = Model::compile(&changed) else { continue };
            let with = labels(&model, seed, replicates, &mut progress);
            switches.push(SwitchOutcomes {
                name: name.to_owned(),
                asks: switch.asks.clone(),
                is_certain: scenario.is_certain() && changed.is_certain(),
                pairs: pairs(&base, &with),
            });
        }
        let count = |label| base.iter().filter(|found| **found == label).count() as u64;
        Self { replicates, base: Label::ALL.map(count), is_certain: scenario.is_certain(), switches }
    }
}

impl SwitchOutcomes {
    /// The share of a label with the switch, at level 1 − α.
    pub fn share(&self, label: Label, alpha: f64) -> Rate {
        let Rate { count, of, .. } = self.pairs[label.index()].b();
        let rate = Rate::at(count, of, alpha);
        if self.is_certain { rate.exact() } else { rate }
    }

    /// What the switch adds to the share of a label, at level 1 − α.
    pub fn change(&self, label: Label, alpha: f64) -> Mean {
        let change = self.pairs[label.index()].difference_at(alpha);
        if self.is_certain { change.exact() } else { change }
    }
}

/// The label of each replicate.
fn labels(model: &Model, seed: Seed, replicates: u64, progress: &mut impl FnMut()) -> Vec<Label> {
    let mut labels = Vec::new();
    let ControlFlow::Continue(()) = Ensemble::new(model, seed).run(0..replicates, |outcome| {
        labels.push(outcome.label);
        progress();
        ControlFlow::<Infallible>::Continue(())
    });
    labels
}

/// Each label in two lists, side by side.
fn pairs(a: &[Label], b: &[Label]) -> [Pairs; Label::ALL.len()] {
    Label::ALL.map(|label| {
        let mut pairs = Pairs::default();
        a.iter().zip(b).for_each(|(a, b)| pairs.add(*a == label, *b == label));
        pairs
    })
}
