//! The answer of a run: a case, a seed and what its replicates say, together.

use std::{convert::Infallible, ops::ControlFlow};

use thiserror::Error;

use super::{Accumulator, Ensemble, FailureSummary, MAX_REPLICATES, Summary, responsibility::Responsibility};
use crate::{case::Case, null::Null, random::Seed};

/// Why a run was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RunError {
    /// A number of replicates outside the allowed range.
    #[error("invalid number of replicates: {0} (expected a whole number from 1 to {MAX_REPLICATES})")]
    Replicates(u64),
}

/// What the replicates of a case say. It carries the case and the seed that it was made from.
#[derive(Clone, Debug)]
pub struct Answer<'c> {
    case: &'c Case,
    seed: Seed,
    summary: Summary,
}

impl Answer<'_> {
    /// The case that was run.
    pub fn case(&self) -> &Case {
        self.case
    }

    /// The master seed.
    pub fn seed(&self) -> Seed {
        self.seed
    }

    /// Rates, means and shares with their intervals.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }
}

impl Case {
    /// Negotiates replicates 0 to `replicates` − 1 on the current thread pool, the usual null models beside them, and finds out
    /// who holds the text down, as the command `plenary run` does. The result depends on the case, the seed and the number alone.
    ///
    /// # Errors
    /// If the number of replicates is 0 or above [`MAX_REPLICATES`].
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let case = plenary::Case::load("scenarios/starter.ron")?;
    /// let answer = case.run(200, 1)?;
    /// let lcd = answer.summary().lcd;
    /// assert!(lcd.of == 200 && lcd.low <= lcd.high);
    /// # Ok(())
    /// # }
    /// ```
    pub fn run(&self, replicates: u64, seed: Seed) -> Result<Answer<'_>, RunError> {
        if !(1..=MAX_REPLICATES).contains(&replicates) {
            return Err(RunError::Replicates(replicates));
        }
        let mut accumulator = Accumulator::new(self, seed);
        let ensemble = Ensemble::new(self.model(), seed).with_nulls(&Null::USUAL);
        let ControlFlow::Continue(()) = ensemble.run(0..replicates, |outcome| {
            accumulator.add(&outcome);
            ControlFlow::<Infallible>::Continue(())
        });
        let responsibility = Responsibility::of_run(self, seed, replicates);
        let summary = accumulator.summarise();
        let failures = FailureSummary::of(self, &summary);
        Ok(Answer { case: self, seed, summary: Summary { responsibility, failures, ..summary } })
    }
}
