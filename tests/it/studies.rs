//! Studies: the same bytes whatever the threads, shards and interruptions; designs; what the tables say.

use std::{
    fs,
    path::{Path, PathBuf},
};

use plenary::study::{
    definition::Definition,
    store::{Results, manifest::sha256},
    table::Cell,
};
use tempfile::TempDir;

use crate::support::{command, plenary, printed};

/// A study of the small shipped scenario: 2 × 6 points, of which some make no sense, and a batch cut in two.
pub const SMALL: &str = r#"(
    format: 1,
    title: "Failure against objections",
    about: "Does it run?",
    scenario: "least-ambitious-law",
    factors: {
        "countries.*.cost_of_failure": Values([0.0, 0.3]),
        "rule.objections": Whole(0, 5), // among 5 countries, 5 objections make no sense
    },
    replicates: 75,
    seed: 7,
    record: [Text, Stances, Counterfactual, Trajectory],
)"#;

/// What a complete sweep leaves behind.
pub const FILES: [&str; 9] = [
    "replicates.csv",
    "replicates.parquet",
    "trajectory.csv",
    "trajectory.parquet",
    "points.csv",
    "points.parquet",
    "failures.csv",
    "failures.parquet",
    "manifest.json",
];

/// A folder with this study in it.
pub fn written(study: &str) -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("study.ron");
    fs::write(&path, study).expect("a study");
    (folder, path)
}

pub fn sweep<S: AsRef<std::ffi::OsStr>>(study: &Path, out: &Path, more: &[S]) -> std::process::Output {
    command().arg("sweep").arg(study).arg("--out").arg(out).args(more).output().expect("it runs")
}

/// The bytes of each file, as digests.
pub fn fingerprint(dir: &Path, files: &[&str]) -> Vec<(String, String)> {
    let one = |name: &&str| {
        let digest = sha256(&dir.join(name)).unwrap_or_else(|e| format!("{e}"));
        ((*name).to_owned(), digest)
    };
    files.iter().map(one).collect()
}

#[test]
fn threads_and_shards_change_nothing() {
    let (folder, study) = written(SMALL);
    let one = folder.path().join("one");
    printed(sweep(&study, &one, &["--threads", "1"]));
    let expected = fingerprint(&one, &FILES);
    assert!(expected.iter().all(|(_, digest)| digest.len() == 64), "{expected:?}");

    let three = folder.path().join("threads");
    printed(sweep(&study, &three, &["--threads", "3"]));
    assert_eq!(fingerprint(&three, &FILES), expected, "3 threads");

    for of in [3, 8] {
        // Each in a folder of its own, merged from the last to the first.
        let mut folders = Vec::new();
        for nth in (1..=of).rev() {
            let out = folder.path().join(format!("{nth}-of-{of}"));
            let shard = format!("{nth}/{of}");
            printed(sweep(&study, &out, &["--shard", &shard]));
            folders.push(out);
        }
        let merged = folder.path().join(format!("merged-{of}"));
        printed(
            command()
                .args(["sweep", "merge", "--out"])
                .arg(&merged)
                .args(&folders)
                .output()
                .expect("it runs"),
        );
        assert_eq!(fingerprint(&merged, &FILES), expected, "{of} shards");
        // All in one folder.
        let shared = folder.path().join(format!("shared-{of}"));
        for nth in 1..=of {
            let shard = format!("{nth}/{of}");
            printed(sweep(&study, &shared, &["--shard", &shard]));
        }
        printed(command().args(["sweep", "merge"]).arg(&shared).output().expect("it runs"));
        assert_eq!(fingerprint(&shared, &FILES), expected, "{of} shards in one folder");
    }
}

/// Points share their draws, each row can be replayed alone, and the table of points follows from the rows.
#[test]
fn the_tables_say_what_the_rows_say() {
    let (folder, study) = written(SMALL);
    let out = folder.path().join("out");
    let words = printed(sweep(&study, &out, &["--threads", "2"]));
    assert!(words.contains("12 points × 75 replicates"), "{words}");
    let results = Results::open(&out).expect("results");
    assert_eq!(results.manifest.command, "sweep");
    assert_eq!(results.manifest.factors, ["countries.*.cost_of_failure", "rule.objections"]);
    let rows = results.table("replicates").expect("rows");
    let points = results.table("points").expect("points");
    let failures = results.table("failures").expect("failures");
    assert_eq!((rows.rows.len(), points.rows.len(), failures.rows.len()), (750, 10, 2));
    assert!(failures.cells("problem").unwrap().all(|c| c.word().unwrap().contains("everybody may object")));
    for column in &rows.columns {
        assert!(!column.about.is_empty(), "{} is documented", column.name);
    }

    let at = |name: &str| rows.column(name).unwrap_or_else(|| panic!("no column {name}"));
    // Interleaved: all points once, then again.
    let order: Vec<(u64, u64)> = rows
        .rows
        .iter()
        .map(|row| match (&row[at("replicate")], &row[at("point")]) {
            (Cell::Integer(replicate), Cell::Integer(point)) => (replicate / 32, *point),
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(order.windows(2).all(|w| w[0] <= w[1]), "blocks of 32 replicates, point by point");

    for point in &points.rows {
        let of = |name: &str| point[points.column(name).unwrap()].number();
        let mine: Vec<_> = rows.rows.iter().filter(|row| row[0] == point[0]).collect();
        assert_eq!(mine[0][1..3], point[1..3], "the point's values are echoed");
        let mean = |name: &str| mine.iter().map(|r| r[at(name)].number().unwrap()).sum::<f64>() / 75.0;
        for (rate, column) in [("adopted", "adopted"), ("lcd", "lcd"), ("realised_depth", "realised_depth")] {
            assert!((of(rate).unwrap() - mean(column)).abs() < 1e-12, "{rate}");
        }
        let hollow = mine.iter().filter(|r| r[at("outcome")].word() == Some("Hollow")).count() as f64 / 75.0;
        assert!((of("outcome=Hollow").unwrap() - hollow).abs() < 1e-12);
    }
    // Common random numbers: what is drawn before anybody negotiates is the same at every point.
    let draft = |point: u64, replicate: u64| {
        let row = rows
            .rows
            .iter()
            .find(|r| r[0] == Cell::Integer(point) && r[at("replicate")] == Cell::Integer(replicate));
        row.map(|r| (r[at("draft_depth")].clone(), r[at("depth_lcd")].clone())).expect("a row")
    };
    for replicate in [0, 31, 32, 74] {
        assert_eq!(draft(0, replicate), draft(9, replicate));
    }
    // A row alone: point 3 is failure 0, three objections; replicate 40.
    let story = printed(plenary([
        "explain",
        "least-ambitious-law",
        "--seed",
        "7",
        "--replicate",
        "40",
        "--set",
        "countries.*.cost_of_failure=0",
        "--set",
        "rule.objections=3",
    ]));
    let row = rows
        .rows
        .iter()
        .find(|r| r[0] == Cell::Integer(3) && r[at("replicate")] == Cell::Integer(40))
        .unwrap();
    assert!(story.contains(row[at("scenario_hash")].word().unwrap()), "{story}");
    // The trajectory ends where the row says.
    let rounds = results.table("trajectory").expect("rounds");
    let (r, p) = (rounds.column("replicate").unwrap(), rounds.column("round").unwrap());
    let last = rounds.rows.iter().rfind(|x| x[0] == Cell::Integer(3) && x[r] == Cell::Integer(40)).unwrap();
    assert_eq!(last[p], row[at("round")]);
    assert_eq!(last[rounds.column("tabled_depth").unwrap()], row[at("tabled_depth")]);
    assert_eq!(last[rounds.column("carried").unwrap()], row[at("adopted")]);
}

/// The study and scenario that a folder keeps are the ones it was begun with.
#[test]
fn a_folder_remembers_its_study() {
    let (folder, study) = written(SMALL);
    let out = folder.path().join("out");
    printed(sweep(&study, &out, &["--shard", "1/2"]));
    let written =
        Definition::load(&study, |_| Some(include_str!("../../scenarios/teaching/least-ambitious-law.ron")));
    let kept = plenary::study::store::Folder::at(&out).definition().expect("a study");
    assert_eq!(kept, written.expect("a study"));
    // The folder stands for its study.
    printed(command().arg("sweep").arg(&out).args(["--shard", "2/2"]).output().expect("it runs"));
    let merged = printed(command().args(["sweep", "merge"]).arg(&out).output().expect("it runs"));
    assert!(merged.contains("Failure against objections"));
    let status = printed(command().args(["sweep", "status"]).arg(&out).output().expect("it runs"));
    assert!(status.contains("missing  0 negotiations") && status.contains("failed   2 points"), "{status}");
}

/// A list of points from a CSV file: an empty cell leaves the scenario as it is, words are words.
#[test]
fn a_list_of_points() {
    let list = "rule,countries.Asteria.tactic.beta\nConsensus,\nTwoThirds,0.2\nConsensusMinus(1),0.5\n";
    let (folder, study) = written(
        r#"(format: 1, title: "A list", scenario: "least-ambitious-law", design: List(file: "points.csv"), replicates: 40)"#,
    );
    fs::write(folder.path().join("points.csv"), list).expect("a list");
    let out = folder.path().join("out");
    printed(sweep(&study, &out, &["--threads", "2"]));
    let results = Results::open(&out).expect("results");
    let points = results.table("points").expect("points");
    let text = fs::read_to_string(out.join("points.csv")).expect("points");
    assert!(text.starts_with("point,rule,countries.Asteria.tactic.beta,replicates,"), "{}", &text[..100]);
    assert_eq!(points.rows[0][1..3], [Cell::String("Consensus".into()), Cell::Empty]);
    assert_eq!(points.rows[2][1..3], [Cell::String("ConsensusMinus(1)".into()), Cell::Number(0.5)]);
    let depth = points.cells("realised_depth").unwrap().map(|c| c.number().unwrap()).collect::<Vec<_>>();
    assert!(depth[1] > depth[0] + 0.1, "two thirds leave the laggard behind: {depth:?}");
}

/// Switches are a factor, too; one at a time begins with the case as it is.
#[test]
fn switches_and_one_at_a_time() {
    let (folder, study) = written(
        r#"(format: 1, title: "Switches", scenario: "least-ambitious-law", design: OneAtATime, replicates: 32, factors: {
            "switch": Values(["laggard-absent", "failure-costs"]), "protocol.rounds": Values([20, 30])})"#,
    );
    let out = folder.path().join("out");
    printed(sweep(&study, &out, &["--threads", "2"]));
    let points = Results::open(&out).expect("results").table("points").expect("points");
    let settings: Vec<_> = points.rows.iter().map(|row| row[1..3].to_vec()).collect();
    let word = |w: &'static str| Cell::String(w.into());
    assert_eq!(
        settings,
        [
            [Cell::Empty, Cell::Empty],
            [word("laggard-absent"), Cell::Empty],
            [word("failure-costs"), Cell::Empty],
            [Cell::Empty, Cell::Number(20.0)],
            [Cell::Empty, Cell::Number(30.0)],
        ]
    );
    let depth = points.cells("realised_depth").unwrap().map(|c| c.number().unwrap()).collect::<Vec<_>>();
    assert!(depth[1] > depth[0] + 0.1 && depth[2] > depth[0], "{depth:?}");
}

/// No switch has a word, in the plan and in every table, and what is written reads back: "" and "none" are one study.
#[test]
fn no_switch_has_one_word() {
    let study = |none: &str| {
        written(&format!(
            r#"(format: 1, title: "None", scenario: "least-ambitious-law", replicates: 4, record: [Trajectory],
                factors: {{"switch": Values(["{none}", "laggard-absent"])}})"#
        ))
    };
    let tables = ["", "none"].map(|none| {
        let (folder, study) = study(none);
        let plan = printed(plenary(&["check", study.to_str().expect("a path")]));
        assert!(plan.contains("none, laggard-absent"), "{plan}");
        let out = folder.path().join("out");
        printed(sweep(&study, &out, &["--threads", "1"]));
        let results = Results::open(&out).expect("results");
        for name in ["points", "replicates", "trajectory"] {
            let table = results.table(name).expect("a table");
            let first = table.rows[0][1].clone();
            assert_eq!(first, Cell::String("none".into()), "{name}");
        }
        fs::read_to_string(out.join("points.csv")).expect("points")
    });
    assert_eq!(tables[0], tables[1]);
    // The point without a switch is the scenario as it is.
    let (folder, _) = study("none");
    let other = folder.path().join("other.ron");
    let text = r#"(format: 1, title: "None", scenario: "least-ambitious-law", replicates: 4,
        factors: {"protocol.rounds": Values([60, 20])})"#;
    fs::write(&other, text).expect("a study");
    let out = folder.path().join("out");
    printed(sweep(&other, &out, &["--threads", "1"]));
    let base = fs::read_to_string(out.join("points.csv")).expect("points");
    let values = |table: &str| {
        let row = table.lines().nth(1).expect("a row").split(',').skip(2).map(str::to_owned);
        row.collect::<Vec<_>>()
    };
    assert_eq!(values(&tables[0]), values(&base));
}

/// A precision that most replicates do not reach is told on the screen and in the manifest, in each language.
#[test]
fn a_precision_that_was_not_reached_is_told() {
    let (folder, study) = written(
        r#"(format: 1, title: "Too sure", scenario: "least-ambitious-law", replicates: 32,
            until: (of: realised_depth, half_width: 0.0001, most: 64),
            factors: {"countries.Asteria.tactic.beta": Values([0.05, 1.0])})"#,
    );
    let out = folder.path().join("out");
    let said = printed(sweep(&study, &out, &["--threads", "1"]));
    assert!(said.contains("Not sure enough at 2 of 2 points: after 64 negotiations"), "{said}");
    let manifest = fs::read_to_string(out.join("manifest.json")).expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    assert_eq!((&manifest["reached"]["points"], &manifest["reached"]["of"]), (&0.into(), &2.into()));
    let status = printed(command().args(["sweep", "status", "--json"]).arg(&out).output().expect("it runs"));
    let status: serde_json::Value = serde_json::from_str(&status).expect("JSON");
    assert_eq!(status["until"], serde_json::json!({"reached": 0, "exhausted": 2, "open": 0}));
}

/// Sequential stopping: sure points stop early, the tables do not depend on the shards.
#[test]
fn points_stop_when_they_are_sure() {
    let (folder, study) = written(
        r#"(format: 1, title: "Until sure", scenario: "least-ambitious-law", replicates: 40,
            until: (of: Lcd, half_width: 0.08, most: 640),
            factors: {"countries.Asteria.tactic.beta": Values([0.05, 1.0, 3.0])})"#,
    );
    let one = folder.path().join("one");
    printed(sweep(&study, &one, &["--threads", "2"]));
    let points = Results::open(&one).expect("results").table("points").expect("points");
    let replicates: Vec<f64> = points.cells("replicates").unwrap().map(|c| c.number().unwrap()).collect();
    assert!(replicates.iter().all(|n| [40.0, 80.0, 160.0, 320.0, 640.0].contains(n)), "{replicates:?}");
    assert!(replicates.iter().any(|n| *n < 640.0) && replicates.iter().any(|n| *n > 40.0), "{replicates:?}");
    for row in &points.rows {
        let cell = |name: &str| &row[points.column(name).unwrap()];
        assert_eq!(cell("reached").is_true(), cell("half_width").number().unwrap() <= 0.08);
        assert!(cell("reached").is_true() || cell("replicates").number() == Some(640.0));
    }
    let reached = plenary::study::sequential::Reached::of(&points).expect("a stopping rule");
    let sure = points.cells("reached").unwrap().filter(|c| c.is_true()).count() as u64;
    assert_eq!((reached.points, reached.of), (sure, 3));
    let widest = points.cells("half_width").unwrap().map(|c| c.number().unwrap()).fold(0.0, f64::max);
    assert_eq!(reached.widest, Some(widest));
    let shared = folder.path().join("shared");
    for shard in ["3/3", "1/3", "2/3"] {
        printed(sweep(&study, &shared, &["--shard", shard]));
    }
    printed(command().args(["sweep", "merge"]).arg(&shared).output().expect("it runs"));
    let files = ["replicates.csv", "replicates.parquet", "points.csv", "manifest.json"];
    assert_eq!(fingerprint(&shared, &files), fingerprint(&one, &files));
}
