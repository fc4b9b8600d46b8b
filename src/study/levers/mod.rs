//! Levers: what would have lifted the text? Each change is run on the same draws as the base case (common random
//! numbers), and its effects are the means of paired differences, Newcombe's for rates ([`super::comparison`]).
//!
//! Levers race: all get few negotiations, and those whose sign or place is not told yet get more (specification §8). Or
//! each is given the same number, if that is asked for.

mod gather;
mod hold;
mod lever;
mod place;
pub(in crate::study) mod race;
mod table;

use std::ops::ControlFlow;

use thiserror::Error;

pub use hold::{THOROUGH, hold};
pub use lever::{Effect, Lever, LeverSource, NotApplicable, Pulled, RaceTerms, SignStatus};
pub use place::{Places, lift};
pub use race::Pulse;
pub use table::table;

use super::{
    comparison::COMPARED,
    measure::{Measure, Measures},
    pairs::Paired,
    table::select::UnknownMeasure,
};
use crate::{
    model::{Model, ModelError},
    random::Seed,
    scenario::{ParameterError, Scenario},
};
use gather::{Candidate, Candidates};
use race::{Race, RacePlan, Rules, Runner};

/// The measure that ranks levers unless another is asked for.
pub const RANKING: &str = "realised_depth";

/// Why levers could not be pulled.
#[derive(Debug, Error)]
pub enum LeverError {
    /// The scenario cannot be without its switches.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// The scenario makes no sense.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// The case has no such measure.
    #[error(transparent)]
    Measure(#[from] UnknownMeasure),
}

/// How many negotiations each lever gets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effort {
    /// So many.
    Exhaustive(u64),
    /// As many as it takes.
    Race {
        /// At most so many.
        most: u64,
        /// A change of the ranking measure within this of 0 is small; where nobody says, 0.01 of a number in [−1, 1], 0.05
        /// of a rate, 0 of others.
        small: Option<f64>,
    },
}

impl Effort {
    /// The most negotiations of a lever.
    pub fn most(self) -> u64 {
        match self {
            Self::Exhaustive(most) | Self::Race { most, .. } => most,
        }
    }
}

/// Which levers are pulled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LeverSet {
    /// The scenario's switches and the standard treatments.
    #[default]
    All,
    /// The switches that the scenario documents.
    Switches,
    /// What is tried on any case.
    Treatments,
}

/// Runs the base case and each lever on the same draws; the base comes first, then the scenario's switches in its
/// order, then the standard treatments. The measures are those of `names`, the first of which ranks the levers, or the usual
/// ones, ranked by [`RANKING`]; of a case without depth whether a text is adopted, and what each country gains. `watch` is told of the negotiations done and may end it early. The result depends on the
/// scenario, the seed and the effort alone.
///
/// # Errors
/// If the scenario makes no sense, or has no measure of a name. A lever that does not fit it is no error: it is named.
pub fn pull(
    scenario: &Scenario,
    seed: Seed,
    effort: Effort,
    which: LeverSet,
    names: &[String],
    watch: impl FnMut(Pulse) -> ControlFlow<()>,
) -> Result<Pulled, LeverError> {
    let model = Model::compile(&scenario.with_switches([])?)?;
    let known = Measures::of(&model);
    let has_depth = model.depth.ambition_clauses().next().is_some();
    let measures = match names {
        [] if !has_depth => {
            let names = known.columns().iter().map(|column| column.name.as_str());
            known.select_all(
                std::iter::once("adopted").chain(names.filter(|name| name.starts_with("gain:"))),
            )?
        }
        [] => known.select_all(COMPARED)?,
        names => known.select_all(names.iter().map(String::as_str))?,
    };
    let by = measures.iter().position(|m| names.is_empty() && m.name() == RANKING).unwrap_or(0);
    let candidates = Candidates::of(scenario, which, |_, _| true);
    // Where nothing is drawn, one negotiation of each says all.
    let is_certain = scenario.is_certain() && candidates.are_certain;
    let effort = if is_certain { Effort::Exhaustive(1) } else { effort };
    let (rules, small) = rules(effort, candidates.cases.len(), &measures[by]);
    let course = RacePlan { measures: &measures, by, seed };
    let cases: Vec<&Model> = std::iter::once(&model).chain(&candidates.cases).collect();
    let raced = race::run(&cases, &course, &rules, watch);
    let is_race = matches!(effort, Effort::Race { .. });
    let base = Candidate {
        source: LeverSource::Base,
        name: "base".to_owned(),
        asks: scenario.about.clone(),
        question: None,
        hash: scenario.hash(),
        case: None,
    };
    let all = std::iter::once(base).chain(candidates.levers);
    let with_runner = all.map(|c| (&raced.runners[c.case.map_or(0, |case| case + 1)], c));
    let shown = with_runner.filter(|(runner, _)| runner.replicates > 0);
    let changes_scale = |c: &Candidate| c.case.is_some_and(|case| cases[case + 1].depth != model.depth);
    let terms_of = |c: &Candidate| (&rules, small, is_certain, changes_scale(c));
    let levers = shown.map(|(runner, c)| {
        let terms = terms_of(&c);
        lever(c, runner, &course, terms)
    });
    let mut levers = levers.collect::<Vec<_>>();
    let by = measures[by].name().to_owned();
    if is_race {
        place::assign(&mut levers, &by);
    }
    Ok(Pulled {
        by,
        levers,
        not_applicable: candidates.not_applicable,
        is_certain,
        race: is_race.then(|| terms(&rules, &raced, (small, effort.most()))),
        unfinished: raced.runners[1..].iter().filter(|r| raced.is_interrupted && !r.is_done).count(),
        is_interrupted: raced.is_interrupted,
    })
}

/// By which rules so many cases are run, and what is small.
fn rules(effort: Effort, cases: usize, by: &Measure) -> (Rules, f64) {
    match effort {
        Effort::Race { most, small } => {
            let small = small.unwrap_or_else(|| race::small(by));
            // Without levers the case as it is gets all.
            let rules = if cases == 0 { Rules::exhaustive(most) } else { Rules::race(cases, most, small) };
            (rules, small)
        }
        Effort::Exhaustive(replicates) => (Rules::exhaustive(replicates), 0.0),
    }
}

fn terms(rules: &Rules, raced: &Race, (small, most): (f64, u64)) -> RaceTerms {
    RaceTerms {
        small,
        most,
        first: rules.first(),
        looks: rules.looks(),
        cases: raced.runners.len() - 1,
        negotiations: raced.runners.iter().map(|r| r.replicates).sum(),
    }
}

fn lever(
    found: Candidate,
    runner: &Runner,
    course: &RacePlan<'_>,
    (rules, small, is_certain, changes_scale): (&Rules, f64, bool, bool),
) -> Lever {
    let effect = |(measure, pairs): (&Measure, &Paired)| {
        // The base has not changed.
        let change = if found.case.is_some() { rules.change(pairs) } else { pairs.difference() };
        Effect {
            measure: measure.name().to_owned(),
            level: if is_certain { pairs.b().exact() } else { pairs.b() },
            change: if is_certain { change.exact() } else { change },
            survival: None,
        }
    };
    let effects: Vec<Effect> = course.measures.iter().zip(&runner.pairs).map(effect).collect();
    Lever {
        source: found.source,
        name: found.name,
        asks: found.asks,
        question: found.question,
        hash: found.hash,
        changes_scale,
        replicates: runner.replicates,
        standing: SignStatus::of(&effects[course.by].change, small),
        places: None,
        effects,
    }
}
