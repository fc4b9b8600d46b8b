//! The floor before a vote: amendments in their order, then separate votes on paragraphs (model §7, 7).
//!
//! As an amendment each voice moves its own language on the clause that costs it most. On each clause the amendment
//! furthest removed from the text is voted on first; once one is carried, the others on that clause fall (General
//! Assembly, rule 90). Under an open rule they are put again and again until none is carried; on one clause and by majority
//! that is the median's wish (Black 1948). Then each clause is put separately, and one that is not kept goes back to the status quo (rule
//! 89). Delegations vote sincerely: yes for the version that gives them more, abstaining where both give the same. The
//! decision rule counts, as it does for the whole (rule 84).

use super::{brackets::Bracket, motion::Motion, observer::Observer, state::State};
use crate::{
    model::{Judgement, Model},
    protocol::Amendments,
    stance::TOLERANCE,
    text::{ClauseId, Text, Value},
    voting::{DecisionRule, Tally, Vote},
};

/// How often the floor can be opened anew: on several clauses every text may be beaten by another, and it would never end
/// (McKelvey 1976).
const SITTINGS: u32 = 100;

/// Where the floor stands: whose votes count how, and who watches.
struct Floor<'a, O> {
    model: &'a Model,
    rule: &'a DecisionRule,
    round: u32,
    observer: &'a mut O,
}

impl State {
    /// Lets the floor amend the text and strike clauses from it; whether it did.
    pub(super) fn open_floor<O: Observer>(
        &mut self,
        model: &Model,
        rule: &DecisionRule,
        round: u32,
        observer: &mut O,
    ) -> bool {
        let before = self.text.clone();
        let mut floor = Floor { model, rule, round, observer };
        self.amend(&mut floor);
        if model.proceedings.floor.paragraphs {
            self.vote_by_paragraph(&mut floor);
        }
        self.text != before
    }

    /// Puts the amendments, once or until none is carried.
    fn amend<O: Observer>(&mut self, floor: &mut Floor<'_, O>) {
        let again = floor.model.proceedings.floor.amendments == Amendments::UntilNoneIsCarried;
        for _ in 0..if again { SITTINGS } else { 1 } {
            if self.amend_once(floor).is_none() {
                break;
            }
            self.appraisal.judge(&self.voices.preferences, &self.text);
        }
    }

    /// Puts each amendment; once one is carried, the others on its clause fall. The last clause amended, if any.
    fn amend_once<O: Observer>(&mut self, floor: &mut Floor<'_, O>) -> Option<ClauseId> {
        let mut amended = None;
        for bracket in self.amendments(floor.model) {
            let changed = with(&self.text, bracket.clause, bracket.wants);
            if amended != Some(bracket.clause)
                && self.prefers(floor, Motion::Amend(bracket), &changed, &self.text)
            {
                self.text = changed;
                amended = Some(bracket.clause);
            }
        }
        amended
    }

    /// The amendments, clause by clause, in the order in which they are put.
    fn amendments(&self, model: &Model) -> Vec<Bracket> {
        let removed = |bracket: &Bracket| distance(bracket.wants, self.text[bracket.clause]);
        let mut moved = Bracket::wishes(&self.voices, &self.appraisal);
        moved.retain(|bracket| removed(bracket) > 0.0);
        match model.proceedings.floor.amendments {
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
    fn vote_by_paragraph<O: Observer>(&mut self, floor: &mut Floor<'_, O>) {
        let can_be_struck = |clause: &ClauseId| {
            let compiled = &floor.model.clauses[clause.index()];
            compiled.offers(compiled.status_quo)
        };
        for clause in self.on_the_table(floor.model).map(ClauseId::new).filter(can_be_struck) {
            let struck = with(&self.text, clause, self.room.status_quo()[clause]);
            if struck != self.text && !self.prefers(floor, Motion::Keep(clause), &self.text, &struck) {
                self.text = struck;
            }
        }
    }

    /// Whether the rule carries one text over another.
    fn prefers<O: Observer>(&self, floor: &mut Floor<'_, O>, motion: Motion, yes: &Text, no: &Text) -> bool {
        let (mut with, mut without) = (Judgement::default(), Judgement::default());
        with.judge(&self.room.effective, yes);
        without.judge(&self.room.effective, no);
        let mut tally = Tally::default();
        for (i, country) in floor.model.countries.iter().enumerate() {
            let vote = match with.utilities()[i] - without.utilities()[i] {
                _ if !self.seated[i] => Vote::Absent,
                gain if gain > TOLERANCE => Vote::Yes,
                gain if gain < -TOLERANCE => Vote::No,
                _ => Vote::Abstain,
            };
            tally.cast(vote, &country.franchise);
        }
        let carried = floor.rule.carries(&tally);
        floor.observer.divided(&self.view(floor.model, floor.round), motion, &tally, carried);
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
