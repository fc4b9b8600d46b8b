//! Whether the cheapest way reaches the target under other choices of modelling, too.

use std::ops::ControlFlow;

use serde::Serialize;

use super::{
    LiftError, Lifted, Search,
    lever::Settings,
    sampler::{Sampler, Side},
};
use crate::{
    model::Model,
    scenario::Scenario,
    study::{
        choices::{ChoiceSet, Variants},
        levers::Pulse,
        measure::Measures,
    },
};

/// Negotiations under each choice, at most.
const EACH: u64 = 200;

/// Under how many of the declared choices a way reaches the target.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Held {
    /// Choices tried: each value that differs from the case.
    pub choices: usize,
    /// Under how many it reaches the target for sure.
    pub reaches: usize,
    /// Under how many it misses it for sure.
    pub misses: Vec<String>,
    /// Under how many that cannot be told.
    pub open: usize,
    /// Least and greatest mean of the measure under them; no interval.
    pub range: Option<[f64; 2]>,
}

/// Tries what was found cheapest under each declared choice: the first way, or where there is none the first lever that reaches
/// the target. Nothing where there is neither. `watch` may end it early: then nothing is said of choices.
///
/// # Errors
/// As [`super::lift`].
pub fn hold(
    lifted: &mut Lifted,
    scenario: &Scenario,
    choices: ChoiceSet,
    search: &Search,
    mut watch: impl FnMut(Pulse) -> ControlFlow<()>,
) -> Result<(), LiftError> {
    let Some(settings) = lifted.cheapest() else { return Ok(()) };
    let n = search.replicates.min(EACH);
    let mut held = Held::default();
    for variant in Variants::of(scenario, choices).run {
        let base = variant.scenario.with_switches([])?;
        let Ok((_, measure)) = lifted.target.of(&Measures::of(&Model::compile(&base)?)) else { continue };
        let mut sampler = Sampler::new(base, &measure, search.seed, &mut watch);
        let drawn = sampler.draw(&[(settings.clone(), n)]);
        lifted.negotiations += sampler.negotiations;
        if drawn.is_break() {
            lifted.is_interrupted = true;
            return Ok(());
        }
        let Some(level) = sampler.level(&settings, n, 0.05) else { continue };
        held.choices += 1;
        match level.side(&lifted.target) {
            Side::Reaches => held.reaches += 1,
            Side::Misses => held.misses.push(variant.name),
            Side::Open => held.open += 1,
        }
        if let Some(mean) = level.mean {
            let [low, high] = held.range.unwrap_or([mean, mean]);
            held.range = Some([low.min(mean), high.max(mean)]);
        }
    }
    lifted.held = (held.choices > 0).then_some(held);
    Ok(())
}

impl Lifted {
    /// The settings of the cheapest way that surely reaches the target, else of the first lever that does.
    pub fn cheapest(&self) -> Option<Settings> {
        let way = self.ways.iter().find(|way| way.is_sure).map(|way| self.settings(way));
        way.or_else(|| {
            let lever = self.levers.first().filter(|lever| lever.standing == super::Standing::Reaches)?;
            Some(lever.settings(lever.step))
        })
    }
}
