//! S: what is explained by the classes of each factor.

use super::{classes::Classes, sample::Sample};

/// Sums of squares of a sample in which each point counts so often.
struct Squares {
    /// N
    n: f64,
    mean: f64,
    /// SST
    total: f64,
}

impl Squares {
    fn of(y: &[f64], times: &[u32]) -> Self {
        let weighted = || y.iter().zip(times.iter().map(|t| f64::from(*t)));
        let n: f64 = times.iter().map(|t| f64::from(*t)).sum();
        let mean = weighted().map(|(y, t)| t * y).sum::<f64>() / n;
        let total = weighted().map(|(y, t)| t * (y - mean) * (y - mean)).sum();
        Self { n, mean, total }
    }

    /// Whether y is the same everywhere but for rounding.
    fn is_constant(&self) -> bool {
        self.total <= 1e-20 * self.n * (1.0 + self.mean * self.mean)
    }

    /// SSB − (M − 1) SSW/(N − M): what classes explain, less what chance would; none where they are as many as points.
    #[allow(clippy::cast_precision_loss)] // counts of points
    fn explained(&self, y: &[f64], times: &[u32], classes: &Classes) -> Option<f64> {
        let mut sums = vec![(0.0, 0.0); classes.count];
        for ((y, t), class) in y.iter().zip(times).zip(&classes.of) {
            sums[*class].0 += f64::from(*t);
            sums[*class].1 += f64::from(*t) * (y - self.mean);
        }
        let filled = || sums.iter().filter(|(n, _)| *n > 0.0);
        let between: f64 = filled().map(|(n, sum)| sum * sum / n).sum();
        let m = filled().count() as f64;
        (self.n > m && m > 1.0).then(|| between - (m - 1.0) * (self.total - between).max(0.0) / (self.n - m))
    }
}

/// Kelley's ε² of values in classes; none where nothing varies.
pub fn ratio(y: &[f64], classes: &Classes) -> Option<f64> {
    let times = vec![1; y.len()];
    let squares = Squares::of(y, &times);
    if squares.is_constant() {
        return None;
    }
    Some(squares.explained(y, &times, classes)? / squares.total)
}

/// S of each factor, in a sample in which each point counts so often; none where nothing varies beyond noise.
pub fn all(sample: &Sample, classes: &[Option<Classes>], times: &[u32]) -> Vec<Option<f64>> {
    let squares = Squares::of(&sample.results, times);
    let signal = squares.total - noise_squares(sample, times, squares.n);
    if squares.is_constant() || signal <= 0.0 {
        return vec![None; classes.len()];
    }
    let share = |classes: &Option<Classes>| match classes {
        // A factor that never varies explains nothing that can be asked for.
        None => None,
        Some(classes) => Some(squares.explained(&sample.results, times, classes)? / signal),
    };
    classes.iter().map(share).collect()
}

/// (N − 1) v: what the draws of replicates add to SST.
fn noise_squares(sample: &Sample, times: &[u32], n: f64) -> f64 {
    let sum: f64 = sample.noise.iter().zip(times).map(|(v, t)| v * f64::from(*t)).sum();
    sum / n * (n - 1.0)
}

/// The share of the variance between points that comes from the draws of their replicates.
pub fn noise(sample: &Sample) -> Option<f64> {
    let times = vec![1; sample.results.len()];
    let squares = Squares::of(&sample.results, &times);
    let known = !sample.noise.is_empty() && !squares.is_constant();
    known.then(|| noise_squares(sample, &times, squares.n) / squares.total)
}
