//! Problems, placed in the file.

use std::{fmt, ops::Range, sync::Arc};

use thiserror::Error;

use super::problem::Problem;
use crate::document::{Document, Fault};

/// A file: its name and its text.
#[derive(Clone, PartialEq, Eq)]
pub struct Page {
    /// The name to print.
    pub name: String,
    /// The text.
    pub text: String,
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Page {
    /// A page of this name and text.
    pub fn new(name: &str, text: &str) -> Arc<Self> {
        Arc::new(Self { name: name.to_owned(), text: text.to_owned() })
    }
}

/// A problem with the source it stands in.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{message}")]
pub struct Located {
    /// What is wrong.
    pub message: String,
    /// The file.
    pub page: Arc<Page>,
    /// Where, in bytes.
    pub span: Range<usize>,
    /// What was expected there.
    pub expected: String,
    /// What to do.
    pub help: Option<String>,
}

impl Located {
    /// A fault of grammar or shape on this page.
    pub fn of_fault(fault: Fault, page: &Arc<Page>) -> Self {
        let Fault { message, expected, span, help } = fault;
        Self { message, page: Arc::clone(page), span, expected, help }
    }
}

/// More problems than this are not shown: nobody reads them before mending the first.
const MOST_SHOWN: usize = 50;

/// Places the problems in their source, and puts them in its order.
pub fn locate(file: &str, document: &Document, problems: Vec<Problem>) -> Vec<Located> {
    let page = Page::new(file, document.text());
    let mut located: Vec<Located> = problems
        .into_iter()
        .map(|p| {
            let others: Vec<usize> = p.also.iter().map(|place| document.line(place)).collect();
            let help = [p.help, elsewhere(&others)].into_iter().flatten().reduce(|a, b| format!("{a}\n{b}"));
            let span = document.span(&p.place);
            Located { message: p.message, page: Arc::clone(&page), span, expected: p.expected, help }
        })
        .collect();
    located.sort_by_key(|l| l.span.start);
    located.truncate(MOST_SHOWN);
    located
}

/// The lines where the same thing stands.
fn elsewhere(lines: &[usize]) -> Option<String> {
    let shown: Vec<String> = lines.iter().take(10).map(usize::to_string).collect();
    let more = if lines.len() > shown.len() { " and more" } else { "" };
    match shown.len() {
        0 => None,
        1 => Some(format!("also in line {}", shown[0])),
        _ => Some(format!("also in lines {}{more}", shown.join(", "))),
    }
}
