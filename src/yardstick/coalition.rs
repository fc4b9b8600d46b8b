//! Coalitions of the willing: breadth against depth.
//!
//! The k most ambitious parties sign a text that each of them wants, clause by clause where the least ambitious of
//! *them* wants it; nobody outside is bound. Depth falls with every further signatory; what the text moves in all is
//! k·D_k, or Σ m·D_k where parties differ in weight. With uniform ideals k(n−k+1)/(n+1) is expected, most at half of the
//! parties (Downs, Rocke & Barsoom 1996); all at their own ideals, Σ D(p_i), is what differentiated obligations could
//! reach (Gilligan 2004).

use super::{IdealDepths, Lcd};
use crate::{model::Preferences, text::DepthScale};

/// The text that the most ambitious parties sign among themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct Coalition {
    /// How many sign.
    pub signatories: usize,
    /// The least ambitious of them.
    pub last: usize,
    /// D_k.
    pub depth: f64,
}

/// Coalitions of the 1, 2, … most ambitious of the parties marked in `voices`.
pub fn coalitions_of_the_willing(
    depth: &DepthScale,
    preferences: &Preferences,
    voices: &[bool],
) -> Vec<Coalition> {
    let lcd = Lcd::of(depth, preferences, voices);
    let ambitions = IdealDepths::over(depth, preferences, voices, &lcd);
    let mut members = vec![false; voices.len()];
    let by_ambition = ambitions.laggards(1.0).iter().rev().enumerate();
    by_ambition
        .map(|(k, &party)| {
            members[party] = true;
            let depth = Lcd::of(depth, preferences, &members).depth_strong;
            Coalition { signatories: k + 1, last: party, depth }
        })
        .collect()
}
