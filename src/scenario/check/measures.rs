//! What must hold of measures that an author makes: each is an expression that can be read, under a name that can be asked for.

use super::{At, Report};
use crate::{
    expression::Expression,
    scenario::{Problem, Scenario},
};

pub fn check(scenario: &Scenario, report: &mut Report) {
    let place = At::top("measures");
    report.unique(&scenario.measures, "measure", &place);
    for (n, (name, own)) in scenario.measures.iter().enumerate() {
        let at = place.nth(n);
        report.require(is_name(name), || {
            Problem::new(
                at.name(),
                format!("a measure cannot be called \"{name}\""),
                "letters, digits, _ and -",
            )
        });
        if let Err(error) = own.of.parse::<Expression>() {
            let message = format!("the measure \"{name}\" cannot be read: {error}");
            report.add(Problem::new(at.field("of"), message, "an expression, as realised_depth - depth_lcd"));
        }
    }
}

/// Whether it can be told from a condition and from the measures of clauses and countries.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}
