//! What must hold of the number of replicates: fixed, or until an estimate is sure enough.

use super::{Study, base};
use crate::{
    language::Message,
    model::Model,
    scenario::{Place, Problem, Scenario},
    study::{
        MAX_REPLICATES,
        measure::Part,
        record::{IDENTITY, Record},
        sequential::Until,
        table::{ColumnKind, select::select_numeric},
    },
};

/// The problems of a study's number of replicates, and of its stopping rule.
pub fn problems(study: &Study, scenario: &Scenario, problems: &mut Vec<Problem>) {
    if !(1..=MAX_REPLICATES).contains(&study.replicates) {
        problems.push(Problem::new(
            Place::top("replicates"),
            format!("{} replicates", study.replicates),
            format!("a whole number from 1 to {MAX_REPLICATES}"),
        ));
    }
    let Some(until) = &study.until else { return };
    let at = Place::top("until");
    let width = until.half_width;
    if !(width.is_finite() && width > 0.0 && width < 1.0) {
        let expected = "above 0 and below 1, as 0.02";
        problems.push(Problem::new(at.field("half_width"), format!("a half-width of {width}"), expected));
    }
    if !(study.replicates..=MAX_REPLICATES).contains(&until.most) {
        let message =
            format!("at most {} replicates, after a first look at {}", until.most, study.replicates);
        problems.push(Problem::new(at.field("most"), message, "as many as `replicates`, or more"));
    }
    if (1..30).contains(&study.replicates) {
        problems.push(Problem::new(
            Place::top("replicates"),
            format!("a first look after {} replicates is too early for an interval", study.replicates),
            "30 or more; 200 is customary",
        ));
    }
    measure(until, study, scenario, &at, problems);
}

/// Sequential stopping goes by a measure that is recorded and has an interval: a boolean or a real number.
fn measure(until: &Until, study: &Study, scenario: &Scenario, at: &Place, problems: &mut Vec<Problem>) {
    let base = base(study, scenario).ok().filter(|base| base.problems().is_empty());
    let Some(model) = base.and_then(|base| Model::compile(&base).ok()) else { return };
    let expected = "a boolean or a real number that the study records, as lcd or realised_depth";
    let mut wrong = |message: String, help: Option<Message>| {
        problems.push(Problem { help, ..Problem::new(at.field("of"), message, expected) });
    };
    let find = |parts: &[Part]| {
        let columns = Record::new(&model, parts).columns();
        select_numeric(&columns[IDENTITY..], &until.of)
    };
    match find(&study.record) {
        Ok(found) if found.column.kind == ColumnKind::Integer => {
            wrong(format!("{} is counted in rounds, and a half-width is a share", until.of), None);
        }
        Ok(found) if found.column.unit.as_deref() == Some("depth") && !has_ambition(scenario) => {
            wrong("no clause is a matter of ambition: depth is undefined".to_owned(), None);
        }
        Ok(_) => {}
        Err(_) if find(&Part::ALL).is_ok() => {
            wrong(format!("the study does not record {}", until.of), Some("see `record`".into()));
        }
        Err(error) => wrong(format!("there is no measure \"{}\"", until.of), Some(error.help)),
    }
}

fn has_ambition(scenario: &Scenario) -> bool {
    scenario.clauses.values().any(crate::text::Clause::is_ambition)
}
