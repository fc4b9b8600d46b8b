//! Reads the rows of a Parquet file that plenary wrote, a group of rows in memory at a time.

use std::fs::File;

use parquet::{
    column::reader::ColumnReader,
    errors::ParquetError,
    file::reader::{FileReader as _, SerializedFileReader},
};

use super::{Cell, Column, Row};

/// The rows of a file, in order.
pub struct ParquetRows<'c> {
    reader: SerializedFileReader<File>,
    columns: &'c [Column],
    group: usize,
    rows: std::vec::IntoIter<Row>,
}

impl<'c> ParquetRows<'c> {
    /// Opens a file with these columns.
    ///
    /// # Errors
    /// If it is no Parquet file.
    pub fn new(file: File, columns: &'c [Column]) -> Result<Self, ParquetError> {
        let reader = SerializedFileReader::new(file)?;
        Ok(Self { reader, columns, group: 0, rows: Vec::new().into_iter() })
    }

    /// Whether its columns have the names expected.
    pub fn has_heading(&self) -> bool {
        let schema = self.reader.metadata().file_metadata().schema_descr();
        let names = schema.columns().iter().map(|column| column.name());
        names.eq(self.columns.iter().map(|column| column.name.as_str()))
    }

    /// The rows of the next group; none after the last.
    fn next_group(&mut self) -> Result<Option<Vec<Row>>, ParquetError> {
        if self.group == self.reader.num_row_groups() {
            return Ok(None);
        }
        let group = self.reader.get_row_group(self.group)?;
        self.group += 1;
        let count = usize::try_from(group.metadata().num_rows()).unwrap_or(0);
        let mut rows: Vec<Row> = vec![Row::with_capacity(self.columns.len()); count];
        for n in 0..self.columns.len() {
            let cells = column(group.get_column_reader(n)?, count)?;
            rows.iter_mut().zip(cells).for_each(|(row, cell)| row.push(cell));
        }
        Ok(Some(rows))
    }
}

impl Iterator for ParquetRows<'_> {
    type Item = Result<Row, ParquetError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(row) = self.rows.next() {
                return Some(Ok(row));
            }
            match self.next_group() {
                Ok(Some(rows)) => self.rows = rows.into_iter(),
                Ok(None) => return None,
                Err(error) => {
                    self.group = self.reader.num_row_groups();
                    return Some(Err(error));
                }
            }
        }
    }
}

/// The cells of a column in a group.
fn column(reader: ColumnReader, count: usize) -> Result<Vec<Cell>, ParquetError> {
    let mut levels = Vec::with_capacity(count);
    macro_rules! read {
        ($reader:ident, $cell:expr) => {{
            let (mut values, mut reader) = (Vec::with_capacity(count), $reader);
            while levels.len() < count {
                let (records, ..) =
                    reader.read_records(count - levels.len(), Some(&mut levels), None, &mut values)?;
                if records == 0 {
                    break;
                }
            }
            filled(&levels, values.into_iter().map($cell))
        }};
    }
    Ok(match reader {
        ColumnReader::BoolColumnReader(r) => read!(r, Cell::Boolean),
        #[allow(clippy::cast_sign_loss)] // written as unsigned
        ColumnReader::Int64ColumnReader(r) => read!(r, |n: i64| Cell::Integer(n as u64)),
        ColumnReader::DoubleColumnReader(r) => read!(r, Cell::Number),
        ColumnReader::ByteArrayColumnReader(r) => {
            read!(r, |text: parquet::data_type::ByteArray| {
                Cell::String(String::from_utf8_lossy(text.data()).into_owned().into())
            })
        }
        _ => return Err(ParquetError::General("a column of a kind that plenary does not write".to_owned())),
    })
}

/// Values where there is one, empty cells elsewhere.
fn filled(levels: &[i16], mut values: impl Iterator<Item = Cell>) -> Vec<Cell> {
    let cell = |level: &i16| if *level > 0 { values.next().unwrap_or_default() } else { Cell::Empty };
    levels.iter().map(cell).collect()
}
