//! Votes: the core of the rule, when a vote is called, how it is cast (specification §§3.5, 5.1, 5.2). Expected values follow from
//! the definitions by hand, or from searching a grid of texts.

use std::fmt::Write;

use plenary::{
    benchmark::ClauseVote,
    model::Model,
    negotiation::{Ballot, Negotiator, Observer, Realisation, View},
    outcome::{Conclusion, Outcome},
    random::endless,
    scenario::Scenario,
    text::ClauseId,
    voting::{DecisionRule, Vote},
};

/// Parties that each want something on each clause, at equal saliences; nothing is drawn, and to object costs nothing.
fn room(ideals: &[Vec<f64>], rule: &str, protocol: &str) -> Scenario {
    let clauses = ideals[0].len();
    let mut text = String::from("(format: 1, title: \"room\", clauses: {");
    (0..clauses).for_each(|d| _ = write!(text, "\"c{d}\": Ambition(status_quo: 0.0), "));
    text += "}, countries: {";
    for (i, party) in ideals.iter().enumerate() {
        _ = write!(text, "\"P{i}\": (positions: {{");
        party.iter().enumerate().for_each(|(d, p)| _ = write!(text, "\"c{d}\": {p:?}, "));
        text += "}), ";
    }
    _ = write!(
        text,
        "}}, rule: {rule}, protocol: {protocol},
         defaults: (isolation_cost: (major: 0.0, middle: 0.0, small: 0.0)))"
    );
    Scenario::parse("room", &text).unwrap_or_else(|e| panic!("{e:?}\n{text}"))
}

fn one_clause(ideals: &[f64], rule: &str, rounds: u32) -> Scenario {
    let ideals: Vec<Vec<f64>> = ideals.iter().map(|&p| vec![p]).collect();
    room(&ideals, rule, &format!("ChairRevisions(rounds: {rounds}, moves: [Shift])"))
}

fn outcome(scenario: &Scenario) -> Outcome {
    let model = Model::compile(scenario).expect("sound");
    Negotiator::new(&model, 1).negotiate(0, &mut ())
}

fn assert_text(found: &Outcome, expected: &[f64]) {
    for (value, x) in found.text.0.iter().zip(expected) {
        assert!((value.middle() - x).abs() < 1e-9, "{:?} instead of {expected:?}", found.text);
    }
}

/// Core, text and round by majority and by two thirds: with β = .8 the third Yes of five, from the party that wants .8, comes when
/// F = (t/T)^1.25 ≥ ½, so at t ≥ .5743 T; of two thirds, four Yes, the fourth from the party that wants 1 or from none.
#[test]
fn the_text_is_the_nearest_end_of_the_core() {
    let ideals = [0.1, 0.3, 0.4, 0.8, 1.0];
    for (rounds, called) in [(60, 35), (600, 345)] {
        let found = outcome(&one_clause(&ideals, "SimpleMajority", rounds));
        assert_text(&found, &[0.4]);
        assert_eq!(found.round, called);
        let found = outcome(&one_clause(&ideals, "TwoThirds", rounds));
        assert_text(&found, &[0.3]);
    }
    let scenario = one_clause(&ideals, "TwoThirds", 60);
    let model = Model::compile(&scenario).expect("sound");
    let parties = Realisation::as_stated(&model);
    let core = |rule: DecisionRule| {
        ClauseVote::on(&model, &parties.effective, &[true; 5], &rule, ClauseId::new(0)).core()
    };
    assert_eq!(core(DecisionRule::simple_majority()), Some((0.4, 0.4)));
    assert_eq!(core(DecisionRule::two_thirds()), Some((0.3, 0.8)));
}

/// By consensus the same room converges to 2mM/(m + M) = .2/1.1, up to the chair's finest step, δ/16; at T = 60 it is adopted in
/// round 52, when F = (52/60)^1.25 lets the extremes meet on [1 − F, .1(1 + F)] = [.164, .184].
#[test]
fn consensus_converges_to_the_harmonic_mean() {
    for rounds in [60, 600, 2400] {
        let found = outcome(&one_clause(&[0.1, 0.3, 0.4, 0.8, 1.0], "Consensus", rounds));
        let x = found.text.0[0].middle();
        assert!((x - 0.2 / 1.1).abs() <= 0.05 / 16.0, "{x} at T = {rounds}");
        if rounds == 60 {
            assert_eq!(found.round, 52);
        }
    }
}

/// On one clause, with an odd number of parties, a majority adopts the median, whatever the room.
#[test]
fn a_majority_adopts_the_median() {
    let mut number = endless("median");
    for n in [1, 3, 5, 9, 15].repeat(20) {
        let mut ideals: Vec<f64> = (0..n).map(|_| number()).collect();
        let found = outcome(&one_clause(&ideals, "SimpleMajority", 60));
        ideals.sort_by(f64::total_cmp);
        assert_text(&found, &[ideals[n / 2]]);
        assert!(found.conclusion.adopted());
    }
}

/// By k of n the core is [p_(n−k+1), p_(k)]; cores are nested, and the text lies in its core.
#[test]
fn cores_are_nested_and_hold_the_text() {
    let mut number = endless("quotas");
    for n in [3_usize, 4, 7, 10].repeat(10) {
        let ideals: Vec<f64> = (0..n).map(|_| number()).collect();
        let mut sorted = ideals.clone();
        sorted.sort_by(f64::total_cmp);
        let mut before = (1.0_f64, 0.0_f64);
        for k in n / 2 + 1..=n {
            let rule = format!("Composed(tests: [(at_least: {k})])");
            let (low, high) = (sorted[n - k], sorted[k - 1]);
            assert!(low <= before.0 && before.1 <= high);
            before = (low, high);
            let found = outcome(&one_clause(&ideals, &rule, 60));
            let x = found.text.0[0].middle();
            assert!((low - 1e-9..=high + 1e-9).contains(&x), "{x} outside [{low}, {high}] by {k} of {n}");
        }
    }
}

/// On two clauses a majority adopts the clause-wise medians, and hardly any text covers them: no text of a 21 × 21 grid beats
/// them and also everything that they beat, but within a step of the grid.
#[test]
fn on_two_clauses_the_text_is_hardly_covered() {
    let mut number = endless("uncovered");
    let mut medians = 0;
    for _ in 0..40 {
        let ideals: Vec<Vec<f64>> = (0..5).map(|_| vec![number(), number()]).collect();
        let found = outcome(&room(&ideals, "SimpleMajority", "ChairRevisions()"));
        let median = |d: usize| {
            let mut wants: Vec<f64> = ideals.iter().map(|party| party[d]).collect();
            wants.sort_by(f64::total_cmp);
            wants[2]
        };
        let text = [found.text.0[0].middle(), found.text.0[1].middle()];
        medians += u32::from(
            found.conclusion.adopted() && (text[0] - median(0)).abs() + (text[1] - median(1)).abs() < 1e-9,
        );
        let loss = |p: &[f64], x: [f64; 2]| (p[0] - x[0]).abs() + (p[1] - x[1]).abs();
        let beats = |y: [f64; 2], x: [f64; 2]| {
            let gains: Vec<f64> = ideals.iter().map(|p| loss(p, x) - loss(p, y)).collect();
            gains.iter().filter(|g| **g > 1e-9).count() > gains.iter().filter(|g| **g < -1e-9).count()
        };
        let grid: Vec<[f64; 2]> = (0..=20)
            .flat_map(|a| (0..=20).map(move |b| [f64::from(a) / 20.0, f64::from(b) / 20.0]))
            .collect();
        let beaten: Vec<[f64; 2]> = grid.iter().copied().filter(|&z| beats(text, z)).collect();
        for &y in grid.iter().filter(|&&y| beats(y, text)) {
            let covers = beaten.iter().all(|&z| beats(y, z));
            let near = (y[0] - text[0]).abs().max((y[1] - text[1]).abs()) <= 0.05 + 1e-9;
            assert!(!covers || near, "{y:?} covers {text:?} among {ideals:?}");
        }
    }
    assert!(
        medians >= 38,
        "clause-wise medians can lose to the status quo as a package, but seldom: {medians}"
    );
}

/// Eleven parties on two clauses: the medians are .2 and .6, so D = .4.
#[test]
fn a_lower_quota_gives_the_medians() {
    let wants = [
        (0.0, 0.9, 0.3, 0.2),
        (0.0, 0.9, 0.2, 0.3),
        (0.0, 0.9, 0.7, 0.4),
        (0.2, 0.7, 0.2, 0.6),
        (0.2, 0.7, 0.5, 0.3),
        (0.4, 0.5, 0.9, 0.8),
        (0.1, 0.9, 0.9, 0.7),
        (0.8, 0.8, 0.5, 0.4),
        (0.9, 0.8, 0.6, 0.4),
        (1.0, 0.9, 1.0, 0.8),
        (0.9, 0.9, 0.9, 0.7),
    ];
    let mut countries = String::new();
    for (i, (cap, cares, money, minds)) in wants.iter().enumerate() {
        _ = write!(
            countries,
            "\"P{i}\": (positions: {{\"cap\": ({cap:?}, {cares:?}), \"money\": ({money:?}, {minds:?})}}), "
        );
    }
    let scenario = format!(
        "(format: 1, title: \"eleven\", rule: SimpleMajority, countries: {{{countries}}},
          clauses: {{\"cap\": Ambition(status_quo: 0.0), \"money\": Ambition(status_quo: 0.1)}})"
    );
    let found = outcome(&Scenario::parse("eleven", &scenario).expect("sound"));
    assert_text(&found, &[0.2, 0.6]);
    assert!((found.depth - 0.4).abs() < 1e-9);
}

/// How the last vote went.
#[derive(Default)]
struct LastVote {
    surpluses: Vec<f64>,
    votes: Vec<Vote>,
}

impl Observer for LastVote {
    fn attempt(&mut self, _: &View<'_>, ballot: &Ballot, _: bool) {
        self.surpluses.clone_from(&ballot.surpluses);
        self.votes.clone_from(&ballot.votes);
    }
}

/// Six parties of which all but one prefer the text to nothing: only that one votes no, whatever the deadline, patience or first
/// concession. K = [.55, .6], and the draft, the mean .592, lies within it. g = u(x) − r = (1 − |x − p|) − (1 − p − .1) by hand.
#[test]
fn surplus_says_how_a_vote_is_cast() {
    for (rounds, tactic) in
        [(60, "(beta: 0.8)"), (60, "(beta: 0.3)"), (400, "(beta: 2.0)"), (60, "(beta: 1.0, k: 0.5)")]
    {
        let party = |name: &str, p: f64, c: f64| {
            format!(
                "\"{name}\": (cost_of_failure: {c:?}, tactic: {tactic}, positions: {{\"panel\": {p:?}}}),"
            )
        };
        let friends: String = [("A", 1.0), ("B", 0.9), ("C", 0.6), ("D", 0.55), ("E", 0.5)]
            .map(|(n, p)| party(n, p, 0.1))
            .concat();
        let scenario = format!(
            "(format: 1, title: \"friends\", rule: SimpleMajority, clauses: {{\"panel\": Ambition(status_quo: 0.0)}},
              countries: {{{friends} {}}}, protocol: ChairRevisions(rounds: {rounds}, moves: [Shift]))",
            party("F", 0.0, 0.0)
        );
        let scenario = Scenario::parse("friends", &scenario).expect("sound");
        let model = Model::compile(&scenario).expect("sound");
        let mut last = LastVote::default();
        let found = Negotiator::new(&model, 1).negotiate(0, &mut last);
        println!("{:?} {:?} {:?}", found.text, last.surpluses, found.round);
        let x = found.text.0[0].middle();
        assert!((0.55 - 1e-9..=0.6 + 1e-9).contains(&x), "{x}");
        assert_eq!(found.conclusion, Conclusion::Vote { no: 1 });
        let friends = [1.0, 0.9, 0.6, 0.55, 0.5].map(|p: f64| (1.0 - (x - p).abs()) - (1.0 - p - 0.1));
        for (g, expected) in last.surpluses.iter().zip(friends.into_iter().chain([-x])) {
            assert!((g - expected).abs() < 1e-9, "{:?}", last.surpluses);
        }
        assert_eq!(last.votes, [vec![Vote::Yes; 5], vec![Vote::No]].concat());
    }
}

/// The agenda setter who wants 1 keeps 2 · .4 − 0 = .8, where the pivotal party is exactly indifferent (Romer & Rosenthal 1978).
#[test]
fn the_agenda_setter_holds_the_pivot_to_indifference() {
    let ideals: Vec<Vec<f64>> = [0.1, 0.3, 0.4, 0.8, 1.0].map(|p| vec![p]).to_vec();
    let found = outcome(&room(&ideals, "AbsoluteMajority", "AgendaSetter(setter: Party(\"P4\"))"));
    assert!(found.conclusion.adopted());
    assert_text(&found, &[0.8]);
}

/// A party without a stake in what the text changes abstains; one that gains votes yes.
#[test]
fn whoever_has_nothing_at_stake_abstains() {
    let scenario = "(format: 1, title: \"stakes\", rule: SimpleMajority,
        clauses: {\"a\": Ambition(status_quo: 0.0), \"b\": Ambition(status_quo: 0.0)},
        countries: {\"A\": (positions: {\"a\": 0.6}), \"B\": (positions: {\"a\": 0.7}), \"C\": (positions: {\"b\": 0.0})})";
    let scenario = Scenario::parse("stakes", scenario).expect("sound");
    let model = Model::compile(&scenario).expect("sound");
    let mut last = LastVote::default();
    let found = Negotiator::new(&model, 1).negotiate(0, &mut last);
    assert!(found.conclusion.adopted());
    assert_eq!(last.votes, [Vote::Yes, Vote::Yes, Vote::Abstain]);
}

/// Floor-proof rounds end: 180 random rooms at 300 moves with every move, by majority and two thirds, never use them up.
#[test]
fn floor_proof_rounds_end() {
    #[derive(Default)]
    struct Moves {
        round: u32,
        most: u32,
    }
    impl Observer for Moves {
        fn round(&mut self, _: &View<'_>) {
            self.round = 0;
        }
        fn moved(
            &mut self,
            _: &View<'_>,
            _: &plenary::negotiation::Step,
            _: &plenary::text::Text,
            _: &[f64],
        ) {
            self.round += 1;
            self.most = self.most.max(self.round);
        }
    }
    let mut number = endless("rounds end");
    for k in 0..180 {
        let (n, clauses) = (3 + k % 7, 1 + k % 5);
        let ideals: Vec<Vec<f64>> = (0..n).map(|_| (0..clauses).map(|_| number()).collect()).collect();
        let rule = if k % 2 == 0 { "SimpleMajority" } else { "TwoThirds" };
        let scenario = room(&ideals, rule, "ChairRevisions(rounds: 10, moves_per_round: 100)");
        let model = Model::compile(&scenario).expect("sound");
        let mut moves = Moves::default();
        Negotiator::new(&model, 1).negotiate(0, &mut moves);
        assert!(moves.most < 100, "{} moves in a round", moves.most);
    }
}

/// Two blocs and five, two clauses. By majority each clause ends at the middle of the eleven effective positions of the replicate, and
/// so deeper than by consensus, where the least that anybody bears decides.
#[test]
fn a_majority_with_blocs_is_deeper_than_consensus() {
    #[derive(Default)]
    struct Medians([f64; 2]);
    impl Observer for Medians {
        fn draft(&mut self, view: &View<'_>) {
            self.0 = [0, 1].map(|d| {
                let wish = |i| view.parties.effective.ideal(i, ClauseId::new(d));
                let mut wishes: Vec<f64> = (0..11).map(wish).collect();
                wishes.sort_by(f64::total_cmp);
                wishes[5]
            });
        }
    }
    let parties: [(&str, &str, [f64; 4]); 11] = [
        ("L1", "Low", [0.0, 0.9, 0.3, 0.2]),
        ("L2", "Low", [0.0, 0.9, 0.2, 0.3]),
        ("L3", "Low", [0.0, 0.9, 0.7, 0.4]),
        ("M1", "", [0.2, 0.7, 0.2, 0.6]),
        ("M2", "", [0.2, 0.7, 0.5, 0.3]),
        ("M3", "", [0.4, 0.5, 0.9, 0.8]),
        ("M4", "", [0.1, 0.9, 0.9, 0.7]),
        ("H1", "High", [0.8, 0.8, 0.5, 0.4]),
        ("H2", "High", [0.9, 0.8, 0.6, 0.4]),
        ("H3", "High", [1.0, 0.9, 1.0, 0.8]),
        ("H4", "High", [0.9, 0.9, 0.9, 0.7]),
    ];
    let mut countries = String::new();
    for (name, bloc, [cap, cares, money, minds]) in parties {
        let member =
            if bloc.is_empty() { String::new() } else { format!("member_of: {{\"{bloc}\": 1.0}}, ") };
        _ = write!(
            countries,
            "\"{name}\": ({member}positions: {{\"cap\": ({cap:?}, {cares:?}), \"money\": ({money:?}, {minds:?})}}), "
        );
    }
    let mut depths = [0.0; 2];
    for (k, rule) in ["SimpleMajority", "Consensus"].into_iter().enumerate() {
        let scenario = format!(
            "(format: 1, title: \"blocs\", rule: {rule}, countries: {{{countries}}},
              clauses: {{\"cap\": Ambition(status_quo: 0.0), \"money\": Ambition(status_quo: 0.1)}},
              blocs: {{\"Low\": (common: Median), \"High\": (common: Median)}},
              uncertainty: (ideals: (medium: Normal(0.05))))"
        );
        let model = Model::compile(&Scenario::parse("blocs", &scenario).expect("sound")).expect("sound");
        let mut negotiator = Negotiator::new(&model, 1);
        for replicate in 0..20 {
            let mut medians = Medians::default();
            let found = negotiator.negotiate(replicate, &mut medians);
            assert!(found.conclusion.adopted());
            if k == 0 {
                assert_text(&found, &medians.0);
            }
            depths[k] += found.depth / 20.0;
        }
    }
    assert!(depths[0] > depths[1], "{depths:?}");
}

/// Clause by clause, three towns agree on each of two questions, but the sum is less than C's minimum of points: by consensus a package
/// to which somebody present objects is not adopted.
#[test]
fn consensus_clause_by_clause_is_on_the_package() {
    let points = |minimum: u8, road: [u8; 3], port: [u8; 3]| {
        format!(
            "(minimum_points: {minimum}, positions: {{\"road\": {{\"north\": {}, \"middle\": {}, \"south\": {}}},
                                                      \"port\": {{\"big\": {}, \"half\": {}, \"none\": {}}}}})",
            road[0], road[1], road[2], port[0], port[1], port[2]
        )
    };
    let north = points(30, [50, 30, 0], [50, 30, 0]);
    let scenario = format!(
        "(format: 1, title: \"towns\", rule: Consensus, protocol: ClauseByClause(),
          clauses: {{\"road\": Options(options: {{\"north\": (), \"middle\": (), \"south\": ()}}),
                     \"port\": Options(options: {{\"big\": (), \"half\": (), \"none\": ()}})}},
          countries: {{\"A\": {north}, \"B\": {north}, \"C\": {}}},
          defaults: (isolation_cost: (major: 0.0, middle: 0.0, small: 0.0)))",
        points(60, [0, 20, 50], [0, 20, 50])
    );
    let found = outcome(&Scenario::parse("towns", &scenario).expect("sound"));
    let objects = found.parties.iter().any(|party| party.stance == plenary::stance::Stance::Object);
    assert!(!(found.conclusion.adopted() && objects), "{:?} over an objection", found.conclusion);
    // Whatever C settles for on both clauses, 60 of 100 points, leaves A and B at most 40 of their hundred: all can be had.
    assert!(found.conclusion.adopted() || objects, "who holds it up objects: {:?}", found.parties);
}
