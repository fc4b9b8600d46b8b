//! The chair's revisions: of all moves on the text, the one that lowers grievance most (model §5).
//!
//! Shift, merge, clarify, delete and carve-out are tried on every clause at step δ, then δ/2 … δ/64 where nothing
//! coarser helps; trades, two clauses at once, only where no single move helps. Ties go to the scenario's order
//! of moves, then to clause order.

use std::ops::Range;

use arrayvec::ArrayVec;

use super::{
    grievance::{Grievance, TRIALS},
    motion::Step,
    moves::Moves,
    observer::Observer,
    state::State,
    voices::Voices,
};
use crate::{
    model::{Appraisal, Model, Pack, packs},
    protocol::{ChairRevisions, Move},
    text::{ClauseId, Value},
    voting::{Asks, DecisionRule},
};

/// A move must lower grievance by more than this.
const IMPROVES: f64 = 1e-12;
/// How often the step is halved.
pub(super) const HALVINGS: i32 = 6;

impl State {
    /// Up to three moves, each the one that helps most.
    pub(super) fn revise<O: Observer>(
        &mut self,
        model: &Model,
        chair: &ChairRevisions,
        round: u32,
        observer: &mut O,
    ) {
        let rule = Self::rule_in_force(model, round);
        let voices = &self.voices;
        match (rule.asks, rule.needs_yes()) {
            (Asks::Objections | Asks::Silence, _) => {
                self.grievance.open(voices, rule, &self.targets, |v| voices.bears_objecting[v]);
            }
            (Asks::Votes, false) => {
                self.grievance.open(voices, rule, &self.targets, |v| voices.bears_voting[v])
            }
            (Asks::Votes, true) => self.grievance.open(voices, rule, &self.targets, |_| 0.0),
        }
        for _ in 0..chair.moves_per_round {
            let moves = Moves { model, chair, text: &self.text, clauses: self.on_the_table(model) };
            let trials = Trials {
                voices: &self.voices,
                rule,
                appraisal: &self.appraisal,
                grievance: &mut self.grievance,
                shifts: &mut self.shifts,
            };
            let Some(step) = best_step(&moves, trials) else { break };
            self.make(model, round, &step, observer);
        }
    }
}

/// The best move, if any lowers grievance.
fn best_step(moves: &Moves<'_>, mut trials: Trials<'_>) -> Option<Step> {
    let now = trials.grievance.of(trials.voices, trials.appraisal, trials.rule);
    if now <= IMPROVES {
        return None;
    }
    best_single(moves, &mut trials, now).or_else(|| {
        let trades = moves.chair.moves.contains(&Move::Trade);
        let mut halvings = 0..=HALVINGS;
        trades
            .then(|| halvings.find_map(|k| best_trade(moves, &mut trials, now, halved(moves.chair.step, k))))
            .flatten()
    })
}

/// A step, halved so often.
pub(super) fn halved(step: f64, halvings: i32) -> f64 {
    step / f64::from(1 << halvings)
}

/// The best move on one clause at the coarsest step at which any helps.
fn best_single(moves: &Moves<'_>, trials: &mut Trials<'_>, now: f64) -> Option<Step> {
    let mut best = Best { grievance: now, found: None };
    let mut batch = Batch::new();
    for halvings in 0..=HALVINGS {
        moves.each(halved(moves.chair.step, halvings), halvings == 0, |mv, clause, value| {
            batch.push(Single { mv, clause, value, halvings });
            if batch.is_full() {
                trials.singles(&mut batch, &mut best);
            }
        });
        // In a small room finer steps cost little more, tried together with these.
        let enough = batch.len() * packs(trials.voices.who.len()) >= TRIALS;
        if enough || best.found.is_some() || halvings == HALVINGS {
            trials.singles(&mut batch, &mut best);
        }
        if best.found.is_some() {
            break;
        }
    }
    best.found.map(|single| Step {
        mv: single.mv,
        first: (single.clause, single.value),
        second: None,
        grievance: best.grievance,
    })
}

/// The best pair of shifts on two clauses.
fn best_trade(moves: &Moves<'_>, trials: &mut Trials<'_>, now: f64, step: f64) -> Option<Step> {
    let mut best = Best { grievance: now, found: None };
    let mut batch = Batch::new();
    let places = moves.places();
    trials.work_out(places.clone(), |place| moves.shift(place, step));
    for a in places.clone() {
        for b in (a + 2 - a % 2)..places.end {
            let (Some(first), Some(second)) = (moves.shift(a, step), moves.shift(b, step)) else {
                continue;
            };
            batch.push([(a, first), (b, second)]);
            if batch.is_full() {
                trials.trades(&mut batch, &mut best);
            }
        }
    }
    trials.trades(&mut batch, &mut best);
    best.found.map(|[(_, first), (_, second)]| Step {
        mv: Move::Trade,
        first,
        second: Some(second),
        grievance: best.grievance,
    })
}

/// A move on one clause.
#[derive(Clone, Copy)]
struct Single {
    mv: Move,
    clause: ClauseId,
    value: Value,
    /// How often its step was halved.
    halvings: i32,
}

/// A shift on each of two clauses, and its place among all shifts.
type Trade = [(usize, (ClauseId, Value)); 2];

/// What is tried together.
type Batch<T> = ArrayVec<T, TRIALS>;

/// What lowers grievance most so far.
struct Best<T> {
    grievance: f64,
    found: Option<T>,
}

impl<T: Copy> Best<T> {
    /// Takes a candidate that lowers grievance further, if it may take the place of what was found.
    #[inline]
    fn hear(&mut self, candidate: &T, grievance: f64, replaces: impl Fn(&T) -> bool) {
        if grievance < self.grievance - IMPROVES && self.found.as_ref().is_none_or(replaces) {
            *self = Self { grievance, found: Some(*candidate) };
        }
    }
}

/// What it takes to try moves.
struct Trials<'a> {
    voices: &'a Voices,
    rule: &'a DecisionRule,
    appraisal: &'a Appraisal,
    grievance: &'a mut Grievance,
    /// Changes of loss by shifting each clause down and up, for trades.
    shifts: &'a mut Vec<Pack>,
}

impl Trials<'_> {
    /// Tries the moves that have gathered. One that helps comes before all with a finer step.
    fn singles(&mut self, batch: &mut Batch<Single>, best: &mut Best<Single>) {
        let changes = batch.iter().map(|single| (single.clause, single.value));
        let grievances = self.grievance.with_each(self.voices, self.appraisal, self.rule, changes);
        for (single, grievance) in batch.iter().zip(grievances) {
            best.hear(single, grievance, |found| found.halvings == single.halvings);
        }
        batch.clear();
    }

    /// Tries the trades that have gathered.
    fn trades(&mut self, batch: &mut Batch<Trade>, best: &mut Best<Trade>) {
        let packs = packs(self.voices.who.len());
        let change = |place: usize| &self.shifts[place * packs..][..packs];
        let pairs = batch.iter().map(|[(a, _), (b, _)]| (change(*a), change(*b)));
        let grievances = self.grievance.with_pairs(self.voices, self.appraisal, self.rule, pairs);
        for (trade, grievance) in batch.iter().zip(grievances) {
            best.hear(trade, grievance, |_| true);
        }
        batch.clear();
    }

    /// Works out what each shift changes.
    fn work_out(&mut self, places: Range<usize>, shift: impl Fn(usize) -> Option<(ClauseId, Value)>) {
        let packs = packs(self.voices.who.len());
        self.shifts.resize(places.end * packs, Pack::default());
        for place in places {
            if let Some((clause, value)) = shift(place) {
                let change = &mut self.shifts[place * packs..][..packs];
                self.appraisal.change(&self.voices.preferences, clause, value, change);
            }
        }
    }
}
