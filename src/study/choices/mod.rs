//! Choices of modelling that nobody can defend, and what becomes of an answer under all of them (model, second edition §5).
//!
//! Replicates say how sure an answer is of its own model; they say nothing of the guesses in it. [`DECLARED`] lists those.
//! A case is run as it is, with each declared value alone, and with mixes of them that were drawn once; the least and the
//! greatest answer are printed beside the interval. They are the ends of a list, not an interval with a level.

mod declared;
mod survey;
mod survival;

use std::str::FromStr;

use serde::Serialize;

pub use declared::{ChoiceValue, DECLARED, LINE, ModellingChoice};
pub use survey::{ChoiceSummary, Figures, Range, SURVEYED, Surveyed, VariantFigures, survey};
pub(super) use survival::is_clear;
pub use survival::{SHARE, Survival};

use super::design::{Design, Factor, Level, Mixes, Points};
use crate::{
    named::Named,
    random::Seed,
    scenario::{Parameter, Scenario},
};

/// The mixes were drawn once, with this seed.
pub(crate) const MIX_SEED: Seed = 1;
/// How many mixes there are.
pub const MIXES: u32 = 44;
/// Negotiations of each variant where the budget would give it fewer.
const LEAST: u64 = 40;

/// Which of the declared choices are run beside the case as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChoiceSet {
    /// None.
    None,
    /// Each value alone.
    Alone,
    /// Each value alone, and the mixes.
    All,
}

impl ChoiceSet {
    /// Every set.
    pub const ALL: [Self; 3] = [Self::None, Self::Alone, Self::All];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Alone => "alone",
            Self::All => "all",
        }
    }

    /// The words that ask for it on a command line where none is the default.
    pub fn options(self) -> Vec<String> {
        let words = ["--choices", self.name()].map(str::to_owned);
        if self == Self::None { Vec::new() } else { words.to_vec() }
    }

    /// How many negotiations each of so many variants gets beside a run of `replicates`. Values alone share `alone` of them,
    /// at least 40 each; where all are run each gets `thorough`. Never more than the run has.
    pub fn each(self, replicates: u64, variants: usize, [alone, thorough]: [u64; 2]) -> u64 {
        let wanted = match self {
            Self::None => 0,
            Self::Alone => (alone / (variants.max(1) as u64)).max(LEAST),
            Self::All => thorough,
        };
        wanted.min(replicates)
    }
}

impl FromStr for ChoiceSet {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|which| which.name() == name)
            .ok_or_else(|| "expected none, alone or all".to_owned())
    }
}

/// A case under another choice, or a mix of choices.
#[derive(Clone, Debug)]
pub struct Variant {
    /// "θ: .45", "mix 7".
    pub name: String,
    /// What was set: parameter and value.
    pub settings: Vec<(String, String)>,
    /// The case.
    pub scenario: Scenario,
}

/// A choice, or a value of it, that is not run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The choice.
    pub choice: String,
    /// Why.
    pub why: String,
}

/// What is run beside a case, and what is not.
#[derive(Clone, Debug, Default)]
pub struct Variants {
    /// Each value alone, in the order of the list; then the mixes.
    pub run: Vec<Variant>,
    /// What the case does not have.
    pub left_out: Vec<LeftOut>,
}

impl Variants {
    /// The variants of a scenario; its switches stay.
    pub fn of(scenario: &Scenario, which: ChoiceSet) -> Self {
        let mut found = Self::default();
        if which == ChoiceSet::None {
            return found;
        }
        let factors = factors(scenario, &mut found.left_out);
        let mixes = if which == ChoiceSet::All { MIXES } else { 0 };
        let points = Points::new(&Design::Mixes(Mixes { mixes }), &factors, MIX_SEED);
        let alone = points.len() - u64::from(mixes);
        for point in 1..points.len() {
            let settings = settings(&points, point);
            let known = settings.is_empty() || found.run.iter().any(|v| v.settings == settings);
            let name =
                if point < alone { label(scenario, &settings) } else { format!("mix {}", point - alone + 1) };
            match changed(scenario, &settings) {
                _ if known => {}
                Ok(scenario) => found.run.push(Variant { name, settings, scenario }),
                Err(why) => found.left_out.push(LeftOut { choice: name, why }),
            }
        }
        found
    }
}

/// The declared choices as factors of a study of this scenario: the values that it does not have already.
pub fn factors(scenario: &Scenario, left_out: &mut Vec<LeftOut>) -> Named<Factor> {
    let mut factors = Named::default();
    for Offered { name, parameter, values, idle } in offered(scenario) {
        let mut leave = |why: String| left_out.push(LeftOut { choice: name.clone(), why });
        if let Some(why) = idle {
            leave(why.to_owned());
            continue;
        }
        let mut levels = Vec::new();
        for (_, setting) in &values {
            match changed(scenario, &[(parameter.clone(), setting.clone())]) {
                Ok(other) if other == *scenario => {}
                Ok(_) => levels.push(Level::read(setting)),
                Err(why) => {
                    leave(why);
                    break;
                }
            }
        }
        if !levels.is_empty() {
            factors.set(&parameter, Factor::Values(levels));
        }
    }
    factors
}

/// A choice that a scenario is held against.
struct Offered {
    name: String,
    parameter: String,
    /// Each value, as it is printed and as a setting writes it.
    values: Vec<(String, String)>,
    /// Why it changes nothing here.
    idle: Option<&'static str>,
}

/// The choices that the scenario's author declared; those that apply to any case where there are none.
fn offered(scenario: &Scenario) -> Vec<Offered> {
    let own = scenario.choices.iter().map(|(name, choice)| Offered {
        name: name.to_owned(),
        parameter: choice.parameter.clone(),
        values: choice.values.iter().map(|value| (value.clone(), value.clone())).collect(),
        idle: None,
    });
    let usual = DECLARED.iter().map(|choice| Offered {
        name: choice.name.to_owned(),
        parameter: choice.parameter.to_owned(),
        values: choice.values.iter().map(|v| (v.label.to_owned(), v.setting.to_owned())).collect(),
        idle: (choice.idle)(scenario),
    });
    if scenario.choices.is_empty() { usual.collect() } else { own.collect() }
}

/// The settings of a point.
fn settings(points: &Points, point: u64) -> Vec<(String, String)> {
    let levels = points.point(point);
    let settings = points.factors().iter().zip(levels);
    settings.filter_map(|((name, factor), level)| Some((name.to_owned(), factor.setting(&level?)))).collect()
}

/// A setting as it is printed.
fn label(scenario: &Scenario, settings: &[(String, String)]) -> String {
    let offered = offered(scenario);
    let one = |(parameter, setting): &(String, String)| {
        let choice = offered.iter().find(|c| c.parameter == *parameter)?;
        let (label, _) = choice.values.iter().find(|(_, s)| Level::read(s) == Level::read(setting))?;
        Some(format!("{}: {label}", choice.name))
    };
    settings.iter().filter_map(one).collect::<Vec<_>>().join(", ")
}

/// The scenario with these settings.
///
/// # Errors
/// Why that makes no sense.
pub fn changed(scenario: &Scenario, settings: &[(String, String)]) -> Result<Scenario, String> {
    let mut changed = scenario.clone();
    for (parameter, value) in settings {
        let set = parameter.parse::<Parameter>().and_then(|p| p.set(&mut changed, value));
        set.map_err(|error| error.to_string())?;
    }
    match changed.problems().first() {
        None => Ok(changed),
        Some(problem) => Err(problem.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_alone_share_what_there_is() {
        for (n, variants, each) in
            [(1, 15, 1), (10, 15, 10), (100, 15, 40), (1000, 15, 66), (10_000, 15, 666)]
        {
            assert_eq!(ChoiceSet::Alone.each(n, variants, [n, 300]), each);
        }
        assert_eq!([40, 4000].map(|n| ChoiceSet::All.each(n, 59, [n, 300])), [40, 300]);
        assert_eq!(ChoiceSet::None.each(1000, 15, [1000, 300]), 0);
        assert_eq!(ChoiceSet::Alone.each(1000, 0, [1000, 300]), 1000);
    }

    /// Each entry of the list says something of its own, and sets a parameter that there is.
    #[test]
    fn the_list_is_sound() {
        for (k, choice) in DECLARED.iter().enumerate() {
            assert!(choice.parameter.parse::<Parameter>().is_ok(), "{}", choice.parameter);
            assert!(choice.why.ends_with('.') && choice.why.len() > 40, "{}", choice.why);
            assert!(DECLARED[..k].iter().all(|c| c.name != choice.name && c.parameter != choice.parameter));
            let settings: Vec<Level> = choice.values.iter().map(|v| Level::read(v.setting)).collect();
            assert!(settings.iter().enumerate().all(|(n, s)| !settings[..n].contains(s)), "{settings:?}");
        }
    }
}
