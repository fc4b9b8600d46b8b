//! Whether a point lies in the convex hull of others: no plane separates it from them.

use super::{
    Unsolved,
    simplex::{Cut, dot, maximise},
};

/// A point nearer to the hull than this lies in it.
const NEAR: f64 = 1e-7;
/// What inequalities may be violated by.
const VIOLATION: f64 = 1e-12;

/// Whether a point lies in the convex hull of others, up to 1e−7 in each coordinate. Its distance, by the largest difference of a
/// coordinate, is max { h · point − max_k h · other_k : Σ |h_d| ≤ 1 }.
///
/// # Errors
/// If the solver fails.
pub fn lies_among(point: &[f64], others: &[Vec<f64>]) -> Result<bool, Unsolved> {
    let size = point.len();
    if others.is_empty() {
        return Ok(false);
    }
    // The variables are h and the distance.
    let mut objective = vec![0.0; size + 1];
    objective[size] = 1.0;
    let bounds: Vec<(f64, f64)> = vec![(-1.0, 1.0); size + 1];
    let violated = |y: &[f64]| {
        let (h, distance) = (&y[..size], y[size]);
        let along = dot(h, point);
        let excess = |other: &Vec<f64>| distance - along + dot(h, other);
        let nearest = others.iter().max_by(|a, b| excess(a).total_cmp(&excess(b)))?;
        let length = h.iter().map(|h| h.abs()).sum::<f64>() - 1.0;
        if length.max(excess(nearest)) <= VIOLATION {
            return None;
        }
        Some(if length > excess(nearest) {
            let mut slope: Vec<f64> = h.iter().map(|h| 1.0_f64.copysign(*h)).collect();
            slope.push(0.0);
            Cut { slope, bound: 1.0, of: None }
        } else {
            let mut slope: Vec<f64> = nearest.iter().zip(point).map(|(o, p)| o - p).collect();
            slope.push(1.0);
            Cut { slope, bound: 0.0, of: None }
        })
    };
    Ok(maximise(&objective, &bounds, 1e-12, violated)?.bound < NEAR)
}
