//! What went wrong, for people: the message, the place in the file, what was expected there, and what to do.
//!
//! Errors that a user can mend implement [`Diagnose`]; [`render`] writes one as a compiler would, with the text
//! underlined.
//!
//! ```
//! use plenary::{diagnostic::render, scenario::Scenario};
//!
//! let error = Scenario::parse("treaty.ron", r#"(format: 1, title: "T", clauses: {"cuts": Ambition(status_quo: 2)}, countries: {})"#)
//!     .expect_err("2 is no place on a scale from 0 to 1");
//! let page = render(&error, Style::Plain);
//! assert!(page.contains("the status quo of \"cuts\" is 2") && page.contains("a number from 0 to 1"));
//! # use plenary::diagnostic::Style;
//! ```

use std::{error::Error, fmt, io, ops::Range, sync::Arc};

// Kept by the Rust project and used by cargo itself.
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};

/// A text file under the name that messages give it.
#[derive(Clone, PartialEq, Eq)]
pub struct SourceFile {
    name: String,
    text: String,
}

impl SourceFile {
    /// A file of this name and text.
    pub fn new(name: &str, text: &str) -> Arc<Self> {
        Arc::new(Self { name: name.to_owned(), text: text.to_owned() })
    }
}

impl fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SourceFile").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A place in a file and what was expected there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The bytes that are wrong.
    pub span: Range<usize>,
    /// What was expected there.
    pub expected: String,
}

/// An error that says where it arose and what to do about it.
pub trait Diagnose: Error {
    /// What to do; none where there is nothing to say.
    fn help(&self) -> Option<String> {
        None
    }

    /// The place in a file, if there is one.
    fn excerpt(&self) -> Option<&Excerpt> {
        None
    }

    /// The single problems of which this is the sum.
    fn problems(&self) -> Vec<&dyn Diagnose> {
        Vec::new()
    }

    /// How much it weighs.
    fn severity(&self) -> Severity {
        Severity::Error
    }

    /// The error behind it, where that one has a place in a file or problems of its own.
    fn diagnosed_cause(&self) -> Option<&dyn Diagnose> {
        None
    }
}

impl Diagnose for io::Error {}

/// How much a message weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Nothing can be done before it is mended.
    Error,
    /// The results probably mean something else than their author thinks.
    Warning,
    /// Good to know.
    Note,
}

/// Whether a message is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Plain text.
    Plain,
    /// Escape sequences for a terminal.
    Coloured,
}

/// Writes an error as a person reads it: each problem with its place, then the sum, the causes and what to do.
pub fn render(error: &dyn Diagnose, style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Unicode);
    let mut reports = Vec::new();
    collect(error, &mut reports);
    reports
        .iter()
        .map(|group| renderer.render(std::slice::from_ref(group)) + "\n")
        .collect::<Vec<_>>()
        .join("\n")
}

/// The problems of an error in the order in which they are shown, the sum last.
fn collect<'a>(error: &'a dyn Diagnose, reports: &mut Vec<Group<'a>>) {
    for problem in error.problems() {
        collect(problem, reports);
    }
    let level = match error.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group = Group::with_title(level.primary_title(error.to_string()));
    if let Some(excerpt) = error.excerpt() {
        group = group.element(snippet(excerpt));
    }
    match error.diagnosed_cause() {
        Some(cause) => collect(cause, reports),
        None => {
            for cause in causes(error) {
                group = group.element(Level::NOTE.message(cause));
            }
        }
    }
    for help in error.help().iter().flat_map(|help| help.lines().map(str::to_owned).collect::<Vec<_>>()) {
        group = group.element(Level::HELP.message(help));
    }
    reports.push(group);
}

/// What lies behind an error, the nearest cause first.
fn causes(error: &dyn Diagnose) -> Vec<String> {
    let (mut causes, mut next) = (Vec::new(), error.source());
    while let Some(cause) = next {
        causes.push(cause.to_string());
        next = cause.source();
    }
    causes
}

/// Lines shown on either side of the one that is wrong.
const CONTEXT: usize = 1;

/// The lines around a place. Only these are handed on: a file may be large.
fn snippet(excerpt: &Excerpt) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let text = excerpt.file.text.as_str();
    let start = floor_boundary(text, excerpt.span.start);
    let end = floor_boundary(text, excerpt.span.end).max(start);
    let first = start_of_line(text, start, CONTEXT);
    let last = end_of_line(text, end, CONTEXT);
    let line = 1 + text[..first].matches('\n').count();
    Snippet::source(&text[first..last])
        .path(excerpt.file.name.as_str())
        .line_start(line)
        .fold(false)
        .annotation(AnnotationKind::Primary.span(start - first..end - first).label(excerpt.expected.as_str()))
}

/// The nearest place at or before this one where a character begins.
fn floor_boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Where the line so many lines before this place begins.
fn start_of_line(text: &str, at: usize, lines_before: usize) -> usize {
    text[..at].rmatch_indices('\n').nth(lines_before).map_or(0, |(newline, _)| newline + 1)
}

/// Where the line so many lines after this place ends.
fn end_of_line(text: &str, at: usize, lines_after: usize) -> usize {
    text[at..].match_indices('\n').nth(lines_after).map_or(text.len(), |(newline, _)| at + newline)
}
