//! What consensus converges to, whatever the chair: t* and x* (specification §5.3).

use std::fmt::Write;

use plenary::{
    benchmark::agreement::{Claim, ConsensusLimit, consensus_limit},
    model::Model,
    negotiation::{Negotiator, Observer, View},
    random::endless,
    scenario::Scenario,
};
use rayon::prelude::*;

/// What consensus converges to among the voices of a negotiation, from its draft.
#[derive(Default)]
struct Limit(Option<ConsensusLimit>);

impl Observer for Limit {
    fn draft(&mut self, view: &View<'_>) {
        let voices = view.voices;
        let claims: Vec<Claim> = (0..voices.who.len()).map(|v| voices.claim(v)).collect();
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

/// How far the moment and the text of adoption lie from the limit, over 20 rooms: the mean of |t/T − t*|, and the median over
/// clauses of |x − x*|.
fn distances(rounds: u32) -> (f64, f64) {
    let mut number = endless("limit 8");
    let (mut moments, mut texts) = (0.0, vec![]);
    for _ in 0..20 {
        let model = Model::compile(&random_room(&mut number, rounds)).expect("sound");
        let mut limit = Limit::default();
        let outcome = Negotiator::new(&model, 1).negotiate(0, &mut limit);
        let limit = limit.0.expect("everybody settles at last");
        moments += (f64::from(outcome.round) / f64::from(rounds) - limit.moment).abs() / 20.0;
        texts.extend(outcome.text.0.iter().zip(&limit.text.0).map(|(x, y)| (x.middle() - y.middle()).abs()));
    }
    texts.sort_by(f64::total_cmp);
    (moments, texts[texts.len() / 2])
}

/// With rounds enough, consensus comes when it can come, on a text that it can come on: whatever the chair.
#[test]
fn the_chair_converges_to_the_limit_of_consensus() {
    let (few, many) = (distances(60), distances(1000));
    assert!(few.0 <= 0.02, "at T = 60 {few:?}");
    assert!(many.0 <= 0.006 && many.1 <= 0.01, "at T = 1000 {many:?}");
    assert!(many.0 < few.0, "more rounds come nearer");
}

/// On one clause, with extremes m and M, q = 0 and the same β for all, t* = ((M − m)/(M + m))^β and x* = 2mM/(m + M).
#[test]
fn on_one_clause_the_limit_has_a_closed_form() {
    for (ideals, beta) in
        [([0.2, 0.5, 0.9], 1.0), ([0.1, 0.3, 0.4], 0.5), ([0.3, 0.35, 0.95], 0.8), ([0.05, 0.9, 1.0], 2.0)]
    {
        let countries: String = (ideals.iter().enumerate())
            .map(|(i, p)| format!("\"P{i}\": (tactic: (beta: {beta:?}), positions: {{\"depth\": {p:?}}}), "))
            .collect();
        let scenario = format!(
            "(format: 1, title: \"line\", clauses: {{\"depth\": Ambition(status_quo: 0)}}, countries: {{{countries}}},
              defaults: (isolation_cost: (major: 0, middle: 0, small: 0)))"
        );
        let model = Model::compile(&Scenario::parse("line", &scenario).expect("sound")).expect("sound");
        let mut limit = Limit::default();
        Negotiator::new(&model, 1).negotiate(0, &mut limit);
        let (limit, m, big) = (limit.0.expect("a limit"), ideals[0], ideals[2]);
        let share = (big - m) / (big + m);
        assert!((limit.moment - libm::pow(share, beta)).abs() < 1e-8, "{limit:?}");
        assert!((limit.text.0[0].middle() - 2.0 * m * big / (m + big)).abs() < 1e-7, "{limit:?}");
    }
}

/// Where somebody asks for more than any text gives, there is no limit: at q = .5 nobody moves who wants .2, or who wants .8.
#[test]
fn where_wishes_lie_on_both_sides_of_the_status_quo_the_limit_is_the_status_quo() {
    let scenario = "(format: 1, title: \"both sides\", clauses: {\"a\": Ambition(status_quo: 0.5)},
        countries: {\"L\": (positions: {\"a\": 0.2}), \"H\": (positions: {\"a\": 0.8})},
        defaults: (isolation_cost: (major: 0, middle: 0, small: 0)))";
    let model = Model::compile(&Scenario::parse("both sides", scenario).expect("sound")).expect("sound");
    let mut limit = Limit::default();
    Negotiator::new(&model, 1).negotiate(0, &mut limit);
    let limit = limit.0.expect("a limit");
    assert!((limit.moment - 1.0).abs() < 1e-6 && (limit.text.0[0].middle() - 0.5).abs() < 1e-6, "{limit:?}");
}

/// In its later rounds the chair needs few moves: with 12 a round or 100 the flagship's texts are as deep, within .002 on
/// average over 400 replicates.
#[test]
fn twelve_moves_are_enough() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/un-ai-dialogue-2025.ron");
    let depth = |moves: Option<u32>| {
        let mut scenario = Scenario::load(path).expect("the flagship");
        scenario.protocol.chair_mut().expect("a chair that revises").moves_per_round = moves;
        let model = Model::compile(&scenario).expect("sound");
        let depths: Vec<f64> = (0..400_u64)
            .into_par_iter()
            .map_init(|| Negotiator::new(&model, 1), |n, r| n.negotiate(r, &mut ()).realised_depth)
            .collect();
        depths.iter().sum::<f64>() / 400.0
    };
    let (twelve, hundred) = (depth(None), depth(Some(100)));
    assert!((twelve - hundred).abs() <= 0.002, "{twelve} and {hundred}");
}
