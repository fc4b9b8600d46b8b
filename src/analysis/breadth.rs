//! Breadth against depth: who would sign what among the willing, if a text bound its signatories only.

use serde::Serialize;

use super::Setting;
use crate::yardstick::{Coalition, IdealDepths, Lcd, coalitions_of_the_willing};

/// Coalitions of the most ambitious.
#[derive(Clone, Debug, Serialize)]
pub struct Breadth {
    /// The coalition whose signatures and depth come to most.
    pub best: Willing,
    /// Everybody.
    pub all: Willing,
    /// Σ D(p_i): everybody at its own ideal, as differentiated obligations could have it.
    pub differentiated: f64,
    /// Depth by number of signatories, from 1 on.
    pub depths: Vec<f64>,
}

/// A coalition of the willing.
#[derive(Clone, Debug, Serialize)]
pub struct Willing {
    /// How many sign.
    pub signatories: usize,
    /// The least ambitious of them, by key.
    pub last: String,
    /// Depth of their text: each clause where the least ambitious of them wants it.
    pub depth: f64,
    /// signatories × depth.
    pub total: f64,
    /// Their share of materiality × depth.
    pub by_materiality: f64,
}

impl Breadth {
    /// Coalitions of those with a voice; none where no clause is a matter of ambition.
    pub fn of(setting: &Setting<'_>) -> Option<Self> {
        let Setting { model, preferences, voices, .. } = *setting;
        model.depth.ambition_clauses().next()?;
        let lcd = Lcd::of(&model.depth, preferences, voices);
        let ambitions = IdealDepths::over(&model.depth, preferences, voices, &lcd);
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
            differentiated: (0..voices.len()).filter(|&i| voices[i]).map(|i| ambitions.of(i)).sum(),
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
