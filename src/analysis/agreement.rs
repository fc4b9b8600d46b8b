//! What could be agreed: the deepest text, and what theories of fair division would write (model §5).

use serde::Serialize;

use super::{Ambition, Setting, ambition::closed, rounded};
use crate::{
    stance::TOLERANCE,
    text::Text,
    yardstick::agreement::{AgreementSet, Solution, Unsolved},
};

/// What could be agreed by all with a voice, against what holds now.
#[derive(Clone, Debug, Serialize)]
pub struct Agreement {
    /// Texts that everybody would accept, each best at something.
    pub solutions: Vec<Solved>,
    /// D^T*: depth of the deepest of them.
    pub tolerance_frontier: Option<f64>,
    /// D^T* − D^T: what trading across clauses adds.
    pub linkage_gain: Option<f64>,
    /// The part of the way to the median's depth that is closed even to packages.
    pub reversion_bias: Option<f64>,
    /// How much everybody could gain at once from certain texts.
    pub pareto: Vec<Improvable>,
    /// What could not be solved, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unsolved: Vec<String>,
}

/// A text that everybody would accept.
#[derive(Clone, Debug, Serialize)]
pub struct Solved {
    /// What it is best at.
    pub name: &'static str,
    /// Its clauses, in the order of the scenario.
    pub text: Vec<f64>,
    /// D, scope clauses at full coverage.
    pub depth: f64,
    /// The least that anybody gains, in utility.
    pub least_gain: f64,
    /// Who gains no more than that, by key.
    pub least_gain_of: Vec<String>,
    /// What they gain on average.
    pub mean_gain: f64,
}

/// How far a text is from the Pareto frontier.
#[derive(Clone, Debug, Serialize)]
pub struct Improvable {
    /// Which text.
    pub name: &'static str,
    /// By how much everybody could fare better at once, in utility: 0 on the frontier.
    pub all_could_gain: f64,
}

impl Agreement {
    /// Solves for what could be agreed; none where a clause is a choice among options, or nobody has a voice.
    pub fn of(setting: &Setting<'_>, ambition: Option<&Ambition>) -> Option<Self> {
        let Setting { model, preferences, voices, at_status_quo } = *setting;
        let set = AgreementSet::new(model, preferences, voices, at_status_quo).ok()?;
        let mut agreement = Self {
            solutions: Vec::new(),
            tolerance_frontier: None,
            linkage_gain: None,
            reversion_bias: None,
            pareto: Vec::new(),
            unsolved: Vec::new(),
        };
        if let Some(ambition) = ambition {
            agreement.add(setting, "deepest", set.deepest());
            agreement.measure(ambition);
        }
        agreement.add(setting, "Nash", set.nash(None));
        agreement.add(setting, "Kalai–Smorodinsky", set.kalai_smorodinsky());
        agreement.add(setting, "egalitarian", set.egalitarian());
        agreement.add(setting, "utilitarian", set.utilitarian());
        agreement.improve(setting, &set);
        Some(agreement)
    }

    fn add(&mut self, setting: &Setting<'_>, name: &'static str, solved: Result<Solution, Unsolved>) {
        match solved {
            Ok(solution) => self.solutions.push(Solved::new(setting, name, &solution)),
            Err(why) => self.unsolved.push(format!("{name}: {why}")),
        }
    }

    fn measure(&mut self, ambition: &Ambition) {
        let Some(depth) = self.solutions.first().map(|deepest| deepest.depth) else { return };
        let way = ambition.median - ambition.status_quo;
        self.tolerance_frontier = Some(depth);
        self.linkage_gain = Some(rounded(depth - ambition.bound).max(0.0));
        self.reversion_bias = (way > TOLERANCE).then(|| rounded(closed(depth, ambition.status_quo, way)));
    }

    /// How far what holds, the LCD and the median's text lie from the frontier.
    fn improve(&mut self, setting: &Setting<'_>, set: &AgreementSet<'_>) {
        let everybody: Vec<usize> = (0..setting.voices.len()).filter(|&i| setting.voices[i]).collect();
        let texts = [
            ("what holds now", Some(Text(setting.model.status_quo().collect()))),
            ("the LCD", setting.least_common()),
            ("the median's text", setting.medians()),
        ];
        for (name, text) in texts {
            if let Some(Ok(gain)) = text.map(|text| set.improvement(&everybody, &text)) {
                self.pareto.push(Improvable { name, all_could_gain: rounded(gain).max(0.0) });
            }
        }
    }
}

impl Solved {
    fn new(setting: &Setting<'_>, name: &'static str, solution: &Solution) -> Self {
        let gains: Vec<(usize, f64)> = (0..setting.voices.len())
            .filter(|&i| setting.voices[i])
            .map(|i| (i, rounded(solution.surpluses[i])))
            .collect();
        let least = gains.iter().map(|(_, gain)| *gain).fold(f64::INFINITY, f64::min);
        let no_more = gains.iter().filter(|(_, gain)| *gain <= least + 1e-4);
        #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 parties
        let mean = gains.iter().map(|(_, gain)| gain).sum::<f64>() / gains.len() as f64;
        Self {
            name,
            text: solution.text.0.iter().map(|value| rounded(value.middle())).collect(),
            depth: rounded(solution.depth),
            least_gain: least.max(0.0),
            least_gain_of: no_more.map(|&(i, _)| setting.model.countries[i].name.clone()).collect(),
            mean_gain: rounded(mean),
        }
    }
}
