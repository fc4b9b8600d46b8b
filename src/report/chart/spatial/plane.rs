//! A plane through the space of texts: two clauses, or the first two principal components of the ideal points.

use nalgebra::{DMatrix, SymmetricEigen};

use crate::{
    language::Language,
    negotiation::Realisation,
    report::chart::{Chronicle, NothingToDraw},
    say,
    text::{ClauseId, Text},
};

/// A plane through the space of texts.
pub struct Plane {
    /// The names of the horizontal and the vertical axis.
    pub names: [String; 2],
    /// The clauses that span the space.
    pub clauses: Vec<usize>,
    centre: Vec<f64>,
    axes: [Vec<f64>; 2],
    /// Whether the axes are principal components.
    pub components: bool,
}

impl Plane {
    /// Projects a point, given by its value for each clause, onto the plane.
    pub fn place(&self, x: impl Fn(usize) -> f64) -> (f64, f64) {
        let along = |axis: &[f64]| {
            let steps = self.clauses.iter().zip(&self.centre).zip(axis);
            steps.map(|((&c, centre), a)| (x(c) - centre) * a).sum()
        };
        (along(&self.axes[0]), along(&self.axes[1]))
    }

    /// Projects a text, at its middle reading, onto the plane.
    pub fn place_text(&self, text: &Text) -> (f64, f64) {
        self.place(|c| text[ClauseId::new(c)].middle())
    }
}

/// The ideal point of a party on a clause, if it cares about the clause.
pub fn ideal(room: &Realisation, i: usize, clause: usize) -> Option<f64> {
    let id = ClauseId::new(clause);
    (room.national.salience(i, id) > 0.0).then(|| room.national.ideal(i, id))
}

/// The mean ideal point on a clause over the parties present that care about it.
#[allow(clippy::cast_precision_loss)] // far fewer than 2^53 countries
pub fn mean_ideal(room: &Realisation, clause: usize) -> f64 {
    let stated: Vec<f64> =
        (0..room.present.len()).filter(|&i| room.present[i]).filter_map(|i| ideal(room, i, clause)).collect();
    if stated.is_empty() { 0.0 } else { stated.iter().sum::<f64>() / stated.len() as f64 }
}

/// The plane of two clauses, or of the first two principal components if there are more.
///
/// # Errors
/// If there are fewer than two clauses.
pub fn plane(
    language: Language,
    chronicle: &Chronicle<'_>,
    room: &Realisation,
    scales: Vec<usize>,
) -> Result<Plane, NothingToDraw> {
    let title = |c: usize| chronicle.summary.clauses[c].title.clone();
    match scales.as_slice() {
        [] | [_] => Err(NothingToDraw::because("one-scale")),
        &[a, b] => Ok(Plane {
            names: [title(a), title(b)],
            centre: vec![0.0; 2],
            axes: [vec![1.0, 0.0], vec![0.0, 1.0]],
            clauses: scales,
            components: false,
        }),
        _ => Ok(components(language, chronicle, room, scales)),
    }
}

fn components(
    language: Language,
    chronicle: &Chronicle<'_>,
    room: &Realisation,
    clauses: Vec<usize>,
) -> Plane {
    let present: Vec<usize> = (0..room.present.len()).filter(|&i| room.present[i]).collect();
    let centre: Vec<f64> = clauses.iter().map(|&c| mean_ideal(room, c)).collect();
    let deviation = |i: usize, k: usize| ideal(room, i, clauses[k]).map_or(0.0, |x| x - centre[k]);
    let covariance = DMatrix::from_fn(clauses.len(), clauses.len(), |a, b| {
        present.iter().map(|&i| deviation(i, a) * deviation(i, b)).sum::<f64>()
    });
    let eigen = SymmetricEigen::new(covariance);
    let mut order: Vec<usize> = (0..clauses.len()).collect();
    order.sort_by(|&a, &b| eigen.eigenvalues[b].total_cmp(&eigen.eigenvalues[a]));
    let total: f64 = eigen.eigenvalues.iter().map(|v| v.max(0.0)).sum();
    let axis = |k: usize| -> Vec<f64> {
        let axis: Vec<f64> = eigen.eigenvectors.column(order[k]).iter().copied().collect();
        // The sign of a component is arbitrary: its largest loading is made positive.
        let largest = axis.iter().copied().max_by(|a, b| a.abs().total_cmp(&b.abs())).unwrap_or(1.0);
        axis.into_iter().map(|a| if largest < 0.0 { -a } else { a }).collect()
    };
    let name = |k: usize, axis: &[f64]| {
        let share = if total > 0.0 { eigen.eigenvalues[order[k]].max(0.0) / total } else { 0.0 };
        let mut by_loading: Vec<usize> = (0..axis.len()).collect();
        by_loading.sort_by(|&a, &b| axis[b].abs().total_cmp(&axis[a].abs()));
        let clause = |&c: &usize| {
            let sign = if axis[c] < 0.0 { '−' } else { '+' };
            format!("{sign} {}", chronicle.summary.clauses[clauses[c]].title)
        };
        let named: Vec<String> = by_loading.iter().take(2).map(clause).collect();
        say!(language, "charts-spatial-axis", share = language.percent(share), clauses = named.join(", "))
    };
    let axes = [axis(0), axis(1)];
    Plane { names: [name(0, &axes[0]), name(1, &axes[1])], clauses, centre, axes, components: true }
}
