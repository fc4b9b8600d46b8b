//! Colours that are distinguishable with colour-blindness and in greyscale print.
//!
//! Categories: Okabe & Ito (2008), *Color Universal Design*. Magnitudes: viridis (Smith & van der Walt 2015), by plotters.
//! Signed values: blue through white to orange.

use plotters::{
    prelude::{ColorMap, ViridisRGB},
    style::{RGBAColor, RGBColor},
};

/// Okabe–Ito blue.
pub const BLUE: RGBColor = RGBColor(0x00, 0x72, 0xb2);
/// Okabe–Ito vermilion.
pub const VERMILION: RGBColor = RGBColor(0xd5, 0x5e, 0x00);
/// Okabe–Ito bluish green.
pub const GREEN: RGBColor = RGBColor(0x00, 0x9e, 0x73);
/// Okabe–Ito reddish purple.
pub const PURPLE: RGBColor = RGBColor(0xcc, 0x79, 0xa7);
/// Okabe–Ito orange.
pub const ORANGE: RGBColor = RGBColor(0xe6, 0x9f, 0x00);
/// Okabe–Ito sky blue.
pub const SKY: RGBColor = RGBColor(0x56, 0xb4, 0xe9);
/// Okabe–Ito yellow; for areas only, too light for thin lines.
pub const YELLOW: RGBColor = RGBColor(0xf0, 0xe4, 0x42);
/// Text and axes.
pub const INK: RGBColor = RGBColor(0x1a, 0x1a, 0x1a);
/// Secondary text; contrast 7 : 1 on white.
pub const MUTED: RGBColor = RGBColor(0x59, 0x59, 0x59);
/// Secondary marks.
pub const GREY: RGBColor = RGBColor(0x9a, 0x9a, 0x9a);
/// Grid lines.
pub const GRID: RGBColor = RGBColor(0xe4, 0xe4, 0xe4);
/// The background.
pub const PAPER: RGBColor = RGBColor(0xff, 0xff, 0xff);

/// Colours of categories, the most distinct ones first.
pub const CATEGORIES: [RGBColor; 7] = [BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, INK];

/// A colour with opacity `alpha` on [0, 1].
pub fn faint(colour: RGBColor, alpha: f64) -> RGBAColor {
    RGBAColor(colour.0, colour.1, colour.2, alpha)
}

/// The colour of a magnitude on [0, 1].
pub fn magnitude(x: f64) -> RGBColor {
    ViridisRGB.get_color(x.clamp(0.0, 1.0))
}

/// Text colour on this background: black or white, whichever has the higher contrast. (`INK` would have too little
/// contrast on medium backgrounds.)
pub fn ink_on(ground: RGBColor) -> RGBColor {
    let luminance = 0.2126 * linear(ground.0) + 0.7152 * linear(ground.1) + 0.0722 * linear(ground.2);
    // At this luminance black and white have the same contrast: √(1.05 · .05) − .05.
    if luminance > 0.179 { RGBColor(0, 0, 0) } else { PAPER }
}

/// A channel in linear light (sRGB).
fn linear(channel: u8) -> f64 {
    let c = f64::from(channel) / 255.0;
    if c <= 0.040_45 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(a: RGBColor, b: RGBColor) -> f64 {
        let of = |c: RGBColor| 0.2126 * linear(c.0) + 0.7152 * linear(c.1) + 0.0722 * linear(c.2) + 0.05;
        of(a).max(of(b)) / of(a).min(of(b))
    }

    /// WCAG 2.2: 4.5 : 1 for text, 3 : 1 for marks.
    #[test]
    fn text_and_marks_have_enough_contrast() {
        assert!(contrast(INK, PAPER) > 7.0 && contrast(MUTED, PAPER) > 7.0);
        for k in 0..=20 {
            let ground = magnitude(f64::from(k) / 20.0);
            assert!(contrast(ink_on(ground), ground) >= 4.5, "{ground:?}");
        }
        for colour in [BLUE, VERMILION, GREEN] {
            assert!(contrast(colour, PAPER) >= 3.0, "{colour:?}");
        }
    }

    #[test]
    fn viridis_matches_its_publication() {
        assert_eq!(magnitude(0.0), RGBColor(68, 1, 84));
        assert_eq!(magnitude(1.0), RGBColor(254, 232, 37));
    }
}
