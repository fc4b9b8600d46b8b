//! A narration of one negotiation, round by round.

mod attempts;
mod brackets;
mod epilogue;
mod moves;
mod proposals;

pub use epilogue::Epilogue;
use moves::PendingMove;
use proposals::ProposalCounts;

use super::{
    number::{list, of, point, point_to},
    table::{WIDTH, wrap},
    titles::Titles,
};
use crate::{
    negotiation::{Ballot, Motion, Observer, Step, View},
    protocol::Protocol,
    scenario::Scenario,
    text::{ClauseId, Text, Value},
    voting::Tally,
};

/// Narrates a negotiation as it is observed.
pub struct Narration<'a> {
    scenario: &'a Scenario,
    titles: Titles<'a>,
    text: String,
    /// Whether the text was at the LCD after the last attempt.
    at_lcd: Option<bool>,
    /// The lines of the current round.
    round: String,
    /// How many times the text has been put to the vote.
    attempts: u32,
    /// The brackets last reported; they are reported again only when they change.
    brackets: String,
    /// The move in progress; consecutive steps of the same kind on the same clauses are reported as one.
    pending: Option<PendingMove>,
    /// The proposals since the last attempt.
    proposals: ProposalCounts,
}

impl<'a> Narration<'a> {
    /// An empty narration.
    pub fn new(scenario: &'a Scenario) -> Self {
        Self {
            scenario,
            titles: Titles::of(scenario),
            text: String::new(),
            at_lcd: None,
            round: String::new(),
            attempts: 0,
            brackets: String::new(),
            pending: None,
            proposals: ProposalCounts::default(),
        }
    }

    /// The complete narration, with the epilogue.
    pub fn finish(mut self, epilogue: &Epilogue<'_>) -> String {
        self.text.push_str(&epilogue::render(self.scenario, epilogue));
        self.text
    }

    fn name_of_voice(&self, view: &View<'_>, v: usize) -> String {
        self.titles.get(view.voices.name(view.model, v)).to_owned()
    }

    fn clause(&self, view: &View<'_>, clause: ClauseId) -> String {
        let compiled = &view.model.clauses[clause.index()];
        compiled.source.title().unwrap_or(&compiled.name).to_owned()
    }

    /// The value of a clause in the current text.
    fn value(&self, view: &View<'_>, clause: ClauseId) -> String {
        let value = view.text[clause];
        value_and_words(value, &view.model.clauses[clause.index()].source.in_words(value))
    }

    /// Reports when the text falls to the LCD or rises from it.
    fn report_lcd_change(&mut self, view: &View<'_>) {
        let t = &view.model.thresholds;
        let depth = view.model.depth.nominal(view.text);
        let Some(index) = view.lcd.index(depth, t.ambition_gap) else {
            return;
        };
        let now = index >= t.lcd_index;
        if self.at_lcd.is_some_and(|before| before != now) {
            let what = if now { "falls to" } else { "rises from" };
            self.round.push_str(&format!(
                "    The text {what} the lowest common denominator: depth {}, LCD index {}.\n",
                point(depth),
                point(index)
            ));
        }
        self.at_lcd = Some(now);
    }
}

impl Observer for Narration<'_> {
    fn draft(&mut self, view: &View<'_>) {
        let here = (0..view.parties.present.len()).filter(|&i| view.parties.present[i]).count();
        let absent: Vec<&str> = (0..view.parties.present.len())
            .filter(|&i| !view.parties.present[i])
            .map(|i| self.titles.get(&view.model.countries[i].name))
            .collect();
        let missing =
            if absent.is_empty() { String::new() } else { format!("; absent: {}", list(&absent, 8)) };
        let speakers: Vec<String> = (0..view.voices.who.len()).map(|v| self.name_of_voice(view, v)).collect();
        self.text.push_str(&wrap(
            &format!(
                "In the room: {}{missing}. Speaking: {}.",
                of(here, "country", "countries"),
                list(&speakers, 16)
            ),
            WIDTH,
            "",
        ));
        let lcd = view.lcd;
        let depth = point(view.model.depth.nominal(view.text));
        let whose = self.whose_draft(view);
        let draft = if has_ambition(view) {
            format!(
                "In this run the lowest common denominator (each clause at its least ambitious wish, never below the status quo) has depth {}, the median party wants {}. {whose} has {depth}:",
                point(lcd.depth_strong),
                point(lcd.depth_reference)
            )
        } else {
            format!("{whose}:")
        };
        self.text.push_str(&wrap(&draft, WIDTH, ""));
        for clause in view.model.clause_ids() {
            let line = format!("    {}: {}\n", self.clause(view, clause), self.value(view, clause));
            self.text.push_str(&line);
        }
        self.text.push('\n');
        self.report_lcd_change(view);
    }

    fn round(&mut self, view: &View<'_>) {
        self.round.clear();
        let brackets: Vec<String> = self
            .brackets(view)
            .iter()
            .map(|(clause, who)| format!("{} [{}]", self.clause(view, *clause), list(who, 4)))
            .collect();
        let brackets = brackets.join("; ");
        if !brackets.is_empty() && brackets != self.brackets {
            self.round.push_str(&wrap(&format!("In brackets: {brackets}."), WIDTH, "    "));
        }
        self.brackets = brackets;
    }

    fn on_clause_opened(&mut self, view: &View<'_>, clause: ClauseId) {
        self.brackets.clear();
        let title = self.clause(view, clause);
        let gap = if clause.index() == 0 { "" } else { "\n" };
        self.text.push_str(&format!(
            "{gap}Clause {} of {}: {title}\n",
            clause.index() + 1,
            view.model.clauses.len()
        ));
    }

    fn on_clause_closed(&mut self, view: &View<'_>, clause: ClauseId, carried: bool) {
        let (title, stands) = (self.clause(view, clause), self.value(view, clause));
        let compiled = &view.model.clauses[clause.index()];
        let line = if carried {
            format!("Agreed on {title}: {stands}.")
        } else if compiled.offers(compiled.status_quo) {
            format!("No agreement on {title}: what held before stays, {stands}.")
        } else {
            format!("No agreement on {title}, and nothing to fall back on: there is no text.")
        };
        self.text.push_str(&wrap(&line, WIDTH, ""));
    }

    fn on_proposal(&mut self, view: &View<'_>, _step: &Step, answers: &[i8], taken_up: bool) {
        self.proposals.count(view, answers, taken_up);
    }

    fn moved(&mut self, view: &View<'_>, step: &Step, from: &Text, before: &[f64]) {
        match view.model.protocol {
            Protocol::SingleText(_) => self.proposals.record_change(step, from),
            _ => self.record_move(view, step, from, before),
        }
    }

    fn attempt(&mut self, view: &View<'_>, ballot: &Ballot, carried: bool) {
        self.report_move(view);
        self.report_proposals(view);
        self.report_lcd_change(view);
        self.attempts += 1;
        let verdict = self.verdict(ballot, carried);
        let depth = if has_ambition(view) {
            format!("depth {}; ", point(view.model.depth.nominal(view.text)))
        } else {
            String::new()
        };
        self.text.push_str(&format!(
            "Round {}: {}{verdict}\n{}{}",
            view.round,
            depth,
            self.round,
            self.objections(view, ballot)
        ));
        self.round.clear();
    }

    fn on_division(&mut self, view: &View<'_>, motion: Motion, tally: &Tally, carried: bool) {
        self.report_move(view);
        let line = self.division(view, motion, tally, carried);
        self.round.push_str(&wrap(&line, WIDTH, "    "));
    }

    fn left(&mut self, view: &View<'_>, country: usize) {
        let name = self.scenario.title_of(&view.model.countries[country].name);
        self.text.push_str(&format!(
            "    {name} walks out: it can do better outside, and could not stop this text.\n"
        ));
    }
}

/// Whether any clause counts towards depth.
fn has_ambition(view: &View<'_>) -> bool {
    view.model.depth.ambition_clauses().next().is_some()
}

/// A value as a number with this many decimals, or an option by its name.
fn figures(decimals: usize, value: Value, words: &str) -> String {
    match value {
        Value::Interval { lo, hi } if lo == hi => point_to(decimals, lo),
        Value::Interval { lo, hi } => format!("{}–{}", point_to(decimals, lo), point_to(decimals, hi)),
        Value::Option(_) => words.to_owned(),
    }
}

/// A value as a number with its meaning in words, or an option by its name.
fn value_and_words(value: Value, words: &str) -> String {
    match value {
        Value::Option(_) => words.to_owned(),
        interval @ Value::Interval { .. } => format!("{} “{words}”", figures(2, interval, "")),
    }
}
