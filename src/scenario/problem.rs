//! Problems of meaning, each with its place in the file.

use std::{fmt, sync::Arc};

use miette::{Diagnostic, NamedSource, SourceSpan};
use thiserror::Error;

use super::source::Source;

/// One step towards a place in a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// A field of a record.
    Field(&'static str),
    /// The nth entry of a map or list.
    Nth(usize),
}

/// A place in a scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The way there from the top.
    pub path: Vec<Segment>,
    /// Whether the name of the entry is meant rather than its value.
    pub name: bool,
}

impl Place {
    /// The top-level field of this name.
    pub fn top(field: &'static str) -> Self {
        Self {
            path: vec![Segment::Field(field)],
            name: false,
        }
    }

    /// This place's field of that name.
    #[must_use]
    pub fn field(&self, field: &'static str) -> Self {
        self.then(Segment::Field(field))
    }

    /// This place's nth entry.
    #[must_use]
    pub fn nth(&self, n: usize) -> Self {
        self.then(Segment::Nth(n))
    }

    /// The name of this entry rather than its value.
    #[must_use]
    pub fn name(&self) -> Self {
        Self {
            path: self.path.clone(),
            name: true,
        }
    }

    fn then(&self, segment: Segment) -> Self {
        let mut path = self.path.clone();
        path.push(segment);
        Self { path, name: false }
    }
}

/// Something that makes no sense, or names what does not exist.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What is wrong, naming party, clause and value.
    pub message: String,
    /// What was expected there.
    pub expected: String,
    /// What to do about it, or the nearest known names.
    pub help: Option<String>,
}

impl Problem {
    /// A problem at a place.
    pub fn new(place: Place, message: impl Into<String>, expected: impl Into<String>) -> Self {
        Self {
            place,
            message: message.into(),
            expected: expected.into(),
            help: None,
        }
    }

    /// With advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (expected {})", self.message, self.expected)
    }
}

/// A problem with the source it stands in.
#[derive(Debug, Error, Diagnostic)]
#[error("{message}")]
pub struct Located {
    message: String,
    #[source_code]
    source_code: NamedSource<Arc<str>>,
    #[label("{expected}")]
    span: SourceSpan,
    expected: String,
    #[help]
    help: Option<String>,
}

/// Places the problems in their source.
pub fn locate(file: &str, text: &Arc<str>, problems: Vec<Problem>) -> Vec<Located> {
    let source = Source::read(text);
    problems
        .into_iter()
        .map(|p| Located {
            message: p.message,
            source_code: NamedSource::new(file, Arc::clone(text)),
            span: source.span(&p.place).into(),
            expected: p.expected,
            help: p.help,
        })
        .collect()
}

/// "did you mean …?" with the nearest known name, or the list of what there is.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let close = known
        .iter()
        .map(|k| (strsim::jaro_winkler(&k.to_lowercase(), &name.to_lowercase()), *k))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match close {
        Some((_, k)) => format!("did you mean \"{k}\"?"),
        None if known.is_empty() => "there is none in this scenario".to_owned(),
        None => {
            let shown: Vec<&str> = known.iter().take(12).copied().collect();
            let more = known.len() - shown.len();
            let rest = if more > 0 {
                format!(" and {more} more")
            } else {
                String::new()
            };
            format!("known: {}{rest}", shown.join(", "))
        }
    }
}
