//! The layout shared by all charts: size, title, caption, legend, axes, colours and text metrics.

pub mod axis;
pub mod canvas;
pub mod font;
pub mod labels;
pub mod legend;
pub mod page;
pub mod palette;
pub mod panels;
pub mod rows;
mod svg;

use std::{fmt, str::FromStr};

use super::{Data, Picture};
use crate::language::Language;
use canvas::{Canvas, LEADING, Rect, Side};
use palette::{INK, MUTED};

/// The size of a picture in CSS pixels (96 per inch).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

impl Size {
    /// A lecture slide, 16:9.
    pub const SLIDE: Self = Self { width: 1280, height: 720 };
    /// A journal column, 89 mm wide.
    pub const COLUMN: Self = Self { width: 336, height: 400 };
    /// The smallest side that leaves space for text.
    pub const MIN: u32 = 240;
    /// The largest side.
    pub const MAX: u32 = 8000;

    /// The base font size: 18 pixels on a slide, at least 10 (7.5 points).
    fn em(self) -> f64 {
        (libm::sqrt(f64::from(self.width) * f64::from(self.height)) / 53.0).max(10.0)
    }
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let invalid = || {
            format!(
                "expected slide, column, or a width and height from {} to {}, as in 1280x720",
                Self::MIN,
                Self::MAX
            )
        };
        match text {
            "slide" => Ok(Self::SLIDE),
            "column" => Ok(Self::COLUMN),
            _ => {
                let (width, height) = text.split_once(['x', '×']).ok_or_else(invalid)?;
                let side = |s: &str| s.trim().parse().ok().filter(|n| (Self::MIN..=Self::MAX).contains(n));
                Ok(Self {
                    width: side(width).ok_or_else(invalid)?,
                    height: side(height).ok_or_else(invalid)?,
                })
            }
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

/// Options for drawing a chart.
#[derive(Clone, Debug)]
pub struct ChartOptions {
    /// The size.
    pub size: Size,
    /// A title to replace the chart's own.
    pub title: Option<String>,
    /// The column shown in a chart of a study; `None` for the chart's default.
    pub measure: Option<String>,
    /// How many still pictures to draw of one that moves; `None` for none.
    pub frames: Option<usize>,
    /// The language of its words.
    pub language: Language,
}

impl ChartOptions {
    /// Default options at this size.
    pub fn at(size: Size) -> Self {
        Self { size, title: None, measure: None, frames: None, language: Language::default() }
    }
}

impl Default for ChartOptions {
    fn default() -> Self {
        Self::at(Size::SLIDE)
    }
}

/// The text around a picture.
#[derive(Clone, Debug, Default)]
pub struct Caption {
    /// What it shows, in one line.
    pub title: String,
    /// How to read it: what is drawn, in which units, with which intervals.
    pub reading: String,
    /// Scenario, hash, seed, n and version.
    pub source: String,
}

impl Caption {
    /// Notes in the reading that only the first `shown` of `total` items are drawn, if that is so.
    pub fn note_omitted(&mut self, shown: usize, total: usize, what: &str) {
        self.reading.push_str(&super::omission_note(shown, total, what));
    }
}

/// A picture in progress, with its caption drawn and the body still empty.
pub struct Frame {
    /// The drawing surface.
    pub canvas: Canvas,
    /// The area left for the plot.
    pub body: Rect,
    caption: Caption,
}

impl Frame {
    /// Draws title, reading and source.
    pub fn new(wanted: &ChartOptions, mut caption: Caption) -> Self {
        if let Some(title) = &wanted.title {
            caption.title.clone_from(title);
        }
        let em = wanted.size.em();
        let canvas = Canvas::new(wanted.size.width, wanted.size.height, em);
        let margin = em * 0.9;
        let mut frame = Self { body: canvas.all.inset(margin, margin, margin, margin), canvas, caption };
        frame.draw_title_and_reading();
        frame.draw_source();
        frame
    }

    /// How many panels fit into a frame with this caption, with `reserved` ems at the top kept for the legend.
    pub fn panel_capacity(wanted: &ChartOptions, caption: &Caption, reserved: f64) -> usize {
        let Self { canvas, body, .. } = Self::new(wanted, caption.clone());
        panels::capacity(&canvas, body.inset(0.0, canvas.em * reserved, 0.0, 0.0))
    }

    fn draw_title_and_reading(&mut self) {
        let (em, body) = (self.canvas.em, self.body);
        let title = font::wrap(&self.caption.title, em * 1.3, body.w, 2);
        let reading = font::wrap(&self.caption.reading, self.canvas.small(), body.w, 6);
        let mut y = body.y;
        for (class, lines, size, colour) in
            [("title", title, em * 1.3, INK), ("reading", reading, self.canvas.small(), MUTED)]
        {
            self.canvas.group(class, || {
                self.canvas.lines(&lines, (body.x, y + size * 0.5), Side::Start, size, colour);
            });
            y += lines.len() as f64 * size * LEADING + em * 0.2;
        }
        self.body = body.inset(0.0, y - body.y + em * 0.5, 0.0, 0.0);
    }

    fn draw_source(&mut self) {
        let (size, body) = (self.canvas.em * 0.75, self.body);
        let lines = font::wrap(&self.caption.source, size, body.w, 3);
        let height = lines.len() as f64 * size * LEADING;
        self.canvas.group("source", || {
            let at = (body.x, body.bottom() - height + size * 0.6);
            self.canvas.lines(&lines, at, Side::Start, size, MUTED);
        });
        self.body = body.inset(0.0, 0.0, 0.0, height + self.canvas.em * 0.5);
    }

    /// Completes the picture; `alt` describes its content for readers who cannot see it.
    pub fn finish(self, alt: &str, data: Data) -> Picture {
        let Caption { title, reading, source } = self.caption;
        let description = format!("{alt} {reading} {source}");
        let (svg, unprintable) = self.canvas.finish(&title, &description);
        Picture { svg, title, reading, source, alt: alt.to_owned(), data, unprintable, frames: Vec::new() }
    }
}
