//! Who speaks while the text is revised: each cohesive bloc once, every other country for itself (specification §3).

mod thresholds;

use super::{bloc_wishes::write_bloc_wishes, ranks::Ranks, realisation::Realisation};
use crate::{
    benchmark::agreement::Claim,
    model::{Judgement, Model, Preferences},
    protocol::Weigh,
    tactic::Tactic,
    text::{ClauseId, Text},
    voting::{Tally, Vote, VotingWeight},
};

/// How far below its aspiration level a text may leave whoever cannot say no: further than utilities can lie apart.
const BEARS_EVERYTHING: f64 = 10.0;

/// Somebody who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// A bloc, for its members.
    Bloc(usize),
    /// A country, for itself.
    Country(usize),
}

/// Those who speak, dense.
#[derive(Clone, Debug)]
pub struct Voices {
    /// Who they are: blocs first, then countries, in the scenario's order.
    pub who: Vec<Voice>,
    /// What they want.
    pub preferences: Preferences,
    /// The weight of each one's shortfall.
    pub weights: Vec<f64>,
    /// m, for the chair's draft.
    pub materiality: Vec<f64>,
    /// s at [v·D + d]: how much each cares about a clause, as stated.
    stated_saliences: Vec<f64>,
    /// χ.
    pub isolation: Vec<f64>,
    /// r.
    pub reservations: Vec<f64>,
    /// β and k.
    pub tactics: Vec<Tactic>,
    /// τ: how far below its aspiration level a text may leave each before it says no, where objections count.
    pub objection_thresholds: Vec<f64>,
    /// The same where a No vote counts.
    pub no_vote_thresholds: Vec<f64>,
    /// What each brings to a count.
    pub voting_weights: Vec<VotingWeight>,
    /// Everyone in favour, the absent absent.
    pub everyone: Tally,
    /// The voice of each bloc, where it has one.
    pub of_bloc: Vec<Option<usize>>,
    /// Which countries speak for themselves although their bloc speaks.
    alone: Vec<bool>,
    at_status_quo: Judgement,
    /// Changes whenever those who speak do, or what they want.
    pub version: u64,
}

impl Voices {
    pub(super) fn new(model: &Model) -> Self {
        let most = model.blocs.len() + model.countries.len();
        let mut preferences = model.stated.clone();
        // Capacity for every bloc and every country: who speaks up later allocates nothing.
        preferences.reset(most);
        Self {
            who: Vec::with_capacity(most),
            preferences,
            weights: Vec::with_capacity(most),
            materiality: Vec::with_capacity(most),
            stated_saliences: Vec::with_capacity(most * model.clauses.len()),
            isolation: Vec::with_capacity(most),
            reservations: Vec::with_capacity(most),
            tactics: Vec::with_capacity(most),
            objection_thresholds: Vec::with_capacity(most),
            no_vote_thresholds: Vec::with_capacity(most),
            voting_weights: Vec::with_capacity(most),
            everyone: Tally::default(),
            of_bloc: vec![None; model.blocs.len()],
            alone: vec![false; model.countries.len()],
            at_status_quo: Judgement::with_capacity(most),
            version: 0,
        }
    }

    /// The voices of everyone who does not boycott, as the scenario states them: nothing drawn.
    pub fn as_stated(model: &Model) -> Self {
        let parties = Realisation::as_stated(model);
        let mut voices = Self::new(model);
        voices.assemble(model, &parties, &parties.present);
        voices
    }

    /// What a voice asks for over time, and how far below that it lets a text pass where objections count.
    pub fn claim(&self, v: usize) -> Claim {
        Claim {
            reservation: self.reservations[v],
            tactic: self.tactics[v],
            tolerance: self.objection_thresholds[v],
            weight: self.weights[v],
        }
    }

    /// Lets a country speak for itself from the next assembly on, although its bloc speaks; whether that is new.
    pub(super) fn let_speak(&mut self, country: usize) -> bool {
        !std::mem::replace(&mut self.alone[country], true)
    }

    /// Whether a country speaks for itself although its bloc speaks.
    pub(super) fn speaks_alone(&self, country: usize) -> bool {
        self.alone[country]
    }

    /// Leaves every bloc to speak for all of its members from the next assembly on.
    pub(super) fn silence_dissenters(&mut self) {
        self.alone.fill(false);
    }

    /// Gives a voice to the blocs and countries that are seated.
    pub(super) fn assemble(&mut self, model: &Model, room: &Realisation, seated: &[bool]) {
        self.version += 1;
        self.who.clear();
        self.of_bloc.fill(None);
        for (b, bloc) in model.blocs.iter().enumerate() {
            if bloc.cohesion > 0.0 && bloc.members.iter().any(|&(i, _)| seated[i]) {
                self.of_bloc[b] = Some(self.who.len());
                self.who.push(Voice::Bloc(b));
            }
        }
        for i in (0..seated.len()).filter(|&i| seated[i]) {
            if self.alone[i] || self.lead(model, i).is_none() {
                self.who.push(Voice::Country(i));
            }
        }
        self.fill(model, room, seated);
    }

    /// The voice of the bloc that leads a country: its heaviest one that speaks.
    pub fn lead(&self, model: &Model, country: usize) -> Option<usize> {
        model.countries[country].memberships.iter().find_map(|&(b, _)| self.of_bloc[b])
    }

    fn fill(&mut self, model: &Model, room: &Realisation, seated: &[bool]) {
        self.preferences.reset(self.who.len());
        for list in [
            &mut self.weights,
            &mut self.materiality,
            &mut self.stated_saliences,
            &mut self.isolation,
            &mut self.reservations,
            &mut self.objection_thresholds,
            &mut self.no_vote_thresholds,
        ] {
            list.clear();
        }
        self.tactics.clear();
        self.voting_weights.clear();
        // Where every country speaks for itself, the whole table is copied at once.
        let all_countries = self.who.len() == seated.len() && self.of_bloc.iter().all(Option::is_none);
        if all_countries {
            self.preferences.copy_from(&room.effective);
        }
        for v in 0..self.who.len() {
            match self.who[v] {
                Voice::Bloc(b) => self.add_bloc(model, room, seated, v, b),
                Voice::Country(i) => {
                    if !all_countries {
                        self.preferences.copy_party(v, &room.effective, i);
                    }
                    self.add_country(model, room, i);
                }
            }
        }
        if model.relative_saliences {
            self.preferences.normalise_saliences();
        }
        self.preferences.update_shared_params();
        self.compute_reservations(model, room, seated);
        self.compute_thresholds(model, seated);
        self.count_everyone(model, room, seated);
    }

    fn add_country(&mut self, model: &Model, room: &Realisation, i: usize) {
        let materiality = model.countries[i].materiality;
        let voting_weight = room.voting_weight(model, i);
        self.stated_saliences.extend(model.clause_ids().map(|c| room.stated_salience(i, c)));
        self.weights.push(match model.proceedings.weigh {
            Weigh::Materiality => materiality,
            Weigh::Heads => 1.0,
        });
        self.materiality.push(materiality);
        self.push(room.isolation_cost[i], room.tactics[i], voting_weight);
    }

    /// A bloc: its common position, its members' summed materiality and weighted means of the rest.
    fn add_bloc(&mut self, model: &Model, room: &Realisation, seated: &[bool], v: usize, b: usize) {
        let ranks = Ranks::of(model, room.attendance(), seated, b);
        write_bloc_wishes(model, room, ranks, &mut self.preferences, v);
        let stated = |c| ranks.mean(|i| room.stated_salience(i, c));
        self.stated_saliences.extend(model.clause_ids().map(stated));
        let tactic =
            Tactic { beta: ranks.mean(|i| room.tactics[i].beta), k: ranks.mean(|i| room.tactics[i].k) };
        let mut voting_weight = VotingWeight::NOBODY;
        let is_led = |i: usize| seated[i] && !self.alone[i] && self.lead(model, i) == Some(v);
        for (i, _) in ranks.members().filter(|&(i, _)| is_led(i)) {
            voting_weight.join(&model.countries[i].voting_weight);
        }
        // Members that speak for themselves are brought along there, not here.
        let through = |&(i, _): &(usize, f64)| seated[i] && !self.alone[i];
        let weight = match model.proceedings.weigh {
            Weigh::Materiality => ranks.members().filter(through).map(|(_, m)| m).sum(),
            Weigh::Heads => f64::from(u8::from(ranks.members().any(|member| through(&member)))),
        };
        self.weights.push(weight);
        self.materiality.push(ranks.materiality);
        self.push(ranks.mean(|i| room.isolation_cost[i]), tactic, voting_weight);
    }

    fn push(&mut self, isolation: f64, tactic: Tactic, voting_weight: VotingWeight) {
        self.isolation.push(isolation);
        self.tactics.push(tactic);
        self.voting_weights.push(voting_weight);
    }

    fn compute_reservations(&mut self, model: &Model, room: &Realisation, seated: &[bool]) {
        self.at_status_quo.judge(&self.preferences, room.status_quo());
        for (v, voice) in self.who.iter().enumerate() {
            self.reservations.push(match *voice {
                Voice::Country(i) => room.reservations[i],
                Voice::Bloc(b) => {
                    let members = Ranks::of(model, room.attendance(), seated, b).memberships();
                    let utility = |text: &Text| self.preferences.utility_of(v, text);
                    room.bloc_reservation(self.at_status_quo.utilities()[v], members, utility)
                }
            });
        }
    }

    fn count_everyone(&mut self, model: &Model, room: &Realisation, seated: &[bool]) {
        self.everyone = Tally::default();
        for voting_weight in &self.voting_weights {
            self.everyone.cast(Vote::Yes, voting_weight);
        }
        for i in (0..seated.len()).filter(|&i| !seated[i]) {
            self.everyone.cast(Vote::Absent, &room.voting_weight(model, i));
        }
    }

    /// A voice's name.
    pub fn name<'m>(&self, model: &'m Model, v: usize) -> &'m str {
        self.who[v].name(model)
    }

    /// s_vd: how much a voice cares about a clause as stated, its members' mean for a bloc (specification §3.1).
    pub fn stated_salience(&self, v: usize, clause: ClauseId) -> f64 {
        self.stated_saliences[v * self.preferences.clauses() + clause.index()]
    }

    /// Whether a voice is asked in a vote: a bloc, or a country with votes.
    pub fn has_votes(&self, model: &Model, v: usize) -> bool {
        match self.who[v] {
            Voice::Bloc(_) => true,
            Voice::Country(i) => model.countries[i].has_votes,
        }
    }
}

/// What a country counts as company: one head, or its materiality.
pub(super) fn company_weight(model: &Model, i: usize) -> f64 {
    match model.crowd {
        crate::party::Crowd::Heads => 1.0,
        crate::party::Crowd::Materiality => model.countries[i].materiality,
    }
}

/// The company of everyone seated.
fn company_total(model: &Model, seated: &[bool]) -> f64 {
    (0..seated.len()).filter(|&i| seated[i]).map(|i| company_weight(model, i)).sum()
}
