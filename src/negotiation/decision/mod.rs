//! Putting the text to the rule: the floor, the vote, the fallback, and who leaves after a failed attempt (specification §4, §5).

mod exits;
mod floor;

use super::{ballot::Ballot, observer::Observer, seats::Said, table::NegotiationTable};
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
    /// Whether a seat that is taken from outside calls for a vote in this round.
    called: bool,
}

impl Decision {
    pub fn new(model: &Model) -> Self {
        let n = model.countries.len();
        Self { ballot: Ballot::new(model), held_out: vec![false; n], exits: Exits::new(n), called: false }
    }

    /// Forgets earlier attempts.
    pub fn reset(&mut self) {
        self.held_out.fill(false);
        self.exits.reset();
        self.hear_nothing();
    }

    /// Takes note of how seats that are taken from outside answer, and whether one calls for a vote.
    pub fn heed(&mut self, table: &NegotiationTable<'_>) {
        self.ballot.hear(&table.said);
        self.called = table.said.sayings().any(|(_, saying)| saying.calls_vote);
    }

    /// Forgets what was said: it was about something else.
    pub fn hear_nothing(&mut self) {
        self.ballot.hear(&Said::default());
        self.called = false;
    }

    /// Puts the text to the rule in force, if this is a moment to do so. Where it is not carried, `last_resort` may change the
    /// text at the deadline, some may leave, and nothing is concluded. A text that leaves a clause open waits until the
    /// deadline, and is not carried then.
    pub fn attempt<'m, O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'m>,
        observer: &mut O,
        last_resort: impl FnOnce(&mut NegotiationTable<'m>, &DecisionRule, &mut O),
    ) -> Option<Conclusion> {
        if !table.is_complete() && !table.is_deadline() {
            return None;
        }
        let rule = table.rule_in_force();
        self.ballot.judge(&table.view());
        if rule.asks == Asks::Votes {
            let by_fallback = table.model.fallback.as_ref().map(|_| false);
            return self.vote(table, rule, by_fallback, observer, last_resort);
        }
        let carried = self.carries(table, rule);
        observer.attempt(&table.view(), &self.ballot, carried);
        if carried {
            return Some(self.adopted(rule, None));
        }
        let model = table.model;
        if let Some(fallback) = &model.fallback {
            let asked = (fallback.callable && self.ballot.has_sponsor()) || self.called;
            if table.is_deadline() || (asked && self.is_called(table, &fallback.rule)) {
                // The vote is the attempt that counts.
                return self.vote(table, &fallback.rule, Some(asked), observer, last_resort);
            }
            self.ballot.decide(table.model, &table.parties, rule);
        }
        self.fail(table, observer);
        None
    }

    /// Holds a vote if it is called or time is up; `by_fallback`: where it is the fallback, whether a sponsor asked for it.
    fn vote<'m, O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'m>,
        rule: &DecisionRule,
        by_fallback: Option<bool>,
        observer: &mut O,
        last_resort: impl FnOnce(&mut NegotiationTable<'m>, &DecisionRule, &mut O),
    ) -> Option<Conclusion> {
        let called = self.is_called(table, rule);
        if !called && !table.is_deadline() {
            return None;
        }
        let mut carried = called || self.carries(table, rule);
        if rule.has_floor() && !table.model.proceedings.floor.is_closed() {
            carried = self.decide_on_the_floor(table, rule, observer);
        }
        observer.attempt(&table.view(), &self.ballot, carried);
        if !carried && table.is_deadline() {
            carried = self.vote_once_more(table, rule, observer, last_resort);
        }
        if carried {
            let by_sponsor = by_fallback.map(|asked| asked && called);
            return Some(self.adopted(rule, by_sponsor));
        }
        self.fail(table, observer);
        None
    }

    /// Whether a vote is called before the deadline: enough get what they ask for, and the vote would carry the text.
    fn is_called(&mut self, table: &NegotiationTable<'_>, rule: &DecisionRule) -> bool {
        let claims_met = self.called
            || !table.model.proceedings.holding_out
            || self.ballot.meets_enough_claims(table.model, &table.parties, rule);
        claims_met && self.carries(table, rule)
    }

    /// One last vote at the deadline, on the text as `last_resort` leaves it. Where that is lost too, the text and the votes of
    /// the vote before stand.
    fn vote_once_more<'m, O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'m>,
        rule: &DecisionRule,
        observer: &mut O,
        last_resort: impl FnOnce(&mut NegotiationTable<'m>, &DecisionRule, &mut O),
    ) -> bool {
        let (text, ballot) = (table.text.clone(), self.ballot.clone());
        last_resort(table, rule, observer);
        if table.text == text {
            return false;
        }
        let carried = self.decide(table, rule);
        observer.attempt(&table.view(), &self.ballot, carried);
        if !carried {
            table.text = text;
            table.judge_text();
            self.ballot = ballot;
        }
        table.correct_last_depth();
        carried
    }

    /// Records who stood in the way of a text that has failed; some may leave.
    fn fail<O: Observer>(&mut self, table: &mut NegotiationTable<'_>, observer: &mut O) {
        self.held_out.copy_from_slice(&self.ballot.says_no);
        self.exits.handle(table, &self.ballot, observer);
    }

    /// Everyone judges the text, and the rule decides; whether it is carried.
    pub fn decide(&mut self, table: &NegotiationTable<'_>, rule: &DecisionRule) -> bool {
        self.ballot.judge(&table.view());
        self.carries(table, rule)
    }

    /// The rule decides on the text as it was judged; whether it is carried. A text that leaves a clause open never is.
    fn carries(&mut self, table: &NegotiationTable<'_>, rule: &DecisionRule) -> bool {
        self.ballot.decide(table.model, &table.parties, rule) && table.is_complete()
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
        if !carried && !table.is_deadline() {
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

    /// How it ended without a text: because of those who left, where their return would have carried it or made the
    /// quorum.
    pub fn failure(&self, table: &NegotiationTable<'_>) -> Conclusion {
        if self.exits.decided(table, &self.ballot) { Conclusion::WalkOut } else { Conclusion::Deadlock }
    }
}
