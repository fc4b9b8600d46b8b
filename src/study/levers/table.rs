//! The levers as a table.

use super::{Effect, Lever, NotApplicable, Pulled};
use crate::{
    language::Language,
    scenario::Scenario,
    study::{
        choices::Survival,
        estimate::Estimate,
        table::{Cell, Column, ColumnKind, DataTable, Row},
        treatments::standard,
    },
};

/// The levers as a table; those that do not apply last, without figures.
pub fn table(pulled: &Pulled) -> DataTable {
    let levers = &pulled.levers;
    let mut columns = heading(pulled);
    let with_choices = levers.iter().any(|l| l.effects.iter().any(|e| e.survival.is_some()));
    for Effect { measure, .. } in levers.first().map_or(&[][..], |l| &l.effects) {
        let about = format!("Rate or mean of {measure} over the lever's own replicates");
        columns.push(Column::new(measure, ColumnKind::Number, about));
        let about = "Change against the base, paired";
        let interval = match pulled.race {
            Some(_) => "interval; those of all levers hold together at 95 %, at any look (Bonferroni)",
            None => "95 % interval",
        };
        columns.extend(Column::with_interval(&format!("{measure}_change"), about, interval));
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
        let places = [l.places.map(|p| p.first as u64).into(), l.places.map(|p| p.last as u64).into()];
        let start: [Cell; 5] = [
            l.source.name().into(),
            l.name.clone().into(),
            l.asks.clone().into(),
            l.replicates.into(),
            l.standing.name().into(),
        ];
        start.into_iter().chain(places).chain(l.effects.iter().flat_map(cells)).collect()
    };
    let left_out = |l: &NotApplicable| -> Row {
        let start: [Cell; 5] = [
            l.source.name().into(),
            l.name.clone().into(),
            l.asks.clone().into(),
            0_u64.into(),
            "not applicable".into(),
        ];
        start.into_iter().chain(vec![Cell::Empty; columns.len() - 5]).collect()
    };
    let rows = levers.iter().map(row).chain(pulled.not_applicable.iter().map(left_out)).collect();
    DataTable { columns, rows }
}

/// The table with the questions of standard treatments, which are in English in it, in this language.
pub fn asked_in(levers: &DataTable, scenario: &Scenario, language: Language) -> DataTable {
    let mut told = levers.clone();
    let columns = ["source", "name", "asks"].map(|name| levers.column(name));
    let [Some(source), Some(name), Some(asks)] = columns else { return told };
    let known = standard(scenario);
    for row in told.rows.iter_mut().filter(|row| row[source].word() == Some("treatment")) {
        let question = known.iter().find(|treatment| row[name].word() == Some(treatment.name.as_str()));
        if let Some(question) = question {
            row[asks] = question.asks.words(language).into();
        }
    }
    told
}

/// The columns before those of measures.
fn heading(pulled: &Pulled) -> Vec<Column> {
    let sources = "base, switch (the scenario documents it) or treatment (tried on any case)";
    let by = &pulled.by;
    let small = pulled.race.map_or(0.0, |race| race.small);
    let standing = format!(
        "told (the interval of {by}_change leaves out 0), small (it lies within ± {small}), open (neither) or not applicable"
    );
    let place =
        |which| format!("{which} place by {by}_change that its interval leaves it among those of its source");
    vec![
        Column::new("source", ColumnKind::String, sources),
        Column::new("name", ColumnKind::String, "The switch or treatment"),
        Column::new("asks", ColumnKind::String, "What it asks"),
        Column::new("replicates", ColumnKind::Integer, "How many replicates were negotiated"),
        Column::new("standing", ColumnKind::String, standing),
        Column::new("place_first", ColumnKind::Integer, place("First")),
        Column::new("place_last", ColumnKind::Integer, place("Last")),
    ]
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
