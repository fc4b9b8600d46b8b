//! What a single text takes from chance.

use crate::{
    model::Model,
    protocol::Protocol,
    random::{Purpose, Seed, Sequence, StreamName},
    text::ClauseId,
};

/// The numbers that a single text takes from chance: as many for each round, whatever is done with them.
#[derive(Clone, Debug, Default)]
pub struct Lots {
    replicate: u64,
    /// One for each clause: whether its turn has come, and how it would change.
    clauses: Vec<Sequence>,
    /// Whether a change that is not welcome is taken up all the same.
    luck: Option<Sequence>,
}

impl Lots {
    /// Those of this model, which needs none under other protocols.
    pub fn new(model: &Model, seed: Seed) -> Self {
        if !matches!(model.protocol, Protocol::SingleText(_)) {
            return Self::default();
        }
        let sequence = |purpose, clause: &str| {
            Sequence::new(seed, &StreamName { purpose, party: String::new(), clause: clause.to_owned() })
        };
        Self {
            replicate: 0,
            clauses: model.clauses.iter().map(|c| sequence(Purpose::Proposal, &c.name)).collect(),
            luck: Some(sequence(Purpose::Luck, "")),
        }
    }

    /// Turns to a replicate's numbers; they begin with [`Lots::rewind`].
    pub fn turn_to(&mut self, replicate: u64) {
        self.replicate = replicate;
    }

    /// Turns to the replicate's first number.
    pub fn rewind(&mut self) {
        let replicate = self.replicate;
        self.clauses.iter_mut().chain(&mut self.luck).for_each(|sequence| sequence.turn_to(replicate));
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

    /// Whether a change that is not welcome is taken up all the same, by a number in (0, 1).
    pub fn luck(&mut self) -> f64 {
        self.luck.as_mut().map_or(1.0, Sequence::number)
    }
}
