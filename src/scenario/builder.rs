//! Building a scenario in Rust, without writing RON.

use super::{FORMAT, Scenario};
use crate::{
    party::{Bloc, Country, Firm},
    preference::Position,
    protocol::Protocol,
    text::{Ambition, Clause, Options, Positional, Scope},
    voting::Rule,
};

/// A scenario being built. Whether it is valid is checked when a case is made of it ([`crate::Case::new`]), all problems
/// together, as for a file.
///
/// ```
/// use plenary::{Case, party::{Country, Power}, scenario::Scenario, text::Ambition, voting::Rule};
///
/// let scenario = Scenario::builder("Two camps")
///     .clause("cuts", Ambition { status_quo: 0.1, ..Default::default() })
///     .country("Asteria", Country { power: Power::Major, ..Country::wanting([("cuts", 0.2)]) })
///     .country("Borealia", Country::wanting([("cuts", 0.7)]))
///     .country("Cordova", Country::wanting([("cuts", (0.9, 0.5))]))
///     .rule(Rule::TwoThirds)
///     .build();
/// let case = Case::new(scenario)?;
/// assert_eq!(case.run(50, 1)?.summary().adopted.of, 50);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct ScenarioBuilder(Scenario);

impl Scenario {
    /// Begins a scenario of this title, with every default in force and nobody in it yet.
    pub fn builder(title: impl Into<String>) -> ScenarioBuilder {
        ScenarioBuilder(Self { title: title.into(), ..Self::default() })
    }
}

impl Default for Scenario {
    /// A scenario without a title, clauses or countries, every default in force.
    fn default() -> Self {
        Self {
            format: FORMAT,
            title: String::new(),
            about: String::new(),
            language: None,
            clauses: Default::default(),
            countries: Default::default(),
            blocs: Default::default(),
            firms: Default::default(),
            rule: Rule::default(),
            protocol: Protocol::default(),
            saliences: Default::default(),
            defaults: Default::default(),
            uncertainty: Default::default(),
            thresholds: Default::default(),
            switches: Default::default(),
            choices: Default::default(),
            adopted: None,
            changed: Default::default(),
        }
    }
}

impl ScenarioBuilder {
    /// What the case asks, in a sentence.
    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.0.about = about.into();
        self
    }

    /// Adds a clause, or replaces the one of this name.
    pub fn clause(mut self, name: &str, clause: impl Into<Clause>) -> Self {
        self.0.clauses.set(name, clause.into());
        self
    }

    /// Adds a country, or replaces the one of this name.
    pub fn country(mut self, name: &str, country: Country) -> Self {
        self.0.countries.set(name, country);
        self
    }

    /// Adds a bloc, or replaces the one of this name.
    pub fn bloc(mut self, name: &str, bloc: Bloc) -> Self {
        self.0.blocs.set(name, bloc);
        self
    }

    /// Adds a firm, or replaces the one of this name.
    pub fn firm(mut self, name: &str, firm: Firm) -> Self {
        self.0.firms.set(name, firm);
        self
    }

    /// When a text is adopted; consensus unless said.
    pub fn rule(mut self, rule: Rule) -> Self {
        self.0.rule = rule;
        self
    }

    /// How the text moves; the chair's revisions unless said.
    pub fn protocol(mut self, protocol: Protocol) -> Self {
        self.0.protocol = protocol;
        self
    }

    /// The scenario. Fields that have no method of their own can be set on it; all are public.
    pub fn build(self) -> Scenario {
        self.0
    }
}

impl Country {
    /// A country that wants these ideals, clause by clause: a number, or an ideal and a salience.
    pub fn wanting<'a, P: Into<Position>>(positions: impl IntoIterator<Item = (&'a str, P)>) -> Self {
        let positions = positions.into_iter().map(|(clause, position)| (clause.to_owned(), position.into()));
        Self { positions: positions.collect(), ..Self::default() }
    }
}

impl From<f64> for Position {
    /// An ideal in [0, 1], with salience 1 and medium confidence.
    fn from(ideal: f64) -> Self {
        (ideal, 1.0).into()
    }
}

impl From<(f64, f64)> for Position {
    /// An ideal in [0, 1] and a salience of 0 or more, with medium confidence.
    fn from((ideal, salience): (f64, f64)) -> Self {
        Self::Ideal { ideal, salience, confidence: Default::default() }
    }
}

impl Default for Ambition {
    /// Nothing holds without a text; counts once towards depth.
    fn default() -> Self {
        Self { title: None, status_quo: 0.0, weight: 1.0, agreed: None, words: Vec::new() }
    }
}

impl Default for Positional {
    /// The first pole holds without a text.
    fn default() -> Self {
        Self { title: None, status_quo: 0.0, agreed: None, words: Vec::new() }
    }
}

impl Default for Scope {
    /// Nothing is covered without a text, and no other clause depends on it.
    fn default() -> Self {
        Self { title: None, status_quo: 0.0, governs: Default::default(), agreed: None, words: Vec::new() }
    }
}

macro_rules! clauses {
    ($($kind:ident),*) => {$(
        impl From<$kind> for Clause {
            fn from(clause: $kind) -> Self {
                Self::$kind(clause)
            }
        }
    )*};
}
clauses!(Ambition, Positional, Scope, Options);
