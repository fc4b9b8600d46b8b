//! A party's preferences: ideal points, saliences, loss, the reading of vague wording, reservation value (specification §3).

mod loss;
mod position;
mod units;

use crate::field::record;

pub use loss::Loss;
pub use position::{Confidence, Position};
pub(crate) use units::mixed_units;

record! {
    /// How a party reads vague wording (specification §3).
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Reading {
        /// θ ∈ [0, 1]: the weight of the party's own preferred reading against the average reading.
        theta: f64 = 0.3,
        /// κ_a ≥ 0: the cost per unit of width.
        vagueness: f64 = 0.1,
    }
}

/// Risk attitude: v(u) = (1 − e^{−αu})/(1 − e^{−α}); α = 0 is neutral, α > 0 averse.
#[inline]
pub(crate) fn with_risk(u: f64, alpha: f64) -> f64 {
    if alpha == 0.0 {
        return u;
    }
    libm::expm1(-alpha * u) / libm::expm1(-alpha)
}

/// What a party has without a text, relative to its utility of the status quo: max(−c, g), g what its outside option gains
/// it; −c without one. Its reservation value is r = u(q) + max(−c, g): it may be below 0, and above 1 no text can satisfy
/// the party (specification §3.2).
#[inline]
pub(crate) fn without_text(cost_of_failure: f64, gain: Option<f64>) -> f64 {
    gain.map_or(-cost_of_failure, |gain| gain.max(-cost_of_failure))
}

/// What a club gains a party over the status quo: σ (u(y) − u(q)), with the reach σ ∈ [0, 1] of its text y (specification
/// §3.2). u(q) plus the gain lies between u(q) and u(y), so never above 1.
#[inline]
pub(crate) fn club_gain(at_status_quo: f64, at_club_text: f64, reach: f64) -> f64 {
    reach * (at_club_text - at_status_quo)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternatives() {
        assert_eq!(without_text(0.0, None), 0.0);
        assert_eq!(without_text(0.3, None), -0.3);
        assert_eq!(without_text(0.5, Some(0.0)), 0.0, "the outside option is the floor");
        assert_eq!(without_text(0.0, Some(0.3)), 0.3, "and it has no ceiling");
        assert_eq!(without_text(0.1, Some(-0.3)), -0.1, "nobody uses an alternative worse than failure");
        assert!((club_gain(0.4, 0.9, 0.5) - 0.25).abs() < 1e-12);
        assert_eq!(club_gain(0.4, 0.9, 0.0), 0.0, "a club that delivers nothing");
    }
}
