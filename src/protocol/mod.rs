//! How the text moves: the settings of a negotiation, as data (specification §5). A protocol's file here holds its settings and what
//! must hold of them; the sentence that describes it is in `src/report/protocol.rs`, what it does in a round is in `src/negotiation/procedure/`.

mod chair_revisions;
mod compromise;
mod draft;
mod floor;
mod settings;
mod single_text;
mod sponsors_text;

use serde::{Deserialize, Serialize};

use crate::field::settings;
pub use chair_revisions::{ChairRevisions, Move, Weigh};
pub use draft::Draft;
pub use floor::{Amendments, Floor};
pub(crate) use settings::MAX_ROUNDS;
pub use settings::Requirement;
pub use single_text::{Acceptance, Annealing, Score, SingleText};
pub use sponsors_text::{AgendaSetter, Sponsor, SponsorsText};

use compromise::Compromise;
use settings::Settings;

/// The protocol of a negotiation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Protocol {
    /// The chair revises one text so as to leave the least weighted shortfall (the default).
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
    /// What weighs a party's shortfall.
    pub weigh: Weigh,
    /// Objectors who broke their bloc's line are heard in their own name from then on.
    pub defectors_speak: bool,
    /// What the floor may do to the text before it is put to a vote.
    pub floor: Floor,
}

impl Proceedings {
    /// Everyone asks for its reservation value throughout, and the text is put to the rule in every round.
    pub(crate) fn at_reservation(rounds: u32) -> Self {
        Self {
            rounds,
            attempt_every: 1,
            holding_out: false,
            weigh: Weigh::Heads,
            defectors_speak: true,
            floor: Floor::default(),
        }
    }
}

impl Protocol {
    fn settings(&self) -> &dyn Settings {
        match self {
            Self::ChairRevisions(s) | Self::ClauseByClause(s) => s,
            Self::SponsorsText(s) => s,
            Self::AgendaSetter(s) => s,
            Self::SingleText(s) => s,
            Self::Compromise => &Compromise,
        }
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

    /// What it settles that every protocol must.
    pub fn proceedings(&self) -> Proceedings {
        self.settings().proceedings()
    }

    /// T: rounds until the deadline.
    pub fn rounds(&self) -> u32 {
        self.proceedings().rounds
    }

    /// T, to be changed; none where there is one round.
    pub fn rounds_mut(&mut self) -> Option<&mut u32> {
        match self {
            Self::ChairRevisions(s) | Self::ClauseByClause(s) => Some(&mut s.rounds),
            Self::SponsorsText(s) => Some(&mut s.rounds),
            Self::SingleText(s) => Some(&mut s.rounds),
            Self::AgendaSetter(_) | Self::Compromise => None,
        }
    }

    /// Where the first text comes from.
    pub fn draft(&self) -> Draft {
        self.settings().draft()
    }

    /// What must hold of its settings, in the order in which problems are reported.
    pub(crate) fn requirements(&self) -> Vec<Requirement<'_>> {
        self.settings().requirements()
    }

    /// Whether it draws by itself: who tables the text, or which change is tried next.
    pub(crate) fn draws(&self) -> bool {
        let by_lot = |requirement: &Requirement<'_>| {
            matches!(
                requirement,
                Requirement::Draft { draft: Draft::Recognised, .. }
                    | Requirement::Sponsor { sponsor: Sponsor::Recognised, .. }
            )
        };
        matches!(self, Self::SingleText(_)) || self.requirements().iter().any(by_lot)
    }

    /// Whether each clause is negotiated, and carried or not, on its own.
    pub(crate) fn is_by_clause(&self) -> bool {
        matches!(self, Self::ClauseByClause(_))
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
}
