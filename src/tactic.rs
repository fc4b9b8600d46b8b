//! Concession over time: how a party's demand falls from its ideal to its reservation (specification §3).
//!
//! a(t) = r + (1 − F(t)) max(0, u_max − r), F(t) = k + (1 − k)(min(t, T)/T)^{1/β}, u_max = 1. β < 1 is Boulware
//! (patient), 1 linear, above 1 conceder; other libraries write the exponent e = 1/β. a(T) = r always; a reservation
//! above u_max, which no text can satisfy, is asked for throughout.
//! After Faratin, Sierra & Jennings (1998), "Negotiation decision functions for autonomous agents".
//!
//! ```
//! use plenary::tactic::Tactic;
//! let linear = Tactic { beta: 1.0, k: 0.0 };
//! assert_eq!(linear.aspiration(30, 60, 0.4), 0.7);
//! assert_eq!(linear.aspiration(60, 60, 0.4), 0.4);
//! assert_eq!(linear.aspiration(30, 60, 1.3), 1.3);
//! ```

use crate::field::record;

record! {
    /// A time-dependent tactic.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Tactic {
        /// β > 0: the concession exponent; below 1 the party concedes late, above 1 early.
        beta: f64,
        /// k ∈ [0, 1]: the share conceded in the first round.
        #[serde(default)]
        k: f64,
    }
}

impl Tactic {
    /// F(t) ∈ [k, 1]: the share of the distance from ideal to reservation conceded by round `t` of `deadline`.
    #[inline]
    pub fn conceded(self, t: u32, deadline: u32) -> f64 {
        if t >= deadline {
            return 1.0;
        }
        self.conceded_at(f64::from(t) / f64::from(deadline))
    }

    /// F at a moment `elapsed` ∈ [0, 1), as a share of the deadline.
    #[inline]
    fn conceded_at(self, elapsed: f64) -> f64 {
        let pace = if self.beta == 1.0 { elapsed } else { libm::pow(elapsed, 1.0 / self.beta) };
        self.k + (1.0 - self.k) * pace
    }

    /// a at a moment between rounds: `elapsed` ∈ [0, 1] is its share of the deadline.
    pub(crate) fn aspiration_at(self, elapsed: f64, reservation: f64) -> f64 {
        let conceded = if elapsed >= 1.0 { 1.0 } else { self.conceded_at(elapsed) };
        aspiration(conceded, reservation)
    }

    /// a(t): the utility asked for in round `t`, from 1 down to the reservation, or the reservation where that is above 1.
    #[inline]
    pub fn aspiration(self, t: u32, deadline: u32, reservation: f64) -> f64 {
        aspiration(self.conceded(t, deadline), reservation)
    }
}

#[inline]
fn aspiration(conceded: f64, reservation: f64) -> f64 {
    reservation + (1.0 - conceded) * (1.0 - reservation).max(0.0)
}

/// Numbers that a [`ConcessionCache`] keeps at most: rounds beyond them are worked out anew.
const KEPT: usize = 1 << 20;

/// The demands of a round. What somebody has conceded by a round is worked out once, for every question and every negotiation
/// in which it has the same tactic.
#[derive(Clone, Debug)]
pub struct ConcessionCache {
    t: u32,
    deadline: u32,
    /// Each one's tactic.
    tactics: Vec<Tactic>,
    /// F(t): everybody in one round after everybody in another; NaN where it has not been worked out.
    conceded: Vec<f64>,
}

impl ConcessionCache {
    /// For so many, from round 0 to the deadline.
    pub fn new(people: usize, deadline: u32) -> Self {
        let rounds = (KEPT / people.max(1)).min(deadline as usize);
        let nobodys = Tactic { beta: f64::NAN, k: 0.0 };
        Self { t: 0, deadline, tactics: vec![nobodys; people], conceded: vec![f64::NAN; rounds * people] }
    }

    /// Turns to round `t`.
    pub(crate) fn turn_to(&mut self, t: u32) {
        self.t = t;
    }

    /// a(t) of somebody, as [`Tactic::aspiration`] has it.
    #[inline]
    pub fn aspiration(&mut self, who: usize, tactic: Tactic, reservation: f64) -> f64 {
        aspiration(self.conceded(who, tactic), reservation)
    }

    #[inline]
    fn conceded(&mut self, who: usize, tactic: Tactic) -> f64 {
        if self.t >= self.deadline {
            return tactic.conceded(self.t, self.deadline);
        }
        let people = self.tactics.len();
        if self.tactics[who] != tactic {
            self.tactics[who] = tactic;
            self.conceded.iter_mut().skip(who).step_by(people).for_each(|conceded| *conceded = f64::NAN);
        }
        let afresh = || tactic.conceded(self.t, self.deadline);
        match self.conceded.get_mut(self.t as usize * people + who) {
            Some(conceded) if conceded.is_nan() => {
                *conceded = afresh();
                *conceded
            }
            Some(conceded) => *conceded,
            None => afresh(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is kept is what would be worked out, whoever takes up which tactic, and in whatever order rounds come.
    #[test]
    fn cached_concessions_equal_computed_ones() {
        let mut number = crate::random::endless("tactics");
        for (people, deadline) in [(1, 1), (5, 10), (40, 60), (3, 400_000)] {
            let mut cache = ConcessionCache::new(people, deadline);
            for _ in 0..3 {
                let tactics: Vec<Tactic> = (0..people)
                    .map(|_| Tactic { beta: 0.1 + 2.0 * number(), k: number() * number() })
                    .collect();
                for t in (0..=deadline.min(60)).chain([deadline / 2, 0, deadline, deadline - 1]) {
                    cache.turn_to(t);
                    for (who, tactic) in tactics.iter().enumerate() {
                        let (kept, plain) =
                            (cache.aspiration(who, *tactic, 0.3), tactic.aspiration(t, deadline, 0.3));
                        assert_eq!(kept.to_bits(), plain.to_bits(), "{tactic:?} in round {t} of {deadline}");
                    }
                }
            }
        }
    }
}
