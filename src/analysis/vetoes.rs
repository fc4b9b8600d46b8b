//! Who can stop a text, who of them makes no difference, and who holds the others down.
//!
//! A *veto player* is one without whose consent the rule carries nothing. It is *absorbed* where its ideal lies among
//! those of the other veto players, in their convex hull on the clauses it cares about: with equal saliences adding it
//! changes nothing about which texts all can improve on (Tsebelis 2002). It is *pivotal* where the deepest text that all
//! accept would be deeper without it.

use serde::Serialize;

use super::{Agreement, Setting, rounded};
use crate::{
    text::ClauseId,
    voting::{Franchise, Tally},
    yardstick::agreement::{AgreementSet, lies_among},
};

/// The veto players with a voice.
#[derive(Clone, Debug, Serialize)]
pub struct Vetoes {
    /// Who they are, by key.
    pub players: Vec<String>,
    /// Those of them whose ideals lie among the others', by key.
    pub absorbed: Vec<String>,
    /// Those with a voice, veto players or not, without whose consent the deepest text would be deeper, most first.
    pub pivotal: Vec<Pivotal>,
}

/// A party that holds the deepest acceptable text down.
#[derive(Clone, Debug, Serialize)]
pub struct Pivotal {
    /// Its key.
    pub name: String,
    /// Depth of the deepest text that all others accept.
    pub depth_without: f64,
}

/// What makes less difference than this makes none.
const NOTICED: f64 = 1e-4;
/// Among more veto players than this nobody looks for absorbed ones: a linear programme each.
const MOST_COMPARED: usize = 400;

impl Vetoes {
    /// Finds the veto players, and who binds the deepest text.
    pub fn of(setting: &Setting<'_>, agreement: Option<&Agreement>) -> Self {
        let players = setting.veto_players();
        let absorbed = |&i: &usize| players.len() <= MOST_COMPARED && setting.is_absorbed(i, &players);
        let keys = |list: Vec<usize>| list.into_iter().map(|i| setting.key(i)).collect();
        Self {
            absorbed: keys(players.iter().copied().filter(absorbed).collect()),
            players: keys(players),
            pivotal: agreement.map(|agreement| setting.pivotal(agreement)).unwrap_or_default(),
        }
    }
}

impl Setting<'_> {
    fn key(&self, country: usize) -> String {
        self.model.countries[country].name.clone()
    }

    /// Without whose Yes nothing carries, although all others with a voice say yes.
    fn veto_players(&self) -> Vec<usize> {
        let franchises: Vec<Franchise> = self.model.countries.iter().map(|c| c.franchise).collect();
        let alone =
            |i: usize| !self.model.rule.carries(&Tally::of(&franchises, |k| k != i && self.voices[k]));
        (0..franchises.len()).filter(|&i| self.voices[i] && alone(i)).collect()
    }

    /// Whether the ideal of `i` lies among those of other players that care about all it cares about.
    fn is_absorbed(&self, i: usize, players: &[usize]) -> bool {
        let cares = |k: usize, clause: ClauseId| self.preferences.salience(k, clause) > 0.0;
        let scales = self.model.clause_ids().filter(|&c| self.preferences.option_count(c) == 0);
        let clauses: Vec<ClauseId> = scales.filter(|&c| cares(i, c)).collect();
        let wish = |k: usize| clauses.iter().map(|&c| self.preferences.ideal(k, c)).collect::<Vec<f64>>();
        let others = players.iter().filter(|&&k| k != i && clauses.iter().all(|&c| cares(k, c)));
        let others: Vec<Vec<f64>> = others.map(|&k| wish(k)).collect();
        !clauses.is_empty() && lies_among(&wish(i), &others).unwrap_or(false)
    }

    /// Of those who gain nothing by the deepest text, the ones without whom it would be deeper.
    fn pivotal(&self, agreement: &Agreement) -> Vec<Pivotal> {
        let Some(deepest) = agreement.solutions.first().filter(|s| s.name == "deepest") else {
            return Vec::new();
        };
        let binding = (0..self.voices.len()).filter(|&i| {
            self.voices[i] && deepest.least_gain < NOTICED && deepest.least_gain_of.contains(&self.key(i))
        });
        let mut pivotal: Vec<Pivotal> = binding
            .filter_map(|i| {
                let mut others = self.voices.to_vec();
                others[i] = false;
                let set =
                    AgreementSet::new(self.model, self.preferences, &others, self.at_status_quo).ok()?;
                let depth_without = rounded(set.deepest().ok()?.depth);
                Some(Pivotal { name: self.key(i), depth_without })
            })
            .filter(|pivotal| pivotal.depth_without > deepest.depth + NOTICED)
            .collect();
        pivotal.sort_by(|a, b| b.depth_without.total_cmp(&a.depth_without));
        pivotal
    }
}
