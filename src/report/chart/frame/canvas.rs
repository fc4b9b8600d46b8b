//! Drawing shapes and text, in pixels.

use plotters::{
    coord::Shift,
    element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle, Text},
    prelude::{DrawingArea, IntoDrawingArea, IntoFont, ShapeStyle},
    style::{
        RGBAColor, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::{
    ChartOptions, Size, font,
    page::{SvgBuffer, SvgPage, UNIT, units},
    palette::{PAPER, Theme},
};
use crate::language::Language;

/// A position in pixels from the upper left corner.
pub type Point = (f64, f64);

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Rect {
    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.w
    }

    /// Lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.h
    }

    /// The middle.
    pub fn centre(&self) -> Point {
        (self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// The rectangle without margins of these sizes.
    pub fn inset(&self, left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self {
            x: self.x + left,
            y: self.y + top,
            w: (self.w - left - right).max(1.0),
            h: (self.h - top - bottom).max(1.0),
        }
    }

    /// Whether two rectangles overlap by more than a rounding error.
    pub fn overlaps(&self, other: &Self) -> bool {
        let margin = 0.01;
        self.x + margin < other.right()
            && other.x + margin < self.right()
            && self.y + margin < other.bottom()
            && other.y + margin < self.bottom()
    }

    /// Whether the rectangle lies within another.
    pub fn within(&self, outer: &Self) -> bool {
        self.x >= outer.x
            && self.y >= outer.y
            && self.right() <= outer.right()
            && self.bottom() <= outer.bottom()
    }

    /// Divides the rectangle into a grid, row by row, with a gap between the cells.
    #[allow(clippy::cast_precision_loss)] // a handful of cells
    pub fn grid(&self, columns: usize, rows: usize, gap: Point) -> Vec<Self> {
        let w = (self.w - gap.0 * (columns as f64 - 1.0)) / columns as f64;
        let h = (self.h - gap.1 * (rows as f64 - 1.0)) / rows as f64;
        (0..columns * rows)
            .map(|k| ((k % columns) as f64, (k / columns) as f64))
            .map(|(c, r)| Self { x: self.x + c * (w + gap.0), y: self.y + r * (h + gap.1), w, h })
            .collect()
    }
}

/// Horizontal alignment of a text relative to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The text begins at the point.
    Start,
    /// The text is centred on the point.
    Middle,
    /// The text ends at the point.
    End,
}

/// The shape of a mark; marks differ in shape, not only in colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// ●
    Disc,
    /// ■
    Square,
    /// ◆
    Diamond,
    /// ▲
    Up,
    /// ▼
    Down,
    /// ×
    Cross,
    /// +
    Plus,
    /// ○, filled with the background colour.
    Ring,
    /// A short vertical stroke.
    Tick,
}

/// A drawing surface with a base font size.
#[derive(Clone)]
pub struct Canvas {
    area: DrawingArea<SvgPage, Shift>,
    page: SvgPage,
    /// The base font size in pixels.
    pub em: f64,
    /// The whole surface.
    pub all: Rect,
    /// The language of its words.
    pub language: Language,
    theme: Theme,
}

impl Canvas {
    /// A surface of this size and on the ground of this theme, with a base font size of `em` pixels.
    pub fn new(wanted: &ChartOptions, em: f64) -> Self {
        let ChartOptions { size: Size { width, height }, theme, language, .. } = *wanted;
        let page = SvgPage::new(width, height);
        let all = Rect { x: 0.0, y: 0.0, w: width.into(), h: height.into() };
        let canvas = Self { area: page.clone().into_drawing_area(), page, em, all, language, theme };
        canvas.fill(all, PAPER);
        canvas
    }

    /// See [`SvgPage::finish`].
    pub fn finish(&self, title: &str, description: &str) -> (String, Vec<(String, Vec<char>)>) {
        self.page.finish(title, description)
    }

    /// Sets the stretches of text that labels refer to by number, as no font has them.
    pub fn set_key(&self, stretches: &[String]) {
        self.page.with(|buffer| buffer.set_key(stretches));
    }

    /// What labels have referred to so far, each with its number.
    pub fn referred(&self) -> Vec<(usize, String)> {
        self.page.with(|buffer| buffer.referred())
    }

    fn put<'a, E>(&'a self, element: &'a E)
    where
        &'a E: PointCollection<'a, (i32, i32)>,
        E: Drawable<SvgPage>,
    {
        // The error type of the backend is `Infallible`.
        let _ = self.area.draw(element);
    }

    /// Puts everything that `work` draws into a group of this class.
    pub fn group(&self, class: &str, work: impl FnOnce()) {
        self.with_attributes(&[("class", class)], None, work);
    }

    /// Adds a tooltip to everything that `work` draws.
    pub fn with_tooltip(&self, tip: &str, work: impl FnOnce()) {
        self.with_attributes(&[], Some(tip), work);
    }

    /// Draws the lines of `work` dashed.
    pub fn dashed(&self, work: impl FnOnce()) {
        self.with_attributes(&[("stroke-dasharray", "4 3")], None, work);
    }

    fn with_attributes(&self, attributes: &[(&str, &str)], tip: Option<&str>, work: impl FnOnce()) {
        self.page.with(|buffer| buffer.open(attributes, tip));
        work();
        self.page.with(SvgBuffer::close);
    }

    /// Draws a filled rectangle.
    pub fn fill(&self, r: Rect, colour: impl Into<RGBAColor>) {
        self.put(&Rectangle::new([corner(r.x, r.y), corner(r.right(), r.bottom())], self.filled(colour)));
    }

    /// Draws the outline of a rectangle.
    pub fn outline(&self, r: Rect, width: f64, colour: impl Into<RGBAColor>) {
        self.put(&Rectangle::new(
            [corner(r.x, r.y), corner(r.right(), r.bottom())],
            self.stroked(colour, width),
        ));
    }

    /// Draws a line through these points.
    pub fn line(&self, points: &[Point], width: f64, colour: impl Into<RGBAColor>) {
        if points.len() > 1 {
            let points: Vec<_> = points.iter().map(|&(x, y)| corner(x, y)).collect();
            self.put(&PathElement::new(points, self.stroked(colour, width)));
        }
    }

    /// Draws a filled polygon.
    pub fn polygon(&self, points: &[Point], colour: impl Into<RGBAColor>) {
        if points.len() > 2 {
            let points: Vec<_> = points.iter().map(|&(x, y)| corner(x, y)).collect();
            self.put(&Polygon::new(points, self.filled(colour)));
        }
    }

    /// Fills the area between two lines; `first` determines where its outline begins.
    pub fn band(&self, first: Vec<Point>, second: Vec<Point>, colour: impl Into<RGBAColor>) {
        let outline: Vec<Point> = first.into_iter().chain(second.into_iter().rev()).collect();
        self.polygon(&outline, colour);
    }

    /// Draws a mark of this radius.
    pub fn mark(&self, mark: Mark, at: Point, radius: f64, colour: impl Into<RGBAColor>) {
        let colour = colour.into();
        let (x, y) = at;
        let by = |points: &[Point]| -> Vec<Point> {
            points.iter().map(|(dx, dy)| (x + dx * radius, y + dy * radius)).collect()
        };
        let pen = (radius * 0.45).max(1.0);
        match mark {
            Mark::Disc => self.put(&Circle::new(corner(x, y), units(radius), self.filled(colour))),
            Mark::Ring => {
                self.put(&Circle::new(corner(x, y), units(radius), self.filled(PAPER)));
                self.put(&Circle::new(corner(x, y), units(radius), self.stroked(colour, pen)));
            }
            Mark::Square => {
                self.polygon(&by(&[(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)]), colour)
            }
            Mark::Diamond => self.polygon(&by(&[(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)]), colour),
            Mark::Up => self.polygon(&by(&[(0.0, -1.1), (1.1, 0.8), (-1.1, 0.8)]), colour),
            Mark::Down => self.polygon(&by(&[(0.0, 1.1), (1.1, -0.8), (-1.1, -0.8)]), colour),
            Mark::Cross => {
                self.line(&by(&[(-0.9, -0.9), (0.9, 0.9)]), pen, colour);
                self.line(&by(&[(-0.9, 0.9), (0.9, -0.9)]), pen, colour);
            }
            Mark::Plus => {
                self.line(&by(&[(-1.1, 0.0), (1.1, 0.0)]), pen, colour);
                self.line(&by(&[(0.0, -1.1), (0.0, 1.1)]), pen, colour);
            }
            Mark::Tick => self.line(&by(&[(0.0, -1.0), (0.0, 1.0)]), pen, colour),
        }
    }

    /// Draws a line of text, its capitals centred vertically on the point.
    pub fn text(&self, text: &str, at: Point, side: Side, size: f64, colour: impl Into<RGBAColor>) {
        if text.is_empty() {
            return;
        }
        let side = match side {
            Side::Start => HPos::Left,
            Side::Middle => HPos::Center,
            Side::End => HPos::Right,
        };
        let colour = self.theme.tint(colour.into());
        let style = TextStyle::from((font::Font::TEXT.family(), size * UNIT).into_font())
            .color(&colour)
            .pos(Pos::new(side, VPos::Center));
        self.put(&Text::new(text, corner(at.0, at.1), style));
    }

    /// Draws lines of text below each other, the first one centred vertically on the point.
    #[allow(clippy::cast_precision_loss)] // a handful of lines
    pub fn lines(&self, lines: &[String], at: Point, side: Side, size: f64, colour: impl Into<RGBAColor>) {
        let colour = colour.into();
        for (k, line) in lines.iter().enumerate() {
            self.text(line, (at.0, at.1 + k as f64 * size * LEADING), side, size, colour);
        }
    }

    fn filled(&self, colour: impl Into<RGBAColor>) -> ShapeStyle {
        ShapeStyle { color: self.theme.tint(colour.into()), filled: true, stroke_width: 0 }
    }

    #[allow(clippy::cast_sign_loss)] // widths of strokes are positive
    fn stroked(&self, colour: impl Into<RGBAColor>, width: f64) -> ShapeStyle {
        let stroke_width = units(width.max(0.1)) as u32;
        ShapeStyle { color: self.theme.tint(colour.into()), filled: false, stroke_width }
    }

    /// The small font size, for captions and tick labels.
    pub fn small(&self) -> f64 {
        (self.em * 0.85).max(LEAST_TEXT)
    }

    /// The smallest font size, for sources and what stands below a label.
    pub fn tiny(&self) -> f64 {
        (self.em * 0.75).max(LEAST_TEXT)
    }
}

/// The least size of text in pixels: eight points.
pub const LEAST_TEXT: f64 = 8.0 * 96.0 / 72.0;

/// Distance between baselines, as a multiple of the font size.
pub const LEADING: f64 = 1.25;

/// The bounding box of a line of text whose capitals are centred on a point.
pub fn text_box(text: &str, at: Point, side: Side, size: f64) -> Rect {
    let w = font::width(text, size);
    let x = match side {
        Side::Start => at.0,
        Side::Middle => at.0 - w / 2.0,
        Side::End => at.0 - w,
    };
    Rect { x, y: at.1 + (0.36 - font::ASCENT) * size, w, h: (font::ASCENT + font::DESCENT) * size }
}

fn corner(x: f64, y: f64) -> (i32, i32) {
    (units(x), units(y))
}
