//! The objection game: who blocks, who goes along, and why (specification §3).
//!
//! A party with margin s on the text weighs the cost of isolation C = χ(1 − o)^γ, where o is the share of the
//! *other* present parties that object. It objects iff s < −C. More company never makes an objector withdraw,
//! so best responses are monotone and have a least and a greatest equilibrium, found by iterating from nobody
//! and from everybody objecting. Silence is the default act: the least equilibrium decides.
//!
//! The same game decides No votes, at a lower price: No iff s < −max(.02, ½C). Whoever has no say in what is asked says
//! nothing and is no company.
//!
//! A member takes its bloc's line unless that costs it more than δ·c_B; then it defects. A bloc weighs its
//! own margin in the company of its members.

use serde::{Deserialize, Serialize};

use crate::voting::Vote;

/// What a party does with a text it is asked to let pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stance {
    /// Puts its name to it: s ≥ .15.
    Sponsor,
    /// Welcomes it: s ≥ 0.
    Support,
    /// Lets it pass in silence.
    Acquiesce,
    /// Lets it pass and says so: an explanation of position (disassociation), s < −.02.
    Explain,
    /// Blocks it: objects where objections are asked for.
    Object,
    /// Votes no.
    Against,
    /// Has no say in what is asked: neither a vote nor, where objections are asked for, the right to object.
    Observe,
    /// Is not in the room.
    Absent,
}

/// Margin from which a party sponsors a text.
pub(crate) const SPONSORS: f64 = 0.15;
/// Margin below which a party that goes along explains its position.
pub(crate) const EXPLAINS: f64 = -0.02;
/// Slack on every acceptance: s ≥ −1e−9 counts as s ≥ 0.
pub const TOLERANCE: f64 = 1e-9;

/// How a party votes on one text against another that gives it so much less: an indifferent party abstains.
pub(crate) fn preference_vote(gain: f64) -> Vote {
    match gain {
        gain if gain > TOLERANCE => Vote::Yes,
        gain if gain < -TOLERANCE => Vote::No,
        _ => Vote::Abstain,
    }
}

/// How a party votes on a text that gives it so much more than it has without one. Acceptance is weak: the party that is
/// brought to indifference votes yes, as the pivotal one must (Romer & Rosenthal 1978). It abstains where it is
/// indifferent because nothing that is changed concerns it.
pub(crate) fn acceptance_vote(gain: f64, concerned: bool) -> Vote {
    match preference_vote(gain) {
        Vote::Abstain if concerned => Vote::Yes,
        vote => vote,
    }
}

/// What saying no costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Price {
    /// Share of the isolation cost that is paid.
    share: f64,
    /// The least shortfall over which it is done at all.
    floor: f64,
}

impl Price {
    /// Blocking a consensus costs the whole of C.
    pub const OBJECTION: Self = Self { share: 1.0, floor: 0.0 };
    /// A No in a vote costs half of it, and is not cast over less than .02.
    pub const NO_VOTE: Self = Self { share: 0.5, floor: 0.02 };

    /// How far below zero the margin may lie, at isolation cost `c`, before the party says no.
    #[inline]
    pub fn of(self, c: f64) -> f64 {
        (self.share * c).max(self.floor)
    }
}

/// Where the iteration starts, and so which equilibrium it ends in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// From silence: the least equilibrium.
    NobodyObjects,
    /// From everybody objecting: the greatest equilibrium.
    EverybodyObjects,
}

/// One party at the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat {
    /// s: utility of the text less the aspiration level.
    pub margin: f64,
    /// χ: what it costs to object alone.
    pub isolation: f64,
    /// How much its company counts for others: 1, or its materiality.
    pub weight: f64,
    /// The bloc whose line it takes, by its place among the benches.
    pub bench: Option<u16>,
    /// Whether its answer counts; whoever has no say stays silent.
    pub has_say: bool,
}

/// A bloc that takes a line of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bench {
    /// s: the bloc's margin on the text.
    pub margin: f64,
    /// χ: its members' mean isolation cost.
    pub isolation: f64,
    /// Summed weight of its present members.
    pub weight: f64,
    /// Mean weight of one of them.
    pub seat: f64,
    /// δ·c_B: what a member forgoes at most to keep to the bloc's line.
    pub discipline: f64,
}

impl Bench {
    /// The share of the others that objects when this bloc does, `outside` being the weight of those outside it that do:
    /// each of its members counts its fellow members.
    #[inline]
    pub fn company(&self, outside: f64, total: f64) -> f64 {
        let others = total - self.seat;
        if others > 0.0 { ((self.weight - self.seat + outside) / others).clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// The game on one text.
#[derive(Clone, Copy, Debug)]
pub struct Game<'a> {
    /// The parties present.
    pub seats: &'a [Seat],
    /// The blocs with a line of their own.
    pub benches: &'a [Bench],
    /// γ: how fast the cost of isolation falls with company.
    pub decay: f64,
    /// What saying no costs.
    pub price: Price,
}

/// C = χ(1 − o)^γ.
#[inline]
pub fn isolation_cost(chi: f64, company: f64, decay: f64) -> f64 {
    let alone = (1.0 - company).max(0.0);
    chi * if decay == 1.0 { alone } else { libm::pow(alone, decay) }
}

/// Sweeps before thresholds are sorted: most games need two or three.
const SWEEPS: usize = 8;

impl Game<'_> {
    /// Writes who says no in the equilibrium reached from `start` into `says_no`, and each bloc's line into `lines`; returns
    /// the number of sweeps. A sweep looks at everybody once. A chain of parties that follow one another would take a sweep
    /// for each link; it is sorted instead, in n log n for every change of a bloc's line, with `queue` as its buffer.
    ///
    /// # Panics
    /// If the slices are shorter than seats and benches.
    pub fn solve(
        &self,
        start: Start,
        says_no: &mut [bool],
        lines: &mut [bool],
        queue: &mut Vec<(f64, usize)>,
    ) -> usize {
        let (says_no, lines) = (&mut says_no[..self.seats.len()], &mut lines[..self.benches.len()]);
        says_no.fill(start == Start::EverybodyObjects);
        lines.fill(start == Start::EverybodyObjects);
        let total = self.seats.iter().map(|s| s.weight).sum();
        let mut sweeps = 1;
        while self.sweep(total, says_no, lines) {
            if sweeps % SWEEPS == 0 {
                self.follow(start, total, says_no, lines, queue);
            }
            sweeps += 1;
        }
        sweeps
    }

    /// One round of best responses of parties that together weigh `total`; whether anybody changed its answer.
    fn sweep(&self, total: f64, says_no: &mut [bool], lines: &mut [bool]) -> bool {
        let mut changed = false;
        for (b, bench) in self.benches.iter().enumerate() {
            let outside = self.objecting(says_no, |seat| seat.bench.is_none_or(|x| usize::from(x) != b));
            let company = bench.company(outside, total);
            let slack = bench.margin + self.price.of(isolation_cost(bench.isolation, company, self.decay));
            let no = slack < -TOLERANCE;
            changed |= std::mem::replace(&mut lines[b], no) != no;
        }
        let mut objecting = self.objecting(says_no, |_| true);
        for (seat, says_no) in self.seats.iter().zip(says_no) {
            let no = self.response(seat, *says_no, objecting, total, lines);
            if no != *says_no {
                objecting += if no { seat.weight } else { -seat.weight };
                *says_no = no;
                changed = true;
            }
        }
        changed
    }

    /// Whether a party says no, given whether it does so now and what weight all have that do.
    #[inline]
    fn response(&self, seat: &Seat, says_no: bool, objecting: f64, total: f64, lines: &[bool]) -> bool {
        let bound = self.line_bias(seat, lines) - TOLERANCE;
        if !seat.has_say || seat.margin >= bound {
            return false; // whatever it costs to say no
        }
        let others = total - seat.weight;
        let own = if says_no { seat.weight } else { 0.0 };
        let company = if others > 0.0 { (objecting - own) / others } else { 0.0 };
        let slack = seat.margin + self.price.of(isolation_cost(seat.isolation, company, self.decay));
        slack < bound
    }

    /// Follows a chain of changes to its end while the blocs' lines stand: from silence in the order of the company that
    /// parties need to say no, else in the reverse order. Only changes that a sweep would make are made.
    fn follow(
        &self,
        start: Start,
        total: f64,
        says_no: &mut [bool],
        lines: &[bool],
        queue: &mut Vec<(f64, usize)>,
    ) {
        let rising = start == Start::NobodyObjects;
        queue.clear();
        for (i, seat) in self.seats.iter().enumerate().filter(|(i, _)| says_no[*i] != rising) {
            let threshold = self.threshold(seat, total, lines);
            queue.push((if rising { threshold } else { -threshold - seat.weight }, i));
        }
        queue.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut objecting = self.objecting(says_no, |_| true);
        for &(_, i) in queue.iter() {
            let seat = &self.seats[i];
            if self.response(seat, says_no[i], objecting, total, lines) != rising {
                break;
            }
            says_no[i] = rising;
            objecting += if rising { seat.weight } else { -seat.weight };
        }
    }

    /// The weight of objecting others beyond which a party says no: s + price(χ(1 − o)^γ) < bias, solved for o. Exact up to
    /// rounding: it decides whom to ask first, not what they answer.
    fn threshold(&self, seat: &Seat, total: f64, lines: &[bool]) -> f64 {
        let bears = self.line_bias(seat, lines) - TOLERANCE - seat.margin;
        if !seat.has_say || bears <= self.price.floor {
            return f64::INFINITY;
        }
        let alone = libm::pow(bears / (self.price.share * seat.isolation), 1.0 / self.decay);
        (1.0 - alone) * (total - seat.weight)
    }

    fn objecting(&self, says_no: &[bool], counts: impl Fn(&Seat) -> bool) -> f64 {
        let mut sum = 0.0;
        for (seat, _) in self.seats.iter().zip(says_no).filter(|(seat, no)| **no && counts(seat)) {
            sum += seat.weight;
        }
        sum
    }

    /// How far a bloc's line moves its member's own threshold.
    fn line_bias(&self, seat: &Seat, lines: &[bool]) -> f64 {
        seat.bench.map_or(0.0, |b| {
            let discipline = self.benches[usize::from(b)].discipline;
            if lines[usize::from(b)] { discipline } else { -discipline }
        })
    }
}
