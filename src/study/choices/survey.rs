//! What the declared choices make of the figures of a run: the least and the greatest of each.

use std::{collections::BTreeSet, convert::Infallible, ops::ControlFlow};

use serde::{Serialize, Serializer};

use super::{ChoiceSet, LeftOut, Variants};
use crate::{
    case::Case,
    model::ModelError,
    random::Seed,
    scenario::Scenario,
    study::{Accumulator, Ensemble, Summary},
};

/// Negotiations of each variant where all of them are run.
const THOROUGH: u64 = 300;

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
    pub set: ChoiceSet,
    /// How many variants, the case as it is among them.
    pub variants: u64,
    /// How many negotiations of each variant at least, on the same draws.
    pub replicates: u64,
    /// How many of those that have the least or the greatest of a figure.
    pub replicates_at_ends: u64,
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
pub struct VariantFigures {
    /// The variant, as "θ: .45".
    pub name: String,
    /// How many negotiations it was given.
    pub replicates: u64,
    /// What it makes of each figure.
    #[serde(serialize_with = "by_name")]
    pub figures: Figures,
}

fn by_name<S: Serializer, T: Serialize>(
    values: &[T; SURVEYED.len()],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(SURVEYED.iter().zip(values).map(|(figure, value)| (figure.name, value)))
}

impl ChoiceSummary {
    /// Of these variants, the case as it is first.
    pub fn new(
        set: ChoiceSet,
        [replicates, replicates_at_ends]: [u64; 2],
        each: Vec<VariantFigures>,
        left_out: Vec<LeftOut>,
    ) -> Self {
        let range = |k: usize| {
            let mut defined = each.iter().filter_map(|v| v.figures[k]);
            let first = Range::at(defined.next()?);
            Some(defined.fold(first, Range::with))
        };
        let (ranges, variants) = (std::array::from_fn(range), each.len() as u64);
        Self { set, variants, replicates, replicates_at_ends, ranges, each, left_out }
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
/// cut to [0, 1], so that what the draws do to both drops out. Where values are run alone, each first gets a quarter of its
/// negotiations; those that then have the least or the greatest of a figure get the rest, until all that stand at an end
/// have had them. `watch` is told of each variant's negotiations, and may end it early: there is no answer then.
///
/// # Errors
/// If a variant cannot be compiled.
pub fn survey(
    case: &Case,
    summary: &Summary,
    which: ChoiceSet,
    mut watch: impl FnMut(u64) -> ControlFlow<()>,
) -> Result<Option<ChoiceSummary>, ModelError> {
    let Variants { run, left_out } = Variants::of(case.scenario(), which);
    if which == ChoiceSet::None {
        return Ok(None);
    }
    let most = which.each(summary.replicates, run.len(), [summary.replicates * 2 / 3, THOROUGH]);
    let first = if which == ChoiceSet::Alone { most.div_ceil(4) } else { most };
    let (names, scenarios): (Vec<String>, Vec<Scenario>) =
        run.into_iter().map(|v| (v.name, without_switches(v.scenario))).unzip();
    let cases: Vec<Case> = scenarios.into_iter().map(Case::new).collect::<Result<_, _>>()?;
    let whole = figures(summary);
    let mut own = Sample::new(case, summary.seed);
    let [at_first, at_most] = [first, most].map(|n| (n, own.figures_after(n)));
    let mut samples: Vec<Sample<'_>> = cases.iter().map(|case| Sample::new(case, summary.seed)).collect();
    let mut found: Vec<Figures> = vec![[None; SURVEYED.len()]; samples.len()];
    // First all, then whoever is at an end, as long as there is somebody.
    let (mut next, mut stage): (Vec<usize>, _) = ((0..samples.len()).collect(), at_first);
    while !next.is_empty() {
        let (n, base) = stage;
        for k in next {
            if watch(n - samples[k].replicates).is_break() {
                return Ok(None);
            }
            let there = samples[k].figures_after(n);
            let shifted = |f: usize| Some((whole[f]? + (there[f]? - base[f]?)).clamp(0.0, 1.0));
            found[k] = std::array::from_fn(shifted);
        }
        next = at_the_ends(&found).into_iter().filter(|&k| samples[k].replicates < most).collect();
        stage = at_most;
    }
    let own = VariantFigures { name: "as it is".to_owned(), replicates: summary.replicates, figures: whole };
    let others = names.into_iter().zip(&samples).zip(found);
    let others =
        others.map(|((name, s), figures)| VariantFigures { name, replicates: s.replicates, figures });
    let each = std::iter::once(own).chain(others).collect();
    Ok(Some(ChoiceSummary::new(which, [first, most], each, left_out)))
}

/// The first variants that have the least and the greatest of each figure.
fn at_the_ends(found: &[Figures]) -> BTreeSet<usize> {
    let ends = |f: usize| {
        let defined = || found.iter().enumerate().filter_map(move |(k, figures)| Some((k, figures[f]?)));
        let low = defined().min_by(|(_, a), (_, b)| a.total_cmp(b))?;
        let high = defined().min_by(|(_, a), (_, b)| b.total_cmp(a))?;
        (low.1 < high.1).then_some([low.0, high.0])
    };
    (0..SURVEYED.len()).filter_map(ends).flatten().collect()
}

/// Switches that are not flipped cost only memory.
fn without_switches(scenario: Scenario) -> Scenario {
    Scenario { switches: crate::named::Named::default(), ..scenario }
}

/// The first replicates of a case, more of them when asked.
struct Sample<'c> {
    case: &'c Case,
    seed: Seed,
    accumulator: Accumulator<'c>,
    replicates: u64,
}

impl<'c> Sample<'c> {
    fn new(case: &'c Case, seed: Seed) -> Self {
        Self { case, seed, accumulator: Accumulator::new(case, seed), replicates: 0 }
    }

    /// The figures after so many replicates.
    fn figures_after(&mut self, replicates: u64) -> Figures {
        let ensemble = Ensemble::new(self.case.model(), self.seed);
        let ControlFlow::Continue(()) = ensemble.run(self.replicates..replicates, |outcome| {
            self.accumulator.add(&outcome);
            ControlFlow::<Infallible>::Continue(())
        });
        self.replicates = replicates;
        figures(&self.accumulator.summarise())
    }
}
