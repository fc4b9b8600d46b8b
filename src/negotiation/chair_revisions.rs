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
    observer::Observer,
    state::State,
    voices::Voices,
};
use crate::{
    model::{Appraisal, Model, Pack, packs},
    protocol::{ChairRevisions, Move},
    text::{ClauseId, Text, Value},
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
            let desk = Desk {
                model,
                chair,
                clauses: self.on_the_table(model),
                voices: &self.voices,
                rule,
                text: &self.text,
                appraisal: &self.appraisal,
                grievance: &mut self.grievance,
                shifts: &mut self.shifts,
            };
            let Some(step) = desk.best_step() else { break };
            self.make(model, round, &step, observer);
        }
    }
}

/// What the chair has on the desk.
struct Desk<'a> {
    model: &'a Model,
    chair: &'a ChairRevisions,
    /// The clauses on the table.
    clauses: Range<usize>,
    voices: &'a Voices,
    rule: &'a DecisionRule,
    text: &'a Text,
    appraisal: &'a Appraisal,
    grievance: &'a mut Grievance,
    /// Changes of loss by shifting each clause down and up, for trades.
    shifts: &'a mut Vec<Pack>,
}

/// What is tried together.
type Batch<T> = ArrayVec<T, TRIALS>;

/// What lowers grievance most so far.
struct Best<T> {
    grievance: f64,
    found: Option<T>,
}

impl<T> Best<T> {
    fn hear(&mut self, candidate: T, grievance: f64) {
        if grievance < self.grievance - IMPROVES {
            *self = Self { grievance, found: Some(candidate) };
        }
    }
}

/// A shift on each of two clauses, and its place among all shifts.
type Trade = [(usize, (ClauseId, Value)); 2];

/// A move on one clause that may be made.
#[derive(Clone, Copy)]
struct Single {
    mv: Move,
    clause: ClauseId,
    value: Value,
    /// How often its step was halved.
    halvings: i32,
}

impl Desk<'_> {
    /// The best move, if any lowers grievance.
    fn best_step(mut self) -> Option<Step> {
        let now = self.grievance.of(self.voices, self.appraisal, self.rule);
        if now <= IMPROVES {
            return None;
        }
        self.best_single(now).or_else(|| {
            let trades = self.chair.moves.contains(&Move::Trade);
            trades.then(|| (0..=HALVINGS).find_map(|k| self.best_trade(now, self.step(k)))).flatten()
        })
    }

    /// The step, halved so often.
    fn step(&self, halvings: i32) -> f64 {
        self.chair.step * f64::powi(0.5, halvings)
    }

    /// The best move on one clause at the coarsest step at which any helps.
    fn best_single(&mut self, now: f64) -> Option<Step> {
        let mut best = Best { grievance: now, found: None };
        let mut batch = Batch::new();
        for halvings in 0..=HALVINGS {
            let step = self.step(halvings);
            for &mv in &self.chair.moves {
                for clause in self.clauses.clone().map(ClauseId::new) {
                    let now = self.text[clause];
                    for which in 0..self.variants(mv, clause) {
                        let value = self.variant(mv, clause, which, step, halvings == 0);
                        let Some(value) = value.filter(|value| *value != now) else { continue };
                        batch.push(Single { mv, clause, value, halvings });
                        if batch.is_full() {
                            self.try_singles(&mut batch, &mut best);
                        }
                    }
                }
            }
            // In a small room finer steps cost little more, tried together with these.
            let enough = batch.len() * packs(self.voices.who.len()) >= TRIALS;
            if enough || best.found.is_some() || halvings == HALVINGS {
                self.try_singles(&mut batch, &mut best);
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

    /// Tries the moves that have gathered. One that helps comes before all with a finer step.
    fn try_singles(&mut self, batch: &mut Batch<Single>, best: &mut Best<Single>) {
        let changes = batch.iter().map(|single| (single.clause, single.value));
        let grievances = self.grievance.with_each(self.voices, self.appraisal, self.rule, changes);
        for (single, grievance) in batch.drain(..).zip(grievances) {
            if best.found.is_none_or(|found| found.halvings == single.halvings) {
                best.hear(single, grievance);
            }
        }
    }

    /// In how many ways a move can be made on a clause.
    fn variants(&self, mv: Move, clause: ClauseId) -> usize {
        match mv {
            Move::Shift => self.model.clauses[clause.index()].options.max(2),
            Move::Merge | Move::Clarify => 2,
            Move::Delete | Move::CarveOut => 1,
            Move::Trade => 0,
        }
    }

    /// What a clause says after a move; none where the move does not apply.
    fn variant(&self, mv: Move, clause: ClauseId, which: usize, step: f64, coarsest: bool) -> Option<Value> {
        let chair = self.chair;
        let compiled = &self.model.clauses[clause.index()];
        let Value::Interval { lo, hi } = self.text[clause] else {
            return match mv {
                Move::Shift if coarsest => Some(Value::option(which)),
                Move::Delete if coarsest => {
                    Some(compiled.status_quo).filter(|&status_quo| compiled.offers(status_quo))
                }
                _ => None,
            };
        };
        let down = which == 0;
        match mv {
            Move::Shift => Some(shifted(lo, hi, if down { -step } else { step })),
            Move::Merge => {
                let wider = if down { ((lo - step).max(0.0), hi) } else { (lo, (hi + step).min(1.0)) };
                (wider.1 - wider.0 <= chair.max_width + 1e-12)
                    .then_some(Value::Interval { lo: wider.0, hi: wider.1 })
            }
            Move::Clarify => (hi > lo).then(|| {
                if down {
                    Value::Interval { lo: (lo + step).min(hi), hi }
                } else {
                    Value::Interval { lo, hi: (hi - step).max(lo) }
                }
            }),
            Move::Delete => coarsest.then_some(compiled.status_quo),
            Move::CarveOut => (coarsest && compiled.scope && hi > 0.0).then(|| Value::Interval {
                lo: (lo - chair.carve).max(0.0),
                hi: (hi - chair.carve).max(0.0),
            }),
            Move::Trade => None,
        }
    }

    /// The best pair of shifts on two clauses.
    fn best_trade(&mut self, now: f64, step: f64) -> Option<Step> {
        let packs = packs(self.voices.who.len());
        self.shifts.clear();
        self.shifts.resize(2 * self.model.clauses.len() * packs, Pack::default());
        for place in 2 * self.clauses.start..2 * self.clauses.end {
            if let Some((clause, changed)) = self.shift(place, step) {
                let change = &mut self.shifts[place * packs..][..packs];
                self.appraisal.change(&self.voices.preferences, clause, changed, change);
            }
        }
        let mut best = Best { grievance: now, found: None };
        let mut batch = Batch::new();
        for a in 2 * self.clauses.start..2 * self.clauses.end {
            for b in (a + 2 - a % 2)..2 * self.clauses.end {
                let (Some(first), Some(second)) = (self.shift(a, step), self.shift(b, step)) else {
                    continue;
                };
                batch.push([(a, first), (b, second)]);
                if batch.is_full() {
                    self.try_trades(&mut batch, &mut best);
                }
            }
        }
        self.try_trades(&mut batch, &mut best);
        best.found.map(|[(_, first), (_, second)]| Step {
            mv: Move::Trade,
            first,
            second: Some(second),
            grievance: best.grievance,
        })
    }

    /// Tries the trades that have gathered.
    fn try_trades(&mut self, batch: &mut Batch<Trade>, best: &mut Best<Trade>) {
        let packs = packs(self.voices.who.len());
        let change = |place: usize| &self.shifts[place * packs..][..packs];
        let pairs = batch.iter().map(|[(a, _), (b, _)]| (change(*a), change(*b)));
        let grievances = self.grievance.with_pairs(self.voices, self.appraisal, self.rule, pairs);
        for (trade, grievance) in batch.drain(..).zip(grievances) {
            best.hear(trade, grievance);
        }
    }

    /// One of the shifts that a trade is made of: each clause down, then up.
    fn shift(&self, place: usize, step: f64) -> Option<(ClauseId, Value)> {
        let clause = ClauseId::new(place / 2);
        self.variant(Move::Shift, clause, place % 2, step, false).map(|value| (clause, value))
    }
}

/// An interval moved by at most `by`, its width kept, within [0, 1].
fn shifted(lo: f64, hi: f64, by: f64) -> Value {
    let by = by.clamp(-lo, 1.0 - hi);
    Value::Interval { lo: lo + by, hi: hi + by }
}
