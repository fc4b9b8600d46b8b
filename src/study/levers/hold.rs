//! Whether the effects of levers keep their sign, whatever is chosen (model, second edition §5).

use std::ops::ControlFlow;

use super::{
    Effort, Lever, LeverError, LeverSet, LeverSource, Pulled, Pulse, SignStatus,
    gather::Candidates,
    race::{self, RacePlan, Rules},
};
use crate::{
    model::Model,
    random::Seed,
    scenario::Scenario,
    study::{
        choices::{ChoiceSet, Survival, Variant, Variants},
        measure::Measures,
        statistics::Mean,
    },
};

/// Negotiations of each lever under each choice, where all choices are run; of a race at most.
pub const THOROUGH: u64 = 100;

/// Pulls levers again under declared choices of modelling, and says of each effect whether its sign holds there: every
/// lever, or after a race those whose change of the ranking measure has a sign, each until its sign is told there or its
/// share of negotiations is spent. Under a choice the base has it too; a lever that is then no change, as setting θ to .45
/// where it is .45 already, does not count. `watch` is told of the negotiations done, and may end it early: what is said
/// then rests on the choices so far.
///
/// # Errors
/// As [`super::pull`].
pub fn hold(
    pulled: &mut Pulled,
    scenario: &Scenario,
    choices: ChoiceSet,
    (seed, effort): (Seed, Effort),
    which: LeverSet,
    mut watch: impl FnMut(Pulse) -> ControlFlow<()>,
) -> Result<(), LeverError> {
    let variants = Variants::of(scenario, choices).run;
    let each = choices.each(effort.most(), variants.len(), [effort.most(), THOROUGH]);
    let mut held = Vec::new();
    for variant in variants {
        let Some(under) = Held::of(pulled, &variant, (seed, effort, each), which, &mut watch)? else {
            pulled.is_interrupted = true;
            break;
        };
        held.push(under);
    }
    for lever in pulled.levers.iter_mut().filter(|lever| is_asked(lever, effort)) {
        let others: Vec<&[Mean]> = held.iter().filter_map(|under| under.changes_of(lever)).collect();
        for (k, effect) in lever.effects.iter_mut().enumerate() {
            effect.survival = Some(Survival::new(&effect.change, others.iter().map(|changes| &changes[k])));
        }
    }
    Ok(())
}

/// Whether a lever is pulled again.
fn is_asked(lever: &Lever, effort: Effort) -> bool {
    let is_found = || matches!(effort, Effort::Exhaustive(_)) || lever.standing == SignStatus::Told;
    lever.source != LeverSource::Base && is_found()
}

/// What levers do under one choice.
struct Held {
    /// Source, name and the changes of each measure.
    levers: Vec<(LeverSource, String, Vec<Mean>)>,
}

impl Held {
    /// None where `watch` ends it.
    fn of(
        pulled: &Pulled,
        variant: &Variant,
        (seed, effort, each): (Seed, Effort, u64),
        which: LeverSet,
        watch: impl FnMut(Pulse) -> ControlFlow<()>,
    ) -> Result<Option<Self>, LeverError> {
        let asked = |source, name: &str| {
            pulled.levers.iter().any(|l| l.source == source && l.name == name && is_asked(l, effort))
        };
        let candidates = Candidates::of(&variant.scenario, which, asked);
        let model = Model::compile(&variant.scenario.with_switches([])?)?;
        let names = pulled.levers.first().map_or(&[][..], |base| &base.effects);
        let measures = Measures::of(&model).select_all(names.iter().map(|e| e.measure.as_str()))?;
        let by = measures.iter().position(|m| m.name() == pulled.by).unwrap_or(0);
        let rules = match effort {
            Effort::Exhaustive(_) => Rules::exhaustive(each),
            Effort::Race { .. } => Rules::signs(each),
        };
        let cases: Vec<&Model> = std::iter::once(&model).chain(&candidates.cases).collect();
        let raced = race::run(&cases, &RacePlan { measures: &measures, by, seed }, &rules, watch);
        let changes = |case: usize| raced.runners[case + 1].pairs.iter().map(|p| rules.change(p)).collect();
        let levers = candidates.levers.into_iter().filter_map(|c| Some((c.source, c.name, changes(c.case?))));
        Ok((!raced.is_interrupted).then(|| Self { levers: levers.collect() }))
    }

    fn changes_of(&self, lever: &Lever) -> Option<&[Mean]> {
        let found =
            self.levers.iter().find(|(source, name, _)| *source == lever.source && *name == lever.name);
        found.map(|(.., changes)| changes.as_slice())
    }
}
