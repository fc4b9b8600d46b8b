//! A negotiation: draft → stances → revision → test of the rule, round by round (model §5).
//!
//! [`Negotiator`] holds what one thread needs and is reset, not rebuilt, between replicates. What a replicate
//! yields depends on the scenario, the master seed and its number alone.

mod ballot;
mod chair_revisions;
mod draft;
mod finding;
mod grievance;
mod observer;
mod room;
mod voices;

pub use ballot::Ballot;
pub use chair_revisions::Step;
pub use observer::{Observer, View};
pub use room::Room;
pub use voices::{Voice, Voices};

use crate::{
    model::{Appraisal, Model},
    outcome::{Conclusion, Outcome},
    random::Seed,
    text::Text,
    voting::{Asks, DecisionRule, Tally, Vote},
    yardstick::{IdealDepths, Lcd},
};
use chair_revisions::Desk;
use grievance::Grievance;
use room::Draws;

/// Runs the replicates of one model under one master seed.
#[derive(Clone, Debug)]
pub struct Negotiator<'m> {
    model: &'m Model,
    draws: Draws,
    state: State,
}

/// What changes in a run.
#[derive(Clone, Debug)]
struct State {
    room: Room,
    voices: Voices,
    lcd: Lcd,
    lcd_of_all: Lcd,
    ambitions: IdealDepths,
    /// Who is at the table: present, not left, not silenced.
    seated: Vec<bool>,
    /// Who speaks although its bloc does.
    alone: Vec<bool>,
    /// Who left during the negotiation.
    left: Vec<bool>,
    /// Texts in a row too far below each country's reservation.
    unbearable: Vec<u32>,
    /// Who stood in the way at the last attempt that failed.
    held_out: Vec<bool>,
    draft: Text,
    text: Text,
    /// The text before the last move.
    before: Text,
    /// D of the text after each round, the draft first.
    depths: Vec<f64>,
    targets: Vec<f64>,
    utilities_before: Vec<f64>,
    appraisal: Appraisal,
    grievance: Grievance,
    shifts: Vec<f64>,
    ballot: Ballot,
}

/// How the rounds ended.
#[derive(Clone, Copy, Debug)]
struct Ending {
    conclusion: Conclusion,
    round: u32,
}

impl<'m> Negotiator<'m> {
    /// A negotiator for this model and master seed.
    pub fn new(model: &'m Model, seed: Seed) -> Self {
        Self {
            model,
            draws: Draws::new(model, seed),
            state: State::new(model),
        }
    }

    /// Negotiates a replicate, watched by `observer`.
    pub fn negotiate<O: Observer>(&mut self, replicate: u64, observer: &mut O) -> Outcome {
        self.prepare(replicate);
        let ending = self.state.run(self.model, observer);
        self.state.find(self.model, replicate, ending)
    }

    /// Realised depth of the last replicate negotiated, had its laggards been without a veto: the same draws, the
    /// same draft, but neither chair nor rule wait for them. None where everyone is a laggard.
    pub fn without_laggards(&mut self) -> Option<f64> {
        let (model, state) = (self.model, &mut self.state);
        let laggards = state.ambitions.laggards(model.thresholds.laggard_share);
        state.seated.copy_from_slice(&state.room.present);
        for &i in laggards {
            state.seated[i] = false;
        }
        if !state.seated.contains(&true) {
            return None;
        }
        state.open(model);
        let ending = state.run(model, &mut ());
        Some(if ending.conclusion.adopted() {
            model.depth.nominal(&state.text)
        } else {
            model.depth.of_status_quo()
        })
    }

    fn prepare(&mut self, replicate: u64) {
        let (model, state) = (self.model, &mut self.state);
        self.draws.seek(replicate);
        state.room.fill(model, &self.draws);
        state.measure(model);
        state.seated.copy_from_slice(&state.room.present);
        state.alone.fill(false);
        state
            .voices
            .assemble(model, &state.room, &state.seated, &state.alone);
        draft::write(model, &state.room, &state.voices, &mut state.draft);
        state.open(model);
    }
}

impl State {
    fn new(model: &Model) -> Self {
        let n = model.countries.len();
        let most = n + model.blocs.len();
        let clauses = model.clauses.len();
        let room = Room::new(model);
        let text = room.status_quo().clone();
        Self {
            voices: Voices::new(model),
            lcd: Lcd::default(),
            lcd_of_all: Lcd::default(),
            ambitions: IdealDepths::default(),
            seated: vec![true; n],
            alone: vec![false; n],
            left: vec![false; n],
            unbearable: vec![0; n],
            held_out: vec![false; n],
            draft: text.clone(),
            before: text.clone(),
            text,
            depths: Vec::with_capacity(model.chair.rounds as usize + 1),
            targets: Vec::with_capacity(most),
            utilities_before: Vec::with_capacity(most),
            appraisal: Appraisal::with_capacity(most, clauses),
            grievance: Grievance::with_capacity(most),
            shifts: Vec::with_capacity(2 * clauses * most),
            ballot: Ballot::new(model),
            room,
        }
    }

    /// The yardsticks, from preferences alone.
    fn measure(&mut self, model: &Model) {
        let Room {
            national, present, ..
        } = &self.room;
        let clauses = model.clauses.len();
        self.lcd.measure(&model.depth, national, present, clauses);
        // The flags of those who left serve as "everyone" for a moment: at this point nobody has.
        self.left.fill(true);
        self.lcd_of_all
            .measure(&model.depth, national, &self.left, clauses);
        self.left.fill(false);
        self.ambitions.measure(&model.depth, national, present, &self.lcd);
    }

    /// Puts the draft on the table before those who are seated.
    fn open(&mut self, model: &Model) {
        self.alone.fill(false);
        self.left.fill(false);
        self.unbearable.fill(0);
        self.held_out.fill(false);
        self.voices.assemble(model, &self.room, &self.seated, &self.alone);
        self.text.0.copy_from_slice(&self.draft.0);
        self.appraisal.judge(&self.voices.preferences, &self.text);
        self.depths.clear();
        self.depths.push(model.depth.nominal(&self.text));
    }

    fn view<'a>(&'a self, model: &'a Model, round: u32) -> View<'a> {
        View {
            model,
            room: &self.room,
            voices: &self.voices,
            text: &self.text,
            lcd: &self.lcd,
            round,
            targets: &self.targets,
            utilities: self.appraisal.utilities(),
        }
    }

    fn run<O: Observer>(&mut self, model: &Model, observer: &mut O) -> Ending {
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
        Ending {
            conclusion: self.failure(model),
            round: deadline,
        }
    }

    /// a_i(t) of everyone who speaks.
    fn demand(&mut self, model: &Model, round: u32) {
        self.targets.clear();
        for (tactic, reservation) in self.voices.tactics.iter().zip(&self.voices.reservations) {
            self.targets
                .push(tactic.target(round, model.chair.rounds, *reservation));
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
            (Asks::Objections, _) => {
                self.grievance
                    .open(voices, &self.targets, |v| voices.bears_objecting[v]);
            }
            (Asks::Votes, false) => self
                .grievance
                .open(voices, &self.targets, |v| voices.bears_voting[v]),
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
                self.utilities_before
                    .extend_from_slice(self.appraisal.utilities());
            }
            for (clause, value) in step.edits() {
                self.text[clause] = value;
                self.appraisal.rejudge(&self.voices.preferences, clause, value);
            }
            observer.moved(
                &self.view(model, round),
                &step,
                &self.before,
                &self.utilities_before,
            );
        }
    }

    /// The room judges the text, and the rule decides; none where it is not carried.
    fn put_to_the_rule<O: Observer>(
        &mut self,
        model: &Model,
        round: u32,
        observer: &mut O,
    ) -> Option<Conclusion> {
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
        let rule = Self::rule_in_force(model, round);
        let carried = self.ballot.ask(model, rule);
        observer.attempt(&self.view(model, round), &self.ballot, carried);
        let no = self.ballot.tally.no.heads;
        let voted = rule.asks == Asks::Votes;
        let fallback_reached = model.fallback.as_ref().is_some_and(|f| round >= f.from_round);
        if carried {
            return Some(match (voted, fallback_reached) {
                (false, _) => Conclusion::Consensus,
                (true, false) => Conclusion::Vote { no },
                (true, true) => Conclusion::FallbackVote { no, called: false },
            });
        }
        if !fallback_reached && self.is_called(model, round, observer) {
            let no = self.ballot.tally.no.heads;
            return Some(Conclusion::FallbackVote { no, called: true });
        }
        self.held_out.copy_from_slice(&self.ballot.says_no);
        None
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
            let vote = if self.left[i] {
                Vote::Yes
            } else {
                self.ballot.votes[i]
            };
            tally.cast(vote, &country.franchise);
        }
        if rule.carries(&tally) || !rule.has_quorum(&self.ballot.tally) {
            Conclusion::WalkOut
        } else {
            Conclusion::Deadlock
        }
    }
}
