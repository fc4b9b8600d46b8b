//! Whether the effects of levers keep their sign, whatever is chosen (model, second edition §5).

use std::ops::ControlFlow;

use super::{Lever, LeverError, LeverSource, Which, pull};
use crate::{
    random::Seed,
    scenario::Scenario,
    study::choices::{Survival, Variants, Which as Choices},
};

/// Negotiations of each lever under each choice, where all choices are run.
pub const THOROUGH: u64 = 100;

/// Pulls the levers again under declared choices of modelling, and says of each effect whether its sign holds there. Under
/// a choice the base has it too; a lever that is then no change, as setting θ to .45 where it is .45 already, does not
/// count. `watch` is told how many levers more are done, and may end it early: what is said then rests on the choices so far.
///
/// # Errors
/// As [`pull`].
pub fn hold(
    levers: &mut [Lever],
    scenario: &Scenario,
    choices: Choices,
    (seed, replicates): (Seed, u64),
    which: Which,
    mut watch: impl FnMut() -> ControlFlow<()>,
) -> Result<(), LeverError> {
    let variants = Variants::of(scenario, choices).run;
    let each = choices.each(replicates, variants.len(), THOROUGH);
    let names: Vec<String> = match levers.first() {
        Some(base) => base.effects.iter().map(|e| e.measure.clone()).collect(),
        None => return Ok(()),
    };
    let mut pulled = Vec::new();
    let mut ended = false;
    for variant in variants {
        let under = pull(&variant.scenario, seed, each, which, &names, || {
            ended |= watch().is_break();
            if ended { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        if ended {
            break;
        }
        pulled.push((variant.scenario.hash(), under));
    }
    for lever in levers.iter_mut().filter(|lever| lever.source != LeverSource::Base) {
        let same = |l: &&Lever| l.source == lever.source && l.name == lever.name;
        let others: Vec<&Lever> = pulled
            .iter()
            .filter_map(|(base, under)| under.iter().find(same).filter(|found| found.hash != *base))
            .collect();
        for (k, effect) in lever.effects.iter_mut().enumerate() {
            effect.survival =
                Some(Survival::new(&effect.change, others.iter().map(|l| &l.effects[k].change)));
        }
    }
    Ok(())
}
