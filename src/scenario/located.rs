//! Problems, placed in the file.

use std::sync::Arc;

use thiserror::Error;

use super::problem::Problem;
use crate::{
    diagnostic::{Diagnose, Excerpt, SourceFile},
    document::{Document, Fault},
    language::Message,
    say,
};

/// A problem with the source it stands in.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{message}")]
pub struct Located {
    /// What is wrong.
    pub message: Message,
    /// Where, and what was expected there.
    pub excerpt: Excerpt,
    /// What to do.
    pub help: Option<Message>,
}

impl Located {
    /// A fault of grammar or shape in this file.
    pub(crate) fn of_fault(fault: Fault, file: &Arc<SourceFile>) -> Self {
        let Fault { message, expected, span, help } = fault;
        Self { message, excerpt: Excerpt { file: Arc::clone(file), span, expected }, help }
    }
}

impl Diagnose for Located {
    fn message(&self) -> Message {
        self.message.clone()
    }

    fn help(&self) -> Option<Message> {
        self.help.clone()
    }

    fn excerpt(&self) -> Option<&Excerpt> {
        Some(&self.excerpt)
    }
}

/// More problems than this are not shown: nobody reads them before mending the first.
const MOST_SHOWN: usize = 50;

/// Places the problems in their source, and puts them in its order.
pub fn locate(file: &str, document: &Document, problems: Vec<Problem>) -> Vec<Located> {
    let file = SourceFile::new(file, document.text());
    let mut located: Vec<Located> =
        problems.into_iter().map(|problem| locate_one(&file, document, problem)).collect();
    located.sort_by_key(|l| l.excerpt.span.start);
    located.truncate(MOST_SHOWN);
    located
}

/// Places one problem in its source.
pub fn locate_one(file: &Arc<SourceFile>, document: &Document, p: Problem) -> Located {
    let others: Vec<usize> = p.also.iter().map(|place| document.line(place)).collect();
    let both = |a: Message, b: Message| {
        Message::new(|language| format!("{}\n{}", a.text(language), b.text(language)))
    };
    let help = [p.help, elsewhere(&others)].into_iter().flatten().reduce(both);
    let span = document.span(&p.place);
    let excerpt = Excerpt { file: Arc::clone(file), span, expected: p.expected };
    Located { message: p.message, excerpt, help }
}

/// The lines where the same thing stands.
fn elsewhere(lines: &[usize]) -> Option<Message> {
    let shown: Vec<String> = lines.iter().take(10).map(usize::to_string).collect();
    let more = if lines.len() > shown.len() { "yes" } else { "no" };
    let words = |language| {
        let lines = shown.join(&say!(language, "list-comma"));
        say!(language, "errors-also", n = shown.len(), lines = lines, more = more)
    };
    (!shown.is_empty()).then(|| Message::new(words))
}
