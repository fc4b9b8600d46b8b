//! The minutes of one negotiation: who got what after each round, who voted how, who left.

use crate::{
    model::{Appraisal, Model},
    negotiation::{Ballot, Negotiator, Observer, Realisation, View},
    outcome::Outcome,
    random::Seed,
    text::Text,
    voting::{Asks, Vote},
};

/// The most rounds that are written down; where there are more, every second, third … is.
const LOOKS: u32 = 240;

/// One ballot of the whole room.
#[derive(Clone, Debug, PartialEq)]
pub struct RollCall {
    /// The round.
    pub round: u32,
    /// Whether votes were counted, or only objections.
    pub votes_counted: bool,
    /// What each country did.
    pub votes: Vec<Vote>,
    /// Whether the text was carried.
    pub carried: bool,
}

/// What each country had after a round, in utility.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The round; 0 is the first draft.
    pub round: u32,
    /// u_i of the text, at effective ideals.
    pub utilities: Vec<f64>,
    /// a_i: what each demanded in that round.
    pub demands: Vec<f64>,
}

/// The minutes of one negotiation.
#[derive(Clone, Debug)]
pub struct Minutes {
    /// Which replicate.
    pub replicate: u64,
    /// The room by round.
    pub standings: Vec<Standing>,
    /// Every ballot of the whole text.
    pub roll_calls: Vec<RollCall>,
    /// Countries that walked out, and when.
    pub left: Vec<(usize, u32)>,
    /// r_i.
    pub reservations: Vec<f64>,
    /// Who was there at the start.
    pub present: Vec<bool>,
    /// How it ended.
    pub outcome: Outcome,
}

impl Minutes {
    /// Negotiates a replicate and writes it down.
    pub fn of(model: &Model, rounds: u32, seed: Seed, replicate: u64) -> Self {
        let mut secretary = Secretary {
            rounds,
            holding_out: model.proceedings().holding_out,
            stride: rounds.div_ceil(LOOKS).max(1),
            room: None,
            standings: Vec::new(),
            roll_calls: Vec::new(),
            left: Vec::new(),
            appraisal: Appraisal::default(),
        };
        let outcome = Negotiator::new(model, seed).negotiate(replicate, &mut secretary);
        secretary.note(outcome.round, &outcome.text);
        let (reservations, present) = match secretary.room {
            Some(room) => (room.reservations, room.present),
            None => (Vec::new(), Vec::new()),
        };
        let Secretary { standings, roll_calls, left, .. } = secretary;
        Self { replicate, standings, roll_calls, left, reservations, present, outcome }
    }
}

/// Writes the minutes.
struct Secretary {
    rounds: u32,
    /// Whether parties ask for more than they would settle for.
    holding_out: bool,
    stride: u32,
    room: Option<Realisation>,
    standings: Vec<Standing>,
    roll_calls: Vec<RollCall>,
    left: Vec<(usize, u32)>,
    appraisal: Appraisal,
}

impl Secretary {
    fn note(&mut self, round: u32, text: &Text) {
        if let Some(room) = &self.room {
            self.appraisal.judge(&room.effective, text);
            let demand = |(t, r): (&crate::tactic::Tactic, &f64)| match self.holding_out {
                true => t.aspiration(round, self.rounds, *r),
                false => *r,
            };
            self.standings.push(Standing {
                round,
                utilities: self.appraisal.utilities().to_vec(),
                demands: room.tactics.iter().zip(&room.reservations).map(demand).collect(),
            });
        }
    }
}

impl Observer for Secretary {
    fn draft(&mut self, view: &View<'_>) {
        self.room = Some(view.parties.clone());
    }

    fn round(&mut self, view: &View<'_>) {
        let before = view.round - 1;
        if before.is_multiple_of(self.stride) {
            self.note(before, view.text);
        }
    }

    fn attempt(&mut self, view: &View<'_>, ballot: &Ballot, carried: bool) {
        let call = RollCall {
            round: view.round,
            votes_counted: ballot.asks == Asks::Votes,
            votes: ballot.votes.clone(),
            carried,
        };
        // A ballot that repeats the last one is not news.
        let repeats = self.roll_calls.last().is_some_and(|last| {
            (&last.votes, last.votes_counted, last.carried) == (&call.votes, call.votes_counted, call.carried)
        });
        if !repeats {
            self.roll_calls.push(call);
        }
    }

    fn left(&mut self, view: &View<'_>, country: usize) {
        self.left.push((country, view.round));
    }
}
