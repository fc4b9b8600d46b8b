//! The same negotiation, on the same draws, with one thing changed.

use super::Chance;
use crate::{
    model::Model,
    negotiation::{room::Room, state::State},
    outcome::Conclusion,
    text::ClauseId,
};

impl State {
    /// Neither chair nor rule wait for the laggards; the draft is the same. None where everyone is one.
    pub(in crate::negotiation) fn run_without_laggards(&mut self, model: &Model) -> Option<Conclusion> {
        self.seated.copy_from_slice(&self.room.present);
        for &i in self.ambitions.laggards(model.thresholds.laggard_share) {
            self.seated[i] = false;
        }
        if !self.seated.contains(&true) {
            return None;
        }
        self.assemble(model);
        self.open(model);
        Some(self.run(model, &mut ()).conclusion)
    }

    /// χ = 0: standing alone costs nobody anything.
    pub(super) fn run_without_isolation_cost(&mut self, model: &Model) -> Conclusion {
        self.room.isolation_cost.fill(0.0);
        self.begin(model);
        self.run(model, &mut ()).conclusion
    }

    /// The wishes on each clause go round among those in the room that care about it; everything else stays with its
    /// party. So the same wishes are there on each clause, and only who holds which together is left to chance.
    pub(super) fn run_with_ideals_dealt_anew(&mut self, model: &Model, chance: &mut Chance) -> Conclusion {
        for clause in model.clause_ids() {
            self.room.deal_anew(model, clause, |i| chance.card(i, clause));
        }
        self.room.agree(model);
        self.begin(model);
        self.run(model, &mut ()).conclusion
    }
}

impl Room {
    /// Deals the wishes on a clause out anew: the nth by card takes over what the nth in the scenario's order wanted.
    fn deal_anew(&mut self, model: &Model, clause: ClauseId, card: impl FnMut(usize) -> f64) {
        let hold: Vec<usize> = (0..self.present.len())
            .filter(|&i| self.present[i] && self.national.salience(i, clause) > 0.0)
            .collect();
        let cards: Vec<f64> = (0..self.present.len()).map(card).collect();
        let mut take = hold.clone();
        take.sort_by(|&a, &b| cards[a].total_cmp(&cards[b]));
        let wishes = self.national.clone();
        for (&from, &to) in hold.iter().zip(&take) {
            self.national.set_ideal(to, clause, wishes.ideal(from, clause));
            for option in 0..model.clauses[clause.index()].options {
                self.national.set_option_loss(to, clause, option, wishes.option_loss(from, clause, option));
            }
        }
    }
}
