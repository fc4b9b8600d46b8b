//! Clauses, as the scenario's author writes them.

use serde::{Deserialize, Serialize};

use super::Value;
use crate::{
    field::{record, settings},
    named::Named,
};

/// One clause of the text, as the scenario's author writes it (specification §1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Clause {
    /// A scale from 0 (no commitment beyond the minimum) to 1 (the deepest commitment on the table). Counts towards depth.
    Ambition(Ambition),
    /// Two poles with no natural "least" (an expert-led against a state-led panel).
    Positional(Positional),
    /// How much the text covers: a coverage in [0, 1], valued like a positional clause.
    Scope(Scope),
    /// A finite list of named options with points per party, as in scorable games.
    Options(Options),
}

record! {
    /// An ambition clause: a scale from the least to the deepest commitment.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Ambition {
        /// The full title, if the key is only a short name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// What holds without agreement, in [0, 1].
        status_quo: f64,
        /// Share of depth, relative to the other ambition clauses; above 0.
        #[serde(default = "one")]
        weight: f64,
        /// Language agreed in an earlier text, in [0, 1].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agreed: Option<f64>,
        /// Descriptions of values in ascending order, as in `[(0.0, "nothing"), (0.3, "a voluntary fund")]`.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        words: Vec<(f64, String)>,
    }
}

record! {
    /// A positional clause: a scale between two poles.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Positional {
        /// The full title, if the key is only a short name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// What holds without agreement, in [0, 1].
        status_quo: f64,
        /// Language agreed in an earlier text, in [0, 1].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agreed: Option<f64>,
        /// Descriptions of values in ascending order; at least the two poles.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        words: Vec<(f64, String)>,
    }
}

record! {
    /// A scope clause: how much of the subject the text covers.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Scope {
        /// The full title, if the key is only a short name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// The coverage that holds without agreement, in [0, 1].
        status_quo: f64,
        /// For each governed clause, the share of its commitment that depends on the coverage. Affects depth only.
        #[serde(default, skip_serializing_if = "Named::is_empty")]
        governs: Named<f64>,
        /// Language agreed in an earlier text, in [0, 1].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agreed: Option<f64>,
        /// Descriptions of values in ascending order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        words: Vec<(f64, String)>,
    }
}

record! {
    /// An options clause: a choice from a finite list.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Options {
        /// The full title, if the key is only a short name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// The option that holds without agreement; `None` if no option does, as in a scorable game.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        status_quo: Option<String>,
        /// The options in order. If any has a depth, the clause counts as an ambition clause.
        options: Named<ClauseOption>,
        /// Share of depth relative to the other ambition clauses, if options have depths; above 0.
        #[serde(default = "one")]
        weight: f64,
    }
}

record! {
    /// One option of an options clause.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ClauseOption {
        /// The depth of this option, in [0, 1]; `None` if the clause does not count towards depth.
        #[serde(skip_serializing_if = "Option::is_none")]
        depth: Option<f64> = None,
    }
}

settings!(Clause { Ambition(Ambition), Positional(Positional), Scope(Scope), Options(Options) });

fn one() -> f64 {
    1.0
}

/// The operative verbs that describe the values of an ambition clause whose author gave no descriptions. The order
/// follows drafting practice; the numbers are a proposal.
pub(crate) const OPERATIVE_VERBS: [(f64, &str); 8] = [
    (0.0, "is silent"),
    (0.05, "notes"),
    (0.15, "invites"),
    (0.25, "encourages"),
    (0.4, "calls upon"),
    (0.5, "urges"),
    (0.6, "requests"),
    (0.9, "decides"),
];

impl Clause {
    /// The full title, if the author gave one.
    pub fn title(&self) -> Option<&str> {
        match self {
            Self::Ambition(c) => c.title.as_deref(),
            Self::Positional(c) => c.title.as_deref(),
            Self::Scope(c) => c.title.as_deref(),
            Self::Options(c) => c.title.as_deref(),
        }
    }

    /// The kind of clause, in one word.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Ambition(_) => "ambition",
            Self::Positional(_) => "positional",
            Self::Scope(_) => "scope",
            Self::Options(_) => "options",
        }
    }

    /// The value that holds without agreement. Validation refuses unknown options; here they read as the first.
    pub fn status_quo(&self) -> Value {
        match self {
            Self::Ambition(Ambition { status_quo, .. })
            | Self::Positional(Positional { status_quo, .. })
            | Self::Scope(Scope { status_quo, .. }) => Value::point(*status_quo),
            Self::Options(c) => Value::option(match &c.status_quo {
                Some(name) => c.options.position(name).unwrap_or(0),
                None => c.options.len(),
            }),
        }
    }

    /// The language agreed in an earlier text, or the status quo if there is none.
    pub(crate) fn agreed_language(&self) -> Value {
        match self {
            Self::Ambition(Ambition { agreed, .. })
            | Self::Positional(Positional { agreed, .. })
            | Self::Scope(Scope { agreed, .. }) => agreed.map_or_else(|| self.status_quo(), Value::point),
            Self::Options(_) => self.status_quo(),
        }
    }

    /// Whether the clause counts towards depth.
    pub fn is_ambition(&self) -> bool {
        match self {
            Self::Ambition(_) => true,
            Self::Options(c) => c.options.values().any(|o| o.depth.is_some()),
            Self::Positional(_) | Self::Scope(_) => false,
        }
    }

    /// The author's descriptions of values, in ascending order.
    fn words(&self) -> &[(f64, String)] {
        match self {
            Self::Ambition(c) => &c.words,
            Self::Positional(c) => &c.words,
            Self::Scope(c) => &c.words,
            Self::Options(_) => &[],
        }
    }

    /// The named levels of a scale, in ascending order: the author's, or the operative verbs for an ambition clause
    /// without any; otherwise empty.
    pub fn levels(&self) -> Vec<(f64, &str)> {
        let words = self.words();
        match self {
            _ if !words.is_empty() => words.iter().map(|(v, w)| (*v, w.as_str())).collect(),
            Self::Ambition(_) => OPERATIVE_VERBS.to_vec(),
            _ => Vec::new(),
        }
    }

    /// Whether its author described any of its values.
    pub fn has_own_words(&self) -> bool {
        !self.words().is_empty()
    }

    /// Describes a point of the clause by the nearest of its [`levels`](Self::levels), or by the number if it has none.
    pub fn level(&self, x: f64) -> String {
        let levels = self.levels().into_iter();
        let nearest = levels.min_by(|a, b| (a.0 - x).abs().total_cmp(&(b.0 - x).abs()));
        nearest.map_or_else(|| format!("{x:.2}"), |(_, word)| word.to_owned())
    }

    /// Describes a value: a level, a range of levels, or the option's name.
    pub(crate) fn in_words(&self, value: Value) -> String {
        match (value, self) {
            (Value::Option(o), Self::Options(c)) => {
                c.options.names().nth(o.into()).unwrap_or("nothing agreed").to_owned()
            }
            (Value::Interval { lo, hi }, _) => {
                let (low, high) = (self.level(lo), self.level(hi));
                if low == high { low } else { format!("{low} … {high}") }
            }
            (Value::Option(o), _) => o.to_string(),
        }
    }
}
