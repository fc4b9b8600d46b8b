//! Narration of proposals for a single text: how many were taken up, and who rejected the others.

use super::{Narration, attempts::yes_no};
use crate::{
    negotiation::{Step, View},
    say,
    text::{ClauseId, Text, Value},
};

/// The proposals since the last attempt.
#[derive(Default)]
pub struct ProposalCounts {
    made: usize,
    taken_up: usize,
    /// For each voice, how many of the rejected proposals it was against.
    against: Vec<usize>,
    /// Clause, value before and current value.
    changes: Vec<(ClauseId, Value, Value)>,
}

impl ProposalCounts {
    /// Counts a proposal and the answers to it.
    pub fn count(&mut self, view: &View<'_>, answers: &[i8], taken_up: bool) {
        self.made += 1;
        self.taken_up += usize::from(taken_up);
        self.against.resize(view.voices.who.len(), 0);
        for (count, answer) in self.against.iter_mut().zip(answers).filter(|_| !taken_up) {
            *count += usize::from(*answer < 0);
        }
    }

    /// Records a change that was taken up.
    pub fn record_change(&mut self, step: &Step, from: &Text) {
        for (clause, value) in step.edits() {
            match self.changes.iter_mut().find(|change| change.0 == clause) {
                Some(change) => change.2 = value,
                None => self.changes.push((clause, from[clause], value)),
            }
        }
    }
}

impl Narration<'_> {
    /// Reports the proposals since the last attempt and resets the counts.
    pub(super) fn report_proposals(&mut self, view: &View<'_>) {
        let ProposalCounts { made, taken_up, against, mut changes } = std::mem::take(&mut self.proposals);
        if made == 0 {
            return;
        }
        let language = self.screen.language;
        let mut ranked: Vec<(usize, usize)> =
            against.iter().copied().enumerate().filter(|(_, k)| *k > 0).collect();
        ranked.sort_by_key(|&(_, k)| std::cmp::Reverse(k));
        let names: Vec<String> = ranked
            .iter()
            .map(|&(v, k)| {
                say!(language, "account-how-often", party = self.name_of_voice(view, v), times = k)
            })
            .collect();
        let line = say!(
            language,
            "account-proposals",
            taken = taken_up,
            made = made,
            against = yes_no(!names.is_empty()),
            names = language.list(&names, 4)
        );
        self.details.push_str(&self.screen.wrap(&line, "    "));
        changes.sort_by_key(|change| change.0);
        for (clause, from, to) in changes {
            let change =
                say!(language, "account-full-stop", text = self.change(view.model, clause, from, to));
            self.details.push_str(&self.screen.wrap(&change, "      "));
        }
    }
}
