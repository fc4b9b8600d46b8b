//! When and how each clause was settled: agreed, deleted or carved out.
//!
//! A clause is open until the last round that begins with it in brackets (specification §1); the adoption of the text settles it.
//! A negotiation without a text is censored when it ends. The share settled is 1 − S(t) (Kaplan–Meier); the incidences of
//! the ways of settling add up to it (Aalen–Johansen): [`crate::study::survival`].

use super::{
    ChartOptions, ChartResult, Chronicle, Data, Frame, figure,
    frame::{
        axis::{Axis, Plot, staircase},
        canvas::{Canvas, Point, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, INK, MUTED, VERMILION, YELLOW, faint},
        panels,
    },
};
use crate::{
    report::number::{count, percent},
    study::{
        Settled,
        survival::{SurvivalStep, kaplan_meier},
    },
};
use plotters::style::RGBColor;

/// The colours and opacities differ in lightness, so that they are distinguishable in greyscale.
const WAYS: [(Settled, RGBColor, f64); 3] =
    [(Settled::Agreed, BLUE, 0.8), (Settled::Deleted, VERMILION, 0.7), (Settled::CarvedOut, YELLOW, 0.8)];

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &ChartOptions) -> ChartResult {
    let mut caption = chronicle.caption(
        "When each clause is settled, and how",
        "Share of runs in which the clause has left its brackets for good, by round; 95\u{a0}% interval in grey (Kaplan–Meier, \
         log-log). Below the rounds: runs in which it is still open.",
    );
    let clauses = &chronicle.summary.clauses;
    // The numbers at risk take an additional line.
    let max = (Frame::panel_capacity(wanted, &caption, 2.0) * 4 / 5).max(1);
    let shown = clauses.len().min(max);
    caption.note_omitted(shown, clauses.len(), "clauses");
    let mut frame = Frame::new(wanted, caption);
    let entry = |(way, colour, alpha): (Settled, RGBColor, f64)| {
        LegendEntry::new(LegendKey::Patch(alpha), colour, way.words())
    };
    frame.legend(&WAYS.map(entry));
    let titles: Vec<&str> = clauses[..shown].iter().map(|c| c.title.as_str()).collect();
    let curves: Vec<Vec<SurvivalStep<3>>> = (0..clauses.len()).map(|c| curve(chronicle, c)).collect();
    for (cell, steps) in panels::layout(&frame.canvas, frame.body, &titles, "round").iter().zip(&curves) {
        panel(&frame.canvas, *cell, steps);
    }
    let alt: Vec<String> = clauses.iter().zip(&curves).map(|(c, steps)| in_words(&c.title, steps)).collect();
    Ok(frame.finish(&format!("{}.", alt.join("; ")), data(chronicle, &curves)))
}

fn curve(chronicle: &Chronicle<'_>, clause: usize) -> Vec<SurvivalStep<3>> {
    kaplan_meier(&chronicle.course.settling(clause).collect::<Vec<_>>())
}

#[allow(clippy::cast_precision_loss)] // rounds are few
fn panel(canvas: &Canvas, cell: Rect, steps: &[SurvivalStep<3>]) {
    let size = canvas.small() * 0.9;
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
        for (k, (_, colour, alpha)) in WAYS.into_iter().enumerate() {
            let up_to = |ways: usize| stairs(&|s| s.incidence[..ways].iter().sum());
            canvas.band(up_to(k), up_to(k + 1), faint(colour, alpha));
        }
    });
    canvas.group("interval", || {
        canvas.band(stairs(&|s| 1.0 - s.high), stairs(&|s| 1.0 - s.low), faint(INK, 0.25));
    });
    canvas.group("settled", || canvas.line(&stairs(&|s| 1.0 - s.survival), canvas.em / 10.0, INK));
    at_risk(canvas, &plot, steps, size);
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
        let (text, x) = (count(open), plot.across(t as f64));
        let half = font::width(&text, size) / 2.0;
        if x - half > free && (share == 0.0 || x + half < plot.inner.right() + half + 1.0) {
            canvas.text(&text, (x, y), Side::Middle, size, MUTED);
            free = x + half + size * 0.5;
        }
    }
}

fn in_words(title: &str, steps: &[SurvivalStep<3>]) -> String {
    let last = steps.last().map_or([0.0; 3], |s| s.incidence);
    let ways: Vec<String> = Settled::ALL
        .iter()
        .zip(last)
        .filter(|(_, share)| *share > 0.0)
        .map(|(way, share)| format!("{} {}", way.words(), percent(share)))
        .collect();
    let half = steps.iter().position(|s| s.survival <= 0.5);
    let when = half.map_or_else(String::new, |round| format!(", in half of all runs by round {round}"));
    format!("{title}: {}{when}", ways.join(", "))
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
