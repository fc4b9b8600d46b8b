//! The weighted shortfall S: what a text leaves unmet among those the chair must bring along (specification §5).
//!
//! Shortfall h_i = max(0, a_i(t) − τ_i − u_i(x)); S = Σ m_i h_i over the cheapest sufficient coalition: everyone
//! present under consensus; under a rule that lets some lose, without those whose loss it tolerates.

use std::{array, ops::ControlFlow};

use super::{
    super::voices::Voices,
    dissent::{Deciding, ToleratedDissent},
};
use crate::{
    model::{
        Appraisal, Hinges, Model, PACK, Pack, Preferences, Simd, Trial, f64x8, linear_utility, numbers,
        packs, prelude::*, read, utilities,
    },
    text::{ClauseId, Value},
    voting::DecisionRule,
};

/// Trials in a batch. Their sums are accumulated in parallel: additions to one sum depend on each other, those to
/// different sums do not.
pub const TRIALS: usize = 8;

/// What a pack of voices needs.
#[derive(Clone, Copy, Debug, Default)]
struct Claim {
    /// a_i(t) − τ_i: the utility below which a party must be brought along.
    needs: Pack,
    /// m_i, the weight of its shortfall; 0 where there is no voice.
    weights: Pack,
}

/// Computes the weighted shortfall; owns the buffers of trials, so that none allocates.
#[derive(Clone, Debug, Default)]
pub struct WeightedShortfall {
    /// What voices need, pack by pack.
    claims: Vec<Claim>,
    /// Whether utility is 1 − total for every voice.
    linear: bool,
    /// Whom the rule lets the chair leave behind.
    dissent: ToleratedDissent,
    /// Packs of voices.
    packs: usize,
    /// m_i h_i of each trial, one after another.
    costs: Vec<Pack>,
    /// What each lacks, and its weight.
    hinges: Hinges,
}

impl WeightedShortfall {
    pub fn with_capacity(voices: usize) -> Self {
        Self {
            claims: Vec::with_capacity(packs(voices)),
            linear: false,
            dissent: ToleratedDissent::with_capacity(voices),
            packs: 0,
            costs: Vec::with_capacity(TRIALS * packs(voices)),
            hinges: Hinges::with_capacity(voices),
        }
    }

    /// Sets what each voice needs in a round, its aspiration level less the threshold below which it says no, and looks for
    /// those whose No the rule tolerates.
    pub fn set_needs(
        &mut self,
        voices: &Voices,
        rule: &DecisionRule,
        targets: &[f64],
        threshold: impl Fn(usize) -> f64,
    ) {
        self.set_claims(voices, targets, threshold);
        self.dissent.turn_to(deciding(voices, rule));
    }

    /// Sets what each voice with a vote needs in a round where nobody is left behind: its aspiration level.
    pub fn set_needs_of_everyone(&mut self, model: &Model, voices: &Voices, targets: &[f64]) {
        self.set_claims(voices, targets, |v| if voices.has_votes(model, v) { 0.0 } else { f64::INFINITY });
        self.dissent.tolerate_nobody();
    }

    fn set_claims(&mut self, voices: &Voices, targets: &[f64], threshold: impl Fn(usize) -> f64) {
        self.packs = packs(voices.who.len());
        self.claims.clear();
        self.claims.resize(self.packs, Claim::default());
        self.costs.resize(TRIALS * self.packs, Pack::default());
        for (v, (target, weight)) in targets.iter().zip(&voices.weights).enumerate() {
            let claim = &mut self.claims[v / PACK];
            claim.needs.0[v % PACK] = target - threshold(v);
            claim.weights.0[v % PACK] = *weight;
        }
        self.linear = voices.preferences.is_linear();
    }

    /// Whether S is convex in the ends of the clauses, as far as two of them can be moved by `step`: nobody is left behind,
    /// losses are convex, and nobody's utility, where it counts, is cut at 0 on the way. A step changes no loss on a clause
    /// by more than 2 + κ_a times its length.
    pub fn is_convex_within(&self, voices: &Voices, appraisal: &Appraisal, step: f64) -> bool {
        let Some(params) = voices.preferences.shared_params() else { return false };
        let most = 1.0 - step * (2.0 + params.reading.vagueness);
        let counts = |v: usize| self.claims[v / PACK].needs.0[v % PACK] > 0.0;
        let mut totals = appraisal.totals().iter().enumerate();
        self.linear && !self.dissent.is_some() && totals.all(|(v, total)| *total <= most || !counts(v))
    }

    /// Prepares [`WeightedShortfall::convex_with_changes`] on the text as it stands.
    pub fn set_hinges(&mut self, appraisal: &Appraisal) {
        let packs = self.claims.iter().zip(appraisal.packed_totals());
        self.hinges.set(packs.map(|(claim, totals)| {
            [Pack(array::from_fn(|k| claim.needs.0[k] - 1.0 + totals.0[k])), claim.weights]
        }));
    }

    /// Passes S of the text with each of these changes of loss (of one clause, or of two at once) made, up to the order of
    /// summation, where utility is 1 − L, cut for nobody, and nobody is left behind.
    pub fn convex_with_changes<'a, const CLAUSES: usize>(
        &self,
        voices: &Voices,
        changes: impl Iterator<Item = [&'a [Pack]; CLAUSES]>,
        take: impl FnMut(f64),
    ) {
        self.hinges.sums(voices.preferences.width(), changes, take);
    }

    /// What a change of everyone's loss costs those whose needs are unmet, weighted.
    pub fn cost_to_unmet(&self, appraisal: &Appraisal, change: &[Pack]) -> f64 {
        let packs = self.claims.iter().zip(appraisal.packed_utilities()).zip(change);
        let mut cost = 0.0;
        for ((claim, utilities), change) in packs {
            for k in 0..PACK {
                let unmet = f64::from(u8::from(claim.needs.0[k] > utilities.0[k]));
                cost += unmet * claim.weights.0[k] * change.0[k];
            }
        }
        cost
    }

    /// S of the text as it stands.
    pub fn of(&mut self, voices: &Voices, appraisal: &Appraisal, rule: &DecisionRule) -> f64 {
        let packs = self.costs.iter_mut().zip(&self.claims).zip(appraisal.packed_utilities());
        for ((costs, claim), utilities) in packs {
            for (k, cost) in costs.0.iter_mut().enumerate() {
                *cost = claim.weights.0[k] * (claim.needs.0[k] - utilities.0[k]).max(0.0);
            }
        }
        self.sums(1, voices, rule)[0]
    }

    /// S of the text with one clause changed.
    pub fn with_change(
        &mut self,
        voices: &Voices,
        appraisal: &Appraisal,
        rule: &DecisionRule,
        clause: ClauseId,
        value: Value,
    ) -> f64 {
        let preferences = &voices.preferences;
        if let Some(trial) = self.trials(preferences).next() {
            appraisal.try_change(preferences, clause, value, trial);
        }
        self.sums(1, voices, rule)[0]
    }

    /// S of the text with each of these changes of loss (of one clause, or of two at once) made, at most [`TRIALS`].
    pub fn with_changes<'a, const CLAUSES: usize>(
        &mut self,
        voices: &Voices,
        appraisal: &Appraisal,
        rule: &DecisionRule,
        changes: impl ExactSizeIterator<Item = [&'a [Pack]; CLAUSES]>,
    ) -> [f64; TRIALS] {
        let few = changes.len();
        if few > 0 {
            let preferences = &voices.preferences;
            appraisal.try_changes(preferences, changes.zip(self.trials(preferences)));
        }
        self.sums(few, voices, rule)
    }

    /// Whose utility it is, where it is not 1 − L.
    fn curved<'a>(&self, preferences: &'a Preferences) -> Option<&'a Preferences> {
        (!self.linear).then_some(preferences)
    }

    /// Where each trial writes what it costs.
    fn trials<'a>(&'a mut self, preferences: &'a Preferences) -> impl Iterator<Item = Costs<'a>> {
        let curved = self.curved(preferences);
        let claims = &self.claims;
        let rows = self.costs.chunks_exact_mut(self.packs.max(1));
        rows.map(move |costs| Costs { claims, costs, curved })
    }

    /// S of the first few trials.
    fn sums(&mut self, few: usize, voices: &Voices, rule: &DecisionRule) -> [f64; TRIALS] {
        let trials = || self.costs.chunks_exact(self.packs.max(1)).take(few);
        let mut sums = if few == TRIALS { sum_in_parallel(trials()) } else { sum_in_turn(trials()) };
        if self.dissent.is_some() {
            for (sum, trial) in sums.iter_mut().zip(trials()).filter(|(sum, _)| **sum > 0.0) {
                let costs = &numbers(trial)[..voices.who.len()];
                *sum -= self.dissent.unmet(costs, deciding(voices, rule));
            }
        }
        sums
    }
}

fn deciding<'a>(voices: &'a Voices, rule: &'a DecisionRule) -> Deciding<'a> {
    Deciding { rule, voting_weights: &voices.voting_weights, everyone: &voices.everyone }
}

/// Writes m_i h_i of a trial, pack by pack.
struct Costs<'a> {
    claims: &'a [Claim],
    costs: &'a mut [Pack],
    /// Whose utility it is, where it is not 1 − L.
    curved: Option<&'a Preferences>,
}

impl Trial for Costs<'_> {
    #[inline(always)]
    fn see<S: Simd>(&mut self, pack: usize, totals: f64x8<S>) -> ControlFlow<()> {
        let claim = &self.claims[pack];
        let utilities = match self.curved {
            None => linear_utility(totals),
            Some(preferences) => utilities(preferences, pack, totals),
        };
        let (needs, weights) = (read(totals.simd, &claim.needs), read(totals.simd, &claim.weights));
        cost(needs, utilities, weights).store_array(&mut self.costs[pack].0);
        ControlFlow::Continue(())
    }
}

/// m max(0, need − u).
#[inline(always)]
fn cost<S: Simd>(needs: f64x8<S>, utilities: f64x8<S>, weights: f64x8<S>) -> f64x8<S> {
    (needs - utilities).max(0.0) * weights
}

/// The sum of each trial of a full batch, over its voices in order.
fn sum_in_parallel<'a>(mut trials: impl Iterator<Item = &'a [Pack]>) -> [f64; TRIALS] {
    let trials: [&[Pack]; TRIALS] = std::array::from_fn(|_| trials.next().unwrap_or_default());
    let packs = trials[0].len();
    let trials = trials.map(|trial| &trial[..packs]);
    let mut sums = [0.0; TRIALS];
    for pack in 0..packs {
        for k in 0..PACK {
            for (sum, trial) in sums.iter_mut().zip(trials) {
                *sum += trial[pack].0[k];
            }
        }
    }
    sums
}

/// The same for the first few trials, one after another.
fn sum_in_turn<'a>(trials: impl Iterator<Item = &'a [Pack]>) -> [f64; TRIALS] {
    let mut sums = [0.0; TRIALS];
    for (sum, trial) in sums.iter_mut().zip(trials) {
        numbers(trial).iter().for_each(|cost| *sum += cost);
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bits of a sum depend on the order of its terms, and on nothing beside it.
    #[test]
    fn sums_side_by_side_are_sums_sum_in_turn() {
        let mut number = crate::random::endless("costs");
        for packs in [1, 2, 25] {
            let costs: Vec<Vec<Pack>> = (0..TRIALS)
                .map(|_| (0..packs).map(|_| Pack(std::array::from_fn(|_| number()))).collect())
                .collect();
            let trials = || costs.iter().map(Vec::as_slice);
            let plain: Vec<f64> = costs.iter().map(|trial| numbers(trial).iter().sum()).collect();
            assert_eq!(sum_in_parallel(trials()).to_vec(), plain);
            assert_eq!(sum_in_turn(trials()).to_vec(), plain);
        }
    }
}
