//! The chair's single negotiating text: random changes, taken up where they are welcome (model §5).
//!
//! In each round the chair draws a clause and changes it, x_d ← x_d + z with z ~ N(0, σ), cut to [0, 1]; of options, to
//! another one. Each party answers by what the change does to its utility: +2 or −2 from `strong` on, +1 or −1 below, 0
//! where nothing changes. The chair takes the change up
//!
//! - *greedily*, if nobody answers below 0 and somebody above;
//! - by *annealing*, with probability min(1, e^{ΔS/Temp}), S the sum of the answers or the least surplus min u_i − r_i, and
//!   Temp falling in a straight line to 0 at the deadline.
//!
//! Every m rounds, and at the deadline, the text is put to the rule, while demands soften.
//!
//! Guaranteed: taken greedily no party's utility ever falls, so that a text that starts in everybody's winset stays there;
//! it must start from the status quo, for from the mean of ideals nearly every change hurts somebody. After Klein,
//! Faratin, Sayama & Bar-Yam (2003), "Negotiating complex contracts".

use std::ops::ControlFlow;

use super::{motion::Step, observer::Observer, state::State};
use crate::{
    model::{Model, Pack, Preferences, Simd, Trial, f64x8, linear_utility, prelude::*, read, utilities},
    protocol::{Acceptance, Annealing, Move, Score, SingleText},
    random::normal_quantile,
    text::{ClauseId, Value},
};

/// A change of utility that is nothing but rounding.
const NOTHING: f64 = 1e-12;

/// Whom a change hurts and helps.
struct Welcome<'a> {
    /// u_i now.
    now: &'a [Pack],
    /// Whose utility it is, where it is not 1 − L.
    curved: Option<&'a Preferences>,
    hurts: bool,
    helps: bool,
}

impl Trial for Welcome<'_> {
    #[inline(always)]
    fn see<S: Simd>(&mut self, pack: usize, totals: f64x8<S>) -> ControlFlow<()> {
        let then = match self.curved {
            None => linear_utility(totals),
            Some(preferences) => utilities(preferences, pack, totals),
        };
        let change = then - read(totals.simd, &self.now[pack]);
        self.hurts = change.simd_lt(-NOTHING).any_true();
        self.helps |= change.simd_gt(NOTHING).any_true();
        if self.hurts { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl State {
    /// Proposes a change and takes it up where it is welcome.
    pub(super) fn propose<O: Observer>(
        &mut self,
        model: &Model,
        single: &SingleText,
        round: u32,
        observer: &mut O,
    ) {
        let Some((clause, number)) = self.lots.proposal() else { return };
        let luck = self.lots.luck();
        let value = changed(model, single, clause, self.text[clause], number);
        if value == self.text[clause] {
            return;
        }
        if O::WATCHES || matches!(single.accept, Acceptance::Annealing(_)) {
            self.answer(clause, value, single.strong);
        }
        let taken_up = match single.accept {
            Acceptance::Greedy => self.is_welcome(clause, value),
            Acceptance::Annealing(annealing) => self.is_lucky(model, annealing, round, luck),
        };
        let step = Step { mv: Move::Shift, first: (clause, value), second: None, grievance: 0.0 };
        observer.sounded(&self.view(model, round), &step, &self.answers, taken_up);
        if taken_up {
            self.make(model, round, &step, observer);
        }
    }

    /// Whether a change hurts nobody and helps somebody; looks no further than the first whom it hurts.
    fn is_welcome(&self, clause: ClauseId, value: Value) -> bool {
        let preferences = &self.voices.preferences;
        let mut welcome = Welcome {
            now: self.appraisal.packed_utilities(),
            curved: (!preferences.is_linear()).then_some(preferences),
            hurts: false,
            helps: false,
        };
        self.appraisal.try_change(preferences, clause, value, &mut welcome);
        welcome.helps && !welcome.hurts
    }

    /// What each voice says to a change.
    fn answer(&mut self, clause: ClauseId, value: Value, strong: f64) {
        let (preferences, appraisal) = (&self.voices.preferences, &self.appraisal);
        let n = preferences.parties();
        self.column.resize(n, 0.0);
        preferences.column(clause, value, &mut self.column);
        self.would_get.clear();
        self.answers.clear();
        for v in 0..n {
            let total = appraisal.totals()[v] - appraisal.losses(clause)[v] + self.column[v];
            let then = preferences.utility(v, total);
            self.would_get.push(then);
            self.answers.push(match then - appraisal.utilities()[v] {
                change if change.abs() <= NOTHING => 0,
                change if change.abs() >= strong => 2 * sign(change),
                change => sign(change),
            });
        }
    }

    /// Whether annealing takes the change up.
    fn is_lucky(&self, model: &Model, annealing: Annealing, round: u32, luck: f64) -> bool {
        let change = match annealing.score {
            Score::Answers => f64::from(self.answers.iter().map(|a| i32::from(*a)).sum::<i32>()),
            Score::LeastSurplus => self.least(&self.would_get) - self.least(self.appraisal.utilities()),
        };
        let elapsed = f64::from(round) / f64::from(model.proceedings.rounds);
        let temperature = annealing.temperature * (1.0 - elapsed);
        change >= 0.0 || (temperature > 0.0 && luck < libm::exp(change / temperature))
    }

    /// The least surplus of anyone at these utilities.
    fn least(&self, utilities: &[f64]) -> f64 {
        let surpluses = utilities.iter().zip(&self.voices.reservations).map(|(u, r)| u - r);
        surpluses.fold(f64::INFINITY, f64::min)
    }
}

/// What a clause says after a change by this number in (0, 1).
fn changed(model: &Model, single: &SingleText, clause: ClauseId, value: Value, number: f64) -> Value {
    match value {
        Value::Interval { lo, hi } => {
            let by = single.change * normal_quantile(number);
            Value::point((f64::midpoint(lo, hi) + by).clamp(0.0, 1.0))
        }
        Value::Option(now) => {
            let others = model.clauses[clause.index()].options.saturating_sub(1);
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let which = (number * others as f64) as usize;
            Value::option(if which < usize::from(now) || others == 0 { which } else { which + 1 })
        }
    }
}

fn sign(change: f64) -> i8 {
    if change > 0.0 { 1 } else { -1 }
}
