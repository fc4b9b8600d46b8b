//! The line where a value crosses ½.

use super::{Cell, Grid};

/// Where the value crosses ½, in places of cells: the segments of marching squares between four neighbours. A square
/// whose diagonals disagree is cut so that the middles join where their mean is at least ½.
#[allow(clippy::cast_precision_loss)] // cells are few
pub fn half(grid: &Grid, of: impl Fn(&Cell) -> f64) -> Vec<[(f64, f64); 2]> {
    let across = grid.across.len();
    let at = |x: usize, y: usize| grid.cells[y * across + x].as_ref().map(|c| grid.scale.share(of(c)) - 0.5);
    let mut segments = Vec::new();
    for y in 1..grid.up.len() {
        for x in 1..across {
            let corners = [(x - 1, y - 1), (x, y - 1), (x, y), (x - 1, y)];
            let values: Vec<f64> = corners.iter().filter_map(|&(x, y)| at(x, y)).collect();
            if values.len() < 4 {
                continue;
            }
            let crossings: Vec<(f64, f64)> = (0..4)
                .filter_map(|k| {
                    let (a, b) = (values[k], values[(k + 1) % 4]);
                    let ((ax, ay), (bx, by)) = (corners[k], corners[(k + 1) % 4]);
                    let t = a / (a - b);
                    let along = |from: usize, to: usize| from as f64 + t * (to as f64 - from as f64);
                    ((a < 0.0) != (b < 0.0)).then(|| (along(ax, bx), along(ay, by)))
                })
                .collect();
            match crossings.as_slice() {
                [a, b] => segments.push([*a, *b]),
                [a, b, c, d] => {
                    let joined = values.iter().sum::<f64>() >= 0.0;
                    // Crossings run around the square from the side below; the first corner's sign says which pair off.
                    let pairs =
                        if joined == (values[0] < 0.0) { [[*a, *d], [*b, *c]] } else { [[*a, *b], [*c, *d]] };
                    segments.extend(pairs);
                }
                _ => {}
            }
        }
    }
    segments
}

/// The edges between cells on different sides of ½, in places of cells.
#[allow(clippy::cast_precision_loss)] // cells are few
pub fn steps(grid: &Grid) -> Vec<[(f64, f64); 2]> {
    let across = grid.across.len();
    let is_above =
        |x: usize, y: usize| grid.cells[y * across + x].as_ref().map(|c| grid.scale.share(c.value) >= 0.5);
    let differ = |a: Option<bool>, b: Option<bool>| a.zip(b).is_some_and(|(a, b)| a != b);
    let mut edges = Vec::new();
    for (x, y) in (0..grid.up.len()).flat_map(|y| (0..across).map(move |x| (x, y))) {
        let (right, top) = (x as f64 + 0.5, y as f64 + 0.5);
        if x + 1 < across && differ(is_above(x, y), is_above(x + 1, y)) {
            edges.push([(right, top - 1.0), (right, top)]);
        }
        if y + 1 < grid.up.len() && differ(is_above(x, y), is_above(x, y + 1)) {
            edges.push([(right - 1.0, top), (right, top)]);
        }
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Cell, scale::Scale},
        *,
    };

    fn grid(rows: &[&[f64]]) -> Grid {
        let cell = |value: f64| Some(Cell { n: 1.0, value, low: 0.0, high: 1.0 });
        Grid {
            across: (0..rows[0].len()).map(|k| k.to_string()).collect(),
            up: (0..rows.len()).map(|k| k.to_string()).collect(),
            cells: rows.iter().flat_map(|row| row.iter().map(|v| cell(*v))).collect(),
            scale: Scale::SHARE,
        }
    }

    #[test]
    fn the_line_stands_where_a_slope_crosses_one_half() {
        // Rising from 0 to 1 across two steps: ½ in the middle, at every height.
        let segments = half(&grid(&[&[0.0, 0.4, 1.0], &[0.0, 0.4, 1.0]]), |c| c.value);
        assert_eq!(segments.len(), 1);
        for (x, _) in segments[0] {
            assert!((x - (1.0 + 1.0 / 6.0)).abs() < 1e-12, "{segments:?}");
        }
        assert!(half(&grid(&[&[0.6, 0.9], &[0.7, 0.8]]), |c| c.value).is_empty());
    }

    #[test]
    fn steps_follow_the_edges_of_cells() {
        // Below ½ on the left, above on the right of the first row; all below in the second.
        let edges = steps(&grid(&[&[0.1, 0.9], &[0.2, 0.3]]));
        assert_eq!(edges, [[(0.5, -0.5), (0.5, 0.5)], [(0.5, 0.5), (1.5, 0.5)]]);
    }

    #[test]
    fn a_saddle_joins_what_its_mean_says() {
        // High at two opposite corners, the mean above ½: the low corners are cut off, each by its own segment.
        let segments = half(&grid(&[&[1.0, 0.2], &[0.2, 1.0]]), |c| c.value);
        let cuts = |corner: (f64, f64)| {
            segments.iter().any(|s| s.iter().all(|p| (p.0 - corner.0).abs() + (p.1 - corner.1).abs() < 1.0))
        };
        assert_eq!(segments.len(), 2);
        assert!(cuts((1.0, 0.0)) && cuts((0.0, 1.0)), "{segments:?}");
    }
}
