//! The text under negotiation: clauses, the values they may take, and how deep a text goes (model §1).

use serde::{Deserialize, Serialize};

use crate::named::Named;

/// A clause's place in the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ClauseId(pub u16);

impl ClauseId {
    /// The id of the clause at this place.
    #[allow(clippy::cast_possible_truncation)] // validation admits far fewer than 65,536 clauses
    pub fn new(index: usize) -> Self {
        Self(index as u16)
    }

    /// The place as an index.
    pub fn index(self) -> usize {
        self.0.into()
    }
}

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

/// An ambition clause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ambition {
    /// A full title, where the key is short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What holds without agreement, in [0, 1].
    pub status_quo: f64,
    /// Share of depth, relative to the other ambition clauses; above 0.
    #[serde(default = "one")]
    pub weight: f64,
    /// Language agreed in an earlier text, in [0, 1].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<f64>,
    /// Words for values, as in `[(0.0, "nothing"), (0.3, "a voluntary fund")]`, rising.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<(f64, String)>,
}

/// A positional clause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Positional {
    /// A full title, where the key is short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What holds without agreement, in [0, 1].
    pub status_quo: f64,
    /// Language agreed in an earlier text, in [0, 1].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<f64>,
    /// Words for values, rising; the poles at least.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<(f64, String)>,
}

/// A scope clause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// A full title, where the key is short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The coverage that holds without agreement, in [0, 1].
    pub status_quo: f64,
    /// The share of other clauses' commitments that stands or falls with the coverage; for depth only.
    #[serde(default, skip_serializing_if = "Named::is_empty")]
    pub governs: Named<f64>,
    /// Language agreed in an earlier text, in [0, 1].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<f64>,
    /// Words for values, rising.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<(f64, String)>,
}

/// An options clause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// A full title, where the key is short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The option that holds without agreement.
    pub status_quo: String,
    /// The options in order; one with a depth counts as ambition.
    pub options: Named<Choice>,
    /// Share of depth where options carry one, relative to the other ambition clauses; above 0.
    #[serde(default = "one")]
    pub weight: f64,
}

/// One option of an options clause.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Choice {
    /// How deep this option goes, in [0, 1]; none where the clause is no matter of ambition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub depth: Option<f64>,
}

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
            Self::Options(c) => Value::option(c.options.position(&c.status_quo).unwrap_or(0)),
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

    /// A point of the clause in words: the nearest level its author named, else the nearest operative verb
    /// (ambition) or the bare number.
    pub fn level(&self, x: f64) -> String {
        let nearest = |levels: &mut dyn Iterator<Item = (f64, &str)>| {
            levels
                .min_by(|a, b| (a.0 - x).abs().total_cmp(&(b.0 - x).abs()))
                .map(|(_, word)| word.to_owned())
        };
        let words = self.words();
        let named = match self {
            _ if !words.is_empty() => nearest(&mut words.iter().map(|(v, w)| (*v, w.as_str()))),
            Self::Ambition(_) => nearest(&mut OPERATIVE_VERBS.iter().copied()),
            _ => None,
        };
        named.unwrap_or_else(|| format!("{x:.2}"))
    }

    /// A value in words: a level, a range of levels left open, or the option's name.
    pub fn in_words(&self, value: Value) -> String {
        match (value, self) {
            (Value::Option(o), Self::Options(c)) => c.options.names().nth(o.into()).unwrap_or("?").to_owned(),
            (Value::Interval { lo, hi }, _) => {
                let (low, high) = (self.level(lo), self.level(hi));
                if low == high {
                    low
                } else {
                    format!("{low} … {high}")
                }
            }
            (Value::Option(o), _) => o.to_string(),
        }
    }
}

/// What a clause says: an interval [lo, hi] whose width is constructive ambiguity, or one of its options.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Any reading between `lo` and `hi` is defensible; a clear clause has `lo` = `hi`.
    Interval {
        /// The least demanding reading, in [0, 1].
        lo: f64,
        /// The most demanding reading, in [lo, 1].
        hi: f64,
    },
    /// The option at this place of the clause's list.
    Option(u16),
}

impl Value {
    /// A clear value.
    pub fn point(x: f64) -> Self {
        Self::Interval { lo: x, hi: x }
    }

    /// The option at this place.
    #[allow(clippy::cast_possible_truncation)] // validation admits far fewer than 65,536 options
    pub fn option(index: usize) -> Self {
        Self::Option(index as u16)
    }

    /// How much is left open: hi − lo, 0 for an option.
    pub fn width(self) -> f64 {
        match self {
            Self::Interval { lo, hi } => hi - lo,
            Self::Option(_) => 0.0,
        }
    }

    /// The middle reading of an interval; an option's place in its list.
    pub fn middle(self) -> f64 {
        match self {
            Self::Interval { lo, hi } => f64::midpoint(lo, hi),
            Self::Option(o) => o.into(),
        }
    }
}

/// A text: one value per clause, in the scenario's order.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Text(pub Vec<Value>);

impl std::ops::Index<ClauseId> for Text {
    type Output = Value;
    fn index(&self, clause: ClauseId) -> &Value {
        &self.0[clause.index()]
    }
}

impl std::ops::IndexMut<ClauseId> for Text {
    fn index_mut(&mut self, clause: ClauseId) -> &mut Value {
        &mut self.0[clause.index()]
    }
}

/// How depth is read off a text: weights, status quo and coverage of each clause (model §1).
#[derive(Clone, Debug, PartialEq)]
pub struct DepthScale {
    clauses: Vec<Rung>,
}

/// One clause's part in depth.
#[derive(Clone, Debug, PartialEq)]
struct Rung {
    /// a_d, normalised; 0 for clauses that are no matter of ambition.
    weight: f64,
    /// q_d, on the depth scale.
    status_quo: f64,
    /// Depth of each option, for an options clause.
    options: Vec<f64>,
    /// The option that holds without agreement.
    status_quo_option: usize,
    /// Scope clauses that govern a share of this one.
    governed_by: Vec<(ClauseId, f64)>,
}

impl DepthScale {
    /// Reads weights, status quo and coverage off the clauses; weights are normalised to sum to 1.
    pub fn new(clauses: &Named<Clause>) -> Self {
        let mut rungs: Vec<Rung> = clauses.values().map(Rung::new).collect();
        for (scope, clause) in clauses.values().enumerate() {
            let Clause::Scope(scope_clause) = clause else {
                continue;
            };
            for (governed, share) in scope_clause.governs.iter() {
                if let Some(target) = clauses.position(governed) {
                    rungs[target].governed_by.push((ClauseId::new(scope), *share));
                }
            }
        }
        let total: f64 = rungs.iter().map(|r| r.weight).sum();
        if total > 0.0 {
            rungs.iter_mut().for_each(|r| r.weight /= total);
        }
        Self { clauses: rungs }
    }

    /// The clauses that count towards depth.
    pub fn ambition_clauses(&self) -> impl Iterator<Item = ClauseId> + '_ {
        (0..self.clauses.len())
            .map(ClauseId::new)
            .filter(|&c| self.weight(c) > 0.0)
    }

    /// The clause's share a_d of depth; Σ a_d = 1 over ambition clauses.
    pub fn weight(&self, clause: ClauseId) -> f64 {
        self.clauses[clause.index()].weight
    }

    /// The clause's status quo on the depth scale.
    pub fn status_quo(&self, clause: ClauseId) -> f64 {
        self.clauses[clause.index()].status_quo
    }

    /// The depth of an option of this clause, in [0, 1].
    pub fn option(&self, clause: ClauseId, option: usize) -> f64 {
        self.clauses[clause.index()].options[option]
    }

    /// The option of this clause that holds without agreement.
    pub fn status_quo_option(&self, clause: ClauseId) -> usize {
        self.clauses[clause.index()].status_quo_option
    }

    /// The share of this clause that stands or falls with the coverage of each scope clause.
    pub fn governed_by(&self, clause: ClauseId) -> &[(ClauseId, f64)] {
        &self.clauses[clause.index()].governed_by
    }

    /// Depth when nothing is agreed: Σ a_d q_d.
    pub fn of_status_quo(&self) -> f64 {
        self.clauses.iter().map(|r| r.weight * r.status_quo).sum()
    }

    /// Nominal depth D(x) = Σ a_d [q_d + g_d((lo+hi)/2 − q_d)], with scope clauses at their midpoint.
    pub fn nominal(&self, text: &Text) -> f64 {
        self.depth(text, Value::middle)
    }

    /// Guaranteed depth G(x): as D(x), on each clause's least demanding reading.
    pub fn guaranteed(&self, text: &Text) -> f64 {
        self.depth(text, |v| match v {
            Value::Interval { lo, .. } => lo,
            Value::Option(_) => v.middle(),
        })
    }

    fn depth(&self, text: &Text, read: impl Fn(Value) -> f64) -> f64 {
        let mut depth = 0.0;
        for (rung, &value) in self.clauses.iter().zip(&text.0) {
            if rung.weight == 0.0 {
                continue;
            }
            let mut coverage = 1.0;
            for &(scope, share) in &rung.governed_by {
                coverage *= 1.0 - share + share * read(text[scope]);
            }
            let x = match value {
                Value::Option(o) => rung.options[usize::from(o)],
                interval @ Value::Interval { .. } => read(interval),
            };
            depth += rung.weight * (rung.status_quo + coverage * (x - rung.status_quo));
        }
        depth
    }
}

impl Rung {
    fn new(clause: &Clause) -> Self {
        let options: Vec<f64> = match clause {
            Clause::Options(c) => c.options.values().map(|o| o.depth.unwrap_or(0.0)).collect(),
            _ => Vec::new(),
        };
        let (status_quo, status_quo_option) = match clause.status_quo() {
            Value::Option(o) => (options[usize::from(o)], o.into()),
            point @ Value::Interval { .. } => (point.middle(), 0),
        };
        let weight = match clause {
            Clause::Ambition(c) => c.weight,
            Clause::Options(c) if clause.is_ambition() => c.weight,
            _ => 0.0,
        };
        Self {
            weight,
            status_quo,
            options,
            status_quo_option,
            governed_by: Vec::new(),
        }
    }
}
