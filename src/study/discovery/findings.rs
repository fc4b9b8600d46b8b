//! Reading a sweep for discovery: the points as cases, the factors as numbers.

use std::collections::BTreeMap;

use super::{
    DiscoveryCase,
    contour::{ContourLine, lines},
    crossing::{Crossing, CrossingPoint, crossing},
    peeling::{Peeling, peeling},
    prim::{Region, boxes},
};
use crate::random::Seed;
use crate::study::table::{Cell, Column, ColumnKind, Row};

/// Points beyond this many are thinned out before boxes are sought: peeling looks at all of them again and again.
const MOST_CASES: usize = 50_000;

/// With fewer occurrences than this, or fewer negotiations without one, there are no boxes: any would rest on chance.
pub const LEAST_EVENTS: u64 = 10;

/// What happened at each point of a sweep, in bounded memory: a bit for each replicate.
#[derive(Clone, Debug)]
pub struct Sightings {
    factors: Vec<Column>,
    /// The words of each factor that has words, in the order met.
    words: Vec<Vec<String>>,
    points: BTreeMap<u64, CrossingPoint>,
}

/// What a sweep shows of where something happens.
#[derive(Clone, Debug)]
pub struct DiscoveryFindings {
    /// The factors.
    pub factors: Vec<Column>,
    /// The words of each factor that has words.
    pub words: Vec<Vec<String>>,
    /// How often it happened, of how many replicates.
    pub count: u64,
    /// Of how many.
    pub of: u64,
    /// How many points there are, and at how many it happens.
    pub points: u64,
    /// At how many of them it happens.
    pub points_with: u64,
    /// Boxes in which it happens often; the step of peeling alone that was asked for.
    pub boxes: Vec<Region>,
    /// How the first box was peeled; none where it happens, or fails to happen, too rarely for boxes.
    pub peeling: Option<Peeling>,
    /// Where each factor of numbers turns the odds; none where it does not vary.
    pub crossings: Vec<Option<Crossing>>,
    /// The ½ line over a grid of two factors; none for other designs.
    pub contour: Option<Contour>,
}

/// The ½ line over two factors, and the crossing along the first at each value of the second.
#[derive(Clone, Debug)]
pub struct Contour {
    /// Which factor runs along, which across.
    pub axes: [usize; 2],
    /// The lines.
    pub lines: Vec<ContourLine>,
    /// The value of the second factor, and where the first crosses ½ there.
    pub across: Vec<(f64, Option<Crossing>)>,
}

impl Sightings {
    /// Nothing yet; `factors` are the columns after the point's number.
    pub fn new(factors: &[Column]) -> Self {
        Self { factors: factors.to_vec(), words: vec![Vec::new(); factors.len()], points: BTreeMap::new() }
    }

    /// Takes in a row of replicates; `happened` is what is asked for.
    #[allow(clippy::cast_precision_loss)] // numbers of words
    pub fn add(&mut self, row: &Row, happened: bool) {
        let Some(Cell::Integer(point)) = row.first() else { return };
        let (factors, words) = (&self.factors, &mut self.words);
        let entry = self.points.entry(*point).or_insert_with(|| {
            let number = |k: usize| match row.get(k + 1) {
                Some(Cell::String(word)) => number_of(&mut words[k], word) as f64,
                Some(Cell::Empty) | None if factors[k].kind == ColumnKind::String => {
                    number_of(&mut words[k], "as it is") as f64
                }
                cell => cell.and_then(Cell::number).unwrap_or(f64::NAN),
            };
            CrossingPoint { at: (0..factors.len()).map(number).collect(), happened: Vec::new() }
        });
        entry.happened.push(happened);
    }

    /// What it shows; `step`: the step of peeling that is asked for in place of the boxes found.
    pub fn findings(self, seed: Seed, step: Option<usize>) -> DiscoveryFindings {
        let words: Vec<bool> = self.factors.iter().map(|f| f.kind == ColumnKind::String).collect();
        let all: Vec<DiscoveryCase> = self.points.values().map(case).collect();
        let (count, of) = all.iter().fold((0, 0), |(k, n), c| (k + c.count, n + c.of));
        // A point at which a factor was left as it is has no number there.
        let whole = all.into_iter().filter(|c| c.at.iter().all(|x| !x.is_nan()));
        let mut cases: Vec<DiscoveryCase> = whole.collect();
        let every = cases.len().div_ceil(MOST_CASES).max(1);
        if every > 1 {
            cases = cases.into_iter().step_by(every).collect();
        }
        let (points, points_with) = (cases.len() as u64, cases.iter().filter(|c| c.count > 0).count() as u64);
        let (boxes, peeling) = if count.min(of - count) >= LEAST_EVENTS {
            let found = boxes(&cases, &words);
            let peeling = peeling(&cases, &words, found.first(), step, seed);
            let boxes = step.map_or(found, |_| vec![peeling.steps[peeling.taken].clone()]);
            (boxes, Some(peeling))
        } else {
            (Vec::new(), None)
        };
        let crossings = (0..self.factors.len())
            .map(|k| if words[k] { None } else { crossing(self.points.values(), k, &words) });
        DiscoveryFindings {
            count,
            of,
            crossings: crossings.collect(),
            contour: self.contour(&words),
            points,
            points_with,
            boxes,
            peeling,
            factors: self.factors,
            words: self.words,
        }
    }

    /// The ½ line, where exactly two factors have numbers and all their combinations are there.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
    fn contour(&self, words: &[bool]) -> Option<Contour> {
        let numbers: Vec<usize> = (0..words.len()).filter(|k| !words[*k]).collect();
        let [first, second] = numbers[..] else { return None };
        let (x, y) = (self.values(first)?, self.values(second)?);
        if x.len() < 3 || y.len() < 3 || x.len() * y.len() > 2 * self.points.len() {
            return None;
        }
        let mut cells = vec![vec![(0_u64, 0_u64); x.len()]; y.len()];
        for CrossingPoint { at, happened } in self.points.values() {
            let place = |values: &[f64], x: f64| values.iter().position(|v| *v == x);
            if let (Some(i), Some(j)) = (place(&x, at[first]), place(&y, at[second])) {
                cells[j][i].0 += happened.iter().filter(|h| **h).count() as u64;
                cells[j][i].1 += happened.len() as u64;
            }
        }
        if cells.iter().flatten().any(|(_, of)| *of == 0) {
            return None;
        }
        let rate = |(count, of): &(u64, u64)| *count as f64 / *of as f64;
        let rates: Vec<Vec<f64>> = cells.iter().map(|row| row.iter().map(rate).collect()).collect();
        let across = y.iter().map(|value| {
            let there = self.points.values().filter(|point| point.at[second] == *value);
            (*value, crossing(there, first, words))
        });
        Some(Contour { axes: [first, second], across: across.collect(), lines: lines(&x, &y, &rates, 0.5) })
    }

    /// The values of a factor, rising; none where there are too many for a grid.
    fn values(&self, k: usize) -> Option<Vec<f64>> {
        let mut values: Vec<f64> =
            self.points.values().map(|point| point.at[k]).filter(|x| !x.is_nan()).collect();
        values.sort_unstable_by(f64::total_cmp);
        values.dedup();
        (values.len() <= 1000).then_some(values)
    }
}

fn case(CrossingPoint { at, happened }: &CrossingPoint) -> DiscoveryCase {
    DiscoveryCase {
        at: at.clone(),
        of: happened.len() as u64,
        count: happened.iter().filter(|h| **h).count() as u64,
    }
}

fn number_of(words: &mut Vec<String>, word: &str) -> usize {
    words.iter().position(|w| w == word).unwrap_or_else(|| {
        words.push(word.to_owned());
        words.len() - 1
    })
}
