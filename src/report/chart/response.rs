//! What one parameter does: the rates of LCD texts and of adoption, and depth, with their intervals, along its values;
//! and where P(LCD) crosses ½, by linear interpolation between neighbouring values.

use super::{
    ChartOptions, ChartResult, Data, Frame, NothingToDraw, ResultTable, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Canvas, Mark, Point, Side},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREEN, INK, MUTED, VERMILION, faint},
    },
    result_table::measure,
};
use crate::{
    report::number::{point, short},
    study::measure::axis_label,
};
use plotters::style::RGBColor;

/// The measures that are drawn unless one is asked for.
const USUAL: [(&str, Mark, RGBColor); 4] = [
    ("adopted", Mark::Square, INK),
    ("lcd", Mark::Disc, BLUE),
    ("lcd_in_substance", Mark::Up, VERMILION),
    ("realised_depth", Mark::Diamond, GREEN),
];

/// A measure that is drawn.
struct ResponseSeries {
    measure: String,
    label: String,
    mark: Mark,
    colour: RGBColor,
}

/// What is drawn: the one measure that is asked for, else the usual ones.
fn series(found: &ResultTable<'_>, wanted: &ChartOptions) -> Result<Vec<ResponseSeries>, NothingToDraw> {
    let one = |(measure, mark, colour): (&str, Mark, RGBColor)| ResponseSeries {
        label: axis_label(measure),
        measure: measure.to_owned(),
        mark,
        colour,
    };
    if wanted.measure.is_none() {
        return Ok(USUAL.into_iter().map(one).collect());
    }
    let name = measure(wanted, "lcd", &found.measures())?;
    let usual = USUAL.into_iter().find(|(usual, ..)| *usual == name);
    Ok(vec![one(usual.unwrap_or((&name, Mark::Disc, BLUE)))])
}

/// A value of the parameter, and what was found there: estimate and ends, by series.
struct Stop {
    word: String,
    at: f64,
    n: f64,
    found: Vec<[Option<f64>; 3]>,
}

/// Draws the picture.
pub fn draw(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let [factor] = found.factors else {
        return Err(NothingToDraw::because(format!(
            "a response curve needs one factor, this study varies {}: plenary chart phase draws two, plenary discover reads \
             any number",
            found.factors.len()
        )));
    };
    let series = series(found, wanted)?;
    let (stops, numeric) = stops(found, factor, &series);
    if stops.len() < 2 {
        return Err(NothingToDraw::because("one value alone shows no response: sweep two at least"));
    }
    let label = found.label(wanted.language, factor);
    let lcd = series.iter().position(|s| s.measure == "lcd");
    let crossings = lcd.filter(|_| numeric).map_or(Vec::new(), |k| crossings(&stops, k));
    let title = match crossings.first() {
        Some(x) => format!("P(LCD) crosses ½ at {label} = {}", short(*x)),
        None => format!("What {label} does"),
    };
    let n = stops.iter().map(|s| s.n).fold(f64::MAX, f64::min);
    let reading = format!(
        "Estimates and 95\u{a0}% intervals along one parameter; n = {n} or more at each value. Dashes: ½."
    );
    let mut frame = Frame::new(wanted, found.caption(title, reading));
    let entry = |s: &ResponseSeries| LegendEntry::new(LegendKey::Mark(s.mark), s.colour, s.label.as_str());
    frame.legend(&series.iter().map(entry).collect::<Vec<_>>());
    let x = along(&label, &stops, numeric);
    let plot = Plot::new(&frame.canvas, frame.body, x, upright(&series, &stops));
    if !numeric {
        words_below(&frame, &plot, &stops);
    }
    curves(&frame.canvas, &plot, &series, &stops, numeric);
    for x in &crossings {
        let at = (plot.across(*x), plot.height(0.5));
        frame.canvas.group("crossing", || frame.canvas.mark(Mark::Ring, at, frame.canvas.em * 0.4, INK));
    }
    let told = lcd.unwrap_or(0);
    let tell = |s: &Stop| format!("{}: {} {}", s.word, series[told].label, point(s.found[told][0]));
    let alt: Vec<String> = stops.iter().take(12).map(tell).collect();
    Ok(frame.finish(&format!("{}.", alt.join("; ")), data(&stops, factor, &series)))
}

/// The axis along the foot: numbers, or room around words that are written below it.
fn along(factor: &str, stops: &[Stop], numeric: bool) -> Axis {
    let range = stops[0].at..stops.last().map_or(1.0, |s| s.at);
    if numeric {
        return Axis { label: short, ..Axis::new(factor, range) };
    }
    #[allow(clippy::cast_precision_loss)] // values are few
    let margin = (range.end - range.start) * 0.5 / (stops.len() - 1) as f64;
    Axis { label: |_| String::new(), ..Axis::new("", range.start - margin..range.end + margin) }
}

/// Each series with its intervals, over a line at ½.
fn curves(canvas: &Canvas, plot: &Plot, series: &[ResponseSeries], stops: &[Stop], numeric: bool) {
    let half = plot.height(0.5);
    if (plot.inner.y..=plot.inner.bottom()).contains(&half) {
        canvas.dashed(|| {
            canvas.line(&[(plot.inner.x, half), (plot.inner.right(), half)], canvas.em / 14.0, MUTED)
        });
    }
    for (k, ResponseSeries { measure, mark, colour, .. }) in series.iter().enumerate() {
        let place = |s: &Stop, which: usize| -> Option<Point> { Some(plot.at(s.at, s.found[k][which]?)) };
        let path: Vec<Point> = stops.iter().filter_map(|s| place(s, 0)).collect();
        if numeric {
            let low = stops.iter().filter_map(|s| place(s, 1));
            let high = stops.iter().rev().filter_map(|s| place(s, 2));
            let band: Vec<Point> = low.chain(high).collect();
            canvas.group("band", || canvas.polygon(&band, faint(*colour, 0.15)));
            canvas.group(measure, || canvas.line(&path, canvas.em / 9.0, *colour));
        }
        for s in stops {
            if let Some((low, high)) = place(s, 1).zip(place(s, 2)) {
                canvas.line(&[low, high], canvas.em / 12.0, *colour);
            }
        }
        path.iter().for_each(|&at| canvas.mark(*mark, at, canvas.em * 0.25, *colour));
    }
}

/// The upright axis: from 0 to 1 where everything lies between, else as far as the figures go.
fn upright(series: &[ResponseSeries], stops: &[Stop]) -> Axis {
    let figures = || stops.iter().flat_map(|s| s.found.iter().flatten()).flatten().copied();
    if figures().all(|x| (0.0..=1.0).contains(&x)) {
        return Axis::new("rate, depth (0 to 1)", 0.0..1.0);
    }
    let (low, high) = (figures().fold(f64::MAX, f64::min), figures().fold(f64::MIN, f64::max));
    let margin = ((high - low) * 0.05).max(0.01);
    Axis::new(series.first().map_or("", |s| s.label.as_str()), low - margin..high + margin)
}

fn stops(found: &ResultTable<'_>, factor: &str, series: &[ResponseSeries]) -> (Vec<Stop>, bool) {
    let words = found.strings(factor);
    let numeric = words.iter().all(|w| w.parse::<f64>().is_ok());
    let estimates: Vec<_> = series.iter().map(|s| found.estimates(&s.measure)).collect();
    let ns = found.numbers("replicates");
    let mut stops: Vec<Stop> = words
        .into_iter()
        .enumerate()
        .map(|(k, word)| Stop {
            #[allow(clippy::cast_precision_loss)] // values are few
            at: if numeric { word.parse().unwrap_or(0.0) } else { k as f64 },
            word,
            n: ns[k].unwrap_or(0.0),
            found: estimates.iter().map(|of| of[k]).collect(),
        })
        .collect();
    if numeric {
        stops.sort_by(|a, b| a.at.total_cmp(&b.at));
    }
    (stops, numeric)
}

/// Where P(LCD) crosses ½; `lcd` is its place among the series.
fn crossings(stops: &[Stop], lcd: usize) -> Vec<f64> {
    let lcd = |s: &Stop| s.found[lcd][0].map(|p| p - 0.5);
    let between = |pair: &[Stop]| {
        let (a, b) = (lcd(&pair[0])?, lcd(&pair[1])?);
        ((a < 0.0) != (b < 0.0)).then(|| pair[0].at + (pair[1].at - pair[0].at) * a / (a - b))
    };
    stops.windows(2).filter_map(between).collect()
}

/// Values that are words, below their places as far as there is room.
fn words_below(frame: &Frame, plot: &Plot, stops: &[Stop]) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    #[allow(clippy::cast_precision_loss)] // values are few
    let room = plot.inner.w / stops.len() as f64 - size * 0.6;
    for s in stops {
        let text = font::clip(&s.word, size, room);
        canvas.text(&text, (plot.across(s.at), plot.inner.bottom() + size * 1.05), Side::Middle, size, INK);
    }
}

fn data(stops: &[Stop], factor: &str, series: &[ResponseSeries]) -> Data {
    let mut data = Data::new(["factor", "value", "n", "measure", "estimate", "low", "high"]);
    for s in stops {
        for (ResponseSeries { measure, .. }, found) in series.iter().zip(&s.found) {
            let start = [factor.to_owned(), s.word.clone(), figure(s.n), measure.clone()];
            data.row(start.into_iter().chain(found.map(figure)));
        }
    }
    data
}
