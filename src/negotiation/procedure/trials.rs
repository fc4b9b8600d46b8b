//! What each move on one clause would change: kept from search to search, until the clause says something else.

use std::ops::Range;

use super::moves::{Direction, HALVINGS, Moves, STEPS, halved};
use crate::{
    model::{Appraisal, Pack, Preferences, packs},
    text::{Text, Value},
};

/// How many packs are kept at most: 32 MiB. Beyond that, what a move changes is computed each time it is tried.
const MAX_KEPT: usize = 1 << 19;

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
#[derive(Clone, Debug)]
pub struct Trials {
    /// The directions in which the clauses under negotiation can be moved, and which clauses those are.
    pub directions: Vec<Direction>,
    clauses: Range<usize>,
    /// What the clause says after each move, where it has been asked: a row for each direction.
    values: Vec<[Option<Value>; STEPS]>,
    /// What each move adds to everyone's loss: the finest step of all directions, then the next, and so on.
    changes: Vec<Pack>,
    /// Whether it has to be computed again what some moves with the finest step change.
    stale: bool,
    /// Packs of voices, now and at most.
    packs: usize,
    most_packs: usize,
    /// The text that they are moves on, and for whom.
    text: Option<Text>,
    version: Version,
}

impl Trials {
    /// Nothing yet, for so many voices at most.
    pub fn new(voices: usize) -> Self {
        Self {
            directions: Vec::new(),
            clauses: 0..0,
            values: Vec::new(),
            changes: Vec::new(),
            stale: true,
            packs: 0,
            most_packs: packs(voices),
            text: None,
            version: (0, None),
        }
    }

    /// Forgets what is no longer true of the text, or of those who judge it.
    pub fn update(&mut self, moves: &Moves<'_>, preferences: &Preferences, version: Version) {
        match &mut self.text {
            Some(text) if self.version == version => {
                for d in moves.clauses.clone() {
                    if text.0[d] != moves.text.0[d] {
                        text.0[d] = moves.text.0[d];
                        self.stale = true;
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
        if self.clauses != moves.clauses {
            self.clauses = moves.clauses.clone();
            self.directions.clear();
            self.directions.extend(moves.directions());
        }
        self.values.clear();
        self.values.resize(self.directions.len(), [None; STEPS]);
        self.packs = packs(preferences.parties());
        (self.version, self.stale) = (version, true);
        match &mut self.text {
            Some(text) => text.0.copy_from_slice(&moves.text.0),
            None => self.text = Some(moves.text.clone()),
        }
        let rows = self.directions.len() * STEPS;
        self.changes.clear();
        if rows * self.most_packs <= MAX_KEPT {
            self.changes.reserve(rows * self.most_packs);
        }
        self.changes.resize(if self.keeps() { rows * self.packs } else { 0 }, Pack::default());
    }

    /// Whether what moves change is kept.
    pub fn keeps(&self) -> bool {
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

    /// What the move in each direction adds to everyone's loss with the finest step, one direction after another: where it
    /// has no step, with its only one. To be asked only where changes are kept.
    pub fn finest_changes(
        &mut self,
        moves: &Moves<'_>,
        preferences: &Preferences,
        appraisal: &Appraisal,
    ) -> impl Iterator<Item = &[Pack]> {
        if std::mem::take(&mut self.stale) {
            for direction in 0..self.directions.len() {
                if self.values[direction][HALVINGS].is_none() {
                    let trial = TrialId { direction, halvings: HALVINGS };
                    self.prepare(moves, preferences, appraisal, std::iter::once(trial));
                }
            }
        }
        self.changes.chunks_exact(self.packs.max(1)).take(self.directions.len())
    }

    /// What the k-th trial of the batch last prepared adds to everyone's loss.
    pub fn change(&self, k: usize, trial: TrialId) -> &[Pack] {
        &self.changes[self.place(k, trial)]
    }

    fn place(&self, k: usize, trial: TrialId) -> Range<usize> {
        let finest_first = (HALVINGS - trial.halvings) * self.directions.len() + trial.direction;
        let row = if self.keeps() { finest_first } else { k };
        row * self.packs..(row + 1) * self.packs
    }
}
