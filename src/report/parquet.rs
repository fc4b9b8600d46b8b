//! Tables as Parquet, for pandas, polars, R and DuckDB: the rows of the CSV with their types.
//!
//! Booleans are BOOLEAN, integers UINT_64, numbers DOUBLE, strings UTF8; every column is optional, and an empty
//! cell is null. Each column's meaning stands in the file's key-value metadata under `column:NAME`. Snappy
//! compression, row groups of a fixed number of rows: the bytes depend on the rows alone.

use std::{io::Write, sync::Arc};

use parquet::{
    basic::{Compression, LogicalType, Repetition, Type as Physical},
    data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type},
    errors::ParquetError,
    file::{
        metadata::KeyValue,
        properties::{EnabledStatistics, WriterProperties},
        writer::{SerializedColumnWriter, SerializedFileWriter},
    },
    schema::types::Type,
};

use crate::study::table::{Cell, Column, ColumnKind, Row};

/// Rows in a group: what is in memory at once.
const GROUP: usize = 10_000;

/// Writes rows as they come, a group of them in memory.
pub struct ParquetWriter<W: Write + Send> {
    file: SerializedFileWriter<W>,
    columns: Vec<Column>,
    group: Vec<Row>,
}

impl<W: Write + Send> ParquetWriter<W> {
    /// A writer of a table with these columns.
    ///
    /// # Errors
    /// If the heading cannot be written.
    pub fn new(to: W, columns: &[Column]) -> Result<Self, ParquetError> {
        let fields: Result<Vec<Arc<Type>>, ParquetError> =
            columns.iter().map(|c| field(c).map(Arc::new)).collect();
        let schema = Type::group_type_builder("plenary").with_fields(fields?).build()?;
        let meanings = columns.iter().map(|c| KeyValue::new(format!("column:{}", c.name), c.meaning()));
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_statistics_enabled(EnabledStatistics::None)
            .set_offset_index_disabled(true)
            .set_created_by(format!("plenary {}", env!("CARGO_PKG_VERSION")))
            .set_key_value_metadata(Some(meanings.collect()))
            .build();
        let file = SerializedFileWriter::new(to, Arc::new(schema), Arc::new(properties))?;
        Ok(Self { file, columns: columns.to_vec(), group: Vec::with_capacity(GROUP) })
    }

    /// Adds a row.
    ///
    /// # Errors
    /// If a full group cannot be written.
    pub fn row(&mut self, row: Row) -> Result<(), ParquetError> {
        self.group.push(row);
        if self.group.len() == GROUP { self.write_group() } else { Ok(()) }
    }

    /// Ends the file.
    ///
    /// # Errors
    /// If the rest cannot be written.
    pub fn finish(mut self) -> Result<W, ParquetError> {
        if !self.group.is_empty() {
            self.write_group()?;
        }
        self.file.into_inner()
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        let mut group = self.file.next_row_group()?;
        for (n, column) in self.columns.iter().enumerate() {
            let Some(mut writer) = group.next_column()? else { break };
            let cells = self.group.iter().map(|row| row.get(n).unwrap_or(&Cell::Empty));
            write_column(&mut writer, column.kind, cells)?;
            writer.close()?;
        }
        group.close()?;
        self.group.clear();
        Ok(())
    }
}

fn field(column: &Column) -> Result<Type, ParquetError> {
    let (physical, logical) = match column.kind {
        ColumnKind::Boolean => (Physical::BOOLEAN, None),
        ColumnKind::Integer => (Physical::INT64, Some(LogicalType::integer(64, false))),
        ColumnKind::Number => (Physical::DOUBLE, None),
        ColumnKind::String => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
    };
    Type::primitive_type_builder(&column.name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical)
        .build()
}

/// Writes the cells of a column in a group: values, and for each cell whether there is one.
fn write_column<'c>(
    writer: &mut SerializedColumnWriter<'_>,
    kind: ColumnKind,
    cells: impl Iterator<Item = &'c Cell>,
) -> Result<(), ParquetError> {
    let cells: Vec<&Cell> = cells.collect();
    match kind {
        ColumnKind::Boolean => {
            let (values, levels) =
                split(&cells, |c| if let Cell::Boolean(yes) = c { Some(*yes) } else { None });
            writer.typed::<BoolType>().write_batch(&values, Some(&levels), None)?;
        }
        ColumnKind::Integer => {
            #[allow(clippy::cast_possible_wrap)] // read back as unsigned
            let (values, levels) =
                split(&cells, |c| if let Cell::Integer(n) = c { Some(*n as i64) } else { None });
            writer.typed::<Int64Type>().write_batch(&values, Some(&levels), None)?;
        }
        ColumnKind::Number => {
            let (values, levels) = split(&cells, |c| if let Cell::Number(x) = c { Some(*x) } else { None });
            writer.typed::<DoubleType>().write_batch(&values, Some(&levels), None)?;
        }
        ColumnKind::String => {
            let (values, levels) = split(&cells, |c| c.word().map(ByteArray::from));
            writer.typed::<ByteArrayType>().write_batch(&values, Some(&levels), None)?;
        }
    }
    Ok(())
}

fn split<T>(cells: &[&Cell], value: impl Fn(&Cell) -> Option<T>) -> (Vec<T>, Vec<i16>) {
    let values: Vec<Option<T>> = cells.iter().map(|cell| value(cell)).collect();
    let levels = values.iter().map(|v| i16::from(v.is_some())).collect();
    (values.into_iter().flatten().collect(), levels)
}
