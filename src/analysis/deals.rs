//! Every deal of a game of options: how many all accept, which are best, what decides.

use serde::Serialize;

use super::Setting;
use crate::{
    model::CountryModel,
    text::Value,
    voting::DecisionRule,
    yardstick::{Package, Packages, Scores},
};

/// What the deals come to.
#[derive(Clone, Debug, Serialize)]
pub struct Deals {
    /// How many are possible.
    pub possible: u128,
    /// How many were looked at.
    pub examined: u64,
    /// Whether those are all; else they were drawn evenly.
    pub exact: bool,
    /// How many all accept.
    pub acceptable_to_all: u64,
    /// How many are refused by exactly 0, 1, 2 … parties.
    pub refused_by: Vec<u64>,
    /// How many the rule carries, everyone voting yes to what it accepts.
    pub carried: u64,
    /// Of those that all accept, how many no other deal improves on for everybody; none where too many to compare.
    pub efficient: Option<u64>,
    /// How many deals each party accepts.
    pub parties: Vec<Demanding>,
    /// What deals that all accept say, clause by clause.
    pub clauses: Vec<Settled>,
    /// The best deals that all accept; empty where there is none.
    pub best: Vec<Deal>,
}

/// How demanding a party is.
#[derive(Clone, Debug, Serialize)]
pub struct Demanding {
    /// Its key.
    pub name: String,
    /// How many deals it accepts.
    pub accepts: u64,
    /// How many all the others accept and it refuses.
    pub alone_refuses: u64,
}

/// A clause in deals that all accept.
#[derive(Clone, Debug, Serialize)]
pub struct Settled {
    /// Its key.
    pub name: String,
    /// Option and how many deals choose it.
    pub options: Vec<(String, u64)>,
}

/// A deal.
#[derive(Clone, Debug, Serialize)]
pub struct Deal {
    /// What it is best at.
    pub name: &'static str,
    /// Option by clause, by name.
    pub options: Vec<String>,
    /// Points by party, of those with a voice.
    pub points: Vec<f64>,
    /// Their sum.
    pub sum: f64,
    /// What the worst off gains over its minimum.
    pub least_gain: f64,
}

impl Deals {
    /// Looks at every deal; none where some clause is a scale.
    pub fn of(setting: &Setting<'_>, rule: &DecisionRule) -> Option<Self> {
        let Setting { model, preferences, voices, at_status_quo } = *setting;
        let scores = Scores::of(model, preferences, voices, at_status_quo)?;
        let packages = scores.examine(model, rule);
        let option = |d: usize, o: usize| model.clauses[d].source.in_words(Value::option(o));
        let settled = |(d, counts): (usize, &Vec<u64>)| Settled {
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
