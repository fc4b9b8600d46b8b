//! Narration of moves on the text: who makes them, who gains and who loses.

use super::{Narration, figures};
use crate::{
    model::Author,
    negotiation::{Step, View},
    protocol::{Move, Protocol},
    report::{
        number::{list, point},
        table::{WIDTH, wrap},
    },
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
    /// A phrase for the first draft that names its author.
    pub(super) fn whose_draft(&self, view: &View<'_>) -> String {
        match (&view.model.protocol, self.sponsor(view)) {
            (Protocol::AgendaSetter(_), Some(name)) => format!("What {name} would like"),
            (Protocol::SponsorsText(_), Some(name)) => format!("The draft of {name}"),
            (Protocol::Compromise, _) => "The compromise".to_owned(),
            _ => "The chair's draft".to_owned(),
        }
    }

    /// The sponsor of the text, if it has one.
    fn sponsor<'v>(&'v self, view: &View<'v>) -> Option<&'v str> {
        let model = view.model;
        let key = match view.sponsor? {
            Author::Country(i) => &model.countries[i].name,
            Author::Bloc(b) => &model.blocs[b].name,
            Author::Firm(f) => &model.firms[f].name,
        };
        Some(self.scenario.title_of(key))
    }

    /// A phrase for a move that names its author.
    fn mover(&self, view: &View<'_>, mv: Move) -> String {
        match (&view.model.protocol, self.sponsor(view)) {
            (Protocol::AgendaSetter(_), Some(name)) => format!("{name} does not ask for all of it: it moves"),
            (Protocol::SponsorsText(_), Some(name)) => format!("{name} gives way: it moves"),
            _ => format!("The chair {}", mv.word()),
        }
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
        let is_visible = |&(_, from, to): &(ClauseId, Value, Value)| match (from, to) {
            (Value::Interval { .. }, Value::Interval { .. }) => point(from.middle()) != point(to.middle()),
            _ => true,
        };
        if view.model.protocol.chair().is_none() && !pending.edits.iter().any(is_visible) {
            return;
        }
        let moves: Vec<String> =
            pending.edits.iter().map(|&(clause, from, to)| self.change(view, clause, from, to)).collect();
        let whom = self.for_whom(view, &pending.before, &pending.after);
        let line = format!("{} {}{whom}.", self.mover(view, pending.mv), moves.join(" for "));
        self.round.push_str(&wrap(&line, WIDTH, "    "));
    }

    /// The old and the new value of a clause, with as many decimals as needed to show the change (at most four).
    pub(super) fn change(&self, view: &View<'_>, clause: ClauseId, from: Value, to: Value) -> String {
        let source = &view.model.clauses[clause.index()].source;
        let (was, is) = (source.in_words(from), source.in_words(to));
        let words =
            if was == is || matches!(to, Value::Option(_)) { String::new() } else { format!(" “{is}”") };
        let to_decimals = |decimals| (figures(decimals, from, &was), figures(decimals, to, &is));
        let (before, after) = (2..=4)
            .map(to_decimals)
            .find(|(before, after)| before != after)
            .unwrap_or_else(|| to_decimals(2));
        format!("{} from {before} to {after}{words}", self.clause(view, clause))
    }

    /// Who gains and who loses by a move, the most affected first.
    fn for_whom(&self, view: &View<'_>, before: &[f64], after: &[f64]) -> String {
        let mut changes: Vec<(usize, f64)> =
            after.iter().zip(before).map(|(now, was)| now - was).enumerate().collect();
        changes.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        let side = |sign: f64| {
            let names: Vec<String> = changes
                .iter()
                .filter(|(_, c)| c * sign > NOTICEABLE)
                .map(|(v, _)| self.name_of_voice(view, *v))
                .collect();
            (!names.is_empty()).then(|| list(&names, 4))
        };
        match (side(1.0), side(-1.0)) {
            (Some(gain), Some(pay)) => format!(" for {gain}, at the cost of {pay}"),
            (Some(gain), None) => format!(" for {gain}"),
            (None, Some(pay)) => format!(" at the cost of {pay}"),
            (None, None) => String::new(),
        }
    }
}
