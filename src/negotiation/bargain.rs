//! The sponsor at work on an offer: gives way, draws back, takes back (see `sponsors_text`).

use super::{
    ballot::Ballot,
    chair_revisions::{HALVINGS, halved},
    grievance::Grievance,
    room::Room,
    sponsor::Sponsor,
    voices::Voices,
};
use crate::{
    model::{Appraisal, Model},
    stance::TOLERANCE,
    tactic::Pace,
    text::{ClauseId, Text, Value},
    voting::DecisionRule,
};

/// δ: the longest step of a concession.
const STEP: f64 = 0.05;
/// A concession must relieve more than this; grievance below it is nothing but rounding.
const RELIEVES: f64 = 1e-12;
/// What a concession costs at least, so that those that cost nothing can be compared.
const FREE: f64 = 1e-9;
/// How far below nothing a margin may lie by rounding, where a text is to be accepted without any slack.
const ROUNDING: f64 = 1e-13;
/// How often a range is halved: past the last bit.
const HALVES: u32 = 52;
/// How often every clause is gone through to take back what was not needed.
const SWEEPS: u32 = 4;
/// What an exchange of two clauses must bring the sponsor, in utility.
const WORTH: f64 = 1e-5;
/// How much of one clause is taken for a step on another.
const RATES: [f64; 5] = [4.0, 2.0, 1.0, 0.5, 0.25];
/// How many exchanges are put to the rule at most in one sweep.
const PATIENCE: u32 = 2_000;

/// The sponsor at work on an offer.
pub struct Bargain<'a> {
    pub model: &'a Model,
    /// The rule that has the last word.
    pub rule: &'a DecisionRule,
    pub room: &'a Room,
    pub voices: &'a Voices,
    pub seated: &'a [bool],
    /// r by voice.
    pub targets: &'a [f64],
    pub draft: &'a Text,
    pub sponsor: &'a mut Sponsor,
    pub grievance: &'a mut Grievance,
    pub ballot: &'a mut Ballot,
    /// Turned to the deadline, at which everyone settles for its reservation.
    pub pace: &'a mut Pace,
    /// The offer.
    pub text: &'a mut Text,
    /// What the voices make of it.
    pub appraisal: &'a mut Appraisal,
}

impl Bargain<'_> {
    /// Turns the text into the best offer that would be carried, if there is one that the sponsor would make.
    pub fn settle(mut self) {
        let tabled = self.text.clone();
        let given_way = self.concede().then(|| self.text.clone());
        let liked = self.sponsor.utility(self.text);
        self.text.0.copy_from_slice(&tabled.0);
        let drawn_back = self.draw_back();
        let better = drawn_back && self.sponsor.utility(self.text) > liked + TOLERANCE;
        match given_way {
            Some(offer) if !better => self.text.0.copy_from_slice(&offer.0),
            None if !drawn_back => return self.text.0.copy_from_slice(&tabled.0),
            _ => {}
        }
        self.exchange();
    }

    /// Gives way, the cheapest relief first, then draws back as far as it must and takes back what it can; whether the
    /// offer would be carried and the sponsor would make it.
    fn concede(&mut self) -> bool {
        self.appraisal.judge(&self.voices.preferences, self.text);
        loop {
            let now = self.grievance.of(self.voices, self.appraisal, self.rule);
            if now <= RELIEVES {
                break;
            }
            let cheapest = (0..=HALVINGS).find_map(|k| self.cheapest(now, halved(STEP, k), k == 0));
            let Some((clause, value)) = cheapest else { break };
            self.text[clause] = value;
            self.appraisal.rejudge(&self.voices.preferences, clause, value);
        }
        self.draw_back()
    }

    /// The concession on one clause that relieves most for what it costs the sponsor.
    fn cheapest(&mut self, now: f64, step: f64, coarsest: bool) -> Option<(ClauseId, Value)> {
        let own = self.sponsor.utility(self.text);
        let mut best: Option<(f64, (ClauseId, Value))> = None;
        for clause in self.model.clause_ids() {
            let value = self.text[clause];
            let options = self.model.clauses[clause.index()].options;
            for which in 0..if options > 0 { options } else { 2 } {
                let changed = match value {
                    Value::Interval { lo, .. } if which == 0 => Value::point((lo - step).max(0.0)),
                    Value::Interval { lo, .. } => Value::point((lo + step).min(1.0)),
                    Value::Option(_) if coarsest => Value::option(which),
                    Value::Option(_) => continue,
                };
                if changed == value {
                    continue;
                }
                let left = self.grievance.with(self.voices, self.appraisal, self.rule, clause, changed);
                let then = self.sponsor.utility_with(clause, changed);
                if now - left <= RELIEVES || then < self.sponsor.reservation - TOLERANCE {
                    continue;
                }
                let bought = (now - left) / (own - then).max(FREE);
                if best.is_none_or(|(most, _)| bought > most * (1.0 + RELIEVES)) {
                    best = Some((bought, (clause, changed)));
                }
            }
        }
        best.map(|(_, edit)| edit)
    }

    /// Draws back straight towards the status quo, as little as it must, and takes back what it can; whether the offer
    /// would be carried and the sponsor would make it.
    fn draw_back(&mut self) -> bool {
        let from = self.text.clone();
        let found = least(|share| {
            between(self.model, &from, self.room.status_quo(), share, self.text);
            self.passes()
        });
        between(self.model, &from, self.room.status_quo(), found.unwrap_or(0.0), self.text);
        if found.is_none() {
            return false;
        }
        self.take_back();
        self.sponsor.utility(self.text) >= self.sponsor.reservation - TOLERANCE
    }

    /// Takes back what was not needed, the sponsor's dearest clauses first.
    fn take_back(&mut self) {
        let order = self.dearest_first();
        for _ in 0..SWEEPS {
            let before = self.text.clone();
            for &clause in &order {
                match self.text[clause] {
                    Value::Interval { .. } => self.take_back_some(clause),
                    Value::Option(_) => self.take_back_option(clause),
                }
            }
            if *self.text == before {
                break;
            }
        }
    }

    /// The clauses that the sponsor cares about, its dearest first.
    fn dearest_first(&self) -> Vec<ClauseId> {
        let salience = |c: ClauseId| self.sponsor.salience(c);
        let mut order: Vec<ClauseId> = self.model.clause_ids().filter(|&c| salience(c) > 0.0).collect();
        order.sort_by(|&a, &b| salience(b).total_cmp(&salience(a)));
        order
    }

    /// Gives a step on one clause to take back some on another, as long as that pays and patience lasts.
    fn exchange(&mut self) {
        let (order, mut questions) = (self.dearest_first(), 0);
        for step in (0..=HALVINGS).map(|k| halved(STEP, k)) {
            let mut again = true;
            while again && questions < PATIENCE {
                again = false;
                for &taken in &order {
                    for given in self.model.clause_ids().filter(|&given| given != taken) {
                        again |= self.pays(taken, given, step, &mut questions);
                    }
                }
            }
        }
        self.take_back();
    }

    /// Makes the first exchange of these clauses that the sponsor gains from and the rule allows; whether there is one.
    fn pays(&mut self, taken: ClauseId, given: ClauseId, step: f64, questions: &mut u32) -> bool {
        let (a, b) = (self.text[taken], self.text[given]);
        let (Value::Interval { lo: x, .. }, Value::Interval { lo: y, .. }) = (a, b) else { return false };
        let wanted = self.draft[taken].middle();
        let own = self.sponsor.utility(self.text);
        for gives in [-step, step] {
            for rate in RATES {
                let back = (wanted - x).clamp(-step * rate, step * rate);
                self.text[taken] = Value::point(x + back);
                self.text[given] = Value::point((y + gives).clamp(0.0, 1.0));
                if self.sponsor.utility(self.text) > own + WORTH {
                    *questions += 1;
                    if self.passes() {
                        return true;
                    }
                }
            }
        }
        (self.text[taken], self.text[given]) = (a, b);
        false
    }

    /// Moves a clause back towards the draft, as far as the rule allows.
    fn take_back_some(&mut self, clause: ClauseId) {
        let (at, wanted) = (self.text[clause].middle(), self.draft[clause].middle());
        if at == wanted {
            return;
        }
        let on_the_way = |share: f64| Value::point((1.0 - share) * wanted + share * at);
        let found = least(|share| {
            self.text[clause] = on_the_way(share);
            self.passes()
        });
        self.text[clause] = on_the_way(found.unwrap_or(1.0));
    }

    /// Turns to the option that the sponsor likes best of those that the rule allows.
    fn take_back_option(&mut self, clause: ClauseId) {
        let mut best = (self.sponsor.utility(self.text), self.text[clause]);
        for option in (0..self.model.clauses[clause.index()].options).map(Value::option) {
            self.text[clause] = option;
            let own = self.sponsor.utility(self.text);
            if own > best.0 + TOLERANCE && self.passes() {
                best = (own, option);
            }
        }
        self.text[clause] = best.1;
    }

    /// Whether the rule would carry the text, the objection game included, without any slack.
    fn passes(&mut self) -> bool {
        // Only blocs answer as voices; countries answer for themselves.
        if self.voices.of_bloc.iter().any(Option::is_some) {
            self.appraisal.judge(&self.voices.preferences, self.text);
        }
        let (utilities, targets) = (self.appraisal.utilities(), self.targets);
        self.ballot.judge(
            self.model,
            self.room,
            self.voices,
            |v| utilities[v] - targets[v],
            self.seated,
            self.text,
            self.pace,
        );
        self.ballot.take_off(TOLERANCE - ROUNDING);
        self.ballot.ask(self.model, self.rule)
    }
}

/// The least share of a way at whose end a thing holds, taking it to hold from some point on; none where it does not.
fn least(mut holds: impl FnMut(f64) -> bool) -> Option<f64> {
    if holds(0.0) {
        return Some(0.0);
    }
    if !holds(1.0) {
        return None;
    }
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..HALVES {
        let middle = f64::midpoint(low, high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(high)
}

/// The text so far on the way from one to another; of options, the other's at the end of the way if it is on offer.
fn between(model: &Model, from: &Text, to: &Text, share: f64, text: &mut Text) {
    for (((slot, a), b), clause) in text.0.iter_mut().zip(&from.0).zip(&to.0).zip(&model.clauses) {
        *slot = match (*a, *b) {
            (Value::Interval { .. }, Value::Interval { .. }) => {
                Value::point((1.0 - share) * a.middle() + share * b.middle())
            }
            (_, b) if share >= 1.0 && clause.offers(b) => b,
            (a, _) => a,
        };
    }
}
