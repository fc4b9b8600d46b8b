//! Medians.

/// The median of sorted numbers: the middle one, or the mean of the middle two; `None` if there are none.
pub fn median(sorted: &[f64]) -> Option<f64> {
    let n = sorted.len();
    (n > 0).then(|| f64::midpoint(sorted[(n - 1) / 2], sorted[n / 2]))
}

/// The median of unsorted numbers, which it reorders.
pub fn median_of(numbers: &mut [f64]) -> Option<f64> {
    if numbers.is_empty() {
        return None;
    }
    let (even, half) = (numbers.len().is_multiple_of(2), numbers.len() / 2);
    let (below, middle, _) = numbers.select_nth_unstable_by(half, f64::total_cmp);
    let before = below.iter().copied().max_by(f64::total_cmp).filter(|_| even);
    Some(f64::midpoint(before.unwrap_or(*middle), *middle))
}

/// The weighted median of (point, weight) pairs, which it sorts; halfway between two points if both qualify.
pub fn weighted_median(points: &mut [(f64, f64)]) -> f64 {
    points.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let half = points.iter().map(|(_, w)| w).sum::<f64>() / 2.0;
    let mut below = 0.0;
    for (k, (point, weight)) in points.iter().enumerate() {
        below += weight;
        if (below - half).abs() <= 1e-12 * half && k + 1 < points.len() {
            return f64::midpoint(*point, points[k + 1].0);
        }
        if below > half {
            return *point;
        }
    }
    points.last().map_or(f64::NAN, |(point, _)| *point)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn median_of_unsorted_equals_median_of_sorted() {
        let mut number = crate::random::endless("median");
        for n in 0..40 {
            let mut numbers: Vec<f64> = (0..n).map(|_| (number() * 9.0).floor() / 9.0).collect();
            let mut sorted = numbers.clone();
            sorted.sort_unstable_by(f64::total_cmp);
            assert_eq!(median_of(&mut numbers), median(&sorted), "{sorted:?}");
        }
    }
}
