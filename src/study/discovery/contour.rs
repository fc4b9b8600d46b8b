//! The line along which P = ½, over a grid of two factors: marching squares on the rates of the points, by the crate
//! `contour`. Values between two grid lines are interpolated linearly.

use contour::ContourBuilder;

/// A line: the values of both factors along it.
pub type ContourLine = Vec<[f64; 2]>;

/// The lines along which a rate crosses `level`. `rates[j][i]` belongs to the i-th value of the first factor and the
/// j-th of the second, both rising. None where the grid is too small.
pub fn lines(x: &[f64], y: &[f64], rates: &[Vec<f64>], level: f64) -> Vec<ContourLine> {
    let (columns, rows) = (x.len(), y.len());
    if columns < 2 || rows < 2 || rates.len() != rows || rates.iter().any(|row| row.len() != columns) {
        return Vec::new();
    }
    let values: Vec<f64> = rates.concat();
    let Ok(found) = ContourBuilder::new(columns, rows, true).lines(&values, &[level]) else {
        return Vec::new();
    };
    let lines = found.into_iter().flat_map(|line| line.into_inner().0.0);
    // The first factor's values lie at the middle of the crate's cells.
    let pieces = lines.flat_map(|line| {
        let inside: Vec<Option<[f64; 2]>> =
            line.coords().map(|at| Some([between(x, at.x - 0.5)?, between(y, at.y - 0.5)?])).collect();
        inside
            .split(Option::is_none)
            .map(|piece| piece.iter().flatten().copied().collect())
            .collect::<Vec<ContourLine>>()
    });
    pieces.filter(|line| line.len() > 1).collect()
}

/// The value at a place between grid lines; none outside the grid, where a contour only closes itself.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // places on a grid
fn between(values: &[f64], place: f64) -> Option<f64> {
    let last = values.len() - 1;
    if !(-1e-9..=last as f64 + 1e-9).contains(&place) {
        return None;
    }
    let below = (place.max(0.0).floor() as usize).min(last.saturating_sub(1));
    Some(values[below] + (place - below as f64) * (values[below + 1] - values[below]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A plane has straight contours: p = x/2 + y/4 is ½ along y = 2 − 2x.
    #[test]
    fn a_plane_has_a_straight_contour() {
        let x: Vec<f64> = (0..11).map(|n| f64::from(n) / 10.0).collect();
        let y: Vec<f64> = (0..21).map(|n| f64::from(n) / 10.0).collect();
        let rates: Vec<Vec<f64>> = y.iter().map(|y| x.iter().map(|x| x / 2.0 + y / 4.0).collect()).collect();
        let found = lines(&x, &y, &rates, 0.5);
        assert_eq!(found.len(), 1, "{found:?}");
        for [x, y] in &found[0] {
            assert!((y - (2.0 - 2.0 * x)).abs() < 1e-9, "({x}, {y})");
        }
        let ends = |pick: fn(f64, f64) -> f64| found[0].iter().map(|at| at[0]).reduce(pick).unwrap();
        assert!(ends(f64::min) < 1e-9 && ends(f64::max) > 1.0 - 1e-9, "from one edge to the other");
        assert!(lines(&x, &y, &rates, 2.0).is_empty());
    }

    /// Uneven values are where they are.
    #[test]
    fn uneven_grids() {
        let (x, y) = ([0.0, 1.0, 10.0], [0.0, 1.0]);
        let rates = vec![vec![0.0, 0.0, 1.0], vec![0.0, 0.0, 1.0]];
        let found = lines(&x, &y, &rates, 0.5);
        assert!(found.iter().flatten().all(|[x, _]| (*x - 5.5).abs() < 1e-9), "{found:?}");
        assert!(!found.is_empty());
    }
}
