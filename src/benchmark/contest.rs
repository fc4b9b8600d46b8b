//! Votes between full texts: y beats x iff the rule carries y when parties that prefer y vote yes, parties that prefer x
//! vote no, and the others abstain.
//!
//! On one clause [`super::ClauseVote`] is exact. On several clauses the winset and the core are *sampled*, with a fixed sequence of
//! random numbers: W(x) by uniform texts; the core by challenging a text with uniform texts and with short steps in all
//! directions, because with concave utility a party that gains by a long step also gains by a short one (McKelvey 1976;
//! Plott 1967). A text that no sampled challenger beats may still be beatable.

use crate::{
    model::{Judgement, Model, Preferences},
    random::{endless, normal_quantile},
    stance::preference_vote,
    text::{Text, Value},
    voting::{DecisionRule, Tally, Vote},
};

/// The length of a short step.
const STEP: f64 = 1e-3;

/// A count in a random sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Sampled {
    /// The number of draws counted.
    pub count: u64,
    /// The number of draws.
    pub of: u64,
}

/// Parties that vote between texts.
#[derive(Clone, Copy, Debug)]
pub struct Contest<'a> {
    /// The compiled scenario.
    pub model: &'a Model,
    /// The countries' preferences.
    pub preferences: &'a Preferences,
    /// Which countries are present.
    pub voices: &'a [bool],
    /// The decision rule.
    pub rule: &'a DecisionRule,
}

impl Contest<'_> {
    /// The ballot on `y` against a text with these utilities.
    pub fn ballot(&self, y: &Text, now: &[f64]) -> Tally {
        let then = self.utilities(y);
        let mut tally = Tally::default();
        for (i, country) in self.model.countries.iter().enumerate() {
            let vote = if self.voices[i] { preference_vote(then[i] - now[i]) } else { Vote::Absent };
            tally.cast(vote, &country.voting_weight);
        }
        tally
    }

    /// Whether the rule carries `y` over `x`.
    pub fn beats(&self, y: &Text, x: &Text) -> bool {
        self.rule.carries(&self.ballot(y, &self.utilities(x)))
    }

    /// Of `draws` uniform texts, the number that beat `x`.
    pub fn winset(&self, x: &Text, draws: u64) -> Sampled {
        let now = self.utilities(x);
        let mut numbers = endless("winset");
        let beats = |_: &u64| self.rule.carries(&self.ballot(&self.uniform_text(&mut numbers), &now));
        Sampled { count: (0..draws).filter(beats).count() as u64, of: draws }
    }

    /// A text that beats `x`, if one is found among `tries` short steps in random directions and `tries` uniform texts.
    pub fn challenger(&self, x: &Text, tries: u64) -> Option<Text> {
        let now = self.utilities(x);
        let (mut directions, mut numbers) = (endless("directions"), endless("challengers"));
        let beats = |y: &Text| self.rule.carries(&self.ballot(y, &now));
        (0..tries)
            .find_map(|_| Some(self.step_from(x, &mut directions)).filter(beats))
            .or_else(|| (0..tries).find_map(|_| Some(self.uniform_text(&mut numbers)).filter(beats)))
    }

    /// Of `draws` uniform texts, the number for which no challenger was found, with `tries` as in [`Self::challenger`].
    pub fn unbeaten(&self, draws: u64, tries: u64) -> Sampled {
        let mut numbers = endless("core");
        let unbeaten = |_: &u64| self.challenger(&self.uniform_text(&mut numbers), tries).is_none();
        Sampled { count: (0..draws).filter(unbeaten).count() as u64, of: draws }
    }

    fn utilities(&self, text: &Text) -> Vec<f64> {
        let mut judged = Judgement::default();
        judged.judge(self.preferences, text);
        judged.utilities().to_vec()
    }

    /// A text with every clause drawn uniformly.
    fn uniform_text(&self, numbers: &mut impl FnMut() -> f64) -> Text {
        let value = |options: usize| match options {
            0 => Value::point(numbers()),
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            _ => Value::option((numbers() * options as f64) as usize),
        };
        Text(self.model.clauses.iter().map(|clause| clause.options).map(value).collect())
    }

    /// A short step in a uniform random direction; options do not change.
    fn step_from(&self, x: &Text, numbers: &mut impl FnMut() -> f64) -> Text {
        let direction: Vec<f64> = x.0.iter().map(|_| normal_quantile(numbers())).collect();
        let length = libm::sqrt(direction.iter().map(|v| v * v).sum());
        let moved = |(value, v): (&Value, &f64)| match value {
            Value::Interval { .. } => Value::point((value.middle() + STEP * v / length).clamp(0.0, 1.0)),
            option @ Value::Option(_) => *option,
        };
        Text(x.0.iter().zip(&direction).map(moved).collect())
    }
}
