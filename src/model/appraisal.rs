//! The kernel: the evaluation of a text by each party of a group.
//!
//! Total loss L_i = Σ_d ω_id ℓ_id(x_d), summed in clause order; utility u_i = v(utility(L_i)). The tests compare it with the
//! scalar definition.

use std::ops::ControlFlow::{self, Continue};

use fearless_simd::{Simd, f64x8, prelude::*};

use super::{
    judgement::Judgement,
    preferences::Preferences,
    sums::{Columns, sum_packs},
    width::{PACK, Pack, at_width, numbers, packs, read},
};
use crate::text::{ClauseId, Text, Value};

/// Receives the total losses of a trial text.
pub trait Trial {
    /// Receives the total losses of a pack of parties; breaks to stop. Implementations must be `#[inline(always)]`.
    fn see<S: Simd>(&mut self, pack: usize, totals: f64x8<S>) -> ControlFlow<()>;
}

impl<T: Trial> Trial for &mut T {
    #[inline(always)]
    fn see<S: Simd>(&mut self, pack: usize, totals: f64x8<S>) -> ControlFlow<()> {
        (**self).see(pack, totals)
    }
}

/// The utilities of a pack of parties with these total losses, for any utility parameters.
#[inline(always)]
pub fn utilities<S: Simd>(preferences: &Preferences, pack: usize, totals: f64x8<S>) -> f64x8<S> {
    let mut utilities = *totals.as_array();
    for (k, utility) in utilities.iter_mut().enumerate() {
        *utility = preferences.utility(pack * PACK + k, *utility);
    }
    f64x8::load_array(totals.simd, utilities)
}

/// The evaluation of a text by a group of parties, updated clause by clause.
#[derive(Clone, Debug, Default)]
pub struct Appraisal {
    /// Total losses L_i and utilities u_i.
    judged: Judgement,
    /// The number of packs per clause.
    packs: usize,
    /// ω_id ℓ_id, clause by clause.
    columns: Vec<Pack>,
}

impl Appraisal {
    /// An empty appraisal with capacity for this many parties and clauses.
    pub fn with_capacity(parties: usize, clauses: usize) -> Self {
        Self {
            judged: Judgement::with_capacity(parties),
            packs: 0,
            columns: Vec::with_capacity(packs(parties) * clauses),
        }
    }

    /// Evaluates a full text.
    pub fn judge(&mut self, preferences: &Preferences, text: &Text) {
        self.packs = packs(preferences.parties());
        self.columns.resize(self.packs * text.0.len(), Pack::default());
        self.judged.resize_for(preferences);
        at_width!(preferences.width(), simd => {
            for (d, value) in text.0.iter().enumerate() {
                self.update_column(simd, preferences, ClauseId::new(d), *value);
            }
            self.sum_columns(simd);
        });
        self.judged.apply_curved_utility(preferences);
    }

    /// Evaluates the text after one clause has changed. All columns are summed again in clause order, so the bits do not
    /// depend on earlier changes.
    pub fn rejudge(&mut self, preferences: &Preferences, clause: ClauseId, value: Value) {
        at_width!(preferences.width(), simd => {
            self.update_column(simd, preferences, clause, value);
            self.sum_columns(simd);
        });
        self.judged.apply_curved_utility(preferences);
    }

    /// Computes the losses of a clause.
    #[inline(always)]
    fn update_column<S: Simd>(&mut self, simd: S, preferences: &Preferences, clause: ClauseId, value: Value) {
        let column = &mut self.columns[clause.index() * self.packs..][..self.packs];
        preferences.losses(
            simd,
            clause,
            value,
            #[inline(always)]
            |pack, losses| {
                losses.store_array(&mut column[pack].0);
                Continue(())
            },
        );
    }

    /// Sums the losses of all clauses.
    #[inline(always)]
    fn sum_columns<S: Simd>(&mut self, simd: S) {
        let columns = Columns::new(&self.columns, self.packs);
        sum_packs(simd, &columns, &mut self.judged.totals, &mut self.judged.utilities);
    }

    /// Tries a change of one clause: passes L_i − ω_id ℓ_id(now) + ω_id ℓ_id(value) to `trial`, pack by pack.
    pub fn try_change(
        &self,
        preferences: &Preferences,
        clause: ClauseId,
        value: Value,
        mut trial: impl Trial,
    ) {
        let (totals, now) = (&self.judged.totals[..self.packs], self.packs_of(clause));
        at_width!(preferences.width(), simd => {
            preferences.losses(simd, clause, value, #[inline(always)] |pack, then| {
                trial.see(pack, read(simd, &totals[pack]) - read(simd, &now[pack]) + then)
            });
        });
    }

    /// Tries several changes of loss, each of one clause or of several at once: passes L_i and what each adds to it to its
    /// trial, pack by pack.
    pub fn try_changes<'a, T: Trial, const CLAUSES: usize>(
        &self,
        preferences: &Preferences,
        changes: impl Iterator<Item = ([&'a [Pack]; CLAUSES], T)>,
    ) {
        let totals = &self.judged.totals[..self.packs];
        at_width!(preferences.width(), simd => {
            for (changes, mut trial) in changes {
                let changes = changes.map(|change| &change[..self.packs]);
                for pack in 0..totals.len() {
                    let mut totals = read(simd, &totals[pack]);
                    for change in changes {
                        totals += read(simd, &change[pack]);
                    }
                    if trial.see(pack, totals).is_break() {
                        break;
                    }
                }
            }
        });
    }

    /// Writes the change of each party's loss if one clause changes into `change`.
    pub fn change(&self, preferences: &Preferences, clause: ClauseId, value: Value, change: &mut [Pack]) {
        let (now, change) = (self.packs_of(clause), &mut change[..self.packs]);
        at_width!(preferences.width(), simd => {
            preferences.losses(simd, clause, value, #[inline(always)] |pack, then| {
                (then - read(simd, &now[pack])).store_array(&mut change[pack].0);
                Continue(())
            });
        });
    }

    /// The utilities u_i of the text.
    pub fn utilities(&self) -> &[f64] {
        self.judged.utilities()
    }

    /// The total losses L_i of the text.
    pub fn totals(&self) -> &[f64] {
        self.judged.totals()
    }

    /// The total losses L_i of the text, in packs.
    pub fn packed_totals(&self) -> &[Pack] {
        &self.judged.totals
    }

    /// The utilities u_i of the text, in packs.
    pub fn packed_utilities(&self) -> &[Pack] {
        &self.judged.utilities
    }

    /// The losses ω_id ℓ_id of a clause at its current value, by party.
    pub fn losses(&self, clause: ClauseId) -> &[f64] {
        &numbers(self.packs_of(clause))[..self.judged.totals().len()]
    }

    fn packs_of(&self, clause: ClauseId) -> &[Pack] {
        &self.columns[clause.index() * self.packs..(clause.index() + 1) * self.packs]
    }

    /// The clause with the largest loss for a party (ties: the first); `None` if all its losses are 0.
    pub fn costliest_clause(&self, party: usize) -> Option<ClauseId> {
        let columns = self.columns[party / PACK..].iter().step_by(self.packs.max(1));
        let losses = columns.map(|pack| pack.0[party % PACK]);
        let costliest_clause = losses.enumerate().fold((None, 0.0), |(costliest_clause, most), (d, loss)| {
            if loss > most { (Some(ClauseId::new(d)), loss) } else { (costliest_clause, most) }
        });
        costliest_clause.0
    }
}
