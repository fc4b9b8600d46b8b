//! One exact test of a rule: the Yes side holds at least a share of a base, or at least a given number.
//!
//! Y ≥ (num/den)·B ⇔ den·Y ≥ num·B, in 128-bit integers, so that no vote depends on rounding (specification §4). For every base,
//! changing a No to a Yes never makes a passed test fail.
//!
//! ```
//! use plenary::voting::Share;
//! assert!(Share(2, 3).reached(129, 193, false)); // 387 ≥ 386
//! assert!(!Share(2, 3).reached(128, 193, false)); // 384 < 386
//! ```

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, SeqAccess, Visitor},
};

use super::{Count, Tally};

/// An exact share num/den.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share(pub u64, pub u64);

impl Share {
    /// Whether `part` is at least (or, if `strict`, more than) this share of `whole`; exact, by cross-multiplication.
    pub fn reached(self, part: u64, whole: u64, strict: bool) -> bool {
        let (left, right) = (u128::from(part) * u128::from(self.1), u128::from(whole) * u128::from(self.0));
        if strict { left > right } else { left >= right }
    }

    /// The remaining share, 1 − num/den; `None` if the share is above 1.
    pub fn rest(self) -> Option<Self> {
        self.1.checked_sub(self.0).map(|rest| Self(rest, self.1))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0, self.1) {
            (1, 2) => f.write_str("half"),
            (2, 3) => f.write_str("two thirds"),
            (1, 1) => f.write_str("all"),
            (num, 100) => write!(f, "{num} %"),
            (num, den) => write!(f, "{num}/{den}"),
        }
    }
}

/// The threshold of a test: a share of the base, written `(2, 3)`, or a number, written `255`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Least {
    /// A share of the base.
    Share(Share),
    /// A number.
    Count(u64),
}

impl From<Share> for Least {
    fn from(share: Share) -> Self {
        Self::Share(share)
    }
}

impl Serialize for Least {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Share(share) => share.serialize(serializer),
            Self::Count(count) => count.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Least {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct LeastVisitor;

        impl<'de> Visitor<'de> for LeastVisitor {
            type Value = Least;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a share as in (2, 3), or a whole number as in 255")
            }

            fn visit_u64<E: Error>(self, count: u64) -> Result<Least, E> {
                Ok(Least::Count(count))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Least, A::Error> {
                let part = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
                let whole = seq.next_element()?.ok_or_else(|| A::Error::invalid_length(1, &self))?;
                Ok(Least::Share(Share(part, whole)))
            }
        }

        deserializer.deserialize_any(LeastVisitor)
    }
}

/// What a test counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// Members.
    #[default]
    Heads,
    /// Their inhabitants.
    Population,
    /// Their votes.
    Weight,
    /// Their materiality, in millionths of the unit the scenario writes it in.
    Materiality,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 4] = [Self::Heads, Self::Population, Self::Weight, Self::Materiality];

    /// The name of the unit, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Heads => "members",
            Self::Population => "population",
            Self::Weight => "votes",
            Self::Materiality => "materiality",
        }
    }
}

/// The members whose total a test's share refers to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Base {
    /// Members that voted yes or no: abstention is neutral.
    #[default]
    PresentAndVoting,
    /// Members present: abstention counts as No.
    Present,
    /// All members that participate in this decision: abstention and absence count as No; members that opted out are not
    /// counted.
    Participating,
    /// All members: abstention, absence and opting out count as No.
    Members,
}

/// One exact test: Yes ≥ (or >) share × base, or Yes ≥ (or >) a number, counted in `unit`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Test {
    /// The unit that is counted.
    #[serde(default)]
    pub unit: Unit,
    /// The base of the share; ignored if the threshold is a number.
    #[serde(default)]
    pub base: Base,
    /// The threshold.
    pub at_least: Least,
    /// Whether more than the threshold is required.
    #[serde(default)]
    pub strict: bool,
}

impl Test {
    /// A test for at least this share of this base.
    pub fn share(unit: Unit, base: Base, share: Share) -> Self {
        Self { unit, base, at_least: share.into(), strict: false }
    }

    /// A test for at least this many.
    pub fn count(unit: Unit, count: u64) -> Self {
        Self { unit, base: Base::Members, at_least: Least::Count(count), strict: false }
    }

    /// Whether the ballot passes the test.
    pub fn passes(&self, tally: &Tally) -> bool {
        let of = |count: Count| count.of(self.unit);
        let yes = of(tally.yes);
        match self.at_least {
            Least::Share(share) => share.reached(yes, of(tally.base(self.base)), self.strict),
            Least::Count(count) => self.reaches(yes, count, tally),
        }
    }

    /// Whether `yes` reaches a number. Where some members are silent the number shrinks with the members that count, as a
    /// share of them would: "9 of 15" is "3 of 5" among five.
    fn reaches(&self, yes: u64, count: u64, tally: &Tally) -> bool {
        let (members, silent) = (tally.base(Base::Members).of(self.unit), tally.silent.of(self.unit));
        let (yes, count) = match silent {
            0 => (yes.into(), count.into()),
            _ => (
                u128::from(yes) * (u128::from(members) + u128::from(silent)),
                u128::from(count) * u128::from(members),
            ),
        };
        if self.strict { yes > count } else { yes >= count }
    }
}
