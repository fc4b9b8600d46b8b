//! Two cases on the same draws: how much B differs from A in rates, depths, clauses and gains, with intervals.

use super::{
    ChartOptions, ChartResult, Data, Frame, NothingToDraw, ResultTable, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Mark, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, INK, VERMILION},
        rows::LabelledRows,
    },
};
use crate::{
    report::number::{change, point},
    study::measure::axis_label,
};

/// One line of the comparison: level in A, level in B, difference with its interval.
struct DifferenceRow {
    measure: String,
    a: Option<f64>,
    b: Option<f64>,
    difference: [Option<f64>; 3],
}

/// Draws the picture.
pub fn draw(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let lines = lines(found);
    if lines.is_empty() {
        return Err(NothingToDraw::because("the comparison holds nothing"));
    }
    let reading = "B − A, paired by replicate, on scales from 0 to 1: mean and 95\u{a0}% interval. Filled: the interval leaves out 0. On the \
                   right: the level in A and in B.";
    let words =
        |note: String| found.caption("What differs between the two cases", format!("{reading}{note}"));
    let probe = Frame::new(wanted, words(String::new()));
    let shown = lines.len().min(LabelledRows::capacity(&probe.canvas, probe.body.h - probe.canvas.em * 5.0));
    let mut frame = Frame::new(wanted, words(super::omission_note(shown, lines.len(), "lines")));
    frame.legend(&[
        LegendEntry::new(LegendKey::Mark(Mark::Disc), BLUE, "more than chance"),
        LegendEntry::new(LegendKey::Mark(Mark::Ring), VERMILION, "may be chance"),
    ]);
    body(&frame, &lines[..shown]);
    let alt: Vec<String> =
        lines.iter().take(10).map(|l| format!("{} {}", l.measure, change(l.difference[0]))).collect();
    Ok(frame.finish(&format!("Differences: {}.", alt.join(", ")), data(&lines)))
}

fn lines(found: &ResultTable<'_>) -> Vec<DifferenceRow> {
    let (a, b) = (found.numbers("a"), found.numbers("b"));
    let difference = ["difference", "difference_low", "difference_high"].map(|name| found.numbers(name));
    let line = |(k, measure)| DifferenceRow {
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
    let labels: Vec<String> = lines.iter().map(|l| axis_label(&l.measure)).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let rows = LabelledRows::new(canvas, outer, &labels, 0.4);
    let levels: Vec<String> = lines.iter().map(|l| format!("{} → {}", point(l.a), point(l.b))).collect();
    let widest = levels.iter().map(|l| font::width(l, size)).fold(0.0, f64::max);
    let inner = rows.inner.inset(size, 0.0, widest + size * 1.6, 0.0);
    let ends = || lines.iter().flat_map(|l| l.difference).flatten();
    let (low, high) = (ends().fold(-0.02, f64::min), ends().fold(0.02, f64::max));
    let margin = (high - low) * 0.05;
    let plot = Plot::along(
        canvas,
        inner,
        Axis { label: |x| change(x), ..Axis::new("B − A", low - margin..high + margin) },
    );
    let zero = plot.across(0.0);
    canvas.line(&[(zero, inner.y), (zero, inner.bottom())], canvas.em / 14.0, INK);
    for (k, (line, level)) in lines.iter().zip(&levels).enumerate() {
        let y = rows.middle(k);
        if k > 0 && kind(&line.measure) != kind(&lines[k - 1].measure) {
            let rule = Rect { x: outer.x, y: y - rows.height / 2.0, w: outer.w, h: canvas.em / 20.0 };
            canvas.fill(rule, GREY);
        }
        canvas.text(level, (inner.right() + size, y), Side::Start, size, INK);
        let [Some(mean), low, high] = line.difference else { continue };
        let interval = low.zip(high);
        let clear = interval.is_some_and(|(low, high)| low > 0.0 || high < 0.0);
        let (mark, colour) = if clear { (Mark::Disc, BLUE) } else { (Mark::Ring, VERMILION) };
        if let Some((low, high)) = interval {
            canvas.line(&[(plot.across(low), y), (plot.across(high), y)], canvas.em / 8.0, colour);
        }
        let radius = (rows.height * 0.3).min(canvas.em * 0.28);
        canvas.group("difference", || canvas.mark(mark, (plot.across(mean), y), radius, colour));
    }
}

/// What a line is about, as in `gain:China`; nothing for rates and depths.
fn kind(measure: &str) -> Option<&str> {
    measure.split_once(':').map(|(kind, _)| kind)
}

fn data(lines: &[DifferenceRow]) -> Data {
    let mut data = Data::new(["measure", "a", "b", "difference", "low", "high"]);
    for l in lines {
        let numbers = [l.a, l.b].into_iter().chain(l.difference).map(figure);
        data.row(std::iter::once(l.measure.clone()).chain(numbers));
    }
    data
}
