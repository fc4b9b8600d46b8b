//! The text adopted in fact beside the runs: a case worked out by hand, what is left out, what is refused, and that no
//! result depends on it.

use plenary::{Case, backtest::Beside, scenario::Scenario};

use crate::support::{plenary, printed};

/// Three countries; `adopted` is what the file says of the text adopted in fact.
fn file(adopted: &str) -> String {
    format!(
        "(format: 1, title: \"Three\", clauses: {{\"a\": Ambition(status_quo: 0), \"b\": Positional(status_quo: 0.5)}},
          countries: {{\"A\": (positions: {{\"a\": 0.2, \"b\": 0.5}}), \"B\": (positions: {{\"a\": 0.6, \"b\": 0.5}}),
                       \"C\": (positions: {{\"a\": 1.0, \"b\": 0.5}})}},
          defaults: (isolation_cost: (major: 0, middle: 0, small: 0)){adopted})"
    )
}

const ADOPTED: &str = ", observed: (title: \"The text\", clauses: {\"a\": (value: 0.5, low: 0.3, high: 0.6),
    \"b\": (value: 0.5, low: 0.4, high: 0.6)})";

fn scenario(adopted: &str) -> Scenario {
    Scenario::parse("three", &file(adopted)).expect("sound")
}

/// ω = ½. Runs end near the harmonic mean of .2 and 1, ⅓: outside, in reach of .3. LCD .2, status quo 0, compromise .6. At
/// (.5, .5) the gains over the status quo are −.05, .25 and .25: A objects and votes no, the others sponsor it.
#[test]
fn a_case_by_hand() {
    let scenario = scenario(ADOPTED);
    let adopted = scenario.observed.as_ref().expect("stated");
    let beside = Beside::both(&scenario, adopted, 20, 1).expect("sound");
    let [one] = beside.as_slice() else { panic!("nothing rests on later statements") };
    let near = |x: Option<f64>, y: f64| (x.expect("a value") - y).abs() < 1e-12;
    let (a, b) = (&one.clauses[0], &one.clauses[1]);
    assert!((a.median.expect("adopted") - 1.0 / 3.0).abs() < 0.03, "{a:?}");
    assert_eq!((a.inside, a.in_reach, b.inside), (Some(false), Some(true), Some(true)));
    assert!(near(a.lcd, 0.2) && a.status_quo == 0.0 && near(a.compromise, 0.6) && b.lcd.is_none());
    let [ambition, all] = one.errors.as_slice() else { panic!("{:?}", one.errors) };
    assert_eq!((ambition.clauses, all.clauses), (1, 2));
    assert!(near(ambition.lcd, 0.3) && near(ambition.status_quo, 0.5) && near(ambition.compromise, 0.1));
    assert!(all.lcd.is_none() && near(all.status_quo, 0.25) && near(all.compromise, 0.05));
    for (tabled, carried) in [(&one.tabled, 0), (&one.by_majority, 20)] {
        assert_eq!((tabled.carried.count, tabled.carried.of), (carried, 20));
        let acts: Vec<[u64; 3]> = tabled
            .parties
            .iter()
            .map(|p| [p.against, p.in_favour, p.goes_along].map(|rate| rate.count))
            .collect();
        assert_eq!(acts, [[20, 0, 0], [0, 20, 0], [0, 20, 0]], "{}", tabled.rule);
    }
}

/// Positions that rest on later statements are left out first: as if the file did not have them.
#[test]
fn later_positions_are_left_out() {
    let later = ADOPTED.replace("})", "}, later: {\"A\": [\"a\"]})");
    let scenario = scenario(&later);
    let without = Scenario::parse("two", &file("").replace("\"a\": 0.2, ", "")).expect("sound");
    assert_eq!(scenario.before_adoption(), without);
    let adopted = scenario.observed.as_ref().expect("stated");
    let beside = Beside::both(&scenario, adopted, 20, 1).expect("sound");
    assert_eq!(beside.iter().map(|b| b.left_out).collect::<Vec<_>>(), [1, 0]);
    let alone = Beside::of(&Case::new(without).expect("sound"), adopted, 1, 20, 1);
    assert_eq!(serde_json::to_string(&beside[0]).ok(), serde_json::to_string(&alone).ok());
    // Without A's wish the least ambitious is B.
    assert_eq!((beside[0].clauses[0].lcd, beside[1].clauses[0].lcd), (Some(0.6), Some(0.2)));
}

/// No result and no hash depends on what happened in fact, but for what says so itself; a clause taken off the table is
/// forgotten there too.
#[test]
fn nothing_depends_on_it() {
    let (with, without) = (scenario(ADOPTED), scenario(""));
    assert_eq!(with.hash(), without.hash());
    let run = |scenario: &Scenario| {
        let case = Case::new(scenario.clone()).expect("sound");
        let mut json = serde_json::to_value(case.run(50, 3).expect("run").summary()).expect("JSON");
        let observed = json.as_object_mut().and_then(|summary| summary.remove("observed"));
        (serde_json::to_string(&json).expect("JSON"), observed.is_some())
    };
    assert_eq!((run(&with).0, run(&with).1), (run(&without).0, true));
    assert!(!run(&without).1);
    let mut changed = with.clone();
    let off = |clause: &str, scenario: &mut Scenario| {
        let parameter: plenary::scenario::Parameter =
            format!("clauses.{clause}.on_table").parse().expect("known");
        parameter.set(scenario, "false").expect("set");
    };
    off("b", &mut changed);
    assert_eq!(changed.observed.as_ref().expect("one is left").clauses.names().collect::<Vec<_>>(), ["a"]);
    off("a", &mut changed);
    assert_eq!(changed.observed, None);
}

/// What makes no sense is refused, everything at once.
#[test]
fn codings_that_make_no_sense() {
    let error = Scenario::parse(
        "three",
        &file(
            ", observed: (title: \"T\", clauses: {\"a\": (value: 1.5, low: 0.3, high: 0.6), \"c\": (value: 0.5, low: 0, high: 1),
                \"b\": (value: 0.5, low: 0.6, high: 0.7)}, later: {\"A\": [\"d\"], \"Z\": [\"a\"]})",
        ),
    )
    .expect_err("nonsense");
    let said = crate::support::explained(&error);
    for expected in [
        "value of the observed \"a\" is 1.5",
        "unknown clause \"c\"",
        "the observed \"b\" is 0.5, from 0.6 to 0.7",
        "A has no position of its own on \"d\"",
        "unknown party \"Z\"",
    ] {
        assert!(said.contains(expected), "no {expected} in\n{said}");
    }
    let nobody = file(&ADOPTED.replace("})", "}, later: {\"A\": [\"a\", \"b\"]})"));
    let error = Scenario::parse("three", &nobody).expect_err("A wants nothing any more");
    let said = crate::support::explained(&error);
    assert!(said.contains("without the later positions the scenario makes no sense"), "{said}");
}

/// The command on the flagship: every clause, JSON, the same on any number of threads; refused where nothing is stated.
#[test]
fn the_command() {
    let run = |more: &[&str]| printed(plenary([&["adopted", "-n", "20"], more].concat()));
    let text = run(&[]);
    for expected in
        ["Resolution 79/325", "Human rights", "mean of 6 clauses", "mean of 10 clauses", "simple majority"]
    {
        assert!(text.contains(expected), "no {expected} in\n{text}");
    }
    let json: serde_json::Value = serde_json::from_str(&run(&["--json", "--threads", "1"])).expect("JSON");
    assert_eq!(json["beside"].as_array().map(Vec::len), Some(2));
    assert_eq!(json["beside"][0]["left_out"], 19);
    assert_eq!(json["beside"][1]["clauses"].as_array().map(Vec::len), Some(10));
    assert_eq!(run(&["--json", "--threads", "1"]), run(&["--json", "--threads", "2"]));
    let refused = plenary(["adopted", "starter", "-n", "20"]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && said.contains("does not say what was adopted in fact"), "{said}");
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 64, failure_persistence: None, ..Default::default() })]

    /// Whatever was observed: every figure of every run, draw by draw, and the scenario's hash are the same without it.
    #[test]
    fn no_figure_depends_on_what_was_observed(
        value in 0.0..1.0_f64, spread in 0.0..0.3_f64, no in 0..9_u32, seed: u64, voted: bool,
    ) {
        let (low, high) = ((value - spread).max(0.0), (value + spread).min(1.0));
        let votes = if voted { format!("votes: (yes: 3, no: {no}), ") } else { String::new() };
        let observed = format!(", uncertainty: (ideals: (medium: Normal(0.1))), observed: ({votes}clauses: {{\"a\": (value: {value}, low: {low}, high: {high})}})");
        let with = scenario(&observed);
        let without = Scenario { observed: None, ..with.clone() };
        proptest::prop_assert_eq!(with.hash(), without.hash());
        let outcomes = |scenario: &Scenario| {
            let case = Case::new(scenario.clone()).expect("sound");
            let mut found = Vec::new();
            let _ = plenary::study::Ensemble::new(case.model(), seed).run(0..8, |outcome| {
                found.push(outcome);
                std::ops::ControlFlow::<()>::Continue(())
            });
            let mut summary = serde_json::to_value(case.run(8, seed).expect("run").summary()).expect("JSON");
            summary.as_object_mut().map(|fields| fields.remove("observed"));
            (found, summary.to_string())
        };
        proptest::prop_assert_eq!(outcomes(&with), outcomes(&without));
    }
}

/// `run` tells how far its texts are from what was observed, in both languages; a value, a range, a vote, or no text.
#[test]
fn the_block_of_a_run() {
    use plenary::{language::Language, report::answer};
    let said = |observed: &str, language: Language| {
        let scenario = scenario(observed);
        let case = Case::new(scenario.clone()).expect("sound");
        let answer = case.run(20, 1).expect("run");
        // Chinese is wrapped between any two characters.
        let joint = if language == Language::Chinese { "" } else { " " };
        answer::render(language, &scenario, answer.summary(), "", 100).replace("\n  ", joint)
    };
    // By hand: the text is at ⅓, the LCD at .2, the mean wish at .6; nothing is drawn.
    let text = said(", observed: (clauses: {\"a\": (value: 0.2)})", Language::English);
    for expected in [
        "0 of 1 clause stands where the simulated text has it",
        "the LCD .00 (nearer)",
        "(the mean wish) .40 (farther)",
        "the status quo .20 (farther)",
    ] {
        assert!(text.contains(expected), "no {expected} in\n{text}");
    }
    let text = said(", observed: (adopted: false)", Language::English);
    assert!(text.contains("No text was adopted; 100\u{a0}% of runs adopt one."), "{text}");
    let text = said(", observed: (votes: (yes: 2, no: 1))", Language::English);
    assert!(text.contains("of the votes cast were Yes; no run takes a vote."), "{text}");
    let text = said(", observed: (clauses: {\"a\": (low: 0.2, high: 0.6)})", Language::Chinese);
    assert!(text.contains("与实际结果对照") && text.contains("任何一次模拟都未使用实际结果"), "{text}");
    assert!(!said("", Language::English).contains("really happened"));
}
