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

/// The demands of one round: what parties of one tactic have conceded is worked out once for all of them.
#[derive(Clone, Debug)]
pub struct Pace {
    t: u32,
    deadline: u32,
    known: Vec<(Tactic, f64)>,
}

impl Pace {
    /// For round `t` of `deadline`.
    pub fn new(t: u32, deadline: u32) -> Self {
        Self { t, deadline, known: Vec::with_capacity(KINDS) }
    }

    /// Turns to round `t` of `deadline`.
    pub fn turn_to(&mut self, t: u32, deadline: u32) {
        (self.t, self.deadline) = (t, deadline);
        self.known.clear();
    }

    /// a(t), as [`Tactic::target`] has it.
    #[inline]
    pub fn target(&mut self, tactic: Tactic, reservation: f64) -> f64 {
        target(self.conceded(tactic), reservation)
    }

    fn conceded(&mut self, tactic: Tactic) -> f64 {
        if let Some((_, conceded)) = self.known.iter().find(|(known, _)| *known == tactic) {
            return *conceded;
        }
        let conceded = tactic.conceded(self.t, self.deadline);
        if self.known.len() < KINDS {
            self.known.push((tactic, conceded));
        }
        conceded
    }
}
