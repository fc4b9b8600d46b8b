//! Tables as comma-separated values: a heading, then a line for each row. Numbers stand in full (the shortest text
//! that reads back to the same bits), an empty cell is nothing between two commas.

use std::io::{Read, Write};

use thiserror::Error;

use super::{
    Cell, Column, ColumnKind, Row,
    safe::{original, safe},
};

/// Why a table could not be read.
#[derive(Debug, Error)]
pub enum CsvError {
    /// Not lines of equal length, or not readable.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// A row that has not a cell for each column.
    #[error("a row of {found} cells in a table of {columns} columns")]
    Length {
        /// How many cells it has.
        found: usize,
        /// How many columns there are.
        columns: usize,
    },
    /// A cell of another kind than its column.
    #[error("\"{cell}\" in column \"{column}\" is no {kind:?}")]
    Cell {
        /// As it stands.
        cell: String,
        /// The column.
        column: String,
        /// What it should be.
        kind: ColumnKind,
    },
}

/// Writes rows, one line each.
pub struct CsvWriter<W: Write>(csv::Writer<W>);

impl<W: Write> CsvWriter<W> {
    /// A writer without a heading.
    pub fn new(to: W) -> Self {
        Self(csv::WriterBuilder::new().flexible(false).from_writer(to))
    }

    /// Writes the heading.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn heading(&mut self, columns: &[Column]) -> Result<(), csv::Error> {
        self.0.write_record(columns.iter().map(|c| safe(&c.name).into_owned()))
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
        Cell::Boolean(yes) => write!(text, "{yes}"),
        Cell::Integer(n) => write!(text, "{n}"),
        // A real number keeps its point, so that readers keep its type: 0.0, not 0.
        Cell::Number(x) => write!(text, "{x:?}"),
        Cell::String(word) => write!(text, "{}", safe(word)),
    };
}

/// CsvRows read back, one by one.
pub struct CsvRows<'c, R: Read> {
    reader: csv::Reader<R>,
    columns: &'c [Column],
    record: csv::StringRecord,
}

impl<'c, R: Read> CsvRows<'c, R> {
    /// The rows of a table with a heading.
    pub fn new(from: R, columns: &'c [Column]) -> Self {
        Self { reader: csv::Reader::from_reader(from), columns, record: csv::StringRecord::new() }
    }

    /// Whether the heading is that of the columns.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn has_heading(&mut self) -> Result<bool, CsvError> {
        Ok(self.reader.headers()?.iter().eq(self.columns.iter().map(|column| column.name.as_str())))
    }

    fn row(&self) -> Result<Row, CsvError> {
        let (found, columns) = (self.record.len(), self.columns.len());
        if found != columns {
            return Err(CsvError::Length { found, columns });
        }
        self.columns.iter().zip(self.record.iter()).map(|(column, text)| read(column, text)).collect()
    }
}

impl<R: Read> Iterator for CsvRows<'_, R> {
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
        ColumnKind::Boolean => text.parse().ok().map(Cell::Boolean),
        ColumnKind::Integer => text.parse().ok().map(Cell::Integer),
        ColumnKind::Number => text.parse().ok().map(Cell::Number),
        ColumnKind::String => Some(Cell::String(original(text).into_owned().into())),
    };
    let misfit = || CsvError::Cell { cell: text.to_owned(), column: column.name.clone(), kind: column.kind };
    cell.ok_or_else(misfit)
}

/// CsvRows as text without a heading.
pub fn encode(rows: &[Row]) -> Vec<u8> {
    let mut writer = CsvWriter::new(Vec::new());
    // Writing to memory cannot fail, and every row has a cell for each column.
    rows.iter().for_each(|row| _ = writer.row(row));
    writer.finish().unwrap_or_default()
}

/// CsvRows from text without a heading.
///
/// # Errors
/// If one does not fit the columns.
pub(crate) fn decode(text: &[u8], columns: &[Column]) -> Result<Vec<Row>, CsvError> {
    let reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    CsvRows { reader, columns, record: csv::StringRecord::new() }.collect()
}

/// A table as text.
///
/// # Errors
/// If a row has not as many cells as there are columns.
pub fn to_string(columns: &[Column], rows: &[Row]) -> Result<String, csv::Error> {
    let mut writer = CsvWriter::new(Vec::new());
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
            ("adopted", ColumnKind::Boolean),
            ("replicate", ColumnKind::Integer),
            ("depth", ColumnKind::Number),
            ("a name, with a comma\nand \"more\"", ColumnKind::String),
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
        let back: Result<Vec<Row>, CsvError> = CsvRows::new(text.as_bytes(), &columns).collect();
        assert_eq!(back.expect("a table"), rows);
        assert_eq!(decode(&encode(&rows), &columns).expect("the same rows"), rows);
        assert!(decode(b"yes,1,2,x", &columns).is_err(), "no boolean");
        assert!(decode(b"true,1,2", &columns).is_err(), "a cell too few");
        for hostile in
            ["=1+1", "'=1", "''x", "-a", "\u{1b}[2J", "\\u{1b}", "\\u{a}", "\\u{5c}u{1b}", "\n", "@", "\t+1"]
        {
            let (columns, rows) = ([Column::new(hostile, ColumnKind::String, "")], [vec![hostile.into()]]);
            let text = to_string(&columns, &rows).expect("text");
            assert!(
                !text.contains('\u{1b}') && !text.lines().any(|line| line.starts_with(['=', '-', '@'])),
                "{text}"
            );
            let back: Result<Vec<Row>, CsvError> = CsvRows::new(text.as_bytes(), &columns).collect();
            assert_eq!(back.expect("a table"), rows);
        }
        assert_eq!(encode(&[vec![0.0.into(), (-1.0).into(), 0_u64.into()]]), b"0.0,-1.0,0\n");
    }
}
