//! Where the values of a measure lie between the ends of the colours.

/// The values from one end of the colours to the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// That of rates and depths.
    pub const SHARE: Self = Self { low: 0.0, high: 1.0 };

    /// From 0 to 1 where all values lie between; else from the least to the greatest.
    pub fn of(values: impl Iterator<Item = f64> + Clone) -> Self {
        let values = || values.clone();
        if values().all(|x| (0.0..=1.0).contains(&x)) {
            return Self::SHARE;
        }
        let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
        Self { low, high: if high > low { high } else { low + 1.0 } }
    }

    /// How far up the scale a value lies, from 0 to 1.
    pub fn share(self, x: f64) -> f64 {
        (x - self.low) / (self.high - self.low)
    }

    /// The value so far up the scale.
    pub fn at(self, share: f64) -> f64 {
        self.low + share * (self.high - self.low)
    }
}
