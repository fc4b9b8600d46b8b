//! Outside options in words.

use crate::{
    language::Language,
    model::Model,
    negotiation::Voice,
    party::{ClubText, OutsideOption, Term},
    say,
    scenario::Scenario,
    study::unsatisfied::{DRAWS, unsatisfied},
};

/// What can be done without a text: ".15 better than the status quo", or "a club with reach .40 for the wishes of EU".
pub fn in_words(scenario: &Scenario, outside: &OutsideOption, language: Language) -> String {
    let club = match outside {
        OutsideOption::Gain(b) => {
            let way = if *b < 0.0 { "worse" } else { "better" };
            return say!(language, "case-outside-gain", way = way, by = language.point(b.abs()));
        }
        OutsideOption::Club(club) => club,
    };
    let text = match &club.text {
        ClubText::WantedBy(party) => {
            say!(language, "case-outside-wishes", party = scenario.title_of(party))
        }
        ClubText::Given(values) if values.is_empty() => say!(language, "case-outside-status-quo"),
        ClubText::Given(values) => {
            let term = |(clause, term): (&str, &Term)| {
                let clause = scenario.title_of(clause);
                match term {
                    Term::Point(x) => {
                        say!(language, "case-outside-point", clause = clause, at = language.point(*x))
                    }
                    Term::Option(option) => {
                        say!(language, "case-outside-option", clause = clause, option = option.as_str())
                    }
                }
            };
            values.iter().map(term).collect::<Vec<_>>().join(&say!(language, "list-comma"))
        }
    };
    say!(language, "case-outside-club", reach = language.point(club.reach), text = text)
}

/// A sentence for each outside option, with the countries that have it.
pub fn sentences(scenario: &Scenario, language: Language) -> Vec<String> {
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
        let who = titles.join(&say!(language, "list-comma"));
        say!(language, "case-outside", who = who, what = in_words(scenario, outside, language))
    };
    options.iter().map(sentence).collect()
}

/// A sentence for each party that no text can satisfy, with how often.
pub fn unsatisfied_parties(scenario: &Scenario, model: &Model, language: Language) -> Vec<String> {
    let sentence = |draws: u64, who: Voice| {
        #[allow(clippy::cast_precision_loss)] // a few thousand
        let share = language.percent(draws as f64 / DRAWS as f64);
        let (name, why) = match who {
            Voice::Bloc(b) => (&model.blocs()[b].name, "members"),
            Voice::Country(i) if model.countries()[i].loss_at_minimum.is_some() => {
                (&model.countries()[i].name, "points")
            }
            Voice::Country(i) => (&model.countries()[i].name, "ideal"),
        };
        say!(
            language,
            "case-unsatisfied",
            often = if draws == DRAWS { "each" } else { "some" },
            share = share,
            draws = DRAWS,
            party = scenario.title_of(name),
            why = why
        )
    };
    unsatisfied(model).into_iter().map(|found| sentence(found.draws, found.who)).collect()
}
