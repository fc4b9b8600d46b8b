//! Breadth against depth: coalitions of the willing, if a text bound only its signatories.

use serde::Serialize;

use super::Setting;
use crate::benchmark::{Coalition, IdealDepths, Lcd, coalitions_of_the_willing};

/// Coalitions of the most ambitious.
#[derive(Clone, Debug, Serialize)]
pub struct Breadth {
    /// The coalition with the largest signatories × depth.
    pub best: Willing,
    /// The coalition of all parties.
    pub all: Willing,
    /// Σ D(p_i): every party at its own ideal, as differentiated obligations would allow.
    pub differentiated: f64,
    /// Depth by number of signatories, starting at 1.
    pub depths: Vec<f64>,
}

/// A coalition of the willing.
#[derive(Clone, Debug, Serialize)]
pub struct Willing {
    /// The number of signatories.
    pub signatories: usize,
    /// The key of the least ambitious signatory.
    pub last: String,
    /// Depth of their text: each clause at the ideal of the least ambitious signatory.
    pub depth: f64,
    /// signatories × depth.
    pub total: f64,
    /// Signatories' share of materiality × depth.
    pub by_materiality: f64,
}

impl Breadth {
    /// Coalitions of the parties with a voice; `None` if no clause counts towards depth.
    pub fn of(setting: &Setting<'_>) -> Option<Self> {
        let Setting { model, preferences, voices, .. } = *setting;
        model.depth.ambition_clauses().next()?;
        let lcd = Lcd::of(&model.depth, preferences, voices);
        let ideal_depths = IdealDepths::over(&model.depth, preferences, voices, &lcd);
        let coalitions = coalitions_of_the_willing(&model.depth, preferences, voices);
        let (mut materiality, mut willing) = (0.0, Vec::new());
        for coalition in &coalitions {
            materiality += model.countries[coalition.last].materiality;
            willing.push(Willing::new(setting, coalition, materiality));
        }
        let best =
            willing.iter().fold(None::<&Willing>, |best, w| best.filter(|b| b.total >= w.total).or(Some(w)));
        Some(Self {
            best: best?.clone(),
            all: willing.last()?.clone(),
            differentiated: (0..voices.len()).filter(|&i| voices[i]).map(|i| ideal_depths.of(i)).sum(),
            depths: coalitions.iter().map(|c| c.depth).collect(),
        })
    }
}

impl Willing {
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 parties
    fn new(setting: &Setting<'_>, coalition: &Coalition, materiality: f64) -> Self {
        Self {
            signatories: coalition.signatories,
            last: setting.model.countries[coalition.last].name.clone(),
            depth: coalition.depth,
            total: coalition.signatories as f64 * coalition.depth,
            by_materiality: materiality * coalition.depth,
        }
    }
}
