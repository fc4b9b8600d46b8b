//! Reading a scenario file: refuse early, explain plainly.

use std::{fs, io::Read, path::Path, string::FromUtf8Error};

use serde::de::DeserializeOwned;
use thiserror::Error;

use super::{
    Scenario,
    located::{Located, locate},
    problem::{Problem, count_problems},
};
use crate::{
    diagnostic::{Diagnose, Excerpt, SourceFile},
    document::{Document, MOST_FAULTS, nearest},
    language::Message,
    say,
};

/// The largest file that is read, in bytes: 193 parties × 60 clauses take about 1 MB.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Why a scenario could not be read.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The file could not be opened or read.
    #[error("cannot read {file}")]
    Unreadable {
        /// The file.
        file: String,
        /// What the system says.
        #[source]
        cause: std::io::Error,
        /// What to do.
        help: Option<Message>,
    },
    /// A folder was given.
    #[error("{file} is a folder, not a {what} file")]
    Folder {
        /// The folder.
        file: String,
        /// What was to be read.
        what: &'static str,
        /// What to do.
        help: String,
    },
    /// The file is absurdly large.
    #[error("{file} is larger than {} MB: that is no {what}", MAX_BYTES / 1_048_576)]
    TooLarge {
        /// The file.
        file: String,
        /// What was to be read.
        what: &'static str,
    },
    /// The file is not text.
    #[error("{file} is not UTF-8 text: it cannot be read in line {line} at character {column}")]
    NotUtf8 {
        /// The file.
        file: String,
        /// The line with the first byte that cannot be read.
        line: usize,
        /// How many characters of it can be read, and one.
        column: usize,
    },
    /// The file breaks RON's grammar or the shape of a scenario in one or more places.
    #[error("{}", match &problems[..] { [one] => one.to_string(), all => format!("{file}: {}", count_faults(all.len())) })]
    Shape {
        /// The file.
        file: String,
        /// What is wrong, in the order of the file.
        problems: Vec<Located>,
    },
    /// What it says makes no sense in one or more places.
    #[error("{file}: {}", count_problems(*total, problems.len()))]
    Meaning {
        /// The file.
        file: String,
        /// How many there are.
        total: usize,
        /// The first of them, in the order of the file.
        problems: Vec<Located>,
    },
}

/// How many problems of shape there are; no more than so many are looked for.
fn count_faults(told: usize) -> String {
    if told < MOST_FAULTS {
        format!("{told} problems")
    } else {
        format!("{told} problems or more, of which these are the first")
    }
}

impl LoadError {
    /// What is wrong in the file, each with its place.
    pub fn problems(&self) -> &[Located] {
        match self {
            Self::Shape { problems, .. } | Self::Meaning { problems, .. } => problems,
            _ => &[],
        }
    }

    /// A single problem of shape, which is shown as the error itself.
    fn only_problem(&self) -> Option<&Located> {
        match self {
            Self::Shape { problems, .. } if problems.len() == 1 => problems.first(),
            _ => None,
        }
    }
}

impl Diagnose for LoadError {
    fn message(&self) -> Message {
        match self {
            Self::Unreadable { file, .. } => {
                Message::new(|language| say!(language, "errors-unreadable", file = file.as_str()))
            }
            Self::Shape { file, problems } if self.only_problem().is_none() => {
                let (n, more) = (problems.len(), if problems.len() < MOST_FAULTS { "no" } else { "yes" });
                Message::new(|language| {
                    say!(language, "errors-faults", file = file.as_str(), n = n, more = more)
                })
            }
            Self::Meaning { file, total, problems } => {
                let shown =
                    if problems.len() < *total { problems.len().to_string() } else { "all".to_owned() };
                Message::new(|language| {
                    say!(
                        language,
                        "errors-problems",
                        file = file.as_str(),
                        n = *total,
                        shown = shown.as_str()
                    )
                })
            }
            _ => self.only_problem().map_or_else(|| self.to_string().into(), Diagnose::message),
        }
    }

    fn help(&self) -> Option<Message> {
        match self {
            Self::Unreadable { help, .. } => help.clone(),
            Self::Folder { help, .. } => Some(help.as_str().into()),
            Self::TooLarge { .. } => {
                Some("193 parties with 60 clauses take about 1 MB; is this the right file?".into())
            }
            Self::NotUtf8 { .. } => Some("save it as UTF-8 in your editor; a scenario is a text file".into()),
            Self::Shape { .. } | Self::Meaning { .. } => self.only_problem()?.help(),
        }
    }

    fn excerpt(&self) -> Option<&Excerpt> {
        self.only_problem()?.excerpt()
    }

    fn problems(&self) -> Vec<&dyn Diagnose> {
        if self.only_problem().is_some() {
            return Vec::new();
        }
        Self::problems(self).iter().map(|problem| problem as &dyn Diagnose).collect()
    }
}

impl Scenario {
    /// Reads and validates a scenario file.
    ///
    /// # Errors
    /// If the file cannot be read, is not RON of the right shape, or makes no sense; all problems of shape, and then all
    /// of meaning, come together.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, LoadError> {
        let path = path.as_ref();
        Self::parse(&path.display().to_string(), &read(path, "scenario")?)
    }

    /// Reads and validates a scenario from its text; `file` is the name to print.
    ///
    /// # Errors
    /// As [`Scenario::load`].
    pub fn parse(file: &str, text: &str) -> Result<Self, LoadError> {
        parse(file, text, "scenario", Self::problems)
    }
}

/// Reads a document from its text, and validates it.
///
/// # Errors
/// If it is not RON of the right shape, or makes no sense: all problems of shape come together, and once there are none all
/// problems of meaning.
pub fn parse<T: DeserializeOwned>(
    file: &str,
    text: &str,
    what: &'static str,
    problems: impl FnOnce(&T) -> Vec<Problem>,
) -> Result<T, LoadError> {
    let document = Document::parse(text.trim_start_matches('\u{feff}'));
    let value: T = document.read(what).map_err(|faults| {
        let source = SourceFile::new(file, document.text());
        let problems = faults.into_iter().map(|fault| Located::of_fault(fault, &source)).collect();
        LoadError::Shape { file: file.to_owned(), problems }
    })?;
    let problems = problems(&value);
    if problems.is_empty() {
        return Ok(value);
    }
    Err(LoadError::Meaning {
        file: file.to_owned(),
        total: problems.len(),
        problems: locate(file, &document, problems),
    })
}

/// Reads a document's text, however it comes.
///
/// # Errors
/// If the file cannot be read, is far too large or is not text.
pub fn read(path: &Path, what: &'static str) -> Result<String, LoadError> {
    let file = path.display().to_string();
    String::from_utf8(bytes(path, &file, what)?).map_err(|e| not_utf8(&file, &e))
}

fn bytes(path: &Path, file: &str, what: &'static str) -> Result<Vec<u8>, LoadError> {
    let unreadable = |cause: std::io::Error| {
        let help = (cause.kind() == std::io::ErrorKind::NotFound).then(|| neighbours(path)).flatten();
        LoadError::Unreadable { file: file.to_owned(), cause, help }
    };
    if path.is_dir() {
        let help = scenarios_in(path).first().map_or_else(
            || "there is no scenario (.ron) in it".to_owned(),
            |name| format!("name a file in it, as in {}", path.join(name).display()),
        );
        return Err(LoadError::Folder { file: file.to_owned(), what, help });
    }
    let too_large = || LoadError::TooLarge { file: file.to_owned(), what };
    let source = fs::File::open(path).map_err(unreadable)?;
    if source.metadata().is_ok_and(|m| m.len() > MAX_BYTES) {
        return Err(too_large());
    }
    // A pipe does not say beforehand how much it holds.
    let mut bytes = Vec::new();
    let mut source = source.take(MAX_BYTES + 1);
    source.read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_large());
    }
    Ok(bytes)
}

fn not_utf8(file: &str, error: &FromUtf8Error) -> LoadError {
    let sound = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    let sound = String::from_utf8_lossy(sound);
    LoadError::NotUtf8 {
        file: file.to_owned(),
        line: 1 + sound.matches('\n').count(),
        column: 1 + sound.rsplit('\n').next().map_or(0, |line| line.chars().count()),
    }
}

/// The file of the nearest name in the same folder.
fn neighbours(path: &Path) -> Option<Message> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        let folder = folder.display().to_string();
        return Some(Message::new(|language| say!(language, "errors-no-folder", folder = folder.as_str())));
    }
    let names = scenarios_in(folder);
    let wanted = path.file_name()?.to_str()?;
    if names.is_empty() {
        return Some(Message::new(|language| say!(language, "errors-no-scenario-in-folder")));
    }
    Some(nearest(wanted, names.iter().map(String::as_str)))
}

/// The names of the scenario files in a folder, sorted.
fn scenarios_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".ron"))
        .collect();
    names.sort();
    names
}
