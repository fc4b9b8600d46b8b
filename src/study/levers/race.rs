//! A race: few replicates for every lever, more for those that are not decided yet.
//!
//! After 32, 48, 64, 96, 128 … replicates, up to the most allowed, each lever that still runs is looked at. It is done once the
//! sign of its change is told and so is its place, or once its change is small either way:
//!
//! ```text
//! done iff  [l, h] ⊂ [−s, s],  or  0 ∉ [l, h] and ( [l, h] meets no other lever's interval, or (h − l)/2 ≤ max(s, |change|/10) )
//! ```
//!
//! [l, h] is the interval of the mean paired difference to the case as it is, at level 1 − .05/(L·K) for L looks at K levers
//! ([`Paired::cautious_difference`]). By Bonferroni's inequality the chance that any interval at any look misses is at most
//! .05, so the intervals that are printed hold together, whenever each lever stopped (after Pocock 1977, Biometrika 64, on
//! looking repeatedly). So do the places that follow from them: a lever stands behind those whose intervals lie wholly
//! above its own, and before those wholly below (Klein, Wright & Wieczorek 2020, JRSS C 69). The level rests on means
//! of 32 differences or more being nearly normal: a change that happens in one negotiation of a hundred may not have been
//! seen yet when a lever is done.
//!
//! Every lever sees the same draws as the case as it is, from the first replicate on.

use std::ops::{ControlFlow, Range};

use crate::{
    model::Model,
    outcome::Outcome,
    random::{BLOCK, Seed},
    study::{
        Paired,
        choices::is_clear,
        ensemble::Ensemble,
        measure::Measure,
        parallel::{Crew, in_order},
        statistics::Mean,
        table::ColumnKind,
    },
};

/// Replicates at the first look.
const FIRST: u64 = 32;
/// The same where only signs are asked for, of levers that are known to do something.
const FIRST_OF_SIGNS: u64 = 16;
/// How often the intervals of all levers at all looks together may miss.
const ALPHA: f64 = 0.05;
/// A place is sought no further once the interval is within this share of the change to either side.
const CLOSE: f64 = 0.1;
/// Blocks of replicates that each thread may be ahead.
const AHEAD: usize = 4;

/// What is measured of each negotiation, and on which draws.
#[derive(Clone, Copy)]
pub struct RacePlan<'a> {
    pub measures: &'a [Measure],
    /// The place of the measure that ranks the levers.
    pub by: usize,
    pub seed: Seed,
}

/// When levers are looked at, and when they are done.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// Replicates at each look.
    looks: Vec<u64>,
    /// How often the interval of one lever at one look may miss.
    alpha: f64,
    /// A change within this of 0 is small; none where every lever is given all replicates.
    small: Option<f64>,
    /// Whether places are sought, and intervals hold together.
    together: bool,
}

impl Rules {
    /// Every lever is given so many replicates; each interval holds for itself.
    pub fn exhaustive(replicates: u64) -> Self {
        Self { looks: vec![replicates], alpha: ALPHA, small: None, together: false }
    }

    /// A race of so many levers.
    #[allow(clippy::cast_precision_loss)] // a few hundred levers, a few dozen looks
    pub fn race(levers: usize, most: u64, small: f64) -> Self {
        let looks = looks(FIRST, most);
        let alpha = ALPHA / (levers.max(1) * looks.len()) as f64;
        Self { looks, alpha, small: Some(small), together: true }
    }

    /// Each lever for itself, until its sign is told.
    #[allow(clippy::cast_precision_loss)] // a few dozen looks
    pub fn signs(most: u64) -> Self {
        let looks = looks(FIRST_OF_SIGNS, most);
        let alpha = ALPHA / looks.len() as f64;
        Self { looks, alpha, small: Some(0.0), together: false }
    }

    /// How many looks there are.
    pub fn looks(&self) -> usize {
        self.looks.len()
    }

    /// Negotiations of each lever at the first look.
    pub fn first(&self) -> u64 {
        self.looks[0]
    }

    /// B − A with its interval.
    pub fn change(&self, pairs: &Paired) -> Mean {
        if self.small.is_some() { pairs.cautious_difference(self.alpha) } else { pairs.difference() }
    }

    /// Which of these changes need no more replicates.
    pub fn are_done(&self, changes: &[Mean]) -> Vec<bool> {
        let Some(small) = self.small else { return vec![true; changes.len()] };
        let is_done = |(k, change): (usize, &Mean)| match ends(change) {
            None => false,
            Some((low, high)) => {
                let close = small.max(CLOSE * change.mean.unwrap_or(0.0).abs());
                let is_close = !self.together || high - low <= 2.0 * close;
                let meets = |(j, other): (usize, &Mean)| j != k && !are_apart(change, other);
                let is_placed = || !changes.iter().enumerate().any(meets);
                is_within(change, small) || (is_clear(change) && (is_close || is_placed()))
            }
        };
        changes.iter().enumerate().map(is_done).collect()
    }
}

fn ends(change: &Mean) -> Option<(f64, f64)> {
    change.low.zip(change.high)
}

/// Whether the whole interval is so near to 0.
pub(super) fn is_within(change: &Mean, small: f64) -> bool {
    ends(change).is_some_and(|(low, high)| -small <= low && high <= small)
}

/// Whether two intervals do not meet.
pub(super) fn are_apart(one: &Mean, other: &Mean) -> bool {
    let above = |a: &Mean, b: &Mean| a.low.zip(b.high).is_some_and(|(low, high)| low > high);
    above(one, other) || above(other, one)
}

/// Replicates at each look: by halves and thirds in turn, so that they double at every second.
fn looks(first: u64, most: u64) -> Vec<u64> {
    let doubled =
        (0..64).flat_map(|k| [first.saturating_mul(1 << k), (first + first / 2).saturating_mul(1 << k)]);
    doubled.take_while(|n| *n < most).chain([most]).collect()
}

/// One of the cases that run.
#[derive(Clone, Debug)]
pub struct Runner {
    /// Its sums at the last look, and over how many replicates.
    pub pairs: Vec<Paired>,
    pub replicates: u64,
    /// Whether it is done.
    pub is_done: bool,
    /// What has been added since.
    since: Vec<Paired>,
}

impl Runner {
    fn new(measures: &[Measure]) -> Self {
        let pairs: Vec<Paired> = measures.iter().map(|m| Paired::new(m.column.kind)).collect();
        Self { since: pairs.clone(), pairs, replicates: 0, is_done: false }
    }

    /// Takes in rows of both cases; `all` of them make up the look.
    fn add<'r>(&mut self, rows: impl Iterator<Item = (&'r Row, &'r Row)>, look: u64, until: u64) {
        for (base, changed) in rows {
            for (k, sum) in self.since.iter_mut().enumerate() {
                sum.add(base[k], changed[k]);
            }
        }
        if until == look {
            self.pairs.clone_from(&self.since);
            self.replicates = look;
        }
    }
}

/// The measures of one replicate.
type Row = Vec<Option<f64>>;

/// How far a race has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pulse {
    /// Negotiations since last told.
    pub more: u64,
    /// Negotiations until the next look.
    pub left: u64,
}

/// What a race has shown: the case as it is, beside itself, then the others.
pub struct Race {
    pub runners: Vec<Runner>,
    pub is_interrupted: bool,
}

/// Runs the case as it is and the others by these rules. `watch` may end it early: then what was shown at the last look that
/// each reached is all there is.
pub fn run(
    cases: &[&Model],
    course: &RacePlan<'_>,
    rules: &Rules,
    mut watch: impl FnMut(Pulse) -> ControlFlow<()>,
) -> Race {
    let ensembles: Vec<Ensemble<'_>> =
        cases.iter().map(|m| Ensemble::new(m, course.seed).for_measures(course.measures)).collect();
    let mut runners = vec![Runner::new(course.measures); cases.len()];
    let mut from = 0;
    for &look in &rules.looks {
        let open: Vec<usize> = (1..cases.len()).filter(|&k| !runners[k].is_done).collect();
        if open.is_empty() && from > 0 {
            break;
        }
        let who = std::iter::once(0).chain(open).collect();
        if stage(&ensembles, cases, course, who, (from..look, &mut runners), &mut watch).is_break() {
            return Race { runners, is_interrupted: true };
        }
        let changes: Vec<Mean> = runners[1..].iter().map(|r| rules.change(&r.pairs[course.by])).collect();
        for (runner, is_done) in runners[1..].iter_mut().zip(rules.are_done(&changes)) {
            runner.is_done |= is_done;
        }
        from = look;
    }
    Race { runners, is_interrupted: false }
}

/// Runs these cases, the case as it is first, over replicates up to the next look.
fn stage(
    ensembles: &[Ensemble<'_>],
    cases: &[&Model],
    course: &RacePlan<'_>,
    who: Vec<usize>,
    (replicates, runners): (Range<u64>, &mut [Runner]),
    watch: &mut impl FnMut(Pulse) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let (from, look) = (replicates.start, replicates.end);
    let of = |k: usize| blocks(replicates.clone()).map(move |block| (k, block));
    let work: Vec<(usize, Range<u64>)> = who.into_iter().flat_map(of).collect();
    let mut left: u64 = work.iter().map(|(_, block)| block.end - block.start).sum();
    let mut base: Vec<Row> = Vec::new();
    let crew = Crew { threads: rayon::current_num_threads(), ahead: AHEAD };
    let negotiate = |(k, block): (usize, Range<u64>)| {
        let read = |m: &Measure, outcome: &Outcome| m.read(cases[k], outcome).number();
        let row = |o: Outcome| course.measures.iter().map(|m| read(m, &o)).collect();
        let rows: Vec<Row> = ensembles[k].in_turn(block.clone()).map(row).collect();
        (k, block, rows)
    };
    in_order(
        crew,
        work.into_iter(),
        || false,
        negotiate,
        |(k, block, rows)| {
            let more = block.end - block.start;
            left -= more;
            if k == 0 {
                runners[0].add(rows.iter().zip(&rows), look, block.end);
                base.extend(rows);
            } else {
                #[allow(clippy::cast_possible_truncation)] // rows that are in memory
                let before = (block.start - from) as usize;
                runners[k].add(base[before..].iter().zip(&rows), look, block.end);
            }
            watch(Pulse { more, left })
        },
    )
}

/// Replicates by the blocks in which they are drawn.
fn blocks(replicates: Range<u64>) -> impl Iterator<Item = Range<u64>> {
    let block = BLOCK as u64;
    let firsts = replicates.start / block..replicates.end.div_ceil(block);
    firsts.map(move |b| (b * block).max(replicates.start)..((b + 1) * block).min(replicates.end))
}

/// What is small of a measure where nobody says: a hundredth of a depth, a gain or another number in [−1, 1], five in a
/// hundred of a rate, nothing of others.
pub(super) fn small(measure: &Measure) -> f64 {
    match (measure.column.kind, measure.column.range) {
        (ColumnKind::Boolean, _) => 0.05,
        (ColumnKind::Number, Some([low, high])) if -1.0 <= low && high <= 1.0 => 0.01,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::bootstrap::Urn;

    #[test]
    fn looks_double_at_every_second() {
        assert_eq!(looks(32, 1000), [32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1000]);
        assert_eq!(looks(16, 66), [16, 24, 32, 48, 64, 66]);
        assert_eq!([looks(32, 32), looks(32, 20)], [[32], [20]]);
        assert_eq!(looks(32, u64::MAX).last(), Some(&u64::MAX));
    }

    fn change(low: f64, high: f64) -> Mean {
        Mean { n: 40, mean: Some(f64::midpoint(low, high)), low: Some(low), high: Some(high) }
    }

    #[test]
    fn a_lever_is_done_when_sign_and_place_are_told() {
        let rules = Rules::race(4, 1000, 0.01);
        let done = |changes: &[(f64, f64)]| {
            rules.are_done(&changes.iter().map(|(low, high)| change(*low, *high)).collect::<Vec<_>>())
        };
        assert_eq!(done(&[(0.1, 0.2), (-0.2, -0.1)]), [true, true], "told, and told apart");
        assert_eq!(done(&[(0.1, 0.2), (0.15, 0.3)]), [false, false], "told, but not from each other");
        assert_eq!(done(&[(0.1, 0.119), (0.11, 0.129)]), [true, true], "as close as a hundredth");
        assert_eq!(done(&[(0.45, 0.54), (0.5, 0.9)]), [true, false], "as close as a tenth of the change");
        assert_eq!(done(&[(-0.009, 0.009), (-0.02, 0.005)]), [true, false], "small, and not yet small");
        assert_eq!(done(&[(-0.1, 0.2)]), [false], "no sign");
        let nothing = Mean { n: 0, mean: None, low: None, high: None };
        assert_eq!(rules.are_done(&[nothing]), [false]);
        assert_eq!(Rules::exhaustive(9).are_done(&[nothing]), [true]);
    }

    /// A lever of a simulated race: what it makes of a base value, by two numbers in [0, 1), and its true mean change.
    type Simulated = (fn(f64, f64) -> f64, f64);

    /// The base is uniform on [.2, .5]; changes are none, tiny, steady, skewed, spread wide, or seldom.
    const LEVERS: [Simulated; 8] = [
        (|_, _| 0.0, 0.0),
        (|_, v| 0.02 * (v - 0.5), 0.0),
        (|_, v| 0.004 + 0.05 * (v - 0.5), 0.004),
        (|_, v| 0.1 * v.powi(3), 0.025),
        (|u, v| 0.2 * u * v, 0.05),
        (|_, v| 0.06 + 0.3 * (v - 0.5), 0.06),
        (|u, v| if u < 0.1 { -0.1 * v } else { 0.0 }, -0.005),
        (|u, _| -0.2 * u, -0.1),
    ];

    /// The intervals of each lever when it was done, and at how many replicates, in one simulated race.
    fn simulate(race: u64, rules: &Rules, kind: ColumnKind) -> Vec<(Mean, u64)> {
        let mut urn = Urn::new(race, "race");
        let mut number = || urn.draw(1 << 30) as f64 / f64::from(1 << 30);
        let mut pairs = [Paired::new(kind); LEVERS.len()];
        let mut found: Vec<Option<(Mean, u64)>> = vec![None; LEVERS.len()];
        let mut n = 0;
        for &look in &rules.looks {
            while n < look {
                let (u, v) = (number(), number());
                for (sum, (lever, _)) in pairs.iter_mut().zip(LEVERS) {
                    let base = 0.2 + 0.3 * u;
                    let changed = base + lever(u, v);
                    // As a rate: whether it exceeds a third; base and lever see the same number.
                    let read = |x: f64| {
                        if kind == ColumnKind::Boolean { f64::from(u8::from(x > 1.0 / 3.0)) } else { x }
                    };
                    sum.add(Some(read(base)), Some(read(changed)));
                }
                n += 1;
            }
            let now: Vec<Mean> = pairs.iter().map(|p| rules.change(p)).collect();
            let shown: Vec<Mean> =
                found.iter().zip(&now).map(|(f, now)| f.map_or(*now, |(f, _)| f)).collect();
            for (k, is_done) in rules.are_done(&shown).into_iter().enumerate() {
                if found[k].is_none() && (is_done || Some(&look) == rules.looks.last()) {
                    found[k] = Some((now[k], look));
                }
            }
        }
        found.into_iter().flatten().collect()
    }

    const RACES: u64 = 600;

    /// The share of races in which the interval of any lever misses its true change.
    fn misses(rules: &Rules, kind: ColumnKind, truths: &[f64]) -> f64 {
        let missed = |race: u64| {
            let found = simulate(race, rules, kind);
            found.iter().zip(truths).any(|((change, _), truth)| {
                let (low, high) = ends(change).expect("an interval");
                !(low..=high).contains(truth)
            })
        };
        (0..RACES).filter(|race| missed(*race)).count() as f64 / RACES as f64
    }

    /// In at most 5 % of races any interval misses, although each lever stops when it looks decided; 4 standard errors of the
    /// share of 600 races are .036, so a false alarm comes in one of 30,000. Plain 95 % intervals, looked at as often, miss in
    /// one race of seven: the test can tell.
    #[test]
    fn intervals_hold_together_whenever_a_lever_stops() {
        let truths = LEVERS.map(|(_, truth)| truth);
        let rules = Rules::race(LEVERS.len(), 512, 0.01);
        let slack = 4.0 * libm::sqrt(0.05 * 0.95 / RACES as f64);
        let share = misses(&rules, ColumnKind::Number, &truths);
        assert!(share <= 0.05 + slack, "{share}");
        let naive = Rules { alpha: ALPHA, ..rules.clone() };
        let naive = misses(&naive, ColumnKind::Number, &truths);
        assert!(naive > 0.05 + slack, "{naive}");
        // The true changes of the rate by 200,000 pairs: an error of .001 is far below the widths here.
        let mut exact = [Paired::new(ColumnKind::Number); LEVERS.len()];
        let mut urn = Urn::new(99, "truth");
        for _ in 0..200_000 {
            let [u, v] = [0, 1].map(|_| urn.draw(1 << 30) as f64 / f64::from(1 << 30));
            for (sum, (lever, _)) in exact.iter_mut().zip(LEVERS) {
                let is_above = |x: f64| Some(f64::from(u8::from(x > 1.0 / 3.0)));
                let base = 0.2 + 0.3 * u;
                sum.add(is_above(base), is_above(base + lever(u, v)));
            }
        }
        let truths = exact.map(|sum| sum.difference().mean.expect("many"));
        let rules = Rules::race(LEVERS.len(), 512, 0.05);
        let share = misses(&rules, ColumnKind::Boolean, &truths);
        assert!(share <= 0.05 + slack, "rates: {share}");
    }

    /// Few replicates for what is clear, more for what is not.
    #[test]
    fn what_is_clear_takes_few() {
        let found = simulate(1, &Rules::race(LEVERS.len(), 512, 0.01), ColumnKind::Number);
        assert!(found[7].1 <= 128 && found[0].1 <= 128, "{found:?}");
        assert!(found.iter().map(|(_, n)| n).sum::<u64>() < 8 * 512 * 2 / 3, "{found:?}");
    }

    /// Where nothing differs so far the interval is still not nothing, unless nothing varies at all.
    #[test]
    fn nothing_seen_is_not_nothing() {
        let interval = |vary: f64| {
            let mut pairs = Paired::new(ColumnKind::Number);
            (0..32).for_each(|k| {
                let x = 0.3 + vary * f64::from(k % 2);
                pairs.add(Some(x), Some(x));
            });
            ends(&pairs.cautious_difference(0.05)).expect("an interval")
        };
        // Variance of the base 32/31 · .05²; √(2 · that/31/32) · t(31), 2.0395.
        let (low, high) = interval(0.1);
        let expected = 2.039_513_4 * (2.0 * 32.0 / 31.0 * 0.0025_f64 / 31.0 / 32.0).sqrt();
        assert!((high - expected).abs() < 1e-8 && (low + high).abs() < 1e-15, "{high} {expected}");
        assert_eq!(interval(0.0), (0.0, 0.0));
    }
}
