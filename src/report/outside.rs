//! Outside options in words.

use super::number::point;
use crate::{
    party::{ClubText, OutsideOption, Term},
    scenario::Scenario,
};

/// What can be done without a text: "0.15 better than the status quo", or "a club with reach 0.40 for what EU wants".
pub fn in_words(scenario: &Scenario, outside: &OutsideOption) -> String {
    let club = match outside {
        OutsideOption::Gain(b) if *b < 0.0 => return format!("{} worse than the status quo", point(-b)),
        OutsideOption::Gain(b) => return format!("{} better than the status quo", point(*b)),
        OutsideOption::Club(club) => club,
    };
    let text = match &club.text {
        ClubText::WantedBy(party) => format!("what {} wants", scenario.title_of(party)),
        ClubText::Given(values) if values.is_empty() => "the status quo".to_owned(),
        ClubText::Given(values) => {
            let term = |(clause, term): (&str, &Term)| match term {
                Term::Point(x) => format!("{} {}", scenario.title_of(clause), point(*x)),
                Term::Option(option) => format!("{} “{option}”", scenario.title_of(clause)),
            };
            values.iter().map(term).collect::<Vec<_>>().join(", ")
        }
    };
    format!("a club with reach {} for {text}", point(club.reach))
}

/// A sentence for each outside option, with the countries that have it.
pub fn sentences(scenario: &Scenario) -> Vec<String> {
    let mut options: Vec<(&OutsideOption, Vec<&str>)> = Vec::new();
    for (name, country) in scenario.countries.iter() {
        let Some(outside) = &country.outside_option else { continue };
        let title = scenario.title_of(name);
        match options.iter_mut().find(|(known, _)| *known == outside) {
            Some((_, titles)) => titles.push(title),
            None => options.push((outside, vec![title])),
        }
    }
    let sentence = |(outside, titles): &(&OutsideOption, Vec<&str>)| {
        format!("{}: without a text, {}.", titles.join(", "), in_words(scenario, outside))
    };
    options.iter().map(sentence).collect()
}
