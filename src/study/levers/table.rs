//! The levers as a table.

use super::{Effect, Lever};
use crate::study::{
    choices::Survival,
    estimate::Estimate,
    table::{Cell, Column, ColumnKind, DataTable, Row},
};

/// The levers as a table.
pub fn table(levers: &[Lever]) -> DataTable {
    let sources = "base, switch (the scenario documents it) or treatment (tried on any case)";
    let mut columns = vec![
        Column::new("source", ColumnKind::String, sources),
        Column::new("name", ColumnKind::String, "The switch or treatment"),
        Column::new("asks", ColumnKind::String, "What it asks"),
    ];
    let with_choices = levers.iter().any(|l| l.effects.iter().any(|e| e.survival.is_some()));
    for Effect { measure, .. } in levers.first().map_or(&[][..], |l| &l.effects) {
        columns.push(Column::new(measure, ColumnKind::Number, format!("Rate or mean of {measure}")));
        let about = "Change against the base, paired by replicate";
        columns.extend(Column::with_interval(&format!("{measure}_change"), about, "95 % interval"));
        if with_choices {
            columns.extend(of_choices(measure));
        }
    }
    let cells = |e: &Effect| {
        let change = Estimate::Mean(e.change).cells();
        let choices = with_choices.then(|| survival(e.survival.as_ref())).into_iter().flatten();
        std::iter::once(e.level.value().into()).chain(change).chain(choices).collect::<Vec<Cell>>()
    };
    let row = |l: &Lever| -> Row {
        let start = [l.source.name().into(), l.name.clone().into(), l.asks.clone().into()];
        start.into_iter().chain(l.effects.iter().flat_map(cells)).collect()
    };
    DataTable { columns, rows: levers.iter().map(row).collect() }
}

/// The columns on the declared choices.
fn of_choices(measure: &str) -> [Column; 6] {
    let column = |name: &str, kind, about: &str| Column::new(format!("{measure}_{name}"), kind, about);
    [
        column(
            "choices",
            ColumnKind::Integer,
            "Declared choices under which the lever changes the case, the base included",
        ),
        column("holds", ColumnKind::Integer, "Of those, how many give the change the base's sign"),
        column("unclear", ColumnKind::Integer, "Of these, how many have an interval that includes 0"),
        column("least", ColumnKind::Number, "The least change under them; no interval"),
        column("greatest", ColumnKind::Number, "The greatest change under them; no interval"),
        column(
            "finding",
            ColumnKind::Boolean,
            "Whether the base's interval leaves out 0 and its sign holds in 95 %",
        ),
    ]
}

/// Their cells; empty for the base.
fn survival(survival: Option<&Survival>) -> [Cell; 6] {
    let Some(s) = survival else { return std::array::from_fn(|_| Cell::Empty) };
    [
        s.choices.into(),
        s.holds.into(),
        s.unclear.into(),
        s.range.map(|r| r.low).into(),
        s.range.map(|r| r.high).into(),
        s.is_finding().into(),
    ]
}
