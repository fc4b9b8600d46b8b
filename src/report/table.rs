//! Plain tables whose columns line up in any script.

use unicode_width::UnicodeWidthStr;

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
}

impl Table {
    /// A table with these columns.
    pub fn new<'a>(columns: impl IntoIterator<Item = (&'a str, Align)>) -> Self {
        let columns = columns.into_iter().map(|(name, align)| (name.to_owned(), align)).collect();
        Self { columns, rows: Vec::new() }
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

    /// The rows as text, without the heading.
    pub fn body(&self) -> String {
        self.render().lines().skip(1).map(|line| format!("{line}\n")).collect()
    }

    /// The table as text, each line indented by two spaces.
    pub fn render(&self) -> String {
        let heading: Vec<String> = self.columns.iter().map(|(name, _)| name.clone()).collect();
        let widths: Vec<usize> = (0..self.columns.len())
            .map(|c| {
                let cells = self.rows.iter().chain([&heading]).filter_map(|row| row.get(c));
                cells.map(|cell| cell.width()).max().unwrap_or(0)
            })
            .collect();
        let mut out = String::new();
        for row in std::iter::once(&heading).chain(&self.rows) {
            let cells = row.iter().zip(&self.columns).zip(&widths);
            let line: Vec<String> =
                cells.map(|((cell, (_, align)), width)| pad(cell, *width, *align)).collect();
            out.push_str("  ");
            out.push_str(line.join("  ").trim_end());
            out.push('\n');
        }
        out
    }
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
    let mut out = String::new();
    let mut line = String::new();
    // Not at blanks that join, as in 95 %.
    let blank = |c: char| c.is_ascii_whitespace();
    for word in text.split(blank).filter(|word| !word.is_empty()).map(printable::line) {
        if !line.is_empty() && line.width() + 1 + word.width() > width.saturating_sub(indent.width()) {
            out.push_str(&format!("{indent}{line}\n"));
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
    }
    out.push_str(&format!("{indent}{line}\n"));
    out
}
