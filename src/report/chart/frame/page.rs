//! An SVG backend for plotters with reproducible output: the same picture gives the same bytes.
//!
//! Plotters uses integer coordinates; this backend interprets them as hundredths of a pixel, so that rounding is not
//! visible. Each text states its width in the built-in fonts (`textLength`), so that it also fits in other fonts.

use std::{cell::RefCell, convert::Infallible, fmt::Write, rc::Rc};

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    text_anchor::{HPos, VPos},
};

use super::{
    font::{self, Font},
    svg::{Paint, Px, escaped, paint, stroke},
};

/// Backend units per pixel.
pub const UNIT: f64 = 100.0;

/// Converts a length from pixels to backend units.
#[allow(clippy::cast_possible_truncation)] // sizes of pages are bounded
pub fn units(pixels: f64) -> i32 {
    (pixels * UNIT).round() as i32
}

/// The SVG elements written so far.
#[derive(Debug, Default)]
pub struct SvgBuffer {
    body: String,
    /// Labels with characters that no font has.
    unprintable: Vec<(String, Vec<char>)>,
    /// Stretches of text that no font has, and whether a label has referred to them: the key below the picture.
    key: Vec<(String, bool)>,
}

impl SvgBuffer {
    /// Opens a group, to be closed with [`close`](Self::close).
    pub fn open(&mut self, attributes: &[(&str, &str)], tip: Option<&str>) {
        self.body.push_str("<g");
        for (name, value) in attributes {
            let _ = write!(self.body, " {name}=\"{}\"", escaped(value));
        }
        self.body.push('>');
        if let Some(tip) = tip {
            let _ = write!(self.body, "<title>{}</title>", escaped(tip));
        }
    }

    /// Closes the innermost open group.
    pub fn close(&mut self) {
        self.body.push_str("</g>\n");
    }

    /// Sets what labels refer to by number, as no font has it.
    pub fn set_key(&mut self, stretches: &[String]) {
        self.key = stretches.iter().map(|stretch| (stretch.clone(), false)).collect();
    }

    /// What labels have referred to so far, each with its number.
    pub fn referred(&self) -> Vec<(usize, String)> {
        let numbered = self.key.iter().enumerate().filter(|(_, (_, used))| *used);
        numbered.map(|(k, (stretch, _))| (k + 1, stretch.clone())).collect()
    }

    /// A label with references to the key for what no font has. A stretch may have been cut to fit.
    fn keyed(&mut self, label: &str) -> String {
        font::replaced(label, |stretch| {
            match self.key.iter_mut().enumerate().find(|(_, k)| k.0.contains(stretch)) {
                Some((k, entry)) => {
                    entry.1 = true;
                    format!("[{}]", k + 1)
                }
                None => stretch.to_owned(),
            }
        })
    }

    /// Records the characters of a label that no font has.
    fn record_unprintable(&mut self, label: &str) {
        let missing = font::unprintable(label);
        if !missing.is_empty() && self.unprintable.iter().all(|(known, _)| known != label) {
            self.unprintable.push((label.to_owned(), missing));
        }
    }
}

/// An SVG document in progress; clones share its content.
#[derive(Clone, Debug)]
pub struct SvgPage {
    buffer: Rc<RefCell<SvgBuffer>>,
    width: u32,
    height: u32,
}

impl SvgPage {
    /// An empty document of this size in pixels.
    pub fn new(width: u32, height: u32) -> Self {
        Self { buffer: Rc::default(), width, height }
    }

    /// Applies a function to the buffer.
    pub fn with<T>(&self, work: impl FnOnce(&mut SvgBuffer) -> T) -> T {
        work(&mut self.buffer.borrow_mut())
    }

    /// The complete document with an accessible title and description, and the labels with characters that no font has.
    pub fn finish(&self, title: &str, description: &str) -> (String, Vec<(String, Vec<char>)>) {
        let Self { width, height, .. } = self;
        let buffer = self.buffer.borrow();
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"{}\" role=\"img\" aria-label=\"{}\">\n\
             <title>{}</title>\n<desc>{}</desc>\n{}</svg>\n",
            font::FALLBACKS,
            escaped(title),
            escaped(title),
            escaped(description),
            buffer.body
        );
        (svg, buffer.unprintable.clone())
    }
}

type DrawResult = Result<(), DrawingErrorKind<Infallible>>;

impl SvgPage {
    fn add(&self, element: std::fmt::Arguments<'_>) -> DrawResult {
        self.with(|buffer| {
            let _ = buffer.body.write_fmt(element);
            buffer.body.push('\n');
        });
        Ok(())
    }

    fn path(&self, points: impl IntoIterator<Item = BackendCoord>, close: &str, paint: &str) -> DrawResult {
        let mut d = String::new();
        let mut last = None;
        for (x, y) in points {
            if last == Some((x, y)) {
                continue;
            }
            let _ = write!(d, "{}{} {}", if last.is_none() { 'M' } else { 'L' }, Px(x), Px(y));
            last = Some((x, y));
        }
        self.add(format_args!("<path d=\"{d}{close}\"{paint}/>"))
    }
}

impl DrawingBackend for SvgPage {
    type ErrorType = Infallible;

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // sizes of pages are bounded
    fn get_size(&self) -> (u32, u32) {
        (self.width * UNIT as u32, self.height * UNIT as u32)
    }

    fn ensure_prepared(&mut self) -> DrawResult {
        Ok(())
    }

    fn present(&mut self) -> DrawResult {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> DrawResult {
        self.add(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"1\" height=\"1\"{}/>",
            Px(x),
            Px(y),
            Paint("fill", color)
        ))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> DrawResult {
        self.path([from, to], "", &stroke(style))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> DrawResult {
        let (width, height) = (Px(right - left), Px(bottom - top));
        self.add(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\"{}/>",
            Px(left),
            Px(top),
            paint(style, fill)
        ))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> DrawResult {
        let paint = format!("{} stroke-linejoin=\"round\"", stroke(style));
        self.path(path, "", &paint)
    }

    #[allow(clippy::cast_possible_wrap)] // radii are small
    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> DrawResult {
        self.add(format_args!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>",
            Px(x),
            Px(y),
            Px(radius as i32),
            paint(style, fill)
        ))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vertices: I,
        style: &S,
    ) -> DrawResult {
        self.path(vertices, "Z", &paint(style, true))
    }

    /// A line of text; `VPos::Bottom` aligns its bottom with the point, `Top` its top, `Center` the middle of its capitals.
    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> DrawResult {
        let size = style.size();
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let drop = match style.anchor().v_pos {
            VPos::Top => font::ASCENT,
            VPos::Center => 0.36,
            VPos::Bottom => -font::DESCENT,
        };
        let text = &self.with(|buffer| {
            buffer.record_unprintable(text);
            buffer.keyed(text)
        });
        #[allow(clippy::cast_possible_truncation)] // sizes of pages are bounded
        let (baseline, length) = (y + (drop * size).round() as i32, (font::width(text, size)).round() as i32);
        #[allow(clippy::cast_possible_truncation)]
        let size = Px(size.round() as i32);
        self.add(format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{size}\"{anchor}{} textLength=\"{}\" \
             lengthAdjust=\"spacingAndGlyphs\">{}</text>",
            Px(x),
            Px(baseline),
            Paint("fill", style.color()),
            Px(length),
            spans(text)
        ))
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // sizes of pages are bounded
    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((font::width(text, style.size()).ceil() as u32, style.size().ceil() as u32))
    }
}

/// The text as SVG, with a `tspan` for each run that is not in the default font.
fn spans(text: &str) -> String {
    let mut out = String::new();
    for (font, run) in font::runs(text) {
        if font == Font::TEXT {
            out.push_str(&escaped(&text[run]));
        } else {
            let _ = write!(
                out,
                "<tspan font-family=\"'{}', sans-serif\">{}</tspan>",
                font.family(),
                escaped(&text[run])
            );
        }
    }
    out
}
