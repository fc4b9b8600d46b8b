//! The default protocol's known limits: oracles.md, rows 44–48 (specification §5), through scenario files.
//!
//! One ambition clause, point text (no merging), q = 0, no isolation cost, linear concession (β = 1, k = 0),
//! consensus, one voice one grievance. Every expected value is stated in the specification and was computed
//! independently there; the tolerance is the chair's finest step plus what one round of concession moves.

use plenary::{
    model::Model,
    negotiation::Negotiator,
    outcome::Outcome,
    scenario::{Scenario, Spread},
    study::statistics::{Mean, Moments, Z95},
};

/// Rounds until the deadline: fine enough that one round of concession moves less than the step.
const ROUNDS: u32 = 4_000;
/// The chair's step; the finest is a 16th of it.
const STEP: f64 = 0.005;
/// Finest step, and the concession of one round on either side.
const TOLERANCE: f64 = STEP / 16.0 + 2.0 / ROUNDS as f64;

/// A room of one clause: ideals and β by country, a cost of failure and an isolation cost for all.
fn room(parties: &[(f64, f64)], failure: f64, isolation: f64, rule: &str) -> Scenario {
    let countries: String = parties
        .iter()
        .enumerate()
        .map(|(i, (p, beta))| {
            format!("\"P{i}\": (positions: {{\"depth\": {p:?}}}, tactic: (beta: {beta:?})),")
        })
        .collect();
    let chi = isolation;
    let text = format!(
        "(format: 1, title: \"limit\", clauses: {{\"depth\": Ambition(status_quo: 0.0)}},
          countries: {{{countries}}}, rule: {rule},
          protocol: ChairRevisions(rounds: {ROUNDS}, step: {STEP:?}, weigh: Heads,
                                   moves: [Shift, Clarify, Delete, CarveOut, Trade]),
          defaults: (cost_of_failure: {failure:?},
                     isolation_cost: (major: {chi:?}, middle: {chi:?}, small: {chi:?})))"
    );
    Scenario::parse("limit", &text).expect("a sound scenario")
}

fn outcome(scenario: &Scenario) -> Outcome {
    let model = Model::compile(scenario).expect("a sound scenario");
    Negotiator::new(&model, 1).negotiate(0, &mut ())
}

fn linear(ideals: &[f64]) -> Vec<(f64, f64)> {
    ideals.iter().map(|p| (*p, 1.0)).collect()
}

fn assert_near(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() <= TOLERANCE, "{what}: {found} instead of {expected}");
}

/// Row 44: adoption at the harmonic mean of the extremes, when F* = (M − m)/(M + m).
#[test]
fn row_44_harmonic_mean_of_the_extremes() {
    let found = outcome(&room(&linear(&[0.2, 0.5, 0.9]), 0.0, 0.0, "Consensus"));
    assert!(found.conclusion.adopted());
    assert_near(found.depth, 0.327_273, "x* of (.2, .5, .9)");
    assert_near(f64::from(found.round) / f64::from(ROUNDS), 0.636_364, "F* of (.2, .5, .9)");
    for ideals in [[0.1, 0.3, 0.4], [0.3, 0.35, 0.95], [0.05, 0.9, 1.0]] {
        let (m, big) = (ideals[0], ideals[2]);
        let found = outcome(&room(&linear(&ideals), 0.0, 0.0, "Consensus"));
        assert_near(found.depth, 2.0 * m * big / (m + big), &format!("x* of {ideals:?}"));
        let when = f64::from(found.round) / f64::from(ROUNDS);
        assert_near(when, (big - m) / (big + m), &format!("F* of {ideals:?}"));
    }
}

/// Row 45, failure cost: x* = m + (m + c)(M − m)/(M + m + 2c).
#[test]
fn row_45_a_cost_of_failure_deepens_the_text() {
    let (m, big) = (0.2, 0.9);
    for c in [0.05, 0.2, 0.5] {
        let found = outcome(&room(&linear(&[m, 0.5, big]), c, 0.0, "Consensus"));
        let expected = m + (m + c) * (big - m) / (big + m + 2.0 * c);
        assert_near(found.depth, expected, &format!("x* at c = {c}"));
    }
}

/// Row 45, isolation cost: x* = (2mM + χ(M − m))/(m + M) for χ < (M − m)/2.
#[test]
fn row_45_an_isolation_cost_deepens_the_text() {
    let (m, big) = (0.2, 0.9);
    for chi in [0.02, 0.1, 0.3] {
        let found = outcome(&room(&linear(&[m, 0.5, big]), 0.0, chi, "Consensus"));
        let expected = (2.0 * m * big + chi * (big - m)) / (m + big);
        assert_near(found.depth, expected, &format!("x* at χ = {chi}"));
    }
}

/// Row 46: a Boulware laggard pulls the text to its own ideal, the strong LCD.
#[test]
fn row_46_a_patient_laggard() {
    let expected =
        [(1.0, 0.327_273), (0.5, 0.291_443), (0.2, 0.241_831), (0.1, 0.213_362), (0.02, 0.200_001)];
    for (beta, x) in expected {
        let found = outcome(&room(&[(0.2, beta), (0.5, 1.0), (0.9, 1.0)], 0.0, 0.0, "Consensus"));
        assert_near(found.depth, x, &format!("x* at β = {beta}"));
    }
}

/// Row 47: E[x*] of row 44 with iid uniform ideals, by quadrature. Four standard errors, i.e. a false alarm in one
/// of 16,000 tests for each n, plus the finest step (under m/20) and what a round of concession moves.
#[test]
fn row_47_mean_depth_of_uniform_ideals() {
    for (n, expected, rounds, draws) in [
        (2, 0.409_137, 1_000, 400),
        (3, 0.341_117, 1_000, 400),
        (5, 0.254_373, 1_000, 400),
        (10, 0.155_136, 1_000, 400),
        (25, 0.071_583, 2_000, 200),
        (50, 0.037_760, 4_000, 100),
        (193, 0.010_205, 10_000, 60),
    ] {
        let step = 0.016;
        let mut scenario = room(&linear(&vec![0.5; n]), 0.0, 0.0, "Consensus");
        scenario.uncertainty.ideals.medium = Spread::Uniform(0.5);
        let chair = scenario.protocol.chair_mut().expect("a chair that revises");
        (chair.rounds, chair.step) = (rounds, step);
        let model = Model::compile(&scenario).expect("a sound scenario");
        let mut negotiator = Negotiator::new(&model, 47);
        let mut found = Moments::default();
        (0..draws).for_each(|r| found.add(negotiator.negotiate(r, &mut ()).depth));
        let Mean { mean: Some(mean), high: Some(high), .. } = found.mean() else {
            panic!("two draws at least")
        };
        let bound = 4.0 * (high - mean) / Z95 + step / 64.0 + 1.0 / f64::from(rounds);
        assert!((mean - expected).abs() < bound, "n = {n}: {mean} instead of {expected} ± {bound}");
        // The sample is large enough to tell for small rooms.
        if (3..=10).contains(&n) {
            let n = n as f64;
            assert!(mean > 1.0 / (n + 1.0) && mean < 2.0 / (n + 1.0), "between 1/(n+1) and 2/(n+1)");
        }
    }
}

/// Row 48: as failure becomes ever dearer, the text tends to the midpoint of the extremes.
#[test]
fn row_48_dear_failure_meets_in_the_middle() {
    let far = outcome(&room(&linear(&[0.2, 0.5, 0.9]), 0.8, 0.0, "Consensus")).depth;
    let near = outcome(&room(&linear(&[0.2, 0.5, 0.9]), 20.0, 0.0, "Consensus")).depth;
    assert!((near - 0.55).abs() < (far - 0.55).abs());
    // At c = 20 the formula of row 45 still lies .0061 short of the midpoint; a round moves demands by c/T.
    let expected = 0.2 + 20.2 * 0.7 / 41.1;
    assert!((near - expected).abs() <= STEP / 16.0 + 2.0 * 20.0 / f64::from(ROUNDS), "{near}");
}

/// Specification §5: consensus minus k is row 44 with the window of n − k ideals that agrees first.
#[test]
fn consensus_minus_one_leaves_the_laggard_behind() {
    let ideals = [0.1, 0.6, 0.7, 0.8];
    let found = outcome(&room(&linear(&ideals), 0.0, 0.0, "ConsensusMinus(1)"));
    // The window (.6, .7, .8) agrees at F* = .2/1.4, long before (.1, .6, .7).
    assert_near(found.depth, 2.0 * 0.6 * 0.8 / 1.4, "x* without the laggard");
    assert_near(f64::from(found.round) / f64::from(ROUNDS), 0.2 / 1.4, "F* without the laggard");
}

/// The room of these parties as shipped: T = 60, steps of .05, vague words allowed.
fn as_shipped(parties: &[(f64, f64)], failure: f64, isolation: f64, rule: &str) -> Outcome {
    let mut scenario = room(parties, failure, isolation, rule);
    let defaults = plenary::protocol::ChairRevisions::default();
    let chair = scenario.protocol.chair_mut().expect("a chair that revises");
    (chair.rounds, chair.step, chair.moves) = (defaults.rounds, defaults.step, defaults.moves);
    assert_eq!(
        (chair.rounds, chair.step, chair.max_width),
        (60, 0.05, 0.4),
        "the bounds below are for these"
    );
    assert!(chair.moves.contains(&plenary::protocol::Move::Merge));
    outcome(&scenario)
}

/// Rows 44–46 as shipped: the middle of the text lies within a step (.05) of the limit, and it is adopted at most .04/(M + m) before
/// F* and at most two rounds after. Derived: words of width w are worth at most .05 w to anybody (θ w/2 saved, κ_a w paid), so .02 at
/// the greatest width; a round of concession moves what the extremes bear by (M + c)/T, at most .024 here; and the finest step is
/// .05/16. Together .047.
#[test]
fn rows_44_to_46_as_shipped() {
    let within = |found: &Outcome, expected: f64, what: &str| {
        assert!(found.conclusion.adopted(), "{what}");
        assert!((found.depth - expected).abs() <= 0.05, "{what}: {} instead of {expected}", found.depth);
    };
    for ideals in [[0.2, 0.5, 0.9], [0.1, 0.3, 0.4], [0.3, 0.35, 0.95], [0.05, 0.9, 1.0]] {
        let (m, big) = (ideals[0], ideals[2]);
        let found = as_shipped(&linear(&ideals), 0.0, 0.0, "Consensus");
        within(&found, 2.0 * m * big / (m + big), &format!("{ideals:?}"));
        let (when, limit) = (f64::from(found.round) / 60.0, (big - m) / (big + m));
        let earliest = limit - 0.04 / (big + m) - 1e-9;
        assert!((earliest..=limit + 2.0 / 60.0).contains(&when), "{ideals:?}: F* {when} instead of {limit}");
    }
    let (m, big) = (0.2, 0.9);
    for c in [0.05, 0.2, 0.5] {
        let found = as_shipped(&linear(&[m, 0.5, big]), c, 0.0, "Consensus");
        within(&found, m + (m + c) * (big - m) / (big + m + 2.0 * c), &format!("c = {c}"));
    }
    for chi in [0.02, 0.1, 0.3] {
        let found = as_shipped(&linear(&[m, 0.5, big]), 0.0, chi, "Consensus");
        within(&found, (2.0 * m * big + chi * (big - m)) / (m + big), &format!("χ = {chi}"));
    }
    for (beta, x) in [(0.5, 0.291_443), (0.2, 0.241_831), (0.1, 0.213_362), (0.02, 0.200_001)] {
        let found = as_shipped(&[(0.2, beta), (0.5, 1.0), (0.9, 1.0)], 0.0, 0.0, "Consensus");
        within(&found, x, &format!("β = {beta}"));
    }
    let found = as_shipped(&linear(&[0.1, 0.6, 0.7, 0.8]), 0.0, 0.0, "ConsensusMinus(1)");
    within(&found, 2.0 * 0.6 * 0.8 / 1.4, "consensus minus one");
}

/// Convergence in T and in the step: clear texts, row 44. The text of (.2, .5, .9) lies in [M(1 − F), m(1 + F)] for some F between F*
/// and F* + 1/T, up to the finest step, so within M/T + δ/16 of the limit; the moment within a round, and another for the step.
#[test]
fn convergence_in_rounds_and_in_the_step() {
    let (m, big) = (0.2, 0.9);
    let limit = (2.0 * m * big / (m + big), (big - m) / (big + m));
    for rounds in [15, 30, 60, 240, 960, 3_840] {
        for step in [0.1, 0.05, 0.02, 0.005] {
            let mut scenario = room(&linear(&[m, 0.5, big]), 0.0, 0.0, "Consensus");
            let chair = scenario.protocol.chair_mut().expect("a chair that revises");
            (chair.rounds, chair.step) = (rounds, step);
            let found = outcome(&scenario);
            let t = f64::from(rounds);
            let (off, late) = ((found.depth - limit.0).abs(), f64::from(found.round) / t - limit.1);
            let finest = step / 16.0;
            assert!(off <= big / t + finest + 1e-9, "T = {rounds}, δ = {step}: {} off by {off}", found.depth);
            assert!(
                (-1e-9..=1.0 / t + finest / m + 1e-9).contains(&late),
                "T = {rounds}, δ = {step}: late by {late}"
            );
        }
    }
}

/// Convergence in moves, on the flagship: on the same 400 draws the chair as shipped, which makes at most a hundred moves in the first
/// round and twelve in each later one, ends as deep on average as with a hundred in each, within .002; with one move a round it does
/// not, so that a limited chair is a treatment.
#[test]
fn convergence_in_moves() {
    let mean = |moves: Option<u32>| {
        let mut scenario = crate::support::flagship();
        let chair = scenario.protocol.chair_mut().expect("a chair that revises");
        chair.moves_per_round = moves;
        let model = Model::compile(&scenario).expect("sound");
        let mut negotiator = Negotiator::new(&model, 1);
        (0..400).map(|replicate| negotiator.negotiate(replicate, &mut ()).realised_depth).sum::<f64>() / 400.0
    };
    let [one, shipped, hundred] = [Some(1), None, Some(100)].map(mean);
    assert!((shipped - hundred).abs() <= 0.002, "{shipped} {hundred}");
    assert!((one - hundred).abs() > 0.002, "{one} {hundred}");
}
