//! The limits of the model's second edition: results that follow from theory, reproduced by the engine (specification §5.3).

use std::fmt::Write;

use plenary::{
    benchmark::agreement::{Claim, ConsensusLimit, consensus_limit},
    model::Model,
    negotiation::{Negotiator, Observer, View},
    random::endless,
    scenario::Scenario,
};

/// What consensus converges to among the voices of a negotiation, from its draft.
#[derive(Default)]
struct Limit(Option<ConsensusLimit>);

impl Observer for Limit {
    fn draft(&mut self, view: &View<'_>) {
        let voices = view.voices;
        let claims: Vec<Claim> = (0..voices.who.len())
            .map(|v| Claim {
                reservation: voices.reservations[v],
                tactic: voices.tactics[v],
                tolerance: voices.objection_thresholds[v],
                weight: voices.weights[v],
            })
            .collect();
        self.0 = consensus_limit(view.model, &voices.preferences, &claims).expect("solved");
    }
}

/// A room of uniform ideals, saliences and tempers, clear texts, T rounds.
fn random_room(number: &mut impl FnMut() -> f64, rounds: u32) -> Scenario {
    let parties = 3 + (number() * 6.0) as usize;
    let clauses = 2 + (number() * 4.0) as usize;
    let mut text = String::from("(format: 1, title: \"room\", clauses: {");
    for d in 0..clauses {
        _ = write!(text, "\"c{d}\": Ambition(status_quo: 0), ");
    }
    text += "}, countries: {";
    for i in 0..parties {
        _ = write!(
            text,
            "\"P{i}\": (materiality: {}, tactic: (beta: {}), positions: {{",
            0.5 + number(),
            0.3 + number()
        );
        for d in 0..clauses {
            _ = write!(text, "\"c{d}\": ({}, {}), ", number(), 0.1 + number());
        }
        text += "}), ";
    }
    _ = write!(
        text,
        "}}, defaults: (isolation_cost: (major: 0, middle: 0, small: 0)), protocol: ChairRevisions(rounds: {rounds}, moves: [Shift, Clarify, Delete, Trade]))"
    );
    Scenario::parse("room", &text).expect(&text)
}

#[test]
fn experiment() {
    for rounds in [60, 1000] {
        let mut number = endless("limit 8");
        let (mut gap, mut distances) = (vec![], vec![]);
        for _ in 0..20 {
            let scenario = random_room(&mut number, rounds);
            let model = Model::compile(&scenario).expect("sound");
            let mut limit = Limit::default();
            let outcome = Negotiator::new(&model, 1).negotiate(0, &mut limit);
            let limit = limit.0.expect("everybody settles at last");
            gap.push((f64::from(outcome.round) / f64::from(rounds) - limit.moment).abs());
            for (x, y) in outcome.text.0.iter().zip(&limit.text.0) {
                distances.push((x.middle() - y.middle()).abs());
            }
        }
        distances.sort_by(f64::total_cmp);
        let n = distances.len();
        println!(
            "T {rounds}: gap {:.4}, median distance {:.4} p90 {:.4}",
            gap.iter().sum::<f64>() / 20.0,
            distances[n / 2],
            distances[n * 9 / 10]
        );
    }
}
