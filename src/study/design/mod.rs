//! Designs: which points of the space of factors are run.
//!
//! A design gives each point's place in every factor by its number alone, so that nothing has to be kept in memory
//! and any shard can find its points. What is random in it comes from streams of the study's master seed, keyed by
//! the factor's name: leaving a factor out moves no other.

mod factor;
pub(crate) mod grid;
mod label;
pub(crate) mod latin_hypercube;
pub(crate) mod list;
pub(crate) mod mixes;
pub(crate) mod morris;
pub(crate) mod one_at_a_time;
pub(crate) mod saltelli;
pub(crate) mod sobol;

use serde::{Deserialize, Serialize};

pub use self::{
    factor::{Factor, Level, TOGETHER},
    label::FactorLabel,
    latin_hypercube::LatinHypercube,
    list::List,
    mixes::Mixes,
    morris::Morris,
    saltelli::{Saltelli, Sampling},
    sobol::Sobol,
};
use crate::{
    named::Named,
    random::{BLOCK, Purpose, Seed, Stream, StreamName},
};

/// More points than this are refused.
pub(crate) const MAX_POINTS: u64 = 10_000_000;

/// Which points are run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Design {
    /// Every combination of all values.
    #[default]
    Grid,
    /// The case as it is, and each value of each factor alone.
    OneAtATime,
    /// The same, and so many random combinations of their values.
    Mixes(Mixes),
    /// One point in each of n equal strata of every factor.
    LatinHypercube(LatinHypercube),
    /// Owen-scrambled Sobol' points.
    Sobol(Sobol),
    /// Trajectories for elementary effects.
    Morris(Morris),
    /// The matrices of variance-based sensitivity indices.
    Saltelli(Saltelli),
    /// The rows of a table.
    List(List),
}

impl Design {
    /// Its name, as a study writes it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Grid => "Grid",
            Self::OneAtATime => "OneAtATime",
            Self::Mixes(_) => "Mixes",
            Self::LatinHypercube(_) => "LatinHypercube",
            Self::Sobol(_) => "Sobol",
            Self::Morris(_) => "Morris",
            Self::Saltelli(_) => "Saltelli",
            Self::List(_) => "List",
        }
    }
}

/// Where a point lies in one factor.
#[derive(Clone, Debug, PartialEq)]
pub enum DesignPlace {
    /// As the scenario has it.
    Base,
    /// The nth value.
    Nth(u64),
    /// At this share of the range, in [0, 1).
    Share(f64),
    /// At this share of the range, in [0, 1], both ends included.
    Closed(f64),
    /// This value.
    Given(Level),
}

impl DesignPlace {
    /// The factor's value there; none where it is left as the scenario has it.
    pub fn level(&self, factor: &Factor) -> Option<Level> {
        match self {
            Self::Base => None,
            Self::Nth(n) => factor.level(*n),
            Self::Share(u) => Some(factor.at(*u, false)),
            Self::Closed(u) => Some(factor.at(*u, true)),
            Self::Given(level) => Some(level.clone()),
        }
    }
}

/// A design with its factors and seed: the points, by number.
#[derive(Clone, Debug)]
pub struct Points {
    design: Design,
    factors: Named<Factor>,
    seed: Seed,
    /// A permutation of the strata for each factor of a Latin hypercube.
    strata: Vec<Vec<u32>>,
}

impl Points {
    /// The points of a design.
    pub fn new(design: &Design, factors: &Named<Factor>, seed: Seed) -> Self {
        let strata = match design {
            Design::LatinHypercube(lhs) => factors.names().map(|name| lhs.strata(seed, name)).collect(),
            _ => Vec::new(),
        };
        Self { design: design.clone(), factors: factors.clone(), seed, strata }
    }

    /// How many points there are; none beyond counting.
    pub fn count(design: &Design, factors: &Named<Factor>) -> Option<u64> {
        let k = factors.len() as u64;
        match design {
            Design::Grid => grid::count(factors.values()),
            Design::OneAtATime => one_at_a_time::count(factors.values()),
            Design::Mixes(mixes) => mixes.count(factors.values()),
            Design::LatinHypercube(lhs) => Some(u64::from(lhs.points)),
            Design::Sobol(sobol) => Some(u64::from(sobol.points)),
            Design::Morris(morris) => Some(morris.count(k)),
            Design::Saltelli(saltelli) => Some(saltelli.count(k)),
            Design::List(list) => Some(list.rows.len() as u64),
        }
    }

    /// How many points there are.
    pub fn len(&self) -> u64 {
        Self::count(&self.design, &self.factors).unwrap_or(0)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The factors, by name.
    pub fn factors(&self) -> &Named<Factor> {
        &self.factors
    }

    /// The value of each factor at a point; none where it is left as the scenario has it.
    pub fn point(&self, point: u64) -> Vec<Option<Level>> {
        self.places(point).iter().zip(self.factors.values()).map(|(place, f)| place.level(f)).collect()
    }

    /// Where a point lies in each factor.
    pub fn places(&self, point: u64) -> Vec<DesignPlace> {
        let names: Vec<&str> = self.factors.names().collect();
        match &self.design {
            Design::Grid => grid::places(self.factors.values(), point),
            Design::OneAtATime => one_at_a_time::places(self.factors.values(), point),
            Design::Mixes(mixes) => mixes.places(&self.factors, self.seed, point),
            Design::LatinHypercube(lhs) => lhs.places(&self.strata, self.seed, &names, point),
            Design::Sobol(_) => sobol::places(names.len(), self.seed, point),
            Design::Morris(morris) => morris.places(self.seed, &names, point),
            Design::Saltelli(saltelli) => saltelli.places(self.seed, &names, point),
            Design::List(list) => list.places(&names, point),
        }
    }
}

/// Number n of a factor's stream, uniform on (0, 1).
fn number(seed: Seed, factor: &str, what: &str, n: u64) -> f64 {
    let mut numbers = [0.0; BLOCK];
    stream(seed, factor, what).fill(n / BLOCK as u64, &mut numbers);
    numbers[(n % BLOCK as u64) as usize]
}

/// All numbers of a factor's stream, in order.
fn numbers(seed: Seed, factor: &str, what: &str) -> impl Iterator<Item = f64> + use<> {
    let mut stream = stream(seed, factor, what);
    (0_u64..).flat_map(move |block| {
        let mut numbers = [0.0; BLOCK];
        stream.fill(block, &mut numbers);
        numbers
    })
}

fn stream(seed: Seed, factor: &str, what: &str) -> Stream {
    let purpose = Purpose::Design;
    Stream::new(seed, &StreamName { purpose, party: factor.to_owned(), clause: what.to_owned() })
}
