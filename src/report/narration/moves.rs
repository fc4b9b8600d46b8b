//! Narration of moves on the text: who makes them, who gains and who loses.

use super::{super::names, Narration, attempts::yes_no, figures};
use crate::{
    model::{Author, Model},
    negotiation::{Step, View},
    protocol::{Move, Protocol},
    say,
    text::{ClauseId, Text, Value},
};

/// Parties whose utility changes by less than this are not named.
const NOTICEABLE: f64 = 0.002;

/// A move that has not been reported yet.
pub struct PendingMove {
    mv: Move,
    /// Clause, value before and value after the move.
    edits: Vec<(ClauseId, Value, Value)>,
    /// Utility of each voice before the move.
    before: Vec<f64>,
    /// Utility of each voice after the move.
    after: Vec<f64>,
}

impl Narration<'_> {
    /// The sponsor of the text, if it has one.
    pub(super) fn sponsor<'v>(&'v self, view: &View<'v>) -> Option<&'v str> {
        let model = view.model;
        let key = match view.sponsor? {
            Author::Country(i) => &model.countries[i].name,
            Author::Bloc(b) => &model.blocs[b].name,
            Author::Firm(f) => &model.firms[f].name,
        };
        Some(self.scenario.title_of(key))
    }

    /// Records a step; consecutive steps of the same kind on the same clauses are merged into one move.
    pub(super) fn record_move(&mut self, view: &View<'_>, step: &Step, from: &Text, before: &[f64]) {
        let continues = self.pending.as_ref().is_some_and(|p| {
            p.mv == step.mv && p.edits.iter().map(|e| e.0).eq(step.edits().map(|(clause, _)| clause))
        });
        if !continues {
            self.report_move(view);
        }
        let pending = self.pending.get_or_insert_with(|| PendingMove {
            mv: step.mv,
            edits: step.edits().map(|(clause, _)| (clause, from[clause], from[clause])).collect(),
            before: before.to_vec(),
            after: Vec::new(),
        });
        for (edit, (_, value)) in pending.edits.iter_mut().zip(step.edits()) {
            edit.2 = value;
        }
        pending.after = view.utilities.to_vec();
    }

    /// Reports the pending move, unless it is a sponsor's change that is invisible at two decimals.
    pub(super) fn report_move(&mut self, view: &View<'_>) {
        let Some(pending) = self.pending.take() else {
            return;
        };
        let language = self.screen.language;
        let is_visible = |&(_, from, to): &(ClauseId, Value, Value)| match (from, to) {
            (Value::Interval { .. }, Value::Interval { .. }) => {
                language.point(from.middle()) != language.point(to.middle())
            }
            _ => true,
        };
        if view.model.protocol.chair().is_none() && !pending.edits.iter().any(is_visible) {
            return;
        }
        let moves: Vec<String> = pending
            .edits
            .iter()
            .map(|&(clause, from, to)| self.change(view.model, clause, from, to))
            .collect();
        let changes = match moves.as_slice() {
            [first, second] => {
                say!(language, "account-trade", first = first.as_str(), second = second.as_str())
            }
            moves => moves.concat(),
        };
        let (kind, mover) = match (&view.model.protocol, self.sponsor(view)) {
            (Protocol::AgendaSetter(_), Some(name)) => ("setter".to_owned(), name),
            (Protocol::SponsorsText(_), Some(name)) => ("sponsor".to_owned(), name),
            _ => (format!("{:?}", pending.mv), ""),
        };
        let [gain, pay] = self.for_whom(view, &pending.before, &pending.after);
        let line = say!(
            language,
            "account-move",
            kind = kind,
            mover = mover,
            changes = changes,
            gains = yes_no(gain.is_some()),
            gain = gain.unwrap_or_default(),
            pays = yes_no(pay.is_some()),
            pay = pay.unwrap_or_default()
        );
        self.details.push_str(&self.screen.wrap(&line, "    "));
    }

    /// The old and the new value of a clause, with as many decimals as needed to show the change (at most four).
    pub(super) fn change(&self, model: &Model, clause: ClauseId, from: Value, to: Value) -> String {
        let language = self.screen.language;
        let compiled = &model.clauses[clause.index()];
        let says = |value| names::value(language, &compiled.source, value);
        let (was, is) = (says(from), says(to));
        let is_worded = was != is && !matches!(to, Value::Option(_));
        let to_decimals =
            |decimals| (figures(decimals, from, &was, language), figures(decimals, to, &is, language));
        let (before, after) = (2..=4)
            .map(to_decimals)
            .find(|(before, after)| before != after)
            .unwrap_or_else(|| to_decimals(2));
        say!(
            language,
            "account-change",
            clause = compiled.source.title().unwrap_or(&compiled.name),
            before = before,
            after = after,
            worded = yes_no(is_worded),
            words = is
        )
    }

    /// Who gains and who loses by a move, the most affected first.
    fn for_whom(&self, view: &View<'_>, before: &[f64], after: &[f64]) -> [Option<String>; 2] {
        let mut changes: Vec<(usize, f64)> =
            after.iter().zip(before).map(|(now, was)| now - was).enumerate().collect();
        changes.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        [1.0, -1.0].map(|sign| {
            let names: Vec<String> = changes
                .iter()
                .filter(|(_, c)| c * sign > NOTICEABLE)
                .map(|(v, _)| self.name_of_voice(view, *v))
                .collect();
            (!names.is_empty()).then(|| self.screen.language.list(&names, 4))
        })
    }
}
