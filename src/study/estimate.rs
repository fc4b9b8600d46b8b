//! Estimates of measures: the rate of a boolean, the mean of a number.

use serde::Serialize;

use super::{
    statistics::{Mean, Moments, Rate},
    table::{Cell, ColumnKind},
};

/// What replicates say of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Estimate {
    /// Of a boolean: how often it is true, with Wilson's interval.
    Rate(Rate),
    /// Of a number: its mean, with Student's interval.
    Mean(Mean),
}

impl Estimate {
    /// The rate or mean; none of nothing.
    pub fn value(&self) -> Option<f64> {
        match self {
            Self::Rate(rate) => rate.rate,
            Self::Mean(mean) => mean.mean,
        }
    }

    /// The same without an interval: where nothing was drawn.
    #[must_use]
    pub fn exact(self) -> Self {
        match self {
            Self::Rate(rate) => Self::Rate(rate.exact()),
            Self::Mean(mean) => Self::Mean(mean.exact()),
        }
    }

    /// The estimate and both ends of its 95 % interval, as far as they are known: of nothing there are none.
    pub fn ends(&self) -> [Option<f64>; 3] {
        match self {
            Self::Rate(r) => [r.rate, r.rate.map(|_| r.low), r.rate.map(|_| r.high)],
            Self::Mean(m) => [m.mean, m.low, m.high],
        }
    }

    /// The same as cells.
    pub fn cells(&self) -> [Cell; 3] {
        self.ends().map(Cell::from)
    }
}

/// Adds up a measure over replicates, in order. Where it is undefined, it is left out.
#[derive(Clone, Copy, Debug)]
pub struct EstimateTally {
    is_rate: bool,
    count: u64,
    moments: Moments,
}

impl EstimateTally {
    /// An empty tally of a measure of this kind.
    pub fn new(kind: ColumnKind) -> Self {
        Self { is_rate: kind == ColumnKind::Boolean, count: 0, moments: Moments::default() }
    }

    /// Takes in a value.
    pub fn add(&mut self, cell: &Cell) {
        if let Some(x) = cell.number() {
            self.count += u64::from(cell.is_true());
            self.moments.add(x);
        }
    }

    /// How many values were defined.
    pub fn defined(&self) -> u64 {
        self.moments.count()
    }

    /// How often it was true.
    pub fn rate(&self) -> Rate {
        Rate::new(self.count, self.defined())
    }

    /// The mean of its values.
    pub fn mean(&self) -> Mean {
        self.moments.mean()
    }

    /// The estimate so far.
    pub fn estimate(&self) -> Estimate {
        if self.is_rate { Estimate::Rate(self.rate()) } else { Estimate::Mean(self.mean()) }
    }
}
