//! Each call that writes failed once, and the process killed at each: what was there stays, nothing half-written is
//! left under a name of its own, and what the message advises works.
//!
//! The program counts its writing calls where it is built with debug assertions, and fails the one that `PLENARY_FAULT`
//! names (`src/output/disk.rs`).

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use tempfile::TempDir;

use crate::support::{command, printed};

const TABLE: &str = "actor,issue,position,salience,power\nA,flow,10,50,1\nB,flow,90,50,1\nC,flow,60,40,1\n";
const STUDY: &str = r#"(format: 1, title: "Two", scenario: "mine.ron", replicates: 3,
    factors: {"countries.*.cost_of_failure": Values([0.0, 0.3])})"#;

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// A folder with a scenario, a study and a table, and in it what a command has written before.
fn desk(before: &[&[&str]]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, text) in [
        ("mine.ron", include_str!("../../scenarios/teaching/least-ambitious-law.ron")),
        ("study.ron", STUDY),
        ("survey.csv", TABLE),
    ] {
        fs::write(folder.path().join(name), text).expect("written");
    }
    for arguments in before {
        printed(run(folder.path(), arguments, None));
    }
    folder
}

fn run(folder: &Path, arguments: &[&str], fault: Option<String>) -> Output {
    let mut program = command();
    program.current_dir(folder).args(arguments);
    if let Some(fault) = fault {
        program.env("PLENARY_FAULT", fault);
    }
    program.output().expect("it runs")
}

fn said(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    text.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ")
}

/// Every file beneath a folder but locks and what tells of this machine and time, by its path in it.
fn files(folder: &Path) -> Files {
    fn collect(root: &Path, folder: &Path, found: &mut Files) {
        for path in fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()) {
            if path.is_dir() {
                collect(root, &path, found);
            } else if path.extension().is_none_or(|e| e != "lock") && !path.ends_with("provenance.json") {
                let name = path.strip_prefix(root).expect("beneath").to_owned();
                found.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    let mut found = Files::new();
    collect(folder, folder, &mut found);
    found
}

/// The same without files that somebody may just have begun: an empty one is left alone for two seconds.
fn finished(folder: &Path) -> Files {
    let mut found = files(folder);
    found.retain(|path, bytes| !is_unfinished(path) || !bytes.is_empty());
    found
}

fn is_unfinished(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".plenary-"))
}

/// What the command writes where nothing fails.
fn expected(before: &[&[&str]], arguments: &[&str]) -> Files {
    let folder = desk(before);
    printed(run(folder.path(), arguments, None));
    files(folder.path())
}

/// Fails each writing call of a command, one process each, until it succeeds; hands each failure on. Returns how many
/// calls there are.
fn each_fault(
    before: &[&[&str]],
    arguments: &[&str],
    kind: &str,
    check: impl Fn(&str, &Files, &Path, &Output),
) -> u64 {
    if !cfg!(debug_assertions) {
        eprintln!("SKIPPED: faults are built into debug builds alone");
        return u64::MAX;
    }
    for nth in 1..500 {
        let folder = desk(before);
        let there = files(folder.path());
        let output = run(folder.path(), arguments, Some(format!("{kind}:{nth}")));
        if output.status.success() {
            return nth - 1;
        }
        let what = format!("{} at call {nth} of {arguments:?}: {}", kind, said(&output));
        check(&what, &there, folder.path(), &output);
    }
    panic!("{arguments:?} never succeeds");
}

/// Commands that leave their place as it was, and can just be run again.
fn all_or_nothing(before: &[&[&str]], arguments: &[&str], least: u64) {
    let whole = expected(before, arguments);
    for kind in ["once", "from"] {
        let calls = each_fault(before, arguments, kind, |what, there, folder, output| {
            assert_eq!(output.status.code(), Some(1), "{what}");
            assert!(
                said(output).contains("cannot write") && said(output).contains("the disk is full"),
                "{what}"
            );
            assert!(said(output).contains("make room, or name a place on another disk"), "{what}");
            assert!(!said(output).contains("--resume"), "{what}");
            let now = files(folder);
            assert!(now.keys().all(|path| !is_unfinished(path)), "{what}: {:?}", now.keys());
            // What was written before may be there in its old or its new state, whole.
            assert!(there.keys().eq(now.keys()), "{what}: {:?}", now.keys());
            for (path, bytes) in &now {
                let is_whole = there.get(path) == Some(bytes) || whole.get(path) == Some(bytes);
                assert!(is_whole, "{what}: {} is neither old nor new", path.display());
            }
            printed(run(folder, arguments, None));
            assert!(files(folder) == whole, "{what}");
        });
        assert!(calls >= least, "{calls} writing calls in {arguments:?}");
    }
    // Killed there: no file is half-written under its own name, and unfinished ones are cleared away.
    each_fault(before, arguments, "die", |what, there, folder, output| {
        assert_eq!(output.status.code(), Some(137), "{what}");
        let now = files(folder);
        for (path, bytes) in now.iter().filter(|(path, _)| !is_unfinished(path)) {
            let is_whole = there.get(path) == Some(bytes) || whole.get(path) == Some(bytes);
            assert!(is_whole, "{what}: {} is neither old nor new", path.display());
        }
        assert!(there.keys().all(|path| now.contains_key(path)), "{what}");
        let again = run(folder, arguments, None);
        let is_taken =
            said(&again).contains("already holds results") || said(&again).contains("already holds files");
        assert!(
            again.status.success() || is_taken || said(&again).contains("already exists"),
            "{what}, then {}",
            said(&again)
        );
        if again.status.success() {
            assert!(finished(folder) == whole, "{what}: {:?}", files(folder).keys());
        }
    });
}

const RUN: &[&str] =
    &["run", "mine.ron", "-n", "3", "--choices", "none", "--null", "none", "--out", "new/out"];

#[test]
fn a_run() {
    all_or_nothing(&[], RUN, 20);
}

#[test]
fn levers() {
    all_or_nothing(&[], &["levers", "mine.ron", "-n", "3", "--only", "switches", "--out", "out"], 15);
}

#[test]
fn a_comparison() {
    all_or_nothing(&[], &["compare", "mine.ron", "--set", "rule=TwoThirds", "-n", "3", "--out", "out"], 15);
}

#[test]
fn a_chart_and_one_that_replaces_another() {
    let draw = |n| ["chart", "outcomes", "mine.ron", "-o", "own.svg", "-n", n];
    all_or_nothing(&[], &draw("3"), 8);
    let before: &[&str] = &draw("2");
    all_or_nothing(&[before], &draw("3"), 8);
    all_or_nothing(&[], &["chart", "outcomes", "mine.ron", "-n", "2", "--data-only", "-o", "own.csv"], 4);
}

#[test]
fn a_report() {
    all_or_nothing(&[], &["report", "mine.ron", "-n", "2", "--null", "none", "-o", "own.html"], 4);
}

#[test]
fn imports_and_new_files() {
    all_or_nothing(&[], &["import", "positions", "survey.csv", "--out", "imported.ron"], 4);
    all_or_nothing(&[], &["new", "fresh"], 4);
}

#[test]
fn what_rests_on_a_sweep() {
    let swept: &[&str] = &["sweep", "study.ron", "--out", "swept"];
    all_or_nothing(&[swept], &["discover", "swept", "--out", "found"], 15);
}

/// The folder of a study that is to be swept by a batch system: beginning again ends in the same files.
#[test]
fn scripts_for_a_batch_system() {
    let emit = ["sweep", "study.ron", "--out", "swept", "--emit-slurm", "2"];
    let folder = desk(&[]);
    let whole = |folder: &Path| {
        let names = finished(folder).into_keys().collect::<Vec<_>>();
        assert!(names.iter().all(|path| !is_unfinished(path)), "{names:?}");
        names
    };
    printed(run(folder.path(), &emit, None));
    let expected = whole(folder.path());
    for kind in ["once", "die"] {
        each_fault(&[], &emit, kind, |what, _, folder, _| {
            printed(run(folder, &emit, None));
            assert_eq!(whole(folder), expected, "{what}");
        });
    }
}

/// A sweep goes on where it stopped, whatever failed or wherever it was killed, and ends in the same bytes. What is
/// finished is kept.
#[test]
fn a_sweep() {
    let (fresh, again) =
        (["sweep", "study.ron", "--out", "out"], ["sweep", "study.ron", "--out", "out", "--resume"]);
    let whole = expected(&[], &fresh);
    for kind in ["once", "die"] {
        let calls = each_fault(&[], &fresh, kind, |what, there, folder, output| {
            let now = files(folder);
            if kind != "die" {
                assert_eq!(output.status.code(), Some(1), "{what}");
                let advice = ["go on with --resume", "`plenary sweep merge`", "run the command again"];
                assert!(advice.iter().any(|words| said(output).contains(words)), "{what}");
                assert!(now.keys().all(|path| !is_unfinished(path)), "{what}: {:?}", now.keys());
            }
            for (path, bytes) in now.iter().filter(|(path, _)| !is_unfinished(path)) {
                let is_journal = path.extension().is_some_and(|e| e == "journal");
                // A journal grows; whatever else is there is whole.
                let is_whole = there.get(path) == Some(bytes) || whole.get(path) == Some(bytes);
                assert!(is_whole || is_journal, "{what}: {} is not whole", path.display());
                assert!(
                    !is_journal || kind == "die" || whole[path].starts_with(bytes),
                    "{what}: {}",
                    path.display()
                );
            }
            let remedy: &[&str] = if said(output).contains("`plenary sweep merge`") {
                &["sweep", "merge", "out"]
            } else {
                &again
            };
            printed(run(folder, remedy, None));
            assert!(finished(folder) == whole, "{what}: {:?}", files(folder).keys());
        });
        assert!(calls >= 45, "{calls} writing calls");
    }
}
