//! Levers: what would have lifted the text? Each change is run on the same draws as the base case (common random
//! numbers), and its effects are the means of paired differences.

use std::ops::ControlFlow;

use serde::Serialize;
use thiserror::Error;

use super::{
    ensemble::Ensemble,
    statistics::{Mean, Moments, Rate},
};
use crate::{
    model::{Model, ModelError},
    outcome::{Label, Outcome},
    random::Seed,
    scenario::{ParameterError, Scenario},
};

/// Why a lever could not be pulled.
#[derive(Debug, Error)]
pub enum LeverError {
    /// A switch does not fit the scenario.
    #[error(transparent)]
    Parameter(#[from] ParameterError),
    /// The changed scenario makes no sense.
    #[error(transparent)]
    Model(#[from] ModelError),
}

/// What of an outcome is compared.
#[derive(Clone, Copy, Debug)]
struct Glance {
    adopted: bool,
    lcd: bool,
    in_substance: bool,
    hollow: bool,
    realised: f64,
    guaranteed: f64,
    participation: f64,
}

impl Glance {
    fn of(outcome: &Outcome) -> Self {
        let adopted = outcome.conclusion.adopted();
        Self {
            adopted,
            lcd: outcome.lcd,
            in_substance: outcome.lcd_in_substance,
            hollow: outcome.label == Label::Hollow,
            realised: outcome.realised_depth,
            guaranteed: if adopted { outcome.guaranteed_depth } else { outcome.realised_depth },
            participation: outcome.participation,
        }
    }
}

/// One case: levels, and paired differences to the base.
#[derive(Clone, Debug, Serialize)]
pub struct Lever {
    /// The switch; "base" for the scenario as written.
    pub name: String,
    /// What it asks.
    pub asks: String,
    /// A text was adopted.
    pub adopted: Rate,
    /// An LCD text.
    pub lcd: Rate,
    /// LCD in substance.
    pub lcd_in_substance: Rate,
    /// A hollow text.
    pub hollow: Rate,
    /// Depth of what holds afterwards.
    pub depth: Mean,
    /// Its guaranteed depth.
    pub guaranteed: Mean,
    /// Guaranteed depth × participation.
    pub by_participation: Mean,
    /// Change of P(adopted) against the base, paired.
    pub adopted_change: Mean,
    /// Change of P(LCD in substance).
    pub lcd_in_substance_change: Mean,
    /// Change of P(LCD).
    pub lcd_change: Mean,
    /// Change of depth.
    pub depth_change: Mean,
    /// Change of guaranteed depth.
    pub guaranteed_change: Mean,
    /// Change of guaranteed depth × participation.
    pub by_participation_change: Mean,
}

/// Runs the base case and each of the scenario's switches on the same draws; the base comes first, the rest in
/// the scenario's order.
///
/// # Errors
/// If a switch does not fit, or leaves a scenario that makes no sense.
pub fn pull(scenario: &Scenario, seed: Seed, replicates: u64) -> Result<Vec<Lever>, LeverError> {
    let base = glances(&Model::compile(&scenario.with_switches([])?)?, seed, replicates);
    let mut levers = vec![lever("base", &scenario.about, &base, &base)];
    for (name, switch) in scenario.switches.iter() {
        let model = Model::compile(&scenario.with_switches([name])?)?;
        levers.push(lever(name, &switch.asks, &base, &glances(&model, seed, replicates)));
    }
    Ok(levers)
}

fn glances(model: &Model, seed: Seed, replicates: u64) -> Vec<Glance> {
    let mut glances = Vec::new();
    let ControlFlow::Continue(()) = Ensemble::new(model, seed).run(0..replicates, |outcome| {
        glances.push(Glance::of(&outcome));
        ControlFlow::<std::convert::Infallible>::Continue(())
    });
    glances
}

fn lever(name: &str, asks: &str, base: &[Glance], changed: &[Glance]) -> Lever {
    let rate = |of: &dyn Fn(&Glance) -> bool| {
        Rate::new(changed.iter().filter(|g| of(g)).count() as u64, changed.len() as u64)
    };
    let mean = |of: &dyn Fn(&Glance) -> f64| {
        let mut moments = Moments::default();
        changed.iter().for_each(|g| moments.add(of(g)));
        moments.mean()
    };
    let change = |of: &dyn Fn(&Glance) -> f64| {
        let mut moments = Moments::default();
        base.iter().zip(changed).for_each(|(b, c)| moments.add(of(c) - of(b)));
        moments.mean()
    };
    let as_number = |yes: bool| f64::from(u8::from(yes));
    Lever {
        name: name.to_owned(),
        asks: asks.to_owned(),
        adopted: rate(&|g| g.adopted),
        lcd: rate(&|g| g.lcd),
        lcd_in_substance: rate(&|g| g.in_substance),
        hollow: rate(&|g| g.hollow),
        depth: mean(&|g| g.realised),
        guaranteed: mean(&|g| g.guaranteed),
        by_participation: mean(&|g| g.guaranteed * g.participation),
        adopted_change: change(&|g| as_number(g.adopted)),
        lcd_in_substance_change: change(&|g| as_number(g.in_substance)),
        lcd_change: change(&|g| as_number(g.lcd)),
        depth_change: change(&|g| g.realised),
        guaranteed_change: change(&|g| g.guaranteed),
        by_participation_change: change(&|g| g.guaranteed * g.participation),
    }
}
