//! Is n enough? Half the width of each 95 % interval after 1, 2, 5, 10 … replicates, against the √n that it follows.

use super::{
    Chronicle, Data, Drawn, Frame, NothingToDraw, Wanted, figure,
    frame::{
        axis::{Axis, Plot, Scale},
        font,
        labels::spread,
        palette::{BLUE, GREEN, GREY, INK, MUTED, VERMILION},
        sheet::{Mark, Point, Side},
    },
};
use crate::{
    report::number::{count, percent},
    study::{
        Milestone,
        statistics::{Mean, Rate},
    },
};
use plotters::style::RGBColor;

/// An estimate and the ends of its interval.
type Estimate = (Option<f64>, Option<f64>, Option<f64>);

/// An estimate whose interval is watched.
struct Watched {
    name: &'static str,
    mark: Mark,
    colour: RGBColor,
    of: fn(&Milestone) -> Estimate,
}

fn rate(r: &Rate) -> Estimate {
    (r.rate, Some(r.low), Some(r.high))
}

fn mean(m: &Mean) -> Estimate {
    (m.mean, m.low, m.high)
}

const WATCHED: [Watched; 4] = [
    Watched { name: "P(adopted)", mark: Mark::Square, colour: INK, of: |m| rate(&m.adopted) },
    Watched { name: "P(LCD)", mark: Mark::Disc, colour: BLUE, of: |m| rate(&m.lcd) },
    Watched {
        name: "P(LCD in substance)",
        mark: Mark::Up,
        colour: VERMILION,
        of: |m| rate(&m.lcd_in_substance),
    },
    Watched { name: "depth", mark: Mark::Diamond, colour: GREEN, of: |m| mean(&m.depth) },
];

/// Half-widths that people ask for.
const TARGETS: [f64; 3] = [0.05, 0.02, 0.01];

/// Draws the picture.
pub fn draw(chronicle: &Chronicle<'_>, wanted: &Wanted) -> Drawn {
    let milestones = chronicle.convergence.milestones();
    if milestones.len() < 2 {
        return Err(NothingToDraw::because(
            "one replicate has no interval that could narrow: ask for more with -n",
        ));
    }
    let widest = milestones
        .last()
        .map_or(0.0, |m| WATCHED.iter().filter_map(|w| half_width((w.of)(m))).fold(0.0, f64::max));
    let title = format!(
        "Is n enough? After {} runs the widest interval is ±\u{a0}{}",
        count(chronicle.summary.replicates),
        percent(widest)
    );
    let reading = "Half the width of the 95\u{a0}% interval against the number of runs, both on logarithmic scales. Dashes: half-widths \
                   of 5, 2 and 1 points. A rate that is 0 or 1 throughout narrows faster than 1/√n.";
    let frame = Frame::new(wanted, chronicle.words(title, reading));
    let (sheet, size) = (&frame.sheet, frame.sheet.small());
    let names = WATCHED.iter().map(|w| font::width(w.name, size)).fold(0.0, f64::max);
    let outer = frame.body.less(0.0, 0.0, names + size * 1.2, 0.0);
    let n = |m: &Milestone| m.adopted.of as f64;
    let last = milestones.last().map_or(2.0, n);
    let x = Axis { scale: Scale::Log, ..Axis::counts("runs", 1.0..last.max(2.0)) };
    let y = Axis {
        scale: Scale::Log,
        label: |x| ((x * 1e6).round() / 1e6).to_string().replacen("0.", ".", 1),
        ..Axis::new("half-width of the interval", 0.001..0.6)
    };
    let plot = Plot::new(sheet, outer, x, y);
    for target in TARGETS {
        let y = plot.height(target);
        sheet.dashed(|| sheet.line(&[(plot.inner.x, y), (plot.inner.right(), y)], sheet.em / 14.0, MUTED));
    }
    let mut ends: Vec<f64> = Vec::new();
    for watched in &WATCHED {
        let path: Vec<Point> =
            milestones.iter().filter_map(|m| Some(plot.at(n(m), half_width((watched.of)(m))?))).collect();
        sheet.group("half-width", || {
            sheet.line(&path, sheet.em / 9.0, watched.colour);
            path.iter().for_each(|&at| sheet.mark(watched.mark, at, sheet.em * 0.25, watched.colour));
        });
        ends.push(path.last().map_or(plot.inner.bottom(), |p| p.1));
    }
    let placed = spread(&ends, size * 1.15, plot.inner.y, plot.inner.bottom()).unwrap_or_default();
    for ((watched, end), y) in WATCHED.iter().zip(&ends).zip(placed) {
        let x = plot.inner.right();
        sheet.line(&[(x + size * 0.2, *end), (x + size * 0.8, y)], sheet.em / 20.0, GREY);
        sheet.text(watched.name, (x + size, y), Side::Start, size, INK);
    }
    let alt: Vec<String> = WATCHED
        .iter()
        .filter_map(|w| Some(format!("{} ± {}", w.name, percent(half_width((w.of)(milestones.last()?))?))))
        .collect();
    Ok(frame.finish(&format!("At the end: {}.", alt.join(", ")), data(&milestones)))
}

fn half_width((_, low, high): Estimate) -> Option<f64> {
    Some((high? - low?) / 2.0)
}

fn data(milestones: &[Milestone]) -> Data {
    let mut data = Data::new(["n", "what", "estimate", "low", "high", "half_width"]);
    for m in milestones {
        for w in &WATCHED {
            let (estimate, low, high) = (w.of)(m);
            data.row([
                m.adopted.of.to_string(),
                w.name.to_owned(),
                figure(estimate),
                figure(low),
                figure(high),
                figure(half_width((w.of)(m))),
            ]);
        }
    }
    data
}
