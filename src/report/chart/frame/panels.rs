//! Small multiples: a grid of panels with a title each.

use super::{
    canvas::{Canvas, Rect, Side},
    font,
    palette::{INK, MUTED},
};

/// Smallest width and height of a panel, as multiples of the small font size.
const MIN_SIZE: (f64, f64) = (8.0, 6.5);

/// How many panels fit into this part of the canvas.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // as many as fit on a page
pub fn capacity(canvas: &Canvas, outer: Rect) -> usize {
    let size = canvas.small();
    let fit =
        |length: f64, min: f64, gap: f64| ((length + gap * size) / ((min + gap) * size)).max(1.0) as usize;
    fit(outer.w, MIN_SIZE.0, 1.2) * fit(outer.h - 1.2 * size, MIN_SIZE.1, 0.6)
}

/// Divides a part of the canvas into panels that are about twice as wide as high, and draws their titles and the name of
/// their shared horizontal axis.
pub fn layout(canvas: &Canvas, outer: Rect, titles: &[impl AsRef<str>], along: &str) -> Vec<Rect> {
    let size = canvas.small();
    let foot = (outer.x + outer.w / 2.0, outer.bottom() - size * 0.6);
    canvas.text(along, foot, Side::Middle, size, MUTED);
    let outer = outer.inset(0.0, 0.0, 0.0, if along.is_empty() { 0.0 } else { size * 1.2 });
    let n = titles.len().max(1);
    let gap = (size * 1.2, size * 0.6);
    // Penalises deviation from 2 : 1, and much more a panel below the minimum size.
    let penalty = |columns: usize| {
        let cell = outer.grid(columns, n.div_ceil(columns), gap)[0];
        let shortfall = |side: f64, min: f64| (min * size / side).max(1.0) - 1.0;
        libm::fabs(libm::log(cell.w / cell.h / 2.0))
            + 20.0 * (shortfall(cell.w, MIN_SIZE.0) + shortfall(cell.h, MIN_SIZE.1))
    };
    let columns = (1..=n).min_by(|&a, &b| penalty(a).total_cmp(&penalty(b))).unwrap_or(1);
    let cells = outer.grid(columns, n.div_ceil(columns), gap);
    canvas.group("panels", || {
        for (cell, title) in cells.iter().zip(titles) {
            let title = font::clip(title.as_ref(), size, cell.w);
            canvas.text(&title, (cell.x, cell.y + size * 0.55), Side::Start, size, INK);
        }
    });
    cells.into_iter().take(titles.len()).map(|cell| cell.inset(0.0, size * 1.25, 0.0, 0.0)).collect()
}
