//! Tables from a spreadsheet: comma-separated text whose cells know where they stand, so that every problem can be
//! named by line and column and underlined, all of them at once.
//!
//! Windows line ends and a byte-order mark are read past. The columns may come in any order; further ones are left
//! alone. Cells may be separated by semicolons or tabs, as spreadsheets write them where the comma is the decimal sign;
//! numbers may then have a decimal comma.

mod problems;

use std::{ops::Range, sync::Arc};

pub use problems::{SheetError, SheetFindings};

use crate::{printable::LINE_BREAK, scenario::nearest_word};

/// The largest table that is read, in bytes.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// A table under its file's name.
#[derive(Clone, Debug)]
pub struct Sheet {
    file: String,
    text: Arc<str>,
    separator: char,
    columns: Vec<String>,
    rows: Vec<csv::StringRecord>,
}

/// A row of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct SheetRow<'a> {
    sheet: &'a Sheet,
    record: &'a csv::StringRecord,
}

impl Sheet {
    /// Reads a table that must have the columns `wanted`.
    ///
    /// # Errors
    /// If it has no rows, lacks a column, names one twice, or has a row of another length.
    pub fn read(file: &str, text: &str, wanted: &[&str]) -> Result<Self, SheetError> {
        Self::read_below(file, text, 0, wanted)
    }

    /// The same; the heading stands below so many lines.
    ///
    /// # Errors
    /// As [`Sheet::read`].
    pub fn read_below(file: &str, text: &str, lines: usize, wanted: &[&str]) -> Result<Self, SheetError> {
        let text: Arc<str> = text.trim_start_matches('\u{feff}').into();
        let (separator, told) = separator(&text, lines);
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .delimiter(separator as u8)
            .from_reader(text.as_bytes());
        let mut rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap_or_default();
        rows.drain(..(lines + usize::from(told)).min(rows.len()));
        rows.iter_mut().for_each(show_line_breaks);
        let heading = if rows.is_empty() { csv::StringRecord::new() } else { rows.remove(0) };
        let columns: Vec<String> = heading.iter().map(|name| name.trim().to_lowercase()).collect();
        let sheet = Self { file: file.to_owned(), text: Arc::clone(&text), separator, columns, rows };
        let mut findings = sheet.findings();
        sheet.check_columns(&heading, wanted, &mut findings);
        sheet.check_lengths(&mut findings);
        findings.finish(())?;
        Ok(sheet)
    }

    fn check_columns(&self, heading: &csv::StringRecord, wanted: &[&str], findings: &mut SheetFindings) {
        #[allow(clippy::cast_possible_truncation)] // a table is no larger than memory
        let start = heading.position().map_or(0, |p| p.byte() as usize);
        let first_line = start..start + self.text[start..].lines().next().map_or(0, str::len);
        if self.columns.is_empty() {
            return findings.add(
                0..0,
                "the table is empty".into(),
                format!("columns {}", wanted.join(", ")),
                None,
            );
        }
        for name in wanted.iter().filter(|name| !self.columns.iter().any(|c| c == *name)) {
            let help = match self.text.trim_start().starts_with('<') {
                true => {
                    "this is XML, and a table is wanted: cells separated by commas, semicolons or tabs".into()
                }
                false => nearest_word(name, self.columns.iter().map(String::as_str)),
            };
            findings.add(
                first_line.clone(),
                format!("the column `{name}` is missing"),
                "the columns".into(),
                Some(help),
            );
        }
        for (k, name) in self.columns.iter().enumerate() {
            if wanted.contains(&name.as_str()) && self.columns[..k].contains(name) {
                let message = format!("there are two columns `{name}`");
                findings.add(self.span(heading, k), message, "each column once".into(), None);
            }
        }
        if self.rows.is_empty() {
            findings.add(first_line, "there are no rows".into(), "rows below this line".into(), None);
        }
    }

    fn check_lengths(&self, findings: &mut SheetFindings) {
        for record in self.rows.iter().filter(|record| record.len() != self.columns.len()) {
            let (has, wants) = (record.len(), self.columns.len());
            findings.add(
                self.span(record, has.saturating_sub(1)),
                format!("this row has {has} cells, the heading {wants}"),
                format!("{wants} cells"),
                None,
            );
        }
    }

    /// The rows below the heading.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = SheetRow<'_>> {
        self.rows.iter().map(|record| SheetRow { sheet: self, record })
    }

    /// A list of what is wrong with this sheet, empty yet.
    pub fn findings(&self) -> SheetFindings {
        SheetFindings::new(&self.file, &self.text)
    }

    /// Where the next record begins, or the text ends. An open quote reaches no further.
    fn end_of(&self, record: &csv::StringRecord) -> usize {
        let begins = |record: &csv::StringRecord| record.position().map_or(0, csv::Position::byte);
        let next = self.rows.partition_point(|row| begins(row) <= begins(record));
        self.rows.get(next).and_then(|row| usize::try_from(begins(row)).ok()).unwrap_or(self.text.len())
    }

    /// The bytes of a cell, without quotes and blanks around it.
    fn span(&self, record: &csv::StringRecord, column: usize) -> Range<usize> {
        #[allow(clippy::cast_possible_truncation)] // a table is no larger than memory
        let start = record.position().map_or(0, |p| p.byte() as usize);
        // A blank line before a record is counted as its beginning.
        let start =
            start + self.text[start..].len() - self.text[start..].trim_start_matches(['\r', '\n']).len();
        let (mut quoted, mut k, mut from) = (false, 0, start);
        let mut end = self.end_of(record).max(start);
        for (at, c) in self.text[start..end].char_indices() {
            match c {
                '"' => quoted = !quoted,
                c if !quoted && (c == self.separator || matches!(c, '\r' | '\n')) => {
                    if k == column {
                        end = start + at;
                        break;
                    }
                    if c != self.separator {
                        end = start + at;
                        break;
                    }
                    k += 1;
                    from = start + at + 1;
                }
                _ => {}
            }
        }
        let from = from.min(end);
        let cell = &self.text[from..end];
        let inner = cell.trim().trim_matches('"');
        let skipped = cell.len() - cell.trim_start().trim_start_matches('"').len();
        from + skipped.min(cell.len())..from + (skipped + inner.len()).min(cell.len())
    }
}

/// Line breaks in cells, as names are read from a scenario file.
fn show_line_breaks(record: &mut csv::StringRecord) {
    if record.iter().any(|cell| cell.trim().contains('\n')) {
        let mut shown: csv::StringRecord =
            record.iter().map(|cell| cell.trim().replace('\n', LINE_BREAK)).collect();
        shown.set_position(record.position().cloned());
        *record = shown;
    }
}

impl<'a> SheetRow<'a> {
    /// The cell in this column, without blanks around it; empty where there is none.
    pub fn cell(&self, column: &str) -> &'a str {
        self.place(column).and_then(|k| self.record.get(k)).map_or("", str::trim)
    }

    /// The number in this column: with a decimal point, or a decimal comma where no comma separates cells.
    pub(crate) fn number(&self, column: &str) -> Option<f64> {
        let cell = self.cell(column);
        let written =
            match self.sheet.separator != ',' && cell.matches(',').count() == 1 && !cell.contains('.') {
                true => cell.replace(',', "."),
                false => cell.to_owned(),
            };
        written.parse().ok()
    }

    /// The line it begins in.
    pub fn line(&self) -> u64 {
        self.record.position().map_or(0, csv::Position::line)
    }

    /// The bytes of the cell in this column.
    pub(crate) fn span(&self, column: &str) -> Range<usize> {
        self.sheet.span(self.record, self.place(column).unwrap_or(0))
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.sheet.columns.iter().position(|name| name == column)
    }
}

/// What separates the cells of a table whose heading stands below so many lines, and whether a line before them says so, as
/// `sep=;` does for a spreadsheet.
fn separator(text: &str, lines: usize) -> (char, bool) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(told) = first.strip_prefix("sep=").and_then(|rest| rest.chars().next()).filter(char::is_ascii)
    {
        return (told, true);
    }
    let heading = text.lines().filter(|line| !line.is_empty()).nth(lines).unwrap_or_default();
    let many = |c: char| heading.matches(c).count();
    let best = [',', ';', '\t'].into_iter().rev().max_by_key(|c| many(*c)).filter(|c| many(*c) > 0);
    (best.unwrap_or(','), false)
}
