//! Real cases: what every actor wanted on each controversial issue, and what came out.
//!
//! Positions, saliences, status quo and outcome lie on a scale from 0 to 100, as expert surveys of decision-making have
//! them (Thomson et al. 2006). Issues that belong to one dossier were negotiated together; they are not independent
//! evidence.

mod read;

pub use read::{Counted, read};

/// The length of the scale.
pub(crate) const SCALE: f64 = 100.0;

/// One proposal, with everything that was controversial about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// Its name in the table.
    pub name: String,
    /// Its issues, in the order of the table.
    pub issues: Vec<Issue>,
}

/// One controversial issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Its name in the table.
    pub name: String,
    /// The voting rule's name, as the table has it.
    pub rule: String,
    /// What held before; none where that is not known, or no point of the scale.
    pub status_quo: Option<f64>,
    /// What was adopted.
    pub outcome: f64,
    /// Who took a position.
    pub actors: Vec<Actor>,
}

/// An actor's stand on an issue.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// Its name.
    pub name: String,
    /// Whether it votes.
    pub role: Role,
    /// What it wanted, on the scale.
    pub position: f64,
    /// How much it cared, from 0 to 100.
    pub salience: f64,
    /// Its votes.
    pub votes: u64,
    /// Its capability: how much it counts.
    pub capability: f64,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It votes.
    Member,
    /// It takes part and does not vote.
    Institution,
}

impl Issue {
    /// Those who vote.
    pub fn members(&self) -> impl Iterator<Item = &Actor> {
        self.actors.iter().filter(|actor| actor.role == Role::Member)
    }
}
