//! Legends above a plot, and colour bars beside it.

use plotters::style::RGBColor;

use super::{
    Frame,
    canvas::{Canvas, LEADING, Mark, Rect, Side},
    font,
    palette::{CATEGORIES, INK, MUTED, magnitude},
};

/// The symbol of a legend entry.
#[derive(Clone, Copy, Debug)]
pub enum LegendKey {
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
    /// A filled rectangle, with upright lines so many ems apart if any.
    Textured(Option<f64>),
}

/// An entry of a legend.
#[derive(Clone, Debug)]
pub struct LegendEntry {
    /// The symbol.
    pub key: LegendKey,
    /// The colour of the symbol.
    pub colour: RGBColor,
    /// What the symbol means.
    pub means: String,
}

impl LegendEntry {
    /// Creates an entry.
    pub fn new(key: LegendKey, colour: RGBColor, means: impl Into<String>) -> Self {
        Self { key, colour, means: means.into() }
    }
}

/// The marks of categories, such as blocs; combined with a colour each.
const SHAPES: [Mark; 6] = [Mark::Disc, Mark::Square, Mark::Up, Mark::Down, Mark::Diamond, Mark::Plus];

/// The mark and colour of the k-th category.
pub fn category(k: usize) -> (Mark, RGBColor) {
    (SHAPES[k % SHAPES.len()], CATEGORIES[k % CATEGORIES.len()])
}

impl Frame {
    /// Draws a legend at the top of the body, on as many lines as needed.
    pub fn legend(&mut self, entries: &[LegendEntry]) {
        let canvas = &self.canvas;
        let (size, body) = (canvas.small(), self.body);
        let key = size * 1.5;
        let (mut x, mut y) = (body.x, body.y + size * 0.6);
        canvas.group("legend", || {
            for entry in entries {
                let means = font::clip(&entry.means, size, body.w - key - size * 0.5);
                let width = key + size * 0.5 + font::width(&means, size);
                if x > body.x && x + width > body.right() {
                    (x, y) = (body.x, y + size * LEADING);
                }
                draw_key(canvas, entry, Rect { x, y: y - size * 0.35, w: key, h: size * 0.7 });
                canvas.text(&means, (x + key + size * 0.4, y), Side::Start, size, INK);
                x += width + size * 1.2;
            }
        });
        self.body = body.inset(0.0, y + size * 1.2 - body.y, 0.0, 0.0);
    }

    /// Draws a colour bar from 0 to 1 at the right of the body.
    pub fn colour_bar(&mut self, name: &str, label: impl Fn(f64) -> String) {
        let canvas = &self.canvas;
        let (size, body) = (canvas.small(), self.body);
        let ticks = [0.0, 0.25, 0.5, 0.75, 1.0];
        let widest = ticks.iter().map(|&t| font::width(&label(t), size)).fold(0.0, f64::max);
        let lines = font::wrap(name, size, (widest + size * 2.0).max(body.w * 0.14), 3);
        let width = lines.iter().map(|l| font::width(l, size)).fold(widest + size * 1.8, f64::max);
        let left = body.right() - width;
        #[allow(clippy::cast_precision_loss)] // a handful of lines
        let head = lines.len() as f64 * size * LEADING + size * 0.6;
        let bar = Rect { x: left, y: body.y + head, w: size * 1.1, h: (body.h - head) * 0.75 };
        canvas.group("colour-bar", || {
            canvas.lines(&lines, (left, body.y + size * 0.5), Side::Start, size, MUTED);
            let steps = 50;
            for k in 0..steps {
                let (low, high) = (f64::from(k) / f64::from(steps), f64::from(k + 1) / f64::from(steps));
                let y = bar.bottom() - high * bar.h;
                // Cells overlap slightly so that no seams show.
                let cell = Rect { x: bar.x, y, w: bar.w, h: bar.bottom() - low * bar.h - y + 0.3 };
                canvas.fill(cell, magnitude((low + high) / 2.0));
            }
            for t in ticks {
                let y = bar.bottom() - t * bar.h;
                canvas.line(&[(bar.right(), y), (bar.right() + size * 0.3, y)], canvas.em / 18.0, INK);
                canvas.text(&label(t), (bar.right() + size * 0.5, y), Side::Start, size, INK);
            }
        });
        self.body = body.inset(0.0, 0.0, width + size * 1.2, 0.0);
    }
}

fn draw_key(canvas: &Canvas, entry: &LegendEntry, key: Rect) {
    let (middle, colour) = (key.centre(), entry.colour);
    let pen = canvas.em / 8.0;
    let line = || canvas.line(&[(key.x, middle.1), (key.right(), middle.1)], pen, colour);
    match entry.key {
        LegendKey::Mark(mark) => canvas.mark(mark, middle, canvas.em * 0.28, colour),
        LegendKey::Line => line(),
        LegendKey::Dashes => canvas.dashed(line),
        LegendKey::Patch(alpha) => canvas.fill(key, super::palette::faint(colour, alpha)),
        LegendKey::Hatched => hatch(canvas, key, colour),
        LegendKey::Textured(step) => {
            canvas.fill(key, super::palette::faint(colour, 0.75));
            canvas.outline(key, canvas.em / 14.0, INK);
            let step = step.map(|step| step * canvas.em);
            let lines = step.into_iter().flat_map(|step| (1..).map(move |k| f64::from(k) * step));
            for x in lines.take_while(|x| *x < key.w) {
                canvas.line(&[(key.x + x, key.y), (key.x + x, key.bottom())], canvas.em / 22.0, INK);
            }
        }
    }
}

/// Hatches a rectangle with slanted lines.
pub fn hatch(canvas: &Canvas, r: Rect, colour: RGBColor) {
    let step = canvas.em * 0.4;
    let reach = r.w + r.h;
    let mut d = step / 2.0;
    while d < reach {
        // From the top or right edge down to the left or bottom edge.
        let from = if d < r.w { (r.x + d, r.y) } else { (r.right(), r.y + d - r.w) };
        let to = if d < r.h { (r.x, r.y + d) } else { (r.x + d - r.h, r.bottom()) };
        canvas.line(&[from, to], canvas.em / 20.0, colour);
        d += step;
    }
}
