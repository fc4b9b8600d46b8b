//! One clause on its own: winsets, cores, setters and the deepest text a rule carries (oracles.md rows 1, 2, 4, 5, 7, 9).
//! Statistical rows: means of independent draws within four standard errors, so that a sound engine would fail one run
//! in 16,000, and never with these seeds.

use plenary::{
    benchmark::{ClauseVote, Voter},
    preference::Loss,
    study::statistics::Moments,
    voting::{DecisionRule, VotingWeight, WeightedMajority},
};
use proptest::{collection::vec, prelude::*};

use crate::support::{thousand_cases, uniform};

fn voters(ideals: &[f64], loss: Loss) -> Vec<Voter> {
    let voter =
        |p: &f64| Voter { ideal: Some(*p), loss, voting_weight: VotingWeight::default(), present: true };
    ideals.iter().map(voter).collect()
}

fn quota(quota: usize) -> DecisionRule {
    DecisionRule::weighted_majority(WeightedMajority { quota: quota as u64, members: None, population: None })
}

fn line(ideals: &[f64], rule: DecisionRule) -> ClauseVote {
    ClauseVote::new(voters(ideals, Loss::CityBlock), rule)
}

fn sorted(ideals: &[f64]) -> Vec<f64> {
    let mut sorted = ideals.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// The mean of so many draws lies within four standard errors of what it should be.
fn assert_mean(draws: u32, expected: f64, what: &str, mut draw: impl FnMut() -> f64) {
    let mut moments = Moments::default();
    let mut squares = 0.0;
    let mut sum = 0.0;
    for _ in 0..draws {
        let x = draw();
        moments.add(x);
        sum += x;
        squares += x * x;
    }
    let (n, mean) = (f64::from(draws), sum / f64::from(draws));
    let error = ((squares / n - mean * mean) / n).sqrt();
    assert!((mean - expected).abs() <= 4.0 * error + 1e-12, "{what}: {mean} ± {error} instead of {expected}");
    assert!((moments.mean().mean.expect("drawn") - mean).abs() < 1e-12);
}

/// Row 4 [Romer & Rosenthal 1978]: the median at .5, the setter at .9; with q = 0, .2, .6, .95 she gets .9, .8, .6, .9.
#[test]
fn row_4_the_setter() {
    let electorate = line(&[0.3, 0.5, 0.7], DecisionRule::simple_majority());
    for (q, gets) in [(0.0, 0.9), (0.2, 0.8), (0.6, 0.6), (0.95, 0.9)] {
        assert_eq!(electorate.setter_proposal(q, 0.9, Loss::CityBlock), gets, "q {q}");
    }
}

/// Row 5: the same under unanimity, q = 0, the setter at 1, uniform ideals: E[min(1, 2·min p)] = 2(1 − 2^{−(n+1)})/(n+1).
/// It is also the probability that a text drawn evenly is accepted by all.
#[test]
fn row_5_the_setter_under_unanimity() {
    for (n, expected) in [(1, 0.75), (2, 0.583_333_333_333), (5, 0.328_125)] {
        let formula = 2.0 * (1.0 - 0.5_f64.powi(n + 1)) / f64::from(n + 1);
        assert!((formula - expected).abs() < 1e-9);
        let mut draw = uniform(5);
        let mut ideals = || (0..n).map(|_| draw()).collect::<Vec<f64>>();
        assert_mean(20_000, formula, "the setter", || {
            line(&ideals(), DecisionRule::unanimity()).setter_proposal(0.0, 1.0, Loss::CityBlock)
        });
        let mut text = uniform(6);
        assert_mean(20_000, formula, "accepted by all", || {
            f64::from(u8::from(line(&ideals(), DecisionRule::unanimity()).beats(text(), 0.0)))
        });
    }
}

/// Row 7: with uniform acceptance ceilings (ideals uniform on [0, ½], q = 0) the deepest text that η of n accept lies at
/// (n−η+1)/(n+1); under consensus minus k at (k+1)/(n+1). n = 193: unanimity 1/194, two thirds .335052, half .5.
#[test]
fn row_7_the_deepest_text_a_rule_carries() {
    let mean = |draws: u32, n: usize, rule: &DecisionRule, expected: f64| {
        let mut draw = uniform(7);
        assert_mean(draws, expected, &format!("{rule}"), || {
            let ideals: Vec<f64> = (0..n).map(|_| draw() / 2.0).collect();
            line(&ideals, rule.clone()).deepest(0.0).0
        });
    };
    for (n, needed) in [(5, 3), (5, 5), (9, 6)] {
        mean(5_000, n, &quota(needed), (n - needed + 1) as f64 / (n + 1) as f64);
    }
    for k in 0..4 {
        mean(5_000, 10, &DecisionRule::consensus_minus(k), (k + 1) as f64 / 11.0);
    }
    let two_thirds = DecisionRule::two_thirds_of_members();
    for (rule, expected) in [
        (DecisionRule::unanimity(), 1.0 / 194.0),
        (two_thirds, 0.335_052),
        (DecisionRule::absolute_majority(), 0.5),
    ] {
        mean(400, 193, &rule, expected);
    }
}

/// Row 8: with uniform ceilings a text of depth z is accepted by all with probability (1−z)^n.
#[test]
fn row_8_a_given_depth() {
    for (n, z) in [(3, 0.2_f64), (5, 0.1), (2, 0.7)] {
        let mut draw = uniform(8);
        assert_mean(20_000, (1.0 - z).powi(n), "accepted by all", || {
            let ideals: Vec<f64> = (0..n).map(|_| draw() / 2.0).collect();
            f64::from(u8::from(line(&ideals, DecisionRule::unanimity()).deepest(0.0).0 >= z))
        });
    }
}

/// Row 9: q and ideals uniform: something beats q with probability 2/(n+1) under unanimity, min(1, 2(n−η+1)/(n+1)) with a
/// quota η > n/2: (5,5) ⅓, (5,4) ⅔, (9,6) .8.
#[test]
fn row_9_how_often_anything_beats_what_holds() {
    for (n, needed, expected) in [(5, 5, 1.0 / 3.0), (5, 4, 2.0 / 3.0), (9, 6, 0.8), (5, 3, 1.0)] {
        let mut draw = uniform(9);
        assert_mean(20_000, expected, &format!("{needed} of {n}"), || {
            let ideals: Vec<f64> = (0..n).map(|_| draw()).collect();
            f64::from(u8::from(!line(&ideals, quota(needed)).winset(draw()).is_empty()))
        });
    }
}

/// A voter abstains where the clause does not concern it, and is not counted where it is away.
#[test]
fn the_unconcerned_and_the_absent() {
    let mut room = voters(&[0.2, 0.6, 0.9], Loss::CityBlock);
    room[0].ideal = None;
    assert_eq!(ClauseVote::new(room.clone(), DecisionRule::consensus()).core(), Some((0.6, 0.9)));
    assert_eq!(
        ClauseVote::new(room.clone(), DecisionRule::unanimity()).core(),
        Some((0.0, 1.0)),
        "it never says yes"
    );
    room[0] = Voter { present: false, ideal: Some(0.2), ..room[0].clone() };
    assert_eq!(ClauseVote::new(room, DecisionRule::consensus()).core(), Some((0.6, 0.9)));
}

/// How much two voters' dislike of what goes too far matters: with κ⁺ = 2, κ⁻ = 1 a voter at .4 takes .6 for 0.
#[test]
fn asymmetric_losses() {
    let loss = Loss::Asymmetric { over: 2.0, under: 1.0 };
    let one = ClauseVote::new(voters(&[0.4], loss), DecisionRule::unanimity());
    let winset = one.winset(0.0);
    assert_eq!(winset.len(), 1);
    assert!((winset[0].0 - 0.0).abs() < 1e-15 && (winset[0].1 - 0.6).abs() < 1e-15, "{winset:?}");
}

fn losses() -> impl Strategy<Value = Loss> {
    prop_oneof![
        Just(Loss::CityBlock),
        Just(Loss::Quadratic),
        (0.2..3.0, 0.2..3.0).prop_map(|(over, under)| Loss::Asymmetric { over, under }),
    ]
}

fn rules() -> impl Strategy<Value = DecisionRule> {
    prop_oneof![
        Just(DecisionRule::consensus()),
        (0..3_u64).prop_map(DecisionRule::consensus_minus),
        Just(DecisionRule::simple_majority()),
        Just(DecisionRule::two_thirds()),
        Just(DecisionRule::unanimity()),
        Just(DecisionRule::absolute_majority()),
    ]
}

proptest! {
    #![proptest_config(thousand_cases())]

    /// Row 1 [Black 1948]: the median is the Condorcet winner; with an even number, whatever lies between the middle two.
    #[test]
    fn row_1_the_median_voter(ideals in vec(0.0..1.0, 1..10), other in 0.0..1.0_f64) {
        let n = ideals.len();
        let order = sorted(&ideals);
        let (low, high) = (order[(n - 1) / 2], order[n / 2]);
        let room = line(&ideals, DecisionRule::simple_majority());
        prop_assert_eq!(room.core(), Some((low, high)));
        if n % 2 == 1 && (other - low).abs() > 1e-9 {
            prop_assert!(room.beats(low, other), "the median beats {}", other);
        }
    }

    /// Row 2: the core under a quota η > n/2 is [p_(n−η+1), p_(η)]; under unanimity [p_(1), p_(n)].
    #[test]
    fn row_2_the_core_of_a_quota(ideals in vec(0.0..1.0, 1..12), above in 0.0..1.0) {
        let n = ideals.len();
        let needed = (n / 2 + 1) + (above * (n - n / 2) as f64) as usize;
        let order = sorted(&ideals);
        prop_assert_eq!(line(&ideals, quota(needed)).core(), Some((order[n - needed], order[needed - 1])));
    }

    /// The winset, asked point by point by the definition of a vote, and the core as the points with an empty one.
    #[test]
    fn winsets_and_cores_by_brute_force(
        ideals in vec(0.0..1.0, 1..7), q in 0.0..1.0, loss in losses(), rule in rules()
    ) {
        let room = ClauseVote::new(voters(&ideals, loss), rule.clone());
        let carried = |y: f64, x: f64| {
            let (yes, no) = ideals.iter().fold((0, 0), |(yes, no), &p| {
                let gain = loss.at(x, p) - loss.at(y, p);
                if gain > 0.0 { (yes + 1, no) } else if gain < 0.0 { (yes, no + 1) } else { (yes, no) }
            });
            let abstain = ideals.len() as u64 - yes - no;
            rule.carries(&plenary::voting::Tally::heads(yes, no, abstain, 0))
        };
        let winset = room.winset(q);
        for k in 0..=200 {
            let y = f64::from(k) / 200.0;
            let near_an_end = winset.iter().any(|(a, b)| (y - a).abs() < 1e-9 || (y - b).abs() < 1e-9);
            let within = winset.iter().any(|(a, b)| (*a..=*b).contains(&y));
            prop_assert!(near_an_end || within == carried(y, q), "{} against {} in {:?}", y, q, winset);
        }
        let core = room.core();
        let is_core = |x: f64| core.is_some_and(|(low, high)| (low..=high).contains(&x));
        let beaten = (0..=200).any(|k| carried(f64::from(k) / 200.0, q));
        prop_assert!(!beaten || !is_core(q), "{} is beaten and in the core {:?}", q, core);
        if !is_core(q) {
            prop_assert!(!winset.is_empty(), "{} is outside the core {:?}", q, core);
        }
    }

    /// The setter gets the best of what a vote would put in the place of q.
    #[test]
    fn the_setter_by_brute_force(ideals in vec(0.0..1.0, 1..7), q in 0.0..1.0, setter in 0.0..1.0_f64, rule in rules()) {
        let room = line(&ideals, rule);
        let best = room.setter_proposal(q, setter, Loss::CityBlock);
        let on_the_grid = (0..=1000).map(|k| f64::from(k) / 1000.0).filter(|&y| room.beats(y, q));
        let by_force = on_the_grid.map(|y| (y - setter).abs()).fold((q - setter).abs(), f64::min);
        prop_assert!((best - setter).abs() <= by_force + 1e-9);
        prop_assert!((best - setter).abs() >= by_force - 1e-3 - 1e-9 || room.beats(best, q) || winset_end(&room, q, best));
    }

    /// A higher quota never lets more in.
    #[test]
    fn a_higher_quota_never_enlarges_the_winset(ideals in vec(0.0..1.0, 2..9), x in 0.0..1.0, y in 0.0..1.0) {
        let carried: Vec<bool> = (1..=ideals.len()).map(|needed| line(&ideals, quota(needed)).beats(y, x)).collect();
        prop_assert!(carried.windows(2).all(|pair| pair[0] || !pair[1]), "{:?}", carried);
    }
}

/// Whether a point ends a stretch of the winset.
fn winset_end(room: &ClauseVote, q: f64, x: f64) -> bool {
    room.winset(q).iter().any(|(a, b)| x == *a || x == *b)
}
