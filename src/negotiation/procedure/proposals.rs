//! The random numbers of a single text: which clause is changed, by how much, and whether an unwelcome change is accepted.

use crate::{
    model::Model,
    random::{Purpose, Seed, Sequence, StreamName},
    text::ClauseId,
};

/// Draws proposals: as many numbers in each round, whatever is done with them.
#[derive(Clone, Debug)]
pub struct ProposalRng {
    /// One for each clause: whether its turn has come, and how it would change.
    clauses: Vec<Sequence>,
    /// Whether a change that is not welcome is accepted all the same.
    accept: Sequence,
}

impl ProposalRng {
    pub fn new(model: &Model, seed: Seed) -> Self {
        let sequence = |purpose, clause: &str| {
            Sequence::new(seed, &StreamName { purpose, party: String::new(), clause: clause.to_owned() })
        };
        Self {
            clauses: model.clauses.iter().map(|c| sequence(Purpose::Proposal, &c.name)).collect(),
            accept: sequence(Purpose::Luck, ""),
        }
    }

    /// Turns to the first number of a replicate.
    pub fn turn_to(&mut self, replicate: u64) {
        self.clauses.iter_mut().for_each(|sequence| sequence.turn_to(replicate));
        self.accept.turn_to(replicate);
    }

    /// The clause whose turn it is, and the number that changes it. Every clause draws both in every round, from numbers
    /// of its own, so that one more or less shifts nobody's.
    pub fn proposal(&mut self) -> Option<(ClauseId, f64)> {
        let mut highest: Option<(f64, ClauseId, f64)> = None;
        for (d, sequence) in self.clauses.iter_mut().enumerate() {
            let (lot, change) = (sequence.number(), sequence.number());
            if highest.is_none_or(|(most, ..)| lot > most) {
                highest = Some((lot, ClauseId::new(d), change));
            }
        }
        highest.map(|(_, clause, change)| (clause, change))
    }

    /// A number in (0, 1) that decides whether a change that is not welcome is accepted all the same.
    pub fn accept_draw(&mut self) -> f64 {
        self.accept.number()
    }
}
