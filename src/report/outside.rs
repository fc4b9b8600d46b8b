//! Outside options in words.

use super::number::{count, percent, point};
use crate::{
    model::Model,
    negotiation::Voice,
    party::{ClubText, OutsideOption, Term},
    scenario::Scenario,
    study::unsatisfied::{DRAWS, unsatisfied},
};

/// What can be done without a text: ".15 better than the status quo", or "a club with reach .40 for the wishes of EU".
pub fn in_words(scenario: &Scenario, outside: &OutsideOption) -> String {
    let club = match outside {
        OutsideOption::Gain(b) if *b < 0.0 => return format!("{} worse than the status quo", point(-b)),
        OutsideOption::Gain(b) => return format!("{} better than the status quo", point(*b)),
        OutsideOption::Club(club) => club,
    };
    let text = match &club.text {
        ClubText::WantedBy(party) => format!("the wishes of {}", scenario.title_of(party)),
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

/// A sentence for each party that no text can satisfy, with how often.
pub fn unsatisfied_parties(scenario: &Scenario, model: &Model) -> Vec<String> {
    let sentence = |draws: u64, who: Voice| {
        let often = match draws {
            DRAWS => format!("In each of {} draws", count(DRAWS)),
            #[allow(clippy::cast_precision_loss)] // a few thousand
            _ => format!("In {} of {} draws", percent(draws as f64 / DRAWS as f64), count(DRAWS)),
        };
        let (name, why) = match who {
            Voice::Bloc(b) => (
                &model.blocs()[b].name,
                "its members' outside options are worth more to it than the text it likes best",
            ),
            Voice::Country(i) if model.countries()[i].loss_at_minimum.is_some() => {
                (&model.countries()[i].name, "it wants more points than its best options give")
            }
            Voice::Country(i) => {
                (&model.countries()[i].name, "its outside option is worth more to it than its own ideal text")
            }
        };
        format!("{often} no text can satisfy {}: {why}.", scenario.title_of(name))
    };
    unsatisfied(model).into_iter().map(|found| sentence(found.draws, found.who)).collect()
}
