//! What an account of a negotiation rests on: the draft, the last attempt that failed, the one that passed.

use super::attempts::price_of_no;
use crate::{
    negotiation::{Ballot, Realisation, View},
    stance::Stance,
    text::{ClauseId, Text},
    voting::Asks,
};

/// A negotiation as far as it explains its outcome.
#[derive(Default)]
pub struct Record {
    /// This replicate's parties, and their draft.
    pub draft: Option<(Realisation, Text)>,
    /// The sponsor of the draft, if it has one.
    pub sponsor: Option<String>,
    /// The clause that is negotiated on its own.
    pub clause: Option<ClauseId>,
    /// Whether an amendment from the floor was carried.
    pub amended: bool,
    /// The last attempt that failed.
    pub failed: Option<FailedAttempt>,
    /// What each had over failure in the text that passed: country and surplus.
    pub surpluses: Vec<(usize, f64)>,
}

/// An attempt that failed.
pub struct FailedAttempt {
    /// The round.
    pub round: u32,
    /// What was asked.
    pub asks: Asks,
    /// The clause that it was about, where clauses were negotiated one by one.
    pub clause: Option<ClauseId>,
    /// Those who said no, who lacked most first.
    pub held_out: Vec<Holdout>,
}

/// Somebody that said no.
pub struct Holdout {
    /// The country.
    pub country: usize,
    /// u_i of the text.
    pub utility: f64,
    /// a_i: what it asked for.
    pub asked: f64,
    /// r_i: what it would have had without a text.
    pub without: f64,
    /// How far the text fell short of what counts: of what it asked for, or in a vote of what it would have without one.
    pub lacks: f64,
    /// Whether it said no for its bloc's sake alone.
    pub by_line: bool,
    /// The clause that cost it most.
    pub minds: Option<ClauseId>,
}

impl Record {
    /// Takes note of an attempt.
    pub fn attempt(&mut self, view: &View<'_>, ballot: &Ballot, carried: bool) {
        if carried {
            let has_say = |i: &usize| !matches!(ballot.stances[*i], Stance::Observe | Stance::Absent);
            let countries = (0..ballot.stances.len()).filter(has_say);
            self.surpluses = countries.map(|i| (i, ballot.surpluses[i])).collect();
            return;
        }
        let mut held_out: Vec<Holdout> = (0..ballot.says_no.len())
            .filter(|&i| ballot.says_no[i])
            .map(|i| Holdout::of(view, ballot, i))
            .collect();
        held_out.sort_by(|a, b| b.lacks.total_cmp(&a.lacks));
        self.failed =
            Some(FailedAttempt { round: view.round, asks: ballot.asks, clause: self.clause, held_out });
    }
}

impl Holdout {
    fn of(view: &View<'_>, ballot: &Ballot, i: usize) -> Self {
        let margin = match ballot.asks {
            Asks::Votes => ballot.surpluses[i],
            Asks::Objections | Asks::Silence => ballot.margins[i],
        };
        Self {
            country: i,
            utility: ballot.utilities()[i],
            asked: view.country_aspirations[i],
            without: view.parties.reservations[i],
            lacks: -margin,
            by_line: -margin <= price_of_no(view, ballot, i),
            minds: ballot.costliest(i),
        }
    }
}
