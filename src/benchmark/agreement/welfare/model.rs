//! The models of welfare at a text: its tangent as a programme, and its curvature.

use super::{
    super::{
        Unsolved,
        programme::{CheckedOptimum, Programme},
    },
    Part, View, Welfare, factor,
};

impl<'a> Welfare<'a> {
    /// The best text by the sum of ratings at the weights of a view. There is one: the view's own meets the demands.
    pub(super) fn straight(&self, view: &View) -> Result<CheckedOptimum, Unsolved> {
        self.model(view).solve().map_err(|why| match why {
            Unsolved::Nothing => Unsolved::gave_up("rounding made demands contradict one another".to_owned()),
            other => other,
        })
    }

    /// The programme of the sum of ratings at the weights of a view: roots by their tangent there, or as they are where they are
    /// near to their kink.
    pub(super) fn model(&self, view: &View) -> Programme<'a> {
        let weights = |part: Part| {
            view.weights.iter().enumerate().filter(move |(i, w)| **w > 0.0 && self.part(view, *i) == part)
        };
        let mut straight = vec![0.0; view.weights.len()];
        weights(Part::Straight).for_each(|(i, weight)| straight[i] = *weight);
        Programme::over(self.ratings, self.demands.clone())
            .for_a_model()
            .minimise_losses(&straight)
            .minimise_roots(weights(Part::Kinked).map(|(i, weight)| (i, *weight)))
            .maximise(self.tangent(view).into_iter().enumerate())
    }

    /// The slope of Σ w · rating at a view, over roots that are bent there.
    pub(super) fn tangent(&self, view: &View) -> Vec<f64> {
        let mut slope = vec![0.0; view.text.len()];
        let bent =
            (0..view.weights.len()).filter(|&i| view.weights[i] > 0.0 && self.part(view, i) == Part::Bent);
        for i in bent {
            let of_root = self.ratings.root_slope(i, &view.text, view.losses[i]);
            slope.iter_mut().zip(of_root).for_each(|(g, r)| *g -= view.weights[i] * r);
        }
        slope
    }

    /// Linear forms whose squares sum to minus the curvature of welfare at a text, but for what bends clause by clause.
    pub(super) fn curvature(&self, view: &View) -> Vec<Vec<f64>> {
        let clauses = view.text.len();
        let mut hessian = vec![vec![0.0; clauses]; clauses];
        for (i, &weight) in view.weights.iter().enumerate().filter(|(_, w)| **w > 0.0) {
            let is_root = self.ratings.is_root(i);
            if self.part(view, i) == Part::Kinked {
                continue;
            }
            let root = if is_root { view.losses[i].sqrt() } else { 0.5 };
            let slope: Vec<f64> = (view.text.iter().enumerate())
                .map(|(d, &x)| self.ratings.slope(i, d, x, 1.0) / (2.0 * root))
                .collect();
            // −φ'' of the logarithm is w²/α.
            let mut outer =
                if self.above.is_some() { weight * weight * view.scale / self.powers[i] } else { 0.0 };
            if is_root {
                outer -= weight / root;
                (0..clauses).for_each(|d| hessian[d][d] += weight * self.ratings.square(i, d) / root);
            }
            for (row, a) in hessian.iter_mut().zip(&slope) {
                row.iter_mut().zip(&slope).for_each(|(h, b)| *h += outer * a * b);
            }
        }
        factor(hessian)
    }
}
