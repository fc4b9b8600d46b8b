//! Veto players: which parties can stop a text, which are absorbed by others, and which hold the text down.
//!
//! A *veto player* is a party without whose consent the rule carries nothing. It is *absorbed* if its ideal lies in the
//! convex hull of the other veto players' ideals on the clauses that concern it: with equal saliences, it then does not change
//! which texts all veto players can improve on (Tsebelis 2002). A party is *pivotal* if the deepest text acceptable to all
//! would be deeper without it.

use serde::Serialize;

use super::{Agreement, Setting, rounded};
use crate::{
    benchmark::agreement::{AgreementSet, lies_among},
    text::ClauseId,
    voting::{Tally, Vote},
};

/// The veto players with a voice.
#[derive(Clone, Debug, Serialize)]
pub struct Vetoes {
    /// Their keys.
    pub players: Vec<String>,
    /// Keys of the absorbed ones.
    pub absorbed: Vec<String>,
    /// Pivotal parties, veto players or not, the one with the largest effect first.
    pub pivotal: Vec<Pivotal>,
}

/// A party that holds the deepest acceptable text down.
#[derive(Clone, Debug, Serialize)]
pub struct Pivotal {
    /// Its key.
    pub name: String,
    /// Depth of the deepest text acceptable to all other parties.
    pub depth_without: f64,
}

/// Differences below this are ignored.
const NEGLIGIBLE: f64 = 1e-4;
/// The maximum number of veto players that are tested for absorption, which takes a linear programme each.
const MAX_COMPARED: usize = 400;

impl Vetoes {
    /// Finds the veto players and the pivotal parties.
    pub fn of(setting: &Setting<'_>, agreement: Option<&Agreement>) -> Self {
        let players = setting.veto_players();
        let absorbed = |&i: &usize| players.len() <= MAX_COMPARED && setting.is_absorbed(i, &players);
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

    /// Parties whose No defeats a text even if all others with a voice vote yes.
    fn veto_players(&self) -> Vec<usize> {
        let alone = |i: usize| {
            let mut tally = Tally::default();
            for (k, country) in self.model.countries.iter().enumerate() {
                let vote = match self.voices[k] {
                    false => Vote::Absent,
                    true if k == i => Vote::No,
                    true => Vote::Yes,
                };
                tally.cast(vote, &country.voting_weight);
            }
            !self.model.rule.carries(&tally)
        };
        (0..self.voices.len()).filter(|&i| self.voices[i] && alone(i)).collect()
    }

    /// Whether the ideal of `i` lies in the convex hull of the ideals of other players that its clauses concern as well.
    fn is_absorbed(&self, i: usize, players: &[usize]) -> bool {
        let cares = |k: usize, clause: ClauseId| self.preferences.salience(k, clause) > 0.0;
        let scales = self.model.clause_ids().filter(|&c| self.preferences.option_count(c) == 0);
        let clauses: Vec<ClauseId> = scales.filter(|&c| cares(i, c)).collect();
        let ideals = |k: usize| clauses.iter().map(|&c| self.preferences.ideal(k, c)).collect::<Vec<f64>>();
        let others = players.iter().filter(|&&k| k != i && clauses.iter().all(|&c| cares(k, c)));
        let others: Vec<Vec<f64>> = others.map(|&k| ideals(k)).collect();
        !clauses.is_empty() && lies_among(&ideals(i), &others).unwrap_or(false)
    }

    /// Of the parties that gain nothing from the deepest text, those without which it would be deeper.
    fn pivotal(&self, agreement: &Agreement) -> Vec<Pivotal> {
        let Some(deepest) = agreement.solutions.first().filter(|s| s.name == "deepest") else {
            return Vec::new();
        };
        let binding = (0..self.voices.len()).filter(|&i| {
            self.voices[i] && deepest.least_gain < NEGLIGIBLE && deepest.least_gain_of.contains(&self.key(i))
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
            .filter(|pivotal| pivotal.depth_without > deepest.depth + NEGLIGIBLE)
            .collect();
        pivotal.sort_by(|a, b| b.depth_without.total_cmp(&a.depth_without));
        pivotal
    }
}
