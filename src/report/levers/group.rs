//! Levers that are the same change under several names.

use super::lift_of;
use crate::{
    language::Language,
    say,
    study::{
        levers::{Lever, LeverSource, Pulled, SignStatus},
        statistics::Mean,
    },
};

/// Levers that make the same case, and so the same figures.
pub struct Group<'l> {
    /// The first of them: a switch of the scenario before what is tried on any case.
    pub lever: &'l Lever,
    /// The names of the others.
    pub also: Vec<&'l Lever>,
}

impl Group<'_> {
    /// The change of the measure that ranks levers.
    pub fn change(&self, by: &str) -> Mean {
        let nothing = Mean { n: 0, mean: None, low: None, high: None };
        self.lever.effect(by).map_or(nothing, |effect| effect.change)
    }

    /// Whether its change has a sign.
    pub fn is_told(&self) -> bool {
        self.lever.standing == SignStatus::Told
    }

    /// Its names: the first, and in brackets the others.
    pub fn names(&self, language: Language) -> String {
        let name = self.lever.name_in(language);
        let also: Vec<String> = self.also.iter().map(|lever| lever.name_in(language)).collect();
        if also.is_empty() {
            return name;
        }
        let also = also.join(&say!(language, "answer-semicolon"));
        say!(language, "terminal-lever-also", name = name, also = also)
    }

    /// Its question with its name.
    pub fn asked(&self, language: Language) -> String {
        let name = self.lever.name_in(language);
        match self.lever.asks_in(language) {
            asks if asks.is_empty() => name,
            asks => say!(language, "terminal-lever-asked", asks = asks, name = name),
        }
    }
}

/// The levers, each change once, the strongest lift first. What changes nothing in the case is left out.
pub fn groups(pulled: &Pulled) -> Vec<Group<'_>> {
    let own = pulled.levers.first().map(|base| base.hash.as_str());
    let mut groups: Vec<Group<'_>> = Vec::new();
    for lever in
        pulled.levers.iter().filter(|l| l.source != LeverSource::Base && Some(l.hash.as_str()) != own)
    {
        match groups.iter_mut().find(|group| group.lever.hash == lever.hash) {
            Some(group) => group.also.push(lever),
            None => groups.push(Group { lever, also: Vec::new() }),
        }
    }
    groups.sort_by(|a, b| lift_of(b.lever, &pulled.by).total_cmp(&lift_of(a.lever, &pulled.by)));
    groups
}

/// The names of switches that change nothing in this case.
pub fn idle(pulled: &Pulled, language: Language) -> Vec<String> {
    let own = pulled.levers.first().map(|base| base.hash.as_str());
    let idle = pulled.levers.iter().filter(|l| l.source != LeverSource::Base && Some(l.hash.as_str()) == own);
    idle.map(|l| l.name_in(language)).collect()
}
