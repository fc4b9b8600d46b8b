//! The end of a narration: the outcome, the final text in words, and the stance of each party.

use super::value_and_words;
use crate::{
    model::Model,
    outcome::{Conclusion, Emergence, Outcome, PartyOutcome},
    report::{
        number::{list, of, point},
        table::{WIDTH, wrap},
        titles::Titles,
    },
    scenario::Scenario,
    stance::Stance,
    voting::Vote,
};

/// The input of the epilogue.
pub struct Epilogue<'a> {
    /// The model negotiated.
    pub model: &'a Model,
    /// The outcome of the negotiation.
    pub outcome: &'a Outcome,
}

pub(super) fn render(scenario: &Scenario, e: &Epilogue<'_>) -> String {
    let o = e.outcome;
    let ambition = e.model.depth.ambition_clauses().next().is_some();
    let depths = if ambition { depths(o) } else { String::new() };
    let mut out = format!("\n{}\n", o.label.words().to_uppercase());
    out.push_str(&wrap(&format!("{}.{depths}", ending(o)), WIDTH, ""));
    if ambition {
        out.push_str(&without_laggards(scenario, e));
    }
    out.push_str(&text(e));
    out.push_str(&stances(scenario, e));
    out
}

fn ending(o: &Outcome) -> String {
    let round = o.round;
    match o.conclusion {
        Conclusion::Consensus if o.parties.iter().any(|p| p.stance == Stance::Object) => {
            format!("Adopted in round {round} over the objections named below")
        }
        Conclusion::Consensus => format!("Adopted by consensus in round {round}"),
        Conclusion::Signed { signatories } => {
            let members = o.parties.iter().filter(|p| p.stance != Stance::Observe).count();
            format!("Signed in round {round} by {signatories} of {members}; it binds nobody else")
        }
        Conclusion::Vote { no } => format!("Adopted by vote in round {round}, {no} against"),
        Conclusion::FallbackVote { no, called: true } => {
            format!("Adopted in round {round} by a vote that a sponsor called, {no} against")
        }
        Conclusion::FallbackVote { no, called: false } => {
            format!("Adopted in round {round} by vote after consensus had failed, {no} against")
        }
        Conclusion::Deadlock => {
            format!("Not adopted: deadlock after {}; below, the last text tabled", rounds(o.round))
        }
        Conclusion::WalkOut => {
            let after = rounds(o.round);
            format!("Not adopted, because of a walk-out, after {after}; below, the last text tabled")
        }
    }
}

/// "60 rounds".
fn rounds(n: u32) -> String {
    of(n as usize, "round", "rounds")
}

fn depths(o: &Outcome) -> String {
    let index = o.index.map_or_else(|| "undefined (ambitions hardly differ)".to_owned(), point);
    let emergence = match o.emergence {
        Emergence::Round(round) => format!(" It was diluted: at the LCD from round {round} on."),
        Emergence::ByDesign => " It was drafted at the LCD.".to_owned(),
        Emergence::None => String::new(),
    };
    format!(
        " Depth {}, guaranteed {}; LCD index {index}, on guaranteed depth {}; an LCD text: {}; in substance: {}.{emergence}",
        point(o.depth),
        point(o.guaranteed_depth),
        point(o.guaranteed_index),
        yes_no(o.lcd),
        yes_no(o.lcd_in_substance),
    )
}

fn without_laggards(scenario: &Scenario, e: &Epilogue<'_>) -> String {
    let Some(depth) = e.outcome.without_laggards else {
        return String::new();
    };
    let laggards = parties_with(scenario, e, |i| e.outcome.parties[i].laggard);
    let line = format!("With {} silent, on the same draws: depth {}.", list(&laggards, 6), point(depth));
    wrap(&line, WIDTH, "")
}

fn text(e: &Epilogue<'_>) -> String {
    let mut out = "The text:\n".to_owned();
    for (clause, value) in e.model.clauses.iter().zip(&e.outcome.text.0) {
        let words = clause.source.in_words(*value);
        let title = clause.source.title().unwrap_or(&clause.name);
        out.push_str(&format!("    {title}: {}\n", value_and_words(*value, &words)));
    }
    out
}

fn stances(scenario: &Scenario, e: &Epilogue<'_>) -> String {
    let o = e.outcome;
    let signed = matches!(o.conclusion, Conclusion::Signed { .. });
    let mut out = String::new();
    let mut group = |what: &str, is_in: &dyn Fn(&PartyOutcome) -> bool| {
        let names = parties_with(scenario, e, |i| is_in(&o.parties[i]));
        if !names.is_empty() {
            out.push_str(&wrap(&format!("{what}: {}.", list(&names, 40)), WIDTH, ""));
        }
    };
    for (what, stance) in [
        ("Sponsors", Stance::Sponsor),
        ("Supports", Stance::Support),
        (in_silence(o), Stance::Acquiesce),
        (under_protest(o), Stance::Explain),
    ] {
        group(what, &|party| party.stance == stance && party.vote != Vote::Abstain);
    }
    group(if signed { "Stays out" } else { "Abstains" }, &|party| party.vote == Vote::Abstain);
    for (what, stance) in [
        ("Objects", Stance::Object),
        (if signed { "Stays out, against it" } else { "Votes no" }, Stance::Against),
        ("Looks on, without a say", Stance::Observe),
        ("Absent", Stance::Absent),
    ] {
        group(what, &|party| party.stance == stance);
    }
    let broke = parties_with(scenario, e, |i| o.parties[i].defected);
    if !broke.is_empty() {
        out.push_str(&wrap(&format!("Broke its bloc's line: {}.", list(&broke, 20)), WIDTH, ""));
    }
    if o.fixed_points_differ {
        out.push_str(&wrap("Had everybody expected objections instead of silence, more would have objected: the objection game has two fixed points here.", WIDTH, ""));
    }
    out
}

/// What a party does that neither supports a text nor says no: in a vote its bloc's line makes it a Yes.
fn in_silence(o: &Outcome) -> &'static str {
    if o.votes.is_some() { "Says yes with its bloc" } else { "Lets it pass in silence" }
}

/// The same, where it asks for more.
fn under_protest(o: &Outcome) -> &'static str {
    if o.votes.is_some() {
        "Says yes with its bloc, under protest"
    } else {
        "Goes along under protest (explanation of position)"
    }
}

/// The titles of the parties for which a condition holds.
fn parties_with<'s>(scenario: &'s Scenario, e: &Epilogue<'s>, holds: impl Fn(usize) -> bool) -> Vec<&'s str> {
    let titles = Titles::of(scenario);
    (0..e.outcome.parties.len())
        .filter(|&i| holds(i))
        .map(|i| titles.get(&e.model.countries[i].name))
        .collect()
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}
