//! What a decision rule would choose in votes between texts: the winset of the status quo, the core, and the pivotal parties
//! of each clause. Exact for single clauses, sampled for full texts.

use serde::Serialize;

use super::Setting;
use crate::{
    benchmark::{ClauseVote, Contest, Sampled, caplin_nalebuff, greenberg},
    text::{ClauseId, Text},
    voting::DecisionRule,
};

/// What a rule would choose.
#[derive(Clone, Debug, Serialize)]
pub struct RuleChoice {
    /// Each clause with the others fixed; exact.
    pub clauses: Vec<ClauseChoice>,
    /// Full texts, sampled; `None` if there is only one clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sampled: Option<SampledChoice>,
    /// The number of scale clauses that concern some party.
    pub dimensions: usize,
    /// The share of votes above which some text is always unbeaten, D/(D+1) (Greenberg 1979).
    pub always_safe_above: f64,
    /// The share of votes above which the mean ideal is unbeaten, if ideals are uniform (Caplin & Nalebuff 1988).
    pub safe_if_even_above: f64,
}

/// One clause with the others fixed.
#[derive(Clone, Debug, Serialize)]
pub struct ClauseChoice {
    /// Its key.
    pub name: String,
    /// The interval of unbeaten values; `None` if every value is beaten.
    pub core: Option<(f64, f64)>,
    /// The intervals that beat the status quo.
    pub winset: Vec<(f64, f64)>,
    /// On an ambition clause, the deepest value that the rule carries if everyone accepts what is no worse than the status quo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deepest: Option<f64>,
    /// Keys of the parties that refuse anything deeper.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pivots: Vec<String>,
}

/// Results for a uniform sample of full texts.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct SampledChoice {
    /// Texts that beat the status quo.
    pub winset: Sampled,
    /// Texts for which no challenger was found.
    pub core: Sampled,
    /// The number of challengers of each text.
    pub challengers: u64,
    /// Whether a challenger of the median's text was found; `None` if there is no such text.
    pub median_beaten: Option<bool>,
}

/// The maximum number of utilities computed for a sample.
const MAX_UTILITIES: u64 = 30_000_000;
/// The maximum number of texts sampled for the winset.
const MAX_DRAWS: u64 = 10_000;
/// The number of challengers of each text, of each kind.
const TRIES: u64 = 200;

impl RuleChoice {
    /// Analyses the choices of this rule; `None` if no clause is a scale.
    pub fn under(setting: &Setting<'_>, rule: &DecisionRule) -> Option<Self> {
        let Setting { model, preferences, .. } = *setting;
        let scales: Vec<ClauseId> = model
            .clause_ids()
            .filter(|&c| preferences.option_count(c) == 0 && setting.concerned(c) > 0)
            .collect();
        let dimensions = scales.len();
        (dimensions > 0).then(|| Self {
            clauses: scales.iter().map(|&clause| ClauseChoice::on(setting, rule, clause)).collect(),
            sampled: (model.clauses.len() > 1).then(|| SampledChoice::under(setting, rule)),
            dimensions,
            always_safe_above: greenberg(dimensions),
            safe_if_even_above: caplin_nalebuff(dimensions),
        })
    }
}

impl ClauseChoice {
    fn on(setting: &Setting<'_>, rule: &DecisionRule, clause: ClauseId) -> Self {
        let Setting { model, preferences, voices, .. } = *setting;
        let compiled = &model.clauses[clause.index()];
        let line = ClauseVote::on(model, preferences, voices, rule, clause);
        let q = compiled.status_quo.middle();
        let deepest = (model.depth.weight(clause) > 0.0).then(|| line.deepest(q));
        let pivots = deepest.iter().flat_map(|(_, pivots)| pivots);
        Self {
            name: compiled.name.clone(),
            core: line.core(),
            winset: line.winset(q),
            pivots: pivots.map(|&i| model.countries[i].name.clone()).collect(),
            deepest: deepest.map(|(value, _)| value),
        }
    }
}

impl SampledChoice {
    fn under(setting: &Setting<'_>, rule: &DecisionRule) -> Self {
        let Setting { model, preferences, voices, .. } = *setting;
        let contest = Contest { model, preferences, voices, rule };
        let text = (voices.len() * model.clauses.len()) as u64;
        let draws = (MAX_UTILITIES / text.max(1)).clamp(200, MAX_DRAWS);
        let cores = (MAX_UTILITIES / (2 * TRIES * text).max(1)).clamp(20, 300);
        Self {
            winset: contest.winset(&Text(model.status_quo().collect()), draws),
            core: contest.unbeaten(cores, TRIES),
            challengers: 2 * TRIES,
            median_beaten: setting.median_text().map(|text| contest.challenger(&text, 5 * TRIES).is_some()),
        }
    }
}
