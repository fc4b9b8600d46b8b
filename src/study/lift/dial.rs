//! Dials: the numbers of a case that a negotiator or a designer of the procedure could turn, and how far.
//!
//! | dial | whose | range | why so far |
//! |---|---|---|---|
//! | cost of failure c | all, each bloc, each country that speaks for itself | 0 to ½ | ½ is half of what its best text is worth to a party |
//! | cost of standing alone χ | the same | 0 to ½ | the same |
//! | patience β | the same | .1 to 10 | ten times more and ten times less patient than an even pace, on a ratio scale |
//! | outside option b | the same, where it is a number or there is none | −½ to ½ | as the cost of failure, whose mirror image it is |
//! | reach σ of a club | whoever has a club | 0 to 1 | all there is |
//! | own reading θ of vague words | all | 0 to 1 | all there is |
//! | cohesion δ | each bloc | 0 to 1 | all there is |
//! | effort of a firm | each firm | 0 to 4 times | as much as the standard treatments vary prices |
//! | widest ambiguity | the chair | 0 to 1 | all there is |
//!
//! Wishes and saliences are no dials: to lift a text by wishing for more is to presuppose the answer.
//!
//! Turned *up* to v, a dial of several is a floor: whoever is below v comes up to v. Turned *down* it is a ceiling. So each
//! begins where nothing changes, and turns from there to the end of its range.

use serde::Serialize;

use crate::{
    model::Model,
    party::{Club, Country, OutsideOption},
    scenario::{Scenario, resolved},
    study::responsibility::Player,
};

/// What a dial turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DialKind {
    /// Cost of failure.
    Failure,
    /// Cost of standing alone.
    Isolation,
    /// β of the concession.
    Patience,
    /// What a party can do without a text, as a number.
    Outside,
    /// Reach of a club.
    Reach,
    /// θ.
    Reading,
    /// Cohesion of a bloc.
    Cohesion,
    /// Effort of a firm.
    Effort,
    /// The widest a clause may be left open.
    Ambiguity,
}

impl DialKind {
    /// Its name in tables and in a scenario's `costs`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Failure => "failure",
            Self::Isolation => "isolation",
            Self::Patience => "patience",
            Self::Outside => "outside",
            Self::Reach => "reach",
            Self::Reading => "reading",
            Self::Cohesion => "cohesion",
            Self::Effort => "effort",
            Self::Ambiguity => "ambiguity",
        }
    }

    /// The ends of its range.
    fn range(self) -> [f64; 2] {
        match self {
            Self::Failure | Self::Isolation => [0.0, 0.5],
            Self::Patience => [0.1, 10.0],
            Self::Outside => [-0.5, 0.5],
            Self::Reach | Self::Reading | Self::Cohesion | Self::Ambiguity => [0.0, 1.0],
            Self::Effort => [0.0, 4.0],
        }
    }
}

/// A number that can be turned, one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Dial {
    /// What it turns.
    pub kind: DialKind,
    /// The bloc, country or firm whose it is; none where it is everybody's or the chair's.
    pub who: Option<String>,
    /// Whether it is turned up.
    pub is_up: bool,
    /// Where it begins: the least value of those who have it, or turned down the greatest.
    pub from: f64,
    /// The end of its range.
    pub to: f64,
    /// The parameters that it sets, each with its value in the case.
    holders: Vec<(String, f64)>,
    /// One parameter that means all of them.
    together: Option<String>,
    /// Whether all have the same value, so that one setting does for all.
    is_even: bool,
}

impl Dial {
    /// Its name: "failure:USA:up".
    pub fn name(&self) -> String {
        let way = if self.is_up { "up" } else { "down" };
        match &self.who {
            Some(who) => format!("{}:{who}:{way}", self.kind.name()),
            None => format!("{}:{way}", self.kind.name()),
        }
    }

    /// The value at a share of its range, from 0 to 1; of patience on a ratio scale.
    pub fn value(&self, share: f64) -> f64 {
        let value = match self.kind {
            _ if share >= 1.0 => self.to,
            DialKind::Patience => self.from * libm::pow(self.to / self.from, share),
            _ => self.from + share * (self.to - self.from),
        };
        (value * 1e6).round() / 1e6
    }

    /// The settings that turn it so far.
    pub fn settings(&self, share: f64) -> Vec<(String, String)> {
        let value = self.value(share);
        let moves = |now: f64| if self.is_up { now < value } else { now > value };
        match &self.together {
            Some(path) if self.is_even => {
                let is_moved = self.holders.iter().any(|(_, now)| moves(*now));
                is_moved.then(|| (path.clone(), value.to_string())).into_iter().collect()
            }
            _ => {
                let moved = self.holders.iter().filter(|(_, now)| moves(*now));
                moved.map(|(path, _)| (path.clone(), value.to_string())).collect()
            }
        }
    }

    /// Whether it turns something that another turns, too.
    pub fn meets(&self, other: &Self) -> bool {
        let has = |path: &String| other.holders.iter().any(|(theirs, _)| theirs == path);
        self.holders.iter().any(|(path, _)| has(path))
    }

    /// The one parameter that it sets; none where it sets several that no single one means.
    pub fn parameter(&self) -> Option<&str> {
        let only = self.holders.first().filter(|_| self.holders.len() == 1).map(|(path, _)| path.as_str());
        self.together.as_deref().or(only)
    }
}

/// Every dial of a case.
pub fn dials(scenario: &Scenario, model: &Model) -> Vec<Dial> {
    let case = resolved(scenario);
    let players = Player::all(model);
    let mut found = Vec::new();
    for kind in [DialKind::Failure, DialKind::Isolation, DialKind::Patience, DialKind::Outside] {
        let everyone: Vec<usize> = (0..case.countries.len()).collect();
        found.extend(of_countries(&case, kind, None, &everyone));
        for player in players.iter().filter(|_| players.len() > 1) {
            found.extend(of_countries(&case, kind, player.name.as_deref(), &player.countries));
        }
    }
    let reading =
        case.countries.iter().map(|(name, c)| (format!("countries.{name}.reading.theta"), theta(c)));
    found.extend(both_ways(DialKind::Reading, None, reading.collect(), Some("defaults.theta")));
    for (name, country) in case.countries.iter() {
        if let Some(OutsideOption::Club(Club { reach, .. })) = country.outside_option {
            let holder = vec![(format!("countries.{name}.outside_option.reach"), reach)];
            found.extend(both_ways(DialKind::Reach, Some(name), holder, None));
        }
    }
    for (name, bloc) in case.blocs.iter() {
        let holder = vec![(format!("blocs.{name}.cohesion"), bloc.cohesion)];
        found.extend(both_ways(DialKind::Cohesion, Some(name), holder, None));
    }
    for (name, _) in case.firms.iter() {
        let holder = vec![(format!("firms.{name}.effort"), 1.0)];
        found.extend(both_ways(DialKind::Effort, Some(name), holder, None));
    }
    if let Some(chair) = case.protocol.chair() {
        let holder = vec![("protocol.max_width".to_owned(), chair.max_width)];
        found.extend(both_ways(DialKind::Ambiguity, None, holder, None));
    }
    found
}

/// A trait of some countries, up and down.
fn of_countries(case: &Scenario, kind: DialKind, who: Option<&str>, places: &[usize]) -> Vec<Dial> {
    let field = match kind {
        DialKind::Failure => "cost_of_failure",
        DialKind::Isolation => "isolation_cost",
        DialKind::Patience => "tactic.beta",
        _ => "outside_option",
    };
    let countries: Vec<(&str, &Country)> = case.countries.iter().collect();
    let holder = |place: &usize| {
        let (name, country) = countries.get(*place)?;
        Some((format!("countries.{name}.{field}"), now(kind, country)?))
    };
    let holders: Vec<(String, f64)> = places.iter().filter_map(holder).collect();
    let has_option = places.iter().any(|place| countries[*place].1.outside_option.is_some());
    let together = (who.is_none() && kind != DialKind::Outside).then(|| format!("countries.*.{field}"));
    let mut dials = both_ways(kind, who, holders, together.as_deref());
    // Without an outside option there is nothing to turn down.
    dials.retain(|dial| kind != DialKind::Outside || dial.is_up || has_option);
    dials
}

/// What a country has of it now; none where it has a club in place of a number.
fn now(kind: DialKind, country: &Country) -> Option<f64> {
    match kind {
        DialKind::Failure => country.cost_of_failure,
        DialKind::Isolation => country.isolation_cost,
        DialKind::Patience => country.tactic.map(|t| t.beta),
        _ => match country.outside_option {
            None => Some(-country.cost_of_failure.unwrap_or(0.0)), // r = max(u(q) − c, u(q) + b) begins to move here
            Some(OutsideOption::Gain(gain)) => Some(gain),
            Some(OutsideOption::Club(_)) => None,
        },
    }
}

fn theta(country: &Country) -> f64 {
    country.reading.map_or(0.0, |reading| reading.theta)
}

/// Up from the least to the end of the range, and down from the greatest to its beginning; neither where nothing is left.
/// `together` is a parameter that means all holders, used where they have the same value.
fn both_ways(
    kind: DialKind,
    who: Option<&str>,
    holders: Vec<(String, f64)>,
    together: Option<&str>,
) -> Vec<Dial> {
    let least = holders.iter().map(|(_, now)| *now).fold(f64::INFINITY, f64::min);
    let most = holders.iter().map(|(_, now)| *now).fold(f64::NEG_INFINITY, f64::max);
    let [low, high] = kind.range();
    let dial = |is_up, from, to| Dial {
        kind,
        who: who.map(str::to_owned),
        is_up,
        from,
        to,
        holders: holders.clone(),
        together: together.map(str::to_owned),
        is_even: least == most,
    };
    let up = (least < high).then(|| dial(true, least, high));
    let down = (most > low).then(|| dial(false, most, low));
    if holders.is_empty() { Vec::new() } else { up.into_iter().chain(down).collect() }
}
