//! A question about clear texts as a linear programme in the values of their clauses.
//!
//! What the parties ask for is concave in the text, so each demand is an intersection of linear inequalities; the one that a
//! text violates is the tangent there, from one evaluation of all parties. Beside the value x_d of each clause there may be a
//! number z_d ≥ x_d², in which squared losses are linear, and a share t that everybody is to have.

use super::{
    Unsolved,
    ratings::{Ratings, Total},
    simplex::{Optimum, dot, maximise},
};

/// What an answer may be short of what was asked for, and below the proven bound.
const ACCURACY: f64 = 1e-8;

/// Nudges of the objective, tried in turn where rounding wins.
const NUDGES: [f64; 3] = [1e-12, 1e-11, 1e-10];
/// What a unit of mean loss counts where texts are otherwise equally good: so little that no answer is less accurate for it.
const TIE: f64 = 1e-9;

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
pub(super) struct Square {
    pub(super) variable: usize,
    pub(super) form: Vec<(usize, f64)>,
    pub(super) centre: f64,
}

/// Variables from `first` on, one for each clause, of at most −Σ w ℓ on that clause.
pub(super) struct Totals {
    pub(super) first: usize,
    pub(super) clauses: Vec<Total>,
    /// The largest slope, by which violations are measured.
    pub(super) scale: f64,
}

/// A programme over the texts that meet certain demands.
pub struct Programme<'a> {
    pub(super) ratings: &'a Ratings,
    pub(super) objective: Vec<f64>,
    pub(super) bounds: Vec<(f64, f64)>,
    pub(super) demands: Vec<Demand>,
    pub(super) share: Option<usize>,
    /// A share that some text is known to give.
    pub(super) attained: f64,
    pub(super) squares: Vec<Square>,
    pub(super) totals: Option<Totals>,
    /// Variables of at least √L, and whose.
    pub(super) roots: Vec<(usize, usize)>,
    /// Whether the objective is a model whose optimum need not be exact, as its bound is.
    pub(super) is_model: bool,
    pub(super) losses: Vec<f64>,
}

/// An answer, checked against the parties' ratings of it.
#[derive(Clone, Debug)]
pub struct CheckedOptimum {
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
            roots: Vec::new(),
            is_model: false,
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

    /// Of texts that are equally good, the one with the least mean loss of these parties.
    pub fn then_least_loss(self, parties: &[usize]) -> Self {
        let mut weights = vec![0.0; self.ratings.len()];
        #[allow(clippy::cast_precision_loss)] // far fewer than 2^53 parties
        parties.iter().for_each(|&party| weights[party] = 1.0 / parties.len() as f64);
        self.add_total(&weights, TIE)
    }

    /// Adds −Σ w L to the objective.
    pub fn minimise_losses(self, weights: &[f64]) -> Self {
        self.add_total(weights, 1.0)
    }

    fn add_total(mut self, weights: &[f64], factor: f64) -> Self {
        let first = self.objective.len();
        let clauses = self.ratings.totals(weights);
        let mut scale = 1.0_f64;
        for total in &clauses {
            let ((at_0, slope_0), (at_1, slope_1)) = (total.at(0.0), total.at(1.0));
            scale = scale.max(slope_0.abs()).max(slope_1.abs());
            self.variable(factor, (-at_0.max(at_1), 0.0));
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

    /// Takes the objective for a model: whoever asks checks the text against the bound.
    pub fn for_a_model(mut self) -> Self {
        self.is_model = true;
        self
    }

    /// Takes 1/2 (form · (x − centre)/radius)² off the objective, with texts no further than `radius` from `centre` on
    /// any clause.
    pub fn bend(mut self, forms: &[Vec<f64>], centre: &[f64], radius: f64) -> Self {
        for (bounds, x) in self.bounds.iter_mut().zip(centre) {
            *bounds = ((x - radius).max(0.0), (x + radius).min(1.0));
        }
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
    pub fn solve(mut self) -> Result<CheckedOptimum, Unsolved> {
        let (objective, bounds) = (std::mem::take(&mut self.objective), std::mem::take(&mut self.bounds));
        let mut attempt = |nudge: &f64| {
            let optimum = maximise(&objective, &bounds, *nudge, |point| self.violated(point))?;
            self.check(&objective, optimum)
        };
        let (last, first) = NUDGES.split_last().ok_or(Unsolved::Nothing)?;
        let solved = |nudge: &f64| {
            attempt(nudge).map_or_else(|why| (why == Unsolved::Nothing).then_some(Err(why)), |a| Some(Ok(a)))
        };
        first.iter().find_map(solved).unwrap_or_else(|| attempt(last))
    }

    /// The answer, if it meets the demands and its objective is as good as its bound.
    fn check(&self, objective: &[f64], optimum: Optimum) -> Result<CheckedOptimum, Unsolved> {
        let text: Vec<f64> =
            optimum.point[..self.ratings.clauses()].iter().map(|x| x.clamp(0.0, 1.0)).collect();
        let share = self.share.map_or(0.0, |t| optimum.point[t]);
        let ratings = self.ratings.of(&text);
        let short = |d: &Demand| d.least + d.share * share - ratings[d.party];
        let shortfall = self.demands.iter().map(short).fold(0.0, f64::max);
        let gap = (optimum.bound - dot(objective, &optimum.point)).abs();
        if shortfall <= ACCURACY && (gap <= ACCURACY || self.is_model) {
            return Ok(CheckedOptimum { text, share, bound: optimum.bound, prices: optimum.prices });
        }
        let why =
            format!("its text is {shortfall:.1e} short of what is asked for and {gap:.1e} short of the best");
        Err(Unsolved::gave_up(why))
    }
}
