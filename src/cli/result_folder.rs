//! Writing a result folder: tables as CSV and Parquet, then the manifest, which marks the folder as complete.

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::cli::failure::Result;

use plenary::{
    output::{Draft, NewFolder, OutputError, Written},
    report::parquet,
    scenario::{Changes, Scenario},
    study::{
        definition::TableForm,
        store::{
            Manifest,
            manifest::{FileEntry, MANIFEST, TableEntry},
        },
        table::{Column, DataTable, Row, csv},
    },
};

/// A result folder that is being written: whole in the end, or not there.
pub struct ResultFolder {
    folder: NewFolder,
    written: Vec<Written>,
    tables: Vec<TableEntry>,
    files: Vec<FileEntry>,
}

impl ResultFolder {
    /// Makes a folder for results; fails if it already holds files. `names`: what is to come, to be told what is in the way.
    pub fn create(dir: &Path, names: &[&str]) -> Result<Self> {
        let folder = NewFolder::create(dir, names)?;
        Ok(Self { folder, written: Vec::new(), tables: Vec::new(), files: Vec::new() })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Begins a file in it.
    pub fn draft(&self, name: &str) -> Result<Draft> {
        Ok(self.folder.draft(name)?)
    }

    /// Takes in a table that is written.
    pub fn add(&mut self, WrittenTable { entry, files }: WrittenTable) {
        self.tables.push(entry);
        self.written.extend(files);
    }

    /// Writes a table.
    pub fn table(&mut self, name: &str, table: &DataTable) -> Result<()> {
        let table = self::table(self.folder.path(), name, table)?;
        self.add(table);
        Ok(())
    }

    /// Writes a file that is part of the results.
    pub fn file(&mut self, name: &str, text: &str) -> Result<()> {
        let written = Draft::of(&self.path().join(name), text.as_bytes())?;
        self.files.push(FileEntry { file: name.to_owned(), sha256: written.sha256().to_owned() });
        self.written.push(written);
        Ok(())
    }

    /// Writes a file that may be changed without the results being others.
    pub fn extra(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.written.push(Draft::of(&self.path().join(name), bytes)?);
        Ok(())
    }

    /// Puts what is written so far in its place: whoever ends the program from now on leaves it there.
    pub fn settle(&mut self) -> Result<()> {
        Ok(self.folder.keep(std::mem::take(&mut self.written))?)
    }

    /// Puts everything in its place, and last the manifest.
    pub fn finish(mut self, manifest: Manifest) -> Result<()> {
        self.settle()?;
        let manifest = Manifest { tables: self.tables, files: self.files, ..manifest };
        self.folder.write(MANIFEST, manifest.to_text().as_bytes())?;
        self.folder.finish();
        Ok(())
    }
}

/// A table that is being written to a CSV file, a Parquet file, or both.
pub struct TableFile {
    paths: [PathBuf; 2],
    name: String,
    columns: Vec<Column>,
    rows: u64,
    csv: Option<csv::CsvWriter<Draft>>,
    parquet: Option<parquet::ParquetWriter<Draft>>,
}

/// A table whose files are written, but not yet in their places.
pub struct WrittenTable {
    /// What the manifest says of it.
    pub entry: TableEntry,
    /// Its files.
    pub files: Vec<Written>,
}

impl TableFile {
    /// Begins the files.
    pub fn create(
        dir: &Path,
        name: &str,
        columns: &[Column],
        forms: &[TableForm],
    ) -> Result<Self, OutputError> {
        let paths = ["csv", "parquet"].map(|extension| dir.join(format!("{name}.{extension}")));
        let csv = forms.contains(&TableForm::Csv).then(|| begin_csv(&paths[0], columns)).transpose()?;
        let parquet =
            forms.contains(&TableForm::Parquet).then(|| begin_parquet(&paths[1], columns)).transpose()?;
        Ok(Self { paths, name: name.to_owned(), columns: columns.to_vec(), rows: 0, csv, parquet })
    }

    /// Adds a row.
    pub fn row(&mut self, row: Row) -> Result<(), OutputError> {
        self.rows += 1;
        if let Some(csv) = &mut self.csv {
            csv.row(&row).map_err(|e| failed(&self.paths[0], e))?;
        }
        match &mut self.parquet {
            Some(parquet) => parquet.row(row).map_err(|e| failed(&self.paths[1], e)),
            None => Ok(()),
        }
    }

    /// Ends the files.
    pub fn finish(self) -> Result<WrittenTable, OutputError> {
        let mut files = Vec::new();
        if let Some(csv) = self.csv {
            files.push(csv.finish().map_err(|e| failed(&self.paths[0], e))?.finish()?);
        }
        if let Some(parquet) = self.parquet {
            files.push(parquet.finish().map_err(|e| failed(&self.paths[1], e))?.finish()?);
        }
        let entries = files.iter().map(entry).collect();
        let entry = TableEntry { name: self.name, rows: self.rows, files: entries, columns: self.columns };
        Ok(WrittenTable { entry, files })
    }
}

fn begin_csv(path: &Path, columns: &[Column]) -> Result<csv::CsvWriter<Draft>, OutputError> {
    let mut csv = csv::CsvWriter::new(Draft::create(path)?);
    csv.heading(columns).map_err(|e| failed(path, e))?;
    Ok(csv)
}

fn begin_parquet(path: &Path, columns: &[Column]) -> Result<parquet::ParquetWriter<Draft>, OutputError> {
    parquet::ParquetWriter::new(Draft::create(path)?, columns).map_err(|e| failed(path, e))
}

/// What the manifest says of a file.
pub fn entry(written: &Written) -> FileEntry {
    let file = written.path().file_name().map_or_else(String::new, |name| name.display().to_string());
    FileEntry { file, sha256: written.sha256().to_owned() }
}

/// Writes a complete table.
pub fn table(dir: &Path, name: &str, table: &DataTable) -> Result<WrittenTable, OutputError> {
    let mut file = TableFile::create(dir, name, &table.columns, &TableForm::all())?;
    table.rows.iter().try_for_each(|row| file.row(row.clone()))?;
    file.finish()
}

/// The manifest of results that are based on one scenario; their tables come when the folder is finished.
pub fn manifest(command: &str, scenario: &Scenario, seed: u64) -> Manifest {
    Manifest {
        scenario_hash: scenario.hash(),
        changed: scenario.changed.clone(),
        scenario: scenario.as_file(),
        ..manifest_without_scenario(command, &scenario.title, seed)
    }
}

/// The manifest of results that are not based on a scenario.
pub fn manifest_without_scenario(command: &str, title: &str, seed: u64) -> Manifest {
    Manifest {
        command: command.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        title: title.to_owned(),
        scenario_hash: String::new(),
        changed: Changes::default(),
        against: None,
        scenario: String::new(),
        study: None,
        fingerprint: None,
        seed,
        replicates: None,
        options: Vec::new(),
        factors: Vec::new(),
        labels: Default::default(),
        design: None,
        design_seed: None,
        stopping: None,
        reached: None,
        tables: Vec::new(),
        files: Vec::new(),
        digest: String::new(),
    }
}

/// Turns a write error of a table into an [`OutputError`], using the underlying I/O error if there is one.
pub fn failed(path: &Path, error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> OutputError {
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
            return OutputError::write(path, same);
        }
        cause = found.source();
    }
    OutputError::write(path, io::Error::other(error))
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
