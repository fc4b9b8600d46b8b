//! Problems of meaning, placed in the file.

use std::{fmt, ops::Range, sync::Arc};

use miette::{Diagnostic, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use thiserror::Error;

use super::{problem::Problem, source::Source};

/// A file under its name. Columns are counted in characters, as editors do, and not in bytes.
#[derive(Clone)]
pub struct Page {
    name: String,
    text: Arc<str>,
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Page {
    /// A page of this name and text.
    pub fn new(name: &str, text: &Arc<str>) -> Arc<Self> {
        Arc::new(Self { name: name.to_owned(), text: Arc::clone(text) })
    }
}

impl SourceCode for Page {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let part = self.text.read_span(span, lines_before, lines_after)?;
        let before = self.text.get(..part.span().offset()).unwrap_or_default();
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count());
        let (name, data, lines) = (self.name.clone(), part.data(), part.line_count());
        let page = MietteSpanContents::new_named(name, data, *part.span(), part.line(), column, lines);
        Ok(Box::new(page))
    }
}

/// A problem with the source it stands in.
#[derive(Debug, Error, Diagnostic)]
#[error("{message}")]
pub struct Located {
    message: String,
    #[source_code]
    source_code: Arc<Page>,
    #[label("{expected}")]
    span: SourceSpan,
    expected: String,
    #[help]
    help: Option<String>,
}

impl Located {
    /// A problem at these bytes of a page.
    pub fn new(
        message: String,
        page: &Arc<Page>,
        span: Range<usize>,
        expected: String,
        help: Option<String>,
    ) -> Self {
        Self { message, source_code: Arc::clone(page), span: span.into(), expected, help }
    }
}

/// More problems than this are not shown: nobody reads them before mending the first.
const MOST_SHOWN: usize = 50;

/// Places the problems in their source, and puts them in its order.
pub fn locate(file: &str, text: &Arc<str>, problems: Vec<Problem>) -> Vec<Located> {
    let source = Source::read(text);
    let page = Page::new(file, text);
    let mut located: Vec<Located> = problems
        .into_iter()
        .map(|p| {
            let others: Vec<usize> = p.also.iter().map(|place| source.line(place)).collect();
            let help = [p.help, elsewhere(&others)].into_iter().flatten().reduce(|a, b| format!("{a}\n{b}"));
            Located::new(p.message, &page, source.span(&p.place), p.expected, help)
        })
        .collect();
    located.sort_by_key(|l| l.span.offset());
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
