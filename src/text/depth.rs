//! How deep a text goes (model §1): D(x) = Σ a_d [q_d + g_d(x_d − q_d)].

use super::{Clause, ClauseId, Text, Value};
use crate::named::Named;

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
    /// Depth of each option, for an options clause; of none of them, 0, last.
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
    pub fn status_quo_option(&self, clause: ClauseId) -> usize {
        self.clauses[clause.index()].status_quo_option
    }

    /// How deep a clause is at its middle reading, whatever governs it.
    pub fn at(&self, clause: ClauseId, value: Value) -> f64 {
        self.clauses[clause.index()].depth(value, Value::middle)
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
            let x = rung.depth(value, &read);
            depth += rung.weight * (rung.status_quo + coverage * (x - rung.status_quo));
        }
        depth
    }
}

impl Rung {
    /// An option's depth, or what is read into an interval.
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
