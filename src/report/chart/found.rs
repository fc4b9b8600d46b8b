//! What a study found, as the tables of its result folder hold it: what pictures of studies are drawn from.

use super::{NothingToDraw, Wanted, Words, count};
use crate::{
    random::Seed,
    study::table::{Cell, Table},
};

/// A table of a study, with what it rests on.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The title of the study or scenario.
    pub title: &'a str,
    /// The hash of the scenario; of the base case. Empty where the study rests on real cases.
    pub hash: &'a str,
    /// The version that made it.
    pub version: &'a str,
    /// The master seed.
    pub seed: Seed,
    /// How many negotiations each estimate rests on, where all rest on as many.
    pub replicates: Option<u64>,
    /// Parameters that are varied.
    pub factors: &'a [String],
    /// The figures.
    pub table: &'a Table,
}

impl Found<'_> {
    pub(super) fn words(&self, title: impl Into<String>, reading: impl Into<String>) -> Words {
        let n = self.replicates.map_or_else(String::new, |n| format!(" · n = {} each", count(n)));
        let hash = if self.hash.is_empty() { String::new() } else { format!(" · scenario {}", self.hash) };
        let source = format!("{}{hash} · seed {}{n} · plenary {}", self.title, self.seed, self.version);
        Words { title: title.into(), reading: reading.into(), source }
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.table.columns.iter().position(|c| c.name == column)
    }

    /// Whether there is such a column.
    pub(super) fn has(&self, column: &str) -> bool {
        self.place(column).is_some()
    }

    /// A column of numbers; nothing throughout where there is none.
    pub(super) fn numbers(&self, column: &str) -> Vec<Option<f64>> {
        let place = self.place(column);
        self.table.rows.iter().map(|row| row.get(place?)?.number()).collect()
    }

    /// A column as words, numbers in full.
    pub(super) fn words_of(&self, column: &str) -> Vec<String> {
        let place = self.place(column);
        let word = |cell: &Cell| match cell {
            Cell::Empty => String::new(),
            Cell::Truth(yes) => yes.to_string(),
            Cell::Whole(n) => n.to_string(),
            Cell::Number(x) => x.to_string(),
            Cell::Word(word) => word.to_string(),
        };
        let of = |row: &Vec<Cell>| place.and_then(|p| row.get(p)).map(word).unwrap_or_default();
        self.table.rows.iter().map(of).collect()
    }

    /// The measure that is wanted, else the first of these.
    pub(super) fn measure<'m>(
        &self,
        wanted: &'m Wanted,
        known: &[&'m str],
    ) -> Result<&'m str, NothingToDraw> {
        match (wanted.measure.as_deref(), known.first()) {
            (None, Some(first)) => Ok(first),
            (Some(name), _) if known.contains(&name) => Ok(name),
            (_, None) => Err(NothingToDraw::because("the study holds no measure to draw")),
            (Some(name), _) => {
                let mut known: Vec<&str> = known.to_vec();
                known.dedup();
                Err(NothingToDraw::because(format!(
                    "there is no measure {name:?} here: one of {}",
                    known.join(", ")
                )))
            }
        }
    }
}
