//! The inequality that a point violates most: a demand, a square, a total, a root.

use super::{
    programme::{Demand, Programme, Square},
    simplex::{Cut, dot},
};

/// What inequalities may be violated by.
const VIOLATION: f64 = 1e-12;
/// Radii of Euclidean demands below this are approximated by cones instead of by squares.
const NARROW: f64 = 1e-3;

/// What a point may violate.
enum Violated {
    Demand(Demand),
    Square(usize),
    Root(usize, usize),
    Total(usize),
}

impl Programme<'_> {
    /// The inequality that a point violates most.
    pub(super) fn violated(&mut self, point: &[f64]) -> Option<Cut> {
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
