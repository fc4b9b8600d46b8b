//! What each protocol does with the text: one file each, which owns its own state. What they share is the table.

mod bargain;
mod chair;
mod clause_by_clause;
mod compromise;
mod core;
mod dissent;
mod moves;
mod path;
mod proposals;
mod search;
mod shortfall;
mod single_text;
mod sponsor;
mod trials;

use super::{decision::Decision, observer::Observer, table::NegotiationTable};
use crate::{model::Model, outcome::Conclusion, protocol::Protocol, random::Seed, voting::DecisionRule};

/// How a protocol conducts its rounds.
trait Conduct {
    /// Whether the protocol looks at aspiration levels; else they are computed only when the text is put to the rule.
    const LOOKS_AT_ASPIRATIONS: bool = true;

    /// Starts a replicate anew.
    fn reset(&mut self, _replicate: u64) {}

    /// Changes the text in a round.
    fn revise<O: Observer>(&mut self, table: &mut NegotiationTable<'_>, observer: &mut O);

    /// Changes a text that has been voted down at the deadline, before one last vote by this rule.
    fn serve_enough<O: Observer>(
        &mut self,
        _table: &mut NegotiationTable<'_>,
        _rule: &DecisionRule,
        _observer: &mut O,
    ) {
    }

    /// Plays a round: aspirations, revision and, where one is due, an attempt. How it ended; none where it goes on.
    fn play_round<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        decision: &mut Decision,
        observer: &mut O,
    ) -> Option<Conclusion> {
        table.round += 1;
        let attempt = table.is_attempt_due();
        if attempt || O::WATCHES || Self::LOOKS_AT_ASPIRATIONS {
            table.update_aspirations(table.round);
        }
        observer.round(&table.view());
        self.revise(table, observer);
        table.note_round();
        let conclusion = if attempt {
            decision
                .attempt(table, observer, |table, rule, observer| self.serve_enough(table, rule, observer))
        } else {
            None
        };
        conclusion.or_else(|| (table.round >= table.deadline()).then(|| decision.failure(table)))
    }
}

/// The protocol under way, with its own state.
#[derive(Clone, Debug)]
pub(super) enum Procedure<'m> {
    Chair(chair::Chair<'m>),
    ClauseByClause(clause_by_clause::ClauseByClause<'m>),
    Sponsor(sponsor::SponsorProcedure),
    SingleText(single_text::SingleTextProcedure<'m>),
    Compromise(compromise::CompromiseProcedure),
}

/// Does the same with whichever protocol it is.
macro_rules! with_protocol {
    ($procedure:expr, $protocol:ident => $does:expr) => {
        match $procedure {
            Procedure::Chair($protocol) => $does,
            Procedure::ClauseByClause($protocol) => $does,
            Procedure::Sponsor($protocol) => $does,
            Procedure::SingleText($protocol) => $does,
            Procedure::Compromise($protocol) => $does,
        }
    };
}

impl<'m> Procedure<'m> {
    pub fn new(model: &'m Model, seed: Seed) -> Self {
        match &model.protocol {
            Protocol::ChairRevisions(chair) => Self::Chair(chair::Chair::new(model, chair)),
            Protocol::ClauseByClause(chair) => {
                Self::ClauseByClause(clause_by_clause::ClauseByClause::new(model, chair))
            }
            Protocol::SponsorsText(_) => Self::Sponsor(sponsor::SponsorProcedure::defended(model)),
            Protocol::AgendaSetter(_) => Self::Sponsor(sponsor::SponsorProcedure::offered(model)),
            Protocol::SingleText(single) => {
                Self::SingleText(single_text::SingleTextProcedure::new(model, single, seed))
            }
            Protocol::Compromise => Self::Compromise(compromise::CompromiseProcedure),
        }
    }

    /// Starts a replicate anew.
    pub fn reset(&mut self, replicate: u64) {
        with_protocol!(self, protocol => protocol.reset(replicate));
    }

    /// Opens what is to be negotiated in the next round, where clauses are negotiated one by one.
    pub fn open<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        decision: &mut Decision,
        observer: &mut O,
    ) {
        if let Self::ClauseByClause(protocol) = self {
            protocol.open(table, decision, observer);
        }
    }

    /// Plays a round; how the negotiation ended, none where it goes on.
    pub fn play_round<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        decision: &mut Decision,
        observer: &mut O,
    ) -> Option<Conclusion> {
        with_protocol!(self, protocol => protocol.play_round(table, decision, observer))
    }
}
