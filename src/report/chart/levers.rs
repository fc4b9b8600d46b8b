//! What would have lifted the text? The effect of each switch, and of what is tried on any case, on the rate of LCD texts,
//! on depth and on adoption: means of differences to the case as it is on the same draws, with their intervals.

use super::{
    ChartOptions, ChartResult, Data, Frame, NothingToDraw, ResultTable, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{LEADING, Mark, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, INK, VERMILION},
        rows::LabelledRows,
    },
    result_table::measure,
};
use crate::{report::number::change, study::measure::axis_label};

/// The measures of the panels unless one is asked for.
const USUAL: [&str; 3] = ["realised_depth", "lcd", "adopted"];

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

/// One switch or treatment.
struct LeverRow {
    name: String,
    asks: String,
    effects: Vec<EffectBar>,
}

impl LeverRow {
    /// Its effect on the first measure, by which levers are ranked.
    fn lift(&self) -> f64 {
        self.effects.first().and_then(|e| e[0]).unwrap_or(0.0)
    }
}

/// Draws the picture.
pub fn draw(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let panels = panels(found, wanted)?;
    let mut levers = levers(found, &panels);
    if levers.is_empty() || panels.is_empty() {
        return Err(NothingToDraw::because("nothing was flipped: there is nothing to compare"));
    }
    levers.sort_by(|a, b| b.lift().abs().total_cmp(&a.lift().abs()));
    let by = axis_label(&panels[0]);
    let usual = panels == USUAL;
    let right =
        if usual { "To the right: deeper, more LCD texts, more adopted." } else { "To the right: more." };
    // Only a race gives levers places.
    let together = if found.numbers("place_last").iter().any(Option::is_some) {
        "; those of a column hold together, each lever with as many replicates as it took"
    } else {
        ""
    };
    let reading = format!(
        "Changes of each against the case as it is, on the same draws: mean and 95\u{a0}% interval{together}. {right} Filled: the \
         interval leaves out 0."
    );
    let title = match levers.iter().max_by(|a, b| a.lift().total_cmp(&b.lift())) {
        Some(l) if panels[0] != USUAL[0] => {
            format!("What moves {by}: {} most, by {}", l.name, change(l.lift()))
        }
        Some(l) if l.lift() > 0.0 => {
            format!("What would have lifted the text: {} by {}", l.name, change(l.lift()))
        }
        _ => "What would have lifted the text: nothing that was tried".to_owned(),
    };
    let words = |note: String| found.caption(title.clone(), format!("{reading}{note}"));
    let probe = Frame::new(wanted, words(String::new()));
    let most = LabelledRows::capacity(&probe.canvas, probe.body.h - probe.canvas.em * 6.0);
    let shown = levers.len().min(most);
    let note = if shown < levers.len() {
        format!(" Shown: the {shown} of {} that move {by} most; the figures hold them all.", levers.len())
    } else {
        String::new()
    };
    let mut frame = Frame::new(wanted, words(note));
    frame.legend(&[
        LegendEntry::new(LegendKey::Mark(Mark::Disc), BLUE, "more than chance"),
        LegendEntry::new(LegendKey::Mark(Mark::Ring), VERMILION, "may be chance"),
    ]);
    let data = data(&levers, &panels);
    // Within the picture: from what lifts most to what sinks most.
    levers.truncate(shown);
    levers.sort_by(|a, b| b.lift().total_cmp(&a.lift()));
    body(&frame, &levers, &panels);
    let alt: Vec<String> =
        levers.iter().take(8).map(|l| format!("{} {}", l.name, change(l.lift()))).collect();
    Ok(frame.finish(&format!("Changes of {by}: {}.", alt.join(", ")), data))
}

fn levers(found: &ResultTable<'_>, panels: &[String]) -> Vec<LeverRow> {
    let columns: Vec<_> =
        panels.iter().map(|measure| found.estimates(&format!("{measure}_change"))).collect();
    let (sources, names, asks) = (found.strings("source"), found.strings("name"), found.strings("asks"));
    // What does not apply has no effects.
    let is_lever = |k: usize| sources[k] != "base" && columns.iter().any(|of| of[k][0].is_some());
    let rows = names.into_iter().zip(asks).enumerate().filter(|(k, _)| is_lever(*k));
    rows.map(|(k, (name, asks))| LeverRow { name, asks, effects: columns.iter().map(|of| of[k]).collect() })
        .collect()
}

fn body(frame: &Frame, levers: &[LeverRow], panels: &[String]) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let head = size * LEADING * 1.2;
    let outer = frame.body.inset(0.0, head, 0.0, Plot::foot(canvas, false));
    let labels: Vec<&str> = levers.iter().map(|l| l.name.as_str()).collect();
    let rows = LabelledRows::new(canvas, outer, &labels, 0.36);
    let cells = rows.inner.grid(panels.len(), 1, (size * 2.0, 0.0));
    for (e, (cell, measure)) in cells.into_iter().zip(panels).enumerate() {
        let ends = || levers.iter().flat_map(|l| l.effects[e]).flatten();
        let (low, high) = (ends().fold(-0.02, f64::min), ends().fold(0.02, f64::max));
        let margin = (high - low) * 0.05;
        let inner = cell.inset(size * 0.8, 0.0, size * 0.8, 0.0);
        let axis = Axis { label: |x| change(x), ..Axis::new("", low - margin..high + margin) };
        let plot = Plot::along(canvas, inner, axis);
        let at = (inner.x + inner.w / 2.0, frame.body.y + size * 0.6);
        canvas.text(&font::clip(&axis_label(measure), size, cell.w), at, Side::Middle, size, INK);
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
    let clear = interval.is_some_and(|(low, high)| low > 0.0 || high < 0.0);
    let colour = if clear { BLUE } else { VERMILION };
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
        for (measure, effect) in panels.iter().zip(&l.effects) {
            let start = [l.name.clone(), l.asks.clone(), measure.clone()];
            data.row(start.into_iter().chain(effect.map(figure)));
        }
    }
    data
}
