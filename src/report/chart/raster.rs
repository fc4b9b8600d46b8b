//! Conversion from SVG to PNG with the built-in fonts, reproducible on every machine.

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

/// Why a picture could not be converted.
#[derive(Debug, Error)]
pub enum RasterError {
    /// The SVG is invalid.
    #[error("the picture is not valid SVG: {0}")]
    Svg(#[from] resvg::usvg::Error),
    /// The image would have too many pixels.
    #[error("{width} × {height} pixels are too many: lower --scale or --size")]
    TooLarge {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// The encoder failed.
    #[error("the picture cannot be encoded: {0}")]
    Encode(String),
}

/// The largest number of pixels: 64 million take 256 MB.
const MAX_PIXELS: u64 = 64_000_000;

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    font::files().for_each(|file| fonts.load_font_data(file.to_vec()));
    fonts.set_sans_serif_family(font::Font::TEXT.family());
    Arc::new(fonts)
});

/// The picture as PNG with `scale` image pixels per CSS pixel.
///
/// # Errors
/// If the image would have too many pixels.
pub fn png(picture: &Picture, scale: f64) -> Result<Vec<u8>, RasterError> {
    // SVG viewers may have fonts with the characters that the built-in fonts lack; a PNG shows a box for each.
    let missing: Vec<char> =
        picture.unprintable.iter().flat_map(|(_, chars)| chars.iter().copied()).collect();
    // Text lengths are only needed by viewers with other fonts; here they would add rounding errors.
    let svg: String = without_text_lengths(&picture.svg)
        .chars()
        .map(|c| if missing.contains(&c) { TOFU } else { c })
        .collect();
    let options = Options { fontdb: FONTS.clone(), ..Options::default() };
    let tree = Tree::from_str(&svg, &options)?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // saturates, and is then rejected
    let side = |length: f32| (f64::from(length) * scale).round() as u32;
    let (width, height) = (side(tree.size().width()), side(tree.size().height()));
    let pixels = u64::from(width) * u64::from(height);
    let mut pixmap = (pixels <= MAX_PIXELS)
        .then(|| Pixmap::new(width, height))
        .flatten()
        .ok_or(RasterError::TooLarge { width, height })?;
    #[allow(clippy::cast_possible_truncation)] // a small number
    let scale = scale as f32;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|e| RasterError::Encode(e.to_string()))
}

fn without_text_lengths(svg: &str) -> String {
    let mut parts = svg.split(" textLength=\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once(" lengthAdjust=\"spacingAndGlyphs\"").map_or(part, |(_, rest)| rest));
    }
    out
}
