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
//! | `calibrate` | `posterior`, `parameters`, `generations`, `predictive` |
//! | `levers` | `levers` |
//! | `sensitivity` | `effects` (Morris), `indices` (Sobol'), and `pairs` with second order, or `sample_indices` |
//! | `discover` | `boxes`, `crossings`, `peeling` and `limits` where it happens often enough, and `contour` over a grid of two factors |

use std::path::{Path, PathBuf};

use super::{
    Folder, StoreError,
    manifest::{FileEntry, MANIFEST, Manifest, TableEntry, sha256},
    verify,
};
use crate::{
    output::{KnownFile, Permission},
    study::table::{Column, DataTable, Row},
};

/// A result folder.
#[derive(Clone, Debug)]
pub struct Results {
    path: PathBuf,
    /// What it says of itself.
    pub manifest: Manifest,
}

impl Results {
    /// Opens a result folder, and makes sure that it is as it was written: the manifest, and every file that it names.
    ///
    /// # Errors
    /// If it is none, was written by another version, or something in it was changed; names the first such file.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let manifest = Manifest::sound(path)?;
        let change = verify::changes(path, &manifest).next();
        change.map_or(Ok(Self { path: path.to_owned(), manifest }), |change| Err(change.in_folder(path)))
    }

    /// Whether a file is one of those that make up a result folder or a sweep.
    pub fn holds(file: &Path) -> bool {
        let Some(folder) = file.parent() else { return false };
        let named = |manifest: Manifest| {
            let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name == MANIFEST || manifest.all_files().any(|entry| entry.file == name)
        };
        Manifest::of(folder).is_some_and(named)
            || folder.ancestors().take(2).any(|f| Folder::at(f).keeps(file))
    }

    /// What may be replaced where the tables of this folder are written again: those that are as the manifest says.
    pub fn replaceable(path: &Path) -> Permission {
        let Ok(sound) = Manifest::sound(path) else { return Permission::default() };
        let known =
            |entry: &FileEntry| KnownFile { path: path.join(&entry.file), sha256: entry.sha256.clone() };
        let files = sound.all_files().map(known);
        let manifest = sha256(&path.join(MANIFEST));
        let manifest = manifest.map(|sha256| KnownFile { path: path.join(MANIFEST), sha256 });
        Permission::default().knowing(files.chain(manifest))
    }

    /// Every file of a result folder, the manifest among them; whether they are sound is not looked at.
    pub fn files_in(folder: &Path) -> Vec<PathBuf> {
        let manifest = Manifest::of(folder);
        let files = manifest.iter().flat_map(Manifest::all_files).map(|entry| folder.join(&entry.file));
        files.chain(manifest.is_some().then(|| folder.join(MANIFEST))).collect()
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
        Ok(&self.entry(name)?.columns)
    }

    fn entry(&self, name: &str) -> Result<&TableEntry, StoreError> {
        let no_table =
            || StoreError::NoTable { path: self.path.display().to_string(), table: name.to_owned() };
        self.manifest.tables.iter().find(|t| t.name == name).ok_or_else(no_table)
    }

    /// Hands on the rows of a table one by one, in memory that does not grow with their number.
    ///
    /// # Errors
    /// If there is none of this name, or it is not as the manifest says.
    pub fn each(&self, name: &str, row: impl FnMut(Row)) -> Result<(), StoreError> {
        verify::rows(&self.path, self.entry(name)?, row).map_err(|change| change.in_folder(&self.path))
    }
}
