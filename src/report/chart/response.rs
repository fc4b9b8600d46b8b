//! What one parameter does: the rates of LCD texts and of adoption, and depth, with their intervals, along its values;
//! and where P(LCD) crosses ½, by linear interpolation between neighbouring values.

use super::{
    Data, Drawn, Found, Frame, NothingToDraw, Wanted, figure,
    frame::{
        axis::{Axis, Plot},
        font,
        legend::{Entry, Key},
        palette::{BLUE, GREEN, INK, MUTED, VERMILION, faint},
        sheet::{Mark, Point, Side},
    },
};
use crate::report::number::{point, short};
use plotters::style::RGBColor;

/// What is drawn, by column.
const SERIES: [(&str, &str, Mark, RGBColor); 4] = [
    ("adopted", "P(adopted)", Mark::Square, INK),
    ("lcd", "P(LCD)", Mark::Disc, BLUE),
    ("lcd_in_substance", "P(LCD in substance)", Mark::Up, VERMILION),
    ("depth", "depth", Mark::Diamond, GREEN),
];

/// A value of the parameter, and what was found there: estimate and ends, by series.
struct Stop {
    word: String,
    at: f64,
    n: f64,
    found: [[Option<f64>; 3]; SERIES.len()],
}

/// Draws the picture.
pub fn draw(found: &Found<'_>, wanted: &Wanted) -> Drawn {
    let [factor] = found.factors else {
        return Err(NothingToDraw::because(format!(
            "a response curve needs one factor, this study varies {}: see plenary chart phase for two",
            found.factors.len()
        )));
    };
    let (stops, numeric) = stops(found, factor);
    if stops.len() < 2 {
        return Err(NothingToDraw::because("one value alone shows no response: sweep two at least"));
    }
    let crossings = crossings(&stops);
    let title = match crossings.first().filter(|_| numeric) {
        Some(x) => format!("P(LCD) crosses ½ at {factor} = {}", short(*x)),
        None => format!("What {factor} does"),
    };
    let n = stops.iter().map(|s| s.n).fold(f64::MAX, f64::min);
    let reading = format!(
        "Estimates and 95\u{a0}% intervals along one parameter; n = {n} or more at each value. Dashes: ½."
    );
    let mut frame = Frame::new(wanted, found.words(title, reading));
    frame.legend(&SERIES.map(|(_, name, mark, colour)| Entry::new(Key::Mark(mark), colour, name)));
    let range = stops[0].at..stops.last().map_or(1.0, |s| s.at);
    let margin =
        (range.end - range.start).max(1e-9) * if numeric { 0.0 } else { 0.5 / (stops.len() - 1) as f64 };
    let x = Axis {
        label: short,
        ..Axis::new(if numeric { factor.as_str() } else { "" }, range.start - margin..range.end + margin)
    };
    let x = if numeric { x } else { Axis { label: |_| String::new(), ..x } };
    let plot = Plot::new(&frame.sheet, frame.body, x, Axis::new("rate, depth (0 to 1)", 0.0..1.0));
    let sheet = &frame.sheet;
    if !numeric {
        words_below(&frame, &plot, &stops, factor);
    }
    let half = plot.height(0.5);
    sheet.dashed(|| sheet.line(&[(plot.inner.x, half), (plot.inner.right(), half)], sheet.em / 14.0, MUTED));
    for (k, (name, _, mark, colour)) in SERIES.iter().enumerate() {
        let place = |s: &Stop, which: usize| -> Option<Point> { Some(plot.at(s.at, s.found[k][which]?)) };
        let path: Vec<Point> = stops.iter().filter_map(|s| place(s, 0)).collect();
        let low = stops.iter().filter_map(|s| place(s, 1));
        let high = stops.iter().rev().filter_map(|s| place(s, 2));
        let band: Vec<Point> = low.chain(high).collect();
        if numeric {
            sheet.group("band", || sheet.polygon(&band, faint(*colour, 0.15)));
            sheet.group(name, || sheet.line(&path, sheet.em / 9.0, *colour));
        }
        for s in &stops {
            if let Some((low, high)) = place(s, 1).zip(place(s, 2)) {
                sheet.line(&[low, high], sheet.em / 12.0, *colour);
            }
        }
        path.iter().for_each(|&at| sheet.mark(*mark, at, sheet.em * 0.25, *colour));
    }
    if numeric {
        for x in &crossings {
            let at = plot.across(*x);
            sheet.group("crossing", || sheet.mark(Mark::Ring, (at, half), sheet.em * 0.4, INK));
        }
    }
    let alt: Vec<String> =
        stops.iter().take(12).map(|s| format!("{}: P(LCD) {}", s.word, point(s.found[1][0]))).collect();
    Ok(frame.finish(&format!("{}.", alt.join("; ")), data(&stops, factor)))
}

fn stops(found: &Found<'_>, factor: &str) -> (Vec<Stop>, bool) {
    let words = found.words_of(factor);
    let numeric = words.iter().all(|w| w.parse::<f64>().is_ok());
    let columns =
        SERIES.map(|(name, ..)| ["", "_low", "_high"].map(|end| found.numbers(&format!("{name}{end}"))));
    let ns = found.numbers("replicates");
    let mut stops: Vec<Stop> = words
        .into_iter()
        .enumerate()
        .map(|(k, word)| Stop {
            #[allow(clippy::cast_precision_loss)] // values are few
            at: if numeric { word.parse().unwrap_or(0.0) } else { k as f64 },
            word,
            n: ns[k].unwrap_or(0.0),
            found: [0, 1, 2, 3].map(|s| [0, 1, 2].map(|end| columns[s][end][k])),
        })
        .collect();
    if numeric {
        stops.sort_by(|a, b| a.at.total_cmp(&b.at));
    }
    (stops, numeric)
}

/// Where P(LCD) crosses ½.
fn crossings(stops: &[Stop]) -> Vec<f64> {
    let lcd = |s: &Stop| s.found[1][0].map(|p| p - 0.5);
    let between = |pair: &[Stop]| {
        let (a, b) = (lcd(&pair[0])?, lcd(&pair[1])?);
        ((a < 0.0) != (b < 0.0)).then(|| pair[0].at + (pair[1].at - pair[0].at) * a / (a - b))
    };
    stops.windows(2).filter_map(between).collect()
}

/// Values that are words, below their places as far as there is room.
fn words_below(frame: &Frame, plot: &Plot, stops: &[Stop], factor: &str) {
    let (sheet, size) = (&frame.sheet, frame.sheet.small());
    #[allow(clippy::cast_precision_loss)] // values are few
    let room = plot.inner.w / stops.len() as f64 - size * 0.6;
    for s in stops {
        let text = font::clip(&s.word, size, room);
        sheet.text(&text, (plot.across(s.at), plot.inner.bottom() + size * 1.05), Side::Middle, size, INK);
    }
    let _ = factor;
}

fn data(stops: &[Stop], factor: &str) -> Data {
    let mut data = Data::new(["factor", "value", "n", "what", "estimate", "low", "high"]);
    for s in stops {
        for ((name, ..), found) in SERIES.iter().zip(s.found) {
            let start = [factor.to_owned(), s.word.clone(), figure(s.n), (*name).to_owned()];
            data.row(start.into_iter().chain(found.map(figure)));
        }
    }
    data
}
