//! Problems of meaning, placed in the file.

use std::{ops::Range, sync::Arc};

use thiserror::Error;

use super::{problem::Problem, source::Source};
use crate::diagnostic::{Diagnose, Excerpt, SourceFile};

/// A problem with the source it stands in.
#[derive(Debug, Error)]
#[error("{message}")]
pub struct Located {
    message: String,
    excerpt: Excerpt,
    help: Option<String>,
}

impl Located {
    /// A problem at these bytes of a file.
    pub fn new(
        message: String,
        file: &Arc<SourceFile>,
        span: Range<usize>,
        expected: String,
        help: Option<String>,
    ) -> Self {
        Self { message, excerpt: Excerpt { file: Arc::clone(file), span, expected }, help }
    }
}

impl Diagnose for Located {
    fn help(&self) -> Option<String> {
        self.help.clone()
    }

    fn excerpt(&self) -> Option<&Excerpt> {
        Some(&self.excerpt)
    }
}

/// More problems than this are not shown: nobody reads them before mending the first.
const MOST_SHOWN: usize = 50;

/// Places the problems in their source, and puts them in its order.
pub fn locate(file: &str, text: &Arc<str>, problems: Vec<Problem>) -> Vec<Located> {
    let source = Source::read(text);
    let file = SourceFile::new(file, text);
    let mut located: Vec<Located> = problems
        .into_iter()
        .map(|p| {
            let others: Vec<usize> = p.also.iter().map(|place| source.line(place)).collect();
            let help = [p.help, elsewhere(&others)].into_iter().flatten().reduce(|a, b| format!("{a}\n{b}"));
            Located::new(p.message, &file, source.span(&p.place), p.expected, help)
        })
        .collect();
    located.sort_by_key(|l| l.excerpt.span.start);
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
