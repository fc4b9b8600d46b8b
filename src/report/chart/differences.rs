//! Two cases on the same draws: how much B differs from A in rates, depths, clauses and gains, with intervals.

use super::{
    ChartOptions, ChartResult, Data, Frame, NothingToDraw, ResultTable, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Mark, Side},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, INK},
        rows::LabelledRows,
    },
    words,
};
use crate::{language::Language, say};

/// One line of the comparison: level in A, level in B, difference with its interval.
struct DifferenceRow {
    measure: String,
    label: String,
    a: Option<f64>,
    b: Option<f64>,
    difference: [Option<f64>; 3],
}

impl DifferenceRow {
    fn size(&self) -> f64 {
        self.difference[0].unwrap_or(0.0).abs()
    }

    /// Whether the interval leaves out 0.
    fn is_clear(&self) -> bool {
        let ends = self.difference[1].zip(self.difference[2]);
        ends.is_some_and(|(low, high)| low > 0.0 || high < 0.0)
    }
}

/// Draws the picture.
pub fn draw(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let language = wanted.language;
    let mut lines = lines(found, wanted);
    if lines.is_empty() {
        return Err(NothingToDraw::because("no-comparison"));
    }
    let data = data(&lines);
    // The largest first; what cannot be told from chance after what can.
    lines.sort_by(|a, b| b.is_clear().cmp(&a.is_clear()).then(b.size().total_cmp(&a.size())));
    let mut caption = found.caption(title(language, &lines), say!(language, "charts-differences-reading"));
    let probe = Frame::new(wanted, caption.clone());
    let shown = lines.len().min(LabelledRows::capacity(&probe.canvas, probe.body.h - probe.canvas.em * 5.0));
    caption.note_omitted(language, shown, lines.len(), "lines");
    let mut frame = Frame::new(wanted, caption);
    frame.legend(&[
        LegendEntry::new(LegendKey::Mark(Mark::Disc), BLUE, say!(language, "charts-legend-clear")),
        LegendEntry::new(LegendKey::Mark(Mark::Ring), GREY, say!(language, "charts-legend-unclear")),
    ]);
    body(&frame, &lines[..shown]);
    let told = |l: &DifferenceRow| format!("{} {}", l.label, language.change(l.difference[0]));
    let alt: Vec<String> = lines.iter().take(10).map(told).collect();
    Ok(frame.finish(&say!(language, "charts-differences-alt", items = words::joined(language, &alt)), data))
}

/// The largest difference that can be told from chance.
fn title(language: Language, lines: &[DifferenceRow]) -> String {
    match lines.iter().find(|l| l.is_clear()) {
        Some(l) => {
            let change = words::change(language, l.difference);
            say!(language, "charts-differences-title", what = l.label.as_str(), change = change)
        }
        None => say!(language, "charts-differences-nothing"),
    }
}

fn lines(found: &ResultTable<'_>, wanted: &ChartOptions) -> Vec<DifferenceRow> {
    let (a, b) = (found.numbers("a"), found.numbers("b"));
    let difference = ["difference", "difference_low", "difference_high"].map(|name| found.numbers(name));
    let line = |(k, measure): (usize, String)| DifferenceRow {
        label: wanted.titles.measure(wanted.language, &measure),
        measure,
        a: a[k],
        b: b[k],
        difference: [0, 1, 2].map(|end| difference[end][k]),
    };
    found.strings("measure").into_iter().enumerate().map(line).collect()
}

fn body(frame: &Frame, lines: &[DifferenceRow]) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    let outer = frame.body.inset(0.0, 0.0, 0.0, Plot::foot(canvas, true));
    let language = canvas.language;
    let labels: Vec<&str> = lines.iter().map(|l| l.label.as_str()).collect();
    let rows = LabelledRows::new(canvas, outer, &labels, 0.4);
    let levels: Vec<String> =
        lines.iter().map(|l| format!("{} → {}", language.point(l.a), language.point(l.b))).collect();
    let widest = levels.iter().map(|l| font::width(l, size)).fold(0.0, f64::max);
    let inner = rows.inner.inset(size, 0.0, widest + size * 1.6, 0.0);
    let ends = || lines.iter().flat_map(|l| l.difference).flatten();
    let (low, high) = (ends().fold(-0.02, f64::min), ends().fold(0.02, f64::max));
    let margin = (high - low) * 0.05;
    let plot = Plot::along(
        canvas,
        inner,
        Axis { label: |language, x| language.change(x), ..Axis::new("B − A", low - margin..high + margin) },
    );
    let zero = plot.across(0.0);
    canvas.line(&[(zero, inner.y), (zero, inner.bottom())], canvas.em / 14.0, INK);
    for (k, (line, level)) in lines.iter().zip(&levels).enumerate() {
        let y = rows.middle(k);
        canvas.text(level, (inner.right() + size, y), Side::Start, size, INK);
        let [Some(mean), low, high] = line.difference else { continue };
        let (mark, colour) = if line.is_clear() { (Mark::Disc, BLUE) } else { (Mark::Ring, GREY) };
        if let Some((low, high)) = low.zip(high) {
            canvas.line(&[(plot.across(low), y), (plot.across(high), y)], canvas.em / 8.0, colour);
        }
        let radius = (rows.height * 0.3).min(canvas.em * 0.28);
        canvas.group("difference", || canvas.mark(mark, (plot.across(mean), y), radius, colour));
    }
}

fn data(lines: &[DifferenceRow]) -> Data {
    let mut data = Data::new(["measure", "a", "b", "difference", "low", "high"]);
    for l in lines {
        let numbers = [l.a, l.b].into_iter().chain(l.difference).map(figure);
        data.row(std::iter::once(l.measure.clone()).chain(numbers));
    }
    data
}
