//! Whose dissent the rule tolerates, and how much weighted shortfall the chair may leave unmet with them (specification §5).

use std::cmp::Ordering;

use crate::voting::{DecisionRule, Tally, VotingWeight};

/// Finds those whose No the rule tolerates.
#[derive(Clone, Debug, Default)]
pub struct ToleratedDissent {
    /// Whose No is tolerated if nobody else says it. No other No is tolerated in any company, since a further No never
    /// saves a text.
    candidates: Vec<usize>,
    /// How many candidates may say no, whoever they are, if all count alike.
    any: Option<usize>,
    /// The costs of candidates, the highest first.
    most: Vec<f64>,
    /// Candidates, the costliest first.
    order: Vec<usize>,
}

/// Those who decide, and how.
#[derive(Clone, Copy)]
pub struct Deciding<'a> {
    pub rule: &'a DecisionRule,
    pub voting_weights: &'a [VotingWeight],
    /// The ballot in which all of them say yes.
    pub everyone: &'a Tally,
}

impl ToleratedDissent {
    pub fn with_capacity(voices: usize) -> Self {
        Self {
            candidates: Vec::with_capacity(voices),
            any: None,
            most: Vec::with_capacity(voices),
            order: Vec::with_capacity(voices),
        }
    }

    /// Leaves nobody behind.
    pub fn tolerate_nobody(&mut self) {
        self.candidates.clear();
    }

    /// Finds the candidates for a decision.
    pub fn turn_to(&mut self, deciding: Deciding<'_>) {
        let Deciding { rule, voting_weights, everyone } = deciding;
        self.candidates.clear();
        if !rule.tolerates_dissent() {
            return;
        }
        let alone = |&v: &usize| rule.carries(&everyone.with_yes_turned(&voting_weights[v]));
        self.candidates.extend((0..voting_weights.len()).filter(alone));
        let alike = self.candidates.windows(2).all(|two| voting_weights[two[0]] == voting_weights[two[1]]);
        self.any = alike.then(|| {
            let mut tally = *everyone;
            let tolerated = self.candidates.iter().take_while(|&&v| {
                tally = tally.with_yes_turned(&voting_weights[v]);
                rule.carries(&tally)
            });
            tolerated.count()
        });
    }

    /// Whether anybody's No may be tolerated.
    pub fn is_some(&self) -> bool {
        !self.candidates.is_empty()
    }

    /// The most cost that may be left unmet, given what each voice's shortfall costs.
    pub fn unmet(&mut self, costs: &[f64], deciding: Deciding<'_>) -> f64 {
        match self.any {
            Some(tolerated) => self.costliest(tolerated, costs),
            None => self.better_of_two_orders(costs, deciding),
        }
    }

    /// The summed cost of so many of the costliest candidates.
    fn costliest(&mut self, tolerated: usize, costs: &[f64]) -> f64 {
        let candidates = self.candidates.iter().map(|&v| costs[v]);
        if tolerated == 1 {
            return candidates.fold(0.0, max_cost);
        }
        let most = &mut self.most;
        most.clear();
        most.extend(candidates.filter(|&cost| cost > 0.0));
        let falling = |a: &f64, b: &f64| b.total_cmp(a);
        if tolerated < most.len() {
            most.select_nth_unstable_by(tolerated, falling);
            most.truncate(tolerated);
        }
        most.sort_unstable_by(falling);
        most.iter().fold(0.0, |sum, cost| sum + cost)
    }

    /// Candidates that do not count alike are dropped costliest first, or costliest per head first, whichever leaves more
    /// unmet. (The costliest set of all may be neither.)
    fn better_of_two_orders(&mut self, costs: &[f64], deciding: Deciding<'_>) -> f64 {
        let order = &mut self.order;
        let costliest = |&a: &usize, &b: &usize| costs[b].total_cmp(&costs[a]).then(a.cmp(&b));
        order.clear();
        order.extend(self.candidates.iter().copied().filter(|&v| costs[v] > 0.0));
        order.sort_unstable_by(costliest);
        let most = dropped_in_order(order, costs, deciding);
        #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 heads
        let per_head = |v: usize| costs[v] / deciding.voting_weights[v].heads.max(1) as f64;
        let costliest_head = |&a: &usize, &b: &usize| per_head(b).total_cmp(&per_head(a)).then(a.cmp(&b));
        if order.is_sorted_by(|a, b| costliest_head(a, b) != Ordering::Greater) {
            return most;
        }
        order.sort_unstable_by(costliest_head);
        most.max(dropped_in_order(order, costs, deciding))
    }
}

/// The larger of two numbers.
fn max_cost(a: f64, b: f64) -> f64 {
    if b > a { b } else { a }
}

/// The summed cost of those who may say no together, where the rule is asked about one after another.
fn dropped_in_order(order: &[usize], costs: &[f64], deciding: Deciding<'_>) -> f64 {
    let (mut tally, mut dropped) = (*deciding.everyone, 0.0);
    for &v in order {
        let without = tally.with_yes_turned(&deciding.voting_weights[v]);
        if deciding.rule.carries(&without) {
            tally = without;
            dropped += costs[v];
        }
    }
    dropped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::endless;

    /// The costliest set of voices that may all say no, by trying every set.
    fn costliest_set(
        costs: &[f64],
        rule: &DecisionRule,
        voting_weights: &[VotingWeight],
        everyone: &Tally,
    ) -> f64 {
        let cost_of = |set: u32| {
            let members = (0..costs.len()).filter(|v| set >> v & 1 == 1);
            let tally = members.clone().fold(*everyone, |tally, v| tally.with_yes_turned(&voting_weights[v]));
            let cost = members.map(|v| costs[v]).sum();
            if set == 0 || rule.carries(&tally) { cost } else { 0.0 }
        };
        (0..1 << costs.len()).map(cost_of).fold(0.0, f64::max)
    }

    fn unmet(costs: &[f64], rule: &DecisionRule, voting_weights: &[VotingWeight]) -> f64 {
        let everyone = Tally::of(voting_weights, |_| true);
        let deciding = Deciding { rule, voting_weights, everyone: &everyone };
        let mut dissent = ToleratedDissent::with_capacity(costs.len());
        dissent.turn_to(deciding);
        dissent.unmet(costs, deciding)
    }

    fn rules() -> Vec<DecisionRule> {
        vec![
            DecisionRule::consensus(),
            DecisionRule::consensus_minus(1),
            DecisionRule::consensus_minus(3),
            DecisionRule::simple_majority(),
            DecisionRule::two_thirds(),
            DecisionRule::unanimity(),
            DecisionRule::reverse_consensus(),
        ]
    }

    /// Where all count alike, the costliest set is left unmet, whatever the rule.
    #[test]
    fn with_equal_votes_the_costliest_set_is_left_unmet() {
        let mut number = endless("costs");
        for n in 1..=9 {
            let voting_weights = vec![VotingWeight::default(); n];
            let everyone = Tally::of(&voting_weights, |_| true);
            for rule in rules() {
                let costs: Vec<f64> = (0..n).map(|_| (number() - 0.3).max(0.0)).collect();
                let best = costliest_set(&costs, &rule, &voting_weights, &everyone);
                let found = unmet(&costs, &rule, &voting_weights);
                assert!((found - best).abs() < 1e-12, "{n} voices, {rule}: {found} not {best}");
            }
        }
    }

    /// Under consensus everyone in the room is brought along (specification §5.2), also a bloc whose members another bloc leads:
    /// its No, which no member says, would not be counted. Where one objection is tolerated, it may be left behind beside whoever makes it.
    #[test]
    fn consensus_leaves_nobody_behind() {
        let (one, none) = (VotingWeight::default(), VotingWeight::NOBODY);
        let unmet_by = |rule: DecisionRule| unmet(&[0.5, 0.25, 0.0], &rule, &[one, none, one]);
        assert_eq!(unmet_by(DecisionRule::consensus()), 0.0);
        assert_eq!(unmet_by(DecisionRule::consensus_minus(1)), 0.75);
    }

    /// Where they do not, the better of two orders is taken: never more than the best set leaves, never less than either
    /// order does.
    #[test]
    fn with_unequal_votes_the_better_of_two_orders_is_taken() {
        let mut number = endless("heads");
        for n in [3, 6, 8, 11].repeat(100) {
            let heads: Vec<u64> = (0..n).map(|_| 1 + (number() * 3.0) as u64).collect();
            let voting_weights: Vec<_> =
                heads.iter().map(|&heads| VotingWeight { heads, ..VotingWeight::default() }).collect();
            let everyone = Tally::of(&voting_weights, |_| true);
            let costs: Vec<f64> = (0..n).map(|_| (number() - 0.2).max(0.0)).collect();
            let by = |key: &dyn Fn(usize) -> f64| {
                let mut order: Vec<usize> = (0..n).filter(|&v| costs[v] > 0.0).collect();
                order.sort_by(|&a, &b| key(b).total_cmp(&key(a)));
                order
            };
            for rule in rules().iter().filter(|rule| rule.tolerates_dissent()) {
                let deciding = Deciding { rule, voting_weights: &voting_weights, everyone: &everyone };
                let dropped = |order: &[usize]| dropped_in_order(order, &costs, deciding);
                let orders = [by(&|v| costs[v]), by(&|v| costs[v] / heads[v] as f64)];
                let better = orders.iter().map(|order| dropped(order)).fold(0.0, f64::max);
                let found = unmet(&costs, rule, &voting_weights);
                assert!((found - better).abs() < 1e-12, "{rule}: {found} not {better}");
                assert!(found <= costliest_set(&costs, rule, &voting_weights, &everyone) + 1e-12);
            }
        }
    }
}
