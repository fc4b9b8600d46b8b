//! `manifest.json`: what a result folder says of itself, with the digest of every file and of its own text.

use std::{
    fs::{self, File},
    path::Path,
};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::StoreError;
use crate::{
    named::Named,
    output::{self, hexadecimal},
    printable,
    random::Seed,
    scenario::Changes,
    study::{
        design::FactorLabel,
        identity::{CaseIdentity, Identity, Runs},
        sequential::Reached,
        table::Column,
    },
};

/// The file that says what is in a result folder.
pub const MANIFEST: &str = "manifest.json";

/// The version of the program: it reads no other's results.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What a result folder says of itself. Nothing in it depends on the machine, the time or the number of processes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// The command that wrote it: run, sweep, compare, levers, sensitivity, discover or calibrate.
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
    /// The seed of the design's points, where it is not the master seed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub design_seed: Option<Seed>,
    /// When a point is sure enough, in words; none where the number of replicates is fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopping: Option<String>,
    /// How many points became so; none where the number of replicates is fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached: Option<Reached>,
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

    /// The manifest in a folder, as it was written by this version; its files are not looked at.
    ///
    /// # Errors
    /// If there is none, it was written by another version, or it was changed.
    pub(super) fn sound(folder: &Path) -> Result<Self, StoreError> {
        let text = fs::read(folder.join(MANIFEST)).map_err(|_| StoreError::nothing_in(folder))?;
        let changed = |why: String| StoreError::Changed {
            folder: folder.display().to_string(),
            file: MANIFEST.to_owned(),
            why,
        };
        let text = String::from_utf8(text).map_err(|_| changed("it is not UTF-8".to_owned()))?;
        let manifest = Self::read(&text).map_err(changed)?;
        if manifest.version != VERSION {
            return Err(StoreError::Version { path: folder.display().to_string(), found: manifest.version });
        }
        Ok(manifest)
    }

    /// The manifest in a folder, changed or not: it still says what the folder is.
    pub(super) fn of(folder: &Path) -> Option<Self> {
        serde_json::from_str(&fs::read_to_string(folder.join(MANIFEST)).ok()?).ok()
    }

    /// The manifest of this text, if it is as it was written.
    fn read(text: &str) -> Result<Self, String> {
        let manifest: Self = serde_json::from_str(text).map_err(|e| e.to_string())?;
        if manifest.digest.is_empty() && manifest.version != VERSION {
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
