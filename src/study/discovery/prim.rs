//! PRIM, the patient rule induction method: boxes in which something happens often.
//!
//! From the box of all cases, peel off again and again the slice (a share α = .05 of the cases left, at one end of one
//! factor; one value of a factor of words) whose loss raises the share of cases in which it happens most per case
//! given up; paste slices back while that raises the share. Of the boxes on the way the one is taken that weighs
//! coverage (the share of all occurrences that lie in it) and density (the share of its cases in which it happens)
//! best, by their harmonic mean in which density counts twice; limits that do not matter (a binomial test, 5 %, corrected for the number of limits)
//! are dropped. The next box is looked for among the cases left. Peeling is greedy: where it happens in two corners, the
//! first box may straddle both.
//!
//! Friedman & Fisher (1999), Statistics and Computing 9; Bryant & Lempert (2010), Technological Forecasting and Social
//! Change 77, for coverage and density.

use serde::Serialize;
use special::Beta as _;

use super::DiscoveryCase;

/// The share peeled off at a time.
const ALPHA: f64 = 0.05;
/// A box of fewer of the cases is not sought.
const LEAST: f64 = 0.05;
/// Boxes sought at most.
const MOST_BOXES: usize = 4;

/// Limits of a box in one factor.
#[derive(Clone, Debug, PartialEq)]
pub enum Limit {
    /// Anything.
    Free,
    /// From the first number to the second, both included.
    Between(f64, f64),
    /// One of these words, by number.
    Among(Vec<u64>),
}

impl Limit {
    fn holds(&self, x: f64) -> bool {
        match self {
            Self::Free => true,
            Self::Between(low, high) => (*low..=*high).contains(&x),
            #[allow(clippy::cast_precision_loss)] // numbers of words
            Self::Among(words) => words.iter().any(|w| *w as f64 == x),
        }
    }
}

/// A box.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Its limits, by factor.
    pub limits: Vec<Limit>,
    /// BoxShare of all occurrences that lie in it.
    pub coverage: f64,
    /// BoxShare of its cases in which it happens.
    pub density: f64,
    /// BoxShare of all cases that lie in it.
    pub mass: f64,
}

impl Region {
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
    fn new(here: BoxShare, all: BoxShare, limits: Vec<Limit>) -> Self {
        Self {
            coverage: here.count as f64 / (all.count as f64).max(1.0),
            density: here.density(),
            mass: here.of as f64 / (all.of as f64).max(1.0),
            limits,
        }
    }

    /// How many factors it limits.
    pub fn restricted(&self) -> usize {
        self.limits.iter().filter(|l| **l != Limit::Free).count()
    }
}

/// How often it happens in a set of cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
struct BoxShare {
    count: u64,
    of: u64,
}

impl BoxShare {
    fn of<'c>(cases: impl Iterator<Item = &'c DiscoveryCase>) -> Self {
        cases.fold(Self::default(), |s, c| Self { count: s.count + c.count, of: s.of + c.of })
    }

    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
    fn density(self) -> f64 {
        self.count as f64 / (self.of as f64).max(1.0)
    }
}

/// Boxes in which it happens more often than elsewhere, the first found first. `words` says which factors are words.
pub fn boxes(cases: &[DiscoveryCase], words: &[bool]) -> Vec<Region> {
    let all = BoxShare::of(cases.iter());
    let mut left: Vec<&DiscoveryCase> = cases.iter().collect();
    let mut found = Vec::new();
    while found.len() < MOST_BOXES {
        let Some(limits) = best_box(&left, words, all) else { break };
        let inside = |c: &&DiscoveryCase| limits.iter().zip(&c.at).all(|(l, x)| l.holds(*x));
        let here = BoxShare::of(left.iter().copied().filter(inside));
        // A box no denser than everything that was there is no discovery.
        if here.density() <= all.density() + 1e-9 || limits.iter().all(|l| *l == Limit::Free) {
            break;
        }
        found.push(Region::new(here, all, limits.clone()));
        left.retain(|c| !inside(c));
    }
    found
}

/// The box that weighs coverage and density best, less limits that do not matter.
fn best_box(cases: &[&DiscoveryCase], words: &[bool], all: BoxShare) -> Option<Vec<Limit>> {
    if BoxShare::of(cases.iter().copied()).count == 0 {
        return None;
    }
    let pasted = peeled(cases, words, all.of).skip(1).map(|limits| paste(cases, limits));
    let (_, limits) = best_of(cases, pasted, all)?;
    Some(open_ends(cases, simplify(cases, limits)))
}

/// The first of these boxes that weighs coverage and density best, with its place.
fn best_of(
    cases: &[&DiscoveryCase],
    boxes: impl Iterator<Item = Vec<Limit>>,
    all: BoxShare,
) -> Option<(usize, Vec<Limit>)> {
    let mut best: Option<(f64, usize, Vec<Limit>)> = None;
    for (n, limits) in boxes.enumerate() {
        let score = score(cases, &limits, all);
        if best.as_ref().is_none_or(|(s, ..)| score > *s) {
            best = Some((score, n, limits));
        }
    }
    best.map(|(_, n, limits)| (n, limits))
}

/// The boxes on the way of peeling, from that of everything; none holds less than a share of `of` cases.
fn peeled<'a>(
    cases: &'a [&'a DiscoveryCase],
    words: &'a [bool],
    of: u64,
) -> impl Iterator<Item = Vec<Limit>> + 'a {
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
    let least = LEAST * of as f64;
    std::iter::successors(Some(vec![Limit::Free; words.len()]), move |limits| {
        peel(cases, limits, words, least)
    })
}

/// The boxes on the way of peeling the first box, from that of everything.
pub fn trajectory(cases: &[DiscoveryCase], words: &[bool]) -> Vec<Region> {
    let all = BoxShare::of(cases.iter());
    let cases: Vec<&DiscoveryCase> = cases.iter().collect();
    let region = |limits: Vec<Limit>| {
        let limits = open_ends(&cases, limits);
        Region::new(BoxShare::of(within(&cases, &limits)), all, limits)
    };
    peeled(&cases, words, all.of).map(region).collect()
}

/// The step of that peeling which the first box is made of.
pub fn first_box_is_of(cases: &[DiscoveryCase], words: &[bool]) -> usize {
    let all = BoxShare::of(cases.iter());
    let cases: Vec<&DiscoveryCase> = cases.iter().collect();
    let pasted = peeled(&cases, words, all.of).skip(1).map(|limits| paste(&cases, limits));
    best_of(&cases, pasted, all).map_or(0, |(n, _)| n + 1)
}

/// The quasi-p value of a restriction (Bryant & Lempert 2010): how likely a box would hold so many occurrences by chance
/// if it happened as often in it as without this one limit.
pub fn quasi_p(cases: &[DiscoveryCase], limits: &[Limit], k: usize, without: Limit) -> f64 {
    let cases: Vec<&DiscoveryCase> = cases.iter().collect();
    let mut wider = limits.to_vec();
    wider[k] = without;
    let density = BoxShare::of(within(&cases, &wider)).density();
    at_least(BoxShare::of(within(&cases, limits)), density)
}

/// Ends that shut nobody out are no limits.
fn open_ends(cases: &[&DiscoveryCase], mut limits: Vec<Limit>) -> Vec<Limit> {
    for k in 0..limits.len() {
        let Limit::Between(low, high) = limits[k] else { continue };
        let inside = BoxShare::of(within(cases, &limits)).of;
        let mut ends = [low, high];
        for (n, wider) in [(f64::NEG_INFINITY, high), (low, f64::INFINITY)].into_iter().enumerate() {
            let mut tried = limits.clone();
            tried[k] = Limit::Between(wider.0, wider.1);
            if BoxShare::of(within(cases, &tried)).of == inside {
                ends[n] = if n == 0 { wider.0 } else { wider.1 };
            }
        }
        limits[k] = Limit::Between(ends[0], ends[1]);
    }
    limits
}

/// The weighted harmonic mean of coverage and density, F_½ = 1.25 cd/(.25 d + c): density counts twice as much.
#[allow(clippy::cast_precision_loss)] // far fewer than 2^53
fn score(cases: &[&DiscoveryCase], limits: &[Limit], all: BoxShare) -> f64 {
    let here = BoxShare::of(within(cases, limits));
    let (coverage, density) = (here.count as f64 / (all.count as f64).max(1.0), here.density());
    if coverage + density > 0.0 { 1.25 * coverage * density / (0.25 * density + coverage) } else { 0.0 }
}

fn within<'a, 'c>(
    cases: &'a [&'c DiscoveryCase],
    limits: &'a [Limit],
) -> impl Iterator<Item = &'c DiscoveryCase> + 'a {
    cases.iter().copied().filter(|c| limits.iter().zip(&c.at).all(|(l, x)| l.holds(*x)))
}

/// The box without the slice whose loss helps most; none where none helps or too little would be left.
#[allow(clippy::cast_precision_loss)] // far fewer than 2^53
fn peel(cases: &[&DiscoveryCase], limits: &[Limit], words: &[bool], least: f64) -> Option<Vec<Limit>> {
    let inside: Vec<&DiscoveryCase> = within(cases, limits).collect();
    let now = BoxShare::of(inside.iter().copied());
    let mut best: Option<(f64, Vec<Limit>)> = None;
    for k in 0..limits.len() {
        for slimmer in slices(&inside, k, words[k]) {
            let kept = BoxShare::of(inside.iter().copied().filter(|c| slimmer.holds(c.at[k])));
            if (kept.of as f64) < least || kept.of == now.of {
                continue;
            }
            // How much denser, per case given up: else a coarse factor would always go first.
            let gain = (kept.density() - now.density()) / (now.of - kept.of) as f64;
            if gain > 0.0 && best.as_ref().is_none_or(|(g, _)| gain > *g) {
                let mut limits = limits.to_vec();
                limits[k] = slimmer;
                best = Some((gain, limits));
            }
        }
    }
    best.map(|(_, limits)| limits)
}

/// What is left of a factor when a slice is cut off at its lower or upper end, or one word is taken out.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
fn slices(inside: &[&DiscoveryCase], k: usize, words: bool) -> Vec<Limit> {
    let mut sorted: Vec<(f64, u64)> = inside.iter().map(|c| (c.at[k], c.of)).collect();
    sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let (Some(first), Some(last)) = (sorted.first().map(|s| s.0), sorted.last().map(|s| s.0)) else {
        return Vec::new();
    };
    if first == last {
        return Vec::new();
    }
    if words {
        let mut present: Vec<u64> = sorted.iter().map(|(x, _)| *x as u64).collect();
        present.dedup();
        let without = |gone: &u64| Limit::Among(present.iter().filter(|w| *w != gone).copied().collect());
        return present.iter().map(without).collect();
    }
    let share = ALPHA * sorted.iter().map(|(_, of)| *of as f64).sum::<f64>();
    let low = beyond(sorted.iter(), share, first).map(|low| Limit::Between(low, last));
    let high = beyond(sorted.iter().rev(), share, last).map(|high| Limit::Between(first, high));
    [low, high].into_iter().flatten().collect()
}

/// The first value beyond a slice of this many cases, at least the value at the end.
#[allow(clippy::cast_precision_loss)] // far fewer than 2^53
fn beyond<'s>(mut values: impl Iterator<Item = &'s (f64, u64)>, share: f64, end: f64) -> Option<f64> {
    let mut gone = 0.0;
    let kept = values.find(|(x, of)| {
        let keeps = gone >= share && *x != end;
        gone += *of as f64;
        keeps
    });
    kept.map(|(x, _)| *x)
}

/// Slices put back while that makes the box denser.
fn paste(cases: &[&DiscoveryCase], mut limits: Vec<Limit>) -> Vec<Limit> {
    loop {
        let now = BoxShare::of(within(cases, &limits));
        let mut best: Option<(f64, Vec<Limit>)> = None;
        for k in 0..limits.len() {
            let Limit::Between(low, high) = limits[k] else { continue };
            let mut open = limits.clone();
            open[k] = Limit::Free;
            let below = within(cases, &open).map(|c| c.at[k]).filter(|x| *x < low).max_by(f64::total_cmp);
            let above = within(cases, &open).map(|c| c.at[k]).filter(|x| *x > high).min_by(f64::total_cmp);
            for wider in [below.map(|x| Limit::Between(x, high)), above.map(|x| Limit::Between(low, x))] {
                let Some(wider) = wider else { continue };
                let mut tried = limits.clone();
                tried[k] = wider;
                let share = BoxShare::of(within(cases, &tried));
                if share.density() >= now.density()
                    && share.count > now.count
                    && best.as_ref().is_none_or(|(d, _)| share.density() > *d)
                {
                    best = Some((share.density(), tried));
                }
            }
        }
        match best {
            Some((_, wider)) => limits = wider,
            None => return limits,
        }
    }
}

/// The box without limits that chance might explain, the least needed first: with k limits, one stays where the cases
/// it shuts out differ from those it keeps by a binomial test at level .05/k.
fn simplify(cases: &[&DiscoveryCase], mut limits: Vec<Limit>) -> Vec<Limit> {
    loop {
        let restricted: Vec<usize> = (0..limits.len()).filter(|k| limits[*k] != Limit::Free).collect();
        let inside = BoxShare::of(within(cases, &limits));
        let chance = |k: &usize| {
            let mut wider = limits.clone();
            wider[*k] = Limit::Free;
            let without = BoxShare::of(within(cases, &wider));
            (at_least(inside, without.density()), *k)
        };
        let weakest = restricted.iter().map(chance).max_by(|a, b| a.0.total_cmp(&b.0));
        #[allow(clippy::cast_precision_loss)] // a few limits
        match weakest {
            Some((p, k)) if p > 0.05 / restricted.len() as f64 => limits[k] = Limit::Free,
            _ => return limits,
        }
    }
}

/// P(X ≥ count) of a binomial of `of` draws with chance p: I_p(count, of − count + 1).
#[allow(clippy::cast_precision_loss)] // far fewer than 2^53
fn at_least(share: BoxShare, p: f64) -> f64 {
    if share.count == 0 || p >= 1.0 {
        return 1.0;
    }
    let (a, b) = (share.count as f64, (share.of - share.count) as f64 + 1.0);
    p.inc_beta(a, b, a.ln_beta(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::bootstrap::Urn;

    fn planted(n: usize, seed: u64, happens: impl Fn(&[f64]) -> bool) -> Vec<DiscoveryCase> {
        let mut urn = Urn::new(seed, "cases");
        (0..n)
            .map(|_| {
                let at: Vec<f64> = (0..5).map(|_| urn.draw(1_000_000) as f64 / 1e6).collect();
                DiscoveryCase { count: u64::from(happens(&at)), at, of: 1 }
            })
            .collect()
    }

    /// specification §8: y = 1[x₁ < .4 ∧ x₂ > .7] in 5-D, N 2000: restricts only x₁ and x₂, coverage and density > .9.
    #[test]
    fn the_planted_box_is_found() {
        for seed in 1..=20 {
            let found = boxes(&planted(2000, seed, |x| x[0] < 0.4 && x[1] > 0.7), &[false; 5]);
            let first = &found[0];
            assert!(first.coverage > 0.9 && first.density > 0.9, "seed {seed}: {first:?}");
            let restricted: Vec<usize> = (0..5).filter(|k| first.limits[*k] != Limit::Free).collect();
            assert_eq!(restricted, [0, 1], "seed {seed}: {first:?}");
            let (Limit::Between(_, high), Limit::Between(low, _)) = (&first.limits[0], &first.limits[1])
            else {
                panic!("{first:?}")
            };
            assert!((high - 0.4).abs() < 0.05 && (low - 0.7).abs() < 0.05, "{first:?}");
        }
    }

    /// Two boxes apart: the second is found among what is left.
    #[test]
    fn two_boxes_are_found_one_after_the_other() {
        let cases = planted(4000, 3, |x| (x[0] < 0.25 && x[1] < 0.5) || (x[0] > 0.7 && x[2] > 0.6));
        let found = boxes(&cases, &[false; 5]);
        assert!(found.iter().map(|b| b.coverage).sum::<f64>() > 0.95, "{found:?}");
        // Greedy peeling may straddle both at first; what it takes afterwards is pure.
        assert!(found.iter().filter(|b| b.density > 0.95 && b.coverage > 0.25).count() >= 2, "{found:?}");
    }

    /// Words are taken out one by one; replicates of a point count.
    #[test]
    fn words_and_replicates() {
        let cases: Vec<DiscoveryCase> = (0..200)
            .map(|n| {
                let (word, x) = (n % 4, n / 4);
                DiscoveryCase {
                    at: vec![f64::from(word), f64::from(x)],
                    of: 10,
                    count: if word == 2 { 9 } else { 1 },
                }
            })
            .collect();
        let found = boxes(&cases, &[true, false]);
        assert_eq!(found[0].limits, [Limit::Among(vec![2]), Limit::Free], "{found:?}");
        assert!((found[0].density - 0.9).abs() < 1e-12 && (found[0].coverage - 0.75).abs() < 1e-12);
    }

    /// Pure noise yields no box that means anything: what limits are left pass a test at 5 %, so few seeds have any.
    #[test]
    fn noise_is_no_discovery() {
        let flat = planted(500, 8, |_| false);
        assert_eq!(boxes(&flat, &[false; 5]), []);
        let all = planted(500, 8, |_| true);
        assert_eq!(boxes(&all, &[false; 5]), []);
    }
}
