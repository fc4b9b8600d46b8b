//! The chair's single negotiating text: random changes, accepted where they are welcome (specification §5).
//!
//! In each round the chair draws a clause and changes it, x_d ← x_d + z with z ~ N(0, σ), cut to [0, 1]; of options, to
//! another one. Each party answers by what the change does to its utility: +2 or −2 from `strong` on, +1 or −1 below, 0
//! where nothing changes. The chair accepts the change
//!
//! - *greedily*, if nobody answers below 0 and somebody above;
//! - by *annealing*, with probability min(1, e^{ΔS/Temp}), S the sum of the answers or the least surplus min u_i − r_i, and
//!   Temp falling in a straight line to 0 at the deadline.
//!
//! Every m rounds, and at the deadline, the text is put to the rule, while aspiration levels fall.
//!
//! Guaranteed: accepted greedily no party's utility ever falls, so that a text that starts in everybody's winset stays there;
//! it must start from the status quo, for from the mean of ideals nearly every change hurts somebody. Of options without
//! a status quo it starts from none of them, which is what everybody likes least. After Klein, Faratin, Sayama & Bar-Yam
//! (2003), "Negotiating complex contracts".

use std::ops::ControlFlow;

use super::{
    super::{motion::Step, observer::Observer, table::NegotiationTable},
    Conduct,
    proposals::ProposalRng,
};
use crate::{
    model::{
        Appraisal, Model, Pack, Preferences, Simd, Trial, f64x8, linear_utility, prelude::*, read, utilities,
    },
    protocol::{Acceptance, Annealing, Move, Score, SingleText as Settings},
    random::{Seed, normal_quantile},
    text::{ClauseId, Value},
};

/// A change of utility that is nothing but rounding.
const NOTHING: f64 = 1e-12;

/// A chair that proposes random changes of one text.
#[derive(Clone, Debug)]
pub struct SingleTextProcedure<'m> {
    settings: &'m Settings,
    rng: ProposalRng,
    /// Losses on the clause of a proposal.
    column: Vec<f64>,
    /// What each voice would get from a proposal.
    would_get: Vec<f64>,
    /// What each voice says to a proposal, from −2 to +2.
    answers: Vec<i8>,
}

impl<'m> SingleTextProcedure<'m> {
    pub fn new(model: &Model, settings: &'m Settings, seed: Seed) -> Self {
        let most = model.countries.len() + model.blocs.len();
        Self {
            settings,
            rng: ProposalRng::new(model, seed),
            column: Vec::with_capacity(most),
            would_get: Vec::with_capacity(most),
            answers: Vec::with_capacity(most),
        }
    }

    /// What each voice says to a change.
    fn ask_voices(&mut self, table: &NegotiationTable<'_>, clause: ClauseId, value: Value) {
        let (preferences, appraisal) = (&table.voices.preferences, &table.appraisal);
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
                change if change.abs() >= self.settings.strong => 2 * sign(change),
                change => sign(change),
            });
        }
    }

    /// Whether annealing accepts the change that voices were asked about, given a number in (0, 1).
    fn anneals(&self, table: &NegotiationTable<'_>, annealing: Annealing, draw: f64) -> bool {
        let least_surplus = |utilities: &[f64]| {
            let surpluses = utilities.iter().zip(&table.voices.reservations).map(|(u, r)| u - r);
            surpluses.fold(f64::INFINITY, f64::min)
        };
        let change = match annealing.score {
            Score::Answers => f64::from(self.answers.iter().map(|a| i32::from(*a)).sum::<i32>()),
            Score::LeastSurplus => {
                least_surplus(&self.would_get) - least_surplus(table.appraisal.utilities())
            }
        };
        let elapsed = f64::from(table.round) / f64::from(table.deadline());
        let temperature = annealing.temperature * (1.0 - elapsed);
        change >= 0.0 || (temperature > 0.0 && draw < libm::exp(change / temperature))
    }
}

impl Conduct for SingleTextProcedure<'_> {
    /// The text moves by what a change does, not by what anyone asks for.
    const LOOKS_AT_ASPIRATIONS: bool = false;

    fn reset(&mut self, replicate: u64) {
        self.rng.turn_to(replicate);
    }

    /// Proposes a change and makes it where it is accepted.
    fn revise<O: Observer>(&mut self, table: &mut NegotiationTable<'_>, observer: &mut O) {
        let Some((clause, number)) = self.rng.proposal() else { return };
        let draw = self.rng.accept_draw();
        let value = changed(table.model, self.settings, clause, table.text[clause], number);
        self.try_change(table, clause, value, draw, observer);
        let proposals: Vec<_> = table.said.proposals().collect();
        for (seat, clause, value) in proposals {
            if self.try_change(table, clause, value, draw, observer) {
                table.said.taken_up.push((seat, clause, value));
            }
        }
    }
}

impl SingleTextProcedure<'_> {
    /// Puts a change, and makes it where it is accepted; whether it is.
    fn try_change<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        clause: ClauseId,
        value: Value,
        draw: f64,
        observer: &mut O,
    ) -> bool {
        if value == table.text[clause] {
            return false;
        }
        if O::WATCHES || matches!(self.settings.accept, Acceptance::Annealing(_)) {
            self.ask_voices(table, clause, value);
        }
        let accepted = match self.settings.accept {
            Acceptance::Greedy => is_welcome(&table.voices.preferences, &table.appraisal, clause, value),
            Acceptance::Annealing(annealing) => self.anneals(table, annealing, draw),
        };
        let step = Step { mv: Move::Shift, first: (clause, value), second: None, shortfall: 0.0 };
        observer.on_proposal(&table.view(), &step, &self.answers, accepted);
        if accepted {
            table.apply_step(&step, observer);
        }
        accepted
    }
}

/// Whether a change hurts nobody and helps somebody; looks no further than the first whom it hurts.
fn is_welcome(preferences: &Preferences, appraisal: &Appraisal, clause: ClauseId, value: Value) -> bool {
    let mut welcome = Welcome {
        now: appraisal.packed_utilities(),
        curved: (!preferences.is_linear()).then_some(preferences),
        hurts: false,
        helps: false,
    };
    appraisal.try_change(preferences, clause, value, &mut welcome);
    welcome.helps && !welcome.hurts
}

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

/// What a clause says after a change by this number in (0, 1).
fn changed(model: &Model, settings: &Settings, clause: ClauseId, value: Value, number: f64) -> Value {
    match value {
        Value::Interval { lo, hi } => {
            let by = settings.change * normal_quantile(number);
            Value::point((f64::midpoint(lo, hi) + by).clamp(0.0, 1.0))
        }
        Value::Option(now) => {
            let options = model.clauses[clause.index()].options;
            let others = if usize::from(now) < options { options - 1 } else { options };
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let which = (number * others as f64) as usize;
            Value::option(if which < usize::from(now) || others == 0 { which } else { which + 1 })
        }
    }
}

fn sign(change: f64) -> i8 {
    if change > 0.0 { 1 } else { -1 }
}
