//! The depth of a text (specification §1): D(x) = Σ a_d [q_d + g_d(x_d − q_d)].

use super::{Clause, ClauseId, Text, Value};
use crate::named::Named;

/// What is needed to compute the depth of a text: weight, status quo and coverage of each clause (specification §1).
#[derive(Clone, Debug, PartialEq)]
pub struct DepthScale {
    clauses: Vec<ClauseDepth>,
}

/// How one clause contributes to depth.
#[derive(Clone, Debug, PartialEq)]
struct ClauseDepth {
    /// a_d, normalised; 0 for clauses that do not count towards depth.
    weight: f64,
    /// q_d, on the depth scale.
    status_quo: f64,
    /// For an options clause, the depth of each option, followed by 0 for "none of them".
    options: Vec<f64>,
    /// The index of the option that holds without agreement.
    status_quo_option: usize,
    /// The scope clauses that govern this one, each with the share it governs.
    governed_by: Vec<(ClauseId, f64)>,
}

impl DepthScale {
    /// Builds the scale from the clauses; weights are normalised to sum to 1.
    pub fn new(clauses: &Named<Clause>) -> Self {
        let mut depths: Vec<ClauseDepth> = clauses.values().map(ClauseDepth::new).collect();
        for (scope, clause) in clauses.values().enumerate() {
            let Clause::Scope(scope_clause) = clause else {
                continue;
            };
            for (governed, share) in scope_clause.governs.iter() {
                if let Some(target) = clauses.position(governed) {
                    depths[target].governed_by.push((ClauseId::new(scope), *share));
                }
            }
        }
        let total: f64 = depths.iter().map(|d| d.weight).sum();
        if total > 0.0 {
            depths.iter_mut().for_each(|d| d.weight /= total);
        }
        Self { clauses: depths }
    }

    /// The clauses that count towards depth.
    pub(crate) fn ambition_clauses(&self) -> impl Iterator<Item = ClauseId> + '_ {
        (0..self.clauses.len()).map(ClauseId::new).filter(|&c| self.weight(c) > 0.0)
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
    pub(crate) fn status_quo_option(&self, clause: ClauseId) -> usize {
        self.clauses[clause.index()].status_quo_option
    }

    /// The depth of a clause at its middle reading, regardless of scope clauses.
    pub fn at(&self, clause: ClauseId, value: Value) -> f64 {
        self.clauses[clause.index()].depth(value, Value::middle)
    }

    /// The scope clauses that govern this clause, each with the share it governs.
    pub(crate) fn governed_by(&self, clause: ClauseId) -> &[(ClauseId, f64)] {
        &self.clauses[clause.index()].governed_by
    }

    /// Depth when nothing is agreed: Σ a_d q_d.
    pub fn of_status_quo(&self) -> f64 {
        self.clauses.iter().map(|c| c.weight * c.status_quo).sum()
    }

    /// Nominal depth D(x) = Σ a_d [q_d + g_d((lo+hi)/2 − q_d)], with scope clauses at their midpoint.
    pub fn nominal(&self, text: &Text) -> f64 {
        self.depth_at_reading(text, Value::middle)
    }

    /// Guaranteed depth G(x): as D(x), on each clause's least demanding reading.
    pub fn guaranteed(&self, text: &Text) -> f64 {
        self.depth_at_reading(text, |v| match v {
            Value::Interval { lo, .. } => lo,
            Value::Option(_) => v.middle(),
        })
    }

    /// What each clause of ambition adds to the nominal depth of a text, or to that of the status quo where there is none;
    /// what scope clauses leave out is missing where it is left out.
    pub(crate) fn parts<'s>(&'s self, text: Option<&'s Text>) -> impl Iterator<Item = f64> + 's {
        self.ambition_clauses().map(move |clause| {
            let depth = &self.clauses[clause.index()];
            text.map_or(depth.weight * depth.status_quo, |text| depth.part(text, text[clause], Value::middle))
        })
    }

    /// Depth with every value read as `read` does.
    fn depth_at_reading(&self, text: &Text, read: impl Fn(Value) -> f64) -> f64 {
        let mut depth = 0.0;
        for (clause, &value) in self.clauses.iter().zip(&text.0) {
            if clause.weight > 0.0 {
                depth += clause.part(text, value, &read);
            }
        }
        depth
    }
}

impl ClauseDepth {
    /// What the clause adds to depth: a_d [q_d + g_d(x_d − q_d)].
    fn part(&self, text: &Text, value: Value, read: impl Fn(Value) -> f64) -> f64 {
        let mut coverage = 1.0;
        for &(scope, share) in &self.governed_by {
            coverage *= 1.0 - share + share * read(text[scope]);
        }
        self.weight * (self.status_quo + coverage * (self.depth(value, read) - self.status_quo))
    }

    /// The depth of an option, or the reading of an interval.
    fn depth(&self, value: Value, read: impl Fn(Value) -> f64) -> f64 {
        match value {
            Value::Option(o) => self.options[usize::from(o)],
            interval @ Value::Interval { .. } => read(interval),
        }
    }

    fn new(clause: &Clause) -> Self {
        let options: Vec<f64> = match clause {
            Clause::Options(c) => c.options.values().map(|o| o.depth.unwrap_or(0.0)).chain([0.0]).collect(),
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
        Self { weight, status_quo, options, status_quo_option, governed_by: Vec::new() }
    }
}
