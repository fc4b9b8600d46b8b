//! Coalitions of the willing: the trade-off between breadth and depth.
//!
//! The k most ambitious parties sign a text in which each clause is at the ideal of the least ambitious *signatory*; it binds
//! nobody else. Depth D_k decreases with the number of signatories; the total effect is k·D_k, or Σ m·D_k weighted by
//! materiality. For uniform ideals the expected total is k(n−k+1)/(n+1), largest at half of the parties (Downs, Rocke &
//! Barsoom 1996). Differentiated obligations, each party at its own ideal, could reach Σ D(p_i) (Gilligan 2004).

use super::{IdealDepths, Lcd};
use crate::{model::Preferences, text::DepthScale};

/// The text that the k most ambitious parties sign.
#[derive(Clone, Debug, PartialEq)]
pub struct Coalition {
    /// The number of signatories k.
    pub signatories: usize,
    /// The least ambitious signatory.
    pub last: usize,
    /// D_k.
    pub depth: f64,
}

/// The coalitions of the 1, 2, … most ambitious of the parties marked in `voices`.
pub fn coalitions_of_the_willing(
    depth: &DepthScale,
    preferences: &Preferences,
    voices: &[bool],
) -> Vec<Coalition> {
    let lcd = Lcd::of(depth, preferences, voices);
    let ideal_depths = IdealDepths::over(depth, preferences, voices, &lcd);
    let mut members = vec![false; voices.len()];
    let by_ambition = ideal_depths.laggards(1.0).iter().rev().enumerate();
    by_ambition
        .map(|(k, &party)| {
            members[party] = true;
            let depth = Lcd::of(depth, preferences, &members).depth_strong;
            Coalition { signatories: k + 1, last: party, depth }
        })
        .collect()
}
