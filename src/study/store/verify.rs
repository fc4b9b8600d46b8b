//! Whether results are as they were written: every file by its digest, every table by its heading, its number of rows,
//! and the kind and range of each column.

use std::{fs::File, io::BufReader, path::Path};

use super::{
    Folder, Layout, StoreError,
    manifest::{FileEntry, MANIFEST, Manifest, TableEntry, sha256},
    merge::Survey,
};
#[cfg(feature = "parquet")]
use crate::study::table::parquet::ParquetRows;
use crate::study::{
    definition::Definition,
    table::{Row, csv::CsvRows},
};

/// A file that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file, in its folder.
    pub file: String,
    /// What is wrong with it.
    pub why: String,
}

impl Change {
    fn new(file: &str, why: impl Into<String>) -> Self {
        Self { file: file.to_owned(), why: why.into() }
    }

    /// The same as an error.
    pub(super) fn in_folder(self, folder: &Path) -> StoreError {
        StoreError::Changed { folder: folder.display().to_string(), file: self.file, why: self.why }
    }
}

/// The checksums of an archive: all its files but this one, as `sha256sum -c` reads them.
pub const SUMS: &str = "SHA256SUMS";

/// What of an archive is not as its checksums say; nothing where there are none.
pub fn sums(folder: &Path) -> Vec<Change> {
    let path = folder.join(SUMS);
    if !path.exists() {
        return Vec::new();
    }
    let Ok(text) = std::fs::read_to_string(&path) else {
        return vec![Change::new(SUMS, "it cannot be read")];
    };
    let entry = |line: &str| {
        let (sha256, file) = line.split_once("  ")?;
        let is_here = !file.is_empty() && Path::new(file).file_name().is_some_and(|name| name == file);
        is_here.then(|| FileEntry { file: file.to_owned(), sha256: sha256.to_owned() })
    };
    let check = |line: &str| match entry(line) {
        Some(entry) => changed(folder, &entry),
        None => Some(Change::new(SUMS, "a line of it makes no sense")),
    };
    text.lines().filter_map(check).collect()
}

/// All that is wrong with a result folder; nothing where it is as it was written.
///
/// # Errors
/// If it is no result folder, or one of another version.
pub fn verify(folder: &Path) -> Result<Vec<Change>, StoreError> {
    let manifest = match Manifest::sound(folder) {
        Err(StoreError::Changed { file, why, .. }) => return Ok(vec![Change { file, why }]),
        sound => sound?,
    };
    let mut found: Vec<Change> = changes(folder, &manifest).collect();
    // What nobody has changed may still say what cannot be.
    for table in &manifest.tables {
        let known = |change: &Change| found.iter().any(|before| before.file == change.file);
        found.extend(rows(folder, table, |_| ()).err().filter(|change| !known(change)));
    }
    Ok(found)
}

/// What a sweep keeps beside its tables and is not as it was written: its study, its journals.
///
/// # Errors
/// If its study cannot be read.
pub fn verify_sweep(
    folder: &Folder,
    definition: &Definition,
    layout: &Layout,
) -> Result<(Vec<Change>, Survey), StoreError> {
    let survey = Survey::of(std::slice::from_ref(folder), definition, layout)?;
    let damaged = survey.shards.iter().filter(|shard| shard.damaged > 0).map(|shard| {
        let file = shard.path.strip_prefix(folder.path()).unwrap_or(&shard.path).display().to_string();
        let heading = if shard.has_damaged_heading { ", its heading among them" } else { "" };
        Change { file, why: format!("{} bytes are damaged{heading}", shard.damaged) }
    });
    let mut found: Vec<Change> = damaged.collect();
    found.extend(another_study(folder.path(), definition));
    Ok((found, survey))
}

/// Makes sure that the tables of a sweep come from the study that lies beside them.
///
/// # Errors
/// If they come from another one.
pub fn of_this_study(folder: &Path, definition: &Definition) -> Result<(), StoreError> {
    another_study(folder, definition).map_or(Ok(()), |change| Err(change.in_folder(folder)))
}

/// That the tables of a sweep come from another study than lies beside them, if so.
pub fn another_study(folder: &Path, definition: &Definition) -> Option<Change> {
    let of_tables = Manifest::sound(folder).ok()?.fingerprint?;
    let differs = of_tables != definition.fingerprint();
    differs.then(|| Change::new("study.ron", "it is not the study that the tables come from"))
}

/// The files that are not as the manifest says, one by one.
pub(super) fn changes<'m>(folder: &'m Path, manifest: &'m Manifest) -> impl Iterator<Item = Change> + 'm {
    let tables = manifest.tables.iter().flat_map(move |table| {
        table.files.iter().filter_map(move |file| {
            let is_text = file.file.ends_with(".csv");
            let why = changed(folder, file)?;
            // What is wrong in the table says more than a digest does.
            Some(rows(folder, table, |_| ()).err().filter(|_| is_text).unwrap_or(why))
        })
    });
    tables.chain(manifest.files.iter().filter_map(move |file| changed(folder, file)))
}

fn changed(folder: &Path, entry: &FileEntry) -> Option<Change> {
    let why = match sha256(&folder.join(&entry.file)) {
        Ok(found) if found == entry.sha256 => return None,
        Ok(_) => "its bytes were changed (its SHA-256 is another)",
        Err(_) if !folder.join(&entry.file).exists() => "it is missing",
        Err(_) => "it cannot be read",
    };
    Some(Change::new(&entry.file, why))
}

/// Hands on the rows of a table, and makes sure of its heading, their number, and what stands in them.
pub(super) fn rows(folder: &Path, table: &TableEntry, sink: impl FnMut(Row)) -> Result<(), Change> {
    let csv = format!("{}.csv", table.name);
    if table.files.iter().any(|entry| entry.file == csv) || table.files.is_empty() {
        return rows_of_csv(folder, table, &csv, sink);
    }
    rows_of_parquet(folder, table, &format!("{}.parquet", table.name), sink)
}

fn rows_of_csv(folder: &Path, table: &TableEntry, file: &str, sink: impl FnMut(Row)) -> Result<(), Change> {
    let change = |why: String| Change::new(file, why);
    let opened = open(folder, file)?;
    let mut rows = CsvRows::new(BufReader::new(opened), &table.columns);
    if !rows.has_heading().map_err(|e| change(e.to_string()))? {
        return Err(change("its heading is another".to_owned()));
    }
    each_row(table, file, rows.map(|row| row.map_err(|e| e.to_string())), sink)
}

#[cfg(feature = "parquet")]
fn rows_of_parquet(
    folder: &Path,
    table: &TableEntry,
    file: &str,
    sink: impl FnMut(Row),
) -> Result<(), Change> {
    let opened = open(folder, file)?;
    let rows = ParquetRows::new(opened, &table.columns).map_err(|e| Change::new(file, e.to_string()))?;
    if !rows.has_heading() {
        return Err(Change::new(file, "its columns are others"));
    }
    each_row(table, file, rows.map(|row| row.map_err(|e| e.to_string())), sink)
}

#[cfg(not(feature = "parquet"))]
fn rows_of_parquet(_: &Path, _: &TableEntry, file: &str, _: impl FnMut(Row)) -> Result<(), Change> {
    Err(Change::new(file, "it cannot be read by a program that was built without Parquet"))
}

fn open(folder: &Path, file: &str) -> Result<File, Change> {
    File::open(folder.join(file)).map_err(|e| Change::new(file, format!("it cannot be read ({e})")))
}

/// Makes sure of each row and of their number.
fn each_row(
    table: &TableEntry,
    file: &str,
    rows: impl Iterator<Item = Result<Row, String>>,
    mut sink: impl FnMut(Row),
) -> Result<(), Change> {
    let change = |why: String| Change::new(file, why);
    let mut count: u64 = 0;
    for row in rows {
        let row = row.map_err(|e| change(format!("row {}: {e}", count + 1)))?;
        for (column, cell) in table.columns.iter().zip(&row) {
            column.admits(cell).map_err(|why| change(format!("row {}: {} {why}", count + 1, column.name)))?;
        }
        count += 1;
        sink(row);
    }
    if count == table.rows {
        return Ok(());
    }
    Err(change(format!("it has {count} rows instead of {}", table.rows)))
}

/// Whether there is a manifest, sound or not.
pub fn has_manifest(folder: &Path) -> bool {
    folder.join(MANIFEST).exists()
}
