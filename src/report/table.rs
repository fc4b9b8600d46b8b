//! Plain tables whose columns line up in any script.

use std::borrow::Cow;

use unicode_linebreak::linebreaks;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::printable;

/// The width of a screen, as displayed.
pub const WIDTH: usize = 100;

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A table: a heading and rows.
#[derive(Clone, Debug)]
pub struct Table {
    /// Name and setting of each.
    pub(super) columns: Vec<(String, Align)>,
    /// Cells in the order of the columns.
    pub(super) rows: Vec<Vec<String>>,
    /// Columns that are given up first where there is no room.
    given_up: Vec<usize>,
}

impl Table {
    /// A table with these columns.
    pub fn new<'a>(columns: impl IntoIterator<Item = (&'a str, Align)>) -> Self {
        let columns = columns.into_iter().map(|(name, align)| (name.to_owned(), align)).collect();
        Self { columns, rows: Vec::new(), given_up: Vec::new() }
    }

    /// A table with this heading, as "clause | LCD > | median >": a column that > follows has numbers and is set to the right.
    pub(crate) fn headed(heading: &str) -> Self {
        Self::new(heading.split('|').map(str::trim).map(|name| match name.strip_suffix(" >") {
            Some(name) => (name, Align::Right),
            None => (name, Align::Left),
        }))
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| printable::line(&cell).into_owned()).collect());
    }

    /// The columns that are given up first where there is no room, by their places; then others from the right. The first
    /// two stay.
    pub(crate) fn giving_up(mut self, order: impl IntoIterator<Item = usize>) -> Self {
        self.given_up = order.into_iter().collect();
        self
    }

    /// The width that it needs, as displayed.
    pub(crate) fn width(&self) -> usize {
        (0..self.columns.len()).map(|c| 2 + self.needs(c)).sum()
    }

    /// Whether it has no row.
    #[cfg(feature = "pictures")]
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows as text, without the heading.
    pub fn body(&self) -> String {
        self.render().lines().skip(1).map(|line| format!("{line}\n")).collect()
    }

    /// The table as text, each line indented by two spaces.
    pub fn render(&self) -> String {
        self.fit(usize::MAX).0
    }

    /// The table as text no wider than this, as displayed, each line indented by two spaces; and how many columns there was no
    /// room for. Words are broken into lines within their cells before a column is given up; numbers are never cut.
    pub fn fit(&self, width: usize) -> (String, usize) {
        let heading: Vec<String> = self.columns.iter().map(|(name, _)| name.clone()).collect();
        let shown = self.shown(width);
        let mut out = String::new();
        for row in std::iter::once(&heading).chain(&self.rows) {
            let cells: Vec<Vec<String>> = shown
                .iter()
                .map(|(c, width)| row.get(*c).map_or_else(Vec::new, |cell| cell_lines(cell, *width)))
                .collect();
            for k in 0..cells.iter().map(Vec::len).max().unwrap_or(0).max(1) {
                let line: Vec<String> = (cells.iter().zip(&shown))
                    .map(|(lines, (c, width))| {
                        pad(lines.get(k).map_or("", String::as_str), *width, self.columns[*c].1)
                    })
                    .collect();
                out.push_str(format!("  {}", line.join("  ")).trim_end());
                out.push('\n');
            }
        }
        (out, self.columns.len() - shown.len())
    }

    /// The columns that there is room for, with the width of each.
    fn shown(&self, width: usize) -> Vec<(usize, usize)> {
        let others = (2..self.columns.len()).rev().filter(|c| !self.given_up.contains(c));
        let mut next = self.given_up.iter().copied().chain(others);
        let mut shown: Vec<(usize, usize)> = (0..self.columns.len()).map(|c| (c, self.needs(c))).collect();
        let total = |shown: &[(usize, usize)], of: &dyn Fn(&(usize, usize)) -> usize| {
            shown.iter().map(|column| 2 + of(column)).sum::<usize>()
        };
        while total(&shown, &|(c, _)| self.least(*c)) > width {
            let Some(given_up) = next.next() else { break };
            shown.retain(|(c, _)| *c != given_up);
        }
        if total(&shown, &|(_, wide)| *wide) > width {
            let numbers = shown.iter_mut().filter(|(c, _)| self.columns[*c].1 == Align::Right);
            numbers.for_each(|(c, wide)| *wide = self.least(*c));
        }
        while total(&shown, &|(_, wide)| *wide) > width {
            let longer = shown.iter_mut().filter(|(c, wide)| *wide > self.least(*c));
            let Some((_, widest)) = longer.max_by_key(|(_, wide)| *wide) else { break };
            *widest -= 1;
        }
        shown
    }

    /// The width of a column where there is room.
    fn needs(&self, c: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(c)).map(|cell| cell.width());
        cells.chain([self.columns[c].0.width()]).max().unwrap_or(0)
    }

    /// The least width of a column: its numbers whole, and the longest word of its heading; of words the longest, unless it is
    /// very long.
    fn least(&self, c: usize) -> usize {
        let (name, align) = &self.columns[c];
        let longest = pieces(name).map(|(_, word)| word.width()).max().unwrap_or(0);
        // In Chinese a word is a character, and a heading of one to a line is no heading.
        let heading = if longest <= 2 { name.width().min(8) } else { longest };
        let cells = || self.rows.iter().filter_map(|row| row.get(c));
        match align {
            Align::Left => {
                let words = cells().flat_map(|cell| pieces(cell)).map(|(_, word)| word.width());
                let longest = words.max().unwrap_or(0).min(LONGEST);
                self.needs(c).min(FEWEST.max(longest).max(heading))
            }
            Align::Right => cells().map(|cell| cell.width()).max().unwrap_or(0).max(heading),
        }
    }
}

/// The least width of a column of words.
const FEWEST: usize = 10;
/// Longer words are broken.
const LONGEST: usize = 22;

/// A cell broken into lines of this width; words that are longer are broken anywhere.
fn cell_lines(cell: &str, width: usize) -> Vec<String> {
    if cell.width() <= width {
        return vec![cell.to_owned()];
    }
    let mut out = Vec::new();
    for line in lines(cell, width) {
        let mut part = String::new();
        for c in line.chars() {
            if !part.is_empty() && part.width() + c.width().unwrap_or(0) > width {
                out.push(std::mem::take(&mut part));
            }
            part.push(c);
        }
        out.push(part);
    }
    out
}

/// A cell filled up to this width, as displayed.
pub fn pad(cell: &str, width: usize, align: Align) -> String {
    let space = " ".repeat(width.saturating_sub(cell.width()));
    match align {
        Align::Left => format!("{cell}{space}"),
        Align::Right => format!("{space}{cell}"),
    }
}

/// A text cut to this width, as displayed, with an ellipsis where something is lost.
pub(crate) fn clip(text: &str, width: usize) -> String {
    let text = &*printable::line(text);
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if out.width() + c.to_string().width() + 1 > width {
            break;
        }
        out.push(c);
    }
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

/// A paragraph broken into lines of at most this width, as displayed.
pub fn wrap(text: &str, width: usize, indent: &str) -> String {
    let lines = lines(text, width.saturating_sub(indent.width()));
    lines.into_iter().map(|line| format!("{indent}{line}\n")).collect()
}

/// A text broken into lines of at most this width, as displayed, where words end; a longer word has a line to itself.
fn lines(text: &str, width: usize) -> Vec<String> {
    let mut out = Vec::new();
    let mut line = String::new();
    for (spaced, word) in pieces(text) {
        let gap = usize::from(spaced && !line.is_empty());
        if !line.is_empty() && line.width() + gap + word.width() > width {
            out.push(std::mem::take(&mut line));
        } else if gap > 0 {
            line.push(' ');
        }
        line.push_str(&word);
    }
    out.push(line);
    out
}

/// The pieces between which a line may break, with whether a blank is before them: words, and within them the characters of
/// scripts that have no blanks, where such a script breaks (UAX #14). Not at blanks that join, as in 95 %.
fn pieces(text: &str) -> impl Iterator<Item = (bool, Cow<'_, str>)> {
    let words = text.split(|c: char| c.is_ascii_whitespace()).filter(|word| !word.is_empty());
    words.flat_map(|word| {
        let ends = breaks(word);
        let starts = std::iter::once(0).chain(ends.clone());
        let parts: Vec<&str> =
            starts.zip(ends.into_iter().chain([word.len()])).map(|(a, b)| &word[a..b]).collect();
        parts.into_iter().enumerate().map(|(k, part)| (k == 0, printable::line(part)))
    })
}

/// Where a word may be broken: beside a wide character.
fn breaks(word: &str) -> Vec<usize> {
    let is_wide = |c: Option<char>| c.and_then(UnicodeWidthChar::width) == Some(2);
    if word.is_ascii() {
        return Vec::new();
    }
    let inside = linebreaks(word).map(|(at, _)| at).filter(|at| *at < word.len());
    inside
        .filter(|at| is_wide(word[..*at].chars().next_back()) || is_wide(word[*at..].chars().next()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table =
            Table::headed("party | what it wants in the end | depth > | in substance > | of whom");
        let wish = "targets that are reviewed every five years";
        table.row(["Asteria", wish, "+.300 ± .010", "100 %", "nobody"].map(str::to_owned));
        table.row(
            ["名字很长的一个国家", "每五年审查一次的目标，以及随后公布的报告", "−.100", "3 %", "x"]
                .map(str::to_owned),
        );
        table
    }

    #[test]
    fn no_line_is_wider_than_the_screen_and_no_number_is_cut() {
        for width in 34..140 {
            let (text, missing) = table().fit(width);
            assert!(text.lines().all(|line| line.width() <= width), "{width}:\n{text}");
            assert!(missing > 2 || text.contains("+.300 ± .010"), "{width}:\n{text}");
            let flat: String = text.split_whitespace().collect();
            assert!(
                width < 60 || "reviewed every years".split(' ').all(|word| flat.contains(word)),
                "{text}"
            );
        }
        assert_eq!(table().fit(140), (table().render(), 0));
    }

    #[test]
    fn columns_are_given_up_in_their_order_then_from_the_right() {
        let heading = |table: Table, width| table.fit(width).0.lines().take(2).collect::<String>();
        let narrow = heading(table().giving_up([2]), 50);
        assert!(!narrow.contains("depth") && narrow.contains("of whom"), "{narrow}");
        let (text, missing) = table().fit(44);
        assert!(missing > 0 && !text.contains("of whom"), "{text}");
    }

    #[test]
    fn a_line_breaks_at_blanks_and_between_characters_of_a_script_without_any() {
        assert_eq!(wrap("one two–three four", 10, " "), " one\n two–three\n four\n");
        assert_eq!(wrap("文本最终，达成一致（LCD）。", 10, ""), "文本最终，\n达成一致\n（LCD）。\n");
        assert_eq!(wrap("", 10, "  "), "  \n");
    }
}
