//! The round loop: demands, revision, test of the rule, departures (model §5).

use super::{motion::Step, observer::Observer, state::State, voices::Voice};
use crate::{
    model::Model,
    outcome::Conclusion,
    protocol::Protocol,
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
        self.demand(model, 0);
        observer.draft(&self.view(model, 0));
        match &model.protocol {
            Protocol::ClauseByClause(_) => self.clause_by_clause(model, observer),
            _ => self.go_through(model, observer),
        }
    }

    /// The rounds, one after another, until the rule carries the text or time is up.
    pub(super) fn go_through<O: Observer>(&mut self, model: &Model, observer: &mut O) -> Ending {
        let deadline = model.proceedings.rounds;
        for round in 1..=deadline {
            let attempt = round % model.proceedings.attempt_every == 0 || round == deadline;
            // A single text moves by what a change does, not by what anyone demands.
            if attempt || O::WATCHES || !matches!(model.protocol, Protocol::SingleText(_)) {
                self.demand(model, round);
            }
            observer.round(&self.view(model, round));
            self.move_the_text(model, round, observer);
            self.depths.push(model.depth.nominal(&self.text));
            if attempt {
                if let Some(conclusion) = self.put_to_the_rule(model, round, observer) {
                    return Ending { conclusion, round };
                }
                self.let_go(model, round, observer);
            }
        }
        Ending { conclusion: self.failure(model), round: deadline }
    }

    /// What the protocol does with the text in a round.
    fn move_the_text<O: Observer>(&mut self, model: &Model, round: u32, observer: &mut O) {
        match &model.protocol {
            Protocol::ChairRevisions(chair) | Protocol::ClauseByClause(chair) => {
                self.revise(model, chair, round, observer);
            }
            // A defended draft is put as it stands before its sponsor gives way.
            Protocol::SponsorsText(_) if round == 1 => {}
            Protocol::SponsorsText(_) | Protocol::AgendaSetter(_) => self.give_way(model, round, observer),
            Protocol::SingleText(single) => self.propose(model, single, round, observer),
            Protocol::Compromise => {}
        }
    }

    /// The round whose demands are made: the deadline's throughout, where nobody holds out.
    pub(super) fn pressed(model: &Model, round: u32) -> u32 {
        if model.proceedings.holding_out { round } else { model.proceedings.rounds }
    }

    /// a_i(t) of everyone who speaks.
    pub(super) fn demand(&mut self, model: &Model, round: u32) {
        let voices = &self.voices;
        self.pace.turn_to(Self::pressed(model, round));
        self.targets.clear();
        for (v, who) in voices.who.iter().enumerate() {
            let who = match *who {
                Voice::Country(i) => i,
                Voice::Bloc(b) => model.countries.len() + b,
            };
            self.targets.push(self.pace.target(who, voices.tactics[v], voices.reservations[v]));
        }
    }

    /// The rule that decides in this round.
    pub(super) fn rule_in_force(model: &Model, round: u32) -> &DecisionRule {
        match &model.fallback {
            Some(fallback) if round >= fallback.from_round => &fallback.rule,
            _ => &model.rule,
        }
    }

    /// Changes the text, and shows it.
    pub(super) fn make<O: Observer>(&mut self, model: &Model, round: u32, step: &Step, observer: &mut O) {
        if O::WATCHES {
            self.before.0.copy_from_slice(&self.text.0);
            self.utilities_before.clear();
            self.utilities_before.extend_from_slice(self.appraisal.utilities());
        }
        for (clause, value) in step.edits() {
            self.text[clause] = value;
            self.appraisal.rejudge(&self.voices.preferences, clause, value);
        }
        observer.moved(&self.view(model, round), step, &self.before, &self.utilities_before);
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
        let floor = rule.asks == Asks::Votes && !model.proceedings.floor.is_closed();
        if floor && (carried || round == model.proceedings.rounds) {
            carried = self.put_through_the_floor(model, rule, round, observer);
        }
        observer.attempt(&self.view(model, round), &self.ballot, carried);
        let fallback_reached = model.fallback.as_ref().is_some_and(|f| round >= f.from_round);
        if carried {
            return Some(self.adopted(rule, fallback_reached.then_some(false)));
        }
        if !fallback_reached && let Some((vote, called)) = self.falls_back(model, round, observer) {
            return Some(self.adopted(vote, Some(called)));
        }
        self.held_out.copy_from_slice(&self.ballot.says_no);
        None
    }

    /// Everyone judges the text, and the rule decides.
    pub(super) fn ask(&mut self, model: &Model, rule: &DecisionRule, round: u32) -> bool {
        self.pace.turn_to(Self::pressed(model, round));
        let (utilities, targets) = (self.appraisal.utilities(), &self.targets);
        self.ballot.judge(
            model,
            &self.room,
            &self.voices,
            |v| utilities[v] - targets[v],
            &self.seated,
            &self.text,
            &mut self.pace,
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
        if !carried && round < model.proceedings.rounds {
            self.text = own;
            self.appraisal.judge(&self.voices.preferences, &self.text);
        }
        self.note_depth(model);
        carried
    }

    /// How the text that has just been carried was adopted; `called`: by the fallback, and whether a sponsor called it.
    pub(super) fn adopted(&self, rule: &DecisionRule, called: Option<bool>) -> Conclusion {
        let tally = &self.ballot.tally;
        match (rule.binds, rule.asks, called) {
            (Binds::Signatories, ..) => Conclusion::Signed { signatories: tally.yes.heads },
            (_, Asks::Votes, Some(called)) => Conclusion::FallbackVote { no: tally.no.heads, called },
            (_, Asks::Votes, None) => Conclusion::Vote { no: tally.no.heads },
            _ => Conclusion::Consensus,
        }
    }

    /// The vote that carries the text before its round has come, because a sponsor calls it or because time is up, and
    /// whether it was called. The ballot is left as the vote where there is one, else as it was.
    fn falls_back<'m, O: Observer>(
        &mut self,
        model: &'m Model,
        round: u32,
        observer: &mut O,
    ) -> Option<(&'m DecisionRule, bool)> {
        let fallback = model.fallback.as_ref()?;
        let called = fallback.callable && self.ballot.has_sponsor();
        if !called && round < model.proceedings.rounds {
            return None;
        }
        if self.ballot.ask(model, &fallback.rule) {
            observer.attempt(&self.view(model, round), &self.ballot, true);
            return Some((&fallback.rule, called));
        }
        self.ballot.ask(model, Self::rule_in_force(model, round));
        None
    }

    /// After a failed attempt: some leave, and some who broke their bloc's line to object ask for the floor.
    ///
    /// A party leaves over texts that lie too far below its reservation, several in a row, if the room is settling
    /// on them (no more than half say no) and its own No would not stop them: whoever can stop a text does better
    /// by staying. Nobody leaves over one clause.
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
            let bearable = self.agenda.is_some()
                || !in_earnest
                || self.ballot.utilities()[i] >= floor
                || !rule.carries(&willing.with_yes_turned(&model.countries[i].franchise));
            self.unbearable[i] = if bearable { 0 } else { self.unbearable[i] + 1 };
            if self.unbearable[i] >= model.exit_after {
                self.seated[i] = false;
                self.left[i] = true;
                changed = true;
                observer.left(&self.view(model, round), i);
            } else if model.proceedings.defectors_speak && self.ballot.defects[i] && self.ballot.says_no[i] {
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
        let rule = Self::rule_in_force(model, model.proceedings.rounds);
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
