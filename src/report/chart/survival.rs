//! When and how each clause was settled: agreed, deleted or carved out.
//!
//! A clause is open until the last round that begins with it in brackets (specification §1); the adoption of the text settles it.
//! A negotiation without a text is censored when it ends. The share settled is 1 − S(t) (Kaplan–Meier); the incidences of
//! the ways of settling add up to it (Aalen–Johansen): [`crate::study::survival`].

use super::{
    ChartOptions, ChartResult, Chronicle, Data, Frame, NothingToDraw, figure,
    frame::{
        axis::{Axis, Plot, staircase},
        canvas::{Canvas, Point, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, INK, MUTED, PAPER, VERMILION, YELLOW, faint},
        panels,
    },
    words,
};
use crate::{
    language::Language,
    say,
    study::{
        Settled,
        survival::{SurvivalStep, kaplan_meier},
    },
};
use plotters::style::RGBColor;

/// The ways with their colours and how densely they are hatched: they are told apart without colour, too.
const WAYS: [(Settled, RGBColor, Option<f64>); 3] = [
    (Settled::Agreed, BLUE, None),
    (Settled::Deleted, VERMILION, Some(0.55)),
    (Settled::CarvedOut, YELLOW, Some(0.25)),
];
/// A way is labelled in its area where the area is at least this high.
const LABELLED: f64 = 0.15;

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let language = wanted.language;
    if chronicle.summary.adopted.count == 0 {
        return Err(NothingToDraw::because("never-adopted"));
    }
    let curves: Vec<Vec<SurvivalStep<3>>> =
        (0..chronicle.summary.clauses.len()).map(|c| curve(chronicle, c)).collect();
    // All panels up to the round in which the last clause is settled or the last run ends.
    let rounds =
        curves.iter().filter_map(|steps| steps.iter().rposition(|s| s.at_risk > 0)).max().unwrap_or(0) + 1;
    let titles: Vec<&str> = chronicle.summary.clauses.iter().map(|c| c.title.as_str()).collect();
    let mut caption =
        chronicle.caption(title(language, &titles, &curves), say!(language, "charts-survival-reading"));
    let clauses = &chronicle.summary.clauses;
    // The numbers at risk take an additional line.
    let max = (Frame::panel_capacity(wanted, &caption, 2.0) * 4 / 5).max(1);
    let shown = clauses.len().min(max);
    caption.note_omitted(language, shown, clauses.len(), "clauses");
    let mut frame = Frame::new(wanted, caption);
    let entry = |(way, colour, hatched): (Settled, RGBColor, Option<f64>)| {
        LegendEntry::new(LegendKey::Textured(hatched), colour, words::settled(language, way))
    };
    frame.legend(&WAYS.map(entry));
    let along = say!(language, "charts-axis-round");
    for (cell, steps) in
        panels::layout(&frame.canvas, frame.body, &titles[..shown], &along).iter().zip(&curves)
    {
        panel(&frame.canvas, *cell, &steps[..rounds.max(2).min(steps.len())]);
    }
    let told = titles.iter().zip(&curves).map(|(title, steps)| in_words(language, title, steps));
    let alt: Vec<String> = told.collect();
    Ok(frame.finish(
        &say!(language, "charts-alt-list", items = words::joined(language, &alt)),
        data(chronicle, &curves),
    ))
}

/// The round by which half of all runs have settled a clause.
fn half_time(steps: &[SurvivalStep<3>]) -> Option<usize> {
    steps.iter().position(|s| s.survival <= 0.5)
}

/// Which clause half of all runs settle first and which last; which of them never.
fn title(language: Language, titles: &[&str], curves: &[Vec<SurvivalStep<3>>]) -> String {
    let times: Vec<(&str, Option<usize>)> =
        titles.iter().copied().zip(curves.iter().map(|steps| half_time(steps))).collect();
    let mut settled: Vec<(&str, usize)> =
        times.iter().filter_map(|(title, round)| Some((*title, (*round)?))).collect();
    settled.sort_by_key(|(_, round)| *round);
    let never: Vec<&str> =
        times.iter().filter(|(_, round)| round.is_none()).map(|(title, _)| *title).collect();
    let (Some(first), Some(last)) = (settled.first(), settled.last()) else {
        return say!(language, "charts-survival-none");
    };
    let open = if never.is_empty() { "none" } else { "some" };
    let never = if never.is_empty() { String::new() } else { language.list(&never, 2) };
    let kind = if first.1 == last.1 { "together" } else { "apart" };
    say!(
        language,
        "charts-survival-title",
        kind = kind,
        first = first.0,
        early = first.1,
        last = last.0,
        late = last.1,
        open = open,
        never = never
    )
}

fn curve(chronicle: &Chronicle<'_>, clause: usize) -> Vec<SurvivalStep<3>> {
    kaplan_meier(&chronicle.course.settling(clause).collect::<Vec<_>>())
}

#[allow(clippy::cast_precision_loss)] // rounds are few
fn panel(canvas: &Canvas, cell: Rect, steps: &[SurvivalStep<3>]) {
    let size = canvas.tiny();
    let last = (steps.len().max(2) - 1) as f64;
    let plot = Plot::new(
        canvas,
        cell.inset(0.0, 0.0, 0.0, size * 1.1),
        Axis::counts("", 0.0..last),
        Axis::percent("", 0.0..1.0),
    );
    let stairs = |of: &dyn Fn(&SurvivalStep<3>) -> f64| -> Vec<Point> {
        staircase(steps.iter().enumerate().map(|(t, step)| plot.at(t as f64, of(step))))
    };
    canvas.group("incidence", || {
        for (k, (_, colour, hatched)) in WAYS.into_iter().enumerate() {
            let up_to = |ways: usize| stairs(&|s| s.incidence[..ways].iter().sum());
            canvas.band(up_to(k), up_to(k + 1), faint(colour, 0.75));
            if let Some(step) = hatched {
                hatch_between(canvas, &up_to(k), &up_to(k + 1), step);
            }
            canvas.line(&up_to(k + 1), canvas.em / 14.0, INK);
        }
    });
    label_ways(canvas, &plot, steps);
    canvas.group("interval", || {
        for end in [stairs(&|s| 1.0 - s.high), stairs(&|s| 1.0 - s.low)] {
            canvas.dashed(|| canvas.line(&end, canvas.em / 14.0, INK));
        }
    });
    canvas.group("settled", || canvas.line(&stairs(&|s| 1.0 - s.survival), canvas.em / 10.0, INK));
    at_risk(canvas, &plot, steps, size);
}

/// Upright lines between two staircases of the same steps, so many ems apart.
fn hatch_between(canvas: &Canvas, below: &[Point], above: &[Point], step: f64) {
    let (Some(first), Some(last)) = (below.first(), below.last()) else { return };
    let height = |stairs: &[Point], x: f64| stairs.iter().rfind(|p| p.0 <= x + 1e-9).map_or(first.1, |p| p.1);
    let mut x = first.0 + step * canvas.em / 2.0;
    while x < last.0 {
        let (foot, top) = (height(below, x), height(above, x));
        if foot - top > 0.5 {
            canvas.line(&[(x, foot), (x, top)], canvas.em / 22.0, INK);
        }
        x += step * canvas.em;
    }
}

/// Names each way at the right end of its area, where that is high enough.
fn label_ways(canvas: &Canvas, plot: &Plot, steps: &[SurvivalStep<3>]) {
    let Some(last) = steps.last() else { return };
    let size = canvas.tiny();
    let mut foot = 0.0;
    for ((way, ..), share) in WAYS.into_iter().zip(last.incidence) {
        let (y, high) = (plot.height(foot + share / 2.0), share * plot.inner.h);
        let text = words::settled(canvas.language, way);
        let wide = font::width(&text, size);
        if share >= LABELLED && high > size * 1.4 && wide + size * 6.0 < plot.inner.w {
            let right = plot.inner.right() - size * 0.4;
            let patch = Rect {
                x: right - wide - size * 0.3,
                y: y - size * 0.65,
                w: wide + size * 0.6,
                h: size * 1.3,
            };
            canvas.fill(patch, PAPER);
            canvas.text(&text, (right, y), Side::End, size, INK);
        }
        foot += share;
    }
}

/// Draws the number of runs in which the clause is still open, below the round numbers.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // rounds are few
fn at_risk(canvas: &Canvas, plot: &Plot, steps: &[SurvivalStep<3>], size: f64) {
    let last = steps.len().saturating_sub(1);
    let y = plot.inner.bottom() + canvas.small() * 2.1;
    let mut free = f64::NEG_INFINITY;
    for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
        let t = (share * last as f64).round() as usize;
        let open = steps.get(t).map_or(0, |s| s.at_risk);
        let (text, x) = (canvas.language.count(open), plot.across(t as f64));
        let half = font::width(&text, size) / 2.0;
        if x - half > free && (share == 0.0 || x + half < plot.inner.right() + half + 1.0) {
            canvas.text(&text, (x, y), Side::Middle, size, MUTED);
            free = x + half + size * 0.5;
        }
    }
}

fn in_words(language: Language, title: &str, steps: &[SurvivalStep<3>]) -> String {
    let last = steps.last().map_or([0.0; 3], |s| s.incidence);
    let ways = Settled::ALL.iter().zip(last).filter(|(_, share)| *share > 0.0);
    let ways: Vec<String> = ways
        .map(|(way, share)| format!("{} {}", words::settled(language, *way), language.percent(share)))
        .collect();
    let round = half_time(steps).map_or_else(|| "none".to_owned(), |round| round.to_string());
    say!(language, "charts-survival-alt", clause = title, ways = ways.join(", "), round = round)
}

fn data(chronicle: &Chronicle<'_>, curves: &[Vec<SurvivalStep<3>>]) -> Data {
    let mut data = Data::new([
        "clause",
        "round",
        "open_before",
        "still_open",
        "low",
        "high",
        "agreed",
        "deleted",
        "carved_out",
    ]);
    for (clause, steps) in chronicle.case.model().clauses.iter().zip(curves) {
        for (round, s) in steps.iter().enumerate() {
            let numbers = [s.survival, s.low, s.high].into_iter().chain(s.incidence).map(figure);
            data.row(
                [clause.name.clone(), round.to_string(), s.at_risk.to_string()].into_iter().chain(numbers),
            );
        }
    }
    data
}
