//! Medians.

/// The median of sorted numbers: the middle one, or the mean of the middle two.
pub fn median(sorted: &[f64]) -> Option<f64> {
    let n = sorted.len();
    (n > 0).then(|| f64::midpoint(sorted[(n - 1) / 2], sorted[n / 2]))
}

/// The point with half of the weight on either side; midway where two points share that.
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
