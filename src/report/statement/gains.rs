//! Who gains by what holds afterwards, and who loses: by intervals that hold together for all parties.

use super::figure::{Figure, Sample, Side};
use crate::study::Summary;

/// Gains that differ by less are equal.
const EQUAL: f64 = 1e-9;

/// A party's gain over the status quo, in utility by its own wishes, over all runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain<'s> {
    /// Its key.
    pub name: &'s str,
    /// The mean gain; the intervals of all parties hold together.
    pub gain: Figure,
}

/// Who gains, as far as can be told.
#[derive(Clone, Debug, PartialEq)]
pub enum Gains<'s> {
    /// There is nobody.
    Nobody,
    /// Nobody gains or loses anything: no text was adopted, or it changes nothing that anybody minds.
    Nothing,
    /// One party alone.
    Alone(Gain<'s>),
    /// Everybody gains the same.
    Alike(Figure),
    /// Some gain more than others.
    Ranked(Ranking<'s>),
}

/// Who gains most and who loses.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking<'s> {
    /// Whoever gains most and whoever cannot be told apart from it, the greatest first.
    pub most: Vec<Gain<'s>>,
    /// Whoever gains least and whoever cannot be told apart from it, the least first.
    pub least: Vec<Gain<'s>>,
    /// Whoever surely loses, the greatest loss first.
    pub losers: Vec<Gain<'s>>,
    /// How many surely gain.
    pub winners: usize,
    /// How many parties there are.
    pub of: usize,
    /// Whether most and least are told apart; if not, nobody can be named.
    pub is_told: bool,
}

impl<'s> Gains<'s> {
    /// Who gains in the runs of a summary.
    pub fn of(s: &'s Summary) -> Self {
        let (sample, parties) = (Sample::of(s), s.parties.len());
        let gain = |p: &'s crate::study::PartySummary| {
            let gain = Figure::mean(&p.gain.simultaneous(parties), sample)?;
            Some(Gain { name: &p.name, gain })
        };
        let mut ranked: Vec<Gain<'s>> = s.parties.iter().filter_map(gain).collect();
        ranked.sort_by(|a, b| b.gain.value.total_cmp(&a.gain.value));
        let (Some(first), Some(last)) = (ranked.first().copied(), ranked.last().copied()) else {
            return Self::Nobody;
        };
        let same = |a: &Figure, b: &Figure| {
            let ends = a.interval.zip(b.interval);
            (a.value - b.value).abs() < EQUAL
                && ends.is_none_or(|(a, b)| (a[0] - b[0]).abs() < EQUAL && (a[1] - b[1]).abs() < EQUAL)
        };
        let is_nothing = |g: &Gain<'_>| {
            g.gain.value.abs() < EQUAL && g.gain.interval.is_none_or(|[low, high]| high - low < EQUAL)
        };
        match ranked.len() {
            _ if ranked.iter().all(is_nothing) => Self::Nothing,
            1 => Self::Alone(first),
            _ if ranked.iter().all(|g| same(&g.gain, &first.gain)) => Self::Alike(first.gain),
            _ => Self::Ranked(Ranking::of(&ranked, first, last, sample)),
        }
    }
}

impl<'s> Ranking<'s> {
    fn of(ranked: &[Gain<'s>], first: Gain<'s>, last: Gain<'s>, sample: Sample) -> Self {
        // In one run there is no interval: gains are compared as they are, and hold for that run.
        let exceeds = |a: &Figure, b: &Figure| match sample {
            Sample::Runs(_) => a.exceeds(b),
            Sample::Exact | Sample::OneRun => a.value > b.value + EQUAL,
        };
        let side = |g: &&Gain<'s>| match sample {
            Sample::Runs(_) => g.gain.side_of(0.0),
            _ if g.gain.value > EQUAL => Side::Above,
            _ if g.gain.value < -EQUAL => Side::Below,
            _ => Side::CannotTell,
        };
        Self {
            most: ranked.iter().filter(|g| !exceeds(&first.gain, &g.gain)).copied().collect(),
            least: ranked.iter().rev().filter(|g| !exceeds(&g.gain, &last.gain)).copied().collect(),
            losers: ranked.iter().rev().filter(|g| side(g) == Side::Below).copied().collect(),
            winners: ranked.iter().filter(|g| side(g) == Side::Above).count(),
            of: ranked.len(),
            is_told: exceeds(&first.gain, &last.gain),
        }
    }
}
