//! What a study says of each point: every column of booleans or numbers of its replicates, estimated under the same name.

use std::collections::HashSet;

use super::{
    estimate::{Estimate, EstimateTally},
    record::IDENTITY,
    sequential::{Evidence, HALF_WIDTH, REACHED, Stopping},
    statistics::Rate,
    table::{
        Cell, Column, ColumnKind, Row,
        select::{UnknownMeasure, select_numeric},
    },
};
use crate::outcome::Label;

/// How the rows of a study's replicates become its table of points.
#[derive(Clone, Debug)]
pub struct Estimates {
    /// The columns of the point: its number, and what is varied.
    start: Vec<Column>,
    /// The measures of a row, each with its place.
    measures: Vec<(usize, Column)>,
    /// When a point is sure enough.
    stopping: Option<Stopping>,
}

/// What one point has shown.
#[derive(Clone, Debug)]
pub struct PointTally {
    start: Row,
    replicates: u64,
    labels: [u64; Label::ALL.len()],
    tallies: Vec<EstimateTally>,
    evidence: Evidence,
}

/// The measure whose shares are given value by value.
const OUTCOME: &str = "outcome";

impl Estimates {
    /// Estimates of replicates with these columns, of which the first `start` are the point's.
    pub fn new(columns: &[Column], start: usize, stopping: Option<Stopping>) -> Self {
        let measures = columns.iter().cloned().enumerate().skip(start + IDENTITY);
        let is_estimated = |c: &Column| c.is_numeric() || c.name == OUTCOME;
        Self {
            start: columns[..start.min(columns.len())].to_vec(),
            measures: measures.filter(|(_, c)| is_estimated(c)).collect(),
            stopping,
        }
    }

    /// An empty tally of a point that begins with these cells.
    pub fn tally(&self, start: Row) -> PointTally {
        PointTally {
            start,
            replicates: 0,
            labels: [0; Label::ALL.len()],
            tallies: self.measures.iter().map(|(_, c)| EstimateTally::new(c.kind)).collect(),
            evidence: Evidence::default(),
        }
    }

    /// Takes in a row of replicates.
    pub fn add(&self, tally: &mut PointTally, row: &Row) {
        tally.replicates += 1;
        for ((place, column), sum) in self.measures.iter().zip(&mut tally.tallies) {
            let cell = row.get(*place).unwrap_or(&Cell::Empty);
            sum.add(cell);
            if column.name == OUTCOME {
                let label = Label::ALL.iter().position(|l| cell.word() == Some(&format!("{l:?}")));
                label.into_iter().for_each(|label| tally.labels[label] += 1);
            }
        }
        if let Some(stopping) = &self.stopping {
            stopping.add(&mut tally.evidence, row);
        }
    }

    /// The columns of the table of points.
    pub fn columns(&self) -> Vec<Column> {
        let mut columns = self.start.clone();
        columns.push(Column::new("replicates", ColumnKind::Integer, "How many replicates were negotiated"));
        self.measures.iter().for_each(|(_, measure)| columns.extend(estimated(measure)));
        if let Some(stopping) = &self.stopping {
            let of = &stopping.of.column.name;
            let about = format!("Half-width of the interval of {of}, α split over the looks");
            columns.push(Column::new(HALF_WIDTH, ColumnKind::Number, about));
            let about = format!("Whether that is at most {}", stopping.half_width);
            columns.push(Column::new(REACHED, ColumnKind::Boolean, about));
        }
        columns
    }

    /// A point as a row of that table.
    pub fn row(&self, tally: &PointTally) -> Row {
        let mut row = tally.start.clone();
        row.push(tally.replicates.into());
        for ((_, column), sum) in self.measures.iter().zip(&tally.tallies) {
            if column.name == OUTCOME {
                let share = |count| Rate::simultaneous(count, tally.replicates, Label::ALL.len());
                row.extend(tally.labels.iter().flat_map(|count| Estimate::Rate(share(*count)).cells()));
                continue;
            }
            if column.kind == ColumnKind::Boolean {
                row.push(sum.rate().count.into());
            }
            row.extend(sum.estimate().cells());
        }
        if let Some(stopping) = &self.stopping {
            row.push(stopping.half_width(&tally.evidence).into());
            row.push(stopping.suffices(&tally.evidence).into());
        }
        row
    }
}

/// The estimate of this name among the columns of a table of points.
///
/// # Errors
/// If there is none; names the nearest.
pub fn estimate(columns: &[Column], name: &str) -> Result<Column, UnknownMeasure> {
    let lows: HashSet<&str> = columns.iter().filter_map(|c| c.name.strip_suffix("_low")).collect();
    let estimates: Vec<Column> = columns.iter().filter(|c| lows.contains(c.name.as_str())).cloned().collect();
    let found = select_numeric(&estimates, name)?;
    let plain = estimates.into_iter().nth(found.place).filter(|c| c.name == found.column.name);
    let help = "the table of points holds estimates, and no conditions on them";
    plain.ok_or_else(|| UnknownMeasure { name: name.to_owned(), help: help.into() })
}

/// The columns that a measure has in the table of points.
fn estimated(measure: &Column) -> Vec<Column> {
    let (name, about) = (&measure.name, &measure.about);
    match measure.kind {
        ColumnKind::String => {
            let interval = "interval; those of all outcomes hold together at 95 % (Bonferroni–Wilson)";
            let share = |label: Label| {
                let about = format!("Share of the outcome: {}", label.words());
                Column::with_interval(&format!("{name}={label:?}"), about, interval).map(rate)
            };
            Label::ALL.into_iter().flat_map(share).collect()
        }
        ColumnKind::Boolean => {
            let count =
                Column::new(format!("{name}_count"), ColumnKind::Integer, format!("How often: {about}"));
            let about = format!("Probability: {about}");
            let rates = Column::with_interval(name, about, "95 % interval (Wilson)").map(rate);
            std::iter::once(count).chain(rates).collect()
        }
        ColumnKind::Integer | ColumnKind::Number => {
            let mut columns =
                Column::with_interval(name, format!("Mean: {about}"), "95 % interval (Student)");
            (columns[0].unit, columns[0].range) = (measure.unit.clone(), measure.range);
            columns.to_vec()
        }
    }
}

fn rate(column: Column) -> Column {
    column.within([0.0, 1.0])
}
