//! Quantiles in bounded memory: counts on a fixed grid.

/// Cells of .0001 on [0, 1].
const CELLS: usize = 10_000;

/// How often each value of [0, 1] came up, to four decimals unless said otherwise.
#[derive(Clone, Debug)]
pub struct Histogram {
    counts: Vec<u64>,
    total: u64,
}

impl Default for Histogram {
    fn default() -> Self {
        Self::of_cells(CELLS)
    }
}

impl Histogram {
    /// Nothing yet, on this many cells.
    pub fn of_cells(cells: usize) -> Self {
        Self { counts: vec![0; cells + 1], total: 0 }
    }

    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 cells
    fn cells(&self) -> f64 {
        (self.counts.len() - 1) as f64
    }

    /// Takes in one value.
    pub fn add(&mut self, x: f64) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let cell = (x.clamp(0.0, 1.0) * self.cells()).round() as usize;
        self.counts[cell] += 1;
        self.total += 1;
    }

    /// How many values were taken in.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// The value of this rank in order, from 1; none of fewer.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 values
    pub fn ranked(&self, rank: u64) -> Option<f64> {
        let mut below = 0;
        let cell = self.counts.iter().position(|count| {
            below += count;
            below >= rank.max(1)
        })?;
        Some(cell as f64 / self.cells())
    }

    /// The smallest value that at least a share `p` of all values do not exceed; none of nothing.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 values
    pub fn quantile(&self, p: f64) -> Option<f64> {
        let mut below = 0;
        let wanted = p * self.total as f64;
        let cell = self.counts.iter().position(|count| {
            below += count;
            below > 0 && below as f64 >= wanted
        })?;
        Some(cell as f64 / self.cells())
    }
}
