//! How the text moves: the settings of a negotiation, as data (model §5). What each protocol does stands in the file of
//! the same name in [`crate::negotiation`].

mod chair_revisions;
mod draft;
mod floor;
mod single_text;
mod sponsors_text;

use serde::{Deserialize, Serialize};

use crate::field::settings;
pub use chair_revisions::{ChairRevisions, Move, Weigh};
pub use draft::Draft;
pub use floor::{Amendments, Floor};

pub use single_text::{Acceptance, Annealing, Score, SingleText};
pub use sponsors_text::{AgendaSetter, Sponsor, SponsorsText};

/// The protocol of a negotiation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Protocol {
    /// The chair revises one text so as to leave the least grievance (the default).
    ChairRevisions(ChairRevisions),
    /// The same, clause by clause: each must carry on its own.
    ClauseByClause(ChairRevisions),
    /// A sponsor defends its draft, and gives way only as far as it must.
    SponsorsText(SponsorsText),
    /// One offer, to take or to leave.
    AgendaSetter(AgendaSetter),
    /// The chair proposes random changes of one text and takes up those that are welcome.
    SingleText(SingleText),
    /// The mean of ideals by weight and salience, to take or to leave.
    Compromise,
}

settings!(Protocol {
    ChairRevisions(ChairRevisions),
    ClauseByClause(ChairRevisions),
    SponsorsText(SponsorsText),
    AgendaSetter(AgendaSetter),
    SingleText(SingleText),
} Compromise);

impl Default for Protocol {
    fn default() -> Self {
        Self::ChairRevisions(ChairRevisions::default())
    }
}

/// What every protocol settles: how long, how often the text is put to the rule, who is heard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proceedings {
    /// T: rounds until the deadline.
    pub rounds: u32,
    /// The text is put to the rule every so many rounds, and at the deadline.
    pub attempt_every: u32,
    /// Whether parties hold out for more than they would settle for, and concede over time; else a_i = r_i throughout.
    pub holding_out: bool,
    /// What weighs a grievance.
    pub weigh: Weigh,
    /// Objectors who broke their bloc's line are heard in their own name from then on.
    pub defectors_speak: bool,
    /// What the floor may do to the text before it is put to a vote.
    pub floor: Floor,
}

impl Protocol {
    /// What it settles that every protocol must.
    pub fn proceedings(&self) -> Proceedings {
        let offered = |rounds| Proceedings {
            rounds,
            attempt_every: 1,
            holding_out: false,
            weigh: Weigh::Heads,
            defectors_speak: true,
            floor: Floor::default(),
        };
        match self {
            Self::ChairRevisions(c) | Self::ClauseByClause(c) => Proceedings {
                rounds: c.rounds,
                attempt_every: c.attempt_every,
                holding_out: true,
                weigh: c.weigh,
                defectors_speak: c.defectors_speak,
                floor: c.floor,
            },
            Self::SponsorsText(s) => Proceedings { floor: s.floor, ..offered(s.rounds) },
            Self::AgendaSetter(_) | Self::Compromise => offered(1),
            Self::SingleText(s) => Proceedings {
                attempt_every: s.attempt_every,
                holding_out: true,
                floor: s.floor,
                ..offered(s.rounds)
            },
        }
    }

    /// T: rounds until the deadline.
    pub fn rounds(&self) -> u32 {
        self.proceedings().rounds
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::ChairRevisions(_) => "ChairRevisions",
            Self::ClauseByClause(_) => "ClauseByClause",
            Self::SponsorsText(_) => "SponsorsText",
            Self::AgendaSetter(_) => "AgendaSetter",
            Self::SingleText(_) => "SingleText",
            Self::Compromise => "Compromise",
        }
    }

    /// T, to be changed; none where there is one round.
    pub fn rounds_mut(&mut self) -> Option<&mut u32> {
        match self {
            Self::ChairRevisions(c) | Self::ClauseByClause(c) => Some(&mut c.rounds),
            Self::SponsorsText(s) => Some(&mut s.rounds),
            Self::SingleText(s) => Some(&mut s.rounds),
            Self::AgendaSetter(_) | Self::Compromise => None,
        }
    }

    /// The chair's settings, where the chair revises.
    pub fn chair(&self) -> Option<&ChairRevisions> {
        match self {
            Self::ChairRevisions(c) | Self::ClauseByClause(c) => Some(c),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn chair_mut(&mut self) -> Option<&mut ChairRevisions> {
        match self {
            Self::ChairRevisions(c) | Self::ClauseByClause(c) => Some(c),
            _ => None,
        }
    }

    /// Where the first text comes from.
    pub fn draft(&self) -> Draft {
        match self {
            Self::ChairRevisions(c) | Self::ClauseByClause(c) => c.draft.clone(),
            Self::SponsorsText(SponsorsText { sponsor, .. })
            | Self::AgendaSetter(AgendaSetter { setter: sponsor }) => match sponsor {
                Sponsor::Recognised => Draft::Recognised,
                Sponsor::Party(name) => Draft::Sponsor(name.clone()),
            },
            Self::SingleText(s) => s.draft.clone(),
            Self::Compromise => Draft::Mean,
        }
    }
}
