//! How the first box of a scenario discovery was peeled: coverage against density, step by step.
//!
//! Coverage: the share of all occurrences that lie in the box; density: the share of its negotiations in which it happens
//! (Bryant & Lempert 2010). From everything (coverage 1) to smaller and denser boxes; the colour says how many factors
//! a box limits.

use super::{
    ChartOptions, ChartResult, Data, Frame, NothingToDraw, ResultTable, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::Mark,
        labels::Labels,
        legend::{LegendEntry, LegendKey, category},
        palette::{GREY, VERMILION},
    },
};
use crate::{language::Language, say};

/// One step.
struct Step {
    number: String,
    coverage: f64,
    density: f64,
    mass: f64,
    limited: usize,
    taken: bool,
}

/// Draws the picture.
pub fn draw(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let language = wanted.language;
    let steps = steps(found);
    let Some(taken) = steps.iter().find(|step| step.taken).filter(|_| steps.len() > 1) else {
        return Err(NothingToDraw::because("no box was peeled: it happens about as often everywhere"));
    };
    let share = |x: f64| language.percent(x);
    let (density, coverage) = (share(taken.density), share(taken.coverage));
    let title = say!(language, "research-peeling-title", density = density, coverage = coverage);
    let mut frame = Frame::new(wanted, found.caption(title, say!(language, "research-peeling-reading")));
    frame.legend(&entries(language, &steps));
    let canvas = &frame.canvas;
    let plot = Plot::new(
        canvas,
        frame.body,
        Axis::new(say!(language, "research-axis-coverage"), 0.0..1.04),
        Axis::new(say!(language, "research-axis-density"), 0.0..1.04),
    );
    let way: Vec<_> = steps.iter().map(|step| plot.at(step.coverage, step.density)).collect();
    canvas.line(&way, canvas.em / 14.0, GREY);
    let mut labels = Labels::new(plot.inner);
    for (step, at) in steps.iter().zip(&way) {
        let (mark, colour) = category(step.limited);
        canvas.group("step", || canvas.mark(mark, *at, canvas.em * 0.2, colour));
        labels.keep_off_mark(*at, canvas.em * 0.22);
    }
    let at = plot.at(taken.coverage, taken.density);
    canvas.mark(Mark::Cross, at, canvas.em * 0.5, VERMILION);
    labels.beside(canvas, &taken.number, at, canvas.em * 0.5);
    let alt = say!(
        language,
        "research-peeling-alt",
        n = steps.len() - 1,
        taken = taken.number.as_str(),
        density = share(taken.density),
        coverage = share(taken.coverage)
    );
    Ok(frame.finish(&alt, data(&steps)))
}

fn steps(found: &ResultTable<'_>) -> Vec<Step> {
    let numbers = |name: &str| found.numbers(name).into_iter().map(Option::unwrap_or_default).collect();
    let [coverage, density, mass, limited]: [Vec<f64>; 4] =
        ["coverage", "density", "mass", "limited"].map(numbers);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a number of factors
    let step = |(k, (taken, number)): (usize, _)| Step {
        number,
        coverage: coverage[k],
        density: density[k],
        mass: mass[k],
        limited: limited[k] as usize,
        taken: taken == "true",
    };
    found.strings("taken").into_iter().zip(found.strings("step")).enumerate().map(step).collect()
}

/// A key for each number of limited factors, and for the box that is looked at.
fn entries(language: Language, steps: &[Step]) -> Vec<LegendEntry> {
    let mut counts: Vec<usize> = steps.iter().map(|step| step.limited).collect();
    counts.sort_unstable();
    counts.dedup();
    let entry = |n: &usize| {
        let (mark, colour) = category(*n);
        LegendEntry::new(LegendKey::Mark(mark), colour, say!(language, "research-peeling-limits", n = *n))
    };
    let taken = say!(language, "research-peeling-taken");
    let taken = LegendEntry::new(LegendKey::Mark(Mark::Cross), VERMILION, taken);
    counts.iter().map(entry).chain([taken]).collect()
}

fn data(steps: &[Step]) -> Data {
    let mut data = Data::new(["step", "coverage", "density", "mass", "limited", "taken"]);
    for step in steps {
        let figures = [step.coverage, step.density, step.mass].map(|x| figure(Some(x)));
        let end = [step.limited.to_string(), step.taken.to_string()];
        data.row(std::iter::once(step.number.clone()).chain(figures).chain(end));
    }
    data
}
