//! Shapes and words on a page, in pixels.

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
    font,
    page::{Page, UNIT, units},
    palette::PAPER,
};

/// A place on the page, in pixels from its upper left corner.
pub type Point = (f64, f64);

/// A part of the page.
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

    /// What is left when so much is taken off at the left, top, right and bottom.
    pub fn less(&self, left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self {
            x: self.x + left,
            y: self.y + top,
            w: (self.w - left - right).max(1.0),
            h: (self.h - top - bottom).max(1.0),
        }
    }

    /// Whether two parts overlap by more than a hair.
    pub fn meets(&self, other: &Self) -> bool {
        let hair = 0.01;
        self.x + hair < other.right()
            && other.x + hair < self.right()
            && self.y + hair < other.bottom()
            && other.y + hair < self.bottom()
    }

    /// Whether it lies within another.
    pub fn within(&self, outer: &Self) -> bool {
        self.x >= outer.x
            && self.y >= outer.y
            && self.right() <= outer.right()
            && self.bottom() <= outer.bottom()
    }

    /// Cut into a grid, row by row, with a gap between the cells.
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

/// Where a text stands to its point: left, middle, right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// The shape of a mark: never colour alone.
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
    /// ○, paper inside.
    Ring,
    /// A short upright stroke.
    Tick,
}

/// A page with a base size of type.
#[derive(Clone)]
pub struct Sheet {
    area: DrawingArea<Page, Shift>,
    page: Page,
    /// The size of running text, in pixels.
    pub em: f64,
    /// The whole page.
    pub all: Rect,
}

impl Sheet {
    /// A blank sheet of this size, with running text of `em` pixels.
    pub fn new(width: u32, height: u32, em: f64) -> Self {
        let page = Page::new(width, height);
        let all = Rect { x: 0.0, y: 0.0, w: width.into(), h: height.into() };
        Self { area: page.clone().into_drawing_area(), page, em, all }
    }

    /// See [`Page::finish`].
    pub fn finish(&self, title: &str, description: &str) -> (String, Vec<(String, Vec<char>)>) {
        self.page.finish(title, description)
    }

    fn put<'a, E>(&'a self, element: &'a E)
    where
        &'a E: PointCollection<'a, (i32, i32)>,
        E: Drawable<Page>,
    {
        // A page in memory takes whatever is drawn: its errors are `Infallible`.
        let _ = self.area.draw(element);
    }

    /// Draws what `work` draws as a group of this class.
    pub fn group(&self, class: &str, work: impl FnOnce()) {
        self.grouped(&[("class", class)], None, work);
    }

    /// Draws a mark that says something when pointed at.
    pub fn tipped(&self, tip: &str, work: impl FnOnce()) {
        self.grouped(&[], Some(tip), work);
    }

    /// Draws lines broken into dashes.
    pub fn dashed(&self, work: impl FnOnce()) {
        self.grouped(&[("stroke-dasharray", "4 3")], None, work);
    }

    fn grouped(&self, attributes: &[(&str, &str)], tip: Option<&str>, work: impl FnOnce()) {
        self.page.with(|ink| ink.open(attributes, tip));
        work();
        self.page.with(super::page::Ink::close);
    }

    /// A filled rectangle.
    pub fn fill(&self, r: Rect, colour: impl Into<RGBAColor>) {
        self.put(&Rectangle::new([corner(r.x, r.y), corner(r.right(), r.bottom())], filled(colour)));
    }

    /// A rectangle's outline.
    pub fn outline(&self, r: Rect, width: f64, colour: impl Into<RGBAColor>) {
        self.put(&Rectangle::new([corner(r.x, r.y), corner(r.right(), r.bottom())], stroked(colour, width)));
    }

    /// A line through these points.
    pub fn line(&self, points: &[Point], width: f64, colour: impl Into<RGBAColor>) {
        if points.len() > 1 {
            let points: Vec<_> = points.iter().map(|&(x, y)| corner(x, y)).collect();
            self.put(&PathElement::new(points, stroked(colour, width)));
        }
    }

    /// A filled polygon.
    pub fn polygon(&self, points: &[Point], colour: impl Into<RGBAColor>) {
        if points.len() > 2 {
            let points: Vec<_> = points.iter().map(|&(x, y)| corner(x, y)).collect();
            self.put(&Polygon::new(points, filled(colour)));
        }
    }

    /// A mark of this radius.
    pub fn mark(&self, mark: Mark, at: Point, radius: f64, colour: impl Into<RGBAColor>) {
        let colour = colour.into();
        let (x, y) = at;
        let by = |points: &[Point]| -> Vec<Point> {
            points.iter().map(|(dx, dy)| (x + dx * radius, y + dy * radius)).collect()
        };
        let pen = (radius * 0.45).max(1.0);
        match mark {
            Mark::Disc => self.put(&Circle::new(corner(x, y), units(radius), filled(colour))),
            Mark::Ring => {
                self.put(&Circle::new(corner(x, y), units(radius), filled(PAPER)));
                self.put(&Circle::new(corner(x, y), units(radius), stroked(colour, pen)));
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

    /// A line of text, the middle of its capitals at the height of the point.
    pub fn text(&self, text: &str, at: Point, side: Side, size: f64, colour: impl Into<RGBAColor>) {
        if text.is_empty() {
            return;
        }
        let side = match side {
            Side::Start => HPos::Left,
            Side::Middle => HPos::Center,
            Side::End => HPos::Right,
        };
        let colour: RGBAColor = colour.into();
        let style = TextStyle::from((font::Font::TEXT.family(), size * UNIT).into_font())
            .color(&colour)
            .pos(Pos::new(side, VPos::Center));
        self.put(&Text::new(text, corner(at.0, at.1), style));
    }

    /// Lines of text under each other, the first centred at the height of the point.
    #[allow(clippy::cast_precision_loss)] // a handful of lines
    pub fn lines(&self, lines: &[String], at: Point, side: Side, size: f64, colour: impl Into<RGBAColor>) {
        let colour = colour.into();
        for (k, line) in lines.iter().enumerate() {
            self.text(line, (at.0, at.1 + k as f64 * size * LEADING), side, size, colour);
        }
    }

    /// Small print: captions, ticks.
    pub fn small(&self) -> f64 {
        self.em * 0.85
    }
}

/// From one line of text to the next, in its size.
pub const LEADING: f64 = 1.25;

/// The box of a line of text whose capitals are centred on a point.
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

fn filled(colour: impl Into<RGBAColor>) -> ShapeStyle {
    ShapeStyle { color: colour.into(), filled: true, stroke_width: 0 }
}

#[allow(clippy::cast_sign_loss)] // widths of strokes are positive
fn stroked(colour: impl Into<RGBAColor>, width: f64) -> ShapeStyle {
    ShapeStyle { color: colour.into(), filled: false, stroke_width: units(width.max(0.1)) as u32 }
}
