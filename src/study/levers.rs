//! Levers: what would have lifted the text? Each change is run on the same draws as the base case (common random
//! numbers), and its effects are the means of paired differences, Newcombe's for rates ([`super::comparison`]).

use std::ops::ControlFlow;

use serde::Serialize;
use thiserror::Error;

use super::{
    comparison::committed,
    ensemble::Ensemble,
    pairs::Pairs,
    statistics::{Mean, Moments, Rate},
    table::{Cell, Column, Kind, Row, Table},
    treatments::{Treatment, standard},
};
use crate::{
    model::{Model, ModelError},
    outcome::{Label, Outcome},
    random::Seed,
    scenario::{ParameterError, Scenario, Switch},
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
        Self {
            adopted: outcome.conclusion.adopted(),
            lcd: outcome.lcd,
            in_substance: outcome.lcd_in_substance,
            hollow: outcome.label == Label::Hollow,
            realised: outcome.realised_depth,
            guaranteed: committed(outcome),
            participation: outcome.participation,
        }
    }
}

/// Where a lever comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// The case as it is.
    Base,
    /// The scenario documents it as a switch.
    Switch,
    /// Tried on any case.
    Treatment,
}

/// One case: levels, and paired differences to the base.
#[derive(Clone, Debug, Serialize)]
pub struct Lever {
    /// Where it comes from.
    pub source: Source,
    /// The switch or treatment; "base" for the scenario as written.
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

/// Which levers are pulled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// The scenario's switches and the standard treatments.
    #[default]
    All,
    /// The switches that the scenario documents.
    Switches,
    /// What is tried on any case.
    Treatments,
}

/// Runs the base case and each lever on the same draws; the base comes first, then the scenario's switches in its
/// order, then the standard treatments. `watch` is told of each and may end it early.
///
/// # Errors
/// If a switch does not fit, or leaves a scenario that makes no sense.
pub fn pull(
    scenario: &Scenario,
    seed: Seed,
    replicates: u64,
    which: Which,
    mut watch: impl FnMut() -> ControlFlow<()>,
) -> Result<Vec<Lever>, LeverError> {
    let base = glances(&Model::compile(&scenario.with_switches([])?)?, seed, replicates);
    let mut levers = vec![lever(Source::Base, "base", &scenario.about, &base, &base)];
    let switches = if which == Which::Treatments { Vec::new() } else { flipped(scenario)? };
    let treatments = if which == Which::Switches { Vec::new() } else { standard(scenario) };
    let tagged = |source| move |t: Treatment| (source, t);
    let all = switches.into_iter().map(tagged(Source::Switch));
    for (source, Treatment { name, asks, scenario }) in
        all.chain(treatments.into_iter().map(tagged(Source::Treatment)))
    {
        if watch().is_break() {
            break;
        }
        let model = Model::compile(&scenario)?;
        levers.push(lever(source, &name, &asks, &base, &glances(&model, seed, replicates)));
    }
    Ok(levers)
}

/// How many levers would be pulled, the base included.
pub fn count(scenario: &Scenario, which: Which) -> usize {
    let switches = if which == Which::Treatments { 0 } else { scenario.switches.len() };
    1 + switches + if which == Which::Switches { 0 } else { standard(scenario).len() }
}

/// The scenario's switches, each flipped.
fn flipped(scenario: &Scenario) -> Result<Vec<Treatment>, LeverError> {
    let flip = |(name, switch): (&str, &Switch)| match scenario.with_switches([name]) {
        // A switch of another protocol has nothing to flip.
        Err(ParameterError::NotInProtocol { .. }) => None,
        Err(error) => Some(Err(error.into())),
        Ok(scenario) => Some(Ok(Treatment { name: name.to_owned(), asks: switch.asks.clone(), scenario })),
    };
    scenario.switches.iter().filter_map(flip).collect()
}

fn glances(model: &Model, seed: Seed, replicates: u64) -> Vec<Glance> {
    let mut glances = Vec::new();
    let ControlFlow::Continue(()) = Ensemble::new(model, seed).run(0..replicates, |outcome| {
        glances.push(Glance::of(&outcome));
        ControlFlow::<std::convert::Infallible>::Continue(())
    });
    glances
}

fn lever(source: Source, name: &str, asks: &str, base: &[Glance], changed: &[Glance]) -> Lever {
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
    let sides = |of: &dyn Fn(&Glance) -> bool| {
        let mut pairs = Pairs::default();
        base.iter().zip(changed).for_each(|(b, c)| pairs.add(of(b), of(c)));
        pairs.difference()
    };
    Lever {
        source,
        name: name.to_owned(),
        asks: asks.to_owned(),
        adopted: rate(&|g| g.adopted),
        lcd: rate(&|g| g.lcd),
        lcd_in_substance: rate(&|g| g.in_substance),
        hollow: rate(&|g| g.hollow),
        depth: mean(&|g| g.realised),
        guaranteed: mean(&|g| g.guaranteed),
        by_participation: mean(&|g| g.guaranteed * g.participation),
        adopted_change: sides(&|g| g.adopted),
        lcd_in_substance_change: sides(&|g| g.in_substance),
        lcd_change: sides(&|g| g.lcd),
        depth_change: change(&|g| g.realised),
        guaranteed_change: change(&|g| g.guaranteed),
        by_participation_change: change(&|g| g.guaranteed * g.participation),
    }
}

/// The levers as a table.
pub fn table(levers: &[Lever]) -> Table {
    use Kind::{Number, Word};
    let mut columns = vec![
        Column::new(
            "source",
            Word,
            "base, switch (the scenario documents it) or treatment (tried on any case)",
        ),
        Column::new("name", Word, "The switch or treatment"),
        Column::new("asks", Word, "What it asks"),
    ];
    for (name, about) in [
        ("adopted", "Probability that a text is adopted"),
        ("lcd", "Probability of an LCD text"),
        ("lcd_in_substance", "Probability of a text that is an LCD in substance"),
        ("hollow", "Probability of a hollow text"),
        ("depth", "Mean depth of what holds afterwards; 0 to 1"),
        ("guaranteed_depth", "Mean depth of it on its least demanding reading; 0 to 1"),
        ("depth_by_participation", "Mean of that × share of materiality in the room; 0 to 1"),
    ] {
        columns.push(Column::new(name, Number, about));
        if name != "hollow" {
            columns.push(Column::new(
                format!("{name}_change"),
                Number,
                "Change against the base, paired by replicate",
            ));
            columns.push(Column::new(format!("{name}_change_low"), Number, "Lower end of its 95 % interval"));
            columns.push(Column::new(
                format!("{name}_change_high"),
                Number,
                "Upper end of its 95 % interval",
            ));
        }
    }
    let row = |l: &Lever| -> Row {
        let source = match l.source {
            Source::Base => "base",
            Source::Switch => "switch",
            Source::Treatment => "treatment",
        };
        let mut row: Row = vec![source.into(), l.name.clone().into(), l.asks.clone().into()];
        let change = |row: &mut Row, level: Option<f64>, change: Mean| {
            row.extend([Cell::from(level), change.mean.into(), change.low.into(), change.high.into()]);
        };
        change(&mut row, l.adopted.rate, l.adopted_change);
        change(&mut row, l.lcd.rate, l.lcd_change);
        change(&mut row, l.lcd_in_substance.rate, l.lcd_in_substance_change);
        row.push(l.hollow.rate.into());
        change(&mut row, l.depth.mean, l.depth_change);
        change(&mut row, l.guaranteed.mean, l.guaranteed_change);
        change(&mut row, l.by_participation.mean, l.by_participation_change);
        row
    };
    Table { columns, rows: levers.iter().map(row).collect() }
}
