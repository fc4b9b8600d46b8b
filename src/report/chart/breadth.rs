//! Breadth against depth: who takes part, and how much the text commits them to.
//!
//! Participation: Σ m_i over the parties bound by the text. Guaranteed depth: G of the final text. The curves show equal
//! values of their product, the effect of a regime (specification §2c). Null model: if every party can block, the least of n
//! uniform ideal points is expected at q + (1 − q)ⁿ⁺¹/(n + 1), that is 1/(n + 1) at q = 0.

use super::{
    ChartOptions, ChartResult, Chronicle, Data, Frame, NothingToDraw, ResultTable, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Canvas, Mark, Point, Side, text_box},
        labels::Labels,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, INK, MUTED, VERMILION, faint},
    },
};
use crate::{
    analysis::Analysis,
    report::number::{percent, point},
    study::{RunEnding, statistics::Mean},
};

/// Runs are binned into this many cells in each direction.
const CELLS: f64 = 50.0;

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let depth = &chronicle.summary.depth;
    let title = format!(
        "Breadth and depth: {} of materiality takes part, guaranteed depth {}",
        percent(depth.participation.mean.unwrap_or(0.0)),
        point(guaranteed(&chronicle.endings))
    );
    let null = null(chronicle);
    let reading = format!(
        "Each disc: runs that ended there, its area their number ({}). Curves: equal participation × depth. Cross: means, 95\u{a0}% \
         intervals.{}",
        match chronicle.endings.len() as u64 {
            n if n < chronicle.summary.replicates => format!("the first {n}"),
            n => format!("{n} runs"),
        },
        null.map_or_else(String::new, |_| {
            " Dashes: the depth that chance alone would leave where everyone can block.".to_owned()
        })
    );
    let mut frame = Frame::new(wanted, chronicle.caption(title, reading));
    let mut entries = vec![
        LegendEntry::new(LegendKey::Mark(Mark::Disc), BLUE, "a text is adopted"),
        LegendEntry::new(LegendKey::Mark(Mark::Ring), GREY, "no text"),
        LegendEntry::new(LegendKey::Mark(Mark::Plus), VERMILION, "mean of all runs"),
    ];
    if null.is_some() {
        entries.push(LegendEntry::new(LegendKey::Dashes, INK, "by chance"));
    }
    frame.legend(&entries);
    let plot = axes(&frame);
    curves(&frame.canvas, &plot);
    discs(&frame.canvas, &plot, &chronicle.endings);
    if let Some(null) = null {
        let (canvas, width) = (&frame.canvas, frame.canvas.em / 9.0);
        canvas.group("null", || canvas.dashed(|| plot.horizontal_line(canvas, null, width, INK)));
    }
    mean(&frame.canvas, &plot, &depth.participation, guaranteed(&chronicle.endings));
    let alt = format!(
        "Mean participation {}, mean guaranteed depth {}, their product {}.",
        point(depth.participation.mean),
        point(guaranteed(&chronicle.endings)),
        point(depth.by_participation.mean)
    );
    Ok(frame.finish(&alt, data(chronicle, null)))
}

/// Draws breadth and depth under each lever.
pub fn draw_levers(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let (depths, products) = (found.numbers("guaranteed_depth"), found.numbers("depth_by_participation"));
    let names = found.strings("name").into_iter().zip(found.strings("source"));
    // Participation is undefined where the guaranteed depth is zero.
    let breadth = |k: usize| {
        products[k].zip(depths[k]).filter(|(_, g)| *g > 1e-9).map(|(product, g)| (product / g).min(1.0))
    };
    let places: Vec<LeverPlace> = names
        .enumerate()
        .filter_map(|(k, (name, source))| {
            Some(LeverPlace { name, is_base: source == "base", breadth: breadth(k)?, depth: depths[k]? })
        })
        .collect();
    let Some(best) = places.iter().max_by(|a, b| a.product().total_cmp(&b.product())) else {
        return Err(NothingToDraw::because("under no lever does the text commit to anything"));
    };
    let title = format!("Breadth and depth: {} goes furthest, product {}", best.name, point(best.product()));
    let reading = "Each disc: one lever, at mean guaranteed depth and the participation that makes up its mean product. Curves: equal \
                   participation × depth.";
    let mut frame = Frame::new(wanted, found.caption(title, reading));
    frame.legend(&[
        LegendEntry::new(LegendKey::Mark(Mark::Disc), BLUE, "lever"),
        LegendEntry::new(LegendKey::Mark(Mark::Plus), VERMILION, "the case as it is"),
    ]);
    let plot = axes(&frame);
    curves(&frame.canvas, &plot);
    draw_places(&frame.canvas, &plot, &places);
    let in_words = |p: &LeverPlace| format!("{} {} × {}", p.name, point(p.breadth), point(p.depth));
    let alt: Vec<String> = places.iter().take(10).map(in_words).collect();
    let mut data = Data::new(["lever", "participation", "guaranteed_depth", "product"]);
    for p in &places {
        data.row([p.name.clone(), figure(p.breadth), figure(p.depth), figure(p.product())]);
    }
    Ok(frame.finish(&format!("Participation × guaranteed depth: {}.", alt.join("; ")), data))
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
    for p in &order {
        let at = plot.at(p.breadth, p.depth);
        let (mark, colour) = if p.is_base { (Mark::Plus, VERMILION) } else { (Mark::Disc, BLUE) };
        canvas.with_tooltip(&p.name, || canvas.group("lever", || canvas.mark(mark, at, radius, colour)));
        labels.keep_off_mark(at, radius);
    }
    for p in order {
        let label = if p.is_base { "as it is" } else { &p.name };
        labels.beside(canvas, label, plot.at(p.breadth, p.depth), radius);
    }
}

fn axes(frame: &Frame) -> Plot {
    Plot::new(
        &frame.canvas,
        frame.body,
        Axis::percent("participation (share of materiality)", 0.0..1.0),
        Axis::new("guaranteed depth", 0.0..1.0),
    )
}

/// Mean guaranteed depth of the final texts.
#[allow(clippy::cast_precision_loss)] // at most a thousand
fn guaranteed(endings: &[RunEnding]) -> Option<f64> {
    let sum: f64 = endings.iter().map(|e| e.guaranteed_depth).sum();
    (!endings.is_empty()).then(|| sum / endings.len() as f64)
}

/// The depth expected by chance, if every party can block.
fn null(chronicle: &Chronicle<'_>) -> Option<f64> {
    let analysis = Analysis::of(chronicle.case.scenario());
    let everyone_blocks = analysis.rule.blockers.len() == analysis.rule.members;
    analysis.ambition.filter(|_| everyone_blocks && analysis.fallback.is_none()).map(|a| a.lcd_by_chance)
}

/// Draws curves of equal product, each labelled where it leaves the plot.
fn curves(canvas: &Canvas, plot: &Plot) {
    let size = canvas.small() * 0.9;
    canvas.group("curves", || {
        for product in [0.1, 0.2, 0.3, 0.4, 0.6, 0.8] {
            let path: Vec<Point> = (0..=60)
                .map(|k| product + (1.0 - product) * f64::from(k) / 60.0)
                .map(|x| plot.at(x, product / x))
                .collect();
            canvas.line(&path, canvas.em / 16.0, GREY);
            let label = point(product);
            // The label stands on the curve near the top, where the curve falls away to its right.
            let top = 1.0 - size * 1.15 / plot.inner.h;
            let place = (plot.across(product / top) + size * 0.2, plot.inner.y + size * 0.6);
            if text_box(&label, place, Side::Start, size).right() < plot.inner.right() {
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
            canvas.with_tooltip(&format!("{n} of {} runs", endings.len()), || {
                if adopted {
                    canvas.mark(Mark::Disc, at, radius, faint(BLUE, 0.5));
                } else {
                    canvas.mark(Mark::Ring, at, radius, GREY);
                }
            });
        }
    });
}

fn mean(canvas: &Canvas, plot: &Plot, participation: &Mean, depth: Option<f64>) {
    if let (Some(x), Some(y)) = (participation.mean, depth) {
        let at = plot.at(x, y);
        if let Some((low, high)) = participation.low.zip(participation.high) {
            canvas.line(&[(plot.across(low), at.1), (plot.across(high), at.1)], canvas.em / 9.0, VERMILION);
        }
        canvas.group("mean", || canvas.mark(Mark::Plus, at, canvas.em * 0.5, VERMILION));
    }
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
    data.row(
        ["mean", "", ""].map(str::to_owned).into_iter().chain(
            [d.participation.mean, guaranteed(&chronicle.endings), d.by_participation.mean].map(figure),
        ),
    );
    data.row(["by chance", "", "", ""].map(str::to_owned).into_iter().chain([figure(null), String::new()]));
    data
}
