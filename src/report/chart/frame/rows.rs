//! Labelled rows, as in a bar chart or a tornado chart.

use super::{
    canvas::{Canvas, LEADING, Rect, Side},
    font,
    palette::INK,
};

/// RowLayout of equal height with labels on the left.
pub struct LabelledRows {
    /// The area for marks.
    pub inner: Rect,
    /// The height of a row.
    pub height: f64,
}

impl LabelledRows {
    /// The largest number of rows that fit into a height.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // as many as fit on a page
    pub fn capacity(canvas: &Canvas, height: f64) -> usize {
        (height / (canvas.small() * 1.2)).max(1.0) as usize
    }

    /// Draws the labels on the left of this part of the canvas, on at most `share` of its width.
    pub fn new(canvas: &Canvas, outer: Rect, labels: &[impl AsRef<str>], share: f64) -> Self {
        let size = canvas.small();
        #[allow(clippy::cast_precision_loss)] // as many as fit on a page
        let height = outer.h / labels.len().max(1) as f64;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a handful of lines
        let lines = (height / (size * LEADING)).clamp(1.0, 3.0) as usize;
        let broken: Vec<Vec<String>> =
            labels.iter().map(|label| font::wrap(label.as_ref(), size, outer.w * share, lines)).collect();
        let widest = broken.iter().flatten().map(|line| font::width(line, size)).fold(0.0, f64::max);
        let inner = outer.inset(widest + size * 0.6, 0.0, 0.0, 0.0);
        let rows = Self { inner, height };
        canvas.group("rows", || {
            for (k, lines) in broken.iter().enumerate() {
                #[allow(clippy::cast_precision_loss)] // a handful of lines
                let first = rows.middle(k) - (lines.len() as f64 - 1.0) / 2.0 * size * LEADING;
                canvas.lines(lines, (inner.x - size * 0.6, first), Side::End, size, INK);
            }
        });
        rows
    }

    /// The y coordinate of the middle of a row.
    #[allow(clippy::cast_precision_loss)] // as many as fit on a page
    pub fn middle(&self, row: usize) -> f64 {
        self.inner.y + (row as f64 + 0.5) * self.height
    }
}
