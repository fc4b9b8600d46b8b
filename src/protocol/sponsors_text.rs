//! Texts that somebody defends, as settings: the sponsor's text, and the agenda setter's offer.

use serde::{Deserialize, Serialize};

use super::Floor;

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

/// Settings of the sponsor's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SponsorsText {
    /// Who tables the text.
    pub sponsor: Sponsor,
    /// T ≥ 1: how often the text is put to the rule at most. In the first round it is put as drafted.
    pub rounds: u32,
    /// What the floor may do to the text before it is put to a vote.
    #[serde(skip_serializing_if = "Floor::is_closed")]
    pub floor: Floor,
}

impl Default for SponsorsText {
    fn default() -> Self {
        Self { sponsor: Sponsor::default(), rounds: 10, floor: Floor::default() }
    }
}

/// Settings of the agenda setter: one offer, to take or to leave.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AgendaSetter {
    /// Who makes the offer.
    pub setter: Sponsor,
}
