//! How the text moved: the median and the 10 % and 90 % quantiles of each clause after each round, the number of clauses
//! in brackets, and the share of negotiations that had adopted a text.
//!
//! A negotiation that ends early keeps its last text, so that the right edge shows the final texts.

use super::{
    ChartOptions, ChartResult, Chronicle, Data, Frame, NothingToDraw, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Canvas, Point, Rect},
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, VERMILION, faint},
        panels,
    },
};
use crate::report::number::percent;

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let s = &chronicle.summary;
    let scales = chronicle.scale_clauses();
    if scales.is_empty() {
        return Err(NothingToDraw::because(
            "every clause is a choice among options: none moves on a scale (see plenary chart ladder)",
        ));
    }
    let adopted = percent(s.adopted.rate.unwrap_or(0.0));
    let mut caption = chronicle.caption(
        format!("How the text moved: adopted in {adopted} of runs"),
        "Each clause from 0 to 1 after each round: the median run and the middle eight in ten; a run that has ended keeps \
         its last text.",
    );
    if let Some(round) = s.rounds.mean {
        caption.reading.push_str(&format!(" Upright dashes: the mean round of adoption, {round:.0}."));
    }
    let titles: Vec<&str> = scales.iter().map(|&c| s.clauses[c].title.as_str()).collect();
    let max = Frame::panel_capacity(wanted, &caption, 1.5).saturating_sub(1);
    let shown = scales.len().min(max.max(1));
    caption.note_omitted(shown, scales.len(), "clauses");
    let mut frame = Frame::new(wanted, caption);
    frame.legend(&[
        LegendEntry::new(LegendKey::Line, BLUE, "median text"),
        LegendEntry::new(LegendKey::Patch(0.25), BLUE, "10–90\u{a0}% of runs"),
        LegendEntry::new(LegendKey::Dashes, GREY, "status quo"),
        LegendEntry::new(LegendKey::Dashes, VERMILION, "clauses in brackets (last panel)"),
        LegendEntry::new(LegendKey::Line, VERMILION, "runs with a text (last panel)"),
    ]);
    let mut named: Vec<&str> = titles[..shown].to_vec();
    named.push("in brackets, adopted");
    let cells = panels::layout(&frame.canvas, frame.body, &named, "round");
    for (cell, &clause) in cells.iter().zip(&scales) {
        clause_panel(&frame.canvas, *cell, chronicle, clause);
    }
    if let Some(last) = cells.last() {
        progress_panel(&frame.canvas, *last, chronicle);
    }
    let ends: Vec<String> = scales.iter().map(|&c| ending(chronicle, c)).collect();
    Ok(frame
        .finish(&format!("Medians from the first draft to the end: {}.", ends.join("; ")), data(chronicle)))
}

fn rounds(chronicle: &Chronicle<'_>) -> Axis {
    let last = chronicle.course.looks().last().copied().unwrap_or(1);
    Axis::counts("", 0.0..f64::from(last.max(1)))
}

/// Draws one clause: band, median, status quo and mean round of adoption.
fn clause_panel(canvas: &Canvas, cell: Rect, chronicle: &Chronicle<'_>, clause: usize) {
    let plot = Plot::new(canvas, cell, rounds(chronicle), Axis::new("", 0.0..1.0));
    let course = &chronicle.course;
    let path = |p: f64| -> Vec<Point> {
        let looks = course.looks().iter().enumerate();
        looks.filter_map(|(k, &r)| Some(plot.at(r.into(), course.quantile(clause, k, p)?))).collect()
    };
    let q = chronicle.summary.clauses[clause].status_quo_at;
    canvas.dashed(|| plot.horizontal_line(canvas, q, canvas.em / 12.0, GREY));
    canvas.group("band", || canvas.band(path(0.1), path(0.9), faint(BLUE, 0.25)));
    canvas.group("median", || canvas.line(&path(0.5), canvas.em / 8.0, BLUE));
    adoption(canvas, &plot, chronicle);
}

fn adoption(canvas: &Canvas, plot: &Plot, chronicle: &Chronicle<'_>) {
    if let Some(round) = chronicle.summary.rounds.mean {
        let x = plot.across(round);
        canvas.dashed(|| {
            canvas.line(&[(x, plot.inner.y), (x, plot.inner.bottom())], canvas.em / 14.0, VERMILION)
        });
    }
}

/// Draws the mean share of clauses in brackets and the share of texts adopted.
fn progress_panel(canvas: &Canvas, cell: Rect, chronicle: &Chronicle<'_>) {
    let plot = Plot::new(canvas, cell, rounds(chronicle), Axis::percent("", 0.0..1.0));
    let course = &chronicle.course;
    #[allow(clippy::cast_precision_loss)] // a handful of clauses
    let clauses = chronicle.case.model().clauses.len().max(1) as f64;
    let rounds = || course.looks().iter().enumerate();
    let open: Vec<Point> =
        rounds().filter_map(|(k, &r)| Some(plot.at(r.into(), course.open(k)? / clauses))).collect();
    let adopted: Vec<Point> =
        rounds().map(|(k, &r)| plot.at(r.into(), course.adopted(k).rate.unwrap_or(0.0))).collect();
    canvas.group("open", || canvas.dashed(|| canvas.line(&open, canvas.em / 8.0, VERMILION)));
    canvas.group("adopted", || canvas.line(&adopted, canvas.em / 8.0, VERMILION));
}

fn ending(chronicle: &Chronicle<'_>, clause: usize) -> String {
    let course = &chronicle.course;
    let last = course.looks().len().saturating_sub(1);
    let at = |look| crate::report::number::point(course.quantile(clause, look, 0.5));
    format!("{} {} to {}", chronicle.summary.clauses[clause].title, at(0), at(last))
}

fn data(chronicle: &Chronicle<'_>) -> Data {
    let course = &chronicle.course;
    let mut data =
        Data::new(["clause", "round", "p10", "median", "p90", "option", "share", "open_brackets", "adopted"]);
    for (k, round) in course.looks().iter().enumerate() {
        let adopted = figure(course.adopted(k).rate);
        for (c, clause) in chronicle.case.model().clauses.iter().enumerate() {
            let p = |p| figure(course.quantile(c, k, p));
            let row = |option: String, share: String| {
                [
                    clause.name.clone(),
                    round.to_string(),
                    p(0.1),
                    p(0.5),
                    p(0.9),
                    option,
                    share,
                    figure(course.open(k)),
                    adopted.clone(),
                ]
            };
            let counts = course.options(c, k);
            if counts.is_empty() {
                data.row(row(String::new(), String::new()));
            }
            for (o, count) in counts.iter().enumerate() {
                #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
                let share = *count as f64 / course.replicates().max(1) as f64;
                data.row(row(clause.source.in_words(crate::text::Value::option(o)), figure(share)));
            }
        }
    }
    data
}
