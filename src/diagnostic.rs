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

use std::{borrow::Cow, error::Error, fmt, io, ops::Range, sync::Arc};

// Kept by the Rust project and used by cargo itself.
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, renderer::DecorStyle};

use crate::{
    language::{Language, Message},
    printable, say,
};

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
    pub expected: Message,
}

/// An error that says where it arose and what to do about it.
pub trait Diagnose: Error {
    /// What is wrong: as displayed, and in other languages where it is known in them.
    fn message(&self) -> Message {
        self.to_string().into()
    }

    /// What to do; none where there is nothing to say.
    fn help(&self) -> Option<Message> {
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

/// Writes an error in English as a person reads it: each problem with its place, then the sum, the causes and what to do.
pub fn render(error: &dyn Diagnose, style: Style) -> String {
    render_in(error, style, Language::English)
}

/// The same in a language, as far as the messages are known in it.
pub fn render_in(error: &dyn Diagnose, style: Style, language: Language) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Unicode);
    let mut reports = Vec::new();
    collect(error, language, &mut reports);
    reports
        .iter()
        .map(|group| renderer.render(std::slice::from_ref(group)) + "\n")
        .collect::<Vec<_>>()
        .join("\n")
}

/// The problems of an error in the order in which they are shown, the sum last.
fn collect<'a>(error: &'a dyn Diagnose, language: Language, reports: &mut Vec<Group<'a>>) {
    for problem in error.problems() {
        collect(problem, language, reports);
    }
    let level = match error.severity() {
        Severity::Error => Level::ERROR.with_name(say!(language, "errors-error")),
        Severity::Warning => Level::WARNING.with_name(say!(language, "errors-warning")),
        Severity::Note => note(language),
    };
    let mut group = Group::with_title(level.primary_title(shown(error.message().text(language))));
    if let Some(excerpt) = error.excerpt() {
        let (origin, snippet) = place(excerpt, language);
        group = group.elements(origin).element(snippet);
    }
    match error.diagnosed_cause() {
        Some(cause) => collect(cause, language, reports),
        None => {
            for cause in causes(error, language) {
                group = group.element(note(language).message(shown(&cause)));
            }
        }
    }
    if let Some(help) = error.help() {
        let level = Level::HELP.with_name(say!(language, "errors-help"));
        for line in help.text(language).lines() {
            group = group.element(level.clone().message(shown(line)));
        }
    }
    reports.push(group);
}

/// What is good to know.
fn note<'a>(language: Language) -> Level<'a> {
    Level::NOTE.with_name(say!(language, "errors-note"))
}

/// Characters of a message that are shown at each end, where it quotes something far too long.
const MESSAGE: usize = 1_000;

/// A message on one line, whatever is in the names it holds.
fn shown(message: &str) -> String {
    let message = printable::line(message);
    let (Some((head, _)), Some((tail, _))) =
        (message.char_indices().nth(MESSAGE), message.char_indices().nth_back(MESSAGE))
    else {
        return message.into_owned();
    };
    if head < tail { format!("{} … {}", &message[..head], &message[tail..]) } else { message.into_owned() }
}

/// What lies behind an error, the nearest cause first.
fn causes(error: &dyn Diagnose, language: Language) -> Vec<String> {
    let (mut causes, mut next) = (Vec::new(), error.source());
    while let Some(cause) = next {
        causes.push(cause_in_words(cause, language));
        next = cause.source();
    }
    causes
}

/// What the system says, and in other languages what it means where that is met most.
fn cause_in_words(cause: &(dyn Error + 'static), language: Language) -> String {
    let kind = cause.downcast_ref::<io::Error>().map(io::Error::kind);
    match kind {
        Some(io::ErrorKind::NotFound) => say!(language, "errors-not-found", said = cause.to_string()),
        Some(io::ErrorKind::PermissionDenied) => say!(language, "errors-denied", said = cause.to_string()),
        _ => cause.to_string(),
    }
}

/// Lines shown on either side of the one that is wrong.
const CONTEXT: usize = 1;
/// Bytes of a line handed on before what is wrong, and after it; the rest of a longer line is left out.
const BEFORE: usize = 4_000;
const AFTER: usize = 160;
/// Bytes shown of what is wrong.
const LONGEST: usize = 400;

/// The lines around a place, under the name of the file. Only these are handed on, and of long lines only a part: a file
/// may be large.
fn place(
    excerpt: &Excerpt,
    language: Language,
) -> (Option<Origin<'_>>, Snippet<'_, annotate_snippets::Annotation<'_>>) {
    let text = excerpt.file.text.as_str();
    let start = floor_boundary(text, excerpt.span.start);
    let end = floor_boundary(text, excerpt.span.end.min(start + LONGEST)).max(start);
    let own_line = start_of_line(text, start, 0);
    let first = start_of_line(text, start, CONTEXT);
    let last = end_of_line(text, end, CONTEXT);

    let above = source(text[first..own_line].split('\n').map(clip_end));
    let left = source([clip_start(&text[own_line..start])].into_iter());
    let within = source(text[start..end].split('\n').map(Cow::Borrowed));
    let after = source(text[end..last].split('\n').map(clip_end));
    let begins = above.len() + left.len();
    let path = printable::line(&excerpt.file.name);
    let shown_as_it_is = left.len() == start - own_line;

    let line = 1 + text[..first].matches('\n').count();
    let snippet = Snippet::source(above + &left + &within + &after).line_start(line).fold(false).annotation(
        AnnotationKind::Primary
            .span(begins..begins + within.len())
            .label(printable::line(excerpt.expected.text(language)).into_owned()),
    );
    if shown_as_it_is {
        return (None, snippet.path(path));
    }
    let line = 1 + text[..own_line].matches('\n').count();
    let column = 1 + text[own_line..start].chars().count();
    (Some(Origin::path(path).line(line).char_column(column)), snippet)
}

/// Parts of lines as they are shown.
fn source<'t>(parts: impl Iterator<Item = Cow<'t, str>>) -> String {
    let shown = |part: Cow<'t, str>| {
        printable::line(&part.strip_suffix('\r').unwrap_or(&part).replace('\t', "    ")).into_owned()
    };
    parts.map(shown).collect::<Vec<_>>().join("\n")
}

/// The end of a part of a line that comes before what is wrong.
fn clip_start(part: &str) -> Cow<'_, str> {
    match part.len() > BEFORE {
        true => Cow::Owned(format!("…{}", &part[floor_boundary(part, part.len() - BEFORE)..])),
        false => Cow::Borrowed(part),
    }
}

/// The beginning of a part of a line that is not before what is wrong.
fn clip_end(part: &str) -> Cow<'_, str> {
    match part.len() > AFTER {
        true => Cow::Owned(format!("{}…", &part[..floor_boundary(part, AFTER)])),
        false => Cow::Borrowed(part),
    }
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
