//! Places on the way of the checks. Nothing is allocated before a problem is found: nearly all values are sound.

use std::fmt;

use crate::document::{Place, Segment};

/// A place, by the last step and the place before it.
#[derive(Clone, Copy)]
pub struct At<'p> {
    before: Option<&'p At<'p>>,
    step: Step,
}

#[derive(Clone, Copy)]
enum Step {
    Field(&'static str),
    Fields(&'static [&'static str]),
    Nth(usize),
    /// The name of the entry rather than its value.
    Name,
}

impl At<'_> {
    /// The top-level field of this name.
    pub fn top(field: &'static str) -> At<'static> {
        At { before: None, step: Step::Field(field) }
    }

    /// This place's field of that name.
    pub fn field(&self, field: &'static str) -> At<'_> {
        At { before: Some(self), step: Step::Field(field) }
    }

    /// This place's field by that path.
    pub fn fields(&self, path: &'static [&'static str]) -> At<'_> {
        At { before: Some(self), step: Step::Fields(path) }
    }

    /// This place's nth entry.
    pub fn nth(&self, n: usize) -> At<'_> {
        At { before: Some(self), step: Step::Nth(n) }
    }

    /// The name of this entry rather than its value.
    pub fn name(&self) -> At<'_> {
        At { before: Some(self), step: Step::Name }
    }

    fn place(&self) -> Place {
        let mut place = self.before.map_or_else(Place::default, At::place);
        match self.step {
            Step::Field(field) => place.path.push(Segment::Field(field)),
            Step::Fields(fields) => place.path.extend(fields.iter().map(|field| Segment::Field(field))),
            Step::Nth(n) => place.path.push(Segment::Nth(n)),
            Step::Name => place.name = true,
        }
        place
    }
}

impl From<At<'_>> for Place {
    fn from(at: At<'_>) -> Self {
        at.place()
    }
}

impl From<&At<'_>> for Place {
    fn from(at: &At<'_>) -> Self {
        at.place()
    }
}

/// "the patience of Norway", once it is printed.
pub struct Of<'s>(pub &'s str, pub &'s str);

impl fmt::Display for Of<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(what, whose) = self;
        write!(f, "the {what} of {whose}")
    }
}
