//! The smallest dose that reaches a target.
//!
//! The mean of the measure at each dose is estimated on the same draws. A curve need not rise, or be smooth: it is looked at
//! in eight steps of the range first, and the first step that reaches the target is halved until two neighbouring doses, a
//! two-hundredth of the range apart, lie on either side. The interval is found by inverting a test, as where odds turn
//! ([`super::super::discovery`]): a dose may be the crossing unless "mean = bound" is rejected there at 5 %. So the interval
//! covers the crossing 95 times in 100, goes on beyond the range where nothing is rejected up to its end, and is no wider than a
//! step where the measure jumps over the bound.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    lever::{WHOLE, share},
    sampler::{Level, Side},
    target::Target,
};

/// The steps in which a curve is looked at first.
const STEP: u32 = WHOLE / 8;

/// What is known of the doses of a dial: the level at each.
pub type Known = BTreeMap<u32, Level>;

/// The smallest dose, as a share of a whole one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Dose {
    /// The smallest dose whose estimate reaches the target, in steps of a whole one.
    #[serde(skip)]
    pub step: u32,
    /// The same as a share.
    pub share: f64,
    /// The least dose that may be the crossing; none where that may be no dose at all.
    pub low: Option<f64>,
    /// The greatest; none where it may lie beyond the range.
    pub high: Option<f64>,
    /// Whether the measure jumps over the bound there, within a step.
    pub jumps: bool,
    /// A greater dose at which the target is missed again, for sure.
    pub lost: Option<f64>,
}

/// What is known of a lever by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Some dose reaches the target, for sure.
    Reaches,
    /// No dose is sure to, and none is sure not to.
    Open,
    /// Every dose tried misses it, for sure.
    Misses,
    /// It changed no negotiation at any dose tried.
    Idle,
    /// The measure was defined in no negotiation at any dose tried.
    Undefined,
}

/// The doses at which to look next; none when all is known.
pub fn next(known: &Known, target: &Target) -> Vec<u32> {
    let grid: Vec<u32> =
        (0..=WHOLE).step_by(STEP as usize).filter(|dose| !known.contains_key(dose)).collect();
    if !grid.is_empty() {
        return grid;
    }
    let Some([before, at]) = bracket(known, target) else { return Vec::new() };
    if at - before > 1 {
        return vec![u32::midpoint(before, at)];
    }
    let ends = [below(known, before, target), above(known, at, target)];
    ends.into_iter().flatten().filter(|[a, b]| b - a > 1).map(|[a, b]| u32::midpoint(a, b)).collect()
}

/// The smallest dose; none where no estimate reaches the target.
pub fn dose(known: &Known, target: &Target) -> Option<Dose> {
    let [before, at] = bracket(known, target)?;
    let side = |dose: u32| known[&dose].side(target);
    let lost =
        known.range(at..).find(|(_, level)| level.side(target) == Side::Misses).map(|(dose, _)| share(*dose));
    Some(Dose {
        step: at,
        share: share(at),
        low: below(known, before, target).map(|[_, open]| share(open)),
        high: above(known, at, target).map(|[open, _]| share(open)),
        jumps: side(before) == Side::Misses && side(at) == Side::Reaches && leaps(known, before, at),
        lost,
    })
}

/// The first dose that reaches the target, and the one before; none where none does, or no dose at all does already.
fn bracket(known: &Known, target: &Target) -> Option<[u32; 2]> {
    let doses: Vec<u32> = known.keys().copied().collect();
    let first = doses.iter().position(|dose| known[dose].meets(target)).filter(|first| *first > 0)?;
    Some([doses[first - 1], doses[first]])
}

/// Whether the measure changes as much within a step as in all of the stretch that was looked at first and in which it lies:
/// at least half of that. A curve without a jump changes by about a twenty-fifth there.
fn leaps(known: &Known, before: u32, at: u32) -> bool {
    let [start, end] = [before / STEP * STEP, at.div_ceil(STEP) * STEP];
    let mean = |dose: u32| known.get(&dose).and_then(|level| level.mean);
    match [before, at, start, end].map(mean) {
        [Some(before), Some(at), Some(start), Some(end)] => (at - before).abs() >= (end - start).abs() / 2.0,
        _ => true,
    }
}

/// The end of the interval below a dose: one where the bound is rejected, and the next, where it is not. Where it is rejected
/// at the dose itself, that is the end. None where nothing is rejected down to no dose.
fn below(known: &Known, dose: u32, target: &Target) -> Option<[u32; 2]> {
    let mut open = dose;
    for (&at, level) in known.range(..=dose).rev() {
        if level.side(target) != Side::Open {
            return Some([at, open]);
        }
        open = at;
    }
    None
}

/// The same above.
fn above(known: &Known, dose: u32, target: &Target) -> Option<[u32; 2]> {
    let mut open = dose;
    for (&at, level) in known.range(dose..) {
        if level.side(target) != Side::Open {
            return Some([open, at]);
        }
        open = at;
    }
    None
}

/// What is known of a dial or a switch.
pub fn standing(known: &Known, target: &Target) -> Standing {
    let tried = || known.range(1..).map(|(_, level)| level);
    if tried().all(|level| level.defined == 0) {
        return Standing::Undefined;
    }
    let sides: Vec<Side> = tried().map(|level| level.side(target)).collect();
    if sides.contains(&Side::Reaches) {
        Standing::Reaches
    } else if sides.iter().all(|side| *side == Side::Misses) {
        Standing::Misses
    } else {
        Standing::Open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target() -> Target {
        "realised_depth > 0.4".parse().expect("a target")
    }

    /// A curve that is known to within ± half.
    fn explore(curve: impl Fn(f64) -> f64, half: f64) -> Known {
        let mut known = Known::new();
        for _ in 0..50 {
            let wanted = next(&known, &target());
            if wanted.is_empty() {
                break;
            }
            for dose in wanted {
                let mean = curve(share(dose));
                let ends = [mean - half, mean + half].map(Some);
                known
                    .insert(dose, Level { defined: 9, of: 9, mean: Some(mean), low: ends[0], high: ends[1] });
            }
        }
        known
    }

    /// Of a line 0.3 + 0.2 s the crossing is at s = ½; known to ± .02, it may be anywhere from .4 to .6.
    #[test]
    fn a_line_is_crossed_where_it_is() {
        let known = explore(|s| 0.3 + 0.2 * s, 0.02);
        let found = dose(&known, &target()).expect("a dose");
        assert!((found.share - 0.505).abs() < 1e-9, "the next step beyond: {found:?}");
        assert!(
            (found.low.unwrap() - 0.4).abs() < 0.006 && (found.high.unwrap() - 0.6).abs() < 0.006,
            "{found:?}"
        );
        assert!(!found.jumps && found.lost.is_none());
        assert_eq!(standing(&known, &target()), Standing::Reaches);
        assert!(known.len() <= 9 + 5 + 10, "{} doses", known.len());
    }

    #[test]
    fn an_interval_may_leave_the_range_at_either_end() {
        let found = dose(&explore(|s| 0.39 + 0.02 * s, 0.03), &target()).expect("a dose");
        assert_eq!((found.low, found.high), (None, None));
    }

    /// From .3 to .5 at s = .33, between the 66th step, .33 − ½ step, and the next.
    #[test]
    fn jumps_and_losses_are_told() {
        let curve = |s: f64| {
            if s < 0.3325 {
                0.3
            } else if s < 0.8 {
                0.5
            } else {
                0.2
            }
        };
        let found = dose(&explore(curve, 0.01), &target()).expect("a dose");
        assert!(found.jumps && (found.share - 0.335).abs() < 1e-9, "{found:?}");
        assert_eq!((found.low, found.high), (Some(0.33), Some(0.335)), "{found:?}");
        assert_eq!(found.lost, Some(0.875));
    }

    /// Known exactly, a line is told to miss the target at one step and to reach it at the next; it does not jump.
    #[test]
    fn a_line_that_is_known_exactly_does_not_jump() {
        for slope in [0.11, 0.2, 0.5] {
            let found = dose(&explore(|s| 0.3 + slope * s, 0.0), &target()).expect("a dose");
            assert!(!found.jumps, "{slope}: {found:?}");
        }
    }

    #[test]
    fn what_never_reaches_it_misses() {
        let known = explore(|s| 0.2 + 0.1 * s, 0.01);
        assert_eq!((dose(&known, &target()), standing(&known, &target())), (None, Standing::Misses));
        let known = explore(|s| 0.2 + 0.19 * s, 0.02);
        assert_eq!((dose(&known, &target()), standing(&known, &target())), (None, Standing::Open));
    }
}
