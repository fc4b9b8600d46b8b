//! Blocs agree on common positions before the negotiation (specification §3).

use super::realisation::Realisation;
use crate::{
    benchmark::weighted_median,
    model::{CommonModel, Model},
    text::ClauseId,
};

impl Realisation {
    /// Computes the common positions of blocs, and moves members towards them: p ← p + Σ_B w_B δ_B (P_B − p).
    pub(super) fn caucus(&mut self, model: &Model) {
        for b in 0..model.blocs.len() {
            for clause in model.clause_ids() {
                if let Some(position) = self.common_position(model, b, clause) {
                    self.positions[b * model.clauses.len() + clause.index()] = position;
                }
            }
        }
        self.effective.copy_from(&self.national);
        self.effective.clamp_ideals();
        let members = model.countries.iter().enumerate().filter(|(_, c)| !c.memberships.is_empty());
        for (i, country) in members {
            for clause in model.clause_ids() {
                let own = self.national.ideal(i, clause);
                let mut ideal = own;
                for &(b, strength) in &country.memberships {
                    if let Some(position) = self.position(model, b, clause) {
                        ideal += strength * model.blocs[b].cohesion * (position - own);
                    }
                }
                self.effective.set_ideal(i, clause, ideal.clamp(0.0, 1.0));
            }
        }
    }

    /// What the bloc's present members agree on; none where none of them cares.
    fn common_position(&mut self, model: &Model, bloc: usize, clause: ClauseId) -> Option<f64> {
        let b = &model.blocs[bloc];
        if b.common == CommonModel::Stated && b.stated[clause.index()].is_some() {
            return self.position(model, bloc, clause);
        }
        if let CommonModel::Leader(leader) = b.common
            && self.present[leader]
            && self.national.salience(leader, clause) > 0.0
        {
            return Some(self.national.ideal(leader, clause));
        }
        self.weighted.clear();
        for &(i, strength) in &b.members {
            if self.present[i] && self.national.salience(i, clause) > 0.0 {
                self.weighted.push((self.national.ideal(i, clause), strength));
            }
        }
        if self.weighted.is_empty() {
            return None;
        }
        let ambition = model.depth.weight(clause) > 0.0;
        Some(match b.common {
            CommonModel::InternalVeto if ambition => {
                self.least_wish(&b.members, clause).unwrap_or_else(|| weighted_mean(&self.weighted))
            }
            CommonModel::Mean => weighted_mean(&self.weighted),
            _ => weighted_median(&mut self.weighted),
        })
    }

    /// The least wish of the members present that have a veto: none where all that care are silent.
    fn least_wish(&self, members: &[(usize, f64)], clause: ClauseId) -> Option<f64> {
        let has_veto =
            |i: usize| self.present[i] && !self.silent[i] && self.national.salience(i, clause) > 0.0;
        let wishes =
            members.iter().filter(|(i, _)| has_veto(*i)).map(|&(i, _)| self.national.ideal(i, clause));
        wishes.reduce(f64::min)
    }
}

/// Σ w p / Σ w.
fn weighted_mean(weighted: &[(f64, f64)]) -> f64 {
    let total: f64 = weighted.iter().map(|(_, w)| w).sum();
    weighted.iter().map(|(p, w)| p * w).sum::<f64>() / total
}
