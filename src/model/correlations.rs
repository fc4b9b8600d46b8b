//! Correlations of ideals that follow from errors in common, in closed form.
//!
//! Cov(p, p′) = Σ_k λ_k λ′_k sd_k² over the draws that both take; Var p = own + Σ_k λ_k² sd_k². They hold before ideals are cut
//! to [0, 1].

use super::{Draw, Model, Quantity};
use crate::text::ClauseId;

/// Two ideals and their correlation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation<'m> {
    /// Party and clause of the one.
    pub one: (&'m str, &'m str),
    /// Of the other.
    pub other: (&'m str, &'m str),
    /// From −1 to 1.
    pub r: f64,
}

/// The correlations of pairs of one kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CorrelationRange {
    /// How many pairs.
    pub pairs: u64,
    /// How many of them are correlated.
    pub correlated: u64,
    /// The least of those.
    pub low: f64,
    /// The greatest of those.
    pub high: f64,
}

/// How ideals hang together.
#[derive(Clone, Debug, PartialEq)]
pub struct Correlations<'m> {
    /// One party on two clauses.
    pub of_a_party: CorrelationRange,
    /// Two parties on one clause.
    pub on_a_clause: CorrelationRange,
    /// Two parties on two clauses.
    pub across: CorrelationRange,
    /// The strongest of all, the strongest first.
    pub strongest: Vec<Correlation<'m>>,
}

impl Model {
    /// How ideals hang together, with so many of the strongest pairs; none where no error is common.
    pub fn correlations(&self, strongest: usize) -> Option<Correlations<'_>> {
        let ideals: Vec<&Draw> = self.draws.iter().filter(|draw| draw.sets.is_ideal()).collect();
        if ideals.iter().all(|draw| draw.shared.is_empty()) {
            return None;
        }
        let none = CorrelationRange { pairs: 0, correlated: 0, low: 0.0, high: 0.0 };
        let (mut of_a_party, mut on_a_clause, mut across) = (none, none, none);
        let mut pairs: Vec<Correlation<'_>> = Vec::new();
        for (i, a) in ideals.iter().enumerate() {
            for b in &ideals[i + 1..] {
                let r = self.correlation(a, b);
                let kind = match (a.stream.party == b.stream.party, a.stream.clause == b.stream.clause) {
                    (true, _) => &mut of_a_party,
                    (false, true) => &mut on_a_clause,
                    (false, false) => &mut across,
                };
                kind.add(r);
                if r.abs() > 1e-9 {
                    let name = |draw: &'_ Draw| -> (&str, &str) { self.names(draw) };
                    pairs.push(Correlation { one: name(a), other: name(b), r });
                }
            }
            // Of equals the first stay.
            pairs.sort_by(|a, b| b.r.abs().total_cmp(&a.r.abs()));
            pairs.truncate(strongest);
        }
        Some(Correlations { of_a_party, on_a_clause, across, strongest: pairs })
    }

    /// Party and clause, as the model names them.
    fn names(&self, draw: &Draw) -> (&str, &str) {
        match draw.sets {
            Quantity::Ideal(i, c) => (&self.countries[i].name, self.clause_name(c)),
            Quantity::BlocIdeal(b, c) => (&self.blocs[b].name, self.clause_name(c)),
            Quantity::FirmIdeal(f, c) => (&self.firms[f].name, self.clause_name(c)),
            _ => ("", ""),
        }
    }

    fn clause_name(&self, clause: ClauseId) -> &str {
        &self.clauses[clause.index()].name
    }

    /// The correlation of two ideals before they are cut; 0 where one of them is exact.
    pub fn correlation(&self, a: &Draw, b: &Draw) -> f64 {
        let product = |a: &Draw, b: &Draw| -> f64 {
            let common =
                a.shared.iter().flat_map(|x| b.shared.iter().filter(|y| x.0 == y.0).map(move |y| (x, y)));
            common.map(|(x, y)| x.1 * y.1 * self.draws[x.0].sampler.variance()).sum()
        };
        let variance = |draw: &Draw| draw.sampler.variance() + product(draw, draw);
        let scale = libm::sqrt(variance(a) * variance(b));
        if scale > 0.0 { product(a, b) / scale } else { 0.0 }
    }
}

impl CorrelationRange {
    fn add(&mut self, r: f64) {
        self.pairs += 1;
        if r.abs() > 1e-9 {
            (self.low, self.high) =
                if self.correlated == 0 { (r, r) } else { (self.low.min(r), self.high.max(r)) };
            self.correlated += 1;
        }
    }
}
