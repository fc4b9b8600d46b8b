//! What would have lifted the text? The effect of each switch, and of what is tried on any case, on the rate of LCD texts,
//! on depth and on adoption: means of differences to the case as it is on the same draws, with their intervals.

use super::{
    Caption, ChartOptions, ChartResult, Data, Frame, NothingToDraw, ResultTable, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{LEADING, Mark, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, INK},
        rows::LabelledRows,
    },
    result_table::measure,
    words,
};
use crate::{language::Language, say};

/// The measures of the panels unless one is asked for.
const USUAL: [&str; 3] = ["realised_depth", "lcd", "adopted"];
/// How many of the levers that do not apply are named.
const NAMED: usize = 3;

/// The measures of the panels: the one that is asked for, else the usual ones, else the first that are there.
fn panels(found: &ResultTable<'_>, wanted: &ChartOptions) -> Result<Vec<String>, NothingToDraw> {
    let known: Vec<&str> = found.measures().iter().filter_map(|name| name.strip_suffix("_change")).collect();
    if wanted.measure.is_some() {
        return Ok(vec![measure(wanted, "", &known)?]);
    }
    let usual: Vec<String> = USUAL.into_iter().filter(|m| known.contains(m)).map(str::to_owned).collect();
    let first = || known.iter().take(USUAL.len()).map(|m| (*m).to_owned()).collect();
    Ok(if usual.is_empty() { first() } else { usual })
}

/// An effect with the ends of its interval.
type EffectBar = [Option<f64>; 3];

/// One switch or treatment, or several that come to the same.
struct LeverRow {
    name: String,
    asks: String,
    /// The names of the others that have the same effects to the last digit.
    same: Vec<String>,
    effects: Vec<EffectBar>,
}

impl LeverRow {
    /// Its effect on the first measure, by which levers are ranked.
    fn lift(&self) -> f64 {
        self.effects.first().and_then(|e| e[0]).unwrap_or(0.0)
    }

    /// What it asks, and how many others come to the same.
    fn label(&self, language: Language) -> String {
        let asks = if self.asks.is_empty() { &self.name } else { &self.asks };
        match self.same.len() {
            0 => asks.clone(),
            n => say!(language, "charts-levers-same", lever = asks.as_str(), n = n),
        }
    }
}

/// Whether an effect is told from none: its interval leaves out 0.
fn is_clear([at, low, high]: EffectBar) -> bool {
    match low.zip(high) {
        Some((low, high)) => low > 0.0 || high < 0.0 || (low == high && at.is_some_and(|at| at != 0.0)),
        None => false,
    }
}

/// Draws the picture.
pub fn draw(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let panels = panels(found, wanted)?;
    let (mut levers, without) = levers(found, &panels);
    if levers.is_empty() || panels.is_empty() {
        return Err(NothingToDraw::because("no-levers"));
    }
    levers.sort_by(|a, b| b.lift().abs().total_cmp(&a.lift().abs()));
    let mut caption = caption(found, wanted, &panels, &levers, &without);
    let probe = Frame::new(wanted, caption.clone());
    // Questions take two lines.
    let most = (LabelledRows::capacity(&probe.canvas, probe.body.h - probe.canvas.em * 6.0) / 2).max(1);
    let shown = levers.len().min(most);
    if shown < levers.len() {
        let by = wanted.titles.measure(wanted.language, &panels[0]);
        let of = levers.len();
        caption.reading.push_str(&say!(
            wanted.language,
            "charts-levers-shown",
            shown = shown,
            of = of,
            by = by
        ));
    }
    let mut frame = Frame::new(wanted, caption);
    frame.legend(&[
        LegendEntry::new(LegendKey::Mark(Mark::Disc), BLUE, say!(wanted.language, "charts-legend-clear")),
        LegendEntry::new(LegendKey::Mark(Mark::Ring), GREY, say!(wanted.language, "charts-legend-unclear")),
    ]);
    let data = data(&levers, &panels);
    // Within the picture: from what lifts most to what sinks most.
    levers.truncate(shown);
    levers.sort_by(|a, b| b.lift().total_cmp(&a.lift()));
    body(&frame, &levers, &panels, wanted);
    let told = |l: &LeverRow| format!("{} {}", l.label(wanted.language), wanted.language.change(l.lift()));
    let alt: Vec<String> = levers.iter().take(8).map(told).collect();
    Ok(frame.finish(
        &say!(wanted.language, "charts-levers-alt", items = words::joined(wanted.language, &alt)),
        data,
    ))
}

/// Whether two intervals have a value in common; each has one with itself.
fn overlap([_, low, high]: [Option<f64>; 3], [_, other_low, other_high]: [Option<f64>; 3]) -> bool {
    let reaches = |high: Option<f64>, low: Option<f64>| high.zip(low).is_none_or(|(high, low)| high >= low);
    reaches(high, other_low) && reaches(other_high, low)
}

/// What lifts the first measure most, where its interval leaves out 0; how to read the picture; what does not apply.
fn caption(
    found: &ResultTable<'_>,
    wanted: &ChartOptions,
    panels: &[String],
    levers: &[LeverRow],
    without: &[String],
) -> Caption {
    let language = wanted.language;
    let by = wanted.titles.measure(language, &panels[0]);
    let best = levers.iter().filter(|l| l.lift() > 0.0).max_by(|a, b| a.lift().total_cmp(&b.lift()));
    let title = match best.filter(|l| is_clear(l.effects[0])) {
        Some(l) => {
            let change = words::change(language, l.effects[0]);
            let n = levers.iter().filter(|other| overlap(l.effects[0], other.effects[0])).count();
            say!(language, "charts-levers-title", by = by, lever = l.label(language), change = change, n = n)
        }
        None => say!(language, "charts-levers-nothing", by = by),
    };
    // Only a race gives levers places.
    let is_race = found.numbers("place_last").iter().any(Option::is_some);
    let mut reading = say!(language, "charts-levers-reading", kind = if is_race { "race" } else { "plain" });
    if !without.is_empty() {
        let named = language.list(without, NAMED);
        reading.push_str(&say!(language, "charts-levers-without", levers = named));
    }
    found.caption(title, reading)
}

/// The levers that apply, those of the same effects as one; and the names of those that do not.
fn levers(found: &ResultTable<'_>, panels: &[String]) -> (Vec<LeverRow>, Vec<String>) {
    let columns: Vec<_> =
        panels.iter().map(|measure| found.estimates(&format!("{measure}_change"))).collect();
    let (sources, names, asks) = (found.strings("source"), found.strings("name"), found.strings("asks"));
    let (mut levers, mut without): (Vec<LeverRow>, Vec<String>) = Default::default();
    for (k, (name, asks)) in names.into_iter().zip(asks).enumerate().filter(|(k, _)| sources[*k] != "base") {
        let effects: Vec<EffectBar> = columns.iter().map(|of| of[k]).collect();
        if effects.iter().all(|e| e[0].is_none()) {
            without.push(name);
        } else if let Some(same) = levers.iter_mut().find(|l| l.effects == effects) {
            same.same.push(name);
        } else {
            levers.push(LeverRow { name, asks, same: Vec::new(), effects });
        }
    }
    (levers, without)
}

fn body(frame: &Frame, levers: &[LeverRow], panels: &[String], wanted: &ChartOptions) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let head = size * LEADING * 1.2;
    let outer = frame.body.inset(0.0, head, 0.0, Plot::foot(canvas, false));
    let labels: Vec<String> = levers.iter().map(|l| l.label(canvas.language)).collect();
    let rows = LabelledRows::new(canvas, outer, &labels, 0.46);
    let cells = rows.inner.grid(panels.len(), 1, (size * 2.0, 0.0));
    for (e, (cell, measure)) in cells.into_iter().zip(panels).enumerate() {
        let ends = || levers.iter().flat_map(|l| l.effects[e]).flatten();
        let (low, high) = (ends().fold(-0.02, f64::min), ends().fold(0.02, f64::max));
        let margin = (high - low) * 0.05;
        let inner = cell.inset(size * 0.8, 0.0, size * 0.8, 0.0);
        let axis =
            Axis { label: |language, x| language.change(x), ..Axis::new("", low - margin..high + margin) };
        let plot = Plot::along(canvas, inner, axis);
        let at = (inner.x + inner.w / 2.0, frame.body.y + size * 0.6);
        let name = wanted.titles.measure(canvas.language, measure);
        canvas.text(&font::clip(&name, size, cell.w), at, Side::Middle, size, INK);
        let zero = plot.across(0.0);
        canvas.line(&[(zero, inner.y), (zero, inner.bottom())], canvas.em / 14.0, INK);
        let rows = LabelledRows { inner: Rect { x: inner.x, ..rows.inner }, ..rows };
        for (k, lever) in levers.iter().enumerate() {
            mark(frame, &plot, rows.middle(k), lever.effects[e], rows.height);
        }
    }
}

fn mark(frame: &Frame, plot: &Plot, y: f64, effect: EffectBar, height: f64) {
    let canvas = &frame.canvas;
    let [Some(mean), low, high] = effect else { return };
    let interval = low.zip(high);
    let clear = is_clear(effect);
    let colour = if clear { BLUE } else { GREY };
    if let Some((low, high)) = interval {
        canvas.group("interval", || {
            canvas.line(&[(plot.across(low), y), (plot.across(high), y)], canvas.em / 8.0, colour);
        });
    }
    let mark = if clear { Mark::Disc } else { Mark::Ring };
    let radius = (height * 0.3).min(canvas.em * 0.28);
    canvas.group("effect", || canvas.mark(mark, (plot.across(mean), y), radius, colour));
}

fn data(levers: &[LeverRow], panels: &[String]) -> Data {
    let mut data = Data::new(["lever", "asks", "measure", "change", "low", "high"]);
    for l in levers {
        for name in std::iter::once(&l.name).chain(&l.same) {
            for (measure, effect) in panels.iter().zip(&l.effects) {
                let start = [name.clone(), l.asks.clone(), measure.clone()];
                data.row(start.into_iter().chain(effect.map(figure)));
            }
        }
    }
    data
}
