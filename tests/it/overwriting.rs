//! What a command may write over: what plenary wrote and nobody changed, nothing else, and never what it reads.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use tempfile::TempDir;

use crate::support::{command, printed};

const TABLE: &str = "actor,issue,position,salience,power\nA,flow,10,50,1\nB,flow,90,50,1\nC,flow,60,40,1\n";
const STUDY: &str = r#"(format: 1, title: "Two", scenario: "mine.ron", replicates: 4, design: Morris(trajectories: 2),
    factors: {"countries.Asteria.cost_of_failure": Range(0.0, 0.3), "countries.*.isolation_cost": Range(0.0, 0.2)})"#;

fn run(folder: &Path, arguments: &[&str]) -> Output {
    command().current_dir(folder).args(arguments).output().expect("it runs")
}

fn said(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    text.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ")
}

fn refused(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(!output.status.success(), "{arguments:?} succeeds");
    said(&output)
}

/// Every file beneath a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.is_symlink() {
            found.extend(files(&path));
        } else if path.is_file() {
            found.insert(path.clone(), fs::read(&path).expect("a file"));
        }
    }
    found
}

/// A student's folder: a table, a scenario, files of other programs, links, and the results of a sweep and of a run.
fn desk() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let law = include_str!("../../scenarios/teaching/least-ambitious-law.ron");
    fs::create_dir(at("sub")).expect("a folder");
    for (name, text) in [
        ("survey.csv", TABLE),
        ("survey.ladder.csv", "clause,mine\n"),
        ("mine.ron", law),
        ("study.ron", STUDY),
        ("notes.html", "<p>Mine</p>\n"),
        ("drawn.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
        ("photo.png", "\u{89}PNG, in a way"),
        ("ladder.csv", "mine\n"),
        ("sub/thesis.part", "precious\n"),
    ] {
        fs::write(at(name), text).expect("written");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("mine.ron", at("link.svg")).expect("a link");
        std::os::unix::fs::symlink("mine.ron", at("link.html")).expect("a link");
    }
    fs::hard_link(at("mine.ron"), at("hard.svg")).expect("a link");
    fs::hard_link(at("survey.csv"), at("hard.ron")).expect("a link");
    printed(run(folder.path(), &["sweep", "study.ron", "--out", "swept"]));
    printed(run(folder.path(), &["run", "mine.ron", "-n", "3", "--choices", "none", "--out", "ran"]));
    folder
}

/// The two cases that came first: a chart wrote over the table that its scenario was made from, a report over a scenario,
/// and both over the files of a result folder.
#[test]
fn a_users_files_are_left_alone() {
    let folder = TempDir::new().expect("a folder");
    let here = folder.path();
    fs::write(here.join("survey.csv"), TABLE).expect("a table");
    printed(run(here, &["import", "positions", "survey.csv", "--out", "survey.ron"]));
    printed(run(here, &["chart", "ladder", "survey.ron", "-n", "5", "-o", "survey.svg"]));
    assert_eq!(fs::read_to_string(here.join("survey.csv")).expect("it is there"), TABLE);
    assert!(here.join("survey.svg").exists() && here.join("survey.ladder.csv").exists());
    printed(run(here, &["run", "survey.ron", "-n", "5", "--choices", "none", "--out", "r"]));
    let before = files(here);
    for (arguments, says) in [
        (
            &["report", "survey.ron", "-n", "5", "-o", "survey.ron"][..],
            "survey.ron does not end in .html or .htm",
        ),
        (&["report", "r", "-o", "r/manifest.json"], "does not end in .html"),
        (&["chart", "ladder", "r", "-o", "r/replicates.csv"], "does not end in .svg or .png"),
        (
            &["chart", "ladder", "r", "--data-only", "-o", "r/replicates.csv", "--force"],
            "belongs to a folder of results: it is never replaced",
        ),
        (
            &["chart", "ladder", "survey.ron", "--data-only", "-n", "5", "-o", "survey.csv"],
            "survey.csv already exists: plenary did not write it, or it was changed since",
        ),
        (&["import", "positions", "survey.csv", "--out", "survey.csv"], "survey.csv does not end in .ron"),
        (&["import", "positions", "survey.csv", "--out", "survey.ron"], "say --force to replace this one"),
        (&["new", "survey"], "survey.ron already exists"),
        (
            &["run", "survey.ron", "-n", "5", "--out", "r"],
            "already holds results: summary.json is not overwritten",
        ),
        (&["levers", "survey.ron", "-n", "5", "--out", "."], "already holds files:"),
    ] {
        let said = refused(here, arguments);
        assert!(said.contains(says), "{arguments:?}: {said}");
        assert_eq!(files(here), before, "{arguments:?}");
    }
}

/// The same command again replaces its own picture, page and figures; after an edit they are the user's.
#[test]
fn own_pictures_are_replaced_until_somebody_edits_them() {
    let folder = desk();
    let here = folder.path();
    let draw = |n| ["chart", "ladder", "mine.ron", "-o", "own.svg", "-n", n];
    printed(run(here, &draw("5")));
    let first = files(here);
    printed(run(here, &draw("6")));
    let second = files(here);
    for name in ["own.svg", "own.ladder.csv"] {
        assert_ne!(first[&here.join(name)], second[&here.join(name)], "{name}");
    }
    printed(run(here, &["chart", "ladder", "mine.ron", "-o", "own.png", "-n", "5", "--size", "column"]));
    printed(run(here, &["chart", "ladder", "mine.ron", "-o", "own.png", "-n", "6", "--size", "column"]));
    printed(run(here, &draw("6")));
    for n in ["3", "4"] {
        printed(run(here, &["report", "mine.ron", "-n", n, "-o", "own.html"]));
    }
    let edit = |name: &str| {
        let text = fs::read_to_string(here.join(name)).expect("text");
        fs::write(here.join(name), text.replacen("0", "1", 1)).expect("an edit");
    };
    for (edited, arguments) in
        [("own.svg", &draw("7")[..]), ("own.html", &["report", "mine.ron", "-n", "3", "-o", "own.html"])]
    {
        edit(edited);
        let before = files(here);
        let said = refused(here, arguments);
        assert!(
            said.contains(&format!(
                "{edited} already exists: plenary did not write it, or it was changed since"
            )),
            "{said}"
        );
        assert_eq!(files(here), before);
        printed(run(here, &[arguments, &["--force"]].concat()));
        printed(run(here, arguments));
    }
    edit("own.ladder.csv");
    let said = refused(here, &draw("8"));
    assert!(said.contains("own.ladder.csv already exists"), "{said}");
}

/// `--force` replaces what others wrote, and never an input, by whatever name it goes.
#[test]
fn inputs_are_never_replaced() {
    let folder = desk();
    let here = folder.path();
    let before = files(here);
    for arguments in [
        &["chart", "ladder", "mine.ron", "-n", "3", "--force", "-o", "hard.svg"][..],
        #[cfg(unix)]
        &["chart", "ladder", "mine.ron", "-n", "3", "--force", "-o", "link.svg"],
        #[cfg(unix)]
        &["report", "sub/../mine.ron", "-n", "3", "--force", "-o", "link.html"],
        &["import", "positions", "survey.csv", "--force", "--out", "hard.ron"],
    ] {
        let said = refused(here, arguments);
        assert!(said.contains("is what the command reads: it is never replaced"), "{said}");
        assert_eq!(files(here), before, "{arguments:?}");
    }
    printed(run(here, &["chart", "ladder", "mine.ron", "-n", "3", "--force", "-o", "drawn.svg"]));
    assert!(here.join("drawn.ladder.csv").exists());
}

/// No command replaces a file that plenary did not write, nor one of its results, whatever it is told to write; with
/// `--force`, only the file that is named, and the figures beside it. Exhaustive over commands and names.
#[test]
fn no_file_of_others_is_replaced() {
    let folder = desk();
    let here = folder.path();
    let before = files(here);
    let absolute = here.join("mine.ron").display().to_string();
    let names = [
        "survey.csv",
        "survey.svg",
        "survey.html",
        "mine.ron",
        "./sub/../mine.ron",
        "MINE.RON",
        &absolute,
        "mine",
        "study.ron",
        "notes.html",
        "NOTES.HTML",
        "drawn.svg",
        "photo.png",
        "link.svg",
        "link.html",
        "hard.svg",
        "hard.ron",
        "ladder.svg",
        "ladder.csv",
        ".",
        "sub",
        "sub/thesis.part",
        "swept",
        "swept/manifest.json",
        "swept/points.csv",
        "swept/points.svg",
        "swept/study.ron",
        "swept/shards/1-of-1.journal",
        "ran",
        "ran/replicates.csv",
        "ran/replicates.svg",
        "ran/scenario.ron",
        "ran/summary.json",
        "nowhere/x.svg",
        "/dev/null",
    ];
    let commands: [&[&str]; 13] = [
        &["chart", "ladder", "mine.ron", "-n", "2", "-o"],
        &["chart", "ladder", "mine.ron", "-n", "2", "--data-only", "-o"],
        &["chart", "outcomes", "ran", "-n", "2", "-o"],
        &["report", "mine.ron", "-n", "2", "-o"],
        &["import", "positions", "survey.csv", "--out"],
        &["new"],
        &["run", "mine.ron", "-n", "2", "--choices", "none", "--out"],
        &["levers", "mine.ron", "-n", "2", "--only", "switches", "--out"],
        &["compare", "mine.ron", "--set", "rule=TwoThirds", "-n", "2", "--out"],
        &["sweep", "study.ron", "--out"],
        &["sweep", "merge", "swept", "--out"],
        &["sensitivity", "swept", "--out"],
        &["discover", "swept", "--out"],
    ];
    let mut written = 0;
    for (first, name, force) in commands
        .iter()
        .flat_map(|c| names.iter().map(move |name| (c, name)))
        .flat_map(|(c, name)| [false, true].map(|force| (c, name, force)))
    {
        let takes_force = ["chart", "report", "import", "new", "sweep"].contains(&first[0]);
        if force && !takes_force {
            continue;
        }
        let arguments: Vec<&str> =
            first.iter().chain([name]).copied().chain(force.then_some("--force")).collect();
        let output = run(here, &arguments);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments:?}: {}", said(&output));
        written += usize::from(output.status.success());
        let after = files(here);
        let spared = |path: &Path| {
            // What the user gave up by --force: a file of that name, or the figures of a picture of that name.
            let named = [here.join(name), here.join(format!("{name}.ron"))];
            let stem = here.join(name).with_extension("");
            force
                && (named.iter().any(|n| same(n, path))
                    || path.starts_with(stem.parent().expect("a folder"))
                        && path.ends_with("survey.ladder.csv")
                    || path.ends_with("ladder.csv") && name.starts_with("ladder"))
        };
        for (path, bytes) in &before {
            let input = ["mine.ron", "survey.csv"].iter().any(|n| path.ends_with(n))
                && first.contains(&path.file_name().and_then(|n| n.to_str()).unwrap_or_default());
            let result = path.starts_with(here.join("swept")) || path.starts_with(here.join("ran"));
            let is_whole = after.get(path) == Some(bytes);
            assert!(
                is_whole || (spared(path) && !input && !result),
                "{arguments:?} changed {}",
                path.display()
            );
        }
        let left = after
            .keys()
            .find(|path| path.file_name().is_some_and(|n| n.to_string_lossy().starts_with(".plenary-")));
        assert_eq!(left, None, "{arguments:?}");
        restore(here, &before, &after);
    }
    assert!(written > 60, "{written} commands wrote something");
}

fn same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok();
    real(one).is_some() && real(one) == real(other)
}

/// Puts a folder back to what it was.
fn restore(folder: &Path, before: &BTreeMap<PathBuf, Vec<u8>>, after: &BTreeMap<PathBuf, Vec<u8>>) {
    for path in after.keys().filter(|path| !before.contains_key(*path)) {
        fs::remove_file(path).expect("removed");
    }
    for (path, bytes) in before.iter().filter(|(path, bytes)| after.get(*path) != Some(bytes)) {
        fs::write(path, bytes).expect("restored");
    }
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        // Only empty folders go.
        let _ = fs::remove_dir(entry.path().join("shards"));
        let _ = fs::remove_dir(entry.path().join("slurm"));
        let _ = fs::remove_dir(entry.path());
    }
}
