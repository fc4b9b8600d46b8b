//! How good the chair's moves are: against the best text at the same demands, a linear programme (model §5).
//!
//! Under consensus, for point text and city-block loss, grievance S(x) = Σ m_i max(0, need_i − u_i(x)) is convex,
//! so its minimum is a linear programme: h_i ≥ need_i − 1 + Σ_d ω_id t_id, t_id ≥ |x_d − p_id|, h_i ≥ 0.

use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem};
use plenary::{
    model::Model,
    negotiation::{Ballot, Negotiator, Observer, View},
    scenario::Scenario,
};

/// What each voice needs to be content, as the chair sees it.
fn needs(view: &View<'_>) -> Vec<f64> {
    view.targets.iter().zip(&view.voices.bears_objecting).map(|(target, bears)| target - bears).collect()
}

/// S of the text on the table.
fn grievance(view: &View<'_>) -> f64 {
    let rows = needs(view).into_iter().zip(view.utilities).zip(&view.voices.weights);
    rows.map(|((need, u), weight)| weight * (need - u).max(0.0)).sum()
}

/// The least S any point text could leave.
fn least_grievance(view: &View<'_>) -> f64 {
    let mut programme = Problem::new(OptimizationDirection::Minimize);
    let preferences = &view.voices.preferences;
    let texts: Vec<_> = view.model.clause_ids().map(|_| programme.add_var(0.0, (0.0, 1.0))).collect();
    for (v, need) in needs(view).into_iter().enumerate() {
        let shortfall = programme.add_var(view.voices.weights[v], (0.0, f64::INFINITY));
        let mut row = LinearExpr::empty();
        row.add(shortfall, 1.0);
        for clause in view.model.clause_ids() {
            let (salience, ideal) = (preferences.salience(v, clause), preferences.ideal(v, clause));
            let distance = programme.add_var(0.0, (0.0, 1.0));
            let x = texts[clause.index()];
            programme.add_constraint([(distance, 1.0), (x, -1.0)], ComparisonOp::Ge, -ideal);
            programme.add_constraint([(distance, 1.0), (x, 1.0)], ComparisonOp::Ge, ideal);
            row.add(distance, -salience);
        }
        programme.add_constraint(row, ComparisonOp::Ge, need - 1.0);
    }
    let solved = programme.solve().expect("a bounded programme");
    solved.into_solution().expect("solved to the end").objective()
}

#[derive(Default)]
struct Compare {
    left: Vec<f64>,
    best: Vec<f64>,
}

impl Observer for Compare {
    fn attempt(&mut self, view: &View<'_>, _ballot: &Ballot, _carried: bool) {
        if view.round.is_multiple_of(6) {
            self.left.push(grievance(view));
            self.best.push(least_grievance(view));
        }
    }
}

/// With moves enough in a round, shifts and trades leave hardly more grievance than the best text would: on the
/// flagship without vague words never less than the optimum (it is one), and on average within .01 of it, in
/// units of utility weighed by materiality.
#[test]
fn shifts_and_trades_come_close_to_the_best_text() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/un-ai-dialogue-2025.ron");
    let mut scenario = Scenario::load(path).expect("the flagship");
    let chair = scenario.protocol.chair_mut().expect("a chair that revises");
    chair.moves = vec![plenary::protocol::Move::Shift, plenary::protocol::Move::Trade];
    chair.moves_per_round = 60;
    let model = Model::compile(&scenario).expect("sound");
    let mut negotiator = Negotiator::new(&model, 1);
    let (mut gap, mut level, mut rounds) = (0.0, 0.0, 0.0);
    for replicate in 0..10 {
        let mut compare = Compare::default();
        negotiator.negotiate(replicate, &mut compare);
        for (left, best) in compare.left.iter().zip(&compare.best) {
            assert!(*left >= best - 1e-9, "no text can leave less than {best}, but {left} was left");
            gap += left - best;
            level += best;
            rounds += 1.0;
        }
    }
    println!("mean grievance left over the optimum {} at a mean optimum of {}", gap / rounds, level / rounds);
    assert!(rounds > 30.0);
    assert!(gap / rounds < 0.01, "mean gap {}", gap / rounds);
}
