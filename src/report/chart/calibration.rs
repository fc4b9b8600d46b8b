//! Do outcomes fall where predictions say they would? The share of outcomes at or below each quantile of their
//! predictions (the distribution of the probability integral transform: Dawid 1984; Gneiting, Balabdaoui & Raftery 2007).
//!
//! F(p) = #{ranks ≤ p}/n, a rank being the share of the prediction below the outcome and half of what is at it. Where
//! predictions are calibrated F(p) ≈ p; where they are too narrow F is steep at both ends, where too wide in the middle.

use super::{
    Data, Drawn, Found, Frame, NothingToDraw, Wanted, figure,
    frame::{
        axis::{Axis, Plot},
        legend::{Entry, Key},
        palette::{BLUE, GREY, MUTED, faint},
        panels,
        sheet::{Point, Rect, Sheet},
    },
    only_the_first,
};
use crate::{report::number::percent, study::statistics::binomial_quantile};

/// Quantiles at which the curve is drawn: every hundredth.
const STEPS: u32 = 100;
/// How faint the band is.
const BAND: f64 = 0.35;

/// A model, and where in its predictions the outcomes lie.
struct Ranks {
    model: String,
    ranks: Vec<f64>,
}

/// One quantile: the share of outcomes at or below it, and where 95 % of such shares lie if it is right.
struct Step {
    quantile: f64,
    observed: f64,
    low: f64,
    high: f64,
}

/// Draws the picture from the rows of a backtest: columns `model` and `rank`, a row for each outcome.
pub fn draw(found: &Found<'_>, wanted: &Wanted) -> Drawn {
    let models = ranks(found);
    if models.is_empty() {
        return Err(NothingToDraw::because("no model was held against an outcome"));
    }
    let mut words = found.words(
        "Do outcomes fall where the predictions say?",
        "Share of outcomes (their number in brackets) at or below each quantile of the prediction. Calibrated: along the dashes. \
         Steep at both ends: too narrow; in the middle: too wide. A model of single points climbs in two or three steps. The band \
         takes outcomes as independent, which issues of one dossier are not.",
    );
    let probe = Frame::new(wanted, words.clone());
    let room = probe.body.less(0.0, probe.sheet.em * 2.0, 0.0, 0.0);
    let shown = models.len().min(panels::most(&probe.sheet, room));
    words.reading.push_str(&only_the_first(shown, models.len(), "models"));
    let mut frame = Frame::new(wanted, words);
    frame.legend(&[
        Entry::new(Key::Line, BLUE, "outcomes"),
        Entry::new(Key::Patch(BAND), GREY, "95\u{a0}% of such shares, if calibrated (each by itself)"),
    ]);
    let titles: Vec<String> =
        models[..shown].iter().map(|m| format!("{} ({})", m.model, m.ranks.len())).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let curves: Vec<Vec<Step>> = models.iter().map(|m| curve(&m.ranks)).collect();
    let along = "quantile of the prediction";
    for (cell, steps) in panels::cut(&frame.sheet, frame.body, &titles, along).into_iter().zip(&curves) {
        panel(&frame.sheet, cell, steps);
    }
    let alt: Vec<String> = models.iter().zip(&curves).map(|(m, steps)| in_words(m, steps)).collect();
    Ok(frame.finish(&format!("{}.", alt.join("; ")), data(&models, &curves)))
}

fn ranks(found: &Found<'_>) -> Vec<Ranks> {
    let mut models: Vec<Ranks> = Vec::new();
    for (model, rank) in found.words_of("model").into_iter().zip(found.numbers("rank")) {
        let Some(rank) = rank.filter(|rank| rank.is_finite()) else { continue };
        match models.iter_mut().find(|m| m.model == model) {
            Some(known) => known.ranks.push(rank),
            None => models.push(Ranks { model, ranks: vec![rank] }),
        }
    }
    models
}

/// Band: the 2.5 % and 97.5 % quantiles of the binomial distribution (n, p), over n.
#[allow(clippy::cast_precision_loss)] // far fewer than 2^53 outcomes
fn curve(ranks: &[f64]) -> Vec<Step> {
    let n = ranks.len() as u64;
    let share = |count: u64| count as f64 / n as f64;
    (0..=STEPS)
        .map(|k| {
            let quantile = f64::from(k) / f64::from(STEPS);
            // A rank that is a hundredth but for rounding is at it.
            let at_or_below = ranks.iter().filter(|&&r| r <= quantile + 1e-9).count() as u64;
            Step {
                quantile,
                observed: share(at_or_below),
                low: share(binomial_quantile(n, quantile, 0.025)),
                high: share(binomial_quantile(n, quantile, 0.975)),
            }
        })
        .collect()
}

fn panel(sheet: &Sheet, cell: Rect, steps: &[Step]) {
    let plot = Plot::new(sheet, cell, Axis::percent("", 0.0..1.0), Axis::percent("", 0.0..1.0));
    let path =
        |of: fn(&Step) -> f64| -> Vec<Point> { steps.iter().map(|s| plot.at(s.quantile, of(s))).collect() };
    let outline: Vec<Point> = path(|s| s.low).into_iter().chain(path(|s| s.high).into_iter().rev()).collect();
    sheet.group("band", || sheet.polygon(&outline, faint(GREY, BAND)));
    sheet.dashed(|| sheet.line(&[plot.at(0.0, 0.0), plot.at(1.0, 1.0)], sheet.em / 14.0, MUTED));
    // Steps: each share holds until the next quantile.
    let mut stairs: Vec<Point> = Vec::new();
    for s in steps {
        stairs.extend(stairs.last().map(|&(_, height)| (plot.across(s.quantile), height)));
        stairs.push(plot.at(s.quantile, s.observed));
    }
    sheet.group("observed", || sheet.line(&stairs, sheet.em / 9.0, BLUE));
}

fn in_words(model: &Ranks, steps: &[Step]) -> String {
    let off = |s: &Step| (s.observed - s.quantile).abs();
    let furthest = steps.iter().max_by(|a, b| off(a).total_cmp(&off(b)));
    let outside = steps.iter().filter(|s| !(s.low..=s.high).contains(&s.observed)).count();
    let furthest = furthest.map_or_else(String::new, |s| {
        format!(
            ", furthest off at the {} quantile, with {} of outcomes at or below",
            percent(s.quantile),
            percent(s.observed)
        )
    });
    format!("{}: outside the band at {outside} of {} quantiles{furthest}", model.model, steps.len())
}

fn data(models: &[Ranks], curves: &[Vec<Step>]) -> Data {
    let mut data = Data::new(["model", "n", "quantile", "observed", "low", "high"]);
    for (model, steps) in models.iter().zip(curves) {
        for s in steps {
            let numbers = [s.quantile, s.observed, s.low, s.high].map(figure);
            data.row([model.model.clone(), model.ranks.len().to_string()].into_iter().chain(numbers));
        }
    }
    data
}
