//! Texts that somebody defends, as settings: the sponsor's text, and the agenda setter's offer.

use serde::{Deserialize, Serialize};

use super::Floor;
use crate::field::{leaves, record};

leaves!(Sponsor);

/// Who tables the text and defends it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Sponsor {
    /// A party drawn with probability proportional to materiality × salience: the one the chair gives the floor (the
    /// default).
    #[default]
    Recognised,
    /// This country, bloc or firm.
    Party(String),
}

record! {
    /// Settings of the sponsor's text.
    #[derive(Clone, Debug, PartialEq)]
    pub struct SponsorsText {
        /// Who tables the text.
        sponsor: Sponsor = Sponsor::default(),
        /// T ≥ 1: how often the text is put to the rule at most. In the first round it is put as drafted.
        rounds: u32 = 10,
        /// What the floor may do to the text before it is put to a vote.
        #[serde(skip_serializing_if = "Floor::is_closed")]
        floor: Floor = Floor::default(),
    }
}

record! {
    /// Settings of the agenda setter: one offer, to take or to leave.
    #[derive(Clone, Debug, PartialEq)]
    pub struct AgendaSetter {
        /// Who makes the offer.
        setter: Sponsor = Sponsor::default(),
    }
}
