//! Columns by name, and conditions on them: `lcd`, `outcome=Hollow`, `adopted=false`, `realised_depth>=0.5`.

use thiserror::Error;

use super::{Cell, Column, ColumnKind};
use crate::{diagnostic::Diagnose, language::Message, say, scenario::nearest};

/// No column or condition of this name.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("there is no measure \"{name}\" here: {help}")]
pub struct UnknownMeasure {
    /// As asked for.
    pub name: String,
    /// What may have been meant.
    pub help: Message,
}

impl Diagnose for UnknownMeasure {
    fn message(&self) -> Message {
        let Self { name, help } = self;
        Message::new(|language| {
            say!(language, "errors-no-measure", name = name.as_str(), help = help.text(language))
        })
    }
}

/// When a cell meets a condition.
#[derive(Clone, Debug, PartialEq)]
enum Condition {
    Is(Cell),
    AtLeast(f64),
    AtMost(f64),
}

/// A column that is asked for, or whether its cells meet a condition.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// What was asked for; a column of booleans where it is a condition.
    pub column: Column,
    /// The place of the column that it is read from.
    pub place: usize,
    condition: Option<Condition>,
}

impl Selection {
    /// What a cell of the column says: the cell itself, or whether it meets the condition; empty where it is empty.
    pub fn of(&self, cell: Cell) -> Cell {
        match (&self.condition, &cell) {
            (None, _) => cell,
            (_, Cell::Empty) => Cell::Empty,
            (Some(Condition::Is(value)), _) => (cell == *value).into(),
            (Some(Condition::AtLeast(least)), _) => cell.number().map(|x| x >= *least).into(),
            (Some(Condition::AtMost(most)), _) => cell.number().map(|x| x <= *most).into(),
        }
    }

    /// The same of a row.
    pub fn of_row(&self, row: &[Cell]) -> Cell {
        self.of(row.get(self.place).cloned().unwrap_or_default())
    }
}

/// Names of earlier versions, and what they are called now.
const FORMER: [(&str, &str); 6] = [
    ("Adopted", "adopted"),
    ("Lcd", "lcd"),
    ("LcdInSubstance", "lcd_in_substance"),
    ("Depth", "realised_depth"),
    ("depth", "realised_depth"),
    ("not-adopted", "adopted=false"),
];

/// Finds a column of this name, or a condition on one: `NAME=VALUE`, `NAME>=NUMBER` or `NAME<=NUMBER`. Names of earlier
/// versions are read, too, and hyphens for underscores.
///
/// # Errors
/// If there is no such column, or no such value of it; names the nearest.
pub fn select(columns: &[Column], name: &str) -> Result<Selection, UnknownMeasure> {
    let former = FORMER.iter().find(|(before, _)| *before == name).map(|(_, now)| (*now).to_owned());
    let spelled = [name.to_owned(), name.replace('-', "_")];
    let found = spelled.iter().chain(&former).find_map(|name| exact(columns, name));
    found.unwrap_or_else(|| {
        let help = nearest(name, columns.iter().map(|c| c.name.as_str()));
        Err(UnknownMeasure { name: name.to_owned(), help })
    })
}

/// The same, where it is to be averaged: texts are refused.
///
/// # Errors
/// As [`select`], and if the column holds texts.
pub fn select_numeric(columns: &[Column], name: &str) -> Result<Selection, UnknownMeasure> {
    let found = select(columns, name)?;
    if found.column.is_numeric() {
        return Ok(found);
    }
    let value = found.column.values.first().map_or("VALUE", String::as_str);
    let help = format!("it holds text; ask how often it holds one, as in {name}={value}");
    Err(UnknownMeasure { name: name.to_owned(), help: help.into() })
}

/// A column or condition written just so; an error where the column is there and its value is not.
fn exact(columns: &[Column], name: &str) -> Option<Result<Selection, UnknownMeasure>> {
    let place = |name: &str| columns.iter().position(|c| c.name == name);
    if let Some(place) = place(name) {
        return Some(Ok(Selection { column: columns[place].clone(), place, condition: None }));
    }
    let (at, operator) = [">=", "<=", "="].into_iter().find_map(|op| Some((name.rfind(op)?, op)))?;
    let (before, value) = (&name[..at], &name[at + operator.len()..]);
    let place = place(before)?;
    let column = &columns[place];
    let bound = match operator {
        ">=" => "at least ",
        "<=" => "at most ",
        _ => "",
    };
    let about = format!("Whether {} is {bound}{value}", column.name);
    let selection = |condition| Selection {
        column: Column::new(name, ColumnKind::Boolean, about),
        place,
        condition: Some(condition),
    };
    let wrong = |help| UnknownMeasure { name: name.to_owned(), help };
    Some(condition(column, operator, value).map(selection).map_err(wrong))
}

fn condition(column: &Column, operator: &str, value: &str) -> Result<Condition, Message> {
    let number = || value.parse::<f64>().map_err(|_| format!("{value} is no number"));
    Ok(match (operator, column.kind) {
        (">=" | "<=", ColumnKind::String | ColumnKind::Boolean) => {
            return Err(format!("{} is no number", column.name).into());
        }
        (">=", _) => Condition::AtLeast(number()?),
        ("<=", _) => Condition::AtMost(number()?),
        (_, ColumnKind::Boolean) => Condition::Is(
            value.parse::<bool>().map_err(|_| format!("{} is true or false", column.name))?.into(),
        ),
        (_, ColumnKind::Integer) => {
            Condition::Is(value.parse::<u64>().map_err(|_| format!("{value} is no whole number"))?.into())
        }
        (_, ColumnKind::Number) => Condition::Is(number()?.into()),
        (_, ColumnKind::String) if column.values.is_empty() || column.values.iter().any(|v| v == value) => {
            Condition::Is(value.to_owned().into())
        }
        (_, ColumnKind::String) => return Err(nearest(value, column.values.iter().map(String::as_str))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<Column> {
        let mut columns = vec![
            Column::new("adopted", ColumnKind::Boolean, ""),
            Column::new("realised_depth", ColumnKind::Number, ""),
            Column::new("round", ColumnKind::Integer, ""),
            Column::new("outcome", ColumnKind::String, ""),
            Column::new("stance:A=B", ColumnKind::String, ""),
        ];
        columns[3].values = vec!["Hollow".to_owned(), "Deadlock".to_owned()];
        columns
    }

    #[test]
    fn names_and_conditions_are_found() {
        let columns = columns();
        let row: Vec<Cell> = vec![false.into(), 0.5.into(), 7_u64.into(), "Hollow".into(), "object".into()];
        for (name, expected) in [
            ("adopted", Cell::from(false)),
            ("adopted=false", true.into()),
            ("not-adopted", true.into()),
            ("realised-depth", 0.5.into()),
            ("depth", 0.5.into()),
            ("realised_depth>=0.5", true.into()),
            ("realised_depth<=0.4", false.into()),
            ("round=7", true.into()),
            ("outcome=Hollow", true.into()),
            ("outcome=Deadlock", false.into()),
            ("stance:A=B", "object".into()),
            ("stance:A=B=object", true.into()),
        ] {
            let found = select(&columns, name).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert_eq!(found.of_row(&row), expected, "{name}");
            assert_eq!(found.of(Cell::Empty), Cell::Empty, "{name}");
        }
    }

    #[test]
    fn unknown_names_are_refused() {
        for (name, help) in [
            ("adoptd", "did you mean \"adopted\"?"),
            ("outcome=Hollw", "did you mean \"Hollow\"?"),
            ("adopted=perhaps", "true or false"),
            ("outcome>=3", "outcome is no number"),
            ("round>=many", "many is no number"),
            ("", "known: adopted"),
        ] {
            let error = select(&columns(), name).expect_err(name).to_string();
            assert!(error.contains(help), "{error}");
        }
    }
}
