//! Result folders, read back: the one place that knows their layout.
//!
//! Whatever command wrote it, a result folder has a `manifest.json` that names the command, the version, what it
//! rests on, and each table with its columns and hash. A table `points` lies in `points.csv`, with the same rows in
//! `points.parquet` where that was written.
//!
//! | command | tables |
//! |---|---|
//! | `run` | `replicates` |
//! | `sweep` | `replicates`, `points`, `failures`, and `trajectory` where it is kept |
//! | `compare` | `differences` |
//! | `levers` | `levers` |
//! | `sensitivity` | `effects` (Morris) or `indices` (Sobol'), and `pairs` with second order |
//! | `discover` | `boxes`, `crossings`, and `contour` over a grid of two factors |

use std::{
    fs::{self, File},
    io::BufReader,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{StoreError, write_whole};
use crate::{
    printable,
    random::Seed,
    study::table::{Column, DataTable, Row, csv::CsvRows},
};

const MANIFEST: &str = "manifest.json";

/// What a result folder says of itself. Nothing in it depends on the machine, the time or the number of processes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// The command that wrote it: run, sweep, compare, levers, sensitivity or discover.
    pub command: String,
    /// The version of the program.
    pub version: String,
    /// The title of the study or scenario.
    pub title: String,
    /// The hash of the scenario as run; of the base case.
    pub scenario_hash: String,
    /// The text of the scenario, as run.
    pub scenario: String,
    /// The text of the study, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub study: Option<String>,
    /// The fingerprint of study, scenario and version, where there is a study.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
    /// The master seed.
    pub seed: Seed,
    /// Parameters that are varied, in the order of the columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub factors: Vec<String>,
    /// The design, as the study writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub design: Option<String>,
    /// When a point is sure enough, in words; none where the number of replicates is fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopping: Option<String>,
    /// The tables.
    pub tables: Vec<TableEntry>,
}

/// A table of a result folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableEntry {
    /// Its name: the file without its ending.
    pub name: String,
    /// How many rows it has.
    pub rows: u64,
    /// Its files, each with the SHA-256 of its bytes.
    pub files: Vec<FileEntry>,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// A file of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileEntry {
    /// Its name in the folder.
    pub file: String,
    /// SHA-256, in hexadecimal digits.
    pub sha256: String,
}

/// A result folder.
#[derive(Clone, Debug)]
pub struct Results {
    path: PathBuf,
    /// What it says of itself.
    pub manifest: Manifest,
}

impl Results {
    /// Opens a result folder.
    ///
    /// # Errors
    /// If it is none, or its manifest cannot be read.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let at = path.join(MANIFEST);
        let text =
            fs::read_to_string(&at).map_err(|_| StoreError::Nothing { path: path.display().to_string() })?;
        let manifest = serde_json::from_str(&text)
            .map_err(|e| StoreError::Broken { path: at.display().to_string(), why: e.to_string() })?;
        Ok(Self { path: path.to_owned(), manifest })
    }

    /// Whether there are results in this folder.
    pub fn are_in(path: &Path) -> bool {
        path.join(MANIFEST).exists()
    }

    /// Whether the folder has a table of this name.
    pub fn has(&self, name: &str) -> bool {
        self.manifest.tables.iter().any(|t| t.name == name)
    }

    /// A table, whole.
    ///
    /// # Errors
    /// If there is none of this name, or it is not as the manifest says.
    pub fn table(&self, name: &str) -> Result<DataTable, StoreError> {
        let columns = self.columns(name)?.to_vec();
        let mut rows = Vec::new();
        self.each(name, |row| rows.push(row))?;
        Ok(DataTable { columns, rows })
    }

    /// The columns of a table.
    ///
    /// # Errors
    /// If there is none of this name.
    pub fn columns(&self, name: &str) -> Result<&[Column], StoreError> {
        let table = self.manifest.tables.iter().find(|t| t.name == name);
        table.map(|t| &t.columns[..]).ok_or_else(|| StoreError::Broken {
            path: self.path.display().to_string(),
            why: format!("there is no table \"{name}\""),
        })
    }

    /// Hands on the rows of a table one by one, in memory that does not grow with their number.
    ///
    /// # Errors
    /// If there is none of this name, or it is not as the manifest says.
    pub fn each(&self, name: &str, mut row: impl FnMut(Row)) -> Result<(), StoreError> {
        let columns = self.columns(name)?;
        let path = self.path.join(format!("{name}.csv"));
        let file = File::open(&path).map_err(|e| StoreError::read(&path, e))?;
        for found in CsvRows::new(BufReader::new(file), columns) {
            row(found
                .map_err(|e| StoreError::Broken { path: path.display().to_string(), why: e.to_string() })?);
        }
        Ok(())
    }
}

impl Manifest {
    /// Writes the manifest: last of all, for it says that the folder is complete.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), StoreError> {
        let path = folder.join(MANIFEST);
        let json = printable::json(self)
            .map_err(|e| StoreError::Broken { path: path.display().to_string(), why: e.to_string() })?;
        write_whole(&path, json.as_bytes())
    }
}

/// The SHA-256 of a file's bytes.
///
/// # Errors
/// If it cannot be read.
pub fn sha256(path: &Path) -> Result<String, StoreError> {
    let mut hash = Sha256::new();
    let mut file = File::open(path).map_err(|e| StoreError::read(path, e))?;
    let mut buffer = vec![0; 1 << 16];
    loop {
        let n = std::io::Read::read(&mut file, &mut buffer).map_err(|e| StoreError::read(path, e))?;
        if n == 0 {
            break;
        }
        hash.update(&buffer[..n]);
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
