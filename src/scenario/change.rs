//! What switches and settings have changed in a case, so that it is never taken for the case as it is.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::field::leaves;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// A documented switch was flipped.
    Switch {
        /// The name of the switch.
        name: String,
        /// The question it puts.
        asks: String,
    },
    /// A parameter was set.
    Set {
        /// Its path.
        parameter: String,
        /// Its value, as a scenario file writes it.
        value: String,
    },
}

/// As it is asked for: `us-absent`, `rule=TwoThirds`.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Switch { name, .. } => f.write_str(name),
            Self::Set { parameter, value } => write!(f, "{parameter}={value}"),
        }
    }
}

/// All changes, in the order in which they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Changes(Vec<Change>);

leaves!(Changes);

impl Changes {
    /// Whether the case is as it was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The changes.
    pub fn iter(&self) -> impl Iterator<Item = &Change> {
        self.0.iter()
    }

    pub(super) fn push(&mut self, change: Change) {
        self.0.push(change);
    }
}
