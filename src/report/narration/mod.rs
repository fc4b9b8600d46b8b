//! A narration of one negotiation, round by round.

mod attempts;
mod brackets;
mod epilogue;
mod moves;
mod proposals;
mod record;
mod story;
mod why;

pub use epilogue::Epilogue;
pub use story::Story;

use attempts::yes_no;
use moves::PendingMove;
use proposals::ProposalCounts;
use record::Record;
use story::{Part, RoundStory};

use super::{names, screen::Screen, titles::Titles};
use crate::{
    language::Language,
    model::Model,
    negotiation::{Ballot, Motion, Observer, Step, View},
    protocol::Protocol,
    say,
    scenario::Scenario,
    text::{ClauseId, Text, Value},
    voting::Tally,
};

/// Narrates a negotiation as it is observed.
pub struct Narration<'a> {
    scenario: &'a Scenario,
    titles: Titles,
    screen: Screen,
    parts: Vec<Part>,
    record: Record,
    /// Whether the text was at the LCD after the last attempt.
    at_lcd: Option<bool>,
    /// The lines of the current round since something turned last.
    details: String,
    /// The lines of the current round before that, each with whether something turned by it.
    lines: Vec<(bool, String)>,
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
    /// An empty narration for this screen.
    pub fn new(scenario: &'a Scenario, screen: Screen) -> Self {
        Self {
            scenario,
            titles: Titles::of(scenario),
            screen,
            parts: Vec::new(),
            record: Record::default(),
            at_lcd: None,
            details: String::new(),
            lines: Vec::new(),
            attempts: 0,
            brackets: String::new(),
            pending: None,
            proposals: ProposalCounts::default(),
        }
    }

    /// The complete narration, with the epilogue.
    pub fn finish(self, epilogue: &Epilogue<'_>) -> Story {
        let end = self.epilogue(epilogue);
        let why = say!(self.screen.language, "account-why", sentences = self.why(epilogue));
        Story {
            why: self.screen.wrap(&why, ""),
            whole: self.whole() + &end,
            brief: self.brief(epilogue.model) + &end,
        }
    }

    /// Tells something that is always told.
    fn tell(&mut self, text: String) {
        self.parts.push(Part::Told(text));
    }

    /// Tells of something by which the negotiation turned.
    fn turn(&mut self, line: String) {
        let details = std::mem::take(&mut self.details);
        self.lines.extend([(false, details), (true, line)]);
    }

    fn name_of_voice(&self, view: &View<'_>, v: usize) -> String {
        self.titles.get(view.voices.name(view.model, v)).to_owned()
    }

    fn title(&self, model: &Model, clause: ClauseId) -> String {
        let compiled = &model.clauses[clause.index()];
        compiled.source.title().unwrap_or(&compiled.name).to_owned()
    }

    fn clause(&self, view: &View<'_>, clause: ClauseId) -> String {
        self.title(view.model, clause)
    }

    /// The value of a clause in the current text.
    fn value(&self, view: &View<'_>, clause: ClauseId) -> String {
        let value = view.text[clause];
        let words = names::value(self.screen.language, &view.model.clauses[clause.index()].source, value);
        value_and_words(value, &words, self.screen.language)
    }

    /// Reports when the text falls to the LCD or rises from it.
    fn report_lcd_change(&mut self, view: &View<'_>) {
        let (t, language) = (&view.model.thresholds, self.screen.language);
        let depth = view.model.depth.nominal(view.text);
        let Some(index) = view.lcd.index(depth, t.ambition_gap) else {
            return;
        };
        let now = index >= t.lcd_index;
        if self.at_lcd.is_some_and(|before| before != now) {
            let line = say!(
                language,
                "account-lcd-change",
                falls = yes_no(now),
                depth = language.point(depth),
                index = language.point(index)
            );
            self.turn(self.screen.wrap(&line, "    "));
        }
        self.at_lcd = Some(now);
    }

    /// Who is in the room, who is not, and who speaks.
    fn room(&self, view: &View<'_>) -> String {
        let language = self.screen.language;
        let everyone = 0..view.parties.present.len();
        let here = everyone.clone().filter(|&i| view.parties.present[i]).count();
        let absent: Vec<&str> = everyone
            .filter(|&i| !view.parties.present[i])
            .map(|i| self.titles.get(&view.model.countries[i].name))
            .collect();
        let speakers: Vec<String> = (0..view.voices.who.len()).map(|v| self.name_of_voice(view, v)).collect();
        say!(
            language,
            "account-room",
            here = here,
            away = yes_no(!absent.is_empty()),
            absent = language.list(&absent, 8),
            speakers = language.list(&speakers, 16)
        )
    }

    /// Whose draft it is, and how deep beside the benchmarks.
    fn first_draft(&self, view: &View<'_>) -> String {
        let language = self.screen.language;
        let (kind, name) = match (&view.model.protocol, self.sponsor(view)) {
            (Protocol::AgendaSetter(_), Some(name)) => ("setter", name),
            (Protocol::SponsorsText(_), Some(name)) => ("sponsor", name),
            (Protocol::Compromise, _) => ("compromise", ""),
            _ => ("chair", ""),
        };
        if !has_ambition(view) {
            return say!(language, "account-draft", kind = kind, name = name);
        }
        say!(
            language,
            "account-draft-with-depth",
            kind = kind,
            name = name,
            depth = language.point(view.model.depth.nominal(view.text)),
            lcd = language.point(view.lcd.depth_strong),
            median = language.point(view.lcd.depth_reference)
        )
    }
}

impl Observer for Narration<'_> {
    fn draft(&mut self, view: &View<'_>) {
        self.record.draft = Some((view.parties.clone(), view.text.clone()));
        self.record.sponsor = self.sponsor(view).map(str::to_owned);
        let mut text =
            self.screen.wrap(&self.room(view), "") + &self.screen.wrap(&self.first_draft(view), "");
        for clause in view.model.clause_ids() {
            let (title, value) = (self.clause(view, clause), self.value(view, clause));
            let line = say!(self.screen.language, "account-clause-says", clause = title, value = value);
            text.push_str(&self.screen.wrap(&line, "    "));
        }
        self.tell(text + "\n");
        self.report_lcd_change(view);
    }

    fn round(&mut self, view: &View<'_>) {
        let language = self.screen.language;
        self.details.clear();
        self.lines.clear();
        let bracket = |(clause, who): &(ClauseId, Vec<String>)| {
            let who = language.list(who, 4);
            say!(language, "account-bracket", clause = self.clause(view, *clause), who = who)
        };
        let brackets: Vec<String> = self.brackets(view).iter().map(bracket).collect();
        let brackets = brackets.join(&say!(language, "account-between-parts"));
        if !brackets.is_empty() && brackets != self.brackets {
            let line = say!(language, "account-brackets", brackets = brackets.as_str());
            self.details.push_str(&self.screen.wrap(&line, "    "));
        }
        self.brackets = brackets;
    }

    fn on_clause_opened(&mut self, view: &View<'_>, clause: ClauseId) {
        self.record.clause = Some(clause);
        self.brackets.clear();
        let line = say!(
            self.screen.language,
            "account-clause-opened",
            n = clause.index() + 1,
            of = view.model.clauses.len(),
            clause = self.clause(view, clause)
        );
        let gap = if clause.index() == 0 { "" } else { "\n" };
        self.tell(format!("{gap}{}", self.screen.wrap(&line, "")));
    }

    fn on_clause_closed(&mut self, view: &View<'_>, clause: ClauseId, carried: bool) {
        self.record.clause = None;
        let compiled = &view.model.clauses[clause.index()];
        let kind = match carried {
            true => "agreed",
            false if compiled.offers(compiled.status_quo) => "stays",
            false => "nothing",
        };
        let line = say!(
            self.screen.language,
            "account-clause-closed",
            kind = kind,
            clause = self.clause(view, clause),
            value = self.value(view, clause)
        );
        self.tell(self.screen.wrap(&line, ""));
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
        self.record.attempt(view, ballot, carried);
        let language = self.screen.language;
        let depth = view.model.depth.nominal(view.text);
        let head = say!(
            language,
            "account-round",
            round = view.round,
            ambition = yes_no(has_ambition(view)),
            depth = language.point(depth),
            verdict = self.verdict(ballot, carried)
        );
        let details = std::mem::take(&mut self.details);
        let mut lines = std::mem::take(&mut self.lines);
        lines.push((false, details));
        self.parts.push(Part::Round(RoundStory {
            round: view.round,
            head: self.screen.wrap(&head, ""),
            lines,
            objections: self.objections(view, ballot),
            said_no: ballot.says_no.clone(),
            depth,
            text: view.text.clone(),
            carried,
        }));
    }

    fn on_division(&mut self, view: &View<'_>, motion: Motion, tally: &Tally, carried: bool) {
        self.report_move(view);
        self.record.amended |= carried == matches!(motion, Motion::Amend(_));
        let line = self.division(view, motion, tally, carried);
        self.turn(self.screen.wrap(&line, "    "));
    }

    fn left(&mut self, view: &View<'_>, country: usize) {
        let name = self.scenario.title_of(&view.model.countries[country].name);
        let line = say!(self.screen.language, "account-walks-out", party = name);
        self.tell(self.screen.wrap(&line, "    "));
    }
}

/// Whether any clause counts towards depth.
fn has_ambition(view: &View<'_>) -> bool {
    view.model.depth.ambition_clauses().next().is_some()
}

/// A value as a number with this many decimals, or an option by its name.
fn figures(decimals: usize, value: Value, words: &str, language: Language) -> String {
    let number = |x| language.point_to(decimals, x);
    match value {
        Value::Interval { lo, hi } if lo == hi => number(lo),
        Value::Interval { lo, hi } => format!("{}–{}", number(lo), number(hi)),
        Value::Option(_) => words.to_owned(),
    }
}

/// A value as a number with its meaning in words, or an option by its name.
fn value_and_words(value: Value, words: &str, language: Language) -> String {
    match value {
        Value::Option(_) => words.to_owned(),
        interval @ Value::Interval { .. } => {
            say!(language, "account-value", number = figures(2, interval, "", language), words = words)
        }
    }
}
