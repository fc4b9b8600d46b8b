//! Counted ballots: members, population, votes and materiality on each side.

use super::{Asks, Base, Unit};

/// A member's vote in a ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub enum Vote {
    /// In favour; if the chair asks for objections, silence.
    Yes,
    /// Against; if the chair asks for objections, an objection.
    No,
    /// Neither.
    Abstain,
    /// Not present.
    Absent,
}

/// The weight of a member in each unit of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VotingWeight {
    /// The number of members: 1 for a country, more for a bloc that votes as one.
    pub heads: u64,
    /// Inhabitants.
    pub population: u64,
    /// Votes, if votes are weighted.
    pub weight: u64,
    /// Materiality, in millionths.
    pub materiality: u64,
    /// The number of members that have no vote and may object nevertheless: 1 for such a country, whose other weights are 0.
    pub voteless: u64,
    /// Whether its No defeats the text.
    pub veto: bool,
    /// Whether it does not participate in this decision: it does not vote, and rules that count participating members
    /// exclude it.
    pub opted_out: bool,
    /// Whether the rule is asked as if it were no member at all: it neither counts nor vetoes.
    pub silent: bool,
}

impl VotingWeight {
    /// No member: the start of a sum.
    pub const NOBODY: Self = Self {
        heads: 0,
        population: 0,
        weight: 0,
        materiality: 0,
        voteless: 0,
        veto: false,
        opted_out: false,
        silent: false,
    };

    /// Adds a member, for blocs that vote as one.
    pub fn join(&mut self, member: &Self) {
        self.heads += member.heads;
        self.population += member.population;
        self.weight += member.weight;
        self.materiality += member.materiality;
        self.voteless += member.voteless;
        self.veto |= member.veto;
    }
}

impl Default for VotingWeight {
    /// One member among equals.
    fn default() -> Self {
        Self { heads: 1, population: 1, weight: 1, materiality: 1, ..Self::NOBODY }
    }
}

/// Members, population, votes and materiality on one side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Members.
    pub heads: u64,
    /// Inhabitants.
    pub population: u64,
    /// Votes.
    pub weight: u64,
    /// Materiality, in millionths.
    pub materiality: u64,
}

impl Count {
    /// The count in this unit.
    pub fn of(self, unit: Unit) -> u64 {
        match unit {
            Unit::Heads => self.heads,
            Unit::Population => self.population,
            Unit::Weight => self.weight,
            Unit::Materiality => self.materiality,
        }
    }

    fn zip_with(self, other: Self, combine: impl Fn(u64, u64) -> u64) -> Self {
        Self {
            heads: combine(self.heads, other.heads),
            population: combine(self.population, other.population),
            weight: combine(self.weight, other.weight),
            materiality: combine(self.materiality, other.materiality),
        }
    }
}

impl From<&VotingWeight> for Count {
    fn from(f: &VotingWeight) -> Self {
        Self { heads: f.heads, population: f.population, weight: f.weight, materiality: f.materiality }
    }
}

impl std::ops::Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.zip_with(other, |a, b| a + b)
    }
}

impl std::ops::Sub for Count {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self.zip_with(other, |a, b| a - b)
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
    /// Not present.
    pub absent: Count,
    /// Those of the absent that opted out of this decision.
    pub opted_out: Count,
    /// Members without a vote that object: they count where the chair asks for objections, and only there.
    pub voteless_objections: u64,
    /// Those that count as no members; they belong to no base.
    pub silent: Count,
    /// Whether a member with a veto voted no.
    pub vetoed: bool,
}

impl Tally {
    /// A ballot of equal members, from the number on each side.
    pub fn heads(yes: u64, no: u64, abstain: u64, absent: u64) -> Self {
        let count = |n| Count { heads: n, population: n, weight: n, materiality: n };
        Self {
            yes: count(yes),
            no: count(no),
            abstain: count(abstain),
            absent: count(absent),
            ..Self::default()
        }
    }

    /// The ballot in which these members vote yes and all others no.
    pub fn of(members: &[VotingWeight], in_favour: impl Fn(usize) -> bool) -> Self {
        let mut tally = Self::default();
        for (i, member) in members.iter().enumerate() {
            tally.cast(if in_favour(i) { Vote::Yes } else { Vote::No }, member);
        }
        tally
    }

    /// The number of members present.
    pub fn present(&self) -> u64 {
        self.base(Base::Present).heads
    }

    /// The number of members against: in a vote those that vote no, else those that object, with or without a vote.
    pub fn against(&self, asks: Asks) -> u64 {
        self.no.heads + if asks.for_objections() { self.voteless_objections } else { 0 }
    }

    /// All members that participate in the decision, present or not.
    pub(crate) fn participating(&self) -> Count {
        self.base(Base::Participating)
    }

    /// The count of this base.
    pub fn base(&self, base: Base) -> Count {
        match base {
            Base::PresentAndVoting => self.yes + self.no,
            Base::Present => self.yes + self.no + self.abstain,
            Base::Participating => self.yes + self.no + self.abstain + self.absent - self.opted_out,
            Base::Members => self.yes + self.no + self.abstain + self.absent,
        }
    }

    /// Adds a member's vote; the vote of a member that opted out is not counted, nor is a silent member itself.
    pub fn cast(&mut self, vote: Vote, member: &VotingWeight) {
        let count = Count::from(member);
        if member.silent {
            self.silent = self.silent + count;
            return;
        }
        if member.opted_out {
            self.absent = self.absent + count;
            self.opted_out = self.opted_out + count;
            return;
        }
        let side = match vote {
            Vote::Yes => &mut self.yes,
            Vote::No => &mut self.no,
            Vote::Abstain => &mut self.abstain,
            Vote::Absent => &mut self.absent,
        };
        *side = *side + count;
        self.voteless_objections += if vote == Vote::No { member.voteless } else { 0 };
        self.vetoed |= vote == Vote::No && member.veto;
    }

    /// The agreement index, 1 if all vote alike and 0 if they split evenly three ways: (max − ½(total − max))/total over
    /// Yes, No and abstentions (Hix, Noury & Roland 2005); `None` if nobody took part.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 members
    pub fn agreement_index(&self) -> Option<f64> {
        let sides = [self.yes.heads, self.no.heads, self.abstain.heads];
        let (total, most) = (sides.iter().sum::<u64>() as f64, sides.into_iter().max()? as f64);
        (total > 0.0).then(|| (most - (total - most) / 2.0) / total)
    }

    /// The same ballot with abstentions counted as Yes.
    #[must_use]
    pub(crate) fn with_assent_of_abstaining(mut self) -> Self {
        self.yes = self.yes + std::mem::take(&mut self.abstain);
        self
    }

    /// The same ballot with absences counted as Yes, except for members that opted out.
    #[must_use]
    pub(crate) fn with_assent_of_absent(mut self) -> Self {
        self.yes = self.yes + self.absent - self.opted_out;
        self.absent = self.opted_out;
        self
    }

    /// The same ballot with this member's Yes changed to a No.
    #[must_use]
    pub(crate) fn with_yes_turned(mut self, member: &VotingWeight) -> Self {
        self.yes = self.yes - Count::from(member);
        self.cast(Vote::No, member);
        self
    }
}
