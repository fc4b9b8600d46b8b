//! Narration of open brackets: what is still in dispute, and who proposes what instead.

use super::{super::names, Narration};
use crate::{
    model::Appraisal,
    negotiation::{Bracket, View},
    text::{ClauseId, Value},
};

impl Narration<'_> {
    /// The open brackets by clause: who keeps each one open, and with which proposal.
    pub(super) fn brackets(&self, view: &View<'_>) -> Vec<(ClauseId, Vec<String>)> {
        let mut appraisal = Appraisal::default();
        appraisal.judge(&view.voices.preferences, view.text);
        let mut open: Vec<(ClauseId, Vec<String>)> = Vec::new();
        for bracket in Bracket::open(view.voices, &appraisal, view.aspirations) {
            let entry = self.tabled(view, &bracket);
            match open.last_mut().filter(|(clause, _)| *clause == bracket.clause) {
                Some((_, list)) => list.push(entry),
                None => open.push((bracket.clause, vec![entry])),
            }
        }
        open
    }

    /// A party with the value it proposes for a bracket.
    pub(super) fn tabled(&self, view: &View<'_>, bracket: &Bracket) -> String {
        let wants = match bracket.wants {
            wants @ Value::Option(_) => {
                let source = &view.model.clauses[bracket.clause.index()].source;
                names::value(self.screen.language, source, wants)
            }
            interval => self.screen.language.point(interval.middle()),
        };
        format!("{} {wants}", self.name_of_voice(view, bracket.voice))
    }
}
