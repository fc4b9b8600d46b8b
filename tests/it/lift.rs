//! What would lift it, and measures of one's own, as commands.

use std::path::Path;

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::support::{command, plenary, printed};

/// The words of an error.
fn refusal(arguments: &[&str], folder: &Path) -> String {
    let output = command().current_dir(folder).args(arguments).output().expect("it runs");
    assert!(!output.status.success(), "{arguments:?}");
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!error.contains("panicked"), "{error}");
    error.split_whitespace().filter(|w| *w != "│").collect::<Vec<_>>().join(" ")
}

const LIFT: [&str; 5] = ["lift", "least-ambitious-law", "-n", "40", "--to"];

#[test]
fn bad_targets_are_told_what_would_do() {
    let here = Path::new(".");
    for (to, says) in [
        ("depth", "\"depth\" is no target"),
        ("depth > much", "needs a number"),
        ("dpth > 0.4", "did you mean"),
        ("depth > 4", "never outside 0 to 1"),
        ("depth > 40 metres", "not counted in"),
        ("outcome > 0.4", "it holds text"),
    ] {
        let said = refusal(&[&LIFT[..], &[to]].concat(), here);
        assert!(said.contains(says), "{to}: {said}");
    }
    assert!(refusal(&["lift", "least-ambitious-law"], here).contains("--to \"lcd < 0.1\""));
    assert!(refusal(&["lift", "eu-council-lisbon", "--to", "depth > 0.4"], here).contains("no clauses"));
}

/// The answer, in two languages, fits 80 columns; as JSON it has the same levers; the command that is printed gives it again.
#[test]
fn the_answer_in_words_and_as_json() {
    let arguments = [&LIFT[..], &["depth >= 0.4", "--choices", "none"]].concat();
    for language in ["en", "zh"] {
        let output = command().env("COLUMNS", "80").args(&arguments).args(["--lang", language]).output();
        let said = printed(output.expect("it runs"));
        assert!(said.lines().all(|line| line.width() <= 80), "{said}");
        assert!(!said.contains("lift-") && said.contains("plenary lift least-ambitious-law"), "{said}");
        assert!(said.contains("Asteria ↑") || said.contains("Asteria↑"), "{said}");
    }
    let json: Value =
        serde_json::from_str(&printed(plenary([&arguments[..], &["--json"]].concat()))).expect("JSON");
    assert_eq!(json["base_stands"], "misses");
    let reaching = json["levers"].as_array().expect("levers").iter().filter(|l| l["standing"] == "reaches");
    assert!(reaching.count() >= 5, "{json}");
    assert!(json["ways"].as_array().is_some_and(|ways| !ways.is_empty()), "{json}");
    let reached = printed(plenary([&LIFT[..], &["depth > 0.1"]].concat()));
    assert!(reached.contains("No lever is needed"), "{reached}");
    let never = printed(plenary([&LIFT[..], &["depth > 0.99", "--contenders", "0"]].concat()));
    assert!(never.contains("none is sure to bring it to"), "{never}");
}

/// The tables hold together with the folder's manifest, and do not depend on threads.
#[test]
fn tables_and_threads() {
    let folder = tempfile::tempdir().expect("a folder");
    let tables = |threads: &str| {
        let out = folder.path().join(threads);
        let out = out.to_str().expect("a path");
        printed(plenary([&LIFT[..], &["depth >= 45%", "--threads", threads, "--out", out]].concat()));
        printed(plenary(["verify", out]));
        ["doses.csv", "ways.csv"]
            .map(|name| std::fs::read_to_string(Path::new(out).join(name)).expect("a table"))
    };
    let [doses, ways] = tables("1");
    assert!(doses.lines().count() > 20 && ways.lines().count() > 1, "{ways}");
    assert_eq!([doses, ways], tables("2"));
}

/// A measure of one's own is asked for wherever a measure is named.
#[test]
fn measures_of_ones_own_everywhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let here = folder.path();
    let define = ["--define", "lifted=realised_depth - depth_lcd"];
    let ask =
        |arguments: &[&str]| printed(command().current_dir(here).args(arguments).output().expect("it runs"));
    let law = |words: &[&'static str]| -> Vec<&'static str> {
        [&words[..1], &["least-ambitious-law"], &words[1..], &["-n", "30"], &define].concat()
    };
    assert!(ask(&law(&["levers", "--only", "switches", "--by", "lifted"])).contains("lifted"));
    assert!(ask(&law(&["lift", "--to", "lifted > 0.25", "--contenders", "0"])).contains("lifted > .25"));
    assert!(ask(&law(&["compare", "--switch", "laggard-absent", "--of", "lifted"])).contains("lifted"));
    let chart =
        ["chart", "convergence", "least-ambitious-law", "-n", "30", "--data-only", "--measure", "lifted"];
    assert!(ask(&[&chart[..], &define].concat()).contains("lifted"));

    std::fs::write(here.join("case.ron"), CASE).expect("a case");
    std::fs::write(here.join("study.ron"), STUDY).expect("a study");
    ask(&["sweep", "study.ron", "--out", "swept"]);
    assert!(ask(&["discover", "swept", "--of", "far"]).contains("far"));
    assert!(ask(&["sensitivity", "swept", "--of", "lifted", "--of", "far"]).contains("lifted"));

    let faulty = ["run", "case.ron", "-n", "5", "--define", "mine=lcd_index - realised_dept"];
    let said = refusal(&faulty, here);
    assert!(
        said.contains("did you mean \"realised_depth\"?")
            && (said.contains("━━━━━━━━━━━━━") || said.contains("^^^^^^^^^^^^^")),
        "{said}"
    );
    assert!(refusal(&["run", "case.ron", "--define", "mine"], here).contains("has no expression"));
    assert!(refusal(&["run", "case.ron", "--define", "mine=1 +"], here).contains("ends where a number"));
}

const CASE: &str = r#"(
    format: 1,
    title: "Own measures",
    clauses: {"cuts": Ambition(status_quo: 0.0)},
    countries: {"A": (positions: {"cuts": 0.2}), "B": (positions: {"cuts": 0.7}), "C": (positions: {"cuts": 0.9})},
    uncertainty: (ideals: (medium: Normal(0.05))),
    measures: {
        "lifted": (of: "realised_depth - depth_lcd"),
        "far": (of: "adopted and realised_depth - depth_lcd > 0.2"),
    },
)"#;

const STUDY: &str = r#"(
    format: 1,
    title: "Own measures",
    scenario: "case.ron",
    replicates: 32,
    until: (of: "far", half_width: 0.2, most: 64),
    design: Morris(trajectories: 2),
    factors: {"countries.*.cost_of_failure": Range(0.0, 0.3), "countries.A.tactic.beta": Range(0.1, 2.0)},
)"#;
