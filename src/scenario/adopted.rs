//! The text that was adopted in fact, as data to hold runs against. No equation uses it.

use super::Scenario;
use crate::{field::record, named::Named};

record! {
    /// The text that was adopted in fact, as somebody coded it.
    #[derive(Clone, Debug, PartialEq)]
    pub struct AdoptedText {
        /// What it is called, and when it was adopted.
        title: String,
        /// Where it stands, clause by clause; clauses left out are not compared.
        clauses: Named<AdoptedClause>,
        /// Positions that rest on nothing but what was said after it was adopted, as clauses by party: they may be an effect of
        /// the text.
        #[serde(default)]
        later: Named<Vec<String>>,
    }
}

record! {
    /// Where the adopted text stands on a clause.
    #[derive(Clone, Debug, PartialEq)]
    pub struct AdoptedClause {
        /// On the clause's scale from 0 to 1.
        value: f64,
        /// The least value that the coder would defend.
        low: f64,
        /// The greatest.
        high: f64,
        /// What the coding rests on.
        #[serde(default)]
        basis: String,
    }
}

impl AdoptedText {
    /// Forgets a clause that is not negotiated.
    pub(super) fn take_off(&mut self, clause: &str) {
        self.clauses.remove(clause);
        self.later.values_mut().for_each(|clauses| clauses.retain(|c| c != clause));
    }
}

impl Scenario {
    /// The scenario without the positions that rest on nothing but what was said after the text was adopted.
    #[must_use]
    pub fn before_adoption(&self) -> Self {
        let mut before = Self { adopted: None, ..self.clone() };
        for (party, clauses) in self.adopted.iter().flat_map(|adopted| adopted.later.iter()) {
            for clause in clauses {
                let country = before.countries.get_mut(party).map(|c| &mut c.positions);
                let bloc = before.blocs.get_mut(party).map(|b| &mut b.positions);
                let firm = before.firms.get_mut(party).map(|f| &mut f.positions);
                [country, bloc, firm].into_iter().flatten().for_each(|positions| positions.remove(clause));
            }
        }
        before
    }
}
