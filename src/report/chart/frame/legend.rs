//! Legends above a plot, and colour bars beside it.

use plotters::style::RGBColor;

use super::{
    Frame, font,
    palette::{INK, MUTED, magnitude},
    sheet::{LEADING, Mark, Rect, Sheet, Side},
};

/// The symbol of a legend entry.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// A mark.
    Mark(Mark),
    /// A line.
    Line,
    /// A dashed line.
    Dashes,
    /// A filled rectangle with this opacity.
    Patch(f64),
    /// A hatched rectangle, as for cells with a wide interval.
    Hatched,
}

/// An entry of a legend.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The symbol.
    pub key: Key,
    /// The colour of the symbol.
    pub colour: RGBColor,
    /// What the symbol means.
    pub means: String,
}

impl Entry {
    /// Creates an entry.
    pub fn new(key: Key, colour: RGBColor, means: impl Into<String>) -> Self {
        Self { key, colour, means: means.into() }
    }
}

impl Frame {
    /// Draws a legend at the top of the body, on as many lines as needed.
    pub fn legend(&mut self, entries: &[Entry]) {
        let sheet = &self.sheet;
        let (size, body) = (sheet.small(), self.body);
        let key = size * 1.5;
        let (mut x, mut y) = (body.x, body.y + size * 0.6);
        sheet.group("legend", || {
            for entry in entries {
                let means = font::clip(&entry.means, size, body.w - key - size * 0.5);
                let width = key + size * 0.5 + font::width(&means, size);
                if x > body.x && x + width > body.right() {
                    (x, y) = (body.x, y + size * LEADING);
                }
                draw_key(sheet, entry, Rect { x, y: y - size * 0.35, w: key, h: size * 0.7 });
                sheet.text(&means, (x + key + size * 0.4, y), Side::Start, size, INK);
                x += width + size * 1.2;
            }
        });
        self.body = body.less(0.0, y + size * 1.2 - body.y, 0.0, 0.0);
    }

    /// Draws a colour bar from 0 to 1 at the right of the body.
    pub fn colour_bar(&mut self, name: &str, label: impl Fn(f64) -> String) {
        let sheet = &self.sheet;
        let (size, body) = (sheet.small(), self.body);
        let ticks = [0.0, 0.25, 0.5, 0.75, 1.0];
        let widest = ticks.iter().map(|&t| font::width(&label(t), size)).fold(0.0, f64::max);
        let lines = font::wrap(name, size, (widest + size * 2.0).max(body.w * 0.14), 3);
        let width = lines.iter().map(|l| font::width(l, size)).fold(widest + size * 1.8, f64::max);
        let left = body.right() - width;
        #[allow(clippy::cast_precision_loss)] // a handful of lines
        let head = lines.len() as f64 * size * LEADING + size * 0.6;
        let bar = Rect { x: left, y: body.y + head, w: size * 1.1, h: (body.h - head) * 0.75 };
        sheet.group("colour-bar", || {
            sheet.lines(&lines, (left, body.y + size * 0.5), Side::Start, size, MUTED);
            let steps = 50;
            for k in 0..steps {
                let (low, high) = (f64::from(k) / f64::from(steps), f64::from(k + 1) / f64::from(steps));
                let y = bar.bottom() - high * bar.h;
                // Cells overlap slightly so that no seams show.
                let cell = Rect { x: bar.x, y, w: bar.w, h: bar.bottom() - low * bar.h - y + 0.3 };
                sheet.fill(cell, magnitude((low + high) / 2.0));
            }
            for t in ticks {
                let y = bar.bottom() - t * bar.h;
                sheet.line(&[(bar.right(), y), (bar.right() + size * 0.3, y)], sheet.em / 18.0, INK);
                sheet.text(&label(t), (bar.right() + size * 0.5, y), Side::Start, size, INK);
            }
        });
        self.body = body.less(0.0, 0.0, width + size * 1.2, 0.0);
    }
}

fn draw_key(sheet: &Sheet, entry: &Entry, key: Rect) {
    let (middle, colour) = (key.centre(), entry.colour);
    let pen = sheet.em / 8.0;
    let line = || sheet.line(&[(key.x, middle.1), (key.right(), middle.1)], pen, colour);
    match entry.key {
        Key::Mark(mark) => sheet.mark(mark, middle, sheet.em * 0.28, colour),
        Key::Line => line(),
        Key::Dashes => sheet.dashed(line),
        Key::Patch(alpha) => sheet.fill(key, super::palette::faint(colour, alpha)),
        Key::Hatched => hatch(sheet, key, colour),
    }
}

/// Hatches a rectangle with slanted lines.
pub fn hatch(sheet: &Sheet, r: Rect, colour: RGBColor) {
    let step = sheet.em * 0.4;
    let reach = r.w + r.h;
    let mut d = step / 2.0;
    while d < reach {
        // From the top or right edge down to the left or bottom edge.
        let from = if d < r.w { (r.x + d, r.y) } else { (r.right(), r.y + d - r.w) };
        let to = if d < r.h { (r.x, r.y + d) } else { (r.x + d - r.h, r.bottom()) };
        sheet.line(&[from, to], sheet.em / 20.0, colour);
        d += step;
    }
}
