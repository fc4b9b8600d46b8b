//! What can be turned in a case: dials, each by any share of its range, and switches, which are on or off.

use serde::Serialize;
use thiserror::Error;

use super::{dial::Dial, dial::dials};
use crate::{
    document::nearest,
    model::Model,
    named::Named,
    scenario::{Parameter, Scenario, shadowed},
    study::treatments::{Question, Treatment, standard},
};

/// A whole dose, in the steps in which doses are counted.
pub const WHOLE: u32 = 200;
/// The doses of a dial that enter combinations: quarters of its range.
pub const QUARTERS: [u32; 4] = [50, 100, 150, 200];

/// Settings of a scenario: parameter and value, in the order in which they are made.
pub type Settings = Vec<(String, String)>;

/// Something that can be turned.
#[derive(Clone, Debug)]
pub struct Turnable {
    /// Its name in tables and in a scenario's `costs`.
    pub name: String,
    /// What it is.
    pub what: What,
    /// What a whole dose costs.
    pub cost: f64,
}

/// A dial or a switch.
#[derive(Clone, Debug)]
pub enum What {
    /// Turned by any share of its range.
    Dial(Dial),
    /// On or off: one dose.
    Switch {
        /// What it asks, where the scenario says so.
        asks: String,
        /// The same of what is tried on any case.
        question: Option<Question>,
        /// What it sets.
        settings: Settings,
    },
}

/// A cost that is stated for nothing that can be turned.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("a cost is stated for \"{name}\", which is no lever of this case: {help}")]
pub struct UnknownCost {
    /// As written.
    pub name: String,
    /// The nearest there is.
    pub help: String,
}

impl Turnable {
    /// The settings of a dose, in steps of a whole one.
    pub fn settings(&self, dose: u32) -> Settings {
        match &self.what {
            What::Dial(dial) => dial.settings(share(dose)),
            What::Switch { settings, .. } if dose > 0 => settings.clone(),
            What::Switch { .. } => Vec::new(),
        }
    }

    /// What a dose costs: of a dial its share of a whole one.
    pub fn cost_of(&self, dose: u32) -> f64 {
        self.cost * share(dose)
    }

    /// The doses at which it enters combinations.
    pub fn doses(&self) -> &'static [u32] {
        if self.is_dial() { &QUARTERS } else { &QUARTERS[3..] }
    }

    /// Whether it can be turned by degrees.
    pub fn is_dial(&self) -> bool {
        matches!(self.what, What::Dial(_))
    }

    /// Whether it can be turned together with another: neither undoes what the other does.
    pub fn goes_with(&self, other: &Self, base: &Scenario) -> bool {
        if let (What::Dial(one), What::Dial(other)) = (&self.what, &other.what) {
            return !one.meets(other);
        }
        let together = [self.settings(WHOLE), other.settings(WHOLE)].concat();
        let pairs: Vec<(&str, &str)> =
            together.iter().map(|(path, value)| (path.as_str(), value.as_str())).collect();
        shadowed(base, &pairs).is_none() && apply(base, &together).is_some()
    }

    /// The names by which a cost may be stated, the most particular first: its own, the parameter that it sets where it sets
    /// one alone, its kind.
    fn names(&self) -> Vec<String> {
        let (parameter, kind) = match &self.what {
            What::Dial(dial) => (dial.parameter(), Some(dial.kind.name())),
            What::Switch { settings, .. } => {
                (settings.first().filter(|_| settings.len() == 1).map(|(path, _)| path.as_str()), None)
            }
        };
        std::iter::once(self.name.as_str()).chain(parameter).chain(kind).map(str::to_owned).collect()
    }
}

/// A dose as a share of a whole one.
pub fn share(dose: u32) -> f64 {
    f64::from(dose) / f64::from(WHOLE)
}

/// A scenario with these settings made; none where one does not fit, or what they make is not sound.
pub fn apply(base: &Scenario, settings: &[(String, String)]) -> Option<Scenario> {
    let mut changed = base.clone();
    for (path, value) in settings {
        path.parse::<Parameter>().ok()?.set(&mut changed, value).ok()?;
    }
    (changed.problems().is_empty() && !changed.is_body()).then_some(changed)
}

/// Everything that can be turned in a case, each change once: its dials, the scenario's switches, and the standard treatments
/// of rule, protocol and presence. `base` is the case without its switches.
///
/// # Errors
/// If a cost is stated for something else.
pub fn turnables(scenario: &Scenario, base: &Scenario, model: &Model) -> Result<Vec<Turnable>, UnknownCost> {
    let dials = dials(base, model).into_iter().map(|dial| (dial.name(), What::Dial(dial)));
    let switches = scenario.switches.iter().map(|(name, switch)| {
        let settings = switch.set.iter().map(|(path, value)| (path.to_owned(), value.clone())).collect();
        (name.to_owned(), What::Switch { asks: switch.asks.clone(), question: None, settings })
    });
    let tried = standard(base).into_iter().filter(|t| !is_dialled(&t.setting[0]));
    let tried = tried.map(|Treatment { name, asks, setting: [path, value], .. }| {
        (name, What::Switch { asks: String::new(), question: Some(asks), settings: vec![(path, value)] })
    });
    let mut hashes = vec![base.hash()];
    let mut found = Vec::new();
    for (name, what) in dials.chain(switches).chain(tried) {
        let turnable = Turnable { name, what, cost: 1.0 };
        let Some(whole) = apply(base, &turnable.settings(WHOLE)) else { continue };
        let hash = whole.hash();
        if !hashes.contains(&hash) {
            hashes.push(hash);
            found.push(turnable);
        }
    }
    price(&mut found, &scenario.costs)?;
    Ok(found)
}

/// Whether a treatment changes a number that a dial turns.
fn is_dialled(path: &str) -> bool {
    !(path == "rule" || path.starts_with("protocol") || path.ends_with(".boycotts"))
}

/// Gives each what the scenario says it costs.
fn price(found: &mut [Turnable], costs: &Named<f64>) -> Result<(), UnknownCost> {
    let known: Vec<Vec<String>> = found.iter().map(Turnable::names).collect();
    for (name, _) in costs.iter() {
        if !known.iter().flatten().any(|known| known == name) {
            let help = nearest(name, known.iter().flatten().map(String::as_str)).to_string();
            return Err(UnknownCost { name: name.to_owned(), help });
        }
    }
    for (turnable, names) in found.iter_mut().zip(&known) {
        turnable.cost = names.iter().find_map(|name| costs.get(name)).copied().unwrap_or(1.0);
    }
    Ok(())
}

/// A dose of something: its place among what can be turned, and how far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Part {
    /// Its place.
    pub lever: usize,
    /// In steps of a whole dose.
    pub dose: u32,
}
