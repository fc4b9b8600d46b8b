//! The round loop: demands, revision, test of the rule, departures (model §5).

use super::{chair_revisions::Desk, observer::Observer, state::State};
use crate::{
    model::Model,
    outcome::Conclusion,
    voting::{Asks, Binds, DecisionRule, Tally, Vote},
};

/// How the rounds ended.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ending {
    pub conclusion: Conclusion,
    pub round: u32,
}

impl State {
    pub(super) fn run<O: Observer>(&mut self, model: &Model, observer: &mut O) -> Ending {
        let deadline = model.chair.rounds;
        self.demand(model, 0);
        observer.draft(&self.view(model, 0));
        for round in 1..=deadline {
            self.demand(model, round);
            observer.round(&self.view(model, round));
            self.revise(model, round, observer);
            self.depths.push(model.depth.nominal(&self.text));
            if round % model.chair.attempt_every == 0 || round == deadline {
                if let Some(conclusion) = self.put_to_the_rule(model, round, observer) {
                    return Ending { conclusion, round };
                }
                self.let_go(model, round, observer);
            }
        }
        Ending { conclusion: self.failure(model), round: deadline }
    }

    /// a_i(t) of everyone who speaks.
    fn demand(&mut self, model: &Model, round: u32) {
        self.targets.clear();
        for (tactic, reservation) in self.voices.tactics.iter().zip(&self.voices.reservations) {
            self.targets.push(tactic.target(round, model.chair.rounds, *reservation));
        }
    }

    /// The rule that decides in this round.
    fn rule_in_force(model: &Model, round: u32) -> &DecisionRule {
        match &model.fallback {
            Some(fallback) if round >= fallback.from_round => &fallback.rule,
            _ => &model.rule,
        }
    }

    /// Up to three moves, each the one that helps most.
    fn revise<O: Observer>(&mut self, model: &Model, round: u32, observer: &mut O) {
        let rule = Self::rule_in_force(model, round);
        let voices = &self.voices;
        match (rule.asks, rule.needs_yes()) {
            (Asks::Objections | Asks::Silence, _) => {
                self.grievance.open(voices, &self.targets, |v| voices.bears_objecting[v]);
            }
            (Asks::Votes, false) => self.grievance.open(voices, &self.targets, |v| voices.bears_voting[v]),
            (Asks::Votes, true) => self.grievance.open(voices, &self.targets, |_| 0.0),
        }
        for _ in 0..model.chair.moves_per_round {
            let desk = Desk {
                model,
                voices: &self.voices,
                rule,
                text: &self.text,
                appraisal: &self.appraisal,
                grievance: &mut self.grievance,
                shifts: &mut self.shifts,
            };
            let Some(step) = desk.best_step() else { break };
            if O::WATCHES {
                self.before.0.copy_from_slice(&self.text.0);
                self.utilities_before.clear();
                self.utilities_before.extend_from_slice(self.appraisal.utilities());
            }
            for (clause, value) in step.edits() {
                self.text[clause] = value;
                self.appraisal.rejudge(&self.voices.preferences, clause, value);
            }
            observer.moved(&self.view(model, round), &step, &self.before, &self.utilities_before);
        }
    }

    /// The room judges the text, and the rule decides; none where it is not carried.
    fn put_to_the_rule<O: Observer>(
        &mut self,
        model: &Model,
        round: u32,
        observer: &mut O,
    ) -> Option<Conclusion> {
        let rule = Self::rule_in_force(model, round);
        let mut carried = self.ask(model, rule, round);
        let floor = rule.asks == Asks::Votes && !model.chair.floor.is_closed();
        if floor && (carried || round == model.chair.rounds) {
            carried = self.put_through_the_floor(model, rule, round, observer);
        }
        observer.attempt(&self.view(model, round), &self.ballot, carried);
        let fallback_reached = model.fallback.as_ref().is_some_and(|f| round >= f.from_round);
        if carried {
            return Some(self.adopted(rule, fallback_reached.then_some(false)));
        }
        if !fallback_reached && self.is_called(model, round, observer) {
            let vote = model.fallback.as_ref().map_or(rule, |f| &f.rule);
            return Some(self.adopted(vote, Some(true)));
        }
        self.held_out.copy_from_slice(&self.ballot.says_no);
        None
    }

    /// Everyone judges the text, and the rule decides.
    fn ask(&mut self, model: &Model, rule: &DecisionRule, round: u32) -> bool {
        let (utilities, targets) = (self.appraisal.utilities(), &self.targets);
        self.ballot.judge(
            model,
            &self.room,
            &self.voices,
            |v| utilities[v] - targets[v],
            &self.seated,
            &self.text,
            round,
        );
        self.ballot.ask(model, rule)
    }

    /// The floor changes the text as it will, and the rule decides on the whole; where it does not carry, the chair
    /// keeps its own.
    fn put_through_the_floor<O: Observer>(
        &mut self,
        model: &Model,
        rule: &DecisionRule,
        round: u32,
        observer: &mut O,
    ) -> bool {
        let own = self.text.clone();
        if self.open_floor(model, rule, round, observer) {
            self.appraisal.judge(&self.voices.preferences, &self.text);
        }
        let carried = self.ask(model, rule, round);
        if !carried && round < model.chair.rounds {
            self.text = own;
            self.appraisal.judge(&self.voices.preferences, &self.text);
        }
        if let Some(depth) = self.depths.last_mut() {
            *depth = model.depth.nominal(&self.text);
        }
        carried
    }

    /// How the text that has just been carried was adopted; `called`: by the fallback, and whether a sponsor called it.
    fn adopted(&self, rule: &DecisionRule, called: Option<bool>) -> Conclusion {
        let tally = &self.ballot.tally;
        match (rule.binds, rule.asks, called) {
            (Binds::Signatories, ..) => Conclusion::Signed { signatories: tally.yes.heads },
            (_, Asks::Votes, Some(called)) => Conclusion::FallbackVote { no: tally.no.heads, called },
            (_, Asks::Votes, None) => Conclusion::Vote { no: tally.no.heads },
            _ => Conclusion::Consensus,
        }
    }

    /// Whether a sponsor calls a vote that carries; the ballot is left as the vote where it does, else as it was.
    fn is_called<O: Observer>(&mut self, model: &Model, round: u32, observer: &mut O) -> bool {
        let Some(fallback) = model.fallback.as_ref().filter(|f| f.callable) else {
            return false;
        };
        if !self.ballot.has_sponsor() {
            return false;
        }
        let carries = self.ballot.ask(model, &fallback.rule);
        if carries {
            observer.attempt(&self.view(model, round), &self.ballot, true);
        } else {
            self.ballot.ask(model, Self::rule_in_force(model, round));
        }
        carries
    }

    /// After a failed attempt: some leave, and some who broke their bloc's line to object ask for the floor.
    ///
    /// A party leaves over texts that lie too far below its reservation, several in a row, if the room is settling
    /// on them (no more than half say no) and its own No would not stop them: whoever can stop a text does better
    /// by staying.
    fn let_go<O: Observer>(&mut self, model: &Model, round: u32, observer: &mut O) {
        let mut changed = false;
        let rule = Self::rule_in_force(model, round);
        let in_earnest = 2 * self.ballot.tally.no.heads <= self.ballot.tally.present();
        let willing = self.voices.everyone;
        for i in 0..self.seated.len() {
            if !self.seated[i] {
                continue;
            }
            let floor = self.room.reservations[i] - model.exit_margin;
            let bearable = !in_earnest
                || self.ballot.utilities()[i] >= floor
                || !rule.carries(&willing.with_yes_turned(&model.countries[i].franchise));
            self.unbearable[i] = if bearable { 0 } else { self.unbearable[i] + 1 };
            if self.unbearable[i] >= model.exit_after {
                self.seated[i] = false;
                self.left[i] = true;
                changed = true;
                observer.left(&self.view(model, round), i);
            } else if model.chair.defectors_speak && self.ballot.defects[i] && self.ballot.says_no[i] {
                changed |= !std::mem::replace(&mut self.alone[i], true);
            }
        }
        if changed {
            self.voices.assemble(model, &self.room, &self.seated, &self.alone);
            self.appraisal.judge(&self.voices.preferences, &self.text);
        }
    }

    /// No text: because of those who left, where their return would have carried it or made the quorum.
    fn failure(&self, model: &Model) -> Conclusion {
        if !self.left.contains(&true) {
            return Conclusion::Deadlock;
        }
        let rule = Self::rule_in_force(model, model.chair.rounds);
        let mut tally = Tally::default();
        for (i, country) in model.countries.iter().enumerate() {
            let vote = if self.left[i] { Vote::Yes } else { self.ballot.votes[i] };
            tally.cast(vote, &country.franchise);
        }
        if rule.carries(&tally) || !rule.has_quorum(&self.ballot.tally) {
            Conclusion::WalkOut
        } else {
            Conclusion::Deadlock
        }
    }
}
