//! Trades: shifts on two clauses at once.

use super::{Batch, Best, MoveSearch, Question, first_of};
use crate::{
    model::{Pack, packs},
    negotiation::{
        motion::Step,
        procedure::{
            moves::{HALVINGS, Moves, halved},
            shortfall::TRIALS,
        },
    },
    protocol::Move,
};

impl MoveSearch {
    /// The best pair of shifts on two clauses at the coarsest step at which any helps.
    pub(super) fn best_trade(&mut self, question: &Question<'_>) -> Option<Step> {
        let moves = question.moves;
        if !moves.chair.moves.contains(&Move::Trade) {
            return None;
        }
        self.trades.clear();
        self.trades.reserve(moves.places().len().pow(2) / 2);
        match question.promising {
            Some(promising) => self.list_promising_trades(question, promising),
            None => self.trades.extend(all_trades(moves)),
        }
        if self.trades.is_empty() {
            return None;
        }
        (0..=HALVINGS).find_map(|halvings| self.best_trade_at(question, halved(moves.chair.step, halvings)))
    }

    /// Lists the trades that help at the finest step, and those whose shifts do not go as far as the coarsest.
    fn list_promising_trades(&mut self, question: &Question<'_>, promising: f64) {
        let moves = question.moves;
        self.compute_shifts(question, halved(moves.chair.step, HALVINGS));
        self.compute_costs(question);
        // Where one of the clauses cannot move, a trade is a single shift: tried already, if shifts are made.
        let singles_tried = moves.chair.moves.contains(&Move::Shift);
        let mut batch: Batch<[usize; 2]> = Batch::new();
        for [a, b] in all_trades(moves) {
            let room = [self.rooms[a], self.rooms[b]];
            if singles_tried && room.contains(&0.0) {
                continue;
            }
            if room.iter().any(|&room| 0.0 < room && room < moves.chair.step) {
                self.flush_promising(question, promising, &mut batch);
                self.trades.push([a, b]);
            } else if self.costs[a] + self.costs[b] < -promising {
                batch.push([a, b]);
                if batch.is_full() {
                    self.flush_promising(question, promising, &mut batch);
                }
            }
        }
        self.flush_promising(question, promising, &mut batch);
    }

    /// Lists those of a batch of trades that help at the step at which shifts have been computed.
    fn flush_promising(&mut self, question: &Question<'_>, promising: f64, batch: &mut Batch<[usize; 2]>) {
        let lefts = self.shortfalls_after(question, batch);
        let helps = |left: f64| question.now - left > promising;
        self.trades
            .extend(batch.drain(..).zip(lefts).filter(|&(_, left)| helps(left)).map(|(trade, _)| trade));
    }

    /// The best of the listed trades at a step.
    fn best_trade_at(&mut self, question: &Question<'_>, step: f64) -> Option<Step> {
        let shift = |place: usize| question.moves.shift(place, step);
        self.compute_shifts(question, step);
        let mut best = Best { shortfall: question.now, found: None };
        let mut batch: Batch<[usize; 2]> = Batch::new();
        for k in 0..self.trades.len() {
            let trade = self.trades[k];
            if trade.iter().all(|&place| shift(place).is_some()) {
                batch.push(trade);
            }
            if batch.is_full() || k + 1 == self.trades.len() {
                let lefts = self.shortfalls_after(question, &batch);
                for (trade, left) in batch.drain(..).zip(lefts) {
                    best.consider(&trade, left);
                }
            }
        }
        let [first, second] = best.found?;
        Some(Step { mv: Move::Trade, first: shift(first)?, second: shift(second), shortfall: best.shortfall })
    }

    /// S after each of a batch of trades, at the step at which shifts have been computed.
    fn shortfalls_after(&mut self, question: &Question<'_>, batch: &[[usize; 2]]) -> [f64; TRIALS] {
        let packs = packs(question.voices.who.len());
        let change = |place: usize| &self.shifts[place * packs..][..packs];
        let pairs = batch.iter().map(|&[a, b]| [change(a), change(b)]);
        if question.promising.is_some() {
            return first_of(|take| self.shortfall.convex_with_changes(question.voices, pairs, take));
        }
        self.shortfall.with_changes(question.voices, question.appraisal, question.rule, pairs)
    }

    /// Computes what each shift adds to everyone's loss.
    fn compute_shifts(&mut self, question: &Question<'_>, step: f64) {
        let (moves, packs) = (question.moves, packs(question.voices.who.len()));
        self.shifts.resize(moves.places().end * packs, Pack::default());
        for place in moves.places() {
            if let Some((clause, value)) = moves.shift_by(place, step) {
                let change = &mut self.shifts[place * packs..][..packs];
                question.appraisal.change(&question.voices.preferences, clause, value, change);
            }
        }
    }

    /// Computes what each shift costs those whose needs are unmet, and how far it can go.
    fn compute_costs(&mut self, question: &Question<'_>) {
        let packs = packs(question.voices.who.len());
        let cost = |change| self.shortfall.cost_to_unmet(question.appraisal, change);
        self.costs.clear();
        self.costs.extend(self.shifts.chunks_exact(packs.max(1)).map(cost));
        self.rooms.resize(question.moves.places().end, 0.0);
        question.moves.places().for_each(|place| self.rooms[place] = question.moves.room(place));
    }
}

/// The places of each pair of shifts on two clauses, in clause order.
fn all_trades(moves: &Moves<'_>) -> impl Iterator<Item = [usize; 2]> {
    let places = moves.places();
    let end = places.end;
    let after = move |a: usize| (a + 2 - a % 2)..end;
    places
        .flat_map(move |a| after(a).map(move |b| [a, b]))
        .filter(|trade| trade.iter().all(|&p| moves.is_scale(p)))
}
