//! Analysis of a scenario without negotiating: what could be agreed, who can stop it, what the decision rule implies (specification
//! §§2, 4, 5).
//!
//! Everything is computed from the stated preferences, without random draws, over the parties with a voice: all countries
//! that are not absent from the start.

mod agreement;
mod ambition;
mod breadth;
mod choice;
mod consensus;
mod deals;
mod vetoes;
mod voting;

use serde::Serialize;

pub use agreement::{Agreement, Improvable, Solved};
pub use ambition::{AmbitionAnalysis, BlocBallot, ClauseBounds, Trap};
pub use breadth::{Breadth, Willing};
pub use choice::{ClauseChoice, RuleChoice, SampledChoice};
pub use consensus::Consensus;
pub use deals::{AcceptableOptions, Deal, Deals, Demanding};
pub use vetoes::{Pivotal, Vetoes};
pub use voting::{MemberPower, Nakamura, SampledMember, SampledVoting, Voting};

use crate::{
    model::{Model, Preferences},
    negotiation::Realisation,
    scenario::{Changes, Scenario},
};

/// The analysis of a scenario.
#[derive(Clone, Debug, Serialize)]
pub struct Analysis {
    /// The scenario's title.
    pub scenario: String,
    /// What switches and settings changed in it.
    #[serde(skip_serializing_if = "Changes::is_empty")]
    pub changed: Changes,
    /// The scenario's hash.
    pub hash: String,
    /// The version of plenary.
    pub version: &'static str,
    /// Keys of the parties with a voice.
    pub voices: Vec<String>,
    /// AmbitionAnalysis benchmarks; `None` if no clause counts towards depth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ambition: Option<AmbitionAnalysis>,
    /// Whether there is a joint-decision trap; `None` without a scale clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trap: Option<Trap>,
    /// Texts acceptable to all; `None` if a clause is a choice among options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<Agreement>,
    /// What consensus converges to; `None` under other rules and protocols.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consensus: Option<Consensus>,
    /// The possible deals; `None` unless all clauses are choices among options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deals: Option<Deals>,
    /// Veto players and pivotal parties; `None` for a decision body without clauses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vetoes: Option<Vetoes>,
    /// What the rule would choose between texts; `None` without a scale clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choice: Option<RuleChoice>,
    /// The same for the fallback rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback_choice: Option<RuleChoice>,
    /// Coalitions of the willing; `None` if no clause counts towards depth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub breadth: Option<Breadth>,
    /// The rule that decides first.
    pub rule: Voting,
    /// The fallback rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<Voting>,
}

/// The input of an analysis: the stated preferences, without random draws.
pub struct Setting<'a> {
    /// The compiled scenario.
    pub model: &'a Model,
    /// The countries' preferences after lobbying.
    pub preferences: &'a Preferences,
    /// Which countries have a voice.
    pub voices: &'a [bool],
    /// u(q) of each country.
    pub at_status_quo: &'a [f64],
}

impl Analysis {
    /// Analyses a valid scenario; for a decision body without clauses, only its rule.
    pub fn of(scenario: &Scenario) -> Self {
        let (rule, fallback) = scenario.rule.compile();
        let mut analysis = Self {
            scenario: scenario.title.clone(),
            changed: scenario.changed.clone(),
            hash: scenario.hash(),
            version: env!("CARGO_PKG_VERSION"),
            voices: Vec::new(),
            ambition: None,
            trap: None,
            agreement: None,
            consensus: None,
            deals: None,
            vetoes: None,
            choice: None,
            fallback_choice: None,
            breadth: None,
            rule: Voting::under(scenario, &rule),
            fallback: fallback.map(|f| Voting::under(scenario, &f.rule)),
        };
        if let Ok(model) = Model::compile(scenario) {
            let room = Realisation::as_stated(&model);
            let setting = Setting {
                model: &model,
                preferences: &room.national,
                voices: &room.present,
                at_status_quo: &room.at_status_quo,
            };
            analysis.add_preferences(scenario, &setting);
        }
        analysis
    }

    /// Adds everything that depends on preferences.
    fn add_preferences(&mut self, scenario: &Scenario, setting: &Setting<'_>) {
        let names = scenario.countries.names().zip(setting.voices).filter(|(_, voice)| **voice);
        self.voices = names.map(|(name, _)| name.to_owned()).collect();
        self.ambition = AmbitionAnalysis::of(scenario, setting);
        let rule = &setting.model.rule;
        self.trap = Trap::of(setting, rule);
        self.agreement = Agreement::of(setting, self.ambition.as_ref());
        self.consensus = Consensus::of(setting, rule);
        self.deals = Deals::of(setting, rule);
        self.vetoes = Some(Vetoes::of(setting, self.agreement.as_ref()));
        self.choice = RuleChoice::under(setting, rule);
        let fallback = setting.model.fallback.as_ref();
        self.fallback_choice = fallback.and_then(|fallback| RuleChoice::under(setting, &fallback.rule));
        self.breadth = Breadth::of(setting);
    }
}

/// Rounds a solver's result to its precision.
fn rounded(x: f64) -> f64 {
    (x * 1e6).round() / 1e6
}
