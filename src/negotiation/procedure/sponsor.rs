//! The sponsor's text: a defended draft, revised only as far as acceptance at reservation level requires; and the
//! agenda setter's offer, revised before it is tabled (specification §5).
//!
//! Everyone asks for its reservation, a_i = r_i, from the start: red lines are known. Of the texts that the rule would then
//! carry, the objection game included, the sponsor looks for the one it likes best:
//!
//! 1. It *concedes*: of all steps on one clause (±δ, halved down to δ/64 when nothing coarser helps; another option) it
//!    takes the one that relieves most for what it costs the sponsor, −ΔS/−Δu_s, until S = 0; ties: clause order. S(x) = Σ h_i
//!    over the cheapest sufficient coalition, h_i = max(0, r_i − τ_i − u_i(x)), is the weighted shortfall, every voice with
//!    weight 1. Where no step helps, or the room objects all the same (a member broke its bloc's line), it *draws back*
//!    straight towards the status quo, as little as it must.
//! 2. It *takes back* what was not needed: clause by clause, those that matter most to it first, as far towards its
//!    draft as the rule allows.
//! 3. It compares that with drawing back straight from where it stands, and tables what it likes better; never what it
//!    likes less than no text.
//!
//! The sponsor's text is put as drafted in the first round, and revised from the second. Where a vote may follow
//! consensus, the vote is what counts: the sponsor can wait for it.
//!
//! Guaranteed: deterministic; on one clause the offer is the sponsor's best point of the winset W(q), exactly (Romer &
//! Rosenthal 1978), wherever what is carried is an interval; no offer leaves room to take back on any one clause. On
//! several clauses the search is a heuristic: the tests hold it against the linear programme.

use super::{
    super::{motion::Step, observer::Observer, table::NegotiationTable},
    Conduct,
    bargain::Bargain,
};
use crate::{model::Model, protocol::Move};

/// A text that its sponsor defends.
#[derive(Clone, Debug)]
pub struct SponsorProcedure {
    /// Boxed, for it is larger than any other protocol's state.
    bargain: Box<Bargain>,
    /// Whether the draft is put as it stands before the sponsor concedes anything.
    puts_draft_first: bool,
}

impl SponsorProcedure {
    /// The sponsor's text: put as drafted in the first round.
    pub fn defended(model: &Model) -> Self {
        Self { bargain: Box::new(Bargain::new(model)), puts_draft_first: true }
    }

    /// The agenda setter's offer: revised before it is tabled.
    pub fn offered(model: &Model) -> Self {
        Self { bargain: Box::new(Bargain::new(model)), puts_draft_first: false }
    }
}

impl Conduct for SponsorProcedure {
    /// The sponsor revises its text, before the others clause by clause.
    fn revise<O: Observer>(&mut self, table: &mut NegotiationTable<'_>, observer: &mut O) {
        let waits = self.puts_draft_first && table.round == 1;
        if !waits && table.sponsor.who.is_some() {
            self.offer(table, observer);
        }
        // Only the sponsor's own proposals are taken: its words stand.
        let proposals: Vec<_> = table.said.proposals().collect();
        for (seat, clause, value) in proposals {
            if value != table.text[clause] {
                let step = Step { mv: Move::Shift, first: (clause, value), second: None, shortfall: 0.0 };
                table.apply_step(&step, observer);
                table.said.taken_up.push((seat, clause, value));
            }
        }
    }
}

impl SponsorProcedure {
    /// Changes the text to the sponsor's best offer.
    fn offer<O: Observer>(&mut self, table: &mut NegotiationTable<'_>, observer: &mut O) {
        let offer = self.bargain.best_offer(table);
        for clause in table.model.clause_ids() {
            let value = offer[clause];
            if value != table.text[clause] {
                let step = Step { mv: Move::Shift, first: (clause, value), second: None, shortfall: 0.0 };
                table.apply_step(&step, observer);
            }
        }
    }
}
