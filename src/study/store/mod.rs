//! Results on disk. Files are written by [`crate::output`]; journals are appended to here.
//!
//! A folder holds one study: its text, its scenario and the journals of its shards, each written by one process and
//! held by a lock; once all is done, the merged tables and a manifest. [`Folder`] lays it out, [`journal`] appends,
//! [`merge`] puts shards together, [`results`] reads any result folder back.

pub(crate) mod folder;
pub mod journal;
pub mod manifest;
pub mod merge;
pub(crate) mod progress;
mod reader;
pub mod record;
pub mod results;
pub mod verify;

use std::{io, path::Path};

use thiserror::Error;

use crate::{diagnostic::Diagnose, output::OutputError};
pub use folder::{Folder, Open};
pub use manifest::Manifest;
pub use progress::StoreProgress;
pub use results::Results;

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
    /// Not written.
    #[error(transparent)]
    Output(#[from] OutputError),
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
    /// No such folder.
    #[error("there is no folder {path}")]
    NoFolder {
        /// The folder.
        path: String,
    },
    /// No results of any command.
    #[error("{path} holds no results")]
    NoResults {
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
    /// A file that makes no sense.
    #[error("{path} cannot be used: {why}")]
    Broken {
        /// The file.
        path: String,
        /// What is wrong.
        why: String,
    },
    /// A table that is not in the folder.
    #[error("{path} has no table \"{table}\"")]
    NoTable {
        /// The folder.
        path: String,
        /// The table.
        table: String,
    },
    /// A file that was changed since it was written, or is gone.
    #[error("{} is not as {}: {why}", Path::new(folder).join(file).display(), if file == manifest::MANIFEST { "it was written" } else { "its manifest says" })]
    Changed {
        /// The folder.
        folder: String,
        /// The file in it.
        file: String,
        /// What is wrong.
        why: String,
    },
    /// Results of another version.
    #[error("{path} was written by plenary {found}, and this is plenary {}", manifest::VERSION)]
    Version {
        /// The folder.
        path: String,
        /// The version that wrote it.
        found: String,
    },
}

impl Diagnose for StoreError {
    fn help(&self) -> Option<String> {
        let help = match self {
            Self::Output(error) => return error.help(),
            Self::Read { .. } | Self::Broken { .. } | Self::NoTable { .. } => return None,
            Self::Changed { .. } => "`plenary verify DIR` says all that differs, and what can be rebuilt",
            Self::Version { .. } => "read it with that version, or run it again with this one",
            Self::Locked { .. } => "wait for it, stop it, or give this one another --out or another --shard",
            Self::Foreign { .. } => {
                "a study cannot change once it has results: name a new folder for the new study"
            }
            Self::Begun { .. } => "add --resume to go on where it stopped, or name a new folder",
            Self::NoResults { .. } | Self::NoFolder { .. } => {
                "name a folder that run, sweep, levers, compare, sensitivity, discover or backtest has written with --out DIR"
            }
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
    /// Why a folder has nothing to read.
    pub fn nothing_in(folder: &Path) -> Self {
        let path = folder.display().to_string();
        if folder.exists() { Self::NoResults { path } } else { Self::NoFolder { path } }
    }

    /// A file that cannot be read.
    pub fn read(path: &Path, cause: io::Error) -> Self {
        Self::Read { path: path.display().to_string(), cause }
    }
}
