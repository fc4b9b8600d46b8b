//! A result table of a study, from which the charts of studies are drawn.

use super::{Caption, ChartOptions, NothingToDraw, frame::font};
use crate::diagnostic::Diagnose;
use crate::{
    report::study::column_label,
    study::table::{Cell, Column, ColumnKind, DataTable, select::select},
    study::{identity::Identity, sweep::MULTIPLE},
};

/// A result table of a study with its provenance.
#[derive(Clone, Copy, Debug)]
pub struct ResultTable<'a> {
    /// Which results these are.
    pub identity: &'a Identity,
    /// The parameters that are varied.
    pub factors: &'a [String],
    /// The table.
    pub table: &'a DataTable,
}

impl ResultTable<'_> {
    pub(super) fn caption(&self, title: impl Into<String>, reading: impl Into<String>) -> Caption {
        let (identity, key) = (self.identity.clone(), self.foreign());
        Caption { title: title.into(), reading: reading.into(), identity, key }
    }

    /// What a factor is called: by the study where it says, else by its path in words and the titles of the case.
    pub(super) fn label(&self, wanted: &ChartOptions, factor: &str) -> String {
        let in_words = || wanted.titles.factor(wanted.language, factor);
        if let Some(place) = self.index(factor) {
            let column = &self.table.columns[place];
            return match (&column.label, column.about == MULTIPLE) {
                (Some(_), _) => column_label(wanted.language, column),
                (None, true) => format!("{} ×", in_words()),
                (None, false) => in_words(),
            };
        }
        let row = self.strings("factor").iter().position(|name| name == factor);
        let label = row.and_then(|row| self.strings("label").into_iter().nth(row));
        label.filter(|label| !label.is_empty()).unwrap_or_else(in_words)
    }

    /// What the title, the factors and the words of the table hold that no font has.
    fn foreign(&self) -> Vec<String> {
        let mut words = format!("{}\n{}", self.identity.case.title, self.factors.join("\n"));
        for cell in self.table.rows.iter().flatten() {
            if let Cell::String(word) = cell {
                words.push('\n');
                words.push_str(word);
            }
        }
        font::foreign(&words)
    }

    fn index(&self, column: &str) -> Option<usize> {
        self.table.columns.iter().position(|c| c.name == column)
    }

    /// Whether the table has this column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.index(column).is_some()
    }

    /// A numeric column; all `None` if the table does not have it.
    pub(super) fn numbers(&self, column: &str) -> Vec<Option<f64>> {
        let index = self.index(column);
        self.table.rows.iter().map(|row| row.get(index?)?.number()).collect()
    }

    /// A column as strings, numbers in full precision.
    pub(super) fn strings(&self, column: &str) -> Vec<String> {
        let index = self.index(column);
        let word = |cell: &Cell| match cell {
            Cell::Empty => String::new(),
            Cell::Boolean(yes) => yes.to_string(),
            Cell::Integer(n) => n.to_string(),
            Cell::Number(x) => x.to_string(),
            Cell::String(word) => word.to_string(),
        };
        let of = |row: &Vec<Cell>| index.and_then(|p| row.get(p)).map(word).unwrap_or_default();
        self.table.rows.iter().map(of).collect()
    }

    /// The measures that stand in the table with an interval.
    pub(super) fn measures(&self) -> Vec<&str> {
        let columns = self.table.columns.iter();
        columns.filter_map(|c| c.name.strip_suffix("_low")).filter(|name| self.has(name)).collect()
    }

    /// An estimate and the ends of its interval, row by row.
    pub(super) fn estimates(&self, measure: &str) -> Vec<[Option<f64>; 3]> {
        let [at, low, high] = ["", "_low", "_high"].map(|end| self.numbers(&format!("{measure}{end}")));
        at.into_iter().zip(low).zip(high).map(|((at, low), high)| [at, low, high]).collect()
    }
}

/// The measure that is wanted among those that are known; where none is, the usual one.
pub(super) fn measure(wanted: &ChartOptions, usual: &str, known: &[&str]) -> Result<String, NothingToDraw> {
    let name = wanted.measure.as_deref().unwrap_or(usual);
    let columns: Vec<Column> = known.iter().map(|name| Column::new(*name, ColumnKind::Number, "")).collect();
    let found = select(&columns, name).map_err(|error| NothingToDraw(error.message()))?;
    Ok(known[found.place].to_owned())
}

/// Whether a parameter may take values between those tried, in order: not if they are neighbouring whole numbers.
pub(super) fn has_between(values: &[f64]) -> bool {
    values.iter().any(|x| x.fract() != 0.0) || values.windows(2).any(|w| (w[1] - w[0]).abs() > 1.0)
}
