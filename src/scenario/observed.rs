//! What really happened, as data to hold runs against. No equation uses it.

use super::Scenario;
use crate::{field::record, named::Named};

record! {
    /// How the negotiation ended in fact, as somebody coded it.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Observed {
        /// What the text is called, and when it was adopted.
        #[serde(default)]
        title: String,
        /// Whether a text was adopted.
        #[serde(default = "yes", skip_serializing_if = "is_true")]
        adopted: bool,
        /// How members voted on it; none where there was no vote, or it is not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        votes: Option<ObservedVotes>,
        /// What the coding rests on as a whole.
        #[serde(default, skip_serializing_if = "String::is_empty", deserialize_with = "crate::printable::prose")]
        source: String,
        /// Where the adopted text stands, clause by clause; clauses left out are not compared.
        #[serde(default)]
        clauses: Named<ObservedClause>,
        /// Positions that rest on nothing but what was said after it was adopted, as clauses by party: they may be an effect of
        /// the text.
        #[serde(default)]
        later: Named<Vec<String>>,
    }
}

record! {
    /// Where the adopted text stands on a clause: a value, a range, or both.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ObservedClause {
        /// On the clause's scale from 0 to 1; the middle of the range where only that is stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<f64>,
        /// The least value that the coder would defend; the value itself where no range is stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        low: Option<f64>,
        /// The greatest.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        high: Option<f64>,
        /// What the coding rests on.
        #[serde(default)]
        basis: String,
    }
}

record! {
    /// A vote as it was recorded.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct ObservedVotes {
        /// In favour.
        yes: u32,
        /// Against.
        #[serde(default)]
        no: u32,
        /// Abstaining.
        #[serde(default)]
        abstain: u32,
    }
}

/// A text is adopted unless it is said that none was.
fn yes() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde asks for it
fn is_true(adopted: &bool) -> bool {
    *adopted
}

impl ObservedClause {
    /// Value, low and high; the range is the value alone where none is stated.
    pub fn coded(&self) -> [f64; 3] {
        let range = self.low.zip(self.high);
        let value = self.value.or(range.map(|(low, high)| (low + high) / 2.0)).unwrap_or(f64::NAN);
        let (low, high) = range.unwrap_or((value, value));
        [value, low, high]
    }
}

impl ObservedVotes {
    /// Yes as a share of all votes cast, abstentions among them; none where there are none.
    pub fn yes_share(&self) -> Option<f64> {
        let [yes, no, abstain] = [self.yes, self.no, self.abstain].map(f64::from);
        (yes + no + abstain > 0.0).then(|| yes / (yes + no + abstain))
    }
}

impl Observed {
    /// Forgets a clause that is not negotiated.
    pub(super) fn take_off(&mut self, clause: &str) {
        self.clauses.remove(clause);
        self.later.values_mut().for_each(|clauses| clauses.retain(|c| c != clause));
    }
}

impl Scenario {
    /// The scenario without those positions, and with what was observed: nothing in it is later than that.
    #[must_use]
    pub fn without_later(&self) -> Self {
        let observed = self.observed.clone().map(|observed| Observed { later: Named::default(), ..observed });
        Self { observed, ..self.before_adoption() }
    }

    /// The scenario without the positions that rest on nothing but what was said after the text was adopted.
    #[must_use]
    pub fn before_adoption(&self) -> Self {
        let mut before = Self { observed: None, ..self.clone() };
        for (party, clauses) in self.observed.iter().flat_map(|observed| observed.later.iter()) {
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
