//! Why a file was not written, and what can be done about it.

use std::{
    io::{self, ErrorKind},
    path::Path,
};

use thiserror::Error;

use crate::{diagnostic::Diagnose, language::Message};

/// Why a file or folder was not written.
#[derive(Debug, Error)]
pub enum OutputError {
    /// The system refused.
    #[error("cannot write {path}")]
    Write {
        /// The file or folder.
        path: String,
        /// What the system says.
        #[source]
        cause: io::Error,
        /// How the command can be finished after all.
        remedy: Remedy,
    },
    /// There is something of this name that is no file.
    #[error("cannot write {path}: it is {what}")]
    NoFile {
        /// The place.
        path: String,
        /// What it is.
        what: &'static str,
    },
    /// A folder that is not there.
    #[error("cannot write {path}: there is no folder {folder}")]
    NoFolder {
        /// The file.
        path: String,
        /// The folder.
        folder: String,
    },
    /// A file that is there, where only a new one may be written.
    #[error("{path} already exists, and is not replaced")]
    Exists {
        /// The file.
        path: String,
    },
    /// A file that somebody else wrote, or changed.
    #[error(
        "{path} already exists: plenary did not write it, or it was changed since, and it is not replaced"
    )]
    Foreign {
        /// The file.
        path: String,
    },
    /// An input of the command.
    #[error("{path} is what the command reads: it is never replaced")]
    Input {
        /// The file.
        path: String,
    },
    /// A file of a result folder.
    #[error("{path} belongs to a folder of results: it is never replaced")]
    Results {
        /// The file.
        path: String,
    },
    /// A folder for results that has something in it.
    #[error("{path} already holds {what} is not overwritten")]
    Occupied {
        /// The folder.
        path: String,
        /// What it holds: "results: scenario.ron", or "files: thesis.doc".
        what: String,
    },
    /// A name that says another kind of file.
    #[error("{path} does not end in {endings}")]
    Ending {
        /// The file.
        path: String,
        /// The endings there may be.
        endings: String,
    },
}

/// How a command that could not write can be finished after all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Remedy {
    /// By running it again: nothing was kept, and the same seed gives the same results.
    #[default]
    Again,
    /// By `--resume`: what is finished was kept.
    Resume,
    /// By merging again: the journals were kept.
    Merge,
}

impl OutputError {
    /// A file or folder that the system does not let us write.
    pub fn write(path: &Path, cause: io::Error) -> Self {
        Self::Write { path: path.display().to_string(), cause, remedy: Remedy::default() }
    }

    /// The same with another remedy.
    #[must_use]
    pub fn with_remedy(self, remedy: Remedy) -> Self {
        match self {
            Self::Write { path, cause, .. } => Self::Write { path, cause, remedy },
            other => other,
        }
    }
}

impl Remedy {
    fn of_a_full_disk(self) -> &'static str {
        match self {
            Self::Again => {
                "the disk is full, and nothing was kept: make room, or name a place on another disk, and run the command again"
            }
            Self::Resume => "the disk is full: what is finished is safe; make room and go on with --resume",
            Self::Merge => {
                "the disk is full: what is finished is safe in the journals; make room and put them together again with \
                 `plenary sweep merge`"
            }
        }
    }
}

impl Diagnose for OutputError {
    fn help(&self) -> Option<Message> {
        let help = match self {
            Self::Write { cause, remedy, .. } => match cause.kind() {
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => remedy.of_a_full_disk(),
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                    "name a place that may be written, with --out where the command has it"
                }
                _ => return None,
            },
            Self::Exists { .. } | Self::Foreign { .. } => {
                "name another file, or say --force to replace this one"
            }
            Self::Input { .. } | Self::Results { .. } | Self::NoFile { .. } => "name another file",
            Self::Occupied { .. } => "name a new folder, or remove this one first",
            Self::NoFolder { .. } => "make it first, or name another place",
            Self::Ending { path, endings } => {
                let first = endings.split_whitespace().next().unwrap_or_default();
                let stem = Path::new(path).with_extension(first.trim_start_matches('.'));
                return Some(format!("name it {}", stem.display()).into());
            }
        };
        Some(help.into())
    }
}
