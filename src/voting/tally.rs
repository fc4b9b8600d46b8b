//! Ballots, counted: members, population and votes on each side.

use super::Unit;

/// What a member does in a ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub enum Vote {
    /// In favour; where only objections are asked for, silence.
    Yes,
    /// Against; where only objections are asked for, an objection.
    No,
    /// Neither.
    Abstain,
    /// Not in the room.
    Absent,
}

/// What a member brings to a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Franchise {
    /// How many members: 1 for a country, more for a bloc that votes as one.
    pub heads: u64,
    /// Inhabitants.
    pub population: u64,
    /// Votes where they are weighted.
    pub weight: u64,
    /// Whether its No defeats the text.
    pub veto: bool,
}

/// Members, population and votes on one side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Members.
    pub heads: u64,
    /// Inhabitants.
    pub population: u64,
    /// Votes.
    pub weight: u64,
}

impl Count {
    /// The count in this unit.
    pub fn of(self, unit: Unit) -> u64 {
        match unit {
            Unit::Heads => self.heads,
            Unit::Population => self.population,
            Unit::Weight => self.weight,
        }
    }

    fn add(&mut self, f: &Franchise) {
        self.heads += f.heads;
        self.population += f.population;
        self.weight += f.weight;
    }

    fn take(&mut self, f: &Franchise) {
        self.heads -= f.heads;
        self.population -= f.population;
        self.weight -= f.weight;
    }
}

/// A counted ballot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In favour, or silent.
    pub yes: Count,
    /// Against, or objecting.
    pub no: Count,
    /// Neither.
    pub abstain: Count,
    /// Not in the room.
    pub absent: Count,
    /// Whether a member with a veto said no.
    pub vetoed: bool,
}

impl Tally {
    /// A ballot of equal members, by their numbers.
    pub fn heads(yes: u64, no: u64, abstain: u64, absent: u64) -> Self {
        let count = |n| Count { heads: n, population: n, weight: n };
        Self { yes: count(yes), no: count(no), abstain: count(abstain), absent: count(absent), vetoed: false }
    }

    /// How many members are in the room.
    pub fn present(&self) -> u64 {
        self.yes.heads + self.no.heads + self.abstain.heads
    }

    /// Adds a member's vote.
    pub fn cast(&mut self, vote: Vote, member: &Franchise) {
        match vote {
            Vote::Yes => self.yes.add(member),
            Vote::No => {
                self.no.add(member);
                self.vetoed |= member.veto;
            }
            Vote::Abstain => self.abstain.add(member),
            Vote::Absent => self.absent.add(member),
        }
    }

    /// The same ballot with one Yes turned into a No.
    #[must_use]
    pub fn with_yes_turned(mut self, member: &Franchise) -> Self {
        self.yes.take(member);
        self.cast(Vote::No, member);
        self
    }
}
