//! Clause by clause: the chair's revisions on one clause after another, each carried or not on its own (specification §5).
//!
//! On clause d a party's surplus is the one it has on the whole text, divided by ω_id: s_id = ℓ_id(q_d) − ℓ_id(x_d), with
//! its cost of failure and outside option on top; whoever does not care about a clause lets it pass. Each clause has
//! the protocol's T rounds; one that is not carried stays at the status quo, and where nothing holds without a deal
//! there is then none. Nobody walks out over one clause.
//!
//! So nothing can be traded across clauses: what this leaves behind, against the chair's revisions on the whole text, is
//! what linkage is worth (Sebenius 1983; Tollison & Willett 1979). Guaranteed: at reservation level no clause ends below
//! what each party whose assent the rule needs would settle for on that clause alone.

use super::{
    super::{decision::Decision, observer::Observer, table::NegotiationTable},
    Conduct,
    chair::Chair,
};
use crate::{model::Model, outcome::Conclusion, protocol::ChairRevisions, text::ClauseId};

/// The chair, and what has come of the clauses so far.
#[derive(Clone, Debug)]
pub struct ClauseByClause<'m> {
    chair: Chair<'m>,
    /// How the clauses carried so far were adopted.
    conclusion: Conclusion,
    /// Who stood in the way of a clause that failed.
    held_out: Vec<bool>,
    /// The clause to be negotiated next.
    next: usize,
}

impl<'m> ClauseByClause<'m> {
    pub fn new(model: &'m Model, settings: &'m ChairRevisions) -> Self {
        Self {
            chair: Chair::new(model, settings),
            conclusion: Conclusion::Deadlock,
            held_out: vec![false; model.countries.len()],
            next: 0,
        }
    }

    /// Opens the next clause, unless one is open; the open clause, none where all are done.
    pub fn open<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        decision: &mut Decision,
        observer: &mut O,
    ) -> Option<ClauseId> {
        if table.agenda.is_none() && self.next < table.model.clauses.len() {
            let clause = ClauseId::new(self.next);
            self.next += 1;
            table.agenda = Some(clause);
            table.parties.restrict_to(table.model, clause);
            reassemble(table);
            decision.held_out.fill(false);
            table.update_aspirations(0);
            observer.on_clause_opened(&table.view(), clause);
        }
        table.agenda
    }

    /// Closes a clause that has been carried or has run out of time; whether the others are still worth negotiating.
    fn close<O: Observer>(
        &mut self,
        clause: ClauseId,
        conclusion: Conclusion,
        table: &mut NegotiationTable<'_>,
        decision: &mut Decision,
        observer: &mut O,
    ) -> bool {
        decision.hear_nothing();
        (table.rounds_before, table.round) = (table.rounds_played(), 0);
        let carried = conclusion.adopted();
        let stands = carried || restore_status_quo(table, clause);
        observer.on_clause_closed(&table.view(), clause, carried);
        table.agenda = None;
        // What was said was about this clause.
        table.said.clear();
        if carried {
            self.conclusion = joined(self.conclusion, conclusion);
        } else {
            self.held_out.iter_mut().zip(&decision.held_out).for_each(|(held, no)| *held |= no);
        }
        if !stands {
            self.conclusion = Conclusion::Deadlock;
        }
        stands
    }

    /// Puts the whole package to the rule that decided, at reservation level.
    fn finish<O: Observer>(
        &self,
        table: &mut NegotiationTable<'_>,
        decision: &mut Decision,
        observer: &mut O,
    ) -> Conclusion {
        table.parties.restore_all_clauses(table.model);
        reassemble(table);
        table.update_aspirations(table.deadline());
        decision.held_out.copy_from_slice(&self.held_out);
        if !self.conclusion.adopted() {
            decision.decide(table, &table.model.rule);
            return self.conclusion;
        }
        let by_vote = match self.conclusion {
            Conclusion::FallbackVote { called, .. } => Some(called),
            _ => None,
        };
        let mut put = |rule, called| {
            let carried = decision.decide(table, rule);
            observer.attempt(&table.view(), &decision.ballot, carried);
            carried.then(|| decision.adopted(rule, called))
        };
        let package = if by_vote.is_some() {
            put(table.last_word(), by_vote)
        } else {
            let vote = table.model.fallback.as_ref().map(|fallback| &fallback.rule);
            put(&table.model.rule, None).or_else(|| put(vote?, Some(false)))
        };
        package.map_or_else(
            || {
                decision.held_out.copy_from_slice(&decision.ballot.says_no);
                Conclusion::Deadlock
            },
            |package| joined(self.conclusion, package),
        )
    }
}

impl Conduct for ClauseByClause<'_> {
    fn reset(&mut self, replicate: u64) {
        self.chair.reset(replicate);
        self.conclusion = Conclusion::Deadlock;
        self.held_out.fill(false);
        self.next = 0;
    }

    fn revise<O: Observer>(&mut self, table: &mut NegotiationTable<'_>, observer: &mut O) {
        self.chair.revise(table, observer);
    }

    /// A round on the open clause; once every clause has had its turn, the text stands as they were decided.
    fn play_round<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        decision: &mut Decision,
        observer: &mut O,
    ) -> Option<Conclusion> {
        if let Some(clause) = self.open(table, decision, observer) {
            let conclusion = self.chair.play_round(table, decision, observer)?;
            let goes_on = self.close(clause, conclusion, table, decision, observer);
            if goes_on && self.next < table.model.clauses.len() {
                return None;
            }
        }
        Some(self.finish(table, decision, observer))
    }
}

/// Puts a clause back to what holds without agreement; whether anything does.
fn restore_status_quo(table: &mut NegotiationTable<'_>, clause: ClauseId) -> bool {
    let compiled = &table.model.clauses[clause.index()];
    let holds = compiled.offers(compiled.status_quo);
    if holds {
        table.text[clause] = compiled.status_quo;
        table.correct_last_depth();
    }
    holds
}

/// Gives everyone a voice on what is under negotiation now.
fn reassemble(table: &mut NegotiationTable<'_>) {
    table.assemble_voices();
    table.judge_text();
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
