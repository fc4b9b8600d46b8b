//! The chair's revisions: of all moves on the text, the one that lowers the weighted shortfall most (specification §5).
//!
//! Where a vote decides, the text keeps to the core of the rule on each clause, which the floor would leave alone, and the
//! sum runs over everyone present.

use super::{
    super::{motion::Step, observer::Observer, table::NegotiationTable},
    Conduct,
    core::RuleCores,
    moves::Moves,
    search::{IMPROVES, MoveSearch},
};
use crate::{
    model::Model,
    protocol::{ChairRevisions, Move},
    text::{ClauseId, Value},
    voting::{Asks, DecisionRule},
};

/// The most moves a chair makes at the deadline to save a text that has been voted down.
const LAST_MOVES: u32 = 100;

/// A chair that revises the text.
#[derive(Clone, Debug)]
pub struct Chair<'m> {
    settings: &'m ChairRevisions,
    search: MoveSearch,
    /// What the floor would leave alone, where a vote decides.
    cores: RuleCores,
}

impl<'m> Chair<'m> {
    pub fn new(model: &Model, settings: &'m ChairRevisions) -> Self {
        Self { settings, search: MoveSearch::new(model), cores: RuleCores::default() }
    }

    /// Serves everyone present with what the floor would leave alone.
    fn revise_for_vote<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        rule: &DecisionRule,
        observer: &mut O,
    ) {
        self.cores.update(table, rule);
        self.search.shortfall.set_needs_of_everyone(table.model, &table.voices, &table.aspirations.voices);
        let shifts = self.settings.moves.contains(&Move::Shift);
        for clause in table.open_clauses().map(ClauseId::new).filter(|_| shifts) {
            if !self.cores.admits(clause, table.text[clause]) {
                self.move_into_core(table, rule, clause, observer);
            }
        }
        self.make_moves(table, rule, self.settings.most_moves(table.round), true, observer);
    }

    /// Moves a clause to the nearest end of its core; of options, to the one that leaves the least shortfall.
    fn move_into_core<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        rule: &DecisionRule,
        clause: ClauseId,
        observer: &mut O,
    ) {
        let mut best: Option<(f64, Value)> = None;
        for value in self.cores.nearest(clause, table.text[clause]) {
            let left =
                self.search.shortfall.with_change(&table.voices, &table.appraisal, rule, clause, value);
            if best.is_none_or(|(least, _)| left < least - IMPROVES) {
                best = Some((left, value));
            }
        }
        if let Some((shortfall, value)) = best {
            let step = Step { mv: Move::Shift, first: (clause, value), second: None, shortfall };
            table.apply_step(&step, observer);
        }
    }

    /// Serves those that the rule needs, each asking for its aspiration level.
    fn revise_for_coalition<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        rule: &DecisionRule,
        most: u32,
        observer: &mut O,
    ) {
        let (voices, targets) = (&table.voices, &table.aspirations.voices);
        match (rule.asks, rule.needs_yes()) {
            (Asks::Objections | Asks::Silence, _) => {
                self.search.shortfall.set_needs(voices, rule, targets, |v| voices.objection_thresholds[v]);
            }
            (Asks::Votes, false) => {
                self.search.shortfall.set_needs(voices, rule, targets, |v| voices.no_vote_thresholds[v]);
            }
            (Asks::Votes, true) => self.search.shortfall.set_needs(voices, rule, targets, |_| 0.0),
        }
        self.make_moves(table, rule, most, false, observer);
    }

    /// Makes so many moves at most, each the one that helps most; `in_core`: leaving alone what the floor would.
    fn make_moves<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        rule: &DecisionRule,
        most: u32,
        in_core: bool,
        observer: &mut O,
    ) {
        for _ in 0..most {
            let moves = Moves {
                model: table.model,
                chair: self.settings,
                text: &table.text,
                clauses: table.open_clauses(),
                cores: in_core.then_some(&self.cores),
            };
            let step = self.search.best_step(&moves, &table.voices, &table.appraisal, rule);
            let step = self.take_up(table, rule, in_core, step);
            let Some(step) = step else { break };
            table.apply_step(&step, observer);
        }
    }

    /// The proposal of a seat that lowers the weighted shortfall further than the chair's own step would, if any does; else that.
    fn take_up(
        &mut self,
        table: &mut NegotiationTable<'_>,
        rule: &DecisionRule,
        in_core: bool,
        own: Option<Step>,
    ) -> Option<Step> {
        let mut best = own;
        let mut from = None;
        let shortfall = &mut self.search.shortfall;
        for (seat, clause, value) in table.said.proposals() {
            let is_open = table.open_clauses().contains(&clause.index());
            let is_left_alone = !in_core || self.cores.admits(clause, value);
            if !is_open || !is_left_alone || value == table.text[clause] {
                continue;
            }
            let left = shortfall.with_change(&table.voices, &table.appraisal, rule, clause, value);
            let least = match &best {
                Some(step) => step.shortfall,
                None => shortfall.of(&table.voices, &table.appraisal, rule),
            };
            if left < least - IMPROVES {
                best = Some(Step { mv: Move::Shift, first: (clause, value), second: None, shortfall: left });
                from = Some((seat, clause, value));
            }
        }
        table.said.taken_up.extend(from);
        best
    }
}

impl Conduct for Chair<'_> {
    fn reset(&mut self, _replicate: u64) {
        self.cores.reset();
    }

    fn revise<O: Observer>(&mut self, table: &mut NegotiationTable<'_>, observer: &mut O) {
        let rule = table.rule_in_force();
        if rule.has_floor() {
            self.revise_for_vote(table, rule, observer);
        } else {
            self.revise_for_coalition(table, rule, self.settings.most_moves(table.round), observer);
        }
    }

    /// Lifts the core, and serves those that the rule needs.
    fn serve_enough<O: Observer>(
        &mut self,
        table: &mut NegotiationTable<'_>,
        rule: &DecisionRule,
        observer: &mut O,
    ) {
        if rule.has_floor() {
            self.revise_for_coalition(table, rule, LAST_MOVES, observer);
        }
    }
}
