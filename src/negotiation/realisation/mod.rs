//! One replicate's parties: drawn, moved by lobbying, agreed within blocs.

mod reservations;
#[cfg(test)]
mod tests;

use super::{
    alternatives::Alternatives,
    draws::Draws,
    ranks::{Attendance, Ranks},
};
use crate::{
    model::{ClubTextModel, Draw, Judgement, Model, OutsideModel, Preferences, Quantity},
    party::influence,
    tactic::Tactic,
    text::{ClauseId, Text, Value},
    voting::VotingWeight,
};

/// One replicate's parties.
#[derive(Clone, Debug)]
pub struct Realisation {
    /// What each country wants, after lobbying.
    pub national: Preferences,
    /// What it stands for in the negotiation, after its blocs have agreed.
    pub effective: Preferences,
    /// Who came.
    pub present: Vec<bool>,
    /// Who need not be brought along: it stays in drafts, in blocs' means and in the benchmarks, but neither objects nor
    /// votes nor counts.
    pub silent: Vec<bool>,
    /// What each has without a text.
    alternatives: Alternatives,
    /// χ.
    pub isolation_cost: Vec<f64>,
    /// β and k.
    pub tactics: Vec<Tactic>,
    /// r, at effective ideals.
    pub reservations: Vec<f64>,
    /// u(q), by national ideals; the minimum of points, where a party has one.
    pub at_status_quo: Vec<f64>,
    /// P_B at [b·D + d].
    pub(super) positions: Vec<f64>,
    /// Firms' ideals at [f·D + d].
    firms: Vec<f64>,
    /// What each country's stated saliences were divided by to become shares; 1 where they were not.
    salience_scale: Vec<f64>,
    /// Whose draft is recognised: a number in (0, 1).
    pub recognition: f64,
    /// The text that holds when nothing is agreed.
    status_quo: Text,
    judged: Judgement,
    pub(super) weighted: Vec<(f64, f64)>,
}

impl Realisation {
    pub(crate) fn new(model: &Model) -> Self {
        let n = model.countries.len();
        let clauses = model.clauses.len();
        Self {
            national: model.stated.clone(),
            effective: model.stated.clone(),
            present: vec![true; n],
            silent: vec![false; n],
            alternatives: Alternatives::new(model),
            isolation_cost: vec![0.0; n],
            tactics: model.countries.iter().map(|c| c.tactic).collect(),
            reservations: vec![0.0; n],
            at_status_quo: vec![0.0; n],
            positions: vec![0.0; model.blocs.len() * clauses],
            firms: vec![0.0; model.firms.len() * clauses],
            salience_scale: vec![1.0; n],
            recognition: 0.5,
            status_quo: Text(model.status_quo().collect()),
            judged: Judgement::default(),
            weighted: Vec::with_capacity(n),
        }
    }

    /// The parties as the scenario states them, everyone there who does not boycott: nothing drawn.
    pub fn as_stated(model: &Model) -> Self {
        let mut room = Self::new(model);
        room.copy_stated(model);
        room.derive(model);
        room
    }

    /// Draws the replicate's parties, lets firms lobby and blocs caucus.
    pub fn fill(&mut self, model: &Model, draws: &Draws) {
        self.copy_stated(model);
        self.draw(model, draws);
        self.derive(model);
    }

    /// What follows from stated and drawn values.
    fn derive(&mut self, model: &Model) {
        self.normalise_saliences(model);
        self.lobby(model);
        self.agree(model);
    }

    /// What follows from the countries' ideals: common positions of blocs, texts of clubs, and reservation values.
    pub(super) fn agree(&mut self, model: &Model) {
        self.caucus(model);
        self.write_club_texts(model);
        self.compute_reservations(model);
    }

    /// Everything as the scenario states it.
    fn copy_stated(&mut self, model: &Model) {
        self.national.copy_from(&model.stated);
        self.alternatives.copy_stated(model);
        for (i, c) in model.countries.iter().enumerate() {
            self.present[i] = !c.stays_away && !c.observes();
            self.isolation_cost[i] = c.isolation_cost;
            self.tactics[i] = c.tactic;
        }
        let clauses = model.clauses.len();
        for (b, bloc) in model.blocs.iter().enumerate() {
            for (d, ideal) in bloc.stated.iter().enumerate() {
                self.positions[b * clauses + d] = ideal.unwrap_or(f64::NAN);
            }
        }
        for (f, firm) in model.firms.iter().enumerate() {
            for (d, ideal) in firm.ideals.iter().enumerate() {
                self.firms[f * clauses + d] = ideal.unwrap_or(f64::NAN);
            }
        }
    }

    fn draw(&mut self, model: &Model, draws: &Draws) {
        let clauses = model.clauses.len();
        for (n, draw) in model.draws.iter().enumerate() {
            let own = draw.sampler.quantile(draws.number(n));
            let drawn = with_shared(own, draw, model, draws);
            match draw.sets {
                Quantity::Ideal(i, clause) => self.national.set_ideal(i, clause, drawn),
                Quantity::Salience(i, clause) => self.national.set_salience(i, clause, drawn),
                Quantity::BlocIdeal(b, clause) => self.positions[b * clauses + clause.index()] = drawn,
                Quantity::FirmIdeal(f, clause) => self.firms[f * clauses + clause.index()] = drawn,
                Quantity::CostOfFailure(i) => self.alternatives.set_cost_of_failure(i, drawn),
                Quantity::OutsideOption(i) => self.alternatives.set_gain(i, drawn),
                Quantity::Reach(i) => self.alternatives.set_reach(i, drawn),
                Quantity::IsolationCost(i) => self.isolation_cost[i] = drawn,
                Quantity::Patience(i) => self.tactics[i].beta = drawn,
                Quantity::Attendance(i) => self.present[i] &= drawn > 0.5,
                Quantity::Recognition => self.recognition = drawn,
                Quantity::Shared => {}
            }
        }
    }

    /// Saliences as shares: Σω = 1 where they are relative, Σω ≤ 1 where they are absolute.
    fn normalise_saliences(&mut self, model: &Model) {
        let most = if model.relative_saliences { 0.0 } else { 1.0 };
        for i in 0..self.national.parties() {
            let total: f64 = model.clause_ids().map(|c| self.national.salience(i, c)).sum();
            self.salience_scale[i] = if total > most { total } else { 1.0 };
        }
        if model.relative_saliences {
            self.national.normalise_saliences();
            return;
        }
        for i in 0..self.national.parties() {
            for clause in model.clause_ids().filter(|_| self.salience_scale[i] != 1.0) {
                let share = self.national.salience(i, clause) / self.salience_scale[i];
                self.national.set_salience(i, clause, share);
            }
        }
    }

    /// s_id: how much a country cares about a clause as stated and drawn, whatever else it cares about (specification §3.1).
    pub fn stated_salience(&self, country: usize, clause: ClauseId) -> f64 {
        self.national.salience(country, clause) * self.salience_scale[country]
    }

    /// Firms move their hosts: p ← (1 − ℓ)p⁰ + ℓ Σe p_f/Σe, ℓ = L/(L + κ), on the clauses both care about.
    fn lobby(&mut self, model: &Model) {
        if model.firms.is_empty() {
            return;
        }
        for (i, country) in model.countries.iter().enumerate() {
            for clause in model.clause_ids() {
                let (effort, pull) = self.pull(model, clause, |firm| {
                    firm.lobbies.iter().filter(|(host, _)| *host == i).map(|(_, e)| e).sum()
                });
                if effort > 0.0 && self.national.salience(i, clause) > 0.0 {
                    let l = influence(effort, country.lobbying_resistance);
                    let ideal = self.national.ideal(i, clause);
                    self.national.set_ideal(i, clause, (1.0 - l) * ideal + l * pull);
                }
            }
        }
    }

    /// Firms' summed effort on a target and their effort-weighted ideal, over those that care about the clause.
    pub fn pull(
        &self,
        model: &Model,
        clause: ClauseId,
        effort_of: impl Fn(&crate::model::FirmModel) -> f64,
    ) -> (f64, f64) {
        let (mut total, mut weighted) = (0.0, 0.0);
        for (f, firm) in model.firms.iter().enumerate() {
            let ideal = self.firm_ideal(model, f, clause);
            let effort = effort_of(firm);
            if let Some(ideal) = ideal.filter(|_| effort > 0.0) {
                total += effort;
                weighted += effort * ideal;
            }
        }
        (total, if total > 0.0 { weighted / total } else { 0.0 })
    }

    /// A firm's ideal; none where it does not care.
    pub fn firm_ideal(&self, model: &Model, firm: usize, clause: ClauseId) -> Option<f64> {
        let ideal = self.firms[firm * model.clauses.len() + clause.index()];
        (!ideal.is_nan()).then_some(ideal)
    }

    /// P_B on a clause; none where no present member cares and nothing was published.
    pub fn position(&self, model: &Model, bloc: usize, clause: ClauseId) -> Option<f64> {
        let ideal = self.positions[bloc * model.clauses.len() + clause.index()];
        (!ideal.is_nan()).then_some(ideal)
    }

    /// Writes the texts of clubs that want what a party wants; where it wants nothing of a clause, the status quo stays.
    fn write_club_texts(&mut self, model: &Model) {
        for (i, country) in model.countries.iter().enumerate() {
            let Some(OutsideModel::Club { text, .. }) = &country.outside_option else { continue };
            for clause in model.clause_ids() {
                let wanted = match *text {
                    ClubTextModel::Given(_) => break,
                    ClubTextModel::OfCountry(party) => self.wanted_by_country(party, clause),
                    ClubTextModel::OfBloc(bloc) => self.wanted_by_bloc(model, bloc, clause),
                };
                let value = wanted.unwrap_or(model.clauses[clause.index()].status_quo);
                self.alternatives.set_term(i, clause, value);
            }
        }
    }

    /// A country's wish on a clause, after lobbying; none where it does not care.
    fn wanted_by_country(&self, country: usize, clause: ClauseId) -> Option<Value> {
        let cares = self.national.salience(country, clause) > 0.0;
        cares.then(|| match self.national.favourite(country, clause) {
            // Draws may exceed the scale by a rounding error.
            Value::Interval { lo, .. } => Value::point(lo.clamp(0.0, 1.0)),
            option @ Value::Option(_) => option,
        })
    }

    /// Who is there, and what each wants.
    pub fn attendance(&self) -> Attendance<'_> {
        Attendance { effective: &self.effective, present: &self.present, silent: &self.silent }
    }

    /// A bloc's common position on a clause; of options the one that costs its members least on average.
    fn wanted_by_bloc(&self, model: &Model, bloc: usize, clause: ClauseId) -> Option<Value> {
        let position = self.position(model, bloc, clause)?;
        let options = model.clauses[clause.index()].options;
        if options == 0 {
            return Some(Value::point(position));
        }
        let ranks = Ranks::of(model, self.attendance(), &self.present, bloc);
        let cost = |option| ranks.option_loss(clause, option);
        (0..options).min_by(|&a, &b| cost(a).total_cmp(&cost(b))).map(Value::option)
    }

    /// What a country brings to a count: as if it were no member, where it is silent.
    pub fn voting_weight(&self, model: &Model, country: usize) -> VotingWeight {
        VotingWeight { silent: self.silent[country], ..model.countries[country].voting_weight }
    }

    /// The text that holds when nothing is agreed.
    pub fn status_quo(&self) -> &Text {
        &self.status_quo
    }
}

/// An ideal with the errors that it has in common with others, cut to [0, 1]; any other quantity as it was drawn.
fn with_shared(own: f64, draw: &Draw, model: &Model, draws: &Draws) -> f64 {
    if draw.shared.is_empty() {
        return own;
    }
    let of = |(n, loading): &(usize, f64)| loading * model.draws[*n].sampler.quantile(draws.number(*n));
    (own + draw.shared.iter().map(of).sum::<f64>()).clamp(0.0, 1.0)
}
