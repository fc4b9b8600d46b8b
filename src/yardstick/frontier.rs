//! The tolerance frontier D^T*: the deepest text that nobody would trade for the status quo (model §2).
//!
//! max D(x) subject to s_i(x) = u_i(x) − u_i(q) ≥ 0 for every party with a voice, x ∈ [0, 1]^D, point text, full
//! scope. With city-block or asymmetric loss this is a linear programme: t_id ≥ κ⁺(x_d − p_id), t_id ≥ κ⁻(p_id −
//! x_d), Σ_d ω_id t_id ≤ Σ_d ω_id ℓ_id(q_d). The linkage gain is D^T* − D^T.

use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, Variable};

use crate::{
    model::{ClauseModel, Model, Preferences},
    preference::Loss,
    text::{ClauseId, Text, Value},
};

/// The deepest acceptable text and its depth; none where the programme is not linear (other losses, or options),
/// or the solver gives up.
pub fn tolerance_frontier(
    model: &Model,
    preferences: &Preferences,
    voices: &[bool],
) -> Option<(Vec<f64>, f64)> {
    let sides = |party: usize| match preferences.taste(party).loss {
        Loss::CityBlock => Some((1.0, 1.0)),
        Loss::Asymmetric { over, under } => {
            let largest = over.max(under);
            Some((over / largest, under / largest))
        }
        Loss::Quadratic | Loss::Euclidean | Loss::Gaussian(_) => None,
    };
    let mut programme = Problem::new(OptimizationDirection::Maximize);
    let mut texts: Vec<Variable> = Vec::new();
    for clause in model.clause_ids() {
        if model.clauses[clause.index()].options > 0 {
            return None;
        }
        texts.push(programme.add_var(model.depth.weight(clause), (0.0, 1.0)));
    }
    let point = |clause: ClauseId| model.clauses[clause.index()].status_quo.middle();
    for party in (0..voices.len()).filter(|&i| voices[i]) {
        let (over, under) = sides(party)?;
        let loss = preferences.taste(party).loss;
        let (mut budget, mut spent) = (0.0, LinearExpr::empty());
        for clause in model.clause_ids() {
            let salience = preferences.salience(party, clause);
            if salience == 0.0 {
                continue;
            }
            let ideal = preferences.ideal(party, clause);
            let distance = programme.add_var(0.0, (0.0, 1.0));
            let x = texts[clause.index()];
            programme.add_constraint([(distance, 1.0), (x, -over)], ComparisonOp::Ge, -over * ideal);
            programme.add_constraint([(distance, 1.0), (x, under)], ComparisonOp::Ge, under * ideal);
            spent.add(distance, salience);
            budget += salience * loss.at(point(clause), ideal);
        }
        programme.add_constraint(spent, ComparisonOp::Le, budget);
    }
    let solution = programme.solve().ok()?.into_solution().ok()?;
    let text: Vec<f64> = texts.iter().map(|&x| solution.var_value(x).clamp(0.0, 1.0)).collect();
    let depth =
        model.depth.nominal(&full_scope(model, &Text(text.iter().copied().map(Value::point).collect())));
    Some((text, depth))
}

/// The text with scope clauses at full coverage, as the yardsticks take it.
pub(super) fn full_scope(model: &Model, text: &Text) -> Text {
    let full =
        |(clause, &value): (&ClauseModel, &Value)| if clause.scope { Value::point(1.0) } else { value };
    Text(model.clauses.iter().zip(&text.0).map(full).collect())
}
