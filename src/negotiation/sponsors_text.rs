//! The sponsor's text: a defended draft, revised only as far as acceptance at reservation level requires; and the
//! agenda setter's offer, revised before it is tabled (model §5).
//!
//! Everyone asks for its reservation, a_i = r_i, from the start: red lines are known. Of the texts that the rule would then
//! carry, the objection game included, the sponsor looks for the one it likes best:
//!
//! 1. It *gives way*: of all steps on one clause (±δ, halved down to δ/64 when nothing coarser helps; another option) it
//!    takes the one that relieves most for what it costs the sponsor, −ΔS/−Δu_s, until S = 0; ties: clause order. S(x) = Σ h_i
//!    over the cheapest sufficient coalition, h_i = max(0, r_i − τ_i − u_i(x)), is the chair's grievance, one voice one
//!    grievance. Where no step helps, or the room objects all the same (a member broke its bloc's line), it *draws back*
//!    straight towards the status quo, as little as it must.
//! 2. It *takes back* what was not needed: clause by clause, its dearest first, as far towards its draft as the rule
//!    allows.
//! 3. It compares that with drawing back straight from where it stands, and tables what it likes better; never what it
//!    likes less than no text.
//!
//! The sponsor's text is put as drafted in the first round, and revised from the second. Where a vote may follow
//! consensus, the vote is what counts: the sponsor can wait for it.
//!
//! Guaranteed: deterministic; on one clause the offer is the sponsor's best point of the winset W(q), exactly (Romer &
//! Rosenthal 1978), wherever what is carried is an interval; no offer leaves room to take back on any one clause. On
//! several clauses the search is a heuristic: the tests hold it against the linear programme.

use super::{bargain::Bargain, motion::Step, observer::Observer, state::State};
use crate::{
    model::Model,
    protocol::Move,
    stance::Price,
    voting::{Asks, DecisionRule},
};

impl State {
    /// The sponsor revises its text, before the room clause by clause.
    pub(super) fn give_way<O: Observer>(&mut self, model: &Model, round: u32, observer: &mut O) {
        if self.sponsor.who.is_none() {
            return;
        }
        // The rule that has the last word: the vote, where one may follow.
        let rule = model.fallback.as_ref().map_or(&model.rule, |f| &f.rule);
        self.open_reservations(model, rule);
        self.offer.0.copy_from_slice(&self.text.0);
        self.pace.turn_to(model.proceedings.rounds);
        let bargain = Bargain {
            model,
            rule,
            room: &self.room,
            voices: &self.voices,
            seated: &self.seated,
            targets: &self.targets,
            draft: &self.draft,
            sponsor: &mut self.sponsor,
            grievance: &mut self.grievance,
            ballot: &mut self.ballot,
            pace: &mut self.pace,
            text: &mut self.offer,
            appraisal: &mut self.offered,
        };
        bargain.settle();
        for clause in model.clause_ids() {
            let value = self.offer[clause];
            if value != self.text[clause] {
                let step = Step { mv: Move::Shift, first: (clause, value), second: None, grievance: 0.0 };
                self.make(model, round, &step, observer);
            }
        }
    }

    /// What each voice needs at reservation level, given what it bears where as many object as the rule lets pass.
    fn open_reservations(&mut self, model: &Model, rule: &DecisionRule) {
        let (voices, seated) = (&self.voices, &self.seated);
        let others = seated.iter().filter(|s| **s).count().saturating_sub(1);
        #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 countries
        let dissent = (rule.no_at_most.unwrap_or(0) as f64 / others.max(1) as f64).min(1.0);
        let bears = |v: usize| match (rule.asks, rule.needs_yes()) {
            (Asks::Objections | Asks::Silence, _) => {
                voices.bearing(model, seated, v, Price::OBJECTION, dissent)
            }
            (Asks::Votes, false) => voices.bearing(model, seated, v, Price::NO_VOTE, dissent),
            (Asks::Votes, true) => 0.0,
        };
        self.grievance.open(voices, rule, &self.targets, bears);
    }
}
