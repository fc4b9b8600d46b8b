//! Writing a result folder: tables as CSV and Parquet, then the manifest that says the folder is complete.

use std::{
    fs::{self, File},
    io::{self, BufWriter},
    path::{Path, PathBuf},
};

use miette::{Context, IntoDiagnostic, Result, miette};

use plenary::{
    report::parquet,
    scenario::Scenario,
    study::{
        store::{
            Manifest, Results, StoreError, beside,
            results::{FileEntry, TableEntry, sha256},
        },
        table::{Column, Row, Table, csv},
    },
};

/// Makes a new folder for results; refuses one that holds any.
pub fn create(dir: &Path) -> Result<()> {
    let taken = fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some());
    if taken || Results::are_in(dir) {
        return Err(miette!(
            help = "name a new folder, or remove this one first",
            "{} already holds files: nothing is overwritten",
            dir.display()
        ));
    }
    fs::create_dir_all(dir).map_err(|e| StoreError::write(dir, e).into())
}

/// A table being written.
pub struct TableFile {
    dir: PathBuf,
    name: String,
    columns: Vec<Column>,
    rows: u64,
    csv: csv::Writer<BufWriter<File>>,
    parquet: parquet::Writer<BufWriter<File>>,
}

impl TableFile {
    /// Begins a table.
    pub fn create(dir: &Path, name: &str, columns: &[Column]) -> Result<Self> {
        let open = |ending: &str| {
            let path = part(dir, name, ending);
            File::create(&path).map(BufWriter::new).map_err(|e| StoreError::write(&path, e))
        };
        let mut csv = csv::Writer::new(open("csv")?);
        csv.heading(columns).map_err(|e| failed(&part(dir, name, "csv"), e))?;
        let parquet = parquet::Writer::new(open("parquet")?, columns)
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

    /// Ends the table: its files get their names.
    pub fn finish(self) -> Result<TableEntry> {
        let (dir, name) = (self.dir.as_path(), self.name.as_str());
        let csv =
            self.csv.finish().and_then(|file| file.into_inner().map_err(io::IntoInnerError::into_error));
        csv.map_err(|e| failed(&part(dir, name, "csv"), e))?;
        let parquet = self.parquet.finish().map_err(|e| failed(&part(dir, name, "parquet"), e))?;
        parquet.into_inner().map_err(|e| failed(&part(dir, name, "parquet"), e.into_error()))?;
        let mut files = Vec::new();
        for ending in ["csv", "parquet"] {
            let file = format!("{name}.{ending}");
            let path = dir.join(&file);
            fs::rename(part(dir, name, ending), &path).map_err(|e| StoreError::write(&path, e))?;
            files.push(FileEntry { sha256: sha256(&path)?, file });
        }
        Ok(TableEntry { name: self.name, rows: self.rows, files, columns: self.columns })
    }
}

/// Writes a whole table.
pub fn table(dir: &Path, name: &str, table: &Table) -> Result<TableEntry> {
    let mut file = TableFile::create(dir, name, &table.columns)?;
    table.rows.iter().try_for_each(|row| file.row(row.clone()))?;
    file.finish()
}

/// A manifest of results that rest on one scenario alone.
pub fn manifest(command: &str, scenario: &Scenario, seed: u64, tables: Vec<TableEntry>) -> Manifest {
    Manifest {
        command: command.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        title: scenario.title.clone(),
        scenario_hash: scenario.hash(),
        scenario: scenario.as_file(),
        study: None,
        fingerprint: None,
        seed,
        factors: Vec::new(),
        design: None,
        stopping: None,
        tables,
    }
}

/// Writes a file of the folder.
pub fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).into_diagnostic().wrap_err_with(|| format!("cannot write {}", path.display()))
}

fn part(dir: &Path, name: &str, ending: &str) -> PathBuf {
    beside(&dir.join(format!("{name}.{ending}")))
}

/// A write that failed, with what the system says where it says so.
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

/// Tables as one document: table → rows, each column → value.
pub fn json(tables: &[(&'static str, Table)]) -> serde_json::Value {
    use plenary::study::table::Cell;
    use serde_json::{Map, Value};
    let cell = |cell: &Cell| match cell {
        Cell::Empty => Value::Null,
        Cell::Boolean(yes) => Value::from(*yes),
        Cell::Integer(n) => Value::from(*n),
        Cell::Number(x) => Value::from(*x),
        Cell::String(word) => Value::from(word.as_ref()),
    };
    let row = |table: &Table, row: &Row| {
        let cells = table.columns.iter().zip(row).map(|(c, x)| (c.name.clone(), cell(x)));
        Value::Object(cells.collect::<Map<String, Value>>())
    };
    let rows = |table: &Table| table.rows.iter().map(|r| row(table, r)).collect::<Vec<_>>();
    let named = tables.iter().map(|(name, table)| ((*name).to_owned(), Value::Array(rows(table))));
    Value::Object(named.collect())
}
