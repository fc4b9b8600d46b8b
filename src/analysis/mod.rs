//! What can be said of a scenario without negotiating: what could be agreed, who can stop it, what the rule makes of
//! the room (model §§2, 4, 5).
//!
//! Everything is computed from the preferences as stated, nothing drawn, over those with a voice: all countries that
//! are not away from the start.

mod agreement;
mod ambition;
mod breadth;
mod choice;
mod deals;
mod vetoes;
mod voting;

use serde::Serialize;

pub use agreement::{Agreement, Improvable, Solved};
pub use ambition::{Ambition, BlocBallot, ClauseBounds, Trap};
pub use breadth::{Breadth, Willing};
pub use choice::{Choice, ClauseChoice, SampledChoice};
pub use deals::{Deal, Deals, Demanding, Settled};
pub use vetoes::{Pivotal, Vetoes};
pub use voting::{MemberPower, Nakamura, Voting};

use crate::{
    model::{Model, Preferences},
    negotiation::Room,
    scenario::Scenario,
};

/// What can be said of a scenario without negotiating.
#[derive(Clone, Debug, Serialize)]
pub struct Analysis {
    /// The scenario's title.
    pub scenario: String,
    /// The scenario's hash.
    pub hash: String,
    /// The version that analysed it.
    pub version: &'static str,
    /// Who has a voice, by key.
    pub voices: Vec<String>,
    /// How far up the room would go; none where no clause is a matter of ambition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ambition: Option<Ambition>,
    /// Whether the rule keeps from a majority what it wants; none without a scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trap: Option<Trap>,
    /// What all could agree on; none where a clause is a choice among options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<Agreement>,
    /// Every deal, where all clauses are choices among options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deals: Option<Deals>,
    /// Who can stop a text, and who holds the others down; none of a body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vetoes: Option<Vetoes>,
    /// What the rule would choose between texts; none without a scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choice: Option<Choice>,
    /// The same for what decides when that fails.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback_choice: Option<Choice>,
    /// Who would sign what among the willing; none where no clause is a matter of ambition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub breadth: Option<Breadth>,
    /// The rule that decides first.
    pub rule: Voting,
    /// What decides when that fails.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback: Option<Voting>,
}

/// What an analysis rests on: the parties as stated, nothing drawn.
pub struct Setting<'a> {
    /// The case.
    pub model: &'a Model,
    /// What each country wants, after lobbying.
    pub preferences: &'a Preferences,
    /// Who has a voice.
    pub voices: &'a [bool],
    /// u(q), by those wishes.
    pub at_status_quo: &'a [f64],
}

impl Analysis {
    /// Analyses a valid scenario; of a body, its rule alone.
    pub fn of(scenario: &Scenario) -> Self {
        let (rule, fallback) = scenario.rule.compile();
        let mut analysis = Self {
            scenario: scenario.title.clone(),
            hash: scenario.hash(),
            version: env!("CARGO_PKG_VERSION"),
            voices: Vec::new(),
            ambition: None,
            trap: None,
            agreement: None,
            deals: None,
            vetoes: None,
            choice: None,
            fallback_choice: None,
            breadth: None,
            rule: Voting::under(scenario, &rule),
            fallback: fallback.map(|f| Voting::under(scenario, &f.rule)),
        };
        if let Ok(model) = Model::compile(scenario) {
            let room = Room::as_stated(&model);
            let setting = Setting {
                model: &model,
                preferences: &room.national,
                voices: &room.present,
                at_status_quo: &room.at_status_quo,
            };
            analysis.assess(scenario, &setting);
        }
        analysis
    }

    fn assess(&mut self, scenario: &Scenario, setting: &Setting<'_>) {
        let names = scenario.countries.names().zip(setting.voices).filter(|(_, voice)| **voice);
        self.voices = names.map(|(name, _)| name.to_owned()).collect();
        self.ambition = Ambition::of(scenario, setting);
        let rule = &setting.model.rule;
        self.trap = Trap::of(setting, rule);
        self.agreement = Agreement::of(setting, self.ambition.as_ref());
        self.deals = Deals::of(setting, rule);
        self.vetoes = Some(Vetoes::of(setting, self.agreement.as_ref()));
        self.choice = Choice::under(setting, rule);
        let fallback = setting.model.fallback.as_ref();
        self.fallback_choice = fallback.and_then(|fallback| Choice::under(setting, &fallback.rule));
        self.breadth = Breadth::of(setting);
    }
}

/// A solver's figure, without the digits it does not know.
fn rounded(x: f64) -> f64 {
    (x * 1e6).round() / 1e6
}
