//! A priori voting power against published and independently computed values: rows 23 and 28–34 of oracles.md.
//! Fractions are compared exactly.

use plenary::{
    analysis::Voting,
    benchmark::power::{Exact, PowerError, PowerIndices, SimpleGame, WeightedGame},
    scenario::Scenario,
    voting::{Base, DecisionRule, Share, Tally, Test, Unit, Vote, VotingWeight},
};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::support::{plenary, printed, thousand_cases};

fn weighted(quota: u64, weights: &[u64]) -> WeightedGame {
    WeightedGame::new(quota, weights).expect("a sound game")
}

fn power(quota: u64, weights: &[u64]) -> PowerIndices {
    weighted(quota, weights).power().expect("small enough to count")
}

/// Fractions over one denominator.
fn over(den: u64, nums: &[u64]) -> Vec<Exact> {
    nums.iter().map(|&num| Exact::new(num, den)).collect()
}

/// Each value repeated as often as it says.
fn groups(values: &[(usize, Exact)]) -> Vec<Exact> {
    let group = |(members, value): &(usize, Exact)| vec![value.clone(); *members];
    values.iter().flat_map(group).collect()
}

/// The Security Council: nine of fifteen with the five permanent members, as weights 7 and 1 (Charter Art. 27(3)).
fn security_council() -> PowerIndices {
    let weights = [vec![7; 5], vec![1; 10]].concat();
    power(39, &weights)
}

/// Row 23. Nakamura (1979): ⌈n/(n−η)⌉ for equal members and a quota η; simple majority 3 (n = 4: 4); a veto: none.
#[test]
fn row_23_nakamura_numbers() {
    for n in 2..=30_usize {
        for quota in n / 2 + 1..n {
            let game = weighted(quota as u64, &vec![1; n]);
            let expected = n.div_ceil(n - quota);
            assert_eq!(game.nakamura(), Ok(Some(expected)), "{quota} of {n}");
        }
        assert_eq!(weighted(n as u64, &vec![1; n]).nakamura(), Ok(None), "unanimity of {n}");
    }
    for n in 3..=25_usize {
        let majority = weighted((n / 2 + 1) as u64, &vec![1; n]).nakamura();
        assert_eq!(majority, Ok(Some(if n == 4 { 4 } else { 3 })), "majority of {n}");
    }
    let vetoer = weighted(51, &[50, 49, 1]).nakamura();
    assert_eq!(vetoer, Ok(None), "the largest is in every winning coalition");
    let assembly = weighted(129, &[1; 193]).nakamura();
    assert_eq!(assembly, Ok(Some(4)), "two thirds of 193: ⌈193/64⌉");
}

/// Row 28. Shapley & Shubik (1954) for eleven members; the fifteen since 1965 (computed).
#[test]
fn row_28_security_council_shapley_shubik() {
    let expected = groups(&[(5, Exact::new(421, 2145)), (10, Exact::new(4, 2145))]);
    assert_eq!(security_council().shapley_shubik(), expected);

    let with_vetoes = weighted(9, &[1; 15]).with_vetoes(&[0, 1, 2, 3, 4]).unwrap();
    assert_eq!(with_vetoes.power().unwrap().shapley_shubik(), expected, "vetoes as such");
    assert_eq!(security_council().blockers(), [0, 1, 2, 3, 4]);

    let before_1965 = weighted(7, &[1; 11]).with_vetoes(&[0, 1, 2, 3, 4]).unwrap();
    let expected = groups(&[(5, Exact::new(76, 385)), (6, Exact::new(1, 462))]);
    assert_eq!(before_1965.power().unwrap().shapley_shubik(), expected);
}

/// Row 29 (computed).
#[test]
fn row_29_security_council_banzhaf() {
    let expected = groups(&[(5, Exact::new(106, 635)), (10, Exact::new(21, 1270))]);
    assert_eq!(security_council().banzhaf_normalised(), expected);
}

/// Row 30. The Council of the six, 1958: Germany, France, Italy, Belgium, the Netherlands, Luxembourg. Brams &
/// Affuso (1976): Luxembourg never turned a vote.
#[test]
fn row_30_council_of_the_six() {
    let council = power(12, &[4, 4, 4, 2, 2, 1]);
    assert_eq!(council.banzhaf_normalised(), over(21, &[5, 5, 5, 3, 3, 0]));
    assert_eq!(council.shapley_shubik(), over(60, &[14, 14, 14, 9, 9, 0]));
    assert!(council.banzhaf()[5].is_zero(), "exactly 0");
    assert_eq!(council.dummies(), [5]);
}

/// Row 31. The Council of the nine, 1973 (computed): four with 10 votes, two with 5, two with 3, Luxembourg with 2.
#[test]
fn row_31_council_of_the_nine() {
    let council = power(41, &[10, 10, 10, 10, 5, 5, 3, 3, 2]);
    let shapley =
        [(4, Exact::new(5, 28)), (2, Exact::new(17, 210)), (2, Exact::new(2, 35)), (1, Exact::new(1, 105))];
    assert_eq!(council.shapley_shubik(), groups(&shapley));
    let banzhaf = over(317, &[53, 53, 53, 53, 29, 29, 21, 21, 5]);
    assert_eq!(council.banzhaf_normalised(), banzhaf);
}

/// Row 32 (computed). Shapley & Shubik (1954) posed it: the President with half of each chamber, or two thirds of
/// each without; no Vice-President to break ties.
#[test]
fn row_32_the_federal_system_of_the_united_states() {
    let federal = SimpleGame::of_classes(&[1, 100, 435], |yes| {
        yes[0] == 1 && yes[1] >= 51 && yes[2] >= 218 || yes[1] >= 67 && yes[2] >= 290
    })
    .unwrap();
    let shapley = federal.power().unwrap().shapley_shubik();
    for (member, expected) in [(0, 0.160_470), (1, 0.004_374), (101, 0.000_924)] {
        assert!((shapley[member].to_f64() - expected).abs() < 1e-6, "{member}");
    }
    assert_eq!(shapley.into_iter().sum::<Exact>(), Exact::new(1, 1));
    // By hand: those outside a winning coalition are at most the President with 33 + 145, or 49 + 217: two such
    // coalitions leave out at most 98 senators, and 49 + 49 + 33, 217 + 217 + 145 cover both chambers.
    assert_eq!(federal.nakamura(), Ok(Some(3)));
}

/// Row 33. Coleman's power to act (computed).
#[test]
fn row_33_power_to_act() {
    assert_eq!(security_council().power_to_act(), Exact::new(848, 1 << 15));
    assert_eq!(power(12, &[4, 4, 4, 2, 2, 1]).power_to_act(), Exact::new(7, 32));
    for n in 1..=60 {
        let unanimity = power(n, &vec![1; usize::try_from(n).unwrap()]);
        assert_eq!(unanimity.power_to_act(), Exact::new(1, 1 << n));
    }
    let assembly = power(129, &[1; 193]);
    let to_act = assembly.power_to_act().to_f64();
    assert!((to_act - 1.669_84e-6).abs() < 5e-12, "{to_act}");
}

/// Two thirds of 193 equal members: equal shares, and the chance that exactly 128 of 192 others agree.
#[test]
fn an_assembly_of_equals() {
    let assembly = power(129, &[1; 193]);
    assert_eq!(assembly.shapley_shubik(), over(193, &[1; 193]));
    assert_eq!(assembly.banzhaf_normalised(), over(193, &[1; 193]));
    let tosses = (1..=128_i32).fold(2.0_f64.powi(-192), |p, k| p * f64::from(193 - k) / f64::from(k));
    assert!((assembly.banzhaf()[0].to_f64() / tosses - 1.0).abs() < 1e-12);
    assert!(assembly.blockers().is_empty() && assembly.dummies().is_empty());
}

/// Row 34. Banzhaf's point (1965), in the usual textbook numbers: one vote counts as much as 49.
#[test]
fn row_34_weight_is_not_power() {
    let company = power(51, &[50, 49, 1]);
    assert_eq!(company.banzhaf_normalised(), over(5, &[3, 1, 1]));
    assert_eq!(company.shapley_shubik(), over(6, &[4, 1, 1]));
    assert_eq!(company.banzhaf(), over(4, &[3, 1, 1]), "absolute: 3, 1, 1 of 4 coalitions of others");
}

fn country(population: u64) -> VotingWeight {
    VotingWeight { population, ..VotingWeight::default() }
}

fn share_of(unit: Unit, at_least: Share) -> Test {
    Test::share(unit, Base::default(), at_least)
}

/// A decision rule is the game its ballots make of it: the Security Council once more, by Charter Art. 27(3).
#[test]
fn a_rule_with_vetoes_as_a_game() {
    let rule = DecisionRule { tests: vec![share_of(Unit::Heads, Share(9, 15))], ..DecisionRule::default() };
    let members: Vec<VotingWeight> = (0..15).map(|i| VotingWeight { veto: i < 5, ..country(1) }).collect();
    let game = SimpleGame::of_rule(&rule, &members).unwrap();
    assert_eq!(game.power(), Ok(security_council()));
    assert_eq!(game.nakamura(), Ok(None));
}

/// The Union's qualified majority (TEU Art. 16(4)), 27 members with made-up populations: 55 % of members, 65 % of
/// inhabitants, and four at least to block. Too many coalitions to enumerate.
#[test]
fn a_double_majority_with_a_blocking_minority() {
    let rule = |blocking_minority| DecisionRule {
        tests: vec![share_of(Unit::Heads, Share(55, 100)), share_of(Unit::Population, Share(65, 100))],
        blocking_minority,
        ..DecisionRule::default()
    };
    let members: Vec<VotingWeight> = (1..=27).map(|k| country(k * k / 2 + 1)).collect();
    let of = |least| SimpleGame::of_rule(&rule(least), &members).unwrap().power().unwrap();
    let (with, without) = (of(Some(4)), of(None));
    assert_eq!(with.shapley_shubik().into_iter().sum::<Exact>(), Exact::new(1, 1));
    assert!(with.power_to_act() >= without.power_to_act());
    let shares = with.shapley_shubik();
    assert!(shares.is_sorted(), "the larger, the more powerful");
}

#[test]
fn bad_input_is_an_error() {
    use PowerError::{
        EmptyWins, NoMembers, NoSuchMember, NotMonotone, NothingWins, QuotaAboveTotal, QuotaZero, TooLarge,
        TooManyMembers, WeightOverflow, WrongLength,
    };
    let new = |quota, weights: &[u64]| WeightedGame::new(quota, weights).unwrap_err();
    assert_eq!(new(1, &[]), NoMembers);
    assert_eq!(new(0, &[1, 1]), QuotaZero);
    assert_eq!(new(3, &[1, 1]), QuotaAboveTotal { quota: 3, total: 2 });
    assert_eq!(new(1, &[u64::MAX, 1]), WeightOverflow);
    let pair = || weighted(1, &[1, 1]);
    let short = WrongLength { weights: 1, members: 2 };
    assert_eq!(pair().and(1, &[1]).unwrap_err(), short);
    let nobody = NoSuchMember { member: 2, members: 2 };
    assert_eq!(pair().with_vetoes(&[2]).unwrap_err(), nobody);

    let any = |_: u32| true;
    assert_eq!(SimpleGame::enumerated(0, any).unwrap_err(), NoMembers);
    let many = TooManyMembers { members: 21, most: 20 };
    assert_eq!(SimpleGame::enumerated(21, any).unwrap_err(), many);
    assert_eq!(SimpleGame::enumerated(2, any).unwrap_err(), EmptyWins);
    assert_eq!(SimpleGame::enumerated(2, |_| false).unwrap_err(), NothingWins);
    let odd = SimpleGame::enumerated(3, |yes| yes.count_ones() % 2 == 1).unwrap();
    assert_eq!(odd.power().unwrap_err(), NotMonotone);
    assert_eq!(odd.power_by_enumeration().unwrap_err(), NotMonotone);
    assert_eq!(odd.nakamura().unwrap_err(), NotMonotone);

    let crowd = SimpleGame::of_classes(&[usize::MAX, 1], |yes| yes[0] > 0);
    assert!(matches!(crowd.unwrap_err(), TooManyMembers { .. }));
    let powers_of_two: Vec<u64> = (0..40).map(|i| 1 << i).collect();
    assert_eq!(weighted(1 << 39, &powers_of_two).power().unwrap_err(), TooLarge);
    let impossible = DecisionRule {
        tests: vec![Test { strict: true, ..share_of(Unit::Heads, Share(1, 1)) }],
        ..DecisionRule::default()
    };
    let game = SimpleGame::of_rule(&impossible, &[country(1)]);
    assert_eq!(game.unwrap_err(), NothingWins);
    let vast = SimpleGame::of_rule(
        &DecisionRule::simple_majority(),
        &[VotingWeight { heads: u64::MAX, ..country(1) }; 2],
    );
    assert_eq!(vast.unwrap_err(), WeightOverflow);
}

/// Twenty-eight members of irregular weight and population, as in the EU's Council: too many coalitions to ask one by
/// one, too many sums to tabulate. Of an odd total exactly one of a coalition and its complement has more than half of
/// the population: half of all coalitions carry. Shares add up to one, and more inhabitants never mean less power.
#[test]
fn twenty_eight_irregular_members_by_halves() {
    let members: Vec<VotingWeight> =
        (0..28_u64).map(|k| country(1_000_003 * (k + 1) + k * k * 7_919 + k / 27)).collect();
    let half = |unit| Test { strict: true, ..Test::share(unit, Base::Members, Share(1, 2)) };
    let of = |tests: Vec<Test>| {
        let rule = DecisionRule { tests, ..DecisionRule::default() };
        SimpleGame::of_rule(&rule, &members).unwrap().power().unwrap()
    };
    let population = of(vec![half(Unit::Population)]);
    // No coalition has exactly half of an odd total: of each pair of complements one carries.
    let total: u64 = members.iter().map(|m| m.population).sum();
    assert_eq!(total % 2, 1, "made to be odd");
    assert_eq!(population.power_to_act(), Exact::new(1, 2));
    let shares = population.shapley_shubik();
    assert!(shares.is_sorted(), "the larger, the more powerful");
    assert_eq!(shares.into_iter().sum::<Exact>(), Exact::new(1, 1));
    let both = of(vec![half(Unit::Population), half(Unit::Heads)]);
    assert!(both.power_to_act() < Exact::new(1, 2));
}

/// Twenty members without a pattern: more sums than are worth tabulating, so every coalition is asked.
#[test]
fn twenty_members_by_enumeration() {
    let weights: Vec<u64> = (0..20).map(|i| 1 << i).collect();
    let binary = power((1 << 19) + 1, &weights);
    let halves: Vec<Exact> = binary.banzhaf();
    assert_eq!(halves[19], Exact::new((1 << 19) - 1, 1 << 19), "wins with anybody");
    assert_eq!(halves[0], Exact::new(1, 1 << 19), "decides only when just the largest is in");
    assert_eq!(binary.blockers(), [19]);
}

/// Twenty members in whom packing finds no order: every union of what winning coalitions leave out is tabulated.
#[test]
fn nakamura_number_of_twenty_unlike_members() {
    let weights: Vec<u64> = (0..20).map(|i| 1000 + 137 * i * i % 501).collect();
    let total: u64 = weights.iter().sum();
    // Four parts below a quarter cannot cover all; that five can was found by packing over all subsets, apart.
    let game = weighted((3 * total).div_ceil(4), &weights);
    assert!(!total.is_multiple_of(4));
    assert_eq!(game.nakamura(), Ok(Some(5)));
}

/// A weighted game of 1 to `most` members with one or two quotas and perhaps a veto.
fn games(most: usize) -> impl Strategy<Value = WeightedGame> {
    let count = move |n: usize| {
        vec(0..6_u64, n)
            .prop_filter("some weight", |w| w.iter().sum::<u64>() > 0)
            .prop_flat_map(|w| (1..=w.iter().sum::<u64>(), Just(w)))
    };
    (1..=most).prop_flat_map(move |n| {
        let veto = prop_oneof![3 => Just(None), 1 => (0..n).prop_map(Some)];
        (count(n), proptest::option::of(count(n)), veto).prop_map(|((quota, weights), also, veto)| {
            let game = weighted(quota, &weights);
            let game = match also {
                Some((quota, weights)) => game.and(quota, &weights).unwrap(),
                None => game,
            };
            let vetoes: Vec<usize> = veto.into_iter().collect();
            game.with_vetoes(&vetoes).unwrap()
        })
    })
}

/// Whether each coalition carries, by its bits.
fn winning(game: &SimpleGame) -> Vec<bool> {
    let members: Vec<usize> = (0..game.members()).collect();
    let coalition = |bits: usize| members.iter().copied().filter(move |i| bits >> i & 1 == 1);
    (0..1_usize << members.len()).map(|bits| game.carries(coalition(bits))).collect()
}

/// How often each member is pivotal, over all orders: the definition (Shapley & Shubik 1954).
fn pivots(wins: &[bool], n: usize) -> Vec<u64> {
    fn line_up(wins: &[bool], n: usize, before: usize, pivots: &mut [u64]) {
        for i in (0..n).filter(|i| before >> i & 1 == 0) {
            if wins[before | 1 << i] {
                let rest = n as u64 - 1 - u64::from(before.count_ones());
                pivots[i] += (1..=rest).product::<u64>();
            } else {
                line_up(wins, n, before | 1 << i, pivots);
            }
        }
    }
    let mut pivots = vec![0; n];
    line_up(wins, n, 0, &mut pivots);
    pivots
}

/// The fewest winning coalitions that share nobody: all families of one, two, … of them, by their intersections.
fn fewest_without_a_common_member(wins: &[bool], n: usize) -> Option<usize> {
    let coalitions: Vec<usize> = (0..wins.len()).filter(|&c| wins[c]).collect();
    let mut intersections = coalitions.clone();
    for k in 1..=n {
        if intersections.contains(&0) {
            return Some(k);
        }
        let mut next: Vec<usize> =
            intersections.iter().flat_map(|a| coalitions.iter().map(move |b| a & b)).collect();
        next.sort_unstable();
        next.dedup();
        intersections = next;
    }
    None
}

proptest! {
    #![proptest_config(thousand_cases())]

    /// Counting by sums is counting coalition by coalition; shares add up; a dummy has nothing.
    #[test]
    fn counting_by_sums_is_enumeration(game in games(10)) {
        let game = game.game().unwrap();
        let (fast, plain) = (game.power().unwrap(), game.power_by_enumeration().unwrap());
        prop_assert_eq!(fast.shapley_shubik(), plain.shapley_shubik());
        prop_assert_eq!(fast.banzhaf(), plain.banzhaf());
        prop_assert_eq!(fast.banzhaf_normalised(), plain.banzhaf_normalised());
        prop_assert_eq!(fast.power_to_act(), plain.power_to_act());
        prop_assert_eq!(fast.blockers(), plain.blockers());
        prop_assert_eq!(fast.dummies(), plain.dummies());
        prop_assert_eq!(game.nakamura(), game.nakamura_by_enumeration());
        let one = Exact::new(1, 1);
        prop_assert_eq!(fast.shapley_shubik().into_iter().sum::<Exact>(), one.clone());
        prop_assert_eq!(fast.banzhaf_normalised().into_iter().sum::<Exact>(), one);
        for i in 0..game.members() {
            let dummy = fast.dummies().contains(&i);
            prop_assert_eq!(dummy, fast.shapley_shubik()[i].is_zero());
            prop_assert_eq!(dummy, fast.banzhaf()[i].is_zero());
        }
    }

    /// The indices and Nakamura's number are what their definitions say.
    #[test]
    fn the_indices_are_their_definitions(game in games(6)) {
        let game = game.game().unwrap();
        let n = game.members();
        let wins = winning(&game);
        let power = game.power().unwrap();
        prop_assert_eq!(power.shapley_shubik(), over((1..=n as u64).product(), &pivots(&wins, n)));
        let swings = |i: usize| (0..wins.len()).filter(|c| c >> i & 1 == 0 && !wins[*c] && wins[c | 1 << i]).count();
        let swings: Vec<u64> = (0..n).map(|i| swings(i) as u64).collect();
        prop_assert_eq!(power.banzhaf(), over(1 << (n - 1), &swings));
        let vetoes: Vec<usize> = (0..n).filter(|i| (0..wins.len()).all(|c| !wins[c] || c >> i & 1 == 1)).collect();
        prop_assert_eq!(power.blockers(), vetoes.clone());
        let nakamura = game.nakamura().unwrap();
        prop_assert_eq!(nakamura.is_none(), !vetoes.is_empty());
        prop_assert_eq!(nakamura, fewest_without_a_common_member(&wins, n));
    }

    /// A rule's game carries exactly the coalitions whose ballot the rule carries.
    #[test]
    fn a_rules_game_is_the_rule(
        members in vec((1..3_u64, 0..9_u64, 0..5_u64, prop::bool::weighted(0.2), prop::bool::weighted(0.1)), 1..8),
        tests in vec((select(&Unit::ALL[..]), 1..=4_u64, any::<bool>(), any::<bool>()), 0..3),
        (no_at_most, blocking_minority) in (proptest::option::of(0..5_u64), proptest::option::of(1..5_u64)),
    ) {
        let members: Vec<VotingWeight> = members
            .into_iter()
            .map(|(heads, population, weight, veto, opted_out)| {
                VotingWeight { heads, population, weight, materiality: population + weight, veto, opted_out, ..VotingWeight::NOBODY }
            })
            .collect();
        let tests = tests.into_iter().map(|(unit, quarters, strict, of_all)| Test {
            strict,
            base: if of_all { Base::Members } else { Base::Participating },
            ..share_of(unit, Share(quarters, 4))
        });
        let rule = DecisionRule { tests: tests.collect(), no_at_most, blocking_minority, ..DecisionRule::default() };
        let carries = |coalition: usize| {
            let mut tally = Tally::default();
            for (i, member) in members.iter().enumerate() {
                tally.cast(if coalition >> i & 1 == 1 { Vote::Yes } else { Vote::No }, member);
            }
            rule.carries(&tally)
        };
        let verdicts: Vec<bool> = (0..1 << members.len()).map(carries).collect();
        match SimpleGame::of_rule(&rule, &members) {
            Err(error) => {
                prop_assert_eq!(error, PowerError::NothingWins);
                prop_assert!(!verdicts[verdicts.len() - 1]);
            }
            Ok(game) => {
                prop_assert_eq!(winning(&game), verdicts);
                let counted = game.power().unwrap();
                for other in [game.power_by_enumeration(), game.power_by_halves()] {
                    let other = other.unwrap();
                    prop_assert_eq!(counted.banzhaf(), other.banzhaf());
                    prop_assert_eq!(counted.shapley_shubik(), other.shapley_shubik());
                    prop_assert_eq!(counted.power_to_act(), other.power_to_act());
                }
            }
        }
    }
}

/// Sampled power lies within intervals about what is counted: of 30 counts and their sum none is off by more than five standard
/// deviations, as 1 in 50,000 such samples would be.
#[test]
fn sampled_power_is_near_what_is_counted() {
    let weights = [40, 31, 22, 15, 9, 9, 6, 4, 2, 1_u32];
    let wins = move |yes: u32| (0..10).filter(|i| yes >> i & 1 == 1).map(|i| weights[i]).sum::<u32>() >= 84;
    let game = SimpleGame::enumerated(10, wins).expect("a game");
    let (counted, sampled) = (game.power().expect("few"), game.sample_power());
    #[allow(clippy::cast_precision_loss)]
    let near = |count: u64, exact: f64| {
        let n = sampled.draws as f64;
        let spread = (exact * (1.0 - exact) / n).sqrt();
        assert!((count as f64 / n - exact).abs() <= 5.0 * spread, "{count} of {n} for {exact}");
    };
    for i in 0..10 {
        near(sampled.pivots[i], counted.shapley_shubik()[i].to_f64());
        near(sampled.swings[i], counted.banzhaf()[i].to_f64());
    }
    near(sampled.carried, counted.power_to_act().to_f64());
    assert_eq!(sampled.pivots.iter().sum::<u64>(), sampled.draws, "just one is pivotal in each order");
}

/// A body whose votes differ too much to be counted is estimated, with intervals, and the screen says so.
#[test]
fn a_fund_is_estimated() {
    let members: String =
        (0..60).map(|i| format!("\"M{i}\": (votes: {}), ", 1000 + 37 * i * i + 13 * i)).collect();
    let text = format!(
        "(format: 1, title: \"A fund\", clauses: {{}}, countries: {{{members}}}, rule: WeightedMajority(quota: 1500000))"
    );
    let scenario = Scenario::parse("fund", &text).expect("sound");
    let voting = Voting::under(&scenario, &scenario.rule.compile().0);
    let sampled = voting.sampled.as_ref().expect("too many sums to count");
    assert_eq!(sampled.members.len(), 60);
    assert!(voting.power.is_empty() && voting.power_to_act.is_none(), "nothing is said to be counted");
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("fund.ron");
    std::fs::write(&file, text).expect("written");
    let printed = printed(plenary(["analyse", &file.display().to_string()]));
    for words in ["Power is estimated", "95 % that none of them errs", "a text would carry in"] {
        assert!(
            printed.split_whitespace().collect::<Vec<_>>().join(" ").contains(words),
            "{words}: {printed}"
        );
    }
}
