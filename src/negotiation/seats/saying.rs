//! What a delegate may say in a round, and why some of it does not count.

use crate::text::{ClauseId, Value};

/// What a delegate says in a round. What it leaves unsaid, the model decides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saying {
    /// What it asks for: the utility below which the text does not meet its demands, in [0, 1].
    pub demand: Option<f64>,
    /// What it says it wants on a clause: a point of the scale or an option. Its chair and the others go by that; what a text
    /// is worth to it does not change.
    pub wishes: Vec<(ClauseId, Value)>,
    /// How it answers when the text is put in this round, whatever the text says by then; a bloc's answer is its line.
    pub answer: Option<Answer>,
    /// What it proposes that a clause should say: taken up where that serves better than what the chair would do.
    pub proposals: Vec<(ClauseId, Value)>,
    /// Whether it calls for a vote in this round. One is held if it would carry the text.
    pub calls_vote: bool,
    /// Whether it leaves for good; no: it stays, though the model would have it leave.
    pub walks_out: Option<bool>,
    /// What it tried to say and could not be understood.
    pub unreadable: Vec<Refusal>,
}

/// How a delegate answers a text that is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It objects, or votes no.
    Object,
    /// It lets the text pass, or votes yes.
    Support,
    /// It stays silent where objections count, and abstains in a vote.
    Abstain,
}

/// Why something said does not count.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// A demand that is no number from 0 to 1.
    #[error("a demand of {0}: it must be a number from 0 to 1")]
    Demand(f64),
    /// A clause that there is not.
    #[error("there is no clause {0}")]
    UnknownClause(String),
    /// A clause that is not under negotiation now.
    #[error("{clause} is not under negotiation now")]
    NotOpen {
        /// Its name.
        clause: String,
    },
    /// A value that the clause cannot have.
    #[error("{clause} cannot say {value}")]
    NoSuchValue {
        /// Its name.
        clause: String,
        /// As given.
        value: String,
    },
    /// A wish on a clause that the seat does not care about.
    #[error("{clause} does not concern this seat, so it can ask for nothing there")]
    NoStake {
        /// Its name.
        clause: String,
    },
    /// An answer of somebody who is not asked.
    #[error("this seat may neither object nor vote")]
    NoSay,
    /// A call for a vote where there can be none.
    #[error("no vote can be called in this round")]
    NoVoteToCall,
    /// A proposal where nobody takes any.
    #[error("nobody takes proposals under this protocol but from the sponsor of the text")]
    NoProposals,
    /// The last to leave.
    #[error("nobody would be left in the room")]
    LastInTheRoom,
    /// Something that was not understood.
    #[error("{0}")]
    Unreadable(String),
    /// Somebody who does not answer any more.
    #[error("lost from now on: {0}")]
    Lost(String),
}
