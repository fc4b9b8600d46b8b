//! What each party of a group wants: ideals, saliences, options and tastes, dense.
//!
//! Stakes are clause-major, so that a clause's row runs over parties, in packs of eight; the last pack is filled up with
//! parties whose salience is 0.

mod abreast;
mod lanes;
mod losses;
mod sums;

pub(super) use abreast::Abreast;
pub use abreast::FEW;
use fearless_simd::{Simd, f64x8, prelude::*};

use super::width::{PACK, Pack, Width, at_width, numbers, numbers_mut, packs, read};
use crate::{
    preference::{Loss, Reading, with_risk},
    text::{ClauseId, Value},
};

/// How a party judges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Taste {
    /// How distance turns into loss.
    pub loss: Loss,
    /// How vague words are read.
    pub reading: Reading,
    /// α.
    pub risk: f64,
}

/// What a pack of parties has at stake in a clause.
#[derive(Clone, Copy, Debug, Default)]
struct Stake {
    /// p_id.
    ideals: Pack,
    /// ω_id; 0 where the clause does not concern the party.
    saliences: Pack,
}

/// What a group of parties wants, dense.
#[derive(Clone, Debug)]
pub struct Preferences {
    parties: usize,
    clauses: usize,
    /// Packs to a clause.
    packs: usize,
    /// How wide loops run over changes of a text.
    width: Width,
    /// How wide they run over whole texts.
    width_of_wholes: Width,
    /// How many options each clause has; 0 for a scale.
    option_counts: Vec<usize>,
    /// The packs of one clause after those of another.
    stakes: Vec<Stake>,
    /// For options clauses: the losses of each option likewise, and of none of them, 1, last; empty for scales.
    options: Vec<Vec<Pack>>,
    tastes: Vec<Taste>,
    /// The taste of a party until it is set.
    usual: Taste,
    /// The taste of all, where they share one: lets the loops run without a branch.
    shared: Option<Taste>,
}

impl Preferences {
    /// Room for `parties` that want nothing yet, over clauses with these numbers of options (0 = a scale).
    pub fn new(parties: usize, options: &[usize], taste: Taste) -> Self {
        Self {
            parties,
            clauses: options.len(),
            packs: packs(parties),
            width: Width::fastest(),
            width_of_wholes: Width::widest(),
            option_counts: options.to_vec(),
            stakes: Vec::new(),
            options: vec![Vec::new(); options.len()],
            tastes: Vec::new(),
            usual: taste,
            shared: Some(taste),
        }
        .with_room_for_options()
    }

    fn with_room_for_options(mut self) -> Self {
        self.reset(self.parties);
        self
    }

    /// Makes this a copy of `other`, in place.
    pub fn copy_from(&mut self, other: &Self) {
        (self.parties, self.packs) = (other.parties, other.packs);
        self.stakes.clone_from(&other.stakes);
        for (mine, theirs) in self.options.iter_mut().zip(&other.options) {
            mine.clone_from(theirs);
        }
        self.tastes.clone_from(&other.tastes);
        self.shared = other.shared;
    }

    /// Makes the party at `to` want what another group's party wants, and judge as it does; call
    /// [`Preferences::find_shared_taste`] after the last.
    pub fn copy_party(&mut self, to: usize, from: &Self, party: usize) {
        for clause in (0..self.clauses).map(ClauseId::new) {
            self.set_ideal(to, clause, from.ideal(party, clause));
            self.set_salience(to, clause, from.salience(party, clause));
            for option in 0..self.option_count(clause) {
                self.set_option_loss(to, clause, option, from.option_loss(party, clause, option));
            }
        }
        self.set_taste(to, from.taste(party));
    }

    /// Changes the number of parties, in place; what they want is to be set anew.
    pub fn reset(&mut self, parties: usize) {
        self.parties = parties;
        self.packs = packs(parties);
        self.stakes.clear();
        self.stakes.resize(self.packs * self.clauses, Stake::default());
        for (table, &count) in
            self.options.iter_mut().zip(&self.option_counts).filter(|(_, count)| **count > 0)
        {
            table.resize((count + 1) * self.packs, Pack::default());
            table[count * self.packs..].fill(Pack([1.0; PACK]));
        }
        self.tastes.resize(self.packs * PACK, self.usual);
    }

    /// Judges at this width instead of the machine's fastest; the bits are the same.
    pub fn set_width(&mut self, width: Width) {
        (self.width, self.width_of_wholes) = (width, width);
    }

    /// How wide loops run over changes of a text.
    pub(super) fn width(&self) -> Width {
        self.width
    }

    /// How wide they run over whole texts.
    pub(super) fn width_of_wholes(&self) -> Width {
        self.width_of_wholes
    }

    /// What each pack has at stake in a clause.
    fn row(&self, clause: ClauseId) -> &[Stake] {
        &self.stakes[clause.index() * self.packs..][..self.packs]
    }

    /// What a party's pack has at stake in a clause, to be set.
    fn stake_mut(&mut self, party: usize, clause: ClauseId) -> &mut Stake {
        &mut self.stakes[clause.index() * self.packs + party / PACK]
    }

    /// How many parties.
    pub fn parties(&self) -> usize {
        self.parties
    }

    /// How many clauses.
    pub fn clauses(&self) -> usize {
        self.clauses
    }

    /// p_id.
    pub fn ideal(&self, party: usize, clause: ClauseId) -> f64 {
        self.row(clause)[party / PACK].ideals.0[party % PACK]
    }

    /// ω_id; 0 where the clause does not concern the party.
    pub fn salience(&self, party: usize, clause: ClauseId) -> f64 {
        self.row(clause)[party / PACK].saliences.0[party % PACK]
    }

    /// The loss of an option to a party, in [0, 1].
    pub fn option_loss(&self, party: usize, clause: ClauseId, option: usize) -> f64 {
        numbers(&self.options[clause.index()])[option * self.packs * PACK + party]
    }

    /// How many options the clause has; 0 for a scale.
    pub fn option_count(&self, clause: ClauseId) -> usize {
        self.option_counts[clause.index()]
    }

    /// The option the party likes best (ties: the first).
    pub fn best_option(&self, party: usize, clause: ClauseId) -> usize {
        (0..self.option_count(clause))
            .min_by(|&a, &b| {
                self.option_loss(party, clause, a).total_cmp(&self.option_loss(party, clause, b))
            })
            .unwrap_or(0)
    }

    /// What the party would put on this clause: its ideal, or its best option.
    pub fn favourite(&self, party: usize, clause: ClauseId) -> Value {
        match self.option_count(clause) {
            0 => Value::point(self.ideal(party, clause)),
            _ => Value::option(self.best_option(party, clause)),
        }
    }

    /// How a party judges.
    pub fn taste(&self, party: usize) -> Taste {
        self.tastes[party]
    }

    /// Sets p_id.
    pub fn set_ideal(&mut self, party: usize, clause: ClauseId, ideal: f64) {
        self.stake_mut(party, clause).ideals.0[party % PACK] = ideal;
    }

    /// Keeps every ideal to the scale: what is drawn may miss its end by a rounding.
    pub fn keep_to_scale(&mut self) {
        let ideals = self.stakes.iter_mut().flat_map(|stake| &mut stake.ideals.0);
        ideals.for_each(|ideal| *ideal = ideal.clamp(0.0, 1.0));
    }

    /// Sets ω_id.
    pub fn set_salience(&mut self, party: usize, clause: ClauseId, salience: f64) {
        self.stake_mut(party, clause).saliences.0[party % PACK] = salience;
    }

    /// Sets the loss of an option to a party.
    pub fn set_option_loss(&mut self, party: usize, clause: ClauseId, option: usize, loss: f64) {
        let table = numbers_mut(&mut self.options[clause.index()]);
        table[option * self.packs * PACK + party] = loss;
    }

    /// Sets how a party judges; call [`Preferences::find_shared_taste`] after the last.
    pub fn set_taste(&mut self, party: usize, taste: Taste) {
        self.tastes[party] = taste;
    }

    /// Notes whether all parties judge alike.
    pub fn find_shared_taste(&mut self) {
        let tastes = &self.tastes[..self.parties];
        self.shared = tastes.first().copied().filter(|first| tastes.iter().all(|t| t == first));
    }

    /// How all parties judge, where they judge alike.
    pub(super) fn shared_taste(&self) -> Option<Taste> {
        self.shared
    }

    /// Scales each party's saliences to sum to 1 (a party that cares for nothing stays as it is).
    pub fn normalise_saliences(&mut self) {
        at_width!(self.width, simd => self.divide_by_sums(simd));
    }

    #[inline(always)]
    fn divide_by_sums<S: Simd>(&mut self, simd: S) {
        let (one, zero) = (f64x8::splat(simd, 1.0), f64x8::splat(simd, 0.0));
        for pack in 0..self.packs {
            let mut totals = zero;
            for stake in self.stakes[pack..].iter().step_by(self.packs) {
                totals += read(simd, &stake.saliences);
            }
            let divisors = totals.simd_gt(zero).select(totals, one);
            for stake in self.stakes[pack..].iter_mut().step_by(self.packs) {
                (read(simd, &stake.saliences) / divisors).store_array(&mut stake.saliences.0);
            }
        }
    }

    /// u_i of a total loss.
    #[inline]
    pub fn utility(&self, party: usize, total: f64) -> f64 {
        let taste = self.tastes[party];
        with_risk(taste.loss.utility(total), taste.risk)
    }

    /// Whether utility is 1 − total for everyone, cut at 0: the common case, without a branch in the loop.
    pub fn is_linear(&self) -> bool {
        self.shared.is_some_and(|taste| taste.risk == 0.0 && taste.loss.is_linear())
    }
}
