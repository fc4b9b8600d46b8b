//! Clauses, as the scenario's author writes them.

use serde::{Deserialize, Serialize};

use super::Value;
use crate::{
    field::{record, settings},
    named::Named,
};

/// One clause of the text, as the scenario's author writes it (model §1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Clause {
    /// 0 = nothing beyond the least, 1 = the deepest commitment on the table. Counts towards depth.
    Ambition(Ambition),
    /// Two poles with no natural "least" (an expert-led against a state-led panel).
    Positional(Positional),
    /// What the text covers: a coverage in [0, 1], valued like a positional clause.
    Scope(Scope),
    /// A finite list of named options with points per party, as in scorable games.
    Options(Options),
}

record! {
    /// An ambition clause.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Ambition {
        /// A full title, where the key is short.
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
        /// Words for values, as in `[(0.0, "nothing"), (0.3, "a voluntary fund")]`, rising.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        words: Vec<(f64, String)>,
    }
}

record! {
    /// A positional clause.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Positional {
        /// A full title, where the key is short.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// What holds without agreement, in [0, 1].
        status_quo: f64,
        /// Language agreed in an earlier text, in [0, 1].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agreed: Option<f64>,
        /// Words for values, rising; the poles at least.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        words: Vec<(f64, String)>,
    }
}

record! {
    /// A scope clause.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Scope {
        /// A full title, where the key is short.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// The coverage that holds without agreement, in [0, 1].
        status_quo: f64,
        /// The share of other clauses' commitments that stands or falls with the coverage; for depth only.
        #[serde(default, skip_serializing_if = "Named::is_empty")]
        governs: Named<f64>,
        /// Language agreed in an earlier text, in [0, 1].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agreed: Option<f64>,
        /// Words for values, rising.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        words: Vec<(f64, String)>,
    }
}

record! {
    /// An options clause.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Options {
        /// A full title, where the key is short.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// The option that holds without agreement; none where nothing of the kind does, as in a scorable game.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        status_quo: Option<String>,
        /// The options in order; one with a depth counts as ambition.
        options: Named<Choice>,
        /// Share of depth where options carry one, relative to the other ambition clauses; above 0.
        #[serde(default = "one")]
        weight: f64,
    }
}

record! {
    /// One option of an options clause.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Choice {
        /// How deep this option goes, in [0, 1]; none where the clause is no matter of ambition.
        #[serde(skip_serializing_if = "Option::is_none")]
        depth: Option<f64> = None,
    }
}

settings!(Clause { Ambition(Ambition), Positional(Positional), Scope(Scope), Options(Options) });

fn one() -> f64 {
    1.0
}

/// The ladder of operative verbs that gives an ambition clause words where its author gave none
/// (the ordering is drafting practice, the numbers are a proposal).
pub const OPERATIVE_VERBS: [(f64, &str); 8] = [
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
    /// The full title, where the author gave one.
    pub fn title(&self) -> Option<&str> {
        match self {
            Self::Ambition(c) => c.title.as_deref(),
            Self::Positional(c) => c.title.as_deref(),
            Self::Scope(c) => c.title.as_deref(),
            Self::Options(c) => c.title.as_deref(),
        }
    }

    /// The kind in one word.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Ambition(_) => "ambition",
            Self::Positional(_) => "positional",
            Self::Scope(_) => "scope",
            Self::Options(_) => "options",
        }
    }

    /// The value that holds without agreement. An unknown option reads as the first (validation has
    /// refused it before).
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

    /// Language agreed in an earlier text, else the status quo.
    pub fn agreed_language(&self) -> Value {
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

    /// The author's words for values, rising.
    fn words(&self) -> &[(f64, String)] {
        match self {
            Self::Ambition(c) => &c.words,
            Self::Positional(c) => &c.words,
            Self::Scope(c) => &c.words,
            Self::Options(_) => &[],
        }
    }

    /// The named levels of a scale, rising: the author's words, else the operative verbs (ambition) or none.
    pub fn levels(&self) -> Vec<(f64, &str)> {
        let words = self.words();
        match self {
            _ if !words.is_empty() => words.iter().map(|(v, w)| (*v, w.as_str())).collect(),
            Self::Ambition(_) => OPERATIVE_VERBS.to_vec(),
            _ => Vec::new(),
        }
    }

    /// A point of the clause in words: the nearest level its author named, else the nearest operative verb
    /// (ambition) or the bare number.
    pub fn level(&self, x: f64) -> String {
        let levels = self.levels().into_iter();
        let nearest = levels.min_by(|a, b| (a.0 - x).abs().total_cmp(&(b.0 - x).abs()));
        nearest.map_or_else(|| format!("{x:.2}"), |(_, word)| word.to_owned())
    }

    /// A value in words: a level, a range of levels left open, or the option's name.
    pub fn in_words(&self, value: Value) -> String {
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
