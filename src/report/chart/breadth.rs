//! Breadth against depth: who takes part, and how much the text commits them to.
//!
//! Participation: Σ m_i over the parties bound by the text. Guaranteed depth: G of the final text. The curves show equal
//! values of their product, the effect of a regime (specification §2c). Null model: if every party can block, the least of n
//! uniform ideal points is expected at q + (1 − q)ⁿ⁺¹/(n + 1), that is 1/(n + 1) at q = 0.

use std::ops::Range;

use super::{
    ChartOptions, ChartResult, Chronicle, Data, Frame, NothingToDraw, ResultTable, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Canvas, Mark, Point, Side, text_box},
        labels::Labels,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, INK, MUTED, PAPER, VERMILION, faint},
    },
    words,
};
use crate::{
    analysis::Analysis,
    language::Language,
    say,
    study::{
        RunEnding,
        statistics::{Mean, Moments},
    },
};

/// Runs are binned into this many cells in each direction.
const CELLS: f64 = 50.0;

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let (depth, language) = (&chronicle.summary.depth, wanted.language);
    let (participation, guaranteed) = (&depth.participation, guaranteed(&chronicle.endings));
    let null = null(chronicle);
    let kept = if (chronicle.endings.len() as u64) < chronicle.summary.replicates { "first" } else { "all" };
    let chance = if null.is_some() { "shown" } else { "none" };
    let reading =
        say!(language, "charts-breadth-reading", kept = kept, n = chronicle.endings.len(), chance = chance);
    let title = say!(
        language,
        "charts-breadth-title",
        share = in_percent(language, participation),
        depth = words::mean(language, &guaranteed)
    );
    let mut frame = Frame::new(wanted, chronicle.caption(title, reading));
    let mut entries = vec![
        LegendEntry::new(LegendKey::Mark(Mark::Disc), BLUE, say!(language, "charts-legend-adopted")),
        LegendEntry::new(LegendKey::Mark(Mark::Ring), GREY, say!(language, "charts-legend-no-text")),
        LegendEntry::new(LegendKey::Mark(Mark::Plus), VERMILION, say!(language, "charts-legend-mean")),
    ];
    if null.is_some() {
        entries.push(LegendEntry::new(LegendKey::Dashes, INK, say!(language, "charts-legend-chance")));
    }
    frame.legend(&entries);
    let plot = axes(
        &frame,
        zoomed(chronicle.endings.iter().map(|e| e.participation)),
        zoomed(chronicle.endings.iter().map(|e| e.guaranteed_depth).chain(null)),
    );
    curves(&frame.canvas, &plot);
    discs(&frame.canvas, &plot, &chronicle.endings);
    if let Some(null) = null {
        let (canvas, width) = (&frame.canvas, frame.canvas.em / 9.0);
        canvas.group("null", || canvas.dashed(|| plot.horizontal_line(canvas, null, width, INK)));
    }
    mean(&frame.canvas, &plot, participation, &guaranteed);
    let alt = say!(
        language,
        "charts-breadth-alt",
        share = words::mean(language, participation),
        depth = words::mean(language, &guaranteed),
        product = words::mean(language, &depth.by_participation)
    );
    Ok(frame.finish(&alt, data(chronicle, null)))
}

/// A mean share in per cent with its interval.
fn in_percent(language: Language, mean: &Mean) -> String {
    let share = |x: f64| language.hundredths(x);
    let at = share(mean.mean.unwrap_or(0.0));
    match mean.low.zip(mean.high).filter(|(low, high)| high > low) {
        Some((low, high)) => {
            say!(language, "charts-rate", share = at, low = share(low), high = share(high.min(1.0)))
        }
        None => say!(language, "charts-rate-exact", share = at),
    }
}

/// The least range of tenths that holds these values with a margin, within 0 and 1, and no shorter than a fifth.
fn zoomed(values: impl Iterator<Item = f64> + Clone) -> Range<f64> {
    let (low, high) = values.fold((1.0, 0.0), |(low, high): (f64, f64), x| (low.min(x), high.max(x)));
    let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
    let low = (((low - 0.04) * 10.0).floor() / 10.0).max(0.0);
    let high = (((high + 0.04) * 10.0).ceil() / 10.0).min(1.0);
    if high - low < 0.19 { (high - 0.2).max(0.0)..(high - 0.2).max(0.0) + 0.2 } else { low..high }
}

/// Draws breadth and depth under each lever.
pub fn draw_levers(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let language = wanted.language;
    let (depths, products) = (found.numbers("guaranteed_depth"), found.numbers("depth_by_participation"));
    let names = found.strings("asks").into_iter().zip(found.strings("name")).zip(found.strings("source"));
    // Participation is undefined where the guaranteed depth is zero.
    let breadth = |k: usize| {
        products[k].zip(depths[k]).filter(|(_, g)| *g > 1e-9).map(|(product, g)| (product / g).min(1.0))
    };
    let mut places: Vec<LeverPlace> = Vec::new();
    for (k, ((asks, name), source)) in names.enumerate() {
        let Some((breadth, depth)) = breadth(k).zip(depths[k]) else { continue };
        let name = if asks.is_empty() { name } else { asks };
        // What comes to the same is one place, called by its first name.
        if !places.iter().any(|p| !p.is_base && (p.breadth, p.depth) == (breadth, depth)) {
            places.push(LeverPlace { name, is_base: source == "base", breadth, depth });
        }
    }
    let Some(best) = places.iter().max_by(|a, b| a.product().total_cmp(&b.product())) else {
        return Err(NothingToDraw::because("no-commitment"));
    };
    let base = places.iter().find(|p| p.is_base);
    let kind = if best.is_base { "base" } else { "lever" };
    let title = say!(
        language,
        "charts-breadth-levers-title",
        kind = kind,
        lever = best.name.as_str(),
        product = language.point(best.product()),
        base = language.point(base.map(LeverPlace::product))
    );
    let reading = say!(language, "charts-breadth-levers-reading");
    let mut frame = Frame::new(wanted, found.caption(title, reading));
    frame.legend(&[
        LegendEntry::new(LegendKey::Mark(Mark::Disc), BLUE, say!(language, "charts-legend-lever")),
        LegendEntry::new(LegendKey::Mark(Mark::Plus), VERMILION, say!(language, "charts-legend-base")),
    ]);
    let plot = axes(&frame, zoomed(places.iter().map(|p| p.breadth)), zoomed(places.iter().map(|p| p.depth)));
    curves(&frame.canvas, &plot);
    draw_places(&frame.canvas, &plot, &places);
    let in_words =
        |p: &LeverPlace| format!("{} {} × {}", p.name, language.point(p.breadth), language.point(p.depth));
    let alt: Vec<String> = places.iter().take(10).map(in_words).collect();
    let mut data = Data::new(["lever", "participation", "guaranteed_depth", "product"]);
    for p in &places {
        data.row([p.name.clone(), figure(p.breadth), figure(p.depth), figure(p.product())]);
    }
    Ok(frame
        .finish(&say!(language, "charts-breadth-levers-alt", items = words::joined(language, &alt)), data))
}

/// Mean breadth and depth under one lever.
struct LeverPlace {
    name: String,
    /// Whether this is the case without a lever.
    is_base: bool,
    breadth: f64,
    depth: f64,
}

impl LeverPlace {
    fn product(&self) -> f64 {
        self.breadth * self.depth
    }
}

fn draw_places(canvas: &Canvas, plot: &Plot, places: &[LeverPlace]) {
    let mut labels = Labels::new(plot.inner);
    let radius = canvas.em * 0.28;
    let mut order: Vec<&LeverPlace> = places.iter().collect();
    // The base case is labelled first, then the levers furthest from it, which are the most interesting.
    let base = places.iter().find(|p| p.is_base).map_or((1.0, 0.0), |p| (p.breadth, p.depth));
    order.sort_by(|a, b| {
        let distance = |p: &LeverPlace| libm::hypot(p.breadth - base.0, p.depth - base.1);
        b.is_base.cmp(&a.is_base).then(distance(b).total_cmp(&distance(a)))
    });
    // Dumbbells: from the case as it is to each lever.
    let from = places.iter().find(|p| p.is_base).map(|p| plot.at(p.breadth, p.depth));
    for (p, from) in order.iter().zip(from.into_iter().cycle()) {
        canvas.line(&[from, plot.at(p.breadth, p.depth)], canvas.em / 14.0, faint(BLUE, 0.5));
    }
    // The base is drawn last, above the discs.
    for p in order.iter().rev() {
        let at = plot.at(p.breadth, p.depth);
        if p.is_base {
            canvas.mark(Mark::Disc, at, radius * 1.6, PAPER);
        }
        let (mark, colour) = if p.is_base { (Mark::Plus, VERMILION) } else { (Mark::Disc, BLUE) };
        canvas.with_tooltip(&p.name, || canvas.group("lever", || canvas.mark(mark, at, radius, colour)));
        labels.keep_off_mark(at, radius);
    }
    for p in order {
        let base = say!(canvas.language, "charts-as-it-is");
        let label = if p.is_base { &base } else { &p.name };
        labels.beside(canvas, label, plot.at(p.breadth, p.depth), radius);
    }
}

fn axes(frame: &Frame, x: Range<f64>, y: Range<f64>) -> Plot {
    let language = frame.canvas.language;
    Plot::new(
        &frame.canvas,
        frame.body,
        Axis::percent(say!(language, "charts-axis-participation"), x),
        Axis::new(say!(language, "charts-axis-guaranteed"), y),
    )
}

/// Mean guaranteed depth of the final texts.
fn guaranteed(endings: &[RunEnding]) -> Mean {
    let mut moments = Moments::default();
    endings.iter().for_each(|e| moments.add(e.guaranteed_depth));
    moments.mean()
}

/// The depth expected by chance, if every party can block.
fn null(chronicle: &Chronicle<'_>) -> Option<f64> {
    let analysis = Analysis::of(chronicle.case.scenario());
    let everyone_blocks = analysis.rule.blockers.len() == analysis.rule.members;
    analysis.ambition.filter(|_| everyone_blocks && analysis.fallback.is_none()).map(|a| a.lcd_by_chance)
}

/// Draws curves of equal product, each labelled where it leaves the plot above or on the right.
fn curves(canvas: &Canvas, plot: &Plot) {
    let size = canvas.tiny();
    let (x, y) = plot.ranges();
    canvas.group("curves", || {
        for product in [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8] {
            let path: Vec<Point> = (0..=80)
                .map(|k| x.start + (x.end - x.start) * f64::from(k) / 80.0)
                .filter(|at| *at > 0.0 && y.contains(&(product / at)))
                .map(|at| plot.at(at, product / at))
                .collect();
            canvas.line(&path, canvas.em / 16.0, GREY);
            let Some(first) = path.first().filter(|_| path.len() > 1) else { continue };
            let label = canvas.language.point(product);
            // The label stands on the curve near its upper end, where the curve falls away to its right.
            let place = (first.0 + size * 0.35, first.1.max(plot.inner.y) + size * 0.6);
            if text_box(&label, place, Side::Start, size).within(&plot.inner) {
                canvas.text(&label, place, Side::Start, size, MUTED);
            }
        }
    });
}

fn discs(canvas: &Canvas, plot: &Plot, endings: &[RunEnding]) {
    let cell = |x: f64| (x * CELLS).round();
    let mut bins: Vec<(bool, f64, f64, u32)> = Vec::new();
    for e in endings {
        let at = (e.adopted, cell(e.participation), cell(e.guaranteed_depth));
        match bins.iter_mut().find(|g| (g.0, g.1, g.2) == at) {
            Some(g) => g.3 += 1,
            None => bins.push((at.0, at.1, at.2, 1)),
        }
    }
    let max = bins.iter().map(|g| g.3).max().unwrap_or(1);
    bins.sort_by(|a, b| b.3.cmp(&a.3).then(a.1.total_cmp(&b.1)).then(a.2.total_cmp(&b.2)));
    canvas.group("runs", || {
        for (adopted, x, y, n) in bins {
            let radius = canvas.em * (1.1 * libm::sqrt(f64::from(n) / f64::from(max))).max(0.1);
            let at = plot.at(x / CELLS, y / CELLS);
            canvas.with_tooltip(&format!("{n}/{}", endings.len()), || {
                if adopted {
                    canvas.mark(Mark::Disc, at, radius, faint(BLUE, 0.5));
                } else {
                    canvas.mark(Mark::Ring, at, radius, GREY);
                }
            });
        }
    });
}

/// Draws both means with their intervals as a cross, on a ground of its own so that it is seen on discs.
fn mean(canvas: &Canvas, plot: &Plot, participation: &Mean, depth: &Mean) {
    let Some((x, y)) = participation.mean.zip(depth.mean) else { return };
    let at = plot.at(x, y);
    let ends = |m: &Mean| m.low.zip(m.high);
    canvas.group("mean", || {
        canvas.mark(Mark::Disc, at, canvas.em * 0.62, faint(PAPER, 0.85));
        canvas.mark(Mark::Plus, at, canvas.em * 0.5, VERMILION);
        if let Some((low, high)) = ends(participation) {
            canvas.line(&[(plot.across(low), at.1), (plot.across(high), at.1)], canvas.em / 9.0, VERMILION);
        }
        if let Some((low, high)) = ends(depth) {
            canvas.line(&[(at.0, plot.height(low)), (at.0, plot.height(high))], canvas.em / 9.0, VERMILION);
        }
    });
}

fn data(chronicle: &Chronicle<'_>, null: Option<f64>) -> Data {
    let mut data =
        Data::new(["what", "replicate", "outcome", "participation", "guaranteed_depth", "product"]);
    for e in &chronicle.endings {
        data.row([
            "run".to_owned(),
            e.replicate.to_string(),
            e.label.words().to_owned(),
            figure(e.participation),
            figure(e.guaranteed_depth),
            figure(e.participation * e.guaranteed_depth),
        ]);
    }
    let d = &chronicle.summary.depth;
    data.row(["mean", "", ""].map(str::to_owned).into_iter().chain(
        [d.participation.mean, guaranteed(&chronicle.endings).mean, d.by_participation.mean].map(figure),
    ));
    data.row(["by chance", "", "", ""].map(str::to_owned).into_iter().chain([figure(null), String::new()]));
    data
}
