//! The same negotiation, on the same draws, with one thing changed.

use super::Chance;
use crate::{
    model::Model,
    negotiation::{realisation::Realisation, session::Session},
    outcome::Conclusion,
    text::ClauseId,
    voting::{Vote, VotingWeight},
};

impl Session<'_> {
    /// The laggards are silent. `None` if every party is a laggard.
    pub(super) fn run_without_laggards(&mut self) -> Option<Conclusion> {
        let table = &mut self.table;
        let parties = &mut table.parties;
        parties.silent.fill(false);
        for &i in table.benchmarks.ambitions.laggards(table.model.thresholds.laggard_share) {
            parties.silent[i] = true;
        }
        let is_heard = |(present, silent): (&bool, &bool)| *present && !silent;
        if !parties.present.iter().zip(&parties.silent).any(is_heard) {
            return None;
        }
        parties.agree(table.model);
        self.convene();
        Some(self.run(&mut ()).conclusion)
    }

    /// The negotiation of those who are not silent, convened already. Where none of them is there, the draft is adopted if
    /// the Yes of one more member would carry it.
    pub(super) fn run_in_silence(&mut self) -> Conclusion {
        let table = &self.table;
        if table.seated.contains(&true) {
            return self.run(&mut ()).conclusion;
        }
        let mut tally = table.voices.everyone;
        tally.cast(Vote::Yes, &VotingWeight::default());
        if table.last_word().carries(&tally) { Conclusion::Consensus } else { Conclusion::Deadlock }
    }

    /// χ = 0: standing alone costs nobody anything.
    pub(super) fn run_without_isolation_cost(&mut self) -> Conclusion {
        self.table.parties.isolation_cost.fill(0.0);
        self.convene();
        self.run(&mut ()).conclusion
    }

    /// The ideals on each clause are permuted among those present that care about it; everything else stays with its
    /// party. So the same ideals are there on each clause, and only who holds which together is left to chance.
    pub(super) fn run_with_ideals_permuted(&mut self, chance: &mut Chance) -> Conclusion {
        let model = self.table.model;
        for clause in model.clause_ids() {
            self.table.parties.permute_ideals(model, clause, |i| chance.card(i, clause));
        }
        self.table.parties.agree(model);
        self.convene();
        self.run(&mut ()).conclusion
    }
}

impl Realisation {
    /// Permutes the ideals on a clause: the nth by card takes over what the nth in the scenario's order wanted.
    fn permute_ideals(&mut self, model: &Model, clause: ClauseId, card: impl FnMut(usize) -> f64) {
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
