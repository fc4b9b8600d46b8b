//! The cheapest ways to the target: one lever, or two or three together.
//!
//! Of the contenders, every set of up to three that do not undo each other is a candidate, dials at quarters of their range.
//! Candidates race from the cheapest on, those of the same cost side by side: each is negotiated until its interval leaves out
//! the bound, few times at first. A candidate that holds a way which surely reaches the target is left out, as what it has
//! beyond that buys nothing; so are the same levers at other doses that cost no less. The race ends when enough ways are
//! found, as everything else costs more.
//!
//! Intervals are at level 1 − .05/(C·L) for C candidates and L looks, so that by Bonferroni's inequality all that is said of all
//! candidates, whenever it was decided, holds together at 95 %. Costs are known, and so is the order of the ways; that one
//! is cheaper than all others is as sure as it is that those do not reach the target.

use std::ops::ControlFlow;

use serde::Serialize;

use super::{
    lever::{Part, Settings, Turnable},
    sampler::{Level, Sampler, Side},
    singles::Single,
    target::Target,
};
use crate::study::{
    levers::Places,
    statistics::{Mean, Moments},
};

/// Negotiations at the first look.
const FIRST: u64 = 32;
/// How often anything that is said of any candidate may be wrong.
const ALPHA: f64 = 0.05;
/// Ways that surely reach the target after which the race ends.
pub const MOST_WAYS: usize = 10;
/// Costs that differ by less are the same.
const SAME: f64 = 1e-9;

/// One lever, or several together, each at a dose.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// The levers and their doses.
    pub parts: Vec<Part>,
    /// What they cost together.
    pub cost: f64,
    /// The measure, with an interval that holds together with all others.
    pub level: Level,
    /// Whether it reaches the target for sure; else it cannot be told.
    pub is_sure: bool,
    /// The places that it may have among all ways, by cost.
    pub places: Option<Places>,
    /// What they do together beyond the sum of what each does alone, the intervals of all ways holding together; none of one.
    pub interaction: Option<Mean>,
}

/// How the race was run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WayTerms {
    /// Levers that entered combinations.
    pub contenders: usize,
    /// Candidates there were.
    pub candidates: usize,
    /// How many of them were negotiated.
    pub tried: usize,
    /// Looks at each, at most.
    pub looks: usize,
}

/// The levers that enter combinations: those which surely bring the measure nearer the target, those that bring it nearest for
/// what they cost first; at most so many.
pub fn contenders(found: &[Option<Single>], most: usize) -> Vec<usize> {
    let worth = |k: usize| found[k].as_ref().and_then(|single| single.worth);
    let mut all: Vec<usize> = (0..found.len()).filter(|&k| worth(k).is_some()).collect();
    all.sort_by(|&a, &b| worth(b).unwrap_or(0.0).total_cmp(&worth(a).unwrap_or(0.0)));
    all.truncate(most);
    all.sort_unstable();
    all
}

/// Every candidate with its cost, the cheapest first; of the same cost, fewer levers first.
pub fn candidates(levers: &[Turnable], contenders: &[usize], sampler: &Sampler<'_>) -> Vec<(Vec<Part>, f64)> {
    let fits = |a: usize, b: usize| levers[a].goes_with(&levers[b], sampler.base());
    let mut sets: Vec<Vec<usize>> = Vec::new();
    for (i, &a) in contenders.iter().enumerate() {
        sets.push(vec![a]);
        for (j, &b) in contenders.iter().enumerate().skip(i + 1).filter(|(_, b)| fits(a, **b)) {
            sets.push(vec![a, b]);
            let third = contenders.iter().skip(j + 1).filter(|&&c| fits(a, c) && fits(b, c));
            sets.extend(third.map(|&c| vec![a, b, c]));
        }
    }
    let mut all: Vec<(Vec<Part>, f64)> = sets.iter().flat_map(|set| doses(levers, set)).collect();
    all.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.len().cmp(&b.0.len())).then(a.0.cmp(&b.0)));
    all
}

/// A set of levers at each of their doses.
fn doses(levers: &[Turnable], set: &[usize]) -> Vec<(Vec<Part>, f64)> {
    let mut all = vec![(Vec::new(), 0.0)];
    for &lever in set {
        let with = |(parts, cost): &(Vec<Part>, f64), dose: u32| {
            let parts = parts.iter().copied().chain([Part { lever, dose }]).collect();
            (parts, cost + levers[lever].cost_of(dose))
        };
        all = all
            .iter()
            .flat_map(|way| levers[lever].doses().iter().map(move |dose| with(way, *dose)))
            .collect();
    }
    all
}

/// The settings of several doses together.
pub fn settings_of(levers: &[Turnable], parts: &[Part]) -> Settings {
    parts.iter().flat_map(|part| levers[part.lever].settings(part.dose)).collect()
}

/// Races the candidates, `most` negotiations of each at most. Breaks off when told to; the ways found by then stay.
pub fn race(
    sampler: &mut Sampler<'_>,
    levers: &[Turnable],
    candidates: &[(Vec<Part>, f64)],
    target: &Target,
    most: u64,
) -> (Vec<Way>, WayTerms, ControlFlow<()>) {
    let looks = looks(most);
    #[allow(clippy::cast_precision_loss)] // thousands
    let alpha = ALPHA / (candidates.len().max(1) * looks.len()) as f64;
    let mut terms = WayTerms { candidates: candidates.len(), looks: looks.len(), ..WayTerms::default() };
    let mut found: Vec<Way> = Vec::new();
    let mut ended = ControlFlow::Continue(());
    for tier in candidates.chunk_by(|a, b| b.1 - a.1 < SAME) {
        if found.iter().filter(|way| way.is_sure).count() >= MOST_WAYS || ended.is_break() {
            break;
        }
        let is_needless = |parts: &[Part]| found.iter().any(|way| way.is_sure && holds(parts, &way.parts));
        let open: Vec<&(Vec<Part>, f64)> = tier.iter().filter(|(parts, _)| !is_needless(parts)).collect();
        terms.tried += open.len();
        let (ways, end) = decide(sampler, levers, &open, target, (&looks, alpha));
        found.extend(ways);
        found = undominated(found, target);
        ended = end;
    }
    assign_places(&mut found);
    if ended.is_continue() {
        ended = interactions(sampler, levers, &mut found, most);
    }
    (found, terms, ended)
}

/// Whether a candidate holds a way that costs no more: the same levers, or some of its own at no greater doses.
fn holds(parts: &[Part], way: &[Part]) -> bool {
    let is_same = way.len() == parts.len();
    let has = |own: &Part| parts.iter().any(|p| p.lever == own.lever && (is_same || p.dose >= own.dose));
    way.iter().all(has)
}

/// Negotiates candidates of one cost until it is told of each whether it reaches the target, or to the last look.
fn decide(
    sampler: &mut Sampler<'_>,
    levers: &[Turnable],
    tier: &[&(Vec<Part>, f64)],
    target: &Target,
    (looks, alpha): (&[u64], f64),
) -> (Vec<Way>, ControlFlow<()>) {
    let mut open: Vec<usize> = (0..tier.len()).collect();
    let mut ways = Vec::new();
    for &look in looks {
        let wanted: Vec<(Settings, u64)> =
            open.iter().map(|&k| (settings_of(levers, &tier[k].0), look)).collect();
        if sampler.draw(&wanted).is_break() {
            return (ways, ControlFlow::Break(()));
        }
        open.retain(|&k| {
            let (parts, cost) = tier[k];
            let Some(level) = sampler.level(&settings_of(levers, parts), look, alpha) else { return false };
            let side = level.side(target);
            let is_last = Some(&look) == looks.last();
            if side == Side::Reaches || (is_last && side == Side::Open && level.mean.is_some()) {
                let is_sure = side == Side::Reaches;
                ways.push(Way {
                    parts: parts.clone(),
                    cost: *cost,
                    level,
                    is_sure,
                    places: None,
                    interaction: None,
                });
            }
            side == Side::Open
        });
    }
    (ways, ControlFlow::Continue(()))
}

/// The ways that no other makes needless by being held in them. Of the same levers at the same cost the one that goes farthest
/// stays.
fn undominated(found: Vec<Way>, target: &Target) -> Vec<Way> {
    let reach = |way: &Way| target.gain(0.0, way.level.mean.unwrap_or(0.0));
    let is_needless = |(k, way): (usize, &Way)| {
        found.iter().enumerate().any(|(j, other)| {
            let is_better = other.parts.len() < way.parts.len()
                || other.cost + SAME < way.cost
                || (!way.is_sure && other.is_sure)
                || (reach(other), k) > (reach(way), j);
            // A way that cannot be told makes others needless only where they cannot be told either.
            let counts = other.is_sure || (!way.is_sure && other.level.meets(target));
            j != k && counts && holds(&way.parts, &other.parts) && other.cost < way.cost + SAME && is_better
        })
    };
    let needless: Vec<bool> = found.iter().enumerate().map(is_needless).collect();
    found.iter().zip(needless).filter(|(_, needless)| !needless).map(|(way, _)| way.clone()).collect()
}

/// A way stands behind those that surely reach the target at less cost, and before those that cost more.
fn assign_places(ways: &mut [Way]) {
    let costs: Vec<(f64, bool)> = ways.iter().map(|way| (way.cost, way.is_sure)).collect();
    for way in ways {
        let before = costs.iter().filter(|(cost, is_sure)| *is_sure && *cost + SAME < way.cost).count();
        let up_to = costs.iter().filter(|(cost, _)| *cost < way.cost + SAME).count();
        way.places = Some(Places { first: before + 1, last: up_to });
    }
}

/// What each way does together, beyond the sum of what its parts do: with y_A the measure with A alone and y_0 as it is,
/// y_AB − y_A − y_B + y_0 of two, y_ABC − y_A − y_B − y_C + 2 y_0 of three.
fn interactions(sampler: &mut Sampler<'_>, levers: &[Turnable], ways: &mut [Way], n: u64) -> ControlFlow<()> {
    let together = ways.iter().filter(|way| way.parts.len() > 1);
    let alone =
        together.clone().flat_map(|way| &way.parts).map(|part| levers[part.lever].settings(part.dose));
    let wanted: Vec<Settings> = alone.chain(together.map(|way| settings_of(levers, &way.parts))).collect();
    let intervals = ways.iter().filter(|way| way.parts.len() > 1).count();
    sampler.draw(
        &wanted.into_iter().chain([Settings::new()]).map(|settings| (settings, n)).collect::<Vec<_>>(),
    )?;
    for way in ways.iter_mut().filter(|way| way.parts.len() > 1) {
        way.interaction = Some(interaction(sampler, levers, &way.parts, n, intervals));
    }
    ControlFlow::Continue(())
}

fn interaction(sampler: &Sampler<'_>, levers: &[Turnable], parts: &[Part], n: u64, intervals: usize) -> Mean {
    let base = sampler.values(&Settings::new(), n);
    let together = settings_of(levers, parts);
    let all = sampler.values(&together, n);
    let each: Vec<_> =
        parts.iter().map(|part| sampler.values(&levers[part.lever].settings(part.dose), n)).collect();
    let mut moments = Moments::default();
    for k in 0..base.len().min(all.len()) {
        let (Some(as_is), Some(together)) = (base[k], all[k]) else { continue };
        let alone: Option<f64> =
            each.iter().map(|values| Some(values.get(k).copied().flatten()? - as_is)).sum();
        if let Some(alone) = alone {
            moments.add(together - as_is - alone);
        }
    }
    let is_certain = sampler.is_certain(&together) && sampler.is_certain(&Settings::new());
    #[allow(clippy::cast_precision_loss)] // a handful
    let mean = moments.mean_at(ALPHA / intervals.max(1) as f64);
    if is_certain { mean.exact() } else { mean }
}

/// Negotiations at each look: doubling.
fn looks(most: u64) -> Vec<u64> {
    (0..64).map(|k| FIRST.saturating_mul(1 << k)).take_while(|n| *n < most).chain([most]).collect()
}
