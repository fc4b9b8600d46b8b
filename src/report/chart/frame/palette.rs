//! Colours that are distinguishable with colour-blindness and in greyscale print.
//!
//! Categories: Okabe & Ito (2008), *Color Universal Design*. Magnitudes: viridis (Smith & van der Walt 2015), by plotters.
//! Signed values: blue through white to orange.

use std::str::FromStr;

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
/// Okabe–Ito reddish purple, darkened to stand out from paper.
pub const PURPLE: RGBColor = RGBColor(0xb9, 0x66, 0x94);
/// Okabe–Ito orange, darkened likewise.
pub const ORANGE: RGBColor = RGBColor(0xb7, 0x7d, 0x00);
/// Okabe–Ito sky blue, darkened likewise.
pub const SKY: RGBColor = RGBColor(0x3c, 0x93, 0xc9);
/// Okabe–Ito yellow; for areas with an outline only, too light for marks.
pub const YELLOW: RGBColor = RGBColor(0xf0, 0xe4, 0x42);
/// Text and axes.
pub const INK: RGBColor = RGBColor(0x1a, 0x1a, 0x1a);
/// Secondary text; contrast 7 : 1 on paper.
pub const MUTED: RGBColor = RGBColor(0x59, 0x59, 0x59);
/// Secondary marks.
pub const GREY: RGBColor = RGBColor(0x8a, 0x8a, 0x8a);
/// Grid lines.
pub const GRID: RGBColor = RGBColor(0xe4, 0xe4, 0xe4);
/// The background.
pub const PAPER: RGBColor = RGBColor(0xff, 0xff, 0xff);
/// White on a coloured ground, whatever the background: it is not [`PAPER`], which is dark in the dark theme.
const WHITE: RGBColor = RGBColor(0xfe, 0xfe, 0xfe);

/// The colours of the palette on paper, and what is drawn for them on a dark ground.
const ON_DARK: [(RGBColor, RGBColor); 12] = [
    (BLUE, RGBColor(0x4f, 0xa3, 0xe3)),
    (VERMILION, RGBColor(0xff, 0x8a, 0x3d)),
    (GREEN, RGBColor(0x2f, 0xc4, 0x9a)),
    (PURPLE, RGBColor(0xe3, 0xa3, 0xc7)),
    (ORANGE, RGBColor(0xf0, 0xb4, 0x29)),
    (SKY, RGBColor(0xa9, 0xdb, 0xff)),
    (YELLOW, RGBColor(0xf5, 0xec, 0x6b)),
    (INK, RGBColor(0xf2, 0xf2, 0xf2)),
    (MUTED, RGBColor(0xb8, 0xbc, 0xc0)),
    (GREY, RGBColor(0x86, 0x8c, 0x92)),
    (GRID, RGBColor(0x34, 0x39, 0x3e)),
    (PAPER, RGBColor(0x15, 0x18, 0x1b)),
];

/// The ground that a picture is drawn on. Charts name the colours of the palette; the canvas turns them into those of the
/// theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Paper.
    #[default]
    Light,
    /// A dark screen.
    Dark,
}

impl Theme {
    /// A colour of the palette as it is drawn in this theme; any other, such as a magnitude's, is the same in both.
    pub fn colour(self, named: RGBColor) -> RGBColor {
        let dark = ON_DARK.iter().find(|(light, _)| self == Self::Dark && *light == named);
        dark.map_or(named, |(_, dark)| *dark)
    }

    /// The same with its opacity.
    pub fn tint(self, named: RGBAColor) -> RGBAColor {
        faint(self.colour(RGBColor(named.0, named.1, named.2)), named.3)
    }
}

impl FromStr for Theme {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "light" => Ok(Self::Light),
            "dark" => Ok(Self::Dark),
            _ => Err("expected light or dark".to_owned()),
        }
    }
}

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
    if luminance > 0.179 { RGBColor(0, 0, 0) } else { WHITE }
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
        for theme in [Theme::Light, Theme::Dark] {
            let on_paper = |named| contrast(theme.colour(named), theme.colour(PAPER));
            for text in [INK, MUTED] {
                assert!(on_paper(text) >= 4.5, "{theme:?} {text:?}: {}", on_paper(text));
            }
            for mark in CATEGORIES.into_iter().chain([GREY]) {
                assert!(on_paper(mark) >= 3.0, "{theme:?} {mark:?}: {}", on_paper(mark));
            }
        }
        for k in 0..=20 {
            let ground = magnitude(f64::from(k) / 20.0);
            assert!(contrast(ink_on(ground), ground) >= 4.5, "{ground:?}");
            assert_eq!(Theme::Dark.colour(ink_on(ground)), ink_on(ground), "the same on a coloured ground");
        }
    }

    #[test]
    fn viridis_matches_its_publication() {
        assert_eq!(magnitude(0.0), RGBColor(68, 1, 84));
        assert_eq!(magnitude(1.0), RGBColor(254, 232, 37));
    }
}
