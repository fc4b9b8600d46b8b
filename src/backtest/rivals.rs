//! What can be expected of an issue without simulating anything: the models to beat.

use super::{
    Prediction,
    cases::{Actor, Issue, SCALE},
    room,
};
use crate::{
    benchmark::{
        agreement::{AgreementSet, Solution, Unsolved},
        weighted_median,
    },
    model::Model,
    negotiation::Realisation,
};

/// A simple model of what comes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rival {
    /// Σ c s x / Σ c s, capability × salience (Van den Bos 1991; Achen 2006).
    Compromise,
    /// The mean position.
    PlainMean,
    /// The median position.
    Median,
    /// The median position, weighted by capability × salience.
    WeightedMedian,
    /// Always the middle of the scale.
    Middle,
    /// Nothing changes.
    StatusQuo,
    /// The member's position nearest the status quo (of two, the lower): the lowest common denominator.
    NearestStatusQuo,
    /// The Nash solution against the status quo, powers by capability.
    Nash,
    /// The Kalai–Smorodinsky solution against the status quo.
    KalaiSmorodinsky,
    /// The actors' positions as a distribution, weighted by capability × salience.
    Positions,
    /// The same, each position drawn a quarter of the way to the compromise.
    PositionsDrawnIn,
}

impl Rival {
    /// Every one, in the order in which they are shown.
    pub const ALL: [Self; 11] = [
        Self::Compromise,
        Self::PlainMean,
        Self::Median,
        Self::WeightedMedian,
        Self::Middle,
        Self::StatusQuo,
        Self::NearestStatusQuo,
        Self::Nash,
        Self::KalaiSmorodinsky,
        Self::Positions,
        Self::PositionsDrawnIn,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Compromise => "compromise",
            Self::PlainMean => "mean",
            Self::Median => "median",
            Self::WeightedMedian => "weighted-median",
            Self::Middle => "middle",
            Self::StatusQuo => "status-quo",
            Self::NearestStatusQuo => "lcd",
            Self::Nash => "nash",
            Self::KalaiSmorodinsky => "kalai-smorodinsky",
            Self::Positions => "positions",
            Self::PositionsDrawnIn => "positions-drawn-in",
        }
    }

    /// What it is, in a line.
    pub fn words(self) -> &'static str {
        match self {
            Self::Compromise => "mean position, weighted by capability × salience",
            Self::PlainMean => "mean position",
            Self::Median => "median position",
            Self::WeightedMedian => "median position, weighted by capability × salience",
            Self::Middle => "always the middle of the scale",
            Self::StatusQuo => "nothing changes",
            Self::NearestStatusQuo => "the member's position nearest the status quo",
            Self::Nash => "Nash solution against the status quo",
            Self::KalaiSmorodinsky => "Kalai–Smorodinsky solution against the status quo",
            Self::Positions => "the actors' positions as a distribution",
            Self::PositionsDrawnIn => "the same, a quarter of the way to the compromise",
        }
    }

    /// What it expects of an issue; none where it needs a status quo that is not known, or no member has a position.
    pub fn predict(self, issue: &Issue) -> Option<Prediction> {
        match self {
            Self::Compromise => Some(Prediction::point(compromise(issue))),
            Self::PlainMean => Some(Prediction::point(mean(issue.actors.iter().map(|a| (a.position, 1.0))))),
            Self::Median => Some(Prediction::point(median(issue, |_| 1.0))),
            Self::WeightedMedian => Some(Prediction::point(median(issue, weight))),
            Self::Middle => Some(Prediction::point(SCALE / 2.0)),
            Self::StatusQuo => issue.status_quo.map(Prediction::point),
            Self::NearestStatusQuo => nearest_status_quo(issue).map(Prediction::point),
            Self::Nash => solution(issue, |set, powers| set.nash(Some(powers))),
            Self::KalaiSmorodinsky => solution(issue, |set, _| set.kalai_smorodinsky()),
            Self::Positions => Prediction::weighted(issue.actors.iter().map(|a| (a.position, weight(a)))),
            Self::PositionsDrawnIn => {
                let centre = compromise(issue);
                let drawn = |a: &Actor| (a.position + (centre - a.position) / 4.0, weight(a));
                Prediction::weighted(issue.actors.iter().map(drawn))
            }
        }
    }
}

/// c·s.
pub(super) fn weight(actor: &Actor) -> f64 {
    actor.capability * actor.salience
}

fn mean(weighted: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (sum, total) = weighted.fold((0.0, 0.0), |(sum, total), (x, w)| (sum + w * x, total + w));
    sum / total
}

/// Σ c s x / Σ c s; the plain mean where nobody counts.
fn compromise(issue: &Issue) -> f64 {
    let weighted = mean(issue.actors.iter().map(|a| (a.position, weight(a))));
    if weighted.is_nan() { mean(issue.actors.iter().map(|a| (a.position, 1.0))) } else { weighted }
}

fn median(issue: &Issue, weight: impl Fn(&Actor) -> f64) -> f64 {
    let mut points: Vec<(f64, f64)> = issue.actors.iter().map(|a| (a.position, weight(a))).collect();
    weighted_median(&mut points)
}

fn nearest_status_quo(issue: &Issue) -> Option<f64> {
    let q = issue.status_quo?;
    let positions = issue.members().map(|a| a.position);
    positions.min_by(|a, b| (a - q).abs().total_cmp(&(b - q).abs()).then(a.total_cmp(b)))
}

/// A solution of the bargaining problem over the members, r = u(q).
fn solution(
    issue: &Issue,
    solve: impl Fn(&AgreementSet<'_>, &[f64]) -> Result<Solution, Unsolved>,
) -> Option<Prediction> {
    let q = issue.status_quo?;
    let scenario = room::members_on(issue, q)?;
    let model = Model::compile(&scenario).ok()?;
    let stated = Realisation::as_stated(&model);
    let powers: Vec<f64> = issue.members().map(|a| a.capability.max(1e-9)).collect();
    let set = AgreementSet::over_status_quo(&model, &stated.national, &stated.present).ok()?;
    let found = solve(&set, &powers).ok()?;
    Some(Prediction::point(SCALE * found.text.0[0].middle()))
}
