//! Names that attack: no hidden character reaches a terminal, a page or a table, no mark-up is taken for the program's own, and
//! every command that is printed means to a shell what it meant here.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use plenary::{printable, report::chart::KINDS, shell, study::store::Results};
use proptest::prelude::*;

use crate::support::{plenary, printed, thousand_cases};

const HOSTILE: &str = include_str!("../data/hostile.ron");

/// A study of it whose factors have hostile names.
const STUDY: &str = r#"(
    format: 1,
    title: "study\u{1b}[2J\nAll is well",
    about: "two\nlines\u{202e}",
    scenario: "hostile.ron",
    factors: {
        "countries.new\nline, \"q\"; | $(touch pwned) `id`.isolation_cost": Steps(0.0, 0.2, 2),
        "countries.*.cost_of_failure": Steps(0.0, 0.2, 2),
    },
    replicates: 8,
    record: [Text, Stances, Counterfactual, Trajectory],
)"#;

/// A file name with everything but a slash.
const NAME: &str = "it's;\u{1b}[2J\n-\u{202e} $(id) `x` \"q\" %s \\.ron";

fn assert_harmless(what: &str, text: &str) {
    if let Some(c) = text.chars().find(|c| printable::is_hidden(*c) && *c != '\n') {
        panic!("{what} holds {}:\n{}", c.escape_unicode(), text.escape_debug());
    }
    for forged in ["\nline, ", "\nAdopted in", "\nAll agreed", "\nAll is well"] {
        assert!(!text.contains(forged), "{what} holds a forged line:\n{text}");
    }
}

/// What was printed, which must be harmless.
fn said(output: &Output) -> String {
    for stream in [&output.stdout, &output.stderr] {
        assert_harmless("what was printed", std::str::from_utf8(stream).expect("UTF-8"));
    }
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// The text files in a folder and below.
fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
        if path.is_dir() {
            found.extend(texts(&path));
        } else if !["png", "parquet", "lock"].contains(&extension) {
            found.push((path.clone(), fs::read_to_string(&path).expect("text")));
        }
    }
    found
}

/// Runs a command in a folder that holds the hostile scenario and study.
fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.current_dir(folder).args(arguments).output().expect("the program was built for the tests")
}

#[test]
fn no_command_puts_out_a_hidden_character() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    fs::write(at.join("hostile.ron"), HOSTILE).expect("written");
    fs::write(at.join("study.ron"), STUDY).expect("written");
    let commands: &[&[&str]] = &[
        &["check", "hostile.ron"],
        &["run", "hostile.ron", "-n", "40", "--out", "out/run"],
        &["run", "hostile.ron", "-n", "40", "--json"],
        &["run", "hostile.ron", "-n", "20", "--choices", "none", "--switch", "+cmd|' /C calc'!A0"],
        &["explain", "hostile.ron", "--replicate", "3"],
        &["levers", "hostile.ron", "-n", "20", "--out", "out/levers"],
        &["levers", "hostile.ron", "-n", "20", "--json"],
        &["compare", "hostile.ron", "-n", "20", "--switch", "+cmd|' /C calc'!A0", "--out", "out/compare"],
        &["describe", "hostile.ron"],
        &["analyse", "hostile.ron"],
        &["analyse", "hostile.ron", "--json"],
        &["report", "hostile.ron", "-n", "20", "-o", "out/report.html"],
        &["sweep", "study.ron", "--out", "out/sweep"],
        &["sweep", "status", "out/sweep"],
        &["discover", "out/sweep"],
        &["chart", "phase", "out/sweep", "-o", "out/phase.svg"],
        &["chart", "levers", "out/levers", "-o", "out/levers.svg"],
    ];
    for arguments in commands {
        let output = run(at, arguments);
        let said = said(&output);
        assert!(output.status.success(), "{arguments:?}: {said}");
    }
    for kind in KINDS {
        // Those that are drawn from a case.
        let (name, out) = (kind.name, format!("out/{}.svg", kind.name));
        said(&run(at, &["chart", name, "hostile.ron", "-n", "20", "-o", &out, "--title", "a\u{1b}\nb"]));
    }
    let written = texts(&at.join("out"));
    assert!(written.len() > 30, "{}", written.len());
    for (path, text) in &written {
        // The study is kept as its author wrote it.
        if path.ends_with("study.ron") {
            continue;
        }
        assert_harmless(&path.display().to_string(), text);
        match path.extension().and_then(|e| e.to_str()) {
            Some("svg" | "html") => assert!(!text.contains("<script>") && !text.contains("<img"), "{path:?}"),
            Some("csv") => assert_no_formula(path, text),
            _ => {}
        }
    }
    let report = fs::read_to_string(at.join("out/report.html")).expect("a report");
    assert!(report.contains("\\u{1b}") && report.contains("new\\u{a}line"));
    let check = printed(run(at, &["check", "hostile.ron"]));
    assert!(
        check.contains("T\\u{1b}]52;c;cHdu\\u{7}") && check.contains("\\u{202e}txt\\u{a}Adopted"),
        "{check}"
    );
}

fn assert_no_formula(path: &Path, text: &str) {
    for record in
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes()).records()
    {
        for cell in &record.expect("a record") {
            let runs = cell.trim_start().starts_with(['=', '+', '-', '@']) && cell.parse::<f64>().is_err();
            assert!(!runs, "{}: {cell}", path.display());
        }
    }
}

#[test]
fn names_read_back_from_tables() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("hostile.ron"), HOSTILE).expect("written");
    said(&run(folder.path(), &["levers", "hostile.ron", "-n", "20", "--out", "levers"]));
    let results = Results::open(&folder.path().join("levers")).expect("results");
    let table = results.table("levers").expect("a table");
    let switch = "+cmd|' /C calc'!A0";
    let named =
        table.rows.iter().flatten().any(|cell| *cell == plenary::study::table::Cell::from(switch.to_owned()));
    assert!(named, "{:?}", table.rows);
}

#[test]
fn markdown_holds_no_mark_up_of_the_scenario() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("hostile.ron"), HOSTILE).expect("written");
    let text = printed(run(folder.path(), &["describe", "hostile.ron"]));
    for mark_up in ["<script", "<svg", "<b>", "<img", "](javascript", "\n# Heading"] {
        let free = text.match_indices(mark_up).find(|(at, _)| !text[..*at].ends_with('\\'));
        assert!(free.is_none(), "{mark_up}: {text}");
    }
    // Every row of a table has as many cells as its heading.
    let mut cells = None;
    for line in text.lines() {
        let bars = line.replace("\\|", "").matches('|').count();
        match (line.starts_with('|'), cells) {
            (false, _) => cells = None,
            (true, None) => cells = Some(bars),
            (true, Some(heading)) => assert_eq!(bars, heading, "{line}"),
        }
    }
}

#[test]
fn errors_show_what_they_quote() {
    let hostile = "\u{1b}]0;x\u{7}\u{202e}\n";
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("hostile.ron"), HOSTILE).expect("written");
    fs::write(folder.path().join("broken.ron"), format!("(format: 1, title: {hostile}, /*{hostile}*/ \""))
        .expect("written");
    fs::write(folder.path().join(NAME), "(").expect("written");
    fs::write(folder.path().join("table.csv"), format!("{hostile},b\n1")).expect("written");
    for command in [
        "check",
        "run",
        "explain",
        "levers",
        "describe",
        "analyse",
        "report",
        "chart",
        "sweep",
        "new",
        "discover",
        "sensitivity",
    ] {
        for named in [hostile, NAME, "broken.ron", &format!("--{hostile}")] {
            let output = run(folder.path(), &[command, named]);
            said(&output);
            assert!(!output.status.success() || command == "new", "{command} {named:?}");
        }
    }
    for option in ["--set", "--switch"] {
        for value in [hostile.to_owned(), format!("countries.{hostile}.x=1"), format!("rule={hostile}")] {
            said(&run(folder.path(), &["run", "hostile.ron", option, &value]));
        }
    }
    for source in ["positions", "scorable"] {
        said(&run(folder.path(), &["import", source, "table.csv"]));
    }
    said(&run(folder.path(), &[hostile]));
    said(&run(folder.path(), &["new", "a", "--from", hostile]));
    said(&run(folder.path(), &["list", hostile]));
    said(&run(folder.path(), &["backtest", hostile]));
}

/// What a shell makes of a list of words.
fn parsed(words: &str) -> Vec<String> {
    let script = format!("for word in {words}\ndo printf '%s\\000' \"$word\"\ndone");
    let output = Command::new("sh").arg("-c").arg(script).output().expect("a shell");
    assert!(output.status.success(), "{words}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.split_terminator('\0').map(str::to_owned).collect()
}

#[test]
fn a_shell_reads_quoted_words_back() {
    let words = proptest::collection::vec(
        prop_oneof![
            proptest::collection::vec(
                proptest::sample::select(
                    "a=~'\"`$()*?[]{}!#&;|<>\\%-^ \t\n\r\u{1b}\u{202e}é\u{a0}0".chars().collect::<Vec<_>>()
                ),
                0..8
            )
            .prop_map(|letters| letters.into_iter().collect::<String>()),
            "[^\\x00]{0,6}",
        ],
        20..40,
    );
    proptest!(ProptestConfig { cases: 60, ..thousand_cases() }, |(words in words)| {
        let written: Vec<String> = words.iter().map(|word| shell::quoted(word)).collect();
        for written in &written {
            prop_assert!(!written.trim_end_matches(['\n', '\'']).chars().any(printable::is_hidden), "{written:?}");
        }
        prop_assert_eq!(parsed(&written.join(" ")), words);
    });
    for special in [
        "",
        "~",
        "~root",
        "=ls",
        "-",
        "--",
        "countries.*",
        "it's;x.ron",
        "a\n\n",
        "-\u{1b}",
        "%s\u{1b}\\n",
        "!!",
    ] {
        assert_eq!(parsed(&shell::quoted(special)), [special]);
        assert!(
            special.is_empty() || special.starts_with('-') || shell::quoted(special).contains('\''),
            "{special}"
        );
    }
}

/// The commands in a text, each with its words: from "plenary" to where its remark begins.
fn commands(text: &str) -> Vec<Vec<String>> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("Next: plenary "));
    lines.map(|line| parsed(line.split("   ").next().unwrap_or_default())).collect()
}

#[test]
fn commands_that_are_printed_mean_the_same_to_a_shell() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(NAME), HOSTILE).expect("written");
    fs::write(folder.path().join("-x.ron"), HOSTILE).expect("written");
    for (name, as_named) in [(NAME, NAME), ("./-x.ron", "./-x.ron")] {
        let settings = [
            "countries.*.isolation_cost=x4",
            "countries.new\nline, \"q\"; | $(touch pwned) `id`.boycotts=false",
        ];
        let arguments = [
            "run",
            name,
            "-n",
            "10",
            "--choices",
            "none",
            "--switch",
            "+cmd|' /C calc'!A0",
            "--set",
            settings[0],
            "--set",
            settings[1],
        ];
        let found = commands(&said(&run(folder.path(), &arguments)));
        assert_eq!(found.len(), 2, "{found:?}");
        for words in found {
            let given =
                [as_named, "--switch", "+cmd|' /C calc'!A0", "--set", settings[0], "--set", settings[1]];
            assert_eq!(words[1..=given.len()], given);
            let arguments: Vec<&str> = words.iter().map(String::as_str).collect();
            if words[0] == "explain" {
                printed(run(folder.path(), &arguments));
            }
        }
    }
    let new = commands(&said(&run(folder.path(), &["new", "--", "-it's new"])));
    assert!(new.iter().all(|words| words[1] == "./-it's new.ron"), "{new:?}");
    assert!(plenary(["check", "starter"]).status.success());
}
