//! Texts that somebody defends, as settings: the sponsor's text, and the agenda setter's offer.

use serde::{Deserialize, Serialize};

use super::{Draft, Floor, MAX_ROUNDS, Proceedings, Requirement, Settings};
use crate::field::{leaves, record};

leaves!(Sponsor);

/// Who tables the text and defends it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Sponsor {
    /// A party drawn with probability proportional to materiality × stated salience: the one the chair gives the floor (the
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

impl Sponsor {
    fn draft(&self) -> Draft {
        match self {
            Self::Recognised => Draft::Recognised,
            Self::Party(name) => Draft::Sponsor(name.clone()),
        }
    }
}

impl Settings for SponsorsText {
    fn proceedings(&self) -> Proceedings {
        Proceedings { floor: self.floor, ..Proceedings::at_reservation(self.rounds) }
    }

    fn draft(&self) -> Draft {
        self.sponsor.draft()
    }

    fn requirements(&self) -> Vec<Requirement<'_>> {
        vec![
            Requirement::count("rounds", self.rounds, MAX_ROUNDS),
            Requirement::Sponsor { field: "sponsor", sponsor: &self.sponsor },
        ]
    }
}

impl Settings for AgendaSetter {
    fn proceedings(&self) -> Proceedings {
        Proceedings::at_reservation(1)
    }

    fn draft(&self) -> Draft {
        self.setter.draft()
    }

    fn requirements(&self) -> Vec<Requirement<'_>> {
        vec![Requirement::Sponsor { field: "setter", sponsor: &self.setter }]
    }
}
