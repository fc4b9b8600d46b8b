//! Labels beside marks, each only where it covers nothing.

use super::{
    font,
    palette::INK,
    sheet::{Point, Rect, Sheet, Side, text_box},
};

/// What is taken already, and where labels may go.
pub struct Labels {
    bounds: Rect,
    taken: Vec<Rect>,
    /// What labels cover only where there is no other place.
    avoided: Vec<Rect>,
}

impl Labels {
    /// Nothing taken within these bounds.
    pub fn new(bounds: Rect) -> Self {
        Self { bounds, taken: Vec::new(), avoided: Vec::new() }
    }

    /// Keeps labels off a part of the page.
    pub fn keep_off(&mut self, area: Rect) {
        self.taken.push(area);
    }

    /// Keeps labels off an upright or level line, where that can be.
    pub fn avoid_line(&mut self, from: Point, to: Point, width: f64) {
        let (x, y) = (from.0.min(to.0) - width / 2.0, from.1.min(to.1) - width / 2.0);
        let (w, h) = ((to.0 - from.0).abs() + width, (to.1 - from.1).abs() + width);
        self.avoided.push(Rect { x, y, w, h });
    }

    /// Keeps labels off a mark.
    pub fn keep_off_mark(&mut self, at: Point, radius: f64) {
        self.keep_off(Rect { x: at.0 - radius, y: at.1 - radius, w: 2.0 * radius, h: 2.0 * radius });
    }

    /// Writes a label beside a mark where there is room: right, left, above, below; whether there was any.
    pub fn beside(&mut self, sheet: &Sheet, text: &str, at: Point, radius: f64) -> bool {
        let size = sheet.small();
        let text = font::clip(text, size, self.bounds.w * 0.6);
        let (near, far) = (radius + size * 0.3, radius + size * 0.75);
        let places = [
            ((at.0 + near, at.1), Side::Start),
            ((at.0 - near, at.1), Side::End),
            ((at.0, at.1 - far), Side::Middle),
            ((at.0, at.1 + far), Side::Middle),
            ((at.0 + near, at.1 - far), Side::Start),
            ((at.0 + near, at.1 + far), Side::Start),
            ((at.0 - near, at.1 - far), Side::End),
            ((at.0 - near, at.1 + far), Side::End),
        ];
        let clear = places.into_iter().find(|&(place, side)| {
            let covers = text_box(&text, place, side, size);
            self.is_free(&covers) && !self.avoided.iter().any(|line| line.meets(&covers))
        });
        let mut candidates = clear.into_iter().chain(places);
        candidates.any(|(place, side)| self.at(sheet, &text, place, side))
    }

    fn is_free(&self, covers: &Rect) -> bool {
        covers.within(&self.bounds) && !self.taken.iter().any(|t| t.meets(covers))
    }

    /// Writes a label at a place if nothing is there; whether it was free.
    pub fn at(&mut self, sheet: &Sheet, text: &str, place: Point, side: Side) -> bool {
        let size = sheet.small();
        let covers = text_box(text, place, side, size);
        let free = self.is_free(&covers);
        if free {
            sheet.text(text, place, side, size, INK);
            self.taken.push(covers);
        }
        free
    }
}

/// Heights at which labels stand as near as can be to where they belong without running into each other, in order
/// from the top; `wanted` need not be sorted. None where they do not fit between `top` and `bottom`.
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
    fn labels_spread_and_stay_in() {
        let placed = spread(&[5.0, 5.0, 90.0, 98.0], 10.0, 0.0, 100.0).unwrap();
        assert_eq!(placed, [5.0, 15.0, 85.0, 95.0]);
        assert_eq!(spread(&[0.0; 11], 10.0, 0.0, 100.0), None);
    }
}
