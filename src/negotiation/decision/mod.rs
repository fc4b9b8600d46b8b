//! Putting the text to the rule: the floor, the vote, the fallback, and who leaves after a failed attempt (specification §4, §5).

mod exits;
mod floor;

use super::{ballot::Ballot, observer::Observer, table::NegotiationTable};
use crate::{
    model::Model,
    outcome::Conclusion,
    voting::{Asks, Binds, DecisionRule},
};
use exits::Exits;

/// The last ballot, and what attempts so far have left behind.
#[derive(Clone, Debug)]
pub(super) struct Decision {
    pub ballot: Ballot,
    /// Who stood in the way at the last attempt that failed.
    pub held_out: Vec<bool>,
    pub exits: Exits,
}

impl Decision {
    pub fn new(model: &Model) -> Self {
        let n = model.countries.len();
        Self { ballot: Ballot::new(model), held_out: vec![false; n], exits: Exits::new(n) }
    }

    /// Forgets earlier attempts.
    pub fn reset(&mut self) {
        self.held_out.fill(false);
        self.exits.reset();
    }

    /// Puts the text to the rule. Where it is not carried, some may leave, and nothing is concluded. A text that leaves a
    /// clause open waits until the deadline, and is not carried then.
    pub fn attempt<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        observer: &mut O,
    ) -> Option<Conclusion> {
        if !table.is_complete() && table.round < table.deadline() {
            return None;
        }
        let conclusion = self.put_to_the_rule(table, observer);
        if conclusion.is_none() {
            self.held_out.copy_from_slice(&self.ballot.says_no);
            self.exits.handle(table, &self.ballot, observer);
        }
        conclusion
    }

    fn put_to_the_rule<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        observer: &mut O,
    ) -> Option<Conclusion> {
        let rule = table.rule_in_force();
        let mut carried = self.decide(table, rule);
        let floor = rule.asks == Asks::Votes && !table.model.proceedings.floor.is_closed();
        if floor && (carried || table.round == table.deadline()) {
            carried = self.decide_on_the_floor(table, rule, observer);
        }
        observer.attempt(&table.view(), &self.ballot, carried);
        let fallback_reached = table.model.fallback.as_ref().is_some_and(|f| table.round >= f.from_round);
        if carried {
            return Some(self.adopted(rule, fallback_reached.then_some(false)));
        }
        if fallback_reached { None } else { self.fall_back(table, observer) }
    }

    /// Everyone judges the text, and the rule decides; whether it is carried.
    pub fn decide(&mut self, table: &NegotiationTable<'_>, rule: &DecisionRule) -> bool {
        self.ballot.judge(&table.view());
        self.ballot.decide(table.model, rule) && table.is_complete()
    }

    /// The floor changes the text, and the rule decides on the whole; where it does not carry, the chair's text stands
    /// again.
    fn decide_on_the_floor<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        rule: &DecisionRule,
        observer: &mut O,
    ) -> bool {
        let own = table.text.clone();
        if floor::open_floor(table, rule, observer) {
            table.judge_text();
        }
        let carried = self.decide(table, rule);
        if !carried && table.round < table.deadline() {
            table.text = own;
            table.judge_text();
        }
        table.correct_last_depth();
        carried
    }

    /// How the text that has just been carried was adopted; `called`: by the fallback, and whether a sponsor called it.
    pub fn adopted(&self, rule: &DecisionRule, called: Option<bool>) -> Conclusion {
        let tally = &self.ballot.tally;
        match (rule.binds, rule.asks, called) {
            (Binds::Signatories, ..) => Conclusion::Signed { signatories: tally.yes.heads },
            (_, Asks::Votes, Some(called)) => Conclusion::FallbackVote { no: tally.no.heads, called },
            (_, Asks::Votes, None) => Conclusion::Vote { no: tally.no.heads },
            _ => Conclusion::Consensus,
        }
    }

    /// Holds the vote before its round has come, because a sponsor calls it or because time is up. The ballot is left as
    /// the vote where that carries the text, else as it was.
    fn fall_back<O: Observer>(
        &mut self,
        table: &NegotiationTable<'_>,
        observer: &mut O,
    ) -> Option<Conclusion> {
        let fallback = table.model.fallback.as_ref()?;
        let called = fallback.callable && self.ballot.has_sponsor();
        if !called && table.round < table.deadline() {
            return None;
        }
        if self.ballot.decide(table.model, &fallback.rule) && table.is_complete() {
            observer.attempt(&table.view(), &self.ballot, true);
            return Some(self.adopted(&fallback.rule, Some(called)));
        }
        self.ballot.decide(table.model, table.rule_in_force());
        None
    }

    /// How it ended without a text: because of those who left, where their return would have carried it or made the
    /// quorum.
    pub fn failure(&self, table: &NegotiationTable<'_>) -> Conclusion {
        if self.exits.decided(table, &self.ballot) { Conclusion::WalkOut } else { Conclusion::Deadlock }
    }
}
