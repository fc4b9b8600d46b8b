//! Laws of verdicts: what the rule says of a ballot, and the outcome tree of a run (oracles.md, at its end).

use plenary::{
    outcome::{Conclusion, Facts, Label},
    scenario::Thresholds,
    voting::{
        Asks, Base, CoalitionOfTheWilling, DecisionRule, Gavel, Least, Quorum, Rule, SecurityCouncil, Share,
        Tally, Test, Unit, Vote, VotingWeight, WeightedMajority,
    },
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use crate::support::thousand_cases;

proptest! {
    #![proptest_config(thousand_cases())]

    /// The tree of outcomes, written down as a list: the first that holds is the label.
    #[test]
    fn the_first_branch_that_holds(facts in facts()) {
        let t = Thresholds::default();
        let high = |index: Option<f64>| index.is_some_and(|x| x >= 0.8);
        let carved = facts.carved_salience >= 0.2 && facts.depth_left >= facts.reference - 0.1;
        let contested = matches!(facts.conclusion, Conclusion::FallbackVote { no, .. } if no > 0);
        let tree = [
            (facts.conclusion == Conclusion::WalkOut, Label::WalkOut),
            (facts.conclusion == Conclusion::Deadlock, Label::Deadlock),
            (facts.departure <= 0.01, Label::Deferral),
            (matches!(facts.conclusion, Conclusion::Signed { .. }) && facts.outside >= 0.1, Label::CoalitionOfTheWilling),
            (contested, Label::ContestedVote),
            (high(facts.guaranteed_index) && !high(facts.index), Label::Hollow),
            (carved, Label::CarveOut),
            (high(facts.index) && facts.laggard_bound, Label::LowestCommonDenominator),
            (facts.ambition && facts.depth >= facts.reference - 0.05, Label::Substantive),
            (true, Label::Compromise),
        ];
        let first = tree.iter().find(|(holds, _)| *holds).map(|(_, label)| *label);
        prop_assert_eq!(Some(facts.label(&t)), first);
    }

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

fn facts() -> impl Strategy<Value = Facts> {
    let conclusion = prop_oneof![
        4 => Just(Conclusion::Consensus),
        1 => Just(Conclusion::Vote { no: 1 }),
        2 => Just(Conclusion::Signed { signatories: 7 }),
        2 => (0..3_u64, any::<bool>()).prop_map(|(no, called)| Conclusion::FallbackVote { no, called }),
        1 => Just(Conclusion::Deadlock),
        1 => Just(Conclusion::WalkOut),
    ];
    let share = || prop_oneof![0.0..=1.0, (0..=20_u8).prop_map(|k| f64::from(k) / 20.0)];
    let departure = prop_oneof![1 => Just(0.005), 6 => share()];
    (
        (conclusion, departure, share(), any::<bool>(), any::<bool>()),
        (option::of(share()), option::of(share())),
        (share(), share(), share(), share()),
    )
        .prop_map(
            |(
                (conclusion, departure, outside, laggard_bound, ambition),
                (index, guaranteed_index),
                depths,
            )| {
                let (carved_salience, depth_left, depth, reference) = depths;
                Facts {
                    conclusion,
                    departure,
                    outside,
                    index,
                    guaranteed_index,
                    laggard_bound,
                    carved_salience,
                    ambition,
                    depth_left,
                    depth,
                    reference,
                }
            },
        )
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
