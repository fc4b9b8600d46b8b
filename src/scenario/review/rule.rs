//! Rules that cannot do their work given who is there and who may speak.

use super::super::{Note, Place, Scenario};
use super::listed;
use crate::{
    party::Country,
    voting::{DecisionRule, Rule, Tally, Vote, VotingWeight},
};

/// What the decision rule makes of those who are there.
pub fn review(scenario: &Scenario, notes: &mut Vec<Note>) {
    notes.extend(never_carries(scenario));
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
            let message = format!("{} has no votes, and its objection alone blocks", scenario.title_of(name));
            let note = Note::new(place(n, "may_object"), message, "may object");
            notes.push(note.help(
                "if it takes no part in the decision, say opts_out: true; if it only looks on, leave out may_object",
            ));
        }
    }
    if let Some(n) = first_looking_on {
        let verb = if looking_on.len() == 1 { "looks" } else { "look" };
        let message = format!("{} only {verb} on: without votes nobody may object", listed(&looking_on));
        let note = Note::new(place(n, "votes"), message, "no votes");
        notes.push(note.help("may_object: true lets a member without votes object"));
    }
}

/// Why no text can be adopted by this rule, although everybody together could.
fn never_carries(scenario: &Scenario) -> Option<Note> {
    let (first, fallback) = scenario.rule.compile();
    // Where consensus fails for good there is still the vote, and only what decides last must be possible.
    let decides = fallback.map_or(first, |fallback| fallback.rule);
    if carries(scenario, &decides, &|_| false) {
        return None;
    }
    let missing = || scenario.countries.iter().enumerate().filter(|(_, (_, c))| !attends(c) && !c.observes());
    let names: Vec<&str> = missing().map(|(_, (name, _))| scenario.title_of(name)).collect();
    let verb = if names.len() == 1 { "is" } else { "are" };
    let message = format!(
        "this rule can never carry a text, since {} {verb} not there: {decides}",
        if names.is_empty() { "nobody".to_owned() } else { listed(&names) }
    );
    let place = Place::top("rule");
    let place = if matches!(scenario.rule, Rule::ConsensusThenVote(_)) { place.field("vote") } else { place };
    let help = match carries(scenario, &decides, &|c| !attends(c)) {
        true => {
            "members with opts_out: true are left out of this count; or let them come, or take another rule"
        }
        false => "let them come, or take a rule that counts those present, as TwoThirds",
    };
    let mut note = Note::grave(place, message, "needs members that are not there").help(help);
    for (n, _) in missing() {
        note = note.also(Place::top("countries").nth(n).name());
    }
    Some(note)
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
