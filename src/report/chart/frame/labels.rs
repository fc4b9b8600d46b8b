//! Placement of labels beside marks without overlaps.

use super::{
    canvas::{Canvas, Point, Rect, Side, text_box},
    font,
    palette::INK,
};

/// The area for labels, and the parts of it that are occupied.
pub struct Labels {
    bounds: Rect,
    taken: Vec<Rect>,
    /// Areas that labels cover only if there is no other position.
    avoided: Vec<Rect>,
}

impl Labels {
    /// An empty area.
    pub fn new(bounds: Rect) -> Self {
        Self { bounds, taken: Vec::new(), avoided: Vec::new() }
    }

    /// Marks an area as occupied.
    pub fn keep_off(&mut self, area: Rect) {
        self.taken.push(area);
    }

    /// Keeps labels off a vertical or horizontal line if possible.
    pub fn avoid_line(&mut self, from: Point, to: Point, width: f64) {
        let (x, y) = (from.0.min(to.0) - width / 2.0, from.1.min(to.1) - width / 2.0);
        let (w, h) = ((to.0 - from.0).abs() + width, (to.1 - from.1).abs() + width);
        self.avoided.push(Rect { x, y, w, h });
    }

    /// Marks the area of a mark as occupied.
    pub fn keep_off_mark(&mut self, at: Point, radius: f64) {
        self.keep_off(Rect { x: at.0 - radius, y: at.1 - radius, w: 2.0 * radius, h: 2.0 * radius });
    }

    /// Draws a label beside a mark (right, left, above, below or diagonally); returns whether there was space for it.
    pub fn beside(&mut self, canvas: &Canvas, text: &str, at: Point, radius: f64) -> bool {
        let size = canvas.small();
        let text = font::clip(text, size, self.bounds.w * 0.6);
        let (near, far) = (radius + size * 0.3, radius + size * 0.75);
        let positions = [
            ((at.0 + near, at.1), Side::Start),
            ((at.0 - near, at.1), Side::End),
            ((at.0, at.1 - far), Side::Middle),
            ((at.0, at.1 + far), Side::Middle),
            ((at.0 + near, at.1 - far), Side::Start),
            ((at.0 + near, at.1 + far), Side::Start),
            ((at.0 - near, at.1 - far), Side::End),
            ((at.0 - near, at.1 + far), Side::End),
        ];
        let clear = positions.into_iter().find(|&(position, side)| {
            let area = text_box(&text, position, side, size);
            self.is_free(&area) && !self.avoided.iter().any(|line| line.overlaps(&area))
        });
        let mut candidates = clear.into_iter().chain(positions);
        candidates.any(|(position, side)| self.at(canvas, &text, position, side))
    }

    fn is_free(&self, area: &Rect) -> bool {
        area.within(&self.bounds) && !self.taken.iter().any(|t| t.overlaps(area))
    }

    /// Draws a label at a position if that area is free; returns whether it was.
    pub fn at(&mut self, canvas: &Canvas, text: &str, position: Point, side: Side) -> bool {
        let size = canvas.small();
        let area = text_box(text, position, side, size);
        let free = self.is_free(&area);
        if free {
            canvas.text(text, position, side, size, INK);
            self.taken.push(area);
        }
        free
    }
}

/// Moves labels apart vertically so that they do not overlap, each as close as possible to its wanted y coordinate and in
/// the same order; `wanted` need not be sorted. `None` if they do not all fit between `top` and `bottom`.
pub fn spread(wanted: &[f64], height: f64, top: f64, bottom: f64) -> Option<Vec<f64>> {
    #[allow(clippy::cast_precision_loss)] // as many as fit on a page
    if wanted.len() as f64 * height > bottom - top {
        return None;
    }
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]));
    let mut placed = vec![0.0; wanted.len()];
    let mut floor = top + height / 2.0;
    for &k in &order {
        placed[k] = wanted[k].max(floor);
        floor = placed[k] + height;
    }
    let mut ceiling = bottom - height / 2.0;
    for &k in order.iter().rev() {
        placed[k] = placed[k].min(ceiling);
        ceiling = placed[k] - height;
    }
    Some(placed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_spread_within_bounds() {
        let placed = spread(&[5.0, 5.0, 90.0, 98.0], 10.0, 0.0, 100.0).unwrap();
        assert_eq!(placed, [5.0, 15.0, 85.0, 95.0]);
        assert_eq!(spread(&[0.0; 11], 10.0, 0.0, 100.0), None);
    }
}
