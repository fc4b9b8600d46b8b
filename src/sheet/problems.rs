//! What is wrong with a table, all of it at once.

use std::{ops::Range, sync::Arc};

use thiserror::Error;

use super::SheetRow;
use crate::{
    diagnostic::{Diagnose, Excerpt, SourceFile},
    language::Message,
    scenario::{Located, count_problems},
};

/// A table that makes no sense in one or more places.
#[derive(Debug, Error)]
#[error("{file}: {}", count_problems(*total, problems.len()))]
pub struct SheetError {
    /// The file.
    pub file: String,
    /// How many problems there are.
    pub total: usize,
    /// The first of them, in the order of the file.
    pub problems: Vec<Located>,
}

impl Diagnose for SheetError {
    fn problems(&self) -> Vec<&dyn Diagnose> {
        self.problems.iter().map(|problem| problem as &dyn Diagnose).collect()
    }
}

/// More problems than this are counted, not shown.
const MOST_SHOWN: usize = 50;

/// What has been found wrong so far.
#[derive(Debug)]
pub struct SheetFindings {
    file: String,
    source: Arc<SourceFile>,
    total: usize,
    problems: Vec<(Range<usize>, Located)>,
}

impl SheetFindings {
    pub(super) fn new(file: &str, text: &Arc<str>) -> Self {
        Self { file: file.to_owned(), source: SourceFile::new(file, text), total: 0, problems: Vec::new() }
    }

    /// Notes a problem.
    pub fn add(&mut self, span: Range<usize>, message: String, expected: String, help: Option<Message>) {
        self.total += 1;
        if self.problems.len() < MOST_SHOWN {
            let file = Arc::clone(&self.source);
            let excerpt = Excerpt { file, span: span.clone(), expected: expected.into() };
            let located = Located { message: message.into(), excerpt, help };
            self.problems.push((span, located));
        }
    }

    /// How many there are.
    pub fn total(&self) -> usize {
        self.total
    }

    /// A number from `low` to `high` in this column; notes where there is none.
    pub fn number(&mut self, row: &SheetRow<'_>, column: &str, low: f64, high: f64) -> Option<f64> {
        let cell = row.cell(column);
        let number = row.number(column).filter(|x| x.is_finite() && (low..=high).contains(x));
        if number.is_none() {
            let what = if cell.is_empty() {
                format!("`{column}` is empty")
            } else {
                format!("`{column}` is {cell}")
            };
            let expected = match high {
                f64::INFINITY if low == f64::NEG_INFINITY => "a number".to_owned(),
                f64::INFINITY => format!("a number, {low} or more"),
                _ => format!("a number from {low} to {high}"),
            };
            let help = cell.contains(',').then(|| "a decimal point is wanted, not a comma".into());
            self.add(row.span(column), what, expected, help);
        }
        number
    }

    /// Words in this column; notes where there are none.
    pub fn words<'r>(&mut self, row: &SheetRow<'r>, column: &str) -> Option<&'r str> {
        let cell = row.cell(column);
        if cell.is_empty() {
            self.add(row.span(column), format!("`{column}` is empty"), "a name".to_owned(), None);
        }
        Some(cell).filter(|cell| !cell.is_empty())
    }

    /// What was read, if nothing was wrong.
    ///
    /// # Errors
    /// Everything that was, in the order of the file.
    pub fn finish<T>(mut self, read: T) -> Result<T, SheetError> {
        if self.total == 0 {
            return Ok(read);
        }
        self.problems.sort_by_key(|(span, _)| span.start);
        let problems = self.problems.into_iter().map(|(_, located)| located).collect();
        Err(SheetError { file: self.file, total: self.total, problems })
    }
}
