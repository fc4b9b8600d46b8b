//! Errors and shifts that several ideals have in common (specification §3.9).
//!
//! Each is a component z ~ N(0, sd²), added with a loading to ideals: p = cut(p⁰ + own + Σ_k λ_kd z_k). What has a draw of its
//! own says what kind of error it is: a coder's error differs by party and is common to its positions, a bloc's shift is one
//! draw for its members, a clause's shift one for all parties on it. Of two ideals as drawn before they are cut to [0, 1],
//! Cov = Σ_k λλ′ sd_k² over the draws that both take.

use serde::{Deserialize, Serialize};

use super::Scenario;
use crate::{
    field::{leaves, record},
    named::Named,
    party::Country,
};

leaves!(Per);

/// What has a draw of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Per {
    /// One draw for all.
    #[default]
    Once,
    /// Each party its own, the same on all its clauses.
    Party,
    /// Each clause its own, the same for all parties.
    Clause,
}

record! {
    /// An error or a shift that several ideals have in common.
    #[derive(Clone, Debug, PartialEq)]
    pub struct SharedError {
        /// Its standard deviation, above 0.
        sd: f64 = 0.0,
        /// What has a draw of its own: one for all, each party, or each clause.
        per: Per = Per::Once,
        /// Whom it moves: countries, firms, and blocs with their members; everybody where nobody is named.
        of: Vec<String> = Vec::new(),
        /// How much of it each clause takes, negative where it moves the other way; clauses left out take nothing, and each
        /// takes 1 where none is named.
        clauses: Named<f64> = Named::default(),
    }
}

impl SharedError {
    /// How much of it a party takes on a clause; 0 where it takes nothing.
    pub(crate) fn loading(&self, scenario: &Scenario, party: &str, clause: &str) -> f64 {
        let member = |bloc: &String| {
            let weight = |country: &Country| country.member_of.get(bloc).copied();
            scenario.countries.get(party).and_then(weight).is_some_and(|weight| weight > 0.0)
        };
        if !self.of.is_empty() && !self.of.iter().any(|name| name == party || member(name)) {
            return 0.0;
        }
        if self.clauses.is_empty() { 1.0 } else { self.clauses.get(clause).copied().unwrap_or(0.0) }
    }

    /// Forgets a clause that is not negotiated. Whether anything is left of it.
    pub(super) fn take_off(&mut self, clause: &str) -> bool {
        let named = !self.clauses.is_empty();
        self.clauses.remove(clause);
        !(named && self.clauses.is_empty())
    }

    /// Forgets whoever is none of these. Whether anybody is left.
    pub(super) fn keep_parties(&mut self, known: impl Fn(&str) -> bool) -> bool {
        let named = !self.of.is_empty();
        self.of.retain(|name| known(name));
        !(named && self.of.is_empty())
    }
}

impl Scenario {
    /// Errors in common forget who takes no part any more.
    pub(super) fn forget_who_is_gone(&mut self) {
        let Self { countries, blocs, firms, uncertainty, .. } = self;
        let known = |name: &str| {
            countries.get(name).is_some() || blocs.get(name).is_some() || firms.get(name).is_some()
        };
        uncertainty.shared.retain(|error| error.keep_parties(known));
    }
}
