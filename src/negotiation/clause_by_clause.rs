//! Clause by clause: the chair's revisions on one clause after another, each carried or not on its own (model §5).
//!
//! On clause d a party's surplus is the one it has on the whole text, divided by ω_id: s_id = ℓ_id(q_d) − ℓ_id(x_d), with
//! its cost of failure and outside option on top; whoever does not care about a clause lets it pass. Each clause has
//! the protocol's T rounds; one that is not carried stays at the status quo, and where nothing holds without a deal
//! there is then none. Nobody walks out over one clause.
//!
//! So nothing can be traded across clauses: what this leaves behind, against the chair's revisions on the whole text, is
//! what linkage is worth (Sebenius 1983; Tollison & Willett 1979). Guaranteed: at reservation level no clause ends below
//! what each party whose assent the rule needs would settle for on that clause alone.

use super::{observer::Observer, rounds::Ending, state::State};
use crate::{model::Model, outcome::Conclusion, text::ClauseId};

impl State {
    /// Every clause in its turn, then the text as a whole, which stands as its clauses were decided.
    pub(super) fn clause_by_clause<O: Observer>(&mut self, model: &Model, observer: &mut O) -> Ending {
        let mut conclusion = Conclusion::Deadlock;
        let mut held_out = vec![false; model.countries.len()];
        for clause in model.clause_ids() {
            self.take_up(model, clause);
            observer.takes_up(&self.view(model, 0), clause);
            let ending = self.go_through(model, observer);
            self.spent += ending.round;
            let carried = ending.conclusion.adopted();
            let stands = carried || self.leave_as_it_was(model, clause);
            observer.disposes(&self.view(model, 0), clause, carried);
            if carried {
                conclusion = joined(conclusion, ending.conclusion);
            } else {
                held_out.iter_mut().zip(&self.held_out).for_each(|(held, no)| *held |= no);
            }
            if !stands {
                conclusion = Conclusion::Deadlock;
                break;
            }
        }
        self.held_out.copy_from_slice(&held_out);
        self.put_together(model);
        Ending { conclusion, round: std::mem::take(&mut self.spent) }
    }

    /// Puts a clause back to what holds without agreement; whether anything does.
    fn leave_as_it_was(&mut self, model: &Model, clause: ClauseId) -> bool {
        let compiled = &model.clauses[clause.index()];
        let holds = compiled.offers(compiled.status_quo);
        if holds {
            self.text[clause] = compiled.status_quo;
            self.note_depth(model);
        }
        holds
    }

    /// Puts one clause on the table.
    fn take_up(&mut self, model: &Model, clause: ClauseId) {
        self.agenda = Some(clause);
        self.room.take_up(model, clause);
        self.seat(model);
        self.held_out.fill(false);
        self.demand(model, 0);
    }

    /// Looks at the whole text again: where everybody stands on what has been decided, at reservation level.
    fn put_together(&mut self, model: &Model) {
        self.agenda = None;
        self.room.put_together(model);
        self.seat(model);
        self.demand(model, model.proceedings.rounds);
        self.ask(model, &model.rule, model.proceedings.rounds);
    }

    /// Gives everyone a voice on what is on the table.
    fn seat(&mut self, model: &Model) {
        self.assemble(model);
        self.appraisal.judge(&self.voices.preferences, &self.text);
    }
}

/// How a text was adopted of which another clause has been carried: by vote if any was, with as many against as on the
/// clause that most were against.
fn joined(so_far: Conclusion, next: Conclusion) -> Conclusion {
    use Conclusion::{FallbackVote, Vote};
    match (so_far, next) {
        (Vote { no: a }, Vote { no: b }) => Vote { no: a.max(b) },
        (FallbackVote { no: a, called: x }, FallbackVote { no: b, called: y }) => {
            FallbackVote { no: a.max(b), called: x || y }
        }
        (FallbackVote { .. } | Vote { .. }, Conclusion::Consensus) => so_far,
        _ => next,
    }
}
