//! A logistic regression on all factors, averaged over the points' other factors.
//!
//! Points and replicates have both been drawn, and replicates share their draws at all points; so the errors of the
//! coefficients are clustered by both (Cameron, Gelbach & Miller 2011, Journal of Business & Economic Statistics 29), those
//! of points corrected for leverage (Bell & McCaffrey 2002, Survey Methodology 28), with Satterthwaite's degrees of freedom,
//! and at least half those of independent trials. In simulated studies with a known crossing, also where the truth is no
//! logistic line, 95 % ranges cover it in 91 to 99 % of cases.

use nalgebra::{DMatrix, DVector};
use special::Beta as _;

use super::{Crossing, CrossingMethod, CrossingPoint, CrossingRange, ranges};
use crate::study::{
    discovery::logistic::{Logistic, probability},
    statistics::student_quantile,
};

/// Points that there must be beyond the number of coefficients.
const SPARE_POINTS: usize = 5;
/// Points over which P is averaged; more are thinned out.
const MOST_POINTS: usize = 2000;
/// Values at which the test is made before its ends are found more exactly.
const STEPS: u32 = 64;
/// Points at which P must be between .1 and .9, for a regression to tell where between two values it passes ½.
const POINTS_ON_THE_WAY: usize = 4;

/// Where P = ½ along factor `k`. None where nothing can be fitted.
pub fn crossing(points: &[&CrossingPoint], k: usize, words: &[bool]) -> Option<Crossing> {
    let all = Columns::of(points, k, words);
    let alone = Columns { others: Vec::new(), ..all.clone() };
    let regression = all.fit(points, false).or_else(|| alone.fit(points, false))?;
    let misfit = regression.columns.fit(points, true).map(|bent| bent.misfit(&regression));
    let end = |x| regression.margin(x).0;
    Some(Crossing {
        ranges: regression.ranges(),
        from: end(-0.5),
        to: end(0.5),
        method: CrossingMethod::Curve { misfit },
    })
}

/// The columns of the regression, each from −½ to ½: the factor itself, and the others.
#[derive(Clone)]
struct Columns {
    range: [f64; 2],
    along: Vec<f64>,
    others: Vec<Other>,
}

/// Another factor, or a word of it.
#[derive(Clone)]
struct Other {
    values: Vec<f64>,
    is_word: bool,
}

/// From −½ at the least to ½ at the greatest; none where all are equal or one is missing.
fn scaled(values: &[f64]) -> Option<(Vec<f64>, [f64; 2])> {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let sound = high > low && values.iter().all(|x| x.is_finite());
    sound.then(|| (values.iter().map(|x| (x - low) / (high - low) - 0.5).collect(), [low, high]))
}

impl Columns {
    fn of(points: &[&CrossingPoint], k: usize, words: &[bool]) -> Self {
        let column = |j: usize| -> Vec<f64> { points.iter().map(|p| p.at[j]).collect() };
        let (along, range) = scaled(&column(k)).unwrap_or((vec![0.0; points.len()], [0.0; 2]));
        let mut others = Vec::new();
        for (j, is_word) in words.iter().copied().enumerate().filter(|(j, _)| *j != k) {
            let values = column(j);
            if is_word {
                let mut met: Vec<f64> = values.clone();
                met.sort_unstable_by(f64::total_cmp);
                met.dedup();
                let of_word =
                    |word: &f64| values.iter().map(|x| f64::from(u8::from(x == word)) - 0.5).collect();
                others.extend(met.iter().skip(1).map(|word| Other { values: of_word(word), is_word }));
            } else if let Some((values, _)) = scaled(&values) {
                others.push(Other { values, is_word });
            }
        }
        Self { range, along, others }
    }

    /// The row of point `i` with the factor at `x`: 1, x and the others; `bent`, also x² and the others' squares and
    /// products with x.
    fn row(&self, i: usize, x: f64, bent: bool) -> Vec<f64> {
        let others = || self.others.iter().map(|other| other.values[i]);
        let mut row = vec![1.0, x];
        row.extend(others());
        if bent {
            row.push(x * x);
            row.extend(others().map(|o| o * x));
            row.extend(self.others.iter().filter(|o| !o.is_word).map(|o| o.values[i] * o.values[i]));
        }
        row
    }

    fn fit(&self, points: &[&CrossingPoint], bent: bool) -> Option<Regression<'_>> {
        let rows: Vec<Vec<f64>> = (0..points.len()).map(|i| self.row(i, self.along[i], bent)).collect();
        let width = rows.first()?.len();
        if points.len() < width + SPARE_POINTS {
            return None;
        }
        let x = DMatrix::from_row_iterator(points.len(), width, rows.into_iter().flatten());
        #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
        let counts = |which: fn(&CrossingPoint) -> usize| -> Vec<f64> {
            points.iter().map(|p| which(p) as f64).collect()
        };
        let successes = counts(|p| p.happened.iter().filter(|h| **h).count());
        let trials = counts(|p| p.happened.len());
        let fit = Logistic::fit(&x, &successes, &trials)?;
        Some(Regression::new(self, fit, &x, points))
    }
}

/// A regression with the errors of its coefficients.
struct Regression<'c> {
    columns: &'c Columns,
    fit: Logistic,
    /// The errors of the coefficients, clustered by points, clustered by replicates, and what both count.
    by_points: DMatrix<f64>,
    by_replicates: DMatrix<f64>,
    by_trials: DMatrix<f64>,
    /// Degrees of freedom of the first two.
    freedom: [f64; 2],
}

impl<'c> Regression<'c> {
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
    fn new(columns: &'c Columns, fit: Logistic, x: &DMatrix<f64>, points: &[&CrossingPoint]) -> Self {
        let width = x.ncols();
        let replicates = points.iter().map(|p| p.happened.len()).max().unwrap_or(0);
        let mut of_replicates = DMatrix::<f64>::zeros(replicates, width);
        let (mut by_points, mut by_trials) = (DMatrix::zeros(width, width), DMatrix::zeros(width, width));
        for (i, point) in points.iter().enumerate() {
            let row = x.row(i).transpose();
            let p = probability(row.dot(&fit.coefficients));
            let (mut sum, mut squares) = (0.0, 0.0);
            for (r, happened) in point.happened.iter().enumerate() {
                let error = f64::from(u8::from(*happened)) - p;
                (sum, squares) = (sum + error, squares + error * error);
                (0..width).for_each(|j| of_replicates[(r, j)] += error * row[j]);
            }
            let weight = point.happened.len() as f64 * p * (1.0 - p);
            let leverage = (weight * row.dot(&(&fit.covariance * &row))).min(0.9);
            by_points.ger(sum * sum / (1.0 - leverage), &row, &row, 1.0);
            by_trials.ger(squares, &row, &row, 1.0);
        }
        let drawn = replicates as f64;
        let mut by_replicates = of_replicates.tr_mul(&of_replicates) * (drawn / (drawn - 1.0).max(1.0));
        if replicates == 1 {
            // One replicate shows nothing of what others do: its points are all there is.
            by_replicates.fill(0.0);
            by_trials.fill(0.0);
        }
        let sandwich = |meat: &DMatrix<f64>| &fit.covariance * meat * &fit.covariance;
        Self {
            columns,
            by_points: sandwich(&by_points),
            by_replicates: sandwich(&by_replicates),
            by_trials: sandwich(&by_trials),
            freedom: [(points.len() - width) as f64, (drawn - 1.0).max(1.0)],
            fit,
        }
    }

    /// P with the factor at `x` (from −½ to ½), averaged over the points' other factors; its standard error, and the
    /// degrees of freedom of that.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // far fewer than 2^53
    fn margin(&self, x: f64) -> (f64, f64, u64) {
        let every = self.columns.along.len().div_ceil(MOST_POINTS);
        let (mut sum, mut n) = (0.0, 0.0);
        let mut gradient = DVector::zeros(self.fit.coefficients.len());
        for i in (0..self.columns.along.len()).step_by(every) {
            let row = DVector::from_vec(self.columns.row(i, x, false));
            let p = probability(row.dot(&self.fit.coefficients));
            gradient.axpy(p * (1.0 - p), &row, 1.0);
            (sum, n) = (sum + p, n + 1.0);
        }
        gradient /= n;
        let variance = |of: &DMatrix<f64>| gradient.dot(&(of * &gradient));
        let (points, replicates) = (variance(&self.by_points), variance(&self.by_replicates));
        let both = points + replicates - variance(&self.by_trials);
        let error = libm::sqrt(both.max(0.25 * variance(&self.fit.covariance)));
        let [of_points, of_replicates] = self.freedom;
        let satterthwaite = (points + replicates).powi(2)
            / (points.powi(2) / of_points + replicates.powi(2) / of_replicates).max(f64::MIN_POSITIVE);
        (sum / n, error, satterthwaite.max(1.0) as u64)
    }

    /// The p-value of the terms by which this bent regression goes beyond a straight one: a Wald test, cautious in that what
    /// both clusterings count is not taken off.
    #[allow(clippy::cast_precision_loss)] // far fewer than 2^53
    fn misfit(&self, straight: &Self) -> f64 {
        let (kept, all) = (straight.fit.coefficients.len(), self.fit.coefficients.len());
        let more = all - kept;
        let terms = self.fit.coefficients.rows(kept, more).into_owned();
        let both = &self.by_points + &self.by_replicates;
        let Some(cholesky) = both.view((kept, kept), (more, more)).into_owned().cholesky() else {
            return 1.0;
        };
        let (q, v) = (more as f64, self.freedom[0].min(self.freedom[1]));
        let f = terms.dot(&cholesky.solve(&terms)) / q;
        // P(F > f) = I_x(v/2, q/2) at x = v/(v + qf).
        let (a, b) = (v / 2.0, q / 2.0);
        (v / (v + q * f)).inc_beta(a, b, a.ln_beta(b))
    }

    /// The values at which P = ½ is not rejected at 5 %.
    fn ranges(&self) -> Vec<CrossingRange> {
        let may_be_half = |x: f64| {
            let (p, error, freedom) = self.margin(x);
            let gap = (p - 0.5).abs();
            // Between the quantiles of most and of least freedom it depends.
            gap <= 1.959 * error || (gap <= 12.71 * error && gap <= student_quantile(freedom, 0.05) * error)
        };
        let above = |x: f64| self.margin(x).0 >= 0.5;
        let mut stops: Vec<f64> = (0..=STEPS).map(|n| f64::from(n) / f64::from(STEPS) - 0.5).collect();
        let crossings: Vec<f64> = stops
            .windows(2)
            .filter(|pair| above(pair[0]) != above(pair[1]))
            .map(|pair| boundary(pair[0], pair[1], above))
            .collect();
        stops.extend(&crossings);
        stops.sort_unstable_by(f64::total_cmp);
        let open: Vec<bool> = stops.iter().map(|x| crossings.contains(x) || may_be_half(*x)).collect();
        let mut stretches: Vec<[Option<f64>; 2]> = Vec::new();
        for n in 0..stops.len() {
            if open[n] && (n == 0 || !open[n - 1]) {
                let low = (n > 0).then(|| boundary(stops[n - 1], stops[n], may_be_half));
                stretches.push([low, None]);
            }
            if let Some(last) = stretches.last_mut().filter(|_| n > 0 && open[n - 1] && !open[n]) {
                last[1] = Some(boundary(stops[n - 1], stops[n], may_be_half));
            }
        }
        self.as_swept(&mut stretches);
        let [from, to] = self.columns.range;
        let at: Vec<f64> = crossings.iter().map(|x| from + (x + 0.5) * (to - from)).collect();
        ranges(&stretches, &at)
    }

    /// In the factor's own unit; where P goes from below .1 to above .9 within a few points, out to the nearest of them.
    fn as_swept(&self, stretches: &mut [[Option<f64>; 2]]) {
        let fitted = |i: usize| {
            let row = DVector::from_vec(self.columns.row(i, self.columns.along[i], false));
            probability(row.dot(&self.fit.coefficients))
        };
        let points = self.columns.along.len();
        let on_the_way = (0..points).filter(|i| (0.1..=0.9).contains(&fitted(*i))).count();
        let is_sharp = on_the_way < POINTS_ON_THE_WAY;
        let along = || self.columns.along.iter().copied();
        let [from, to] = self.columns.range;
        for [low, high] in stretches {
            if is_sharp {
                *low = low.map(|x| along().filter(|a| *a <= x).fold(-0.5, f64::max));
                *high = high.map(|x| along().filter(|a| *a >= x).fold(0.5, f64::min));
            }
            for end in [low, high].into_iter().flatten() {
                *end = from + (*end + 0.5) * (to - from);
            }
        }
    }
}

/// Where a statement changes between two values, by halving.
fn boundary(mut a: f64, mut b: f64, holds: impl Fn(f64) -> bool) -> f64 {
    let at_a = holds(a);
    for _ in 0..40 {
        let middle = f64::midpoint(a, b);
        if holds(middle) == at_a { a = middle } else { b = middle }
    }
    f64::midpoint(a, b)
}
