//! How the engine is to negotiate real cases: everything of a scenario but its clauses and parties, as data.
//!
//! A template is a RON file. The issues become positional clauses, the actors countries with their capability as
//! materiality, their votes and saliences; the template says the rest: rule, protocol, traits, what is uncertain.

use serde::{Deserialize, Serialize};

use crate::{
    named::Named,
    party::Defaults,
    protocol::Protocol,
    scenario::{LoadError, Place, Problem, Saliences, Uncertainty, parse},
    voting::Rule,
};

/// The format this version reads.
pub const TEMPLATE_FORMAT: u32 = 1;

/// How real cases are negotiated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// The version of the file format: 1.
    pub format: u32,
    /// What it is called.
    pub title: String,
    /// What it supposes, in a sentence.
    #[serde(default, deserialize_with = "crate::printable::prose")]
    pub about: String,
    /// What is negotiated at once.
    #[serde(default)]
    pub negotiate: Negotiate,
    /// What institutions do: those that do not vote.
    #[serde(default)]
    pub institutions: Institutions,
    /// What is supposed of a status quo that is not known.
    #[serde(default)]
    pub unknown_status_quo: UnknownStatusQuo,
    /// The decision rule of each voting rule that the table names.
    pub rules: Named<Rule>,
    /// How the text moves.
    #[serde(default)]
    pub protocol: Protocol,
    /// Whether saliences are shares of what a party has at stake in the dossier, or as stated, 100 being everything.
    #[serde(default)]
    pub saliences: Saliences,
    /// Traits of all actors.
    #[serde(default)]
    pub defaults: Defaults,
    /// What is not known, and how it is drawn.
    #[serde(default)]
    pub uncertainty: Uncertainty,
}

/// What is negotiated at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Negotiate {
    /// Each issue on its own (the default).
    #[default]
    Issues,
    /// All issues of a dossier as one package.
    Dossiers,
}

/// What institutions do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Institutions {
    /// They are in the room like members, without votes (the default).
    #[default]
    Present,
    /// They stay outside.
    Outside,
}

/// What is supposed of a status quo that is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnknownStatusQuo {
    /// Anywhere on the scale, evenly (the default).
    #[default]
    Uniform,
    /// Distributed as the known ones of the table.
    AsKnown,
}

impl Template {
    /// Reads and validates a template from its text; `file` is the name to print.
    ///
    /// # Errors
    /// If it is not RON of the right shape, or makes no sense; all problems come together.
    pub fn parse(file: &str, text: &str) -> Result<Self, LoadError> {
        parse(file, text, "template", Self::problems)
    }

    /// Every problem of meaning.
    fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.format != TEMPLATE_FORMAT {
            let message = format!("this file says format {}", self.format);
            let expected = format!("format {TEMPLATE_FORMAT}, the one this version reads");
            problems.push(Problem::new(Place::top("format"), message, expected));
        }
        if self.rules.is_empty() {
            let expected = "a decision rule for each voting rule of the table, as {\"unanimity\": Consensus}";
            problems.push(Problem::new(Place::top("rules"), "there are no decision rules", expected));
        }
        problems
    }
}

impl Default for Template {
    /// Consensus under the default protocol, whatever the table says.
    fn default() -> Self {
        Self {
            format: TEMPLATE_FORMAT,
            title: String::new(),
            about: String::new(),
            negotiate: Negotiate::default(),
            institutions: Institutions::default(),
            unknown_status_quo: UnknownStatusQuo::default(),
            rules: Named::default(),
            protocol: Protocol::default(),
            saliences: Saliences::default(),
            defaults: Defaults::default(),
            uncertainty: Uncertainty::default(),
        }
    }
}
