//! A figure that a statement rests on: its value, how sure that is, and of what.

use crate::study::{
    Summary,
    choices::Range,
    statistics::{Mean, Rate},
};

/// How far the runs behind a statement can be trusted to speak for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// Nothing is drawn: one run says all.
    Exact,
    /// One run of many that could have been drawn: it says nothing of the others.
    OneRun,
    /// So many runs.
    Runs(u64),
}

impl Sample {
    /// The runs of a summary.
    pub fn of(s: &Summary) -> Self {
        match s.replicates {
            _ if s.adopted.is_exact() => Self::Exact,
            1 => Self::OneRun,
            n => Self::Runs(n),
        }
    }

    /// Whether there is only one run to speak of: nothing is "on average", and nothing lies between two ends.
    pub fn is_one_run(self) -> bool {
        !matches!(self, Self::Runs(_))
    }
}

/// A value with what is known of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The share or mean, over `of` runs.
    pub value: f64,
    /// Its interval at 95 % over other draws; none where nothing is drawn, or too little to tell.
    pub interval: Option<[f64; 2]>,
    /// Over how many runs; those in which it is defined.
    pub of: u64,
    /// Whether nothing is drawn, so that the value is the truth of the model.
    pub is_exact: bool,
    /// The least and the greatest under the declared choices of modelling; none where they were not tried.
    pub choices: Option<Range>,
}

/// On which side of a line a figure lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Surely above.
    Above,
    /// Surely below.
    Below,
    /// Cannot be told, or on it.
    CannotTell,
}

impl Figure {
    /// Of a rate; none of nothing.
    pub fn share(rate: &Rate) -> Option<Self> {
        let is_exact = rate.is_exact();
        let interval = (!is_exact).then_some([rate.low, rate.high]);
        Some(Self { value: rate.rate?, interval, of: rate.of, is_exact, choices: None })
    }

    /// Of a mean over such a sample; none of nothing.
    pub fn mean(mean: &Mean, sample: Sample) -> Option<Self> {
        let is_exact = sample == Sample::Exact;
        let interval = mean.low.zip(mean.high).filter(|_| !is_exact).map(|(low, high)| [low, high]);
        Some(Self { value: mean.mean?, interval, of: mean.n, is_exact, choices: None })
    }

    /// With what the choices of modelling make of it.
    #[must_use]
    pub fn under(self, choices: Option<Range>) -> Self {
        Self { choices, ..self }
    }

    /// Its ends: of the interval, or the value itself where nothing is drawn; none where it cannot be told.
    pub fn ends(&self) -> Option<[f64; 2]> {
        if self.is_exact { Some([self.value; 2]) } else { self.interval }
    }

    /// On which side of a line it lies, by its interval.
    pub fn side_of(&self, line: f64) -> Side {
        match self.ends() {
            Some([low, _]) if low > line => Side::Above,
            Some([_, high]) if high < line => Side::Below,
            _ => Side::CannotTell,
        }
    }

    /// Whether it is surely greater than another. Both must have intervals that hold together.
    pub fn exceeds(&self, other: &Self) -> bool {
        matches!((self.ends(), other.ends()), (Some([low, _]), Some([_, high])) if low > high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_told_by_the_interval() {
        let mean = |low: f64, high: f64| Mean {
            n: 9,
            mean: Some(f64::midpoint(low, high)),
            low: Some(low),
            high: Some(high),
        };
        let of = |low, high| Figure::mean(&mean(low, high), Sample::Runs(9)).expect("nine values");
        assert_eq!(of(0.1, 0.2).side_of(0.0), Side::Above);
        assert_eq!(of(-0.2, -0.1).side_of(0.0), Side::Below);
        assert_eq!(of(-0.1, 0.2).side_of(0.0), Side::CannotTell);
        assert!(of(0.3, 0.4).exceeds(&of(0.1, 0.2)) && !of(0.15, 0.4).exceeds(&of(0.1, 0.2)));
        let once = Mean { n: 1, mean: Some(0.3), low: None, high: None };
        let one_run = Figure::mean(&once, Sample::OneRun).expect("a value");
        assert_eq!((one_run.side_of(0.0), one_run.ends()), (Side::CannotTell, None));
        let exact = Figure::mean(&once, Sample::Exact).expect("a value");
        assert_eq!((exact.side_of(0.0), exact.side_of(0.3)), (Side::Above, Side::CannotTell));
        assert_eq!(Figure::share(&Rate::new(0, 0)), None);
        assert_eq!(Figure::share(&Rate::new(1, 1).exact()).expect("one").interval, None);
    }
}
