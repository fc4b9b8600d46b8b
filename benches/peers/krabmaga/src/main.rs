//! The chair's revisions by shifts alone, written as a krABMaga model: the rules of the specification's §§3.3, 3.4 and 5.2 for
//! a room of countries under consensus, clear words, city-block losses, nothing drawn.
//!
//! `shifts ROOM.json TIMES BURSTS` negotiates so many times in so many bursts and prints the nanoseconds that each took;
//! `shifts ROOM.json` prints the text. A room is what `tally show:shifts:P:D` prints.
//!
//! Parties and the chair are agents, the room is the state; a round is a step of the schedule, in which every party first says
//! what it asks for, then the chair revises the text, then every party judges it. The replicate is set up and run as the
//! framework's `simulate!` does it without its terminal. The chair tries what the rules say, move by move, and adds up only the
//! clause that moves; what plenary knows about convex sums, it does not.

use std::{any::Any, hint::black_box, time::Instant};

use krabmaga::engine::{agent::Agent, schedule::Schedule, state::State};
use serde::Deserialize;

const ROUNDS: u64 = 60;
const STEP: f64 = 0.05;
const HALVINGS: u32 = 4;
const IMPROVES: f64 = 1e-12;
const TOLERANCE: f64 = 1e-9;

/// A room as it is given.
#[derive(Clone, Deserialize)]
struct Given {
    room: Stakes,
    isolation_costs: Vec<f64>,
    betas: Vec<f64>,
    status_quo: Vec<f64>,
}

/// Ideals and saliences, a row for each party.
#[derive(Clone, Deserialize)]
struct Stakes {
    ideals: Vec<Vec<f64>>,
    saliences: Vec<Vec<f64>>,
}

/// A negotiation: what parties want at [d·n + i], and where it stands.
struct Room {
    given: Given,
    parties: usize,
    ideals: Vec<f64>,
    shares: Vec<f64>,
    reservations: Vec<f64>,
    text: Vec<f64>,
    /// ω ℓ at [d·n + i], and its sum over clauses.
    columns: Vec<f64>,
    losses: Vec<f64>,
    /// a(t), and how far below it each bears a text.
    aspirations: Vec<f64>,
    /// u(x) − a(t).
    margins: Vec<f64>,
    objects: Vec<bool>,
    trial: Vec<f64>,
    round: u64,
    adopted: bool,
    depths: Vec<f64>,
    benchmarks: [f64; 2],
}

impl Room {
    fn new(given: Given) -> Self {
        let (parties, clauses) = (given.room.ideals.len(), given.status_quo.len());
        Self {
            parties,
            ideals: Vec::new(),
            shares: Vec::new(),
            reservations: Vec::new(),
            text: given.status_quo.clone(),
            columns: vec![0.0; parties * clauses],
            losses: vec![0.0; parties],
            aspirations: vec![0.0; parties],
            margins: vec![0.0; parties],
            objects: vec![false; parties],
            trial: vec![0.0; parties],
            round: 0,
            adopted: false,
            depths: Vec::new(),
            benchmarks: [0.0; 2],
            given,
        }
    }

    fn row(&self, clause: usize) -> std::ops::Range<usize> {
        clause * self.parties..(clause + 1) * self.parties
    }

    fn loss(&self, clause: usize, party: usize, x: f64) -> f64 {
        let k = clause * self.parties + party;
        self.shares[k] * (x - self.ideals[k]).abs()
    }

    fn utility(&self, party: usize) -> f64 {
        (1.0 - self.losses[party]).max(0.0)
    }

    fn set_clause(&mut self, clause: usize, x: f64) {
        self.text[clause] = x;
        for i in 0..self.parties {
            self.columns[clause * self.parties + i] = self.loss(clause, i, x);
        }
        self.losses.fill(0.0);
        for d in 0..self.text.len() {
            let row = self.row(d);
            for (loss, cost) in self.losses.iter_mut().zip(&self.columns[row]) {
                *loss += cost;
            }
        }
    }

    /// S of losses: Σ m max(0, a − τ − u).
    fn shortfall(&self, losses: impl Iterator<Item = f64>) -> f64 {
        let weight = 1.0 / self.parties as f64;
        let needs = self.aspirations.iter().zip(&self.given.isolation_costs);
        losses.zip(needs).map(|(loss, (a, chi))| weight * (a - chi - (1.0 - loss).max(0.0)).max(0.0)).sum()
    }

    /// S with one clause changed.
    fn shortfall_with(&mut self, clause: usize, x: f64) -> f64 {
        let mut trial = std::mem::take(&mut self.trial);
        for (i, trial) in trial.iter_mut().enumerate() {
            *trial = self.losses[i] - self.columns[clause * self.parties + i] + self.loss(clause, i, x);
        }
        let shortfall = self.shortfall(trial.iter().copied());
        self.trial = trial;
        shortfall
    }

    /// The shift that lowers S most, at the coarsest step at which any does.
    fn best_shift(&mut self) -> Option<(usize, f64)> {
        let now = self.shortfall(self.losses.iter().copied());
        if now <= IMPROVES {
            return None;
        }
        for halvings in 0..=HALVINGS {
            let step = STEP / f64::from(1 << halvings);
            let (mut least, mut best) = (now, None);
            for clause in 0..self.text.len() {
                let x = self.text[clause];
                for by in [-step, step] {
                    let to = x + by.clamp(-x, 1.0 - x);
                    if to == x {
                        continue;
                    }
                    let left = self.shortfall_with(clause, to);
                    if left < least - IMPROVES {
                        (least, best) = (left, Some((clause, to)));
                    }
                }
            }
            if best.is_some() {
                return best;
            }
        }
        None
    }

    /// The objection game at its least equilibrium; whether nobody objects.
    fn nobody_objects(&mut self) -> bool {
        self.objects.fill(false);
        let mut objecting = 0;
        loop {
            let before = objecting;
            for i in 0..self.parties {
                let company = f64::from(objecting) / (self.parties - 1) as f64;
                let slack = self.margins[i] + self.given.isolation_costs[i] * (1.0 - company);
                if !self.objects[i] && slack < -TOLERANCE {
                    self.objects[i] = true;
                    objecting += 1;
                }
            }
            if objecting == before {
                return objecting == 0;
            }
        }
    }

    fn depth(&self) -> f64 {
        self.text.iter().sum::<f64>() / self.text.len() as f64
    }

    /// D^L and D^R.
    fn measure(&mut self) {
        self.benchmarks = [0.0; 2];
        for d in 0..self.text.len() {
            let mut wishes = self.ideals[self.row(d)].to_vec();
            wishes.sort_unstable_by(f64::total_cmp);
            let n = wishes.len();
            let of =
                [wishes[0].max(self.given.status_quo[d]), f64::midpoint(wishes[(n - 1) / 2], wishes[n / 2])];
            (0..2).for_each(|k| self.benchmarks[k] += of[k] / self.text.len() as f64);
        }
    }
}

impl State for Room {
    /// Seats the parties and lays the draft: Σ ω p / Σ ω on each clause.
    fn init(&mut self, schedule: &mut Schedule) {
        let (parties, clauses) = (self.parties, self.text.len());
        self.reset();
        for d in 0..clauses {
            for i in 0..parties {
                let total: f64 = self.given.room.saliences[i].iter().sum();
                self.ideals.push(self.given.room.ideals[i][d]);
                self.shares.push(self.given.room.saliences[i][d] / total);
            }
        }
        for i in 0..parties {
            let loss: f64 = (0..clauses).map(|d| self.loss(d, i, self.given.status_quo[d])).sum();
            self.reservations.push((1.0 - loss).max(0.0));
        }
        self.measure();
        for d in 0..clauses {
            let row = self.row(d);
            let (shares, ideals) = (&self.shares[row.clone()], &self.ideals[row]);
            let weighted: f64 = shares.iter().zip(ideals).map(|(w, p)| w * p).sum();
            self.set_clause(d, weighted / shares.iter().sum::<f64>());
        }
        self.depths.push(self.depth());
        for party in 0..parties {
            schedule.schedule_repeating(Box::new(Asks { party }), 0.0, 0);
            schedule.schedule_repeating(Box::new(Judges { party }), 0.0, 2);
        }
        schedule.schedule_repeating(Box::new(Chair), 0.0, 1);
    }

    fn reset(&mut self) {
        (self.round, self.adopted) = (0, false);
        for list in [&mut self.ideals, &mut self.shares, &mut self.reservations, &mut self.depths] {
            list.clear();
        }
    }

    fn update(&mut self, _step: u64) {}

    fn before_step(&mut self, _schedule: &mut Schedule) {
        self.round += 1;
    }

    /// The rule decides.
    fn after_step(&mut self, _schedule: &mut Schedule) {
        self.depths.push(self.depth());
        self.adopted = self.nobody_objects();
    }

    fn end_condition(&mut self, _schedule: &mut Schedule) -> bool {
        self.adopted || self.round >= ROUNDS
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_state_mut(&mut self) -> &mut dyn State {
        self
    }

    fn as_state(&self) -> &dyn State {
        self
    }
}

fn room(state: &mut dyn State) -> &mut Room {
    state.as_any_mut().downcast_mut().expect("a room")
}

/// A party says what it asks for: a(t) = r + (1 − (t/T)^(1/β)) max(0, 1 − r).
#[derive(Clone)]
struct Asks {
    party: usize,
}

impl Agent for Asks {
    fn step(&mut self, state: &mut dyn State) {
        let room = room(state);
        let (i, r) = (self.party, room.reservations[self.party]);
        let elapsed = room.round as f64 / ROUNDS as f64;
        let conceded = if room.round >= ROUNDS { 1.0 } else { elapsed.powf(1.0 / room.given.betas[i]) };
        room.aspirations[i] = r + (1.0 - conceded) * (1.0 - r).max(0.0);
    }
}

/// The chair shifts clauses until nothing helps, 100 times at most in the first round and 12 times in each later one.
#[derive(Clone)]
struct Chair;

impl Agent for Chair {
    fn step(&mut self, state: &mut dyn State) {
        let room = room(state);
        for _ in 0..if room.round <= 1 { 100 } else { 12 } {
            let Some((clause, to)) = room.best_shift() else { break };
            room.set_clause(clause, to);
        }
    }
}

/// A party judges the text.
#[derive(Clone)]
struct Judges {
    party: usize,
}

impl Agent for Judges {
    fn step(&mut self, state: &mut dyn State) {
        let room = room(state);
        room.margins[self.party] = room.utility(self.party) - room.aspirations[self.party];
    }
}

/// One replicate, as `simulate!` runs it.
fn negotiate(room: &mut Room) {
    let mut schedule = Schedule::new();
    room.init(&mut schedule);
    while !room.end_condition(&mut schedule) {
        schedule.step(room);
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let text = std::fs::read_to_string(&arguments[0]).expect("a room");
    let mut room = Room::new(serde_json::from_str(&text).expect("a room"));
    let numbers: Vec<usize> = arguments[1..].iter().map(|n| n.parse().expect("a number")).collect();
    let &[times, bursts] = numbers.as_slice() else {
        negotiate(&mut room);
        let Room { adopted, round, text, depths, benchmarks, .. } = room;
        let json = serde_json::json!({
            "adopted": adopted, "round": round, "text": text, "depths": [depths[0], depths[depths.len() - 1]],
            "benchmarks": benchmarks,
        });
        return println!("{json}");
    };
    for _ in 0..bursts {
        let start = Instant::now();
        for _ in 0..times {
            negotiate(black_box(&mut room));
        }
        println!("{:.2}", start.elapsed().as_nanos() as f64 / times as f64);
    }
}
