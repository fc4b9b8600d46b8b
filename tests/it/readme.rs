//! What the README shows is what the program does.

use plenary::scenario::Scenario;

use crate::support::{self, printed};

const README: &str = include_str!("../../README.md");

/// The content of the first fenced block of this language.
fn block(language: &str) -> &'static str {
    let fence = format!("```{language}\n");
    let start = README.find(&fence).expect("the block is there") + fence.len();
    let length = README[start..].find("```").expect("the block ends");
    &README[start..start + length]
}

fn plenary(arguments: &[&str]) -> String {
    printed(support::plenary(arguments))
}

#[test]
fn the_answer_shown_is_the_answer() {
    assert_eq!(plenary(&["run"]), block("text"), "paste the output of `plenary run` into the README");
}

/// The table of null models holds what `run --null all` prints.
#[test]
fn the_null_models_say_that() {
    let printed = plenary(&["run", "--null", "all"]).replace('\u{a0}', " ");
    let table = printed.split("\n  null model ").nth(1).expect("a table of null models");
    let mut rows = 0;
    for row in table.lines().skip(1).take_while(|line| !line.is_empty()) {
        let cells: Vec<&str> = row.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
        let written = format!("| {} |", cells.join(" | "));
        assert!(README.contains(&written), "the README says otherwise: {written}");
        rows += 1;
    }
    assert_eq!(rows, plenary::null::Null::ALL.len());
}

#[test]
fn the_example_scenario_is_a_scenario() {
    let text = block("ron");
    assert!(text.lines().count() < 25, "the smallest useful scenario fits on a card");
    Scenario::parse("rivers.ron", text).unwrap_or_else(|e| panic!("{:?}", miette::Report::new(e)));
}

/// Every field that the paragraph on `--json` names is in the document.
#[test]
fn the_json_fields_are_there() {
    let document: serde_json::Value =
        serde_json::from_str(&plenary(&["run", "-n", "20", "--json"])).expect("one JSON document");
    let start = README.find("**`--json`** prints one document").expect("the paragraph is there");
    let paragraph = &README[start..start + README[start..].find("\n\n").expect("it ends")];
    let names: Vec<&str> = paragraph.split('`').skip(1).step_by(2).filter(|n| !n.starts_with("--")).collect();
    assert!(names.len() > 40, "{names:?}");
    let everything = document.to_string();
    for name in names {
        assert!(everything.contains(&format!("\"{name}\":")), "no field {name}");
    }
}

/// Every decision rule that the README writes is one (but for those with an ellipsis).
#[test]
fn the_rules_are_rules() {
    let start = README.find("**Decision rules**").expect("the section is there");
    let section = &README[start..start + README[start..].find("`Composed(…)`").expect("it ends")];
    let mut seen = 0;
    for row in section.lines().filter(|line| line.starts_with("| `")) {
        let cell = row.split('|').nth(1).expect("a rule");
        for rule in cell.split('`').skip(1).step_by(2).map(|rule| rule.replace(", …", "")) {
            let country = |name: &str| format!("\"{name}\": (votes: 300, positions: {{\"cuts\": 0.5}}),");
            let text = format!(
                "(format: 1, title: \"t\", rule: {rule}, clauses: {{\"cuts\": Ambition(status_quo: 0.0)}}, countries: {{{}{}}})",
                country("China"),
                (0..60).map(|i| country(&format!("P{i}"))).collect::<String>()
            );
            Scenario::parse("t", &text).unwrap_or_else(|e| panic!("{rule}: {:?}", miette::Report::new(e)));
            seen += 1;
        }
    }
    assert!(seen >= 14, "{seen}");
}

/// Every switch that the README quotes is one of the flagship's.
#[test]
fn the_switches_exist() {
    let start = README.find("## What the case says").expect("the section is there");
    let section = &README[start..start + README[start..].find("\n## What it is not").expect("it ends")];
    let listed = plenary(&["check"]);
    let mut seen = 0;
    for row in section.lines().filter(|l| l.starts_with("| ") && l.contains('`')) {
        let cell = row.split('|').nth(2).expect("a switch column");
        for name in cell.split('`').skip(1).step_by(2) {
            assert!(listed.contains(&format!("  {name} ")), "no switch {name}");
            seen += 1;
        }
    }
    assert!(seen > 20);
}

/// The example study is a study of the flagship, and each way of giving values that the table names is read.
#[test]
fn the_example_study_is_a_study() {
    let start = README.find("## Studies").expect("the section is there");
    let section = &README[start..];
    let text =
        section.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let flagship = include_str!("../../scenarios/un-ai-dialogue-2025.ron");
    let study = plenary::study::definition::Definition::parse("study.ron", text, None, |_| Some(flagship));
    let study = study.unwrap_or_else(|e| panic!("{:?}", miette::Report::new(e)));
    assert_eq!(study.points().len(), 200);
}
