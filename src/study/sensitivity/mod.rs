//! Sensitivity: which factors drive a result, alone and together.
//!
//! `morris` screens many factors at little cost; `variance` says which share of a result's variance each factor
//! explains. Both analyse the mean over a point's replicates (or the share of them), not single negotiations: noise
//! between replicates would pull first-order indices towards 0 and inflate total ones. Replicates share their draws
//! at every point, so what is left is the effect of the factors on these draws.

pub(crate) mod morris;
pub(crate) mod variance;

pub use morris::ElementaryEffect;
pub use variance::Indices;

use thiserror::Error;

use super::{
    definition::Study,
    design::{Design, Factor, Points, saltelli::Saltelli},
    points::estimate,
    table::{Cell, Column, DataTable, Row, select::UnknownMeasure},
};
use crate::{diagnostic::Diagnose, language::Message, named::Named, random::Seed};

/// The columns of the table of points that are analysed unless others are asked for.
pub(crate) const ANALYSED: [&str; 5] =
    ["realised_depth", "guaranteed_depth", "lcd", "lcd_in_substance", "adopted"];

/// Why there is nothing to analyse.
#[derive(Debug, Error)]
pub enum SensitivityError {
    /// Another design.
    #[error(
        "this study's design is {found}: sensitivity needs Morris(trajectories: …) or Saltelli(points: …)"
    )]
    Design {
        /// What it is.
        found: &'static str,
    },
    /// Points without results.
    #[error("{} of {of} points are missing, and indices need them all: {}", missing.len(), listed(missing))]
    Missing {
        /// The points.
        missing: Vec<u64>,
        /// How many there should be.
        of: u64,
    },
    /// No such estimate.
    #[error(transparent)]
    Measure(#[from] UnknownMeasure),
}

impl Diagnose for SensitivityError {
    fn message(&self) -> Message {
        if let Self::Measure(error) = self { error.message() } else { self.to_string().into() }
    }
}

fn listed(points: &[u64]) -> String {
    let shown: Vec<String> = points.iter().take(30).map(u64::to_string).collect();
    let more = points.len() - shown.len();
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{rest}", shown.join(", "))
}

/// What is said of one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The column of the table of points.
    pub measure: Column,
    /// What came out.
    pub analysis: SensitivityAnalysis,
}

/// What a study's design lets one say of one measure.
#[derive(Clone, Debug, PartialEq)]
pub enum SensitivityAnalysis {
    /// Elementary effects, by factor.
    Effects(Vec<morris::ElementaryEffect>),
    /// Variance-based indices.
    Indices(variance::Indices),
}

/// Analyses estimates of the table of points: those of these names; where none is given, the usual ones.
///
/// # Errors
/// If there is no such estimate, the design is none for this, or a point is missing.
pub fn analyse_all(
    study: &Study,
    points: &DataTable,
    names: &[String],
) -> Result<Vec<Measured>, SensitivityError> {
    let analyse = |name: &str| {
        let measure = estimate(&points.columns, name)?;
        let analysis = analyse(&study.design, &study.factors, study.seed, points, &measure.name)?;
        Ok(Measured { measure, analysis })
    };
    if names.is_empty() {
        return ANALYSED.into_iter().map(analyse).collect();
    }
    names.iter().map(|name| analyse(name)).collect()
}

/// Analyses a column of the table of points.
fn analyse(
    design: &Design,
    factors: &Named<Factor>,
    seed: Seed,
    points: &DataTable,
    measure: &str,
) -> Result<SensitivityAnalysis, SensitivityError> {
    if !matches!(design, Design::Morris(_) | Design::Saltelli(_)) {
        return Err(SensitivityError::Design { found: design.name() });
    }
    let count = Points::count(design, factors).unwrap_or(0);
    let column = points.column(measure);
    let result = |row: &Row| row.get(column?)?.number();
    let mut results: Vec<Option<f64>> = vec![None; usize::try_from(count).unwrap_or(0)];
    for row in &points.rows {
        if let Some(Cell::Integer(point)) = row.first()
            && let Some(slot) = usize::try_from(*point).ok().and_then(|p| results.get_mut(p))
        {
            *slot = result(row);
        }
    }
    let missing: Vec<u64> = (0_u64..).zip(&results).filter(|(_, r)| r.is_none()).map(|(p, _)| p).collect();
    if !missing.is_empty() {
        return Err(SensitivityError::Missing { missing, of: count });
    }
    let results: Vec<f64> = results.into_iter().flatten().collect();
    let names: Vec<&str> = factors.names().collect();
    match design {
        Design::Morris(morris) => {
            Ok(SensitivityAnalysis::Effects(morris::effects(*morris, &names, seed, &results, measure)))
        }
        Design::Saltelli(saltelli) => {
            let rows = rows(*saltelli, names.len(), &results);
            Ok(SensitivityAnalysis::Indices(variance::indices(&rows, seed, measure)))
        }
        other => Err(SensitivityError::Design { found: other.name() }),
    }
}

/// The results of Saltelli's design with k factors, in the order of its points, row by row of the base sample.
fn rows(design: Saltelli, k: usize, results: &[f64]) -> Vec<variance::SaltelliRow> {
    let row = |found: &[f64]| variance::SaltelliRow {
        a: found[0],
        b: found[1],
        ab: found[2..2 + k].to_vec(),
        ba: found[2 + k..].to_vec(),
    };
    let width = if design.second_order { 2 + 2 * k } else { 2 + k };
    results.chunks_exact(width).map(row).collect()
}
