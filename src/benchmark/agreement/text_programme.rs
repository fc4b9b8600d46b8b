//! A programme over the clauses of a text, with the parties' ratings as cone constraints.

use super::{
    AgreementSet,
    programme::{Affine, Programme},
};
use crate::{
    model::{Model, Preferences},
    preference::Loss,
    text::{ClauseId, Text, Value},
};

/// A programme over the clauses of a text.
pub struct TextProgramme {
    /// The conic programme.
    pub programme: Programme,
    /// The index of each clause's variable.
    pub clauses: Vec<usize>,
}

impl TextProgramme {
    /// A programme with a variable for each clause, within [0, 1].
    pub fn over(model: &Model) -> Self {
        let mut programme = Programme::default();
        let clauses = model.clause_ids().map(|_| programme.variable()).collect::<Vec<_>>();
        for &clause in &clauses {
            programme.at_least_0(Affine::default().plus(1.0, clause));
            programme.at_least_0(Affine::constant(1.0).plus(-1.0, clause));
        }
        Self { programme, clauses }
    }

    /// Adds a variable that is at most the party's rating of the text: 1 − Σ ω ℓ, or 1 − √Σ ω ℓ for Euclidean, −Σ ω ℓ for
    /// Gaussian utility.
    pub fn rate(&mut self, set: &AgreementSet<'_>, party: usize) -> usize {
        let rating = self.programme.variable();
        let loss = set.preferences.utility_params(party).loss;
        let best = match loss {
            Loss::Gaussian(_) => 0.0,
            Loss::CityBlock | Loss::Quadratic | Loss::Euclidean | Loss::Asymmetric { .. } => 1.0,
        };
        let row = Affine::constant(best).plus(-1.0, rating);
        let row = match loss {
            Loss::CityBlock | Loss::Asymmetric { .. } => {
                self.subtract_distances(set, party, loss.sides(), row)
            }
            Loss::Quadratic | Loss::Gaussian(_) => {
                let total = self.programme.variable();
                let mut rows =
                    vec![Affine::constant(1.0).plus(1.0, total), Affine::constant(-1.0).plus(1.0, total)];
                rows.extend(self.scaled_differences(set, party, 2.0));
                self.programme.at_least_norm(rows);
                row.plus(-1.0, total)
            }
            Loss::Euclidean => {
                let total = self.programme.variable();
                let mut rows = vec![Affine::default().plus(1.0, total)];
                rows.extend(self.scaled_differences(set, party, 1.0));
                self.programme.at_least_norm(rows);
                row.plus(-1.0, total)
            }
        };
        self.programme.at_least_0(row);
        rating
    }

    /// Subtracts Σ ω·max(κ⁺(x − p), κ⁻(p − x)) from the row.
    fn subtract_distances(
        &mut self,
        set: &AgreementSet<'_>,
        party: usize,
        (over, under): (f64, f64),
        row: Affine,
    ) -> Affine {
        concerned_clauses(set.preferences, party).fold(row, |row, (clause, ideal, salience)| {
            let (x, distance) = (self.clauses[clause], self.programme.variable());
            let above = Affine::constant(over * ideal).plus(1.0, distance).plus(-over, x);
            let below = Affine::constant(-under * ideal).plus(1.0, distance).plus(under, x);
            self.programme.at_least_0(above);
            self.programme.at_least_0(below);
            row.plus(-salience, distance)
        })
    }

    /// The expressions factor · √ω (x − p), clause by clause.
    fn scaled_differences(&self, set: &AgreementSet<'_>, party: usize, factor: f64) -> Vec<Affine> {
        let difference = |(clause, ideal, salience): (usize, f64, f64)| {
            let scale = factor * salience.sqrt();
            Affine::constant(-scale * ideal).plus(scale, self.clauses[clause])
        };
        concerned_clauses(set.preferences, party).map(difference).collect()
    }

    /// The text of a solution.
    pub fn read(&self, solution: &[f64]) -> Text {
        Text(self.clauses.iter().map(|&clause| Value::point(solution[clause].clamp(0.0, 1.0))).collect())
    }
}

/// The clauses that concern a party, with its ideal and salience.
fn concerned_clauses(
    preferences: &Preferences,
    party: usize,
) -> impl Iterator<Item = (usize, f64, f64)> + '_ {
    let stake = move |clause: ClauseId| {
        (clause.index(), preferences.ideal(party, clause), preferences.salience(party, clause))
    };
    (0..preferences.clauses()).map(ClauseId::new).map(stake).filter(|(_, _, salience)| *salience > 0.0)
}
