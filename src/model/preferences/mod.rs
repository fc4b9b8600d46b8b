//! The preferences of a group of parties in dense arrays: ideals, saliences, losses of options, utility parameters.
//!
//! Arrays are clause-major: the row of a clause runs over parties, in packs of eight; the last pack is padded with parties of
//! salience 0.

mod batch;
mod lanes;
mod losses;
mod sums;

pub(super) use batch::ChangeBatch;
pub use batch::MAX_BATCHED_PARTIES;
use fearless_simd::{Simd, f64x8, prelude::*};

use super::width::{PACK, Pack, Width, at_width, numbers, numbers_mut, packs, read};
use crate::{
    preference::{Loss, Reading, with_risk},
    text::{ClauseId, Text, Value},
};

/// The parameters of a party's utility function.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UtilityParams {
    /// How distance is converted to loss.
    pub loss: Loss,
    /// How vague wording is read.
    pub reading: Reading,
    /// α: risk attitude.
    pub risk: f64,
}

/// The ideals and saliences of a pack of parties on one clause.
#[derive(Clone, Copy, Debug, Default)]
struct Stake {
    /// p_id.
    ideals: Pack,
    /// ω_id; 0 if the clause does not concern the party.
    saliences: Pack,
}

/// The preferences of a group of parties, dense.
#[derive(Clone, Debug)]
pub struct Preferences {
    parties: usize,
    clauses: usize,
    /// The number of packs per clause.
    packs: usize,
    /// The width of loops over changes of a text.
    width: Width,
    /// The width of loops over full texts.
    full_text_width: Width,
    /// The number of options of each clause; 0 for a scale.
    option_counts: Vec<usize>,
    /// Ideals and saliences, clause by clause.
    stakes: Vec<Stake>,
    /// For options clauses: the loss of each option, followed by 1 for "none of them", option by option; empty for scales.
    options: Vec<Vec<Pack>>,
    utility_params: Vec<UtilityParams>,
    /// The utility parameters of a party until they are set.
    default_params: UtilityParams,
    /// The utility parameters of all parties, if they are equal: lets the loops run without a branch.
    shared: Option<UtilityParams>,
}

impl Preferences {
    /// Empty preferences of `parties` over clauses with these numbers of options (0 = a scale).
    pub fn new(parties: usize, options: &[usize], utility_params: UtilityParams) -> Self {
        let mut preferences = Self {
            parties,
            clauses: options.len(),
            packs: packs(parties),
            width: Width::fastest(),
            full_text_width: Width::widest(),
            option_counts: options.to_vec(),
            stakes: Vec::new(),
            options: vec![Vec::new(); options.len()],
            utility_params: Vec::new(),
            default_params: utility_params,
            shared: Some(utility_params),
        };
        preferences.reset(parties);
        preferences
    }

    /// Makes this a copy of `other`, in place.
    pub fn copy_from(&mut self, other: &Self) {
        (self.parties, self.packs) = (other.parties, other.packs);
        self.stakes.clone_from(&other.stakes);
        for (mine, theirs) in self.options.iter_mut().zip(&other.options) {
            mine.clone_from(theirs);
        }
        self.utility_params.clone_from(&other.utility_params);
        self.shared = other.shared;
    }

    /// Copies a party of another group to the party at `to`. Call [`Preferences::update_shared_params`] after the last copy.
    pub fn copy_party(&mut self, to: usize, from: &Self, party: usize) {
        for clause in (0..self.clauses).map(ClauseId::new) {
            self.set_ideal(to, clause, from.ideal(party, clause));
            self.set_salience(to, clause, from.salience(party, clause));
            for option in 0..self.option_count(clause) {
                self.set_option_loss(to, clause, option, from.option_loss(party, clause, option));
            }
        }
        self.set_utility_params(to, from.utility_params(party));
    }

    /// Changes the number of parties in place and clears their preferences.
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
        self.utility_params.resize(self.packs * PACK, self.default_params);
    }

    /// Sets the width of all loops; the bits do not depend on it.
    pub fn set_width(&mut self, width: Width) {
        (self.width, self.full_text_width) = (width, width);
    }

    /// The width of loops over changes of a text.
    pub(super) fn width(&self) -> Width {
        self.width
    }

    /// The width of loops over full texts.
    pub(super) fn full_text_width(&self) -> Width {
        self.full_text_width
    }

    /// The ideals and saliences of all packs on a clause.
    fn row(&self, clause: ClauseId) -> &[Stake] {
        &self.stakes[clause.index() * self.packs..][..self.packs]
    }

    /// The ideals and saliences of a party's pack on a clause.
    fn stake_mut(&mut self, party: usize, clause: ClauseId) -> &mut Stake {
        &mut self.stakes[clause.index() * self.packs + party / PACK]
    }

    /// The number of parties.
    pub fn parties(&self) -> usize {
        self.parties
    }

    /// The number of clauses.
    pub fn clauses(&self) -> usize {
        self.clauses
    }

    /// The ideal p_id.
    pub fn ideal(&self, party: usize, clause: ClauseId) -> f64 {
        self.row(clause)[party / PACK].ideals.0[party % PACK]
    }

    /// The salience ω_id; 0 if the clause does not concern the party.
    pub fn salience(&self, party: usize, clause: ClauseId) -> f64 {
        self.row(clause)[party / PACK].saliences.0[party % PACK]
    }

    /// The loss of an option to a party, in [0, 1].
    pub fn option_loss(&self, party: usize, clause: ClauseId, option: usize) -> f64 {
        numbers(&self.options[clause.index()])[option * self.packs * PACK + party]
    }

    /// The number of options of a clause; 0 for a scale.
    pub fn option_count(&self, clause: ClauseId) -> usize {
        self.option_counts[clause.index()]
    }

    /// The option with the least loss for the party (ties: the first).
    pub fn best_option(&self, party: usize, clause: ClauseId) -> usize {
        (0..self.option_count(clause))
            .min_by(|&a, &b| {
                self.option_loss(party, clause, a).total_cmp(&self.option_loss(party, clause, b))
            })
            .unwrap_or(0)
    }

    /// The party's preferred value of a clause: its ideal or its best option.
    pub fn favourite(&self, party: usize, clause: ClauseId) -> Value {
        match self.option_count(clause) {
            0 => Value::point(self.ideal(party, clause)),
            _ => Value::option(self.best_option(party, clause)),
        }
    }

    /// The utility parameters of a party.
    pub fn utility_params(&self, party: usize) -> UtilityParams {
        self.utility_params[party]
    }

    /// Sets the ideal p_id.
    pub fn set_ideal(&mut self, party: usize, clause: ClauseId, ideal: f64) {
        self.stake_mut(party, clause).ideals.0[party % PACK] = ideal;
    }

    /// Clamps every ideal to the scale: draws may exceed it by a rounding error.
    pub fn clamp_ideals(&mut self) {
        let ideals = self.stakes.iter_mut().flat_map(|stake| &mut stake.ideals.0);
        ideals.for_each(|ideal| *ideal = ideal.clamp(0.0, 1.0));
    }

    /// Sets the salience ω_id.
    pub fn set_salience(&mut self, party: usize, clause: ClauseId, salience: f64) {
        self.stake_mut(party, clause).saliences.0[party % PACK] = salience;
    }

    /// Sets the loss of an option to a party.
    pub fn set_option_loss(&mut self, party: usize, clause: ClauseId, option: usize, loss: f64) {
        let table = numbers_mut(&mut self.options[clause.index()]);
        table[option * self.packs * PACK + party] = loss;
    }

    /// Sets the utility parameters of a party. Call [`Preferences::update_shared_params`] after the last change.
    pub fn set_utility_params(&mut self, party: usize, utility_params: UtilityParams) {
        self.utility_params[party] = utility_params;
    }

    /// Determines whether all parties have equal utility parameters.
    pub fn update_shared_params(&mut self) {
        let utility_params = &self.utility_params[..self.parties];
        self.shared =
            utility_params.first().copied().filter(|first| utility_params.iter().all(|t| t == first));
    }

    /// The utility parameters of all parties, if they are equal.
    pub fn shared_params(&self) -> Option<UtilityParams> {
        self.shared
    }

    /// Scales each party's saliences to sum to 1; a party whose saliences are all 0 is unchanged.
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

    /// The utility u_i of a total loss.
    #[inline]
    pub fn utility(&self, party: usize, total: f64) -> f64 {
        let utility_params = self.utility_params[party];
        with_risk(utility_params.loss.utility(total), utility_params.risk)
    }

    /// The utility u_i of a full text to one party.
    pub fn utility_of(&self, party: usize, text: &Text) -> f64 {
        let UtilityParams { loss, reading, .. } = self.utility_params[party];
        let mut total = 0.0;
        for (clause, value) in text.0.iter().enumerate().map(|(d, value)| (ClauseId::new(d), *value)) {
            let loss = match value {
                Value::Interval { lo, hi } => loss.over(lo, hi, self.ideal(party, clause), reading),
                Value::Option(option) => self.option_loss(party, clause, option.into()),
            };
            total += loss * self.salience(party, clause);
        }
        self.utility(party, total)
    }

    /// Whether utility is 1 − total, cut at 0, for every party: the common case, without a branch in the loop.
    pub fn is_linear(&self) -> bool {
        self.shared
            .is_some_and(|utility_params| utility_params.risk == 0.0 && utility_params.loss.is_linear())
    }
}
