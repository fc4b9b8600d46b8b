//! The core of the rule on each clause: what the floor would leave alone, and so what a chair can table under a vote
//! (specification §5.2).

use std::ops::Range;

use super::super::table::NegotiationTable;
use crate::{
    benchmark::{ClauseVote, unbeaten_options},
    text::{ClauseId, Value},
    voting::DecisionRule,
};

/// The cores of a rule, for those in the room. Kept until somebody leaves or another rule decides.
#[derive(Clone, Debug, Default)]
pub struct RuleCores {
    clauses: Vec<ClauseCore>,
    /// For whom they were computed.
    seated: Vec<bool>,
    /// Which clauses were open.
    open: Range<usize>,
    /// Whether the fallback decided.
    fallback: bool,
    /// How often they have been computed.
    version: u64,
}

/// What a clause may say without being amended.
#[derive(Clone, Debug)]
enum ClauseCore {
    /// A midpoint from the lowest to the highest.
    Scale { low: f64, high: f64 },
    /// One of the options that are marked.
    Options(Vec<bool>),
}

impl RuleCores {
    /// Forgets the last replicate's cores.
    pub fn reset(&mut self) {
        self.clauses.clear();
    }

    /// Computes the cores by this rule of the clauses under negotiation, unless they stand.
    pub fn update(&mut self, table: &NegotiationTable<'_>, rule: &DecisionRule) {
        let open = table.open_clauses();
        let fallback = !std::ptr::eq(rule, &raw const table.model.rule);
        let stand = !self.clauses.is_empty()
            && self.open == open
            && self.fallback == fallback
            && self.seated == table.seated;
        if !stand {
            self.clauses = open.clone().map(|d| ClauseCore::of(table, rule, ClauseId::new(d))).collect();
            self.seated.clone_from(&table.seated);
            (self.open, self.fallback) = (open, fallback);
            self.version += 1;
        }
    }

    /// Changes whenever the cores do.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Whether the floor would leave a clause alone that says this.
    pub fn admits(&self, clause: ClauseId, value: Value) -> bool {
        match (self.of(clause), value) {
            (ClauseCore::Scale { low, high }, value) => {
                (low - ROUNDING..=high + ROUNDING).contains(&value.middle())
            }
            (ClauseCore::Options(unbeaten), Value::Option(option)) => {
                unbeaten.get(usize::from(option)).is_some_and(|unbeaten| *unbeaten)
            }
            (ClauseCore::Options(_), Value::Interval { .. }) => true,
        }
    }

    /// How far a midpoint on a scale can go down and up, no further than the ends of the core.
    pub fn room(&self, clause: ClauseId, middle: f64) -> Option<[f64; 2]> {
        match self.of(clause) {
            ClauseCore::Scale { low, high } => Some([(middle - low).max(0.0), (high - middle).max(0.0)]),
            ClauseCore::Options(_) => None,
        }
    }

    fn of(&self, clause: ClauseId) -> &ClauseCore {
        &self.clauses[clause.index() - self.open.start]
    }

    /// What the floor would leave alone of a clause that it would amend: the interval at the nearest end, or each option.
    pub fn nearest(&self, clause: ClauseId, value: Value) -> Vec<Value> {
        match (self.of(clause), value) {
            (ClauseCore::Scale { low, high }, Value::Interval { lo, hi }) => {
                let middle = f64::midpoint(lo, hi).clamp(*low, *high);
                let half = ((hi - lo) / 2.0).min(middle).min(1.0 - middle);
                vec![Value::Interval { lo: middle - half, hi: middle + half }]
            }
            (ClauseCore::Options(unbeaten), _) => {
                (0..unbeaten.len()).filter(|&o| unbeaten[o]).map(Value::option).collect()
            }
            (ClauseCore::Scale { .. }, Value::Option(_)) => Vec::new(),
        }
    }
}

/// How far a midpoint may lie outside by rounding.
const ROUNDING: f64 = 1e-12;

impl ClauseCore {
    fn of(table: &NegotiationTable<'_>, rule: &DecisionRule, clause: ClauseId) -> Self {
        let (model, preferences) = (table.model, &table.parties.effective);
        let voting_weight = |i| table.parties.voting_weight(model, i);
        if model.clauses[clause.index()].options > 0 {
            let seated = &table.seated;
            return Self::Options(unbeaten_options(model, preferences, seated, voting_weight, rule, clause));
        }
        let core = |rule: &DecisionRule| {
            let vote = ClauseVote::on(model, preferences, &table.seated, rule, clause);
            vote.with_voting_weights(voting_weight).core()
        };
        // Where the rule lets a minority carry, both sides can win everywhere; there the median stands.
        let (low, high) = core(rule).or_else(|| core(&majority_of_heads())).unwrap_or((0.0, 1.0));
        Self::Scale { low, high }
    }
}

/// More Yes than No votes, without a quorum.
fn majority_of_heads() -> DecisionRule {
    DecisionRule { quorum: None, ..DecisionRule::simple_majority() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A vague text keeps its width where it is moved to the nearest end of the core, as far as the scale goes.
    #[test]
    fn a_vague_text_keeps_its_width_within_the_scale() {
        let nearest = |core: f64, lo: f64, hi: f64| {
            let clauses = vec![ClauseCore::Scale { low: core, high: core }];
            let cores = RuleCores { clauses, open: 0..1, ..RuleCores::default() };
            let values = cores.nearest(ClauseId::new(0), Value::Interval { lo, hi });
            let [Value::Interval { lo, hi }] = values[..] else { panic!("{values:?}") };
            (lo, hi)
        };
        assert_eq!(nearest(0.5, 0.125, 0.375), (0.375, 0.625));
        assert_eq!(nearest(0.875, 0.25, 0.75), (0.75, 1.0));
        assert_eq!(nearest(0.125, 0.25, 0.75), (0.0, 0.25));
    }
}
