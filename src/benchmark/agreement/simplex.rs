//! Linear programmes whose inequalities are found when they are violated: the dual simplex method with cutting planes.
//!
//! max c·y over lo ≤ y ≤ hi and a·y ≤ b, for any number of inequalities (a, b). A vertex is where as many of them as there are
//! variables hold with equality, and it is best among the texts that they allow iff c is a sum of their slopes at prices λ ≥ 0.
//! The method starts at the best corner of the bounds. In each step the most violated inequality, which the question itself
//! works out at the vertex, replaces one of those that make the vertex: the one whose price reaches 0 first, so that no price
//! ever falls below 0. Where nothing is violated the vertex is the optimum; c·y ≤ Σ λ b proves it.
//!
//! Dantzig & Wolfe (1960), Operations Research 8, in its dual form; Kelley (1960), SIAM Journal 8.

use super::Unsolved;

/// What bounds may be violated by.
const VIOLATION: f64 = 1e-13;
/// Steps after which the inverse is worked out afresh.
const FRESH_AFTER: usize = 50;
/// A slope below this, against the largest, is rounding.
const LEAST_SLOPE: f64 = 1e-10;
/// What prices may differ by and still count as equal.
const EQUAL_PRICES: f64 = 1e-13;

/// An inequality: slope · y ≤ bound.
#[derive(Clone, Debug)]
pub struct Cut {
    /// a.
    pub slope: Vec<f64>,
    /// b.
    pub bound: f64,
    /// The party that asks for it.
    pub of: Option<usize>,
}

/// The optimum of a programme.
#[derive(Clone, Debug)]
pub struct Optimum {
    /// y.
    pub point: Vec<f64>,
    /// No point that satisfies the inequalities has a larger c·y: Σ λ b, with what rounding leaves of c at its bounds.
    pub bound: f64,
    /// λ of each party's inequalities, where it is above 0.
    pub prices: Vec<(usize, f64)>,
}

/// The optimum over the `bounds` (lo, hi) and all inequalities of which `violated` finds one, the most violated, at any point.
/// Where a variable does not matter it starts at hi. `nudge` and up to its double is added to the size of c, so that no price is
/// exactly 0, where the method could go round in circles.
///
/// # Errors
/// If no point satisfies the inequalities, or rounding wins.
pub fn maximise(
    objective: &[f64],
    bounds: &[(f64, f64)],
    nudge: f64,
    mut violated: impl FnMut(&[f64]) -> Option<Cut>,
) -> Result<Optimum, Unsolved> {
    if bounds.iter().any(|(lo, hi)| lo > hi) {
        return Err(Unsolved::Nothing);
    }
    let mut vertex = Vertex::corner(objective, bounds, nudge);
    let most = 400 * (objective.len() + 10);
    for _ in 0..most {
        if vertex.steps >= FRESH_AFTER {
            vertex.refresh()?;
        }
        match worse(violated_bound(&vertex.point, bounds), violated(&vertex.point), &vertex.point) {
            Some(cut) => vertex.step(cut)?,
            None if vertex.steps == 0 => return Ok(vertex.optimum(objective, bounds)),
            None => vertex.refresh()?,
        }
    }
    Err(Unsolved::gave_up(format!("no optimum after {most} steps of the simplex method")))
}

/// Of a bound and another inequality, the one that a point violates more. Most bounds come right when the others do: measured by
/// the number of steps, a bound counts a tenth.
fn worse(of_bounds: Option<Cut>, of_others: Option<Cut>, point: &[f64]) -> Option<Cut> {
    let excess = |cut: &Cut| dot(&cut.slope, point) - cut.bound;
    match (of_bounds, of_others) {
        (Some(a), Some(b)) => Some(if 0.1 * excess(&a) > excess(&b) { a } else { b }),
        (a, b) => a.or(b),
    }
}

/// The bound that a point violates most.
fn violated_bound(point: &[f64], bounds: &[(f64, f64)]) -> Option<Cut> {
    let beyond = |(j, (y, (lo, hi))): (usize, (&f64, &(f64, f64)))| (j, (y - hi).max(lo - y), *y > *hi);
    let all = point.iter().zip(bounds).enumerate().map(beyond);
    let (j, excess, is_above) = all.max_by(|a, b| a.1.total_cmp(&b.1))?;
    if excess <= VIOLATION {
        return None;
    }
    let mut slope = vec![0.0; point.len()];
    slope[j] = if is_above { 1.0 } else { -1.0 };
    Some(Cut { bound: if is_above { bounds[j].1 } else { -bounds[j].0 }, slope, of: None })
}

/// Where as many inequalities as there are variables hold with equality.
struct Vertex {
    /// These inequalities.
    cuts: Vec<Cut>,
    /// The columns of the inverse of their slopes, one after another.
    inverse: Vec<f64>,
    point: Vec<f64>,
    /// λ.
    prices: Vec<f64>,
    /// c, nudged.
    objective: Vec<f64>,
    /// Steps since the inverse was worked out.
    steps: usize,
}

impl Vertex {
    /// The best corner of the bounds.
    fn corner(objective: &[f64], bounds: &[(f64, f64)], nudge: f64) -> Self {
        let size = objective.len();
        let mut vertex = Self {
            cuts: Vec::with_capacity(size),
            inverse: vec![0.0; size * size],
            point: Vec::with_capacity(size),
            prices: Vec::with_capacity(size),
            objective: objective.to_vec(),
            steps: 0,
        };
        for (j, (&c, &(lo, hi))) in objective.iter().zip(bounds).enumerate() {
            let (sign, at) = if c >= 0.0 { (1.0, hi) } else { (-1.0, lo) };
            #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 variables
            let nudge = nudge * (1.0 + (0.618_033_988_749_895 * (j + 1) as f64).fract());
            vertex.objective[j] += sign * nudge;
            vertex.prices.push(c.abs() + nudge);
            vertex.inverse[j * size + j] = sign;
            vertex.point.push(at);
            let mut slope = vec![0.0; size];
            slope[j] = sign;
            vertex.cuts.push(Cut { slope, bound: sign * at, of: None });
        }
        vertex
    }

    /// Moves to where `entering` holds with equality instead of the inequality whose price reaches 0 first.
    fn step(&mut self, entering: Cut) -> Result<(), Unsolved> {
        let size = self.cuts.len();
        let along: Vec<f64> =
            self.inverse.chunks_exact(size).map(|column| dot(column, &entering.slope)).collect();
        let leaving = self.leaving(&along).ok_or(Unsolved::Nothing)?;
        let pivot = along[leaving];
        let price = (self.prices[leaving] / pivot).max(0.0);
        for (p, a) in self.prices.iter_mut().zip(&along) {
            *p -= price * a;
        }
        self.prices[leaving] = price;

        let start = leaving * size;
        self.inverse[start..start + size].iter_mut().for_each(|x| *x /= pivot);
        let column = self.inverse[start..start + size].to_vec();
        let excess = dot(&entering.slope, &self.point) - entering.bound;
        subtract(&mut self.point, excess, &column);
        for (k, other) in self.inverse.chunks_exact_mut(size).enumerate().filter(|(k, _)| *k != leaving) {
            if along[k] != 0.0 {
                subtract(other, along[k], &column);
            }
        }
        self.cuts[leaving] = entering;
        self.steps += 1;
        self.settle();
        Ok(())
    }

    /// The inequality whose price reaches 0 first when another enters; of several, the one that determines the new vertex best.
    /// `None` if none does: then the entering one contradicts them.
    fn leaving(&self, along: &[f64]) -> Option<usize> {
        let least = LEAST_SLOPE * along.iter().fold(1.0, |most: f64, a| most.max(a.abs()));
        let falling = || along.iter().zip(&self.prices).enumerate().filter(|(_, (a, _))| **a > least);
        let first =
            falling().map(|(_, (a, p))| (p.max(0.0) + EQUAL_PRICES) / a).fold(f64::INFINITY, f64::min);
        let mut best: Option<(usize, f64)> = None;
        for (k, (&a, &p)) in falling() {
            if p / a <= first && best.is_none_or(|(_, most)| a > most) {
                best = Some((k, a));
            }
        }
        best.map(|(k, _)| k)
    }

    /// Works out the inverse, the point and the prices afresh.
    fn refresh(&mut self) -> Result<(), Unsolved> {
        let size = self.cuts.len();
        // The rows of the transpose's inverse are the columns of the inverse.
        let mut transposed = vec![0.0; size * size];
        for (k, cut) in self.cuts.iter().enumerate() {
            for (j, a) in cut.slope.iter().enumerate() {
                transposed[j * size + k] = *a;
            }
        }
        self.inverse = invert(transposed, size).ok_or_else(|| {
            Unsolved::gave_up("the inequalities of a vertex depend on one another".to_owned())
        })?;
        self.point.fill(0.0);
        for ((cut, column), price) in
            self.cuts.iter().zip(self.inverse.chunks_exact(size)).zip(&mut self.prices)
        {
            subtract(&mut self.point, -cut.bound, column);
            *price = dot(column, &self.objective);
        }
        self.steps = 0;
        self.settle();
        Ok(())
    }

    /// Takes what rounding has left of the vertex's inequalities off the point: where they are nearly parallel it need not be
    /// exact, but it must satisfy them.
    fn settle(&mut self) {
        let excess: Vec<f64> = self.cuts.iter().map(|cut| dot(&cut.slope, &self.point) - cut.bound).collect();
        for (excess, column) in excess.iter().zip(self.inverse.chunks_exact(self.cuts.len())) {
            subtract(&mut self.point, *excess, column);
        }
    }

    fn optimum(self, objective: &[f64], bounds: &[(f64, f64)]) -> Optimum {
        let (exact, nudged) = (self.prices_of(objective), self.prices_of(&self.objective));
        let bound = [&exact, &nudged].map(|prices| self.bound(prices, objective, bounds));
        let of_party = |(cut, price): (&Cut, f64)| Some((cut.of?, price)).filter(|_| price > 0.0);
        let prices = self.cuts.iter().zip(exact).filter_map(of_party).collect();
        Optimum { prices, bound: bound[0].min(bound[1]), point: self.point }
    }

    /// What the inequalities of the vertex would have to cost so that it is best for an objective, without those below 0.
    fn prices_of(&self, objective: &[f64]) -> Vec<f64> {
        self.inverse.chunks_exact(objective.len()).map(|column| dot(column, objective).max(0.0)).collect()
    }

    /// Σ λ b at any prices λ ≥ 0, with what they leave of the objective at the better of its bounds.
    fn bound(&self, prices: &[f64], objective: &[f64], bounds: &[(f64, f64)]) -> f64 {
        let (mut left, mut bound) = (objective.to_vec(), 0.0);
        for (cut, price) in self.cuts.iter().zip(prices) {
            subtract(&mut left, *price, &cut.slope);
            bound += price * cut.bound;
        }
        bound + left.iter().zip(bounds).map(|(c, (lo, hi))| (c * lo).max(c * hi)).sum::<f64>()
    }
}

/// The inverse of a square matrix, row by row, by Gauss and Jordan with the largest pivot of each column.
fn invert(mut matrix: Vec<f64>, size: usize) -> Option<Vec<f64>> {
    let mut inverse = vec![0.0; size * size];
    (0..size).for_each(|k| inverse[k * size + k] = 1.0);
    for k in 0..size {
        let size_of = |r: &usize| matrix[r * size + k].abs();
        let pivot_row = (k..size).max_by(|a, b| size_of(a).total_cmp(&size_of(b)))?;
        let pivot = matrix[pivot_row * size + k];
        if pivot.abs() < 1e-13 {
            return None;
        }
        for of in [&mut matrix, &mut inverse] {
            (0..size).for_each(|j| of.swap(k * size + j, pivot_row * size + j));
            of[k * size..(k + 1) * size].iter_mut().for_each(|x| *x /= pivot);
        }
        let rows = (matrix[k * size..(k + 1) * size].to_vec(), inverse[k * size..(k + 1) * size].to_vec());
        for r in (0..size).filter(|&r| r != k) {
            let factor = matrix[r * size + k];
            if factor != 0.0 {
                subtract(&mut matrix[r * size..(r + 1) * size], factor, &rows.0);
                subtract(&mut inverse[r * size..(r + 1) * size], factor, &rows.1);
            }
        }
    }
    Some(inverse)
}

/// a · b.
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// a − factor · b, in place.
fn subtract(a: &mut [f64], factor: f64, b: &[f64]) {
    a.iter_mut().zip(b).for_each(|(a, b)| *a -= factor * b);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The most violated of some inequalities.
    fn most_violated(cuts: &[(&[f64], f64)], point: &[f64]) -> Option<Cut> {
        let excess = |cut: &(&[f64], f64)| dot(cut.0, point) - cut.1;
        let worst = cuts.iter().max_by(|a, b| excess(a).total_cmp(&excess(b)))?;
        (excess(worst) > 1e-12).then(|| Cut { slope: worst.0.to_vec(), bound: worst.1, of: Some(7) })
    }

    /// Wyndor Glass: max 3x + 5y, x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 is 36 at (2, 6), at prices 0, 3/2 and 1 (Hillier & Lieberman,
    /// *Introduction to Operations Research*, ch. 3 and 4).
    #[test]
    fn wyndor_glass() {
        let cuts: [(&[f64], f64); 3] = [(&[1.0, 0.0], 4.0), (&[0.0, 2.0], 12.0), (&[3.0, 2.0], 18.0)];
        let optimum =
            maximise(&[3.0, 5.0], &[(0.0, 100.0); 2], 1e-12, |y| most_violated(&cuts, y)).expect("solved");
        assert!(
            (optimum.point[0] - 2.0).abs() < 1e-9 && (optimum.point[1] - 6.0).abs() < 1e-9,
            "{optimum:?}"
        );
        assert!((optimum.bound - 36.0).abs() < 1e-8);
        let total: f64 = optimum.prices.iter().map(|(_, price)| price).sum();
        assert!((total - 2.5).abs() < 1e-9, "{optimum:?}");
    }

    /// A cut can push a variable beyond its other bound: max x + 2y, y ≤ x/2 − .2 on the unit square is 1.6 at (1, .3), and
    /// max y − 2x there is −.8 at (.4, 0), which x = 0 with y = −.2 would exceed.
    #[test]
    fn bounds_hold_after_they_have_left_the_vertex() {
        let cuts: [(&[f64], f64); 1] = [(&[-0.5, 1.0], -0.2)];
        for (objective, best) in [([1.0, 2.0], [1.0, 0.3]), ([-2.0, 1.0], [0.4, 0.0])] {
            let optimum =
                maximise(&objective, &[(0.0, 1.0); 2], 1e-12, |y| most_violated(&cuts, y)).expect("solved");
            assert!(optimum.point.iter().zip(best).all(|(a, b)| (a - b).abs() < 1e-9), "{optimum:?}");
        }
    }

    /// x + y on the unit disc is √2 at most, by tangents.
    #[test]
    fn a_disc_by_its_tangents() {
        let tangent = |y: &[f64]| {
            let radius = dot(y, y).sqrt();
            (radius > 1.0 + 1e-13).then(|| Cut {
                slope: y.iter().map(|y| y / radius).collect(),
                bound: 1.0,
                of: None,
            })
        };
        let optimum = maximise(&[1.0, 1.0], &[(-2.0, 2.0); 2], 1e-12, tangent).expect("solved");
        assert!((optimum.bound - std::f64::consts::SQRT_2).abs() < 1e-10, "{optimum:?}");
    }

    #[test]
    fn contradictions_have_no_optimum() {
        let cuts: [(&[f64], f64); 2] = [(&[1.0, 1.0], 0.5), (&[-1.0, -1.0], -0.6)];
        let none = maximise(&[1.0, 0.0], &[(0.0, 1.0); 2], 1e-12, |y| most_violated(&cuts, y));
        assert_eq!(none.expect_err("a contradiction"), Unsolved::Nothing);
        assert_eq!(
            maximise(&[1.0], &[(1.0, 0.0)], 1e-12, |_| None).expect_err("no range"),
            Unsolved::Nothing
        );
    }
}
