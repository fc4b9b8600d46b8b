//! The course of many negotiations: where the text stood after each round, what was in brackets, when each clause was
//! settled. Memory does not grow with their number; only counts are kept, so that nothing depends on their order.

use super::{histogram::Histogram, statistics::Rate};
use crate::{
    model::{Appraisal, Model},
    negotiation::{Ballot, Bracket, Observer, View},
    outcome::Outcome,
    text::{ClauseId, Text, Value},
    voting::{Tally, Vote},
};

/// The most rounds that are looked at closely; where there are more, every second, third … is.
const LOOKS: usize = 240;
/// Clauses × looks at most, whatever the scenario.
const CLAUSE_LOOKS: usize = 24_000;
/// Cells of a histogram of the course: .005 each.
const CELLS: usize = 200;

/// The rounds after which the text is looked at: the draft (0), every so many, and the deadline.
fn looks(model: &Model, rounds: u32) -> Vec<u32> {
    let most = LOOKS.min(CLAUSE_LOOKS / model.clauses.len().max(1)).max(12);
    #[allow(clippy::cast_possible_truncation)] // at most LOOKS
    let stride = rounds.div_ceil(most as u32).max(1);
    (0..=rounds).filter(|r| r % stride == 0 || *r == rounds).collect()
}

/// How a clause was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// As agreed.
    Agreed,
    /// It stands at the status quo.
    Deleted,
    /// Taken out of scope, in part at least.
    CarvedOut,
}

impl Settled {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Agreed, Self::Deleted, Self::CarvedOut];

    /// The way in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Deleted => "deleted",
            Self::CarvedOut => "carved out",
        }
    }
}

/// One negotiation's course, as it happens.
#[derive(Clone, Debug)]
pub struct Track {
    looks: Vec<u32>,
    /// The text after each look, the draft first.
    texts: Vec<Text>,
    /// Open brackets at the start of the round after each look.
    open: Vec<u32>,
    /// The last round that began with the clause in brackets; none where none did.
    disputed: Vec<Option<u32>>,
    /// How the room voted at the last attempt.
    votes: Vec<Vote>,
    /// Whether the fallback decided it, and whether it carried.
    last: Option<(bool, bool)>,
    appraisal: Appraisal,
}

impl Track {
    /// Nothing yet, of a negotiation of at most so many rounds.
    pub fn new(model: &Model, rounds: u32) -> Self {
        let looks = looks(model, rounds);
        Self {
            texts: Vec::with_capacity(looks.len()),
            open: Vec::with_capacity(looks.len()),
            looks,
            disputed: vec![None; model.clauses.len()],
            votes: vec![Vote::Absent; model.countries.len()],
            last: None,
            appraisal: Appraisal::default(),
        }
    }
}

impl Observer for Track {
    fn round(&mut self, view: &View<'_>) {
        self.appraisal.judge(&view.voices.preferences, view.text);
        let open = Bracket::open(view.voices, &self.appraisal, view.aspirations);
        for bracket in &open {
            self.disputed[bracket.clause.index()] = Some(view.round);
        }
        if self.looks.get(self.texts.len()) == Some(&(view.round - 1)) {
            self.texts.push(view.text.clone());
            let mut clauses: Vec<ClauseId> = open.iter().map(|b| b.clause).collect();
            clauses.dedup();
            #[allow(clippy::cast_possible_truncation)] // at most as many as clauses
            self.open.push(clauses.len() as u32);
        }
    }

    fn attempt(&mut self, view: &View<'_>, ballot: &Ballot, carried: bool) {
        let by_fallback = view.model.fallback.as_ref().is_some_and(|f| {
            view.round >= f.from_round || (ballot.asks != view.model.rule.asks && ballot.asks == f.rule.asks)
        });
        self.votes.copy_from_slice(&ballot.votes);
        self.last = Some((by_fallback, carried));
    }
}

/// What a clause looked like after one round, over all negotiations.
#[derive(Clone, Debug)]
struct Look {
    middle: Histogram,
    options: Vec<u64>,
}

/// When and how a clause was settled.
#[derive(Clone, Debug, Default)]
struct Settling {
    /// Round, way, how many.
    events: Vec<[u64; 3]>,
    /// Negotiations that ended in that round without a text.
    censored: Vec<u64>,
}

/// The course of many negotiations.
#[derive(Clone, Debug)]
pub struct Course {
    looks: Vec<u32>,
    rounds: u32,
    replicates: u64,
    /// By clause and look.
    clauses: Vec<Vec<Look>>,
    /// D of the text after each look.
    depths: Vec<Histogram>,
    /// Summed open clauses by look, and how many negotiations were still under way.
    open: Vec<(u64, u64)>,
    /// How many had adopted a text by each look.
    adopted: Vec<u64>,
    settling: Vec<Settling>,
    pivotal: Vec<u64>,
}

impl Course {
    /// Nothing yet, of negotiations of at most so many rounds.
    pub fn new(model: &Model, rounds: u32) -> Self {
        let looks = looks(model, rounds);
        let by_clause = |options: usize| {
            looks
                .iter()
                .map(|_| Look { middle: Histogram::of_cells(CELLS), options: vec![0; options] })
                .collect()
        };
        let settling =
            Settling { events: vec![[0; 3]; rounds as usize + 1], censored: vec![0; rounds as usize + 1] };
        Self {
            rounds,
            replicates: 0,
            clauses: model.clauses.iter().map(|c| by_clause(c.options)).collect(),
            depths: looks.iter().map(|_| Histogram::of_cells(CELLS)).collect(),
            open: vec![(0, 0); looks.len()],
            adopted: vec![0; looks.len()],
            settling: vec![settling; model.clauses.len()],
            pivotal: vec![0; model.countries.len()],
            looks,
        }
    }

    /// Takes in one negotiation; where it ended early, its last text stays.
    pub fn add(&mut self, model: &Model, track: &Track, outcome: &Outcome) {
        self.replicates += 1;
        for (k, &round) in self.looks.iter().enumerate() {
            let text = track.texts.get(k).filter(|_| round < outcome.round).unwrap_or(&outcome.text);
            for (looks, &value) in self.clauses.iter_mut().zip(&text.0) {
                looks[k].add(value);
            }
            self.depths[k].add(model.depth.nominal(text));
            if let Some(&open) = track.open.get(k).filter(|_| round < outcome.round) {
                self.open[k].0 += u64::from(open);
                self.open[k].1 += 1;
            }
            self.adopted[k] += u64::from(outcome.conclusion.adopted() && outcome.round <= round);
        }
        self.settle(model, track, outcome);
        for (count, pivots) in self.pivotal.iter_mut().zip(pivots(model, track)) {
            *count += u64::from(pivots);
        }
    }

    fn settle(&mut self, model: &Model, track: &Track, outcome: &Outcome) {
        let end = outcome.round.min(self.rounds);
        let draft = track.texts.first().unwrap_or(&outcome.text);
        for clause in model.clause_ids() {
            let settling = &mut self.settling[clause.index()];
            if outcome.conclusion.adopted() {
                let since = track.disputed[clause.index()].map_or(0, |last| (last + 1).min(end));
                let how = settled(model, clause, draft, &outcome.text);
                settling.events[since as usize][how as usize] += 1;
            } else {
                settling.censored[end as usize] += 1;
            }
        }
    }

    /// How many negotiations were taken in.
    pub fn replicates(&self) -> u64 {
        self.replicates
    }

    /// The rounds looked at, the draft (0) first.
    pub fn looks(&self) -> &[u32] {
        &self.looks
    }

    /// The quantile of a clause's middle reading after a look; none for options.
    pub fn quantile(&self, clause: usize, look: usize, p: f64) -> Option<f64> {
        self.clauses[clause][look].middle.quantile(p)
    }

    /// The quantile of the depth D of the text after a look.
    pub fn depth(&self, look: usize, p: f64) -> Option<f64> {
        self.depths[look].quantile(p)
    }

    /// How often each option stood after a look; empty for scales.
    pub fn options(&self, clause: usize, look: usize) -> &[u64] {
        &self.clauses[clause][look].options
    }

    /// Clauses in brackets after a look, on average over negotiations still under way; none where all had ended.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
    pub fn open(&self, look: usize) -> Option<f64> {
        let (sum, under_way) = self.open[look];
        (under_way > 0).then(|| sum as f64 / under_way as f64)
    }

    /// The same over all negotiations: one that has ended has none.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
    pub fn open_of_all(&self, look: usize) -> Option<f64> {
        (self.replicates > 0).then(|| self.open[look].0 as f64 / self.replicates as f64)
    }

    /// How many negotiations were still under way after a look.
    pub fn under_way(&self, look: usize) -> u64 {
        self.open[look].1
    }

    /// The share of negotiations that had adopted a text by a look.
    pub fn adopted(&self, look: usize) -> Rate {
        Rate::new(self.adopted[look], self.replicates)
    }

    /// How often a country's vote decided: the last verdict would have turned with it.
    pub fn pivotal(&self, country: usize) -> Rate {
        Rate::new(self.pivotal[country], self.replicates)
    }

    /// By round: how many negotiations settled a clause, in each way ([`Settled::ALL`]), and how many ended without.
    pub fn settling(&self, clause: usize) -> impl Iterator<Item = ([u64; 3], u64)> + '_ {
        let s = &self.settling[clause];
        s.events.iter().copied().zip(s.censored.iter().copied())
    }
}

impl Look {
    fn add(&mut self, value: Value) {
        match value {
            Value::Interval { .. } => self.middle.add(value.middle()),
            Value::Option(o) => self.options[usize::from(o)] += 1,
        }
    }
}

/// How a clause of an adopted text was settled (specification §1).
pub(super) fn settled(model: &Model, clause: ClauseId, draft: &Text, text: &Text) -> Settled {
    let near = model.thresholds.procedural;
    let narrowed = |scope: ClauseId| draft[scope].middle() - text[scope].middle() > near;
    let at_status_quo = match (text[clause], model.clauses[clause.index()].status_quo) {
        (Value::Interval { lo, hi }, Value::Interval { lo: q, .. }) => {
            (lo - q).abs() <= near && (hi - q).abs() <= near
        }
        (is, q) => is == q,
    };
    match model.clauses[clause.index()].scope {
        true if narrowed(clause) => Settled::CarvedOut,
        _ if at_status_quo => Settled::Deleted,
        false if model.depth.governed_by(clause).iter().any(|&(scope, _)| narrowed(scope)) => {
            Settled::CarvedOut
        }
        _ => Settled::Agreed,
    }
}

/// Whose vote would have turned the last verdict: the No of those who let it pass, or the Yes of those who did not.
fn pivots(model: &Model, track: &Track) -> Vec<bool> {
    let Some((by_fallback, carried)) = track.last else {
        return vec![false; model.countries.len()];
    };
    let rule = model.fallback.as_ref().filter(|_| by_fallback).map_or(&model.rule, |f| &f.rule);
    let turned = if carried { Vote::No } else { Vote::Yes };
    let turns = |i: usize| {
        let mut tally = Tally::default();
        for (k, (country, vote)) in model.countries.iter().zip(&track.votes).enumerate() {
            tally.cast(if k == i { turned } else { *vote }, &country.voting_weight);
        }
        rule.carries(&tally) != carried
    };
    (0..track.votes.len()).map(|i| track.votes[i] != Vote::Absent && turns(i)).collect()
}
