//! The built-in fonts, and the width of text set in them.
//!
//! Widths come from the same shaper and font files that the rasteriser uses, so text that fits here fits there.
//! Text is split into runs of one font each: every character is set in the first font that has it.

use std::{ops::Range, sync::LazyLock};

use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use skrifa::{MetadataProvider, charmap::Charmap};

use crate::printable;

/// A built-in font, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Font(usize);

/// Family and file of each font, in order of preference.
const BUILT_IN: [(&str, &[u8]); 6] = [
    ("Noto Sans", include_bytes!("../fonts/NotoSans.ttf")),
    ("Noto Sans CJK SC", include_bytes!("../fonts/NotoSansCJKsc.otf")),
    ("Noto Sans Arabic", include_bytes!("../fonts/NotoSansArabic.ttf")),
    ("Noto Sans Hebrew", include_bytes!("../fonts/NotoSansHebrew.ttf")),
    ("Noto Sans Devanagari", include_bytes!("../fonts/NotoSansDevanagari.ttf")),
    ("Noto Sans Thai", include_bytes!("../fonts/NotoSansThai.ttf")),
];

/// The CSS font families for viewers.
pub const FALLBACKS: &str =
    "'Noto Sans', 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', Arial, sans-serif";

/// The replacement for a character that no font has.
pub const TOFU: char = '\u{25a1}';

/// Height of a line of text above the baseline, as a multiple of its size.
pub const ASCENT: f64 = 0.8;
/// Depth of a line of text below the baseline, as a multiple of its size.
pub const DESCENT: f64 = 0.22;

/// A parsed font file.
struct Face {
    font: FontRef<'static>,
    shaper: ShaperData,
    characters: Charmap<'static>,
    units: f64,
}

static FACES: LazyLock<Vec<Face>> = LazyLock::new(|| {
    // If a file cannot be parsed its characters count as unprintable, which is reported; a test parses all files.
    BUILT_IN.iter().filter_map(|(_, file)| Face::open(file)).collect()
});

impl Face {
    fn open(file: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(file).ok()?;
        let shaper = ShaperData::new(&font);
        let units = shaper.shaper(&font).build().units_per_em();
        Some(Self {
            characters: skrifa::FontRef::new(file).ok()?.charmap(),
            font,
            shaper,
            units: units.into(),
        })
    }

    fn has(&self, c: char) -> bool {
        self.characters.map(c).is_some()
    }

    /// Width of a text in this font at size 1.
    fn width(&self, text: &str) -> f64 {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let glyphs = self.shaper.shaper(&self.font).build().shape(buffer, ShapeOptions::new());
        glyphs.glyph_positions().iter().map(|p| f64::from(p.x_advance)).sum::<f64>() / self.units
    }
}

impl Font {
    /// Its family name.
    pub fn family(self) -> &'static str {
        BUILT_IN[self.0].0
    }

    /// The default font.
    pub const TEXT: Self = Self(0);

    fn of(c: char) -> Option<Self> {
        FACES.iter().position(|face| face.has(c)).map(Self)
    }
}

/// The font files, for the rasteriser.
pub fn files() -> impl Iterator<Item = &'static [u8]> {
    BUILT_IN.iter().map(|(_, file)| *file)
}

/// Splits a text into runs of one font each. Spaces and symbols stay in the preceding run if its font has them.
pub fn runs(text: &str) -> Vec<(Font, Range<usize>)> {
    let mut runs: Vec<(Font, Range<usize>)> = Vec::new();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let stays = |font: Font| !c.is_alphabetic() && FACES.get(font.0).is_some_and(|face| face.has(c));
        match runs.last_mut() {
            Some((font, run)) if stays(*font) || Font::of(c).is_none_or(|f| f == *font) => run.end = end,
            _ => runs.push((Font::of(c).unwrap_or(Font::TEXT), at..end)),
        }
    }
    runs
}

/// The width of a text at this size; what no font has counts as a reference to the key.
pub fn width(text: &str, size: f64) -> f64 {
    let printed = printed(&replaced(text, |_| REFERENCE.to_owned()));
    let of = |(font, run): (Font, Range<usize>)| FACES.get(font.0).map_or(0.0, |f| f.width(&printed[run]));
    size * runs(&printed).into_iter().map(of).sum::<f64>()
}

/// A reference to the key below a picture, with as many digits as it ever has.
const REFERENCE: &str = "[88]";

/// Whether a character is to be seen, and no font has it.
fn is_foreign(c: char) -> bool {
    !printable::is_hidden(c) && !c.is_whitespace() && Font::of(c).is_none()
}

/// The stretches of a text that no font has, as ranges of bytes; joiners between two such characters belong to them.
fn foreign_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_foreign(*c)) {
        let end = at + c.len_utf8();
        match ranges.last_mut() {
            Some(last) if text[last.end..at].chars().all(printable::is_hidden) => last.end = end,
            _ => ranges.push(at..end),
        }
    }
    ranges
}

/// The stretches of a text that no font has, without repetition.
pub fn foreign(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for range in foreign_ranges(text) {
        if !found.iter().any(|known| *known == text[range.clone()]) {
            found.push(text[range].to_owned());
        }
    }
    found
}

/// The text with something else for each stretch that no font has.
pub fn replaced(text: &str, mut by: impl FnMut(&str) -> String) -> String {
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for range in foreign_ranges(text) {
        out.push_str(&text[from..range.start]);
        out.push_str(&by(&text[range.clone()]));
        from = range.end;
    }
    out + &text[from..]
}

/// The characters of a text that no font has, without repetition.
pub fn unprintable(text: &str) -> Vec<char> {
    let mut missing: Vec<char> = Vec::new();
    for c in text.chars().filter(|c| !printable::is_hidden(*c) && Font::of(*c).is_none()) {
        if !missing.contains(&c) {
            missing.push(c);
        }
    }
    missing
}

/// Replaces each character that no font has by a box, shows hidden ones, and removes what is left that is never seen: joiners
/// and marks of spelling.
pub fn printed(text: &str) -> String {
    printable::lines(text)
        .chars()
        .filter(|c| *c == '\n' || !printable::is_hidden(*c) || Font::of(*c).is_some())
        .map(|c| match c {
            c if c.is_whitespace() && Font::of(c).is_none() => ' ',
            c if Font::of(c).is_none() => TOFU,
            c => c,
        })
        .collect()
}

/// Truncates a text to a maximum width, with an ellipsis if anything is cut.
pub fn clip(text: &str, size: f64, max_width: f64) -> String {
    if width(text, size) <= max_width {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let cut = |n: usize| format!("{}…", text[..ends[n]].trim_end());
    // Width grows with length (apart from kerning), so a binary search finds the cut.
    let fits = ends.partition_point(|&end| width(&format!("{}…", text[..end].trim_end()), size) <= max_width);
    if ends.is_empty() { String::new() } else { cut(fits.saturating_sub(1)) }
}

/// Breaks a text into at most `lines` lines of a maximum width, with an ellipsis if anything is cut.
pub fn wrap(text: &str, size: f64, max_width: f64, lines: usize) -> Vec<String> {
    let mut broken: Vec<String> = Vec::new();
    let mut line = 0..0;
    for (end, opportunity) in unicode_linebreak::linebreaks(text) {
        let longer = line.start..end;
        if line.end > line.start && width(text[longer.clone()].trim_end(), size) > max_width {
            broken.push(text[line.clone()].trim_end().to_owned());
            line = line.end..end;
        } else {
            line = longer;
        }
        if opportunity == unicode_linebreak::BreakOpportunity::Mandatory && end < text.len() {
            broken.push(text[line.clone()].trim_end().to_owned());
            line = end..end;
        }
    }
    if !line.is_empty() {
        broken.push(text[line].trim_end().to_owned());
    }
    if broken.len() > lines {
        let rest = broken.split_off(lines.saturating_sub(1));
        let last = clip(&rest.join(" "), size, max_width - width("…", size));
        broken.push(format!("{}…", last.trim_end_matches('…')));
    }
    broken.into_iter().map(|line| clip(&line, size, max_width)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_file_is_parsed() {
        assert_eq!(FACES.len(), BUILT_IN.len());
        for (c, family) in [
            ('A', "Noto Sans"),
            ('Ж', "Noto Sans"),
            ('λ', "Noto Sans"),
            ('国', "Noto Sans CJK SC"),
            ('韩', "Noto Sans CJK SC"),
            ('한', "Noto Sans CJK SC"),
            ('م', "Noto Sans Arabic"),
            ('ש', "Noto Sans Hebrew"),
            ('भ', "Noto Sans Devanagari"),
            ('ไ', "Noto Sans Thai"),
            ('−', "Noto Sans"),
            ('≥', "Noto Sans"),
            (TOFU, "Noto Sans CJK SC"),
        ] {
            assert_eq!(Font::of(c).map(Font::family), Some(family), "{c}");
        }
    }

    #[test]
    fn widths_match_the_font_files() {
        // hmtx of Noto Sans, 1,000 units to the em: space 260, A 639, five digits of 572 each; kerning between A and V.
        assert!((width("A", 1000.0) - 639.0).abs() < 0.5);
        assert!((width("A 12345", 100.0) - 375.9).abs() < 0.5);
        assert!(width("AV", 100.0) < width("A", 100.0) + width("V", 100.0));
        // Chinese characters are square.
        assert!((width("中国", 10.0) - 20.0).abs() < 1e-9);
        // Arabic letters join: a word is narrower than its separate letters.
        let apart: f64 = "مصر".chars().map(|c| width(&c.to_string(), 10.0)).sum();
        assert!(width("مصر", 10.0) < apart);
        // Devanagari letters with a virama between them join, and Thai vowels stand above their consonant.
        assert!(width("क्ष", 10.0) < width("क", 10.0) + width("ष", 10.0));
        assert!((width("ที", 10.0) - width("ท", 10.0)).abs() < 1e-9);
    }

    #[test]
    fn text_is_split_into_runs_of_one_font() {
        let text = "中国 (China) مصر";
        let cut: Vec<(&str, &str)> = runs(text).into_iter().map(|(f, r)| (f.family(), &text[r])).collect();
        assert_eq!(
            cut,
            [("Noto Sans CJK SC", "中国"), ("Noto Sans", " (China) "), ("Noto Sans Arabic", "مصر")]
        );
    }

    #[test]
    fn unprintable_characters_are_reported_and_replaced() {
        assert_eq!(unprintable("Egypt 𓀀𓀀"), ['𓀀']);
        assert_eq!(printed("a𓀀b"), "a□b");
        let family = "\u{1f468}\u{200d}\u{1f469}";
        assert_eq!(foreign(&format!("A {family} and 🚀🚀, {family}")), [family, "🚀🚀"]);
        assert_eq!(replaced(&format!("A {family}!"), |run| format!("[{}]", run.len())), "A [11]!");
        assert!(width("🚀🚀", 10.0) == width("[88]", 10.0));
        assert_eq!(unprintable("Côte d’Ivoire, Україна, 大韩民国, مصر\u{200f}"), Vec::<char>::new());
    }

    #[test]
    fn wrapped_lines_fit() {
        for text in [
            "A rather long name of a clause in English",
            "联合国大会关于人工智能国际科学小组的决议草案",
            "abcdefghijklmnopqrstuvwxyz",
        ] {
            for max_width in [30.0, 60.0, 200.0] {
                for lines in 1..4 {
                    let broken = wrap(text, 10.0, max_width, lines);
                    assert!(broken.len() <= lines && !broken.is_empty());
                    assert!(broken.iter().all(|line| width(line, 10.0) <= max_width + 1e-9), "{broken:?}");
                }
            }
        }
        assert_eq!(wrap("one two", 10.0, 200.0, 2), ["one two"]);
        assert_eq!(clip("Human rights", 10.0, 200.0), "Human rights");
        assert!(clip("Human rights", 10.0, 40.0).ends_with('…'));
    }
}
