//! What a factor is called where its results are shown.

use serde::{Deserialize, Serialize};

/// A factor's name in words, and the unit of its values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorLabel {
    /// What it is, in a few words.
    pub label: String,
    /// The unit of its values; none where they have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

impl FactorLabel {
    /// The name, with the unit in brackets.
    pub fn words(&self) -> String {
        match &self.unit {
            Some(unit) => format!("{} ({unit})", self.label),
            None => self.label.clone(),
        }
    }
}
