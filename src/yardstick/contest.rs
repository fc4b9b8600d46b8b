//! Whole texts against each other under a rule: y beats x iff the rule carries y on the ballot in which those who
//! prefer y say yes, those who prefer x no, and the others abstain.
//!
//! On one clause [`super::Line`] is exact. On more there is no short way: the winset and the core are *sampled* here,
//! from an endless sequence that is the same for everyone. W(x) by texts drawn evenly; the core by trying to beat a
//! text with texts drawn evenly and with short steps in all directions, since where utility is concave whoever gains by
//! a long step gains by a short one (McKelvey 1976; Plott 1967). What was not beaten may still be beatable.

use crate::{
    model::{Judgement, Model, Preferences},
    random::{endless, normal_quantile},
    stance::TOLERANCE,
    text::{Text, Value},
    voting::{DecisionRule, Tally, Vote},
};

/// How long a short step is.
const STEP: f64 = 1e-3;

/// A count out of so many draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Sampled {
    /// How many.
    pub count: u64,
    /// Of how many.
    pub of: u64,
}

/// A room that votes between texts.
#[derive(Clone, Copy, Debug)]
pub struct Contest<'a> {
    /// The case.
    pub model: &'a Model,
    /// What each country wants.
    pub preferences: &'a Preferences,
    /// Who is in the room.
    pub voices: &'a [bool],
    /// When one text carries over another.
    pub rule: &'a DecisionRule,
}

impl Contest<'_> {
    /// The ballot on `y` instead of a text that gives these utilities.
    pub fn ballot(&self, y: &Text, now: &[f64]) -> Tally {
        let then = self.utilities(y);
        let mut tally = Tally::default();
        for (i, country) in self.model.countries.iter().enumerate() {
            let vote = match then[i] - now[i] {
                _ if !self.voices[i] => Vote::Absent,
                gain if gain > TOLERANCE => Vote::Yes,
                gain if gain < -TOLERANCE => Vote::No,
                _ => Vote::Abstain,
            };
            tally.cast(vote, &country.franchise);
        }
        tally
    }

    /// Whether the rule carries `y` over `x`.
    pub fn beats(&self, y: &Text, x: &Text) -> bool {
        self.rule.carries(&self.ballot(y, &self.utilities(x)))
    }

    /// How many of so many texts, drawn evenly, beat `x`.
    pub fn winset(&self, x: &Text, draws: u64) -> Sampled {
        let now = self.utilities(x);
        let mut numbers = endless("winset");
        let beats = |_: &u64| self.rule.carries(&self.ballot(&self.drawn(&mut numbers), &now));
        Sampled { count: (0..draws).filter(beats).count() as u64, of: draws }
    }

    /// A text that beats `x`, if one is found: among short steps in so many directions and as many texts drawn evenly.
    pub fn challenger(&self, x: &Text, tries: u64) -> Option<Text> {
        let now = self.utilities(x);
        let (mut directions, mut numbers) = (endless("directions"), endless("challengers"));
        let beats = |y: &Text| self.rule.carries(&self.ballot(y, &now));
        (0..tries)
            .find_map(|_| Some(self.step_from(x, &mut directions)).filter(beats))
            .or_else(|| (0..tries).find_map(|_| Some(self.drawn(&mut numbers)).filter(beats)))
    }

    /// How many of so many texts, drawn evenly, nothing was found to beat.
    pub fn unbeaten(&self, draws: u64, tries: u64) -> Sampled {
        let mut numbers = endless("core");
        let unbeaten = |_: &u64| self.challenger(&self.drawn(&mut numbers), tries).is_none();
        Sampled { count: (0..draws).filter(unbeaten).count() as u64, of: draws }
    }

    fn utilities(&self, text: &Text) -> Vec<f64> {
        let mut judged = Judgement::default();
        judged.judge(self.preferences, text);
        judged.utilities().to_vec()
    }

    /// A text with every clause drawn evenly.
    fn drawn(&self, numbers: &mut impl FnMut() -> f64) -> Text {
        let value = |options: usize| match options {
            0 => Value::point(numbers()),
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            _ => Value::option((numbers() * options as f64) as usize),
        };
        Text(self.model.clauses.iter().map(|clause| clause.options).map(value).collect())
    }

    /// A short step in a direction drawn evenly; options stay.
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
