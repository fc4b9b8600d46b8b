//! What would have lifted the text? The effect of each switch, and of what is tried on any case, on the rate of LCD texts,
//! on depth and on adoption: means of differences to the case as it is on the same draws, with their intervals.

use super::{
    Data, Drawn, Found, Frame, NothingToDraw, Wanted, figure,
    frame::{
        axis::{Axis, Plot},
        font,
        legend::{Entry, Key},
        palette::{BLUE, INK, VERMILION},
        rows::Rows,
        sheet::{LEADING, Mark, Rect, Side},
    },
};
use crate::report::number::change;

/// What is compared, in the order of the panels: name, column.
const EFFECTS: [(&str, &str); 3] =
    [("depth", "depth_change"), ("P(LCD)", "lcd_change"), ("P(adopted)", "adopted_change")];

/// An effect with the ends of its interval.
type Effect = [Option<f64>; 3];

/// One switch or treatment.
struct Lever {
    name: String,
    asks: String,
    effects: [Effect; EFFECTS.len()],
}

impl Lever {
    /// Its effect on depth, by which levers are ranked.
    fn lift(&self) -> f64 {
        self.effects[0][0].unwrap_or(0.0)
    }
}

/// Draws the picture.
pub fn draw(found: &Found<'_>, wanted: &Wanted) -> Drawn {
    let mut levers = levers(found);
    if levers.is_empty() {
        return Err(NothingToDraw::because("nothing was flipped: there is nothing to compare"));
    }
    levers.sort_by(|a, b| b.lift().abs().total_cmp(&a.lift().abs()));
    let reading = "Changes of each against the case as it is, on the same draws: mean and 95\u{a0}% interval. To the right: deeper, more \
                   LCD texts, more adopted. Filled: the interval leaves out 0.";
    let title = match levers.iter().max_by(|a, b| a.lift().total_cmp(&b.lift())) {
        Some(l) if l.lift() > 0.0 => {
            format!("What would have lifted the text: {} by {}", l.name, change(l.lift()))
        }
        _ => "What would have lifted the text: nothing that was tried".to_owned(),
    };
    let words = |note: String| found.words(title.clone(), format!("{reading}{note}"));
    let probe = Frame::new(wanted, words(String::new()));
    let most = Rows::most(&probe.sheet, probe.body.h - probe.sheet.em * 6.0);
    let shown = levers.len().min(most);
    let note = if shown < levers.len() {
        format!(" Shown: the {shown} of {} that move depth most; the figures hold them all.", levers.len())
    } else {
        String::new()
    };
    let mut frame = Frame::new(wanted, words(note));
    frame.legend(&[
        Entry::new(Key::Mark(Mark::Disc), BLUE, "more than chance"),
        Entry::new(Key::Mark(Mark::Ring), VERMILION, "may be chance"),
    ]);
    let data = data(&levers);
    // Within the picture: from what lifts most to what sinks most.
    levers.truncate(shown);
    levers.sort_by(|a, b| b.lift().total_cmp(&a.lift()));
    body(&frame, &levers);
    let alt: Vec<String> =
        levers.iter().take(8).map(|l| format!("{} {}", l.name, change(l.lift()))).collect();
    Ok(frame.finish(&format!("Changes of depth: {}.", alt.join(", ")), data))
}

fn levers(found: &Found<'_>) -> Vec<Lever> {
    let columns =
        EFFECTS.map(|(_, name)| ["", "_low", "_high"].map(|end| found.numbers(&format!("{name}{end}"))));
    let (sources, names, asks) = (found.words_of("source"), found.words_of("name"), found.words_of("asks"));
    let rows = names.into_iter().zip(asks).enumerate().filter(|(k, _)| sources[*k] != "base");
    rows.map(|(k, (name, asks))| Lever {
        name,
        asks,
        effects: [0, 1, 2].map(|e| [0, 1, 2].map(|end| columns[e][end][k])),
    })
    .collect()
}

fn body(frame: &Frame, levers: &[Lever]) {
    let (sheet, size) = (&frame.sheet, frame.sheet.small());
    let head = size * LEADING * 1.2;
    let outer = frame.body.less(0.0, head, 0.0, Plot::foot(sheet, false));
    let labels: Vec<&str> = levers.iter().map(|l| l.name.as_str()).collect();
    let rows = Rows::new(sheet, outer, &labels, 0.36);
    let cells = rows.inner.grid(EFFECTS.len(), 1, (size * 2.0, 0.0));
    for (e, (cell, (name, _))) in cells.into_iter().zip(EFFECTS).enumerate() {
        let ends = || levers.iter().flat_map(|l| l.effects[e]).flatten();
        let (low, high) = (ends().fold(-0.02, f64::min), ends().fold(0.02, f64::max));
        let margin = (high - low) * 0.05;
        let inner = cell.less(size * 0.8, 0.0, size * 0.8, 0.0);
        let axis = Axis { label: |x| change(x), ..Axis::new("", low - margin..high + margin) };
        let plot = Plot::along(sheet, inner, axis);
        let at = (inner.x + inner.w / 2.0, frame.body.y + size * 0.6);
        sheet.text(&font::clip(name, size, cell.w), at, Side::Middle, size, INK);
        let zero = plot.across(0.0);
        sheet.line(&[(zero, inner.y), (zero, inner.bottom())], sheet.em / 14.0, INK);
        let rows = Rows { inner: Rect { x: inner.x, ..rows.inner }, ..rows };
        for (k, lever) in levers.iter().enumerate() {
            mark(frame, &plot, rows.middle(k), lever.effects[e], rows.height);
        }
    }
}

fn mark(frame: &Frame, plot: &Plot, y: f64, effect: Effect, height: f64) {
    let sheet = &frame.sheet;
    let [Some(mean), low, high] = effect else { return };
    let interval = low.zip(high);
    let clear = interval.is_some_and(|(low, high)| low > 0.0 || high < 0.0);
    let colour = if clear { BLUE } else { VERMILION };
    if let Some((low, high)) = interval {
        sheet.group("interval", || {
            sheet.line(&[(plot.across(low), y), (plot.across(high), y)], sheet.em / 8.0, colour);
        });
    }
    let mark = if clear { Mark::Disc } else { Mark::Ring };
    let radius = (height * 0.3).min(sheet.em * 0.28);
    sheet.group("effect", || sheet.mark(mark, (plot.across(mean), y), radius, colour));
}

fn data(levers: &[Lever]) -> Data {
    let mut data = Data::new(["lever", "asks", "what", "change", "low", "high"]);
    for l in levers {
        for ((name, _), effect) in EFFECTS.iter().zip(l.effects) {
            let start = [l.name.clone(), l.asks.clone(), (*name).to_owned()];
            data.row(start.into_iter().chain(effect.map(figure)));
        }
    }
    data
}
