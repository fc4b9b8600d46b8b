//! Points grouped by the values of a factor.

use super::{ranks::average_ranks, sample::FactorValues};

/// More classes than this are not needed.
const MOST_CLASSES: usize = 48;
/// Points in a class, at least.
const LEAST_IN_CLASS: usize = 4;

/// Which class each point is in.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes {
    /// By point.
    pub of: Vec<usize>,
    /// M: how many there are.
    pub count: usize,
}

impl Classes {
    /// The classes of a factor; none where it does not vary, or has nearly as many values as points and no order.
    pub fn of(values: &FactorValues) -> Option<Self> {
        match values {
            FactorValues::Words(words, count) => {
                (*count > 1 && 2 * count <= words.len()).then(|| Self { of: words.clone(), count: *count })
            }
            FactorValues::Numbers(numbers) => Self::of_numbers(numbers),
        }
    }

    /// One class for each value where there are few; else equal parts, of which none cuts equal values in two.
    fn of_numbers(numbers: &[f64]) -> Option<Self> {
        let n = numbers.len();
        let parts = root(n).min(n / LEAST_IN_CLASS).min(MOST_CLASSES);
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by(|a, b| numbers[*a].total_cmp(&numbers[*b]));
        let distinct = 1 + order.windows(2).filter(|w| numbers[w[0]] != numbers[w[1]]).count();
        let (mut of, mut count) = (vec![0; n], 0);
        let mut begun = None;
        for (k, point) in order.iter().enumerate() {
            let is_new = k > 0 && numbers[order[k - 1]] != numbers[*point];
            let part = if distinct <= parts { count + usize::from(is_new) } else { k * parts / n };
            if is_new && begun != Some(part) {
                count += 1;
                begun = Some(part);
            }
            begun = begun.or(Some(part));
            of[*point] = count;
        }
        (count > 0).then_some(Self { of, count: count + 1 })
    }
}

/// √n, rounded up.
fn root(n: usize) -> usize {
    (1..=n).find(|m| m * m >= n).unwrap_or(n)
}

/// Pairs of factors whose values go together by more than `least`, the closest first.
pub fn together(factors: &[FactorValues], least: f64) -> Vec<(usize, usize, f64)> {
    let mut found: Vec<(usize, usize, f64)> = (0..factors.len())
        .flat_map(|i| (i + 1..factors.len()).map(move |j| (i, j)))
        .map(|(i, j)| (i, j, association(&factors[i], &factors[j])))
        .filter(|(.., r)| *r >= least)
        .collect();
    found.sort_by(|a, b| b.2.total_cmp(&a.2));
    found
}

/// How much two factors go together, in [0, 1]: Spearman's |ρ|; with words the root of Kelley's ε² of the ranks;
/// of words Cramér's V, less what chance makes of it.
fn association(a: &FactorValues, b: &FactorValues) -> f64 {
    match (a, b) {
        (FactorValues::Numbers(a), FactorValues::Numbers(b)) => {
            correlation(&average_ranks(a), &average_ranks(b)).abs()
        }
        (FactorValues::Numbers(x), words @ FactorValues::Words(..))
        | (words @ FactorValues::Words(..), FactorValues::Numbers(x)) => {
            let ratio = Classes::of(words).and_then(|c| super::shares::ratio(&average_ranks(x), &c));
            libm::sqrt(ratio.unwrap_or(0.0).clamp(0.0, 1.0))
        }
        (FactorValues::Words(a, m), FactorValues::Words(b, n)) => cramer((a, *m), (b, *n)),
    }
}

#[allow(clippy::cast_precision_loss)] // counts of points
fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let n = a.len() as f64;
    let (ma, mb) = (a.iter().sum::<f64>() / n, b.iter().sum::<f64>() / n);
    let cross = |x: &[f64], mx: f64, y: &[f64], my: f64| -> f64 {
        x.iter().zip(y).map(|(x, y)| (x - mx) * (y - my)).sum()
    };
    let scale = libm::sqrt(cross(a, ma, a, ma) * cross(b, mb, b, mb));
    if scale > 0.0 { cross(a, ma, b, mb) / scale } else { 0.0 }
}

/// V = √(max(0, φ² − (r−1)(c−1)/(n−1))/(min(r, c) − 1)).
#[allow(clippy::cast_precision_loss)] // counts of points
fn cramer((a, rows): (&[usize], usize), (b, columns): (&[usize], usize)) -> f64 {
    let n = a.len() as f64;
    let least = rows.min(columns);
    if least < 2 || a.len() < 2 {
        return 0.0;
    }
    let count = |of: &[usize], k: usize| of.iter().filter(|x| **x == k).count() as f64;
    let mut phi = 0.0;
    for i in 0..rows {
        for j in 0..columns {
            let expected = count(a, i) * count(b, j) / n;
            let found = a.iter().zip(b).filter(|(x, y)| **x == i && **y == j).count() as f64;
            phi += (found - expected) * (found - expected) / expected / n;
        }
    }
    let by_chance = (rows - 1) as f64 * (columns - 1) as f64 / (n - 1.0);
    libm::sqrt(((phi - by_chance).max(0.0) / (least - 1) as f64).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_never_cut_equal_values_in_two() {
        let numbers: Vec<f64> = (0..100).map(|n| f64::from((n * 37) % 23)).collect();
        let classes = Classes::of(&FactorValues::Numbers(numbers.clone())).expect("classes");
        assert!((8..=10).contains(&classes.count), "{}", classes.count);
        for (a, x) in numbers.iter().enumerate() {
            for (b, y) in numbers.iter().enumerate() {
                assert!(x != y || classes.of[a] == classes.of[b]);
                assert!(x >= y || classes.of[a] <= classes.of[b]);
            }
        }
    }

    #[test]
    fn few_values_are_classes_of_their_own() {
        let numbers: Vec<f64> = (0..40).map(|n| f64::from(n % 3)).collect();
        let classes = Classes::of(&FactorValues::Numbers(numbers)).expect("classes");
        assert_eq!(classes.count, 3);
        assert_eq!(Classes::of(&FactorValues::Numbers(vec![0.5; 40])), None);
    }

    /// 100 different values: ten parts of ten.
    #[test]
    fn many_values_are_equal_parts() {
        let numbers: Vec<f64> = (0..100).map(|n| f64::from((n * 37) % 100)).collect();
        let classes = Classes::of(&FactorValues::Numbers(numbers)).expect("classes");
        assert_eq!(classes.count, 10);
        for k in 0..10 {
            assert_eq!(classes.of.iter().filter(|c| **c == k).count(), 10);
        }
    }

    #[test]
    fn factors_that_go_together_are_named() {
        let x: Vec<f64> = (0..60).map(f64::from).collect();
        let squares = x.iter().map(|x| -x * x).collect();
        let apart = (0..60).map(|n| f64::from((n * 17) % 60)).collect();
        let half = FactorValues::Words((0..60).map(|n| usize::from(n >= 30)).collect(), 2);
        let odd = FactorValues::Words((0..60).map(|n| n % 2).collect(), 2);
        let factors = [
            FactorValues::Numbers(x),
            FactorValues::Numbers(squares),
            FactorValues::Numbers(apart),
            half,
            odd,
        ];
        let found = together(&factors, 0.5);
        let pairs: Vec<(usize, usize)> = found.iter().map(|(i, j, _)| (*i, *j)).collect();
        assert_eq!(pairs, [(0, 1), (0, 3), (1, 3)]);
        assert!((found[0].2 - 1.0).abs() < 1e-12);
    }
}
