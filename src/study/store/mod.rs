//! Results on disk: the only part of the library that writes files.
//!
//! A folder holds one study: its text, its scenario and the journals of its shards, each written by one process and
//! held by a lock; once all is done, the merged tables and a manifest. [`Folder`] lays it out, [`journal`] appends,
//! [`merge`] puts shards together, [`results`] reads any result folder back.

pub(crate) mod folder;
pub mod journal;
pub mod merge;
pub(crate) mod progress;
pub mod results;

use std::{
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use thiserror::Error;

use crate::diagnostic::Diagnose;
pub use folder::{Folder, Open};
pub use progress::StoreProgress;
pub use results::{Manifest, Results};

use super::table::Column;

/// The columns of what a study keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Those of its replicates.
    pub replicates: Vec<Column>,
    /// Those of its trajectories; none where they are not kept.
    pub trajectory: Option<Vec<Column>>,
}

/// Why results could not be written or read.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Not writable.
    #[error("cannot write {path}")]
    Write {
        /// The file or folder.
        path: String,
        /// What the system says.
        #[source]
        cause: io::Error,
        /// What to do.
        help: Option<String>,
    },
    /// Not readable.
    #[error("cannot read {path}")]
    Read {
        /// The file or folder.
        path: String,
        /// What the system says.
        #[source]
        cause: io::Error,
    },
    /// Another process is at work there.
    #[error("another process is writing {path}")]
    Locked {
        /// The journal.
        path: String,
    },
    /// Results of something else.
    #[error("{path} holds results of another study: {why}")]
    Foreign {
        /// The folder or journal.
        path: String,
        /// What differs.
        why: String,
    },
    /// Results of the same study, where none were to be resumed.
    #[error("{path} already holds results of this study")]
    Begun {
        /// The folder.
        path: String,
    },
    /// No results of a study.
    #[error("{path} holds no results of a study")]
    Nothing {
        /// The folder.
        path: String,
    },
    /// Two shards disagree.
    #[error("two journals disagree on replicates {first} to {last} of point {point}: {one} and {other}")]
    Disagree {
        /// The point.
        point: u64,
        /// The first replicate.
        first: u64,
        /// The last replicate.
        last: u64,
        /// A journal.
        one: String,
        /// Another.
        other: String,
    },
    /// Something is missing.
    #[error("the study is not complete: {missing}")]
    Incomplete {
        /// What is missing.
        missing: String,
    },
    /// A table that is not as its manifest says.
    #[error("{path} is not as its manifest says: {why}")]
    Broken {
        /// The file.
        path: String,
        /// What is wrong.
        why: String,
    },
}

impl Diagnose for StoreError {
    fn help(&self) -> Option<String> {
        let help = match self {
            Self::Write { help, .. } => return help.clone(),
            Self::Read { .. } | Self::Broken { .. } => return None,
            Self::Locked { .. } => "wait for it, stop it, or give this one another --out or another --shard",
            Self::Foreign { .. } => {
                "a study cannot change once it has results: name a new folder for the new study"
            }
            Self::Begun { .. } => "add --resume to go on where it stopped, or name a new folder",
            Self::Nothing { .. } => "name a folder that `plenary sweep STUDY --out` has written",
            Self::Disagree { .. } => {
                "the same version on the same study cannot do that: one of the files was changed"
            }
            Self::Incomplete { .. } => {
                "go on with `plenary sweep STUDY --out DIR --resume`, for each shard that is missing something"
            }
        };
        Some(help.to_owned())
    }
}

impl StoreError {
    /// A file that cannot be written.
    pub fn write(path: &Path, cause: io::Error) -> Self {
        let help = match cause.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some(
                "the disk is full: what is finished is safe; make room and go on with --resume".to_owned(),
            ),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                Some("name a folder that may be written with --out".to_owned())
            }
            _ => None,
        };
        Self::Write { path: path.display().to_string(), cause, help }
    }

    /// A file that cannot be read.
    pub fn read(path: &Path, cause: io::Error) -> Self {
        Self::Read { path: path.display().to_string(), cause }
    }
}

/// Writes a file as a whole: under another name first, so that nobody ever sees half of it.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let beside = beside(path);
    std::fs::write(&beside, bytes).map_err(|e| StoreError::write(&beside, e))?;
    std::fs::rename(&beside, path).map_err(|e| StoreError::write(path, e))
}

/// A name beside a file's own that no other process uses.
pub fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}
