//! Rates at the values of a factor, each of which was tried with the same values of all others.

use super::{Crossing, CrossingMethod, CrossingPoint, CrossingRange, ranges};
use crate::study::statistics::{Moments, Rate};

/// A value of the factor, and the points that have it.
pub struct Level<'p> {
    pub value: f64,
    pub points: Vec<&'p CrossingPoint>,
}

/// The values of factor `k`, rising.
pub fn of<'p>(points: &[&'p CrossingPoint], k: usize) -> Vec<Level<'p>> {
    let mut sorted = points.to_vec();
    sorted.sort_by(|a, b| a.at[k].total_cmp(&b.at[k]));
    let same = sorted.chunk_by(|a, b| a.at[k] == b.at[k]);
    same.map(|points| Level { value: points[0].at[k], points: points.to_vec() }).collect()
}

/// Whether each value was tried with the same values of all other factors, so that they cannot stand in for it.
pub fn are_balanced(levels: &[Level<'_>], k: usize) -> bool {
    let others = |level: &Level<'_>| -> Vec<Vec<u64>> {
        let without = |p: &&CrossingPoint| {
            let others = p.at.iter().enumerate().filter(|(j, _)| *j != k);
            others.map(|(_, x)| x.to_bits()).collect()
        };
        let mut all: Vec<Vec<u64>> = level.points.iter().map(without).collect();
        all.sort_unstable();
        all
    };
    let first = levels.first().map(others);
    levels.iter().all(|level| Some(others(level)) == first)
}

/// P at a value, and the ends of its 95 % interval.
fn rate(level: &Level<'_>) -> [f64; 3] {
    let happened: u64 = level.points.iter().flat_map(|p| &p.happened).map(|h| u64::from(*h)).sum();
    let all = level.points.iter().map(|p| p.happened.len() as u64).sum();
    let wilson = Rate::new(happened, all);
    let ends = [wilson.rate.unwrap_or(0.0), wilson.low, wilson.high];
    if level.points.len() == 1 {
        return ends;
    }
    // Replicates share their draws at all points: each counts once, with its mean over them.
    let most = level.points.iter().map(|p| p.happened.len()).max().unwrap_or(0);
    let mut means = Moments::default();
    for r in 0..most {
        let (k, n) = level
            .points
            .iter()
            .filter_map(|p| p.happened.get(r))
            .fold((0.0, 0.0), |(k, n), h| (k + f64::from(u8::from(*h)), n + 1.0));
        means.add(k / n);
    }
    let mean = means.mean();
    // At ½ the interval is no narrower than of as many independent trials.
    [
        ends[0],
        mean.low.map_or(ends[1], |low| low.min(ends[1])),
        mean.high.map_or(ends[2], |high| high.max(ends[2])),
    ]
}

/// Where P = ½, between which values.
pub fn crossing(levels: &[Level<'_>]) -> Crossing {
    let rates: Vec<[f64; 3]> = levels.iter().map(rate).collect();
    let values: Vec<f64> = levels.iter().map(|level| level.value).collect();
    Crossing {
        ranges: between(&values, &rates),
        from: rates.first().map_or(0.0, |rate| rate[0]),
        to: rates.last().map_or(0.0, |rate| rate[0]),
        method: CrossingMethod::Levels,
    }
}

/// On which side of ½ a rate lies; on neither where ½ is within its interval.
fn side([_, low, high]: &[f64; 3]) -> i8 {
    i8::from(*low > 0.5) - i8::from(*high < 0.5)
}

/// Ranges of the crossings, from each value's rate and the ends of its interval: between two values on one side of ½ there
/// is none. The crossing itself is where the straight line between two rates has it.
pub fn between(values: &[f64], rates: &[[f64; 3]]) -> Vec<CrossingRange> {
    let mut stretches: Vec<[Option<f64>; 2]> = Vec::new();
    for (x, p) in values.windows(2).zip(rates.windows(2)) {
        let (before, after) = (side(&p[0]), side(&p[1]));
        if before == after && before != 0 {
            continue;
        }
        let low = (before != 0 || x[0] > values[0]).then_some(x[0]);
        let high = (after != 0 || values.last() > Some(&x[1])).then_some(x[1]);
        match stretches.last_mut().filter(|[_, end]| *end == Some(x[0]) && before == 0) {
            Some(stretch) => stretch[1] = high,
            None => stretches.push([low, high]),
        }
    }
    let crosses = |(x, p): (&[f64], &[[f64; 3]])| {
        let (a, b) = (p[0][0] - 0.5, p[1][0] - 0.5);
        ((a < 0.0) != (b < 0.0)).then(|| x[0] + (x[1] - x[0]) * a / (a - b))
    };
    let at: Vec<f64> = values.windows(2).zip(rates.windows(2)).filter_map(crosses).collect();
    ranges(&stretches, &at)
}
