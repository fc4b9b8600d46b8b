//! The negotiating table: what every protocol and the decision rule share during a run. Reset, not rebuilt, between
//! replicates.

use std::ops::Range;

use super::{
    aspirations::Aspirations, benchmarks::Benchmarks, draft, motion::Step, observer::Observer,
    realisation::Realisation, seats::Said, sponsor::TextSponsor, view::View, voices::Voices,
};
use crate::{
    model::{Appraisal, Model},
    text::{ClauseId, Text},
    voting::DecisionRule,
};

/// What is on the table, and who sits at it.
#[derive(Clone, Debug)]
pub(super) struct NegotiationTable<'m> {
    pub model: &'m Model,
    pub parties: Realisation,
    pub benchmarks: Benchmarks,
    /// Which countries are at the table: present, not left, not silenced.
    pub seated: Vec<bool>,
    pub voices: Voices,
    pub aspirations: Aspirations,
    /// Who tabled the draft.
    pub sponsor: TextSponsor,
    pub draft: Text,
    pub text: Text,
    /// What the voices make of the text.
    pub appraisal: Appraisal,
    /// D of the text after each round, the draft first.
    pub depths: Vec<f64>,
    /// The round, counted from 1; where clauses are negotiated one by one, of this clause.
    pub round: u32,
    /// Rounds spent on the clauses before.
    pub rounds_before: u32,
    /// The clause under negotiation, where there is one at a time.
    pub agenda: Option<ClauseId>,
    /// What seats that are taken from outside have said in this round.
    pub said: Said,
    before: Before,
}

/// The text and what each voice got from it before the last step; kept for observers only.
#[derive(Clone, Debug)]
struct Before {
    text: Text,
    utilities: Vec<f64>,
}

impl<'m> NegotiationTable<'m> {
    pub fn new(model: &'m Model) -> Self {
        let n = model.countries.len();
        let most = n + model.blocs.len();
        let parties = Realisation::new(model);
        let text = parties.status_quo().clone();
        Self {
            model,
            parties,
            benchmarks: Benchmarks::new(model),
            seated: vec![true; n],
            voices: Voices::new(model),
            aspirations: Aspirations::new(model),
            sponsor: TextSponsor::new(model),
            draft: text.clone(),
            before: Before { text: text.clone(), utilities: Vec::with_capacity(most) },
            text,
            appraisal: Appraisal::with_capacity(most, model.clauses.len()),
            depths: Vec::with_capacity(model.proceedings.rounds as usize + 1),
            round: 0,
            rounds_before: 0,
            agenda: None,
            said: Said::default(),
        }
    }

    /// Measures the parties that are present, seats them, and writes the draft; from then on the silent have no voice.
    pub fn convene(&mut self) {
        self.benchmarks.measure(self.model, &self.parties);
        self.seated.copy_from_slice(&self.parties.present);
        self.assemble_voices();
        self.sponsor.identify(self.model, &self.parties, &self.voices, &self.seated);
        draft::write(self.model, &self.parties, &self.voices, &self.sponsor, &mut self.draft);
        if self.parties.silent.contains(&true) {
            self.seated.iter_mut().zip(&self.parties.silent).for_each(|(seated, silent)| *seated &= !silent);
            self.assemble_voices();
        }
    }

    /// Gives those who are seated their voices; nobody speaks beside its bloc yet.
    pub fn assemble_voices(&mut self) {
        self.voices.silence_dissenters();
        self.voices.assemble(self.model, &self.parties, &self.seated);
    }

    /// Puts the draft on the table, before the first round.
    pub fn lay_draft(&mut self) {
        (self.round, self.rounds_before, self.agenda) = (0, 0, None);
        self.said.clear();
        self.text.0.copy_from_slice(&self.draft.0);
        self.judge_text();
        self.depths.clear();
        self.note_round();
    }

    /// What the voices make of the text as a whole; needed after anything but [`NegotiationTable::apply_step`] has changed it.
    pub fn judge_text(&mut self) {
        self.appraisal.judge(&self.voices.preferences, &self.text);
    }

    /// Computes everyone's aspiration level for a round: for the deadline, where nobody holds out.
    pub fn update_aspirations(&mut self, round: u32) {
        let t = if self.model.proceedings.holding_out { round } else { self.deadline() };
        self.aspirations.update(&self.parties, &self.voices, t);
        self.said.set_demands(&mut self.aspirations, &self.voices);
    }

    /// Changes the text, and shows it to the observer.
    pub fn apply_step<O: Observer>(&mut self, step: &Step, observer: &mut O) {
        if O::WATCHES {
            self.before.text.0.copy_from_slice(&self.text.0);
            self.before.utilities.clear();
            self.before.utilities.extend_from_slice(self.appraisal.utilities());
        }
        for (clause, value) in step.edits() {
            self.text[clause] = value;
            self.appraisal.rejudge(&self.voices.preferences, clause, value);
        }
        observer.moved(&self.view(), step, &self.before.text, &self.before.utilities);
    }

    /// T: the last round.
    pub fn deadline(&self) -> u32 {
        self.model.proceedings.rounds
    }

    /// Whether this is the last round.
    pub fn is_deadline(&self) -> bool {
        self.round == self.deadline()
    }

    /// Whether the text is put to the rule in this round.
    pub fn is_attempt_due(&self) -> bool {
        self.round.is_multiple_of(self.model.proceedings.attempt_every) || self.is_deadline()
    }

    /// Whether the text says something on every clause under negotiation: of options without a status quo, one of them.
    pub fn is_complete(&self) -> bool {
        self.open_clauses().all(|d| self.model.clauses[d].offers(self.text.0[d]))
    }

    /// The rule that decides in this round.
    pub fn rule_in_force(&self) -> &'m DecisionRule {
        match &self.model.fallback {
            Some(fallback) if self.round >= fallback.from_round => &fallback.rule,
            _ => &self.model.rule,
        }
    }

    /// The rule that has the last word: the vote, where one may follow.
    pub fn last_word(&self) -> &'m DecisionRule {
        self.model.fallback.as_ref().map_or(&self.model.rule, |fallback| &fallback.rule)
    }

    /// The clauses under negotiation.
    pub fn open_clauses(&self) -> Range<usize> {
        self.agenda.map_or(0..self.model.clauses.len(), |clause| clause.index()..clause.index() + 1)
    }

    /// Records the depth of the text at the end of a round.
    pub fn note_round(&mut self) {
        self.depths.push(self.model.depth.nominal(&self.text));
    }

    /// Corrects the depth of the last round, where the text has changed after it was recorded.
    pub fn correct_last_depth(&mut self) {
        if let Some(depth) = self.depths.last_mut() {
            *depth = self.model.depth.nominal(&self.text);
        }
    }

    /// Rounds played so far, on all clauses.
    pub fn rounds_played(&self) -> u32 {
        self.rounds_before + self.round
    }

    pub fn view(&self) -> View<'_> {
        View {
            model: self.model,
            parties: &self.parties,
            seated: &self.seated,
            voices: &self.voices,
            text: &self.text,
            lcd: &self.benchmarks.lcd,
            sponsor: self.sponsor.who,
            round: self.rounds_played(),
            aspirations: &self.aspirations.voices,
            country_aspirations: &self.aspirations.countries,
            utilities: self.appraisal.utilities(),
        }
    }
}
