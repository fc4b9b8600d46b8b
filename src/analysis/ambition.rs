//! AmbitionAnalysis benchmarks: the lowest common denominator, the depth that everyone would accept, and the depth that the median
//! wants (specification §2).
//!
//! *Reversion bias*: the share of the distance from the status quo to the median's text that is lost because every party
//! must accept, 1 − (D − D(q))/(D^R − D(q)), with D = D^T clause by clause and D = D^T* for packages. *Joint-decision trap*
//! (Scharpf 1988): a majority would gain from a text, but the rule keeps the status quo. It is tested on the median's text,
//! in which each clause is at its median ideal, against u(q), without costs of failure or isolation.

use serde::Serialize;

use super::Setting;
use crate::{
    benchmark::Lcd,
    model::{Appraisal, BlocModel},
    scenario::Scenario,
    stance::{TOLERANCE, acceptance_vote, preference_vote},
    text::{ClauseId, Text, Value},
    voting::{DecisionRule, Tally, Vote},
};

/// The ambition benchmarks of a scenario. Depths are in [0, 1].
#[derive(Clone, Debug, Serialize)]
pub struct AmbitionAnalysis {
    /// Clause by clause.
    pub clauses: Vec<ClauseBounds>,
    /// D(q).
    pub status_quo: f64,
    /// D^L.
    pub lcd: f64,
    /// D^T.
    pub bound: f64,
    /// D^R.
    pub median: f64,
    /// The ambition gap D^R − D^L; `None` if it is below the scenario's threshold.
    pub conflict: Option<f64>,
    /// The reversion bias clause by clause; `None` if the median wants no more than the status quo.
    pub reversion_bias: Option<f64>,
    /// Expected D^L of the same number of parties with ideals uniform on each clause.
    pub lcd_by_chance: f64,
}

/// One ambition clause.
#[derive(Clone, Debug, Serialize)]
pub struct ClauseBounds {
    /// Its key.
    pub name: String,
    /// Its share of depth.
    pub weight: f64,
    /// q_d.
    pub status_quo: f64,
    /// L_d.
    pub lcd: f64,
    /// T_d.
    pub bound: f64,
    /// The median ideal.
    pub median: f64,
    /// The number of parties it concerns.
    pub concerned: usize,
    /// Keys of the parties with the lowest ideal.
    pub least_ambitious: Vec<String>,
    /// Keys of the parties with the lowest acceptance ceiling.
    pub least_willing: Vec<String>,
}

/// A vote on the median's text.
#[derive(Clone, Debug, Serialize)]
pub struct Trap {
    /// D of the median's text.
    pub depth: f64,
    /// Keys of the parties that would gain by it.
    pub gain: Vec<String>,
    /// Keys of the parties that would lose by it.
    pub lose: Vec<String>,
    /// Whether a simple majority would carry it.
    pub majority: bool,
    /// Whether the decision rule would carry it.
    pub carried: bool,
    /// Whether a majority would carry it but the rule would not.
    pub trapped: bool,
    /// The votes of each bloc's members on it.
    pub blocs: Vec<BlocBallot>,
}

/// The votes of a bloc's members.
#[derive(Clone, Debug, Serialize)]
pub struct BlocBallot {
    /// The bloc's key.
    pub name: String,
    /// The number of members in favour.
    pub yes: u64,
    /// The number of members against.
    pub no: u64,
    /// The number of indifferent members.
    pub abstain: u64,
    /// The agreement index, 1 if all vote alike (Hix, Noury & Roland 2005).
    pub agreement: f64,
}

impl AmbitionAnalysis {
    /// Computes the benchmarks; `None` if no clause counts towards depth.
    pub fn of(scenario: &Scenario, setting: &Setting) -> Option<Self> {
        let Setting { model, preferences, voices, .. } = setting;
        let scale = &model.depth;
        let lcd = Lcd::of(scale, preferences, voices);
        let keys = |list: Vec<usize>| list.into_iter().map(|i| model.countries[i].name.clone()).collect();
        let clauses: Vec<ClauseBounds> = scale
            .ambition_clauses()
            .map(|clause| {
                let (ambitious, willing) = Lcd::least(scale, preferences, voices, clause);
                ClauseBounds {
                    name: model.clauses[clause.index()].name.clone(),
                    weight: scale.weight(clause),
                    status_quo: scale.status_quo(clause),
                    lcd: lcd.strong[clause.index()],
                    bound: lcd.weak[clause.index()],
                    median: lcd.reference[clause.index()],
                    concerned: setting.concerned(clause),
                    least_ambitious: keys(ambitious),
                    least_willing: keys(willing),
                }
            })
            .collect();
        let status_quo = scale.of_status_quo();
        let (gap, distance) = (lcd.gap(), lcd.depth_reference - status_quo);
        let by_chance = |c: &ClauseBounds| c.weight * expected_strong_lcd(c.concerned, c.status_quo);
        (!clauses.is_empty()).then(|| Self {
            status_quo,
            lcd: lcd.depth_strong,
            bound: lcd.depth_weak,
            median: lcd.depth_reference,
            conflict: (gap >= scenario.thresholds.ambition_gap).then_some(gap),
            reversion_bias: (distance > TOLERANCE)
                .then(|| reversion_bias(lcd.depth_weak, status_quo, distance)),
            lcd_by_chance: clauses.iter().map(by_chance).sum(),
            clauses,
        })
    }
}

/// The reversion bias of a depth, with `distance` from the status quo to the median's depth.
pub(super) fn reversion_bias(depth: f64, status_quo: f64, distance: f64) -> f64 {
    (1.0 - (depth - status_quo) / distance).clamp(0.0, 1.0)
}

/// E[max(q, min p)] of n uniform ideals: q + (1 − q)ⁿ⁺¹/(n + 1), which is 1/(n + 1) at q = 0.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_possible_wrap)]
fn expected_strong_lcd(n: usize, q: f64) -> f64 {
    if n == 0 { q } else { q + (1.0 - q).powi(n as i32 + 1) / (n as f64 + 1.0) }
}

impl Trap {
    /// Puts the median's text to the vote; `None` if no clause is a scale.
    pub fn of(setting: &Setting, rule: &DecisionRule) -> Option<Self> {
        let text = setting.median_text()?;
        let Setting { model, preferences, voices, .. } = setting;
        let mut judged = Appraisal::default();
        judged.judge(preferences, &text);
        let mut tally = Tally::default();
        let (mut gain, mut lose) = (Vec::new(), Vec::new());
        for (i, country) in model.countries.iter().enumerate() {
            let change = judged.utilities()[i] - setting.at_status_quo[i];
            let vote = match voices[i] {
                true => acceptance_vote(change, setting.is_concerned(i, &text)),
                false => Vote::Absent,
            };
            if voices[i] && change.abs() > TOLERANCE {
                if change > 0.0 { &mut gain } else { &mut lose }.push(country.name.clone());
            }
            tally.cast(vote, &country.voting_weight);
        }
        let (majority, carried) = (DecisionRule::simple_majority().carries(&tally), rule.carries(&tally));
        Some(Self {
            depth: model.depth.nominal(&text),
            gain,
            lose,
            majority,
            carried,
            trapped: majority && !carried,
            blocs: setting.bloc_ballots(judged.utilities()),
        })
    }
}

impl Setting<'_> {
    /// The votes of each bloc's members with a voice between a text with these utilities and the status quo.
    fn bloc_ballots(&self, utilities: &[f64]) -> Vec<BlocBallot> {
        let ballot = |bloc: &BlocModel| {
            let mut tally = Tally::default();
            for &(i, _) in bloc.members.iter().filter(|(i, _)| self.voices[*i]) {
                let vote = preference_vote(utilities[i] - self.at_status_quo[i]);
                tally.cast(vote, &self.model.countries[i].voting_weight);
            }
            Some(BlocBallot {
                name: bloc.name.clone(),
                yes: tally.yes.heads,
                no: tally.no.heads,
                abstain: tally.abstain.heads,
                agreement: tally.agreement_index()?,
            })
        };
        self.model.blocs.iter().filter_map(ballot).collect()
    }

    /// Whether a text changes a clause that concerns a party; one that changes none is everyone's.
    fn is_concerned(&self, party: usize, text: &Text) -> bool {
        let is_changed = |clause: &ClauseId| text[*clause] != self.model.clauses[clause.index()].status_quo;
        let mut changed = self.model.clause_ids().filter(is_changed).peekable();
        changed.peek().is_none() || changed.any(|clause| self.preferences.salience(party, clause) > 0.0)
    }

    /// The number of parties with a voice that a clause concerns.
    pub(super) fn concerned(&self, clause: ClauseId) -> usize {
        (0..self.voices.len())
            .filter(|&i| self.voices[i] && self.preferences.salience(i, clause) > 0.0)
            .count()
    }

    /// The LCD text: each ambition clause at its strong LCD point, others at the status quo; `None` without such a clause.
    pub(super) fn lcd_text(&self) -> Option<Text> {
        let mut text = Text(self.model.status_quo().collect());
        let lcd = Lcd::of(&self.model.depth, self.preferences, self.voices);
        let mut any = false;
        for clause in self.model.depth.ambition_clauses().filter(|&c| self.preferences.option_count(c) == 0) {
            text[clause] = Value::point(lcd.strong[clause.index()]);
            any = true;
        }
        any.then_some(text)
    }

    /// The median's text: each scale clause at its median ideal, options at the status quo; `None` without a scale clause.
    pub(super) fn median_text(&self) -> Option<Text> {
        let mut text = Text(self.model.status_quo().collect());
        let scales: Vec<ClauseId> =
            self.model.clause_ids().filter(|&c| self.preferences.option_count(c) == 0).collect();
        for &clause in &scales {
            let concerned = (0..self.voices.len())
                .filter(|&i| self.voices[i] && self.preferences.salience(i, clause) > 0.0);
            let mut ideals: Vec<f64> = concerned.map(|i| self.preferences.ideal(i, clause)).collect();
            ideals.sort_unstable_by(f64::total_cmp);
            if let Some(median) = crate::benchmark::median(&ideals) {
                text[clause] = Value::point(median);
            }
        }
        (!scales.is_empty()).then_some(text)
    }
}
