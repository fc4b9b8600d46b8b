//! What all pictures share: the size, title, caption, legend, axes, colours and the measure of text.

pub mod axis;
pub mod font;
pub mod labels;
pub mod legend;
pub mod page;
pub mod palette;
pub mod panels;
pub mod rows;
pub mod sheet;
mod svg;

use std::{fmt, str::FromStr};

use super::{Data, Picture};
use palette::{INK, MUTED};
use sheet::{LEADING, Rect, Sheet, Side};

/// How large a picture is, in CSS pixels (96 to the inch).
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
    /// A column of a journal, 89 mm wide.
    pub const COLUMN: Self = Self { width: 336, height: 400 };
    /// The smallest side that leaves room for words.
    pub const LEAST: u32 = 240;
    /// The largest side.
    pub const MOST: u32 = 8000;

    /// The size of running text: 18 pixels on a slide, 10 (7.5 points) at least.
    fn em(self) -> f64 {
        (libm::sqrt(f64::from(self.width) * f64::from(self.height)) / 53.0).max(10.0)
    }
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "expected slide, column, or a width and height from {} to {}, as in 1280x720",
                Self::LEAST,
                Self::MOST
            )
        };
        match text {
            "slide" => Ok(Self::SLIDE),
            "column" => Ok(Self::COLUMN),
            _ => {
                let (width, height) = text.split_once(['x', '×']).ok_or_else(wrong)?;
                let side = |s: &str| s.trim().parse().ok().filter(|n| (Self::LEAST..=Self::MOST).contains(n));
                Ok(Self { width: side(width).ok_or_else(wrong)?, height: side(height).ok_or_else(wrong)? })
            }
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

/// How a picture is wanted.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// How large.
    pub size: Size,
    /// A title in place of its own.
    pub title: Option<String>,
    /// What a picture of a study shows, by column; none for what it shows first.
    pub measure: Option<String>,
}

impl Wanted {
    /// At this size, as it comes.
    pub fn at(size: Size) -> Self {
        Self { size, title: None, measure: None }
    }
}

impl Default for Wanted {
    fn default() -> Self {
        Self::at(Size::SLIDE)
    }
}

/// What is written around a picture.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// What it shows, in a line.
    pub title: String,
    /// How to read it: what is drawn, in which units, with which interval.
    pub reading: String,
    /// Scenario, hash, seed, n and version.
    pub source: String,
}

/// A picture under way: title and caption are drawn, the rest is for the body.
pub struct Frame {
    /// What it is drawn on.
    pub sheet: Sheet,
    /// What is left to draw in.
    pub body: Rect,
    words: Words,
}

impl Frame {
    /// Draws title, reading and caption.
    pub fn new(wanted: &Wanted, mut words: Words) -> Self {
        if let Some(title) = &wanted.title {
            words.title.clone_from(title);
        }
        let em = wanted.size.em();
        let sheet = Sheet::new(wanted.size.width, wanted.size.height, em);
        let margin = em * 0.9;
        let mut frame = Self { body: sheet.all.less(margin, margin, margin, margin), sheet, words };
        frame.head();
        frame.foot();
        frame
    }

    fn head(&mut self) {
        let (em, body) = (self.sheet.em, self.body);
        let title = font::wrap(&self.words.title, em * 1.3, body.w, 2);
        let reading = font::wrap(&self.words.reading, self.sheet.small(), body.w, 6);
        let mut y = body.y;
        for (class, lines, size, colour) in
            [("title", title, em * 1.3, INK), ("reading", reading, self.sheet.small(), MUTED)]
        {
            self.sheet.group(class, || {
                self.sheet.lines(&lines, (body.x, y + size * 0.5), Side::Start, size, colour);
            });
            y += lines.len() as f64 * size * LEADING + em * 0.2;
        }
        self.body = body.less(0.0, y - body.y + em * 0.5, 0.0, 0.0);
    }

    fn foot(&mut self) {
        let (size, body) = (self.sheet.em * 0.75, self.body);
        let lines = font::wrap(&self.words.source, size, body.w, 3);
        let height = lines.len() as f64 * size * LEADING;
        self.sheet.group("source", || {
            let at = (body.x, body.bottom() - height + size * 0.6);
            self.sheet.lines(&lines, at, Side::Start, size, MUTED);
        });
        self.body = body.less(0.0, 0.0, 0.0, height + self.sheet.em * 0.5);
    }

    /// The picture, with what it says in words and the figures behind it.
    pub fn finish(self, alt: &str, data: Data) -> Picture {
        let Words { title, reading, source } = self.words;
        let description = format!("{alt} {reading} {source}");
        let (svg, unprintable) = self.sheet.finish(&title, &description);
        Picture { svg, title, reading, source, alt: alt.to_owned(), data, unprintable }
    }
}
