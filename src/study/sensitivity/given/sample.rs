//! A sample of points: the values of each factor, and what came out.

use super::noise::PointNoise;
use crate::study::table::{Cell, ColumnKind, DataTable, Row};

/// The values of a factor, point by point.
#[derive(Clone, Debug, PartialEq)]
pub enum FactorValues {
    /// Numbers.
    Numbers(Vec<f64>),
    /// Words, by the order in which they come, and how many there are.
    Words(Vec<usize>, usize),
}

/// A sample of points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sample {
    /// The values of each factor.
    pub factors: Vec<FactorValues>,
    /// y: the estimate at each point.
    pub results: Vec<f64>,
    /// The variance of each y that comes from the draws of its replicates; empty where it is not known.
    pub noise: Vec<f64>,
}

impl Sample {
    /// The points of a table that have a value of the measure, and of every factor.
    pub fn of(points: &DataTable, measure: &str, factors: usize, noise: &PointNoise) -> Self {
        let column = points.column(measure);
        let number = |row: &Row, at: Option<usize>| row.get(at?)?.number().filter(|x| x.is_finite());
        let kind = |k: usize| points.columns.get(k + 1).map(|c| c.kind);
        let is_word = |k: usize| matches!(kind(k), Some(ColumnKind::String | ColumnKind::Boolean));
        let counts = |row: &&Row| {
            number(row, column).is_some()
                && (0..factors).all(|k| is_word(k) || number(row, Some(k + 1)).is_some())
        };
        let rows: Vec<&Row> = points.rows.iter().filter(counts).collect();
        let values = |k: usize| {
            if is_word(k) {
                return words(rows.iter().map(|row| row.get(k + 1).unwrap_or(&Cell::Empty)));
            }
            FactorValues::Numbers(rows.iter().filter_map(|row| number(row, Some(k + 1))).collect())
        };
        let known: Option<Vec<f64>> = rows
            .iter()
            .map(|row| match row.first() {
                Some(Cell::Integer(point)) => noise.at(*point),
                _ => None,
            })
            .collect();
        Self {
            factors: (0..factors).map(values).collect(),
            results: rows.iter().filter_map(|row| number(row, column)).collect(),
            noise: known.unwrap_or_default(),
        }
    }
}

/// Words as numbers; a value that is left as the case has it is a word of its own.
fn words<'c>(cells: impl Iterator<Item = &'c Cell>) -> FactorValues {
    let mut known: Vec<&Cell> = Vec::new();
    let numbers = cells
        .map(|cell| {
            known.iter().position(|k| *k == cell).unwrap_or_else(|| {
                known.push(cell);
                known.len() - 1
            })
        })
        .collect();
    FactorValues::Words(numbers, known.len())
}
