//! The case as its author wrote it: names, units and words (specification §§1–5).
//!
//! [`Scenario::load`] reads a RON file and reports everything that is wrong with it, each problem with its place: first
//! what breaks the grammar or the shape of a scenario, and once there is nothing of that kind, what makes no sense. What
//! comes back is valid; [`crate::model::Model`] compiles it.

mod adopted;
mod builder;
mod change;
mod check;
mod comments;
mod load;
mod located;
mod note;
mod parameter;
mod problem;
mod review;
mod uncertainty;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub(crate) use crate::document::nearest_word;
pub use crate::document::{Place, Segment, nearest};
pub use adopted::{AdoptedClause, AdoptedText};
pub use builder::ScenarioBuilder;
pub use change::{Change, Changes};
pub use comments::{comments, head};
pub use load::{LoadError, MAX_BYTES, parse, read};
pub use located::Located;
pub use note::{LocatedNote, Note, locate_notes};
pub use parameter::{Parameter, ParameterError, shadowed};
pub use problem::Problem;
pub(crate) use problem::count_problems;
pub use uncertainty::{IdealSpread, Spread, Uncertainty};

use crate::{
    document::options,
    field::{leaves, record},
    language::Language,
    named::Named,
    party::{Bloc, Country, Defaults, Firm},
    protocol::Protocol,
    text::Clause,
    voting::{DecisionRule, Rule, VotingWeight},
};

/// The format this version reads and writes.
pub(crate) const FORMAT: u32 = 1;

record! {
    /// A negotiation: who, about what, under which rule and protocol.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Scenario {
        /// The version of the file format: 1.
        format: u32,
        /// What the case is called.
        title: String,
        /// What it asks, in a sentence.
        #[serde(default, deserialize_with = "crate::printable::prose")]
        about: String,
        /// The language of its answers, charts and reports: "en" (the default) or "zh".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<Language>,
        /// The clauses, in the order of the text.
        clauses: Named<Clause>,
        /// The countries: they vote.
        countries: Named<Country>,
        /// The blocs.
        #[serde(default)]
        blocs: Named<Bloc>,
        /// The firms.
        #[serde(default)]
        firms: Named<Firm>,
        /// When a text is adopted.
        #[serde(default)]
        rule: Rule,
        /// How the text moves.
        #[serde(default)]
        protocol: Protocol,
        /// Whether saliences are shares of what a party has at stake here (relative) or in all.
        #[serde(default)]
        saliences: Saliences,
        /// Traits of every party that does not state its own.
        #[serde(default)]
        defaults: Defaults,
        /// What is not known, and how it is drawn for each replicate.
        #[serde(default)]
        uncertainty: Uncertainty,
        /// Where one outcome ends and the next begins.
        #[serde(default)]
        thresholds: Thresholds,
        /// Changes a reader may want to flip, by name.
        #[serde(default)]
        switches: Named<Switch>,
        /// Choices of modelling that nobody can defend, in place of the usual ones: the answer is held against each.
        #[serde(default, skip_serializing_if = "Named::is_empty")]
        choices: Named<DeclaredChoice>,
        /// The text that was adopted in fact, to hold runs against; nothing else uses it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        adopted: Option<AdoptedText>,
        /// What switches and settings have changed in the case of this title; written by the program, and shown with the title.
        #[serde(default, skip_serializing_if = "Changes::is_empty")]
        changed: Changes,
    }
}

leaves!(Saliences);

/// What saliences are relative to (specification §3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Saliences {
    /// Scaled to Σω = 1 for each party (the default).
    #[default]
    Relative,
    /// As written, Σω ≤ 1: the rest is spent outside this negotiation.
    Absolute,
}

record! {
    /// A documented change to the scenario: what it asks, and what it sets.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Switch {
        /// The question it puts to the model.
        asks: String,
        /// Parameter → value, as in `{"countries.USA.boycotts": "true"}`.
        set: Named<String>,
    }
}

record! {
    /// A modelling choice that could as well have been made otherwise.
    #[derive(Clone, Debug, PartialEq)]
    pub struct DeclaredChoice {
        /// The parameter that it sets, as in "defaults.theta".
        parameter: String,
        /// What it may be, besides what the scenario says, as in `["0.15", "0.45"]`.
        values: Vec<String>,
        /// Why nobody can defend one of them against the others.
        #[serde(default)]
        why: String,
    }
}

record! {
    /// Where one outcome ends and the next begins (specification §2; all proposals, to sweep and not to defend).
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Thresholds {
        /// Λ from which a text is at the lowest common denominator.
        lcd_index: f64 = 0.8,
        /// D^R − D^L below which there is no conflict of ambition.
        ambition_gap: f64 = 0.1,
        /// A laggard that gains at most this, or whose ideal depth is this near, binds the text.
        laggard_gain: f64 = 0.05,
        /// The share of parties that count as laggards (one at least).
        laggard_share: f64 = 0.1,
        /// Loss of depth since the draft that counts as dilution.
        dilution: f64 = 0.1,
        /// |x − q| up to which nothing has been decided on a clause.
        procedural: f64 = 0.01,
        /// Materiality-weighted salience of clauses taken out that makes a carve-out.
        carved_salience: f64 = 0.2,
        /// How far below D^R what is left may lie in a carve-out.
        carved_depth: f64 = 0.1,
        /// How far below D^R a substantive text may lie.
        substantive: f64 = 0.05,
        /// Share of members or materiality outside that makes a coalition of the willing.
        outside: f64 = 0.1,
        /// The responsibility, in depth, from which a party is said to hold the text down.
        responsibility: f64 = 0.05,
    }
}

/// A part of a scenario as its author would write it; none where it cannot be written.
pub fn written<T: Serialize>(part: &T) -> Option<String> {
    options().to_string(part).ok()
}

impl Scenario {
    /// Every problem of meaning, in the order of the file; none if the scenario can be compiled.
    pub fn problems(&self) -> Vec<Problem> {
        check::problems(self)
    }

    /// Whether it describes a body, its members and its rule, with nothing to negotiate.
    pub fn is_body(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Why it cannot be negotiated although it is valid; none where it can.
    pub(crate) fn nothing_to_negotiate(&self) -> Option<Problem> {
        check::nothing_to_negotiate(self)
    }

    /// What a careful reader would ask about although the scenario is valid.
    pub fn notes(&self) -> Vec<Note> {
        review::notes(self)
    }

    /// The same, a sentence each.
    pub fn cautions(&self) -> Vec<String> {
        self.notes().iter().map(Note::sentence).collect()
    }

    /// Whether nothing in a negotiation is drawn, so that all replicates are alike.
    pub fn is_certain(&self) -> bool {
        let surely = |c: &Country| c.attendance <= 0.0 || c.attendance >= 1.0;
        self.uncertainty.is_exact() && self.countries.values().all(surely) && !self.protocol.draws()
    }

    /// The scenario with these documented switches flipped, in this order. The result has no switches: they
    /// belong to the scenario as written.
    ///
    /// # Errors
    /// If there is no such switch, or one of its settings does not fit.
    pub fn with_switches<'a>(
        &self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, ParameterError> {
        let mut changed = Self { switches: Named::default(), ..self.clone() };
        for name in names {
            let switch = self.switches.get(name).ok_or_else(|| ParameterError::UnknownSwitch {
                name: name.to_owned(),
                known: self.switches.names().map(str::to_owned).collect(),
            })?;
            for (parameter, value) in switch.set.iter() {
                parameter.parse::<Parameter>()?.set(&mut changed, value)?;
            }
            changed.changed.push(Change::Switch { name: name.to_owned(), asks: switch.asks.clone() });
        }
        Ok(changed)
    }

    /// Sets a parameter, and notes that among what is changed.
    ///
    /// # Errors
    /// If there is no such parameter, or the value does not fit.
    pub fn change(&mut self, parameter: &str, value: &str) -> Result<(), ParameterError> {
        parameter.parse::<Parameter>()?.set(self, value)?;
        self.changed.push(Change::Set { parameter: parameter.to_owned(), value: value.to_owned() });
        Ok(())
    }

    /// The first 16 hexadecimal digits of a SHA-256 over the scenario's meaning: comments, spacing,
    /// switches that are not flipped, declared choices, the names of changes and the text adopted in fact leave it as it is.
    pub fn hash(&self) -> String {
        let meaning = Self {
            language: None,
            switches: Named::default(),
            choices: Named::default(),
            adopted: None,
            changed: Changes::default(),
            ..self.clone()
        };
        let canonical = ron::to_string(&meaning).unwrap_or_default();
        let digest = Sha256::digest(canonical.as_bytes());
        digest[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The scenario as a file that reads back to the same scenario; comments are lost.
    pub fn as_file(&self) -> String {
        // Plain data always serialises.
        options().to_string_pretty(self, ron::ser::PrettyConfig::default()).unwrap_or_default() + "\n"
    }

    /// What each country brings to a count under this rule, in the order written.
    pub fn voting_weights(&self, rule: &DecisionRule) -> Vec<VotingWeight> {
        let veto = |name: &str| rule.vetoes.iter().any(|v| v == name);
        let takes_votes = !rule.asks.for_objections();
        self.countries.iter().map(|(name, country)| country.voting_weight(veto(name), takes_votes)).collect()
    }

    /// The name to print for a clause, country, bloc or firm.
    pub fn title_of<'a>(&'a self, name: &'a str) -> &'a str {
        let title = self.clauses.get(name).and_then(|c| c.title());
        let title = title.or_else(|| self.countries.get(name).and_then(|c| c.title.as_deref()));
        let title = title.or_else(|| self.blocs.get(name).and_then(|b| b.title.as_deref()));
        let title = title.or_else(|| self.firms.get(name).and_then(|f| f.title.as_deref()));
        title.unwrap_or(name)
    }

    /// The country's blocs, the heaviest membership first (ties: the order written).
    pub(crate) fn blocs_of(country: &Country) -> Vec<(&str, f64)> {
        let mut blocs: Vec<(&str, f64)> = country.member_of.iter().map(|(b, w)| (b, *w)).collect();
        blocs.sort_by(|a, b| b.1.total_cmp(&a.1));
        blocs
    }

    /// Countries that belong to this bloc, in the order written.
    pub fn members<'a>(&'a self, bloc: &'a str) -> impl Iterator<Item = (&'a str, &'a Country)> {
        self.countries.iter().filter(move |(_, c)| c.member_of.get(bloc).is_some())
    }
}
