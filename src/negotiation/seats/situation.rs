//! What a delegate is shown in a round.

use super::{super::Voice, minutes::LastRound};
use crate::{
    model::Model,
    text::{ClauseId, Text, Value},
};

/// What a delegate is shown before the text is revised in a round. Of others it sees what they say, not what they want.
#[derive(Debug)]
pub struct Situation<'a> {
    /// The case.
    pub model: &'a Model,
    /// The seat that is asked.
    pub seat: Voice,
    /// The round that begins, from 1; where clauses are negotiated one by one, on all of them together.
    pub round: u32,
    /// The rounds that are left for what is under negotiation, this one included.
    pub rounds_left: u32,
    /// The clause under negotiation, where there is one at a time: utilities are about that clause.
    pub clause: Option<ClauseId>,
    /// The text as it stands.
    pub text: &'a Text,
    /// What the voices would put instead.
    pub brackets: Vec<Tabled>,
    /// What the text is worth to the seat, in utility.
    pub utility: f64,
    /// What the seat asks for in this round unless it says otherwise, in utility.
    pub demand: f64,
    /// The least the seat would settle for, in utility.
    pub reservation: f64,
    /// What the seat wants on each clause, and how much that matters to it, in shares; 0: it does not care.
    pub wants: Vec<(Value, f64)>,
    /// What happened in the round before.
    pub last: &'a LastRound,
    /// What it may say.
    pub may: Powers,
}

/// What a voice would put instead of what the text says on a clause.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tabled {
    /// Who.
    pub who: Voice,
    /// On which clause.
    pub clause: ClauseId,
    /// What it would put.
    pub wants: Value,
}

/// What a seat may say in a round, beside what it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Powers {
    /// It may object, or vote.
    pub answer: bool,
    /// Proposals are taken.
    pub propose: bool,
    /// A vote can be called.
    pub call_vote: bool,
    /// It may leave.
    pub walk_out: bool,
}
