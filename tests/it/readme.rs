//! What the README shows is what the program does.

use plenary::scenario::Scenario;

use crate::support::{fenced, plenary, printed};

const README: &str = include_str!("../../README.md");

#[test]
fn the_answer_shown_is_the_answer() {
    let answer = printed(plenary(["run"]));
    assert_eq!(answer, fenced(README, "text"), "paste the output of `plenary run` into the README");
}

#[test]
fn the_example_scenario_is_a_scenario() {
    let text = fenced(README, "ron");
    assert!(text.lines().count() < 25, "the smallest useful scenario fits on a card");
    Scenario::parse("rivers.ron", text).unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)));
}

/// Every link to a file of this repository leads to one.
#[test]
fn the_links_lead_to_files() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let targets = README.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let files: Vec<&str> = targets.filter(|target| !target.starts_with("https://")).collect();
    assert!(files.len() > 10, "{files:?}");
    for file in files {
        assert!(root.join(file).is_file(), "the README links to {file}, which is not there");
    }
}

#[test]
fn the_versions_named_are_those_of_the_package() {
    let citation = include_str!("../../CITATION.cff");
    let version = env!("CARGO_PKG_VERSION");
    assert!(
        citation.contains(&format!("\nversion: {version}\n")),
        "CITATION.cff names another version than {version}"
    );
    let rust = env!("CARGO_PKG_RUST_VERSION");
    assert!(README.contains(&format!("({rust} or later)")), "the README names another Rust than {rust}");
}
