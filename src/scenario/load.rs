//! Reading a scenario file: refuse early, explain plainly.

use std::{fs, io::Read, path::Path, sync::Arc};

use miette::{Diagnostic, NamedSource, SourceSpan};
use ron::{Options, extensions::Extensions};
use thiserror::Error;

use super::{
    Scenario,
    problem::{Located, locate, nearest},
};

/// The largest file that is read, in bytes: 193 parties × 60 clauses take about 1 MB.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Why a scenario could not be read.
#[derive(Debug, Error, Diagnostic)]
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
        #[help]
        help: Option<String>,
    },
    /// A folder was given.
    #[error("{file} is a folder, not a scenario file")]
    #[diagnostic(help("name the file in it, as in {file}/un-ai-dialogue-2025.ron"))]
    Folder {
        /// The folder.
        file: String,
    },
    /// The file is absurdly large.
    #[error("{file} is larger than {} MB: that is no scenario", MAX_BYTES / 1_048_576)]
    #[diagnostic(help("193 parties with 60 clauses take about 1 MB; is this the right file?"))]
    TooLarge {
        /// The file.
        file: String,
    },
    /// The file is not text.
    #[error("{file} is not UTF-8 text: byte {byte} cannot be read")]
    #[diagnostic(help("save it as UTF-8 in your editor"))]
    NotUtf8 {
        /// The file.
        file: String,
        /// How many bytes are fine.
        byte: usize,
    },
    /// The file breaks RON's grammar or the shape of a scenario.
    #[error("{message}")]
    Shape {
        /// What is wrong.
        message: String,
        /// The file.
        #[source_code]
        source_code: NamedSource<Arc<str>>,
        /// Where.
        #[label("here")]
        span: SourceSpan,
        /// What to do.
        #[help]
        help: Option<String>,
    },
    /// The scenario makes no sense in one or more places.
    #[error("{file}: {}", count(problems.len()))]
    Meaning {
        /// The file.
        file: String,
        /// All of them.
        #[related]
        problems: Vec<Located>,
    },
}

fn count(problems: usize) -> String {
    if problems == 1 {
        "1 problem".to_owned()
    } else {
        format!("{problems} problems")
    }
}

/// How scenario files are read: `Some(…)` and the brackets of settings inside a variant may be left out.
pub fn options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_NEWTYPES)
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES)
}

impl Scenario {
    /// Reads and validates a scenario file.
    ///
    /// # Errors
    /// If the file cannot be read, is not RON of the right shape, or makes no sense; all problems of meaning
    /// come together.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, LoadError> {
        let path = path.as_ref();
        let file = path.display().to_string();
        let bytes = read(path, &file)?;
        let text = String::from_utf8(bytes).map_err(|e| LoadError::NotUtf8 {
            file: file.clone(),
            byte: e.utf8_error().valid_up_to(),
        })?;
        Self::parse(&file, &text)
    }

    /// Reads and validates a scenario from its text; `file` is the name to print.
    ///
    /// # Errors
    /// As [`Scenario::load`].
    pub fn parse(file: &str, text: &str) -> Result<Self, LoadError> {
        let text: Arc<str> = text.trim_start_matches('\u{feff}').into();
        let scenario: Self = options().from_str(&text).map_err(|e| shape(file, &text, &e))?;
        let problems = scenario.problems();
        if problems.is_empty() {
            return Ok(scenario);
        }
        Err(LoadError::Meaning {
            file: file.to_owned(),
            problems: locate(file, &text, problems),
        })
    }
}

fn read(path: &Path, file: &str) -> Result<Vec<u8>, LoadError> {
    let unreadable = |cause: std::io::Error| {
        let help = (cause.kind() == std::io::ErrorKind::NotFound)
            .then(|| neighbours(path))
            .flatten();
        LoadError::Unreadable {
            file: file.to_owned(),
            cause,
            help,
        }
    };
    if path.is_dir() {
        return Err(LoadError::Folder {
            file: file.to_owned(),
        });
    }
    let mut bytes = Vec::new();
    let source = fs::File::open(path).map_err(unreadable)?;
    source
        .take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(LoadError::TooLarge {
            file: file.to_owned(),
        });
    }
    Ok(bytes)
}

/// The file of the nearest name in the same folder.
fn neighbours(path: &Path) -> Option<String> {
    let folder = path
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let names: Vec<String> = fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".ron"))
        .collect();
    let wanted = path.file_name()?.to_str()?;
    (!names.is_empty()).then(|| nearest(wanted, names.iter().map(String::as_str)))
}

/// A syntax or shape error, in the reader's words.
fn shape(file: &str, text: &Arc<str>, error: &ron::error::SpannedError) -> LoadError {
    use ron::Error as E;
    let of = |outer: &Option<String>| outer.as_deref().map_or_else(String::new, |o| format!(" in {o}"));
    let (message, help) = match &error.code {
        E::NoSuchStructField {
            expected,
            found,
            outer,
        } => (
            format!("unknown field `{found}`{}", of(outer)),
            Some(nearest(found, expected.iter().copied())),
        ),
        E::NoSuchEnumVariant {
            expected,
            found,
            outer,
        } => (
            format!("unknown word `{found}`{}", of(outer)),
            Some(nearest(found, expected.iter().copied())),
        ),
        E::MissingStructField { field, outer } => {
            (format!("`{field}` is missing{}", of(outer)), missing(field))
        }
        E::ExceededRecursionLimit => ("brackets are nested too deeply".to_owned(), None),
        other => (other.to_string(), None),
    };
    LoadError::Shape {
        message,
        source_code: NamedSource::new(file, Arc::clone(text)),
        span: span(text, &error.span).into(),
        help,
    }
}

/// Why a field that cannot be left out is needed.
fn missing(field: &str) -> Option<String> {
    let help = match field {
        "status_quo" => "say what holds without agreement, in [0, 1]: it is never assumed to be 0",
        "format" => "begin the scenario with `format: 1,`",
        "clauses" => "say what is negotiated, as in clauses: {\"cuts\": Ambition(status_quo: 0.0)}",
        "countries" => "say who negotiates, as in countries: {\"Norway\": (positions: {\"cuts\": 0.8})}",
        _ => return None,
    };
    Some(help.to_owned())
}

/// RON counts lines and columns in characters; a span counts bytes.
fn span(text: &str, span: &ron::error::Span) -> std::ops::Range<usize> {
    let byte = |position: &ron::error::Position| {
        let line_start: usize = text
            .split_inclusive('\n')
            .take(position.line.saturating_sub(1))
            .map(str::len)
            .sum();
        let in_line = text[line_start..]
            .chars()
            .take(position.col.saturating_sub(1))
            .map(char::len_utf8)
            .sum::<usize>();
        (line_start + in_line).min(text.len())
    };
    let (start, end) = (byte(&span.start), byte(&span.end));
    // An error at the end of the text still needs a character to point at.
    if end > start {
        start..end
    } else {
        start.saturating_sub(usize::from(start == text.len()))..start
    }
}
