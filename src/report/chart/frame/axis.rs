//! Axes: scales, ticks at round numbers whose labels never overlap, and axis names set horizontally.

use std::ops::Range;

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;
use plotters::style::RGBColor;

use super::{
    canvas::{Canvas, Point, Rect, Side},
    font,
    palette::{GRID, INK, MUTED},
};
use crate::language::Language;

/// How values map to positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Equal differences take equal lengths.
    Linear,
    /// Equal ratios take equal lengths; the range must be above 0.
    Log,
}

/// One axis of a plot.
#[derive(Clone, Debug)]
pub struct Axis {
    /// The quantity, with its unit.
    pub name: String,
    /// The range of values shown.
    pub range: Range<f64>,
    /// Linear or logarithmic.
    pub scale: Scale,
    /// Formats a tick label.
    pub label: fn(Language, f64) -> String,
}

impl Axis {
    /// A linear axis for values near [0, 1]; labels get more decimals if the range is short.
    pub fn new(name: impl Into<String>, range: Range<f64>) -> Self {
        let label: fn(Language, f64) -> String = match range.end - range.start {
            short if short < 0.005 => |language, x| language.point_to(5, x),
            short if short < 0.05 => |language, x| language.point_to(3, x),
            _ => |language, x| language.point(x),
        };
        Self { name: name.into(), range, scale: Scale::Linear, label }
    }

    /// A linear axis with labels in per cent.
    pub fn percent(name: impl Into<String>, range: Range<f64>) -> Self {
        Self { label: Language::percent, ..Self::new(name, range) }
    }

    /// A linear axis for counts, such as rounds or replicates.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // small whole numbers
    pub fn counts(name: impl Into<String>, range: Range<f64>) -> Self {
        Self { label: |language, x| language.count(x.max(0.0).round() as u64), ..Self::new(name, range) }
    }

    /// Position of a value: 0 at the start of the range, 1 at its end; clamped.
    fn share(&self, x: f64) -> f64 {
        let Range { start, end } = self.range;
        let share = match self.scale {
            Scale::Linear => (x - start) / (end - start),
            Scale::Log => libm::log(x / start) / libm::log(end / start),
        };
        share.clamp(0.0, 1.0)
    }

    /// Round numbers within the range, at least `apart` pixels from each other on an axis of this length. If fewer than
    /// two fit: both ends of the range, or its upper end alone.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a handful of ticks
    fn ticks_apart(&self, language: Language, length: f64, apart: f64) -> Vec<f64> {
        let max = (length / (apart * 1.8)).clamp(2.0, 11.0) as usize;
        let fits = |ticks: &Vec<f64>| {
            ticks.len() > 1
                && self.labels_differ(language, ticks)
                && ticks.windows(2).all(|w| (self.share(w[1]) - self.share(w[0])).abs() * length >= apart)
        };
        let ends = vec![self.range.start, self.range.end];
        let round = (2..=max).rev().map(|n| self.ticks(n)).find(fits);
        round.or_else(|| Some(ends).filter(fits)).unwrap_or_else(|| vec![self.range.end])
    }

    /// Whether adjacent ticks have different labels.
    fn labels_differ(&self, language: Language, ticks: &[f64]) -> bool {
        ticks.windows(2).all(|w| (self.label)(language, w[0]) != (self.label)(language, w[1]))
    }

    /// At most `max` round numbers within the range.
    pub fn ticks(&self, max: usize) -> Vec<f64> {
        let Range { start, end } = self.range;
        match self.scale {
            Scale::Linear => {
                let span = (end - start).max(f64::MIN_POSITIVE);
                let within = |x: &f64| *x >= start - 1e-9 * span && *x <= end + 1e-9 * span;
                RangedCoordf64::from(start..end).key_points(max).into_iter().filter(within).collect()
            }
            Scale::Log => {
                let decades = (0..24).map(|k| f64::powi(10.0, k - 12));
                let of = |steps: &'static [f64]| {
                    decades.clone().flat_map(move |d| steps.iter().map(move |s| d * s))
                };
                let within = |x: &f64| *x >= start * (1.0 - 1e-9) && *x <= end * (1.0 + 1e-9);
                let fine: Vec<f64> = of(&[1.0, 2.0, 5.0]).filter(within).collect();
                if fine.len() <= max { fine } else { of(&[1.0]).filter(within).collect() }
            }
        }
    }
}

/// A plot with two axes.
pub struct Plot {
    /// The area for marks.
    pub inner: Rect,
    x: Axis,
    y: Axis,
}

impl Plot {
    /// Draws grid, ticks and axis names in this part of the canvas.
    pub fn new(canvas: &Canvas, outer: Rect, x: Axis, y: Axis) -> Self {
        let size = canvas.small();
        let line = size * 1.3;
        let above = if y.name.is_empty() { size * 0.5 } else { line * 1.3 };
        let below = Self::foot(canvas, !x.name.is_empty());
        let rough = outer.inset(0.0, above, 0.0, below);
        let ticks = y.ticks_apart(canvas.language, rough.h, size * 1.2);
        let widest =
            ticks.iter().map(|&t| font::width(&(y.label)(canvas.language, t), size)).fold(0.0, f64::max);
        // Half of the last tick's label extends beyond the plot on the right.
        let last = font::width(&(x.label)(canvas.language, x.range.end), size) / 2.0;
        let inner = rough.inset(widest + size * 0.6, 0.0, last, 0.0);
        let plot = Self { inner, x, y };
        canvas.group("axes", || {
            plot.draw_y(canvas, outer, &ticks);
            plot.draw_x(canvas);
        });
        plot
    }

    /// A plot with a horizontal axis only, for labelled rows.
    pub fn along(canvas: &Canvas, inner: Rect, x: Axis) -> Self {
        let plot = Self { inner, x, y: Axis::new("", 0.0..1.0) };
        canvas.group("axes", || plot.draw_x(canvas));
        plot
    }

    /// Height of the tick labels and, if `named`, the name of the horizontal axis.
    pub fn foot(canvas: &Canvas, named: bool) -> f64 {
        canvas.small() * if named { 3.0 } else { 1.7 }
    }

    fn draw_y(&self, canvas: &Canvas, outer: Rect, ticks: &[f64]) {
        let (size, inner) = (canvas.small(), self.inner);
        for &t in ticks {
            let y = self.height(t);
            canvas.line(&[(inner.x, y), (inner.right(), y)], canvas.em / 18.0, GRID);
            canvas.text(&(self.y.label)(canvas.language, t), (inner.x - size * 0.4, y), Side::End, size, INK);
        }
        let name = font::clip(&self.y.name, size, outer.w);
        canvas.text(&name, (outer.x, outer.y + size * 0.5), Side::Start, size, MUTED);
    }

    fn draw_x(&self, canvas: &Canvas) {
        let (size, inner) = (canvas.small(), self.inner);
        let y = inner.bottom() + size * 1.05;
        for t in self.x_ticks(canvas.language, inner.w, size) {
            let x = self.across(t);
            canvas.line(&[(x, inner.y), (x, inner.bottom())], canvas.em / 18.0, GRID);
            canvas.text(&(self.x.label)(canvas.language, t), (x, y), Side::Middle, size, INK);
        }
        canvas.line(&[(inner.x, inner.bottom()), (inner.right(), inner.bottom())], canvas.em / 14.0, MUTED);
        let name = font::clip(&self.x.name, size, inner.w);
        canvas.text(&name, (inner.x + inner.w / 2.0, y + size * 1.3), Side::Middle, size, MUTED);
    }

    /// As many ticks of the horizontal axis as leave space between their labels.
    fn x_ticks(&self, language: Language, width: f64, size: f64) -> Vec<f64> {
        let fits = |ticks: &[f64]| {
            if !self.x.labels_differ(language, ticks) {
                return false;
            }
            let boxes: Vec<(f64, f64)> = ticks
                .iter()
                .map(|&t| (self.across(t), font::width(&(self.x.label)(language, t), size) / 2.0))
                .collect();
            boxes.windows(2).all(|w| w[0].0 + w[0].1 + size * 0.7 <= w[1].0 - w[1].1)
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a handful of ticks
        let max = (width / (size * 2.0)).clamp(2.0, 11.0) as usize;
        let ends = vec![self.x.range.start, self.x.range.end];
        let round = (2..=max).rev().map(|n| self.x.ticks(n)).find(|ticks| fits(ticks)).unwrap_or_default();
        if round.len() < 2 && fits(&ends) { ends } else { round }
    }

    /// Draws a horizontal line at a value of the vertical axis.
    pub fn horizontal_line(&self, canvas: &Canvas, value: f64, width: f64, colour: RGBColor) {
        let y = self.height(value);
        canvas.line(&[(self.inner.x, y), (self.inner.right(), y)], width, colour);
    }

    /// The ranges of both axes.
    pub fn ranges(&self) -> (Range<f64>, Range<f64>) {
        (self.x.range.clone(), self.y.range.clone())
    }

    /// The position of a pair of values; values outside the range are moved to its edge.
    pub fn at(&self, x: f64, y: f64) -> Point {
        (self.across(x), self.height(y))
    }

    /// The x coordinate of a value of the horizontal axis.
    pub fn across(&self, x: f64) -> f64 {
        self.inner.x + self.x.share(x) * self.inner.w
    }

    /// The y coordinate of a value of the vertical axis.
    pub fn height(&self, y: f64) -> f64 {
        self.inner.bottom() - self.y.share(y) * self.inner.h
    }
}

/// A staircase through these points: each height holds until the next point.
pub fn staircase(points: impl IntoIterator<Item = Point>) -> Vec<Point> {
    let mut stairs: Vec<Point> = Vec::new();
    for (x, y) in points {
        stairs.extend(stairs.last().map(|&(_, before)| (x, before)));
        stairs.push((x, y));
    }
    stairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_within() {
        let ticks: Vec<String> =
            Axis::new("", 0.0..1.0).ticks(6).into_iter().map(|x| Language::English.point(x)).collect();
        assert_eq!(ticks, [".00", ".20", ".40", ".60", ".80", "1.00"]);
        for end in [0.0004, 0.012, 0.045, 0.3] {
            let axis = Axis::new("", 0.0..end);
            let ticks = axis.ticks_apart(Language::English, 200.0, 15.0);
            assert!(ticks.len() > 1 && axis.labels_differ(Language::English, &ticks), "{end}: {ticks:?}");
        }
        let log = Axis { scale: Scale::Log, ..Axis::counts("", 1.0..1000.0) };
        assert_eq!(log.ticks(4), [1.0, 10.0, 100.0, 1000.0]);
        assert_eq!(log.ticks(10).len(), 10);
        assert!((log.share(10.0) - 1.0 / 3.0).abs() < 1e-12);
    }
}
