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
use crate::{language::Language, say, study::estimate::Estimate};
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
}

impl Watched {
    /// Half the width of the last interval.
    fn last(&self) -> Option<f64> {
        half_width(&self.estimates.last()?.1)
    }

    /// Whether every run gave the same value: then there is no interval to narrow. Of a rate that is 0 or 1 throughout the
    /// interval of Wilson narrows nevertheless.
    fn is_constant(&self) -> bool {
        self.last().is_some_and(|width| width < 1e-12)
    }

    /// Its name, and where it has no interval why.
    fn named(&self, language: Language) -> String {
        let known = match self.last() {
            None => "undefined",
            Some(_) if self.is_constant() => "constant",
            Some(_) => "varies",
        };
        say!(language, "charts-convergence-measure", known = known, name = self.label.as_str())
    }
}

/// A half-width to two digits: ".029", "1.4".
fn written(language: Language, width: f64) -> String {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a handful of decimals
    let decimals = if width > 0.0 { (1.0 - libm::log10(width).floor()).clamp(0.0, 9.0) as usize } else { 0 };
    language.point_to(decimals, width)
}

fn watched(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> Result<Vec<Watched>, NothingToDraw> {
    let convergence = &chronicle.convergence;
    // Where no run has a conflict of ambition there is no LCD, and a rate of 0 says nothing.
    let s = &chronicle.summary;
    let no_lcd = s.no_conflict.count == s.no_conflict.of;
    let one = |(name, mark, colour): (&str, Mark, RGBColor)| {
        let measure = convergence.measures().find(|m| m.name() == name)?;
        Some(Watched {
            measure: name.to_owned(),
            label: match wanted.titles.measure(wanted.language, name) {
                label if label == name.replace('_', " ") => measure.label.clone(),
                label => label,
            },
            mark,
            colour,
            estimates: if no_lcd && name.starts_with("lcd") { Vec::new() } else { convergence.of(name)? },
        })
    };
    if wanted.measure.is_none() {
        return Ok(USUAL.into_iter().filter_map(one).collect());
    }
    let known: Vec<&str> = convergence.measures().map(|m| m.name()).collect();
    let name = measure(wanted, "lcd", &known)?;
    let found: Vec<Watched> = one((&name, Mark::Disc, BLUE)).into_iter().collect();
    if found.iter().all(|w| w.last().is_none()) {
        return Err(NothingToDraw::of("too-few", &name));
    }
    Ok(found)
}

/// Half-widths that people ask for.
const TARGETS: [f64; 3] = [0.05, 0.02, 0.01];

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let language = wanted.language;
    let all = watched(chronicle, wanted)?;
    if all.iter().all(|w| w.estimates.len() < 2) {
        return Err(NothingToDraw::because("one-replicate"));
    }
    let title = title(language, chronicle.summary.replicates, &all);
    let frame = Frame::new(wanted, chronicle.caption(title, say!(language, "charts-convergence-reading")));
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let labels: Vec<String> = all.iter().map(|w| w.named(language)).collect();
    let names = labels.iter().map(|l| font::width(l, size)).fold(0.0, f64::max).min(frame.body.w * 0.42);
    let plot = plot(&frame, &all, names + size * 1.2);
    for target in TARGETS.into_iter().filter(|target| plot.ranges().1.contains(target)) {
        let y = plot.height(target);
        canvas.dashed(|| canvas.line(&[(plot.inner.x, y), (plot.inner.right(), y)], canvas.em / 14.0, MUTED));
    }
    let mut ends: Vec<f64> = Vec::new();
    for watched in &all {
        let path = path(&plot, watched);
        canvas.group("half-width", || {
            canvas.line(&path, canvas.em / 9.0, watched.colour);
            path.iter().for_each(|&at| canvas.mark(watched.mark, at, canvas.em * 0.25, watched.colour));
        });
        ends.push(path.last().map_or(plot.inner.bottom(), |p| p.1));
    }
    let placed = spread(&ends, size * 1.15, plot.inner.y, plot.inner.bottom()).unwrap_or_default();
    for (((watched, label), end), y) in all.iter().zip(&labels).zip(&ends).zip(placed) {
        let x = plot.inner.right();
        if !path(&plot, watched).is_empty() {
            canvas.line(&[(x + size * 0.2, *end), (x + size * 0.8, y)], canvas.em / 20.0, GREY);
        }
        canvas.text(&font::clip(label, size, names), (x + size, y), Side::Start, size, INK);
    }
    let told = |w: &Watched| Some(format!("{} ± {}", w.label, written(language, w.last()?)));
    let alt: Vec<String> = all.iter().filter_map(told).collect();
    Ok(frame.finish(&say!(language, "charts-convergence-alt", items = alt.join(", ")), data(&all)))
}

/// The axes: from below the narrowest interval there is to above the widest.
fn plot(frame: &Frame, all: &[Watched], right: f64) -> Plot {
    let widths =
        || all.iter().flat_map(|w| &w.estimates).filter_map(|(_, e)| half_width(e)).filter(|w| *w > 1e-12);
    let (least, most) =
        widths().fold((f64::MAX, 0.0), |(low, high): (f64, f64), w| (low.min(w), high.max(w)));
    let (least, most) = if least > most { (0.01, 1.0) } else { (least * 0.8, most * 1.2) };
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
    let last = all.iter().filter_map(|w| w.estimates.last()).map(|(k, _)| *k as f64).fold(2.0, f64::max);
    let language = frame.canvas.language;
    let x = Axis { scale: Scale::Log, ..Axis::counts(say!(language, "charts-axis-runs"), 1.0..last) };
    let y = Axis {
        scale: Scale::Log,
        label: |language, x| language.decimal(&((x * 1e9).round() / 1e9).to_string()),
        ..Axis::new(say!(language, "charts-axis-half-width"), least..most)
    };
    Plot::new(&frame.canvas, frame.body.inset(0.0, 0.0, right, 0.0), x, y)
}

/// Half-widths by number of runs; nothing of a measure that does not vary.
#[allow(clippy::cast_precision_loss)] // far fewer than 2^53
fn path(plot: &Plot, watched: &Watched) -> Vec<Point> {
    let known =
        watched.estimates.iter().filter_map(|(k, e)| Some((*k, half_width(e).filter(|w| *w > 1e-12)?)));
    known.map(|(k, width)| plot.at(k as f64, width)).collect()
}

/// The widest interval at the end.
fn title(language: Language, n: u64, all: &[Watched]) -> String {
    let varying = all.iter().filter(|w| w.last().is_some() && !w.is_constant());
    let widest = varying.max_by(|a, b| a.last().unwrap_or(0.0).total_cmp(&b.last().unwrap_or(0.0)));
    match widest.and_then(|w| Some((w, w.last()?))) {
        Some((w, width)) => {
            let width = written(language, width);
            say!(language, "charts-convergence-title", n = n, width = width, name = w.label.as_str())
        }
        None => say!(language, "charts-convergence-constant", n = n),
    }
}

fn half_width(estimate: &Estimate) -> Option<f64> {
    let [_, low, high] = estimate.ends();
    Some((high? - low?) / 2.0)
}

fn data(all: &[Watched]) -> Data {
    let mut data = Data::new(["n", "measure", "estimate", "low", "high", "half_width"]);
    let milestones = all.iter().map(|w| w.estimates.len()).max().unwrap_or(0);
    for (k, w) in (0..milestones).flat_map(|k| all.iter().map(move |w| (k, w))) {
        let Some((n, estimate)) = w.estimates.get(k) else { continue };
        let figures = estimate.ends().into_iter().chain([half_width(estimate)]).map(figure);
        data.row([n.to_string(), w.measure.clone()].into_iter().chain(figures));
    }
    data
}
