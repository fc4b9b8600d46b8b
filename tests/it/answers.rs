//! Sentences of `run` and `explain` that were false of some cases, held against what happened in them.

use plenary::{Case, language::Language, report::answer};

use crate::support::{command, printed};

fn case(text: &str) -> Case {
    Case::parse("case", text).expect("sound")
}

/// The answer to three runs, on one line.
fn said(case: &Case) -> String {
    let run = case.run(3, 1).expect("a number in range");
    let screen = answer::render(Language::English, case.scenario(), run.summary(), "", 100);
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `explain` of a scenario, on one line.
fn told(name: &str, text: &str) -> String {
    let file = std::env::temp_dir().join(format!("plenary-answers-{}-{name}.ron", std::process::id()));
    std::fs::write(&file, text).expect("a file to write to");
    let story = printed(command().arg("explain").arg(&file).output().expect("it runs"));
    std::fs::remove_file(&file).expect("written before");
    story.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// By a simple majority of seven the text is the two medians, (.2, .6). D, at (0, 0), loses ½(.2 + .6) = .4 by it and votes no. To
/// E, at (.1, .25), it is at a distance of ½(.1 + .35) = .225, and no text at one of ½(.1 + .25) = .175: it loses .05, which is
/// more than .02 and less than half of its isolation cost, .2, even beside one No of six: .1·⅚ = .083. So it abstains, which is not
/// to go along.
const VOTE: &str = r#"(format: 1, title: "T", rule: SimpleMajority,
    clauses: {"a": Ambition(status_quo: 0.0), "b": Ambition(status_quo: 0.0)},
    countries: {
        "A": (positions: {"a": 0.2, "b": 0.4}), "B": (positions: {"a": 0.2, "b": 0.6}), "C": (positions: {"a": 0.2, "b": 0.6}),
        "D": (isolation_cost: 0.0, positions: {"a": 0.0, "b": 0.0}),
        "E": (isolation_cost: 0.2, positions: {"a": 0.1, "b": 0.25}),
        "F": (positions: {"a": 0.2, "b": 0.6}), "G": (positions: {"a": 0.2, "b": 0.6}),
    },
    protocol: ChairRevisions(moves: [Shift]))"#;

#[test]
fn who_abstains_goes_along_with_nothing() {
    let answer = said(&case(VOTE));
    assert!(answer.contains("Abstains in the last vote: E."), "{answer}");
    assert!(!answer.contains("Goes along under protest"), "{answer}");
    let story = told("vote", VOTE);
    assert!(story.contains("Abstains: E.") && story.contains("Votes no: D."), "{story}");
    assert!(!story.contains("Goes along") && !story.contains("in silence"), "{story}");
    // Where nobody votes, nobody abstains.
    let consensus = said(&case(&VOTE.replace("SimpleMajority", "Consensus")));
    assert!(!consensus.contains("Abstains"), "{consensus}");
}

/// Of two mirror images one comes first in the file: it is the laggard of every run by that alone, and neither gains more.
#[test]
fn ties_are_named() {
    let mirror = r#"(format: 1, title: "T", clauses: {"a": Ambition(status_quo: 0.0), "b": Ambition(status_quo: 0.0)},
        countries: {"A": (positions: {"a": 0.2, "b": 0.8}), "B": (positions: {"a": 0.8, "b": 0.2})})"#;
    let answer = said(&case(mirror));
    assert!(answer.contains("All are equally ambitious."), "{answer}");
    assert!(answer.contains("Everybody gains the same over what holds already:"), "{answer}");
    let apart = said(&case(&mirror.replace("\"b\": 0.2", "\"b\": 0.3")));
    assert!(!apart.contains("equally ambitious"), "{apart}");
}

/// A game in which each option gives somebody less than its minimum: nothing is agreed, and nothing is said
/// of the deals that were.
#[test]
fn no_deal_has_no_rank() {
    let game = r#"(format: 1, title: "T", clauses: {"road": Options(options: {"north": (), "south": ()})},
        countries: {"A": (minimum_points: 30, positions: {"road": {"north": 50, "south": 0}}),
                    "C": (minimum_points: 30, positions: {"road": {"north": 0, "south": 50}})},
        defaults: (isolation_cost: (major: 0.0, middle: 0.0, small: 0.0)))"#;
    let answer = said(&case(game));
    assert!(answer.contains("Everybody would accept 0 of 2 possible deals; none was agreed."), "{answer}");
    assert!(!answer.contains("sum of points"), "{answer}");
}
