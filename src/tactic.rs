//! Concession over time: how a party's demand falls from its ideal to its reservation (model §3).
//!
//! a(t) = r + (1 − F(t))(u_max − r), F(t) = k + (1 − k)(min(t, T)/T)^{1/β}, u_max = 1. β < 1 is Boulware
//! (patient), 1 linear, above 1 conceder; other libraries write the exponent e = 1/β. a(T) = r always.
//! After Faratin, Sierra & Jennings (1998), "Negotiation decision functions for autonomous agents".
//!
//! ```
//! use plenary::tactic::Tactic;
//! let linear = Tactic { beta: 1.0, k: 0.0 };
//! assert_eq!(linear.target(30, 60, 0.4), 0.7);
//! assert_eq!(linear.target(60, 60, 0.4), 0.4);
//! ```

use serde::{Deserialize, Serialize};

/// A time-dependent tactic.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tactic {
    /// β > 0: patience; below 1 holds out, above 1 concedes early.
    pub beta: f64,
    /// k ∈ [0, 1]: the share of the way conceded at once.
    #[serde(default)]
    pub k: f64,
}

impl Tactic {
    /// F(t) ∈ [k, 1]: the share of the way from ideal to reservation conceded by round `t` of `deadline`.
    #[inline]
    pub fn conceded(self, t: u32, deadline: u32) -> f64 {
        if t >= deadline {
            return 1.0;
        }
        let elapsed = f64::from(t) / f64::from(deadline);
        let pace = if self.beta == 1.0 { elapsed } else { libm::pow(elapsed, 1.0 / self.beta) };
        self.k + (1.0 - self.k) * pace
    }

    /// a(t): the utility asked for in round `t`, from 1 down to the reservation.
    #[inline]
    pub fn target(self, t: u32, deadline: u32, reservation: f64) -> f64 {
        target(self.conceded(t, deadline), reservation)
    }
}

#[inline]
fn target(conceded: f64, reservation: f64) -> f64 {
    reservation + (1.0 - conceded) * (1.0 - reservation)
}

/// Tactics that a [`Pace`] keeps in mind: more than most rooms have.
const KINDS: usize = 8;
/// Rounds of each that it keeps in mind: more than most negotiations have.
const ROUNDS: usize = 1024;

/// The demands of a round. What a tactic has conceded by a round is worked out once: for all parties that have it, and for
/// all negotiations.
#[derive(Clone, Debug)]
pub struct Pace {
    t: u32,
    deadline: u32,
    courses: Vec<Course>,
    /// How many of the courses are in use.
    known: usize,
}

/// A tactic from round to round.
#[derive(Clone, Debug)]
struct Course {
    tactic: Tactic,
    /// F(t); NaN where it has not been asked for.
    conceded: Vec<f64>,
}

impl Pace {
    /// For round `t` of `deadline`.
    pub fn new(t: u32, deadline: u32) -> Self {
        let unknown =
            || Course { tactic: Tactic { beta: 1.0, k: 0.0 }, conceded: vec![f64::NAN; rounds(deadline)] };
        Self { t, deadline, courses: (0..KINDS).map(|_| unknown()).collect(), known: 0 }
    }

    /// Turns to round `t` of `deadline`.
    pub fn turn_to(&mut self, t: u32, deadline: u32) {
        // The next negotiation may have other tactics, where they are drawn.
        let crowded = t < self.t && self.known == KINDS;
        if crowded || deadline != self.deadline {
            self.known = 0;
        }
        (self.t, self.deadline) = (t, deadline);
    }

    /// a(t), as [`Tactic::target`] has it.
    #[inline]
    pub fn target(&mut self, tactic: Tactic, reservation: f64) -> f64 {
        target(self.conceded(tactic), reservation)
    }

    fn conceded(&mut self, tactic: Tactic) -> f64 {
        let (t, deadline) = (self.t, self.deadline);
        if t >= deadline {
            return tactic.conceded(t, deadline);
        }
        match self.course(tactic).and_then(|course| course.conceded.get_mut(t as usize)) {
            Some(conceded) => {
                if conceded.is_nan() {
                    *conceded = tactic.conceded(t, deadline);
                }
                *conceded
            }
            None => tactic.conceded(t, deadline),
        }
    }

    /// The course of a tactic, if there is room to keep it in mind.
    fn course(&mut self, tactic: Tactic) -> Option<&mut Course> {
        let known = self.courses[..self.known].iter().position(|course| course.tactic == tactic);
        let place = known.unwrap_or(self.known);
        let course = self.courses.get_mut(place)?;
        if known.is_none() {
            self.known += 1;
            course.tactic = tactic;
            course.conceded.clear();
            course.conceded.resize(rounds(self.deadline), f64::NAN);
        }
        Some(course)
    }
}

fn rounds(deadline: u32) -> usize {
    ROUNDS.min(deadline as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is kept in mind is what would be worked out, however many tactics there are and whatever deadlines come and go.
    #[test]
    fn a_pace_keeps_to_its_tactics() {
        let mut number = crate::random::endless("tactics");
        let tactics: Vec<Tactic> =
            (0..2 * KINDS).map(|_| Tactic { beta: 0.1 + 2.0 * number(), k: number() * number() }).collect();
        let mut pace = Pace::new(0, 10);
        for (deadline, kinds) in [(10, 3), (10, 3), (7, KINDS), (7, 2 * KINDS), (2000, 5), (1, 1)] {
            for t in (0..=deadline).chain([deadline / 2, 0, deadline + 1]) {
                pace.turn_to(t, deadline);
                for tactic in &tactics[..kinds] {
                    let (kept, plain) = (pace.target(*tactic, 0.3), tactic.target(t, deadline, 0.3));
                    assert_eq!(kept.to_bits(), plain.to_bits(), "{tactic:?} in round {t} of {deadline}");
                }
            }
        }
    }
}
