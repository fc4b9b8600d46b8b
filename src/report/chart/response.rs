//! What one parameter does: the rates of LCD texts and of adoption, and depth, with their intervals, along its values;
//! and where P(LCD) crosses ½, by linear interpolation of the estimate and of both ends of its interval between
//! neighbouring values; between whole numbers and words nothing is interpolated.

use super::{
    ChartOptions, ChartResult, Data, Frame, NothingToDraw, ResultTable, figure,
    frame::{
        axis::{Axis, Plot},
        canvas::{Canvas, Mark, Point, Rect, Side},
        font,
        legend::{LegendEntry, LegendKey},
        palette::{BLUE, GREEN, GREY, INK, MUTED, VERMILION, faint},
    },
    result_table::{has_between, measure},
    words,
};
use crate::{
    language::Language,
    say,
    study::discovery::{CrossingRange, crossing::between},
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
        label: wanted.titles.measure(wanted.language, measure),
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

/// Where an estimate crosses ½.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Crossing {
    /// At this value, and between these if the ends of the interval cross, too.
    At(f64, Option<(f64, f64)>),
    /// Between two neighbouring whole numbers or words, by their places.
    Between(usize, usize),
}

/// Draws the picture.
pub fn draw(found: &ResultTable<'_>, wanted: &ChartOptions) -> ChartResult {
    let [factor] = found.factors else {
        return Err(NothingToDraw::counted("one-factor", found.factors.len()));
    };
    let language = wanted.language;
    let series = series(found, wanted)?;
    let (stops, numeric) = stops(found, factor, &series);
    if stops.len() < 2 {
        return Err(NothingToDraw::because("one-value"));
    }
    let is_smooth = numeric && has_between(&stops.iter().map(|s| s.at).collect::<Vec<f64>>());
    let lcd = series.iter().position(|s| s.measure == "lcd");
    let crossings =
        lcd.filter(|&k| crosses(&stops, k)).map_or(Vec::new(), |k| crossings(&stops, k, is_smooth));
    let name = found.label(wanted, factor);
    let label = |k: usize| words::sentence(&series[k].label);
    let told = lcd.unwrap_or(0);
    let title = title(language, &name, &label(told), &stops, told, lcd.map(|_| crossings.as_slice()));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole numbers
    let n = stops.iter().map(|s| s.n).fold(f64::MAX, f64::min).max(0.0) as u64;
    let mut frame =
        Frame::new(wanted, found.caption(title, say!(language, "charts-response-reading", n = n)));
    let entry = |s: &ResponseSeries| LegendEntry::new(LegendKey::Mark(s.mark), s.colour, s.label.as_str());
    frame.legend(&series.iter().map(entry).collect::<Vec<_>>());
    let plot = Plot::new(
        &frame.canvas,
        frame.body,
        along(&name, &stops, is_smooth),
        upright(language, &series, &stops),
    );
    if !is_smooth {
        words_below(&frame, &plot, &stops);
    }
    crossing_marks(&frame.canvas, &plot, &crossings);
    curves(&frame.canvas, &plot, &series, &stops, is_smooth);
    let tell = |s: &Stop| format!("{} {}", s.written(language), words::estimate(language, s.found[told]));
    let alt: Vec<String> = stops.iter().take(12).map(tell).collect();
    let label = series[told].label.as_str();
    let alt = say!(language, "charts-response-alt", name = label, items = words::joined(language, &alt));
    Ok(frame.finish(&alt, data(&stops, factor, &series)))
}

impl Stop {
    /// Its value as readers see it.
    fn written(&self, language: Language) -> String {
        self.word.parse().map_or_else(|_| self.word.clone(), |x| language.short(x))
    }
}

/// Where the estimate crosses ½; else on which side it stays, or from what to what it goes.
fn title(
    language: Language,
    factor: &str,
    measure: &str,
    stops: &[Stop],
    told: usize,
    crossings: Option<&[Crossing]>,
) -> String {
    let written = |k: usize| stops[k].written(language);
    match crossings {
        Some([Crossing::At(x, range), ..]) => {
            let (known, from, to) = match range {
                Some((from, to)) => ("interval", language.short(*from), language.short(*to)),
                None => ("open", String::new(), String::new()),
            };
            let at = language.short(*x);
            say!(
                language,
                "charts-response-crosses",
                name = measure,
                factor = factor,
                at = at,
                known = known,
                from = from,
                to = to
            )
        }
        Some([Crossing::Between(a, b), ..]) => {
            say!(
                language,
                "charts-response-between",
                name = measure,
                factor = factor,
                from = written(*a),
                to = written(*b)
            )
        }
        Some([]) if stops.iter().all(|s| s.found[told][1].is_some_and(|low| low >= 0.5)) => {
            say!(language, "charts-response-stays", side = "above", name = measure, factor = factor)
        }
        Some([]) if stops.iter().all(|s| s.found[told][2].is_some_and(|high| high < 0.5)) => {
            say!(language, "charts-response-stays", side = "below", name = measure, factor = factor)
        }
        _ => moves(language, factor, measure, stops, told),
    }
}

/// The lowest and the highest estimate along the parameter, if their intervals are apart.
fn moves(language: Language, factor: &str, measure: &str, stops: &[Stop], told: usize) -> String {
    let estimate = |s: &&Stop| s.found[told][0].unwrap_or(f64::NAN);
    let known = || stops.iter().filter(|s| s.found[told][0].is_some());
    let low = known().min_by(|a, b| estimate(a).total_cmp(&estimate(b)));
    let high = known().max_by(|a, b| estimate(a).total_cmp(&estimate(b)));
    let Some((low, high)) = low.zip(high) else {
        return say!(language, "charts-response-undefined", name = measure, factor = factor);
    };
    let apart = low.found[told][2].zip(high.found[told][1]).is_some_and(|(top, foot)| top < foot);
    say!(
        language,
        "charts-response-moves",
        kind = if apart { "apart" } else { "same" },
        name = measure,
        factor = factor,
        low = words::estimate(language, low.found[told]),
        high = words::estimate(language, high.found[told]),
        where_low = low.written(language),
        where_high = high.written(language)
    )
}

/// Whether P(LCD) is told to lie above ½ somewhere, and below elsewhere.
fn crosses(stops: &[Stop], lcd: usize) -> bool {
    let above = |s: &Stop| s.found[lcd][1].is_some_and(|low| low >= 0.5);
    let below = |s: &Stop| s.found[lcd][2].is_some_and(|high| high < 0.5);
    stops.iter().any(above) && stops.iter().any(below)
}

/// Where P(LCD) crosses ½; `lcd` is its place among the series.
fn crossings(stops: &[Stop], lcd: usize, is_smooth: bool) -> Vec<Crossing> {
    let estimates = stops.iter().map(|stop| match stop.found[lcd] {
        [Some(at), Some(low), Some(high)] => Some((stop.at, [at, low, high])),
        _ => None,
    });
    let Some((values, rates)) = estimates.collect::<Option<(Vec<f64>, Vec<[f64; 3]>)>>() else {
        return Vec::new();
    };
    if !is_smooth {
        let crossed = |k: &usize| (rates[*k][0] < 0.5) != (rates[*k + 1][0] < 0.5);
        return (0..stops.len() - 1).filter(crossed).map(|k| Crossing::Between(k, k + 1)).collect();
    }
    let of = |range: CrossingRange| {
        let ends = range.low.zip(range.high).filter(|_| range.at.len() == 1);
        range.at.into_iter().map(move |x| Crossing::At(x, ends))
    };
    between(&values, &rates).into_iter().flat_map(of).collect()
}

fn crossing_marks(canvas: &Canvas, plot: &Plot, crossings: &[Crossing]) {
    canvas.group("crossing", || {
        for crossing in crossings {
            let Crossing::At(x, range) = crossing else { continue };
            if let Some((from, to)) = range {
                let (left, right) = (plot.across(*from), plot.across(*to));
                let band = Rect { x: left, w: (right - left).max(1.0), ..plot.inner };
                canvas.fill(band, faint(GREY, 0.25));
            }
            canvas.mark(Mark::Ring, (plot.across(*x), plot.height(0.5)), canvas.em * 0.4, INK);
        }
    });
}

/// The axis along the foot: numbers, or room around words and whole numbers that are written below it.
fn along(factor: &str, stops: &[Stop], is_smooth: bool) -> Axis {
    let range = stops[0].at..stops.last().map_or(1.0, |s| s.at);
    if is_smooth {
        return Axis { label: |language, x| language.short(x), ..Axis::new(factor, range) };
    }
    #[allow(clippy::cast_precision_loss)] // values are few
    let margin = (range.end - range.start) * 0.5 / (stops.len() - 1) as f64;
    Axis { label: |_, _| String::new(), ..Axis::new(factor, range.start - margin..range.end + margin) }
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
fn upright(language: Language, series: &[ResponseSeries], stops: &[Stop]) -> Axis {
    let figures = || stops.iter().flat_map(|s| s.found.iter().flatten()).flatten().copied();
    if figures().all(|x| (0.0..=1.0).contains(&x)) {
        return Axis::new(say!(language, "charts-axis-rate-depth"), 0.0..1.0);
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

/// Values that are words, below their places as far as there is room.
fn words_below(frame: &Frame, plot: &Plot, stops: &[Stop]) {
    let (canvas, size) = (&frame.canvas, frame.canvas.small());
    #[allow(clippy::cast_precision_loss)] // values are few
    let room = plot.inner.w / stops.len() as f64 - size * 0.6;
    for s in stops {
        let text = font::clip(&s.written(canvas.language), size, room);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn stops(estimates: &[(f64, f64)]) -> Vec<Stop> {
        let stop = |&(at, p): &(f64, f64)| Stop {
            word: at.to_string(),
            at,
            n: 100.0,
            found: vec![[Some(p), Some(p - 0.1), Some(p + 0.1)]],
        };
        estimates.iter().map(stop).collect()
    }

    /// From .3 to .7 over .4 the estimate crosses at the middle; of where, the two values tried show no more than that it is
    /// between them. A value that may be ½ does not bound it.
    #[test]
    fn a_crossing_lies_between_two_values() {
        let found = crossings(&stops(&[(0.0, 0.3), (0.4, 0.7)]), 0, true);
        let [Crossing::At(x, Some((from, to)))] = found.as_slice() else { panic!("{found:?}") };
        assert!((x - 0.2).abs() < 1e-12 && (*from, *to) == (0.0, 0.4), "{found:?}");
        let found = crossings(&stops(&[(0.0, 0.45), (0.4, 0.7)]), 0, true);
        assert!(matches!(found.as_slice(), [Crossing::At(_, None)]), "{found:?}");
    }

    /// Nobody can allow half an objection.
    #[test]
    fn nothing_is_interpolated_between_whole_numbers() {
        assert_eq!(crossings(&stops(&[(0.0, 0.3), (1.0, 0.7)]), 0, false), [Crossing::Between(0, 1)]);
    }
}
