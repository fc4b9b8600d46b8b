//! A question about clear texts as a linear programme in the values of their clauses.
//!
//! What the parties ask for is concave in the text, so each demand is an intersection of linear inequalities; the one that a
//! text violates is the tangent there, from one evaluation of all parties. Beside the value x_d of each clause there may be a
//! number z_d ≥ x_d², in which squared losses are linear, and a share t that everybody is to have.

use super::{
    Unsolved,
    ratings::{Ratings, Total},
    simplex::{Cut, dot, maximise},
};

/// What inequalities may be violated by.
const VIOLATION: f64 = 1e-12;
/// What an answer may be short of what was asked for, and below the proven bound.
const ACCURACY: f64 = 1e-8;
/// Radii of Euclidean demands below this are approximated by cones instead of by squares.
const NARROW: f64 = 1e-3;

/// A party asks for a rating of at least `least` + `share` · t.
#[derive(Clone, Copy, Debug)]
pub struct Demand {
    /// The party.
    pub party: usize,
    /// The rating that it asks for at t = 0; −∞ for none.
    pub least: f64,
    /// How much more it asks for at t = 1, ≥ 0.
    pub share: f64,
}

/// variable ≥ (form · x − centre)².
struct Square {
    variable: usize,
    form: Vec<(usize, f64)>,
    centre: f64,
}

/// Variables from `first` on, one for each clause, of at most −Σ w ℓ on that clause.
struct Totals {
    first: usize,
    clauses: Vec<Total>,
    /// The largest slope, by which violations are measured.
    scale: f64,
}

/// A programme over the texts that meet certain demands.
pub struct Programme<'a> {
    ratings: &'a Ratings,
    objective: Vec<f64>,
    bounds: Vec<(f64, f64)>,
    demands: Vec<Demand>,
    share: Option<usize>,
    /// A share that some text is known to give.
    attained: f64,
    squares: Vec<Square>,
    totals: Option<Totals>,
    rows: Vec<Cut>,
    /// Variables of at least √L, and whose.
    roots: Vec<(usize, usize)>,
    /// Whether the objective is a model that need not be exact.
    is_bent: bool,
    losses: Vec<f64>,
}

/// An answer, checked against the parties' ratings of it.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The values of the clauses.
    pub text: Vec<f64>,
    /// t.
    pub share: f64,
    /// No text has a larger objective.
    pub bound: f64,
    /// What relaxing each party's demand would add to the objective.
    pub prices: Vec<(usize, f64)>,
}

impl<'a> Programme<'a> {
    /// Over all texts that meet these demands.
    pub fn over(ratings: &'a Ratings, demands: Vec<Demand>) -> Self {
        let clauses = ratings.clauses();
        let mut programme = Self {
            ratings,
            objective: Vec::new(),
            bounds: Vec::new(),
            demands,
            share: None,
            attained: f64::NEG_INFINITY,
            squares: Vec::new(),
            totals: None,
            rows: Vec::new(),
            roots: Vec::new(),
            is_bent: false,
            losses: Vec::new(),
        };
        (0..clauses).for_each(|_| _ = programme.variable(0.0, (0.0, 1.0)));
        if ratings.any_square() {
            for d in 0..clauses {
                let variable = programme.variable(0.0, (0.0, 1.0));
                programme.squares.push(Square { variable, form: vec![(d, 1.0)], centre: 0.0 });
            }
        }
        programme
    }

    fn variable(&mut self, objective: f64, bounds: (f64, f64)) -> usize {
        self.objective.push(objective);
        self.bounds.push(bounds);
        self.objective.len() - 1
    }

    /// Adds multiples of the clauses' values to the objective.
    pub fn maximise(mut self, weights: impl Iterator<Item = (usize, f64)>) -> Self {
        weights.for_each(|(clause, weight)| self.objective[clause] += weight);
        self
    }

    /// Makes the share t the objective; it is at least `attained`, which some text gives to everybody who asks for a share.
    pub fn maximise_share(mut self, attained: f64) -> Self {
        let most = |d: &Demand| (self.ratings.best(d.party) - d.least) / d.share;
        let sharing = self.demands.iter().filter(|d| d.share > 0.0);
        let most = sharing.map(most).reduce(f64::min).unwrap_or(attained);
        self.share = Some(self.variable(1.0, (attained, most)));
        self.attained = attained;
        self
    }

    /// Adds Σ w · rating of the parties whose rating is not a root to the objective.
    pub fn maximise_total(mut self, weights: &[f64]) -> Self {
        let first = self.objective.len();
        let clauses = self.ratings.totals(weights);
        let mut scale = 1.0_f64;
        for total in &clauses {
            let ((at_0, slope_0), (at_1, slope_1)) = (total.at(0.0), total.at(1.0));
            scale = scale.max(slope_0.abs()).max(slope_1.abs());
            self.variable(1.0, (-at_0.max(at_1), 0.0));
        }
        self.totals = Some(Totals { first, clauses, scale });
        self
    }

    /// Takes a multiple of √L of each of these parties off the objective.
    pub fn minimise_roots(mut self, weights: impl Iterator<Item = (usize, f64)>) -> Self {
        for (party, weight) in weights {
            let variable = self.variable(-weight, (0.0, 2.0));
            self.roots.push((variable, party));
        }
        self
    }

    /// Adds the least of several linear functions of the text, at most 0, (value at the text 0, slope), to the objective.
    pub fn maximise_least(mut self, functions: Vec<(f64, Vec<f64>)>) -> Self {
        let sizes =
            functions.iter().map(|(value, slope)| value.abs() + slope.iter().map(|g| g.abs()).sum::<f64>());
        let lowest = -sizes.fold(0.0, f64::max);
        let variable = self.variable(1.0, (lowest, 0.0));
        for (value, slope) in functions {
            let mut row: Vec<f64> = slope.iter().map(|g| -g).collect();
            row.resize(variable + 1, 0.0);
            row[variable] = 1.0;
            self.rows.push(Cut { slope: row, bound: value, of: None });
        }
        self
    }

    /// Takes weight/2 · (form · (x − centre)/radius)² off the objective, with texts no further than `radius` from `centre` on
    /// any clause.
    pub fn bend(mut self, forms: &[Vec<f64>], centre: &[f64], radius: f64) -> Self {
        for (bounds, x) in self.bounds.iter_mut().zip(centre) {
            *bounds = ((x - radius).max(0.0), (x + radius).min(1.0));
        }
        self.is_bent = true;
        for form in forms {
            let most: f64 = form.iter().map(|a| a.abs()).sum();
            let variable = self.variable(-0.5 * radius * radius, (0.0, most * most));
            let form: Vec<(usize, f64)> = form.iter().map(|a| a / radius).enumerate().collect();
            let centre = form.iter().map(|&(d, a)| a * centre[d]).sum();
            self.squares.push(Square { variable, form, centre });
        }
        self
    }

    /// The best text.
    ///
    /// # Errors
    /// If no text meets the demands, or the answer is not what it should be.
    pub fn solve(mut self) -> Result<Answer, Unsolved> {
        let (objective, bounds) = (std::mem::take(&mut self.objective), std::mem::take(&mut self.bounds));
        self.rows.iter_mut().for_each(|row| row.slope.resize(objective.len(), 0.0));
        let optimum = maximise(&objective, &bounds, |point| self.violated(point))?;
        let clauses = self.ratings.clauses();
        let text: Vec<f64> = optimum.point[..clauses].iter().map(|x| x.clamp(0.0, 1.0)).collect();
        let share = self.share.map_or(0.0, |t| optimum.point[t]);
        let ratings = self.ratings.of(&text);
        let short = |d: &Demand| d.least + d.share * share - ratings[d.party];
        let shortfall = self.demands.iter().map(short).fold(0.0, f64::max);
        let gap = optimum.bound - dot(&objective, &optimum.point);
        let is_accurate = gap.abs() <= ACCURACY * self.scale() || self.is_bent;
        if !(shortfall <= ACCURACY && is_accurate) {
            let why = format!(
                "its text is {shortfall:.1e} short of what is asked for and {gap:.1e} short of the best"
            );
            return Err(Unsolved::gave_up(why));
        }
        Ok(Answer { text, share, bound: optimum.bound, prices: optimum.prices })
    }

    fn scale(&self) -> f64 {
        self.totals.as_ref().map_or(1.0, |totals| totals.scale)
    }

    /// The inequality that a point violates most.
    fn violated(&mut self, point: &[f64]) -> Option<Cut> {
        let (x, share) = (&point[..self.ratings.clauses()], self.share.map_or(0.0, |t| point[t]));
        let mut worst: (f64, Option<Violated>) = (VIOLATION, None);
        let mut consider = |violation: f64, what: Violated| {
            if violation > worst.0 {
                worst = (violation, Some(what));
            }
        };
        let (gaps, exact) = (self.gaps(point), self.exact(x));
        self.ratings.losses(x, &gaps, &mut self.losses);
        for demand in &self.demands {
            let party = demand.party;
            let asked = demand.least + demand.share * share;
            let rating = match &exact {
                Some(exact) if self.ratings.is_root(party) && 1.0 - asked < NARROW => exact[party],
                _ => self.ratings.at_loss(party, self.losses[party]),
            };
            consider(asked - rating, Violated::Demand(*demand));
        }
        if let Some(exact) = &exact {
            for &(variable, party) in &self.roots {
                consider(1.0 - exact[party] - point[variable], Violated::Root(variable, party));
            }
        }
        for (k, square) in self.squares.iter().enumerate() {
            let e = square.distance(point);
            consider((e * e - point[square.variable]) / (10.0 + e * e), Violated::Square(k));
        }
        for (k, row) in self.rows.iter().enumerate() {
            consider(dot(&row.slope, point) - row.bound, Violated::Row(k));
        }
        if let Some(totals) = &self.totals {
            for (d, (&x, total)) in x.iter().zip(&totals.clauses).enumerate() {
                let (total, _) = total.at(x);
                consider((point[totals.first + d] + total) / totals.scale, Violated::Total(d));
            }
        }
        let size = point.len();
        Some(match worst.1? {
            Violated::Demand(demand) => self.demand_cut(&demand, point, share),
            Violated::Square(k) => self.squares[k].cut(point),
            Violated::Row(k) => self.rows[k].clone(),
            Violated::Root(variable, party) => self.root_cut(variable, party, x, size),
            Violated::Total(d) => self.total_cut(d, x[d], size),
        })
    }

    /// The ratings of a text, where roots are among them: squares of differences are exact where they are small.
    fn exact(&self, x: &[f64]) -> Option<Vec<f64>> {
        self.ratings.any_root().then(|| self.ratings.of(x))
    }

    /// √L ≥ its tangent, for a variable of at least √L.
    fn root_cut(&self, variable: usize, party: usize, x: &[f64], size: usize) -> Cut {
        let root = 1.0 - self.ratings.of(x)[party];
        let mut slope = self.ratings.root_slope(party, x, root * root);
        let bound = dot(&slope, x) - root;
        slope.resize(size, 0.0);
        slope[variable] = -1.0;
        Cut { slope, bound, of: None }
    }

    /// z_d − x_d² by clause.
    fn gaps(&self, point: &[f64]) -> Vec<f64> {
        let clauses = self.ratings.clauses();
        if self.ratings.any_square() {
            (0..clauses).map(|d| point[clauses + d] - point[d] * point[d]).collect()
        } else {
            vec![0.0; clauses]
        }
    }

    /// What a demand asks for at the text of a point: a loss of at most best − least − share · t, or the square of that for a
    /// root, which between the attained share and this one lies below its chord.
    fn demand_cut(&mut self, demand: &Demand, point: &[f64], share: f64) -> Cut {
        let clauses = self.ratings.clauses();
        let x = &point[..clauses];
        let most = self.ratings.best(demand.party) - demand.least;
        let mut slope = vec![0.0; point.len()];
        let (of_text, of_squares) = slope.split_at_mut(clauses);
        let squares = if self.ratings.any_square() { &mut of_squares[..clauses] } else { &mut [][..] };
        let constant = self.ratings.tangent(demand.party, x, of_text, squares);
        let mut per_share = demand.share;
        let mut bound = most - constant;
        if self.ratings.is_root(demand.party) {
            let radius = most - demand.share * share;
            let loss = self.ratings.of(x)[demand.party];
            let root = self.ratings.best(demand.party) - loss;
            if radius < NARROW && root > radius {
                // √L ≥ its tangent.
                slope.fill(0.0);
                let tangent = self.ratings.root_slope(demand.party, x, root * root);
                slope[..clauses].copy_from_slice(&tangent);
                bound = most - root + dot(&tangent, x);
            } else {
                if demand.share > 0.0 {
                    self.attain(x);
                    per_share *= 2.0 * most - demand.share * (self.attained.min(share) + share);
                }
                bound = radius * radius + per_share * share - constant;
            }
        }
        if let Some(t) = self.share {
            slope[t] = per_share;
        }
        Cut { slope, bound, of: Some(demand.party) }
    }

    /// Takes note of the share that a text gives.
    fn attain(&mut self, x: &[f64]) {
        let ratings = self.ratings.of(x);
        let room = |d: &Demand| ratings[d.party] - d.least;
        let (sharing, fixed): (Vec<&Demand>, Vec<&Demand>) = self.demands.iter().partition(|d| d.share > 0.0);
        if fixed.into_iter().all(|d| room(d) >= -VIOLATION) {
            let given = sharing.into_iter().map(|d| room(d) / d.share).fold(f64::INFINITY, f64::min);
            self.attained = self.attained.max(given);
        }
    }

    fn total_cut(&self, d: usize, x: f64, size: usize) -> Cut {
        let (mut slope, mut bound) = (vec![0.0; size], 0.0);
        if let Some(totals) = &self.totals {
            let (total, rise) = totals.clauses[d].at(x);
            (slope[totals.first + d], slope[d]) = (1.0, rise);
            bound = rise * x - total;
        }
        Cut { slope, bound, of: None }
    }
}

/// What a point may violate.
enum Violated {
    Demand(Demand),
    Square(usize),
    Row(usize),
    Root(usize, usize),
    Total(usize),
}

impl Square {
    fn distance(&self, point: &[f64]) -> f64 {
        self.form.iter().map(|&(d, a)| a * point[d]).sum::<f64>() - self.centre
    }

    /// The tangent at a point: 2e (form · x − centre) − e² ≤ variable.
    fn cut(&self, point: &[f64]) -> Cut {
        let (e, mut slope) = (self.distance(point), vec![0.0; point.len()]);
        self.form.iter().for_each(|&(d, a)| slope[d] = 2.0 * e * a);
        slope[self.variable] = -1.0;
        Cut { slope, bound: e * e + 2.0 * e * self.centre, of: None }
    }
}
