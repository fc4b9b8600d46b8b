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
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Folder, StoreError, verify};
use crate::{
    named::Named,
    output::{self, KnownFile, Permission, hexadecimal},
    printable,
    random::Seed,
    scenario::Changes,
    study::{
        design::FactorLabel,
        identity::{CaseIdentity, Identity, Runs},
        table::{Column, DataTable, Row},
    },
};

/// The file that says what is in a result folder.
pub const MANIFEST: &str = "manifest.json";

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
    /// What switches and settings changed in the scenario.
    #[serde(default, skip_serializing_if = "Changes::is_empty")]
    pub changed: Changes,
    /// The case that it is held against: A of a comparison.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<CaseIdentity>,
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
    /// How many negotiations of each case or point, where the number is the same for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replicates: Option<u64>,
    /// Words of the command line beside case, seed and number of negotiations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// Parameters that are varied, in the order of the columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub factors: Vec<String>,
    /// What parameters are called in words, where the study says.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub labels: Named<FactorLabel>,
    /// The design, as the study writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub design: Option<String>,
    /// When a point is sure enough, in words; none where the number of replicates is fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopping: Option<String>,
    /// The tables.
    pub tables: Vec<TableEntry>,
    /// Other files that are part of the results.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileEntry>,
    /// The SHA-256 of this very text, with these digits left out.
    #[serde(default)]
    pub digest: String,
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
    /// Opens a result folder, and makes sure that it is as it was written: the manifest, and every file that it names.
    ///
    /// # Errors
    /// If it is none, was written by another version, or something in it was changed; names the first such file.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let results = Self::with_sound_manifest(path)?;
        let change = verify::changes(path, &results.manifest).next();
        change.map_or(Ok(results), |change| Err(change.in_folder(path)))
    }

    /// The same without a look at the files.
    pub(super) fn with_sound_manifest(path: &Path) -> Result<Self, StoreError> {
        let text = fs::read(path.join(MANIFEST))
            .map_err(|_| StoreError::Nothing { path: path.display().to_string() })?;
        let changed = |why: String| StoreError::Changed {
            folder: path.display().to_string(),
            file: MANIFEST.to_owned(),
            why,
        };
        let text = String::from_utf8(text).map_err(|_| changed("it is not UTF-8".to_owned()))?;
        let manifest = Manifest::read(&text).map_err(changed)?;
        if manifest.version != env!("CARGO_PKG_VERSION") {
            let found = manifest.version;
            return Err(StoreError::Version { path: path.display().to_string(), found });
        }
        Ok(Self { path: path.to_owned(), manifest })
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
        let Ok(results) = Self::with_sound_manifest(path) else { return Permission::default() };
        let known =
            |entry: &FileEntry| KnownFile { path: path.join(&entry.file), sha256: entry.sha256.clone() };
        let files = results.manifest.all_files().map(known);
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

impl Manifest {
    /// Which results these are.
    pub fn identity(&self) -> Identity {
        let case = CaseIdentity {
            title: self.title.clone(),
            changed: self.changed.clone(),
            hash: self.scenario_hash.clone(),
        };
        let runs = match self.replicates {
            None => Runs::Several,
            Some(n) if self.command == "run" => Runs::All(n),
            Some(n) => Runs::Each(n),
        };
        let against = self.against.clone();
        Identity { case, against, seed: self.seed, runs, version: self.version.clone() }
    }

    /// The text of the manifest, with its digest. It is written last of all, for it says that the folder is complete.
    pub fn to_text(&self) -> String {
        let open = Self { digest: String::new(), ..self.clone() };
        // Plain data always serialises.
        let text = printable::json(&open).unwrap_or_default();
        let digest = output::digest(text.as_bytes());
        with_digest(&text, "", &digest)
    }

    /// The manifest in a folder, changed or not: it still says what the folder is.
    fn of(folder: &Path) -> Option<Self> {
        serde_json::from_str(&fs::read_to_string(folder.join(MANIFEST)).ok()?).ok()
    }

    /// The manifest of this text, if it is as it was written.
    fn read(text: &str) -> Result<Self, String> {
        let manifest: Self = serde_json::from_str(text).map_err(|e| e.to_string())?;
        if manifest.digest.is_empty() && manifest.version != env!("CARGO_PKG_VERSION") {
            // Earlier versions had no digest; it is the version that is refused.
            return Ok(manifest);
        }
        let open = with_digest(text, &manifest.digest, "");
        if manifest.digest.is_empty() || output::digest(open.as_bytes()) != manifest.digest {
            return Err("its text does not match its digest".to_owned());
        }
        Ok(manifest)
    }

    /// Every file that it names.
    pub(super) fn all_files(&self) -> impl Iterator<Item = &FileEntry> {
        self.tables.iter().flat_map(|table| &table.files).chain(&self.files)
    }
}

/// The text of a manifest with another digest: the last field of all.
fn with_digest(text: &str, before: &str, after: &str) -> String {
    let field = |digest: &str| format!("\"digest\": \"{digest}\"");
    match text.rsplit_once(&field(before)) {
        Some((start, end)) => [start, &field(after), end].concat(),
        None => text.to_owned(),
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
    Ok(hexadecimal(&hash.finalize()))
}
