//! Sensitivity: which factors drive a result, alone and together.
//!
//! `morris` screens many factors at little cost; `variance` says which share of a result's variance each factor
//! explains; both need their own design. `given` says what can be said of any sample of points. All analyse the mean over a point's replicates (or the share of them), not single negotiations: noise
//! between replicates would pull first-order indices towards 0 and inflate total ones. Replicates share their draws
//! at every point, so what is left is the effect of the factors on these draws.

pub mod given;
pub(crate) mod morris;
pub(crate) mod variance;

pub use given::{GivenData, GivenIndex, PointNoise};
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
    /// A design that varies factors one by one.
    #[error(
        "this study's design is {found}: it varies the factors one by one, and shares of variance need points at which all \
         of them vary together"
    )]
    Design {
        /// What it is.
        found: &'static str,
    },
    /// A study that varies nothing.
    #[error("the study varies nothing: there are no factors to compare")]
    NoFactors,
    /// Too few points.
    #[error(
        "{name} has a value at {points} of {of} points: indices from a sample of points need {least} or more",
        least = given::LEAST_POINTS
    )]
    TooFew {
        /// The measure.
        name: String,
        /// The points that count.
        points: u64,
        /// Of how many.
        of: u64,
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
    /// What a sample of points says.
    Given(given::GivenData),
}

/// The estimates of a table of points that are analysed: those of these names; where none is given, the usual ones.
///
/// # Errors
/// If there is no such estimate.
pub fn measures(points: &DataTable, names: &[String]) -> Result<Vec<Column>, SensitivityError> {
    let find = |name: &str| Ok(estimate(&points.columns, name)?);
    if names.is_empty() {
        return ANALYSED.into_iter().map(find).collect();
    }
    names.iter().map(|name| find(name)).collect()
}

/// Whether the points of a design are analysed as a sample: it has no indices of its own.
pub fn is_sample(design: &Design) -> bool {
    !matches!(design, Design::Morris(_) | Design::Saltelli(_) | Design::OneAtATime)
}

/// Analyses these estimates of the table of points. `noise` has the noise of each, where the points are a sample.
///
/// # Errors
/// If the design is none for this, or points are missing.
pub fn analyse_all(
    study: &Study,
    points: &DataTable,
    measures: Vec<Column>,
    noise: &[PointNoise],
) -> Result<Vec<Measured>, SensitivityError> {
    if study.factors.is_empty() {
        return Err(SensitivityError::NoFactors);
    }
    let unknown = PointNoise::default();
    let analyse = |(n, measure): (usize, Column)| {
        let analysis = if is_sample(&study.design) {
            SensitivityAnalysis::Given(sampled(study, points, &measure, noise.get(n).unwrap_or(&unknown))?)
        } else {
            analyse(&study.design, &study.factors, study.seed_of_design(), points, &measure.name)?
        };
        Ok(Measured { measure, analysis })
    };
    measures.into_iter().enumerate().map(analyse).collect()
}

/// Analyses points as a sample.
fn sampled(
    study: &Study,
    points: &DataTable,
    measure: &Column,
    noise: &PointNoise,
) -> Result<given::GivenData, SensitivityError> {
    let of = Points::count(&study.design, &study.factors).unwrap_or(0);
    given::given_data(points, measure, study.factors.len(), of, noise, study.seed).map_err(
        |given::TooFew { points, of }| SensitivityError::TooFew { name: measure.name.clone(), points, of },
    )
}

/// Analyses a column of the table of points of a design that has indices of its own.
fn analyse(
    design: &Design,
    factors: &Named<Factor>,
    seed: Seed,
    points: &DataTable,
    measure: &str,
) -> Result<SensitivityAnalysis, SensitivityError> {
    if is_sample(design) || matches!(design, Design::OneAtATime) {
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
