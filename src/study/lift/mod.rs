//! What would lift it: the smallest dose of each lever that brings the mean of a measure to a target, and the cheapest ways to
//! it by one, two or three levers together.
//!
//! `dial` says what can be turned and how far, `dose` how the smallest dose and its interval are found, `ways` how
//! combinations are compared. Costs are the scenario's `costs`, else 1 for a whole dose; a dial costs its share of that.
//!
//! ```
//! use plenary::{scenario::Scenario, study::lift::{Search, Standing, lift}};
//! use std::ops::ControlFlow;
//!
//! // It ends at depth .36. Failure must cost Asteria something before the text goes farther.
//! let scenario = Scenario::parse("two.ron", r#"(
//!     format: 1,
//!     title: "Two",
//!     clauses: {"cuts": Ambition(status_quo: 0.0)},
//!     countries: {"Asteria": (positions: {"cuts": 0.2}), "Borealia": (positions: {"cuts": 0.7})},
//! )"#)?;
//! let search = Search { seed: 1, replicates: 1, contenders: 0 };
//! let found = lift(&scenario, &"realised_depth > 0.4".parse()?, &search, |_| ControlFlow::Continue(()))?;
//! let asterias = found.levers.iter().find(|lever| lever.name == "failure:Asteria:up").expect("a lever");
//! assert_eq!(asterias.standing, Standing::Reaches);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod dial;
mod dose;
mod held;
mod json;
mod lever;
mod sampler;
mod singles;
mod table;
mod target;
#[cfg(test)]
mod tests;
mod ways;

use std::ops::ControlFlow;

use thiserror::Error;

pub use dial::{Dial, DialKind};
pub use dose::{Dose, Standing};
pub use held::{Held, hold};
pub use lever::{Part, Settings, Turnable, UnknownCost, What, share};
pub use sampler::{Level, Side};
pub use table::{levers_table, ways_table};
pub use target::{Target, TargetError};
pub use ways::{MOST_WAYS, Way, WayTerms};

use super::{levers::Pulse, measure::Measures};
use crate::{
    model::{Model, ModelError},
    random::Seed,
    scenario::{ParameterError, Scenario},
};
use lever::turnables;
use sampler::Sampler;
use singles::singles;

/// Levers that enter combinations, unless another number is asked for.
pub const CONTENDERS: usize = 6;

/// Why nothing could be sought.
#[derive(Debug, Error)]
pub enum LiftError {
    /// The scenario cannot be without its switches.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// The scenario makes no sense.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// The target is none of this case.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// A cost is stated for what cannot be turned.
    #[error(transparent)]
    Cost(#[from] UnknownCost),
}

/// How hard to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Search {
    /// The master seed: everything is negotiated on the same draws.
    pub seed: Seed,
    /// Negotiations of each dose; of a combination at most.
    pub replicates: u64,
    /// Levers that enter combinations, at most; 0 for none.
    pub contenders: usize,
}

/// A lever by itself.
#[derive(Clone, Debug)]
pub struct Lever {
    /// Its name: of a dial "failure:USA:up", of a switch its own.
    pub name: String,
    /// What it is.
    pub what: What,
    /// What a whole dose costs.
    pub cost: f64,
    /// What is known of it.
    pub standing: Standing,
    /// The smallest dose; none where no estimate reaches the target, and of switches.
    pub dose: Option<Dose>,
    /// The dose of `level`, as a share of a whole one: the smallest that reaches the target, else the one that comes nearest.
    pub at: f64,
    /// The same in steps of a whole one.
    step: u32,
    /// The measure there, with its 95 % interval.
    pub level: Option<Level>,
}

impl Lever {
    /// What the dose of `level` costs.
    pub fn cost_at(&self) -> f64 {
        self.cost * self.at
    }

    /// The value of the dial at a share of its range; none of switches.
    pub fn value(&self, share: f64) -> Option<f64> {
        match &self.what {
            What::Dial(dial) => Some(dial.value(share)),
            What::Switch { .. } => None,
        }
    }

    /// Where the dial begins; none of switches.
    pub fn from(&self) -> Option<f64> {
        match &self.what {
            What::Dial(dial) => Some(dial.from),
            What::Switch { .. } => None,
        }
    }

    /// The settings of a dose, in steps of a whole one.
    pub fn settings(&self, dose: u32) -> Settings {
        Turnable { name: String::new(), what: self.what.clone(), cost: self.cost }.settings(dose)
    }
}

/// What would lift it.
#[derive(Clone, Debug)]
pub struct Lifted {
    /// The target, in the measure's own unit.
    pub target: Target,
    /// The measure's name.
    pub measure: String,
    /// Whether it is a rate.
    pub is_rate: bool,
    /// The measure in the case as it is, with its 95 % interval; none where that was not done.
    pub base: Option<Level>,
    /// Whether nothing is drawn, so that all is known exactly.
    pub is_certain: bool,
    /// Every lever by itself: those that reach the target first, the cheapest first.
    pub levers: Vec<Lever>,
    /// The cheapest ways, singles among them; the cheapest first.
    pub ways: Vec<Way>,
    /// How combinations were sought; none where they were not.
    pub terms: Option<WayTerms>,
    /// Negotiations in all.
    pub negotiations: u64,
    /// Whether the cheapest way reaches the target under other choices of modelling; none where that was not tried.
    pub held: Option<Held>,
    /// Levers that were not done when `watch` ended it.
    pub unfinished: usize,
    /// Whether `watch` ended it.
    pub is_interrupted: bool,
}

impl Lifted {
    /// Where the case as it is stands.
    pub fn side(&self) -> Side {
        self.base.map_or(Side::Open, |base| base.side(&self.target))
    }

    /// The settings of a way.
    pub fn settings(&self, way: &Way) -> Settings {
        way.parts.iter().flat_map(|part| self.levers[part.lever].settings(part.dose)).collect()
    }
}

/// Finds the smallest dose of each lever, and the cheapest ways. `watch` is told of the negotiations done and may end it
/// early: what was found by then stays. The result depends on the scenario, the target and the search alone. Where the case as
/// it is reaches the target for sure, there is nothing to find.
///
/// # Errors
/// If the scenario makes no sense, has no such measure, or states a cost for what it does not have.
pub fn lift(
    scenario: &Scenario,
    target: &Target,
    search: &Search,
    mut watch: impl FnMut(Pulse) -> ControlFlow<()>,
) -> Result<Lifted, LiftError> {
    let base = scenario.with_switches([])?;
    let model = Model::compile(&base)?;
    let (target, measure) = target.of(&Measures::of(&model))?;
    let levers = turnables(scenario, &base, &model)?;
    let n = search.replicates;
    let is_rate = measure.column.kind == super::table::ColumnKind::Boolean;
    let mut sampler = Sampler::new(base, &measure, search.seed, &mut watch);
    let mut lifted = Lifted {
        target,
        measure: measure.name().to_owned(),
        is_rate,
        base: None,
        is_certain: sampler.base().is_certain(),
        levers: Vec::new(),
        ways: Vec::new(),
        terms: None,
        negotiations: 0,
        held: None,
        unfinished: 0,
        is_interrupted: false,
    };
    lifted.is_interrupted = sampler.draw(&[(Settings::new(), n)]).is_break();
    lifted.base = sampler.level(&Settings::new(), n, 0.05);
    if !lifted.is_interrupted && lifted.side() != Side::Reaches && lifted.base.is_some_and(|b| b.defined > 0)
    {
        explore(&mut lifted, &mut sampler, levers, search);
    }
    lifted.negotiations = sampler.negotiations;
    Ok(lifted)
}

/// Looks at each lever, then at combinations.
fn explore(lifted: &mut Lifted, sampler: &mut Sampler<'_>, levers: Vec<Turnable>, search: &Search) {
    let target = lifted.target.clone();
    let (found, mut ended) = singles(sampler, &levers, &target, search.replicates);
    lifted.unfinished = found.iter().filter(|single| single.is_none()).count();
    if ended.is_continue() && search.contenders > 0 {
        let contenders = ways::contenders(&found, search.contenders);
        let candidates = ways::candidates(&levers, &contenders, sampler);
        let (found, terms, end) = ways::race(sampler, &levers, &candidates, &target, search.replicates);
        lifted.terms = Some(WayTerms { contenders: contenders.len(), ..terms });
        lifted.ways = found;
        ended = end;
    }
    lifted.is_interrupted = ended.is_break();
    let mut order: Vec<usize> = (0..levers.len()).filter(|&k| found[k].is_some()).collect();
    let all = levers.into_iter().zip(found).map(|(turnable, single)| {
        let single = single?;
        let Turnable { name, what, cost } = turnable;
        let (at, step) = (share(single.at), single.at);
        Some(Lever {
            name,
            what,
            cost,
            standing: single.standing,
            dose: single.dose,
            at,
            step,
            level: single.level,
        })
    });
    let all: Vec<Option<Lever>> = all.collect();
    order.sort_by(|&a, &b| {
        let key = |k: usize| all[k].as_ref().map(|lever| rank(lever, &target));
        key(a).partial_cmp(&key(b)).unwrap_or(std::cmp::Ordering::Equal)
    });
    let place = |old: usize| order.iter().position(|&k| k == old);
    for way in &mut lifted.ways {
        way.parts.iter_mut().for_each(|part| part.lever = place(part.lever).unwrap_or(part.lever));
    }
    lifted.levers = order.iter().filter_map(|&k| all[k].clone()).collect();
}

/// By what levers are ordered: what reaches the target before what may, both by cost; then the rest by how near they come.
fn rank(lever: &Lever, target: &Target) -> (u8, f64) {
    let reach =
        lever.level.and_then(|level| level.mean).map_or(f64::INFINITY, |mean| -target.gain(0.0, mean));
    match lever.standing {
        Standing::Reaches => (0, lever.cost_at()),
        Standing::Open if lever.level.is_some_and(|level| level.meets(target)) => (1, lever.cost_at()),
        Standing::Open => (2, reach),
        Standing::Misses => (3, reach),
        Standing::Idle => (4, 0.0),
        Standing::Undefined => (5, 0.0),
    }
}
