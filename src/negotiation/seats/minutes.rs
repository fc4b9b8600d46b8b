//! What happened in a round, as everybody in the room could see.

use super::super::{Ballot, Motion, Observer, Step, View, Voice};
use crate::{
    stance::Stance,
    text::{ClauseId, Text, Value},
    voting::{Asks, Tally, Vote},
};

/// What happened in a round.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LastRound {
    /// Which round; 0 before the first.
    pub round: u32,
    /// How the text was changed, in order.
    pub changes: Vec<Change>,
    /// The last time it was put to the rule in this round; none where it was not.
    pub put: Option<Put>,
    /// Countries that left.
    pub left: Vec<usize>,
    /// Proposals of seats that were taken up.
    pub taken_up: Vec<(Voice, ClauseId, Value)>,
}

/// A change of one clause.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The clause.
    pub clause: ClauseId,
    /// What it said.
    pub from: Value,
    /// What it says now.
    pub to: Value,
    /// What the step brings each voice, in utility, by what it says it wants.
    pub gains: Vec<(Voice, f64)>,
}

/// How the text was answered when it was put.
#[derive(Clone, Debug, PartialEq)]
pub struct Put {
    /// Whether votes were counted, or only objections.
    pub votes_counted: bool,
    /// Whether it was carried.
    pub carried: bool,
    /// What each country did.
    pub stances: Vec<Stance>,
    /// How it counted.
    pub votes: Vec<Vote>,
    /// Of each country that said no, the clause that costs it most.
    pub about: Vec<Option<ClauseId>>,
}

/// Takes the minutes of a round beside another observer.
pub struct Listening<'a, O> {
    pub observer: &'a mut O,
    pub minutes: &'a mut LastRound,
}

impl<O: Observer> Observer for Listening<'_, O> {
    fn draft(&mut self, view: &View<'_>) {
        self.observer.draft(view);
    }

    fn round(&mut self, view: &View<'_>) {
        self.observer.round(view);
    }

    fn on_clause_opened(&mut self, view: &View<'_>, clause: ClauseId) {
        self.observer.on_clause_opened(view, clause);
    }

    fn on_clause_closed(&mut self, view: &View<'_>, clause: ClauseId, carried: bool) {
        self.observer.on_clause_closed(view, clause, carried);
    }

    fn on_proposal(&mut self, view: &View<'_>, step: &Step, answers: &[i8], accepted: bool) {
        self.observer.on_proposal(view, step, answers, accepted);
    }

    fn moved(&mut self, view: &View<'_>, step: &Step, from: &Text, before: &[f64]) {
        let gains: Vec<(Voice, f64)> = view
            .voices
            .who
            .iter()
            .zip(view.utilities.iter().zip(before))
            .map(|(who, (now, was))| (*who, now - was))
            .collect();
        for (clause, to) in step.edits() {
            self.minutes.changes.push(Change { clause, from: from[clause], to, gains: gains.clone() });
        }
        self.observer.moved(view, step, from, before);
    }

    fn attempt(&mut self, view: &View<'_>, ballot: &Ballot, carried: bool) {
        let about = |(i, no): (usize, &bool)| ballot.costliest(i).filter(|_| *no);
        self.minutes.put = Some(Put {
            votes_counted: ballot.asks == Asks::Votes,
            carried,
            stances: ballot.stances.clone(),
            votes: ballot.votes.clone(),
            about: ballot.says_no.iter().enumerate().map(about).collect(),
        });
        self.observer.attempt(view, ballot, carried);
    }

    fn on_division(&mut self, view: &View<'_>, motion: Motion, tally: &Tally, carried: bool) {
        self.observer.on_division(view, motion, tally, carried);
    }

    fn left(&mut self, view: &View<'_>, country: usize) {
        self.minutes.left.push(country);
        self.observer.left(view, country);
    }
}
