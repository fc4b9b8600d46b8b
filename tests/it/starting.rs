//! The first steps of a new user: what is shipped, a file of one's own, names that are nearly right.

use std::{fs, path::Path};

use tempfile::TempDir;

use crate::{
    cli::{refused, words},
    support::{command, printed},
};

fn in_folder(folder: &TempDir, arguments: &[&str]) -> std::process::Output {
    command().current_dir(folder).args(arguments).output().expect("it runs")
}

/// Every file in `scenarios/` is listed, with its question in full.
#[test]
fn everything_shipped_is_listed() {
    let listed = printed(command().arg("list").output().expect("it runs"));
    // Chinese is broken between any two characters: blanks say nothing.
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let on_one_line = bare(&listed);
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("scenarios are shipped") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
            let text = fs::read_to_string(&path).expect("text");
            let about = text.split("about: \"").nth(1).and_then(|rest| rest.split('"').next());
            let line = bare(&format!("{name} {}", about.expect("it says what it is about")));
            assert!(on_one_line.contains(&line), "{line}");
            files += 1;
        }
    }
    assert!(files > 30);
    assert!(listed.lines().all(|line| line.chars().count() <= 100));
}

#[test]
fn a_file_of_ones_own() {
    let folder = TempDir::new().expect("a folder");
    let written = printed(in_folder(&folder, &["new", "my case"]));
    assert!(written.contains("plenary run 'my case.ron'"), "{written}");
    let answer = printed(in_folder(&folder, &["run", "my case.ron", "-n", "2"]));
    assert!(answer.contains("plenary explain 'my case.ron' --replicate"), "{answer}");
    // Nothing is overwritten.
    refused(&in_folder(&folder, &["new", "my case.ron"]), 1, &["my case.ron already exists"]);

    for (from, next) in [
        ("logrolling", "plenary run mine.ron"),
        ("osce", "plenary analyse mine.ron"),
        ("law-of-numbers", "plenary sweep mine.ron --out"),
    ] {
        let written = printed(in_folder(&folder, &["new", "mine", "--from", from]));
        assert!(written.contains(next), "{written}");
        let arguments = match from {
            "law-of-numbers" => vec!["sweep", "mine.ron", "--out", "results", "--emit-slurm", "2"],
            "osce" => vec!["analyse", "mine.ron"],
            _ => vec!["run", "mine.ron", "-n", "2"],
        };
        let ran = in_folder(&folder, &arguments);
        assert_eq!(ran.status.code(), Some(0), "{from}: {}", words(&ran.stderr));
        fs::remove_file(folder.path().join("mine.ron")).expect("it is there");
    }
}

#[test]
fn names_that_are_nearly_right() {
    let folder = TempDir::new().expect("a folder");
    printed(in_folder(&folder, &["new", "mine"]));
    for (arguments, help) in [
        (["run", "logroling"], "did you mean \"logrolling\"?"),
        (["explain", "mine"], "did you mean \"mine.ron\"?"),
        (["run", "law-of-numbers"], "it is a study: plenary sweep law-of-numbers --out DIR"),
        (["run", "demands"], "it is a template for real cases: plenary backtest --models demands"),
        (["sweep", "law-of-number"], "did you mean \"law-of-numbers\"?"),
        (["sweep", "logrolling"], "it is a scenario: plenary run logrolling"),
    ] {
        refused(&in_folder(&folder, &arguments), 1, &[help]);
    }
    refused(&in_folder(&folder, &["new", "y", "--from", "logroling"]), 1, &["did you mean \"logrolling\"?"]);
    refused(&in_folder(&folder, &["new", "no/such/folder"]), 1, &["cannot write no/such/folder.ron"]);
    refused(&in_folder(&folder, &["new"]), 2, &["<NAME>"]);
}
