//! The reviewer of meaning on studies: overlapping and idle factors, what is set and overwritten, points that make no sense,
//! and what `check` says of a study before it is run.

use std::fs;

use plenary::{
    scenario::locate_notes,
    study::definition::{Definition, StudyError},
};
use tempfile::TempDir;

use crate::{
    cli::{refused, words},
    messages::rendered,
    support::{plenary, printed},
};

const STARTER: &str = include_str!("../../scenarios/starter.ron");

/// A study of the starter with these fields.
fn study(fields: &str) -> String {
    format!("(format: 1, title: \"S\", scenario: \"starter\",\n{fields}, replicates: 5)")
}

fn parse(text: &str) -> Result<Definition, StudyError> {
    Definition::parse("s.ron", text, None, |name| (name == "starter").then_some(STARTER))
}

fn refusal(fields: &str) -> String {
    let error = parse(&study(fields)).err().unwrap_or_else(|| panic!("accepted: {fields}"));
    words(rendered(&error).as_bytes())
}

fn notes(fields: &str) -> String {
    let text = study(fields);
    let definition = parse(&text).unwrap_or_else(|e| panic!("{}", rendered(&e)));
    let notes = locate_notes("s.ron", &text, definition.notes());
    notes.iter().map(|note| words(rendered(note).as_bytes())).collect::<Vec<_>>().join("\n")
}

/// A factor that another, set after it, overwrites is refused, however the two are called.
#[test]
fn factors_that_overwrite_others_are_refused() {
    let cost = "\"countries.Delta.cost_of_failure\": Values([0.1, 0.4])";
    for (earlier, later) in [
        (cost, "\"countries.*.cost_of_failure\": Values([0.2, 0.3])"),
        ("\"countries.Delta.tactic.beta\": Range(0.1, 1)", "\"countries.*.tactic.beta\": Range(0.2, 2)"),
        ("\"countries.Delta.reading.theta\": Values([0.1, 0.4])", "\"defaults.theta\": Values([0.2, 0.3])"),
        ("\"countries.*.reading.theta\": Values([0.1, 0.4])", "\"defaults.theta\": Values([0.2, 0.3])"),
        (
            "\"defaults.cost_of_failure\": Values([0.1, 0.4])",
            "\"countries.*.cost_of_failure\": Values([0.2, 0.3])",
        ),
        (
            "\"protocol.rounds\": Values([30, 60])",
            "\"protocol\": Values([\"ChairRevisions()\", \"ClauseByClause()\"])",
        ),
        ("\"rule.objections\": Values([1, 2])", "\"rule\": Values([\"Consensus\", \"TwoThirds\"])"),
        (
            "\"countries.Upstream.positions.flow.ideal\": Values([0.1, 0.4])",
            "\"countries.Upstream.positions.flow\": Values([\"(0.2, 0.9)\", \"(0.3, 0.9)\"])",
        ),
        ("\"switch\": Values([\"\", \"a-vote\"])", "\"rule\": Values([\"Consensus\", \"TwoThirds\"])"),
        ("\"rule\": Values([\"Consensus\", \"TwoThirds\"])", "\"switch\": Values([\"\", \"a-vote\"])"),
        (
            "\"switch\": Values([\"\", \"upstream-stays-away\"])",
            "\"countries.Upstream.boycotts\": Values([\"true\", \"false\"])",
        ),
    ] {
        let design = if earlier.contains("Range") { "LatinHypercube(points: 8)" } else { "Grid" };
        let told = refusal(&format!("factors: {{{earlier}, {later}}}, design: {design}"));
        assert!(
            told.contains("is without effect:") && told.contains("set after it, overwrites it"),
            "{earlier}: {told}"
        );
        assert!(
            told.contains("s.ron:2:") && told.contains("leave one of them out"),
            "with its place: {told}"
        );
    }
}

/// A wider factor that comes first varies what the narrower one does not: that has a meaning, and is said.
#[test]
fn a_wider_factor_may_come_first() {
    for (wide, narrow) in [
        (
            "\"countries.*.cost_of_failure\": Values([0.2, 0.3])",
            "\"countries.Delta.cost_of_failure\": Values([0.1, 0.4])",
        ),
        (
            "\"countries.*.tactic.beta\": Times(Values([0.5, 2]))",
            "\"countries.Delta.tactic.beta\": Values([0.1, 0.4])",
        ),
        (
            "\"switch\": Values([\"\", \"failure-costs\"])",
            "\"countries.Delta.cost_of_failure\": Values([0.1, 0.4])",
        ),
    ] {
        let told = notes(&format!("factors: {{{wide}, {narrow}}}, design: Grid"));
        assert!(
            told.contains("overwrites a part of what") && told.contains("varies only the rest"),
            "{wide}: {told}"
        );
    }
    for (one, other) in [
        // Multiples in either order are the same.
        (
            "\"countries.*.tactic.beta\": Times(Values([0.5, 2]))",
            "\"countries.Delta.tactic.beta\": Times(Values([0.3, 0.7]))",
        ),
        (
            "\"countries.Delta.cost_of_failure\": Values([0.1, 0.4])",
            "\"countries.Steppe.cost_of_failure\": Values([0.1, 0.4])",
        ),
        (
            "\"countries.*.cost_of_failure\": Values([0.1, 0.4])",
            "\"countries.*.isolation_cost\": Values([0.1, 0.4])",
        ),
        ("\"switch\": Values([\"\", \"a-vote\"])", "\"countries.*.cost_of_failure\": Values([0.1, 0.4])"),
        ("\"countries.first\": Values([3, 5])", "\"countries.*.cost_of_failure\": Values([0.1, 0.4])"),
    ] {
        assert_eq!(notes(&format!("factors: {{{one}, {other}}}, design: Grid")), "", "{one}");
    }
}

/// What is set throughout and overwritten at every point is refused; where some points leave the factor alone it is not.
#[test]
fn settings_that_factors_overwrite_are_refused() {
    let rule = "factors: {\"rule\": Values([\"Consensus\", \"SimpleMajority\"])}";
    let told = refusal(&format!("set: {{\"rule\": \"TwoThirds\"}}, {rule}, design: Grid"));
    assert!(
        told.contains("rule in `set` is without effect: the factor \"rule\" overwrites it at every point"),
        "{told}"
    );
    let told = refusal(
        "switches: [\"upstream-stays-away\"], factors: {\"countries.Upstream.boycotts\": Values([\"false\"])}, design: Grid",
    );
    assert!(told.contains("the switch \"upstream-stays-away\" is without effect: the factor"), "{told}");
    assert_eq!(notes(&format!("set: {{\"rule\": \"TwoThirds\"}}, {rule}, design: OneAtATime")), "");
}

/// The same parameter set twice: by `set`, by two switches, by `set` over a switch.
#[test]
fn what_is_set_twice_is_told() {
    let factor = "factors: {\"countries.*.isolation_cost\": Values([0.1, 0.4])}, design: Grid";
    let told = refusal(&format!("set: {{\"rule\": \"TwoThirds\", \"rule\": \"Consensus\"}}, {factor}"));
    assert!(told.contains("rule is set twice"), "{told}");
    let told = refusal(&format!(
        "set: {{\"countries.Delta.cost_of_failure\": \"0.1\", \"countries.*.cost_of_failure\": \"0.2\"}}, {factor}"
    ));
    assert!(
        told.contains(
            "countries.Delta.cost_of_failure is without effect: countries.*.cost_of_failure overwrites it"
        ),
        "{told}"
    );
    let told = notes(&format!("switches: [\"a-vote\"], set: {{\"rule\": \"SimpleMajority\"}}, {factor}"));
    assert!(told.contains("warning: `set` overwrites rule, which the switch \"a-vote\" sets"), "{told}");
    // Two switches that pull the same lever two ways.
    let two = STARTER.replace(
        "\"a-vote\":",
        "\"another-vote\": (asks: \"?\", set: {\"rule\": \"SimpleMajority\"}), \"a-vote\":",
    );
    let text = study(&format!("switches: [\"a-vote\", \"another-vote\"], {factor}"));
    let error = Definition::parse("s.ron", &text, None, |_| Some(Box::leak(two.clone().into_boxed_str())));
    let told = words(rendered(&error.expect_err("two rules")).as_bytes());
    assert!(
        told.contains("the switches \"a-vote\" and \"another-vote\" set the same thing: rule and rule"),
        "{told}"
    );
}

/// Factors that vary nothing.
#[test]
fn idle_factors_are_refused() {
    // What failure costs is 0 in the starter.
    let told = refusal("factors: {\"countries.*.cost_of_failure\": Times(Values([0.5, 2]))}, design: Grid");
    assert!(told.contains("\"countries.*.cost_of_failure\" varies nothing: it multiplies 0"), "{told}");
    assert!(told.contains("in place of Times"), "{told}");
    let told = refusal("factors: {\"firms.*.effort\": Times(Values([0.5, 2]))}, design: Grid");
    assert!(told.contains("varies nothing"), "{told}");
    for name in ["seed", "replicates"] {
        let told = refusal(&format!("factors: {{\"{name}\": Values([1, 2])}}, design: Grid"));
        assert!(
            told.contains(&format!("\"{name}\" belongs to the study"))
                && told.contains("a study has one `seed`"),
            "{told}"
        );
    }
}

#[test]
fn what_is_probably_not_meant_is_noted() {
    let cost = "\"countries.*.cost_of_failure\": Range(0, 0.3)";
    let told = notes(&format!("factors: {{{cost}}}, design: Saltelli(points: 100)"));
    assert!(told.contains("a base sample of 100: Sobol' points are balanced only at powers of 2"), "{told}");
    assert!(told.contains("take 64 or 128"), "{told}");
    assert_eq!(notes(&format!("factors: {{{cost}}}, design: Saltelli(points: 128)")), "");
    assert_eq!(notes(&format!("factors: {{{cost}}}, design: Saltelli(points: 100, sampling: Random)")), "");
    let told =
        notes("factors: {\"rule\": Values([\"Consensus\", \"TwoThirds\", \"Consensus\"])}, design: Grid");
    assert!(told.contains("\"rule\" has the value Consensus twice"), "{told}");
    let told = notes(
        "switches: [\"upstream-stays-away\"], factors: {\"countries.Upstream.tactic.beta\": Values([0.1, 0.4])}, design: Grid",
    );
    assert!(
        told.contains("\"countries.Upstream.tactic.beta\" can hardly change anything: Upstream stays away"),
        "{told}"
    );
    let told = notes(
        "set: {\"rule\": \"Unanimity\", \"countries.Upstream.boycotts\": \"true\"}, factors: {\"countries.*.isolation_cost\": Values([0.1, 0.4])}, design: Grid",
    );
    assert!(
        told.contains(
            "warning: in the scenario: this rule can never carry a text, since Upstream is not there"
        ),
        "{told}"
    );
    let told = notes(
        "set: {\"uncertainty.ideals.medium\": \"Exact\", \"uncertainty.saliences\": \"Exact\"}, factors: {\"countries.*.isolation_cost\": Values([0.1, 0.4])}, design: Grid",
    );
    assert!(told.contains("each point is negotiated 5 times, always with the same result"), "{told}");
}

fn in_folder(text: &str) -> (TempDir, String) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("s.ron");
    fs::write(&path, text).expect("written");
    (folder, path.display().to_string())
}

/// Points that all fail are refused before anything is written; of points that mostly fail it is said how many do not.
#[test]
fn points_that_make_no_sense() {
    // Each value alone makes sense; no two of them do.
    let hopeless = study(
        "factors: {\"protocol.rounds\": Values([20, 25]), \"rule\": Values([\"ConsensusThenVote(vote: TwoThirds, attempts: 3, every: 10)\"])}, design: Grid",
    );
    let (folder, path) = in_folder(&hopeless);
    let out = folder.path().join("out");
    for arguments in [vec!["check", &path], vec!["sweep", &path, "--out", out.to_str().expect("a name")]] {
        refused(
            &plenary(arguments),
            1,
            &[
                "None of 2 points makes sense as a scenario",
                "the vote would come in round 30",
                "narrow the factors",
            ],
        );
    }
    assert!(!out.exists(), "nothing was begun");
    let mostly = hopeless.replace("[20, 25]", "[20, 25, 60]");
    let (folder, path) = in_folder(&mostly);
    let out = folder.path().join("out");
    let output = plenary(["sweep", &path, "--out", out.to_str().expect("a name")]);
    let told = words(&output.stderr);
    assert!(told.contains("1 of 3 points make sense as a scenario (33 %); the others fail:"), "{told}");
    assert!(told.contains("point 0: the vote would come in round 30"), "{told}");
    assert!(told.find("1 of 3 points") < told.find("Wrote"), "before it begins: {told}");
    printed(output);
}

/// What `check` says of a study: what it varies, its points, negotiations, time, room on disk.
#[test]
fn a_study_is_checked() {
    let text = study(
        "set: {\"protocol.rounds\": \"40\"}, factors: {\"countries.*.cost_of_failure\": Steps(0, 0.3, 4), \"protocol.max_width\": Values([0.5, 0.6]), \"switch\": Values([\"\", \"upstream-stays-away\"])}, design: Grid",
    );
    let (_folder, path) = in_folder(&text);
    let told = words(printed(plenary(["check", &path])).as_bytes());
    for says in [
        "What it varies in starter",
        "Throughout: protocol.rounds is 40.",
        "countries.*.cost_of_failure 0 to 0.3 4",
        "switch none, upstream-stays-away 2",
        "16 points (grid: every combination of all values); 5 negotiations at each; seed 1.",
        "80 negotiations: about a second on",
        "on disk (from 40 trial negotiations)",
    ] {
        assert!(told.contains(says), "no {says:?} in {told}");
    }
    let told = words(printed(plenary(["check", "law-of-numbers"])).as_bytes());
    assert!(told.contains("6 points") && told.contains("2,400 negotiations"), "{told}");
    refused(
        &plenary(["check", &path, "--set", "rule=TwoThirds"]),
        1,
        &["--switch and --set are for scenarios"],
    );
}

/// A factor without any effect is named, by `check` beforehand and by `sensitivity` afterwards.
#[test]
fn factors_without_effect_are_named() {
    // Nobody in the starter is a major power but Upstream, which stays away.
    let text = study(
        "switches: [\"upstream-stays-away\"], factors: {\"defaults.tactic.major.beta\": Range(0.1, 1), \"countries.*.isolation_cost\": Range(0, 0.3)}, design: Saltelli(points: 4)",
    );
    let (folder, path) = in_folder(&text);
    let told = words(printed(plenary(["check", &path])).as_bytes());
    assert!(
        told.contains("Without effect in 20 trial negotiations")
            && told.contains("\"defaults.tactic.major.beta\""),
        "{told}"
    );
    let out = folder.path().join("out").display().to_string();
    printed(plenary(["sweep", &path, "--out", &out]));
    let told = words(printed(plenary(["sensitivity", &out])).as_bytes());
    assert!(
        told.contains("No result changed at all with tactic major beta: an index of exactly 0"),
        "{told}"
    );
}

/// Too few points are no sample, and that is said in words.
#[test]
fn sensitivity_says_that_points_are_too_few() {
    let text = study("factors: {\"countries.*.cost_of_failure\": Steps(0, 0.3, 4)}, design: Grid");
    let (folder, path) = in_folder(&text);
    let out = folder.path().join("out").display().to_string();
    printed(plenary(["sweep", &path, "--out", &out]));
    refused(&plenary(["sensitivity", &out]), 1, &["has a value at 4 of 4 points", "take more points"]);
}

/// No shipped study overlaps or idles; what is noted of one is right, and is said in its comment.
#[test]
fn what_is_shipped_means_what_it_says() {
    for entry in fs::read_dir(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/studies"))
        .expect("shipped")
    {
        let path = entry.expect("a file").path();
        let told = printed(plenary(["check".as_ref(), path.as_os_str()]));
        assert!(!told.contains("warning:"), "{told}");
        let text = fs::read_to_string(&path).expect("readable");
        if told.contains("varies only the rest") {
            assert!(text.contains("everybody else"), "{} explains it", path.display());
        }
    }
}
