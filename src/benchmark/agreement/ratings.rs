//! How the parties rate clear texts: a concave function of the text for each of them.
//!
//! A rating is 1 − L, or 1 − √L for Euclidean and −L for Gaussian loss, with L = Σ_d ω_d ℓ(x_d − p_d). Each clause's loss is
//! max(κ⁺(x − p), κ⁻(p − x)) or (x − p)². With a number z_d for the square of x_d, squared losses are linear in (x, z):
//! (x − p)² = z − 2px + p². So one inequality per party is all that they need, whatever the text.

use crate::{model::Preferences, preference::Loss, text::ClauseId};

/// The loss functions of all parties, clause by clause.
#[derive(Clone, Debug)]
pub struct Ratings {
    clauses: usize,
    /// p, κ⁺ω, κ⁻ω and ω of squared losses at [d·n + i].
    ideals: Vec<f64>,
    over: Vec<f64>,
    under: Vec<f64>,
    square: Vec<f64>,
    /// The rating of the ideal.
    best: Vec<f64>,
    /// Whether the rating falls with the root of the loss.
    is_root: Vec<bool>,
}

impl Ratings {
    /// The ratings of everybody who has preferences.
    pub fn new(preferences: &Preferences) -> Self {
        let (n, clauses) = (preferences.parties(), preferences.clauses());
        let mut ratings = Self {
            clauses,
            ideals: vec![0.0; n * clauses],
            over: vec![0.0; n * clauses],
            under: vec![0.0; n * clauses],
            square: vec![0.0; n * clauses],
            best: vec![1.0; n],
            is_root: vec![false; n],
        };
        for party in 0..n {
            let loss = preferences.utility_params(party).loss;
            let salience = |d: usize| preferences.salience(party, ClauseId::new(d)).max(0.0);
            // Along one clause, Euclidean distance is √ω |x − p|.
            let on_a_line = (0..clauses).filter(|&d| salience(d) > 0.0).count() == 1;
            let is_root = matches!(loss, Loss::Euclidean) && !on_a_line;
            let is_square = match loss {
                Loss::CityBlock | Loss::Asymmetric { .. } => false,
                Loss::Euclidean => is_root,
                Loss::Quadratic | Loss::Gaussian(_) => true,
            };
            ratings.is_root[party] = is_root;
            if matches!(loss, Loss::Gaussian(_)) {
                ratings.best[party] = 0.0;
            }
            let (over, under) = loss.sides();
            for d in 0..clauses {
                let (at, salience) = (d * n + party, salience(d));
                let salience = if loss == Loss::Euclidean && on_a_line { salience.sqrt() } else { salience };
                ratings.ideals[at] = preferences.ideal(party, ClauseId::new(d));
                if is_square {
                    ratings.square[at] = salience;
                } else {
                    (ratings.over[at], ratings.under[at]) = (over * salience, under * salience);
                }
            }
        }
        ratings
    }

    /// The number of parties.
    pub fn len(&self) -> usize {
        self.best.len()
    }

    /// The number of clauses.
    pub fn clauses(&self) -> usize {
        self.clauses
    }

    /// Whether any loss is squared.
    pub fn any_square(&self) -> bool {
        self.square.iter().any(|&omega| omega > 0.0)
    }

    /// The rating of the ideal.
    pub fn best(&self, party: usize) -> f64 {
        self.best[party]
    }

    /// The ideal text of a party.
    pub fn ideal(&self, party: usize) -> Vec<f64> {
        (0..self.clauses).map(|d| self.ideals[d * self.len() + party]).collect()
    }

    /// Whether the rating falls with the root of the loss.
    pub fn is_root(&self, party: usize) -> bool {
        self.is_root[party]
    }

    /// Whether any rating falls with the root of the loss.
    pub fn any_root(&self) -> bool {
        self.is_root.contains(&true)
    }

    /// Writes L of every party, with `gaps` z_d − x_d² added to the squares.
    pub fn losses(&self, x: &[f64], gaps: &[f64], losses: &mut Vec<f64>) {
        let n = self.len();
        losses.clear();
        losses.resize(n, 0.0);
        for (d, (&x, &gap)) in x.iter().zip(gaps).enumerate() {
            let row = d * n..(d + 1) * n;
            let stakes = self.ideals[row.clone()]
                .iter()
                .zip(&self.over[row.clone()])
                .zip(&self.under[row.clone()])
                .zip(&self.square[row]);
            for (loss, (((p, over), under), square)) in losses.iter_mut().zip(stakes) {
                let e = x - p;
                *loss += (over * e).max(-under * e) + square * (e * e + gap);
            }
        }
    }

    /// The rating at a loss.
    pub fn at_loss(&self, party: usize, loss: f64) -> f64 {
        self.best[party] - if self.is_root[party] { loss.max(0.0).sqrt() } else { loss }
    }

    /// The ratings of a text.
    pub fn of(&self, x: &[f64]) -> Vec<f64> {
        let mut losses = Vec::new();
        self.losses(x, &vec![0.0; x.len()], &mut losses);
        losses.iter().enumerate().map(|(party, &loss)| self.at_loss(party, loss)).collect()
    }

    /// Σ w ω ℓ on each clause, over parties with these weights.
    pub fn totals(&self, weights: &[f64]) -> Vec<Total> {
        (0..self.clauses).map(|d| Total::new(self, d, weights)).collect()
    }

    /// ω ℓ of a party on one clause.
    pub fn on_clause(&self, party: usize, d: usize, x: f64) -> f64 {
        let at = d * self.len() + party;
        let e = x - self.ideals[at];
        (self.over[at] * e).max(-self.under[at] * e) + self.square[at] * e * e
    }

    /// dL/dx_d of a party at `x`; at a kink, the slope towards `direction`.
    pub fn slope(&self, party: usize, d: usize, x: f64, direction: f64) -> f64 {
        let at = d * self.len() + party;
        let e = x - self.ideals[at];
        let over = e > 0.0 || (e == 0.0 && direction >= 0.0);
        (if over { self.over[at] } else { -self.under[at] }) + 2.0 * self.square[at] * e
    }

    /// ω of a squared loss.
    pub fn square(&self, party: usize, d: usize) -> f64 {
        self.square[d * self.len() + party]
    }

    /// L ≥ Σ_d (a_d x_d + b_d z_d) + c, with equality at the text `x` where z_d = x_d²: writes a and b, and returns c.
    pub fn tangent(&self, party: usize, x: &[f64], of_text: &mut [f64], of_squares: &mut [f64]) -> f64 {
        let mut constant = 0.0;
        for (d, (&x, slope)) in x.iter().zip(of_text).enumerate() {
            let at = d * self.len() + party;
            let p = self.ideals[at];
            let side = if x >= p { self.over[at] } else { -self.under[at] };
            *slope = side - 2.0 * self.square[at] * p;
            if let Some(square) = of_squares.get_mut(d) {
                *square = self.square[at];
            }
            constant += -side * p + self.square[at] * p * p;
        }
        constant
    }

    /// The slope of √L at a text where L > 0.
    pub fn root_slope(&self, party: usize, x: &[f64], loss: f64) -> Vec<f64> {
        let twice = 2.0 * loss.sqrt();
        x.iter().enumerate().map(|(d, &x)| self.slope(party, d, x, 1.0) / twice).collect()
    }
}

/// Σ w ω ℓ on one clause, over all parties: piecewise linear with a kink at each ideal, and a parabola.
pub struct Total {
    /// The ideals in order.
    kinks: Vec<f64>,
    /// (value, slope) of the linear part at 0 extended from between the kinks, from below the first one on.
    pieces: Vec<(f64, f64)>,
    /// c, b, a of the parabola c + bx + ax².
    parabola: [f64; 3],
}

impl Total {
    fn new(ratings: &Ratings, d: usize, weights: &[f64]) -> Self {
        let n = ratings.len();
        let (mut sides, mut parabola, mut piece) = (Vec::new(), [0.0; 3], (0.0, 0.0));
        for (i, &weight) in weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
            let at = d * n + i;
            let (p, square) = (ratings.ideals[at], weight * ratings.square[at]);
            let (over, under) = (weight * ratings.over[at], weight * ratings.under[at]);
            if over + under > 0.0 {
                sides.push((p, over + under));
                piece = (piece.0 + under * p, piece.1 - under);
            }
            parabola = [parabola[0] + square * p * p, parabola[1] - 2.0 * square * p, parabola[2] + square];
        }
        sides.sort_by(|a, b| a.0.total_cmp(&b.0));
        let pieces = std::iter::once(piece).chain(sides.iter().map(|(p, turn)| {
            piece = (piece.0 - turn * p, piece.1 + turn);
            piece
        }));
        let pieces = pieces.collect();
        Self { kinks: sides.into_iter().map(|(p, _)| p).collect(), pieces, parabola }
    }

    /// Its value and slope; at a kink, the right slope.
    pub fn at(&self, x: f64) -> (f64, f64) {
        let (value, slope) = self.pieces[self.kinks.partition_point(|p| *p <= x)];
        let [c, b, a] = self.parabola;
        (value + slope * x + c + (b + a * x) * x, slope + b + 2.0 * a * x)
    }
}
