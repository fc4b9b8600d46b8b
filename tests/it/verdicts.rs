//! Laws of verdicts: what the rule says of a ballot, and the outcome tree of a run (oracles.md, at its end).

use plenary::{
    outcome::{Conclusion, Facts, Label},
    scenario::{Scenario, Thresholds},
    voting::{
        Asks, Base, CoalitionOfTheWilling, DecisionRule, Gavel, Least, Quorum, Rule, SecurityCouncil, Share,
        Tally, Test, Unit, Vote, VotingWeight, WeightedMajority,
    },
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use crate::support::thousand_cases;

proptest! {
    #![proptest_config(thousand_cases())]

    /// A verdict is monotone: no text that carries is defeated by a No or an abstention that turns into a Yes.
    #[test]
    fn a_better_vote_never_defeats(rule in rules(), members in vec((voting_weight(), vote()), 1..12), who in 0..12_usize) {
        let who = who % members.len();
        let count = |turned: bool| {
            let mut tally = Tally::default();
            for (i, (member, vote)) in members.iter().enumerate() {
                let better = turned && i == who && *vote != Vote::Absent;
                tally.cast(if better { Vote::Yes } else { *vote }, member);
            }
            tally
        };
        prop_assert!(!rule.carries(&count(false)) || rule.carries(&count(true)), "{rule}");
    }
}

/// A text on which everything is half-way: a compromise, whatever the thresholds.
const COMPROMISE: Facts = Facts {
    conclusion: Conclusion::Consensus,
    departure: 0.3,
    outside: 0.0,
    index: Some(0.5),
    guaranteed_index: Some(0.5),
    laggard_bound: false,
    carved_salience: 0.0,
    ambition: true,
    depth_left: 0.3,
    depth: 0.3,
    reference: 0.6,
};

/// One branch of the outcome tree: its label, and what makes it hold.
type Branch = (Label, fn(&mut Facts));

/// The branches in the order of specification §2.4, each by the least that makes it hold there, so that a threshold moved by a
/// hair shows. The two ways to fail and the two ways to adopt that have a branch of their own exclude one another.
const TREE: [Branch; 9] = [
    (Label::WalkOut, |f| f.conclusion = Conclusion::WalkOut),
    (Label::Deadlock, |f| f.conclusion = Conclusion::Deadlock),
    (Label::Deferral, |f| f.departure = 0.01),
    (Label::CoalitionOfTheWilling, |f| {
        (f.conclusion, f.outside) = (Conclusion::Signed { signatories: 7 }, 0.1);
    }),
    (Label::ContestedVote, |f| f.conclusion = Conclusion::FallbackVote { no: 1, called: false }),
    (Label::Hollow, |f| (f.guaranteed_index, f.index) = (Some(0.8), Some(0.79))),
    (Label::CarveOut, |f| (f.carved_salience, f.depth_left) = (0.2, 0.5)),
    (Label::LowestCommonDenominator, |f| {
        (f.index, f.guaranteed_index, f.laggard_bound) = (Some(0.8), Some(0.8), true);
    }),
    (Label::Substantive, |f| f.depth = 0.55),
];

/// Each branch alone gives its label; of two that hold together the first of the tree does. (Where the later one undoes the
/// first, as a text cannot be both hollow and an LCD in its words, it is applied first.)
#[test]
fn the_first_branch_of_the_tree_that_holds() {
    let t = Thresholds::default();
    assert_eq!(COMPROMISE.label(&t), Label::Compromise);
    for (i, (first, holds)) in TREE.iter().enumerate() {
        let mut alone = COMPROMISE;
        holds(&mut alone);
        assert_eq!(alone.label(&t), *first, "{alone:?}");
        for (_, later) in &TREE[i + 1..] {
            let mut both = COMPROMISE;
            later(&mut both);
            holds(&mut both);
            assert_eq!(both.label(&t), *first, "{both:?}");
        }
    }
}

/// A hair short of each threshold the branch does not hold.
#[test]
fn a_hair_short_of_a_threshold() {
    let t = Thresholds::default();
    let short: [fn(&mut Facts); 11] = [
        |f| f.departure = 0.011,
        |f| (f.conclusion, f.outside) = (Conclusion::Signed { signatories: 7 }, 0.099),
        |f| f.outside = 0.5,
        |f| f.conclusion = Conclusion::FallbackVote { no: 0, called: true },
        |f| f.conclusion = Conclusion::Vote { no: 3 },
        |f| (f.guaranteed_index, f.index) = (Some(0.799), None),
        |f| (f.carved_salience, f.depth_left) = (0.199, 0.5),
        |f| (f.carved_salience, f.depth_left) = (0.2, 0.499),
        |f| (f.index, f.guaranteed_index) = (Some(0.9), Some(0.9)),
        |f| f.depth = 0.549,
        |f| (f.depth, f.ambition) = (0.6, false),
    ];
    for change in short {
        let mut facts = COMPROMISE;
        change(&mut facts);
        assert_eq!(facts.label(&t), Label::Compromise, "{facts:?}");
    }
}

/// A text at the lowest common denominator: bound by a laggard, Λ and Λ_G of 1.
#[test]
fn a_text_that_changes_nothing_is_no_lcd_text() {
    let t = Thresholds::default();
    let at_lcd = Facts { index: Some(1.0), guaranteed_index: Some(1.0), laggard_bound: true, ..COMPROMISE };
    assert!(at_lcd.is_lcd(&t) && at_lcd.is_lcd_in_substance(&t));
    let deferred = Facts { departure: 0.0, ..at_lcd };
    assert!(!deferred.is_lcd(&t) && !deferred.is_lcd_in_substance(&t));
    assert_eq!(deferred.label(&t), Label::Deferral);
    let failed = Facts { conclusion: Conclusion::Deadlock, ..at_lcd };
    assert!(!failed.is_lcd(&t) && !failed.is_lcd_in_substance(&t));
}

fn vote() -> impl Strategy<Value = Vote> {
    select(vec![Vote::Yes, Vote::Yes, Vote::No, Vote::Abstain, Vote::Absent])
}

fn voting_weight() -> impl Strategy<Value = VotingWeight> {
    let number = || prop_oneof![Just(0), Just(1), 0..1_500_000_000_u64];
    let numbers = (number(), number(), number());
    (numbers, prop::bool::weighted(0.2), prop::bool::weighted(0.1)).prop_map(
        |((population, weight, materiality), veto, opted_out)| VotingWeight {
            heads: 1,
            population,
            weight,
            materiality,
            veto,
            opted_out,
            ..VotingWeight::NOBODY
        },
    )
}

/// A share that can be reached: at most all, and less than all where more than it is needed.
fn share() -> impl Strategy<Value = (Share, bool)> {
    let strict = any::<bool>();
    prop_oneof![Just(2), Just(3), Just(100), 2..10_000_u64].prop_flat_map(move |whole| {
        strict.prop_flat_map(move |strict| {
            (0..=whole - u64::from(strict)).prop_map(move |part| (Share(part, whole), strict))
        })
    })
}

fn composed() -> impl Strategy<Value = DecisionRule> {
    let count = (0..6_u64, any::<bool>()).prop_map(|(count, strict)| (Least::Count(count), strict));
    let least = prop_oneof![3 => share().prop_map(|(share, strict)| (share.into(), strict)), 1 => count];
    let test = (
        select(Unit::ALL.to_vec()),
        select(vec![Base::PresentAndVoting, Base::Present, Base::Participating, Base::Members]),
        least,
    )
        .prop_map(|(unit, base, (at_least, strict))| Test { unit, base, at_least, strict });
    (
        select(vec![Asks::Objections, Asks::Silence, Asks::Votes]),
        option::of(share().prop_map(|(share, strict)| Quorum { share, strict })),
        option::of(0..5_u64),
        vec(test, 0..4),
        option::of(0..6_u64),
    )
        .prop_map(|(asks, quorum, no_at_most, tests, blocking_minority)| DecisionRule {
            asks,
            quorum,
            no_at_most,
            tests,
            blocking_minority,
            ..DecisionRule::default()
        })
}

/// Rules of every kind: the presets, what consensus falls back on, and composed ones.
fn rules() -> impl Strategy<Value = DecisionRule> {
    let preset = prop_oneof![
        6 => (0..5_u32).prop_map(Rule::ConsensusMinus),
        1 => Just(Rule::Consensus),
        1 => Just(Rule::SilenceProcedure),
        3 => (0..4_u32, share()).prop_map(|(objectors, (materiality, _))| Rule::ChairsGavel(Gavel { objectors, materiality })),
        1 => Just(Rule::Unanimity),
        1 => Just(Rule::UnanimityWithAbstention),
        1 => Just(Rule::SimpleMajority),
        1 => Just(Rule::TwoThirds),
        1 => Just(Rule::AbsoluteMajority),
        1 => Just(Rule::TwoThirdsOfMembers),
        2 => Just(Rule::DoubleMajority),
        1 => Just(Rule::ReinforcedDoubleMajority),
        2 => (0..9_u64, option::of(0..5_u64))
            .prop_map(|(quota, members)| Rule::WeightedMajority(WeightedMajority { quota, members, population: None })),
        2 => (1..9_u64).prop_map(|affirmative| Rule::SecurityCouncil(SecurityCouncil { affirmative, permanent: vec![] })),
        2 => (1..9_u64).prop_map(|signatories| {
            Rule::CoalitionOfTheWilling(CoalitionOfTheWilling { signatories, materiality: None })
        }),
    ];
    prop_oneof![
        1 => preset.prop_map(|rule| rule.compile().0),
        3 => composed(),
    ]
}

/// What a rule leaves out has the default that the guide states, and what it says is kept where a scenario is written.
#[test]
fn rules_are_written_as_they_are_read() {
    let with = |rule: &str| {
        let text = format!(
            "(format: 1, title: \"t\", clauses: {{\"c\": Ambition(status_quo: 0)}},
              countries: {{\"A\": (positions: {{\"c\": 1}}), \"B\": (positions: {{\"c\": 0}})}}, rule: {rule})"
        );
        let scenario = Scenario::parse("t", &text).expect("sound");
        let again = Scenario::parse("again", &scenario.as_file()).expect("what is written is sound");
        assert_eq!(again.rule, scenario.rule);
        scenario.rule
    };
    let full = "ConsensusThenVote(vote: TwoThirds, attempts: 3, every: 10, callable: true)";
    assert_eq!(with("ConsensusThenVote(vote: TwoThirds)"), with(full));
    for binds in ["Signatories", "Everyone"] {
        with(&format!("Composed(tests: [(at_least: 1)], binds: {binds})"));
    }
}
