//! From SVG to PNG with the fonts built in, the same on every machine.

use std::sync::{Arc, LazyLock};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};
use thiserror::Error;

use super::{
    Picture,
    frame::font::{self, TOFU},
};

/// Why a picture could not be printed.
#[derive(Debug, Error)]
pub enum PrintError {
    /// The SVG is not one.
    #[error("the picture is no valid SVG: {0}")]
    Svg(#[from] resvg::usvg::Error),
    /// Too many pixels.
    #[error("{width} × {height} pixels are too many: lower --scale or --size")]
    TooLarge {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// The encoder gave up.
    #[error("the picture cannot be encoded: {0}")]
    Encode(String),
}

/// More pixels than this are refused: 64 million take 256 MB.
const MOST_PIXELS: u64 = 64_000_000;

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    font::files().for_each(|file| fonts.load_font_data(file.to_vec()));
    fonts.set_sans_serif_family(font::Font::TEXT.family());
    Arc::new(fonts)
});

/// The picture as PNG, so many pixels to a CSS pixel.
///
/// # Errors
/// If that makes too many pixels.
pub fn png(picture: &Picture, scale: f64) -> Result<Vec<u8>, PrintError> {
    // A viewer of the SVG may have the characters that the fonts built in lack; a PNG shows a box for each.
    let missing: Vec<char> =
        picture.unprintable.iter().flat_map(|(_, chars)| chars.iter().copied()).collect();
    // Lengths of text are for viewers with other fonts; with these they only round.
    let svg: String =
        without_lengths(&picture.svg).chars().map(|c| if missing.contains(&c) { TOFU } else { c }).collect();
    let options = Options { fontdb: FONTS.clone(), ..Options::default() };
    let tree = Tree::from_str(&svg, &options)?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // saturates, and is refused
    let side = |length: f32| (f64::from(length) * scale).round() as u32;
    let (width, height) = (side(tree.size().width()), side(tree.size().height()));
    let pixels = u64::from(width) * u64::from(height);
    let mut pixmap = (pixels <= MOST_PIXELS)
        .then(|| Pixmap::new(width, height))
        .flatten()
        .ok_or(PrintError::TooLarge { width, height })?;
    #[allow(clippy::cast_possible_truncation)] // a small number
    let scale = scale as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|e| PrintError::Encode(e.to_string()))
}

fn without_lengths(svg: &str) -> String {
    let mut parts = svg.split(" textLength=\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once(" lengthAdjust=\"spacingAndGlyphs\"").map_or(part, |(_, rest)| rest));
    }
    out
}
