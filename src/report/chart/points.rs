//! Every point of a study, whatever its design: a result against each factor, a panel for each.
//!
//! The estimate of each point, without its interval: the spread at one value of a factor is what the other factors do, and
//! sampling. With few points their intervals are drawn, too.

use super::{
    ChartOptions, ChartResult, Data, Frame, NothingToDraw, ResultTable, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Canvas, Mark, Rect, Side},
        font,
        palette::{BLUE, MUTED, faint},
        panels,
    },
    result_table::measure,
};
use crate::{language::Language, report::estimate, say};

/// With more points than this no intervals are drawn.
const WITH_INTERVALS: usize = 60;

/// A factor: where each point lies along it, and the words of its values where they are no numbers.
struct Along {
    label: String,
    at: Vec<Option<f64>>,
    words: Vec<String>,
}

/// Draws the picture.
pub fn draw(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let language = wanted.language;
    if found.factors.is_empty() {
        return Err(NothingToDraw::because("no-factors"));
    }
    let measure = measure(wanted, "realised_depth", &found.measures())?;
    let estimates = found.estimates(&measure);
    let known: Vec<f64> = estimates.iter().filter_map(|[at, ..]| *at).collect();
    let (Some(least), Some(greatest)) =
        (known.iter().copied().reduce(f64::min), known.iter().copied().reduce(f64::max))
    else {
        return Err(NothingToDraw::of("undefined", &measure));
    };
    let name = estimate::measure(language, &measure, str::to_owned);
    let title = say!(
        language,
        "report-points-title",
        measure = name.as_str(),
        least = shown(language, least),
        greatest = shown(language, greatest),
        n = known.len()
    );
    let reading = say!(
        language,
        "report-points-reading",
        measure = name.as_str(),
        intervals = if known.len() > WITH_INTERVALS { "no" } else { "yes" }
    );
    let mut caption = found.caption(title, reading);
    let factors: Vec<Along> = found.factors.iter().map(|factor| along(found, wanted, factor)).collect();
    let capacity = (Frame::panel_capacity(wanted, &caption, 0.0) * 4 / 5).max(1);
    let panels_shown = factors.len().min(capacity);
    caption.note_omitted(language, panels_shown, factors.len(), &say!(language, "report-points-factors"));
    let frame = Frame::new(wanted, caption);
    let titles: Vec<&str> = factors[..panels_shown].iter().map(|factor| factor.label.as_str()).collect();
    let ends = upright(least, greatest, &estimates);
    for (cell, factor) in panels::layout(&frame.canvas, frame.body, &titles, "").iter().zip(&factors) {
        panel(&frame.canvas, *cell, factor, &estimates, &ends);
    }
    let alt = say!(
        language,
        "report-points-alt",
        measure = name.as_str(),
        n = known.len(),
        least = shown(language, least),
        greatest = shown(language, greatest)
    );
    Ok(frame.finish(&alt, data(found, &measure, &estimates)))
}

/// A value as a title shows it.
fn shown(language: Language, x: f64) -> String {
    if (-1.0..=1.0).contains(&x) { language.point(x) } else { language.short(x) }
}

fn along(found: &ResultTable<'_>, wanted: &ChartOptions, factor: &str) -> Along {
    let values = found.strings(factor);
    let label = found.label(wanted, factor);
    if values.iter().all(|value| value.is_empty() || value.parse::<f64>().is_ok()) {
        return Along { label, at: found.numbers(factor), words: Vec::new() };
    }
    let mut words: Vec<String> = Vec::new();
    for value in &values {
        if !words.contains(value) {
            words.push(value.clone());
        }
    }
    #[allow(clippy::cast_precision_loss)] // words are few
    let place = |value: &String| words.iter().position(|word| word == value).map(|place| place as f64);
    Along { label, at: values.iter().map(place).collect(), words }
}

/// The range upwards: all estimates, with their intervals where those are drawn.
fn upright(least: f64, greatest: f64, estimates: &[[Option<f64>; 3]]) -> [f64; 2] {
    let with_intervals = estimates.len() <= WITH_INTERVALS;
    let all = estimates.iter().flatten().copied().flatten().filter(|_| with_intervals);
    let (low, high) = all.fold((least, greatest), |(low, high), x| (low.min(x), high.max(x)));
    let margin = ((high - low) * 0.05).max(0.01);
    [low - margin, high + margin]
}

fn panel(
    canvas: &Canvas,
    cell: Rect,
    factor: &Along,
    estimates: &[[Option<f64>; 3]],
    [low, high]: &[f64; 2],
) {
    let values = || factor.at.iter().copied().flatten();
    let (first, last) = values().fold((f64::MAX, f64::MIN), |(l, h), x| (l.min(x), h.max(x)));
    if first > last {
        return;
    }
    let margin = ((last - first) * 0.06).max(1e-6 + first.abs() * 1e-3);
    let range = first - margin..last + margin;
    let label: fn(Language, f64) -> String =
        if factor.words.is_empty() { |language, x| language.short(x) } else { |_, _| String::new() };
    let plot = Plot::new(canvas, cell, Axis { label, ..Axis::new("", range) }, Axis::new("", *low..*high));
    let size = canvas.tiny();
    #[allow(clippy::cast_precision_loss)] // words are few
    for (k, word) in factor.words.iter().enumerate() {
        let at = (plot.across(k as f64), plot.inner.bottom() + size);
        let width = plot.inner.w / factor.words.len() as f64;
        canvas.text(&font::clip(word, size, width), at, Side::Middle, size, MUTED);
    }
    canvas.group("points", || {
        for (x, [y, from, to]) in factor.at.iter().zip(estimates) {
            let (Some(x), Some(y)) = (x, y) else { continue };
            if let (Some(from), Some(to), true) = (from, to, estimates.len() <= WITH_INTERVALS) {
                canvas.line(&[plot.at(*x, *from), plot.at(*x, *to)], canvas.em / 16.0, faint(BLUE, 0.5));
            }
            canvas.mark(Mark::Disc, plot.at(*x, *y), canvas.em * 0.16, faint(BLUE, 0.75));
        }
    });
}

/// A row for each point and factor.
fn data(found: &ResultTable<'_>, measure: &str, estimates: &[[Option<f64>; 3]]) -> Data {
    let mut data = Data::new(["point", "factor", "value", "measure", "estimate", "low", "high"]);
    let points = found.strings("point");
    for factor in found.factors {
        for ((point, value), estimate) in points.iter().zip(found.strings(factor)).zip(estimates) {
            let start = [point.clone(), factor.clone(), value, measure.to_owned()];
            data.row(start.into_iter().chain(estimate.map(figure)));
        }
    }
    data
}
