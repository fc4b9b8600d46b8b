//! Whom the rule lets the chair leave behind, and how much grievance with them (model §5).

use std::cmp::Ordering;

use crate::voting::{DecisionRule, Franchise, Tally};

/// So many voices at most are remembered together.
const FEW: usize = 8;

/// How to find those whose No the rule tolerates.
#[derive(Clone, Debug, Default)]
pub struct Tolerance {
    whom: Whom,
    /// Of few voices: what the rule says where these say no (a bit each), once it has been asked.
    said: Vec<Option<bool>>,
    /// Voices by cost, to drop the dearest.
    order: Vec<usize>,
}

#[derive(Clone, Copy, Debug, Default)]
enum Whom {
    #[default]
    Nobody,
    /// All count alike: whoever they are, so many.
    Any(usize),
    /// By asking the rule about one after another.
    Asked,
}

/// Those who decide, and how.
#[derive(Clone, Copy)]
pub struct Deciding<'a> {
    pub rule: &'a DecisionRule,
    pub franchises: &'a [Franchise],
    /// The ballot in which all of them say yes.
    pub everyone: &'a Tally,
}

impl Tolerance {
    pub fn with_capacity(voices: usize) -> Self {
        Self { whom: Whom::Nobody, said: Vec::with_capacity(1 << FEW), order: Vec::with_capacity(voices) }
    }

    /// Turns to a decision.
    pub fn turn_to(&mut self, deciding: Deciding<'_>) {
        let Deciding { rule, franchises, everyone } = deciding;
        let alike = franchises.windows(2).all(|two| two[0] == two[1]);
        self.whom = match alike {
            _ if franchises.is_empty() || !rule.tolerates_dissent() => Whom::Nobody,
            // A rule that a No defeats is not saved by one more, so that whoever comes later is not tolerated either.
            true => {
                let mut tally = *everyone;
                let tolerated = franchises.iter().take_while(|franchise| {
                    tally = tally.with_yes_turned(franchise);
                    rule.carries(&tally)
                });
                Whom::Any(tolerated.count())
            }
            false => Whom::Asked,
        };
        self.said.clear();
        if franchises.len() <= FEW {
            self.said.resize(1 << franchises.len(), None);
        }
    }

    /// Whether anybody's No may be tolerated.
    pub fn is_some(&self) -> bool {
        !matches!(self.whom, Whom::Nobody)
    }

    /// The most grievance that may be left unmet, of what each voice has. Dropping the dearest first is exact where all
    /// count alike; where they do not, dropping the dearest per head is tried as well.
    pub fn left_unmet(&mut self, costs: &[f64], deciding: Deciding<'_>) -> f64 {
        let dearest = |&a: &usize, &b: &usize| costs[b].total_cmp(&costs[a]).then(a.cmp(&b));
        self.order.clear();
        self.order.extend((0..costs.len()).filter(|&v| costs[v] > 0.0));
        match self.whom {
            Whom::Nobody => 0.0,
            Whom::Any(tolerated) => {
                let order = &mut self.order;
                if tolerated < order.len() {
                    order.select_nth_unstable_by(tolerated, dearest);
                    order.truncate(tolerated);
                }
                order.sort_unstable_by(dearest);
                order.iter().fold(0.0, |sum, &v| sum + costs[v])
            }
            Whom::Asked => {
                self.order.sort_unstable_by(dearest);
                let most = self.dropped_in_order(costs, deciding);
                #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 heads
                let per_head = |v: usize| costs[v] / deciding.franchises[v].heads.max(1) as f64;
                let dearest_head =
                    |&a: &usize, &b: &usize| per_head(b).total_cmp(&per_head(a)).then(a.cmp(&b));
                if self.order.is_sorted_by(|a, b| dearest_head(a, b) != Ordering::Greater) {
                    return most;
                }
                self.order.sort_unstable_by(dearest_head);
                most.max(self.dropped_in_order(costs, deciding))
            }
        }
    }

    /// What those cost who may say no together, where the rule is asked about one after another.
    fn dropped_in_order(&mut self, costs: &[f64], deciding: Deciding<'_>) -> f64 {
        let order = &self.order;
        if self.said.is_empty() {
            return dropped_in_order(order, costs, deciding);
        }
        let (mut noes, mut dropped) = (0, 0.0);
        for &v in order {
            let with = noes | 1 << v;
            let carried = *self.said[with].get_or_insert_with(|| deciding.carries_without(with));
            if carried {
                noes = with;
                dropped += costs[v];
            }
        }
        dropped
    }
}

impl Deciding<'_> {
    /// Whether the text is carried where these say no, a bit for each.
    fn carries_without(&self, noes: usize) -> bool {
        let voices = (0..self.franchises.len()).filter(|v| noes >> v & 1 == 1);
        let tally = voices.fold(*self.everyone, |tally, v| tally.with_yes_turned(&self.franchises[v]));
        self.rule.carries(&tally)
    }
}

/// The same in a large room.
fn dropped_in_order(order: &[usize], costs: &[f64], deciding: Deciding<'_>) -> f64 {
    let (mut tally, mut dropped) = (*deciding.everyone, 0.0);
    for &v in order {
        let without = tally.with_yes_turned(&deciding.franchises[v]);
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

    /// The dearest set of voices that may all say no, by trying every set.
    fn dearest_set(costs: &[f64], rule: &DecisionRule, franchises: &[Franchise], everyone: &Tally) -> f64 {
        let cost_of = |set: u32| {
            let members = (0..costs.len()).filter(|v| set >> v & 1 == 1);
            let tally = members.clone().fold(*everyone, |tally, v| tally.with_yes_turned(&franchises[v]));
            let cost = members.map(|v| costs[v]).sum();
            if set == 0 || rule.carries(&tally) { cost } else { 0.0 }
        };
        (0..1 << costs.len()).map(cost_of).fold(0.0, f64::max)
    }

    fn left_unmet(costs: &[f64], rule: &DecisionRule, franchises: &[Franchise]) -> f64 {
        let everyone = Tally::of(franchises, |_| true);
        let deciding = Deciding { rule, franchises, everyone: &everyone };
        let mut tolerance = Tolerance::with_capacity(costs.len());
        tolerance.turn_to(deciding);
        let first = tolerance.left_unmet(costs, deciding);
        assert_eq!(first, tolerance.left_unmet(costs, deciding), "what is remembered is what was said");
        first
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

    /// Where all count alike the chair leaves behind those who are dearest together, whatever the rule.
    #[test]
    fn alike_the_dearest_set_is_left_behind() {
        let mut number = endless("costs");
        for n in 1..=9 {
            let franchises = vec![Franchise::default(); n];
            let everyone = Tally::of(&franchises, |_| true);
            for rule in rules() {
                let costs: Vec<f64> = (0..n).map(|_| (number() - 0.3).max(0.0)).collect();
                let best = dearest_set(&costs, &rule, &franchises, &everyone);
                let found = left_unmet(&costs, &rule, &franchises);
                assert!((found - best).abs() < 1e-12, "{n} voices, {rule}: {found} not {best}");
            }
        }
    }

    /// Where they do not, the better of two orders is taken, which is at most the best set and never less than either.
    #[test]
    fn otherwise_the_better_of_two_orders_is_taken() {
        let mut number = endless("heads");
        for n in [3, 6, 8, 11].repeat(100) {
            let heads: Vec<u64> = (0..n).map(|_| 1 + (number() * 3.0) as u64).collect();
            let franchises: Vec<_> =
                heads.iter().map(|&heads| Franchise { heads, ..Franchise::default() }).collect();
            let everyone = Tally::of(&franchises, |_| true);
            let costs: Vec<f64> = (0..n).map(|_| (number() - 0.2).max(0.0)).collect();
            let by = |key: &dyn Fn(usize) -> f64| {
                let mut order: Vec<usize> = (0..n).filter(|&v| costs[v] > 0.0).collect();
                order.sort_by(|&a, &b| key(b).total_cmp(&key(a)));
                order
            };
            for rule in rules().iter().filter(|rule| rule.tolerates_dissent()) {
                let deciding = Deciding { rule, franchises: &franchises, everyone: &everyone };
                let dropped = |order: &[usize]| dropped_in_order(order, &costs, deciding);
                let orders = [by(&|v| costs[v]), by(&|v| costs[v] / heads[v] as f64)];
                let better = orders.iter().map(|order| dropped(order)).fold(0.0, f64::max);
                let found = left_unmet(&costs, rule, &franchises);
                assert!((found - better).abs() < 1e-12, "{rule}: {found} not {better}");
                assert!(found <= dearest_set(&costs, rule, &franchises, &everyone) + 1e-12);
            }
        }
    }
}
