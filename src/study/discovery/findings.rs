//! Reading a sweep for discovery: the points as cases, the factors as numbers.

use std::collections::BTreeMap;

use super::{
    DiscoveryCase,
    contour::{ContourLine, lines},
    crossing::{Crossing, CrossingPoint, crossing},
    prim::{Region, boxes},
};
use crate::study::table::{Cell, Column, ColumnKind, Row};

/// Points beyond this many are thinned out before boxes are sought: peeling looks at all of them again and again.
const MOST_CASES: usize = 50_000;

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
    /// Boxes in which it happens often.
    pub boxes: Vec<Region>,
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

    /// What it shows.
    pub fn findings(self) -> DiscoveryFindings {
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
        let crossings = (0..self.factors.len())
            .map(|k| if words[k] { None } else { crossing(self.points.values(), k, &words) });
        DiscoveryFindings {
            count,
            of,
            crossings: crossings.collect(),
            contour: self.contour(&words),
            boxes: boxes(&cases, &words),
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
