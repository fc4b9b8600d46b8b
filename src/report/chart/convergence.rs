//! Is n enough? Half the width of each 95 % interval after 1, 2, 5, 10 … replicates, against the √n that it follows.

use super::{
    ChartOptions, ChartResult, Chronicle, Data, Frame, NothingToDraw, figure,
    frame::{
        axis::{Axis, Plot, Scale},
        canvas::{Mark, Point, Side},
        font,
        labels::spread,
        palette::{BLUE, GREEN, GREY, INK, MUTED, VERMILION},
    },
    result_table::measure,
};
use crate::{
    report::number::{count, percent, short, without_leading_zero},
    study::{estimate::Estimate, table::ColumnKind},
};
use plotters::style::RGBColor;

/// The measures whose intervals are watched unless one is asked for.
const USUAL: [(&str, Mark, RGBColor); 4] = [
    ("adopted", Mark::Square, INK),
    ("lcd", Mark::Disc, BLUE),
    ("lcd_in_substance", Mark::Up, VERMILION),
    ("realised_depth", Mark::Diamond, GREEN),
];

/// A measure whose interval is watched: its estimates after so many replicates.
struct Watched {
    measure: String,
    label: String,
    mark: Mark,
    colour: RGBColor,
    estimates: Vec<(u64, Estimate)>,
    /// Whether it lies between −1 and 1, so that half-widths read as percentages; others are in the measure's unit.
    is_share: bool,
}

impl Watched {
    /// Half the width of the last interval.
    fn last(&self) -> Option<f64> {
        half_width(&self.estimates.last()?.1)
    }

    /// The same for readers.
    fn last_in_words(&self) -> Option<String> {
        self.last().map(|w| if self.is_share { percent(w) } else { short(w) })
    }
}

fn watched(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> Result<Vec<Watched>, NothingToDraw> {
    let convergence = &chronicle.convergence;
    let one = |(name, mark, colour): (&str, Mark, RGBColor)| {
        let measure = convergence.measures().find(|m| m.name() == name)?;
        Some(Watched {
            measure: name.to_owned(),
            label: measure.axis_label(),
            mark,
            colour,
            estimates: convergence.of(name)?,
            is_share: measure.column.kind == ColumnKind::Boolean
                || measure.column.range.is_some_and(|[low, high]| low >= -1.0 && high <= 1.0),
        })
    };
    if wanted.measure.is_none() {
        return Ok(USUAL.into_iter().filter_map(one).collect());
    }
    let known: Vec<&str> = convergence.measures().map(|m| m.name()).collect();
    let name = measure(wanted, "lcd", &known)?;
    let found: Vec<Watched> = one((&name, Mark::Disc, BLUE)).into_iter().collect();
    if found.iter().all(|w| w.last().is_none()) {
        return Err(NothingToDraw::because(format!("{name} is defined in too few of these replicates")));
    }
    Ok(found)
}

/// Half-widths that people ask for.
const TARGETS: [f64; 3] = [0.05, 0.02, 0.01];

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let all = watched(chronicle, wanted)?;
    if all.iter().all(|w| w.estimates.len() < 2) {
        return Err(NothingToDraw::because(
            "one replicate has no interval that could narrow: ask for more with -n",
        ));
    }
    let reading = "Half the width of the 95\u{a0}% interval against the number of runs, both on logarithmic scales. Dashes: half-widths \
                   of 5, 2 and 1 points. A rate that is 0 or 1 throughout narrows faster than 1/√n.";
    let frame = Frame::new(wanted, chronicle.caption(title(chronicle, &all), reading));
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let names = all.iter().map(|w| font::width(&w.label, size)).fold(0.0, f64::max);
    let outer = frame.body.inset(0.0, 0.0, names + size * 1.2, 0.0);
    let n = |n: u64| n as f64;
    let last = all.iter().filter_map(|w| w.estimates.last()).map(|(k, _)| n(*k)).fold(2.0, f64::max);
    let x = Axis { scale: Scale::Log, ..Axis::counts("runs", 1.0..last.max(2.0)) };
    let half_widths = all.iter().flat_map(|w| &w.estimates).filter_map(|(_, e)| half_width(e));
    let top = half_widths.fold(0.6, f64::max);
    let y = Axis {
        scale: Scale::Log,
        label: |x| without_leading_zero(&((x * 1e6).round() / 1e6).to_string()),
        ..Axis::new("half-width of the interval", 0.001..top)
    };
    let plot = Plot::new(canvas, outer, x, y);
    for target in TARGETS {
        let y = plot.height(target);
        canvas.dashed(|| canvas.line(&[(plot.inner.x, y), (plot.inner.right(), y)], canvas.em / 14.0, MUTED));
    }
    let mut ends: Vec<f64> = Vec::new();
    for watched in &all {
        let estimates = watched.estimates.iter();
        let path: Vec<Point> = estimates.filter_map(|(k, e)| Some(plot.at(n(*k), half_width(e)?))).collect();
        canvas.group("half-width", || {
            canvas.line(&path, canvas.em / 9.0, watched.colour);
            path.iter().for_each(|&at| canvas.mark(watched.mark, at, canvas.em * 0.25, watched.colour));
        });
        ends.push(path.last().map_or(plot.inner.bottom(), |p| p.1));
    }
    let placed = spread(&ends, size * 1.15, plot.inner.y, plot.inner.bottom()).unwrap_or_default();
    for ((watched, end), y) in all.iter().zip(&ends).zip(placed) {
        let x = plot.inner.right();
        canvas.line(&[(x + size * 0.2, *end), (x + size * 0.8, y)], canvas.em / 20.0, GREY);
        canvas.text(&watched.label, (x + size, y), Side::Start, size, INK);
    }
    let alt: Vec<String> =
        all.iter().filter_map(|w| Some(format!("{} ± {}", w.label, w.last_in_words()?))).collect();
    Ok(frame.finish(&format!("At the end: {}.", alt.join(", ")), data(&all)))
}

fn title(chronicle: &Chronicle<'_>, all: &[Watched]) -> String {
    let widest = all.iter().max_by(|a, b| a.last().unwrap_or(0.0).total_cmp(&b.last().unwrap_or(0.0)));
    format!(
        "Is n enough? After {} runs the widest interval is ±\u{a0}{}",
        count(chronicle.summary.replicates),
        widest.and_then(Watched::last_in_words).unwrap_or_else(|| percent(0.0))
    )
}

fn half_width(estimate: &Estimate) -> Option<f64> {
    let [_, low, high] = estimate.ends();
    Some((high? - low?) / 2.0)
}

fn data(all: &[Watched]) -> Data {
    let mut data = Data::new(["n", "measure", "estimate", "low", "high", "half_width"]);
    let milestones = all.first().map_or(0, |w| w.estimates.len());
    for (k, w) in (0..milestones).flat_map(|k| all.iter().map(move |w| (k, w))) {
        let (n, estimate) = &w.estimates[k];
        let figures = estimate.ends().into_iter().chain([half_width(estimate)]).map(figure);
        data.row([n.to_string(), w.measure.clone()].into_iter().chain(figures));
    }
    data
}
