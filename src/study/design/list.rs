//! An explicit list: the points are the rows of a CSV file, its heading names the factors.
//!
//! An empty cell leaves the factor as the scenario has it.

use serde::{Deserialize, Serialize};

use super::{DesignPlace, Level};

/// A list of points.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// The file, beside the study.
    pub file: String,
    /// Its heading: the factors.
    #[serde(skip)]
    pub factors: Vec<String>,
    /// Its rows, a cell for each factor.
    #[serde(skip)]
    pub rows: Vec<Vec<Option<Level>>>,
}

impl List {
    /// Reads the rows from the text of the file.
    ///
    /// # Errors
    /// If the lines are of unequal length or there is none; says what is wrong.
    pub fn read(&mut self, text: &str) -> Result<(), String> {
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
        let heading = reader.headers().map_err(|e| e.to_string())?;
        self.factors = heading.iter().map(str::to_owned).collect();
        self.rows.clear();
        for record in reader.records() {
            let record = record.map_err(|e| e.to_string())?;
            self.rows.push(record.iter().map(level).collect());
        }
        if self.rows.is_empty() { Err("there is no line below its heading".to_owned()) } else { Ok(()) }
    }

    /// Where a point lies.
    pub fn places(&self, factors: &[&str], point: u64) -> Vec<DesignPlace> {
        let row = usize::try_from(point).ok().and_then(|n| self.rows.get(n));
        let place = |name: &&str| {
            let column = self.factors.iter().position(|f| f == name)?;
            row?.get(column)?.clone().map(DesignPlace::Given)
        };
        factors.iter().map(|name| place(name).unwrap_or(DesignPlace::Base)).collect()
    }

    /// The values of a factor, as they come.
    pub fn values(&self, factor: &str) -> Vec<Level> {
        let column = self.factors.iter().position(|f| f == factor);
        self.rows.iter().filter_map(|row| row.get(column?)?.clone()).collect()
    }
}

fn level(cell: &str) -> Option<Level> {
    (!cell.is_empty()).then(|| Level::read(cell))
}
