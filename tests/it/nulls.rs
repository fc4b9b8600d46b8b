//! Null models against the results they stand for (specification §2; oracles.md, rows 5–8).

use std::ops::ControlFlow;

use plenary::{
    model::Model,
    negotiation::Negotiator,
    null::Null,
    outcome::{NullOutcome, Outcome},
    scenario::Scenario,
    study::{
        Accumulator, Ensemble,
        statistics::{Mean, Moments, Z95},
    },
};
use proptest::prelude::*;

use crate::{
    cli::refused,
    support::{flagship, plenary, printed, small_rooms, thousand_cases},
};

/// n parties with uniform wishes on one clause, nothing in place.
fn uniform(n: usize, rule: &str) -> Model {
    let countries: String = (0..n).map(|i| format!("\"P{i}\": (positions: {{\"d\": 0.5}}),")).collect();
    let text = format!(
        "(format: 1, title: \"uniform\", clauses: {{\"d\": Ambition(status_quo: 0)}}, countries: {{{countries}}}, rule: {rule},
          protocol: ChairRevisions(rounds: 1, moves: []), uncertainty: (ideals: (medium: Uniform(0.5))))"
    );
    Model::compile(&Scenario::parse("uniform", &text).expect("sound")).expect("sound")
}

/// What a null model makes of so many replicates.
fn ask(model: &Model, null: Null, replicates: u64) -> Vec<(Outcome, NullOutcome)> {
    let mut found = Vec::new();
    let _ = Ensemble::new(model, 11).with_nulls(&[null]).run(0..replicates, |outcome| {
        let answer = *outcome.nulls.iter().find(|n| n.null == null).expect("asked");
        found.push((outcome, answer));
        ControlFlow::<()>::Continue(())
    });
    found
}

/// Within 4 standard errors: a false alarm in one of 16,000.
fn assert_mean(values: impl Iterator<Item = f64>, expected: f64, what: &str) {
    let mut moments = Moments::default();
    values.for_each(|x| moments.add(x));
    let Mean { mean: Some(mean), high: Some(high), .. } = moments.mean() else { panic!("many values") };
    assert!((mean - expected).abs() < 4.0 * (high - mean) / Z95, "{what}: {mean} instead of {expected}");
}

fn as_number(yes: bool) -> f64 {
    f64::from(u8::from(yes))
}

/// Row 6: E[min p] = 1/(n + 1); and replicate by replicate the depth is D^L.
#[test]
fn row_6_the_order_statistic() {
    for n in [2, 3, 5, 10] {
        let found = ask(&uniform(n, "Consensus"), Null::OrderStatistic, 4_000);
        assert!(found.iter().all(|(run, null)| null.adopted && null.realised_depth == run.benchmarks[0]));
        assert_mean(
            found.iter().map(|(_, null)| null.realised_depth),
            1.0 / (n as f64 + 1.0),
            &format!("n = {n}"),
        );
        // Λ = 1 wherever it is defined, and the least ambitious has its wish; a wish within .01 of nothing is a deferral.
        let deferral = |depth: f64| depth <= 0.01;
        assert!(
            found
                .iter()
                .all(|(run, null)| { null.lcd == (run.index.is_some() && !deferral(null.realised_depth)) })
        );
    }
}

/// The median stands at D^R, where Λ = 0; E of the middle of five uniform wishes is ½.
#[test]
fn the_median() {
    let found = ask(&uniform(5, "SimpleMajority"), Null::Median, 4_000);
    assert!(found.iter().all(|(run, null)| !null.lcd && null.realised_depth == run.benchmarks[2]));
    assert_mean(found.iter().map(|(_, null)| null.realised_depth), 0.5, "the middle of five");
}

/// The weighted mean is the compromise that the protocol of that name would table, where nobody speaks for others.
#[test]
fn the_weighted_mean_is_the_compromise() {
    let text = |protocol: &str| {
        format!(
            "(format: 1, title: \"c\", clauses: {{\"a\": Ambition(status_quo: 0.1), \"b\": Positional(status_quo: 0.5),
                \"o\": Options(status_quo: \"x\", options: {{\"x\": (depth: 0), \"y\": (depth: 0.4), \"z\": (depth: 1)}})}},
              countries: {{\"A\": (materiality: 3, positions: {{\"a\": (0.2, 0.5), \"b\": (0.1, 0.5), \"o\": {{\"y\": 0.4}}}}),
                           \"B\": (positions: {{\"a\": (0.9, 0.3), \"o\": {{\"z\": 0.9}}}}),
                           \"C\": (materiality: 2, positions: {{\"b\": (0.8, 1)}})}},
              protocol: {protocol}, defaults: (cost_of_failure: 2), uncertainty: (ideals: (medium: Normal(0.1))))"
        )
    };
    let model = |protocol: &str| {
        Model::compile(&Scenario::parse("c", &text(protocol)).expect("sound")).expect("sound")
    };
    let null = ask(&model("ChairRevisions()"), Null::WeightedMean, 100);
    let _ = Ensemble::new(&model("Compromise"), 11).run(0..100, |outcome| {
        let (_, mean) = &null[outcome.replicate as usize];
        assert!((mean.realised_depth - outcome.depth).abs() < 1e-12);
        ControlFlow::<()>::Continue(())
    });
}

/// Row 5: a random text is accepted by all of n uniform wishes with probability 2(1 − 2^{−(n+1)})/(n+1).
#[test]
fn row_5_a_random_text_and_sincere_votes() {
    for (n, expected) in [(1, 0.75), (2, 0.583_333), (5, 0.328_125)] {
        let found = ask(&uniform(n, "Unanimity"), Null::RandomText, 4_000);
        assert_mean(found.iter().map(|(_, null)| as_number(null.adopted)), expected, &format!("n = {n}"));
    }
}

/// Row 8: with acceptance ½ unanimity of n carries one in 2^n; a majority of five one in two; and the wishes play no part.
#[test]
fn row_8_votes_by_coin() {
    for (n, rule, expected) in
        [(3, "Unanimity", 0.125), (5, "AbsoluteMajority", 0.5), (5, "TwoThirdsOfMembers", 6.0 / 32.0)]
    {
        let found = ask(&uniform(n, rule), Null::ZeroIntelligence, 6_000);
        assert_mean(found.iter().map(|(_, null)| as_number(null.adopted)), expected, &format!("{n}, {rule}"));
        let carried = found.iter().filter(|(_, null)| null.adopted);
        assert_mean(carried.map(|(_, null)| null.realised_depth), 0.5, "the mean of texts drawn uniformly");
    }
}

/// No isolation cost: the same as the scenario with χ = 0 written into it.
#[test]
fn without_isolation_cost() {
    let scenario = flagship().with_switches([]).expect("no switch");
    let mut free = scenario.clone();
    "countries.*.isolation_cost"
        .parse::<plenary::scenario::Parameter>()
        .expect("known")
        .set(&mut free, "0")
        .expect("fits");
    free.uncertainty.isolation_cost = plenary::scenario::Spread::Exact;
    let model = Model::compile(&scenario).expect("sound");
    let null = ask(&model, Null::NoIsolationCost, 40);
    let free = Model::compile(&free).expect("sound");
    let _ = Ensemble::new(&free, 11).run(0..40, |outcome| {
        let (_, found) = &null[outcome.replicate as usize];
        assert_eq!(
            (found.realised_depth, found.lcd),
            (outcome.realised_depth, outcome.lcd),
            "{}",
            outcome.replicate
        );
        ControlFlow::<()>::Continue(())
    });
}

proptest! {
    #![proptest_config(thousand_cases())]

    /// Dealing wishes out anew changes nothing where parties differ in their wishes alone, on one clause: who wants
    /// what makes no difference (anonymity).
    #[test]
    fn dealt_anew_on_one_clause_is_the_same(mut room in small_rooms(2..=5, 1..=1), seed in 0..1_000_u64) {
        let alike = room.parties[0].clone();
        for party in &mut room.parties {
            *party = crate::support::SmallParty { wants: party.wants.clone(), ..alike.clone() };
            party.wants[0].1 = 1.0;
        }
        let model = room.model();
        let mut negotiator = Negotiator::new(&model, seed);
        let run = negotiator.negotiate(0, &mut ());
        let dealt = negotiator.under(Null::IdealsPermuted).expect("asked");
        prop_assert!((dealt.realised_depth - run.realised_depth).abs() < 1e-9, "{} {}", dealt.realised_depth, run.realised_depth);
    }

    /// Whatever was asked before, each null model answers the same, and the negotiation is not disturbed.
    #[test]
    fn nulls_do_not_disturb_one_another(room in small_rooms(2..=4, 1..=3), replicate in 0..1_000_u64) {
        let model = room.model();
        let mut all = Negotiator::new(&model, 1);
        let run = all.negotiate(replicate, &mut ());
        let together: Vec<_> = Null::ALL.iter().rev().map(|&null| (null, all.under(null))).collect();
        prop_assert_eq!(&run, &all.negotiate(replicate, &mut ()));
        for (null, answer) in together {
            let mut alone = Negotiator::new(&model, 1);
            alone.negotiate(replicate, &mut ());
            prop_assert_eq!(answer, alone.under(null), "{}", null);
        }
    }
}

/// Two parties that want opposite things are each wanted by half of the deals: dealing wishes out anew makes one of them
/// want both clauses in half of the runs, and then the other nothing.
#[test]
fn dealt_anew_breaks_what_goes_together() {
    let text = "(format: 1, title: \"l\", clauses: {\"a\": Ambition(status_quo: 0), \"b\": Ambition(status_quo: 0)},
          countries: {\"A\": (positions: {\"a\": (1, 0.8), \"b\": (0, 0.2)}), \"B\": (positions: {\"a\": (0, 0.2), \"b\": (1, 0.8)})},
          protocol: ChairRevisions(moves: [Shift, Trade]), defaults: (isolation_cost: (major: 0, middle: 0, small: 0)))";
    let model = Model::compile(&Scenario::parse("l", text).expect("sound")).expect("sound");
    let found = ask(&model, Null::IdealsPermuted, 1_000);
    assert!(found.iter().all(|(run, _)| run.depth > 0.95));
    // As before (¼): (1, 1). Each keeps its cares and wants the other's clause (¼): both gain from a text that gives each
    // .2, and lose .8: nothing. One wants both, the other nothing (½): nothing.
    assert_mean(found.iter().map(|(_, null)| as_number(null.realised_depth > 0.5)), 0.25, "as before");
    assert_mean(found.iter().map(|(_, null)| as_number(null.realised_depth < 0.01)), 0.75, "nothing");
}

/// Wishes are dealt by the names of countries and clauses: somebody who only looks on and cares for something else, written
/// first, changes no deal.
#[test]
fn who_stands_first_changes_no_deal() {
    let dealt = |first: &str| {
        let text = format!(
            "(format: 1, title: \"deal\", clauses: {{\"a\": Ambition(status_quo: 0), \"b\": Ambition(status_quo: 0),
              \"c\": Positional(status_quo: 0)}}, countries: {{{first}
                \"A\": (positions: {{\"a\": 0.25, \"b\": 1}}), \"B\": (positions: {{\"a\": 0.5, \"b\": 0.75}}),
                \"C\": (positions: {{\"a\": 0.75, \"b\": 0.5}}), \"D\": (positions: {{\"a\": 1, \"b\": 0.25}}),
                \"E\": (positions: {{\"a\": 0.125, \"b\": 0.125}})}},
              rule: Consensus, protocol: ChairRevisions(rounds: 20),
              defaults: (isolation_cost: (major: 0, middle: 0, small: 0)))"
        );
        let model = Model::compile(&Scenario::parse("deal", &text).expect("sound")).expect("sound");
        ask(&model, Null::IdealsPermuted, 40).iter().map(|(_, null)| null.realised_depth).collect::<Vec<_>>()
    };
    let (alone, behind) = (dealt(""), dealt("\"Z\": (votes: 0, positions: {\"c\": 1}),"));
    assert!(alone.iter().zip(&behind).all(|(a, b)| (a - b).abs() < 1e-9), "{alone:?}\n{behind:?}");
    assert!(alone.iter().any(|depth| (depth - alone[0]).abs() > 1e-3), "deals differ: {alone:?}");
}

/// The summary's excess is the paired difference of the shares.
#[test]
fn the_excess_is_the_difference() {
    let case = plenary::Case::new(flagship().with_switches([]).expect("no switch")).expect("sound");
    let mut accumulator = Accumulator::new(&case, 1);
    let _ = Ensemble::new(case.model(), 1).with_nulls(&Null::ALL).run(0..60, |outcome| {
        accumulator.add(&outcome);
        ControlFlow::<()>::Continue(())
    });
    let summary = accumulator.summarise();
    let names: Vec<Null> = summary.nulls.iter().map(|n| n.null).collect();
    assert_eq!(names, Null::ALL);
    for null in &summary.nulls {
        let difference = summary.lcd.rate.expect("runs") - null.lcd.rate.expect("runs");
        assert!((null.lcd_excess.mean.expect("runs") - difference).abs() < 1e-12, "{}", null.null);
        assert_eq!(null.lcd.of, 60);
    }
}

#[test]
fn the_switch() {
    let shown = |arguments: &[&str]| {
        let said = printed(plenary(["run", "least-ambitious-law", "-n", "20"].iter().chain(arguments)));
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let usual = shown(&[]);
    assert!(usual.contains("the least ambitious (laggards) silent") && !usual.contains("votes by coin"));
    assert_eq!(shown(&["--null", "default"]), usual);
    let one = shown(&["--null", "zero-intelligence"]);
    assert!(!one.contains("the least ambitious (laggards) silent") && one.contains("votes by coin"));
    for both in
        [&["--null", "default,zero-intelligence"][..], &["--null", "default", "--null", "zero-intelligence"]]
    {
        let both = shown(both);
        assert!(both.contains("the least ambitious (laggards) silent") && both.contains("votes by coin"));
    }
    let none = shown(&["--null", "none"]);
    assert!(!none.contains("null model") && !none.contains("Beside arithmetic"), "{none}");
    let all = shown(&["--null", "all"]);
    assert!(Null::ALL.iter().all(|null| all.contains(null.words())), "{all}");
    refused(&plenary(["run", "--null", "medin"]), 2, &["medin", "did you mean \"median\"?"]);
}
