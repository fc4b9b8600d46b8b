//! The rounds of a negotiation as they are told: each, or only those in which something turned.

use super::Narration;
use crate::{
    model::Model,
    say,
    text::{ClauseId, Text},
};

/// A part of a narration.
pub enum Part {
    /// Lines that are always told.
    Told(String),
    /// A round in which the text was put to the rule.
    Round(RoundStory),
}

/// A round in which the text was put to the rule.
pub struct RoundStory {
    pub round: u32,
    /// The verdict.
    pub head: String,
    /// Its lines, each with whether something turned by it.
    pub lines: Vec<(bool, String)>,
    /// Who said no, and why.
    pub objections: String,
    pub said_no: Vec<bool>,
    pub depth: f64,
    pub text: Text,
    pub carried: bool,
}

impl RoundStory {
    /// Whether something turned: there is a text, others say no than in the round before, or it is news.
    fn is_turning(&self, before: Option<&Self>) -> bool {
        let same = before.is_some_and(|before| before.said_no == self.said_no);
        self.carried || !same || self.lines.iter().any(|(is_news, _)| *is_news)
    }
}

/// A negotiation as it is told.
pub struct Story {
    /// Why it came out as it did.
    pub why: String,
    /// Every round.
    pub whole: String,
    /// Only the rounds in which something turned, with a word on the others.
    pub brief: String,
}

impl Narration<'_> {
    /// Every round.
    pub(super) fn whole(&self) -> String {
        let told = |part: &Part| match part {
            Part::Told(text) => text.clone(),
            Part::Round(r) => {
                let lines: String = r.lines.iter().map(|(_, line)| line.as_str()).collect();
                format!("{}{lines}{}", r.head, r.objections)
            }
        };
        self.parts.iter().map(told).collect()
    }

    /// The rounds in which something turned; those between them in a line, with what changed in the text.
    pub(super) fn brief(&self, model: &Model) -> String {
        let mut out = String::new();
        let mut text = self.record.draft.as_ref().map(|(_, draft)| draft.clone());
        let mut before: Option<&RoundStory> = None;
        let mut folded: Vec<&RoundStory> = Vec::new();
        for part in &self.parts {
            match part {
                Part::Round(r) if !r.is_turning(before) => {
                    folded.push(r);
                    before = Some(r);
                    continue;
                }
                _ => out.push_str(&self.fold(model, &mut folded, &mut text)),
            }
            match part {
                Part::Told(told) => {
                    out.push_str(told);
                    before = None;
                }
                Part::Round(r) => {
                    let news: String = r
                        .lines
                        .iter()
                        .filter(|(is_news, _)| *is_news)
                        .map(|(_, line)| line.as_str())
                        .collect();
                    let changes = self.changes(model, &mut text, &r.text);
                    out.push_str(&format!("{}{changes}{news}{}", r.head, r.objections));
                    before = Some(r);
                }
            }
        }
        out + &self.fold(model, &mut folded, &mut text)
    }

    /// Rounds in which nothing turned, in a line.
    fn fold(&self, model: &Model, folded: &mut Vec<&RoundStory>, text: &mut Option<Text>) -> String {
        let (Some(first), Some(last)) = (folded.first(), folded.last()) else { return String::new() };
        let language = self.screen.language;
        let line = say!(
            language,
            "account-folded",
            n = folded.len(),
            first = first.round,
            last = last.round,
            no = last.said_no.iter().filter(|no| **no).count(),
            depth = match model.depth.ambition_clauses().next() {
                None => "none",
                Some(_) if language.point(first.depth) == language.point(last.depth) => "same",
                Some(_) => "moves",
            },
            from = language.point(first.depth),
            to = language.point(last.depth)
        );
        let changes = self.changes(model, text, &last.text);
        folded.clear();
        self.screen.wrap(&line, "") + &changes
    }

    /// What has changed in the text since it was last told.
    fn changes(&self, model: &Model, since: &mut Option<Text>, now: &Text) -> String {
        let language = self.screen.language;
        let Some(before) = since.replace(now.clone()) else { return String::new() };
        let changed = |clause: &ClauseId| before[*clause] != now[*clause];
        let changes: Vec<String> = (model.clause_ids().filter(changed))
            .map(|clause| self.change(model, clause, before[clause], now[clause]))
            .collect();
        if changes.is_empty() {
            return String::new();
        }
        let text = changes.join(&say!(language, "account-between-parts"));
        self.screen.wrap(&say!(language, "account-the-text-goes", changes = text), "    ")
    }
}
