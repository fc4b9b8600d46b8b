//! How the text moved: the median and the 10 % and 90 % quantiles of its depth and of each clause after each round, the
//! share of clauses in brackets, and the share of negotiations that had adopted a text.
//!
//! A text changes at a round and holds until the next: lines are staircases. A negotiation that ends early keeps its last
//! text and has no brackets, so that the right edge shows the final texts, and the last few under way do not stand for all.

use super::{
    ChartOptions, ChartResult, Chronicle, Data, Frame, NothingToDraw, figure,
    frame::{
        axis::{Axis, Plot, staircase},
        canvas::{Canvas, Point, Rect},
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREEN, GREY, VERMILION, faint},
        panels,
    },
    words,
};
use crate::{
    language::Language,
    outcome::Label,
    say,
    study::{
        Summary,
        statistics::{Mean, Rate},
    },
};

/// What a panel shows.
#[derive(Clone, Copy)]
enum Panel {
    Depth,
    Clause(usize),
    /// Brackets and adoption.
    Progress,
}

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let (s, language) = (&chronicle.summary, wanted.language);
    let scales = chronicle.scale_clauses();
    if scales.is_empty() {
        return Err(NothingToDraw::because("no-scale"));
    }
    let round = s.rounds.mean.map_or_else(|| "none".to_owned(), |round| format!("{round:.0}"));
    let reading = say!(language, "charts-trajectory-reading", round = round);
    let mut caption = chronicle.caption(title(language, s), reading);
    let mut shown: Vec<Panel> = if s.has_ambition() { vec![Panel::Depth] } else { Vec::new() };
    let room = Frame::panel_capacity(wanted, &caption, 3.0).saturating_sub(shown.len() + 1).max(1);
    caption.note_omitted(language, scales.len().min(room), scales.len(), "clauses");
    shown.extend(scales.iter().take(room).map(|&c| Panel::Clause(c)));
    shown.push(Panel::Progress);
    let mut frame = Frame::new(wanted, caption);
    frame.legend(&legend(language, s.has_ambition()));
    let titles: Vec<String> = shown.iter().map(|panel| panel.title(language, s)).collect();
    let along = say!(language, "charts-axis-round");
    for (cell, panel) in panels::layout(&frame.canvas, frame.body, &titles, &along).iter().zip(&shown) {
        match panel {
            Panel::Depth => depth_panel(&frame.canvas, *cell, chronicle),
            Panel::Clause(clause) => clause_panel(&frame.canvas, *cell, chronicle, *clause),
            Panel::Progress => progress_panel(&frame.canvas, *cell, chronicle),
        }
    }
    let ends: Vec<String> = scales.iter().map(|&c| ending(language, chronicle, c)).collect();
    Ok(frame.finish(
        &say!(language, "charts-trajectory-alt", items = words::joined(language, &ends)),
        data(chronicle),
    ))
}

impl Panel {
    fn title(self, language: Language, s: &Summary) -> String {
        match self {
            Self::Depth => say!(language, "charts-trajectory-depth"),
            Self::Clause(clause) => s.clauses[clause].title.clone(),
            Self::Progress => say!(language, "charts-trajectory-progress"),
        }
    }
}

/// From what depth of the first draft to what depth of what holds afterwards, if the intervals tell them apart.
fn title(language: Language, s: &Summary) -> String {
    if !s.has_ambition() {
        // A deferral adopts a text that leaves everything as it is.
        let deferred = s.outcomes.iter().find(|o| o.label == Label::Deferral).map_or(0, |o| o.share.count);
        let changing = Rate::new(s.adopted.count - deferred.min(s.adopted.count), s.adopted.of);
        let changing = if s.adopted.is_exact() { changing.exact() } else { changing };
        return say!(language, "charts-trajectory-no-depth", share = words::rate(language, &changing));
    }
    let (draft, ends) = (&s.depth.draft, &s.depth.realised);
    let moved = if s.adopted.count == 0 { "nothing" } else { direction(draft, ends) };
    say!(
        language,
        "charts-trajectory-title",
        moved = moved,
        draft = words::mean(language, draft),
        ends = words::mean(language, ends)
    )
}

/// Which way a mean has moved: `same` where it has not, as printed; `unclear` where the intervals meet.
fn direction(from: &Mean, to: &Mean) -> &'static str {
    let (Some(a), Some(b)) = (from.mean, to.mean) else { return "unclear" };
    let ends = |m: &Mean, at: f64| (m.low.unwrap_or(at), m.high.unwrap_or(at));
    let ((from_low, from_high), (to_low, to_high)) = (ends(from, a), ends(to, b));
    match () {
        () if (a - b).abs() < 0.005 => "same",
        () if to_high < from_low => "falls",
        () if to_low > from_high => "rises",
        () => "unclear",
    }
}

fn legend(language: Language, has_depth: bool) -> Vec<LegendEntry> {
    let mut entries = vec![
        LegendEntry::new(LegendKey::Line, BLUE, say!(language, "charts-legend-median-text")),
        LegendEntry::new(LegendKey::Patch(0.25), BLUE, say!(language, "charts-legend-runs-band")),
        LegendEntry::new(LegendKey::Dashes, GREY, say!(language, "charts-legend-status-quo")),
    ];
    if has_depth {
        entries.push(LegendEntry::new(LegendKey::Dashes, GREEN, say!(language, "charts-legend-depth-lcd")));
        entries.push(LegendEntry::new(LegendKey::Line, GREEN, say!(language, "charts-legend-depth-bound")));
    }
    entries.push(LegendEntry::new(LegendKey::Dashes, VERMILION, say!(language, "charts-legend-in-brackets")));
    entries.push(LegendEntry::new(LegendKey::Line, VERMILION, say!(language, "charts-legend-with-text")));
    entries
}

/// The rounds up to the one in which the last negotiation ended.
fn rounds(chronicle: &Chronicle<'_>) -> Axis {
    let course = &chronicle.course;
    let looks = course.looks();
    let last = (0..looks.len()).rev().find(|&k| course.under_way(k) > 0).map_or(0, |k| k + 1);
    let last = looks.get(last.min(looks.len().saturating_sub(1))).copied().unwrap_or(1);
    Axis::counts("", 0.0..f64::from(last.max(1)))
}

/// A staircase of what holds after each look.
fn stairs(chronicle: &Chronicle<'_>, plot: &Plot, at: impl Fn(usize) -> Option<f64>) -> Vec<Point> {
    let looks = chronicle.course.looks().iter().enumerate();
    staircase(looks.filter_map(|(k, &round)| Some(plot.at(round.into(), at(k)?))))
}

/// Draws a quantity on [0, 1]: band and median over runs, by its quantiles after each look.
fn band(
    canvas: &Canvas,
    chronicle: &Chronicle<'_>,
    plot: &Plot,
    quantile: impl Fn(usize, f64) -> Option<f64>,
) {
    let path = |p: f64| stairs(chronicle, plot, |look| quantile(look, p));
    canvas.group("band", || canvas.band(path(0.1), path(0.9), faint(BLUE, 0.25)));
    canvas.group("median", || canvas.line(&path(0.5), canvas.em / 8.0, BLUE));
    adoption(canvas, plot, chronicle);
}

/// Draws one clause: band, median, status quo and mean round of adoption.
fn clause_panel(canvas: &Canvas, cell: Rect, chronicle: &Chronicle<'_>, clause: usize) {
    let plot = Plot::new(canvas, cell, rounds(chronicle), Axis::new("", 0.0..1.0));
    let q = chronicle.summary.clauses[clause].status_quo_at;
    canvas.dashed(|| plot.horizontal_line(canvas, q, canvas.em / 12.0, GREY));
    band(canvas, chronicle, &plot, |look, p| chronicle.course.quantile(clause, look, p));
}

/// Draws depth: band, median, the LCD and the most that hurts nobody, mean over runs, and the status quo.
fn depth_panel(canvas: &Canvas, cell: Rect, chronicle: &Chronicle<'_>) {
    let plot = Plot::new(canvas, cell, rounds(chronicle), Axis::new("", 0.0..1.0));
    let depth = &chronicle.summary.depth;
    let quo = chronicle.case.model().depth.of_status_quo();
    canvas.dashed(|| plot.horizontal_line(canvas, quo, canvas.em / 12.0, GREY));
    if let Some(lcd) = depth.strong_lcd.mean {
        canvas.group("lcd", || canvas.dashed(|| plot.horizontal_line(canvas, lcd, canvas.em / 10.0, GREEN)));
    }
    if let Some(bound) = depth.weak_lcd.mean {
        canvas.group("bound", || plot.horizontal_line(canvas, bound, canvas.em / 10.0, GREEN));
    }
    band(canvas, chronicle, &plot, |look, p| chronicle.course.depth(look, p));
}

fn adoption(canvas: &Canvas, plot: &Plot, chronicle: &Chronicle<'_>) {
    if let Some(round) = chronicle.summary.rounds.mean {
        let x = plot.across(round);
        canvas.dashed(|| {
            canvas.line(&[(x, plot.inner.y), (x, plot.inner.bottom())], canvas.em / 14.0, VERMILION)
        });
    }
}

/// Draws the mean share of clauses in brackets and the share of texts adopted, both of all runs.
fn progress_panel(canvas: &Canvas, cell: Rect, chronicle: &Chronicle<'_>) {
    let plot = Plot::new(canvas, cell, rounds(chronicle), Axis::percent("", 0.0..1.0));
    let course = &chronicle.course;
    #[allow(clippy::cast_precision_loss)] // a handful of clauses
    let clauses = chronicle.case.model().clauses.len().max(1) as f64;
    let open = stairs(chronicle, &plot, |k| Some(course.open_of_all(k)? / clauses));
    let adopted = stairs(chronicle, &plot, |k| Some(course.adopted(k).rate.unwrap_or(0.0)));
    canvas.group("open", || canvas.dashed(|| canvas.line(&open, canvas.em / 8.0, VERMILION)));
    canvas.group("adopted", || canvas.line(&adopted, canvas.em / 8.0, VERMILION));
}

fn ending(language: Language, chronicle: &Chronicle<'_>, clause: usize) -> String {
    let course = &chronicle.course;
    let last = course.looks().len().saturating_sub(1);
    let at = |look| language.point(course.quantile(clause, look, 0.5));
    let title = chronicle.summary.clauses[clause].title.as_str();
    say!(language, "charts-trajectory-ending", clause = title, from = at(0), to = at(last))
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
