//! Writing a result folder: tables as CSV and Parquet, then the manifest, which marks the folder as complete.

use std::{
    fs::{self, File},
    io::{self, BufWriter},
    path::{Path, PathBuf},
};

use crate::cli::failure::{Context, IntoFailure, Result, failure};

use super::files::cannot_write;
use plenary::{
    report::parquet,
    scenario::Scenario,
    study::{
        store::{
            Manifest, Results, StoreError, beside,
            results::{FileEntry, TableEntry, sha256},
        },
        table::{Column, DataTable, Row, csv},
    },
};

/// Creates a folder for results; fails if it already holds files.
pub fn create(dir: &Path) -> Result<()> {
    let has_files = fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some());
    if has_files || Results::are_in(dir) {
        return Err(failure!(
            help = "name a new folder, or remove this one first",
            "{} already holds files: nothing is overwritten",
            dir.display()
        ));
    }
    fs::create_dir_all(dir).map_err(|e| StoreError::write(dir, e).into())
}

/// A table being written to a CSV and a Parquet file.
pub struct TableFile {
    dir: PathBuf,
    name: String,
    columns: Vec<Column>,
    rows: u64,
    csv: csv::CsvWriter<BufWriter<File>>,
    parquet: parquet::ParquetWriter<BufWriter<File>>,
}

impl TableFile {
    /// Creates both files under temporary names.
    pub fn create(dir: &Path, name: &str, columns: &[Column]) -> Result<Self> {
        let open = |extension: &str| {
            let path = part(dir, name, extension);
            File::create(&path).map(BufWriter::new).map_err(|e| StoreError::write(&path, e))
        };
        let mut csv = csv::CsvWriter::new(open("csv")?);
        csv.heading(columns).map_err(|e| failed(&part(dir, name, "csv"), e))?;
        let parquet = parquet::ParquetWriter::new(open("parquet")?, columns)
            .map_err(|e| failed(&part(dir, name, "parquet"), e))?;
        Ok(Self {
            dir: dir.to_owned(),
            name: name.to_owned(),
            columns: columns.to_vec(),
            rows: 0,
            csv,
            parquet,
        })
    }

    /// Adds a row.
    pub fn row(&mut self, row: Row) -> Result<()> {
        self.rows += 1;
        self.csv.row(&row).map_err(|e| failed(&part(&self.dir, &self.name, "csv"), e))?;
        Ok(self.parquet.row(row).map_err(|e| failed(&part(&self.dir, &self.name, "parquet"), e))?)
    }

    /// Closes both files and renames them to their final names.
    pub fn finish(self) -> Result<TableEntry> {
        let (dir, name) = (self.dir.as_path(), self.name.as_str());
        let csv =
            self.csv.finish().and_then(|file| file.into_inner().map_err(io::IntoInnerError::into_error));
        csv.map_err(|e| failed(&part(dir, name, "csv"), e))?;
        let parquet = self.parquet.finish().map_err(|e| failed(&part(dir, name, "parquet"), e))?;
        parquet.into_inner().map_err(|e| failed(&part(dir, name, "parquet"), e.into_error()))?;
        let mut files = Vec::new();
        for extension in ["csv", "parquet"] {
            let file = format!("{name}.{extension}");
            let path = dir.join(&file);
            fs::rename(part(dir, name, extension), &path).map_err(|e| StoreError::write(&path, e))?;
            files.push(FileEntry { sha256: sha256(&path)?, file });
        }
        Ok(TableEntry { name: self.name, rows: self.rows, files, columns: self.columns })
    }
}

/// Writes a complete table.
pub fn table(dir: &Path, name: &str, table: &DataTable) -> Result<TableEntry> {
    let mut file = TableFile::create(dir, name, &table.columns)?;
    table.rows.iter().try_for_each(|row| file.row(row.clone()))?;
    file.finish()
}

/// The manifest of results that are based on one scenario.
pub fn manifest(command: &str, scenario: &Scenario, seed: u64, tables: Vec<TableEntry>) -> Manifest {
    Manifest {
        scenario_hash: scenario.hash(),
        scenario: scenario.as_file(),
        ..manifest_without_scenario(command, &scenario.title, seed, tables)
    }
}

/// The manifest of results that are not based on a scenario.
pub fn manifest_without_scenario(command: &str, title: &str, seed: u64, tables: Vec<TableEntry>) -> Manifest {
    Manifest {
        command: command.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        title: title.to_owned(),
        scenario_hash: String::new(),
        scenario: String::new(),
        study: None,
        fingerprint: None,
        seed,
        factors: Vec::new(),
        design: None,
        stopping: None,
        tables,
    }
}

/// Writes a text file.
pub fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).into_failure().context(|| cannot_write(path))
}

/// The temporary name of a table's file.
fn part(dir: &Path, name: &str, extension: &str) -> PathBuf {
    beside(&dir.join(format!("{name}.{extension}")))
}

/// Turns a write error into a [`StoreError`], using the underlying I/O error if there is one.
fn failed(path: &Path, error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> StoreError {
    let error = error.into();
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&*error);
    while let Some(found) = cause {
        let of_csv = found.downcast_ref::<::csv::Error>().and_then(|e| match e.kind() {
            ::csv::ErrorKind::Io(io) => Some(io),
            _ => None,
        });
        if let Some(io) = found.downcast_ref::<io::Error>().or(of_csv) {
            let same =
                io.raw_os_error().map_or_else(|| io::Error::from(io.kind()), io::Error::from_raw_os_error);
            return StoreError::write(path, same);
        }
        cause = found.source();
    }
    StoreError::write(path, io::Error::other(error))
}

/// Tables as one JSON object: table name → rows, each row an object of column → value.
pub fn json(tables: &[(&'static str, DataTable)]) -> serde_json::Value {
    use plenary::study::table::Cell;
    use serde_json::{Map, Value};
    let cell = |cell: &Cell| match cell {
        Cell::Empty => Value::Null,
        Cell::Boolean(yes) => Value::from(*yes),
        Cell::Integer(n) => Value::from(*n),
        Cell::Number(x) => Value::from(*x),
        Cell::String(word) => Value::from(word.as_ref()),
    };
    let row = |table: &DataTable, row: &Row| {
        let cells = table.columns.iter().zip(row).map(|(c, x)| (c.name.clone(), cell(x)));
        Value::Object(cells.collect::<Map<String, Value>>())
    };
    let rows = |table: &DataTable| table.rows.iter().map(|r| row(table, r)).collect::<Vec<_>>();
    let named = tables.iter().map(|(name, table)| ((*name).to_owned(), Value::Array(rows(table))));
    Value::Object(named.collect())
}
