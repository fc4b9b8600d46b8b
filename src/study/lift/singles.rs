//! Each lever by itself: the smallest dose of each, on common draws.
//!
//! Every lever is looked at first at quarters of its range, with few negotiations. Where the target is rejected at each of
//! them (at 5 % for the four together, by Bonferroni's inequality), it is taken not to reach it; the others are searched with
//! as many negotiations of each dose as were asked for.

use std::ops::ControlFlow;

use super::{
    dose::{Dose, Known, Standing, dose, next, standing},
    lever::{Settings, Turnable, WHOLE},
    sampler::{Level, Sampler},
    target::Target,
};
use crate::study::statistics::Moments;

/// Negotiations of each dose at first.
pub const FIRST: u64 = 64;
/// How often a test may reject wrongly.
const ALPHA: f64 = 0.05;

/// What one lever does by itself.
#[derive(Clone, Debug)]
pub struct Single {
    /// What is known of it.
    pub standing: Standing,
    /// The smallest dose; none where no estimate reaches the target, and of switches.
    pub dose: Option<Dose>,
    /// The dose of `level`: the smallest that reaches the target, else the one that comes nearest; in steps of a whole one.
    pub at: u32,
    /// The measure there.
    pub level: Option<Level>,
    /// How much nearer the target the best dose is than the case as it is, for each unit of cost; none where that is not sure.
    pub worth: Option<f64>,
}

/// Looks at each lever, `n` negotiations of each dose. Breaks off when told to; those not done are none.
pub fn singles(
    sampler: &mut Sampler<'_>,
    levers: &[Turnable],
    target: &Target,
    n: u64,
) -> (Vec<Option<Single>>, ControlFlow<()>) {
    let first = n.min(FIRST);
    let wanted =
        levers.iter().flat_map(|lever| lever.doses().iter().map(|dose| (lever.settings(*dose), first)));
    let wanted: Vec<(Settings, u64)> = wanted.collect();
    let mut found = vec![None; levers.len()];
    if sampler.draw(&[(Settings::new(), n)]).is_break() || sampler.draw(&wanted).is_break() {
        return (found, ControlFlow::Break(()));
    }
    let mut open = Vec::new();
    for (k, lever) in levers.iter().enumerate() {
        #[allow(clippy::cast_precision_loss)] // at most four
        let known = known(sampler, lever, lever.doses(), first, ALPHA / lever.doses().len() as f64);
        match standing(&known, target) {
            Standing::Misses | Standing::Undefined => {
                found[k] = Some(single(sampler, lever, &known, target, first))
            }
            _ => open.push((k, Known::new())),
        }
    }
    let ended = search(sampler, levers, target, n, &mut open);
    for (k, known) in open {
        let is_done = ended.is_continue()
            || known.contains_key(&WHOLE) && wanted_of(&levers[k], &known, target).is_empty();
        found[k] = is_done.then(|| single(sampler, &levers[k], &known, target, n));
    }
    (found, ended)
}

/// Finds the doses of all levers side by side.
fn search(
    sampler: &mut Sampler<'_>,
    levers: &[Turnable],
    target: &Target,
    n: u64,
    open: &mut [(usize, Known)],
) -> ControlFlow<()> {
    loop {
        let mut wanted = Vec::new();
        for (k, known) in open.iter() {
            let doses = wanted_of(&levers[*k], known, target);
            wanted.extend(doses.into_iter().map(|dose| (levers[*k].settings(dose), n)));
        }
        if wanted.is_empty() {
            return ControlFlow::Continue(());
        }
        let drawn = sampler.draw(&wanted);
        for (k, seen) in open.iter_mut() {
            let doses = wanted_of(&levers[*k], seen, target);
            seen.extend(known(sampler, &levers[*k], &doses, n, ALPHA));
        }
        drawn?;
    }
}

/// The doses of a lever that are to be looked at next.
fn wanted_of(lever: &Turnable, known: &Known, target: &Target) -> Vec<u32> {
    if lever.is_dial() {
        return next(known, target);
    }
    [0, WHOLE].into_iter().filter(|dose| !known.contains_key(dose)).collect()
}

/// What is known of some doses. A dose that does not fit the case is like no negotiation at all.
fn known(sampler: &Sampler<'_>, lever: &Turnable, doses: &[u32], n: u64, alpha: f64) -> Known {
    let level = |dose: &u32| {
        let nothing = Level { defined: 0, of: 0, mean: None, low: None, high: None };
        (*dose, sampler.level(&lever.settings(*dose), n, alpha).unwrap_or(nothing))
    };
    doses.iter().map(level).collect()
}

/// What is known of a lever, in the end.
fn single(sampler: &Sampler<'_>, lever: &Turnable, known: &Known, target: &Target, n: u64) -> Single {
    let dose = dose(known, target);
    let best = known.iter().filter(|(dose, level)| **dose > 0 && level.mean.is_some());
    let best = best.max_by(|a, b| {
        let reach = |level: &Level| target.gain(0.0, level.mean.unwrap_or(0.0));
        // Of two that come as near, the smaller dose.
        reach(a.1).total_cmp(&reach(b.1)).then(b.0.cmp(a.0))
    });
    let at = dose.map_or_else(|| best.map_or(WHOLE, |(dose, _)| *dose), |dose| dose.step);
    let is_idle = known.keys().filter(|dose| **dose > 0).all(|dose| is_idle(sampler, lever, *dose, n));
    Single {
        standing: if is_idle && standing(known, target) != Standing::Undefined {
            Standing::Idle
        } else {
            standing(known, target)
        },
        dose: dose.filter(|_| lever.is_dial()),
        at,
        level: known.get(&at).copied(),
        worth: worth(sampler, lever, known, target, n),
    }
}

/// Whether a dose changes no negotiation.
fn is_idle(sampler: &Sampler<'_>, lever: &Turnable, dose: u32, n: u64) -> bool {
    sampler.values(&lever.settings(dose), n) == sampler.values(&Settings::new(), n)
}

/// By how much the best of the doses brings the measure nearer the target than it is, for each unit of cost.
fn worth(sampler: &Sampler<'_>, lever: &Turnable, known: &Known, target: &Target, n: u64) -> Option<f64> {
    let base = sampler.values(&Settings::new(), n);
    let of = |dose: u32| {
        let mut moments = Moments::default();
        let values = sampler.values(&lever.settings(dose), n);
        let pairs = base.iter().zip(&values).filter_map(|(a, b)| Some(target.gain((*a)?, (*b)?)));
        pairs.for_each(|gain| moments.add(gain));
        let mean = moments.mean();
        let is_certain = sampler.is_certain(&Settings::new()) && sampler.is_certain(&lever.settings(dose));
        let is_sure = is_certain || mean.low.is_some_and(|low| low > 0.0);
        mean.mean
            .filter(|gain| is_sure && *gain > 0.0)
            .map(|gain| gain / lever.cost_of(dose).max(f64::MIN_POSITIVE))
    };
    lever
        .doses()
        .iter()
        .filter(|dose| known.contains_key(dose))
        .filter_map(|dose| of(*dose))
        .max_by(f64::total_cmp)
}
