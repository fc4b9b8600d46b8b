//! Calibration of predictions: the share of outcomes at or below each quantile of their predictions (the distribution of
//! the probability integral transform: Dawid 1984; Gneiting, Balabdaoui & Raftery 2007).
//!
//! F(p) = #{ranks ≤ p}/n, where a rank is the predicted probability below the outcome plus half of that at the outcome.
//! Calibrated predictions give F(p) ≈ p; F is steep at both ends if they are too narrow, in the middle if too wide.

use super::{
    ChartOptions, ChartResult, Data, Frame, NothingToDraw, ResultTable, figure,
    frame::{
        axis::{Axis, Plot, staircase},
        canvas::{Canvas, Point, Rect},
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREY, MUTED, faint},
        panels,
    },
    words,
};
use crate::{language::Language, say, study::statistics::binomial_quantile};

/// Number of intervals between the quantiles at which the curve is drawn.
const STEPS: u32 = 100;
/// Opacity of the band.
const BAND: f64 = 0.35;

/// A model, and the ranks of the outcomes in its predictions.
struct ModelRanks {
    model: String,
    ranks: Vec<f64>,
}

/// A quantile, the share of outcomes at or below it, and its 95 % interval for a calibrated model.
struct QuantileShare {
    quantile: f64,
    observed: f64,
    low: f64,
    high: f64,
}

/// Draws the picture from the rows of a backtest: columns `model` and `rank`, a row for each outcome.
pub fn draw(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let models = ranks(found);
    if models.is_empty() {
        return Err(NothingToDraw::because("no-prediction"));
    }
    let language = wanted.language;
    let curves: Vec<Vec<QuantileShare>> = models.iter().map(|m| curve(&m.ranks)).collect();
    let mut caption =
        found.caption(title(language, &models, &curves), say!(language, "charts-calibration-reading"));
    let shown = models.len().min(Frame::panel_capacity(wanted, &caption, 2.0));
    caption.note_omitted(language, shown, models.len(), "models");
    let mut frame = Frame::new(wanted, caption);
    frame.legend(&[
        LegendEntry::new(LegendKey::Line, BLUE, say!(language, "charts-calibration-outcomes")),
        LegendEntry::new(LegendKey::Patch(BAND), GREY, say!(language, "charts-calibration-band")),
    ]);
    let titles: Vec<String> = models[..shown]
        .iter()
        .map(|m| {
            let n = m.ranks.len().to_string();
            say!(language, "list-bracketed", text = m.model.as_str(), inside = n)
        })
        .collect();
    let along = say!(language, "charts-axis-quantile");
    for (cell, steps) in panels::layout(&frame.canvas, frame.body, &titles, &along).into_iter().zip(&curves) {
        panel(&frame.canvas, cell, steps);
    }
    let alt: Vec<String> =
        models.iter().zip(&curves).map(|(m, steps)| in_words(language, m, steps)).collect();
    let alt = say!(language, "charts-alt-list", items = words::joined(language, &alt));
    Ok(frame.finish(&alt, data(&models, &curves)))
}

/// At how many quantiles the curve leaves the band.
fn outside(steps: &[QuantileShare]) -> usize {
    steps.iter().filter(|s| !(s.low..=s.high).contains(&s.observed)).count()
}

/// Which models stay within their band, and which leave it. One quantile in twenty may lie outside by chance.
fn title(language: Language, models: &[ModelRanks], curves: &[Vec<QuantileShare>]) -> String {
    let leaves = |steps: &[QuantileShare]| outside(steps) * 20 > steps.len();
    let named = |which: bool| -> Vec<&str> {
        let all = models.iter().zip(curves).filter(|(_, steps)| leaves(steps) == which);
        all.map(|(m, _)| m.model.as_str()).collect()
    };
    let (inside, out) = (named(false), named(true));
    let kind = match (inside.is_empty(), out.is_empty()) {
        (true, _) => "none",
        (_, true) => "all",
        _ => "some",
    };
    say!(
        language,
        "charts-calibration-title",
        kind = kind,
        inside = language.list(&inside, 2),
        outside = language.list(&out, 2)
    )
}

fn ranks(found: &ResultTable<'_>) -> Vec<ModelRanks> {
    let mut models: Vec<ModelRanks> = Vec::new();
    for (model, rank) in found.strings("model").into_iter().zip(found.numbers("rank")) {
        let Some(rank) = rank.filter(|rank| rank.is_finite()) else { continue };
        match models.iter_mut().find(|m| m.model == model) {
            Some(known) => known.ranks.push(rank),
            None => models.push(ModelRanks { model, ranks: vec![rank] }),
        }
    }
    models
}

/// The calibration curve. Interval: the 2.5 % and 97.5 % quantiles of the binomial distribution (n, p), divided by n.
#[allow(clippy::cast_precision_loss)] // far fewer than 2^53 outcomes
fn curve(ranks: &[f64]) -> Vec<QuantileShare> {
    let n = ranks.len() as u64;
    let share = |count: u64| count as f64 / n as f64;
    (0..=STEPS)
        .map(|k| {
            let quantile = f64::from(k) / f64::from(STEPS);
            // The tolerance counts ranks that equal the quantile up to rounding.
            let at_or_below = ranks.iter().filter(|&&r| r <= quantile + 1e-9).count() as u64;
            QuantileShare {
                quantile,
                observed: share(at_or_below),
                low: share(binomial_quantile(n, quantile, 0.025)),
                high: share(binomial_quantile(n, quantile, 0.975)),
            }
        })
        .collect()
}

fn panel(canvas: &Canvas, cell: Rect, steps: &[QuantileShare]) {
    let plot = Plot::new(canvas, cell, Axis::percent("", 0.0..1.0), Axis::percent("", 0.0..1.0));
    let path = |of: fn(&QuantileShare) -> f64| -> Vec<Point> {
        steps.iter().map(|s| plot.at(s.quantile, of(s))).collect()
    };
    canvas.group("band", || canvas.band(path(|s| s.low), path(|s| s.high), faint(GREY, BAND)));
    canvas.dashed(|| canvas.line(&[plot.at(0.0, 0.0), plot.at(1.0, 1.0)], canvas.em / 14.0, MUTED));
    let stairs = staircase(path(|s| s.observed));
    canvas.group("observed", || canvas.line(&stairs, canvas.em / 9.0, BLUE));
}

fn in_words(language: Language, model: &ModelRanks, steps: &[QuantileShare]) -> String {
    let off = |s: &QuantileShare| (s.observed - s.quantile).abs();
    let Some(furthest) = steps.iter().max_by(|a, b| off(a).total_cmp(&off(b))) else { return String::new() };
    say!(
        language,
        "charts-calibration-alt",
        model = model.model.as_str(),
        outside = outside(steps),
        of = steps.len(),
        quantile = language.percent(furthest.quantile),
        share = language.percent(furthest.observed)
    )
}

fn data(models: &[ModelRanks], curves: &[Vec<QuantileShare>]) -> Data {
    let mut data = Data::new(["model", "n", "quantile", "observed", "low", "high"]);
    for (model, steps) in models.iter().zip(curves) {
        for s in steps {
            let numbers = [s.quantile, s.observed, s.low, s.high].map(figure);
            data.row([model.model.clone(), model.ranks.len().to_string()].into_iter().chain(numbers));
        }
    }
    data
}
