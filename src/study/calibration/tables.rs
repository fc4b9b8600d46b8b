//! What a calibration writes, as tables; the table of a generation reads back to the same generation.

use super::{Calibration, Findings, Particle, Population};
use crate::study::{
    design::Level,
    table::{Cell, Column, ColumnKind, DataTable, Row},
};

/// The columns of a generation's particles.
pub fn columns(calibration: &Calibration) -> Vec<Column> {
    let number = |name: &str, about: &str| Column::new(name, ColumnKind::Number, about);
    let attempt = Column::new(
        "attempt",
        ColumnKind::Integer,
        "The number of the draw, from 0; others were not near enough",
    );
    let free = calibration.parameters.iter().zip(&calibration.priors).map(|(path, prior)| {
        let kind = if prior.listed().is_some() { ColumnKind::String } else { ColumnKind::Number };
        Column::new(path.clone(), kind, format!("Drawn; its prior is {prior}"))
    });
    let rest = [
        number("weight", "Its weight; all sum to 1").within([0.0, 1.0]),
        number("distance", "How far its statistics are from those observed, in units of their scales"),
    ];
    let statistics =
        calibration.statistics.iter().map(|s| number(&s.name, "The statistic of its negotiation"));
    [attempt].into_iter().chain(free).chain(rest).chain(statistics).collect()
}

/// A generation as a table.
pub fn population_table(calibration: &Calibration, population: &Population) -> DataTable {
    let row = |p: &Particle| -> Row {
        let free = calibration.priors.iter().zip(&p.values).map(|(prior, value)| match prior.listed() {
            Some(_) => Cell::String(prior.level(*value).to_string().into()),
            None => Cell::Number(*value),
        });
        let rest = [Cell::Number(p.weight), Cell::Number(p.distance)];
        let statistics = p.statistics.iter().map(|s| Cell::Number(*s));
        [Cell::Integer(p.attempt)].into_iter().chain(free).chain(rest).chain(statistics).collect()
    };
    DataTable { columns: columns(calibration), rows: population.particles.iter().map(row).collect() }
}

/// A generation from its rows, the one after `before`; none where a row is none of it.
pub fn population_of(calibration: &Calibration, before: &[Population], rows: &[Row]) -> Option<Population> {
    let free = calibration.priors.len();
    let particle = |row: &Row| {
        let number = |cell: &Cell| cell.number().filter(|x| x.is_finite());
        let value = |(prior, cell): (&super::Prior, &Cell)| match cell {
            Cell::String(word) => prior.value(&Level::read(word)),
            cell => prior.value(&Level::Number(number(cell)?)),
        };
        let Cell::Integer(attempt) = row[0] else { return None };
        let values: Option<Vec<f64>> = calibration.priors.iter().zip(&row[1..=free]).map(value).collect();
        let statistics: Option<Vec<f64>> = row[free + 3..].iter().map(number).collect();
        let (weight, distance) = (number(&row[free + 1])?, number(&row[free + 2])?);
        Some(Particle { attempt, values: values?, weight, distance, statistics: statistics? })
    };
    let particles: Option<Vec<Particle>> = rows.iter().map(particle).collect();
    let particles = particles.filter(|p| p.len() == calibration.settings.particles)?;
    let tolerance = match before.last() {
        None => None,
        Some(last) => Some(calibration.next_tolerance(before.len(), last).ok()?),
    };
    let population = Population { tolerance, particles };
    is_sound(calibration, before.first(), &population).then_some(population)
}

/// Whether a generation that was read is one that could have been written: draws in order, values that the priors allow,
/// distances that follow from the statistics, weights that sum to 1.
fn is_sound(calibration: &Calibration, prior: Option<&Population>, population: &Population) -> bool {
    let scales = calibration.scales(prior.unwrap_or(population));
    let particles = &population.particles;
    let total: f64 = particles.iter().map(|p| p.weight).sum();
    let follows = |p: &Particle| {
        let distance = calibration.distance(&p.statistics, &scales);
        distance == p.distance
            && calibration.density(&p.values) > 0.0
            && population.tolerance.is_none_or(|tolerance| distance <= tolerance)
    };
    let in_order = particles.windows(2).all(|pair| pair[0].attempt < pair[1].attempt);
    (total - 1.0).abs() < 1e-9 && in_order && particles.iter().all(follows)
}

/// The tables of what was found, by name.
pub fn tables(
    calibration: &Calibration,
    last: &Population,
    findings: &Findings,
) -> Vec<(&'static str, DataTable)> {
    vec![
        ("posterior", population_table(calibration, last)),
        ("parameters", parameters(findings)),
        ("generations", generations(findings)),
        ("predictive", predictive(findings)),
    ]
}

fn parameters(findings: &Findings) -> DataTable {
    let number = |name: &str, about: &str| Column::new(name, ColumnKind::Number, about);
    let columns = vec![
        Column::new("parameter", ColumnKind::String, "The number"),
        Column::new("prior", ColumnKind::String, "Its prior"),
        Column::new("value", ColumnKind::String, "A listed value; empty of a range"),
        number("prior_low", "2.5 % of the prior; empty of a listed value"),
        number("prior_median", "50 % of the prior, or the probability of the listed value"),
        number("prior_high", "97.5 % of the prior"),
        number("posterior_low", "2.5 % of the posterior"),
        number("posterior_median", "50 % of the posterior, or the probability of the listed value"),
        number("posterior_high", "97.5 % of the posterior"),
        number("moved", "The greatest difference of the two distribution functions").within([0.0, 1.0]),
        number(
            "critical",
            "What that exceeds by chance in one case of twenty at most, for all numbers together",
        ),
        Column::new("told", ColumnKind::Boolean, "Whether the posterior can be told from the prior"),
    ];
    let mut rows = Vec::new();
    for p in &findings.parameters {
        let row = |value: Cell, six: [Option<f64>; 6]| -> Row {
            let head = [p.parameter.clone().into(), p.prior_written.to_string().into(), value];
            let tail = [Cell::Number(p.moved), Cell::Number(p.critical), Cell::Boolean(p.is_told)];
            head.into_iter().chain(six.map(Cell::from)).chain(tail).collect()
        };
        if p.listed.is_empty() {
            let [a, b, c] = [0, 1, 2].map(|k| p.prior.get(k).copied());
            let [d, e, f] = [0, 1, 2].map(|k| p.posterior.get(k).copied());
            rows.push(row(Cell::Empty, [a, b, c, d, e, f]));
        }
        for (value, before, after) in &p.listed {
            rows.push(row(value.clone().into(), [None, Some(*before), None, None, Some(*after), None]));
        }
    }
    DataTable { columns, rows }
}

fn generations(findings: &Findings) -> DataTable {
    let columns = vec![
        Column::new("generation", ColumnKind::Integer, "Its number; 0 is the prior"),
        Column::new("tolerance", ColumnKind::Number, "ε, in units of the scales; empty of the prior"),
        Column::new("attempts", ColumnKind::Integer, "Draws"),
        Column::new("acceptance", ColumnKind::Number, "The share that was near enough").within([0.0, 1.0]),
        Column::new("effective_size", ColumnKind::Number, "The effective number of particles, 1/Σw²"),
    ];
    let row = |(k, g): (usize, &super::GenerationFacts)| -> Row {
        vec![
            (k as u64).into(),
            g.tolerance.into(),
            g.attempts.into(),
            g.acceptance.into(),
            g.effective_size.into(),
        ]
    };
    DataTable { columns, rows: findings.generations.iter().enumerate().map(row).collect() }
}

fn predictive(findings: &Findings) -> DataTable {
    let number = |name: &str, about: &str| Column::new(name, ColumnKind::Number, about);
    let columns = vec![
        Column::new("case", ColumnKind::Integer, "The case, from 1"),
        Column::new("statistic", ColumnKind::String, "The statistic"),
        number("observed", "What was observed"),
        number("scale", "Its scale; empty where it does not vary and does not count"),
        number("prior_low", "2.5 % of negotiations with numbers from the prior are no higher"),
        number("prior_high", "97.5 % of them"),
        number("low", "2.5 % of negotiations with numbers from the posterior are no higher"),
        number("median", "Half of them"),
        number("high", "97.5 % of them"),
        number("tail", "Two-sided tail probability of what was observed").within([0.0, 1.0]),
        Column::new("inside", ColumnKind::Boolean, "Whether what was observed lies from low to high"),
        Column::new("in_reach", ColumnKind::Boolean, "Whether a value that the coder would defend does"),
    ];
    let row = |p: &super::Predicted| -> Row {
        vec![
            (p.case as u64 + 1).into(),
            p.statistic.clone().into(),
            p.observed.into(),
            p.scale.into(),
            p.prior_low.into(),
            p.prior_high.into(),
            p.low.into(),
            p.median.into(),
            p.high.into(),
            p.tail.into(),
            p.inside.into(),
            p.in_reach.into(),
        ]
    };
    DataTable { columns, rows: findings.predictive.iter().map(row).collect() }
}
