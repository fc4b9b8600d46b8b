//! The possible deals of a scenario of options clauses: how many all parties accept, and which are best.

use serde::Serialize;

use super::Setting;
use crate::{
    benchmark::{Package, PackageScores, Packages},
    model::CountryModel,
    text::Value,
    voting::DecisionRule,
};

/// The results over all deals.
#[derive(Clone, Debug, Serialize)]
pub struct Deals {
    /// The number of possible deals.
    pub possible: u128,
    /// The number of deals examined.
    pub examined: u64,
    /// Whether all possible deals were examined; otherwise they were sampled uniformly.
    pub exact: bool,
    /// The number of deals that all parties accept.
    pub acceptable_to_all: u64,
    /// The number of deals refused by exactly 0, 1, 2 … parties.
    pub refused_by: Vec<u64>,
    /// The number of deals that the rule carries if every party votes yes to what it accepts.
    pub carried: u64,
    /// The number of deals acceptable to all that are Pareto efficient; `None` if there were too many to compare.
    pub efficient: Option<u64>,
    /// The number of deals that each party accepts.
    pub parties: Vec<Demanding>,
    /// The options chosen by deals acceptable to all, clause by clause.
    pub clauses: Vec<AcceptableOptions>,
    /// The best deals acceptable to all; empty if there are none.
    pub best: Vec<Deal>,
}

/// The deals that a party accepts and refuses.
#[derive(Clone, Debug, Serialize)]
pub struct Demanding {
    /// Its key.
    pub name: String,
    /// The number of deals it accepts.
    pub accepts: u64,
    /// The number of deals that only this party refuses.
    pub alone_refuses: u64,
}

/// The options of a clause in deals acceptable to all.
#[derive(Clone, Debug, Serialize)]
pub struct AcceptableOptions {
    /// Its key.
    pub name: String,
    /// Each option with the number of deals that choose it.
    pub options: Vec<(String, u64)>,
}

/// A deal.
#[derive(Clone, Debug, Serialize)]
pub struct Deal {
    /// The criterion by which it is best.
    pub name: &'static str,
    /// The name of the option chosen on each clause.
    pub options: Vec<String>,
    /// Points of each party with a voice.
    pub points: Vec<f64>,
    /// Their sum.
    pub sum: f64,
    /// The smallest gain of any party over its minimum.
    pub least_gain: f64,
}

impl Deals {
    /// Examines the deals; `None` if some clause is a scale.
    pub fn of(setting: &Setting<'_>, rule: &DecisionRule) -> Option<Self> {
        let Setting { model, preferences, voices, at_status_quo } = *setting;
        let scores = PackageScores::of(model, preferences, voices, at_status_quo)?;
        let packages = scores.examine(model, rule);
        let option = |d: usize, o: usize| model.clauses[d].source.in_words(Value::option(o));
        let settled = |(d, counts): (usize, &Vec<u64>)| AcceptableOptions {
            name: model.clauses[d].name.clone(),
            options: counts.iter().enumerate().map(|(o, count)| (option(d, o), *count)).collect(),
        };
        let present = model.countries.iter().zip(voices).filter(|(_, voice)| **voice);
        let counts = packages.accepted_by.iter().zip(&packages.refused_only_by);
        let demanding = |((country, _), (accepts, alone)): ((&CountryModel, _), (&u64, &u64))| Demanding {
            name: country.name.clone(),
            accepts: *accepts,
            alone_refuses: *alone,
        };
        Some(Self {
            possible: packages.possible,
            examined: packages.examined,
            exact: packages.exact,
            acceptable_to_all: packages.refused_by[0],
            refused_by: packages.refused_by.clone(),
            carried: packages.carried,
            efficient: packages.efficient,
            parties: present.zip(counts).map(demanding).collect(),
            clauses: packages.options_of_acceptable.iter().enumerate().map(settled).collect(),
            best: best(&packages, option),
        })
    }
}

fn best(packages: &Packages, option: impl Fn(usize, usize) -> String) -> Vec<Deal> {
    let named = [
        ("largest sum of points", &packages.best_sum),
        ("largest product of gains (Nash)", &packages.best_product),
        ("largest least gain (egalitarian)", &packages.best_least),
    ];
    let deal = |(name, package): (&'static str, &Package)| Deal {
        name,
        options: package.options.iter().enumerate().map(|(d, &o)| option(d, o.into())).collect(),
        points: package.points.clone(),
        sum: package.points.iter().sum(),
        least_gain: package.gains.iter().copied().fold(f64::INFINITY, f64::min),
    };
    named.into_iter().filter_map(|(name, package)| Some((name, package.as_ref()?))).map(deal).collect()
}
