//! Seats at the table: a person behind a pipe, a record played again, a program from the guide, a kit for a class.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use crate::support::{command, fenced, plenary, printed};

const SEATS: &str = include_str!("../../src/guide/seats.md");
const LAW: [&str; 2] = ["play", "least-ambitious-law"];

/// The program with these arguments, and this typed.
fn typed(arguments: &[&str], folder: &Path, lines: &str) -> Output {
    let mut child = command()
        .args(LAW)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program was built for the tests");
    // It may have failed before it reads anything.
    let _ = child.stdin.take().expect("a pipe").write_all(lines.as_bytes());
    child.wait_with_output().expect("it ends")
}

/// What follows the last question: what came of it.
fn end(told: &str) -> &str {
    &told[told.find("The negotiation ended").expect("an end")..]
}

/// A play that touches every command.
#[test]
fn a_play_behind_a_pipe() {
    let folder = tempfile::tempdir().expect("a folder");
    let lines = "help\nask cats .3\nfoo\nask 1 .1\npropose 1 notes\ndemand 2\npass 3\ntext\nwithdraw 1\ndemand .9\nobject\nvote\npass\n";
    let told = printed(typed(&["--as", "Asteria"], folder.path(), lines));
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "Your instructions: Asteria",
        "did you mean \"cuts\"?",
        "\"foo\" is no command",
        "From now on you ask for .10",
        "You propose for cuts: .05",
        "demand 2: expected a number from 0 to 1",
        "(you stand for .19 and ask for .10)",
        "You say what you want on cuts again.",
        "From now on you ask for a text worth .90 to you.",
        "no vote can be called in this round",
        "On the same draws your automatic delegate gets",
        "plenary levers least-ambitious-law",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
}

/// Nothing typed is nothing said: the model decides, and the end is that of the model's own negotiation.
#[test]
fn who_types_nothing_gets_what_the_model_gets() {
    let folder = tempfile::tempdir().expect("a folder");
    let told = printed(typed(&["--as", "Asteria"], folder.path(), ""));
    assert!(told.contains("no more and no less than you"), "{told}");
    let depth = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(depth.contains("That is the same."), "{told}");
}

/// A record gives the same end, and the same record, to the byte.
#[test]
fn a_record_is_played_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let lines = "ask 1 .05\ndemand .95\npass 4\npropose 1 .1\nobject\npass 100\n";
    let first = printed(typed(&["--as", "Asteria", "--record", "a.jsonl"], folder.path(), lines));
    let again = printed(typed(&["--replay", "a.jsonl", "--record", "b.jsonl"], folder.path(), ""));
    let without_names = |told: &str| end(told).replace("a.jsonl", "").replace("b.jsonl", "");
    assert_eq!(without_names(&first), without_names(&again));
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("a record");
    assert_eq!(read("a.jsonl"), read("b.jsonl"));
    // A record of another case, or one that is there already, is refused.
    let other = typed(&["--replay", "a.jsonl", "--set", "rule=SimpleMajority"], folder.path(), "");
    assert!(String::from_utf8_lossy(&other.stderr).contains("another case"), "{other:?}");
    fs::write(folder.path().join("mine.jsonl"), "mine").expect("a file");
    let taken = typed(&["--as", "Asteria", "--record", "mine.jsonl"], folder.path(), "");
    assert!(!taken.status.success());
    assert_eq!(read("mine.jsonl"), "mine");
}

#[test]
fn seats_that_there_are_not_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for (arguments, why) in [
        (&[][..], "nobody takes a seat"),
        (&["--as", "Asterya"], "Asteria"),
        (&["--as", "Asteria", "--seat", "Asteria=script:x.jsonl"], "cannot read x.jsonl"),
        (&["--as", "Asteria", "--seat", "Asteria"], "does not say who takes it"),
        (&["--seat", "Asteria=process:no-such-program-anywhere"], "cannot start"),
        (&["--as", "Asteria", "--time-limit", "0"], "time limit"),
        (&["--replay", "missing.jsonl"], "cannot read missing.jsonl"),
    ] {
        let refused = typed(arguments, folder.path(), "");
        let said = String::from_utf8_lossy(&refused.stderr);
        assert!(!refused.status.success() && said.contains(why), "{arguments:?}: {said}");
    }
}

/// A program that breaks the rules is named, and the negotiation goes on without it.
#[cfg(unix)]
#[test]
fn a_program_that_fails_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let seat = "Asteria=process:sh -c 'echo out of order >&2; exit 1'";
    let told = printed(typed(&["--seat", seat, "--time-limit", "5"], folder.path(), ""));
    assert!(
        told.contains("From now on the model plays for Asteria") && told.contains("out of order"),
        "{told}"
    );
    assert!(told.contains("no more and no less than you"), "{told}");
}

/// The program of the guide plays to the end without a refusal, where there is a Python to run it.
#[test]
fn the_program_of_the_guide_plays() {
    if !Command::new("python3").arg("--version").output().is_ok_and(|found| found.status.success()) {
        eprintln!("skipped: there is no python3");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("bot.py"), fenced(SEATS, "python")).expect("a file");
    let arguments =
        ["--seat", "Estoria=process:python3 bot.py", "--record", "bot.jsonl", "--time-limit", "60"];
    let told = printed(typed(&arguments, folder.path(), ""));
    assert!(!told.contains("Does not count"), "{told}");
    let record = fs::read_to_string(folder.path().join("bot.jsonl")).expect("a record");
    assert!(record.contains("\"demand\":0.8"), "{record}");
    let again = printed(typed(&["--replay", "bot.jsonl"], folder.path(), ""));
    assert_eq!(end(&told).lines().next(), end(&again).lines().next());
}

/// The lines that the guide shows as a script are read as one.
#[test]
fn the_script_of_the_guide_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let script = fenced(SEATS, "json").replace("binding", "cuts");
    fs::write(folder.path().join("asteria.jsonl"), script).expect("a file");
    let played = typed(&["--seat", "Asteria=script:asteria.jsonl"], folder.path(), "");
    assert!(played.status.success(), "{}", String::from_utf8_lossy(&played.stderr));
}

/// A kit is whole, in both languages, names every delegation, and is never written over another's files.
#[test]
fn a_class_gets_a_kit() {
    let folder = tempfile::tempdir().expect("a folder");
    for language in ["en", "zh"] {
        let out = folder.path().join(language);
        let write = || {
            plenary([
                "class",
                "least-ambitious-law",
                "-n",
                "20",
                "--lang",
                language,
                "-o",
                out.to_str().expect("UTF-8"),
            ])
        };
        assert!(write().status.success());
        let page = |name: &str| fs::read_to_string(out.join(name)).expect("a page");
        let sheets = page("instructions.html");
        assert_eq!(sheets.matches("class=\"sheet\"").count(), 5, "{language}");
        for name in ["handout.html", "exercises.html", "key.html", "glossary.html"] {
            let page = page(name);
            assert!(
                page.contains("</html>") && !page.contains("<script") && !page.contains("http"),
                "{name}"
            );
        }
        let (questions, key) = (page("exercises.html"), page("key.html"));
        assert!(key.contains("laggard-absent") && key.matches("<table>").count() == 2, "{language}");
        assert!(!questions.contains("<table>"), "the exercises give nothing away");
        assert!(!write().status.success(), "a folder with files is refused");
    }
}
