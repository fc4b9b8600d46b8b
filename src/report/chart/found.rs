//! A result table of a study, from which the charts of studies are drawn.

use super::{Caption, NothingToDraw, Wanted, count};
use crate::{
    random::Seed,
    study::table::{Cell, Table},
};

/// A result table of a study with its provenance.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The title of the study or scenario.
    pub title: &'a str,
    /// The hash of the scenario or base case; empty if the study is based on real cases.
    pub hash: &'a str,
    /// The version that computed it.
    pub version: &'a str,
    /// The master seed.
    pub seed: Seed,
    /// The number of negotiations per estimate, if it is the same for all.
    pub replicates: Option<u64>,
    /// The parameters that are varied.
    pub factors: &'a [String],
    /// The table.
    pub table: &'a Table,
}

impl Found<'_> {
    pub(super) fn words(&self, title: impl Into<String>, reading: impl Into<String>) -> Caption {
        let n = self.replicates.map_or_else(String::new, |n| format!(" · n = {} each", count(n)));
        let hash = if self.hash.is_empty() { String::new() } else { format!(" · scenario {}", self.hash) };
        let source = format!("{}{hash} · seed {}{n} · plenary {}", self.title, self.seed, self.version);
        Caption { title: title.into(), reading: reading.into(), source }
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
    pub(super) fn words_of(&self, column: &str) -> Vec<String> {
        let index = self.index(column);
        let word = |cell: &Cell| match cell {
            Cell::Empty => String::new(),
            Cell::Truth(yes) => yes.to_string(),
            Cell::Whole(n) => n.to_string(),
            Cell::Number(x) => x.to_string(),
            Cell::Word(word) => word.to_string(),
        };
        let of = |row: &Vec<Cell>| index.and_then(|p| row.get(p)).map(word).unwrap_or_default();
        self.table.rows.iter().map(of).collect()
    }

    /// The requested measure, or the first of the known ones.
    ///
    /// # Errors
    /// If the requested measure is not known, or none is.
    pub(super) fn measure<'m>(
        &self,
        wanted: &'m Wanted,
        known: &[&'m str],
    ) -> Result<&'m str, NothingToDraw> {
        match (wanted.measure.as_deref(), known.first()) {
            (None, Some(first)) => Ok(first),
            (Some(name), _) if known.contains(&name) => Ok(name),
            (_, None) => Err(NothingToDraw::because("the study has no measure to draw")),
            (Some(name), _) => {
                let mut known: Vec<&str> = known.to_vec();
                known.dedup();
                Err(NothingToDraw::because(format!(
                    "there is no measure {name:?}: expected one of {}",
                    known.join(", ")
                )))
            }
        }
    }
}
