//! The chair's search for the move that lowers the weighted shortfall S most (specification §5.2).
//!
//! Shift, merge, clarify, delete and carve-out are tried on every clause at step δ, then δ/2 … δ/16 where nothing
//! coarser helps; trades, two clauses at once, only where no single move helps. Ties go to the scenario's order of moves,
//! then to clause order.
//!
//! Where S is convex, a direction that does not help at δ/16 helps at no step: S(x + h v) − S(x) ≥ (h/s)(S(x + s v) − S(x))
//! for h ≥ s. So every direction is first tried at the shortest step, and most need not be tried at another. Nor does a trade
//! help whose two shifts together cost those whose needs are unmet at least what they bring them, since max(0, z + c) ≥ z + c.

mod trades;

use arrayvec::ArrayVec;

use super::{
    super::{motion::Step, voices::Voices},
    core::RuleCores,
    moves::{HALVINGS, Moves},
    shortfall::{TRIALS, WeightedShortfall},
    trials::{TrialId, Trials},
};
use crate::{
    model::{Appraisal, Model, Pack, packs},
    voting::DecisionRule,
};

/// A move must lower the weighted shortfall by more than this.
pub const IMPROVES: f64 = 1e-12;

/// How much longer the coarsest step is than the finest.
const STEP_RATIO: f64 = (1 << HALVINGS) as f64;

/// Searches moves; owns the buffers, so that no search allocates.
#[derive(Clone, Debug)]
pub struct MoveSearch {
    pub shortfall: WeightedShortfall,
    /// What each move on one clause would change.
    trials: Trials,
    /// The directions in which one clause may be moved, by their place.
    directions: Vec<usize>,
    /// The places of the two shifts of each trade.
    trades: Vec<[usize; 2]>,
    /// What each shift adds to everyone's loss, by its place.
    shifts: Vec<Pack>,
    /// What each shift costs those whose needs are unmet, weighted, by its place.
    costs: Vec<f64>,
    /// How far each shift can go, by its place.
    rooms: Vec<f64>,
}

/// What a search is about.
struct Question<'a> {
    moves: &'a Moves<'a>,
    voices: &'a Voices,
    appraisal: &'a Appraisal,
    rule: &'a DecisionRule,
    /// S of the text as it stands.
    now: f64,
    /// What a move at the finest step must gain for any coarser one to help, where S is convex; none where it is not.
    promising: Option<f64>,
}

impl MoveSearch {
    pub fn new(model: &Model) -> Self {
        let most = model.countries.len() + model.blocs.len();
        let places = 2 * model.clauses.len();
        Self {
            shortfall: WeightedShortfall::with_capacity(most),
            trials: Trials::new(most),
            directions: Vec::new(),
            trades: Vec::new(),
            shifts: Vec::with_capacity(places * packs(most)),
            costs: Vec::with_capacity(places),
            rooms: Vec::with_capacity(places),
        }
    }

    /// The best move, if any lowers the weighted shortfall.
    pub fn best_step(
        &mut self,
        moves: &Moves<'_>,
        voices: &Voices,
        appraisal: &Appraisal,
        rule: &DecisionRule,
    ) -> Option<Step> {
        let now = self.shortfall.of(voices, appraisal, rule);
        if now <= IMPROVES {
            return None;
        }
        let version = (voices.version, moves.cores.map(RuleCores::version));
        self.trials.update(moves, &voices.preferences, version);
        let promising = self.promising_gain(voices, appraisal, moves.chair.step, now);
        if promising.is_some() {
            self.shortfall.set_hinges(appraisal);
        }
        let question = Question { moves, voices, appraisal, rule, now, promising };
        self.best_single(&question).or_else(|| self.best_trade(&question))
    }

    /// What a move at the finest step must gain so that it can gain more than [`IMPROVES`] at a coarser one, less what sums
    /// may be off by rounding; none where S may not be convex as far as the coarsest step goes on two clauses.
    fn promising_gain(&self, voices: &Voices, appraisal: &Appraisal, step: f64, now: f64) -> Option<f64> {
        #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 voices
        let rounding = voices.who.len() as f64 * f64::EPSILON * now.max(1.0);
        let convex = self.trials.keeps() && self.shortfall.is_convex_within(voices, appraisal, step);
        convex.then_some(IMPROVES / STEP_RATIO - rounding)
    }

    /// The best move on one clause at the coarsest step at which any helps.
    fn best_single(&mut self, question: &Question<'_>) -> Option<Step> {
        let moves = question.moves;
        self.directions.clear();
        self.directions.reserve(self.trials.directions.len());
        match question.promising {
            Some(promising) => self.list_promising_directions(question, promising),
            None => self.directions.extend(0..self.trials.directions.len()),
        }
        let mut best = Best { shortfall: question.now, found: None };
        let mut batch = Batch::new();
        for halvings in 0..=HALVINGS {
            for k in 0..self.directions.len() {
                let trial = TrialId { direction: self.directions[k], halvings };
                if self.is_made(moves, trial) {
                    batch.push(trial);
                }
                if batch.is_full() {
                    self.try_batch(question, &mut batch, &mut best);
                }
            }
            self.try_batch(question, &mut batch, &mut best);
            if best.found.is_some() {
                break;
            }
        }
        let trial = best.found?;
        let direction = &self.trials.directions[trial.direction];
        let value = self.trials.value(moves, trial);
        Some(Step {
            mv: direction.mv,
            first: (direction.clause, value),
            second: None,
            shortfall: best.shortfall,
        })
    }

    /// Whether a move is made with this step: a move without a step is made once.
    fn is_made(&self, moves: &Moves<'_>, trial: TrialId) -> bool {
        let direction = &self.trials.directions[trial.direction];
        (trial.halvings == 0 || direction.way.has_step())
            && moves.can_make(direction, self.trials.value(moves, trial))
    }

    /// Tries a batch of moves on one clause.
    fn try_batch(&mut self, question: &Question<'_>, batch: &mut Batch<TrialId>, best: &mut Best<TrialId>) {
        let lefts = self.shortfalls_with(question, batch);
        for (trial, left) in batch.drain(..).zip(lefts) {
            best.consider(&trial, left);
        }
    }

    /// Lists the directions that help at the finest step, whether or not the move can be made there.
    fn list_promising_directions(&mut self, question: &Question<'_>, promising: f64) {
        let Question { moves, voices, appraisal, now, .. } = *question;
        let changes = self.trials.finest_changes(moves, &voices.preferences, appraisal);
        let (mut direction, directions) = (0, &mut self.directions);
        self.shortfall.convex_with_changes(voices, changes.map(|change| [change]), |left| {
            if now - left > promising {
                directions.push(direction);
            }
            direction += 1;
        });
    }

    /// S after each of a batch of moves on one clause.
    fn shortfalls_with(&mut self, question: &Question<'_>, batch: &[TrialId]) -> [f64; TRIALS] {
        let Question { voices, appraisal, rule, .. } = *question;
        self.trials.prepare(question.moves, &voices.preferences, appraisal, batch.iter().copied());
        let changes = batch.iter().enumerate().map(|(k, trial)| [self.trials.change(k, *trial)]);
        if question.promising.is_some() {
            return first_of(|take| self.shortfall.convex_with_changes(voices, changes, take));
        }
        self.shortfall.with_changes(voices, appraisal, rule, changes)
    }
}

/// The numbers that `pass` passes on, [`TRIALS`] at most.
fn first_of(pass: impl FnOnce(&mut dyn FnMut(f64))) -> [f64; TRIALS] {
    let (mut numbers, mut k) = ([0.0; TRIALS], 0);
    pass(&mut |number| {
        numbers[k] = number;
        k += 1;
    });
    numbers
}

/// What is tried in one batch.
type Batch<T> = ArrayVec<T, TRIALS>;

/// What lowers the weighted shortfall most so far.
struct Best<T> {
    shortfall: f64,
    found: Option<T>,
}

impl<T: Copy> Best<T> {
    /// Keeps a candidate that lowers the weighted shortfall further.
    #[inline]
    fn consider(&mut self, candidate: &T, shortfall: f64) {
        if shortfall < self.shortfall - IMPROVES {
            *self = Self { shortfall, found: Some(*candidate) };
        }
    }
}
