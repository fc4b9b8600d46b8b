//! The largest welfare over the texts that meet certain demands: a sum of ratings, or of logarithms of surpluses.
//!
//! At a text x with surpluses s_i, a sum of logarithms is at most its value there + Σ α_i (s_i(y) − s_i(x)) / s_i(x): Nash's
//! solution is the utilitarian one for the weights α_i/s_i (Harsanyi 1959; Shapley 1969). That linear programme proves how good
//! x is. Where x is not the best text, the next one maximises the same less ½ Σ α_i (∇s_i · (y − x) / s_i)², Newton's model of
//! the logarithms, on the way to which the best text is found by bisection. Roots bend as well: Euclidean ratings are replaced
//! by their tangents, less Newton's model of their curvature.

mod model;

use super::{
    Unsolved,
    programme::{CheckedOptimum, Demand},
    ratings::Ratings,
    simplex::dot,
};

/// A welfare within this of its bound is the best.
const CLOSE: f64 = 1e-11;
/// What a demand may be short of.
const VIOLATION: f64 = 1e-12;
/// Newton's model is used at this distance at least: below it, rounding wins.
const LEAST_RADIUS: f64 = 1e-4;
/// The distance from Newton's text that is polished, and the number of passes over all clauses.
const NEAR: f64 = 1e-4;
const SWEEPS: u32 = 100;
/// Roots below this are taken as the kinks that they are near to.
const KINK: f64 = 1e-2;
/// The largest distance to the bound, in utility.
const ACCURACY: f64 = 1e-8;
/// The number of Newton steps.
const STEPS: usize = 60;
/// The number of bisections on the way to a text.
const BISECTIONS: u32 = 50;

/// Σ α_i φ(rating_i) with powers α that sum to 1: φ the rating itself, or the logarithm of what it is above a reservation.
pub struct Welfare<'a> {
    ratings: &'a Ratings,
    demands: Vec<Demand>,
    powers: Vec<f64>,
    /// The rating above which logarithms are taken.
    above: Option<Vec<f64>>,
}

/// What a rating is in the model of welfare at a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A sum over clauses, as it is.
    Straight,
    /// A root near to its kink, as it is.
    Kinked,
    /// A root, by its tangent and its curvature.
    Bent,
}

/// How welfare looks from a text.
struct View {
    text: Vec<f64>,
    /// L by party.
    losses: Vec<f64>,
    ratings: Vec<f64>,
    /// Its value.
    welfare: f64,
    /// What a unit of each rating adds, against the rating that adds most.
    weights: Vec<f64>,
    /// What a unit of that one adds.
    scale: f64,
}

impl<'a> Welfare<'a> {
    /// Σ α_i rating_i over the texts that meet the demands.
    pub fn sum(ratings: &'a Ratings, demands: Vec<Demand>, powers: &[f64]) -> Self {
        let total: f64 = powers.iter().sum();
        Self { ratings, demands, powers: powers.iter().map(|a| a / total).collect(), above: None }
    }

    /// Σ α_i ln(rating_i − reservation_i) over the texts that meet the demands.
    pub fn logarithms(ratings: &'a Ratings, demands: Vec<Demand>, powers: &[f64], above: Vec<f64>) -> Self {
        Self { above: Some(above), ..Self::sum(ratings, demands, powers) }
    }

    /// The best text, from one that meets the demands.
    ///
    /// # Errors
    /// If it cannot be proved that it is the best.
    pub fn maximise(&self, start: Vec<f64>) -> Result<Vec<f64>, Unsolved> {
        let mut view = self.view(start);
        let (mut radius, mut surest) = (1.0, (f64::INFINITY, view.text.clone()));
        for _ in 0..STEPS {
            let straight = self.straight(&view)?;
            let there = self.view(straight.text.clone());
            let forms = self.curvature(&view);
            // Without roots and logarithms the model is welfare itself.
            let is_exact = self.above.is_none() && !self.ratings.any_root();
            if is_exact || self.gap(&view, &straight, &there) <= CLOSE {
                view = there;
                break;
            }
            let gap = self.gap(&view, &straight, &view);
            if gap <= surest.0 {
                surest = (gap, view.text.clone());
            }
            if gap <= CLOSE {
                break;
            }
            let bent = self.model(&view).bend(&forms, &view.text, radius).solve();
            let target = bent.map_or(straight.text, |answer| answer.text);
            let next = self.on_the_way(&view, &target);
            let step = distance(&next.text, &view.text);
            if next.welfare <= view.welfare + 1e-15 && radius <= LEAST_RADIUS {
                break;
            }
            radius = if step > 0.9 * radius { 4.0 * radius } else { 4.0 * step }.clamp(LEAST_RADIUS, 1.0);
            if next.welfare > view.welfare {
                view = next;
            }
        }
        if self.above.is_some() || self.ratings.any_square() {
            let polished = self.polish(&view);
            if polished.welfare >= view.welfare - 1e-15 {
                view = polished;
            }
        }
        let gap = self.gap(&view, &self.straight(&view)?, &view);
        if gap <= ACCURACY {
            return Ok(view.text);
        }
        if surest.0 <= ACCURACY {
            return Ok(surest.1);
        }
        Err(Unsolved::gave_up(format!("welfare may be {gap:.1e} below the best")))
    }

    /// Maximises welfare clause by clause, by bisection on its slope: it is flat at its maximum, and its value determines a text
    /// only to half as many digits as its slope does.
    fn polish(&self, from: &View) -> View {
        let (mut text, mut losses) = (from.text.clone(), from.losses.clone());
        for _ in 0..SWEEPS {
            let mut moved: f64 = 0.0;
            for (d, x) in text.iter_mut().enumerate() {
                let old = *x;
                for (i, loss) in losses.iter_mut().enumerate() {
                    *loss -= self.ratings.on_clause(i, d, old);
                }
                let (mut low, mut high) = ((old - NEAR).max(0.0), (old + NEAR).min(1.0));
                for _ in 0..BISECTIONS {
                    let middle = f64::midpoint(low, high);
                    if self.rises_on(&losses, d, middle) { low = middle } else { high = middle }
                }
                *x = high;
                for (i, loss) in losses.iter_mut().enumerate() {
                    *loss += self.ratings.on_clause(i, d, high);
                }
                moved = moved.max((high - old).abs());
            }
            if moved < 1e-14 {
                break;
            }
        }
        let polished = self.view(text);
        let meets = |d: &Demand| polished.ratings[d.party] >= d.least - VIOLATION;
        if self.demands.iter().all(meets) { polished } else { self.view(from.text.clone()) }
    }

    /// Whether welfare rises with the value `x` of a clause, given everybody's loss on the others.
    fn rises_on(&self, others: &[f64], d: usize, x: f64) -> bool {
        let counts = self.powers.iter().enumerate().filter(|(_, power)| **power > 0.0);
        let slope = |(i, power): (usize, &f64)| {
            let loss = (others[i] + self.ratings.on_clause(i, d, x)).max(0.0);
            let root = if self.ratings.is_root(i) { 2.0 * loss.sqrt().max(f64::MIN_POSITIVE) } else { 1.0 };
            let of_log = self.above.as_ref().map_or(1.0, |above| self.ratings.at_loss(i, loss) - above[i]);
            -power / of_log * self.ratings.slope(i, d, x, 1.0) / root
        };
        counts.map(slope).sum::<f64>() > 0.0
    }

    /// How far the welfare of `at` may be below the best, by the model at `view`, in units of the rating that adds most to it.
    fn gap(&self, view: &View, bound: &CheckedOptimum, at: &View) -> f64 {
        let of_part = |(i, weight): (usize, &f64)| match self.part(view, i) {
            Part::Straight | Part::Kinked => weight * (view.ratings[i] - self.ratings.best(i)),
            Part::Bent => 0.0,
        };
        let counts = view.weights.iter().enumerate().filter(|(_, w)| **w > 0.0);
        let model = counts.map(of_part).sum::<f64>() + dot(&self.tangent(view), &view.text);
        (view.welfare - at.welfare) / view.scale + bound.bound - model
    }

    fn view(&self, text: Vec<f64>) -> View {
        let mut losses = Vec::new();
        self.ratings.losses(&text, &vec![0.0; text.len()], &mut losses);
        let ratings: Vec<f64> =
            losses.iter().enumerate().map(|(i, &loss)| self.ratings.at_loss(i, loss)).collect();
        let counts = || self.powers.iter().enumerate().filter(|(_, power)| **power > 0.0);
        let welfare = counts()
            .map(|(i, power)| match &self.above {
                None => power * ratings[i],
                Some(above) => power * libm::log((ratings[i] - above[i]).max(0.0)),
            })
            .sum();
        let mut weights = vec![0.0; self.powers.len()];
        for (i, power) in counts() {
            weights[i] = self.above.as_ref().map_or(*power, |above| power / (ratings[i] - above[i]));
        }
        let scale = weights.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        weights.iter_mut().for_each(|weight| *weight /= scale);
        View { text, losses, ratings, welfare, weights, scale }
    }

    /// What a party's rating is in the model at a view.
    fn part(&self, view: &View, party: usize) -> Part {
        if !self.ratings.is_root(party) {
            Part::Straight
        } else if view.losses[party].sqrt() < KINK {
            Part::Kinked
        } else {
            Part::Bent
        }
    }

    /// The best text between two.
    fn on_the_way(&self, from: &View, to: &[f64]) -> View {
        let direction: Vec<f64> = to.iter().zip(&from.text).map(|(b, a)| b - a).collect();
        let at = |step: f64| self.view(from.text.iter().zip(&direction).map(|(a, v)| a + step * v).collect());
        let rises = |view: &View| {
            let counts = view.weights.iter().enumerate().filter(|(_, w)| **w != 0.0);
            let slope = |(i, weight): (usize, &f64)| {
                let along = direction.iter().enumerate();
                let of_loss: f64 = along.map(|(d, v)| v * self.ratings.slope(i, d, view.text[d], *v)).sum();
                let root =
                    if self.ratings.is_root(i) { 2.0 * view.losses[i].sqrt().max(1e-300) } else { 1.0 };
                -weight * of_loss / root
            };
            view.welfare.is_finite() && counts.map(slope).sum::<f64>() > 0.0
        };
        let whole = at(1.0);
        if rises(&whole) {
            return whole;
        }
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..BISECTIONS {
            let middle = f64::midpoint(low, high);
            if rises(&at(middle)) { low = middle } else { high = middle }
        }
        let (low, high) = (at(low), at(high));
        if high.welfare > low.welfare { high } else { low }
    }
}

/// The largest difference between two texts on a clause.
fn distance(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}

/// The rows whose outer products sum to a positive semidefinite matrix (Cholesky), without those that vanish.
fn factor(mut matrix: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    let size = matrix.len();
    let negligible = 1e-14 * (0..size).map(|k| matrix[k][k]).fold(0.0, f64::max);
    let mut rows = Vec::new();
    for k in 0..size {
        let pivot = matrix[k][k];
        if pivot <= negligible {
            continue;
        }
        let row: Vec<f64> =
            (0..size).map(|j| if j < k { 0.0 } else { matrix[k][j] / pivot.sqrt() }).collect();
        for (of, a) in matrix.iter_mut().zip(&row) {
            of.iter_mut().zip(&row).for_each(|(m, b)| *m -= a * b);
        }
        rows.push(row);
    }
    rows
}
