//! What becomes of an answer under every declared choice of modelling (model, second edition §5): its figures, what each
//! choice moves, and which findings keep their sign.
//!
//! All of it on the same draws, so that what the draws do drops out. Ranges are the ends of a list and have no level; what a
//! single choice changes has an interval, and those of all choices hold together for a measure.

use std::ops::ControlFlow;

use serde::Serialize;

use super::{
    Summary,
    choices::{ChoiceSet, Survival, Variant, Variants, survey},
    levers::{self, Effort, LeverError, LeverSet, Pulled, race},
    measure::{Measure, Measures},
    responsibility::{Player, PlayerShare, Responsibility},
    statistics::Mean,
};
use crate::{case::Case, model::Model, random::Seed};

/// The measures that a single choice may move.
pub const MOVED: [&str; 6] =
    ["adopted", "realised_depth", "guaranteed_depth", "lcd_index", "lcd", "lcd_in_substance"];
/// Negotiations under each choice by itself.
const EACH: u64 = 300;
/// Replicates in which everybody's responsibility is asked under each choice.
const ASKED: u64 = 36;
/// Most players who are asked about one by one, the others as one.
const PLAYERS: usize = 6;

/// An answer under the declared choices.
#[derive(Debug, Serialize)]
pub struct Robustness {
    /// The run of the case as it is, with the least and the greatest of each figure.
    pub summary: Summary,
    /// What each value of a choice changes by itself.
    pub effects: Vec<ChoiceEffect>,
    /// Who holds depth down, and whether that keeps its sign; empty where no clause is a matter of ambition.
    pub responsibility: Vec<HeldShare>,
    /// The levers, with what becomes of their effects; none where that was not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levers: Option<Pulled>,
    /// Whether it was ended early: what had not been done by then is missing.
    pub is_interrupted: bool,
}

/// What one value of a choice changes.
#[derive(Clone, Debug, Serialize)]
pub struct ChoiceEffect {
    /// The choice and its value, as "θ: .45".
    pub name: String,
    /// The changes of [`MOVED`] against the case as it is, paired; the intervals of all choices hold together for a measure.
    pub changes: Vec<MovedMeasure>,
}

/// A change of a measure.
#[derive(Clone, Debug, Serialize)]
pub struct MovedMeasure {
    /// The measure.
    pub measure: String,
    /// Its change.
    pub change: Mean,
}

impl ChoiceEffect {
    /// The change of a measure.
    pub fn change(&self, measure: &str) -> Option<&Mean> {
        self.changes.iter().find(|c| c.measure == measure).map(|c| &c.change)
    }
}

/// A player's responsibility, and whether it keeps its sign.
#[derive(Clone, Debug, Serialize)]
pub struct HeldShare {
    /// In the case as it is, over the replicates that are asked under each choice.
    pub share: PlayerShare,
    /// Under the choices.
    pub survival: Survival,
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct RobustnessPlan {
    /// Which choices.
    pub choices: ChoiceSet,
    /// The master seed.
    pub seed: Seed,
    /// Which levers are held against the choices, and with how many negotiations at most; none for no levers.
    pub levers: Option<(LeverSet, u64)>,
}

/// Negotiations still to be done, as far as is known, and those done.
pub struct Step {
    /// Done since last told.
    pub more: u64,
    /// Left of this part.
    pub left: u64,
}

/// Holds the answer of a run of `case` against the declared choices. `watch` is told of the negotiations done, and may end it
/// early.
///
/// # Errors
/// If a variant cannot be compiled.
pub fn robustness(
    case: &Case,
    summary: Summary,
    plan: RobustnessPlan,
    mut watch: impl FnMut(Step) -> ControlFlow<()>,
) -> Result<Robustness, LeverError> {
    let mut found = Robustness {
        summary,
        effects: Vec::new(),
        responsibility: Vec::new(),
        levers: None,
        is_interrupted: true,
    };
    let variants = Variants::of(case.scenario(), plan.choices).run;
    let mut left = variants.len() as u64 * EACH.min(found.summary.replicates);
    found.summary.choices = survey(case, &found.summary, plan.choices, |more| {
        left = left.saturating_sub(more);
        watch(Step { more, left })
    })?;
    if found.summary.choices.is_none() {
        return Ok(found);
    }
    let Some(effects) = effects(case, &found.summary, &variants, plan.seed, &mut watch)? else {
        return Ok(found);
    };
    found.effects = effects;
    let Some(shares) = held_shares(case, &found.summary, &variants, plan.seed, &mut watch)? else {
        return Ok(found);
    };
    found.responsibility = shares;
    if let Some((which, most)) = plan.levers {
        let effort = Effort::Race { most, small: None };
        let mut watch = |pulse: levers::Pulse| watch(Step { more: pulse.more, left: pulse.left });
        let mut pulled = levers::pull(case.scenario(), plan.seed, effort, which, &[], &mut watch)?;
        if !pulled.is_interrupted {
            let spent = (plan.seed, effort);
            levers::hold(&mut pulled, case.scenario(), plan.choices, spent, which, &mut watch)?;
        }
        found.is_interrupted = pulled.is_interrupted;
        found.levers = Some(pulled);
        return Ok(found);
    }
    found.is_interrupted = false;
    Ok(found)
}

/// What each value alone changes; none where `watch` ends it.
fn effects(
    case: &Case,
    summary: &Summary,
    variants: &[Variant],
    seed: Seed,
    watch: &mut impl FnMut(Step) -> ControlFlow<()>,
) -> Result<Option<Vec<ChoiceEffect>>, LeverError> {
    let alone: Vec<&Variant> = variants.iter().filter(|v| v.settings.len() == 1).collect();
    let compiled = |v: &&Variant| Ok::<_, LeverError>(Model::compile(&v.scenario.with_switches([])?)?);
    let models: Vec<Model> = alone.iter().map(compiled).collect::<Result<_, _>>()?;
    let known = Measures::of(case.model());
    let measures: Vec<Measure> = MOVED.iter().filter_map(|name| known.select(name).ok()).collect();
    let cases: Vec<&Model> = std::iter::once(case.model()).chain(&models).collect();
    let rules = race::Rules::exhaustive(EACH.min(summary.replicates));
    let course = race::RacePlan { measures: &measures, by: 0, seed };
    let raced = race::run(&cases, &course, &rules, |p| watch(Step { more: p.more, left: p.left }));
    if raced.is_interrupted {
        return Ok(None);
    }
    let change = |(measure, pairs): (&Measure, &super::Paired)| MovedMeasure {
        measure: measure.name().to_owned(),
        change: rules.change(pairs).simultaneous(alone.len()),
    };
    let effect = |(variant, runner): (&&Variant, &race::Runner)| ChoiceEffect {
        name: variant.name.clone(),
        changes: measures.iter().zip(&runner.pairs).map(change).collect(),
    };
    Ok(Some(alone.iter().zip(&raced.runners[1..]).map(effect).collect()))
}

/// Everybody's responsibility under every choice; none where `watch` ends it.
fn held_shares(
    case: &Case,
    summary: &Summary,
    variants: &[Variant],
    seed: Seed,
    watch: &mut impl FnMut(Step) -> ControlFlow<()>,
) -> Result<Option<Vec<HeldShare>>, LeverError> {
    if case.model().depth.ambition_clauses().next().is_none() {
        return Ok(Some(Vec::new()));
    }
    let asked = ASKED.min(summary.replicates);
    let players = Player::candidates(case, seed, asked, PLAYERS);
    let cost = asked * 2 * players.len() as u64;
    let mut left = cost * (1 + variants.len() as u64);
    let mut measure = |case: &Case| {
        left = left.saturating_sub(cost);
        let found = Responsibility::of_pairs(case, seed, players.clone(), asked);
        if watch(Step { more: cost, left }).is_break() { None } else { Some(found) }
    };
    let Some(base) = measure(case) else { return Ok(None) };
    let mut others = Vec::new();
    for variant in variants {
        let case = Case::new(variant.scenario.with_switches([])?)?;
        let Some(found) = measure(&case) else { return Ok(None) };
        others.push(found);
    }
    let held = |share: PlayerShare| {
        let of = |found: &Responsibility| {
            found.players.iter().find(|p| p.name == share.name).map(|p| p.responsibility)
        };
        let others: Vec<Mean> = others.iter().filter_map(of).collect();
        HeldShare { survival: Survival::new(&share.responsibility, &others), share }
    };
    Ok(Some(base.players.into_iter().map(held).collect()))
}
