//! Tables as comma-separated values: a heading, then a line for each row. Numbers stand in full (the shortest text
//! that reads back to the same bits), an empty cell is nothing between two commas.

use std::io::{Read, Write};

use thiserror::Error;

use super::{Cell, Column, Kind, Row};

/// Why a table could not be read.
#[derive(Debug, Error)]
pub enum CsvError {
    /// Not lines of equal length, or not readable.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// A cell of another kind than its column.
    #[error("\"{cell}\" in column \"{column}\" is no {kind:?}")]
    Cell {
        /// As it stands.
        cell: String,
        /// The column.
        column: String,
        /// What it should be.
        kind: Kind,
    },
}

/// Writes rows, one line each.
pub struct Writer<W: Write>(csv::Writer<W>);

impl<W: Write> Writer<W> {
    /// A writer without a heading.
    pub fn new(to: W) -> Self {
        Self(csv::WriterBuilder::new().flexible(false).from_writer(to))
    }

    /// Writes the heading.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn heading(&mut self, columns: &[Column]) -> Result<(), csv::Error> {
        self.0.write_record(columns.iter().map(|c| c.name.as_str()))
    }

    /// Writes a row.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn row(&mut self, row: &[Cell]) -> Result<(), csv::Error> {
        let mut text = String::new();
        for cell in row {
            text.clear();
            write(cell, &mut text);
            self.0.write_field(&text)?;
        }
        self.0.write_record(None::<&[u8]>)
    }

    /// Writes what is still in memory.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }

    /// Ends the writing.
    ///
    /// # Errors
    /// If the rest cannot be written.
    pub fn finish(self) -> std::io::Result<W> {
        self.0.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

fn write(cell: &Cell, text: &mut String) {
    use std::fmt::Write as _;
    // Writing to a string cannot fail.
    let _ = match cell {
        Cell::Empty => Ok(()),
        Cell::Truth(yes) => write!(text, "{yes}"),
        Cell::Whole(n) => write!(text, "{n}"),
        Cell::Number(x) => write!(text, "{x}"),
        Cell::Word(word) => write!(text, "{word}"),
    };
}

/// Rows read back, one by one.
pub struct Rows<'c, R: Read> {
    reader: csv::Reader<R>,
    columns: &'c [Column],
    record: csv::StringRecord,
}

impl<'c, R: Read> Rows<'c, R> {
    /// The rows of a table without a heading.
    pub fn headless(from: R, columns: &'c [Column]) -> Self {
        let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(from);
        Self { reader, columns, record: csv::StringRecord::new() }
    }

    /// The rows of a table with a heading.
    pub fn new(from: R, columns: &'c [Column]) -> Self {
        Self { reader: csv::Reader::from_reader(from), columns, record: csv::StringRecord::new() }
    }

    fn row(&self) -> Result<Row, CsvError> {
        self.columns.iter().zip(self.record.iter()).map(|(column, text)| read(column, text)).collect()
    }
}

impl<R: Read> Iterator for Rows<'_, R> {
    type Item = Result<Row, CsvError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.reader.read_record(&mut self.record) {
            Ok(true) => Some(self.row()),
            Ok(false) => None,
            Err(error) => Some(Err(error.into())),
        }
    }
}

fn read(column: &Column, text: &str) -> Result<Cell, CsvError> {
    if text.is_empty() {
        return Ok(Cell::Empty);
    }
    let cell = match column.kind {
        Kind::Truth => text.parse().ok().map(Cell::Truth),
        Kind::Whole => text.parse().ok().map(Cell::Whole),
        Kind::Number => text.parse().ok().map(Cell::Number),
        Kind::Word => Some(Cell::Word(text.to_owned().into())),
    };
    let misfit = || CsvError::Cell { cell: text.to_owned(), column: column.name.clone(), kind: column.kind };
    cell.ok_or_else(misfit)
}

/// A table as text.
///
/// # Errors
/// If a row has not as many cells as there are columns.
pub fn to_string(columns: &[Column], rows: &[Row]) -> Result<String, csv::Error> {
    let mut writer = Writer::new(Vec::new());
    writer.heading(columns)?;
    rows.iter().try_for_each(|row| writer.row(row))?;
    Ok(String::from_utf8_lossy(&writer.finish()?).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let columns: Vec<Column> = [
            ("adopted", Kind::Truth),
            ("replicate", Kind::Whole),
            ("depth", Kind::Number),
            ("a name, with a comma\nand \"more\"", Kind::Word),
        ]
        .into_iter()
        .map(|(name, kind)| Column::new(name, kind, ""))
        .collect();
        let rows: Vec<Row> = vec![
            vec![true.into(), u64::MAX.into(), 0.1.into(), "a, \"b\"\nc".into()],
            vec![false.into(), 0_u64.into(), f64::MIN_POSITIVE.into(), Cell::Empty],
            vec![Cell::Empty, Cell::Empty, (1.0 / 3.0).into(), "x".into()],
        ];
        let text = to_string(&columns, &rows).expect("text");
        let back: Result<Vec<Row>, CsvError> = Rows::new(text.as_bytes(), &columns).collect();
        assert_eq!(back.expect("a table"), rows);
        assert!(Rows::headless("yes,1,2,x".as_bytes(), &columns).next().expect("a row").is_err());
    }
}
