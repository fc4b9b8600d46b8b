//! What changes in a run: reset, not rebuilt, between replicates.

use std::ops::Range;

use super::{
    ballot::Ballot, draft, grievance::Grievance, lots::Lots, observer::View, room::Room, sponsor::Sponsor,
    voices::Voices,
};
use crate::{
    model::{Appraisal, Model, Pack, packs},
    random::Seed,
    tactic::Pace,
    text::{ClauseId, Text},
    yardstick::{IdealDepths, Lcd},
};

/// What changes in a run.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub room: Room,
    pub voices: Voices,
    pub lcd: Lcd,
    pub lcd_of_all: Lcd,
    pub ambitions: IdealDepths,
    /// Who is at the table: present, not left, not silenced.
    pub seated: Vec<bool>,
    /// Who speaks although its bloc does.
    pub alone: Vec<bool>,
    /// Who left during the negotiation.
    pub left: Vec<bool>,
    /// Texts in a row too far below each country's reservation.
    pub unbearable: Vec<u32>,
    /// Who stood in the way at the last attempt that failed.
    pub held_out: Vec<bool>,
    /// The clause on the table, where clauses are taken up one by one.
    pub agenda: Option<ClauseId>,
    /// Rounds spent on clauses taken up before.
    pub spent: u32,
    /// Who tabled the draft.
    pub sponsor: Sponsor,
    pub draft: Text,
    pub text: Text,
    /// The text before the last move.
    pub before: Text,
    /// D of the text after each round, the draft first.
    pub depths: Vec<f64>,
    pub pace: Pace,
    pub targets: Vec<f64>,
    pub utilities_before: Vec<f64>,
    pub appraisal: Appraisal,
    pub grievance: Grievance,
    pub shifts: Vec<Pack>,
    pub ballot: Ballot,
    /// A sponsor's offer under way, and what the voices make of it.
    pub offer: Text,
    pub offered: Appraisal,
    /// What a single text takes from chance.
    pub lots: Lots,
    /// Losses on the clause of a proposal.
    pub column: Vec<f64>,
    /// What each voice would get from a proposal, and what it says to it.
    pub would_get: Vec<f64>,
    pub answers: Vec<i8>,
}

impl State {
    pub(super) fn new(model: &Model, seed: Seed) -> Self {
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
            agenda: None,
            spent: 0,
            sponsor: Sponsor::new(model),
            draft: text.clone(),
            before: text.clone(),
            offer: text.clone(),
            text,
            depths: Vec::with_capacity(model.proceedings.rounds as usize + 1),
            pace: Pace::new(most, model.proceedings.rounds),
            targets: Vec::with_capacity(most),
            utilities_before: Vec::with_capacity(most),
            appraisal: Appraisal::with_capacity(most, clauses),
            grievance: Grievance::with_capacity(most),
            shifts: Vec::with_capacity(2 * clauses * packs(most)),
            ballot: Ballot::new(model),
            offered: Appraisal::with_capacity(most, clauses),
            lots: Lots::new(model, seed),
            column: Vec::with_capacity(most),
            would_get: Vec::with_capacity(most),
            answers: Vec::with_capacity(most),
            room,
        }
    }

    /// The yardsticks, from preferences alone.
    fn measure(&mut self, model: &Model) {
        let Room { national, present, .. } = &self.room;
        self.lcd.measure(&model.depth, national, present);
        if present.contains(&false) {
            // The flags of those who left serve as "everyone" for a moment: at this point nobody has.
            self.left.fill(true);
            self.lcd_of_all.measure(&model.depth, national, &self.left);
            self.left.fill(false);
        } else {
            self.lcd_of_all.copy_from(&self.lcd);
        }
        self.ambitions.measure(&model.depth, national, present, &self.lcd);
    }

    /// Measures the parties that have come, seats them, and puts the draft on the table.
    pub(super) fn begin(&mut self, model: &Model) {
        self.measure(model);
        self.seated.copy_from_slice(&self.room.present);
        self.assemble(model);
        self.sponsor.appear(model, &self.room, &self.voices, &self.seated);
        draft::write(model, &self.room, &self.voices, &self.sponsor, &mut self.draft);
        self.open(model);
    }

    /// Gives those who are seated their voices; nobody speaks beside its bloc yet.
    pub(super) fn assemble(&mut self, model: &Model) {
        self.alone.fill(false);
        self.voices.assemble(model, &self.room, &self.seated, &self.alone);
    }

    /// Puts the draft on the table before those who have a voice.
    pub(super) fn open(&mut self, model: &Model) {
        self.left.fill(false);
        self.unbearable.fill(0);
        self.held_out.fill(false);
        self.text.0.copy_from_slice(&self.draft.0);
        self.appraisal.judge(&self.voices.preferences, &self.text);
        self.depths.clear();
        self.depths.push(model.depth.nominal(&self.text));
        self.lots.rewind();
    }

    /// The clauses on the table.
    pub(super) fn on_the_table(&self, model: &Model) -> Range<usize> {
        self.agenda.map_or(0..model.clauses.len(), |clause| clause.index()..clause.index() + 1)
    }

    /// Writes the depth of the text anew, where it has changed after the round was noted.
    pub(super) fn note_depth(&mut self, model: &Model) {
        if let Some(depth) = self.depths.last_mut() {
            *depth = model.depth.nominal(&self.text);
        }
    }

    pub(super) fn view<'a>(&'a self, model: &'a Model, round: u32) -> View<'a> {
        View {
            model,
            room: &self.room,
            voices: &self.voices,
            text: &self.text,
            lcd: &self.lcd,
            sponsor: self.sponsor.who,
            round: self.spent + round,
            targets: &self.targets,
            utilities: self.appraisal.utilities(),
        }
    }
}
