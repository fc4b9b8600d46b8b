//! What a rule would make of the wishes in the room if texts were put against each other: the winset of what holds, the
//! core, who decides clause by clause; exact on each clause, by sampling over whole texts.

use serde::Serialize;

use super::Setting;
use crate::{
    text::{ClauseId, Text},
    voting::DecisionRule,
    yardstick::{Contest, Line, Sampled, caplin_nalebuff, greenberg},
};

/// What a rule would choose.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// Each clause on its own, everything else as it is; exact.
    pub clauses: Vec<ClauseChoice>,
    /// Whole texts, by sampling; none where a single clause says it all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sampled: Option<SampledChoice>,
    /// On how many clauses texts can differ.
    pub dimensions: usize,
    /// The share of votes above which some text is always unbeaten, D/(D+1) (Greenberg 1979).
    pub always_safe_above: f64,
    /// The share above which the mean wish is, where wishes are spread evenly (Caplin & Nalebuff 1988).
    pub safe_if_even_above: f64,
}

/// One clause on its own.
#[derive(Clone, Debug, Serialize)]
pub struct ClauseChoice {
    /// Its key.
    pub name: String,
    /// Values that nothing beats; none where everything is beaten.
    pub core: Option<(f64, f64)>,
    /// Stretches that beat what holds.
    pub winset: Vec<(f64, f64)>,
    /// On an ambition clause, the most the rule carries if everyone says yes to what is no worse than what holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deepest: Option<f64>,
    /// Whose refusal of more decides that, by key.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pivots: Vec<String>,
}

/// Whole texts, drawn evenly.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct SampledChoice {
    /// Texts that the rule carries over what holds.
    pub winset: Sampled,
    /// Texts that nothing was found to beat.
    pub core: Sampled,
    /// How many challengers each was put against.
    pub challengers: u64,
    /// Whether one was found that beats the median's text; none where there is no such text.
    pub median_beaten: Option<bool>,
}

/// How many utilities may be worked out for a sample.
const BUDGET: u64 = 30_000_000;
/// Texts drawn to find those that beat what holds.
const DRAWS: u64 = 10_000;
/// Challengers of each text, of each sort.
const TRIES: u64 = 200;

impl Choice {
    /// What this rule would choose; none where no clause is a scale.
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
        let line = Line::on(model, preferences, voices, rule, clause);
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
        let draws = (BUDGET / text.max(1)).clamp(200, DRAWS);
        let cores = (BUDGET / (2 * TRIES * text).max(1)).clamp(20, 300);
        Self {
            winset: contest.winset(&Text(model.status_quo().collect()), draws),
            core: contest.unbeaten(cores, TRIES),
            challengers: 2 * TRIES,
            median_beaten: setting.medians().map(|text| contest.challenger(&text, 5 * TRIES).is_some()),
        }
    }
}
