//! The floor before a vote: amendments in their order, then separate votes on paragraphs (specification §7, 7).
//!
//! As an amendment each voice moves its own language on the clause that costs it most. On each clause the amendment
//! furthest removed from the text is voted on first; once one is carried, the others on that clause fall (General
//! Assembly, rule 90). Under an open rule they are put again and again until none is carried; on one clause and by majority
//! that is the median's wish (Black 1948). Then each clause is put separately, and one that is not kept goes back to the status quo (rule
//! 89). Delegations vote sincerely: yes for the version that gives them more, abstaining where both give the same. The
//! decision rule counts, as it does for the whole (rule 84).

use super::super::{brackets::Bracket, motion::Motion, observer::Observer, table::NegotiationTable};
use crate::{
    model::Judgement,
    protocol::Amendments,
    stance::preference_vote,
    text::{ClauseId, Text, Value},
    voting::{DecisionRule, Tally, Vote},
};

/// How often the floor can be opened anew: on several clauses every text may be beaten by another, and it would never end
/// (McKelvey 1976).
const SITTINGS: u32 = 100;

/// Lets the floor amend the text and strike clauses from it; whether it did.
pub fn open_floor<O: Observer>(
    table: &mut NegotiationTable<'_>,
    rule: &DecisionRule,
    observer: &mut O,
) -> bool {
    let before = table.text.clone();
    let mut floor = FloorDebate { table, rule, observer };
    floor.amend();
    if floor.table.model.proceedings.floor.paragraphs {
        floor.vote_by_paragraph();
    }
    table.text != before
}

/// The text before the floor, the rule by which it decides, and who watches.
struct FloorDebate<'a, 'm, O> {
    table: &'a mut NegotiationTable<'m>,
    rule: &'a DecisionRule,
    observer: &'a mut O,
}

impl<O: Observer> FloorDebate<'_, '_, O> {
    /// Puts the amendments, once or until none is carried.
    fn amend(&mut self) {
        let again = self.table.model.proceedings.floor.amendments == Amendments::UntilNoneIsCarried;
        for _ in 0..if again { SITTINGS } else { 1 } {
            if self.amend_once().is_none() {
                break;
            }
            self.table.judge_text();
        }
    }

    /// Puts each amendment; once one is carried, the others on its clause fall. The last clause amended, if any.
    fn amend_once(&mut self) -> Option<ClauseId> {
        let mut amended = None;
        for bracket in self.amendments() {
            let changed = with(&self.table.text, bracket.clause, bracket.wants);
            if amended != Some(bracket.clause) && self.divide(Motion::Amend(bracket), &changed) {
                self.table.text = changed;
                amended = Some(bracket.clause);
            }
        }
        amended
    }

    /// The amendments, clause by clause, in the order in which they are put.
    fn amendments(&self) -> Vec<Bracket> {
        let table = &self.table;
        let removed = |bracket: &Bracket| distance(bracket.wants, table.text[bracket.clause]);
        let mut moved = Bracket::wishes(&table.voices, &table.appraisal);
        moved.retain(|bracket| removed(bracket) > 0.0);
        match table.model.proceedings.floor.amendments {
            Amendments::None => moved.clear(),
            Amendments::FurthestFirst | Amendments::UntilNoneIsCarried => {
                moved.sort_by(|a, b| a.clause.cmp(&b.clause).then(removed(b).total_cmp(&removed(a))));
            }
            Amendments::NearestFirst => {
                moved.sort_by(|a, b| a.clause.cmp(&b.clause).then(removed(a).total_cmp(&removed(b))));
            }
        }
        moved
    }

    /// Puts each clause separately; one that is not kept goes back to the status quo.
    fn vote_by_paragraph(&mut self) {
        for clause in self.table.open_clauses().map(ClauseId::new) {
            let compiled = &self.table.model.clauses[clause.index()];
            if !compiled.offers(compiled.status_quo) {
                continue;
            }
            let struck = with(&self.table.text, clause, compiled.status_quo);
            if struck != self.table.text && !self.divide(Motion::Keep(clause), &struck) {
                self.table.text = struck;
            }
        }
    }

    /// Puts a motion whose text, or the text without what it would keep, is `other`; whether the motion is carried.
    fn divide(&mut self, motion: Motion, other: &Text) -> bool {
        let table = &self.table;
        let (yes, no) = match motion {
            Motion::Amend(_) => (other, &table.text),
            Motion::Keep(_) => (&table.text, other),
        };
        let (mut with, mut without) = (Judgement::default(), Judgement::default());
        with.judge(&table.parties.effective, yes);
        without.judge(&table.parties.effective, no);
        let mut tally = Tally::default();
        for i in 0..table.seated.len() {
            let gain = with.utilities()[i] - without.utilities()[i];
            let vote = if table.seated[i] { preference_vote(gain) } else { Vote::Absent };
            tally.cast(vote, &table.parties.voting_weight(table.model, i));
        }
        let carried = self.rule.carries(&tally);
        self.observer.on_division(&table.view(), motion, &tally, carried);
        carried
    }
}

/// The text with one clause changed.
fn with(text: &Text, clause: ClauseId, value: Value) -> Text {
    let mut changed = text.clone();
    changed[clause] = value;
    changed
}

/// How far two values lie apart, middle to middle; 1 between different options.
fn distance(a: Value, b: Value) -> f64 {
    match (a, b) {
        (Value::Interval { .. }, Value::Interval { .. }) => (a.middle() - b.middle()).abs(),
        (a, b) => f64::from(u8::from(a != b)),
    }
}
