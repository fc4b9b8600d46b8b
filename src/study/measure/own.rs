//! Measures that the author of a case makes of others, by an expression.

use std::sync::Arc;

use super::{Measure, Measures, Part, Source};
use crate::{
    expression::{Expression, ExpressionError},
    model::Model,
    outcome::Outcome,
    scenario::OwnMeasure,
    study::table::{Cell, Column, ColumnKind},
};

/// An expression, and the measures that its names stand for.
#[derive(Debug)]
pub struct Made {
    expression: Expression,
    of: Vec<Measure>,
}

impl Made {
    /// What it is of an outcome; empty where it is undefined.
    pub fn read(&self, model: &Model, outcome: &Outcome, kind: ColumnKind) -> Cell {
        let values: Vec<Option<f64>> = self.of.iter().map(|m| m.read(model, outcome).number()).collect();
        let value = self.expression.value(&values);
        if kind == ColumnKind::Boolean { value.map(|x| x != 0.0).into() } else { value.into() }
    }
}

/// The measure of this name, made of those of the register. A truth is a measure like any other that is true or false; a number
/// has no unit and no range.
pub fn measure(known: &Measures, name: &str, own: &OwnMeasure) -> Result<Measure, ExpressionError> {
    let expression: Expression = own.of.parse()?;
    if known.columns().iter().any(|column| column.name == name) {
        let message = format!("there is a measure \"{name}\" already: choose another name");
        return Err(ExpressionError { message, text: name.to_owned(), at: [0, name.chars().count()] });
    }
    let select = |(n, operand): (usize, &String)| {
        known.select(operand).map_err(|error| expression.error_at(n, error.to_string()))
    };
    let of = expression.names().iter().enumerate().map(select).collect::<Result<Vec<Measure>, _>>()?;
    let kind = if expression.is_truth() { ColumnKind::Boolean } else { ColumnKind::Number };
    let about = match own.about.trim() {
        "" => format!("{}; empty where that is undefined", expression.text()),
        about => format!("{about} ({})", expression.text()),
    };
    // Where another negotiation must be run for it, that is known by the part; all else is read off the outcome.
    let needs_rerun = of.iter().any(|m| m.part == Some(Part::Counterfactual));
    Ok(Measure {
        column: Column::new(name, kind, about),
        label: name.to_owned(),
        part: needs_rerun.then_some(Part::Counterfactual),
        source: Source::Own(Arc::new(Made { expression, of }), kind),
        condition: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        scenario::Scenario,
        study::{Ensemble, levers, record::Record, sequential::Until},
    };

    const CASE: &str = r#"(
        format: 1,
        title: "Own",
        clauses: {"cuts": Ambition(status_quo: 0.0)},
        countries: {"Costa Rica": (positions: {"cuts": 0.2}), "B": (positions: {"cuts": 0.7})},
        uncertainty: (ideals: (medium: Normal(0.05))),
        measures: {
            "lifted": (of: "realised_depth - depth_lcd", about: "Beyond the LCD"),
            "far": (of: "adopted and lifted_far > 0.1"),
            "agreed": (of: "adopted and realised_depth >= 0.3"),
            "gains": (of: "{gain:Costa Rica} + gain:B"),
            "how_often": (of: "2 * {outcome=Compromise}"),
            "nothing": (of: "1 / (realised_depth - realised_depth)"),
            "silent": (of: "depth_without_laggards - realised_depth"),
        },
    )"#;

    fn model() -> (Scenario, Model) {
        let scenario = Scenario::parse("own.ron", CASE).expect("a scenario");
        let model = Model::compile(&scenario).expect("a model");
        (scenario, model)
    }

    /// Each is what its expression makes of the measures in the same outcome.
    #[test]
    fn a_measure_is_what_its_expression_says() {
        let (_, model) = model();
        let measures = Measures::of(&model);
        let of = |name: &str| measures.select(name).unwrap_or_else(|e| panic!("{e}"));
        for outcome in Ensemble::new(&model, 1).in_turn(0..40) {
            let read = |name: &str| of(name).read(&model, &outcome);
            let number = |name: &str| read(name).number().unwrap_or_else(|| panic!("{name}"));
            assert_eq!(number("lifted"), outcome.realised_depth - outcome.benchmarks[0]);
            assert_eq!(
                read("agreed"),
                (outcome.conclusion.adopted() && outcome.realised_depth >= 0.3).into()
            );
            assert_eq!(number("gains"), outcome.parties[0].gain + outcome.parties[1].gain);
            assert_eq!(number("how_often"), 2.0 * number("outcome=Compromise"));
            assert_eq!(read("nothing"), Cell::Empty);
        }
        assert_eq!(of("agreed").column.kind, ColumnKind::Boolean);
        assert_eq!(of("lifted").column.kind, ColumnKind::Number);
        assert_eq!(of("silent").part, Some(Part::Counterfactual), "it needs another negotiation");
        assert!(of("lifted").column.about.contains("Beyond the LCD"), "{}", of("lifted").column.about);
    }

    /// What is made of what there is not is told with the nearest name and its place, and is no measure.
    #[test]
    fn a_faulty_measure_is_told() {
        let (mut scenario, model) = model();
        let measures = Measures::of(&model);
        let [(name, error)] = measures.faulty() else { panic!("{:?}", measures.faulty()) };
        assert_eq!((name.as_str(), error.at), ("far", [12, 22]));
        let said = measures.select("far").expect_err("no measure").to_string();
        assert!(said.contains("lifted_far") && said.contains("(character 13)"), "{said}");
        for (of, says) in [("realised_dept", "\"realised_depth\"?"), ("outcome + 1", "it holds text")] {
            scenario.measures.set("far", OwnMeasure { of: of.to_owned(), about: String::new() });
            let measures = Measures::of(&Model::compile(&scenario).expect("a model"));
            assert!(measures.faulty()[0].1.message.contains(says), "{:?}", measures.faulty());
        }
        for (name, of) in [("adopted", "1"), ("a b", "1"), ("far", "1 +")] {
            let mut scenario = scenario.clone();
            scenario.measures.set(name, OwnMeasure { of: of.to_owned(), about: String::new() });
            let is_refused = !scenario.problems().is_empty();
            let is_faulty = Model::compile(&scenario)
                .is_ok_and(|m| Measures::of(&m).faulty().iter().any(|(n, _)| n == name));
            assert!(is_refused || is_faulty, "{name}");
        }
    }

    /// It ranks levers, is recorded and stops a study like any other, and leaves the case as it is.
    #[test]
    fn it_serves_wherever_a_measure_is_named() {
        let (scenario, model) = model();
        let effort = levers::Effort::Exhaustive(8);
        let names = ["lifted".to_owned(), "agreed".to_owned(), "silent".to_owned()];
        let watch = |_| std::ops::ControlFlow::Continue(());
        let pulled =
            levers::pull(&scenario, 1, effort, levers::LeverSet::Treatments, &names, watch).expect("levers");
        assert_eq!(pulled.by, "lifted");
        assert!(pulled.levers[0].effect("silent").is_some_and(|effect| effect.level.value().is_some()));
        let columns = Record::new(&model, &[]).columns();
        assert!(columns.iter().any(|column| column.name == "gains"));
        assert!(columns.iter().all(|column| column.name != "silent"), "its part is not recorded");
        let until = Until { of: "agreed".to_owned(), half_width: 0.1, most: 64 };
        assert!(crate::study::table::select::select_numeric(&columns, &until.of).is_ok());
        let bare = Scenario { measures: Default::default(), ..scenario.clone() };
        assert_eq!(bare.hash(), scenario.hash());
        assert_eq!(
            Scenario::parse("again.ron", &scenario.as_file()).map(|again| again == scenario).ok(),
            Some(true)
        );
    }
}
