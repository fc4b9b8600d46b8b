//! Rules that cannot do their work given who is there and who may speak.

use std::collections::BTreeMap;

use super::super::{Note, Place, Scenario};
use super::listed;
use crate::{
    language::Message,
    party::Country,
    say,
    voting::{DecisionRule, Rule, Tally, Unit, Vote, VotingWeight},
};

/// Below this share of negotiations a rule that can carry a text is said to do so rarely.
const RARELY: f64 = 0.5;
/// With more counts than this the chance that enough members come is not worked out.
const MOST_COUNTS: usize = 10_000;

/// What the decision rule makes of those who are there.
pub fn review(scenario: &Scenario, notes: &mut Vec<Note>) {
    notes.extend(hardly_carries(scenario));
    if scenario.is_body() {
        return;
    }
    let (first, _) = scenario.rule.compile();
    if !first.asks.for_objections() {
        return;
    }
    let place = |n: usize, field| Place::top("countries").nth(n).field(field);
    let (mut looking_on, mut first_looking_on) = (Vec::new(), None);
    for (n, (name, country)) in scenario.countries.iter().enumerate() {
        if country.observes() && country.may_object.is_none() {
            looking_on.push(scenario.title_of(name));
            first_looking_on = first_looking_on.or(Some(n));
        }
        if country.votes == 0 && country.may_object() && !country.stays_away() && first.no_at_most == Some(0)
        {
            let message =
                Message::new(|language| say!(language, "review-no-votes", country = scenario.title_of(name)));
            let underlined = Message::new(|language| say!(language, "review-no-votes-mark"));
            let help = Message::new(|language| say!(language, "review-no-votes-help"));
            notes.push(Note::new(place(n, "may_object"), message, underlined).help(help));
        }
    }
    if let Some(n) = first_looking_on {
        let message = Message::new(|language| {
            let names = listed(language, &looking_on);
            say!(language, "review-looks-on", names = names, n = looking_on.len())
        });
        let underlined = Message::new(|language| say!(language, "review-looks-on-mark"));
        let help = Message::new(|language| say!(language, "review-looks-on-help"));
        notes.push(Note::new(place(n, "votes"), message, underlined).help(help));
    }
}

/// Why no text can be adopted by this rule, or only rarely, although everybody together could.
fn hardly_carries(scenario: &Scenario) -> Option<Note> {
    let (first, fallback) = scenario.rule.compile();
    // Where consensus fails for good there is still the vote, and only what decides last must be possible.
    let decides = fallback.map_or(first, |fallback| fallback.rule);
    let place = Place::top("rule");
    let place = if matches!(scenario.rule, Rule::ConsensusThenVote(_)) { place.field("vote") } else { place };
    match carries(scenario, &decides, &|_| false) {
        true => rarely_carries(scenario, &decides, place),
        false => Some(never_carries(scenario, &decides, place)),
    }
}

/// How often so few come that the rule cannot carry a text.
fn rarely_carries(scenario: &Scenario, decides: &DecisionRule, place: Place) -> Option<Note> {
    let chance = chance(scenario, decides).filter(|chance| *chance < RARELY)?;
    let unsure = |c: &Country| attends(c) && !c.observes() && c.attendance < 1.0;
    let countries = scenario.countries.iter().enumerate();
    let unsure: Vec<(usize, &str)> = countries
        .filter(|(_, (_, c))| unsure(c))
        .map(|(n, (name, _))| (n, scenario.title_of(name)))
        .collect();
    let names: Vec<&str> = unsure.iter().map(|(_, name)| *name).collect();
    let share = if chance < 0.01 { "few".to_owned() } else { format!("{:.0}", 100.0 * chance) };
    let message = Message::new(|language| {
        say!(
            language,
            "review-rarely",
            share = share.as_str(),
            names = listed(language, &names),
            n = names.len(),
            rule = decides.in_words(language, &|name| scenario.title_of(name).to_owned())
        )
    });
    let underlined = Message::new(|language| say!(language, "review-rarely-mark"));
    let help = Message::new(|language| say!(language, "review-rarely-help"));
    let note = Note::grave(place, message, underlined);
    let places = unsure.iter().map(|(n, _)| Place::top("countries").nth(*n).field("attendance"));
    Some(places.fold(note.help(help), Note::also))
}

/// In what share of negotiations the rule carries a text that all who come want, over who comes; exact. Unknown where too many
/// counts are possible.
fn chance(scenario: &Scenario, rule: &DecisionRule) -> Option<f64> {
    let counted = |unit| unit == Unit::Heads || rule.tests.iter().any(|test| test.unit == unit);
    let in_use = |unit, count| if counted(unit) { count } else { 0 };
    let mut counts = BTreeMap::from([([0; 4], (Tally::default(), 1.0))]);
    for (country, weight) in scenario.countries.values().zip(scenario.voting_weights(rule)) {
        let weight = VotingWeight {
            population: in_use(Unit::Population, weight.population),
            weight: in_use(Unit::Weight, weight.weight),
            materiality: in_use(Unit::Materiality, weight.materiality),
            ..weight
        };
        let comes = if attends(country) { country.attendance } else { 0.0 };
        let mut next = BTreeMap::new();
        for (tally, share) in counts.into_values() {
            for (vote, chance) in [(Vote::Yes, comes), (Vote::Absent, 1.0 - comes)] {
                let mut tally = tally;
                tally.cast(vote, &weight);
                let yes = tally.yes;
                let (_, sum) = next
                    .entry([yes.heads, yes.population, yes.weight, yes.materiality])
                    .or_insert((tally, 0.0));
                *sum += share * chance;
            }
        }
        if next.len() > MOST_COUNTS {
            return None;
        }
        counts = next;
    }
    Some(counts.values().filter(|(tally, _)| rule.carries(tally)).map(|(_, share)| share).sum())
}

/// Why no text can be adopted.
fn never_carries(scenario: &Scenario, decides: &DecisionRule, place: Place) -> Note {
    let missing = || scenario.countries.iter().enumerate().filter(|(_, (_, c))| !attends(c) && !c.observes());
    let names: Vec<&str> = missing().map(|(_, (name, _))| scenario.title_of(name)).collect();
    let message = Message::new(|language| {
        say!(
            language,
            "review-never",
            names = if names.is_empty() { "none".to_owned() } else { listed(language, &names) },
            n = names.len(),
            rule = decides.in_words(language, &|name| scenario.title_of(name).to_owned())
        )
    });
    let counts = if carries(scenario, decides, &|c| !attends(c)) { "opted-out" } else { "all" };
    let underlined = Message::new(|language| say!(language, "review-never-mark"));
    let help = Message::new(|language| say!(language, "review-never-help", counts = counts));
    let mut note = Note::grave(place, message, underlined).help(help);
    for (n, _) in missing() {
        note = note.also(Place::top("countries").nth(n).name());
    }
    note
}

/// Whether it can be in the room.
fn attends(country: &Country) -> bool {
    !country.stays_away() && country.attendance > 0.0
}

/// Whether a text that all who can be there want is carried; `out` says who opts out besides.
fn carries(scenario: &Scenario, rule: &DecisionRule, out: &dyn Fn(&Country) -> bool) -> bool {
    let mut tally = Tally::default();
    for (country, weight) in scenario.countries.values().zip(scenario.voting_weights(rule)) {
        let weight = VotingWeight { opted_out: weight.opted_out || out(country), ..weight };
        tally.cast(if attends(country) { Vote::Yes } else { Vote::Absent }, &weight);
    }
    rule.carries(&tally)
}
