//! Small multiples: the same plot again and again, each with a title of its own.

use super::{
    font,
    palette::{INK, MUTED},
    sheet::{Rect, Sheet, Side},
};

/// The least a panel can be, in sizes of small print.
const LEAST: (f64, f64) = (8.0, 6.5);

/// How many panels fit into this part of the sheet.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // as many as fit on a page
pub fn most(sheet: &Sheet, outer: Rect) -> usize {
    let size = sheet.small();
    let fit = |length: f64, least: f64, gap: f64| {
        ((length + gap * size) / ((least + gap) * size)).max(1.0) as usize
    };
    fit(outer.w, LEAST.0, 1.2) * fit(outer.h - 1.2 * size, LEAST.1, 0.6)
}

/// Cuts a part of the sheet into panels, as near as can be to twice as wide as high, and writes their titles and the
/// name of the axis along the foot that they share.
pub fn cut(sheet: &Sheet, outer: Rect, titles: &[&str], along: &str) -> Vec<Rect> {
    let size = sheet.small();
    let foot = (outer.x + outer.w / 2.0, outer.bottom() - size * 0.6);
    sheet.text(along, foot, Side::Middle, size, MUTED);
    let outer = outer.less(0.0, 0.0, 0.0, if along.is_empty() { 0.0 } else { size * 1.2 });
    let n = titles.len().max(1);
    let gap = (size * 1.2, size * 0.6);
    // As near as can be to twice as wide as high; what falls short of the least counts as much too flat or narrow.
    let shape = |columns: usize| {
        let cell = outer.grid(columns, n.div_ceil(columns), gap)[0];
        let short = |side: f64, least: f64| (least * size / side).max(1.0) - 1.0;
        libm::fabs(libm::log(cell.w / cell.h / 2.0))
            + 20.0 * (short(cell.w, LEAST.0) + short(cell.h, LEAST.1))
    };
    let columns = (1..=n).min_by(|&a, &b| shape(a).total_cmp(&shape(b))).unwrap_or(1);
    let cells = outer.grid(columns, n.div_ceil(columns), gap);
    sheet.group("panels", || {
        for (cell, title) in cells.iter().zip(titles) {
            let title = font::clip(title, size, cell.w);
            sheet.text(&title, (cell.x, cell.y + size * 0.55), Side::Start, size, INK);
        }
    });
    cells.into_iter().take(titles.len()).map(|cell| cell.less(0.0, size * 1.25, 0.0, 0.0)).collect()
}
