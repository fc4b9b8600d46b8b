//! The command line as a user sees it: errors and output. Interruption is tested in `stopping.rs`.

use std::{fs, path::Path, process::Output};

use serde_json::Value as Json;
use tempfile::TempDir;

use crate::support::{command, plenary, printed};

pub const LAW: &str = "least-ambitious-law";

pub fn words(text: &[u8]) -> String {
    String::from_utf8_lossy(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Asserts the response to invalid input: exit code, nothing on standard output, all of these strings on standard error,
/// no panic.
pub fn refused(output: &Output, code: i32, says: &[&str]) {
    let error = words(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{error}");
    assert_eq!(words(&output.stdout), "", "standard output is for results");
    assert!(!error.contains("panicked"), "{error}");
    for word in says {
        assert!(error.contains(word), "{word:?} in: {error}");
    }
}

// ── Errors ──────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn invalid_arguments_are_rejected() {
    let cases: [(&[&str], i32, &[&str]); 19] = [
        (&["negotiate"], 2, &["unrecognized subcommand 'negotiate'"]),
        (&["run", "--replicate", "5"], 2, &["--replicate", "--replicates"]),
        (&["run", "--threads", "two"], 2, &["'two'", "--threads"]),
        (&["run", "-n", "-5"], 2, &["-5"]),
        (&["run", "--threads", "0"], 2, &["0 is not in", "--threads"]),
        (&["run", "-n", "0"], 1, &["invalid number of replicates: 0", "from 1 to"]),
        (&["run", "-n", "1000000000000"], 1, &["invalid number of replicates: 1000000000000", "from 1 to"]),
        (
            &["levers", "-n", "1000000000000"],
            1,
            &["invalid number of replicates: 1000000000000", "from 1 to"],
        ),
        (
            &["explain", "--replicate", "18446744073709551615"],
            1,
            &["no replicate 18446744073709551615", "numbered from 0"],
        ),
        (&["run", "no-such-file.ron"], 1, &["cannot read no-such-file.ron", "No such file"]),
        (&["check", "."], 1, &[". is a folder"]),
        (
            &["run", "--switch", "us-absnt"],
            1,
            &["unknown switch \"us-absnt\"", "did you mean \"us-absent\"?"],
        ),
        (
            &["run", "--set", "rule"],
            1,
            &["--set rule has no value", "--set countries.USA.outside_option=0.15"],
        ),
        (
            &["run", "--set", "protocol.round=9"],
            1,
            &["unknown parameter \"protocol.round\"", "\"protocol.rounds\"?"],
        ),
        (
            &["run", "--set", "countries.USB.boycotts=true"],
            1,
            &["unknown country \"USB\"", "did you mean \"USA\"?"],
        ),
        (&["run", "--set", "defaults.theta=7"], 1, &["θ of everyone", "7", "from 0 to 1"]),
        (&["run", "--set", "protocol=SingleTxt"], 1, &["does not fit protocol", "one of ChairRevisions,"]),
        (&["run", "--set", "protocol=SponsorsText"], 1, &["something in brackets after it"]),
        (&["run", "--set", "protocol=Compromise()"], 1, &["the word alone"]),
    ];
    for (arguments, code, says) in cases {
        refused(&plenary(arguments), code, says);
    }
}

#[test]
fn results_are_not_overwritten() {
    let folder = TempDir::new().expect("a folder");
    let out = |n: &str| {
        let program = command().args(["run", LAW, "-n", n, "--out"]).arg(folder.path()).output();
        program.expect("it runs")
    };
    printed(out("7"));
    let before = everything_in(folder.path());
    let names: Vec<&str> = before.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["manifest.json", "replicates.csv", "scenario.ron", "summary.json"]);
    refused(&out("9"), 1, &["already holds results", "name a new folder"]);
    assert_eq!(everything_in(folder.path()), before);
}

/// `--out .` in the folder of the user's scenario must not overwrite it, since its comments would be lost.
#[test]
fn the_users_scenario_is_not_overwritten() {
    let folder = TempDir::new().expect("a folder");
    let own = "// mine\n(format: 1, title: \"mine\", clauses: {\"d\": Ambition(status_quo: 0)},\n countries: {\"A\": (positions: {\"d\": 0.5})})\n";
    fs::write(folder.path().join("scenario.ron"), own).expect("a folder to write to");
    let program =
        command().current_dir(&folder).args(["run", "scenario.ron", "-n", "3", "--out", "."]).output();
    let output = program.expect("it runs");
    assert_eq!(everything_in(folder.path()), [("scenario.ron".to_owned(), own.to_owned())]);
    refused(&output, 1, &["scenario.ron is not overwritten"]);
}

fn everything_in(folder: &Path) -> Vec<(String, String)> {
    let files = fs::read_dir(folder).expect("a folder").map(|f| f.expect("a file").path());
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    let mut all: Vec<_> = files.map(|p| (name(&p), fs::read_to_string(&p).expect("text"))).collect();
    all.sort();
    all
}

#[test]
fn an_output_folder_that_cannot_be_created_is_an_error() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "mine").expect("a folder to write to");
    for place in [file.clone(), file.join("below")] {
        let program = command().args(["run", LAW, "-n", "3", "--out"]).arg(&place).output();
        refused(&program.expect("it runs"), 1, &["cannot", "file"]);
    }
    assert_eq!(everything_in(folder.path()), [("file".to_owned(), "mine".to_owned())]);
}

// ── JSON ────────────────────────────────────────────────────────────────────────────────────────────────────────

pub fn summary(folder: &Path) -> Json {
    serde_json::from_str(&fs::read_to_string(folder.join("summary.json")).expect("a summary")).expect("JSON")
}

/// The rows of a run; fails if a row has fewer cells than the heading.
pub fn rows(folder: &Path) -> Vec<csv::StringRecord> {
    let mut reader = csv::Reader::from_path(folder.join("replicates.csv")).expect("rows");
    reader.records().map(|row| row.expect("a complete row")).collect()
}

/// A scenario with agreement in some replicates but not in all.
const DIVIDED: [&str; 3] = [LAW, "--set", "countries.Asteria.outside_option=0.15"];

#[test]
fn json_has_the_documented_fields() {
    for scenario in [&[LAW][..], &["un-ai-dialogue-2025"], &DIVIDED] {
        let arguments = ["run", "-n", "60", "--seed", "3", "--json"].iter().chain(scenario);
        let json: Json = serde_json::from_str(&printed(plenary(arguments))).expect("JSON");
        assert!(json["scenario"].is_string() && json["hash"].as_str().is_some_and(|h| h.len() == 16));
        assert_eq!(json["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!((&json["seed"], &json["replicates"]), (&3.into(), &60.into()));
        for name in ["adopted", "lcd", "lcd_in_substance", "lcd_given_adopted"] {
            let [rate, low, high] = ["rate", "low", "high"].map(|f| json[name][f].as_f64().expect(name));
            assert!(0.0 <= low && low <= rate && rate <= high && high <= 1.0, "{name}");
        }
        let count = |of: &Json| of["count"].as_u64().expect("a count");
        assert!(count(&json["lcd"]) <= count(&json["adopted"]));
        assert_eq!(count(&json["lcd_given_adopted"]), count(&json["lcd"]));
        assert_eq!(json["lcd_given_adopted"]["of"], json["adopted"]["count"]);
        let outcomes = json["outcomes"].as_object().expect("label → count, share");
        assert_eq!(outcomes.values().map(count).sum::<u64>(), 60);
        for (label, row) in outcomes {
            let share = row["share"].as_f64().expect("a share");
            assert!((share - count(row) as f64 / 60.0).abs() < 1e-12, "{label}");
        }
        let failed = count(&outcomes["Deadlock"]) + count(&outcomes["WalkOut"]);
        assert_eq!(count(&json["adopted"]), 60 - failed);
        assert!(scenario.len() == 1 || (1..60).contains(&failed), "{failed} fail in {scenario:?}");
        assert!(
            json["depth"]["adopted"]["mean"].is_number() && json["depth"]["strong_lcd"]["mean"].is_number()
        );
        for (list, field) in [("clauses", "name"), ("parties", "gain")] {
            let entries = json[list].as_array().expect(list);
            assert!(!entries.is_empty() && entries.iter().all(|e| !e[field].is_null()), "{list}");
        }
    }
}

/// The summary agrees with the rows: shares, means, and Wilson intervals by their formula.
#[test]
fn the_summary_agrees_with_the_rows() {
    let folder = TempDir::new().expect("a folder");
    let program = command().arg("run").args(DIVIDED).args(["-n", "200", "--out"]).arg(folder.path()).output();
    printed(program.expect("it runs"));
    let (rows, json) = (rows(folder.path()), summary(folder.path()));
    let mut headings = csv::Reader::from_path(folder.path().join("replicates.csv")).expect("rows");
    let headings = headings.headers().expect("headings").clone();
    let column = |name: &str| headings.iter().position(|h| h == name).expect(name);
    let share = |name: &str, value: &str| {
        rows.iter().filter(|row| &row[column(name)] == value).count() as f64 / rows.len() as f64
    };
    let near = |found: &Json, expected: f64| {
        assert!((found.as_f64().expect("a number") - expected).abs() < 1e-9, "{found} instead of {expected}");
    };
    for name in ["adopted", "lcd", "lcd_in_substance"] {
        let (p, n, z) = (share(name, "true"), 200.0, 1.959_963_984_540_054_f64);
        near(&json[name]["rate"], p);
        let (centre, half) = (p + z * z / (2.0 * n), z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt());
        near(&json[name]["low"], (centre - half) / (1.0 + z * z / n));
        near(&json[name]["high"], (centre + half) / (1.0 + z * z / n));
    }
    for (label, row) in json["outcomes"].as_object().expect("shares") {
        near(&row["share"], share("outcome", label));
    }
    let mean = |name: &str, of: &dyn Fn(&csv::StringRecord) -> bool| {
        let cells =
            rows.iter().filter(|row| of(row)).map(|row| row[column(name)].parse::<f64>().expect(name));
        let cells: Vec<f64> = cells.collect();
        cells.iter().sum::<f64>() / cells.len() as f64
    };
    let (all, adopted) =
        (|_: &csv::StringRecord| true, |row: &csv::StringRecord| &row[column("adopted")] == "true");
    near(&json["depth"]["adopted"]["mean"], mean("tabled_depth", &adopted));
    near(&json["depth"]["guaranteed"]["mean"], mean("tabled_guaranteed_depth", &adopted));
    near(&json["depth"]["realised"]["mean"], mean("realised_depth", &all));
    near(&json["depth"]["strong_lcd"]["mean"], mean("depth_lcd", &all));
    near(&json["depth"]["reference"]["mean"], mean("depth_reference", &all));
    near(&json["rounds"]["mean"], mean("round", &adopted));
    let rise = mean("depth_without_laggards", &all) - mean("realised_depth", &all);
    near(&json["counterfactual"]["rise"]["mean"], rise);
}

/// What is linked and built in is named, with its licence. That nothing is left out is held by `.ci/notices --check`.
#[test]
fn licenses_names_what_is_in_the_program() {
    let notices = printed(plenary(["licenses"]));
    let manifest = include_str!("../../Cargo.toml");
    let from = manifest.find("\n[dependencies]\n").expect("dependencies") + "\n[dependencies]\n".len();
    let dependencies = &manifest[from..from + manifest[from..].find("\n\n").expect("an end")];
    for line in dependencies.lines().filter(|line| !line.starts_with('#')) {
        let (name, _) = line.split_once(" = ").expect("a dependency");
        assert!(notices.lines().any(|line| line.starts_with(&format!("{name} "))), "{name}");
    }
    for text in ["SIL OPEN FONT LICENSE", "Permission is hereby granted, free of charge", "Apache License"] {
        assert!(notices.contains(text), "{text}");
    }
}
