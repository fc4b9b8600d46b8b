//! What the declared choices make of the figures of a run: the least and the greatest of each.

use std::{convert::Infallible, ops::ControlFlow};

use serde::{Serialize, Serializer};

use super::{LeftOut, Variants, Which};
use crate::{
    case::Case,
    model::ModelError,
    random::Seed,
    scenario::Scenario,
    study::{Accumulator, Ensemble, Summary},
};

/// Negotiations of each variant where all of them are run.
const THOROUGH: u64 = 300;
/// Where values are run alone, all of them together take one in so many negotiations of the run.
const SHARED: u64 = 3;

/// From the least to the greatest of a list; no interval, for it has no level.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Range {
    /// The least.
    pub low: f64,
    /// The greatest.
    pub high: f64,
}

impl Range {
    /// Of one value.
    pub fn at(x: f64) -> Self {
        Self { low: x, high: x }
    }

    /// With another.
    #[must_use]
    pub fn with(self, x: f64) -> Self {
        Self { low: self.low.min(x), high: self.high.max(x) }
    }
}

/// A figure of a run that is held against the choices. All lie in [0, 1].
#[derive(Debug)]
pub struct Surveyed {
    /// Its name.
    pub name: &'static str,
    /// How it is read; none where it is undefined.
    read: fn(&Summary) -> Option<f64>,
}

/// The figures of the headline, by the names that they have in JSON.
pub static SURVEYED: [Surveyed; 8] = [
    Surveyed { name: "adopted", read: |s| s.adopted.rate },
    Surveyed { name: "lcd", read: |s| s.lcd.rate },
    Surveyed { name: "lcd_given_adopted", read: |s| s.lcd_given_adopted.rate },
    Surveyed { name: "lcd_in_substance", read: |s| s.lcd_in_substance.rate },
    Surveyed { name: "lcd_in_substance_given_adopted", read: |s| s.lcd_in_substance_given_adopted.rate },
    Surveyed { name: "lcd_index", read: |s| s.lcd_index.mean },
    Surveyed { name: "depth", read: |s| s.depth.adopted.mean },
    Surveyed { name: "guaranteed", read: |s| s.depth.guaranteed.mean },
];

/// The figures of a variant, in the order of [`SURVEYED`].
pub type Figures = [Option<f64>; SURVEYED.len()];

fn figures(summary: &Summary) -> Figures {
    std::array::from_fn(|k| (SURVEYED[k].read)(summary))
}

/// What the declared choices make of a run.
#[derive(Clone, Debug, Serialize)]
pub struct ChoiceSummary {
    /// Which were run.
    pub set: Which,
    /// How many variants, the case as it is among them.
    pub variants: u64,
    /// How many negotiations of each variant, on the same draws.
    pub replicates: u64,
    /// The least and the greatest of each figure; none where it is defined in no variant.
    #[serde(serialize_with = "by_name")]
    ranges: [Option<Range>; SURVEYED.len()],
    /// The figures of each variant, the case as it is first.
    each: Vec<VariantFigures>,
    /// What the case does not have.
    pub left_out: Vec<LeftOut>,
}

/// What a variant makes of the figures.
#[derive(Clone, Debug, Serialize)]
struct VariantFigures {
    name: String,
    #[serde(serialize_with = "by_name")]
    figures: Figures,
}

fn by_name<S: Serializer, T: Serialize>(
    values: &[T; SURVEYED.len()],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(SURVEYED.iter().zip(values).map(|(figure, value)| (figure.name, value)))
}

impl ChoiceSummary {
    /// Of these variants, the case as it is first: name and figures, in the order of [`SURVEYED`].
    pub fn new(set: Which, replicates: u64, each: Vec<(String, Figures)>, left_out: Vec<LeftOut>) -> Self {
        let range = |k: usize| {
            let mut defined = each.iter().filter_map(|(_, figures)| figures[k]);
            let first = Range::at(defined.next()?);
            Some(defined.fold(first, Range::with))
        };
        let (ranges, variants) = (std::array::from_fn(range), each.len() as u64);
        let each = each.into_iter().map(|(name, figures)| VariantFigures { name, figures }).collect();
        Self { set, variants, replicates, ranges, each, left_out }
    }

    /// The range of a figure; none where there is no such figure, or where it is undefined in every variant.
    pub fn range(&self, name: &str) -> Option<Range> {
        self.ranges[SURVEYED.iter().position(|figure| figure.name == name)?]
    }

    /// Each variant by name with a figure, the case as it is first.
    pub fn of<'s>(&'s self, name: &str) -> impl Iterator<Item = (&'s str, Option<f64>)> + use<'s> {
        let place = SURVEYED.iter().position(|figure| figure.name == name);
        self.each.iter().map(move |v| (v.name.as_str(), place.and_then(|k| v.figures[k])))
    }
}

/// Runs the declared choices beside a run of the case that `summary` sums up. A variant is put to the first replicates of
/// the same draws, and its figure is that of the run plus the difference to the case as it is on those: x_n + (v_m − x_m),
/// cut to [0, 1], so that what the draws do to both drops out. `watch` is told of each variant's negotiations, and may end
/// it early: there is no answer then.
///
/// # Errors
/// If a variant cannot be compiled.
pub fn survey(
    case: &Case,
    summary: &Summary,
    which: Which,
    mut watch: impl FnMut(u64) -> ControlFlow<()>,
) -> Result<Option<ChoiceSummary>, ModelError> {
    let Variants { run, left_out } = Variants::of(case.scenario(), which);
    if which == Which::None {
        return Ok(None);
    }
    let replicates = which.each(summary.replicates, run.len(), [summary.replicates / SHARED, THOROUGH]);
    let whole = figures(summary);
    let base = figures(&negotiate(case, summary.seed, replicates));
    let mut each = vec![("as it is".to_owned(), whole)];
    for variant in run {
        if watch(replicates).is_break() {
            return Ok(None);
        }
        let changed = Case::new(without_switches(variant.scenario))?;
        let there = figures(&negotiate(&changed, summary.seed, replicates));
        let shifted = |k: usize| Some((whole[k]? + (there[k]? - base[k]?)).clamp(0.0, 1.0));
        each.push((variant.name, std::array::from_fn(shifted)));
    }
    Ok(Some(ChoiceSummary::new(which, replicates, each, left_out)))
}

/// Switches that are not flipped cost only memory.
fn without_switches(scenario: Scenario) -> Scenario {
    Scenario { switches: crate::named::Named::default(), ..scenario }
}

fn negotiate(case: &Case, seed: Seed, replicates: u64) -> Summary {
    let mut accumulator = Accumulator::new(case, seed);
    let ControlFlow::Continue(()) = Ensemble::new(case.model(), seed).run(0..replicates, |outcome| {
        accumulator.add(&outcome);
        ControlFlow::<Infallible>::Continue(())
    });
    accumulator.summarise()
}
