//! The chair's grievance S: what a text leaves unmet among those it must bring along (model §5).
//!
//! Shortfall h_i = max(0, a_i(t) − τ_i − u_i(x)); S = Σ m_i h_i over the cheapest sufficient coalition: everyone
//! present under consensus; under a rule that lets some lose, without those whose loss it tolerates.

use super::voices::Voices;
use crate::{
    model::Appraisal,
    text::{ClauseId, Value},
    voting::DecisionRule,
};

/// Measures grievance; holds what a trial needs, so that none allocates.
#[derive(Clone, Debug, Default)]
pub struct Grievance {
    /// a_i(t) − τ_i: the utility below which a party must be brought along.
    pub needs: Vec<f64>,
    /// Whether utility is 1 − total for every voice.
    linear: bool,
    /// L_i under trial.
    totals: Vec<f64>,
    /// ω_id ℓ_id of the clause under trial.
    column: Vec<f64>,
    /// m_i h_i.
    costs: Vec<f64>,
    /// Voices by cost, to drop the dearest.
    order: Vec<usize>,
}

impl Grievance {
    pub fn with_capacity(voices: usize) -> Self {
        let list = || Vec::with_capacity(voices);
        Self {
            needs: list(),
            linear: false,
            totals: list(),
            column: list(),
            costs: list(),
            order: Vec::with_capacity(voices),
        }
    }

    /// Opens a round: what each voice needs, given its demand and what it bears.
    pub fn open(&mut self, voices: &Voices, targets: &[f64], bears: impl Fn(usize) -> f64) {
        let n = voices.who.len();
        self.needs.clear();
        self.needs.extend((0..n).map(|v| targets[v] - bears(v)));
        self.linear = voices.preferences.is_linear();
        for list in [&mut self.totals, &mut self.column, &mut self.costs] {
            list.resize(n, 0.0);
        }
    }

    /// S of the text as it stands.
    pub fn of(&mut self, voices: &Voices, appraisal: &Appraisal, rule: &DecisionRule) -> f64 {
        self.totals.copy_from_slice(appraisal.totals());
        self.sum(voices, rule)
    }

    /// S of the text with one clause changed.
    pub fn with(
        &mut self,
        voices: &Voices,
        appraisal: &Appraisal,
        rule: &DecisionRule,
        clause: ClauseId,
        value: Value,
    ) -> f64 {
        voices.preferences.column(clause, value, &mut self.column);
        let old = appraisal.losses(clause);
        for (((total, before), new), old) in
            self.totals.iter_mut().zip(appraisal.totals()).zip(&self.column).zip(old)
        {
            *total = before - old + new;
        }
        self.sum(voices, rule)
    }

    /// S of the text with these changes of loss added (two clauses at once).
    pub fn with_changes(
        &mut self,
        voices: &Voices,
        appraisal: &Appraisal,
        rule: &DecisionRule,
        first: &[f64],
        second: &[f64],
    ) -> f64 {
        for (((total, before), a), b) in self.totals.iter_mut().zip(appraisal.totals()).zip(first).zip(second)
        {
            *total = before + a + b;
        }
        self.sum(voices, rule)
    }

    fn sum(&mut self, voices: &Voices, rule: &DecisionRule) -> f64 {
        if self.linear {
            let rows = self.costs.iter_mut().zip(&self.totals).zip(&self.needs).zip(&voices.weights);
            for (((cost, total), need), weight) in rows {
                *cost = weight * (need - (1.0 - total).max(0.0)).max(0.0);
            }
        } else {
            for v in 0..self.costs.len() {
                let u = voices.preferences.utility(v, self.totals[v]);
                self.costs[v] = voices.weights[v] * (self.needs[v] - u).max(0.0);
            }
        }
        let total: f64 = self.costs.iter().sum();
        if total > 0.0 && rule.tolerates_dissent() { total - self.tolerated(voices, rule) } else { total }
    }

    /// The most grievance that the rule lets the chair leave unmet. Dropping the dearest first is exact where all
    /// count alike; where they do not, dropping the dearest per head is tried as well.
    fn tolerated(&mut self, voices: &Voices, rule: &DecisionRule) -> f64 {
        let costs = &self.costs;
        let heads = |v: usize| voices.franchises[v].heads.max(1);
        let alike = voices.franchises.iter().all(|f| f.heads == 1);
        #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 heads
        let per_head = |v: usize| costs[v] / heads(v) as f64;
        let dearest = drop_in_order(&mut self.order, costs, voices, rule, |v| costs[v]);
        if alike {
            return dearest;
        }
        dearest.max(drop_in_order(&mut self.order, costs, voices, rule, per_head))
    }
}

fn drop_in_order(
    order: &mut Vec<usize>,
    costs: &[f64],
    voices: &Voices,
    rule: &DecisionRule,
    key: impl Fn(usize) -> f64,
) -> f64 {
    order.clear();
    order.extend((0..costs.len()).filter(|&v| costs[v] > 0.0));
    order.sort_unstable_by(|&a, &b| key(b).total_cmp(&key(a)).then(a.cmp(&b)));
    let (mut tally, mut dropped) = (voices.everyone, 0.0);
    for &v in order.iter() {
        let without = tally.with_yes_turned(&voices.franchises[v]);
        if rule.carries(&without) {
            tally = without;
            dropped += costs[v];
        }
    }
    dropped
}
