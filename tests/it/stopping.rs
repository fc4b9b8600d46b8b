//! How the program stops: readers that go away, a full disk, Ctrl-C.

use std::{
    fs,
    io::Read,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::{
    cli::{LAW, refused, rows, summary, words},
    support::command,
};

/// A pipe that nobody reads any more.
fn closed_pipe() -> Stdio {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    writer.into()
}

/// `plenary … | head` ends quietly.
#[test]
fn a_reader_that_has_gone_away() {
    for arguments in [
        vec!["run", LAW, "-n", "3"],
        vec!["run", LAW, "-n", "3", "--json"],
        vec!["explain", LAW],
        vec!["levers", LAW, "-n", "3"],
        vec!["check", LAW],
        vec!["--help"],
    ] {
        let output = command().args(&arguments).stdout(closed_pipe()).output().expect("it runs");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", words(&output.stderr));
        assert_eq!(words(&output.stderr), "", "{arguments:?}");
    }
}

/// Results are written whether or not anybody reads what is printed.
#[test]
fn nobody_reads_but_results_are_written() {
    written_all_the_same(closed_pipe(), Stdio::piped());
}

/// Nor whether anybody reads what it says beside (`2>&1 | head`).
#[test]
fn nobody_reads_the_remarks_but_results_are_written() {
    written_all_the_same(Stdio::null(), closed_pipe());
}

/// An error that nobody reads is still an error, and no crash.
#[test]
fn nobody_reads_the_error() {
    let output = command().args(["run", "-n", "0"]).stderr(closed_pipe()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
}

fn written_all_the_same(stdout: Stdio, stderr: Stdio) {
    let folder = TempDir::new().expect("a folder");
    let mut program = command();
    program.args(["run", LAW, "-n", "40", "--out"]).arg(folder.path());
    let output = program.stdout(stdout).stderr(stderr).output().expect("it runs");
    assert_eq!(rows(folder.path()).len(), 40);
    assert_eq!(summary(folder.path())["replicates"], 40);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output.stderr));
}

/// A full disk is an error, not a crash: nothing that was printed is lost unsaid.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has a full disk");
    let output = command().args(["check", LAW]).stdout(full).output().expect("it runs");
    refused(&output, 1, &["No space left"]);
}

#[cfg(unix)]
fn signal(program: &Child, which: &str) {
    let sent = Command::new("kill").args([which, &program.id().to_string()]).status();
    assert!(sent.expect("kill is there").success());
}

/// Ctrl-C in the middle of a long run: exit code 130, rows complete to the last, a summary of exactly those.
#[cfg(unix)]
#[test]
fn an_interrupted_run_keeps_what_it_has() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out");
    let mut program = command();
    program.args(["run", LAW, "-n", "1000000000", "--threads", "1", "--out"]).arg(&out);
    let program = program.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    // The heading is shorter than the writer's buffer: once there is anything in the unfinished file, rows are being
    // written.
    let written = || {
        let files = fs::read_dir(&out).into_iter().flatten().flatten();
        files
            .filter(|f| f.path().extension().is_some_and(|e| e == "part"))
            .find_map(|f| f.metadata().ok())
            .map_or(0, |m| m.len())
    };
    let patience = Instant::now();
    while written() == 0 {
        assert!(patience.elapsed() < Duration::from_secs(60), "no rows are written");
        thread::sleep(Duration::from_millis(20));
    }
    signal(&program, "-INT");
    let output = program.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(130), "{}", words(&output.stderr));
    let (rows, summary) = (rows(&out), summary(&out));
    assert!(!rows.is_empty());
    assert_eq!(summary["replicates"], rows.len());
    for (r, row) in rows.iter().enumerate() {
        assert_eq!(row[2], r.to_string());
    }
    let adopted = rows.iter().filter(|row| &row[4] == "true").count();
    assert_eq!(summary["adopted"]["count"], adopted);
    let said = words(&output.stderr);
    let done = plenary::language::Language::English.count(rows.len() as u64);
    assert!(said.contains(&format!("Interrupted after {done} of 1,000,000,000 replicates")), "{said}");
}

/// Asked once, it finishes what it is at; asked again, it stops at once. Two signals in one breath are one wish.
#[cfg(unix)]
#[test]
fn asked_twice_it_stops_at_once() {
    for which in ["-INT", "-TERM"] {
        let mut run = command();
        run.args(["run", "-n", "2", "--null", "all", "--json"]);
        let mut program = run.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it runs");
        // The document is longer than a pipe holds: once it has begun, the program waits for a reader.
        let stdout = program.stdout.as_mut().expect("a pipe");
        stdout.read_exact(&mut [0]).expect("it prints");
        for _ in 0..2 {
            signal(&program, which);
        }
        thread::sleep(Duration::from_secs(1));
        assert_eq!(program.try_wait().expect("it can be asked"), None, "it finishes what it is at");
        signal(&program, which);
        assert_eq!(program.wait().expect("it ends").code(), Some(130));
    }
}
