//! Outcomes: a bar for each outcome with simultaneous intervals, and the rates of lowest-common-denominator texts among
//! all runs and among texts adopted.
//!
//! Shares k/n with Bonferroni–Wilson intervals ([`Rate::simultaneous`]); rates with Wilson intervals.

use super::{
    ChartOptions, ChartResult, Chronicle, Data, Frame, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Mark, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, INK, MUTED, VERMILION},
        rows::LabelledRows,
    },
};
use crate::{
    outcome::Label,
    report::number::{percent, rate},
    study::statistics::Rate,
};

/// A row of the chart.
struct OutcomeRow {
    name: String,
    of: &'static str,
    share: Rate,
    adopted: bool,
    /// Whether the row is a bar of the distribution of outcomes, or else a separate rate.
    bar: bool,
}

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let rows = rows(chronicle);
    let commonest = rows.iter().filter(|r| r.bar).max_by_key(|r| r.share.count);
    let title = commonest.map_or_else(String::new, |r| {
        format!("How it ends: {} in {} of runs", r.name, percent(r.share.rate.unwrap_or(0.0)))
    });
    let reading = "Bars: share of all runs, simultaneous 95\u{a0}% intervals. Marks below: rates of texts at the lowest common \
                   denominator (LCD), of all runs and of texts adopted, 95\u{a0}% intervals.";
    let mut frame = Frame::new(wanted, chronicle.caption(title, reading));
    frame.legend(&[
        LegendEntry::new(LegendKey::Patch(1.0), BLUE, "a text is adopted"),
        LegendEntry::new(LegendKey::Patch(1.0), GREY, "no text"),
        LegendEntry::new(LegendKey::Mark(Mark::Diamond), VERMILION, "rate"),
    ]);
    body(&frame, &rows);
    let alt: Vec<String> =
        rows.iter().map(|r| format!("{} ({}): {}", r.name, r.of, rate(&r.share))).collect();
    Ok(frame.finish(&format!("{}.", alt.join("; ")), data(&rows)))
}

fn rows(chronicle: &Chronicle<'_>) -> Vec<OutcomeRow> {
    let s = &chronicle.summary;
    let mut outcomes: Vec<OutcomeRow> = s
        .outcomes
        .iter()
        .filter(|o| o.share.count > 0)
        .map(|o| OutcomeRow {
            name: o.label.words().to_owned(),
            of: "of all runs",
            share: o.share,
            adopted: !matches!(o.label, Label::WalkOut | Label::Deadlock),
            bar: true,
        })
        .collect();
    outcomes.sort_by_key(|row| std::cmp::Reverse(row.share.count));
    let rate =
        |name: &str, of, share| OutcomeRow { name: name.to_owned(), of, share, adopted: true, bar: false };
    outcomes.extend([
        rate("LCD text", "of all runs", s.lcd),
        rate("LCD text", "of texts adopted", s.lcd_given_adopted),
        rate("LCD in substance", "of all runs", s.lcd_in_substance),
        rate("LCD in substance", "of texts adopted", s.lcd_in_substance_given_adopted),
    ]);
    outcomes
}

fn body(frame: &Frame, rows: &[OutcomeRow]) {
    let canvas = &frame.canvas;
    let size = canvas.small();
    let outer = frame.body.inset(0.0, 0.0, 0.0, Plot::foot(canvas, true));
    let labels: Vec<String> =
        rows.iter().map(|r| if r.bar { r.name.clone() } else { format!("{}, {}", r.name, r.of) }).collect();
    let grid = LabelledRows::new(canvas, outer, &labels, 0.42);
    let figures: Vec<String> = rows.iter().map(|r| rate(&r.share)).collect();
    let widest = figures.iter().map(|f| font::width(f, size)).fold(0.0, f64::max);
    let inner = grid.inner.inset(0.0, 0.0, widest + size, 0.0);
    let plot = Plot::along(canvas, inner, Axis::percent("share", 0.0..1.0));
    for (k, (row, figure)) in rows.iter().zip(&figures).enumerate() {
        let y = grid.middle(k);
        let thick = (grid.height * 0.6).min(canvas.em * 1.8);
        canvas.text(figure, (inner.right() + size * 0.8, y), Side::Start, size, INK);
        let Some(share) = row.share.rate else { continue };
        let x = plot.across(share);
        if row.bar {
            let bar = Rect { x: inner.x, y: y - thick / 2.0, w: x - inner.x, h: thick };
            canvas.group("bar", || canvas.fill(bar, if row.adopted { BLUE } else { GREY }));
        }
        let (low, high) = (plot.across(row.share.low), plot.across(row.share.high));
        let (pen, cap) = (canvas.em / 9.0, thick * 0.22);
        canvas.group("interval", || {
            let colour = if row.bar { INK } else { VERMILION };
            canvas.line(&[(low, y), (high, y)], pen, colour);
            canvas.line(&[(low, y - cap), (low, y + cap)], pen, colour);
            canvas.line(&[(high, y - cap), (high, y + cap)], pen, colour);
        });
        if !row.bar {
            canvas.group("rate", || canvas.mark(Mark::Diamond, (x, y), canvas.em * 0.32, VERMILION));
        }
    }
    // A line separates the shares, which sum to 1, from the rates, which do not.
    let bars = rows.iter().filter(|r| r.bar).count();
    let y = grid.middle(bars) - grid.height / 2.0;
    canvas.line(&[(frame.body.x, y), (frame.body.right(), y)], canvas.em / 18.0, MUTED);
}

fn data(rows: &[OutcomeRow]) -> Data {
    let mut data = Data::new(["what", "of", "count", "n", "share", "low", "high"]);
    for r in rows {
        let s = &r.share;
        data.row([
            r.name.clone(),
            r.of.to_owned(),
            s.count.to_string(),
            s.of.to_string(),
            figure(s.rate),
            figure(s.low),
            figure(s.high),
        ]);
    }
    data
}
