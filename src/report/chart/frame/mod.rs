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

use super::{super::titles::Titles, Data, Picture};
use crate::{language::Language, report::identity, say, study::identity::Identity};
use canvas::{Canvas, LEADING, LEAST_TEXT, Rect, Side};
pub use palette::Theme;
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
    pub const COLUMN: Self = Self { width: 336, height: 480 };
    /// The smallest side that leaves space for text.
    pub const MIN: u32 = 240;
    /// The largest side.
    pub const MAX: u32 = 8000;

    /// The base font size: 18 pixels on a slide, at least eight points.
    fn em(self) -> f64 {
        (libm::sqrt(f64::from(self.width) * f64::from(self.height)) / 53.0).max(LEAST_TEXT)
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
    /// Without steps or links: for a page of several pictures.
    pub is_still: bool,
    /// On paper or on a dark ground.
    pub theme: Theme,
    /// The language of its words.
    pub language: Language,
    /// How the clauses and parties of a study are called, whose tables name them by their keys.
    pub titles: Titles,
}

impl ChartOptions {
    /// Default options at this size.
    pub fn at(size: Size) -> Self {
        Self {
            size,
            title: None,
            measure: None,
            frames: None,
            is_still: false,
            theme: Theme::default(),
            language: Language::default(),
            titles: Titles::default(),
        }
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
    /// Which results are shown: scenario, changes, hash, seed, n and version.
    pub identity: Identity,
    /// What may have to be named and no font has: labels refer to it by number, and a key below the picture lists it.
    pub key: Vec<String>,
}

impl Caption {
    /// Notes in the reading that only the first `shown` of `total` items are drawn, if that is so.
    pub fn note_omitted(&mut self, language: Language, shown: usize, total: usize, what: &str) {
        self.reading.push_str(&super::omission_note(language, shown, total, what));
    }
}

/// A picture in progress, with its caption drawn and the body still empty.
pub struct Frame {
    /// The drawing surface.
    pub canvas: Canvas,
    /// The area left for the plot.
    pub body: Rect,
    caption: Caption,
    language: Language,
    /// Where the key of characters that no font has is set, if any is needed.
    foot: Rect,
}

impl Frame {
    /// Draws title, reading and source.
    pub fn new(wanted: &ChartOptions, mut caption: Caption) -> Self {
        if let Some(title) = &wanted.title {
            caption.title.clone_from(title);
        }
        let em = wanted.size.em();
        let canvas = Canvas::new(wanted, em);
        let margin = em * 0.9;
        canvas.set_key(&caption.key);
        let body = canvas.all.inset(margin, margin, margin, margin);
        let mut frame = Self { body, canvas, caption, language: wanted.language, foot: body };
        frame.draw_title_and_reading();
        frame.draw_source();
        frame.reserve_key();
        frame
    }

    /// How many panels fit into a frame with this caption, with `reserved` ems at the top kept for the legend.
    pub fn panel_capacity(wanted: &ChartOptions, caption: &Caption, reserved: f64) -> usize {
        let Self { canvas, body, .. } = Self::new(wanted, caption.clone());
        panels::capacity(&canvas, body.inset(0.0, canvas.em * reserved, 0.0, 0.0))
    }

    fn draw_title_and_reading(&mut self) {
        let (em, body) = (self.canvas.em, self.body);
        // A claim is never cut short.
        let title = font::wrap(&self.caption.title, em * 1.3, body.w, 5);
        let reading = font::wrap(&self.caption.reading, self.canvas.small(), body.w, 8);
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
        let (size, body) = (self.canvas.tiny(), self.body);
        let lines = font::wrap(&identity::source(self.language, &self.caption.identity), size, body.w, 3);
        let height = lines.len() as f64 * size * LEADING;
        self.canvas.group("source", || {
            let at = (body.x, body.bottom() - height + size * 0.6);
            self.canvas.lines(&lines, at, Side::Start, size, MUTED);
        });
        self.body = body.inset(0.0, 0.0, 0.0, height + self.canvas.em * 0.5);
    }

    /// Keeps the foot of the body free for the key, if there may be one.
    fn reserve_key(&mut self) {
        if !self.caption.key.is_empty() {
            let all: Vec<(usize, String)> =
                self.caption.key.iter().cloned().zip(1..).map(|(s, k)| (k, s)).collect();
            let height = self.key_lines(&all).len() as f64 * self.canvas.tiny() * LEADING;
            self.foot = Rect { y: self.body.bottom() - height, h: height, ..self.body };
            self.body = self.body.inset(0.0, 0.0, 0.0, height + self.canvas.em * 0.3);
        }
    }

    /// What the numbers in labels stand for, by code points, on as many lines as it takes, three at most.
    fn key_lines(&self, entries: &[(usize, String)]) -> Vec<String> {
        let code = |c: char| format!("U+{:04X}", u32::from(c));
        let entry = |(number, stretch): &(usize, String)| {
            let codes: Vec<String> = stretch.chars().take(4).map(code).collect();
            let more = if stretch.chars().count() > 4 { " …" } else { "" };
            format!("[{number}] {}{more}", codes.join(" "))
        };
        let listed: Vec<String> = entries.iter().map(entry).collect();
        let words = say!(self.canvas.language, "charts-key", list = listed.join(", "));
        font::wrap(&words, self.canvas.tiny(), self.body.w, 3)
    }

    fn draw_key(&self) {
        let referred = self.canvas.referred();
        if !referred.is_empty() {
            let at = (self.foot.x, self.foot.y + self.canvas.tiny() * 0.6);
            let lines = self.key_lines(&referred);
            self.canvas
                .group("key", || self.canvas.lines(&lines, at, Side::Start, self.canvas.tiny(), MUTED));
        }
    }

    /// Completes the picture; `alt` describes its content for readers who cannot see it.
    pub fn finish(self, alt: &str, data: Data) -> Picture {
        self.draw_key();
        let Caption { title, reading, identity, .. } = self.caption;
        let source = identity::source(self.language, &identity);
        let description = format!("{alt} {reading} {source}");
        let (svg, unprintable) = self.canvas.finish(&title, &description);
        Picture {
            svg,
            title,
            reading,
            source,
            identity,
            language: self.language,
            alt: alt.to_owned(),
            data,
            unprintable,
            frames: Vec::new(),
        }
    }
}
