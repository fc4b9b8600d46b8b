//! Positions that are missing, that nobody reads, or that stand on another scale than the rest.

use super::{
    super::{Note, Place, Saliences, Scenario},
    listed, mixed_units,
};
use crate::{
    language::Message,
    named::Named,
    party::{Common, Country},
    preference::Position,
    say,
};

/// What is odd about who wants what.
pub fn review(scenario: &Scenario, notes: &mut Vec<Note>) {
    unvoiced(scenario, notes);
    sparse(scenario, notes);
    unread(scenario, notes);
    units(scenario, notes);
}

/// Clauses on which nobody has a position.
fn unvoiced(scenario: &Scenario, notes: &mut Vec<Note>) {
    for (n, (name, _)) in scenario.clauses.iter().enumerate() {
        let voiced = scenario.countries.values().any(|c| c.positions.get(name).is_some())
            || scenario.blocs.values().any(|b| b.positions.get(name).is_some());
        if !voiced {
            let message = Message::new(|language| say!(language, "review-unvoiced", clause = name));
            let underlined = Message::new(|language| say!(language, "review-unvoiced-mark"));
            notes.push(Note::grave(Place::top("clauses").nth(n).name(), message, underlined));
        }
    }
}

/// The positions a country has: its own, and those it takes over.
pub(crate) fn effective<'s>(
    scenario: &'s Scenario,
    country: &'s Country,
    clause: &str,
) -> Option<&'s Position> {
    country.positions.get(clause).or_else(|| published(scenario, country)?.get(clause))
}

/// What it takes over where it has no position of its own: what its heaviest bloc has published.
fn published<'s>(scenario: &'s Scenario, country: &Country) -> Option<&'s Named<Position>> {
    let (bloc, _) = *Scenario::blocs_of(country).first()?;
    scenario.blocs.get(bloc).map(|bloc| &bloc.positions)
}

/// Parties that are silent on most clauses.
fn sparse(scenario: &Scenario, notes: &mut Vec<Note>) {
    let clauses = scenario.clauses.len();
    let held = |country: &Country| {
        let own = country.positions.len();
        let taken = published(scenario, country).into_iter().flat_map(Named::names);
        own + taken.filter(|clause| country.positions.get(clause).is_none()).count()
    };
    let is_sparse = |country: &Country| !country.observes() && 2 * held(country) < clauses;
    let few: Vec<(usize, &str)> = scenario
        .countries
        .iter()
        .enumerate()
        .filter(|(_, (_, country))| is_sparse(country))
        .map(|(n, (name, _))| (n, scenario.title_of(name)))
        .collect();
    // Where that is so of most of them, it is how the case is written.
    if few.is_empty() || 2 * few.len() > scenario.countries.len() {
        return;
    }
    let names: Vec<&str> = few.iter().map(|(_, name)| *name).collect();
    let message = Message::new(|language| {
        let listed = listed(language, &names);
        say!(language, "review-sparse", names = listed, n = names.len(), clauses = clauses)
    });
    let underlined = Message::new(|language| say!(language, "review-sparse-mark"));
    let mut note = Note::new(Place::top("countries").nth(few[0].0).name(), message, underlined);
    for (n, _) in &few[1..] {
        note = note.also(Place::top("countries").nth(*n).name());
    }
    notes.push(note);
}

/// Published positions that neither speak for the bloc nor are taken over by a member.
fn unread(scenario: &Scenario, notes: &mut Vec<Note>) {
    for (n, (name, bloc)) in scenario.blocs.iter().enumerate() {
        if bloc.common == Common::Stated || bloc.positions.is_empty() {
            continue;
        }
        let takes_over = |clause: &str| {
            scenario.members(name).any(|(_, c)| {
                c.positions.get(clause).is_none()
                    && Scenario::blocs_of(c).first().is_some_and(|(first, _)| *first == name)
            })
        };
        let wanted = |(_, c): (&str, &Country)| wants_the_wish_of(c, name);
        if scenario.countries.iter().any(wanted) || bloc.positions.names().any(takes_over) {
            continue;
        }
        let message =
            Message::new(|language| say!(language, "review-unread", bloc = scenario.title_of(name)));
        let underlined = Message::new(|language| say!(language, "review-unread-mark"));
        let help = Message::new(|language| say!(language, "review-unread-help"));
        let note = Note::new(Place::top("blocs").nth(n).field("positions"), message, underlined);
        notes.push(note.help(help));
    }
}

/// Whether the country's club wants what this bloc wants.
fn wants_the_wish_of(country: &Country, bloc: &str) -> bool {
    use crate::party::{ClubText, OutsideOption};
    match &country.outside_option {
        Some(OutsideOption::Club(club)) => club.text == ClubText::WantedBy(bloc.to_owned()),
        _ => false,
    }
}

/// Saliences of 50 beside others of .5.
fn units(scenario: &Scenario, notes: &mut Vec<Note>) {
    if scenario.saliences == Saliences::Absolute {
        return;
    }
    let mut all: Vec<(f64, Place)> = Vec::new();
    let groups = [
        ("countries", scenario.countries.values().map(|c| &c.positions).collect::<Vec<_>>()),
        ("blocs", scenario.blocs.values().map(|b| &b.positions).collect()),
        ("firms", scenario.firms.values().map(|f| &f.positions).collect()),
    ];
    for (field, parties) in groups {
        for (n, positions) in parties.into_iter().enumerate() {
            for (k, position) in positions.values().enumerate() {
                if let Position::Ideal { salience, .. } = position {
                    all.push((*salience, Place::top(field).nth(n).field("positions").nth(k).nth(1)));
                }
            }
        }
    }
    let Some((below, above)) = mixed_units(all.iter().map(|(salience, _)| *salience)) else { return };
    let (above_this, below_this) = (above.to_string(), below.to_string());
    let message = Message::new(|language| {
        say!(language, "review-units", above = above_this.as_str(), below = below_this.as_str())
    });
    let underlined = Message::new(|language| say!(language, "review-units-mark"));
    let help = Message::new(|language| say!(language, "review-units-help"));
    let mut high = all.iter().filter(|(salience, _)| *salience >= above);
    let Some((_, first)) = high.next() else { return };
    let mut note = Note::grave(first.clone(), message, underlined);
    for (_, place) in high {
        note = note.also(place.clone());
    }
    notes.push(note.help(help));
}
