//! How errors of files are shown in a terminal: the source underlined, by miette. Nothing else in the library knows of it.

use std::fmt::Display;

use miette::{
    Diagnostic, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents,
};

use crate::{
    scenario::{LoadError, Located, Page},
    sheet::SheetError,
    study::definition::StudyError,
};

/// Columns are counted in characters, as editors do, and not in bytes.
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

type Text<'a> = Option<Box<dyn Display + 'a>>;
type Labels<'a> = Option<Box<dyn Iterator<Item = LabeledSpan> + 'a>>;
type Related<'a> = Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>>;

fn shown(text: Option<&str>) -> Text<'_> {
    text.map(|text| Box::new(text) as Box<dyn Display>)
}

fn each(problems: &[Located]) -> Related<'_> {
    Some(Box::new(problems.iter().map(|problem| problem as &dyn Diagnostic)))
}

impl Diagnostic for Located {
    fn help(&self) -> Text<'_> {
        shown(self.help.as_deref())
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&*self.page)
    }

    fn labels(&self) -> Labels<'_> {
        let label = LabeledSpan::new_with_span(Some(self.expected.clone()), self.span.clone());
        Some(Box::new(std::iter::once(label)))
    }
}

/// The one problem of shape, which is shown as the error itself.
fn only(error: &LoadError) -> Option<&Located> {
    match error {
        LoadError::Shape { problems, .. } if problems.len() == 1 => problems.first(),
        _ => None,
    }
}

impl Diagnostic for LoadError {
    fn help(&self) -> Text<'_> {
        only(self).map_or_else(|| shown(self.help()), Diagnostic::help)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        only(self)?.source_code()
    }

    fn labels(&self) -> Labels<'_> {
        only(self)?.labels()
    }

    fn related(&self) -> Related<'_> {
        if only(self).is_some() || self.problems().is_empty() { None } else { each(self.problems()) }
    }
}

impl Diagnostic for SheetError {
    fn related(&self) -> Related<'_> {
        each(&self.problems)
    }
}

impl StudyError {
    /// The error of the study file itself, which is shown as this one.
    fn of_study(&self) -> Option<&LoadError> {
        match self {
            Self::Study(error) => Some(error),
            Self::Scenario { .. } | Self::List { .. } => None,
        }
    }
}

impl Diagnostic for StudyError {
    fn help(&self) -> Text<'_> {
        match self {
            Self::Study(error) => Diagnostic::help(error),
            Self::Scenario { .. } => None,
            Self::List { .. } => shown(Some(
                "a CSV file beside the study: a heading with parameters, then a line for each point",
            )),
        }
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.of_study()?.source_code()
    }

    fn labels(&self) -> Labels<'_> {
        self.of_study()?.labels()
    }

    fn related(&self) -> Related<'_> {
        self.of_study()?.related()
    }

    fn diagnostic_source(&self) -> Option<&dyn Diagnostic> {
        match self {
            Self::Scenario { cause } => Some(cause),
            Self::Study(_) | Self::List { .. } => None,
        }
    }
}
