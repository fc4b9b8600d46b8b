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
    words,
};
use crate::{
    language::Language,
    outcome::Label,
    report::names,
    say,
    study::{Summary, statistics::Rate},
};

/// A row of the chart.
struct OutcomeRow {
    /// Its name among the figures.
    name: &'static str,
    /// Its name in the picture.
    label: String,
    of: &'static str,
    share: Rate,
    adopted: bool,
    /// Whether the row is a bar of the distribution of outcomes, or else a separate rate.
    bar: bool,
    /// Whether it is a rate of LCD texts where there is no LCD.
    undefined: bool,
}

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let language = wanted.language;
    let rows = rows(language, &chronicle.summary);
    let caption = chronicle.caption(title(language, &rows), say!(language, "charts-outcomes-reading"));
    let mut frame = Frame::new(wanted, caption);
    frame.legend(&[
        LegendEntry::new(LegendKey::Patch(1.0), BLUE, say!(language, "charts-legend-adopted")),
        LegendEntry::new(LegendKey::Patch(1.0), GREY, say!(language, "charts-legend-no-text")),
        LegendEntry::new(LegendKey::Mark(Mark::Diamond), VERMILION, say!(language, "charts-legend-rate")),
    ]);
    body(&frame, &rows);
    let alt: Vec<String> = rows.iter().map(|r| format!("{} {}", r.label, r.figure(language))).collect();
    Ok(frame.finish(&say!(language, "charts-alt-list", items = words::joined(language, &alt)), data(&rows)))
}

/// The commonest outcome, unless the intervals, which hold together, leave open which it is.
fn title(language: Language, rows: &[OutcomeRow]) -> String {
    let mut bars = rows.iter().filter(|r| r.bar);
    let Some(first) = bars.next() else { return String::new() };
    let share = words::rate(language, &first.share);
    if first.share.count == first.share.of {
        return say!(language, "charts-outcomes-all", label = first.label.as_str(), n = first.share.of);
    }
    let rivals: Vec<String> =
        bars.filter(|r| r.share.high >= first.share.low).map(|r| r.label.clone()).collect();
    if rivals.is_empty() {
        return say!(language, "charts-outcomes-most", label = first.label.as_str(), share = share);
    }
    let rivals = language.list(&rivals, 2);
    say!(language, "charts-outcomes-tied", label = first.label.as_str(), rivals = rivals, share = share)
}

impl OutcomeRow {
    /// The share as it is written beside its mark.
    fn figure(&self, language: Language) -> String {
        match self.undefined {
            true => say!(language, "charts-outcomes-undefined"),
            false => words::rate(language, &self.share),
        }
    }
}

fn rows(language: Language, s: &Summary) -> Vec<OutcomeRow> {
    let mut outcomes: Vec<OutcomeRow> = s
        .outcomes
        .iter()
        .filter(|o| o.share.count > 0)
        .map(|o| OutcomeRow {
            name: o.label.words(),
            label: names::label(language, o.label),
            of: "of all runs",
            share: o.share,
            adopted: !matches!(o.label, Label::WalkOut | Label::Deadlock),
            bar: true,
            undefined: false,
        })
        .collect();
    outcomes.sort_by_key(|row| std::cmp::Reverse(row.share.count));
    // Without a conflict of ambition in any run there is no LCD.
    let undefined = s.no_conflict.count == s.no_conflict.of;
    let rate =
        |name, of, share, label| OutcomeRow { name, label, of, share, adopted: true, bar: false, undefined };
    let kind = |kind: &str| say!(language, "charts-outcomes-rate", kind = kind);
    outcomes.extend([
        rate("LCD text", "of all runs", s.lcd, kind("lcd")),
        rate("LCD text", "of texts adopted", s.lcd_given_adopted, kind("lcd-adopted")),
        rate("LCD in substance", "of all runs", s.lcd_in_substance, kind("substance")),
        rate(
            "LCD in substance",
            "of texts adopted",
            s.lcd_in_substance_given_adopted,
            kind("substance-adopted"),
        ),
    ]);
    outcomes
}

fn body(frame: &Frame, rows: &[OutcomeRow]) {
    let canvas = &frame.canvas;
    let size = canvas.small();
    let outer = frame.body.inset(0.0, 0.0, 0.0, Plot::foot(canvas, true));
    let language = canvas.language;
    let labels: Vec<&str> = rows.iter().map(|r| r.label.as_str()).collect();
    let grid = LabelledRows::new(canvas, outer, &labels, 0.42);
    let figures: Vec<String> = rows.iter().map(|r| r.figure(language)).collect();
    let widest = figures.iter().map(|f| font::width(f, size)).fold(0.0, f64::max);
    let inner = grid.inner.inset(0.0, 0.0, widest + size, 0.0);
    let plot = Plot::along(canvas, inner, Axis::percent(say!(language, "charts-axis-share"), 0.0..1.0));
    for (k, (row, figure)) in rows.iter().zip(&figures).enumerate() {
        let y = grid.middle(k);
        let thick = (grid.height * 0.6).min(canvas.em * 1.8);
        canvas.text(figure, (inner.right() + size * 0.8, y), Side::Start, size, INK);
        let Some(share) = row.share.rate.filter(|_| !row.undefined) else { continue };
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
            r.name.to_owned(),
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
