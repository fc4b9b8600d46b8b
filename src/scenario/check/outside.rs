//! What must hold of outside options.

use super::{At, Report};
use crate::{
    document::nearest,
    party::{Club, ClubText, Country, OutsideOption, Term},
    scenario::{Problem, Scenario},
    text::Clause,
};

pub fn check(scenario: &Scenario, report: &mut Report, name: &str, country: &Country, at: &At<'_>) {
    match &country.outside_option {
        Some(OutsideOption::Gain(b)) => {
            report.number(*b, -1.0, 1.0, format_args!("the outside option of {name}"), at);
        }
        Some(OutsideOption::Club(club)) => self::club(scenario, report, name, club, at),
        None => {}
    }
}

fn club(scenario: &Scenario, report: &mut Report, name: &str, club: &Club, at: &At<'_>) {
    report.unit(club.reach, format_args!("the reach of {name}'s club"), &at.field("reach"));
    let place = at.field("text");
    match &club.text {
        ClubText::WantedBy(party) => {
            let names = || scenario.countries.names().chain(scenario.blocs.names());
            report.require(names().any(|known| known == party), || {
                let message = format!("{name}'s club wants what \"{party}\" wants, which nobody knows");
                Problem::new(place, message, "a country or bloc of this scenario, or a text")
                    .help(nearest(party, names()))
            });
        }
        ClubText::Given(values) => {
            report.unique(values, "clause of the club's text", &place);
            for (k, (clause, term)) in values.iter().enumerate() {
                let here = place.nth(k);
                if report.known(clause, &scenario.clauses, "clause", here.name()) {
                    self::term(scenario, report, name, clause, term, &here);
                }
            }
        }
    }
}

fn term(scenario: &Scenario, report: &mut Report, name: &str, clause: &str, term: &Term, at: &At<'_>) {
    match (term, scenario.clauses.get(clause)) {
        (Term::Option(option), Some(Clause::Options(c))) => {
            report.known(option, &c.options, "option", at);
        }
        (Term::Point(x), Some(Clause::Options(_))) => report.add(Problem::new(
            at,
            format!("the text of {name}'s club says {x} on \"{clause}\", which is a choice among options"),
            "the name of an option, in quotes",
        )),
        (Term::Option(option), _) => report.add(Problem::new(
            at,
            format!("the text of {name}'s club says \"{option}\" on \"{clause}\", which has no options"),
            "a number from 0 to 1",
        )),
        (Term::Point(x), _) => {
            report.unit(*x, format_args!("\"{clause}\" in the text of {name}'s club"), at);
        }
    }
}
