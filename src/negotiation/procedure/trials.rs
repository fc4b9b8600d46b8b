//! What each move on one clause would change: kept from search to search, until the clause says something else.

use super::moves::{Direction, HALVINGS, Moves, STEPS, halved};
use crate::{
    model::{Appraisal, Pack, Preferences, packs},
    text::{Text, Value},
};

/// How many packs are kept at most: 4 MiB. Beyond that, what a move changes is computed each time it is tried.
const MAX_KEPT: usize = 65_536;

/// For whom changes were computed, and in which cores.
pub type Version = (u64, Option<u64>);

/// A direction with the length of its step, as its place among all trials.
#[derive(Clone, Copy, Debug)]
pub struct TrialId {
    /// The place of its direction.
    pub direction: usize,
    /// How often its step is halved.
    pub halvings: usize,
}

/// What each move would change.
#[derive(Clone, Debug, Default)]
pub struct Trials {
    pub directions: Vec<Direction>,
    /// What the clause says after each move, where it has been asked: a row for each direction.
    values: Vec<[Option<Value>; STEPS]>,
    /// What each move adds to everyone's loss.
    changes: Vec<Pack>,
    /// Packs of voices.
    packs: usize,
    /// The text that they are moves on, and for whom.
    text: Option<Text>,
    version: Version,
}

impl Trials {
    /// Forgets what is no longer true of the text, or of those who judge it.
    pub fn update(&mut self, moves: &Moves<'_>, preferences: &Preferences, version: Version) {
        match &mut self.text {
            Some(text) if self.version == version => {
                for d in moves.clauses.clone() {
                    if text.0[d] != moves.text.0[d] {
                        text.0[d] = moves.text.0[d];
                        let rows = self.directions.iter().zip(&mut self.values);
                        rows.filter(|(direction, _)| direction.clause.index() == d)
                            .for_each(|(_, row)| *row = [None; STEPS]);
                    }
                }
            }
            _ => self.restart(moves, preferences, version),
        }
    }

    fn restart(&mut self, moves: &Moves<'_>, preferences: &Preferences, version: Version) {
        self.directions.clear();
        self.directions.extend(moves.directions());
        self.values.clear();
        self.values.resize(self.directions.len(), [None; STEPS]);
        self.packs = packs(preferences.parties());
        self.version = version;
        match &mut self.text {
            Some(text) => text.0.copy_from_slice(&moves.text.0),
            None => self.text = Some(moves.text.clone()),
        }
        let all = self.directions.len() * STEPS * self.packs;
        self.changes.resize(if self.keeps() { all } else { 0 }, Pack::default());
    }

    /// Whether what moves change is kept.
    fn keeps(&self) -> bool {
        self.directions.len() * STEPS * self.packs <= MAX_KEPT
    }

    /// What a clause says after a move, whether or not it can be made.
    pub fn value(&self, moves: &Moves<'_>, trial: TrialId) -> Value {
        let known = self.values[trial.direction][trial.halvings];
        let step = halved(moves.chair.step, trial.halvings);
        known.unwrap_or_else(|| moves.after(&self.directions[trial.direction], step))
    }

    /// Computes what a batch of trials changes, unless it is known.
    pub fn prepare(
        &mut self,
        moves: &Moves<'_>,
        preferences: &Preferences,
        appraisal: &Appraisal,
        batch: impl Iterator<Item = TrialId>,
    ) {
        let keeps = self.keeps();
        for (k, trial) in batch.enumerate() {
            if keeps && self.values[trial.direction][trial.halvings].is_some() {
                continue;
            }
            let value = self.value(moves, trial);
            if keeps {
                self.values[trial.direction][trial.halvings] = Some(value);
            }
            let place = self.place(k, trial);
            self.changes.resize(self.changes.len().max(place.end), Pack::default());
            let clause = self.directions[trial.direction].clause;
            appraisal.change(preferences, clause, value, &mut self.changes[place]);
        }
    }

    /// What the k-th trial of the batch last prepared adds to everyone's loss.
    pub fn change(&self, k: usize, trial: TrialId) -> &[Pack] {
        &self.changes[self.place(k, trial)]
    }

    fn place(&self, k: usize, trial: TrialId) -> std::ops::Range<usize> {
        let row = if self.keeps() { trial.direction * STEPS + trial.halvings } else { k };
        row * self.packs..(row + 1) * self.packs
    }

    /// The finest step with which a move is made: a move without a step has but one.
    pub fn finest(&self, direction: usize) -> TrialId {
        let has_step = self.directions[direction].way.has_step();
        TrialId { direction, halvings: if has_step { HALVINGS } else { 0 } }
    }
}
