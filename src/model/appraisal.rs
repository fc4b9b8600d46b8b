//! The kernel: what each party of a group makes of a text.
//!
//! Total loss L_i = Σ_d ω_id ℓ_id(x_d), summed in clause order, u_i = v(utility(L_i)). The plain definition stands beside it
//! in the tests.

use std::{
    iter::once,
    ops::ControlFlow::{self, Continue},
};

use fearless_simd::{Simd, f64x8, prelude::*};

use super::{
    judgement::Judgement,
    preferences::{Abreast, FEW, Preferences},
    sums::{Columns, add_up},
    width::{PACK, Pack, at_width, numbers, packs, read},
};
use crate::text::{ClauseId, Text, Value};

/// What looks at the losses of a text under trial.
pub trait Trial {
    /// Sees what a pack of parties would lose altogether; breaks when it has seen enough. To be `#[inline(always)]`.
    fn see<S: Simd>(&mut self, pack: usize, totals: f64x8<S>) -> ControlFlow<()>;
}

/// What looks at the losses of several texts under trial.
pub trait Trials {
    /// Sees what a party would lose altogether by each of them. To be `#[inline(always)]`.
    fn see<S: Simd>(&mut self, party: usize, totals: f64x8<S>);
}

impl<T: Trial> Trial for &mut T {
    #[inline(always)]
    fn see<S: Simd>(&mut self, pack: usize, totals: f64x8<S>) -> ControlFlow<()> {
        (**self).see(pack, totals)
    }
}

impl<T: Trials> Trials for &mut T {
    #[inline(always)]
    fn see<S: Simd>(&mut self, party: usize, totals: f64x8<S>) {
        (**self).see(party, totals);
    }
}

/// u of a pack of parties that lose so much, whatever their losses.
#[inline(always)]
pub fn utilities<S: Simd>(preferences: &Preferences, pack: usize, totals: f64x8<S>) -> f64x8<S> {
    let mut utilities = *totals.as_array();
    for (k, utility) in utilities.iter_mut().enumerate() {
        *utility = preferences.utility(pack * PACK + k, *utility);
    }
    f64x8::load_array(totals.simd, utilities)
}

/// A text as a group of parties judges it, kept up to date clause by clause.
#[derive(Clone, Debug, Default)]
pub struct Appraisal {
    /// L_i and u_i.
    judged: Judgement,
    /// Packs to a clause.
    packs: usize,
    /// ω_id ℓ_id, the packs of one clause after those of another.
    columns: Vec<Pack>,
}

impl Appraisal {
    /// Room for so many parties and clauses.
    pub fn with_capacity(parties: usize, clauses: usize) -> Self {
        Self {
            judged: Judgement::with_capacity(parties),
            packs: 0,
            columns: Vec::with_capacity(packs(parties) * clauses),
        }
    }

    /// Judges a whole text.
    pub fn judge(&mut self, preferences: &Preferences, text: &Text) {
        self.packs = packs(preferences.parties());
        self.columns.resize(self.packs * text.0.len(), Pack::default());
        self.judged.turn_to(preferences);
        at_width!(preferences.width(), simd => {
            for (d, value) in text.0.iter().enumerate() {
                self.lose(simd, preferences, ClauseId::new(d), *value);
            }
            self.add_up(simd);
        });
        self.judged.bend(preferences);
    }

    /// Judges the text after one clause has changed. All columns are summed anew in clause order, so that the bits do not
    /// depend on what changed before.
    pub fn rejudge(&mut self, preferences: &Preferences, clause: ClauseId, value: Value) {
        at_width!(preferences.width(), simd => {
            self.lose(simd, preferences, clause, value);
            self.add_up(simd);
        });
        self.judged.bend(preferences);
    }

    /// What a clause costs each party.
    #[inline(always)]
    fn lose<S: Simd>(&mut self, simd: S, preferences: &Preferences, clause: ClauseId, value: Value) {
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

    /// What all clauses cost each party.
    #[inline(always)]
    fn add_up<S: Simd>(&mut self, simd: S) {
        let columns = Columns::new(&self.columns, self.packs);
        add_up(simd, &columns, &mut self.judged.totals, &mut self.judged.utilities);
    }

    /// Tries a change of one clause: shows L_i − ω_id ℓ_id(now) + ω_id ℓ_id(value), pack by pack.
    pub fn try_change(&self, preferences: &Preferences, clause: ClauseId, value: Value, trial: impl Trial) {
        self.try_each(preferences, once(((clause, value), trial)));
    }

    /// Tries several changes of one clause, each of the text as it stands.
    pub fn try_each<T: Trial>(
        &self,
        preferences: &Preferences,
        changes: impl Iterator<Item = ((ClauseId, Value), T)>,
    ) {
        let totals = &self.judged.totals[..self.packs];
        at_width!(preferences.width(), simd => {
            for ((clause, value), mut trial) in changes {
                let now = self.packs_of(clause);
                preferences.losses(simd, clause, value, #[inline(always)] |pack, then| {
                    trial.see(pack, read(simd, &totals[pack]) - read(simd, &now[pack]) + then)
                });
            }
        });
    }

    /// Tries up to [`PACK`] changes of one clause at once: shows the same totals party by party, a lane to each change.
    /// Whether that was done: where the parties are a [few](FEW) and judge alike, and nothing changes to an option.
    pub fn try_abreast(
        &self,
        preferences: &Preferences,
        changes: impl Iterator<Item = (ClauseId, Value)>,
        mut trials: impl Trials,
    ) -> bool {
        let (Some(taste), Some(totals)) = (preferences.shared_taste(), self.judged.totals.first()) else {
            return false;
        };
        if preferences.parties() > FEW {
            return false;
        }
        let mut abreast = Abreast::new(taste);
        let mut now = [totals; PACK];
        for (lane, (clause, value)) in (0..PACK).zip(changes) {
            if !abreast.set(lane, preferences, clause, value) {
                return false;
            }
            now[lane] = &self.columns[clause.index()];
        }
        let (abreast, now) = (&abreast, &now);
        at_width!(preferences.width(), simd => {
            abreast.losses(simd, preferences.parties(), #[inline(always)] |party, then| {
                let now = f64x8::load_array(simd, now.map(|column| column.0[party]));
                trials.see(party, f64x8::splat(simd, totals.0[party]) - now + then);
            });
        });
        true
    }

    /// Tries several pairs of changes of loss: shows L_i + first + second, pack by pack.
    pub fn try_pairs<'a, T: Trial>(
        &self,
        preferences: &Preferences,
        pairs: impl Iterator<Item = ((&'a [Pack], &'a [Pack]), T)>,
    ) {
        let totals = &self.judged.totals[..self.packs];
        at_width!(preferences.width(), simd => {
            for ((first, second), mut trial) in pairs {
                let (first, second) = (&first[..self.packs], &second[..self.packs]);
                for pack in 0..totals.len() {
                    let totals = read(simd, &totals[pack]) + read(simd, &first[pack]) + read(simd, &second[pack]);
                    if trial.see(pack, totals).is_break() {
                        break;
                    }
                }
            }
        });
    }

    /// What a change of one clause adds to each party's loss.
    pub fn change(&self, preferences: &Preferences, clause: ClauseId, value: Value, change: &mut [Pack]) {
        let (now, change) = (self.packs_of(clause), &mut change[..self.packs]);
        at_width!(preferences.width(), simd => {
            preferences.losses(simd, clause, value, #[inline(always)] |pack, then| {
                (then - read(simd, &now[pack])).store_array(&mut change[pack].0);
                Continue(())
            });
        });
    }

    /// u_i of the text.
    pub fn utilities(&self) -> &[f64] {
        self.judged.utilities()
    }

    /// L_i of the text.
    pub fn totals(&self) -> &[f64] {
        self.judged.totals()
    }

    /// u_i of the text, in packs.
    pub fn packed_utilities(&self) -> &[Pack] {
        &self.judged.utilities
    }

    /// ω_id ℓ_id of a clause as it stands, by party.
    pub fn losses(&self, clause: ClauseId) -> &[f64] {
        &numbers(self.packs_of(clause))[..self.judged.totals().len()]
    }

    fn packs_of(&self, clause: ClauseId) -> &[Pack] {
        &self.columns[clause.index() * self.packs..(clause.index() + 1) * self.packs]
    }

    /// The clause that costs a party most as it stands (ties: the first); none where nothing costs it anything.
    pub fn dearest(&self, party: usize) -> Option<ClauseId> {
        let columns = self.columns[party / PACK..].iter().step_by(self.packs.max(1));
        let losses = columns.map(|pack| pack.0[party % PACK]);
        let dearest = losses.enumerate().fold((None, 0.0), |(dearest, most), (d, loss)| {
            if loss > most { (Some(ClauseId::new(d)), loss) } else { (dearest, most) }
        });
        dearest.0
    }
}
