//! Formatting of text, lengths and colours for SVG.

use std::fmt;

use plotters_backend::{BackendColor, BackendStyle};

use crate::printable;

/// Escapes text for XML; hidden characters are shown.
pub fn escaped(text: &str) -> String {
    let blanks = text.replace(['\t', '\n', '\r'], " ");
    let mut out = String::with_capacity(text.len());
    for c in printable::line(&blanks).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// A length in hundredths of a pixel, written in pixels.
pub struct Px(pub i32);

impl fmt::Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0.abs() / 100, self.0.abs() % 100);
        let sign = if self.0 < 0 { "-" } else { "" };
        match (part / 10, part % 10) {
            (0, 0) => write!(f, "{sign}{whole}"),
            (tenths, 0) => write!(f, "{sign}{whole}.{tenths}"),
            (tenths, hundredths) => write!(f, "{sign}{whole}.{tenths}{hundredths}"),
        }
    }
}

/// A paint attribute, such as ` fill="#rrggbb"`.
pub struct Paint(pub &'static str, pub BackendColor);

impl fmt::Display for Paint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(name, BackendColor { alpha, rgb: (r, g, b) }) = self;
        write!(f, " {name}=\"#{r:02x}{g:02x}{b:02x}\"")?;
        if *alpha < 1.0 { write!(f, " {name}-opacity=\"{alpha:.2}\"") } else { Ok(()) }
    }
}

/// The attributes of a line.
#[allow(clippy::cast_possible_wrap)] // widths of strokes are small
pub fn stroke<S: BackendStyle>(style: &S) -> String {
    let width = style.stroke_width() as i32;
    format!(" fill=\"none\"{} stroke-width=\"{}\"", Paint("stroke", style.color()), Px(width))
}

/// The attributes of a shape, filled or outlined.
pub fn paint<S: BackendStyle>(style: &S, fill: bool) -> String {
    if fill { Paint("fill", style.color()).to_string() } else { stroke(style) }
}
