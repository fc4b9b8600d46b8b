//! Watching a run.

use super::{
    ballot::Ballot,
    motion::{Motion, Step},
    view::View,
};
use crate::{
    text::{ClauseId, Text},
    voting::Tally,
};

/// Sees a negotiation as it happens; every method may be left out, and `()` sees nothing at no cost.
pub trait Observer {
    /// Whether it wants to be shown anything; spares the work where not.
    const WATCHES: bool = true;

    /// The first draft is on the table.
    fn draft(&mut self, _view: &View<'_>) {}

    /// A round begins: the aspiration levels are new, the text is not.
    fn round(&mut self, _view: &View<'_>) {}

    /// One clause is negotiated on its own from here on: utilities and aspiration levels are about that clause.
    fn on_clause_opened(&mut self, _view: &View<'_>, _clause: ClauseId) {}

    /// That clause is settled: it was carried, or keeps what held before.
    fn on_clause_closed(&mut self, _view: &View<'_>, _clause: ClauseId, _carried: bool) {}

    /// A change was proposed; each voice has answered, from −2 to +2.
    fn on_proposal(&mut self, _view: &View<'_>, _step: &Step, _answers: &[i8], _accepted: bool) {}

    /// The text has changed; `before` is what each voice got from the text until now, `from` the text it was.
    fn moved(&mut self, _view: &View<'_>, _step: &Step, _from: &Text, _before: &[f64]) {}

    /// The text was put to the rule.
    fn attempt(&mut self, _view: &View<'_>, _ballot: &Ballot, _carried: bool) {}

    /// There was a vote on an amendment or a paragraph.
    fn on_division(&mut self, _view: &View<'_>, _motion: Motion, _tally: &Tally, _carried: bool) {}

    /// A country left.
    fn left(&mut self, _view: &View<'_>, _country: usize) {}
}

impl Observer for () {
    const WATCHES: bool = false;
}
