//! A conic programme: maximise a linear objective subject to cone constraints.

use clarabel::{
    algebra::CscMatrix,
    solver::{DefaultSettings, DefaultSolver, IPSolver, SolverStatus, SupportedConeT},
};

use super::Unsolved;

/// The solver's gap and feasibility tolerance, in utility.
const SOLVER_TOLERANCE: f64 = 1e-10;

/// An affine expression: constant + Σ coefficient · variable.
#[derive(Clone, Debug, Default)]
pub struct Affine {
    constant: f64,
    terms: Vec<(usize, f64)>,
}

impl Affine {
    /// A constant expression.
    pub fn constant(constant: f64) -> Self {
        Self { constant, terms: Vec::new() }
    }

    /// Adds a multiple of a variable.
    #[must_use]
    pub fn plus(mut self, coefficient: f64, variable: usize) -> Self {
        self.terms.push((variable, coefficient));
        self
    }
}

/// A conic programme under construction.
#[derive(Default)]
pub struct Programme {
    variables: usize,
    objective: Vec<(usize, f64)>,
    rows: Vec<Affine>,
    cones: Vec<SupportedConeT<f64>>,
}

impl Programme {
    /// Adds a variable and returns its index.
    pub fn variable(&mut self) -> usize {
        self.variables += 1;
        self.variables - 1
    }

    /// Adds a multiple of a variable to the objective, which is maximised.
    pub fn maximise(&mut self, coefficient: f64, variable: usize) {
        self.objective.push((variable, coefficient));
    }

    /// Requires the expression to be at least 0.
    pub fn at_least_0(&mut self, row: Affine) {
        self.rows.push(row);
        self.cones.push(SupportedConeT::NonnegativeConeT(1));
    }

    /// Requires the first expression to be at least the Euclidean norm of the others.
    pub fn at_least_norm(&mut self, rows: Vec<Affine>) {
        self.cones.push(SupportedConeT::SecondOrderConeT(rows.len()));
        self.rows.extend(rows);
    }

    /// Requires exp(`logarithm`) ≤ `number`.
    pub fn at_most_ln(&mut self, logarithm: Affine, number: Affine) {
        self.rows.extend([logarithm, Affine::constant(1.0), number]);
        self.cones.push(SupportedConeT::ExponentialConeT());
    }

    /// The values of the variables at the optimum.
    pub fn solve(&self) -> Result<Vec<f64>, Unsolved> {
        let (n, m) = (self.variables, self.rows.len());
        let no_quadratic_term = CscMatrix::new(n, n, vec![0; n + 1], Vec::new(), Vec::new());
        let mut minimised = vec![0.0; n];
        for &(variable, coefficient) in &self.objective {
            minimised[variable] -= coefficient;
        }
        let constants: Vec<f64> = self.rows.iter().map(|row| row.constant).collect();
        let settings = DefaultSettings {
            verbose: false,
            max_iter: 200,
            tol_gap_abs: SOLVER_TOLERANCE,
            tol_gap_rel: SOLVER_TOLERANCE,
            tol_feas: SOLVER_TOLERANCE,
            ..DefaultSettings::default()
        };
        let unsolved = |why: String| Unsolved::GaveUp { why };
        let mut solver = DefaultSolver::new(
            &no_quadratic_term,
            &minimised,
            &self.matrix(m),
            &constants,
            &self.cones,
            settings,
        )
        .map_err(|error| unsolved(error.to_string()))?;
        solver.solve();
        match solver.solution.status {
            SolverStatus::Solved | SolverStatus::AlmostSolved => Ok(solver.solution.x.clone()),
            status => Err(unsolved(format!("{status:?}"))),
        }
    }

    /// The negated coefficients of the rows, in the column format of the solver.
    fn matrix(&self, m: usize) -> CscMatrix<f64> {
        let mut columns: Vec<Vec<(usize, f64)>> = vec![Vec::new(); self.variables];
        for (r, row) in self.rows.iter().enumerate() {
            for &(variable, coefficient) in &row.terms {
                match columns[variable].last_mut() {
                    Some((last, sum)) if *last == r => *sum -= coefficient,
                    _ => columns[variable].push((r, -coefficient)),
                }
            }
        }
        let mut starts = vec![0];
        for column in &columns {
            starts.push(starts.last().copied().unwrap_or(0) + column.len());
        }
        let (rows, values) = columns.into_iter().flatten().unzip();
        CscMatrix::new(m, self.variables, starts, rows, values)
    }
}
