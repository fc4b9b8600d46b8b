//! How good a sponsor's offer is: against the best text that a sufficient coalition would let pass, a linear programme
//! for each coalition (specification §5).

use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, Variable};
use plenary::{
    model::{Appraisal, Model},
    negotiation::{Ballot, Negotiator, Observer, Realisation, View},
    outcome::Conclusion,
    study::statistics::Moments,
    text::{Text, Value},
    voting::Tally,
};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{RngAlgorithm, TestRng, TestRunner},
};

use crate::support::{SmallRoom, small_rooms, thousand_cases};

/// 1 − Σ ω t, with t ≥ |x − p|.
fn utility(
    programme: &mut Problem,
    model: &Model,
    room: &Realisation,
    i: usize,
    texts: &[Variable],
) -> LinearExpr {
    let mut loss = LinearExpr::empty();
    for clause in model.clause_ids() {
        let (salience, ideal) = (room.national.salience(i, clause), room.national.ideal(i, clause));
        let distance = programme.add_var(0.0, (0.0, 1.0));
        let x = texts[clause.index()];
        programme.add_constraint([(distance, 1.0), (x, -1.0)], ComparisonOp::Ge, -ideal);
        programme.add_constraint([(distance, 1.0), (x, 1.0)], ComparisonOp::Ge, ideal);
        loss.add(distance, salience);
    }
    loss
}

/// The most that party 0 can get from a text that each of these parties accepts.
fn best(model: &Model, room: &Realisation, accept: &[bool]) -> Option<f64> {
    let mut programme = Problem::new(OptimizationDirection::Minimize);
    let texts: Vec<Variable> = model.clause_ids().map(|_| programme.add_var(0.0, (0.0, 1.0))).collect();
    for i in (0..accept.len()).filter(|&i| accept[i]) {
        let loss = utility(&mut programme, model, room, i, &texts);
        programme.add_constraint(loss, ComparisonOp::Le, 1.0 - room.reservations[i]);
    }
    // The objective: party 0's own loss.
    let own = programme.add_var(1.0, (0.0, 1.0));
    let mut row = utility(&mut programme, model, room, 0, &texts);
    row.add(own, -1.0);
    programme.add_constraint(row, ComparisonOp::Le, 0.0);
    Some(1.0 - programme.solve().ok()?.into_solution().ok()?.objective())
}

/// The best over all coalitions that carry the rule, everybody outside saying no.
fn best_of_all(model: &Model, room: &Realisation) -> f64 {
    let n = model.countries().len();
    let voting_weights: Vec<_> = model.countries().iter().map(|c| c.voting_weight).collect();
    let coalitions = (0..1_u32 << n).map(|bits| (0..n).map(|i| bits & (1 << i) != 0).collect::<Vec<bool>>());
    coalitions
        .filter(|yes| yes[0] && model.rule().carries(&Tally::of(&voting_weights, |i| yes[i])))
        .filter_map(|yes| best(model, room, &yes))
        .fold(f64::NEG_INFINITY, f64::max)
}

/// What party 0 makes of the last text put to the rule.
#[derive(Default)]
struct Own(f64);

impl Observer for Own {
    fn attempt(&mut self, view: &View<'_>, _: &Ballot, _: bool) {
        let mut judged = Appraisal::default();
        judged.judge(&view.parties.national, view.text);
        self.0 = judged.utilities()[0];
    }
}

/// How much less the setter gets than from the best offer, in its own utility.
fn shortfall(room: &SmallRoom) -> f64 {
    let model = room.model();
    let mut own = Own::default();
    let found = Negotiator::new(&model, 1).negotiate(0, &mut own);
    assert_ne!(found.conclusion, Conclusion::Deadlock, "the status quo is always on offer");
    best_of_all(&model, &Realisation::as_stated(&model)) - own.0
}

/// Rules under which nobody's abstention helps a text, so that a coalition carries it or not.
const RULES: [&str; 4] = ["Consensus", "ConsensusMinus(1)", "AbsoluteMajority", "TwoThirdsOfMembers"];

/// Rooms with a setter, where nobody minds standing alone.
fn rooms(
    parties: std::ops::RangeInclusive<usize>,
    clauses: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = SmallRoom> {
    (small_rooms(parties, clauses), proptest::sample::select(&RULES[..])).prop_map(|(mut room, rule)| {
        room.rule = rule;
        room.protocol = Some("AgendaSetter(setter: Party(\"P0\"))");
        room.parties.iter_mut().for_each(|party| party.isolation_cost = 0.0);
        room
    })
}

proptest! {
    #![proptest_config(thousand_cases())]

    /// On one clause the offer is the setter's best, under each rule (Romer & Rosenthal 1978).
    #[test]
    fn on_one_clause_the_offer_is_the_best(room in rooms(2..=5, 1..=1)) {
        let shortfall = shortfall(&room);
        prop_assert!(shortfall.abs() < 1e-9, "{shortfall}");
    }

    /// Under consensus everybody can live with a sponsor's text that is adopted, the sponsor best of all; and nothing of
    /// it can be taken back on any one clause: a hundredth of the way to the sponsor's wish would be too much for somebody.
    #[test]
    fn a_sponsor_gives_way_no_further_than_it_must(mut room in small_rooms(2..=5, 1..=4)) {
        room.rule = "Consensus";
        room.protocol = Some("SponsorsText(sponsor: Party(\"P0\"))");
        let model = room.model();
        let found = Negotiator::new(&model, 1).negotiate(0, &mut ());
        let stated = Realisation::as_stated(&model);
        let mut judged = Appraisal::default();
        let mut lives_with = |text: &Text| {
            judged.judge(&stated.national, text);
            let u = judged.utilities();
            let slack = (0..u.len()).map(|i| u[i] - stated.reservations[i] + stated.isolation_cost[i]);
            slack.fold(f64::INFINITY, f64::min)
        };
        prop_assert!(lives_with(&found.text) > -1e-9);
        for clause in model.clause_ids() {
            let (x, wish) = (found.text[clause].middle(), stated.national.ideal(0, clause));
            let mut taken = found.text.clone();
            taken[clause] = Value::point(x + (wish - x) / 100.0);
            prop_assert!((wish - x).abs() < 1e-6 || lives_with(&taken) < -1e-9, "{clause:?} of {:?}", found.text);
        }
    }
}

/// On several clauses the search is a heuristic, and a good one: over 300 rooms of five parties and up to four clauses it
/// never beats the best offer, misses it by less than .003 of utility on average, and by more than .01 in less than one
/// room in twenty.
#[test]
fn on_several_clauses_the_offer_is_near_the_best() {
    let mut runner =
        TestRunner::new_with_rng(thousand_cases(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let strategy = rooms(5..=5, 2..=4);
    let (mut missed, mut far) = (Moments::default(), 0);
    for _ in 0..300 {
        let shortfall = shortfall(&strategy.new_tree(&mut runner).expect("a room").current());
        assert!(shortfall > -1e-7, "better than the best by {}", -shortfall);
        missed.add(shortfall);
        far += u32::from(shortfall > 0.01);
    }
    let missed = missed.mean();
    println!("missed by {missed:?}, by more than .01 in {far} of 300");
    assert!(missed.mean.is_some_and(|m| m < 0.003) && far < 15, "{missed:?}, {far} far off");
}

/// A sponsor settles by what it wants itself, before its bloc draws it. "B" lets nothing pass below .7; by A's own wish, .4,
/// that is worth .7, and failure .9; by the wish of the bloc that draws it, .9, it would be worth .8 and failure .6.
#[test]
fn a_sponsor_settles_by_its_own_wish() {
    let room = |member_of: &str, ideal: f64| {
        let file = format!(
            "(format: 1, title: \"t\", clauses: {{\"c\": Ambition(status_quo: 0.5)}},
              countries: {{
                \"A\": (positions: {{\"c\": {ideal:?}}}, isolation_cost: 0, {member_of}),
                \"B\": (positions: {{\"c\": 0.9}}, outside_option: 0.2, isolation_cost: 0),
                \"C\": (positions: {{\"c\": 0.9}}, isolation_cost: 0, member_of: {{\"X\": 1}})}},
              blocs: {{\"X\": (common: Leader(\"C\"), cohesion: 1, discipline: 0)}},
              protocol: SponsorsText(sponsor: Party(\"A\")))"
        );
        let case = plenary::Case::parse("room", &file).expect("a room");
        Negotiator::new(case.model(), 1).negotiate(0, &mut ()).conclusion
    };
    assert_eq!(room("member_of: {\"X\": 1}", 0.4), Conclusion::Deadlock);
    // Not because nothing could be agreed: a sponsor that wants .9 itself gets it.
    assert_eq!(room("member_of: {\"X\": 1}", 0.9), Conclusion::Consensus);
}

/// A sponsor gives way down to its reservation value, which it still accepts: "A" would do as well by itself as with ½, and "B" lets
/// pass what costs it no more than failure, ½.
#[test]
fn a_sponsor_settles_at_its_reservation() {
    let file = "(format: 1, title: \"t\", clauses: {\"c\": Ambition(status_quo: 0)},
        countries: {
            \"A\": (positions: {\"c\": 1}, outside_option: 0.5, isolation_cost: 0),
            \"B\": (positions: {\"c\": 0}, cost_of_failure: 0.5, isolation_cost: 0)},
        protocol: SponsorsText(sponsor: Party(\"A\")))";
    let case = plenary::Case::parse("room", file).expect("a room");
    let found = Negotiator::new(case.model(), 1).negotiate(0, &mut ());
    assert_eq!(found.conclusion, Conclusion::Consensus);
    assert!((found.text.0[0].middle() - 0.5).abs() < 1e-9, "{:?}", found.text);
}

/// Of the options that the others let pass the sponsor tables the one that it likes best.
#[test]
fn a_sponsor_takes_the_best_option_that_passes() {
    let file = "(format: 1, title: \"t\", clauses: {\"road\": Options(options: {\"tunnel\": (), \"bridge\": (), \"ford\": ()})},
        countries: {
            \"A\": (minimum_points: 1, positions: {\"road\": {\"tunnel\": 10, \"bridge\": 6, \"ford\": 3}}, isolation_cost: 0),
            \"B\": (minimum_points: 5, positions: {\"road\": {\"tunnel\": 0, \"bridge\": 6, \"ford\": 10}}, isolation_cost: 0)},
        protocol: SponsorsText(sponsor: Party(\"A\")))";
    let case = plenary::Case::parse("room", file).expect("a room");
    let found = Negotiator::new(case.model(), 1).negotiate(0, &mut ());
    assert_eq!((found.conclusion, &found.text.0[..]), (Conclusion::Consensus, &[Value::Option(1)][..]));
}
