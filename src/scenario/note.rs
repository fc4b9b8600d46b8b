//! Notes: what is valid and probably not meant, each with its place in the file.

use crate::{
    diagnostic::{Diagnose, Excerpt, Severity, SourceFile},
    document::{Document, Place},
    language::{Language, Message},
    say,
};

use super::{
    located::{Located, locate_one},
    problem::Problem,
};

/// Something valid that is probably not meant, or that a reader of the results must know.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Where, what is said, what is underlined, and what to do.
    pub problem: Problem,
    /// Whether the results probably do not mean what their author thinks.
    pub is_grave: bool,
}

impl Note {
    /// A note at a place; `underlined` is what stands under it in the file.
    pub fn new(place: impl Into<Place>, message: impl Into<Message>, underlined: impl Into<Message>) -> Self {
        Self { problem: Problem::new(place, message, underlined), is_grave: false }
    }

    /// A note on something that probably makes the results mean something else.
    pub fn grave(
        place: impl Into<Place>,
        message: impl Into<Message>,
        underlined: impl Into<Message>,
    ) -> Self {
        Self { is_grave: true, ..Self::new(place, message, underlined) }
    }

    /// With advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<Message>) -> Self {
        self.problem.help = Some(help.into());
        self
    }

    /// The same thing stands there, too.
    #[must_use]
    pub fn also(mut self, place: impl Into<Place>) -> Self {
        self.problem.also.push(place.into());
        self
    }

    /// What is said, in a sentence of this language.
    pub fn sentence(&self, language: Language) -> String {
        let message = self.problem.message.text(language);
        let first = message.chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        let rest = message.chars().skip(1).collect::<String>();
        say!(language, "review-sentence", text = format!("{first}{rest}"))
    }
}

/// A note as it is shown: with the source it stands in, where there is one.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{message}")]
pub struct LocatedNote {
    message: Message,
    excerpt: Option<Excerpt>,
    help: Option<Message>,
    /// Whether the results probably do not mean what their author thinks.
    pub is_grave: bool,
}

impl LocatedNote {
    /// A note on a case that stands in no file, as where settings have changed it.
    pub fn unplaced(note: Note) -> Self {
        let Note { problem, is_grave } = note;
        Self { message: problem.message, excerpt: None, help: problem.help, is_grave }
    }
}

impl Diagnose for LocatedNote {
    fn message(&self) -> Message {
        self.message.clone()
    }

    fn help(&self) -> Option<Message> {
        self.help.clone()
    }

    fn excerpt(&self) -> Option<&Excerpt> {
        self.excerpt.as_ref()
    }

    fn severity(&self) -> Severity {
        if self.is_grave { Severity::Warning } else { Severity::Note }
    }
}

/// Places notes in the text they are about; the grave ones first, each kind in the order of the file. `file` is the name to
/// print.
pub fn locate_notes(file: &str, text: &str, notes: Vec<Note>) -> Vec<LocatedNote> {
    let document = Document::parse(text.trim_start_matches('\u{feff}'));
    let source = SourceFile::new(file, document.text());
    let mut located: Vec<(usize, LocatedNote)> = notes
        .into_iter()
        .map(|Note { problem, is_grave }| {
            let Located { message, excerpt, help } = locate_one(&source, &document, problem);
            (excerpt.span.start, LocatedNote { message, excerpt: Some(excerpt), help, is_grave })
        })
        .collect();
    located.sort_by_key(|(start, note)| (!note.is_grave, *start));
    located.into_iter().map(|(_, note)| note).collect()
}
