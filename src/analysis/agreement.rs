//! What could be agreed: the deepest acceptable text and the bargaining solutions (specification §5).

use serde::Serialize;

use super::{AmbitionAnalysis, Setting, ambition::reversion_bias, rounded};
use crate::{
    benchmark::agreement::{AgreementSet, Solution, Unsolved},
    stance::TOLERANCE,
    text::Text,
};

/// What all parties with a voice could agree on instead of the status quo.
#[derive(Clone, Debug, Serialize)]
pub struct Agreement {
    /// Acceptable texts, each optimal by some criterion.
    pub solutions: Vec<Solved>,
    /// D^T*: depth of the deepest acceptable text.
    pub tolerance_frontier: Option<f64>,
    /// D^T* − D^T: the depth gained by trading across clauses.
    pub linkage_gain: Option<f64>,
    /// The reversion bias of packages; `None` if the median wants no more than the status quo.
    pub reversion_bias: Option<f64>,
    /// How far certain texts are from the Pareto frontier.
    pub pareto: Vec<Improvable>,
    /// Solutions that could not be computed, with the reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unsolved: Vec<String>,
}

/// A text that every party would accept.
#[derive(Clone, Debug, Serialize)]
pub struct Solved {
    /// The criterion by which it is optimal.
    pub name: &'static str,
    /// Its values, in the order of the clauses.
    pub text: Vec<f64>,
    /// The depth D, with scope clauses at full coverage.
    pub depth: f64,
    /// The smallest gain of any party, in utility.
    pub least_gain: f64,
    /// Keys of the parties with the smallest gain.
    pub least_gain_of: Vec<String>,
    /// The mean gain, in utility.
    pub mean_gain: f64,
}

/// How far a text is from the Pareto frontier.
#[derive(Clone, Debug, Serialize)]
pub struct Improvable {
    /// The name of the text.
    pub name: &'static str,
    /// The largest gain that all parties could have at once, in utility; 0 on the frontier.
    pub all_could_gain: f64,
}

impl Agreement {
    /// Computes the solutions; `None` if a clause is a choice among options or no party has a voice.
    pub fn of(setting: &Setting<'_>, ambition: Option<&AmbitionAnalysis>) -> Option<Self> {
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
            agreement.set_frontier(ambition);
        }
        agreement.add(setting, "Nash", set.nash(None));
        agreement.add(setting, "Kalai–Smorodinsky", set.kalai_smorodinsky());
        agreement.add(setting, "egalitarian", set.egalitarian());
        agreement.add(setting, "utilitarian", set.utilitarian());
        agreement.add_improvable(setting, &set);
        Some(agreement)
    }

    fn add(&mut self, setting: &Setting<'_>, name: &'static str, solved: Result<Solution, Unsolved>) {
        match solved {
            Ok(solution) => self.solutions.push(Solved::new(setting, name, &solution)),
            Err(why) => self.unsolved.push(format!("{name}: {why}")),
        }
    }

    fn set_frontier(&mut self, ambition: &AmbitionAnalysis) {
        let Some(depth) = self.solutions.first().map(|deepest| deepest.depth) else { return };
        let distance = ambition.median - ambition.status_quo;
        self.tolerance_frontier = Some(depth);
        self.linkage_gain = Some(rounded(depth - ambition.bound).max(0.0));
        let bias = || rounded(reversion_bias(depth, ambition.status_quo, distance));
        self.reversion_bias = (distance > TOLERANCE).then(bias);
    }

    /// Adds the distances of the status quo, the LCD and the median's text from the frontier.
    fn add_improvable(&mut self, setting: &Setting<'_>, set: &AgreementSet<'_>) {
        let everybody: Vec<usize> = (0..setting.voices.len()).filter(|&i| setting.voices[i]).collect();
        let texts = [
            ("what holds now", Some(Text(setting.model.status_quo().collect()))),
            ("the LCD", setting.lcd_text()),
            ("the median's text", setting.median_text()),
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
        let smallest = gains.iter().filter(|(_, gain)| *gain <= least + 1e-4);
        #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 parties
        let mean = gains.iter().map(|(_, gain)| gain).sum::<f64>() / gains.len() as f64;
        Self {
            name,
            text: solution.text.0.iter().map(|value| rounded(value.middle())).collect(),
            depth: rounded(solution.depth),
            least_gain: least.max(0.0),
            least_gain_of: smallest.map(|&(i, _)| setting.model.countries[i].name.clone()).collect(),
            mean_gain: rounded(mean),
        }
    }
}
