//! Moves on the text, told: who made them, who gains and who pays.

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

/// Changes of utility smaller than this are not worth a name.
const NOTICEABLE: f64 = 0.002;

/// A move not yet told.
pub struct Pending {
    mv: Move,
    /// Clause, what it said before, what it says now.
    edits: Vec<(ClauseId, Value, Value)>,
    /// What each voice got before it.
    before: Vec<f64>,
    /// What each voice gets after it.
    after: Vec<f64>,
}

impl Narration<'_> {
    /// Whose draft is on the table.
    pub(super) fn whose_draft(&self, view: &View<'_>) -> String {
        match (&view.model.protocol, self.sponsor(view)) {
            (Protocol::AgendaSetter(_), Some(name)) => format!("What {name} would like"),
            (Protocol::SponsorsText(_), Some(name)) => format!("The draft of {name}"),
            (Protocol::Compromise, _) => "The compromise".to_owned(),
            _ => "The chair's draft".to_owned(),
        }
    }

    /// Who tabled the text, where it is somebody's own.
    fn sponsor<'v>(&'v self, view: &View<'v>) -> Option<&'v str> {
        let model = view.model;
        let key = match view.sponsor? {
            Author::Country(i) => &model.countries[i].name,
            Author::Bloc(b) => &model.blocs[b].name,
            Author::Firm(f) => &model.firms[f].name,
        };
        Some(self.scenario.title_of(key))
    }

    /// Who moves the text, and what that is called.
    fn mover(&self, view: &View<'_>, mv: Move) -> String {
        match (&view.model.protocol, self.sponsor(view)) {
            (Protocol::AgendaSetter(_), Some(name)) => format!("{name} does not ask for all of it: it moves"),
            (Protocol::SponsorsText(_), Some(name)) => format!("{name} gives way: it moves"),
            _ => format!("The chair {}", mv.word()),
        }
    }

    /// Notes a move; further steps of the same kind on the same clause join it.
    pub(super) fn note_move(&mut self, view: &View<'_>, step: &Step, from: &Text, before: &[f64]) {
        let continues = self.pending.as_ref().is_some_and(|p| {
            p.mv == step.mv && p.edits.iter().map(|e| e.0).eq(step.edits().map(|(clause, _)| clause))
        });
        if !continues {
            self.tell_move(view);
        }
        let pending = self.pending.get_or_insert_with(|| Pending {
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

    /// Tells the move under way; a sponsor's changes that two decimals do not show are not worth a line.
    pub(super) fn tell_move(&mut self, view: &View<'_>) {
        let Some(pending) = self.pending.take() else {
            return;
        };
        let shows = |&(_, from, to): &(ClauseId, Value, Value)| match (from, to) {
            (Value::Interval { .. }, Value::Interval { .. }) => point(from.middle()) != point(to.middle()),
            _ => true,
        };
        if view.model.protocol.chair().is_none() && !pending.edits.iter().any(shows) {
            return;
        }
        let moves: Vec<String> =
            pending.edits.iter().map(|&(clause, from, to)| self.change(view, clause, from, to)).collect();
        let whom = self.for_whom(view, &pending.before, &pending.after);
        let line = format!("{} {}{whom}.", self.mover(view, pending.mv), moves.join(" for "));
        self.round.push_str(&wrap(&line, WIDTH, "    "));
    }

    /// What a clause said, and what it says now, to as many decimals as it takes to see the change.
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

    /// Who gains and who pays by a move, the most concerned first.
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
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
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
