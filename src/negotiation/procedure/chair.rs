//! The chair's revisions: of all moves on the text, the one that lowers the weighted shortfall most (specification §5).
//!
//! Shift, merge, clarify, delete and carve-out are tried on every clause at step δ, then δ/2 … δ/16 where nothing
//! coarser helps; trades, two clauses at once, only where no single move helps. Ties go to the scenario's order of moves,
//! then to clause order.
//!
//! Where a vote decides, the text keeps to the core of the rule on each clause, which the floor would leave alone, and the
//! sum runs over everyone present.

use std::ops::Range;

use arrayvec::ArrayVec;

use super::{
    super::{motion::Step, observer::Observer, table::NegotiationTable, voices::Voices},
    Conduct,
    core::RuleCores,
    moves::{HALVINGS, Moves, halved},
    shortfall::{TRIALS, WeightedShortfall},
};
use crate::{
    model::{Appraisal, Model, Pack, packs},
    protocol::{ChairRevisions, Move},
    text::{ClauseId, Value},
    voting::{Asks, DecisionRule},
};

/// A move must lower the weighted shortfall by more than this.
const IMPROVES: f64 = 1e-12;

/// The most moves a chair makes at the deadline to save a text that has been voted down.
const LAST_MOVES: u32 = 100;

/// A chair that revises the text.
#[derive(Clone, Debug)]
pub struct Chair<'m> {
    settings: &'m ChairRevisions,
    shortfall: WeightedShortfall,
    /// Changes of loss by shifting each clause down and up, for trades.
    shifts: Vec<Pack>,
    /// What the floor would leave alone, where a vote decides.
    cores: RuleCores,
}

impl<'m> Chair<'m> {
    pub fn new(model: &Model, settings: &'m ChairRevisions) -> Self {
        let most = model.countries.len() + model.blocs.len();
        Self {
            settings,
            shortfall: WeightedShortfall::with_capacity(most),
            shifts: Vec::with_capacity(2 * model.clauses.len() * packs(most)),
            cores: RuleCores::default(),
        }
    }

    /// Serves everyone present with what the floor would leave alone.
    fn revise_for_vote<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        rule: &DecisionRule,
        observer: &mut O,
    ) {
        self.cores.update(table, rule);
        self.shortfall.set_needs_of_everyone(table.model, &table.voices, &table.aspirations.voices);
        let shifts = self.settings.moves.contains(&Move::Shift);
        for clause in table.open_clauses().map(ClauseId::new).filter(|_| shifts) {
            if !self.cores.admits(clause, table.text[clause]) {
                self.move_into_core(table, rule, clause, observer);
            }
        }
        self.make_moves(table, rule, self.settings.most_moves(table.round), true, observer);
    }

    /// Moves a clause to the nearest end of its core; of options, to the one that leaves the least shortfall.
    fn move_into_core<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        rule: &DecisionRule,
        clause: ClauseId,
        observer: &mut O,
    ) {
        let mut best: Option<(f64, Value)> = None;
        for value in self.cores.nearest(clause, table.text[clause]) {
            let left = self.shortfall.with_change(&table.voices, &table.appraisal, rule, clause, value);
            if best.is_none_or(|(least, _)| left < least - IMPROVES) {
                best = Some((left, value));
            }
        }
        if let Some((shortfall, value)) = best {
            let step = Step { mv: Move::Shift, first: (clause, value), second: None, shortfall };
            table.apply_step(&step, observer);
        }
    }

    /// Serves those that the rule needs, each asking for its aspiration level.
    fn revise_for_coalition<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        rule: &DecisionRule,
        most: u32,
        observer: &mut O,
    ) {
        let (voices, targets) = (&table.voices, &table.aspirations.voices);
        match (rule.asks, rule.needs_yes()) {
            (Asks::Objections | Asks::Silence, _) => {
                self.shortfall.set_needs(voices, rule, targets, |v| voices.objection_thresholds[v]);
            }
            (Asks::Votes, false) => {
                self.shortfall.set_needs(voices, rule, targets, |v| voices.no_vote_thresholds[v]);
            }
            (Asks::Votes, true) => self.shortfall.set_needs(voices, rule, targets, |_| 0.0),
        }
        self.make_moves(table, rule, most, false, observer);
    }

    /// Makes so many moves at most, each the one that helps most; `in_core`: leaving alone what the floor would.
    fn make_moves<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        rule: &DecisionRule,
        most: u32,
        in_core: bool,
        observer: &mut O,
    ) {
        for _ in 0..most {
            let moves = Moves {
                model: table.model,
                chair: self.settings,
                text: &table.text,
                clauses: table.open_clauses(),
                cores: in_core.then_some(&self.cores),
            };
            let trials = Trials {
                voices: &table.voices,
                rule,
                appraisal: &table.appraisal,
                shortfall: &mut self.shortfall,
                shifts: &mut self.shifts,
            };
            let Some(step) = best_step(&moves, trials) else { break };
            table.apply_step(&step, observer);
        }
    }
}

impl Conduct for Chair<'_> {
    fn reset(&mut self, _replicate: u64) {
        self.cores.reset();
    }

    fn revise<O: Observer>(&mut self, table: &mut NegotiationTable<'_>, observer: &mut O) {
        let rule = table.rule_in_force();
        if rule.has_floor() {
            self.revise_for_vote(table, rule, observer);
        } else {
            self.revise_for_coalition(table, rule, self.settings.most_moves(table.round), observer);
        }
    }

    /// Lifts the core, and serves those that the rule needs.
    fn serve_enough<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        rule: &DecisionRule,
        observer: &mut O,
    ) {
        if rule.has_floor() {
            self.revise_for_coalition(table, rule, LAST_MOVES, observer);
        }
    }
}

/// The best move, if any lowers the weighted shortfall.
fn best_step(moves: &Moves<'_>, mut trials: Trials<'_>) -> Option<Step> {
    let now = trials.shortfall.of(trials.voices, trials.appraisal, trials.rule);
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

/// The best move on one clause at the coarsest step at which any helps.
fn best_single(moves: &Moves<'_>, trials: &mut Trials<'_>, now: f64) -> Option<Step> {
    let mut best = Best { shortfall: now, found: None };
    let mut batch = Batch::new();
    for halvings in 0..=HALVINGS {
        moves.each(halved(moves.chair.step, halvings), halvings == 0, |mv, clause, value| {
            batch.push(Single { mv, clause, value, halvings });
            if batch.is_full() {
                trials.singles(&mut batch, &mut best);
            }
        });
        // With few voices, finer steps cost little more when tried in the same batch.
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
        shortfall: best.shortfall,
    })
}

/// The best pair of shifts on two clauses.
fn best_trade(moves: &Moves<'_>, trials: &mut Trials<'_>, now: f64, step: f64) -> Option<Step> {
    let mut best = Best { shortfall: now, found: None };
    let mut batch = Batch::new();
    let places = moves.places();
    trials.compute_shifts(places.clone(), |place| moves.shift(place, step));
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
        shortfall: best.shortfall,
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

/// What is tried in one batch.
type Batch<T> = ArrayVec<T, TRIALS>;

/// What lowers the weighted shortfall most so far.
struct Best<T> {
    shortfall: f64,
    found: Option<T>,
}

impl<T: Copy> Best<T> {
    /// Keeps a candidate that lowers the weighted shortfall further, if it may replace what was found.
    #[inline]
    fn consider(&mut self, candidate: &T, shortfall: f64, replaces: impl Fn(&T) -> bool) {
        if shortfall < self.shortfall - IMPROVES && self.found.as_ref().is_none_or(replaces) {
            *self = Self { shortfall, found: Some(*candidate) };
        }
    }
}

/// What it takes to try moves.
struct Trials<'a> {
    voices: &'a Voices,
    rule: &'a DecisionRule,
    appraisal: &'a Appraisal,
    shortfall: &'a mut WeightedShortfall,
    /// Changes of loss by shifting each clause down and up, for trades.
    shifts: &'a mut Vec<Pack>,
}

impl Trials<'_> {
    /// Tries a batch of single moves. One that helps is preferred to all with a finer step.
    fn singles(&mut self, batch: &mut Batch<Single>, best: &mut Best<Single>) {
        let changes = batch.iter().map(|single| (single.clause, single.value));
        let shortfalls = self.shortfall.with_changes(self.voices, self.appraisal, self.rule, changes);
        for (single, shortfall) in batch.iter().zip(shortfalls) {
            best.consider(single, shortfall, |found| found.halvings == single.halvings);
        }
        batch.clear();
    }

    /// Tries a batch of trades.
    fn trades(&mut self, batch: &mut Batch<Trade>, best: &mut Best<Trade>) {
        let packs = packs(self.voices.who.len());
        let change = |place: usize| &self.shifts[place * packs..][..packs];
        let pairs = batch.iter().map(|[(a, _), (b, _)]| (change(*a), change(*b)));
        let shortfalls = self.shortfall.with_pairs(self.voices, self.appraisal, self.rule, pairs);
        for (trade, shortfall) in batch.iter().zip(shortfalls) {
            best.consider(trade, shortfall, |_| true);
        }
        batch.clear();
    }

    /// Computes what each shift adds to everyone's loss.
    fn compute_shifts(&mut self, places: Range<usize>, shift: impl Fn(usize) -> Option<(ClauseId, Value)>) {
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
