//! What the chapters of the guide show is what the program does.

use plenary::scenario::Scenario;

use crate::support::{fenced, plenary, printed};

const COMMANDS: &str = include_str!("../../src/guide/commands.md");
const FLAGSHIP: &str = include_str!("../../src/guide/flagship.md");
const PICTURES: &str = include_str!("../../src/guide/pictures.md");
const SCENARIOS: &str = include_str!("../../src/guide/scenarios.md");
const STUDIES: &str = include_str!("../../src/guide/studies.md");

/// The chapter from `start` up to `end`.
fn between<'a>(chapter: &'a str, start: &str, end: &str) -> &'a str {
    let from = &chapter[chapter.find(start).unwrap_or_else(|| panic!("no {start:?}"))..];
    &from[..from.find(end).unwrap_or_else(|| panic!("no {end:?} after {start:?}"))]
}

/// What stands in backticks.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The first words of the indented lines of a list that the program prints.
fn names(list: &str) -> impl Iterator<Item = &str> {
    let entries = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    entries.filter_map(|line| line.split_whitespace().next())
}

/// The table of null models holds what `run --null all` prints.
#[test]
fn the_null_models_say_that() {
    let printed = printed(plenary(["run", "--null", "all"])).replace('\u{a0}', " ");
    let table = printed.split("\n  null model ").nth(1).expect("a table of null models");
    let mut rows = 0;
    for row in table.lines().skip(1).take_while(|line| !line.is_empty()) {
        let cells: Vec<&str> = row.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
        let written = format!("| {} |", cells.join(" | "));
        assert!(FLAGSHIP.contains(&written), "the chapter says otherwise: {written}");
        rows += 1;
    }
    assert_eq!(rows, plenary::null::Null::ALL.len());
}

/// Every switch that the chapter on the flagship quotes is one of the flagship's.
#[test]
fn the_switches_exist() {
    let section = between(FLAGSHIP, "## What the case says", "\n## ");
    let listed = printed(plenary(["check"]));
    let mut seen = 0;
    for row in section.lines().filter(|l| l.starts_with("| ") && l.contains('`')) {
        for name in code(row.split('|').nth(2).expect("a switch column")) {
            assert!(listed.contains(&format!("  {name} ")), "no switch {name}");
            seen += 1;
        }
    }
    assert!(seen > 20);
}

/// Every decision rule that the chapter on scenarios writes is one (but for those with an ellipsis).
#[test]
fn the_rules_are_rules() {
    let section = between(SCENARIOS, "**Decision rules**", "`Composed(…)`");
    let mut seen = 0;
    for row in section.lines().filter(|line| line.starts_with("| `")) {
        let cell = row.split('|').nth(1).expect("a rule");
        for rule in code(cell).map(|rule| rule.replace(", …", "")) {
            let country = |name: &str| format!("\"{name}\": (votes: 300, positions: {{\"cuts\": 0.5}}),");
            let text = format!(
                "(format: 1, title: \"t\", rule: {rule}, clauses: {{\"cuts\": Ambition(status_quo: 0.0)}}, countries: {{{}{}}})",
                country("China"),
                (0..60).map(|i| country(&format!("P{i}"))).collect::<String>()
            );
            Scenario::parse("t", &text)
                .unwrap_or_else(|e| panic!("{rule}: {}", crate::support::explained(&e)));
            seen += 1;
        }
    }
    assert!(seen >= 14, "{seen}");
}

/// Every example of `--set` and `--switch` is accepted.
#[test]
fn the_changes_can_be_made() {
    let examples = fenced(SCENARIOS, "sh");
    let mut seen = 0;
    for line in examples.lines() {
        let changes = line.strip_prefix("plenary run ").expect("a run").replace('\'', "");
        let output = plenary(["check"].into_iter().chain(changes.split_whitespace()));
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        seen += 1;
    }
    assert!(seen >= 4);
}

/// The example study is a study of the flagship.
#[test]
fn the_example_study_is_a_study() {
    let (_, sweeps) = STUDIES.split_once("## Sweeps").expect("the section");
    let text = fenced(sweeps, "ron");
    let flagship = include_str!("../../scenarios/un-ai-dialogue-2025.ron");
    let study = plenary::study::definition::Definition::parse("study.ron", text, None, |_| Some(flagship));
    let study = study.unwrap_or_else(|e| panic!("{}", crate::support::explained(&e)));
    assert_eq!(plenary::study::sweep::Sweep::new(&study).expect("a sound study").points().len(), 200);
}

/// Every kind of picture has its row, and every row is a kind of picture.
#[test]
fn the_pictures_are_those_that_can_be_drawn() {
    let listed = printed(plenary(["chart", "list"]));
    let mut known: Vec<&str> = names(&listed).collect();
    let rows = PICTURES.lines().filter(|line| line.starts_with("| `"));
    let mut shown: Vec<&str> = rows.flat_map(|row| code(row.split('|').nth(1).expect("a picture"))).collect();
    known.sort_unstable();
    shown.sort_unstable();
    assert_eq!(shown, known);
}

/// Every command has its row, and every row is a command.
#[test]
fn the_commands_are_those_that_there_are() {
    let help = printed(plenary(["--help"]));
    let listed = between(&help, "Commands:\n", "\n\n");
    let mut known: Vec<&str> = names(listed).filter(|name| *name != "help").collect();
    let rows = COMMANDS.lines().filter_map(|line| line.strip_prefix("| `plenary "));
    let mut shown: Vec<&str> = rows.filter_map(|row| row.split([' ', '`']).next()).collect();
    shown.sort_unstable();
    shown.dedup();
    known.sort_unstable();
    assert_eq!(shown, known);
}

/// Every option that a command's row names is one of that command's, and so is every option of the commands elsewhere in the guide.
#[test]
fn the_options_are_those_that_there_are() {
    let mut seen = 0;
    for chapter in [COMMANDS, STUDIES, SCENARIOS, PICTURES, include_str!("../../README.md")] {
        let lines = chapter.lines().map(|line| line.trim_start_matches("| "));
        let fenced = lines.clone().filter(|line| line.starts_with("plenary "));
        for command in code(chapter).filter(|code| code.starts_with("plenary ")).chain(fenced) {
            let mut words = command.split_whitespace().skip(1);
            let first = words.next().unwrap_or_default();
            let options: Vec<&str> = command
                .split(|c: char| !c.is_ascii_lowercase() && c != '-')
                .filter(|w| w.starts_with("--"))
                .collect();
            if options.is_empty() {
                continue;
            }
            let second =
                words.next().filter(|word| matches!(*word, "merge" | "status" | "scorable" | "positions"));
            let help = printed(plenary([first].into_iter().chain(second).chain(["--help"])));
            for option in options {
                let known = help.split([' ', ',', '\n']).any(|word| word == option);
                assert!(known, "{command}: {option}");
                seen += 1;
            }
        }
    }
    assert!(seen > 50, "{seen}");
}

/// Every field that the paragraph on `--json` names is in the document.
#[test]
fn the_json_fields_are_there() {
    let document: serde_json::Value =
        serde_json::from_str(&printed(plenary(["run", "-n", "20", "--json"]))).expect("one JSON document");
    let paragraph = between(COMMANDS, "**`--json`** prints one document", "\n\n");
    let fields: Vec<&str> = code(paragraph).filter(|name| !name.starts_with("--")).collect();
    assert!(fields.len() > 40, "{fields:?}");
    let everything = document.to_string();
    for field in fields {
        assert!(everything.contains(&format!("\"{field}\":")), "no field {field}");
    }
}
