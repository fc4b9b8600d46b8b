//! Watching a run.

use super::{
    ballot::Ballot,
    motion::{Motion, Step},
    room::Room,
    voices::Voices,
};
use crate::{
    model::{Author, Model},
    text::{ClauseId, Text},
    voting::Tally,
    yardstick::Lcd,
};

/// What can be seen from the gallery.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The case.
    pub model: &'a Model,
    /// This replicate's parties.
    pub room: &'a Room,
    /// Those who speak.
    pub voices: &'a Voices,
    /// The text as it stands.
    pub text: &'a Text,
    /// The yardsticks.
    pub lcd: &'a Lcd,
    /// Who tabled the draft, where it is somebody's own.
    pub sponsor: Option<Author>,
    /// The round; 0 = the first draft.
    pub round: u32,
    /// What each voice demands this round, in utility.
    pub targets: &'a [f64],
    /// What each voice gets from the text, in utility.
    pub utilities: &'a [f64],
}

/// Sees a negotiation as it happens; every method may be left out, and `()` sees nothing at no cost.
pub trait Observer {
    /// Whether it wants to be shown anything; spares the work where not.
    const WATCHES: bool = true;

    /// The first draft is on the table.
    fn draft(&mut self, _view: &View<'_>) {}

    /// A round begins: the demands are new, the text is not.
    fn round(&mut self, _view: &View<'_>) {}

    /// The room turns to one clause alone: from here on utilities and demands are about that clause.
    fn takes_up(&mut self, _view: &View<'_>, _clause: ClauseId) {}

    /// The room is done with that clause: it was carried, or stays as it was before.
    fn disposes(&mut self, _view: &View<'_>, _clause: ClauseId, _carried: bool) {}

    /// A change was proposed; each voice has answered, from −2 to +2.
    fn sounded(&mut self, _view: &View<'_>, _step: &Step, _answers: &[i8], _taken_up: bool) {}

    /// The text has been moved; `before` is what each voice got from the text until now, `from` the text it was.
    fn moved(&mut self, _view: &View<'_>, _step: &Step, _from: &Text, _before: &[f64]) {}

    /// The text was put to the rule.
    fn attempt(&mut self, _view: &View<'_>, _ballot: &Ballot, _carried: bool) {}

    /// The room divided on an amendment or a paragraph.
    fn divided(&mut self, _view: &View<'_>, _motion: Motion, _tally: &Tally, _carried: bool) {}

    /// A country left.
    fn left(&mut self, _view: &View<'_>, _country: usize) {}
}

impl Observer for () {
    const WATCHES: bool = false;
}
